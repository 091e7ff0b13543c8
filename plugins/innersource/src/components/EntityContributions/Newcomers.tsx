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

import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { useRelationFill } from '../RelationFill';
import { fileNameOf } from './fileName';

const SHOWN = ['other', 'own', 'unknown'] as const;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.25),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    text: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
    },
    figures: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    bar: {
      display: 'block',
      marginTop: theme.spacing(0.25),
    },
  }),
  { name: 'InnerSourceNewcomers' },
);

/** Whether the project finds new people and keeps them. */
export function Newcomers(props: { contributions: ProjectContributions }) {
  const { contributions } = props;
  const { contributors, newContributors, returningContributors } =
    contributions;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const { patterns, fill, stroke } = useRelationFill();
  const max = Math.max(...SHOWN.map(relation => contributors[relation]), 1);
  const percent = (people: number) => (99 * people) / max;
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
      <ul className={classes.list}>
        {SHOWN.map(relation => (
          <li key={relation}>
            <div className={classes.text}>
              <span>{t(`contributions.relation.${relation}`)}</span>
              <span className={classes.figures}>
                {t('contributions.outsideNote', {
                  fresh: format.score(newContributors[relation]),
                  returning: format.score(returningContributors[relation]),
                })}
              </span>
            </div>
            <svg
              className={classes.bar}
              width="100%"
              height={12}
              aria-hidden
              focusable="false"
            >
              <defs>{patterns}</defs>
              {contributors[relation] > 0 && (
                <>
                  <rect
                    x={0.5}
                    y={0.5}
                    width={`${percent(contributors[relation])}%`}
                    height={11}
                    rx={2}
                    fill="none"
                    stroke={stroke(relation)}
                  />
                  <rect
                    x={0.5}
                    y={0.5}
                    width={`${percent(newContributors[relation])}%`}
                    height={11}
                    rx={2}
                    fill={fill(relation)}
                    stroke={stroke(relation)}
                  />
                </>
              )}
            </svg>
          </li>
        ))}
      </ul>
      <Typography variant="caption" color="textSecondary">
        {t('contributions.freshMark')} · {t('contributions.allMark')}
      </Typography>
    </ChartCard>
  );
}
