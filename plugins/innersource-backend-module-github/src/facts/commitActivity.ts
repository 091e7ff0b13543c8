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
  CommitActivity,
  CommitAuthor,
  WeeklyCommits,
} from '@ispo/backstage-plugin-innersource-common';
import { COUNTED_WEEKS } from '../graphql/fragments';
import { CommitAnswer, HistoryAnswer, nodesOf } from './answers';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const WEEK = 7 * DAY;
const MAX_AUTHORS = 500;

/**
 * First and last second of the counted weeks, oldest first: commits are dated to
 * the second, and GitHub counts those of both ends.
 */
export function countedWeeks(now: Date): Array<{ start: string; end: string }> {
  const monday = mondayOf(now.getTime());
  return Array.from({ length: COUNTED_WEEKS }, (_, index) => {
    const start = monday - (COUNTED_WEEKS - 1 - index) * WEEK;
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + WEEK - SECOND).toISOString(),
    };
  });
}

/** Monday 00:00 UTC of the week an instant lies in. */
function mondayOf(instant: number): number {
  // 1970-01-01 was a Thursday.
  return Math.floor((instant + 3 * DAY) / WEEK) * WEEK - 3 * DAY;
}

function toInstant(date: string): string {
  return new Date(date).toISOString();
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** True when the window holds more commits than GitHub lists at once. */
export function isBusy(history: HistoryAnswer): boolean {
  return (history.window?.totalCount ?? 0) > nodesOf(history.window).length;
}

/**
 * Activity out of the newest commits of the counted weeks.
 *
 * @param weekly - commits per counted week, oldest first, where GitHub counted them
 */
export function toCommitActivity(options: {
  history: HistoryAnswer;
  now: Date;
  weekly?: readonly number[];
}): CommitActivity {
  const { history, now, weekly } = options;
  // A commit's dates are whatever its author's clock said.
  const instant = now.toISOString();
  const commits = nodesOf(history.window);
  const total = history.all?.totalCount ?? commits.length;
  const partial = total > commits.length;
  const own = commits.filter(commit => !isMerge(commit));
  const authors = authorsOf(own, now);
  const authored = commits
    .map(commit => toInstant(commit.authoredDate))
    .filter(date => date <= instant)
    .sort();

  return {
    total,
    nonMerge: own.length,
    firstCommitAt: partial ? null : authored[0] ?? null,
    lastCommitAt: authored.at(-1) ?? history.committedDate ?? null,
    weeks: weekly
      ? toWeeks(weekly, now)
      : weeksOf(
          commits.filter(commit => toInstant(commit.committedDate) <= instant),
        ),
    authors: authors.slice(0, MAX_AUTHORS),
    authorCount: authors.length,
    partial,
  };
}

/** What a repository without commits did. */
export const NO_ACTIVITY: CommitActivity = {
  total: 0,
  nonMerge: 0,
  firstCommitAt: null,
  lastCommitAt: null,
  weeks: [],
  authors: [],
  authorCount: 0,
  partial: false,
};

// The number of parents would cost a point per hundred commits: for facts, the
// subject that git and GitHub give to merges is enough.
function isMerge(commit: CommitAnswer): boolean {
  return /^Merge (pull request|branch|branches|remote-tracking|tag|commit)\b/.test(
    commit.messageHeadline,
  );
}

function weeksOf(commits: readonly CommitAnswer[]): WeeklyCommits[] {
  const counts = new Map<string, number>();
  for (const { committedDate } of commits) {
    const week = day(mondayOf(Date.parse(committedDate)));
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return [...counts]
    .map(([week, count]) => ({ week, commits: count }))
    .sort((a, b) => a.week.localeCompare(b.week));
}

function toWeeks(counts: readonly number[], now: Date): WeeklyCommits[] {
  return countedWeeks(now)
    .map(({ start }, index) => ({
      week: start.slice(0, 10),
      commits: counts[index] ?? 0,
    }))
    .filter(({ commits }) => commits > 0);
}

function authorsOf(
  commits: readonly CommitAnswer[],
  now: Date,
): CommitAuthor[] {
  const yearAgo = now.getTime() - 365 * DAY;
  const byEmail = new Map<string, CommitAuthor>();
  for (const { author, authoredDate } of commits) {
    const email = author?.email ?? '';
    const name = author?.name ?? '';
    const key = (email || name).toLowerCase();
    const recent = Date.parse(authoredDate) >= yearAgo ? 1 : 0;
    const known = byEmail.get(key);
    if (known) {
      known.commits += 1;
      known.commitsLastYear += recent;
      if (authoredDate > known.lastCommitAt) {
        known.lastCommitAt = authoredDate;
      }
    } else {
      byEmail.set(key, {
        name,
        email,
        commits: 1,
        commitsLastYear: recent,
        lastCommitAt: authoredDate,
      });
    }
  }
  return [...byEmail.values()].sort(
    (a, b) => b.commits - a.commits || a.email.localeCompare(b.email),
  );
}
