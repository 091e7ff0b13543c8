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
import { useSearchParams } from 'react-router-dom';
import {
  CHECK_CATEGORIES,
  CheckCategory,
} from '@ispo/backstage-plugin-innersource-common';

const PARAM_SHOW = 'show';
const PARAM_CATEGORY = 'category';
const SHOW_FAILING = 'failing';

/** Which checks are shown. Kept in the address, so that a view can be shared. */
export interface CheckFilters {
  failingOnly: boolean;
  category: CheckCategory | undefined;
}

export function useCheckFilters(): [
  CheckFilters,
  (change: Partial<CheckFilters>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filters: CheckFilters = {
    failingOnly: params.get(PARAM_SHOW) === SHOW_FAILING,
    category: CHECK_CATEGORIES.find(
      category => category === params.get(PARAM_CATEGORY),
    ),
  };
  const change = useCallback(
    (changes: Partial<CheckFilters>) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          if ('failingOnly' in changes) {
            setOrDelete(
              next,
              PARAM_SHOW,
              changes.failingOnly ? SHOW_FAILING : undefined,
            );
          }
          if ('category' in changes) {
            setOrDelete(next, PARAM_CATEGORY, changes.category);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}

function setOrDelete(
  params: URLSearchParams,
  name: string,
  value: string | undefined,
) {
  if (value === undefined) {
    params.delete(name);
  } else {
    params.set(name, value);
  }
}
