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

import { useApi } from '@backstage/core-plugin-api';
import { ProjectDetail } from '@ispo/backstage-plugin-innersource-common';
import { useQuery } from '@tanstack/react-query';
import { innersourceApiRef } from '../api';

const POLL_MS = 2_000;
const POLL_AFTER_ERROR_MS = 15_000;

export function projectQueryKey(entityRef: string) {
  return ['innersource', 'project', entityRef] as const;
}

/** True while the project waits for an evaluation or is being evaluated. */
export function isInProgress(project: ProjectDetail): boolean {
  return (
    project.status === 'pending' ||
    project.status === 'evaluating' ||
    project.queuePosition !== null
  );
}

/** One project's latest evaluation; polls while an evaluation is under way. */
export function useProject(entityRef: string) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: projectQueryKey(entityRef),
    queryFn: ({ signal }) => api.getProject(entityRef, { signal }),
    refetchInterval: ({ state }) => {
      if (!state.data || !isInProgress(state.data)) {
        return false;
      }
      return state.status === 'error' ? POLL_AFTER_ERROR_MS : POLL_MS;
    },
  });
}
