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

import { ActivityScore, ProjectFacts } from '../model';
import { participation } from './participation';

/**
 * Input of the Repository Activity Score.
 *
 * @public
 */
export interface ActivityInput {
  forks: number;
  watchers: number;
  stars: number;
  openIssues: number;
  /** Days since the last change, 0 or more; fractions count. */
  daysSinceUpdate: number;
  /** Days since creation, 0 or more; fractions count. */
  daysSinceCreation: number;
  /** Weekly commits of the last 52 weeks, oldest first; null when unknown. */
  participation: readonly number[] | null;
  description: string | null;
  motivation?: string;
  /** True when there is a contribution guide. */
  guidelines: boolean;
}

/**
 * How a large score is compressed.
 *
 * - `pattern`: as in the pattern's text, `3000 + 100·ln(s)` above 3,000. The
 *   function jumps there: no score exists between 2,950 and 3,750.
 * - `continuous`: `3000 + 100·ln(1 + (s − 3000) / 100)` above 3,000, which has
 *   neither a jump nor a kink, keeps the order, and leaves smaller scores alone.
 *
 * @public
 */
export type ActivityVariant = ActivityScore['variant'];

const COMPRESSION_STARTS = 3_000;

/**
 * The InnerSource Commons' Repository Activity Score, from 0 upwards.
 *
 * With F forks, W watchers, S stars, I open issues, d days since the last change,
 * a days since creation, c mean of the last 13 weekly commit counts:
 *
 * 1. `s = 50 + 5F + W + S/3 + I/5`
 * 2. `s ·= 1 + (100 − min(d, 100)) / 100`
 * 3. `s ·= 1 + min(max(c − 3, 0), 7) / 7` where weekly commits are known
 * 4. `s += (1000 − 2.74·min(d, 365)) · (365 − min(a, 365)) / 365`
 * 5. `s += 50` for a description or motivation of more than 30 characters
 * 6. `s += 100` for a contribution guide
 * 7. above 3,000: compressed, see {@link ActivityVariant}
 * 8. the result is `round(s − 50)`
 *
 * Source: https://patterns.innersourcecommons.org/p/repository-activity-score
 *
 * @public
 */
export function repositoryActivityScore(
  input: ActivityInput,
  variant: ActivityVariant = 'pattern',
): number {
  let score =
    50 +
    input.forks * 5 +
    input.watchers +
    input.stars / 3 +
    input.openIssues / 5;
  score *= 1 + (100 - Math.min(input.daysSinceUpdate, 100)) / 100;
  if (input.participation) {
    const mean =
      input.participation
        .slice(-13)
        .reduce((total, commits) => total + commits, 0) / 13;
    score *= 1 + Math.min(Math.max(mean - 3, 0), 7) / 7;
  }
  const boost = 1000 - Math.min(input.daysSinceUpdate, 365) * 2.74;
  score += (boost * (365 - Math.min(input.daysSinceCreation, 365))) / 365;
  if (
    (input.description?.length ?? 0) > 30 ||
    (input.motivation?.length ?? 0) > 30
  ) {
    score += 50;
  }
  if (input.guidelines) {
    score += 100;
  }
  if (score > COMPRESSION_STARTS) {
    score =
      COMPRESSION_STARTS +
      100 *
        Math.log(
          variant === 'pattern'
            ? score
            : 1 + (score - COMPRESSION_STARTS) / 100,
        );
  }
  return Math.max(0, Math.round(score - 50));
}

/**
 * The label of a Repository Activity Score, with the levels of SAP's InnerSource
 * portal: above 2,500 extremely high, 1,000 very high, 300 high, 150 moderate,
 * 50 low, 5 very low, else none.
 *
 * @public
 */
export function activityLabel(score: number): ActivityScore['label'] {
  if (score > 2_500) return 'extremely-high';
  if (score > 1_000) return 'very-high';
  if (score > 300) return 'high';
  if (score > 150) return 'moderate';
  if (score > 50) return 'low';
  return score > 5 ? 'very-low' : 'none';
}

/**
 * The activity score of a project.
 *
 * - Freshness is the last commit of the project's path on the default branch,
 *   else the last push: the host's `updated_at`, which the pattern takes, moves
 *   with edits of settings too.
 * - Age counts from the repository's creation, else from the first commit of a
 *   complete history.
 * - Counts that the source cannot see are taken as 0 and named in `assumedZero`.
 * - For a project in a part of a repository the counts are the repository's.
 *
 * @param details - what else is known: texts of the project and its guide
 * @returns null when the last change or the age is unknown, or there is no commit
 *
 * @public
 */
export function activityOf(
  facts: ProjectFacts,
  details: {
    description: string | null;
    motivation?: string;
    guidelines: boolean;
  },
  options: { now: Date; variant: ActivityVariant },
): ActivityScore | null {
  const { repository, project } = facts;
  const commits = repository.commits[project.path];
  const activity = commits?.known ? commits.value : undefined;
  const updated = instant(
    activity?.lastCommitAt,
    repository.pushedAt.known ? repository.pushedAt.value : null,
  );
  const created = instant(
    repository.createdAt.known ? repository.createdAt.value : null,
    activity && !activity.partial ? activity.firstCommitAt : null,
  );
  if (updated === null || created === null) {
    return null;
  }
  const assumedZero: NonNullable<ActivityScore['assumedZero']> = [];
  const count = (
    name: 'forks' | 'watchers' | 'stars' | 'openIssues',
  ): number => {
    const fact = repository[name];
    if (fact.known) {
      return Math.max(0, fact.value);
    }
    assumedZero.push(name);
    return 0;
  };
  const days = (since: number) =>
    Math.max(0, (options.now.getTime() - since) / (24 * 60 * 60 * 1000));
  const score = repositoryActivityScore(
    {
      forks: count('forks'),
      watchers: count('watchers'),
      stars: count('stars'),
      openIssues: count('openIssues'),
      daysSinceUpdate: days(updated),
      daysSinceCreation: days(created),
      participation: activity
        ? participation(activity.weeks, options.now)
        : null,
      ...details,
    },
    options.variant,
  );
  return {
    score,
    variant: options.variant,
    label: activityLabel(score),
    ...(assumedZero.length ? { assumedZero } : {}),
  };
}

function instant(
  ...candidates: Array<string | null | undefined>
): number | null {
  for (const candidate of candidates) {
    const parsed = candidate ? Date.parse(candidate) : NaN;
    if (Number.isFinite(parsed)) {
      return parsed;
    }
  }
  return null;
}
