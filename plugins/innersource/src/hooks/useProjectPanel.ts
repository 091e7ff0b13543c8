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
import { isEntityRef } from '../lib/entityRef';
import { useSearchParamState } from './useSearchParamState';

/** Name of the address's parameter that opens a project. */
export const PROJECT_PARAM = 'project';

/** The project that the address asks for, and how to go on without it. */
export function useProjectPanel(): {
  entityRef: string | undefined;
  close: () => void;
} {
  const [params, setParams] = useSearchParamState();
  const close = useCallback(
    () => setParams({ [PROJECT_PARAM]: undefined }),
    [setParams],
  );
  const wanted = params.get(PROJECT_PARAM);
  return { entityRef: isEntityRef(wanted) ? wanted : undefined, close };
}
