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
import { PartBars } from './PartBars';
import { ChartCard } from '../ChartCard';
import { fileNameOf } from './fileName';

const SHOWN = ['other', 'own', 'unknown'] as const;

/** Whether the project finds new people and keeps them. */
export function Newcomers(props: { contributions: ProjectContributions }) {
  const { contributions } = props;
  const { contributors, newContributors, returningContributors } =
    contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <ChartCard
      title={t('contributions.newcomersTitle')}
      section="contributors"
      finding={
        contributors.other === 0
          ? t('contributions.newcomersNone')
          : t('contributions.newcomersFinding', {
              fresh: format.score(newContributors.other),
              total: format.score(contributors.other),
              returning: format.score(returningContributors.other),
            })
      }
      caveat={t('contributions.newcomersCaveat', {
        from: format.date(contributions.historyFrom),
      })}
      fileName={fileNameOf(contributions, 'contributors')}
      table={{
        columns: [
          { label: t('contributions.relationColumn') },
          { label: t('contributions.people'), numeric: true },
          { label: t('contributions.freshColumn'), numeric: true },
          { label: t('contributions.returningColumn'), numeric: true },
        ],
        rows: SHOWN.map(relation => [
          t(`contributions.relation.${relation}`),
          contributors[relation],
          newContributors[relation],
          returningContributors[relation],
        ]),
      }}
    >
      <PartBars
        items={SHOWN.map(relation => ({
          relation,
          figures: t('contributions.outsideNote', {
            fresh: format.score(newContributors[relation]),
            returning: format.score(returningContributors[relation]),
          }),
          ...(contributors[relation] > 0 && {
            bar: {
              part: newContributors[relation],
              whole: contributors[relation],
            },
          }),
        }))}
      />
      <Typography variant="caption" color="textSecondary">
        {t('contributions.freshMark')} · {t('contributions.allMark')}
      </Typography>
    </ChartCard>
  );
}
