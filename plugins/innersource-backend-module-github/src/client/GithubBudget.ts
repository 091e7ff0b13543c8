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

import { setTimeout as delay } from 'node:timers/promises';
import { HostBudget } from '@ispo/backstage-plugin-innersource-common';
import { GithubError } from './GithubError';

/**
 * Limits that GitHub counts apart from each other.
 */
export type RateLimitResource = 'graphql' | 'core';

/**
 * What counts requests, beside the budget itself.
 */
export interface RequestCounters {
  requests(labels: { host: string; resource: RateLimitResource }): void;
  points(labels: { host: string }, points: number): void;
  notModified(labels: { host: string }): void;
}

interface RateWindow {
  limit: number;
  remaining: number;
  /** Milliseconds since the epoch. */
  resetsAt: number;
}

/** Below this part of the limit requests are spread over what is left of the window. */
const SPREAD_BELOW = 0.2;

/** Weight of the newest query in what a query is expected to cost. */
const NEWEST_COST_SHARE = 0.2;

/** GitHub's advice where a secondary limit comes without `Retry-After`. */
const SECONDARY_LIMIT_SECONDS = 60;

/**
 * What one credential may still ask of one host. Holds requests back before
 * GitHub has to: by the number in flight, by the points left in the window, and
 * after being told to wait.
 */
export class GithubBudget {
  static create(options: {
    host: string;
    /** What the budget belongs to; never a secret. */
    account: string;
    /** Requests in flight at most. */
    concurrency: number;
    /** A longer wait is left to the caller's queue. */
    maxWaitSeconds: number;
    counters?: RequestCounters;
    now?: () => number;
    sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  }): GithubBudget {
    return new GithubBudget(options);
  }

  readonly #options: Parameters<typeof GithubBudget.create>[0];
  readonly #windows = new Map<RateLimitResource, RateWindow>();
  readonly #nextAt = new Map<RateLimitResource, number>();
  readonly #waiting: Array<() => void> = [];
  #inFlight = 0;
  #blockedUntil = 0;
  #requests = 0;
  #points = 0;
  /** Points that a query is expected to cost. */
  #pointsPerQuery = 1;
  #notModified = 0;

  private constructor(options: Parameters<typeof GithubBudget.create>[0]) {
    this.#options = options;
  }

  /**
   * Runs a request as soon as it may be sent. Throws `rate-limited` when that
   * is further away than a worker should wait.
   */
  async run<T>(
    resource: RateLimitResource,
    signal: AbortSignal,
    request: () => Promise<T>,
  ): Promise<T> {
    await this.#enter(signal);
    try {
      await this.#waitForTurn(resource, signal);
      this.#requests += 1;
      this.#options.counters?.requests({ host: this.#options.host, resource });
      return await request();
    } finally {
      this.#leave();
    }
  }

  /** Learns from the headers of any answer. */
  observeHeaders(resource: RateLimitResource, headers: Headers): void {
    const number = (name: string) => {
      const value = headers.get(name);
      return value === null || value.trim() === '' ? NaN : Number(value);
    };
    const limit = number('x-ratelimit-limit');
    const remaining = number('x-ratelimit-remaining');
    const reset = number('x-ratelimit-reset');
    if ([limit, remaining, reset].every(Number.isFinite)) {
      const named = headers.get('x-ratelimit-resource');
      this.#observe(
        named === 'graphql' || named === 'core' ? named : resource,
        {
          limit,
          remaining,
          resetsAt: reset * 1000,
        },
      );
    }
  }

  /** Learns from the `rateLimit` field of a GraphQL answer. */
  observeRateLimit(rateLimit: {
    limit: number;
    cost: number;
    remaining: number;
    resetAt: string;
  }): void {
    this.#points += rateLimit.cost;
    this.#pointsPerQuery = Math.max(
      1,
      this.#pointsPerQuery +
        NEWEST_COST_SHARE * (rateLimit.cost - this.#pointsPerQuery),
    );
    this.#options.counters?.points(
      { host: this.#options.host },
      rateLimit.cost,
    );
    const resetsAt = Date.parse(rateLimit.resetAt);
    if (Number.isFinite(resetsAt)) {
      this.#observe('graphql', {
        limit: rateLimit.limit,
        remaining: rateLimit.remaining,
        resetsAt,
      });
    }
  }

  observeNotModified(): void {
    this.#notModified += 1;
    this.#options.counters?.notModified({ host: this.#options.host });
  }

  /** Holds everything back after GitHub said so; returns the seconds. */
  block(seconds: number = SECONDARY_LIMIT_SECONDS): number {
    this.#blockedUntil = Math.max(
      this.#blockedUntil,
      this.#now() + seconds * 1000,
    );
    return seconds;
  }

  /** Seconds until the window of a resource starts anew. */
  secondsToReset(resource: RateLimitResource): number | undefined {
    const window = this.#windows.get(resource);
    return (
      window && Math.max(1, Math.ceil((window.resetsAt - this.#now()) / 1000))
    );
  }

  /** Present state, for people. */
  state(source: string): HostBudget {
    const window = this.#windows.get('graphql') ?? this.#windows.get('core');
    return {
      source,
      host: this.#options.host,
      account: this.#options.account,
      limit: window?.limit ?? null,
      remaining: window ? Math.max(0, window.remaining) : null,
      resetsAt: window ? new Date(window.resetsAt).toISOString() : null,
      requests: this.#requests,
      notModified: this.#notModified,
      points: this.#points,
    };
  }

  #observe(resource: RateLimitResource, window: RateWindow) {
    const known = this.#windows.get(resource);
    // Answers overtake each other: within a window, the lowest count is the truth.
    this.#windows.set(
      resource,
      known && known.resetsAt === window.resetsAt
        ? { ...window, remaining: Math.min(known.remaining, window.remaining) }
        : window,
    );
  }

  async #waitForTurn(resource: RateLimitResource, signal: AbortSignal) {
    const now = this.#now();
    let at = Math.max(now, this.#blockedUntil);
    const window = this.#windows.get(resource);
    if (window && window.resetsAt > at) {
      const cost = resource === 'graphql' ? this.#pointsPerQuery : 1;
      // Others in flight have not been answered yet: their points are spent.
      const remaining =
        Math.floor(window.remaining / cost) - (this.#inFlight - 1);
      if (remaining <= 0) {
        at = window.resetsAt;
      } else if (remaining * cost < window.limit * SPREAD_BELOW) {
        const interval = (window.resetsAt - at) / remaining;
        at = Math.max(at, this.#nextAt.get(resource) ?? 0);
        this.#nextAt.set(resource, at + interval);
      }
    }
    const wait = at - now;
    if (wait > this.#options.maxWaitSeconds * 1000) {
      this.#nextAt.delete(resource);
      throw new GithubError({
        kind: 'rate-limited',
        message: `The request limit of ${this.#options.account} on ${
          this.#options.host
        } is used up. Reading goes on by itself at ${new Date(
          at,
        ).toISOString()}; use a GitHub App for a higher limit.`,
        retryAfterSeconds: Math.ceil(wait / 1000),
      });
    }
    if (wait > 0) {
      await this.#sleep(wait, signal);
    }
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  async #sleep(milliseconds: number, signal: AbortSignal) {
    if (this.#options.sleep) {
      await this.#options.sleep(milliseconds, signal);
    } else {
      await delay(milliseconds, undefined, { signal });
    }
  }

  /** Waits like any request, without one. */
  async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    await this.#sleep(milliseconds, signal);
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#inFlight < this.#options.concurrency) {
      this.#inFlight += 1;
      return;
    }
    let abandon = () => {};
    try {
      await new Promise<void>((enter, reject) => {
        abandon = () => {
          const place = this.#waiting.indexOf(enter);
          // At once, or a place in flight might pass on to nobody.
          if (place >= 0) {
            this.#waiting.splice(place, 1);
            reject(signal.reason);
          }
        };
        signal.addEventListener('abort', abandon, { once: true });
        this.#waiting.push(enter);
      });
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  #leave() {
    const next = this.#waiting.shift();
    if (next) {
      // The place in flight passes on.
      next();
    } else {
      this.#inFlight -= 1;
    }
  }
}
