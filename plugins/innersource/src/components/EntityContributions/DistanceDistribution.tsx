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

import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { RankedBars } from '../RankedBars';
import { fileNameOf } from './fileName';

/** From how far across the organisation contributions come. */
export function DistanceDistribution(props: {
  contributions: ProjectContributions;
}) {
  const { contributions } = props;
  const { distribution, median } = contributions.distance;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const sumOf = (items: typeof distribution) =>
    items.reduce((sum, item) => sum + item.contributions, 0);

  if (median === null) {
    return (
      <ChartCard
        title={t('contributions.distanceTitle')}
        section="contribution-distance"
        fileName={[]}
      >
        <Typography variant="body2">
          {t('contributions.distanceEmpty')}
        </Typography>
      </ChartCard>
    );
  }
  return (
    <ChartCard
      title={t('contributions.distanceTitle')}
      section="contribution-distance"
      finding={t('contributions.distanceFinding', {
        median: format.score(median),
        far: format.score(
          sumOf(distribution.filter(({ distance }) => distance >= 2)),
        ),
        total: format.score(sumOf(distribution)),
      })}
      caveat={t('contributions.distanceCaveat')}
      fileName={fileNameOf(contributions, 'distance')}
      table={{
        columns: [
          { label: t('contributions.distance'), numeric: true },
          { label: t('contributions.contributionsColumn'), numeric: true },
        ],
        rows: distribution.map(item => [item.distance, item.contributions]),
      }}
    >
      <RankedBars
        items={distribution.map(item => ({
          key: String(item.distance),
          label:
            item.distance === 0
              ? t('contributions.levels0')
              : t('contributions.levels', { count: item.distance }),
          value: item.contributions,
          relation: item.distance === 0 ? 'own' : 'other',
        }))}
      />
    </ChartCard>
  );
}
