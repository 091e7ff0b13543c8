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

import { createHash, generateKeyPairSync } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  getGithubFileFetchUrl,
  ScmIntegrations,
} from '@backstage/integration';
import { parseAllDocuments } from 'yaml';
import { Dataset, Issue, PullRequest, Repository } from '../dataset/model';
import { resolvePath } from '../git/History';
import { createSimulator, Simulator } from '../Simulator';
import { createDemoDataset } from './demoDataset';

const NOW = new Date('2026-03-10T15:00:00Z');

interface Entity {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, any>;
}

describe('createDemoDataset', () => {
  let dataset: Dataset;

  beforeAll(() => {
    dataset = createDemoDataset({ now: NOW });
  });

  const repository = (name: string): Repository =>
    dataset.repositories.find(item => item.name === name)!;

  const file = (name: string, path: string): string | undefined => {
    const { head } = dataset.contentOf(repository(name)).history;
    const entry = resolvePath(head!.tree, path);
    return entry?.kind === 'blob' ? entry.bytes.toString('utf8') : undefined;
  };

  const entitiesIn = (text: string): Entity[] =>
    parseAllDocuments(text).map(document => document.toJS() as Entity);

  const allEntities = (): Entity[] =>
    dataset.repositories.flatMap(item => {
      const { head } = dataset.contentOf(item).history;
      const names =
        item.name === 'catalog'
          ? ['all.yaml', 'groups.yaml', 'users.yaml', 'systems.yaml']
          : ['catalog-info.yaml'];
      if (item.name === 'rail-ui') {
        names.push(
          ...['components', 'icons', 'forms', 'charts', 'docs'].map(
            part => `packages/${part}/catalog-info.yaml`,
          ),
        );
      }
      return names.flatMap(name => {
        const entry = resolvePath(head!.tree, name);
        return entry?.kind === 'blob'
          ? entitiesIn(entry.bytes.toString('utf8'))
          : [];
      });
    });

  it('is the same each time', () => {
    const fingerprint = (one: Dataset) => {
      const hash = createHash('sha256');
      for (const item of one.repositories) {
        const content = one.contentOf(item);
        hash.update(JSON.stringify(item));
        hash.update(content.history.head!.oid);
        hash.update(JSON.stringify(content.pullRequests));
        hash.update(JSON.stringify(content.issues));
        hash.update(JSON.stringify(content.releases));
      }
      return hash.digest('hex');
    };
    const again = createDemoDataset({ now: new Date('2026-03-10T01:00:00Z') });
    expect(fingerprint(again)).toBe(fingerprint(dataset));
  });

  it('goes on from day to day without changing its past', () => {
    const later = createDemoDataset({ now: new Date('2026-03-24T08:00:00Z') });
    let commits = 0;
    later.repositories.forEach((item, index) => {
      const before = dataset.contentOf(dataset.repositories[index]);
      const after = later.contentOf(item);
      commits += after.history.commits.length - before.history.commits.length;
      expect(
        after.history.commits
          .slice(0, before.history.commits.length)
          .map(commit => commit.oid),
      ).toEqual(before.history.commits.map(commit => commit.oid));
      const settled = (
        items: Array<Issue | PullRequest>,
        from: Array<Issue | PullRequest> = items,
      ) =>
        items
          .filter((_, position) => from[position]?.closedAt)
          .map(one => JSON.stringify(one));
      expect(settled(after.pullRequests, before.pullRequests)).toEqual(
        settled(before.pullRequests),
      );
      expect(settled(after.issues, before.issues)).toEqual(
        settled(before.issues),
      );
    });
    expect(commits).toBeGreaterThan(50);
  });

  it('has the company that it promises', () => {
    const entities = allEntities();
    const of = (kind: string, type?: string) =>
      entities.filter(
        entity => entity.kind === kind && (!type || entity.spec.type === type),
      );
    expect(of('Group', 'division')).toHaveLength(4);
    expect(of('Group', 'team')).toHaveLength(12);
    expect(of('User')).toHaveLength(60);
    expect(of('Component')).toHaveLength(41);
    expect(of('System')).toHaveLength(12);
    expect(of('Domain')).toHaveLength(4);
    const sum = (predicate: (item: Repository) => boolean) =>
      dataset.repositories.filter(predicate).length;
    expect(sum(item => item.archived)).toBe(1);
    expect(sum(item => item.visibility === 'private')).toBe(1);
    expect(sum(item => item.parent !== null)).toBe(1);
  });

  it('refers to entities that exist, but for the one owner who is gone', () => {
    const entities = allEntities();
    const known = new Set(
      entities.map(entity =>
        `${entity.kind}:default/${entity.metadata.name}`.toLowerCase(),
      ),
    );
    const references = entities.flatMap(entity => [
      ...(entity.kind === 'Component' || entity.kind === 'API'
        ? [entity.spec.owner, `system:default/${entity.spec.system}`]
        : []),
      ...(entity.spec.dependsOn ?? []),
      ...[
        ...(entity.spec.consumesApis ?? []),
        ...(entity.spec.providesApis ?? []),
      ].map((name: string) => `api:default/${name}`),
      ...(entity.spec.memberOf ?? []).map(
        (name: string) => `group:default/${name}`,
      ),
      ...(entity.spec.children ?? []).map(
        (name: string) => `group:default/${name}`,
      ),
    ]);
    expect(references.length).toBeGreaterThan(200);
    expect(
      new Set(references.filter((reference: string) => !known.has(reference))),
    ).toEqual(new Set(['group:default/facility-tools']));
    expect(known.size).toBe(entities.length);
  });

  it('lets nothing happen before a repository was created or after today', () => {
    const end = NOW.getTime();
    for (const item of dataset.repositories) {
      const start = Date.parse(item.createdAt);
      const content = dataset.contentOf(item);
      const instants = [
        ...content.history.commits.map(commit => commit.committer.at),
        ...[...content.issues, ...content.pullRequests].flatMap(one =>
          [
            one.createdAt,
            one.updatedAt,
            one.closedAt,
            ...one.comments.map(comment => comment.createdAt),
          ].flatMap(text => (text ? [Date.parse(text)] : [])),
        ),
        ...content.pullRequests.flatMap(one =>
          one.reviews.map(review => Date.parse(review.submittedAt)),
        ),
      ];
      // Starter issues may be as old as the repository.
      expect(Math.min(...instants)).toBeGreaterThanOrEqual(start - 86_400_000);
      expect(Math.max(...instants)).toBeLessThanOrEqual(end);
    }
  });

  it('agrees with itself', () => {
    for (const item of dataset.repositories) {
      const { history, issues, pullRequests, releases } =
        dataset.contentOf(item);
      expect(new Date(history.head!.committer.at)).toEqual(
        new Date(item.pushedAt),
      );
      const numbers = [...issues, ...pullRequests].map(one => one.number);
      expect(numbers.sort((a, b) => a - b)).toEqual(
        numbers.map((_, index) => index + 1),
      );
      for (const pullRequest of pullRequests) {
        expect(pullRequest.state === 'MERGED').toBe(
          pullRequest.mergeCommit !== null,
        );
        for (const response of [
          ...pullRequest.comments.map(comment => comment.createdAt),
          ...pullRequest.reviews.map(review => review.submittedAt),
        ]) {
          expect(Date.parse(response)).toBeGreaterThanOrEqual(
            Date.parse(pullRequest.createdAt),
          );
        }
      }
      for (const merged of pullRequests.filter(one => one.mergeCommit)) {
        const commit = history.find(merged.mergeCommit!)!;
        expect(commit.committer.at).toBe(Date.parse(merged.mergedAt!));
        expect(Date.parse(merged.createdAt)).toBeLessThan(commit.committer.at);
      }
      for (const release of releases) {
        expect(history.find(release.commit)).toBeDefined();
      }
    }
  });

  it('knows every login that it names', () => {
    const logins = new Set(dataset.accounts.map(account => account.login));
    for (const item of dataset.repositories) {
      const { issues, pullRequests, releases } = dataset.contentOf(item);
      const named = [
        ...[...issues, ...pullRequests].flatMap(one => [
          one.author,
          ...one.assignees,
          ...one.comments.map(comment => comment.author),
        ]),
        ...pullRequests.flatMap(one => [
          one.mergedBy,
          ...one.requestedReviewers,
          ...one.reviews.map(review => review.author),
        ]),
        ...releases.map(release => release.author),
      ];
      expect(
        named.filter(login => login !== null && !logins.has(login)),
      ).toEqual([]);
    }
  });

  it('has people with two addresses, a deleted account, strangers and bots', () => {
    const emails = new Set<string>();
    const authors = new Map<string | null, number>();
    for (const item of dataset.repositories) {
      const { history, pullRequests } = dataset.contentOf(item);
      history.commits.forEach(commit => emails.add(commit.author.email));
      pullRequests.forEach(one =>
        authors.set(one.author, (authors.get(one.author) ?? 0) + 1),
      );
    }
    expect(emails).toContain('marta.kowalczyk@meridian-rail.example');
    expect(emails).toContain('m.kowalczyk@borealis-cargo.example');
    for (const login of [null, 'aretha-lindqvist', 'dependabot', 'renovate']) {
      expect(authors.get(login)).toBeGreaterThan(0);
    }
  });

  it('tells healthy from neglected, rising and one-person projects', () => {
    const outsideAnswered = (name: string, team: string) => {
      const own = dataset.organizations[0].teams.find(
        item => item.slug === team,
      )!.members;
      const outside = dataset
        .contentOf(repository(name))
        .pullRequests.filter(
          one =>
            one.author &&
            !own.includes(one.author) &&
            one.author !== 'dependabot',
        );
      const answered = outside.filter(one =>
        [...one.comments, ...one.reviews].some(
          response =>
            response.author !== one.author && response.author !== 'meridian-ci',
        ),
      );
      return answered.length / outside.length;
    };
    expect(outsideAnswered('fare-engine', 'ticketing')).toBeGreaterThan(0.9);
    expect(outsideAnswered('refund-desk', 'ticketing')).toBeLessThan(0.6);

    const half = NOW.getTime() - 365 * 86_400_000;
    const rising = dataset.contentOf(
      repository('timetable-parser'),
    ).pullRequests;
    const later = rising.filter(one => Date.parse(one.createdAt) > half).length;
    expect(later).toBeGreaterThan(1.5 * (rising.length - later));

    const owners = new Set(
      dataset
        .contentOf(repository('corridor-rules'))
        .history.commits.map(commit => commit.author.email)
        .filter(email => email.endsWith('@meridian-rail.example')),
    );
    const own = [...owners].filter(email =>
      [
        'elena.popescu',
        'matteo.ricci',
        'hanna.virtanen',
        'bogdan.ilic',
        'claire.dubois',
      ].some(name => email.startsWith(name)),
    );
    expect(own).toHaveLength(1);
  });

  it('offers starter issues', () => {
    const starters = dataset.repositories.flatMap(item =>
      dataset
        .contentOf(item)
        .issues.filter(
          issue =>
            issue.state === 'OPEN' &&
            issue.labels.some(label =>
              ['good first issue', 'help wanted'].includes(label),
            ),
        ),
    );
    expect(starters.length).toBeGreaterThan(40);
    expect(
      starters.filter(issue =>
        issue.labels.some(label => label.startsWith('effort:')),
      ).length,
    ).toBe(starters.length);
  });

  describe('served to Backstage', () => {
    let simulator: Simulator;

    beforeAll(async () => {
      simulator = await createSimulator({ dataset }).start();
    });

    afterAll(async () => {
      await simulator.stop();
    });

    const integrations = (extra: object = { token: 'demo' }) =>
      ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: {
            github: [
              {
                host: new URL(simulator.url).host,
                apiBaseUrl: `${simulator.url}/api/v3`,
                ...extra,
              },
            ],
          },
        }),
      );

    it('is read location by location', async () => {
      const scm = integrations();
      const start = `${simulator.url}/meridian-rail/catalog/blob/main/all.yaml`;
      const read = async (url: string) => {
        const { config } = scm.github.byUrl(url)!;
        const response = await fetch(
          getGithubFileFetchUrl(url, config, { type: 'token', token: 'demo' }),
          {
            headers: {
              authorization: 'Bearer demo',
              accept: 'application/vnd.github.v3.raw',
            },
          },
        );
        expect([url, response.status]).toEqual([url, 200]);
        return entitiesIn(await response.text());
      };
      const queue = [start];
      const components: string[] = [];
      while (queue.length > 0) {
        const url = queue.pop()!;
        for (const entity of await read(url)) {
          for (const target of entity.spec.targets ?? []) {
            queue.push(scm.resolveUrl({ url: target, base: url }));
          }
          if (entity.kind === 'Component') {
            components.push(entity.metadata.name);
          }
        }
      }
      expect(components).toHaveLength(41);
    });

    it('lets an App in through Backstage’s credentials provider', async () => {
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
      });
      const provider = DefaultGithubCredentialsProvider.fromIntegrations(
        integrations({
          apps: [
            {
              appId: 4711,
              clientId: 'id',
              clientSecret: 'secret',
              webhookSecret: 'secret',
              privateKey,
            },
          ],
        }),
      );
      const credentials = await provider.getCredentials({
        url: `${simulator.url}/meridian-labs`,
      });
      expect(credentials.type).toBe('app');
      const response = await fetch(
        `${simulator.url}/api/v3/installation/repositories`,
        { headers: credentials.headers },
      );
      expect((await response.json()).total_count).toBe(3);
    });

    it('hands out everything for others to compute with', async () => {
      const response = await fetch(`${simulator.url}/_simulator/dataset.json`);
      const whole = await response.json();
      expect(whole.repositories).toHaveLength(dataset.repositories.length);
      for (const shown of whole.repositories) {
        const content = dataset.contentOf(
          dataset.repositories.find(item => item.id === shown.id)!,
        );
        expect(shown.commits).toHaveLength(content.history.commits.length);
        expect(shown.pullRequests).toEqual(content.pullRequests);
      }
    });

    it('shows pages where its links lead', async () => {
      const issue = dataset
        .contentOf(repository('fare-engine'))
        .issues.find(one => one.state === 'OPEN')!;
      for (const [path, text] of [
        ['', 'Meridian Rail'],
        ['/meridian-rail', 'fare-engine'],
        ['/meridian-rail/fare-engine', 'Fare Engine turns'],
        ['/meridian-rail/fare-engine/blob/main/CONTRIBUTING.md', '30-day'],
        [`/meridian-rail/fare-engine/issues/${issue.number}`, issue.title],
        ['/meridian-rail/fare-engine/pulls', '#'],
      ]) {
        const response = await fetch(`${simulator.url}${path}`);
        expect([path, response.status]).toEqual([path, 200]);
        expect(await response.text()).toContain(text);
      }
      const missing = await fetch(`${simulator.url}/meridian-rail/nowhere`);
      expect(missing.status).toBe(404);
    });
  });

  it('keeps documents in very different states', () => {
    expect(file('rail-ui', 'CONTRIBUTING.md')).toContain('one working day');
    expect(file('station-maps', 'CONTRIBUTING.md')).toBeDefined();
    expect(file('refund-desk', 'CONTRIBUTING.md')).toBeUndefined();
    expect(file('yard-planner', 'LICENSE')).toBeUndefined();
    expect(
      JSON.parse(file('wagon-tracker', 'innersource.json')!),
    ).toMatchObject({
      title: 'Wagon Tracker',
      skills: ['Go', 'geodata', 'streaming'],
      governanceLevel: 'shared-write-access',
    });
  });
});
