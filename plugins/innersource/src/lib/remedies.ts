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
  CheckResult,
  Evaluation,
} from '@ispo/backstage-plugin-innersource-common';

/** A check that could gain points, with what it would gain. */
export interface OpenRemedy {
  result: CheckResult;
  /** Points of readiness gained by making this check pass. */
  gain: number;
}

/** Everything that could gain points, largest gain first. */
export function openRemedies(evaluation: Evaluation): OpenRemedy[] {
  const conclusive = evaluation.results.filter(
    result => result.score !== null && result.weight > 0,
  );
  const totalWeight = conclusive.reduce((sum, { weight }) => sum + weight, 0);
  return conclusive
    .map(result => ({
      result,
      gain: (100 * result.weight * (1 - (result.score ?? 0))) / totalWeight,
    }))
    .filter(({ gain }) => gain > 0)
    .sort(
      (a, b) => b.gain - a.gain || a.result.id.localeCompare(b.result.id, 'en'),
    );
}

/** True for checks whose result asks for work. */
export function needsWork(result: CheckResult): boolean {
  return result.status === 'fail' || result.status === 'partial';
}
