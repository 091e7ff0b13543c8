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
import {
  HelpWantedOrder,
  InnerSourceApi,
  ProjectOrder,
} from '@ispo/backstage-plugin-innersource-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { innersourceApiRef } from '../api';
import { ListFilters } from './useListFilters';

const PROJECTS_PER_PAGE = 24;
const ISSUES_PER_PAGE = 30;

const GROWING_POLL_MS = 10_000;

/** A list of projects, page by page. Keeps the old list while a new one loads. */
export function useProjects(
  filters: ListFilters<ProjectOrder>,
  limit = PROJECTS_PER_PAGE,
) {
  return usePages('projects', filters, limit, (api, query, options) =>
    api.listProjects(query, options),
  );
}

/** What projects can be narrowed down to further. */
export function useProjectFacets(filters: ListFilters<ProjectOrder>) {
  return useFacets('projects', filters, (api, query, options) =>
    api.listProjects(query, options),
  );
}

/** A list of starter issues, page by page. Keeps the old list while a new one loads. */
export function useHelpWanted(
  filters: ListFilters<HelpWantedOrder>,
  limit = ISSUES_PER_PAGE,
) {
  return usePages('help-wanted', filters, limit, (api, query, options) =>
    api.listHelpWanted(query, options),
  );
}

/** What starter issues can be narrowed down to further. */
export function useHelpWantedFacets(filters: ListFilters<HelpWantedOrder>) {
  return useFacets('help-wanted', filters, (api, query, options) =>
    api.listHelpWanted(query, options),
  );
}

type ListFetcher<TOrder extends string, TPage> = (
  api: InnerSourceApi,
  query: ListFilters<TOrder> & {
    limit: number;
    cursor?: string;
    facets: boolean;
  },
  options: { signal: AbortSignal },
) => Promise<TPage>;

function usePages<
  TOrder extends string,
  TPage extends { totalItems: number; nextCursor: string | null },
>(
  list: string,
  filters: ListFilters<TOrder>,
  limit: number,
  fetchPage: ListFetcher<TOrder, TPage>,
) {
  const api = useApi(innersourceApiRef);
  const growth = useGrowth();
  return useInfiniteQuery({
    queryKey: ['innersource', list, filters, limit],
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(
        api,
        { ...filters, limit, cursor: pageParam, facets: false },
        { signal },
      );
      growth.see(page);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: growth.interval,
  });
}

/**
 * Asked for apart from the list: the list need not wait for them, and another
 * order or a further page does not count them again.
 */
function useFacets<
  TOrder extends string,
  TPage extends { totalItems: number; facets: object },
>(
  list: string,
  filters: ListFilters<TOrder>,
  fetchPage: ListFetcher<TOrder, TPage>,
): TPage['facets'] | undefined {
  const api = useApi(innersourceApiRef);
  const growth = useGrowth();
  const { orderBy, ...narrowing } = filters;
  const { data } = useQuery({
    queryKey: ['innersource', list, 'facets', narrowing],
    queryFn: async ({ signal }) => {
      const query = { ...filters, orderBy: undefined, limit: 1, facets: true };
      const page = await fetchPage(api, query, { signal });
      growth.see(page);
      return page.facets;
    },
    placeholderData: keepPreviousData,
    refetchInterval: growth.interval,
  });
  return data;
}

/**
 * A list without anything may be that of a portal that has just started. It is
 * asked for again until there is something, and no longer more each time.
 */
function useGrowth() {
  const seen = useRef<{ total?: number; isGrowing: boolean }>({
    isGrowing: false,
  });
  return useMemo(
    () => ({
      see: ({ totalItems }: { totalItems: number }) => {
        const { total, isGrowing } = seen.current;
        seen.current = {
          total: totalItems,
          isGrowing: totalItems === 0 || (isGrowing && totalItems !== total),
        };
      },
      interval: () => seen.current.isGrowing && GROWING_POLL_MS,
    }),
    [],
  );
}
