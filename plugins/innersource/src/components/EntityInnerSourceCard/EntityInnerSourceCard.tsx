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

import Divider from '@material-ui/core/Divider';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCardVariants } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Evaluation,
  ProjectDetail,
} from '@ispo/backstage-plugin-innersource-common';
import { useEntityContentPath } from '../../hooks';
import { openRemedies } from '../../lib/remedies';
import { innersourceTranslationRef } from '../../translation';
import { EntityCard } from '../EntityCard';
import { CategoryBars } from '../CategoryBars';
import { EvaluationBoundary } from '../EvaluationBoundary';
import { Freshness } from '../Freshness';
import { GradeChip } from '../GradeChip';
import { RefreshButton } from '../RefreshButton';
import { RemedyList } from '../RemedyList';
import { ScoreDelta } from '../ScoreDelta';
import { ScoreRing } from '../ScoreRing';
import { StaleNote } from '../StaleNote';

const SHOWN_REMEDIES = 3;

const useStyles = makeStyles(
  theme => ({
    root: {
      containerType: 'inline-size',
    },
    body: {
      display: 'grid',
      gap: theme.spacing(2.5),
    },
    overview: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5, 4),
      alignItems: 'center',
      '@container (min-width: 480px)': {
        gridTemplateColumns: 'auto minmax(0, 1fr)',
      },
    },
    headline: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2.5),
      '@container (min-width: 480px)': {
        flexDirection: 'column',
        gap: theme.spacing(1.5),
      },
    },
    grade: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      '@container (min-width: 480px)': {
        alignItems: 'center',
      },
    },
    remediesTitle: {
      marginBottom: theme.spacing(1.5),
      fontWeight: 700,
    },
    footer: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(-1),
    },
  }),
  { name: 'InnerSourceEntityCard' },
);

/**
 * Props of {@link EntityInnerSourceCard}.
 *
 * @public
 */
export interface EntityInnerSourceCardProps {
  /** How the card fits into its grid. */
  variant?: InfoCardVariants;
}

/** Readiness of the entity at a glance. */
export function EntityInnerSourceCard(props: EntityInnerSourceCardProps) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const contentPath = useEntityContentPath();
  return (
    <EntityCard
      title={t('card.title')}
      variant={props.variant}
      deepLink={
        contentPath
          ? { title: t('card.allChecks'), link: contentPath }
          : undefined
      }
    >
      <EvaluationBoundary entityRef={stringifyEntityRef(entity)}>
        {(project, evaluation) => (
          <CardBody project={project} evaluation={evaluation} />
        )}
      </EvaluationBoundary>
    </EntityCard>
  );
}

function CardBody(props: { project: ProjectDetail; evaluation: Evaluation }) {
  const { project, evaluation } = props;
  const { readiness } = evaluation;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const remedies = openRemedies(evaluation).slice(0, SHOWN_REMEDIES);

  return (
    <div className={classes.root}>
      <div className={classes.body}>
        {project.failure && <StaleNote failure={project.failure} />}
        <div className={classes.overview}>
          <div className={classes.headline}>
            <ScoreRing score={readiness.score} grade={readiness.grade} />
            <div className={classes.grade}>
              <GradeChip grade={readiness.grade} score={readiness.score} />
              <ScoreDelta
                now={readiness.score}
                before={project.readinessBefore}
              />
            </div>
          </div>
          <CategoryBars categories={readiness.categories} />
        </div>
        {readiness.score === null ? (
          <Typography variant="body2">
            {t('readiness.withoutScoreHint')}
          </Typography>
        ) : (
          <div>
            <Typography
              variant="subtitle2"
              component="h3"
              className={classes.remediesTitle}
            >
              {t('card.remediesTitle')}
            </Typography>
            {remedies.length > 0 ? (
              <RemedyList remedies={remedies} />
            ) : (
              <Typography variant="body2">{t('card.nothingToDo')}</Typography>
            )}
          </div>
        )}
        <Divider />
        <div className={classes.footer}>
          <Freshness
            evaluatedAt={evaluation.evaluatedAt}
            nextEvaluationAt={project.nextEvaluationAt}
          />
          <RefreshButton project={project} variant="icon" />
        </div>
      </div>
    </div>
  );
}
