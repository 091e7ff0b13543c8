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
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { innersourceApiRef } from '../api';
import { ProjectFilters } from './useProjectFilters';

const PAGE_SIZE = 24;

/** A list of projects, page by page. Keeps the old list while a new one loads. */
export function useProjects(filters: ProjectFilters) {
  const api = useApi(innersourceApiRef);
  return useInfiniteQuery({
    queryKey: ['innersource', 'projects', filters],
    queryFn: ({ pageParam, signal }) =>
      api.listProjects(
        { ...filters, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
