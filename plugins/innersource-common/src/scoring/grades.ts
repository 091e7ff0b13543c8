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

import { GradeThreshold } from '../model';

/**
 * The grade of a readiness.
 *
 * @param score - readiness from 0 to 100, or null when nothing was conclusive
 * @param grades - best grade first
 * @returns null without a score
 *
 * @public
 */
export function gradeOf(
  score: number | null,
  grades: readonly GradeThreshold[],
): string | null {
  if (score === null) {
    return null;
  }
  return grades.find(({ from }) => score >= from)?.grade ?? null;
}
