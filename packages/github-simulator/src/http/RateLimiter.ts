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

/** The budget after a request, as GitHub tells it. */
export interface Budget {
  limit: number;
  remaining: number;
  used: number;
  /** Seconds since the epoch. */
  reset: number;
  resource: 'core' | 'graphql';
}

/** Why a request is refused. */
export type Refusal =
  | { kind: 'primary'; budget: Budget }
  | { kind: 'secondary'; budget: Budget; retryAfterSeconds: number };

interface Window {
  used: number;
  resetsAt: number;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Points a minute before the secondary limit sets in. */
const POINTS_PER_MINUTE = { core: 900, graphql: 2000 };

/**
 * Keeps account of budgets: points an hour (primary), points a minute and
 * requests at once (secondary).
 */
export class RateLimiter {
  readonly #clock: () => number;
  readonly #maxConcurrency: number;
  readonly #secondary: boolean;
  readonly #hours = new Map<string, Window>();
  readonly #minutes = new Map<string, Window>();
  #concurrency = 0;
  peakConcurrency = 0;

  private constructor(options: RateLimiterOptions) {
    this.#clock = options.clock;
    this.#maxConcurrency = options.maxConcurrency;
    this.#secondary = options.secondaryLimits;
  }

  static create(options: RateLimiterOptions): RateLimiter {
    return new RateLimiter(options);
  }

  /** Lets a request in, or says why not. A request that was let in must {@link leave}. */
  enter(
    key: string,
    resource: 'core' | 'graphql',
    limit: number,
  ): Refusal | undefined {
    const budget = this.budget(key, resource, limit);
    if (budget.remaining <= 0) {
      return { kind: 'primary', budget };
    }
    const minute = this.#window(this.#minutes, `${key}/${resource}`, MINUTE);
    if (
      this.#secondary &&
      (this.#concurrency >= this.#maxConcurrency ||
        minute.used >= POINTS_PER_MINUTE[resource])
    ) {
      return {
        kind: 'secondary',
        budget,
        retryAfterSeconds: Math.max(
          1,
          Math.ceil((minute.resetsAt - this.#clock()) / 1000),
        ),
      };
    }
    minute.used += 1;
    this.#concurrency += 1;
    this.peakConcurrency = Math.max(this.peakConcurrency, this.#concurrency);
    return undefined;
  }

  leave(): void {
    this.#concurrency -= 1;
  }

  spend(
    key: string,
    resource: 'core' | 'graphql',
    limit: number,
    points: number,
  ): Budget {
    this.#window(this.#hours, `${key}/${resource}`, HOUR).used += points;
    return this.budget(key, resource, limit);
  }

  budget(key: string, resource: 'core' | 'graphql', limit: number): Budget {
    const window = this.#window(this.#hours, `${key}/${resource}`, HOUR);
    return {
      limit,
      remaining: Math.max(0, limit - window.used),
      used: Math.min(window.used, limit),
      reset: Math.ceil(window.resetsAt / 1000),
      resource,
    };
  }

  reset(): void {
    this.#hours.clear();
    this.#minutes.clear();
    this.peakConcurrency = this.#concurrency;
  }

  #window(windows: Map<string, Window>, key: string, length: number): Window {
    const now = this.#clock();
    const known = windows.get(key);
    if (known && known.resetsAt > now) {
      return known;
    }
    const fresh = { used: 0, resetsAt: now + length };
    windows.set(key, fresh);
    return fresh;
  }
}

export interface RateLimiterOptions {
  clock: () => number;
  maxConcurrency: number;
  secondaryLimits: boolean;
}
