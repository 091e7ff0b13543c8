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
import Timeline from '@material-ui/icons/Timeline';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import {
  useContributionWindow,
  useFormat,
  useTold,
  useProjectContributions,
} from '../../hooks';
import { metricDocsUrl } from '../../lib/metricDocs';
import { innersourceTranslationRef } from '../../translation';
import { Loading } from '../Loading';
import { InsightNote } from '../InsightNote';
import { LoadingFailed } from '../LoadingFailed';
import { Notice } from '../Notice';
import { NothingRead } from '../ReadingState';
import { WindowSwitch } from '../WindowSwitch';
import { ContributingTeams } from './ContributingTeams';
import { ContributionFigures } from './ContributionFigures';
import { ContributionMonths } from './ContributionMonths';
import { DistanceDistribution } from './DistanceDistribution';
import { Newcomers } from './Newcomers';
import { OutcomeOfChangeRequests } from './OutcomeOfChangeRequests';
import { People } from './People';
import { ResponseTimes } from './ResponseTimes';
import { Usage } from './Usage';

/** From this share of unknown contributions on, the figures say little. */
const MUCH_UNKNOWN = 0.25;

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
    charts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    wide: {
      gridColumn: '1 / -1',
      minWidth: 0,
    },
  }),
  { name: 'InnerSourceEntityContributions' },
);

/** Who contributes to the project, from where, and how it answers. */
export function EntityContributions(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [days, setDays] = useContributionWindow();
  const { data, error, refetch } = useProjectContributions(entityRef, days);

  if (!data && error) {
    return (
      <LoadingFailed
        title={t('contributions.errorTitle')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) {
    return <Loading label={t('contributions.loading')} />;
  }
  if (data.status === 'pending') {
    return <NothingRead reading={data.reading} />;
  }

  const { window, updatedAt } = data;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="div">
          {t('contributions.period', {
            from: format.date(window.from),
            to: format.date(window.to),
          })}
          {updatedAt && (
            <>
              {' · '}
              <time dateTime={updatedAt} title={format.dateTime(updatedAt)}>
                {t('contributions.updated', {
                  time: format.relative(updatedAt),
                })}
              </time>
            </>
          )}
        </Typography>
        <WindowSwitch value={days} onChange={setDays} />
      </div>
      <Notes contributions={data} />
      {isEmpty(data) ? (
        <Notice
          Icon={Timeline}
          title={t('contributions.emptyTitle')}
          description={t('contributions.emptyDescription', {
            from: format.date(window.from),
            to: format.date(window.to),
          })}
        />
      ) : (
        <ContributionFigures contributions={data} />
      )}
      <div className={classes.charts}>
        <div className={classes.wide}>
          <ContributionMonths contributions={data} />
        </div>
        <ContributingTeams contributions={data} />
        <DistanceDistribution contributions={data} />
        <ResponseTimes contributions={data} />
        <OutcomeOfChangeRequests contributions={data} />
        <Newcomers contributions={data} />
        <Usage contributions={data} />
        <div className={classes.wide}>
          <People contributions={data} />
        </div>
      </div>
    </div>
  );
}

function isEmpty({ counts }: ProjectContributions): boolean {
  return Object.values(counts).every(relations =>
    Object.values(relations).every(count => count === 0),
  );
}

function Notes(props: { contributions: ProjectContributions }) {
  const { owner, share, changeRequests, unit } = props.contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const told = useTold();
  const format = useFormat();
  return (
    <>
      {owner === null && (
        <InsightNote severity="warning" title={t('contributions.noOwnerTitle')}>
          {t('contributions.noOwnerDescription')}
        </InsightNote>
      )}
      {share.unknown !== null && share.unknown >= MUCH_UNKNOWN && (
        <InsightNote
          severity="warning"
          title={t('contributions.unknownTitle', {
            percent: format.percent(share.unknown),
          })}
        >
          {t('contributions.unknownDescription')}{' '}
          <Link
            to={metricDocsUrl('who-is-who-identities-and-bots')}
            underline="always"
          >
            {t('contributions.unknownHow')}
          </Link>
        </InsightNote>
      )}
      {!changeRequests.known && unit === 'commit' && (
        <InsightNote severity="info" title={t('contributions.gitAloneTitle')}>
          {t('contributions.gitAloneDescription', {
            reason: told(changeRequests),
          })}
        </InsightNote>
      )}
    </>
  );
}
