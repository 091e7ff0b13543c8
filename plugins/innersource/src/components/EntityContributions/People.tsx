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
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { fileNameOf } from './fileName';

const INTRODUCTION = {
  hidden: 'contributions.peopleHidden',
  self: 'contributions.peopleSelf',
  named: 'contributions.peopleNamed',
} as const;

const NOBODY = {
  hidden: undefined,
  self: 'contributions.peopleSelfNone',
  named: 'contributions.peopleNamedNone',
} as const;

/** The people whom the reader may see by name. */
export function People(props: { contributions: ProjectContributions }) {
  const { contributions } = props;
  const { visibility, items } = contributions.people;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const nobody = NOBODY[visibility];
  const card = {
    title: t('contributions.peopleTitle'),
    section: 'privacy',
    finding: t(INTRODUCTION[visibility]),
    fileName: fileNameOf(contributions, 'people'),
  } as const;
  if (items.length === 0) {
    return (
      <ChartCard {...card}>
        {nobody && (
          <Typography variant="body2" color="textSecondary">
            {t(nobody)}
          </Typography>
        )}
      </ChartCard>
    );
  }
  return (
    <ChartCard
      {...card}
      caveat={t('contributions.peopleCaveat')}
      table={{
        columns: [
          {
            label: t('contributions.person'),
            minWidth: 120,
            format: (name, row) => {
              const { user } = items[row];
              return user ? (
                <EntityRefLink entityRef={user} hideIcon>
                  {name}
                </EntityRefLink>
              ) : (
                name
              );
            },
          },
          {
            label: t('contributions.team'),
            minWidth: 120,
            format: ref => <EntityRefLink entityRef={String(ref)} hideIcon />,
          },
          { label: t('contributions.relationColumn') },
          { label: t('contributions.contributionsColumn'), numeric: true },
          { label: t('contributions.isNew') },
        ],
        rows: items.map(person => [
          person.name,
          person.team,
          t(`contributions.relation.${person.relation}`),
          person.contributions,
          person.isNew ? t('contributions.yes') : t('contributions.no'),
        ]),
      }}
    />
  );
}
