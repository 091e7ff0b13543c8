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

import { InputError } from '@backstage/errors';
import { builtInChecks } from '../catalogue';
import { CheckDefinition } from '../definition';
import { EvaluationSettings } from './types';

/**
 * All checks in force: the built-in ones, those of other modules and the
 * administrator's own, without those that are turned off.
 *
 * @throws InputError when an id is taken twice
 *
 * @public
 */
export function resolveChecks(
  settings: EvaluationSettings,
  additionalChecks: readonly CheckDefinition[] = [],
): CheckDefinition[] {
  const checks = [
    ...builtInChecks,
    ...additionalChecks,
    ...settings.customChecks,
  ];
  assertUniqueIds(checks);
  return checks.filter(({ id }) => settings.checks[id]?.enabled !== false);
}

/** @throws InputError when an id is taken twice */
export function assertUniqueIds(checks: readonly CheckDefinition[]): void {
  const seen = new Set<string>();
  for (const { id } of checks) {
    if (seen.has(id)) {
      throw new InputError(
        `There are two checks with the id '${id}'; give one of them another id.`,
      );
    }
    seen.add(id);
  }
}
