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
import { ReactNode, useState } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCardVariants } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import {
  ContributionWindowDays,
  TeamContributions,
  TeamExchange,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTeamContributions } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { Loading } from '../Loading';
import { ChartCard } from '../ChartCard';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { LoadingFailed } from '../LoadingFailed';
import { ReadingNote } from '../ReadingState';
import { Sparkbars } from '../Sparkbars';
import { WindowSwitch } from '../WindowSwitch';

const SHOWN_TEAMS = 5;

const useStyles = makeStyles(
  theme => ({
    root: {
      containerType: 'inline-size',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    grades: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    grade: {
      padding: theme.spacing(0.25, 1.25),
      borderRadius: 999,
      border: `1px solid ${theme.palette.text.secondary}`,
      ...theme.typography.body2,
      '& strong': { fontVariantNumeric: 'tabular-nums' },
    },
    sides: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      '@container (min-width: 480px)': {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    title: {
      fontWeight: 700,
    },
    number: {
      ...theme.typography.h4,
      marginBottom: 0,
      fontWeight: 700,
      lineHeight: 1.2,
      color: theme.palette.text.primary,
    },
    teams: {
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
      '& li': {
        display: 'flex',
        justifyContent: 'space-between',
        gap: theme.spacing(2),
        padding: theme.spacing(0.25, 0),
        overflowWrap: 'anywhere',
      },
    },
    section: {
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'InnerSourceGroupCard' },
);

/**
 * Props of {@link EntityGroupInnerSourceCard}.
 *
 * @public
 */
export interface EntityGroupInnerSourceCardProps {
  /** How the card fits into its grid. */
  variant?: InfoCardVariants;
}

/** A team's projects by grade, and what it gives to and gets from other teams. */
export function EntityGroupInnerSourceCard(
  props: EntityGroupInnerSourceCardProps,
) {
  const { entity } = useEntity();
  return (
    <InnerSourceProvider>
      <TeamCard
        entityRef={stringifyEntityRef(entity)}
        variant={props.variant}
      />
    </InnerSourceProvider>
  );
}

function TeamCard(props: { entityRef: string; variant?: InfoCardVariants }) {
  const { entityRef, variant } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [days, setDays] = useState<ContributionWindowDays>(365);
  const { data, error, refetch } = useTeamContributions(entityRef, days);
  const card = {
    title: t('contributions.teamCardTitle'),
    section: 'given-and-received',
    variant,
  } as const;

  if (!data) {
    return (
      <ChartCard {...card} fileName={[]}>
        {error ? (
          <LoadingFailed
            title={t('contributions.errorTitle')}
            error={error}
            onRetry={refetch}
          />
        ) : (
          <Loading label={t('contributions.loading')} />
        )}
      </ChartCard>
    );
  }
  if (data.reading.read === 0) {
    return (
      <ChartCard {...card} fileName={[]}>
        <TeamBody team={data} />
      </ChartCard>
    );
  }
  const { window, given, received, months } = data;
  const range = { from: format.date(window.from), to: format.date(window.to) };
  return (
    <ChartCard
      {...card}
      finding={
        given
          ? t('contributions.teamFinding', {
              ...range,
              given: format.score(given.contributions),
              received: format.score(received.contributions),
            })
          : t('contributions.teamFindingReceived', {
              ...range,
              received: format.score(received.contributions),
            })
      }
      caveat={t('contributions.teamCaveat')}
      fileName={[
        parseEntityRef(entityRef).name,
        'given-and-received',
        window.to,
      ]}
      table={{
        columns: [
          {
            label: t('contributions.month'),
            minWidth: 84,
            format: month => format.month(String(month)),
          },
          { label: t('contributions.givenColumn'), numeric: true },
          { label: t('contributions.receivedColumn'), numeric: true },
        ],
        rows: months.map(item => [item.month, item.given, item.received]),
      }}
    >
      <TeamBody
        team={data}
        windowSwitch={<WindowSwitch value={days} onChange={setDays} />}
      />
    </ChartCard>
  );
}

function TeamBody(props: {
  team: TeamContributions;
  windowSwitch?: ReactNode;
}) {
  const { reading, projects, given, received, months } = props.team;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.head}>
          <Typography
            variant="subtitle2"
            component="h3"
            className={classes.title}
          >
            {t('contributions.teamProjects', { count: projects.total })}
          </Typography>
          {props.windowSwitch}
        </div>
        {projects.total === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('contributions.teamProjectsNone')}
          </Typography>
        ) : (
          <ul className={classes.grades}>
            {projects.byGrade.map(({ grade, count }) => (
              <li key={grade} className={classes.grade}>
                {grade === null ? t('grade.none') : t('grade.label', { grade })}{' '}
                <strong>{format.score(count)}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
      <ReadingNote reading={reading} />
      {reading.read > 0 && (
        <div className={classes.sides}>
          <Side
            title={t('contributions.given')}
            teamsTitle={t('contributions.teamsHelped')}
            exchange={given}
            values={months.map(item => item.given ?? 0)}
            relation="own"
          >
            {given === null && t('contributions.givenHidden')}
          </Side>
          <Side
            title={t('contributions.received')}
            teamsTitle={t('contributions.teamsHelping')}
            exchange={received}
            values={months.map(item => item.received)}
            relation="other"
          >
            {received.share.innerSource !== null &&
              t('contributions.receivedShare', {
                percent: format.percent(received.share.innerSource),
              })}
          </Side>
        </div>
      )}
    </div>
  );
}

function Side(props: {
  title: string;
  teamsTitle: string;
  exchange: {
    contributions: number;
    contributors: number;
    teams: TeamExchange[];
  } | null;
  values: number[];
  relation: 'own' | 'other';
  children: ReactNode;
}) {
  const { title, exchange, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <section>
      <Typography variant="subtitle2" component="h3" className={classes.title}>
        {title}
      </Typography>
      {exchange && (
        <>
          <div className={classes.number}>
            {format.score(exchange.contributions)}
          </div>
          <Typography variant="body2" color="textSecondary">
            {t('contributions.byPeople', { count: exchange.contributors })}
          </Typography>
        </>
      )}
      <Typography variant="body2" color="textSecondary">
        {children}
      </Typography>
      {exchange && (
        <>
          <Sparkbars values={props.values} relation={props.relation} />
          <Typography
            variant="body2"
            component="h4"
            className={`${classes.title} ${classes.section}`}
          >
            {props.teamsTitle}
          </Typography>
          <Teams teams={exchange.teams} />
        </>
      )}
    </section>
  );
}

function Teams(props: { teams: TeamExchange[] }) {
  const { teams } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  if (teams.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('contributions.none')}
      </Typography>
    );
  }
  return (
    <ul className={classes.teams}>
      {teams.slice(0, SHOWN_TEAMS).map(item => (
        <li key={item.team}>
          {item.team ? (
            <EntityRefLink entityRef={item.team} hideIcon />
          ) : (
            t('contributions.smallTeams', { count: item.teams })
          )}
          <span>{format.score(item.contributions)}</span>
        </li>
      ))}
      {teams.length > SHOWN_TEAMS && (
        <li>
          {t('contributions.moreTeams', { count: teams.length - SHOWN_TEAMS })}
        </li>
      )}
    </ul>
  );
}
