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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @throws InputError when the value is no whole number within the bounds. */
export function readInteger(
  config: Config | undefined,
  key: string,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw wrong(
      key,
      `must be a whole number from ${minimum} to ${maximum}, got ${value}`,
    );
  }
  return value;
}

/** Says which key below `innersource` is wrong, and why. */
export function wrong(key: string, reason: string): InputError {
  return new InputError(
    `Wrong configuration at innersource.${key}: it ${reason}`,
  );
}
