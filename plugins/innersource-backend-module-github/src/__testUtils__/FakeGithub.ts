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
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { execute, GraphQLError, parse, validate } from 'graphql';
import { githubSchema } from './validateQuery';

/** A commit of a fake repository. */
export interface FakeCommit {
  oid: string;
  date: string;
  headline: string;
  name: string;
  email: string;
  login?: string;
  paths?: string[];
}

/** A repository as a test describes it; fields as in GitHub's schema win. */
export interface FakeRepository {
  files: Record<string, string>;
  commits?: FakeCommit[];
  issues?: Array<Record<string, unknown> & { labelNames: string[] }>;
  fields?: Record<string, unknown>;
  ref?: Record<string, unknown>;
}

/** Answers a request instead of the fake; true when it did. */
export type Fault = (
  request: { index: number; url: string; body: string },
  response: ServerResponse,
) => boolean;

/**
 * GitHub's GraphQL API over a few repositories. Refuses queries that do not
 * validate against GitHub's published schema.
 */
export class FakeGithub {
  static async start(
    repositories: Record<string, FakeRepository>,
  ): Promise<FakeGithub> {
    const fake = new FakeGithub(repositories);
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    return fake;
  }

  readonly repositories: Record<string, FakeRepository>;
  /** Bodies of the requests so far. */
  readonly requests: string[] = [];
  fault: Fault | undefined;
  rateLimit = { limit: 5000, remaining: 4999, resetInSeconds: 3600 };
  readonly #server: Server;

  private constructor(repositories: Record<string, FakeRepository>) {
    this.repositories = repositories;
    this.#server = createServer(
      { keepAliveTimeout: 0 },
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', chunk => chunks.push(chunk));
        request.on('end', () => {
          this.#answer(
            request,
            Buffer.concat(chunks).toString(),
            response,
          ).catch(error => response.destroy(error));
        });
      },
    );
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiBaseUrl(): string {
    return `http://${this.host}/api/v3`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ) {
    const url = request.url ?? '';
    const index = this.requests.push(body) - 1;
    if (this.fault?.({ index, url, body }, response)) {
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-ratelimit-limit', this.rateLimit.limit);
    response.setHeader('x-ratelimit-remaining', this.rateLimit.remaining);
    response.setHeader('x-ratelimit-reset', this.#reset());
    const { query, variables } = JSON.parse(body);
    const document = parse(query);
    const invalid = validate(githubSchema(), document);
    const result = invalid.length
      ? { errors: invalid }
      : await execute({
          schema: githubSchema(),
          document,
          rootValue: this.#root(),
          variableValues: variables,
        });
    response.end(
      JSON.stringify({
        ...result,
        errors: result.errors?.map(error => ({
          ...error.toJSON(),
          type: error.extensions?.type,
        })),
      }),
    );
  }

  #reset(): number {
    return Math.ceil(Date.now() / 1000) + this.rateLimit.resetInSeconds;
  }

  #root() {
    return {
      rateLimit: {
        limit: this.rateLimit.limit,
        remaining: this.rateLimit.remaining,
        cost: 1,
        resetAt: new Date(this.#reset() * 1000).toISOString(),
      },
      repository: ({ owner, name }: { owner: string; name: string }) => {
        const found = this.repositories[`${owner}/${name}`];
        if (!found) {
          throw new GraphQLError(
            `Could not resolve to a Repository with the name '${owner}/${name}'.`,
            { extensions: { type: 'NOT_FOUND' } },
          );
        }
        return repositoryOf(`${owner}/${name}`, found);
      },
    };
  }
}

function repositoryOf(fullName: string, spec: FakeRepository) {
  const commits = spec.commits ?? [];
  const head = commits[0]?.oid ?? 'a'.repeat(40);
  const issues = spec.issues ?? [];
  const withLabels = (labels?: string[]) =>
    labels
      ? issues.filter(issue => issue.labelNames.some(l => labels.includes(l)))
      : issues;
  const empty = Object.keys(spec.files).length === 0;
  const commitObject = {
    __typename: 'Commit',
    oid: head,
    committedDate: commits[0]?.date ?? '2026-01-01T00:00:00Z',
    history: (args: {
      first?: number;
      since?: string;
      until?: string;
      path?: string;
    }) => {
      const found = commits.filter(
        commit =>
          (!args.since || commit.date >= args.since) &&
          (!args.until || commit.date <= args.until) &&
          (!args.path ||
            commit.paths?.some(path => path.startsWith(`${args.path}/`))),
      );
      return {
        totalCount: found.length,
        nodes: found.slice(0, args.first ?? 100).map(commit => ({
          oid: commit.oid,
          messageHeadline: commit.headline,
          authoredDate: commit.date,
          committedDate: commit.date,
          author: {
            name: commit.name,
            email: commit.email,
            user: commit.login ? { login: commit.login } : null,
          },
        })),
      };
    },
  };
  return {
    id: fullName,
    nameWithOwner: fullName,
    url: `https://github.test/${fullName}`,
    pushedAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    createdAt: '2020-01-01T00:00:00Z',
    description: 'A test',
    visibility: 'INTERNAL',
    isArchived: false,
    isFork: false,
    isEmpty: empty,
    viewerCanAdminister: false,
    hasIssuesEnabled: true,
    hasDiscussionsEnabled: false,
    forkingAllowed: true,
    stargazerCount: 3,
    forkCount: 2,
    watchers: { totalCount: 1 },
    licenseInfo: null,
    repositoryTopics: { nodes: [] },
    languages: { totalSize: 0, edges: [] },
    releases: { totalCount: 0, nodes: [] },
    refs: { nodes: [] },
    issues: (args: { labels?: string[]; first?: number }) => ({
      totalCount: withLabels(args.labels).length,
      nodes: withLabels(args.labels)
        .slice(0, args.first ?? 0)
        .map(({ labelNames, ...issue }) => ({
          ...issue,
          labels: { nodes: labelNames.map(name => ({ name })) },
        })),
    }),
    pullRequests: { totalCount: 0, nodes: [] },
    defaultBranchRef: empty
      ? null
      : {
          name: 'main',
          target: commitObject,
          branchProtectionRule: null,
          refUpdateRule: null,
          rules: { nodes: [] },
          ...spec.ref,
        },
    object: ({ expression }: { expression: string }) => {
      const path = expression.slice(expression.indexOf(':') + 1);
      if (empty) {
        return null;
      }
      const text = spec.files[path];
      return text === undefined
        ? treeOf(spec.files, path)
        : {
            __typename: 'Blob',
            text,
            byteSize: Buffer.byteLength(text),
            isBinary: false,
            isTruncated: false,
          };
    },
    ...spec.fields,
  };
}

function treeOf(files: Record<string, string>, directory: string) {
  const prefix = directory ? `${directory}/` : '';
  const names = new Map<string, string | undefined>();
  for (const path of Object.keys(files).filter(p => p.startsWith(prefix))) {
    const [name, ...rest] = path.slice(prefix.length).split('/');
    names.set(name, rest.length ? undefined : path);
  }
  if (names.size === 0) {
    return null;
  }
  return {
    __typename: 'Tree',
    entries: [...names].map(([name, file]) => ({
      name,
      type: file ? 'blob' : 'tree',
      mode: file ? 0o100644 : 0o040000,
      size: file ? Buffer.byteLength(files[file]) : 0,
      object: () =>
        file ? { __typename: 'Blob' } : treeOf(files, `${prefix}${name}`),
    })),
  };
}
