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

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSchema } from 'graphql';
import { generateDataset } from './dataset/generate';
import { createSimulator, Simulator } from './Simulator';

jest.setTimeout(240_000);

const run = promisify(execFile);
const NOW = new Date('2026-03-10T15:00:00Z');

describe('Simulator', () => {
  let simulator: Simulator;
  let now: number;

  beforeAll(async () => {
    now = NOW.getTime();
    simulator = await createSimulator({
      dataset: generateDataset({ repositories: 130, now: NOW }),
      clock: () => now,
    }).start();
  });

  afterAll(async () => {
    await simulator.stop();
  });

  beforeEach(() => {
    now = NOW.getTime();
    simulator.reset();
    simulator.setLatency(0);
  });

  const rest = (route: string, headers: Record<string, string> = {}) =>
    fetch(`${simulator.url}/api/v3${route}`, {
      redirect: 'manual',
      headers: { authorization: 'Bearer demo', ...headers },
    });

  const graphql = async (
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${simulator.url}/api/graphql`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer demo',
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.json();
    return { response, body };
  };

  const first = () =>
    simulator.dataset.repositories.find(
      repository =>
        repository.visibility === 'internal' && repository.hasIssues,
    )!;

  describe('GraphQL', () => {
    it('answers several repositories in one query, with the budget', async () => {
      const [a, b] = simulator.dataset.repositories;
      const { response, body } = await graphql(
        `
          query ($owner: String!, $a: String!, $b: String!) {
            a: repository(owner: $owner, name: $a) {
              ...Facts
            }
            b: repository(owner: $owner, name: $b) {
              ...Facts
            }
            rateLimit {
              cost
              nodeCount
              remaining
              limit
              resetAt
            }
          }
          fragment Facts on Repository {
            nameWithOwner
            visibility
            isArchived
            defaultBranchRef {
              name
              target {
                ... on Commit {
                  oid
                  history(first: 5) {
                    totalCount
                    nodes {
                      messageHeadline
                      author {
                        email
                        user {
                          login
                        }
                      }
                    }
                  }
                }
              }
            }
            repositoryTopics(first: 10) {
              nodes {
                topic {
                  name
                }
              }
            }
            object(expression: "HEAD:README.md") {
              ... on Blob {
                text
                isBinary
              }
            }
            languages(first: 10, orderBy: { field: SIZE, direction: DESC }) {
              totalSize
              edges {
                size
                node {
                  name
                }
              }
            }
            pullRequests(
              first: 3
              orderBy: { field: UPDATED_AT, direction: DESC }
            ) {
              totalCount
              nodes {
                number
                author {
                  login
                  __typename
                }
                reviews(first: 2) {
                  nodes {
                    state
                  }
                }
              }
            }
          }
        `,
        { owner: 'acme', a: a.name, b: b.name },
      );
      expect(body.errors).toBeUndefined();
      const content = simulator.dataset.contentOf(a);
      expect(body.data.a).toMatchObject({
        nameWithOwner: `acme/${a.name}`,
        visibility: a.visibility.toUpperCase(),
        pullRequests: { totalCount: content.pullRequests.length },
        defaultBranchRef: {
          target: {
            oid: content.history.head!.oid,
            history: { totalCount: content.history.commits.length },
          },
        },
      });
      expect(body.data.a.object.text).toContain(`# ${a.name}`);
      expect(body.data.rateLimit).toMatchObject({
        // 2 × (1 + 1 + 1 + 1 + 3) requests
        cost: 1,
        nodeCount: 2 * (5 + 10 + 10 + 3 + 6),
        limit: 5000,
        remaining: 4999,
      });
      expect(response.headers.get('x-ratelimit-remaining')).toBe('4999');
      expect(response.headers.get('x-ratelimit-resource')).toBe('graphql');
    });

    it('pages through all repositories of an organisation', async () => {
      const names: string[] = [];
      let after: string | null = null;
      do {
        const { body }: { body: any } = await graphql(
          `
            query ($after: String) {
              organization(login: "acme") {
                repositories(first: 50, after: $after) {
                  nodes {
                    name
                  }
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                }
              }
            }
          `,
          { after },
        );
        const page = body.data.organization.repositories;
        names.push(...page.nodes.map((node: { name: string }) => node.name));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(names).toEqual(
        simulator.dataset.repositories.map(repository => repository.name),
      );
    });

    it('rejects what GitHub’s schema does not have', async () => {
      const { body } = await graphql('{ repository(owner: "a") { nonsense } }');
      expect(body.data).toBeUndefined();
      expect(body.errors.map((error: Error) => error.message)).toEqual(
        expect.arrayContaining([
          expect.stringContaining('Cannot query field "nonsense"'),
        ]),
      );
    });

    it('tells what its schema does not have as GitHub does', async () => {
      const older = await Simulator.create({
        dataset: simulator.dataset,
        schema: buildSchema(
          'type Query { repository(owner: String!, name: String!): Repository } type Repository { name: String! }',
        ),
      }).start();
      try {
        const response = await fetch(`${older.url}/graphql`, {
          method: 'POST',
          headers: { authorization: 'Bearer demo' },
          body: JSON.stringify({
            query:
              '{ repository(owner: "acme", name: "x") { stars ... on Rule { id } } }',
          }),
        });
        const { errors } = await response.json();

        expect(
          errors.map(({ extensions }: { extensions?: object }) => extensions),
        ).toEqual([
          {
            code: 'undefinedField',
            typeName: 'Repository',
            fieldName: 'stars',
          },
          { code: 'undefinedType', typeName: 'Rule' },
        ]);
      } finally {
        await older.stop();
      }
    });

    it('says NOT_FOUND beside the data of the others', async () => {
      const { body } = await graphql(
        `{ a: repository(owner: "acme", name: "gone") { name } b: repository(owner: "acme", name: "${
          first().name
        }") { name } }`,
      );
      expect(body.data).toEqual({ a: null, b: { name: first().name } });
      expect(body.errors).toEqual([
        expect.objectContaining({ type: 'NOT_FOUND', path: ['a'] }),
      ]);
    });

    it('computes points as in GitHub’s example', async () => {
      const { body } = await graphql(`
        {
          organization(login: "acme") {
            repositories(first: 100) {
              edges {
                node {
                  id
                  issues(first: 50) {
                    edges {
                      node {
                        id
                        labels(first: 60) {
                          edges {
                            node {
                              id
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
          rateLimit {
            cost
            nodeCount
          }
        }
      `);
      expect(body.errors).toBeUndefined();
      expect(body.data.rateLimit).toEqual({ cost: 51, nodeCount: 305_100 });
    });

    it.each([
      [
        'EXCESSIVE_PAGINATION',
        '{ organization(login: "acme") { repositories(first: 101) { nodes { id } } } }',
      ],
      [
        'MISSING_PAGINATION_BOUNDARIES',
        '{ organization(login: "acme") { repositories { nodes { id } } } }',
      ],
      [
        'MAX_NODE_LIMIT_EXCEEDED',
        '{ organization(login: "acme") { repositories(first: 100) { nodes { issues(first: 100) { nodes { comments(first: 100) { nodes { id } } } } } } } }',
      ],
    ])('refuses with %s', async (type, query) => {
      const { body } = await graphql(query);
      expect(body.data).toBeUndefined();
      expect(body.errors[0].type).toBe(type);
    });

    it('counts a connection without items', async () => {
      const { body } = await graphql(
        '{ organization(login: "acme") { repositories { totalCount } } }',
      );
      expect(body.data.organization.repositories.totalCount).toBe(130);
    });

    it('names fields that it has no data for', async () => {
      const { body } = await graphql(
        `{ repository(owner: "acme", name: "${
          first().name
        }") { name discussion(number: 1) { title } } }`,
      );
      expect(body.data.repository).toEqual({
        name: first().name,
        discussion: null,
      });
      expect(body.errors[0]).toMatchObject({
        type: 'NOT_SIMULATED',
        path: ['repository', 'discussion'],
      });
    });

    it('needs credentials', async () => {
      const { response } = await graphql(
        '{ viewer { login } }',
        {},
        {
          authorization: 'Bearer wrong',
        },
      );
      expect(response.status).toBe(401);
    });
  });

  describe('REST', () => {
    it('answers 304 for what is unchanged, without charge', async () => {
      const route = `/repos/acme/${first().name}`;
      const fresh = await rest(route);
      expect(fresh.status).toBe(200);
      expect(fresh.headers.get('x-ratelimit-used')).toBe('1');
      const again = await rest(route, {
        'if-none-match': fresh.headers.get('etag')!,
      });
      expect(again.status).toBe(304);
      expect(again.headers.get('x-ratelimit-used')).toBe('1');
      expect(await again.text()).toBe('');
      expect(simulator.stats()).toMatchObject({
        notModified: 1,
        rest: 2,
        restPoints: 1,
      });
      simulator.push({
        repository: `acme/${first().name}`,
        files: { 'NEWS.md': 'News\n' },
      });
      const changed = await rest(route, {
        'if-none-match': fresh.headers.get('etag')!,
      });
      expect(changed.status).toBe(200);
    });

    it('pages with Link headers', async () => {
      const names: string[] = [];
      let next:
        | string
        | undefined = `${simulator.url}/api/v3/orgs/acme/repos?per_page=60`;
      let pages = 0;
      while (next) {
        const response: Response = await fetch(next, {
          headers: { authorization: 'token demo' },
        });
        names.push(...(await response.json()).map((item: any) => item.name));
        next = /<([^>]+)>; rel="next"/.exec(
          response.headers.get('link') ?? '',
        )?.[1];
        pages += 1;
      }
      expect(pages).toBe(3);
      expect(new Set(names).size).toBe(130);
    });

    it('gives files as JSON and raw', async () => {
      const { name } = first();
      const json = await (
        await rest(`/repos/acme/${name}/contents/README.md`)
      ).json();
      const raw = await (
        await rest(`/repos/acme/${name}/contents/README.md?ref=main`, {
          accept: 'application/vnd.github.v3.raw',
        })
      ).text();
      expect(Buffer.from(json.content, 'base64').toString()).toBe(raw);
      expect(raw).toContain(`# ${name}`);
      const missing = await rest(`/repos/acme/${name}/contents/NOPE.md`);
      expect(missing.status).toBe(404);
    });

    it('lists the whole tree', async () => {
      const { name } = first();
      const { tree, truncated } = await (
        await rest(`/repos/acme/${name}/git/trees/main?recursive=1`)
      ).json();
      expect(truncated).toBe(false);
      expect(tree).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ path: 'README.md', type: 'blob' }),
        ]),
      );
    });

    it('shows settings to administrators only', async () => {
      const full = await (await rest('/orgs/acme')).json();
      expect(full.default_repository_permission).toBe('read');
      const { default_repository_permission: hidden } = await (
        await rest('/orgs/acme', { authorization: 'Bearer demo-readonly' })
      ).json();
      expect(hidden).toBeUndefined();
    });

    it('hides private repositories from others', async () => {
      const secret = simulator.dataset.repositories.find(
        repository => repository.visibility === 'private',
      )!;
      expect((await rest(`/repos/acme/${secret.name}`)).status).toBe(200);
      const other = await rest(`/repos/acme/${secret.name}`, {
        authorization: 'Bearer demo-readonly',
      });
      expect(other.status).toBe(404);
    });
  });

  describe('GitHub App', () => {
    const jwt = (claims: object) =>
      [{ alg: 'RS256', typ: 'JWT' }, claims]
        .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .concat('signature')
        .join('.');

    it('issues installation tokens with their own budget', async () => {
      const seconds = Math.floor(now / 1000);
      const app = jwt({ iss: '4711', iat: seconds - 30, exp: seconds + 500 });
      const [installation] = await (
        await rest('/app/installations', { authorization: `Bearer ${app}` })
      ).json();
      expect(installation.account.login).toBe('acme');
      const issued = await fetch(installation.access_tokens_url, {
        method: 'POST',
        headers: { authorization: `Bearer ${app}` },
      });
      expect(issued.status).toBe(201);
      const { token } = await issued.json();
      const list = await rest('/installation/repositories?per_page=100', {
        authorization: `Bearer ${token}`,
      });
      // 5,000 and 50 for each of the 110 repositories over 20
      expect(list.headers.get('x-ratelimit-limit')).toBe('10500');
      expect((await list.json()).total_count).toBe(130);

      now += 3_600_001;
      const late = await rest('/orgs/acme', {
        authorization: `Bearer ${token}`,
      });
      expect(late.status).toBe(401);
    });

    it('refuses a token of another shape', async () => {
      const seconds = Math.floor(now / 1000);
      for (const claims of [
        { iss: '4711', iat: seconds, exp: seconds - 1 },
        { iss: '4711', iat: seconds, exp: seconds + 4000 },
        { iss: '1', iat: seconds, exp: seconds + 300 },
      ]) {
        const response = await rest('/app/installations', {
          authorization: `Bearer ${jwt(claims)}`,
        });
        expect(response.status).toBe(401);
      }
    });
  });

  describe('limits', () => {
    it('refuses when the hourly budget is used up, until it resets', async () => {
      const small = await createSimulator({
        dataset: simulator.dataset,
        clock: () => now,
        hourlyLimit: 2,
      }).start();
      try {
        const get = () =>
          fetch(`${small.url}/orgs/acme`, {
            headers: { authorization: 'Bearer demo' },
          });
        await get();
        await get();
        const refused = await get();
        expect(refused.status).toBe(403);
        expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
        const reset = Number(refused.headers.get('x-ratelimit-reset'));
        expect(reset).toBe(NOW.getTime() / 1000 + 3600);
        now += 3_600_000;
        expect((await get()).status).toBe(200);
      } finally {
        await small.stop();
      }
    });

    it('refuses more requests at once than allowed', async () => {
      const small = await createSimulator({
        dataset: simulator.dataset,
        maxConcurrency: 0,
      }).start();
      try {
        const refused = await fetch(`${small.url}/orgs/acme`, {
          headers: { authorization: 'Bearer demo' },
        });
        expect(refused.status).toBe(403);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      } finally {
        await small.stop();
      }
    });
  });

  describe('faults', () => {
    const query = (...names: string[]) =>
      `{ ${names
        .map(
          (name, index) =>
            `r${index}: repository(owner: "acme", name: "${name}") { nameWithOwner pullRequests(first: 50) { nodes { author { login } } } }`,
        )
        .join(' ')} }`;

    it('answers with a status, as often as asked', async () => {
      simulator.faults.add({ kind: 'status', status: 503, times: 1 });
      expect((await rest('/orgs/acme')).status).toBe(503);
      expect((await rest('/orgs/acme')).status).toBe(200);
    });

    it('answers 502 with HTML', async () => {
      simulator.faults.add({ kind: 'bad-gateway', api: 'graphql' });
      const response = await fetch(`${simulator.url}/graphql`, {
        method: 'POST',
        headers: { authorization: 'Bearer demo' },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.status).toBe(502);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect((await rest('/orgs/acme')).status).toBe(200);
    });

    it('does not answer', async () => {
      simulator.faults.add({ kind: 'timeout', path: '/orgs/' });
      await expect(
        fetch(`${simulator.url}/orgs/acme`, {
          headers: { authorization: 'Bearer demo' },
          signal: AbortSignal.timeout(200),
        }),
      ).rejects.toThrow(/timeout|abort/i);
    });

    it('drops the connection in the middle of an answer', async () => {
      simulator.faults.add({ kind: 'truncated' });
      const response = await rest('/orgs/acme');
      await expect(response.text()).rejects.toThrow();
    });

    it('answers some repositories and errors for others', async () => {
      const [a, b] = simulator.dataset.repositories.filter(
        repository => repository.visibility !== 'private',
      );
      simulator.faults.add({
        kind: 'graphql-partial',
        repository: `acme/${a.name}`,
      });
      const { response, body } = await graphql(query(a.name, b.name));
      expect(response.status).toBe(200);
      expect(body.data.r0).toBeNull();
      expect(body.data.r1.nameWithOwner).toBe(`acme/${b.name}`);
      expect(body.errors).toHaveLength(1);
      expect(body.errors[0].path).toEqual(['r0']);
    });

    it('runs into resource limits', async () => {
      simulator.faults.add({ kind: 'resource-limits' });
      const names = simulator.dataset.repositories
        .slice(0, 8)
        .map(repository => repository.name);
      const { body } = await graphql(query(...names));
      expect(body.errors).toHaveLength(3);
      expect(body.errors[0].type).toBe('RESOURCE_LIMITS_EXCEEDED');
    });

    it('forgets authors', async () => {
      const { name } = first();
      simulator.faults.add({
        kind: 'null-authors',
        repository: `acme/${name}`,
      });
      const { body } = await graphql(query(name));
      const authors = body.data.r0.pullRequests.nodes.map(
        (node: { author: unknown }) => node.author,
      );
      expect(authors.length).toBeGreaterThan(0);
      expect(new Set(authors)).toEqual(new Set([null]));
    });

    it('renames: REST redirects, GraphQL answers with the new name', async () => {
      const { name, id } = first();
      simulator.faults.add({
        kind: 'renamed',
        repository: `acme/${name}`,
        newName: 'renamed-service',
      });
      const old = await rest(`/repos/acme/${name}/languages`);
      expect(old.status).toBe(301);
      expect(old.headers.get('location')).toBe(
        `${simulator.url}/api/v3/repositories/${id}/languages`,
      );
      const moved = await fetch(old.headers.get('location')!, {
        headers: { authorization: 'Bearer demo' },
      });
      expect(moved.status).toBe(200);
      const { body } = await graphql(query(name));
      expect(body.data.r0.nameWithOwner).toBe('acme/renamed-service');
      expect((await rest('/repos/acme/renamed-service')).status).toBe(200);
    });

    it('deletes', async () => {
      const { name } = first();
      simulator.faults.add({ kind: 'deleted', repository: `acme/${name}` });
      expect((await rest(`/repos/acme/${name}`)).status).toBe(404);
      const { body } = await graphql(query(name));
      expect(body.errors[0].type).toBe('NOT_FOUND');
      simulator.faults.clear();
      expect((await rest(`/repos/acme/${name}`)).status).toBe(200);
    });

    it('lets statistics wait', async () => {
      simulator.faults.add({ kind: 'statistics-pending', times: 1 });
      const route = `/repos/acme/${first().name}/stats/participation`;
      expect((await rest(route)).status).toBe(202);
      const ready = await rest(route);
      expect(ready.status).toBe(200);
      expect((await ready.json()).all).toHaveLength(52);
    });

    it('pretends that limits were reached', async () => {
      simulator.faults.add({
        kind: 'rate-limit',
        retryAfterSeconds: 7,
        times: 2,
      });
      const refused = await rest('/orgs/acme');
      expect(refused.status).toBe(403);
      expect(refused.headers.get('x-ratelimit-reset')).toBe(
        String(NOW.getTime() / 1000 + 7),
      );
      const { body } = await graphql('{ __typename }');
      expect(body.errors[0].type).toBe('RATE_LIMITED');
      simulator.faults.add({
        kind: 'secondary-limit',
        retryAfterSeconds: 3,
        times: 1,
      });
      const secondary = await rest('/orgs/acme');
      expect(secondary.status).toBe(403);
      expect(secondary.headers.get('retry-after')).toBe('3');
    });

    it('is switched over HTTP', async () => {
      const control = (method: string, body?: object) =>
        fetch(`${simulator.url}/_simulator/faults`, {
          method,
          body: body && JSON.stringify(body),
        });
      expect((await control('POST', { kind: 'unauthorized' })).status).toBe(
        201,
      );
      expect((await rest('/orgs/acme')).status).toBe(401);
      const page = await fetch(`${simulator.url}/_simulator/faults`, {
        method: 'DELETE',
        headers: { origin: 'https://elsewhere.example' },
      });
      expect(page.status).toBe(403);
      expect(simulator.faults.list()).toHaveLength(1);
      expect((await control('POST', { kind: 'nonsense' })).status).toBe(400);
      await control('DELETE');
      expect((await rest('/orgs/acme')).status).toBe(200);
    });
  });

  describe('git', () => {
    it('serves clones whose history is the data set’s', async () => {
      const repositories = simulator.dataset.repositories.filter(
        repository => repository.visibility !== 'private',
      );
      const directory = await mkdtemp(path.join(tmpdir(), 'simulator-test-'));
      try {
        for (const repository of repositories.slice(0, 3)) {
          const target = path.join(directory, repository.name);
          await run(
            'git',
            [
              'clone',
              '--quiet',
              `${simulator.url}/acme/${repository.name}.git`,
              target,
            ],
            {
              env: {
                ...process.env,
                GIT_CONFIG_COUNT: '1',
                GIT_CONFIG_KEY_0: 'http.extraHeader',
                GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(
                  'x-access-token:demo',
                ).toString('base64')}`,
              },
            },
          );
          const { history } = simulator.dataset.contentOf(repository);
          const { stdout } = await run('git', ['log', '--format=%H %ct'], {
            cwd: target,
          });
          const lines = stdout.trim().split('\n');
          expect(new Set(lines)).toEqual(
            new Set(
              history.commits.map(
                commit => `${commit.oid} ${commit.committer.at / 1000}`,
              ),
            ),
          );
          expect(lines[0]).toContain(history.head!.oid);
        }
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    });

    it('asks for credentials where a repository is not public', async () => {
      const { name } = first();
      const response = await fetch(
        `${simulator.url}/acme/${name}.git/info/refs?service=git-upload-pack`,
      );
      expect(response.status).toBe(401);
    });
  });
});
