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

import { Evidence, Unknown } from '../model';
import { CheckOutcome } from './definition';

/** Evidence, or why there is none. */
type Seen = Evidence | Pick<Unknown, 'reason' | 'translatable'>;

export function pass(...seen: Seen[]): CheckOutcome {
  return { status: 'pass', evidence: seen.map(toEvidence) };
}

/** @param score - 0 to 1, exclusive */
export function partial(score: number, ...seen: Seen[]): CheckOutcome {
  return { status: 'partial', score, evidence: seen.map(toEvidence) };
}

export function fail(...seen: Seen[]): CheckOutcome {
  return { status: 'fail', evidence: seen.map(toEvidence) };
}

export function inconclusive(...seen: Seen[]): CheckOutcome {
  return { status: 'unknown', evidence: seen.map(toEvidence) };
}

export function notApplicable(...seen: Seen[]): CheckOutcome {
  return { status: 'not-applicable', evidence: seen.map(toEvidence) };
}

/**
 * The best of several ways to satisfy a check: the first that passes, else the best
 * partial one, else unknown if one of them is, else failed with all evidence.
 */
export function bestOf(outcomes: readonly CheckOutcome[]): CheckOutcome {
  const passed = outcomes.find(({ status }) => status === 'pass');
  if (passed) {
    return passed;
  }
  const [best] = outcomes
    .filter(({ status }) => status === 'partial')
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  if (best) {
    return best;
  }
  const unknown = outcomes.filter(({ status }) => status === 'unknown');
  return unknown.length
    ? inconclusive(...unknown.flatMap(({ evidence }) => evidence))
    : fail(...outcomes.flatMap(({ evidence }) => evidence));
}

/** What was seen, or why nothing could be seen, as evidence. */
export function toEvidence(seen: Seen): Evidence {
  if ('message' in seen) {
    return seen;
  }
  const { reason, translatable } = seen;
  return { message: reason, ...(translatable ? { translatable } : {}) };
}
