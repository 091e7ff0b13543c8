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

import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Refresh from '@material-ui/icons/Refresh';
import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectDetail } from '@ispo/backstage-plugin-innersource-common';
import {
  isInProgress,
  useErrorText,
  useFormat,
  useRefreshProject,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { VisuallyHidden } from '../VisuallyHidden';

/** Starts an evaluation and tells how it goes on. */
export function RefreshButton(props: {
  project: ProjectDetail;
  /** `icon` where space is short. */
  variant?: 'button' | 'icon';
}) {
  const { project, variant = 'button' } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const refresh = useRefreshProject(project.entityRef);
  const inProgress = isInProgress(project);
  const errorText = useErrorText();
  const progress = useProgressText(project, refresh.isPending);
  const outcome = useOutcomeText(project);

  const disabled = !project.mayRefresh || inProgress || refresh.isPending;
  const busy = inProgress || refresh.isPending;
  const label = progress ?? t('refresh.action');
  const explanation = project.mayRefresh ? label : t('refresh.notAllowed');
  const error =
    refresh.error && t('refresh.failed', { message: errorText(refresh.error) });
  const icon = busy ? <CircularProgress size={18} /> : <Refresh />;

  return (
    <>
      <Tooltip title={error ?? explanation}>
        {/* A disabled button sends no events, and the reason must be reachable by keyboard. */}
        <span
          tabIndex={project.mayRefresh ? undefined : 0}
          role={project.mayRefresh ? undefined : 'note'}
        >
          {variant === 'icon' ? (
            <IconButton
              size="small"
              aria-label={label}
              disabled={disabled}
              onClick={() => refresh.mutate()}
            >
              {icon}
            </IconButton>
          ) : (
            <Button
              variant="outlined"
              size="small"
              startIcon={icon}
              disabled={disabled}
              onClick={() => refresh.mutate()}
            >
              {label}
            </Button>
          )}
        </span>
      </Tooltip>
      <VisuallyHidden role="status">
        {error ?? progress ?? outcome}
      </VisuallyHidden>
    </>
  );
}

function useProgressText(
  project: ProjectDetail,
  isAsking: boolean,
): string | undefined {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  if (project.status === 'evaluating') {
    return t('refresh.evaluating');
  }
  if (project.queuePosition !== null) {
    return t('refresh.queuedAt', {
      position: format.score(project.queuePosition),
    });
  }
  return isAsking || project.status === 'pending'
    ? t('refresh.queued')
    : undefined;
}

/** What came of an evaluation that ended while the component was shown. */
function useOutcomeText(project: ProjectDetail): string | undefined {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const inProgress = isInProgress(project);
  const wasInProgress = useRef(inProgress);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    if (wasInProgress.current !== inProgress) {
      setEnded(!inProgress);
      wasInProgress.current = inProgress;
    }
  }, [inProgress]);

  if (!ended) {
    return undefined;
  }
  if (project.failure) {
    return t('refresh.doneFailed', {
      message: t(`failure.${project.failure.kind}`),
    });
  }
  const score = project.evaluation?.readiness.score ?? null;
  return score === null
    ? t('refresh.doneWithoutScore')
    : t('refresh.done', {
        score: format.score(score),
        grade: project.evaluation?.readiness.grade ?? '–',
      });
}
