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

import Typography from '@material-ui/core/Typography';
import CloudOff from '@material-ui/icons/CloudOffOutlined';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import Sync from '@material-ui/icons/Sync';
import { ReactNode } from 'react';
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Evaluation,
  ProjectDetail,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useProject } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { Loading } from '../Loading';
import { FailureReason } from '../FailureReason';
import { LoadingFailed } from '../LoadingFailed';
import { Notice } from '../Notice';
import { RefreshButton } from '../RefreshButton';
import { TemplateBlock } from '../TemplateBlock';

const SOURCE_LOCATION_TEMPLATE = {
  path: 'catalog-info.yaml',
  content: `metadata:
  annotations:
    ${ANNOTATION_SOURCE_LOCATION}: url:https://github.com/example/project/
`,
};

/**
 * Loads a project and shows its children once there is an evaluation;
 * otherwise says why there is none and what to do.
 */
export function EvaluationBoundary(props: {
  entityRef: string;
  children: (project: ProjectDetail, evaluation: Evaluation) => ReactNode;
}) {
  const { entityRef, children } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { data: project, error, refetch } = useProject(entityRef);

  if (project?.evaluation) {
    return <>{children(project, project.evaluation)}</>;
  }
  if (project) {
    return <MissingEvaluation project={project} />;
  }
  if (error) {
    return (
      <LoadingFailed
        title={t('state.errorTitle')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  return <Loading label={t('state.loading')} />;
}

function MissingEvaluation(props: { project: ProjectDetail }) {
  const { project } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();

  if (project.status === 'no-source') {
    return (
      <Notice
        Icon={CloudOff}
        title={t('state.noSourceTitle')}
        description={t('state.noSourceDescription')}
      >
        <TemplateBlock template={SOURCE_LOCATION_TEMPLATE} />
      </Notice>
    );
  }
  if (project.failure) {
    const { since, nextAttemptAt } = project.failure;
    return (
      <Notice
        Icon={CloudOff}
        title={t('state.failedTitle')}
        description={
          <>
            <Typography variant="body2" color="textPrimary">
              <FailureReason failure={project.failure} />
            </Typography>
            {t('state.failedSince', { time: format.dateTime(since) })}{' '}
            {nextAttemptAt &&
              t('freshness.nextAttempt', {
                time: format.relative(nextAttemptAt),
              })}
          </>
        }
      >
        <RefreshButton project={project} />
      </Notice>
    );
  }
  if (project.status === 'evaluating') {
    return (
      <Notice
        Icon={Sync}
        title={t('state.evaluatingTitle')}
        description={
          <span role="status">{t('state.evaluatingDescription')}</span>
        }
      />
    );
  }
  return (
    <Notice
      Icon={HourglassEmpty}
      title={t('state.pendingTitle')}
      description={
        <span role="status">
          {project.queuePosition !== null &&
            `${t('state.pendingPosition', {
              position: format.score(project.queuePosition),
            })} `}
          {t('state.pendingDescription')}
        </span>
      }
    />
  );
}
