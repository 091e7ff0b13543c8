/*
 * Copyright 2026 The InnerSource plugin authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProgramTrend } from '@ispo/backstage-plugin-innersource-common';
import { ProgramView, useFormat, useProgramTrend } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { TrendChart } from '../TrendChart';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';

const CHART_HEIGHT = 250;

/** Months at either end that are summed and compared. */
const COMPARED_MONTHS = 3;

type Point = ProgramTrend['points'][number];

function shareOver(points: readonly Point[]): number | null {
  const own = points.reduce((sum, point) => sum + point.own, 0);
  const other = points.reduce((sum, point) => sum + point.other, 0);
  return own + other === 0 ? null : other / (own + other);
}

/** InnerSource share over time. */
export function ShareTrend(props: { view: ProgramView }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <ProgramBlock
      title={t('program.share.title')}
      section="innersource-share"
      fileName={['innersource', 'share', scopeName(props.view)]}
      query={useProgramTrend(props.view)}
      empty={({ points }) =>
        points.every(({ innerSourceShare }) => innerSourceShare === null) &&
        t('program.share.empty')
      }
      finding={({ points }) => {
        const now = shareOver(points.slice(-COMPARED_MONTHS));
        const before = shareOver(points.slice(0, COMPARED_MONTHS));
        return now === null || before === null
          ? undefined
          : t('program.share.finding', {
              now: format.percent(now),
              before: format.percent(before),
            });
      }}
      caveat={t('program.share.caveat')}
      table={({ points }) => ({
        columns: [
          {
            label: t('program.month'),
            minWidth: 84,
            format: month => format.month(String(month)),
          },
          {
            label: t('program.share.share'),
            numeric: true,
            format: share => format.percent(Number(share)),
          },
          { label: t('program.share.other'), numeric: true },
          { label: t('program.share.own'), numeric: true },
          { label: t('program.share.unknown'), numeric: true },
        ],
        rows: [...points]
          .reverse()
          .map(({ month, innerSourceShare, other, own, unknown }) => [
            month,
            innerSourceShare,
            other,
            own,
            unknown,
          ]),
      })}
    >
      {({ points }) => (
        <div
          role="img"
          aria-label={points
            .map(
              ({ month, innerSourceShare: share }) =>
                `${format.month(month)}: ${
                  share === null ? '–' : format.percent(share)
                }`,
            )
            .join('; ')}
        >
          <ShareChart points={points} />
        </div>
      )}
    </ProgramBlock>
  );
}

function ShareChart(props: { points: Point[] }) {
  const { points } = props;
  const format = useFormat();
  const highest = Math.max(
    ...points.map(({ innerSourceShare }) => innerSourceShare ?? 0),
  );
  // Round tens of percent, so that a low share is not a flat line.
  const top = Math.min(Math.max(Math.ceil(highest * 10) / 10, 0.1), 1);
  return (
    <TrendChart
      points={points}
      dataKey="innerSourceShare"
      height={CHART_HEIGHT}
      tighter={8}
      type="linear"
      dots
      xAxis={{
        dataKey: 'month',
        interval: 'equidistantPreserveStart',
        minTickGap: 24,
        tickFormatter: format.shortMonth,
      }}
      yAxis={{
        domain: [0, top],
        ticks: [0, top / 2, top],
        tickFormatter: format.percent,
      }}
      describe={({ month, innerSourceShare: share }) =>
        share !== null && `${format.month(month)}: ${format.percent(share)}`
      }
    />
  );
}
