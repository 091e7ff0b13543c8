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

import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Sources } from '../evaluation/Sources';
import { readInnerSourceConfig } from '../config';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore } from '../store/QueueStore';
import { DatabaseStateStore } from '../store/StateStore';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { FakeSource } from '../__testUtils__/FakeSource';
import { CatalogSync, CatalogSyncOptions } from './CatalogSync';
import { SourceLocator } from './sourceLocation';

jest.setTimeout(240_000);

const databases = createTestDatabases();

function entity(
  kind: string,
  name: string,
  options: {
    relations?: Array<[string, string]>;
    metadata?: Partial<Entity['metadata']>;
    repository?: string;
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      ...options.metadata,
      annotations: {
        ...(options.repository && {
          'backstage.io/source-location': `url:https://github.com/acme/${options.repository}/`,
        }),
        ...options.metadata?.annotations,
      },
    },
    spec: { type: 'library', lifecycle: 'production' },
    relations: (options.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const search = entity('Component', 'Search', {
  repository: 'search',
  metadata: { tags: ['Inner-Source'], description: 'Finds' },
  relations: [
    ['ownedBy', 'group:default/platform'],
    ['partOf', 'system:default/portal'],
    ['dependencyOf', 'component:default/web'],
    ['dependencyOf', 'resource:default/outsider'],
    ['providesApi', 'api:default/search-api'],
  ],
});
const web = entity('Component', 'web', {
  repository: 'web',
  relations: [['ownedBy', 'user:default/ada']],
});
const around = [
  entity('API', 'search-api', {
    relations: [
      ['apiConsumedBy', 'component:default/search'],
      ['apiConsumedBy', 'component:default/shop'],
    ],
  }),
  entity('System', 'portal', {
    relations: [['partOf', 'domain:default/tools']],
  }),
  entity('Resource', 'outsider', {
    relations: [['ownedBy', 'group:default/ops']],
  }),
  entity('User', 'ada'),
  entity('Group', 'platform', {
    relations: [
      ['hasMember', 'user:default/ada'],
      ['parentOf', 'group:default/child'],
    ],
  }),
  entity('Group', 'child', {
    relations: [
      ['hasMember', 'user:default/ada'],
      ['hasMember', 'user:default/grace'],
      ['parentOf', 'group:default/platform'],
    ],
  }),
];

describe.each(databases.eachSupportedId())('CatalogSync on %s', id => {
  async function setUp(catalog: () => CatalogService) {
    const knex = await createMigratedDatabase(databases, id);
    const source = new FakeSource();
    const { membership, catalog: filter } = readInnerSourceConfig(
      new ConfigReader({}),
    );
    const projects = DatabaseProjectStore.create({ knex });
    const sync = (options: Partial<CatalogSyncOptions> = {}) =>
      CatalogSync.create({
        ...options,
        catalog: catalog(),
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        filter,
        membership,
        locator: SourceLocator.create({
          integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
          allowedLocalDirectories: [],
        }),
        projects,
        queue: DatabaseQueueStore.create({ knex }),
        state: DatabaseStateStore.create({ knex }),
        sources: Sources.create({ sources: [source] }),
      });
    return { knex, projects, source, sync };
  }

  it('turns entities into projects, with owners, dependents, system and domain', async () => {
    const { knex, projects, sync } = await setUp(() =>
      catalogServiceMock({ entities: [search, web, ...around] }),
    );
    expect(await sync().run()).toMatchObject({ queued: true });

    const stored = await projects.get('component:default/search');
    expect(stored).toMatchObject({
      repository: { url: 'https://github.com/acme/search' },
      path: '',
    });
    expect(stored?.catalog).toEqual({
      entityRef: 'component:default/search',
      kind: 'Component',
      name: 'Search',
      title: null,
      description: 'Finds',
      tags: ['Inner-Source'],
      type: 'library',
      lifecycle: 'production',
      system: 'system:default/portal',
      domain: 'domain:default/tools',
      owner: {
        known: true,
        value: {
          entityRef: 'group:default/platform',
          kind: 'group',
          exists: true,
          memberCount: 2,
        },
      },
      links: [],
      governanceLevelAnnotation: null,
      owningTeamAnnotation: null,
      dependents: {
        known: true,
        value: [
          { entityRef: 'component:default/shop' },
          { entityRef: 'component:default/web', owner: 'user:default/ada' },
          {
            entityRef: 'resource:default/outsider',
            owner: 'group:default/ops',
          },
        ],
      },
    });
    expect(
      (await projects.get('component:default/web'))?.catalog.owner,
    ).toEqual({
      known: true,
      value: {
        entityRef: 'user:default/ada',
        kind: 'user',
        exists: true,
        memberCount: 1,
      },
    });
    const member = await knex('projects')
      .where('inner_source', true)
      .pluck('entity_ref');
    expect(member).toEqual(['component:default/search']);
    expect(await knex('queue').where('task', 'facts')).toHaveLength(2);
    expect(await sync().run()).toEqual({ queued: false, filling: false });
  });

  it('queues at once what changed: a new source to be read, new words to be judged', async () => {
    let entities = [search, web, ...around];
    const { knex, sync } = await setUp(() => catalogServiceMock({ entities }));
    await sync().run();
    await knex('queue').update({ next_run_at: '2999-01-01T00:00:00.000Z' });

    const due = async () =>
      knex('queue')
        .join('repositories', 'repositories.id', 'queue.repository_id')
        .where('next_run_at', '<', '2999')
        .orderBy('task')
        .select('task', 'full_name');
    entities = [
      { ...search, metadata: { ...search.metadata, description: 'Finds all' } },
      entity('Component', 'web', { repository: 'web-next' }),
      ...around,
    ];
    expect(await sync().run()).toMatchObject({ queued: true });
    expect(await due()).toEqual([
      { task: 'evaluation', full_name: 'acme/search' },
      { task: 'facts', full_name: 'acme/web-next' },
    ]);
  });

  it('forgets what vanished, but only after a look that went through', async () => {
    let entities = [search, web, ...around];
    let fails = false;
    const { projects, source, sync } = await setUp(() => {
      const catalog = catalogServiceMock({ entities });
      const stream = catalog.streamEntities.bind(catalog);
      catalog.streamEntities = async function* broken(query, options) {
        yield* stream(query, options);
        if (fails) {
          throw new Error('The catalog went away');
        }
      };
      return catalog;
    });
    await sync().run();
    entities = [search, ...around];
    fails = true;
    await expect(sync().run()).rejects.toThrow('The catalog went away');
    expect(await projects.get('component:default/web')).toBeDefined();

    fails = false;
    await sync().run();
    expect(await projects.get('component:default/web')).toBeUndefined();
    expect(source.forgotten).toEqual(['https://github.com/acme/web']);
  });

  it('does not believe an empty catalog at once', async () => {
    let entities = [search];
    const { projects, sync } = await setUp(() =>
      catalogServiceMock({ entities }),
    );
    await sync().run();
    entities = [];
    const started = sync({ believedEmptyMilliseconds: 60_000 });
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    try {
      expect(await started.run()).toEqual({ queued: false, filling: true });
      clock.mockReturnValue(now + 59_999);
      await started.run();
      expect(await projects.get('component:default/search')).toBeDefined();
      clock.mockReturnValue(now + 60_000);
      expect(await started.run()).toEqual({ queued: false, filling: false });
      expect(await projects.get('component:default/search')).toBeUndefined();
    } finally {
      clock.mockRestore();
    }
  });

  it('follows a catalog that has just started until nothing is added', async () => {
    const looks = [[], [search], [search, web], [search, web], []];
    let look = 0;
    const { projects, sync } = await setUp(() => {
      const catalog = catalogServiceMock({ entities: [] });
      catalog.streamEntities = async function* filling(query, options) {
        const { kind } = [query?.filter ?? {}].flat()[0] as { kind: string[] };
        if (kind.includes('Component')) {
          yield looks[look++];
          return;
        }
        yield* catalogServiceMock({ entities: around }).streamEntities(
          query,
          options,
        );
      };
      return catalog;
    });
    const onQueued = jest.fn();
    const scheduler = mockServices.scheduler();
    const started = sync({ fillingPauseMilliseconds: 1 });
    await started.start(scheduler, { frequencyMilliseconds: 60_000, onQueued });
    await scheduler.triggerTask('innersource-catalog-sync');
    while (look < 4) {
      await sleep(5);
    }
    await sleep(100);
    expect(look).toBe(4);
    expect(onQueued).toHaveBeenCalledTimes(2);
    expect(await projects.get('component:default/web')).toBeDefined();
    started.stop();
  });
});
