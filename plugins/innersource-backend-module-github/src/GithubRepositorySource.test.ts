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

import { ServerResponse } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  DocumentSelector,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ReadFactsRequest,
  ReadFactsResult,
} from '@ispo/backstage-plugin-innersource-node';
import { GraphQLError } from 'graphql';
import { readGithubSourceConfig } from './config';
import { GithubRepositorySource } from './GithubRepositorySource';
import {
  FakeCommit,
  FakeGithub,
  FakeRepository,
} from './__testUtils__/FakeGithub';

const NOW = new Date('2026-11-18T12:00:00Z');

const documents: DocumentSelector = {
  stems: ['readme', 'contributing', 'code_of_conduct'],
  names: ['codeowners'],
  directories: ['', '.github', 'docs'],
  contentsOf: ['.github/issue_template'],
  paths: ['deep/er/still/guide.md'],
  listings: [],
};

let github: FakeGithub;

async function start(repositories: Record<string, FakeRepository>) {
  github = await FakeGithub.start(repositories);
  return createSource();
}

function createSource(requestTimeout = 20_000) {
  const config = new ConfigReader({
    integrations: {
      github: [
        {
          host: 'github.test',
          apiBaseUrl: github.apiBaseUrl,
          token: 'secret-token',
        },
      ],
    },
    innersource: {
      github: { requestTimeout: { milliseconds: requestTimeout } },
    },
  });
  return GithubRepositorySource.create({
    integrations: ScmIntegrations.fromConfig(config),
    config: readGithubSourceConfig(config),
    logger: mockServices.logger.mock(),
    now: () => NOW,
    retryDelayMs: 5,
  });
}

afterEach(async () => {
  await github?.stop();
});

function repository(fullName: string): RepositoryRef {
  return {
    url: `https://github.test/${fullName}`,
    host: 'github.test',
    fullName,
  };
}

function request(
  fullName: string,
  options: Partial<ReadFactsRequest> = {},
): ReadFactsRequest {
  return {
    repository: repository(fullName),
    paths: [''],
    documents,
    ...options,
  };
}

async function read(
  source: GithubRepositorySource,
  requests: ReadFactsRequest[],
): Promise<Map<string, ReadFactsResult>> {
  const results = new Map<string, ReadFactsResult>();
  for await (const result of source.readFacts(requests, {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  })) {
    expect(results.has(result.repository.fullName)).toBe(false);
    results.set(result.repository.fullName, result);
  }
  return results;
}

async function readOne(
  source: GithubRepositorySource,
  fullName: string,
  options: Partial<ReadFactsRequest> = {},
) {
  const result = (await read(source, [request(fullName, options)])).get(
    fullName,
  );
  if (result?.outcome !== 'changed') {
    throw new Error(`Not changed: ${JSON.stringify(result)}`);
  }
  return result;
}

function commits(
  count: number,
  options: Partial<FakeCommit> = {},
): FakeCommit[] {
  return Array.from({ length: count }, (_, index) => ({
    oid: index.toString(16).padStart(40, '0'),
    // One an hour, newest first, from Wednesday noon back.
    date: new Date(NOW.getTime() - index * 3_600_000).toISOString(),
    headline: index % 10 === 9 ? 'Merge pull request #1 from x' : 'Work',
    name: index % 2 ? 'Ann' : 'Bob',
    email: index % 2 ? 'ann@acme.test' : 'bob@acme.test',
    ...options,
  }));
}

describe('GithubRepositorySource', () => {
  it('claims hosts that have a credential', async () => {
    const source = await start({});

    expect(source.claims(repository('acme/search'))).toBe(true);
    // github.com is always among the integrations, here without a token.
    expect(
      source.claims({
        url: 'https://github.com/acme/search',
        host: 'github.com',
        fullName: 'acme/search',
      }),
    ).toBe(false);
    expect(
      source.claims({
        url: 'ssh://github.test/acme/search',
        host: 'github.test',
        fullName: 'acme/search',
      }),
    ).toBe(false);
  });

  it('reads what checks ask for', async () => {
    const source = await start({
      'acme/search': {
        files: {
          'README.md': '# Search',
          'src/index.ts': 'export {}',
          '.github/CONTRIBUTING.md': 'Welcome',
          '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug',
          'deep/er/still/guide.md': 'Far down',
          'deep/er/other.md': 'Not wanted',
        },
        commits: commits(25),
        issues: [
          {
            number: 7,
            title: 'Easy',
            url: 'https://github.test/acme/search/issues/7',
            createdAt: '2026-10-01T00:00:00Z',
            updatedAt: '2026-10-02T00:00:00Z',
            assignees: { totalCount: 0 },
            comments: { totalCount: 2 },
            labelNames: ['good first issue', 'skill:React', 'effort: 2h'],
          },
          {
            number: 8,
            title: 'Hard',
            updatedAt: '2026-10-02T00:00:00Z',
            labelNames: ['bug'],
          },
        ],
        fields: {
          description: 'Finds things',
          repositoryTopics: { nodes: [{ topic: { name: 'innersource' } }] },
          licenseInfo: {
            key: 'apache-2.0',
            spdxId: 'Apache-2.0',
            name: 'Apache License 2.0',
          },
          languages: {
            totalSize: 200,
            edges: [
              { size: 150, node: { name: 'TypeScript' } },
              { size: 50, node: { name: 'Shell' } },
            ],
          },
          releases: {
            totalCount: 2,
            nodes: [
              {
                tagName: 'v2',
                isDraft: true,
                publishedAt: null,
                updatedAt: '2026-10-01T00:00:00Z',
                description: null,
              },
              {
                tagName: 'v1',
                isDraft: false,
                publishedAt: '2026-09-01T00:00:00Z',
                updatedAt: '2026-09-01T00:00:00Z',
                description: 'News',
              },
            ],
          },
        },
      },
    });

    const { facts } = await readOne(source, 'acme/search');

    expect(facts).toMatchObject({
      source: 'github',
      observedAt: NOW.toISOString(),
      headCommit: { known: true, value: '0'.repeat(40) },
      defaultBranch: { known: true, value: 'main' },
      description: { known: true, value: 'Finds things' },
      topics: { known: true, value: ['innersource'] },
      visibility: { known: true, value: 'internal' },
      stars: { known: true, value: 3 },
      openIssues: { known: true, value: 2 },
      license: {
        known: true,
        value: { spdxId: 'Apache-2.0', name: 'Apache License 2.0', path: null },
      },
      languages: {
        known: true,
        value: [
          { name: 'TypeScript', bytes: 150, share: 0.75 },
          { name: 'Shell', bytes: 50, share: 0.25 },
        ],
      },
      releases: {
        known: true,
        value: [
          {
            tag: 'v1',
            publishedAt: '2026-09-01T00:00:00Z',
            kind: 'release',
            hasNotes: true,
          },
        ],
      },
      starterIssues: {
        known: true,
        value: [
          {
            number: 7,
            labels: ['good first issue'],
            unassigned: true,
            comments: 2,
            skills: ['React'],
            effort: '2h',
          },
        ],
      },
    });
    expect(
      Object.fromEntries(facts.documents.map(({ path, text }) => [path, text])),
    ).toEqual({
      'README.md': '# Search',
      '.github/CONTRIBUTING.md': 'Welcome',
      '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug',
      'deep/er/still/guide.md': 'Far down',
    });
    expect(facts.tree).toMatchObject({
      known: true,
      value: { complete: true },
    });
    expect(facts.commits['']).toMatchObject({
      known: true,
      value: {
        total: 25,
        nonMerge: 23,
        partial: false,
        authorCount: 2,
        weeks: [{ week: '2026-11-16', commits: 25 }],
      },
    });
  });

  it('does not believe dates that are still to come', async () => {
    const source = await start({
      'acme/early': {
        files: { 'README.md': 'x' },
        commits: [
          ...commits(1, { oid: 'f'.repeat(40), date: '2030-01-01T00:00:00Z' }),
          ...commits(2),
        ],
      },
    });

    const { facts } = await readOne(source, 'acme/early');

    expect(facts.commits['']).toMatchObject({
      known: true,
      value: {
        total: 3,
        lastCommitAt: NOW.toISOString(),
        weeks: [{ week: '2026-11-16', commits: 2 }],
      },
    });
  });

  it('counts the weeks of a busy repository whole', async () => {
    const source = await start({
      'acme/busy': { files: { 'README.md': 'x' }, commits: commits(400) },
    });

    const { facts } = await readOne(source, 'acme/busy');

    expect(facts.commits['']).toMatchObject({
      known: true,
      value: {
        total: 400,
        partial: true,
        firstCommitAt: null,
        lastCommitAt: NOW.toISOString(),
        // 61 since Monday 00:00, 168 a week, and the rest.
        weeks: [
          { week: '2026-10-26', commits: 3 },
          { week: '2026-11-02', commits: 168 },
          { week: '2026-11-09', commits: 168 },
          { week: '2026-11-16', commits: 61 },
        ],
      },
    });
  });

  it('reads projects that are a part of their repository', async () => {
    const source = await start({
      'acme/mono': {
        files: {
          'README.md': 'All',
          'services/pay/README.md': 'Pay',
          'services/pay/docs/CONTRIBUTING.md': 'Pay too',
          'services/ship/README.md': 'Ship',
        },
        commits: [
          ...commits(3, { paths: ['services/pay/a.ts'] }),
          ...commits(2, { paths: ['services/ship/a.ts'] }),
        ],
      },
    });

    const { facts } = await readOne(source, 'acme/mono', {
      paths: ['', 'services/pay'],
    });

    expect(facts.documents.map(({ path }) => path).sort()).toEqual([
      'README.md',
      'services/pay/README.md',
      'services/pay/docs/CONTRIBUTING.md',
    ]);
    expect(facts.commits).toMatchObject({
      '': { value: { total: 5 } },
      'services/pay': { value: { total: 3 } },
    });
  });

  it('takes default files of the organisation where a repository has none', async () => {
    const source = await start({
      'acme/.github': {
        files: {
          'CONTRIBUTING.md': 'For all',
          'CODE_OF_CONDUCT.md': 'Be kind',
          'README.md': 'Not a default file',
        },
        fields: { visibility: 'PUBLIC' },
      },
      'acme/own': {
        files: { 'docs/CONTRIBUTING.md': 'Ours', 'README.md': 'x' },
      },
      'acme/none': { files: { 'README.md': 'x' } },
    });

    const results = await read(source, [
      request('acme/own'),
      request('acme/none'),
    ]);

    const texts = (name: string) => {
      const result = results.get(name);
      return result?.outcome === 'changed'
        ? result.facts.documents
            .map(d => `${d.origin} ${d.path}: ${d.text}`)
            .sort()
        : result;
    };
    expect(texts('acme/own')).toEqual([
      'organisation CODE_OF_CONDUCT.md: Be kind',
      'repository README.md: x',
      'repository docs/CONTRIBUTING.md: Ours',
    ]);
    expect(texts('acme/none')).toEqual([
      'organisation CODE_OF_CONDUCT.md: Be kind',
      'organisation CONTRIBUTING.md: For all',
      'repository README.md: x',
    ]);
  });

  it('does not take failing default files for missing ones', async () => {
    const source = await start({
      'acme/.github': {
        files: { 'CONTRIBUTING.md': 'For all' },
        fields: { visibility: 'PUBLIC' },
      },
      'acme/a': { files: { 'README.md': 'x' } },
    });
    github.fault = ({ body }, response) => {
      const failing = body.includes('.github"');
      if (failing) {
        response.writeHead(503).end();
      }
      return failing;
    };
    const failed = (await read(source, [request('acme/a')])).get('acme/a');
    expect(failed).toMatchObject({ outcome: 'failed', kind: 'unavailable' });

    github.fault = undefined;
    const { facts } = await readOne(source, 'acme/a');

    expect(facts.documents).toHaveLength(2);
  });

  it('recognises unchanged repositories in one request', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `acme/r${index}`);
    const source = await start(
      Object.fromEntries(
        names.map(name => [name, { files: { 'README.md': name } }]),
      ),
    );
    const first = await read(
      source,
      names.map(name => request(name)),
    );
    const tokens = new Map(
      [...first.values()].map(result => [
        result.repository.fullName,
        result.outcome === 'changed' ? result.token : undefined,
      ]),
    );
    const spent = github.requests.length;
    // One for the organisation's defaults, four for details, one for contents.
    expect(spent).toBe(6);

    const second = await read(
      source,
      names.map(name => request(name, { token: tokens.get(name) })),
    );

    expect(github.requests.length - spent).toBe(1);
    expect([...second.values()].every(r => r.outcome === 'unchanged')).toBe(
      true,
    );

    github.repositories['acme/r7'].fields = { stargazerCount: 4 };
    const third = await read(
      source,
      names.map(name => request(name, { token: tokens.get(name) })),
    );
    expect(
      [...third.values()]
        .filter(r => r.outcome === 'changed')
        .map(r => r.repository.fullName),
    ).toEqual(['acme/r7']);
  });

  it('reads again when other documents are asked for', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    const { token } = await readOne(source, 'acme/a');

    const result = await readOne(source, 'acme/a', {
      token,
      documents: { ...documents, stems: ['readme', 'security'] },
    });

    expect(result.token).not.toBe(token);
  });

  it('fails only the repositories that fail', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });

    const results = await read(source, [
      request('acme/a'),
      request('acme/gone'),
      request('not-a-repository'),
    ]);

    expect(results.get('acme/a')?.outcome).toBe('changed');
    expect(results.get('acme/gone')).toMatchObject({
      outcome: 'failed',
      kind: 'not-found',
    });
    expect(results.get('not-a-repository')).toMatchObject({
      outcome: 'failed',
      kind: 'rejected',
    });
  });

  it('asks for less at once when it is too much', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `acme/r${index}`);
    const source = await start(
      Object.fromEntries(
        names.map(name => [name, { files: { 'README.md': name } }]),
      ),
    );
    github.fault = ({ body }, response) => {
      const aliases = body.match(/r\d+: repository/g)?.length ?? 0;
      if (aliases > 3) {
        response
          .writeHead(502, { 'content-type': 'text/html' })
          .end('<html>Bad gateway</html>');
        return true;
      }
      return false;
    };

    const results = await read(
      source,
      names.map(name => request(name)),
    );

    expect([...results.values()].map(r => r.outcome)).toEqual(
      names.map(() => 'changed'),
    );
  });

  it.each([
    [
      'an answer cut in half',
      (response: ServerResponse) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"data":{"r0":{"id"'),
      'unavailable',
    ],
    [
      'a connection that breaks',
      (response: ServerResponse) => response.destroy(),
      'unavailable',
    ],
    ['no answer', () => undefined, 'timeout'],
    [
      'refused credentials',
      (response: ServerResponse) =>
        response.writeHead(401).end('{"message":"Bad credentials"}'),
      'unauthorized',
    ],
    [
      'an answer that is not ready',
      (response: ServerResponse) => response.writeHead(202).end('{}'),
      'unavailable',
    ],
  ])('survives %s', async (_, answer, kind) => {
    await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    const source = createSource(kind === 'timeout' ? 300 : undefined);
    github.fault = (_request, response) => {
      answer(response);
      return true;
    };

    const failed = (await read(source, [request('acme/a')])).get('acme/a');

    expect(failed).toMatchObject({ outcome: 'failed', kind });
    expect(JSON.stringify(failed)).not.toContain('secret-token');
    expect(github.requests.length).toBeLessThan(10);

    github.fault = undefined;
    expect(
      (await readOne(createSource(), 'acme/a')).facts.documents,
    ).toHaveLength(1);
  });

  it('repeats a request that failed once', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    github.fault = ({ index }, response) => {
      if (index === 1) {
        response.writeHead(500).end();
      }
      return index === 1;
    };

    expect((await readOne(source, 'acme/a')).facts.documents).toHaveLength(1);
  });

  it('passes on when GitHub asks to wait for long', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    github.fault = (_request, response) => {
      response.writeHead(403, { 'retry-after': '600' }).end('{}');
      return true;
    };

    const first = (await read(source, [request('acme/a')])).get('acme/a');
    const sent = github.requests.length;
    const second = (await read(source, [request('acme/a')])).get('acme/a');

    expect(first).toMatchObject({ outcome: 'failed', kind: 'rate-limited' });
    expect(second).toMatchObject({ outcome: 'failed', kind: 'rate-limited' });
    expect(sent).toBe(1);
    expect(github.requests.length).toBe(sent);
  });

  it('does without what the credentials may not see', async () => {
    const source = await start({
      'acme/a': {
        files: { 'README.md': 'x' },
        fields: {
          issues: () => {
            throw new GraphQLError('Resource not accessible by integration', {
              extensions: { type: 'FORBIDDEN' },
            });
          },
        },
        ref: {
          branchProtectionRule: () => {
            throw new GraphQLError('Resource not accessible by integration', {
              extensions: { type: 'FORBIDDEN' },
            });
          },
          rules: {
            nodes: [
              {
                type: 'PULL_REQUEST',
                parameters: {
                  __typename: 'PullRequestParameters',
                  requiredApprovingReviewCount: 1,
                  requireCodeOwnerReview: false,
                  dismissStaleReviewsOnPush: false,
                },
              },
            ],
          },
        },
      },
    });

    const { facts, token } = await readOne(source, 'acme/a');

    const issuesHidden = expect.objectContaining({
      known: false,
      reason: expect.stringContaining('"Issues: read"'),
    });
    expect(facts.openIssues).toEqual(issuesHidden);
    expect(facts.starterIssues).toEqual(issuesHidden);
    expect(facts.stars).toEqual({ known: true, value: 3 });
    expect(facts.branchProtection).toMatchObject({
      known: true,
      value: {
        requiredApprovingReviewCount: { known: true, value: 1 },
        requiresCodeOwnerReviews: {
          known: false,
          reason: expect.stringContaining('"Administration: read"'),
        },
      },
    });
    const again = await read(source, [request('acme/a', { token })]);
    expect(again.get('acme/a')?.outcome).toBe('unchanged');
  });

  it('does without what an older host does not know', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    github.fault = ({ body }, response) => {
      if (body.includes('...RulesetProtection')) {
        response.writeHead(200, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            errors: [
              {
                message: "Field 'rules' doesn't exist on type 'Ref'",
                path: ['fragment RulesetProtection', 'rules'],
                extensions: {
                  code: 'undefinedField',
                  typeName: 'Ref',
                  fieldName: 'rules',
                },
              },
            ],
          }),
        );
        return true;
      }
      return false;
    };

    const { facts } = await readOne(source, 'acme/a');

    expect(facts.stars).toEqual({ known: true, value: 3 });
    expect(facts.branchProtection).toMatchObject({
      known: true,
      value: { requiresStatusChecks: { known: false } },
    });
  });

  it('tells what is left of the limits', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    github.rateLimit = { limit: 5000, remaining: 4321, resetInSeconds: 60 };

    await readOne(source, 'acme/a');

    expect(source.budgets()).toEqual([
      expect.objectContaining({
        source: 'github',
        host: 'github.test',
        account: 'token',
        limit: 5000,
        remaining: 4321,
        requests: github.requests.length,
        points: github.requests.length,
      }),
    ]);
    expect(JSON.stringify(source.budgets())).not.toContain('secret');
  });

  it('stops when it is told to', async () => {
    const source = await start({ 'acme/a': { files: { 'README.md': 'x' } } });
    github.fault = () => true;
    const controller = new AbortController();

    const reading = (async () => {
      for await (const result of source.readFacts([request('acme/a')], {
        signal: controller.signal,
        logger: mockServices.logger.mock(),
      })) {
        throw new Error(`Unexpected ${result.outcome}`);
      }
    })();
    controller.abort(new Error('Enough'));

    await expect(reading).rejects.toThrow('Enough');
  });

  it('knows an empty repository', async () => {
    const source = await start({ 'acme/empty': { files: {} } });

    const { facts } = await readOne(source, 'acme/empty');

    expect(facts).toMatchObject({
      headCommit: { known: false },
      tree: { known: true, value: { entries: [], complete: true } },
      commits: { '': { known: true, value: { total: 0, weeks: [] } } },
    });
  });
});
