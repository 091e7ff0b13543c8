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

import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  ContributingTeam,
  ProjectContributions,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { Legend } from '../Legend';
import { RankedBars } from '../RankedBars';
import { fileNameOf } from './fileName';

const SHOWN_TEAMS = 8;

/** Which teams contribute, and from how far. */
export function ContributingTeams(props: {
  contributions: ProjectContributions;
}) {
  const { contributions } = props;
  const { teams, counts, unit } = contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? teams.list : teams.list.slice(0, SHOWN_TEAMS);
  const noteOf = ({ relation, distance }: ContributingTeam) => {
    if (relation === 'own') {
      return t('contributions.ownTeam');
    }
    return distance === null
      ? undefined
      : t('contributions.distanceOf', { distance: format.score(distance) });
  };
  let caveat: string | undefined;
  if (teams.elephantFactor === 1 && teams.count > 1) {
    caveat = t('contributions.teamsCaveatOne');
  } else if (teams.list.some(({ team }) => team === null)) {
    caveat = t('contributions.teamsCaveatSmall');
  } else if (counts[unit].unknown > 0) {
    caveat = t('contributions.teamsCaveatUnknown');
  }

  if (teams.list.length === 0) {
    return (
      <ChartCard
        title={t('contributions.teamsTitle')}
        section="teams-contributing"
        fileName={[]}
      >
        <Typography variant="body2">{t('contributions.teamsEmpty')}</Typography>
      </ChartCard>
    );
  }
  return (
    <ChartCard
      title={t('contributions.teamsTitle')}
      section="teams-contributing"
      finding={t('contributions.teamsFinding', {
        count: teams.count,
        other: format.score(teams.otherCount),
      })}
      caveat={caveat}
      fileName={fileNameOf(contributions, 'teams')}
      table={{
        columns: [
          {
            label: t('contributions.team'),
            format: ref =>
              String(ref).includes(':') ? (
                <EntityDisplayName entityRef={String(ref)} hideIcon />
              ) : (
                ref
              ),
          },
          { label: t('contributions.relationColumn') },
          { label: t('contributions.distance'), numeric: true },
          { label: t('contributions.contributionsColumn'), numeric: true },
        ],
        rows: teams.list.map(item => [
          item.team ?? t('contributions.smallTeams', { count: item.teams }),
          t(`contributions.relation.${item.relation}`),
          item.distance,
          item.contributions,
        ]),
      }}
    >
      <Legend
        items={(['own', 'other'] as const).map(relation => ({
          relation,
          label: t(`contributions.relation.${relation}`),
        }))}
      />
      <RankedBars
        items={shown.map(item => ({
          key: `${item.team} ${item.relation}`,
          label: item.team ? (
            <EntityRefLink entityRef={item.team} hideIcon />
          ) : (
            t('contributions.smallTeams', { count: item.teams })
          ),
          note: noteOf(item),
          value: item.contributions,
          relation: item.relation,
        }))}
      />
      {teams.list.length > SHOWN_TEAMS && (
        <div>
          <Button
            size="small"
            aria-expanded={showAll}
            onClick={() => setShowAll(!showAll)}
          >
            {showAll
              ? t('contributions.showFewerTeams')
              : t('contributions.showAllTeams', {
                  total: format.score(teams.list.length),
                })}
          </Button>
        </div>
      )}
    </ChartCard>
  );
}
