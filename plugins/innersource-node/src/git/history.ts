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
  Fact,
  known,
} from '@ispo/backstage-plugin-innersource-common';
import { LogParser, pathArguments } from './LogParser';
import { ProjectPaths } from './ProjectPaths';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKS = 53;
const MAX_AUTHORS_LISTED = 500;
/** Authors told apart over all paths of a repository; a bound for hostile histories. */
const MAX_AUTHORS_COUNTED = 200_000;
const MAX_NAME = 200;
const MAX_EMAIL = 320;

const LOG_FORMAT = '%x00%P%x00%aN%x00%aE%x00%at%x00%ct';
const FIELDS = 5;

/** Arguments of the one pass over the log that {@link HistoryAnalysis} reads. */
export function historyArguments(
  head: string,
  paths: readonly string[],
): string[] {
  const { subPaths } = ProjectPaths.create(paths);
  return [
    'log',
    '-z',
    `--format=${LOG_FORMAT}`,
    '--no-show-signature',
    ...pathArguments(subPaths),
    '--end-of-options',
    head,
    '--',
    ...subPaths,
  ];
}

/** Has people named by this blob, or by none; never by a file that happens to be around. */
export function mailmapConfig(
  blob: string | undefined,
): Array<readonly [string, string]> {
  return [['mailmap.blob', blob ?? 'none']];
}

interface Tally {
  total: number;
  nonMerge: number;
  first: number;
  last: number;
  weeks: number[];
  authors: Map<string, AuthorTally>;
  /** True when not all authors could be told apart. */
  overflow: boolean;
}

interface AuthorTally {
  name: string;
  email: string;
  commits: number;
  commitsLastYear: number;
  last: number;
}

/**
 * Adds up a repository's history while `git log` prints it, for the whole
 * repository and for paths in it at once. What it keeps grows with the number of
 * people, never with the number of commits.
 */
export class HistoryAnalysis {
  readonly #now: number;
  readonly #partial: boolean;
  readonly #firstWeek: number;
  readonly #whole: Tally = newTally();
  readonly #paths: ProjectPaths;
  readonly #byPath: Map<string, Tally>;
  readonly #parser: LogParser;
  readonly #touched = new Set<Tally>();
  #authorBudget = MAX_AUTHORS_COUNTED;

  static create(options: {
    paths: readonly string[];
    now: Date;
    /** True when the history is known to be incomplete. */
    partial: boolean;
  }): HistoryAnalysis {
    return new HistoryAnalysis(options);
  }

  private constructor(options: {
    paths: readonly string[];
    now: Date;
    partial: boolean;
  }) {
    this.#now = options.now.getTime();
    this.#partial = options.partial;
    this.#firstWeek = mondayOf(this.#now) - (WEEKS - 1) * 7 * DAY_MS;
    this.#paths = ProjectPaths.create(options.paths);
    this.#byPath = new Map(
      options.paths.filter(path => path !== '').map(path => [path, newTally()]),
    );
    this.#parser = LogParser.create({
      fieldCount: FIELDS,
      onFile: file =>
        this.#paths.forEachOf(file, path => {
          const tally = this.#byPath.get(path);
          if (tally) {
            this.#touched.add(tally);
          }
        }),
      onCommit: fields => this.#addCommit(fields),
    });
  }

  /** Takes the next piece of the log. */
  push(piece: Buffer): void {
    this.#parser.push(piece);
  }

  /** The results; the log has ended. */
  end(): Record<string, Fact<CommitActivity>> {
    this.#parser.end();
    const result: Record<string, Fact<CommitActivity>> = {
      '': known(this.#activity(this.#whole)),
    };
    for (const [path, tally] of this.#byPath) {
      result[path] = known(this.#activity(tally));
    }
    return result;
  }

  #addCommit([parents, name, email, authored, committed]: string[]): void {
    this.#whole.total += 1;
    if (parents.includes(' ')) {
      this.#touched.clear();
      return;
    }
    const commit = {
      name: name.slice(0, MAX_NAME),
      email: email.slice(0, MAX_EMAIL),
      authoredAt: instant(authored),
      committedAt: instant(committed),
    };
    this.#count(this.#whole, commit);
    for (const tally of this.#touched) {
      tally.total += 1;
      this.#count(tally, commit);
    }
    this.#touched.clear();
  }

  #count(
    tally: Tally,
    commit: {
      name: string;
      email: string;
      authoredAt: number;
      committedAt: number;
    },
  ): void {
    tally.nonMerge += 1;
    // A clock that was ahead must not make a project look maintained for years.
    const authoredAt = Math.min(commit.authoredAt, this.#now);
    tally.first = Math.min(tally.first, authoredAt);
    tally.last = Math.max(tally.last, authoredAt);
    const week = Math.floor(
      (commit.committedAt - this.#firstWeek) / (7 * DAY_MS),
    );
    if (week >= 0 && week < WEEKS) {
      tally.weeks[week] += 1;
    }

    const key = commit.email.toLowerCase() || `\0${commit.name}`;
    let author = tally.authors.get(key);
    if (!author) {
      if (this.#authorBudget <= 0) {
        tally.overflow = true;
        return;
      }
      this.#authorBudget -= 1;
      author = {
        name: commit.name,
        email: commit.email,
        commits: 0,
        commitsLastYear: 0,
        last: Number.NEGATIVE_INFINITY,
      };
      tally.authors.set(key, author);
    }
    author.commits += 1;
    if (
      commit.committedAt > this.#now - 365 * DAY_MS &&
      commit.committedAt <= this.#now
    ) {
      author.commitsLastYear += 1;
    }
    author.last = Math.max(author.last, authoredAt);
  }

  #activity(tally: Tally): CommitActivity {
    const authors = [...tally.authors.values()].sort(
      (a, b) =>
        b.commits - a.commits ||
        b.last - a.last ||
        (a.email < b.email ? -1 : 1),
    );
    return {
      total: tally.total,
      nonMerge: tally.nonMerge,
      firstCommitAt: tally.nonMerge ? isoInstant(tally.first) : null,
      lastCommitAt: tally.nonMerge ? isoInstant(tally.last) : null,
      weeks: tally.weeks.flatMap((commits, index) =>
        commits
          ? [
              {
                week: isoInstant(this.#firstWeek + index * 7 * DAY_MS).slice(
                  0,
                  10,
                ),
                commits,
              },
            ]
          : [],
      ),
      authors: authors.slice(0, MAX_AUTHORS_LISTED).map(
        (author): CommitAuthor => ({
          name: author.name,
          email: author.email,
          commits: author.commits,
          commitsLastYear: author.commitsLastYear,
          lastCommitAt: isoInstant(author.last),
        }),
      ),
      authorCount: tally.authors.size,
      partial: this.#partial || tally.overflow,
    };
  }
}

function newTally(): Tally {
  return {
    total: 0,
    nonMerge: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    weeks: new Array<number>(WEEKS).fill(0),
    authors: new Map(),
    overflow: false,
  };
}

/** Milliseconds of a text with seconds; the epoch for what no commit should hold. */
export function instant(seconds: string): number {
  const value = Number(seconds) * 1000;
  // The range of instants with a four-digit year.
  return value >= -62167219200000 && value <= 253402300799000 ? value : 0;
}

/** ISO 8601 in UTC, without fractions of a second. */
export function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Midnight UTC of the Monday on or before an instant. */
function mondayOf(milliseconds: number): number {
  const day = Math.floor(milliseconds / DAY_MS);
  // 1970-01-01 was a Thursday.
  return (day - ((((day + 3) % 7) + 7) % 7)) * DAY_MS;
}
