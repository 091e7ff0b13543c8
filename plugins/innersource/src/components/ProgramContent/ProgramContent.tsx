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
import Lock from '@material-ui/icons/LockOutlined';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  CONTRIBUTION_WINDOWS,
  innersourceProgramReadPermission,
  ProgramSummary,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useFormat,
  useProgramProgress,
  useProgramSummary,
  useProgramView,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { InsightNote } from '../InsightNote';
import { Notice } from '../Notice';
import { ReadingNote } from '../ReadingState';
import { AdoptionTrend } from './AdoptionTrend';
import { CategoryHeatmap } from './CategoryHeatmap';
import { ChoiceField } from './ChoiceField';
import { Coverage } from './Coverage';
import { FlowHeatmap } from './FlowHeatmap';
import { HeldBack } from './HeldBack';
import { Movers } from './Movers';
import { Newcomers } from './Newcomers';
import { ProgramFigures } from './ProgramFigures';
import { ReportButton } from './ReportButton';
import { ScopePicker } from './ScopePicker';
import { ShareTrend } from './ShareTrend';
import { SetUp } from './SetUp';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    scope: {
      flex: '1 1 260px',
      maxWidth: 420,
      minWidth: 0,
    },
    report: {
      display: 'flex',
      gap: theme.spacing(1),
      marginLeft: 'auto',
    },
    period: {
      marginTop: theme.spacing(1),
    },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'InnerSourceProgram' },
);

/** The program office's view: is InnerSource growing, who helps whom, what holds projects back. */
export function ProgramContent() {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { allowed, loading } = usePermission({
    permission: innersourceProgramReadPermission,
  });
  if (loading) {
    return <Progress />;
  }
  if (!allowed) {
    return (
      <Notice
        Icon={Lock}
        title={t('program.noPermissionTitle')}
        description={t('program.noPermissionDescription')}
      />
    );
  }
  return (
    <InnerSourceProvider>
      <Program />
    </InnerSourceProvider>
  );
}

function Program() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [view, change] = useProgramView();
  const { data: summary } = useProgramSummary(view);
  useProgramProgress(summary);
  const period = summary?.window;

  return (
    <div className={classes.root}>
      <div>
        <div className={classes.bar}>
          <div className={classes.scope}>
            <ScopePicker
              value={view.scope}
              onChange={scope => change({ scope })}
            />
          </div>
          <ChoiceField
            label={t('program.window')}
            options={CONTRIBUTION_WINDOWS.map(days => ({
              value: days,
              label: t(`program.days${days}`),
            }))}
            value={view.window}
            onChange={window => change({ window })}
          />
          <div className={classes.report}>
            <ReportButton view={view} />
          </div>
        </div>
        {period && (
          <Typography variant="body2" className={classes.period}>
            {t('program.period', {
              from: format.date(period.from),
              to: format.date(period.to),
            })}
          </Typography>
        )}
      </div>
      {summary && <Growing summary={summary} />}
      <ProgramFigures view={view} />
      <div className={classes.pair}>
        <AdoptionTrend view={view} />
        <ShareTrend view={view} />
      </div>
      <FlowHeatmap view={view} onLevel={level => change({ level })} />
      <HeldBack view={view} />
      <CategoryHeatmap view={view} onOrder={orderBy => change({ orderBy })} />
      <Movers view={view} />
      <div className={classes.pair}>
        <Newcomers view={view} />
        <Coverage view={view} />
      </div>
      <SetUp />
    </div>
  );
}

/** What the figures do not stand on yet. */
function Growing(props: { summary: ProgramSummary }) {
  const { coverage, projects, reading } = props.summary;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  if (!projects.value) {
    return null;
  }
  return (
    <>
      {coverage.pending > 0 && (
        <InsightNote
          severity="info"
          role="status"
          title={t('program.coverage.finding', {
            evaluated: format.score(coverage.evaluated),
            projects: format.score(projects.value),
          })}
        >
          {t('program.coverage.growing')}
        </InsightNote>
      )}
      <ReadingNote reading={reading} />
    </>
  );
}
