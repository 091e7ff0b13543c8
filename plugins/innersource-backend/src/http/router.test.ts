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
import { HostBudget, known } from '@ispo/backstage-plugin-innersource-common';
import express from 'express';
import request from 'supertest';
import { Discovery } from '../discover/Discovery';
import { Sources } from '../evaluation/Sources';
import { DatabaseEvaluationStore } from '../store/EvaluationStore';
import { DatabaseProjectListStore } from '../store/ProjectListStore';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore } from '../store/QueueStore';
import { DatabaseStateStore } from '../store/StateStore';
import { DatabaseSuggestionStore } from '../store/SuggestionStore';
import { DatabaseStatusStore } from '../store/StatusStore';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { FakeSource } from '../__testUtils__/FakeSource';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { component, createPortal } from '../__testUtils__/portal';
import { createProjectsRouter } from './projectsRouter';
import { createRouter } from './router';
import { createStatusRouter } from './statusRouter';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const BY_NAME = '/projects/by-name/component/default';

const budget: HostBudget = {
  source: 'fake',
  host: 'example.com',
  account: 'acme',
  limit: 5000,
  remaining: 4000,
  resetsAt: null,
  requests: 1,
  notModified: 0,
  points: 0,
};

describe.each(databases.eachSupportedId())('REST API on %s', id => {
  async function setUp(
    options: {
      /** What the caller may see; everything by default. */
      visible?: string[];
      denied?: string[];
    } = {},
  ) {
    const knex = await createMigratedDatabase(databases, id);
    const search = createCatalogProject('search', {
      catalog: { tags: ['innersource'] },
    });
    const mail = createCatalogProject('mail');
    const lost = createCatalogProject('lost', {
      repository: null,
      noSourceReason: 'It has no source. Add one.',
    });
    const { repositoriesToRead } = await DatabaseProjectStore.create({
      knex,
    }).synchronise([search, mail, lost], new Date());
    const queue = DatabaseQueueStore.create({ knex });
    await queue.enqueue({
      task: 'facts',
      repositoryIds: repositoriesToRead,
      at: new Date('2999-01-01T00:00:00Z'),
    });
    const evaluations = DatabaseEvaluationStore.create({ knex });
    const day = 24 * 3600_000;
    for (const [age, score] of [
      [50, 20],
      [40, 30],
      [1, 80.5],
    ]) {
      await evaluations.save(
        createEvaluationRecord(search, {
          now: new Date(Date.now() - age * day),
          readiness: { score, grade: 'B' },
          facts: { topics: known(['search']) },
        }),
      );
    }
    const names = ['search', 'mail', 'lost'];
    const { visible = names, denied } = options;
    const portal = createPortal({
      entities: names.map(component),
      hidden: names
        .filter(name => !visible.includes(name))
        .map(name => `component:default/${name}`),
      denied,
    });
    const lists = DatabaseProjectListStore.create({ knex });
    const auditEvent = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: async () => auditEvent,
    });
    const wakeWorker = jest.fn();
    const source = Object.assign(new FakeSource(), {
      budgets: () => [budget],
    });
    const app = express()
      .use(
        createRouter({
          validateResponses: true,
          resources: [
            createProjectsRouter({
              ...portal,
              auditor,
              lists,
              evaluations,
              discovery: Discovery.create({
                ...portal,
                lists,
                suggestions: DatabaseSuggestionStore.create({ knex }),
              }),
              queue,
              people: { visibility: 'self', smallGroupThreshold: 3 },
              wakeWorker,
            }),
            createStatusRouter({
              ...portal,
              queue,
              state: DatabaseStateStore.create({ knex }),
              status: DatabaseStatusStore.create({ knex }),
              sources: Sources.create({ sources: [source] }),
            }),
          ],
        }),
      )
      .use(mockErrorHandler());
    return { app, queue, knex, auditor, auditEvent, wakeWorker };
  }

  it('lists projects with several values per filter', async () => {
    const { app } = await setUp();
    const { body } = await request(app)
      .get('/projects?topic=search&topic=other&limit=1&orderBy=-readiness')
      .expect(200);
    expect(body).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: 'component:default/search', readiness: 80.5 }],
    });
    const all = await request(app)
      .get('/projects?helpWanted=false')
      .expect(200);
    expect(all.body.totalItems).toBe(3);
    const one = await request(app).get('/projects?grade=B').expect(200);
    expect(one.body.totalItems).toBe(1);
  });

  it('refuses what is not in the contract, and says so', async () => {
    const { app } = await setUp();
    for (const path of [
      '/projects?limit=0',
      '/projects?limit=201',
      '/projects?limit=many',
      '/projects?orderBy=random',
      '/projects?level=all',
      '/projects?helpWanted=perhaps',
      '/projects?unheardOf=1',
      '/projects?cursor=nonsense',
      `/projects?search=${'x'.repeat(501)}`,
      '/projects?search[a]=x',
      '/projects?search=a&search=b',
      '/projects?grade=',
      `/projects?owner=${'x'.repeat(768)}`,
      `/projects?${'topic=x&'.repeat(101)}`,
      `${BY_NAME}/search/history?from=yesterday`,
      `${BY_NAME}/search/history?to=2026-02-30`,
    ]) {
      const { status, body } = await request(app).get(path);
      expect({ path, status, name: body.error?.name }).toEqual({
        path,
        status: 400,
        name: 'InputError',
      });
      expect(body.error.message).not.toBe('');
    }
  });

  it('takes strange values for what they are', async () => {
    const { app } = await setUp();
    for (const query of [
      'topic=__proto__&language=constructor&skill=toString',
      `search=${encodeURIComponent('\u202eمرحبا 🚀 \ufdfa %_\\')}`,
      // Bytes that are no text, and half of a character.
      'search=%ff%fe&owner=%ed%a0%80',
      `search=${'%EF%B7%BA'.repeat(500)}`,
    ]) {
      const { status, body } = await request(app).get(`/projects?${query}`);
      expect({ query, status, total: body.totalItems }).toEqual({
        query,
        status: 200,
        total: 0,
      });
    }
  });

  it('lets no name of the language itself through', async () => {
    const { app } = await setUp();
    for (const query of [
      '__proto__=x',
      '__proto__[limit]=1',
      'constructor[prototype][limit]=1',
    ]) {
      const { status, body } = await request(app).get(`/projects?${query}`);
      // Left out as it is read, or refused.
      expect([200, 400]).toContain(status);
      expect(body.items ?? []).not.toHaveLength(1);
    }
    expect({}).not.toHaveProperty('limit');
  });

  it('refuses names and texts that no database or catalog takes', async () => {
    const { app } = await setUp();
    const cursor = Buffer.from(
      JSON.stringify(['name', '\u0000', 'component:default/search']),
    ).toString('base64url');
    for (const path of [
      `${BY_NAME}/a%00b`,
      `${BY_NAME}/a%2Fb`,
      `${BY_NAME}/a%3Ab/history`,
      '/projects?owner=%00',
      '/projects?search=%00',
      `/projects?orderBy=name&cursor=${cursor}`,
    ]) {
      const { status, body } = await request(app).get(path);
      expect({ path, status, name: body.error?.name }).toEqual({
        path,
        status: 400,
        name: 'InputError',
      });
    }
    await request(app)
      .post('/projects/by-refs')
      .send({ entityRefs: ['component:default/a\u0000b'] })
      .expect(400);
  });

  it('answers many refs in their order', async () => {
    const { app } = await setUp({ visible: ['search'] });
    const { body } = await request(app)
      .post('/projects/by-refs')
      .send({
        entityRefs: [
          'component:default/mail',
          'Component:default/Search',
          'component:search',
        ],
      })
      .expect(200);
    expect(
      body.items.map((item: { entityRef: string } | null) => item?.entityRef),
    ).toEqual([
      undefined,
      'component:default/search',
      'component:default/search',
    ]);

    const many = Array.from(
      { length: 501 },
      (_, index) => `component:default/${'x'.repeat(200)}${index}`,
    );
    await request(app)
      .post('/projects/by-refs')
      .send({ entityRefs: many.slice(1) })
      .expect(200);
    for (const entityRefs of [many, ['no ref'], [1], 'x', undefined]) {
      await request(app)
        .post('/projects/by-refs')
        .send({ entityRefs })
        .expect(400);
    }
  });

  it('shows one project whole', async () => {
    const { app } = await setUp();
    const { body } = await request(app).get(`${BY_NAME}/SEARCH`).expect(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/search',
      status: 'ready',
      evaluation: { readiness: { score: 80.5 } },
      readinessBefore: { days: 30, readiness: 30 },
      nextEvaluationAt: '2999-01-01T00:00:00.000Z',
      queuePosition: null,
      mayRefresh: true,
    });
    const pending = await request(app).get(`${BY_NAME}/mail`).expect(200);
    expect(pending.body).toMatchObject({
      status: 'pending',
      evaluation: null,
      readinessBefore: null,
    });
    const lost = await request(app).get(`${BY_NAME}/lost`).expect(200);
    expect(lost.body).toMatchObject({
      status: 'no-source',
      noSourceReason: 'It has no source. Add one.',
      repositoryUrl: null,
      mayRefresh: false,
    });
  });

  it('shows the history of a project', async () => {
    const { app } = await setUp();
    const { body } = await request(app)
      .get(`${BY_NAME}/search/history`)
      .expect(200);
    expect(
      body.snapshots.map(
        (snapshot: { readiness: number }) => snapshot.readiness,
      ),
    ).toEqual([20, 30, 80.5]);
  });

  it('hides what the caller may not see everywhere', async () => {
    const { app, auditEvent, knex } = await setUp({ visible: ['mail'] });
    const list = await request(app).get('/projects').expect(200);
    expect(list.body).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: 'component:default/mail' }],
      facets: { topic: [], grade: [] },
    });
    const known404 = await request(app).get(`${BY_NAME}/search`).expect(404);
    const unknown404 = await request(app).get(`${BY_NAME}/nope`).expect(404);
    expect(known404.body.error.message.replace('search', 'nope')).toBe(
      unknown404.body.error.message,
    );
    await request(app).get(`${BY_NAME}/search/history`).expect(404);
    await request(app).post(`${BY_NAME}/search/refresh`).expect(404);
    expect(auditEvent.fail).toHaveBeenCalledTimes(1);

    await knex('queue').update({
      next_run_at: '2026-01-01T00:00:00.000Z',
      failing_since: '2026-01-01T00:00:00.000Z',
      failure_message: 'Renew the token.',
      attempts: 2,
    });
    const status = await request(app).get('/status').expect(200);
    expect(status.body).toMatchObject({
      projects: { total: 1, evaluated: 0, pending: 0, failing: 1 },
      repositories: 1,
      queue: { due: 1 },
      failing: [
        {
          repositoryUrl: 'https://example.com/acme/mail',
          entityRefs: ['component:default/mail'],
          message: 'Renew the token.',
        },
      ],
    });
    expect(status.body.failing).toHaveLength(1);
    const mail = await request(app).get(`${BY_NAME}/mail`).expect(200);
    expect(mail.body.queuePosition).toBe(1);
  });

  it('puts a project at the head of the queue, and notes who asked', async () => {
    const { app, queue, auditor, auditEvent, wakeWorker } = await setUp();
    const { body } = await request(app)
      .post(`${BY_NAME}/search/refresh`)
      .expect(202);
    expect(body).toEqual({ queuePosition: 1 });
    expect(wakeWorker).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'evaluation-refresh',
        meta: { entityRef: 'component:default/search' },
      }),
    );
    expect(auditEvent.success).toHaveBeenCalledTimes(1);
    const next = await queue.peek({
      task: 'facts',
      now: new Date(),
      excludeHosts: [],
    });
    expect(next?.fullName).toBe('acme/search');
    const conflict = await request(app)
      .post(`${BY_NAME}/lost/refresh`)
      .expect(409);
    expect(conflict.body.error.message).toContain(
      'backstage.io/source-location',
    );
  });

  it('obeys the permissions for refresh and administration', async () => {
    const { app, auditEvent, wakeWorker } = await setUp({
      denied: ['innersource.evaluation.refresh', 'innersource.admin'],
    });
    const refused = await request(app)
      .post(`${BY_NAME}/search/refresh`)
      .expect(403);
    expect(refused.body.error.message).toContain(
      'innersource.evaluation.refresh',
    );
    expect(auditEvent.fail).toHaveBeenCalledTimes(1);
    expect(wakeWorker).not.toHaveBeenCalled();
    const detail = await request(app).get(`${BY_NAME}/search`).expect(200);
    expect(detail.body.mayRefresh).toBe(false);
    const status = await request(app).get('/status').expect(200);
    expect(status.body.budgets).toEqual([]);
  });

  it('shows budgets to administrators, and the progress of the first pass', async () => {
    const { app } = await setUp();
    const { body } = await request(app).get('/status').expect(200);
    expect(body).toMatchObject({
      projects: { total: 3, evaluated: 1, pending: 1, failing: 0 },
      repositories: 2,
      queue: { due: 0, running: 0, oldestDueSeconds: null },
      firstPass: { done: false, progress: 0.5, estimatedSeconds: null },
      failing: [],
      sources: [{ source: 'fake', healthy: true }],
      budgets: [budget],
    });
  });

  it('lets services in, and nobody without credentials', async () => {
    const { app } = await setUp();
    const service = await request(app)
      .get('/projects')
      .set('authorization', mockCredentials.service.header());
    const nobody = await request(app)
      .get('/projects')
      .set('authorization', mockCredentials.none.header());
    expect([service.status, nobody.status]).toEqual([200, 401]);
  });
});
