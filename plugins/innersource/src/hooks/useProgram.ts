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

import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  BackendStatus,
  CHECK_CATEGORIES,
  CONTRIBUTION_WINDOWS,
  ContributionWindowDays,
  FlowLevel,
  ProgramCategories,
  ProgramProjectOrder,
  ProgramSummary,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { innersourceApiRef } from '../api';
import { isEntityRef } from '../lib/entityRef';
import { isBeingRead } from '../lib/reading';
import { useSearchParamState } from './useSearchParamState';

const DEFAULT_WINDOW: ContributionWindowDays = 90;
const PAGE_SIZE = 20;

/** Sums over all projects are not for every second. */
const POLL_GROWING_MS = 15_000;
const POLL_STATUS_MS = 5_000;

/** As many projects as the backend gives at once. */
const LARGEST_PAGE_SIZE = 200;

const PROJECT_ORDERS: readonly ProgramProjectOrder[] = [
  'readiness',
  '-readiness',
  'name',
  ...CHECK_CATEGORIES,
  ...CHECK_CATEGORIES.map(category => `-${category}` as const),
];

/** What the program view looks at. */
export interface ProgramView {
  /** Entity ref of a group, system or domain; the whole organisation without it. */
  scope: string | undefined;
  window: ContributionWindowDays;
  level: FlowLevel;
  orderBy: ProgramProjectOrder;
}

/** What is no entity ref has no name to be shown by. */
function scopeOf(text: string | null): string | undefined {
  return isEntityRef(text) ? text : undefined;
}

/** What the program view looks at, kept in the address. */
export function useProgramView(): [
  ProgramView,
  (changes: Partial<ProgramView>) => void,
] {
  const [params, setParams] = useSearchParamState();
  const view = useMemo(
    (): ProgramView => ({
      scope: scopeOf(params.get('scope')),
      window:
        CONTRIBUTION_WINDOWS.find(
          days => String(days) === params.get('window'),
        ) ?? DEFAULT_WINDOW,
      level: params.get('level') === 'team' ? 'team' : 'division',
      orderBy:
        PROJECT_ORDERS.find(order => order === params.get('orderBy')) ??
        PROJECT_ORDERS[0],
    }),
    [params],
  );
  const change = useCallback(
    (changes: Partial<ProgramView>) =>
      setParams(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [
            name,
            value === undefined ? undefined : String(value),
          ]),
        ),
      ),
    [setParams],
  );
  return [view, change];
}

const KEY = ['innersource', 'program'] as const;
const SUMMARY = 'summary';
const STATUS_KEY = ['innersource', 'status'] as const;

type Scope = Pick<ProgramView, 'scope'>;
type ScopeAndWindow = Pick<ProgramView, 'scope' | 'window'>;

const isGrowing = ({ coverage, reading }: ProgramSummary) =>
  coverage.pending > 0 || isBeingRead(reading);

/** Headline figures. Asks again while projects wait to be evaluated and read. */
export function useProgramSummary({ scope, window }: ScopeAndWindow) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, SUMMARY, scope, window],
    queryFn: ({ signal }) =>
      api.getProgramSummary({ scope, window }, { signal }),
    refetchInterval: ({ state }) =>
      state.data && isGrowing(state.data) ? POLL_GROWING_MS : false,
  });
}

/** Has all other answers of the program asked for again when the summary tells of progress. */
export function useProgramProgress(summary: ProgramSummary | undefined) {
  const client = useQueryClient();
  const progress =
    summary &&
    `${summary.scope} ${summary.coverage.evaluated} ${summary.reading.read}`;
  const seen = useRef(progress);
  useEffect(() => {
    if (seen.current !== undefined && progress !== seen.current) {
      client.invalidateQueries({
        queryKey: KEY,
        predicate: ({ queryKey }) => queryKey[KEY.length] !== SUMMARY,
      });
      client.invalidateQueries({ queryKey: STATUS_KEY });
    }
    seen.current = progress ?? seen.current;
  }, [client, progress]);
}

/** Grades and InnerSource share by month. */
export function useProgramTrend({ scope }: Scope) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, 'trend', scope],
    queryFn: ({ signal }) => api.getProgramTrend({ scope }, { signal }),
  });
}

/** Who contributed to whom. */
export function useProgramFlows({
  scope,
  window,
  level,
}: ScopeAndWindow & { level: FlowLevel }) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, 'flows', scope, window, level],
    queryFn: ({ signal }) =>
      api.getProgramFlows({ scope, window, level }, { signal }),
  });
}

/** Projects behind one cell of the flows. */
export function useProgramFlowProjects(
  query: ScopeAndWindow & { level: FlowLevel; from: string; to: string },
) {
  const api = useApi(innersourceApiRef);
  return useInfiniteQuery({
    queryKey: [...KEY, 'flow-projects', query],
    queryFn: ({ pageParam, signal }) =>
      api.getProgramFlowProjects(
        { ...query, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
}

/** What holds projects back. */
export function useProgramChecks({ scope }: Scope) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, 'checks', scope],
    queryFn: ({ signal }) => api.getProgramChecks({ scope }, { signal }),
  });
}

/** Projects that a check holds back. */
export function useProgramCheckProjects({
  scope,
  checkId,
}: Scope & { checkId: string }) {
  const api = useApi(innersourceApiRef);
  return useInfiniteQuery({
    queryKey: [...KEY, 'check-projects', scope, checkId],
    queryFn: ({ pageParam, signal }) =>
      api.getProgramCheckProjects(
        checkId,
        { scope, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
}

/** Projects with their readiness by category. */
export function useProgramProjects({
  scope,
  orderBy,
}: Scope & { orderBy: ProgramProjectOrder }) {
  const api = useApi(innersourceApiRef);
  return useInfiniteQuery({
    queryKey: [...KEY, 'projects', scope, orderBy],
    queryFn: ({ pageParam, signal }) =>
      api.getProgramProjects(
        { scope, orderBy, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
}

/** Gets all of {@link useProgramProjects}, whatever part of them is shown. */
export function useAllProgramProjects({
  scope,
  orderBy,
}: Scope & { orderBy: ProgramProjectOrder }) {
  const api = useApi(innersourceApiRef);
  return useCallback(async () => {
    const items: ProgramCategories['items'] = [];
    let cursor: string | undefined;
    do {
      const page = await api.getProgramProjects({
        scope,
        orderBy,
        limit: LARGEST_PAGE_SIZE,
        cursor,
      });
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }, [api, scope, orderBy]);
}

/** Projects that rose, fell, became ready, or wait. */
export function useProgramMovers({ scope, window }: ScopeAndWindow) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, 'movers', scope, window],
    queryFn: ({ signal }) =>
      api.getProgramMovers({ scope, window }, { signal }),
  });
}

/** People who helped another team for the first time this month. */
export function useProgramNewcomers({ scope }: Scope) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: [...KEY, 'newcomers', scope],
    queryFn: ({ signal }) => api.getProgramNewcomers({ scope }, { signal }),
  });
}

/** SCM organisations' set-up. */
export function useOrganizations() {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: ['innersource', 'organizations'],
    queryFn: ({ signal }) => api.getOrganizations({ signal }),
  });
}

/** State of the backend: queue, first pass, failing sources. Asks again during the first pass. */
export function useBackendStatus() {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: STATUS_KEY,
    queryFn: ({ signal }) => api.getStatus({ signal }),
    refetchInterval: ({ state }) =>
      state.data && isFirstPass(state.data) ? POLL_STATUS_MS : false,
  });
}

/** Whether there are projects that nothing is known of yet. */
export function isFirstPass(status: BackendStatus): boolean {
  return !status.firstPass.done || status.catalogSyncedAt === null;
}
