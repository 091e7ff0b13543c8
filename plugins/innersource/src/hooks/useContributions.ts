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
  CONTRIBUTION_WINDOWS,
  ContributionReading,
  ContributionWindowDays,
} from '@ispo/backstage-plugin-innersource-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { innersourceApiRef } from '../api';
import { isBeingRead } from '../lib/reading';
import { useSearchParamState } from './useSearchParamState';

const POLL_PENDING_MS = 5_000;
const DEFAULT_WINDOW: ContributionWindowDays = 365;

const whileBeingRead = (data: { reading: ContributionReading } | undefined) =>
  data && isBeingRead(data.reading) ? POLL_PENDING_MS : false;

/** How far back figures look, in the address of the page. */
export function useContributionWindow(): [
  ContributionWindowDays,
  (days: ContributionWindowDays) => void,
] {
  const [params, change] = useSearchParamState();
  const days =
    CONTRIBUTION_WINDOWS.find(
      window => String(window) === params.get('window'),
    ) ?? DEFAULT_WINDOW;
  return [
    days,
    chosen =>
      change({
        window: chosen === DEFAULT_WINDOW ? undefined : String(chosen),
      }),
  ];
}

/** Who contributes to a project. Asks again while nothing was read yet. */
export function useProjectContributions(
  entityRef: string,
  window: ContributionWindowDays,
) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: ['innersource', 'contributions', entityRef, window],
    queryFn: ({ signal }) =>
      api.getProjectContributions(entityRef, { window }, { signal }),
    placeholderData: (previous, query) =>
      query?.queryKey[2] === entityRef ? previous : undefined,
    refetchInterval: ({ state }) => whileBeingRead(state.data),
  });
}

/** What a group gives and receives. Asks again while contributions are being read. */
export function useTeamContributions(
  entityRef: string,
  window: ContributionWindowDays,
) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: ['innersource', 'team-contributions', entityRef, window],
    queryFn: ({ signal }) =>
      api.getTeamContributions(entityRef, { window }, { signal }),
    placeholderData: (previous, query) =>
      query?.queryKey[2] === entityRef ? previous : undefined,
    refetchInterval: ({ state }) => whileBeingRead(state.data),
  });
}

/** The signed-in user's own contributions to other teams' projects. Asks again likewise. */
export function useMyContributions(window: ContributionWindowDays) {
  const api = useApi(innersourceApiRef);
  return useQuery({
    queryKey: ['innersource', 'my-contributions', window],
    queryFn: ({ signal }) => api.getMyContributions({ window }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileBeingRead(state.data),
  });
}
