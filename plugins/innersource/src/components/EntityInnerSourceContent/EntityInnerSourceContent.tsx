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

import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useCallback, useId, useRef, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Evaluation,
  LevelInForce,
  ProjectDetail,
} from '@ispo/backstage-plugin-innersource-common';
import { useCheckFilters, useFormat, useSearchParamState } from '../../hooks';
import { RepositoryLocation } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { CategoryBars } from '../CategoryBars';
import { CheckList } from '../CheckList';
import { EntityContributions } from '../EntityContributions';
import { EvaluationBoundary } from '../EvaluationBoundary';
import { Freshness } from '../Freshness';
import { GradeChip } from '../GradeChip';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { NextGradePanel } from '../NextGradePanel';
import { RefreshButton } from '../RefreshButton';
import { ScoreDelta } from '../ScoreDelta';
import { ScoreRing } from '../ScoreRing';
import { ScoreTrend } from '../ScoreTrend';
import { StaleNote } from '../StaleNote';

const SHORT_COMMIT = 10;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
    tab: {
      minWidth: 0,
      textTransform: 'none',
      fontSize: theme.typography.pxToRem(15),
      color: theme.palette.text.primary,
    },
    summary: {
      padding: theme.spacing(3),
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      alignItems: 'center',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'auto minmax(220px, 1fr) minmax(220px, 1fr)',
        columnGap: theme.spacing(5),
      },
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(2),
      },
    },
    headline: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(2, 3),
    },
    grade: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    facts: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    freshness: {
      gridColumn: '1 / -1',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(320px, 1fr)',
        '& > $side': { order: 1 },
      },
    },
    side: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
  }),
  { name: 'InnerSourceEntityContent' },
);

const VIEWS = ['readiness', 'contributions'] as const;
type View = (typeof VIEWS)[number];
const VIEW_LABELS = {
  readiness: 'contributions.viewReadiness',
  contributions: 'contributions.viewContributions',
} as const satisfies Record<View, string>;

/**
 * InnerSource of the entity in full: every check, the way to the next grade and
 * the trend; and who contributes from where.
 */
export function EntityInnerSourceContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const id = useId();
  const [params, setParams] = useSearchParamState();
  const view = VIEWS.find(item => item === params.get('view')) ?? VIEWS[0];
  return (
    <InnerSourceProvider>
      <div className={classes.root}>
        <Tabs
          value={view}
          onChange={(_, chosen: View) =>
            setParams({ view: chosen === VIEWS[0] ? undefined : chosen })
          }
          aria-label={t('contributions.views')}
          indicatorColor="primary"
          selectionFollowsFocus
        >
          {VIEWS.map(item => (
            <Tab
              key={item}
              value={item}
              id={`${id}-tab-${item}`}
              aria-controls={`${id}-panel`}
              label={t(VIEW_LABELS[item])}
              className={classes.tab}
            />
          ))}
        </Tabs>
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-tab-${view}`}
        >
          {view === 'contributions' ? (
            <EntityContributions entityRef={entityRef} />
          ) : (
            <EvaluationBoundary entityRef={entityRef}>
              {(project, evaluation) => (
                <ContentBody project={project} evaluation={evaluation} />
              )}
            </EvaluationBoundary>
          )}
        </div>
      </div>
    </InnerSourceProvider>
  );
}

function ContentBody(props: {
  project: ProjectDetail;
  evaluation: Evaluation;
}) {
  const { project, evaluation } = props;
  const classes = useStyles();
  const [, changeFilters] = useCheckFilters();
  const [expandedIds, setExpandedIds] = useState<ReadonlySet<string>>(
    new Set(),
  );
  const list = useRef<HTMLDivElement>(null);

  const toggle = useCallback(
    (checkId: string, expanded: boolean) =>
      setExpandedIds(current => {
        const next = new Set(current);
        if (expanded) {
          next.add(checkId);
        } else {
          next.delete(checkId);
        }
        return next;
      }),
    [],
  );
  const selectCheck = (checkId: string) => {
    toggle(checkId, true);
    changeFilters({ failingOnly: false, category: undefined });
    requestAnimationFrame(() => {
      list.current
        ?.querySelector<HTMLElement>(
          `[aria-controls="innersource-check-${CSS.escape(checkId)}"]`,
        )
        ?.focus();
    });
  };

  return (
    <div className={classes.root}>
      {project.failure && <StaleNote failure={project.failure} />}
      <Summary project={project} evaluation={evaluation} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <NextGradePanel evaluation={evaluation} onSelectCheck={selectCheck} />
          <ScoreTrend
            entityRef={project.entityRef}
            evaluatedAt={evaluation.evaluatedAt}
          />
        </div>
        <div ref={list}>
          <CheckList
            evaluation={evaluation}
            location={locationOf(evaluation)}
            expandedIds={expandedIds}
            onToggle={toggle}
          />
        </div>
      </div>
    </div>
  );
}

function locationOf(evaluation: Evaluation): RepositoryLocation {
  const { headCommit, defaultBranch } = evaluation.facts;
  let revision: string | undefined;
  if (headCommit.known) {
    revision = headCommit.value;
  } else if (defaultBranch.known) {
    revision = defaultBranch.value;
  }
  return { url: evaluation.project.repository.url, revision };
}

const DECLARED_BY = {
  annotation: 'level.declaredByAnnotation',
  'innersource.json': 'level.declaredByMetadata',
  default: 'level.declaredByDefault',
} as const satisfies Record<LevelInForce['declaredBy'], string>;

function Summary(props: { project: ProjectDetail; evaluation: Evaluation }) {
  const { project, evaluation } = props;
  const { readiness, level, activity, facts } = evaluation;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const passed = readiness.categories.reduce((sum, c) => sum + c.passed, 0);
  const conclusive = readiness.categories.reduce(
    (sum, c) => sum + c.conclusive,
    0,
  );

  return (
    <Card
      component="section"
      className={classes.summary}
      aria-label={t('summary.label')}
    >
      <div className={classes.headline}>
        <ScoreRing score={readiness.score} grade={readiness.grade} size={136} />
        <div className={classes.grade}>
          <GradeChip grade={readiness.grade} score={readiness.score} />
          <ScoreDelta now={readiness.score} before={project.readinessBefore} />
        </div>
      </div>
      <CategoryBars categories={readiness.categories} />
      <Typography variant="body2" component="dl" className={classes.facts}>
        <Fact label={t('summary.checks')}>
          {t('summary.passedChecks', {
            passed: String(passed),
            total: String(conclusive),
          })}
        </Fact>
        <Fact label={t('level.label')}>
          {t(`level.${level.level}`)} ({t(DECLARED_BY[level.declaredBy])})
        </Fact>
        <Fact label={t('activity.label')}>
          {activity
            ? `${t(`activity.${activity.label}`)} (${t('activity.score', {
                score: format.score(activity.score),
              })})`
            : t('activity.unknown')}
        </Fact>
        {facts.defaultBranch.known && (
          <Fact label={t('summary.branch')}>{facts.defaultBranch.value}</Fact>
        )}
        {facts.headCommit.known && (
          <Fact label={t('summary.commit')}>
            <code>{facts.headCommit.value.slice(0, SHORT_COMMIT)}</code>
          </Fact>
        )}
      </Typography>
      <div className={classes.freshness}>
        <div>
          <Freshness
            evaluatedAt={evaluation.evaluatedAt}
            nextEvaluationAt={project.nextEvaluationAt}
          />
          <Typography variant="body2" color="textSecondary">
            {readiness.score === null
              ? t('readiness.withoutScoreHint')
              : t('readiness.coverage', {
                  percent: format.percent(readiness.coverage),
                })}
          </Typography>
        </div>
        <RefreshButton project={project} />
      </div>
    </Card>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
