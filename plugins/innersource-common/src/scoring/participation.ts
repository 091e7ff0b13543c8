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

import { WeeklyCommits } from '../model';

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;

/** 1970-01-05, the first Monday of the Unix epoch. */
const FIRST_MONDAY = 4 * DAY;

/**
 * Commits per week of the last 52 weeks.
 *
 * @param weeks - weeks with commits; the missing ones count 0
 * @param now - instant whose UTC week (from Monday) is the last one
 * @returns 52 numbers, oldest first, the current, still partial week last
 *
 * @public
 */
export function participation(
  weeks: readonly WeeklyCommits[],
  now: Date,
): number[] {
  const counts = new Array<number>(52).fill(0);
  const current = weekNumber(now.getTime());
  for (const { week, commits } of weeks) {
    const index = 51 - (current - weekNumber(Date.parse(week)));
    if (index >= 0 && index <= 51 && Number.isFinite(commits)) {
      counts[index] += commits;
    }
  }
  return counts;
}

function weekNumber(instant: number): number {
  return Math.floor((instant - FIRST_MONDAY) / WEEK);
}
