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
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import Lock from '@material-ui/icons/LockOutlined';
import PersonOutline from '@material-ui/icons/PersonOutline';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  MyContributions,
  TeamExchange,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useContributionWindow,
  useFormat,
  useMyContributions,
} from '../../hooks';
import { statusOf } from '../../lib/errors';
import { isBeingRead } from '../../lib/reading';
import { KINDS } from '../../lib/relation';
import { rootRouteRef } from '../../routes';
import { innersourceTranslationRef } from '../../translation';
import { Loading } from '../Loading';
import { ChartCard } from '../ChartCard';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { KeyFigure, KeyFigures } from '../KeyFigure';
import { RetryPanel } from '../LoadingFailed';
import { Notice } from '../Notice';
import { RankedBars } from '../RankedBars';
import { NothingRead, ReadingNote } from '../ReadingState';
import { Sparkbars } from '../Sparkbars';
import { TemplateBlock } from '../TemplateBlock';
import { WindowSwitch } from '../WindowSwitch';
import { ClosedChangeRequests, WaitingChangeRequests } from './ChangeRequests';

const SHOWN_PROJECTS = 10;

const LOGIN_TEMPLATE = {
  path: 'user.yaml',
  content: `metadata:
  annotations:
    github.com/user-login: your-login
`,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    cards: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    teams: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
  }),
  { name: 'InnerSourceMyContributions' },
);

/** What the signed-in user gave to projects of other teams. */
export function MyContributionsContent() {
  return (
    <InnerSourceProvider>
      <Body />
    </InnerSourceProvider>
  );
}

function Body() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [days, setDays] = useContributionWindow();
  const { data, error, refetch } = useMyContributions(days);

  if (!data && error) {
    const status = statusOf(error);
    return status === 401 || status === 403 ? (
      <Notice
        Icon={Lock}
        title={t('contributions.mySignInTitle')}
        description={t('contributions.mySignInDescription')}
      />
    ) : (
      <RetryPanel
        title={t('contributions.errorTitle')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) {
    return <Loading label={t('contributions.loading')} />;
  }
  if (data.reading.read === 0) {
    return <NothingRead reading={data.reading} />;
  }
  if (!data.identified) {
    return isBeingRead(data.reading) ? (
      <Notice
        Icon={HourglassEmpty}
        title={t('contributions.reading.title', {
          read: format.score(data.reading.read),
          projects: format.score(data.reading.projects),
        })}
        description={
          <span role="status">{t('contributions.reading.noneYours')}</span>
        }
      />
    ) : (
      <Unidentified user={data.user} />
    );
  }
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body1">{t('contributions.mySubtitle')}</Typography>
        <WindowSwitch value={days} onChange={setDays} />
      </div>
      <ReadingNote reading={data.reading} />
      <KeyFigures label={t('contributions.figures')}>
        <Figures mine={data} />
      </KeyFigures>
      <div className={classes.cards}>
        <Projects mine={data} />
        <Months mine={data} />
      </div>
      <WaitingChangeRequests mine={data} />
      <ClosedChangeRequests mine={data} />
    </div>
  );
}

function Unidentified(props: { user: string }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  return (
    <Notice
      Icon={PersonOutline}
      title={t('contributions.myUnidentifiedTitle')}
      description={t('contributions.myUnidentifiedDescription', {
        user: props.user,
      })}
    >
      <TemplateBlock template={LOGIN_TEMPLATE} />
      <Link to={root}>{t('contributions.discover')}</Link>
    </Notice>
  );
}

function Figures(props: { mine: MyContributions }) {
  const { counts, changeRequests, teamsHelped } = props.mine;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const waiting = changeRequests.filter(({ state }) => state === 'open');
  const longest = Math.max(...waiting.map(({ days }) => days), 0);
  return (
    <>
      {KINDS.map(kind => (
        <KeyFigure
          key={kind}
          label={
            kind === 'change-request'
              ? t('contributions.mergedLabel')
              : t(`contributions.kind.${kind}`)
          }
          section="contributions-by-relation"
          value={format.score(counts[kind])}
        />
      ))}
      <KeyFigure
        label={t('contributions.teamsHelped')}
        section="given-and-received"
        value={format.score(countTeams(teamsHelped))}
      />
      <KeyFigure
        label={t('contributions.waitingTitle')}
        section="time-to-first-response"
        value={format.score(waiting.length)}
      >
        {waiting.length > 0 &&
          t('contributions.longest', {
            time: format.days(longest),
          })}
      </KeyFigure>
    </>
  );
}

function Projects(props: { mine: MyContributions }) {
  const { user, projects, teamsHelped, window } = props.mine;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  if (projects.length === 0) {
    return (
      <ChartCard
        title={t('contributions.myProjects')}
        section="given-and-received"
        fileName={[]}
      >
        <Typography variant="body2">{t('contributions.myEmpty')}</Typography>
      </ChartCard>
    );
  }
  return (
    <ChartCard
      title={t('contributions.myProjects')}
      section="given-and-received"
      finding={t('contributions.myProjectsFinding', {
        count: projects.length,
        teams: format.score(countTeams(teamsHelped)),
      })}
      caveat={t('contributions.myProjectsCaveat')}
      fileName={[parseEntityRef(user).name, 'projects', window.from, window.to]}
      table={{
        columns: [
          {
            label: t('contributions.project'),
            format: ref => (
              <EntityDisplayName entityRef={String(ref)} hideIcon />
            ),
          },
          { label: t('contributions.contributionsColumn'), numeric: true },
        ],
        rows: projects.map(item => [item.entityRef, item.contributions]),
      }}
    >
      <RankedBars
        items={projects.slice(0, SHOWN_PROJECTS).map(item => ({
          key: item.entityRef,
          label: <EntityRefLink entityRef={item.entityRef} hideIcon />,
          value: item.contributions,
          relation: 'other',
        }))}
      />
      <div>
        <Typography variant="subtitle2" component="h3">
          {t('contributions.teamsHelped')}
        </Typography>
        <ul className={classes.teams}>
          {teamsHelped.map(({ team, teams }) => (
            <li key={team}>
              {team ? (
                <EntityRefLink entityRef={team} defaultKind="group" hideIcon />
              ) : (
                t('contributions.smallTeams', { count: teams })
              )}
            </li>
          ))}
        </ul>
      </div>
    </ChartCard>
  );
}

function Months(props: { mine: MyContributions }) {
  const { user, months, projects, window } = props.mine;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <ChartCard
      title={t('contributions.monthsTitle')}
      section="given-and-received"
      finding={t('contributions.myMonthsFinding', {
        count: projects.reduce((sum, item) => sum + item.contributions, 0),
        from: format.date(window.from),
        to: format.date(window.to),
      })}
      caveat={t('contributions.myMonthsCaveat')}
      fileName={[parseEntityRef(user).name, 'months', window.to]}
      table={{
        columns: [
          {
            label: t('contributions.month'),
            minWidth: 84,
            format: month => format.month(String(month)),
          },
          { label: t('contributions.contributionsColumn'), numeric: true },
        ],
        rows: months.map(item => [item.month, item.contributions]),
      }}
    >
      <div>
        <Sparkbars
          values={months.map(item => item.contributions)}
          relation="other"
        />
        {months.length > 0 && (
          <Typography variant="caption" color="textSecondary">
            {t('contributions.period', {
              from: format.month(months[0].month),
              to: format.month(months[months.length - 1].month),
            })}
          </Typography>
        )}
      </div>
    </ChartCard>
  );
}

function countTeams(exchanges: readonly TeamExchange[]): number {
  return exchanges.reduce((sum, { teams }) => sum + teams, 0);
}
