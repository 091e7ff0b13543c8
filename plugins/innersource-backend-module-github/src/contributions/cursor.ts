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

import { createHash } from 'node:crypto';

/** Changes when contributions are made differently, so that all are read again. */
const VERSION = 1;

/** How far the reading of things that are listed by their last update got. */
export interface UpdateCursor {
  /** Everything updated before was delivered; the lower end of this pass. */
  from: string;
  /** The newest update seen in this pass; the next pass starts there. */
  newest: string | null;
  /** Where this pass left off. */
  after: string | null;
  done: boolean;
}

/** How far the reading of commits got. */
export interface CommitCursor {
  /** HEAD at which the last pass, or this one, is pinned; null without commits. */
  head: string | null;
  /** Where a first fill left off. */
  after: string | null;
  done: boolean;
}

/** Where the reading of a repository's contributions left off. */
export interface ContributionCursor {
  changeRequests: UpdateCursor;
  issues: UpdateCursor;
  commits: CommitCursor;
}

/** The start of a first fill. */
export function firstCursor(since: string): ContributionCursor {
  return {
    changeRequests: { from: since, newest: null, after: null, done: false },
    issues: { from: since, newest: null, after: null, done: false },
    commits: { head: null, after: null, done: false },
  };
}

export function isDone(cursor: ContributionCursor): boolean {
  return (
    cursor.changeRequests.done && cursor.issues.done && cursor.commits.done
  );
}

/** The start of the next pass after one that is done. */
export function nextPass(cursor: ContributionCursor): ContributionCursor {
  const restart = (stream: UpdateCursor): UpdateCursor => ({
    from: stream.newest ?? stream.from,
    newest: null,
    after: null,
    done: false,
  });
  return {
    changeRequests: restart(cursor.changeRequests),
    issues: restart(cursor.issues),
    commits: { ...cursor.commits, after: null, done: false },
  };
}

export function formatCursor(
  cursor: ContributionCursor,
  paths: readonly string[],
): string {
  return JSON.stringify({ v: VERSION, p: digestOf(paths), ...cursor });
}

/** Undefined when it belongs to other paths, or to another version. */
export function parseCursor(
  text: string,
  paths: readonly string[],
): ContributionCursor | undefined {
  try {
    const value = JSON.parse(text);
    return value.v === VERSION &&
      value.p === digestOf(paths) &&
      isUpdateCursor(value.changeRequests) &&
      isUpdateCursor(value.issues) &&
      isCommitCursor(value.commits)
      ? {
          changeRequests: value.changeRequests,
          issues: value.issues,
          commits: value.commits,
        }
      : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(paths: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...new Set(paths)].sort()))
    .digest('base64url');
}

function isUpdateCursor(value: unknown): value is UpdateCursor {
  const cursor = value as UpdateCursor;
  return (
    typeof cursor.from === 'string' &&
    isStringOrNull(cursor.newest) &&
    isStringOrNull(cursor.after) &&
    typeof cursor.done === 'boolean'
  );
}

function isCommitCursor(value: unknown): value is CommitCursor {
  const cursor = value as CommitCursor;
  return (
    isStringOrNull(cursor.head) &&
    isStringOrNull(cursor.after) &&
    typeof cursor.done === 'boolean'
  );
}

function isStringOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
