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

import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  BackendStatus,
  ProgramSummary,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ProgramView,
  useBackendStatus,
  useErrorText,
  useFormat,
  useProgramSummary,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FailureReason } from '../FailureReason';
import { StatusIcon } from '../StatusIcon';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';

const SHOWN_FAILURES = 5;

const STATES = ['evaluated', 'pending', 'failing', 'noSource'] as const;

const ICONS = {
  evaluated: 'pass',
  pending: 'partial',
  failing: 'fail',
  noSource: 'unknown',
} as const;

const useStyles = makeStyles(
  theme => ({
    states: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(105px, 1fr))',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    state: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    count: {
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 700,
      lineHeight: 1.2,
    },
    list: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      ...theme.typography.body2,
    },
  }),
  { name: 'InnerSourceCoverage' },
);

/** How much of the scope the figures stand on. */
export function Coverage(props: { view: ProgramView }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const status = useBackendStatus();
  const errorText = useErrorText();
  return (
    <ProgramBlock
      title={t('program.coverage.title')}
      section="coverage"
      fileName={['innersource', 'coverage', scopeName(props.view)]}
      query={useProgramSummary(props.view)}
      empty={({ projects }) => projects.value === 0 && t('program.noProjects')}
      finding={({ coverage, projects, unknownShare }) =>
        [
          t('program.coverage.finding', {
            evaluated: format.score(coverage.evaluated),
            projects: format.score(projects.value ?? 0),
          }),
          unknownShare.value !== null &&
            t('program.coverage.unknown', {
              share: format.percent(unknownShare.value),
            }),
        ]
          .filter(Boolean)
          .join(' ')
      }
      caveat={t('program.coverage.caveat')}
      table={({ coverage }) => ({
        isShown: true,
        columns: [
          { label: t('program.coverage.state') },
          { label: t('program.flows.projects'), numeric: true },
        ],
        rows: STATES.map(state => [
          t(`program.coverage.${state}`),
          coverage[state],
        ]),
      })}
    >
      {summary => (
        <>
          <States coverage={summary.coverage} />
          {status.data && <Status status={status.data} />}
          {status.error && (
            <Typography variant="body2" role="alert">
              {t('program.coverage.statusFailed', {
                message: errorText(status.error),
              })}
            </Typography>
          )}
        </>
      )}
    </ProgramBlock>
  );
}

function States(props: { coverage: ProgramSummary['coverage'] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <ul className={classes.states}>
      {STATES.map(state => (
        <li key={state} className={classes.state}>
          <StatusIcon status={ICONS[state]} />
          <div>
            <div className={classes.count}>
              {format.score(props.coverage[state])}
            </div>
            <Typography variant="caption" color="textSecondary">
              {t(`program.coverage.${state}`)}
            </Typography>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Status(props: { status: BackendStatus }) {
  const { firstPass, failing, sources } = props.status;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const unhealthy = sources.filter(({ healthy }) => !healthy);
  const progress = t('program.coverage.firstPass', {
    progress: format.percent(firstPass.progress),
  });
  return (
    <>
      {!firstPass.done && (
        <div>
          <Typography variant="body2" gutterBottom>
            {progress}{' '}
            {firstPass.estimatedSeconds !== null &&
              t('program.coverage.estimate', {
                time: format.duration(firstPass.estimatedSeconds / 3600),
              })}
          </Typography>
          <LinearProgress
            variant="determinate"
            value={firstPass.progress * 100}
            aria-label={progress}
          />
        </div>
      )}
      {unhealthy.length + failing.length > 0 && (
        <div>
          <Typography variant="subtitle2" component="h3">
            {t('program.coverage.problems')}
          </Typography>
          <ul className={classes.list}>
            {unhealthy.map(({ source, message }) => (
              <li key={source}>
                {source}: {t('program.coverage.unhealthy')}{' '}
                <span lang="en">{message}</span>
              </li>
            ))}
            {failing
              .slice(0, SHOWN_FAILURES)
              .map(({ repositoryUrl, kind, message, since }) => (
                <li key={repositoryUrl}>
                  {repositoryUrl}: <FailureReason failure={{ kind, message }} />{' '}
                  {t('state.failedSince', { time: format.dateTime(since) })}
                </li>
              ))}
          </ul>
          {failing.length > SHOWN_FAILURES && (
            <Typography variant="body2">
              {t('program.coverage.moreProblems', {
                count: failing.length - SHOWN_FAILURES,
              })}
            </Typography>
          )}
        </div>
      )}
    </>
  );
}
