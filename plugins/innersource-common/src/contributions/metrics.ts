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
  DependentFact,
  DurationStatistics,
  InnerSourceShare,
  ProjectUsage,
  RelationCounts,
} from '../model';

/**
 * Zero for each relation.
 *
 * @public
 */
export function noRelationCounts(): RelationCounts {
  return { own: 0, other: 0, unknown: 0, bot: 0 };
}

/**
 * other ÷ (own + other), and the unknown share beside it.
 *
 * @public
 */
export function innerSourceShare(counts: RelationCounts): InnerSourceShare {
  const known = counts.own + counts.other;
  const all = known + counts.unknown;
  return {
    innerSource: known > 0 ? counts.other / known : null,
    unknown: all > 0 ? counts.unknown / all : null,
  };
}

/**
 * Fewest contributors, largest first, whose contributions together exceed half
 * of the total: with people CHAOSS's "Contributor Absence Factor", with teams
 * its "Elephant Factor". Null when there are no contributions.
 *
 * @param contributions - contributions of each contributor
 * @public
 */
export function absenceFactor(contributions: Iterable<number>): number | null {
  const sorted = [...contributions].filter(n => n > 0).sort((a, b) => b - a);
  const half = sorted.reduce((sum, n) => sum + n, 0) / 2;
  let sum = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    sum += sorted[i];
    if (sum > half) {
      return i + 1;
    }
  }
  return null;
}

/**
 * Percentile with linear interpolation between ranks, as PostgreSQL's
 * `percentile_cont` and spreadsheets' `PERCENTILE.INC` do; at 0.5 the median.
 * Null without values.
 *
 * @param values - in any order
 * @param fraction - 0 to 1
 * @public
 */
export function percentile(
  values: readonly number[],
  fraction: number,
): number | null {
  if (values.length === 0) {
    return null;
  }
  const sorted = Float64Array.from(values).sort();
  const rank = Math.min(Math.max(fraction, 0), 1) * (sorted.length - 1);
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
}

/**
 * Median of values that each occur a number of times: the middle one, or the
 * mean of the two middle ones. Null without any.
 *
 * @public
 */
export function weightedMedian(
  values: ReadonlyArray<{ value: number; count: number }>,
): number | null {
  const sorted = values
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) {
    return null;
  }
  const at = (index: number) => {
    let seen = 0;
    for (const { value, count } of sorted) {
      seen += count;
      if (index < seen) {
        return value;
      }
    }
    return sorted[sorted.length - 1].value;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/**
 * Count, median and 90th percentile of durations given in seconds, in hours.
 *
 * @public
 */
export function durationStatistics(
  seconds: readonly number[],
): DurationStatistics {
  const hours = (fraction: number) => {
    const value = percentile(seconds, fraction);
    return value === null ? null : Math.round((value / 3600) * 100) / 100;
  };
  return {
    count: seconds.length,
    medianHours: hours(0.5),
    p90Hours: hours(0.9),
  };
}

/**
 * Quotient, or null when there is nothing to divide by.
 *
 * @public
 */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * Who uses a project: dependents by distinct owner.
 *
 * @param dependents - entities that depend on it, each once
 * @param owner - the project's own owner
 * @public
 */
export function projectUsage(
  dependents: readonly DependentFact[],
  owner: string | null,
): ProjectUsage {
  const byTeam = new Map<string, number>();
  const seen = new Set<string>();
  for (const dependent of dependents) {
    if (seen.has(dependent.entityRef)) {
      continue;
    }
    seen.add(dependent.entityRef);
    if (dependent.owner) {
      byTeam.set(dependent.owner, (byTeam.get(dependent.owner) ?? 0) + 1);
    }
  }
  return {
    dependents: seen.size,
    teamCount: byTeam.size,
    otherTeamCount: [...byTeam.keys()].filter(team => team !== owner).length,
    teams: [...byTeam]
      .map(([team, count]) => ({ team, dependents: count }))
      .sort(
        (a, b) => b.dependents - a.dependents || (a.team < b.team ? -1 : 1),
      ),
  };
}
