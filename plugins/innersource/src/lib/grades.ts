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
  DEFAULT_GRADES,
  GradeCount,
} from '@ispo/backstage-plugin-innersource-common';

/** How a grade looks in charts. Its name stands on it: color alone does not tell. */
export interface GradeLook {
  background: string;
  /** At least 4.5:1 on the background. */
  text: string;
}

const LOOKS: readonly GradeLook[] = [
  { background: '#1a7442', text: '#ffffff' },
  { background: '#7cc49a', text: '#14261b' },
  { background: '#f0cf65', text: '#2b2200' },
  { background: '#e89a4f', text: '#2b1500' },
  { background: '#b3261e', text: '#ffffff' },
];

const UNGRADED: GradeLook = { background: '#8a94a3', text: '#10141a' };

const placeByDefault = (grade: string | null) =>
  DEFAULT_GRADES.findIndex(known => known.grade === grade);

/**
 * Look of a grade.
 *
 * @param grades - every grade that is shown, best first
 */
export function lookOfGrade(
  grade: string | null,
  grades: ReadonlyArray<string | null>,
): GradeLook {
  if (grade === null) {
    return UNGRADED;
  }
  const byDefault = placeByDefault(grade);
  if (byDefault >= 0) {
    return LOOKS[Math.min(byDefault, LOOKS.length - 1)];
  }
  // Grades of the administrator's own are spread over the colors.
  const named = grades.filter(known => known !== null);
  const place = Math.max(named.indexOf(grade), 0);
  return LOOKS[
    Math.round((place / Math.max(named.length - 1, 1)) * (LOOKS.length - 1))
  ];
}

/**
 * Every grade that occurs, best first, ungraded last.
 *
 * @param lists - each best first
 */
export function gradesIn(
  lists: ReadonlyArray<readonly GradeCount[]>,
): Array<string | null> {
  const grades: Array<string | null> = [];
  for (const list of [...lists].sort((a, b) => b.length - a.length)) {
    let at = 0;
    for (const { grade } of list) {
      const found = grades.indexOf(grade);
      if (found >= 0) {
        at = found + 1;
      } else {
        grades.splice(at, 0, grade);
        at += 1;
      }
    }
  }
  const named = grades.filter(grade => grade !== null);
  if (named.every(grade => placeByDefault(grade) >= 0)) {
    named.sort((a, b) => placeByDefault(a) - placeByDefault(b));
  }
  return grades.includes(null) ? [...named, null] : named;
}

/** Number of projects with a grade. */
export function countOf(
  counts: readonly GradeCount[],
  grade: string | null,
): number {
  return counts.find(entry => entry.grade === grade)?.count ?? 0;
}
