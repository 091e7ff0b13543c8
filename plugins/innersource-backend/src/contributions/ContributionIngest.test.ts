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

import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  changeRequestMetrics,
  countsByKind,
  RawContribution,
  windowDays,
} from '@ispo/backstage-plugin-innersource-common';
import { ContributionPage } from '@ispo/backstage-plugin-innersource-node';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  RETAIL_AND_BANKING,
  user,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { liveHeap } from '../__testUtils__/memory';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const NOW = new Date('2026-11-01T12:00:00Z');
const SEARCH = 'component:default/search';

async function setUp(
  databaseId: TestDatabaseId,
  projects = [
    { catalog: catalogFacts('search', 'group:default/search'), path: '' },
  ],
) {
  const knex = await createMigratedDatabase(databases, databaseId);
  return { knex, ...(await createContributionFixture(knex, projects)) };
}

describe.each(databases.eachSupportedId())('ContributionIngest, %p', id => {
  it('decides relation and distance and keeps them through a reorganisation', async () => {
    const { read, sums } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'sara', '2026-06-01T10:00:00Z'),
          contribution('pr/2', 'carl', '2026-06-02T10:00:00Z'),
          contribution('pr/3', 'pia', '2026-06-03T10:00:00Z'),
          contribution('pr/4', 'stranger', '2026-06-04T10:00:00Z'),
          contribution('pr/5', 'dependabot[bot]', '2026-06-04T10:00:00Z'),
          contribution('pr/6', 'sara', '2026-06-05T10:00:00Z', {
            state: 'closed',
          }),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    const before = {
      'change-request own search 0': 1,
      'change-request other checkout 1': 1,
      'change-request other payments 2': 1,
      'change-request unknown - -': 1,
      'change-request bot - -': 1,
    };
    expect(await sums(SEARCH)).toEqual(before);

    // Carl moves to the search team; the stranger turns out to be Sam of search.
    const reorganised = graphOf([
      ...RETAIL_AND_BANKING.filter(entity => entity.metadata.name !== 'carl'),
      user('carl', 'search'),
      user('stranger', 'search'),
    ]);
    source.pages.push({
      contributions: [
        // An update of a known one keeps its standing.
        contribution('pr/2', 'carl', '2026-06-02T10:00:00Z', {
          title: 'Another title',
        }),
        contribution('pr/7', 'carl', '2026-10-02T10:00:00Z'),
        contribution('pr/8', 'stranger', '2026-10-02T10:00:00Z'),
      ],
    });
    await read(source, reorganised, NOW);
    expect(await sums(SEARCH)).toEqual({
      ...before,
      'change-request own search 0': 3,
    });
    expect(source.requests.map(request => request.cursor)).toEqual([
      undefined,
      '1',
    ]);
  });

  it('counts two identities of one person once', async () => {
    const { read, project, store } = await setUp(id);
    const commit = (sha: string, author: RawContribution['author']) =>
      contribution(`commit/${sha}`, '', '2026-06-01T10:00:00Z', {
        kind: 'commit',
        author,
      });
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          commit('a', { login: 'carl' }),
          commit('b', { email: 'Carl@example.com', name: 'Carl' }),
          commit('c', { email: '77+carl@users.noreply.github.com' }),
          // Known by what came together once, although not in the catalog.
          commit('d', { email: 'max@home.example', name: 'Max' }),
        ],
      },
      {
        contributions: [
          commit('e', { login: 'max', email: 'max@work.example' }),
          commit('f', { login: 'max', email: 'max@home.example' }),
          commit('g', { email: 'max@work.example' }),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    const { id: projectId } = await project(SEARCH);
    const byPerson = new Map<number | null, number>();
    for (const tally of await store.getTallies(projectId, 0, 100_000)) {
      byPerson.set(
        tally.person,
        (byPerson.get(tally.person) ?? 0) + tally.count,
      );
    }
    expect([...byPerson.values()].sort()).toEqual([3, 4]);
  });

  it('takes two people of one name for two people', async () => {
    const { read, project, store } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: ['kim@one.example', 'kim@two.example'].map(
          (email, number) =>
            contribution(`commit/${number}`, '', '2026-06-01T10:00:00Z', {
              kind: 'commit',
              author: { name: 'Kim Lee', email },
            }),
        ),
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    const { id: projectId } = await project(SEARCH);
    const tallies = await store.getTallies(projectId, 0, 100_000);
    expect(new Set(tallies.map(({ person }) => person)).size).toBe(2);
  });

  it('counts a commit once and its co-authors as contributors', async () => {
    const { read, project, store, sums } = await setUp(id);
    const source = new FakeContributionSource();
    const commit = contribution('commit/a', '', '2026-06-01T10:00:00Z', {
      kind: 'commit',
      author: { email: 'sara@example.com' },
      coAuthors: [
        // Herself by another identity, and somebody named twice.
        { login: 'sara' },
        { email: 'carl@example.com' },
        { login: 'carl' },
        { email: 'guest@elsewhere.example' },
        { name: 'renovate[bot]', email: 'bot@renovateapp.com' },
        {},
      ],
    });
    source.pages = [{ contributions: [commit] }, { contributions: [commit] }];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await sums(SEARCH)).toEqual({
      'commit own search 0': 1,
      'co-authorship other checkout 1': 1,
      'co-authorship unknown - -': 1,
      'co-authorship bot - -': 1,
    });
    const { id: projectId } = await project(SEARCH);
    const tallies = await store.getTallies(projectId, 0, 100_000);
    expect(countsByKind(tallies).commit).toMatchObject({ own: 1, other: 0 });
    expect((await store.getFirstDays(projectId, 'commit')).size).toBe(4);
  });

  it('counts nothing twice, whatever is delivered again', async () => {
    const { read, sums, knex } = await setUp(id);
    const review = contribution('review/1', 'carl', '2026-06-01T10:00:00Z', {
      kind: 'review',
    });
    const page = {
      contributions: [
        contribution('pr/1', 'carl', '2026-06-01T10:00:00Z'),
        review,
        review,
      ],
    };
    const source = new FakeContributionSource();
    source.pages = [page, page];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    source.pages.push(page);
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 1,
      'review other checkout 1': 1,
    });

    // Also not when it turns out later that two people are one.
    const anonymous = (sha: string, author: RawContribution['author']) =>
      contribution(`commit/${sha}`, '', '2026-06-01T10:00:00Z', {
        kind: 'commit',
        author,
      });
    const byAddress = anonymous('x', { email: 'lee@example.org' });
    source.pages.push(
      { contributions: [byAddress, anonymous('y', { login: 'lee' })] },
      {
        contributions: [
          anonymous('z', { login: 'lee', email: 'lee@example.org' }),
        ],
      },
      { contributions: [byAddress] },
    );
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await sums(SEARCH)).toMatchObject({ 'commit unknown - -': 3 });
    expect(
      await knex('contribution_people').whereNotNull('merged_into'),
    ).toHaveLength(1);
  });

  it('keeps past standings when all is delivered anew, and drops what is not', async () => {
    const { read, sums, store, project } = await setUp(id);
    const source = new FakeContributionSource();
    const kept = contribution('pr/1', 'carl', '2026-06-01T10:00:00Z');
    const commit = contribution('commit/a', 'carl', '2026-06-02T10:00:00Z', {
      kind: 'commit',
    });
    source.pages = [
      {
        contributions: [
          kept,
          commit,
          contribution('pr/2', 'pia', '2026-06-03T10:00:00Z'),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    source.pages.push({
      contributions: [
        kept,
        commit,
        contribution('pr/9', 'carl', '2026-07-01T10:00:00Z'),
      ],
      replacesAll: true,
    });
    const reorganised = graphOf([
      ...RETAIL_AND_BANKING.filter(entity => entity.metadata.name !== 'carl'),
      user('carl', 'search'),
    ]);
    await read(source, reorganised, NOW);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 1,
      'commit other checkout 1': 1,
      'change-request own search 0': 1,
    });
    expect(
      await store.getChangeRequests((await project(SEARCH)).id, 0),
    ).toHaveLength(2);
  });

  it('splits a monorepo by path and starts over when a project joins', async () => {
    const ui = {
      catalog: catalogFacts('ui', 'group:default/checkout'),
      path: 'ui',
    };
    const api = {
      catalog: catalogFacts('api', 'group:default/search'),
      path: 'api',
    };
    const { read, sums, synchronise } = await setUp(id, [ui]);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'carl', '2026-06-01T10:00:00Z', {
            paths: ['', 'ui'],
          }),
          contribution('pr/2', 'carl', '2026-06-02T10:00:00Z', {
            paths: ['', 'ui', 'api'],
          }),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    await synchronise([ui, api]);
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(
      source.requests.map(({ cursor, paths }) => [cursor, paths.sort()]),
    ).toEqual([
      [undefined, ['ui']],
      [undefined, ['api', 'ui']],
    ]);
    expect(await sums('component:default/ui')).toEqual({
      'change-request own checkout 0': 2,
    });
    expect(await sums('component:default/api')).toEqual({
      'change-request other checkout 1': 1,
    });
  });

  it('forgets what is older than the history and what a removed project had', async () => {
    const { read, sums, knex, synchronise, project, store } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'carl', '2024-10-31T23:59:59Z'),
          contribution('pr/2', 'carl', '2024-11-01T00:00:00Z'),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 1,
    });
    await read(
      source,
      graphOf(RETAIL_AND_BANKING),
      new Date('2026-11-02T00:00:00Z'),
    );
    expect(await sums(SEARCH)).toEqual({});
    expect(
      await store.getChangeRequests((await project(SEARCH)).id, 0),
    ).toHaveLength(0);

    source.pages.push({
      contributions: [contribution('pr/3', 'carl', '2026-10-01T00:00:00Z')],
    });
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    await synchronise([]);
    for (const table of [
      'contribution_projects',
      'contributions',
      'change_requests',
      'contribution_readings',
    ]) {
      expect(await knex(table)).toEqual([]);
    }
  });

  it('keeps page and cursor together when reading breaks off', async () => {
    const { read, sums, project } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      { contributions: [contribution('pr/1', 'carl', '2026-06-01T10:00:00Z')] },
      { contributions: [contribution('pr/2', 'carl', '2026-06-02T10:00:00Z')] },
    ];
    const good = source.readContributions.bind(source);
    source.readContributions = async function* broken(request, context) {
      for await (const page of good(request, context)) {
        yield page;
        throw new Error('The host hung up');
      }
    };
    await expect(
      read(source, graphOf(RETAIL_AND_BANKING), NOW),
    ).rejects.toThrow('The host hung up');
    expect((await project(SEARCH)).readAt).toBeNull();
    source.readContributions = good;
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(source.requests.map(request => request.cursor)).toEqual([
      undefined,
      '1',
    ]);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 2,
    });
    expect((await project(SEARCH)).readAt).not.toBeNull();
  });

  it('refuses a page when another worker moved the cursor', async () => {
    const { read, knex, sums } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      { contributions: [contribution('pr/1', 'carl', '2026-06-01T10:00:00Z')] },
    ];
    const good = source.readContributions.bind(source);
    source.readContributions = async function* raced(request, context) {
      for await (const page of good(request, context)) {
        await knex('contribution_readings').update({ cursor: 'elsewhere' });
        yield page;
      }
    };
    await expect(
      read(source, graphOf(RETAIL_AND_BANKING), NOW),
    ).rejects.toThrow('Another worker reads');
    expect(await sums(SEARCH)).toEqual({});
  });

  it('follows a change request from opening to merge', async () => {
    const { read, store, project, sums } = await setUp(id);
    const open = contribution('pr/1', 'carl', '2026-10-01T10:00:00Z', {
      state: 'open',
      closedAt: undefined,
      createdAt: '2026-10-01T10:00:00Z',
    });
    const source = new FakeContributionSource();
    source.pages = [{ contributions: [open] }];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    const { id: projectId } = await project(SEARCH);
    expect(await store.getUnansweredOutside(projectId)).toEqual([
      {
        url: 'https://github.com/acme/search/pr/1',
        createdAt: Date.parse('2026-10-01T10:00:00Z') / 1000,
      },
    ]);
    expect(await sums(SEARCH)).toEqual({});

    source.pages.push({
      contributions: [
        {
          ...open,
          firstResponseAt: '2026-10-01T10:00:30Z',
          firstResponder: { login: 'github-actions', accountType: 'bot' },
        },
      ],
    });
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await store.getUnansweredOutside(projectId)).toHaveLength(1);

    source.pages.push({
      contributions: [
        {
          ...open,
          state: 'merged',
          closedAt: '2026-10-03T10:00:00Z',
          firstResponseAt: '2026-10-01T16:00:00Z',
          firstResponder: { login: 'sara' },
          mergedBy: { login: 'sara' },
        },
      ],
    });
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await store.getUnansweredOutside(projectId)).toEqual([]);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 1,
    });
    const window = windowDays(NOW, 90);
    expect(
      changeRequestMetrics(
        await store.getChangeRequests(projectId, window.firstDay * 86_400),
        window,
      ),
    ).toMatchObject({
      opened: 1,
      merged: 1,
      firstResponse: { other: { count: 1, medianHours: 6 } },
      timeToMerge: { other: { count: 1, medianHours: 48 } },
    });
    expect(await store.countMaintainers(projectId, window.firstDay)).toBe(1);
  });

  it('lets no bad delivery harm the rest', async () => {
    const { read, sums } = await setUp(id);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'carl', '2026-06-01T10:00:00Z', {
            createdAt: 'long ago',
          }),
          contribution(
            `pr/${'9'.repeat(500)}`,
            'carl',
            '2026-06-01T10:00:00Z',
            {
              title: `NUL \u0000 ${'x'.repeat(10_000)}`,
              url: 'data:text/html,bad',
            },
          ),
          contribution('pr/2', '', '2026-06-01T10:00:00Z', { author: {} }),
          contribution('commit/1', '', '2026-06-01T10:00:00Z', {
            kind: 'commit',
            author: { name: `a\u0000${'b'.repeat(5_000)}`, email: 'nonsense' },
          }),
        ],
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    expect(await sums(SEARCH)).toEqual({
      'change-request other checkout 1': 1,
      'change-request unknown - -': 1,
      'commit unknown - -': 1,
    });
  });
});

describe('ContributionIngest at size', () => {
  it('reads 20,000 change requests page by page in bounded memory', async () => {
    const { read, store, project } = await setUp('SQLITE_3');
    const source = new FakeContributionSource();
    const PAGES = 200;
    let most = 0;
    const base = Date.parse('2025-01-01T00:00:00Z');
    async function* pages(
      cursor: string | undefined,
    ): AsyncGenerator<ContributionPage> {
      for (let page = Number(cursor ?? 0); page < PAGES; page += 1) {
        const contributions = Array.from({ length: 100 }, (_, i) => {
          const number = page * 100 + i;
          return contribution(
            `pr/${number}`,
            ['sara', 'carl', 'pia', `guest-${number % 500}`][number % 4],
            new Date(base + number * 1_800_000).toISOString(),
          );
        });
        if (page % 20 === 0) {
          most = Math.max(most, liveHeap());
        }
        yield { contributions, cursor: String(page + 1) };
      }
    }
    // Half of it, then an end, then the rest: no page is asked for twice.
    const abort = new AbortController();
    let delivered = 0;
    source.readContributions = async function* half(request) {
      for await (const page of pages(request.cursor)) {
        delivered += 1;
        if (delivered === PAGES / 2) {
          abort.abort();
        }
        yield page;
      }
    };
    const idle = liveHeap();
    await expect(
      read(source, graphOf(RETAIL_AND_BANKING), NOW, abort.signal),
    ).rejects.toThrow();
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    // The page during which it was aborted is read again.
    expect(delivered).toBe(PAGES + 1);

    const { id: projectId } = await project(SEARCH);
    const tallies = await store.getTallies(projectId, 0, 100_000);
    expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
    expect(new Set(tallies.map(({ person }) => person)).size).toBe(3 + 125);
    expect(most - idle).toBeLessThan(50);
  });
});
