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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProgramTrend } from '@ispo/backstage-plugin-innersource-common';
import { ProgramView, useFormat, useProgramTrend, useTone } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';

const CHART_HEIGHT = 250;

/** Months at either end that are summed and compared. */
const COMPARED_MONTHS = 3;

const useStyles = makeStyles(
  theme => ({
    tooltip: {
      padding: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'InnerSourceShareTrend' },
);

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
  const classes = useStyles();
  const { palette, typography } = useTheme();
  const format = useFormat();
  const color = useTone('good');
  const tick = {
    fill: palette.text.secondary,
    fontSize: 12,
    fontFamily: typography.fontFamily,
  };
  const highest = Math.max(
    ...points.map(({ innerSourceShare }) => innerSourceShare ?? 0),
  );
  // Round tens of percent, so that a low share is not a flat line.
  const top = Math.min(Math.max(Math.ceil(highest * 10) / 10, 0.1), 1);
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <AreaChart
        data={points}
        margin={{ top: 8, right: 24, bottom: 0, left: -8 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis
          dataKey="month"
          interval="equidistantPreserveStart"
          minTickGap={24}
          tickFormatter={format.shortMonth}
          tick={tick}
          stroke={palette.divider}
        />
        <YAxis
          domain={[0, top]}
          ticks={[0, top / 2, top]}
          tickFormatter={format.percent}
          tick={tick}
          stroke={palette.divider}
        />
        <Tooltip
          content={({ active, payload }) => {
            const point: Point | undefined = active
              ? payload?.[0]?.payload
              : undefined;
            return point && point.innerSourceShare !== null ? (
              <Typography variant="body2" className={classes.tooltip}>
                {format.month(point.month)}:{' '}
                {format.percent(point.innerSourceShare)}
              </Typography>
            ) : null;
          }}
        />
        <Area
          dataKey="innerSourceShare"
          type="linear"
          stroke={color}
          strokeWidth={2}
          fill={color}
          fillOpacity={0.12}
          dot={{ r: 2.5, fill: color }}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
