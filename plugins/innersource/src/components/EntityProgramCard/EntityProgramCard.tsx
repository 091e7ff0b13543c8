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
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCardVariants, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ProgramChecks,
  ProgramSummary,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useCheckTexts,
  useFormat,
  useProgramChecks,
  useProgramSummary,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { EntityCard } from '../EntityCard';
import { RetryPanel } from '../LoadingFailed';
import { GradeBar } from '../GradeBar';

const SHOWN_CHECKS = 3;
const WINDOW = 90;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    title: {
      marginBottom: theme.spacing(0.5),
      fontWeight: 700,
    },
    checks: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    check: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
    },
    count: {
      flexShrink: 0,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 700,
    },
  }),
  { name: 'InnerSourceProgramCard' },
);

/**
 * Props of {@link EntityProgramCard}.
 *
 * @public
 */
export interface EntityProgramCardProps {
  /** How the card fits into its grid. */
  variant?: InfoCardVariants;
}

/** Projects of a system, domain or group: their grades, and what holds them back most. */
export function EntityProgramCard(props: EntityProgramCardProps) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <EntityCard title={t('program.card.title')} variant={props.variant}>
      <CardBody scope={stringifyEntityRef(entity)} />
    </EntityCard>
  );
}

function CardBody(props: { scope: string }) {
  const { scope } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const summary = useProgramSummary({ scope, window: WINDOW });
  const checks = useProgramChecks({ scope });
  const error = summary.error ?? checks.error;
  if (summary.data && checks.data) {
    return <RollUp summary={summary.data} checks={checks.data} />;
  }
  if (error) {
    return (
      <RetryPanel
        title={t('program.errorTitle', { title: t('program.card.title') })}
        error={error}
        onRetry={() => {
          summary.refetch();
          checks.refetch();
        }}
      />
    );
  }
  return <Progress />;
}

function RollUp(props: { summary: ProgramSummary; checks: ProgramChecks }) {
  const { summary, checks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const texts = useCheckTexts();
  if (!summary.projects.value) {
    return <Typography variant="body2">{t('program.card.empty')}</Typography>;
  }
  const weakest = checks.checks
    .map(check => ({ ...check, held: check.fail + check.partial }))
    .filter(({ held }) => held > 0)
    .slice(0, SHOWN_CHECKS);
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        {t('program.card.more', {
          inner: format.score(summary.innerSourceProjects.value ?? 0),
          projects: t('program.card.held', { count: summary.projects.value }),
        })}{' '}
        {summary.coverage.pending > 0 &&
          t('program.coverage.finding', {
            evaluated: format.score(summary.coverage.evaluated),
            projects: format.score(summary.projects.value),
          })}
      </Typography>
      <div>
        <Typography
          variant="subtitle2"
          component="h3"
          className={classes.title}
        >
          {t('program.card.grades')}
        </Typography>
        <GradeBar
          counts={summary.grades}
          grades={summary.grades.map(({ grade }) => grade)}
        />
      </div>
      <div>
        <Typography
          variant="subtitle2"
          component="h3"
          className={classes.title}
        >
          {t('program.card.weakest')}
        </Typography>
        {weakest.length === 0 ? (
          <Typography variant="body2">
            {summary.coverage.evaluated > 0
              ? t('program.card.nothing')
              : t('program.notKnown')}
          </Typography>
        ) : (
          <ul className={classes.checks}>
            {weakest.map(({ checkId, title, held, remedy }) => (
              <li key={checkId}>
                <div className={classes.check}>
                  <strong>{texts.title({ id: checkId, title })}</strong>
                  <span className={classes.count}>
                    {t('program.card.held', { count: held })}
                  </span>
                </div>
                <Typography variant="body2" color="textSecondary">
                  {texts.remedy({ id: checkId, remedy })}
                </Typography>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
