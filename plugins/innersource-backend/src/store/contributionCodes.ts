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

import {
  ContributionRelation,
  RawContribution,
  TallyKind,
} from '@ispo/backstage-plugin-innersource-common';

/** Numbers under which kinds are stored. Never change one. */
export const KIND_CODES: Readonly<Record<TallyKind, number>> = {
  'change-request': 0,
  commit: 1,
  review: 2,
  issue: 3,
  'co-authorship': 4,
};

/** Numbers under which relations are stored; indexes name 1 and 2. Never change one. */
export const RELATION_CODES: Readonly<Record<ContributionRelation, number>> = {
  own: 0,
  other: 1,
  unknown: 2,
  bot: 3,
};

/** Numbers under which states are stored. Never change one. */
export const STATE_CODES: Readonly<Record<RawContribution['state'], number>> = {
  open: 0,
  merged: 1,
  closed: 2,
};

/** State of change requests that a reading which replaces all has not delivered again. */
export const STALE_STATE = 3;

/** Stands for the people behind deleted accounts. */
export const NOBODY = 0;

export function kindOf(code: number): TallyKind {
  return decode(KIND_CODES, code);
}

export function relationOf(code: number): ContributionRelation {
  return decode(RELATION_CODES, code);
}

export function stateOf(code: number): RawContribution['state'] {
  return decode(STATE_CODES, code);
}

function decode<T extends string>(
  codes: Readonly<Record<T, number>>,
  code: number,
): T {
  for (const name in codes) {
    if (codes[name] === code) {
      return name;
    }
  }
  throw new Error(`Unknown code ${code} in the database`);
}
