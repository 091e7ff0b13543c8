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
  ListProjectsQuery,
  ProjectOrder,
} from '@ispo/backstage-plugin-innersource-common';
import { useSearchParamState } from './useSearchParamState';

/** The orders that people can choose, the default first. */
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

/** Answers within so many hours count as quick. */
export const QUICK_ANSWER_HOURS = 48;

/** The filters that have facets, in the order in which they are shown. */
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

/** What a list of projects is narrowed down to and how it is sorted. */
export type ProjectFilters = Omit<ListProjectsQuery, 'limit' | 'cursor'>;

function hoursOf(text: string | null): number | undefined {
  const hours = Number(text);
  return Number.isInteger(hours) && hours > 0 && hours <= 8_760
    ? hours
    : undefined;
}

/** Filters of a list of projects, kept in the address. */
export function useProjectFilters(): {
  filters: ProjectFilters;
  change: (changes: Partial<ProjectFilters>) => void;
  reset: () => void;
  isFiltered: boolean;
} {
  const [params, setParams] = useSearchParamState();
  const filters = useMemo((): ProjectFilters => {
    const listOf = (name: string) =>
      params.has(name) ? params.getAll(name) : undefined;
    const levels = GOVERNANCE_LEVELS.filter(level =>
      params.getAll('level').includes(level),
    );
    return {
      search: params.get('search') ?? undefined,
      grade: listOf('grade'),
      language: listOf('language'),
      topic: listOf('topic'),
      skill: listOf('skill'),
      owner: listOf('owner'),
      contribution: listOf('contribution'),
      division: listOf('division'),
      level: levels.length > 0 ? levels : undefined,
      helpWanted: params.get('helpWanted') === 'true' || undefined,
      innerSourceOnly: params.get('innerSourceOnly') === 'true' || undefined,
      mine: params.get('mine') === 'true' || undefined,
      answersWithinHours: hoursOf(params.get('answersWithinHours')),
      orderBy:
        PROJECT_ORDERS.find(order => order === params.get('orderBy')) ??
        PROJECT_ORDERS[0],
    };
  }, [params]);

  const change = useCallback(
    (changes: Partial<ProjectFilters>) =>
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
  const reset = useCallback(
    () =>
      change({
        search: undefined,
        helpWanted: undefined,
        innerSourceOnly: undefined,
        mine: undefined,
        answersWithinHours: undefined,
        ...Object.fromEntries(PROJECT_FACETS.map(facet => [facet, undefined])),
      }),
    [change],
  );
  const { orderBy, ...narrowing } = filters;
  const isFiltered = Object.values(narrowing).some(
    value => value !== undefined,
  );
  return { filters, change, reset, isFiltered };
}
