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

import { useCallback } from 'react';
import {
  CHECK_CATEGORIES,
  CheckCategory,
} from '@ispo/backstage-plugin-innersource-common';
import { useSearchParamState } from './useSearchParamState';

const SHOW_FAILING = 'failing';

/** Which checks are shown. */
export interface CheckFilters {
  failingOnly: boolean;
  category: CheckCategory | undefined;
}

export function useCheckFilters(): [
  CheckFilters,
  (change: Partial<CheckFilters>) => void,
] {
  const [params, setParams] = useSearchParamState();
  const filters: CheckFilters = {
    failingOnly: params.get('show') === SHOW_FAILING,
    category: CHECK_CATEGORIES.find(
      category => category === params.get('category'),
    ),
  };
  const change = useCallback(
    (changes: Partial<CheckFilters>) =>
      setParams({
        ...('failingOnly' in changes && {
          show: changes.failingOnly ? SHOW_FAILING : undefined,
        }),
        ...('category' in changes && { category: changes.category }),
      }),
    [setParams],
  );
  return [filters, change];
}
