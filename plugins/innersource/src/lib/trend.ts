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

import { Snapshot } from '@ispo/backstage-plugin-innersource-common';

/** A point of the trend line. */
export interface TrendPoint {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Milliseconds since 1970 of that day's start in UTC. */
  time: number;
  readiness: number;
  grade: string | null;
}

/**
 * Makes a line from snapshots, which exist only for days of change: the value
 * at the start is moved to `from`, the last one is carried on to `today`.
 */
export function toTrend(
  snapshots: Snapshot[],
  from: string,
  today: string,
): TrendPoint[] {
  const points = snapshots.flatMap(({ date, readiness, grade }) =>
    readiness === null
      ? []
      : [toPoint(date < from ? from : date, readiness, grade)],
  );
  const last = points[points.length - 1];
  if (last && last.date < today) {
    points.push(toPoint(today, last.readiness, last.grade));
  }
  return points;
}

function toPoint(
  date: string,
  readiness: number,
  grade: string | null,
): TrendPoint {
  return { date, time: Date.parse(date), readiness, grade };
}
