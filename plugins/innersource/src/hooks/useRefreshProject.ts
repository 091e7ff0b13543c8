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
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { innersourceApiRef } from '../api';
import { projectQueryKey } from './useProject';

/** Puts the project at the head of the queue and starts following it. */
export function useRefreshProject(entityRef: string) {
  const api = useApi(innersourceApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.refreshProject(entityRef),
    onSuccess: ({ queuePosition }) => {
      queryClient.setQueryData<ProjectDetail>(
        projectQueryKey(entityRef),
        project => project && { ...project, queuePosition },
      );
    },
  });
}
