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
import {
  GOVERNANCE_LEVELS,
  HelpWantedOrder,
  HelpWantedQuery,
  ListProjectsQuery,
  ProjectOrder,
} from '@ispo/backstage-plugin-innersource-common';
import { isEntityRef } from '../lib/entityRef';
import { useSearchParamState } from './useSearchParamState';

/** The orders of projects that people can choose, the default first. */
export const PROJECT_ORDERS: readonly ProjectOrder[] = [
  'activity',
  '-readiness',
  'readiness',
  'name',
  'newest',
  'most-helped',
  'fastest-answers',
  'evaluated',
];

/** The orders of starter issues that people can choose, the default first. */
export const HELP_WANTED_ORDERS: readonly HelpWantedOrder[] = [
  'newest',
  'oldest',
  'fewest-comments',
];

/** The filters of projects that have facets, in the order in which they are shown. */
export const PROJECT_FACETS = [
  'grade',
  'language',
  'topic',
  'skill',
  'contribution',
  'level',
  'division',
  'owner',
] as const;

/** The filters of starter issues that have facets, in the order in which they are shown. */
export const HELP_WANTED_FACETS = [
  'label',
  'skill',
  'language',
  'topic',
  'contribution',
  'grade',
  'level',
  'division',
  'owner',
] as const;

/** Answers within so many hours count as quick. */
export const QUICK_ANSWER_HOURS = 48;

/** What lists are narrowed down to, each by some of these. */
export type Filters = Omit<
  ListProjectsQuery,
  'orderBy' | 'limit' | 'cursor' | 'facets'
> &
  Pick<HelpWantedQuery, 'label'>;

type FilterName = keyof Filters;

/** A filter that has facets. */
export type FacetName =
  | (typeof PROJECT_FACETS)[number]
  | (typeof HELP_WANTED_FACETS)[number];

/** What a list is narrowed down to and how it is sorted. */
export type ListFilters<TOrder extends string> = Filters & { orderBy?: TOrder };

/** Filters and order of a list, kept in the address. */
export interface ListFiltersState<TOrder extends string> {
  filters: ListFilters<TOrder>;
  change: (changes: Filters) => void;
  sort: (orderBy: TOrder) => void;
  /** Drops all filters and keeps the order. */
  reset: () => void;
  isFiltered: boolean;
}

/** Those of every list that have no facets. */
const COMMON_FILTERS = ['search', 'mine', 'answersWithinHours'] as const;

const PROJECT_FILTERS: readonly FilterName[] = [
  ...COMMON_FILTERS,
  'helpWanted',
  ...PROJECT_FACETS,
];

const HELP_WANTED_FILTERS: readonly FilterName[] = [
  ...COMMON_FILTERS,
  'innerSourceOnly',
  ...HELP_WANTED_FACETS,
];

/** Filters and order of a list of projects. */
export function useProjectFilters(): ListFiltersState<ProjectOrder> {
  return useListFilters(PROJECT_FILTERS, PROJECT_ORDERS);
}

/** Filters and order of a list of starter issues. */
export function useHelpWantedFilters(): ListFiltersState<HelpWantedOrder> {
  return useListFilters(HELP_WANTED_FILTERS, HELP_WANTED_ORDERS);
}

function useListFilters<TOrder extends string>(
  names: readonly FilterName[],
  orders: readonly TOrder[],
): ListFiltersState<TOrder> {
  const [params, setParams] = useSearchParamState();
  const filters = useMemo(
    () => ({
      ...readFilters(params, names),
      orderBy:
        orders.find(order => order === params.get('orderBy')) ?? orders[0],
    }),
    [params, names, orders],
  );
  const change = useCallback(
    (changes: Filters) =>
      setParams(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [
            name,
            typeof value === 'boolean' || typeof value === 'number'
              ? String(value || '')
              : value,
          ]),
        ),
      ),
    [setParams],
  );
  const sort = useCallback(
    (orderBy: TOrder) => setParams({ orderBy }),
    [setParams],
  );
  const reset = useCallback(
    () => setParams(Object.fromEntries(names.map(name => [name, undefined]))),
    [setParams, names],
  );
  const isFiltered = names.some(name => filters[name] !== undefined);
  return { filters, change, sort, reset, isFiltered };
}

/** Values in the address that do not exist are left out. */
function readFilters(
  params: URLSearchParams,
  names: readonly FilterName[],
): Filters {
  const all = (name: FilterName) =>
    names.includes(name) ? params.getAll(name).filter(Boolean) : [];
  const some = (values: string[]) => (values.length > 0 ? values : undefined);
  const listOf = (name: FilterName) => some(all(name));
  // What is no entity ref has no name to be shown by.
  const refsOf = (name: FilterName) => some(all(name).filter(isEntityRef));
  const flagOf = (name: FilterName) => all(name)[0] === 'true' || undefined;
  const levels = GOVERNANCE_LEVELS.filter(level =>
    all('level').includes(level),
  );
  return {
    search: all('search')[0],
    grade: listOf('grade'),
    language: listOf('language'),
    topic: listOf('topic'),
    skill: listOf('skill'),
    label: listOf('label'),
    owner: refsOf('owner'),
    contribution: listOf('contribution'),
    division: refsOf('division'),
    level: levels.length > 0 ? levels : undefined,
    helpWanted: flagOf('helpWanted'),
    innerSourceOnly: flagOf('innerSourceOnly'),
    mine: flagOf('mine'),
    answersWithinHours: hoursOf(all('answersWithinHours')[0]),
  };
}

function hoursOf(text: string | undefined): number | undefined {
  const hours = Number(text);
  return Number.isInteger(hours) && hours > 0 && hours <= 8_760
    ? hours
    : undefined;
}
