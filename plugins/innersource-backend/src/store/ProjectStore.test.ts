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
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
  createRepository,
} from '../__testUtils__/fixtures';
import { DatabaseEvaluationStore } from './EvaluationStore';
import { DatabaseProjectStore } from './ProjectStore';
import { DatabaseQueueStore } from './QueueStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const now = new Date('2026-11-01T00:00:00Z');

describe.each(databases.eachSupportedId())('DatabaseProjectStore on %s', id => {
  it('reads a repository once for all its projects, and says what is to be done', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const store = DatabaseProjectStore.create({ knex });
    const mono = createRepository('mono');
    const app = createCatalogProject('app', { repository: mono, path: 'app' });
    const lib = createCatalogProject('lib', { repository: mono, path: 'lib' });
    const lost = createCatalogProject('lost', {
      repository: null,
      noSourceReason: 'None.',
    });

    const first = await store.synchronise([app, lib, lost], now);
    expect(first).toMatchObject({ added: 3, changed: 0, removed: 0 });
    expect(first.repositoriesToRead).toHaveLength(1);
    const [repositoryId] = first.repositoriesToRead;
    const projects = await store.getByRepositories([repositoryId]);
    expect(
      projects
        .get(repositoryId)
        ?.map(project => [project.entityRef, project.path]),
    ).toEqual([
      ['component:default/app', 'app'],
      ['component:default/lib', 'lib'],
    ]);
    expect(await store.get('component:default/lost')).toMatchObject({
      repository: null,
      noSourceReason: 'None.',
    });

    expect(await store.synchronise([app, lib, lost], now)).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
      repositoriesToRead: [],
      repositoriesToEvaluate: [],
      removedRepositories: [],
    });

    const described = createCatalogProject('app', {
      repository: mono,
      path: 'app',
      catalog: { description: 'Now with a description' },
    });
    expect(await store.synchronise([described, lib, lost], now)).toMatchObject({
      changed: 1,
      repositoriesToRead: [],
      repositoriesToEvaluate: [repositoryId],
    });

    const moved = createCatalogProject('lib', {
      repository: mono,
      path: 'packages/lib',
    });
    expect(
      await store.synchronise([described, moved, lost], now),
    ).toMatchObject({
      changed: 1,
      repositoriesToRead: [repositoryId],
      repositoriesToEvaluate: [],
    });
  });

  it('takes all rows along when an entity vanishes', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const store = DatabaseProjectStore.create({ knex });
    const queue = DatabaseQueueStore.create({ knex });
    const keep = createCatalogProject('keep');
    const gone = createCatalogProject('gone');
    const { repositoriesToRead } = await store.synchronise([keep, gone], now);
    await queue.enqueue({
      task: 'facts',
      repositoryIds: repositoriesToRead,
      at: now,
    });
    const evaluations = DatabaseEvaluationStore.create({ knex });
    await evaluations.save(createEvaluationRecord(keep));
    await evaluations.save(createEvaluationRecord(gone));

    const changes = await store.synchronise([keep], now);
    expect(changes).toMatchObject({
      removed: 1,
      removedRepositories: [createRepository('gone')],
    });
    for (const [table, column] of [
      ['projects', 'entity_ref'],
      ['evaluations', 'entity_ref'],
      ['evaluation_values', 'entity_ref'],
      ['category_scores', 'entity_ref'],
      ['check_results', 'entity_ref'],
      ['snapshots', 'entity_ref'],
    ]) {
      const rows = await knex(table).distinct(column).pluck(column);
      expect({ table, rows }).toEqual({
        table,
        rows: ['component:default/keep'],
      });
    }
    expect(await knex('repositories').pluck('url')).toEqual([
      createRepository('keep').url,
    ]);
    expect(await knex('queue')).toHaveLength(1);
    // A late result of a worker that still had it in hands changes nothing.
    await evaluations.save(createEvaluationRecord(gone));
    expect(await evaluations.get('component:default/gone')).toBeUndefined();
  });

  it('drops what was said of another repository, and keeps the history', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const store = DatabaseProjectStore.create({ knex });
    const evaluations = DatabaseEvaluationStore.create({ knex });
    const search = createCatalogProject('search');
    await store.synchronise([search], now);
    await evaluations.save(createEvaluationRecord(search));
    await store.synchronise(
      [
        createCatalogProject('search', {
          repository: createRepository('search-next'),
        }),
      ],
      now,
    );
    expect(await evaluations.get(search.entityRef)).toBeUndefined();
    expect(await knex('snapshots')).toHaveLength(1);
  });

  it('takes 10,000 entities in few statements', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const store = DatabaseProjectStore.create({ knex });
    const many = Array.from({ length: 10_000 }, (_, index) =>
      createCatalogProject(`component-${index}`),
    );
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const { repositoriesToRead } = await store.synchronise(many, now);
    expect(repositoriesToRead).toHaveLength(10_000);
    expect(statements).toBeLessThan(100);
    statements = 0;
    await store.synchronise(many, now);
    expect(statements).toBeLessThan(10);
  });
});
