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

import { nodesOf, StateAnswer } from '../facts/answers';
import { ContributionCursor, isDone } from './cursor';

/** How long what was seen counts as the present. */
const FRESH_MS = 10 * 60 * 1000;

/** A few dozen bytes each. */
const MAX_STATES = 50_000;

interface SeenState {
  at: number;
  head: string | null;
  /** Undefined where the credentials may not look. */
  changeRequests: string | null | undefined;
  issues: string | null | undefined;
}

/**
 * Remembers what looking for changes saw of repositories, so that reading the
 * contributions of one where nothing happened costs no request.
 */
export class RepositoryStates {
  static create(): RepositoryStates {
    return new RepositoryStates();
  }

  readonly #states = new Map<string, SeenState>();

  private constructor() {}

  saw(repositoryUrl: string, state: StateAnswer): void {
    this.#states.delete(repositoryUrl);
    this.#states.set(repositoryUrl, {
      at: Date.now(),
      head: state.defaultBranchRef?.target?.oid ?? null,
      changeRequests:
        state.latestChangeRequest &&
        (nodesOf(state.latestChangeRequest)[0]?.updatedAt ?? null),
      issues:
        state.latestIssue && (nodesOf(state.latestIssue)[0]?.updatedAt ?? null),
    });
    if (this.#states.size > MAX_STATES) {
      const [oldest] = this.#states.keys();
      this.#states.delete(oldest);
    }
  }

  /** True when a repository was seen lately and has nothing after the cursor. */
  hasNothingAfter(repositoryUrl: string, cursor: ContributionCursor): boolean {
    const state = this.#states.get(repositoryUrl);
    return (
      state !== undefined &&
      Date.now() - state.at < FRESH_MS &&
      isDone(cursor) &&
      state.head === cursor.commits.head &&
      !isAfter(state.changeRequests, cursor.changeRequests) &&
      !isAfter(state.issues, cursor.issues)
    );
  }

  forget(repositoryUrl: string): void {
    this.#states.delete(repositoryUrl);
  }
}

function isAfter(
  latest: string | null | undefined,
  stream: { from: string; newest: string | null },
): boolean {
  return (
    typeof latest === 'string' &&
    Date.parse(latest) > Date.parse(stream.newest ?? stream.from)
  );
}
