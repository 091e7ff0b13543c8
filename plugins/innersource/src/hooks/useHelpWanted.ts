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
import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  GOVERNANCE_LEVELS,
  HelpWantedOrder,
  HelpWantedQuery,
} from '@ispo/backstage-plugin-innersource-common';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { innersourceApiRef } from '../api';
import { useSearchParamState } from './useSearchParamState';

const PAGE_SIZE = 30;

/** The orders that people can choose, the default first. */
export const HELP_WANTED_ORDERS: readonly HelpWantedOrder[] = [
  'newest',
  'oldest',
  'fewest-comments',
];

/** The filters that have facets, in the order in which they are shown. */
export const HELP_WANTED_FACETS = [
  'label',
  'skill',
  'language',
  'topic',
  'grade',
  'level',
  'owner',
] as const;

/** What a list of starter issues is narrowed down to and how it is sorted. */
export type HelpWantedFilters = Omit<HelpWantedQuery, 'limit' | 'cursor'>;

/** Filters of a list of starter issues, kept in the address. */
export function useHelpWantedFilters(): {
  filters: HelpWantedFilters;
  change: (changes: Partial<HelpWantedFilters>) => void;
  reset: () => void;
  isFiltered: boolean;
} {
  const [params, setParams] = useSearchParamState();
  const filters = useMemo((): HelpWantedFilters => {
    const listOf = (name: string) =>
      params.has(name) ? params.getAll(name) : undefined;
    const levels = GOVERNANCE_LEVELS.filter(level =>
      params.getAll('level').includes(level),
    );
    return {
      search: params.get('search') ?? undefined,
      label: listOf('label'),
      skill: listOf('skill'),
      language: listOf('language'),
      topic: listOf('topic'),
      grade: listOf('grade'),
      level: levels.length > 0 ? levels : undefined,
      owner: listOf('owner'),
      innerSourceOnly: params.get('innerSourceOnly') === 'true' || undefined,
      orderBy:
        HELP_WANTED_ORDERS.find(order => order === params.get('orderBy')) ??
        HELP_WANTED_ORDERS[0],
    };
  }, [params]);
  const change = useCallback(
    (changes: Partial<HelpWantedFilters>) =>
      setParams(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [
            name,
            typeof value === 'boolean' ? String(value || '') : value,
          ]),
        ),
      ),
    [setParams],
  );
  const reset = useCallback(
    () =>
      change({
        search: undefined,
        innerSourceOnly: undefined,
        ...Object.fromEntries(
          HELP_WANTED_FACETS.map(facet => [facet, undefined]),
        ),
      }),
    [change],
  );
  const { orderBy, ...narrowing } = filters;
  const isFiltered = Object.values(narrowing).some(
    value => value !== undefined,
  );
  return { filters, change, reset, isFiltered };
}

/** A list of starter issues, page by page. Keeps the old list while a new one loads. */
export function useHelpWanted(filters: HelpWantedFilters, limit = PAGE_SIZE) {
  const api = useApi(innersourceApiRef);
  return useInfiniteQuery({
    queryKey: ['innersource', 'help-wanted', filters, limit],
    queryFn: ({ pageParam, signal }) =>
      api.listHelpWanted({ ...filters, limit, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
