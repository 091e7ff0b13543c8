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
  MeasuredFacts,
  ProjectRef,
  Told,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';

/**
 * Says what stored contributions tell about how projects answer.
 */
export interface MeasuredFactsProvider {
  /**
   * Measured facts of projects of one repository, by entity ref; a project that
   * is missing in the answer has none yet.
   */
  getMeasuredFacts(
    projects: ProjectRef[],
    now: Date,
  ): Promise<Map<string, MeasuredFacts>>;
}

/**
 * Facts of a project whose contributions have not been read.
 */
export function unmeasured(reason: string | Told): MeasuredFacts {
  return {
    medianFirstResponseHours: unknown(reason),
    changeRequestClosureRatio: unknown(reason),
    unansweredOutsideChangeRequests: unknown(reason),
    contributorAbsenceFactor: unknown(reason),
    activeMaintainers: unknown(reason),
    outsideContributions: unknown(reason),
  };
}
