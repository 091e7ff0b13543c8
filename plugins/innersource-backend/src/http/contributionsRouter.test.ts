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
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  known,
  MyContributions,
  PeoplePolicy,
  ProjectContributions,
  RawContribution,
  TeamContributions,
} from '@ispo/backstage-plugin-innersource-common';
import express from 'express';
import request from 'supertest';
import { ContributionReports } from '../contributions/ContributionReports';
import { Restatement } from '../contributions/Restatement';
import { PeopleStore } from '../store/PeopleStore';
import { StandingStore } from '../store/StandingStore';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  group,
  team,
  user,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { component, createPortal } from '../__testUtils__/portal';
import { createContributionsRouter } from './contributionsRouter';
import { createValidatedRouter } from './openapi';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ORGANISATION = [
  group('acme'),
  ...team('search', 'acme', ['sara', 'sam', 'sue']),
  ...team('checkout', 'acme', ['carl', 'cleo', 'cora']),
  // Two people: too few for the team to be named.
  ...team('payments', 'acme', ['pia', 'pete']),
];
const SEARCH = '/projects/by-name/component/default/search/contributions';
const CARL = mockCredentials.user.header('user:default/carl');

interface SetUp {
  policy?: PeoplePolicy;
  organisation?: typeof ORGANISATION;
  /** Entity refs that the caller may not see. */
  hidden?: string[];
  admin?: boolean;
  /** Nothing has been read yet. */
  unread?: boolean;
}

describe.each(databases.eachSupportedId())('contributions router, %s', id => {
  async function setUp(options: SetUp = {}) {
    const knex = await createMigratedDatabase(databases, id);
    const fixture = await createContributionFixture(knex, [
      {
        catalog: catalogFacts('search', 'group:default/search', {
          dependents: known([
            {
              entityRef: 'component:default/shop',
              owner: 'group:default/checkout',
            },
            { entityRef: 'component:default/x', owner: 'group:default/search' },
          ]),
        }),
        path: 'search',
      },
      {
        catalog: catalogFacts('shop', 'group:default/payments', {
          owningTeamAnnotation: 'group:default/checkout',
        }),
        path: 'shop',
      },
      {
        catalog: catalogFacts('vault', 'group:default/payments'),
        path: 'vault',
      },
    ]);
    const now = Date.now();
    const at = (days: number) => new Date(now - days * DAY).toISOString();
    const inSearch = (
      number: number,
      login: string,
      days: number,
      changes: Partial<RawContribution> = {},
    ) =>
      contribution(`pr/${number}`, login, at(days), {
        paths: ['', 'search'],
        ...changes,
      });
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          inSearch(1, 'sara', 10),
          inSearch(2, 'sara', 11, { mergedBy: { login: 'sara' } }),
          inSearch(3, 'carl', 12, {
            firstResponseAt: new Date(now - 12 * DAY - HOUR).toISOString(),
          }),
          inSearch(4, 'pia', 13),
          inSearch(5, 'stranger', 14),
          inSearch(6, 'renovate[bot]', 14),
          inSearch(7, 'carl', 200),
          inSearch(8, 'carl', 0, {
            state: 'open',
            closedAt: undefined,
            createdAt: at(40),
          }),
          inSearch(9, 'cleo', 5, { id: 'review/1', kind: 'review' }),
          contribution('pr/20', 'carl', at(3), { paths: ['', 'shop'] }),
          contribution('pr/21', 'sara', at(3), { paths: ['', 'shop'] }),
          contribution('pr/22', 'sara', at(3), { paths: ['', 'vault'] }),
        ],
      },
    ];
    if (!options.unread) {
      await fixture.read(source, graphOf(ORGANISATION), new Date());
    }

    const portal = createPortal({
      entities: [
        ...(options.organisation ?? ORGANISATION),
        ...['search', 'shop', 'vault', 'x'].map(component),
      ],
      hidden: options.hidden,
      denied: options.admin ? [] : ['innersource.admin'],
    });
    const { catalog, organisation } = portal;
    const auditor = mockServices.auditor.mock();
    const event = { success: jest.fn(), fail: jest.fn() };
    auditor.createEvent.mockResolvedValue(event);
    const router = createValidatedRouter({ validateResponses: true });
    router.use(
      createContributionsRouter({
        ...portal,
        auditor,
        projects: fixture.projectStore,
        reports: ContributionReports.create({
          store: fixture.store,
          organisation,
          catalog,
          policy: options.policy ?? {
            visibility: 'self',
            smallGroupThreshold: 3,
          },
          historyMonths: 24,
        }),
        restatement: Restatement.create({
          standings: StandingStore.create({ knex }),
          projects: fixture.projectStore,
          people: PeopleStore.create({ knex }),
          organisation,
        }),
      }),
    );
    const app = express().use(router).use(mockErrorHandler());
    return {
      ...fixture,
      auditor,
      event,
      get: async <T>(path: string, status = 200): Promise<T> => {
        const response = await request(app)
          .get(path)
          .set('Authorization', CARL);
        expect({ status: response.status, body: response.body }).toMatchObject({
          status,
        });
        return response.body;
      },
      app,
    };
  }

  it('sums up a project', async () => {
    const { get } = await setUp();
    const quarter = await get<ProjectContributions>(`${SEARCH}?window=90`);
    expect(quarter).toMatchObject({
      entityRef: 'component:default/search',
      owner: 'group:default/search',
      status: 'ready',
      source: 'github',
      unit: 'change-request',
      counts: {
        'change-request': { own: 2, other: 2, unknown: 1, bot: 1 },
        review: { own: 0, other: 1, unknown: 0, bot: 0 },
      },
      share: { innerSource: 0.5, unknown: 0.2 },
      contributors: { own: 1, other: 2, unknown: 1, bot: 1 },
      newContributors: { own: 1, other: 1, unknown: 1, bot: 1 },
      returningContributors: { own: 0, other: 1, unknown: 0, bot: 0 },
      distance: {
        distribution: [
          { distance: 0, contributions: 2 },
          { distance: 1, contributions: 2 },
        ],
        median: 0.5,
      },
      // 2 of 5 are not more than half.
      contributorAbsenceFactor: 2,
      changeRequests: {
        known: true,
        value: {
          opened: 6,
          merged: 5,
          open: 1,
          selfMergeRate: 0.2,
          firstResponse: { other: { count: 1, medianHours: 1 } },
          unansweredOutside: 1,
        },
      },
      usage: {
        known: true,
        value: { dependents: 2, teamCount: 2, otherTeamCount: 1 },
      },
    });
    expect(quarter.months.length).toBeGreaterThanOrEqual(24);
    expect(
      quarter.months.reduce(
        (sum, month) => sum + month.counts['change-request'].other,
        0,
      ),
    ).toBe(3);
    const year = await get<ProjectContributions>(SEARCH);
    expect(year.window.days).toBe(365);
    expect(year.counts['change-request'].other).toBe(3);
    await get(`${SEARCH}?window=30`, 400);
  });

  it('names large teams only, and of people the caller alone', async () => {
    const { get } = await setUp();
    const { teams, people } = await get<ProjectContributions>(
      `${SEARCH}?window=90`,
    );
    expect(teams).toEqual({
      count: 3,
      otherCount: 2,
      elephantFactor: 2,
      list: [
        {
          team: 'group:default/search',
          teams: 1,
          relation: 'own',
          distance: 0,
          contributions: 2,
        },
        {
          team: 'group:default/checkout',
          teams: 1,
          relation: 'other',
          distance: 1,
          contributions: 1,
        },
        {
          team: null,
          teams: 1,
          relation: 'other',
          distance: null,
          contributions: 1,
        },
      ],
    });
    expect(people).toEqual({
      visibility: 'self',
      items: [
        {
          user: 'user:default/carl',
          name: 'carl',
          relation: 'other',
          team: 'group:default/checkout',
          contributions: 1,
          isNew: false,
        },
      ],
    });
  });

  it('names nobody where people are hidden and everybody where they are named', async () => {
    const hidden = await setUp({
      policy: { visibility: 'hidden', smallGroupThreshold: 3 },
    });
    const body = await hidden.get<ProjectContributions>(SEARCH);
    expect(body.people).toEqual({ visibility: 'hidden', items: [] });
    expect(JSON.stringify(body)).not.toMatch(/carl|sara|stranger|pia/);

    const named = await setUp({
      policy: { visibility: 'named', smallGroupThreshold: 3 },
    });
    const all = await named.get<ProjectContributions>(SEARCH);
    expect(all.people.items.map(({ name, user: ref }) => [name, ref])).toEqual([
      ['carl', 'user:default/carl'],
      ['pia', 'user:default/pia'],
      ['sara', 'user:default/sara'],
      ['stranger', null],
    ]);
    expect(all.teams.list.map(item => item.team)).toContain(
      'group:default/payments',
    );
  });

  it('folds teams that the catalog hides from the caller and hides hidden projects', async () => {
    const { get } = await setUp({
      hidden: [
        'group:default/checkout',
        'component:default/vault',
        'component:default/x',
      ],
    });
    const { teams, usage } = await get<ProjectContributions>(SEARCH);
    expect(usage).toMatchObject({ value: { dependents: 1 } });
    expect(teams.list.map(item => item.team)).toEqual([
      'group:default/search',
      null,
    ]);
    await get('/projects/by-name/component/default/vault/contributions', 404);
    const own = await get<TeamContributions>(
      '/teams/by-name/group/default/search/contributions',
    );
    expect(own.given?.contributions).toBe(1);
    await get('/teams/by-name/group/default/checkout/contributions', 404);
  });

  it('names no team of a person that the catalog hides from the caller', async () => {
    const { get } = await setUp({
      policy: { visibility: 'named', smallGroupThreshold: 3 },
      hidden: ['group:default/payments'],
    });
    const { people } = await get<ProjectContributions>(SEARCH);
    expect(people.items.map(({ name, team: of }) => [name, of])).toEqual([
      ['carl', 'group:default/checkout'],
      ['pia', null],
      ['sara', 'group:default/search'],
      ['stranger', null],
    ]);
  });

  it('leaves out what the clock of a committer puts into the future', async () => {
    const { get, read } = await setUp();
    const source = new FakeContributionSource('clock');
    const tomorrow = new Date(Date.now() + DAY).toISOString();
    source.pages = [
      {
        contributions: [
          contribution('pr/30', 'carl', tomorrow, { paths: ['', 'search'] }),
          contribution('pr/31', 'sara', tomorrow, { paths: ['', 'shop'] }),
        ],
      },
    ];
    await read(source, graphOf(ORGANISATION), new Date());
    const checkout = await get<TeamContributions>(
      '/teams/by-name/group/default/checkout/contributions',
    );
    expect(checkout).toMatchObject({
      given: { contributions: 0, contributors: 0 },
      received: { contributions: 0, contributors: 0 },
    });
    expect(await get<MyContributions>('/me/contributions')).toMatchObject({
      counts: { 'change-request': 0 },
      projects: [],
    });
    const { months } = await get<ProjectContributions>(SEARCH);
    expect(months.map(month => month.contributors.other)).toEqual(
      months.map(() => 0),
    );
  });

  it('refuses what is no name of a group', async () => {
    const { get } = await setUp();
    for (const name of ['a%2Fb', 'a%00b']) {
      expect(
        await get(`/teams/by-name/group/default/${name}/contributions`, 400),
      ).toMatchObject({ error: { name: 'InputError' } });
    }
  });

  it('shows what a team gives and receives', async () => {
    const { get } = await setUp();
    const checkout = await get<TeamContributions>(
      '/teams/by-name/group/default/checkout/contributions?window=90',
    );
    expect(checkout).toMatchObject({
      // Owned by annotation.
      projects: { total: 1, byGrade: [{ grade: null, count: 1 }] },
      given: {
        contributions: 1,
        contributors: 1,
        projects: [{ entityRef: 'component:default/search', contributions: 1 }],
        teams: [{ team: 'group:default/search', teams: 1, contributions: 1 }],
      },
      received: {
        contributions: 1,
        contributors: 1,
        share: { innerSource: 0.5, unknown: 0 },
        teams: [{ team: 'group:default/search', teams: 1, contributions: 1 }],
      },
    });
    const year = await get<TeamContributions>(
      '/teams/by-name/group/default/checkout/contributions',
    );
    expect(year.given?.contributions).toBe(2);
    expect(
      year.months.reduce((sum, month) => sum + (month.given ?? 0), 0),
    ).toBe(2);

    // Nothing crosses the border of the whole organisation.
    const acme = await get<TeamContributions>(
      '/teams/by-name/group/default/acme/contributions',
    );
    expect(acme).toMatchObject({
      projects: { total: 3 },
      given: { contributions: 0, teams: [] },
      received: { contributions: 0, share: { innerSource: 0 } },
    });

    const payments = await get<TeamContributions>(
      '/teams/by-name/group/default/payments/contributions',
    );
    expect(payments.given).toBeNull();
    expect(payments.months.every(month => month.given === null)).toBe(true);
    expect(payments.received.contributions).toBe(1);

    await get('/teams/by-name/group/default/nobody/contributions', 404);
    await get('/teams/by-name/user/default/carl/contributions', 400);
  });

  it("shows the caller's own", async () => {
    const { get, app } = await setUp();
    const mine = await get<MyContributions>('/me/contributions');
    expect(mine).toMatchObject({
      user: 'user:default/carl',
      identified: true,
      counts: { 'change-request': 2, review: 0 },
      projects: [{ entityRef: 'component:default/search', contributions: 2 }],
      teamsHelped: [
        { team: 'group:default/search', teams: 1, contributions: 2 },
      ],
    });
    expect(mine.changeRequests.map(item => [item.state, item.days])).toEqual([
      ['open', 40],
      ['merged', 0],
      ['merged', 0],
    ]);
    const nobody = await request(app)
      .get('/me/contributions')
      .set('Authorization', mockCredentials.user.header('user:default/new'));
    expect(nobody.body).toMatchObject({
      identified: false,
      projects: [],
      changeRequests: [],
    });
    await request(app)
      .get('/me/contributions')
      .set('Authorization', mockCredentials.service.header())
      .expect(403);
  });

  it('names no team to the caller that the catalog hides from the caller', async () => {
    const { get } = await setUp({ hidden: ['group:default/search'] });
    const mine = await get<MyContributions>('/me/contributions');
    expect(mine).toMatchObject({
      projects: [{ entityRef: 'component:default/search', contributions: 2 }],
      teamsHelped: [{ team: null, teams: 1, contributions: 2 }],
    });
    expect(JSON.stringify(mine)).not.toContain('group:default/search');
  });

  it('says how far contributions were read, of what the caller may see', async () => {
    const answers = async (options: SetUp) => {
      const { get } = await setUp({
        ...options,
        hidden: ['component:default/vault'],
      });
      return Promise.all([
        get<ProjectContributions>(SEARCH),
        get<TeamContributions>(
          '/teams/by-name/group/default/checkout/contributions',
        ),
        get<MyContributions>('/me/contributions'),
      ]);
    };
    const [unread, ...unreadSums] = await answers({ unread: true });
    expect(unread).toMatchObject({
      status: 'pending',
      reading: { projects: 1, read: 0, failing: 0 },
    });
    for (const { reading } of unreadSums) {
      expect(reading).toEqual({ projects: 2, read: 0, failing: 0 });
    }
    const [read, ...readSums] = await answers({});
    expect(read).toMatchObject({
      status: 'ready',
      reading: { projects: 1, read: 1, failing: 0 },
    });
    for (const { reading } of readSums) {
      expect(reading).toEqual({ projects: 2, read: 2, failing: 0 });
    }
  });

  it('restates a range for administrators only', async () => {
    const moved = [
      ...ORGANISATION.filter(entity => entity.metadata.name !== 'carl'),
      user('carl', 'search'),
      user('stranger', 'checkout'),
    ];
    const body = (days: number) => ({
      from: new Date(Date.now() - days * DAY).toISOString().slice(0, 10),
      to: new Date().toISOString().slice(0, 10),
      entityRef: 'component:default/search',
    });
    const denied = await setUp({ organisation: moved });
    await request(denied.app)
      .post('/contributions/recompute')
      .set('Authorization', CARL)
      .send(body(30))
      .expect(403);
    expect(denied.event.fail).toHaveBeenCalledTimes(1);

    const { app, event, sums, auditor } = await setUp({
      organisation: moved,
      admin: true,
    });
    const post = (json: object) =>
      request(app)
        .post('/contributions/recompute')
        .set('Authorization', CARL)
        .send(json);
    const { body: result } = await post(body(30)).expect(200);
    // One of Carl's is older than the range.
    expect(result).toEqual({ projects: 1, changed: 2 });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'contributions-recompute' }),
    );
    expect(event.success).toHaveBeenCalledWith({ meta: result });
    expect(await sums('component:default/search')).toEqual({
      'change-request own search 0': 3,
      'change-request other checkout 1': 2,
      'change-request other payments 1': 1,
      'change-request bot - -': 1,
      'review other checkout 1': 1,
    });
    expect((await post(body(30))).body).toEqual({ projects: 1, changed: 0 });

    await post({ from: '2026-02-30', to: '2026-03-01' }).expect(400);
    await post({ from: '2026-03-02', to: '2026-03-01' }).expect(400);
    await post({ from: '2026-03-02' }).expect(400);
    await post({
      ...body(3),
      entityRef: 'component:default/none',
    }).expect(404);
  });
});
