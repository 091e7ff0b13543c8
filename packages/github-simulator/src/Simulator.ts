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
import {
  createServer,
  IncomingMessage,
  OutgoingHttpHeaders,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLSchema } from 'graphql';
import { writeDataset } from './dataset/writeDataset';
import { Dataset } from './dataset/model';
import { Fault, FaultOptions, Faults, FaultSubject } from './faults';
import { GitServer } from './git/GitServer';
import { GraphqlApi } from './graphql/GraphqlApi';
import {
  AppOptions,
  Authenticator,
  CredentialsError,
  TokenOptions,
} from './http/auth';
import { avatar, renderPage } from './http/pages';
import { Budget, RateLimiter } from './http/RateLimiter';
import { RestApi } from './http/RestApi';
import { PushOptions, Viewer, World } from './World';

/**
 * How the simulator runs.
 *
 * @public
 */
export interface SimulatorOptions {
  dataset: Dataset;
  /** Port to listen on; a free one unless given. */
  port?: number;
  /** Address to listen on; this machine only unless given. */
  host?: string;
  /** Milliseconds that every API answer takes at least, with what it takes to compute it. */
  latencyMs?: number;
  /** Personal access tokens by their text. */
  tokens?: Record<string, TokenOptions>;
  /** The GitHub App, installed in every organisation. */
  app?: AppOptions;
  /** What time it is for budgets and tokens; milliseconds since the epoch. */
  clock?: () => number;
  /** Requests at once before the secondary limit sets in; 100 at GitHub. */
  maxConcurrency?: number;
  /** False to leave secondary limits out. */
  secondaryLimits?: boolean;
  /** Points an hour of every token, instead of GitHub's. */
  hourlyLimit?: number;
  /** Answers as GitHub Enterprise Server of this version. */
  enterpriseVersion?: string;
  /** GraphQL schema, as an older GitHub Enterprise Server has it; GitHub's newest unless given. */
  schema?: GraphQLSchema;
}

/**
 * What the simulator has done.
 *
 * @public
 */
export interface SimulatorStats {
  /** All API requests. */
  requests: number;
  rest: number;
  graphql: number;
  git: number;
  /** Answers 304; they cost nothing. */
  notModified: number;
  /** Points of GraphQL. */
  graphqlPoints: number;
  /** Requests that count against the REST budget. */
  restPoints: number;
  /** Answers by status. */
  byStatus: Record<string, number>;
  /** REST requests by endpoint, names and numbers left out. */
  byEndpoint: Record<string, number>;
  peakConcurrency: number;
}

/**
 * Tokens that are taken unless others are given.
 *
 * @public
 */
export const DEFAULT_TOKENS: Record<string, TokenOptions> = {
  demo: { login: 'portal-reader', administration: true },
  'demo-readonly': { login: 'portal-guest', administration: false },
};

/**
 * The GitHub App that is known unless another is given.
 *
 * @public
 */
export const DEFAULT_APP: AppOptions = {
  id: 4711,
  slug: 'innersource-portal',
  administration: true,
};

interface Outcome {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * GitHub's API over a data set, on one port.
 *
 * @public
 */
export class Simulator {
  readonly faults: Faults;
  readonly #dataset: Dataset;
  readonly #options: SimulatorOptions;
  readonly #world: World;
  readonly #authenticator: Authenticator;
  readonly #limiter: RateLimiter;
  readonly #graphql: GraphqlApi;
  readonly #rest: RestApi;
  readonly #git: GitServer;
  readonly #server: Server;
  readonly #stopped = new AbortController();
  #latencyMs: number;
  #counters = emptyCounters();

  private constructor(options: SimulatorOptions) {
    const clock = options.clock ?? Date.now;
    this.#options = options;
    this.#dataset = options.dataset;
    this.#latencyMs = options.latencyMs ?? 0;
    this.faults = Faults.create();
    this.#world = World.create({
      dataset: options.dataset,
      faults: this.faults,
    });
    this.#authenticator = Authenticator.create({
      world: this.#world,
      tokens: options.tokens ?? DEFAULT_TOKENS,
      app: options.app ?? DEFAULT_APP,
      clock,
    });
    this.#limiter = RateLimiter.create({
      clock,
      maxConcurrency: options.maxConcurrency ?? 100,
      secondaryLimits: options.secondaryLimits ?? true,
    });
    this.#graphql = GraphqlApi.create({
      world: this.#world,
      faults: this.faults,
      schema: options.schema,
    });
    this.#rest = RestApi.create({
      world: this.#world,
      faults: this.faults,
      authenticator: this.#authenticator,
      enterpriseVersion: options.enterpriseVersion,
    });
    this.#git = GitServer.create({ world: this.#world });
    // Clients end idle connections: a busy machine would have both ends race.
    this.#server = createServer(
      { keepAliveTimeout: 0 },
      (request, response) => {
        this.#handle(request, response).catch(error => {
          if (!response.headersSent) {
            response.writeHead(500, { 'content-type': 'application/json' });
            response.end(JSON.stringify({ message: String(error) }));
          } else {
            response.destroy();
          }
        });
      },
    );
  }

  static create(options: SimulatorOptions): Simulator {
    return new Simulator(options);
  }

  /** Starts to listen. */
  async start(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(
        this.#options.port ?? 0,
        this.#options.host ?? '127.0.0.1',
        resolve,
      );
    });
    return this;
  }

  /** Stops listening and drops open connections. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    await this.#git.close();
  }

  /** Where it listens, as a browser would have it; REST is at `/api/v3` and at `/`, GraphQL at `/api/graphql` and `/graphql`. */
  get url(): string {
    const address = this.#server.address() as AddressInfo | null;
    if (!address) {
      throw new Error('The simulator does not listen yet; call start() first');
    }
    return `http://localhost:${address.port}`;
  }

  get dataset(): Dataset {
    return this.#dataset;
  }

  stats(): SimulatorStats {
    return {
      ...this.#counters,
      byStatus: { ...this.#counters.byStatus },
      byEndpoint: { ...this.#counters.byEndpoint },
      peakConcurrency: this.#limiter.peakConcurrency,
    };
  }

  /** Forgets counters and budgets and switches faults off. */
  reset(): void {
    this.#counters = emptyCounters();
    this.#limiter.reset();
    this.faults.clear();
  }

  /** Milliseconds that every API answer takes at least. */
  setLatency(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  /** Adds a commit to a repository's default branch. */
  push(options: PushOptions): { oid: string } {
    return { oid: this.#world.push(options).oid };
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/_simulator/')) {
      await this.#control(request, url, response);
      return;
    }
    const graphql = /^(\/api)?\/graphql$/.test(url.pathname);
    const gitPath =
      /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack)$/.exec(
        url.pathname,
      );
    if (graphql) {
      await this.#api('graphql', request, url, response);
    } else if (gitPath) {
      await this.#serveGit(request, url, response, gitPath);
    } else if (
      url.pathname.startsWith('/api/v3') ||
      isRestPath(url.pathname) ||
      request.headers.authorization
    ) {
      await this.#api('rest', request, url, response);
    } else {
      this.#page(url, response);
    }
  }

  async #api(
    api: 'rest' | 'graphql',
    request: IncomingMessage,
    url: URL,
    response: ServerResponse,
  ) {
    const due = performance.now() + this.#latencyMs;
    const body = await readBody(request);
    const path = url.pathname.replace(/^\/api\/v3(?=\/|$)/, '') || '/';
    const subject: FaultSubject = {
      api,
      path,
      text: api === 'graphql' ? body.replace(/\\"/g, '"') : path,
    };
    this.#counters.requests += 1;
    this.#counters[api] += 1;
    if (api === 'rest') {
      const endpoint = `${request.method} ${describeEndpoint(path)}`;
      this.#counters.byEndpoint[endpoint] =
        (this.#counters.byEndpoint[endpoint] ?? 0) + 1;
    }
    if (this.faults.take(['timeout'], subject)) {
      await this.#hang(response);
      return;
    }
    const truncated = this.faults.take(['truncated'], subject);
    const outcome =
      this.#faultOutcome(subject) ??
      (await this.#admit(api, request, url, path, body));
    const { status, headers, body: content } = outcome;
    this.#count(status);
    const early = due - performance.now();
    if (early > 0) {
      await delay(early);
    }
    response.writeHead(status, {
      ...headers,
      ...(status !== 304 && { 'content-length': content.length }),
      'x-github-request-id': `SIM:${this.#counters.requests}`,
      ...(this.#options.enterpriseVersion && {
        'x-github-enterprise-version': this.#options.enterpriseVersion,
      }),
    });
    if (truncated) {
      response.write(content.subarray(0, Math.floor(content.length / 2)), () =>
        response.destroy(),
      );
      return;
    }
    response.end(
      status === 304 || request.method === 'HEAD' ? undefined : content,
    );
  }

  #count(status: number) {
    this.#counters.byStatus[status] =
      (this.#counters.byStatus[status] ?? 0) + 1;
  }

  /** Waits until the client or the simulator gives up. */
  async #hang(response: ServerResponse) {
    await new Promise<void>(resolve => {
      response.once('close', resolve);
      this.#stopped.signal.addEventListener('abort', () => resolve(), {
        once: true,
      });
    });
  }

  #faultOutcome(subject: FaultSubject): Outcome | undefined {
    const fault = this.faults.take(
      [
        'status',
        'bad-gateway',
        'unauthorized',
        'rate-limit',
        'secondary-limit',
      ],
      subject,
    );
    if (!fault) {
      return undefined;
    }
    const retryAfter = fault.retryAfterSeconds ?? 60;
    switch (fault.kind) {
      case 'bad-gateway':
        return {
          status: 502,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: Buffer.from(
            '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body><h1>502 Bad Gateway</h1><p>This page is taking too long to load.</p></body></html>',
          ),
        };
      case 'unauthorized':
        return json(401, { message: 'Bad credentials', status: '401' });
      case 'rate-limit': {
        const now = (this.#options.clock ?? Date.now)();
        return primaryLimit(subject.api === 'graphql', {
          limit: 5000,
          remaining: 0,
          used: 5000,
          reset: Math.ceil(now / 1000) + retryAfter,
          resource: subject.api === 'graphql' ? 'graphql' : 'core',
        });
      }
      case 'secondary-limit':
        return secondaryLimit(retryAfter);
      default:
        return json(fault.status ?? 500, {
          message: 'Server Error',
          status: String(fault.status ?? 500),
        });
    }
  }

  /** Applies credentials and budgets around an answer. */
  async #admit(
    api: 'rest' | 'graphql',
    request: IncomingMessage,
    url: URL,
    path: string,
    body: string,
  ): Promise<Outcome> {
    let viewer: Viewer;
    try {
      viewer = this.#authenticator.viewer(request.headers.authorization);
    } catch (error) {
      if (error instanceof CredentialsError) {
        return json(401, { message: error.message, status: '401' });
      }
      throw error;
    }
    if (api === 'graphql' && !['token', 'installation'].includes(viewer.kind)) {
      return json(401, {
        message: 'This endpoint requires you to be authenticated.',
      });
    }
    const resource = api === 'graphql' ? 'graphql' : 'core';
    const limit = this.#options.hourlyLimit ?? viewer.limit;
    if (path === '/rate_limit') {
      return this.#answerRest(request, url, path, viewer, limit);
    }
    const refusal = this.#limiter.enter(viewer.budget, resource, limit);
    if (refusal) {
      return refusal.kind === 'primary'
        ? primaryLimit(api === 'graphql', refusal.budget)
        : secondaryLimit(refusal.retryAfterSeconds);
    }
    try {
      const outcome =
        api === 'graphql'
          ? await this.#answerGraphql(body, viewer, limit, request)
          : await this.#answerRest(request, url, path, viewer, limit);
      return outcome;
    } finally {
      this.#limiter.leave();
    }
  }

  async #answerGraphql(
    body: string,
    viewer: Viewer,
    limit: number,
    request: IncomingMessage,
  ): Promise<Outcome> {
    if (request.method !== 'POST') {
      return json(404, { message: 'Not Found' });
    }
    let parsed: unknown;
    try {
      parsed = JSON.parse(body);
    } catch {
      return json(400, { message: 'Problems parsing JSON' });
    }
    const { query, variables, operationName } = (parsed ?? {}) as Record<
      string,
      unknown
    >;
    if (typeof query !== 'string') {
      return json(400, {
        message: 'A query attribute must be specified and must be a string.',
      });
    }
    const answer = await this.#graphql.answer(
      {
        query,
        variables: (variables ?? {}) as Record<string, unknown>,
        operationName:
          typeof operationName === 'string' ? operationName : undefined,
      },
      {
        viewer,
        webUrl: this.#webUrl(request),
        budget: this.#limiter.budget(viewer.budget, 'graphql', limit),
      },
    );
    this.#counters.graphqlPoints += answer.points;
    const budget = this.#limiter.spend(
      viewer.budget,
      'graphql',
      limit,
      answer.points,
    );
    return json(200, answer.body, budgetHeaders(budget));
  }

  async #answerRest(
    request: IncomingMessage,
    url: URL,
    path: string,
    viewer: Viewer,
    limit: number,
  ): Promise<Outcome> {
    const webUrl = this.#webUrl(request);
    const answer = this.#rest.answer({
      method: request.method === 'HEAD' ? 'GET' : request.method ?? 'GET',
      path,
      query: url.searchParams,
      accept: request.headers.accept ?? '',
      viewer,
      apiUrl: url.pathname.startsWith('/api/v3') ? `${webUrl}/api/v3` : webUrl,
      webUrl,
      budgets: () => ({
        core: this.#limiter.budget(viewer.budget, 'core', limit),
        graphql: this.#limiter.budget(viewer.budget, 'graphql', limit),
      }),
    });
    const body = toBuffer(answer.body);
    // What git archive writes is made from the commit alone.
    const tag = answer.archive ? answer.archive.oid : hash(body);
    const etag = `W/"${tag}"`;
    const cacheable = answer.status === 200;
    const notModified =
      cacheable &&
      (request.headers['if-none-match'] ?? '')
        .split(',')
        .some(candidate => candidate.trim().replace(/^W\//, '') === `"${tag}"`);
    const free =
      path === '/rate_limit' || (notModified && viewer.kind !== 'anonymous');
    if (notModified) {
      this.#counters.notModified += 1;
    }
    if (!free) {
      this.#counters.restPoints += 1;
    }
    const budget = this.#limiter.spend(
      viewer.budget,
      'core',
      limit,
      free ? 0 : 1,
    );
    const headers: OutgoingHttpHeaders = {
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      ...(cacheable && {
        etag,
        'cache-control': 'private, max-age=60, s-maxage=60',
      }),
      ...answer.headers,
      ...budgetHeaders(budget),
    };
    if (answer.archive && !notModified) {
      return this.#archiveOutcome(answer.archive, headers, request);
    }
    return {
      status: notModified ? 304 : answer.status,
      headers,
      body: notModified ? Buffer.alloc(0) : body,
    };
  }

  async #archiveOutcome(
    archive: { repository: Dataset['repositories'][number]; oid: string },
    headers: OutgoingHttpHeaders,
    request: IncomingMessage,
  ): Promise<Outcome> {
    const body =
      request.method === 'HEAD'
        ? Buffer.alloc(0)
        : await this.#git.archive(archive.repository, archive.oid);
    return { status: 200, headers, body };
  }

  async #serveGit(
    request: IncomingMessage,
    url: URL,
    response: ServerResponse,
    [, owner, name, service]: RegExpExecArray,
  ) {
    this.#counters.requests += 1;
    this.#counters.git += 1;
    const subject: FaultSubject = {
      api: 'git',
      path: url.pathname,
      text: url.pathname,
    };
    if (this.faults.take(['timeout'], subject)) {
      await this.#hang(response);
      return;
    }
    const fault = this.#faultOutcome(subject);
    if (fault) {
      this.#count(fault.status);
      response.writeHead(fault.status, fault.headers);
      response.end(fault.body);
      return;
    }
    let viewer: Viewer | undefined;
    try {
      viewer = this.#authenticator.viewer(request.headers.authorization);
    } catch (error) {
      if (!(error instanceof CredentialsError)) {
        throw error;
      }
    }
    const found = viewer && this.#world.repository(owner, name, viewer);
    if (!viewer || (!found && viewer.kind === 'anonymous')) {
      this.#count(401);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' });
      response.end('Repository not found or authentication required.\n');
      return;
    }
    if (!found) {
      this.#count(404);
      response.writeHead(404);
      response.end('Repository not found.\n');
      return;
    }
    if (found.moved) {
      this.#count(301);
      response.writeHead(301, {
        location: `/${this.#world.fullName(found.repository)}.git/${service}${
          url.search
        }`,
      });
      response.end();
      return;
    }
    if (
      service === 'info/refs' &&
      url.searchParams.get('service') === 'git-upload-pack'
    ) {
      this.#count(200);
      await this.#git.advertise(found.repository, request, response);
    } else if (service === 'git-upload-pack' && request.method === 'POST') {
      this.#count(200);
      await this.#git.uploadPack(found.repository, request, response);
    } else {
      this.#count(403);
      response.writeHead(403);
      response.end('The simulator serves reading only.\n');
    }
  }

  #page(url: URL, response: ServerResponse) {
    const page = renderPage({
      world: this.#world,
      pathname: url.pathname,
    });
    response.writeHead(page.status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    });
    response.end(page.html);
  }

  /** What switches and shows; no part of GitHub. */
  async #control(request: IncomingMessage, url: URL, response: ServerResponse) {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const [, , resource, id] = url.pathname.split('/');
    const route = `${request.method} ${resource}`;
    if (request.headers.origin && request.method !== 'GET') {
      // Any page in a browser on this machine could send it.
      send(403, { message: 'Switch the simulator from a command line.' });
      return;
    }
    try {
      switch (route) {
        case 'GET health':
          send(200, { status: 'ok' });
          return;
        case 'GET faults':
          send(200, this.faults.list());
          return;
        case 'POST faults':
          send(
            201,
            this.faults.add(await this.#readJson<FaultOptions>(request)),
          );
          return;
        case 'DELETE faults':
          this.faults.clear(id === undefined ? undefined : Number(id));
          send(200, this.faults.list());
          return;
        case 'GET stats':
          send(200, this.stats());
          return;
        case 'DELETE stats':
          this.reset();
          send(200, this.stats());
          return;
        case 'PUT latency':
          this.setLatency(
            (await this.#readJson<{ milliseconds: number }>(request))
              .milliseconds,
          );
          send(200, { milliseconds: this.#latencyMs });
          return;
        case 'POST push':
          send(201, this.push(await this.#readJson<PushOptions>(request)));
          return;
        case 'GET dataset.json':
          response.writeHead(200, { 'content-type': 'application/json' });
          await writeDataset(this.#dataset, response);
          return;
        case 'GET avatars':
          response.writeHead(200, {
            'content-type': 'image/svg+xml',
            'content-security-policy': "default-src 'none'",
          });
          response.end(avatar(decodeURIComponent(id.replace(/\.svg$/, ''))));
          return;
        default:
          send(404, {
            message: `The simulator has no '${route}'; see its README.`,
          });
      }
    } catch (error) {
      send(400, { message: error instanceof Error ? error.message : 'Error' });
    }
  }

  async #readJson<T>(request: IncomingMessage): Promise<T> {
    const text = await readBody(request);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new Error('The body is not valid JSON; send an object');
    }
  }

  #webUrl(request: IncomingMessage): string {
    return `http://${request.headers.host ?? new URL(this.url).host}`;
  }
}

/**
 * Makes a simulator; call `start()` to listen.
 *
 * @public
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  return Simulator.create(options);
}

export type { Fault };

function emptyCounters(): Omit<SimulatorStats, 'peakConcurrency'> {
  return {
    requests: 0,
    rest: 0,
    graphql: 0,
    git: 0,
    notModified: 0,
    graphqlPoints: 0,
    restPoints: 0,
    byStatus: {},
    byEndpoint: {},
  };
}

/** Paths of github.com's API host; everything else there is a page. */
function isRestPath(pathname: string): boolean {
  return /^\/(repos|repositories|orgs|users|user|app|installation|rate_limit|meta)(\/|$)/.test(
    pathname,
  );
}

function describeEndpoint(path: string): string {
  return path
    .replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/{owner}/{repo}')
    .replace(/^\/(orgs|users)\/[^/]+/, '/$1/{login}')
    .replace(/\/contents\/.*/, '/contents/{path}')
    .replace(/\/[0-9a-f]{40}(?=\/|$)/g, '/{sha}')
    .replace(/\/\d+(?=\/|$)/g, '/{id}');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new Error('The request is too large; send less than 5 MB');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): Outcome {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: toBuffer(body),
  };
}

function toBuffer(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) {
    return body;
  }
  return Buffer.from(
    typeof body === 'string' ? body : JSON.stringify(body),
    'utf8',
  );
}

function hash(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

function budgetHeaders(budget: Budget): OutgoingHttpHeaders {
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(budget.remaining),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(budget.reset),
    'x-ratelimit-resource': budget.resource,
  };
}

/** GraphQL says it with 200 and an error, REST with 403. */
function primaryLimit(graphql: boolean, budget: Budget): Outcome {
  return graphql
    ? json(
        200,
        {
          errors: [
            { type: 'RATE_LIMITED', message: 'API rate limit exceeded' },
          ],
        },
        budgetHeaders(budget),
      )
    : json(
        403,
        { message: 'API rate limit exceeded.', status: '403' },
        budgetHeaders(budget),
      );
}

function secondaryLimit(retryAfterSeconds: number): Outcome {
  return json(
    403,
    {
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url:
        'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
    { 'retry-after': String(retryAfterSeconds) },
  );
}
