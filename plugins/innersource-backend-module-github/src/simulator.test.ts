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

import { generateKeyPairSync } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  DocumentSelector,
  RawContribution,
  RepositoryFacts,
  RepositoryRef,
  ScmIdentity,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ContributionPage,
  ReadContributionsRequest,
  ReadFactsRequest,
  ReadFactsResult,
} from '@ispo/backstage-plugin-innersource-node';
import {
  Dataset,
  DEFAULT_APP,
  generateDataset,
  Repository,
  Simulator,
} from 'github-simulator';
import { readGithubSourceConfig } from './config';
import { GithubRepositorySource } from './GithubRepositorySource';

jest.setTimeout(240_000);

const documents: DocumentSelector = {
  stems: ['readme', 'contributing'],
  names: [],
  directories: ['', '.github', 'docs'],
  contentsOf: [],
  paths: [],
  listings: [],
};

let dataset: Dataset;
let simulator: Simulator;

beforeAll(async () => {
  dataset = generateDataset({
    repositories: 60,
    now: new Date(),
    pullRequestsPerWeek: 1.5,
    cachedRepositories: 60,
  });
  simulator = await Simulator.create({ dataset }).start();
});

afterEach(() => simulator.reset());

afterAll(() => simulator.stop());

function createSource(
  credentials: object = { token: 'demo' },
  settings: object = {},
) {
  const config = new ConfigReader({
    integrations: {
      github: [
        {
          host: 'github.test',
          apiBaseUrl: `${simulator.url}/api/v3`,
          ...credentials,
        },
      ],
    },
    innersource: {
      github: settings,
    },
  });
  return GithubRepositorySource.create({
    integrations: ScmIntegrations.fromConfig(config),
    config: readGithubSourceConfig(config),
    logger: mockServices.logger.mock(),
    retryDelayMs: 5,
  });
}

function refOf({
  owner,
  name,
}: {
  owner: string;
  name: string;
}): RepositoryRef {
  return {
    url: `https://github.test/${owner}/${name}`,
    host: 'github.test',
    fullName: `${owner}/${name}`,
  };
}

function context() {
  return {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };
}

async function readAll(
  source: GithubRepositorySource,
  tokens = new Map<string, string>(),
): Promise<ReadFactsResult[]> {
  const requests = dataset.repositories.map((repository): ReadFactsRequest => {
    const ref = refOf(repository);
    const token = tokens.get(ref.fullName);
    return { repository: ref, paths: [''], documents, ...(token && { token }) };
  });
  const results = [];
  for await (const result of source.readFacts(requests, context())) {
    results.push(result);
  }
  return results;
}

function changed(results: ReadFactsResult[]): Map<string, RepositoryFacts> {
  return new Map(
    results.flatMap(result =>
      result.outcome === 'changed'
        ? [[result.repository.fullName, result.facts] as const]
        : [],
    ),
  );
}

function tokensOf(results: ReadFactsResult[]): Map<string, string> {
  return new Map(
    results.flatMap(result =>
      result.outcome === 'failed'
        ? []
        : [[result.repository.fullName, result.token] as const],
    ),
  );
}

async function contributionsOf(
  source: GithubRepositorySource,
  repository: Repository,
  options: Partial<ReadContributionsRequest> = {},
): Promise<{
  pages: ContributionPage[];
  cursor: string | undefined;
  byId: Map<string, RawContribution>;
}> {
  const pages: ContributionPage[] = [];
  for await (const page of source.readContributions(
    {
      repository: refOf(repository),
      paths: options.paths ?? [''],
      since: options.since ?? '2000-01-01T00:00:00Z',
      cursor: options.cursor,
      isBot: options.isBot ?? isBot,
    },
    context(),
  )) {
    pages.push(page);
  }
  return {
    pages,
    cursor: pages.at(-1)?.cursor ?? options.cursor,
    byId: new Map(
      pages.flatMap(page => page.contributions).map(one => [one.id, one]),
    ),
  };
}

function isBot({ accountType }: ScmIdentity): boolean {
  return accountType === 'bot';
}

function contactOf({ name, email }: ScmIdentity): string {
  return `${name} <${email}>`;
}

function mostFrequent(logins: string[]): string {
  const countOf = (login: string) => logins.filter(one => one === login).length;
  return [...new Set(logins)].sort((a, b) => countOf(b) - countOf(a))[0];
}

/** The repository in which most happened. */
function busiest(): Repository {
  return [...dataset.repositories].sort(
    (a, b) =>
      dataset.contentOf(b).history.commits.length -
      dataset.contentOf(a).history.commits.length,
  )[0];
}

describe('facts out of the simulator', () => {
  it('agree with the data set', async () => {
    const results = changed(await readAll(createSource()));

    expect(results.size).toBe(dataset.repositories.length);
    for (const repository of dataset.repositories) {
      const facts = results.get(`${repository.owner}/${repository.name}`)!;
      const content = dataset.contentOf(repository);
      const { commits } = content.history;
      const activity = facts.commits[''];
      const weekly = activity.known
        ? activity.value.weeks.reduce((sum, week) => sum + week.commits, 0)
        : undefined;
      const monday = new Date(facts.observedAt);
      monday.setUTCHours(0, 0, 0, 0);
      monday.setUTCDate(
        monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) - 52 * 7,
      );
      const starters = content.issues.filter(
        issue =>
          issue.state === 'OPEN' &&
          issue.labels.some(label =>
            ['good first issue', 'help wanted'].includes(label),
          ),
      );

      expect({
        head: facts.headCommit,
        description: facts.description,
        archived: facts.archived,
        topics: facts.topics.known && [...facts.topics.value].sort(),
        license: facts.license.known && facts.license.value?.spdxId,
        openIssues: facts.openIssues,
        starters:
          facts.starterIssues.known &&
          facts.starterIssues.value.map(issue => issue.number).sort(),
        releases: facts.releases.known && facts.releases.value.length,
        total: activity.known && activity.value.total,
        weekly,
      }).toEqual({
        head: { known: true, value: content.history.head!.oid },
        description: { known: true, value: repository.description },
        archived: { known: true, value: repository.archived },
        topics: [...repository.topics].sort(),
        license: repository.license?.spdxId,
        openIssues: {
          known: true,
          value: content.issues.filter(issue => issue.state === 'OPEN').length,
        },
        starters: starters.map(issue => issue.number).sort(),
        releases: Math.min(20, content.releases.length),
        total: commits.length,
        weekly: commits.filter(
          commit => commit.committer.at >= monday.getTime(),
        ).length,
      });
    }
  });

  it('need one request when nothing changed, and few for what did', async () => {
    const source = createSource();
    const tokens = tokensOf(await readAll(source));
    simulator.reset();

    const second = await readAll(source, tokens);

    expect(second.every(result => result.outcome === 'unchanged')).toBe(true);
    expect(simulator.stats().requests).toBe(1);

    const { owner, name } = dataset.repositories[3];
    simulator.push({
      repository: `${owner}/${name}`,
      files: { 'CONTRIBUTING.md': '# New' },
    });
    const third = changed(await readAll(source, tokens));

    expect([...third.keys()]).toEqual([`${owner}/${name}`]);
    expect(
      third
        .get(`${owner}/${name}`)
        ?.documents.find(({ path }) => path === 'CONTRIBUTING.md')?.text,
    ).toBe('# New');
  });

  it.each([
    ['bad-gateway', 'unavailable'],
    ['truncated', 'unavailable'],
    ['unauthorized', 'unauthorized'],
    ['timeout', 'timeout'],
    ['rate-limit', 'rate-limited'],
    ['secondary-limit', 'rate-limited'],
  ] as const)('fail by %s and recover', async (kind, expected) => {
    const source = createSource(
      { token: 'demo' },
      {
        maxWait: { milliseconds: 100 },
        ...(kind === 'timeout' && { requestTimeout: { seconds: 3 } }),
      },
    );
    simulator.faults.add({ kind, retryAfterSeconds: 1 });

    const failed = await readAll(source);

    expect(failed).toHaveLength(dataset.repositories.length);
    for (const result of failed) {
      expect(result).toMatchObject({ outcome: 'failed', kind: expected });
    }
    // A host that is down is not asked again and again.
    expect(simulator.stats().requests).toBeLessThan(40);

    simulator.reset();
    await new Promise(resolve => setTimeout(resolve, 2_200));
    const recovered = await readAll(source);

    expect(changed(recovered).size).toBe(dataset.repositories.length);
  });

  it('fail only for the repositories that GitHub has no answer for', async () => {
    simulator.faults.add({
      kind: 'graphql-partial',
      repository: 'acme/service-00007',
    });

    const results = await readAll(createSource());

    expect(results.filter(result => result.outcome === 'failed')).toEqual([
      expect.objectContaining({
        repository: expect.objectContaining({ fullName: 'acme/service-00007' }),
        kind: 'unavailable',
      }),
    ]);
  });

  it('come in smaller portions where GitHub leaves out the rest', async () => {
    simulator.faults.add({ kind: 'resource-limits', times: 3 });

    const results = await readAll(createSource());

    expect(changed(results).size).toBe(dataset.repositories.length);
  });

  it('follow a renamed repository and miss a deleted one', async () => {
    simulator.faults.add({
      kind: 'renamed',
      repository: 'acme/service-00002',
      newName: 'better-name',
    });
    simulator.faults.add({ kind: 'deleted', repository: 'acme/service-00004' });

    const results = await readAll(createSource());

    expect(
      results.find(r => r.repository.fullName === 'acme/service-00002')
        ?.outcome,
    ).toBe('changed');
    expect(results.filter(r => r.outcome === 'failed')).toEqual([
      expect.objectContaining({
        repository: expect.objectContaining({ fullName: 'acme/service-00004' }),
        kind: 'not-found',
      }),
    ]);
  });
});

describe('contributions out of the simulator', () => {
  it('agree with the data set', async () => {
    const repository = busiest();
    const content = dataset.contentOf(repository);
    // Whoever answers most is a machine that only the administrator knows.
    const machine = mostFrequent(
      content.pullRequests.flatMap(({ reviews }) =>
        reviews.flatMap(({ author }) => author ?? []),
      ),
    );
    const { byId, pages } = await contributionsOf(createSource(), repository, {
      isBot: identity => isBot(identity) || identity.login === machine,
    });

    const idsOf = (kind: RawContribution['kind']) =>
      [...byId.values()]
        .filter(one => one.kind === kind)
        .map(one => one.id)
        .sort();
    expect(idsOf('change-request')).toEqual(
      content.pullRequests.map(({ number }) => `pr/${number}`).sort(),
    );
    expect(idsOf('issue')).toEqual(
      content.issues.map(({ number }) => `issue/${number}`).sort(),
    );
    expect(idsOf('commit')).toEqual(
      content.history.commits
        .filter(({ parents }) => parents.length < 2)
        .map(({ oid }) => `commit/${oid}`)
        .sort(),
    );
    for (const pullRequest of content.pullRequests) {
      const contribution = byId.get(`pr/${pullRequest.number}`)!;
      const responses = [
        ...pullRequest.comments.map(c => ({ by: c.author, at: c.createdAt })),
        ...pullRequest.reviews.map(r => ({ by: r.author, at: r.submittedAt })),
      ]
        .filter(
          ({ by }) =>
            by !== null &&
            by !== pullRequest.author &&
            !['dependabot', 'meridian-ci', machine].includes(by),
        )
        .map(({ at }) => at)
        .sort();
      expect(contribution).toMatchObject({
        state: pullRequest.state.toLowerCase(),
        createdAt: pullRequest.createdAt,
        author: { login: pullRequest.author },
      });
      expect(contribution.closedAt).toBe(
        pullRequest.mergedAt ?? pullRequest.closedAt ?? undefined,
      );
      expect(contribution.firstResponseAt).toBe(responses[0]);
    }
    for (const { oid, message } of content.history.commits.filter(
      ({ parents }) => parents.length < 2,
    )) {
      expect(byId.get(`commit/${oid}`)?.coAuthors?.map(contactOf)).toEqual(
        message.match(/(?<=^Co-authored-by: ).*$/gm) ?? undefined,
      );
    }
    expect(
      [...byId.values()].filter(({ coAuthors }) => coAuthors).length,
    ).toBeGreaterThan(0);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(10);
  });

  it('are delivered once, and only what is new afterwards', async () => {
    const source = createSource();
    const repository = busiest();
    const first = await contributionsOf(source, repository);
    const all = first.pages.flatMap(page => page.contributions).map(c => c.id);
    expect(new Set(all).size).toBe(all.length);

    const { oid } = simulator.push({
      repository: `${repository.owner}/${repository.name}`,
      files: { 'NEWS.md': 'News' },
    });
    simulator.reset();
    const second = await contributionsOf(source, repository, {
      cursor: first.cursor,
    });

    const commits = [...second.byId.values()].filter(c => c.kind === 'commit');
    expect(commits.map(c => c.id)).toEqual([`commit/${oid}`]);
    expect(second.pages.some(page => page.replacesAll)).toBe(false);
    // What was updated last comes again: it may have been updated twice within
    // the second.
    const again = [...second.byId.values()].filter(c => c.kind !== 'commit');
    expect(again.map(({ id }) => first.byId.get(id))).toEqual(again);
    expect(second.byId.size).toBeLessThan(10);
    expect(simulator.stats().requests).toBe(2);
  });

  it('cost nothing where facts saw that nothing happened', async () => {
    const source = createSource();
    const repository = dataset.repositories[1];
    const first = await contributionsOf(source, repository);
    await readAll(source);
    simulator.reset();

    const second = await contributionsOf(source, repository, {
      cursor: first.cursor,
    });

    expect(second.pages).toEqual([]);
    expect(simulator.stats().requests).toBe(0);
  });

  it('go on after an interruption where they left off', async () => {
    const source = createSource();
    const repository = busiest();
    const whole = await contributionsOf(source, repository);

    const resumed = new Map<string, RawContribution>();
    let cursor: string | undefined;
    let pages = 0;
    for (let run = 0; run < 50; run += 1) {
      const before = cursor;
      for await (const page of createSource().readContributions(
        {
          repository: refOf(repository),
          paths: [''],
          since: '2000-01-01T00:00:00Z',
          cursor,
          isBot,
        },
        context(),
      )) {
        page.contributions.forEach(one => resumed.set(one.id, one));
        cursor = page.cursor;
        pages += 1;
        break;
      }
      if (pages >= whole.pages.length || cursor === before) {
        break;
      }
    }

    expect([...resumed.keys()].sort()).toEqual([...whole.byId.keys()].sort());
  });

  it('know which part of the repository they touch', async () => {
    const repository = busiest();
    const content = dataset.contentOf(repository);
    const paths = ['', 'src', 'test', 'nowhere'];

    const { byId } = await contributionsOf(createSource(), repository, {
      paths,
    });

    for (const pullRequest of content.pullRequests) {
      const expected = paths.filter(
        path =>
          path === '' ||
          pullRequest.files.some(file => file.path.startsWith(`${path}/`)),
      );
      expect(byId.get(`pr/${pullRequest.number}`)?.paths).toEqual(expected);
    }
    const commits = [...byId.values()].filter(one => one.kind === 'commit');
    for (const commit of commits) {
      const { changes } = content.history.find(commit.id.slice(7))!;
      expect(commit.paths.sort()).toEqual(
        paths
          .filter(
            path =>
              path === '' ||
              changes.some(change => change.path.startsWith(`${path}/`)),
          )
          .sort(),
      );
    }
  });

  it('start anew when the history is another', async () => {
    const source = createSource();
    const repository = dataset.repositories[2];
    const first = await contributionsOf(source, repository);
    const cursor = JSON.parse(first.cursor!);
    cursor.commits.head = 'f'.repeat(40);

    const second = await contributionsOf(source, repository, {
      cursor: JSON.stringify(cursor),
    });

    expect(second.pages[0].replacesAll).toBe(true);
    expect(second.pages.slice(1).some(page => page.replacesAll)).toBe(false);
    expect([...second.byId.keys()].sort()).toEqual(
      [...first.byId.keys()].sort(),
    );
  });

  it('have no author where the account was deleted', async () => {
    const repository = busiest();
    simulator.faults.add({
      kind: 'null-authors',
      repository: `${repository.owner}/${repository.name}`,
    });

    const { byId } = await contributionsOf(createSource(), repository);

    const changeRequests = [...byId.values()].filter(
      one => one.kind === 'change-request',
    );
    expect(changeRequests.length).toBeGreaterThan(0);
    expect(changeRequests.every(one => one.author.login === undefined)).toBe(
      true,
    );
  });

  it('fail with what went wrong', async () => {
    simulator.faults.add({ kind: 'unauthorized' });

    await expect(
      contributionsOf(createSource(), dataset.repositories[0]),
    ).rejects.toMatchObject({ name: 'SourceError', kind: 'unauthorized' });
  });
});

describe('set-up of organisations out of the simulator', () => {
  const acme = { host: 'github.test', login: 'acme' };

  it('agrees with the data set', async () => {
    const setup = await createSource().readOrganizationSetup(acme, context());

    expect(setup).toMatchObject({
      organization: acme,
      source: 'github',
      url: 'https://github.test/acme',
      basePermission: { known: true, value: 'read' },
      membersCanCreatePublicRepositories: { known: true, value: false },
      membersCanCreateInternalRepositories: { known: true, value: true },
      membersCanForkPrivateRepositories: { known: true, value: true },
      twoFactorRequired: { known: true, value: true },
      defaultVisibility: { known: false },
      rulesets: { known: true, value: [] },
      defaultDocuments: { known: true, value: [] },
    });
  });

  it('is unknown where the credentials may not see it', async () => {
    const setup = await createSource({
      token: 'demo-readonly',
    }).readOrganizationSetup(acme, context());

    expect(setup).toMatchObject({
      basePermission: { known: false },
      membersCanCreateInternalRepositories: { known: false },
      twoFactorRequired: { known: false },
      rulesets: { known: false },
    });
  });

  it('costs nothing when it is unchanged', async () => {
    const source = createSource();
    const first = await source.readOrganizationSetup(acme, context());
    simulator.reset();

    const second = await source.readOrganizationSetup(acme, context());

    expect(second).toEqual({ ...first, observedAt: expect.any(String) });
    expect(simulator.stats()).toMatchObject({ notModified: 2, restPoints: 0 });
    expect(source.budgets()[0].notModified).toBe(2);
  });

  it('is absent for people', async () => {
    expect(
      await createSource().readOrganizationSetup(
        { host: 'github.test', login: 'acme-dev-1' },
        context(),
      ),
    ).toBeUndefined();
  });

  it('fails with what went wrong', async () => {
    simulator.faults.add({ kind: 'unauthorized' });

    await expect(
      createSource().readOrganizationSetup(acme, context()),
    ).rejects.toMatchObject({ name: 'SourceError', kind: 'unauthorized' });
  });
});

it('keeps the budgets of App installations apart from tokens', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const source = createSource({
    token: 'demo',
    apps: [
      {
        appId: DEFAULT_APP.id,
        privateKey,
        clientId: 'x',
        clientSecret: 'x',
        webhookSecret: 'x',
      },
    ],
  });

  const results = await readAll(source);

  expect(changed(results).size).toBe(dataset.repositories.length);
  expect(source.budgets()).toEqual([
    expect.objectContaining({ account: 'App installation of acme' }),
  ]);
});
