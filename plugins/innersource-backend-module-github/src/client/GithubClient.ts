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
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { HostBudget } from '@ispo/backstage-plugin-innersource-common';
import {
  GithubBudget,
  RateLimitResource,
  RequestCounters,
} from './GithubBudget';
import { GithubError } from './GithubError';
import { readBoundedText } from './readBoundedText';

/**
 * Somebody in whose name requests are sent to one host.
 */
export interface GithubAccount {
  host: string;
  /** Same for accounts that may share a query. */
  key: string;
  type: 'app' | 'token';
  budget: GithubBudget;
  headers: Record<string, string>;
}

/**
 * An error inside a GraphQL answer.
 */
export interface GraphqlError {
  message: string;
  type?: string;
  path?: ReadonlyArray<string | number>;
  extensions?: { code?: string; typeName?: string; fieldName?: string };
}

/**
 * A GraphQL answer. Errors and data may come together.
 */
export interface GraphqlAnswer {
  data: Record<string, unknown> | null;
  errors: GraphqlError[];
}

/**
 * Limits of {@link GithubClient}.
 */
export interface GithubClientOptions {
  integrations: ScmIntegrationRegistry;
  credentialsProvider?: GithubCredentialsProvider;
  /** Requests in flight per credential. */
  concurrency: number;
  requestTimeoutMs: number;
  /** A longer wait for a limit is left to the caller's queue. */
  maxWaitSeconds: number;
  /** Longest answer in bytes. */
  maxAnswerBytes: number;
  counters?: RequestCounters;
  /** First pause before a repetition; doubles. */
  retryDelayMs?: number;
}

const ATTEMPTS = 3;
const MAX_CACHED_ANSWERS = 1_000;

/**
 * Talks to the GitHub hosts of `integrations.github` in the name of the
 * credentials configured there, within their limits.
 */
export class GithubClient {
  static create(options: GithubClientOptions): GithubClient {
    return new GithubClient(options);
  }

  readonly #options: GithubClientOptions;
  readonly #credentials: GithubCredentialsProvider;
  readonly #budgets = new Map<string, GithubBudget>();
  readonly #cache = new Map<string, { etag: string; body: unknown }>();

  private constructor(options: GithubClientOptions) {
    this.#options = options;
    this.#credentials =
      options.credentialsProvider ??
      DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);
  }

  /** True for a host with a credential; without one GitHub allows too little. */
  hasCredentials(host: string): boolean {
    const config = this.#options.integrations.github.byHost(host)?.config;
    return Boolean(config?.token || config?.apps?.length);
  }

  /** In whose name a repository or organisation is read. */
  async accountFor(options: {
    host: string;
    owner: string;
    name?: string;
  }): Promise<GithubAccount> {
    const { host, owner, name } = options;
    const path = [owner, name]
      .filter(part => part !== undefined)
      .map(encodeURIComponent)
      .join('/');
    let credentials;
    try {
      credentials = await this.#credentials.getCredentials({
        url: `https://${host}/${path}`,
      });
    } catch (error) {
      throw new GithubError({
        kind: 'unauthorized',
        message: `No credentials for ${owner} on ${host}: check that the GitHub App of integrations.github is installed there and that its key is valid.`,
      });
    }
    if (!credentials.token) {
      throw new GithubError({
        kind: 'unauthorized',
        message: `No credentials for ${owner} on ${host}: add a token or a GitHub App that is installed there to integrations.github.`,
      });
    }
    const type = credentials.type === 'app' ? 'app' : 'token';
    const account =
      type === 'app' ? `App installation of ${owner.toLowerCase()}` : 'token';
    const key = `${host} ${account}`;
    let budget = this.#budgets.get(key);
    if (!budget) {
      budget = GithubBudget.create({
        host,
        account,
        concurrency: this.#options.concurrency,
        maxWaitSeconds: this.#options.maxWaitSeconds,
        counters: this.#options.counters,
      });
      this.#budgets.set(key, budget);
    }
    return {
      host,
      key,
      type,
      budget,
      headers: { authorization: `Bearer ${credentials.token}` },
    };
  }

  budgets(source: string): HostBudget[] {
    return [...this.#budgets.values()].map(budget => budget.state(source));
  }

  /**
   * Sends a GraphQL query. Errors that leave no data at all are thrown.
   */
  async graphql(
    account: GithubAccount,
    request: { query: string; variables: Record<string, unknown> },
    options: { signal: AbortSignal },
  ): Promise<GraphqlAnswer> {
    return this.#retrying(account, options.signal, async () => {
      const { response, text } = await this.#send(account, 'graphql', {
        url: graphqlUrl(this.#apiBaseUrl(account.host)),
        method: 'POST',
        body: JSON.stringify(request),
        signal: options.signal,
      });
      this.#throwForStatus(account, 'graphql', response, text);
      const answer = toGraphqlAnswer(parseJson(account, text));
      const rateLimit = answer.data?.rateLimit;
      if (isRateLimit(rateLimit)) {
        account.budget.observeRateLimit(rateLimit);
      }
      if (
        !answer.data ||
        Object.keys(answer.data).every(k => k === 'rateLimit')
      ) {
        throwForErrors(account, answer.errors);
      }
      return answer;
    });
  }

  /**
   * Reads a REST resource, conditionally when it was read before. Undefined
   * means that the host has no such thing or hides it.
   */
  async rest(
    account: GithubAccount,
    path: string,
    options: { signal: AbortSignal },
  ): Promise<unknown> {
    const url = `${this.#apiBaseUrl(account.host)}${path}`;
    const cacheKey = `${account.key} ${url}`;
    return this.#retrying(account, options.signal, async () => {
      const cached = this.#cache.get(cacheKey);
      const { response, text } = await this.#send(account, 'core', {
        url,
        method: 'GET',
        headers: cached ? { 'if-none-match': cached.etag } : {},
        signal: options.signal,
      });
      if (response.status === 304 && cached) {
        account.budget.observeNotModified();
        this.#remember(cacheKey, cached);
        return cached.body;
      }
      if (response.status === 404) {
        return undefined;
      }
      this.#throwForStatus(account, 'core', response, text);
      const body = parseJson(account, text);
      const etag = response.headers.get('etag');
      if (etag) {
        this.#remember(cacheKey, { etag, body });
      }
      return body;
    });
  }

  #remember(key: string, value: { etag: string; body: unknown }) {
    this.#cache.delete(key);
    this.#cache.set(key, value);
    if (this.#cache.size > MAX_CACHED_ANSWERS) {
      const [oldest] = this.#cache.keys();
      this.#cache.delete(oldest);
    }
  }

  #apiBaseUrl(host: string): string {
    const base =
      this.#options.integrations.github.byHost(host)?.config.apiBaseUrl;
    if (!base) {
      throw new GithubError({
        kind: 'rejected',
        message: `integrations.github has no apiBaseUrl for ${host}: add it.`,
      });
    }
    return base.replace(/\/$/, '');
  }

  async #send(
    account: GithubAccount,
    resource: RateLimitResource,
    request: {
      url: string;
      method: 'GET' | 'POST';
      body?: string;
      headers?: Record<string, string>;
      signal: AbortSignal;
    },
  ): Promise<{ response: Response; text: string }> {
    return account.budget.run(resource, request.signal, async () => {
      const timeout = AbortSignal.timeout(this.#options.requestTimeoutMs);
      try {
        const response = await fetch(request.url, {
          method: request.method,
          body: request.body,
          headers: {
            accept: 'application/vnd.github+json',
            'user-agent': 'backstage-plugin-innersource',
            ...(request.body ? { 'content-type': 'application/json' } : {}),
            ...account.headers,
            ...request.headers,
          },
          redirect: request.method === 'GET' ? 'follow' : 'error',
          signal: AbortSignal.any([request.signal, timeout]),
        });
        account.budget.observeHeaders(resource, response.headers);
        const text = await readBoundedText(
          response,
          this.#options.maxAnswerBytes,
        );
        if (text === undefined) {
          throw new GithubError({
            kind: 'too-large',
            message: `${account.host} answered with more than ${
              this.#options.maxAnswerBytes
            } bytes.`,
            overload: true,
          });
        }
        return { response, text };
      } catch (error) {
        request.signal.throwIfAborted();
        if (error instanceof GithubError) {
          throw error;
        }
        if (timeout.aborted) {
          throw new GithubError({
            kind: 'timeout',
            message: `${account.host} did not answer within ${
              this.#options.requestTimeoutMs / 1000
            } seconds.`,
            overload: true,
            transient: true,
          });
        }
        throw new GithubError({
          kind: 'unavailable',
          message: `${account.host} cannot be reached${describeCause(
            error,
          )}. Check the network and apiBaseUrl of integrations.github.`,
          transient: true,
        });
      }
    });
  }

  async #retrying<T>(
    account: GithubAccount,
    signal: AbortSignal,
    attempt: () => Promise<T>,
  ): Promise<T> {
    let pause = this.#options.retryDelayMs ?? 500;
    for (let count = 1; ; count += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (
          !(error instanceof GithubError) ||
          !error.transient ||
          // Asking the same again that was too much costs the host most.
          (error.overload && count >= 2) ||
          count >= ATTEMPTS
        ) {
          throw error;
        }
        await account.budget.pause(pause * (0.5 + Math.random()), signal);
        pause *= 3;
      }
    }
  }

  #throwForStatus(
    account: GithubAccount,
    resource: RateLimitResource,
    response: Response,
    text: string,
  ): void {
    const { status } = response;
    if (status === 200) {
      return;
    }
    if (status === 202) {
      throw new GithubError({
        kind: 'unavailable',
        message: `${account.host} is still preparing the answer.`,
        retryAfterSeconds: 30,
        transient: true,
        status,
      });
    }
    const retryAfter = retryAfterSeconds(response.headers);
    const exhausted = response.headers.get('x-ratelimit-remaining') === '0';
    if (
      status === 429 ||
      (status === 403 &&
        (retryAfter !== undefined || exhausted || /rate limit/i.test(text)))
    ) {
      const seconds =
        retryAfter ??
        (exhausted ? account.budget.secondsToReset(resource) : undefined);
      throw new GithubError({
        kind: 'rate-limited',
        message: `${account.host} asks to send fewer requests. Reading goes on by itself.`,
        retryAfterSeconds: account.budget.block(seconds),
        // The budget waits before the repetition, or passes the wait on.
        transient: true,
        status,
      });
    }
    if (status === 401 || status === 403) {
      throw new GithubError({
        kind: 'unauthorized',
        message: `${account.host} refuses the credentials of integrations.github (HTTP ${status}). Check that they are valid and may read the organisation's repositories.`,
        status,
      });
    }
    if (status === 404) {
      throw new GithubError({
        kind: 'not-found',
        message: `${account.host} has no such address. Check apiBaseUrl of integrations.github.`,
        status,
      });
    }
    throw new GithubError({
      kind: status === 504 ? 'timeout' : 'unavailable',
      message: `${account.host} failed with HTTP ${status}.`,
      retryAfterSeconds: retryAfter,
      overload: status === 502 || status === 504 || status === 413,
      transient: status >= 500,
      status,
    });
  }
}

function graphqlUrl(apiBaseUrl: string): string {
  // GitHub Enterprise Server has REST at /api/v3 and GraphQL at /api/graphql.
  return `${apiBaseUrl.replace(/\/api\/v3$/, '/api')}/graphql`;
}

function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) {
    return undefined;
  }
  const seconds = Number(value);
  if (Number.isFinite(seconds)) {
    return Math.max(1, Math.ceil(seconds));
  }
  const date = Date.parse(value);
  return Number.isFinite(date)
    ? Math.max(1, Math.ceil((date - Date.now()) / 1000))
    : undefined;
}

function describeCause(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code =
    cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}

function parseJson(account: GithubAccount, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GithubError({
      kind: 'unavailable',
      message: `${account.host} answered with something that is not JSON, or with a part of it.`,
      overload: true,
      transient: true,
    });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRateLimit(value: unknown): value is {
  limit: number;
  cost: number;
  remaining: number;
  resetAt: string;
} {
  return (
    isRecord(value) &&
    typeof value.limit === 'number' &&
    typeof value.cost === 'number' &&
    typeof value.remaining === 'number' &&
    typeof value.resetAt === 'string'
  );
}

function toGraphqlAnswer(value: unknown): GraphqlAnswer {
  if (!isRecord(value)) {
    return { data: null, errors: [] };
  }
  const errors = Array.isArray(value.errors) ? value.errors : [];
  return {
    data: isRecord(value.data) ? value.data : null,
    errors: errors.filter(isRecord).map(error => ({
      message: String(error.message ?? ''),
      type: typeof error.type === 'string' ? error.type : undefined,
      path: Array.isArray(error.path) ? error.path : undefined,
      extensions: isRecord(error.extensions) ? error.extensions : undefined,
    })),
  };
}

function throwForErrors(account: GithubAccount, errors: GraphqlError[]): void {
  if (errors.some(error => error.extensions?.code === 'undefinedField')) {
    return;
  }
  if (errors.some(error => error.type === 'RATE_LIMITED')) {
    const seconds = account.budget.secondsToReset('graphql');
    throw new GithubError({
      kind: 'rate-limited',
      message: `The request limit of ${account.host} is used up. Reading goes on by itself.`,
      retryAfterSeconds: account.budget.block(seconds),
      transient: true,
    });
  }
  if (errors.every(error => error.path?.length)) {
    // Each repository has an error of its own.
    if (errors.length > 0) {
      return;
    }
    throw new GithubError({
      kind: 'unavailable',
      message: `${account.host} answered without data.`,
      transient: true,
    });
  }
  const tooMuch = errors.some(
    error =>
      error.type === 'MAX_NODE_LIMIT_EXCEEDED' ||
      error.type === 'RESOURCE_LIMITS_EXCEEDED' ||
      /timeout|timed out|something went wrong|too complex|exceeds/i.test(
        error.message,
      ),
  );
  throw new GithubError({
    kind: tooMuch ? 'timeout' : 'unavailable',
    message: `${
      account.host
    } could not answer the query: ${errors[0].message.slice(0, 300)}`,
    overload: tooMuch,
    transient: tooMuch,
  });
}
