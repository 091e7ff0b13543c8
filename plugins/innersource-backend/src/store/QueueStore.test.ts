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

import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createRepository,
} from '../__testUtils__/fixtures';
import { DatabaseProjectStore } from './ProjectStore';
import { DatabaseQueueStore } from './QueueStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const start = new Date('2026-11-01T00:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

async function setUp(knex: Knex, names: string[], host?: string) {
  const queue = DatabaseQueueStore.create({ knex });
  const { repositoriesToRead } = await DatabaseProjectStore.create({
    knex,
  }).synchronise(
    names.map(name =>
      createCatalogProject(name, { repository: createRepository(name, host) }),
    ),
    start,
  );
  await queue.enqueue({
    task: 'facts',
    repositoryIds: repositoriesToRead,
    at: start,
  });
  return { queue, ids: repositoriesToRead };
}

const claim = (owner: string, now: Date, limit = 10) => ({
  task: 'facts',
  host: 'example.com',
  limit,
  leaseOwner: owner,
  now,
  leasedUntil: new Date(now.getTime() + 60_000),
});

describe.each(databases.eachSupportedId())('DatabaseQueueStore on %s', id => {
  it('gives every item to one claimant only, however many ask at once', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const names = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const { queue } = await setUp(knex, names);

    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        queue.claim(claim(`worker-${index}`, start, 5)),
      ),
    );
    let urls = claims.flat().map(item => item.repository.url);
    // A claimant that met the locks of others may have got fewer.
    for (let more = 1; more > 0; ) {
      const rest = await queue.claim(claim(`rest-${urls.length}`, start, 5));
      more = rest.length;
      urls = [...urls, ...rest.map(item => item.repository.url)];
    }
    expect(urls).toHaveLength(60);
    expect(new Set(urls).size).toBe(60);
    expect(await queue.figures('facts', start)).toEqual({
      due: 0,
      running: 60,
      oldestDueSeconds: null,
      lastSuccessAt: null,
    });
  });

  it('hands an item on when its lease ran out, and ignores the former owner', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const { queue } = await setUp(knex, ['search']);

    const [lost] = await queue.claim(claim('killed', start));
    expect(await queue.claim(claim('eager', later(59)))).toEqual([]);
    const [taken] = await queue.claim(claim('heir', later(60)));
    expect(taken.repository).toEqual(lost.repository);

    expect(await queue.renew([lost], later(200))).toEqual(new Set());
    expect(
      await queue.complete(lost, { now: later(61), nextRunAt: later(999) }),
    ).toBe(false);
    expect(await queue.renew([taken], later(300))).toEqual(
      new Set([taken.repository.id]),
    );
    expect(await queue.claim(claim('late', later(299)))).toEqual([]);
    expect(
      await queue.complete(taken, { now: later(250), nextRunAt: later(999) }),
    ).toBe(true);
    expect((await queue.figures('facts', later(999))).due).toBe(1);
    expect((await queue.figures('facts', later(998))).due).toBe(0);
  });

  it('keeps since when it fails and forgets it with the first success', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const { queue } = await setUp(knex, ['search']);

    for (const [attempt, at] of [
      [1, 0],
      [2, 100],
    ]) {
      const [item] = await queue.claim(claim(`w${attempt}`, later(at)));
      expect(item.attempts).toBe(attempt - 1);
      await queue.fail(item, {
        now: later(at),
        nextRunAt: later(at + 100),
        failure: { kind: 'timeout', message: `Attempt ${attempt}` },
      });
    }
    expect(await knex('queue').first()).toMatchObject({
      attempts: 2,
      failing_since: start.toISOString(),
      failure_kind: 'timeout',
      failure_message: 'Attempt 2',
      next_run_at: later(200).toISOString(),
      lease_owner: null,
    });
    const [item] = await queue.claim(claim('w3', later(200)));
    await queue.complete(item, { now: later(201), nextRunAt: null });
    expect(await knex('queue').first()).toMatchObject({
      attempts: 0,
      failing_since: null,
      failure_kind: null,
      failure_message: null,
      next_run_at: null,
      last_success_at: later(201).toISOString(),
    });
  });

  it('puts a refresh ahead, says its place, and repeats what was running already', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const { queue, ids } = await setUp(knex, ['a', 'b', 'c']);
    const last = ids[2];
    const place = (repository: number, now: Date) =>
      queue.position('facts', repository, now, VisibleScope.everything);
    expect(await place(last, later(1))).toBe(3);
    await queue.enqueue({
      task: 'facts',
      repositoryIds: [last],
      at: later(1),
      priority: 100,
    });
    expect(await place(last, later(1))).toBe(1);
    expect(
      (await queue.peek({ task: 'facts', now: later(1), excludeHosts: [] }))
        ?.id,
    ).toBe(last);

    const [item] = await queue.claim(claim('w', later(1), 1));
    expect(item.repository.id).toBe(last);
    await queue.enqueue({
      task: 'facts',
      repositoryIds: [last],
      at: later(2),
      priority: 100,
    });
    await queue.complete(item, { now: later(3), nextRunAt: later(9999) });
    expect(await place(last, later(3))).toBe(1);
    const [again] = await queue.claim(claim('w2', later(3), 1));
    expect(again.repository.id).toBe(last);
    await queue.complete(again, { now: later(4), nextRunAt: later(9999) });
    expect(await place(last, later(5))).toBeNull();
  });

  it('passes over hosts that are busy and keeps tasks apart', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const { queue, ids } = await setUp(knex, ['a', 'b']);
    expect(
      await queue.peek({
        task: 'facts',
        now: start,
        excludeHosts: ['example.com'],
      }),
    ).toBeUndefined();
    expect(
      await queue.peek({ task: 'evaluation', now: start, excludeHosts: [] }),
    ).toBeUndefined();
    await queue.enqueue({
      task: 'evaluation',
      repositoryIds: ids,
      at: start,
    });
    const [first] = await queue.claim(claim('w', start));
    await queue.release([first]);
    expect((await queue.figures('facts', start)).due).toBe(1);
    expect((await queue.figures('evaluation', start)).due).toBe(2);
    await queue.enqueue({ task: 'facts', repositoryIds: [987_654], at: start });
  });
});
