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
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTold } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { RankedBars } from '../RankedBars';
import { fileNameOf } from './fileName';

/** Who uses the project, by what the catalog says. */
export function Usage(props: { contributions: ProjectContributions }) {
  const { contributions } = props;
  const { usage, owner } = contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const told = useTold();
  const format = useFormat();
  const title = t('contributions.usageTitle');

  if (!usage.known || usage.value.dependents === 0) {
    return (
      <ChartCard title={title} section="usage-count" fileName={[]}>
        <Typography variant="body2">
          {usage.known
            ? t('contributions.usageEmpty')
            : t('contributions.usageUnknown', { reason: told(usage) })}
        </Typography>
      </ChartCard>
    );
  }
  const contributing = new Set(contributions.teams.list.map(item => item.team));
  const { dependents, otherTeamCount, teams } = usage.value;
  return (
    <ChartCard
      title={title}
      section="usage-count"
      finding={t('contributions.usageFinding', {
        count: dependents,
        other: format.score(otherTeamCount),
      })}
      caveat={t('contributions.usageCaveat')}
      fileName={fileNameOf(contributions, 'usage')}
      table={{
        columns: [
          {
            label: t('contributions.team'),
            format: ref => (
              <EntityDisplayName entityRef={String(ref)} hideIcon />
            ),
          },
          { label: t('contributions.dependents'), numeric: true },
        ],
        rows: teams.map(item => [item.team, item.dependents]),
      }}
    >
      <RankedBars
        items={teams.map(item => ({
          key: item.team,
          label: <EntityRefLink entityRef={item.team} hideIcon />,
          note: contributing.has(item.team)
            ? t('contributions.contributesToo')
            : undefined,
          value: item.dependents,
          relation: item.team === owner ? 'own' : 'other',
        }))}
      />
    </ChartCard>
  );
}
