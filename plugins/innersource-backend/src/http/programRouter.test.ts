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
} from '@backstage/backend-test-utils';
import {
  DEFAULT_GRADES,
  PeoplePolicy,
  ProgramCategories,
  ProgramChecks,
  ProgramFlows,
  ProgramNewcomers,
  ProgramSummary,
  ProgramTrend,
} from '@ispo/backstage-plugin-innersource-common';
import express from 'express';
import request from 'supertest';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  NORTH_AND_SOUTH,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { component, createPortal } from '../__testUtils__/portal';
import { createProgramReports } from '../__testUtils__/program';
import { DatabaseEvaluationStore } from '../store/EvaluationStore';
import { createProgramRouter } from './programRouter';
import { createRouter } from './router';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const DAY = 24 * 3_600_000;
const CARL = mockCredentials.user.header('user:default/carl');

const SYSTEM = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'web', namespace: 'default' },
};

interface SetUp {
  policy?: PeoplePolicy;
  /** Names of components that the caller may not see. */
  hidden?: string[];
  denied?: boolean;
}

describe.each(databases.eachSupportedId())('program router, %s', id => {
  async function setUp(options: SetUp = {}) {
    const knex = await createMigratedDatabase(databases, id);
    const fixture = await createContributionFixture(knex, [
      {
        catalog: catalogFacts('search', 'group:default/search', {
          system: 'system:default/web',
        }),
        path: 'search',
      },
      { catalog: catalogFacts('shop', 'group:default/checkout'), path: 'shop' },
      {
        catalog: catalogFacts('vault', 'group:default/payments'),
        path: 'vault',
      },
    ]);
    const now = Date.now();
    const at = (days: number) => new Date(now - days * DAY).toISOString();
    const inProject = (
      path: string,
      number: number,
      login: string,
      days: number,
    ) => contribution(`pr/${number}`, login, at(days), { paths: ['', path] });
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          inProject('search', 1, 'sara', 10),
          inProject('search', 2, 'carl', 120),
          inProject('search', 3, 'carl', 20),
          inProject('search', 4, 'cleo', 21),
          inProject('search', 5, 'pia', 22),
          inProject('search', 6, 'stranger', 23),
          inProject('shop', 7, 'carl', 3),
          inProject('shop', 8, 'sara', 0),
          inProject('vault', 9, 'sue', 4),
          contribution('pr/10', 'sam', at(31), {
            paths: ['', 'shop'],
            state: 'open',
            closedAt: undefined,
            createdAt: at(40),
          }),
        ],
      },
    ];
    await fixture.read(source, graphOf(NORTH_AND_SOUTH), new Date());
    const evaluations = DatabaseEvaluationStore.create({ knex });
    for (const [name, age, score] of [
      ['search', 100, 50],
      ['search', 0, 92],
      ['shop', 100, 80],
      ['shop', 0, 60],
    ] as const) {
      await evaluations.save(
        createEvaluationRecord(createCatalogProject(name), {
          now: new Date(now - age * DAY),
          readiness: {
            score,
            grade: DEFAULT_GRADES.find(({ from }) => score >= from)!.grade,
          },
        }),
      );
    }

    const portal = createPortal({
      entities: [
        ...NORTH_AND_SOUTH,
        SYSTEM,
        ...['search', 'shop', 'vault'].map(component),
      ],
      hidden: options.hidden?.map(name => `component:default/${name}`),
      denied: options.denied ? ['innersource.program.read'] : [],
    });
    const policy = options.policy ?? {
      visibility: 'self',
      smallGroupThreshold: 3,
    };
    const app = express()
      .use(
        createRouter({
          validateResponses: true,
          resources: [
            createProgramRouter({
              ...portal,
              reports: createProgramReports(knex, portal, policy),
            }),
          ],
        }),
      )
      .use(mockErrorHandler());
    const get = async <T>(path: string, status = 200): Promise<T> => {
      const response = await request(app).get(path).set('Authorization', CARL);
      expect({ status: response.status, body: response.body }).toMatchObject({
        status,
      });
      return response.body;
    };
    return { app, get, evaluations, synchronise: fixture.synchronise };
  }

  it('gives the headline figures of the window and the one before', async () => {
    const { get } = await setUp();
    expect(await get<ProgramSummary>('/program/summary')).toMatchObject({
      scope: null,
      window: { days: 90 },
      projects: { value: 3 },
      readiness: { value: 76, previous: 65 },
      // Other: carl and cleo and pia in search, sara in shop, sue in vault.
      outsideContributions: { value: 5, previous: 1 },
      innerSourceShare: { value: 5 / 7, previous: 1 },
      unknownShare: { value: 1 / 8, previous: 0 },
      outsideContributors: { value: 5, previous: 1 },
      newOutsideContributors: { value: 4, previous: 1 },
      teamsGiving: { value: 3, previous: 1 },
      teamsReceiving: { value: 3, previous: 1 },
      firstResponseHours: { value: null, previous: null },
      distance: { value: 2, previous: 2 },
      grades: [
        { grade: 'A', count: 1 },
        { grade: 'C', count: 1 },
        { grade: null, count: 1 },
      ],
      reading: { projects: 3, read: 3, failing: 0 },
      coverage: { evaluated: 2, pending: 1, failing: 0, noSource: 0 },
    });
  });

  it('takes nothing for a figure before contributions were read', async () => {
    const { get, synchronise } = await setUp();
    const figures = async () => {
      const summary = await get<ProgramSummary>('/program/summary');
      return { ...summary, projects: summary.projects.value };
    };
    const comparable = {
      value: expect.any(Number),
      previous: expect.any(Number),
    };
    expect(await figures()).toMatchObject({
      outsideContributions: comparable,
      teamsGiving: comparable,
    });

    await synchronise([
      {
        catalog: catalogFacts('search', 'group:default/search'),
        path: 'search',
      },
      { catalog: catalogFacts('new', 'group:default/checkout'), path: 'new' },
    ]);
    const incomplete = { value: expect.any(Number), previous: null };
    expect(await figures()).toMatchObject({
      projects: 2,
      reading: { projects: 2, read: 1, failing: 0 },
      outsideContributions: incomplete,
      newOutsideContributors: incomplete,
      teamsGiving: incomplete,
    });

    await synchronise([
      { catalog: catalogFacts('new', 'group:default/checkout'), path: 'new' },
    ]);
    const unknown = { value: null, previous: null };
    expect(await figures()).toMatchObject({
      projects: 1,
      reading: { projects: 1, read: 0, failing: 0 },
      innerSourceShare: unknown,
      outsideContributions: unknown,
      outsideContributors: unknown,
      newOutsideContributors: unknown,
      teamsGiving: unknown,
      teamsReceiving: unknown,
      firstResponseHours: unknown,
    });
  });

  it('is exact as soon as an evaluation lands', async () => {
    const { get, evaluations } = await setUp({ hidden: ['search'] });
    const look = async () => {
      const { coverage, grades } = await get<ProgramSummary>(
        '/program/summary',
      );
      const { whatIf, checks } = await get<ProgramChecks>('/program/checks');
      return {
        coverage,
        grades,
        before: whatIf.before,
        results: checks.reduce(
          (sum, { pass, partial, fail, unknown, exempt }) =>
            sum + pass + partial + fail + unknown + exempt,
          0,
        ),
      };
    };
    const before = await look();
    expect(before).toMatchObject({
      coverage: { evaluated: 1, pending: 1 },
      grades: [
        { grade: 'C', count: 1 },
        { grade: null, count: 1 },
      ],
    });
    await evaluations.save(
      createEvaluationRecord(createCatalogProject('vault'), {
        now: new Date(),
        readiness: { score: 95, grade: 'A' },
      }),
    );
    const grades = [
      { grade: 'A', count: 1 },
      { grade: 'C', count: 1 },
    ];
    expect(await look()).toMatchObject({
      coverage: { evaluated: 2, pending: 0 },
      grades,
      before: grades,
      results: 2 * before.results,
    });
  });

  it.each([
    ['group:default/south', { projects: 2, other: 2 }],
    ['group:default/search', { projects: 1, other: 3 }],
    ['system:default/web', { projects: 1, other: 3 }],
  ])('narrows the view to %s', async (scope, { projects, other }) => {
    const { get } = await setUp();
    expect(
      await get<ProgramSummary>(`/program/summary?scope=${scope}`),
    ).toMatchObject({
      scope,
      projects: { value: projects },
      outsideContributions: { value: other },
    });
  });

  it('leaves out of every total what the caller may not see', async () => {
    const { get, app } = await setUp({ hidden: ['search'] });
    expect(await get<ProgramSummary>('/program/summary')).toMatchObject({
      projects: { value: 2 },
      readiness: { value: 60 },
      outsideContributions: { value: 2 },
    });
    for (const path of [
      '/program/trend',
      '/program/checks',
      '/program/flows',
      '/program/movers',
      '/program/newcomers',
      '/export/report.md',
    ]) {
      const { text } = await request(app).get(path).set('Authorization', CARL);
      expect(text).not.toContain('component:default/search');
    }
  });

  it('shows who helps whom, smaller teams summed, with the projects behind', async () => {
    const { get } = await setUp();
    const flows = await get<ProgramFlows>('/program/flows');
    expect(flows.total).toBe(5);
    expect(flows.cells).toEqual(
      expect.arrayContaining([
        {
          from: 'group:default/checkout',
          to: 'group:default/search',
          contributions: 2,
          projects: 1,
        },
        {
          from: null,
          to: 'group:default/search',
          contributions: 1,
          projects: 1,
        },
        {
          from: 'group:default/search',
          to: null,
          contributions: 1,
          projects: 1,
        },
      ]),
    );
    expect(JSON.stringify(flows)).not.toContain('payments');

    const divisions = await get<ProgramFlows>('/program/flows?level=division');
    expect(divisions.cells).toEqual([
      {
        from: 'group:default/south',
        to: 'group:default/north',
        contributions: 3,
        projects: 1,
      },
      {
        from: 'group:default/north',
        to: 'group:default/south',
        contributions: 2,
        projects: 2,
      },
    ]);
    expect(
      await get(
        '/program/flows/projects?level=division&from=group:default/north&to=group:default/south&limit=1',
      ),
    ).toMatchObject({
      totalItems: 2,
      nextCursor: '1',
      items: [{ contributions: 1 }],
    });
    await get('/program/flows/projects?from=group:default/north', 400);
  });

  it('names smaller teams where everybody may be named', async () => {
    const { get } = await setUp({
      policy: { visibility: 'named', smallGroupThreshold: 3 },
    });
    expect(JSON.stringify(await get('/program/flows'))).toContain('payments');
  });

  it('follows grades and share by month', async () => {
    const { get } = await setUp();
    const { points } = await get<ProgramTrend>('/program/trend');
    expect(points).toHaveLength(13);
    const last = points[points.length - 1];
    expect(last.month).toBe(new Date().toISOString().slice(0, 7));
    expect(last.readiness).toBe(76);
    expect(points[0]).toMatchObject({ grades: [], readiness: null });
    const sum = (key: 'own' | 'other' | 'unknown') =>
      points.reduce((total, point) => total + point[key], 0);
    expect([sum('own'), sum('other'), sum('unknown')]).toEqual([2, 6, 1]);
  });

  it('tells what holds projects back and what mending it would do', async () => {
    const { get } = await setUp();
    const { checks, whatIf } = await get<ProgramChecks>('/program/checks');
    const held = checks.map(({ fail, partial }) => fail + partial);
    expect(held).toEqual([...held].sort((a, b) => b - a));
    expect(whatIf.checkIds).toEqual(
      checks.slice(0, 3).map(({ checkId }) => checkId),
    );
    const { totalItems, items } = await get<{
      totalItems: number;
      items: Array<{ entityRef: string }>;
    }>(`/program/checks/${checks[0].checkId}/projects`);
    expect(totalItems).toBe(held[0]);
    expect(items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/shop',
      'component:default/search',
    ]);
  });

  it('lists projects by category, those without a score last', async () => {
    const { get } = await setUp();
    const list = (orderBy: string) =>
      get<ProgramCategories>(`/program/projects?orderBy=${orderBy}`);
    const names = ({ items }: ProgramCategories) =>
      items.map(({ entityRef }) => entityRef.split('/')[1]);
    expect(names(await list('readiness'))).toEqual(['shop', 'search', 'vault']);
    expect(names(await list('-readiness'))).toEqual([
      'search',
      'shop',
      'vault',
    ]);
    expect(names(await list('name'))).toEqual(['search', 'shop', 'vault']);
    const { items, totalItems } = await list('-governed');
    expect(totalItems).toBe(3);
    expect(items[2]).toMatchObject({
      entityRef: 'component:default/vault',
      readiness: null,
      categories: expect.arrayContaining([
        { category: 'governed', score: null },
      ]),
    });
    const page = await get<ProgramCategories>('/program/projects?limit=2');
    expect(page).toMatchObject({ totalItems: 3, nextCursor: '2' });
    expect(names(await get('/program/projects?limit=2&cursor=2'))).toEqual([
      'vault',
    ]);
    await get('/program/projects?orderBy=size', 400);
  });

  it('finds what rose, fell, became ready and leaves others waiting', async () => {
    const { get } = await setUp();
    expect(await get('/program/movers')).toMatchObject({
      rising: [
        {
          entityRef: 'component:default/search',
          readiness: 92,
          readinessBefore: 50,
          gradeBefore: 'D',
        },
      ],
      falling: [{ entityRef: 'component:default/shop', readinessBefore: 80 }],
      newlyReady: [{ entityRef: 'component:default/search' }],
      neglected: [
        {
          entityRef: 'component:default/shop',
          waiting: 1,
          oldestDays: 40,
        },
      ],
    });
  });

  it.each([
    ['hidden', []],
    ['self', []],
    ['named', ['sara']],
  ] as const)(
    'names those who helped for the first time under %s',
    async (visibility, expected) => {
      const { get } = await setUp({
        policy: { visibility, smallGroupThreshold: 3 },
      });
      const { people, count } = await get<ProgramNewcomers>(
        '/program/newcomers',
      );
      expect(count).toBeGreaterThanOrEqual(1);
      expect(people.map(({ name }) => name)).toEqual(
        expect.arrayContaining([...expected]),
      );
      expect(people).toHaveLength(expected.length === 0 ? 0 : count);
    },
  );

  it('gives the same as a report', async () => {
    const { app } = await setUp();
    const response = await request(app)
      .get('/export/report.md?level=division')
      .set('Authorization', CARL)
      .expect(200)
      .expect('Content-Type', /text\/markdown/)
      .expect('Content-Disposition', /innersource-report\.md/);
    expect(response.text).toContain('| south | north | 3 | 1 |');
    expect(response.text).toContain(
      '| Contributions from other teams | 5 | 1 | +4 |',
    );
  });

  it('needs the permission and says so', async () => {
    const { get } = await setUp({ denied: true });
    expect(
      await get<{ error: { message: string } }>('/program/summary', 403),
    ).toMatchObject({
      error: {
        message: expect.stringContaining('innersource.program.read'),
      },
    });
  });

  it('shows sums of a scope to those who may see it, without the permission', async () => {
    const { get } = await setUp({ denied: true, hidden: ['search'] });
    const scope = 'scope=group:default/acme';
    const visible = await get<ProgramSummary>(`/program/summary?${scope}`);
    expect(visible.projects.value).toBe(2);
    await get(`/program/checks?${scope}`);
    await get('/program/checks', 403);
    await get(`/program/trend?${scope}`, 403);
    await get(`/program/projects?${scope}`, 403);
    await get(`/program/checks/license/projects?${scope}`, 403);
  });

  it.each([
    ['/program/summary?window=30', 400, /window/],
    ['/program/summary?scope=component:default/search', 400, /scope/],
    ['/program/summary?scope=group:default/nowhere', 404, /nowhere/],
    ['/program/checks/x/projects?cursor=abc', 400, /cursor/],
  ])('refuses %s', async (path, status, message) => {
    const { get } = await setUp();
    const { error } = await get<{ error: { message: string } }>(path, status);
    expect(error.message).toMatch(message);
  });
});
