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

import { tell, Told } from '@ispo/backstage-plugin-innersource-common';
import {
  GithubAccount,
  GithubClient,
  GraphqlError,
} from '../client/GithubClient';
import { GithubError } from '../client/GithubError';
import {
  aliasOf,
  composeQuery,
  guardedFragmentOf,
  optionalFragmentsUsing,
  Selection,
} from './composeQuery';

/**
 * A selection with its share of a query.
 */
export interface WeightedSelection extends Selection {
  /** Up to the runner's capacity; what weighs more gets a query of its own. */
  weight: number;
}

/**
 * What a selection's repository answered.
 */
export interface SelectionAnswer {
  data: Record<string, unknown>;
  /** Errors below the repository; their paths start below it too. */
  errors: GraphqlError[];
  /** Fragments that were left out, with the reason for people. */
  without: ReadonlyMap<string, Told>;
}

/**
 * Outcome of one selection.
 */
export type SelectionOutcome =
  | { answer: SelectionAnswer }
  | { error: GithubError };

/** Failures without any success after which a host is left alone. */
const HOPELESS_FAILURES = 6;

const HIDDEN_FOR_MS = 60 * 60 * 1000;

interface Run {
  account: GithubAccount;
  shared: Readonly<Record<string, unknown>>;
  signal: AbortSignal;
  failures: number;
  successes: number;
}

/**
 * Asks many repositories in few queries. A query that is too much for the host
 * is split in half; what fails for one repository fails for it alone.
 */
export class SelectionRunner {
  static create(options: { client: GithubClient }): SelectionRunner {
    return new SelectionRunner(options.client);
  }

  readonly #client: GithubClient;
  /** By host: fragments that its version does not know. */
  readonly #unsupported = new Map<string, Map<string, Told>>();
  /** By account: fragments that it has no permission for. */
  readonly #hidden = new Map<
    string,
    { until: number; fragments: Map<string, Told> }
  >();

  private constructor(client: GithubClient) {
    this.#client = client;
  }

  /**
   * Runs selections of one account; calls back once for each, as soon as its
   * outcome is known.
   */
  async run<T extends WeightedSelection>(options: {
    account: GithubAccount;
    selections: readonly T[];
    /** Weight of a query at most. */
    capacity: number;
    shared?: Readonly<Record<string, unknown>>;
    signal: AbortSignal;
    onOutcome: (selection: T, outcome: SelectionOutcome) => void;
  }): Promise<void> {
    const { account, selections, capacity, shared = {}, signal } = options;
    const run: Run = { account, shared, signal, failures: 0, successes: 0 };
    await Promise.all(
      pack(selections, capacity).map(batch =>
        this.#runBatch(run, batch, options.onOutcome),
      ),
    );
  }

  async #runBatch<T extends WeightedSelection>(
    run: Run,
    batch: readonly T[],
    onOutcome: (selection: T, outcome: SelectionOutcome) => void,
    again = false,
  ): Promise<void> {
    const { account, signal } = run;
    const without = this.#without(account);
    let answer;
    try {
      answer = await this.#client.graphql(
        account,
        composeQuery({
          selections: batch,
          shared: run.shared,
          without: new Set(without.keys()),
        }),
        { signal },
      );
      run.successes += 1;
    } catch (error) {
      if (!(error instanceof GithubError)) {
        throw error;
      }
      run.failures += 1;
      const hopeless = run.successes === 0 && run.failures >= HOPELESS_FAILURES;
      if (error.overload && batch.length > 1 && !hopeless) {
        await Promise.all(
          halves(batch).map(half => this.#runBatch(run, half, onOutcome)),
        );
      } else {
        batch.forEach(selection => onOutcome(selection, { error }));
      }
      return;
    }

    if (this.#learnUnsupported(account, answer.errors, without)) {
      await this.#runBatch(run, batch, onOutcome);
      return;
    }

    const repeat: T[] = [];
    let learned = false;
    for (const [index, selection] of batch.entries()) {
      const alias = aliasOf(index);
      const data = answer.data?.[alias];
      const errors = answer.errors
        .filter(error => error.path?.[0] === alias)
        .map(error => ({ ...error, path: error.path?.slice(1) }));
      if (typeof data === 'object' && data !== null) {
        onOutcome(selection, {
          answer: { data: data as Record<string, unknown>, errors, without },
        });
        continue;
      }
      const forbidden = this.#learnHidden(account, errors, without);
      learned ||= forbidden;
      const error = repositoryError(account, selection, errors, answer.errors);
      if (forbidden || (error.transient && !again)) {
        repeat.push(selection);
      } else {
        onOutcome(selection, { error });
      }
    }
    if (
      repeat.length > 1 &&
      answer.errors.some(error => error.type === 'RESOURCE_LIMITS_EXCEEDED')
    ) {
      await Promise.all(
        halves(repeat).map(half => this.#runBatch(run, half, onOutcome)),
      );
    } else if (repeat.length > 0) {
      await this.#runBatch(run, repeat, onOutcome, again || !learned);
    }
  }

  #without(account: GithubAccount): Map<string, Told> {
    const hidden = this.#hidden.get(account.key);
    return new Map([
      ...(this.#unsupported.get(account.host) ?? []),
      ...(hidden && hidden.until > Date.now() ? hidden.fragments : []),
    ]);
  }

  #learnUnsupported(
    account: GithubAccount,
    errors: readonly GraphqlError[],
    without: ReadonlyMap<string, Told>,
  ): boolean {
    const names = errors.flatMap(({ extensions }) => {
      if (extensions?.code === 'undefinedField') {
        return optionalFragmentsUsing(
          `${extensions.typeName}.${extensions.fieldName}`,
        );
      }
      return extensions?.code === 'undefinedType'
        ? optionalFragmentsUsing(String(extensions.typeName))
        : [];
    });
    const fresh = names.filter(name => !without.has(name));
    if (fresh.length === 0) {
      return false;
    }
    const known = this.#unsupported.get(account.host) ?? new Map();
    fresh.forEach(name =>
      known.set(name, tell('github-version', { host: account.host })),
    );
    this.#unsupported.set(account.host, known);
    return true;
  }

  #learnHidden(
    account: GithubAccount,
    errors: readonly GraphqlError[],
    without: ReadonlyMap<string, Told>,
  ): boolean {
    let learned = false;
    for (const error of errors) {
      const fragment =
        error.type === 'FORBIDDEN' && typeof error.path?.[0] === 'string'
          ? guardedFragmentOf(error.path[0])
          : undefined;
      if (!fragment || without.has(fragment.name)) {
        continue;
      }
      learned = true;
      let hidden = this.#hidden.get(account.key);
      if (!hidden || hidden.until <= Date.now()) {
        hidden = { until: Date.now() + HIDDEN_FOR_MS, fragments: new Map() };
        this.#hidden.set(account.key, hidden);
      }
      hidden.fragments.set(
        fragment.name,
        tell('github-permission', {
          account: account.host,
          permission: fragment.permission,
        }),
      );
    }
    return learned;
  }
}

function pack<T extends WeightedSelection>(
  selections: readonly T[],
  capacity: number,
): T[][] {
  const batches: T[][] = [];
  let weight = Infinity;
  for (const selection of selections) {
    if (weight + selection.weight > capacity) {
      batches.push([]);
      weight = 0;
    }
    batches[batches.length - 1].push(selection);
    weight += selection.weight;
  }
  return batches;
}

function halves<T>(batch: readonly T[]): T[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

function repositoryError(
  account: GithubAccount,
  selection: Selection,
  errors: readonly GraphqlError[],
  all: readonly GraphqlError[],
): GithubError {
  const fullName = `${selection.owner}/${selection.name}`;
  if (errors.some(error => error.type === 'NOT_FOUND')) {
    return new GithubError({
      kind: 'not-found',
      message: `${account.host} has no repository ${fullName}, or the credentials of integrations.github may not see it.`,
    });
  }
  if (
    errors.some(error =>
      ['FORBIDDEN', 'INSUFFICIENT_SCOPES'].includes(error.type ?? ''),
    )
  ) {
    return new GithubError({
      kind: 'unauthorized',
      message: `The credentials of integrations.github may not read ${fullName} on ${account.host}: grant them read access.`,
    });
  }
  const cause = [...errors, ...all.filter(error => !error.path?.length)][0];
  return new GithubError({
    kind: 'unavailable',
    message: `${account.host} could not answer for ${fullName}${
      cause ? `: ${cause.message.slice(0, 200)}` : ''
    }.`,
    transient: true,
  });
}
