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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { migrationsDirectory } from '../store/migrations';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore, QueueStore } from '../store/QueueStore';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createRepository,
} from '../__testUtils__/fixtures';
import { QueueItem, QueueTask, TaskContext, TaskOutcome } from './QueueTask';
import { Worker, WorkerOptions } from './Worker';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const disk = createMockDirectory();

/** A task that does what a test tells it. */
class ScriptedTask implements QueueTask {
  readonly id = 'facts';
  readonly intervalMilliseconds = 12 * 3600_000;
  readonly runs: string[][] = [];
  act: (item: QueueItem, context: TaskContext) => Promise<TaskOutcome> =
    async item => ({ item, outcome: 'done', label: 'changed' });

  constructor(readonly size: number = 1) {}

  batchSize() {
    return this.size;
  }

  async *run(items: QueueItem[], context: TaskContext) {
    this.runs.push(items.map(item => item.repository.fullName));
    for (const item of items) {
      yield await this.act(item, context);
    }
  }
}

async function until(condition: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about within 60 seconds');
}

async function enqueue(knex: Knex, names: string[], hosts = ['example.com']) {
  const { repositoriesToRead } = await DatabaseProjectStore.create({
    knex,
  }).synchronise(
    names.map((name, index) =>
      createCatalogProject(name, {
        repository: createRepository(name, hosts[index % hosts.length]),
      }),
    ),
    new Date(),
  );
  await DatabaseQueueStore.create({ knex }).enqueue({
    task: 'facts',
    repositoryIds: repositoriesToRead,
    at: new Date(Date.now() - 1000),
  });
}

describe.each(databases.eachSupportedId())('Worker on %s', id => {
  const workers: Worker[] = [];

  function startWorker(
    queue: QueueStore,
    task: QueueTask,
    options: Partial<WorkerOptions> = {},
  ) {
    const settled = jest.fn();
    const worker = Worker.create({
      queue,
      tasks: [task],
      logger: mockServices.logger.mock(),
      metrics: { settled },
      retryMilliseconds: 60_000,
      // None runs out on a machine that is busy, unless a test wants it to.
      leaseMilliseconds: 60_000,
      timeoutMilliseconds: 60_000,
      concurrency: 4,
      hostConcurrency: 2,
      idleMilliseconds: 50,
      ...options,
    });
    workers.push(worker);
    worker.start();
    return { worker, settled };
  }

  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
  });

  async function setUp(names: string[], hosts?: string[]) {
    const knex = await createMigratedDatabase(databases, id);
    await enqueue(knex, names, hosts);
    return { knex, queue: DatabaseQueueStore.create({ knex }) };
  }

  const idle = async (queue: QueueStore) => {
    const { due, running } = await queue.figures('facts', new Date());
    return due + running === 0;
  };

  it('shares the work with other replicas, each item done once, in batches', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const { queue, knex } = await setUp(names);
    const tasks = [new ScriptedTask(7), new ScriptedTask(7)];
    tasks.forEach(task => {
      task.act = async item => {
        await new Promise(resolve => setTimeout(resolve, 5));
        return { item, outcome: 'done', label: 'changed' };
      };
      startWorker(queue, task);
    });
    await until(() => idle(queue));
    const done = tasks.flatMap(task => task.runs.flat());
    expect(done.sort()).toEqual(names.map(name => `acme/${name}`).sort());
    expect(
      Math.max(...tasks.flatMap(task => task.runs.map(run => run.length))),
    ).toBe(7);
    const next = await knex('queue').pluck('next_run_at');
    const hours = next.map(at => (Date.parse(at) - Date.now()) / 3600_000);
    expect(Math.min(...hours)).toBeGreaterThan(5.9);
    expect(Math.max(...hours)).toBeLessThan(18.1);
  });

  it('never has more batches under way than allowed, per host and in all', async () => {
    const hosts = ['a.example', 'b.example', 'c.example'];
    const names = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const { queue } = await setUp(names, hosts);
    const task = new ScriptedTask();
    const running = new Map<string, number>();
    let most = 0;
    const mostPerHost = new Map<string, number>();
    task.act = async item => {
      const { host } = item.repository;
      running.set(host, (running.get(host) ?? 0) + 1);
      const all = [...running.values()].reduce((sum, count) => sum + count, 0);
      most = Math.max(most, all);
      mostPerHost.set(
        host,
        Math.max(mostPerHost.get(host) ?? 0, running.get(host) ?? 0),
      );
      await until(() => most === 5);
      await new Promise(resolve => setTimeout(resolve, 20));
      running.set(host, (running.get(host) ?? 0) - 1);
      return { item, outcome: 'done', label: 'changed' };
    };
    startWorker(queue, task, { concurrency: 5, hostConcurrency: 2 });
    await until(() => idle(queue));
    expect(task.runs).toHaveLength(30);
    expect(most).toBe(5);
    expect([...mostPerHost.keys()].sort()).toEqual(hosts);
    expect(Math.max(...mostPerHost.values())).toBe(2);
  });

  it('retries failures later and keeps one bad item from failing its batch', async () => {
    const { queue, knex } = await setUp(['good', 'bad', 'silent', 'never']);
    const task = new ScriptedTask(10);
    const batch = task.run.bind(task);
    task.act = async item => {
      switch (item.repository.fullName) {
        case 'acme/bad':
          return {
            item,
            outcome: 'failed',
            kind: 'rate-limited',
            message: 'Too many requests.',
            retryAfterSeconds: 600,
          };
        case 'acme/never':
          return { item, outcome: 'failed', kind: 'rejected', message: 'No.' };
        default:
          return { item, outcome: 'done', label: 'changed' };
      }
    };
    task.run = async function* withoutSilent(items, context) {
      yield* batch(
        items.filter(item => item.repository.fullName !== 'acme/silent'),
        context,
      );
    };
    const { settled } = startWorker(queue, task);
    await until(() => idle(queue));
    const rows = await knex('queue')
      .join('repositories', 'repositories.id', 'queue.repository_id')
      .select('full_name', 'failure_kind', 'attempts', 'next_run_at');
    const of = (name: string) => {
      const row = rows.find(({ full_name }) => full_name === `acme/${name}`);
      const seconds = (Date.parse(row.next_run_at) - Date.now()) / 1000;
      return { kind: row.failure_kind, attempts: row.attempts, seconds };
    };
    expect(of('good')).toMatchObject({ kind: null, attempts: 0 });
    expect(of('bad')).toMatchObject({ kind: 'rate-limited', attempts: 1 });
    expect(of('bad').seconds).toBeGreaterThan(590);
    expect(of('bad').seconds).toBeLessThan(700);
    expect(of('silent')).toMatchObject({ kind: 'unavailable', attempts: 1 });
    expect(of('silent').seconds).toBeLessThan(80);
    expect(of('never')).toMatchObject({ kind: 'rejected', attempts: 1 });
    expect(of('never').seconds).toBeGreaterThan(5 * 3600);
    expect(settled.mock.calls.map(([event]) => event.label).sort()).toEqual([
      'changed',
      'rate-limited',
      'rejected',
      'unavailable',
    ]);
  });

  it('renews leases while it works', async () => {
    const { queue, knex } = await setUp(['slow']);
    const task = new ScriptedTask();
    let finish = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    task.act = async item => {
      await finished;
      return { item, outcome: 'done', label: 'changed' };
    };
    startWorker(queue, task, { leaseMilliseconds: 3_000 });
    await until(() => task.runs.length === 1);
    const leases = new Set<string>();
    await until(async () => {
      leases.add((await knex('queue').first()).leased_until);
      return leases.size === 3;
    });
    finish();
    await until(() => idle(queue));
    expect([...leases]).toEqual([...leases].sort());
    expect(task.runs).toHaveLength(1);
  });

  it('aborts what takes too long', async () => {
    const { queue, knex } = await setUp(['slow']);
    const task = new ScriptedTask();
    task.act = async (_, { signal }) => {
      await once(signal, 'abort');
      throw signal.reason;
    };
    startWorker(queue, task, { timeoutMilliseconds: 500 });
    await until(() => task.runs.length === 1);
    await until(() => idle(queue));
    expect(task.runs).toHaveLength(1);
    expect(await knex('queue').first()).toMatchObject({
      failure_kind: 'timeout',
      attempts: 1,
    });
  });

  it('gives its work back at shutdown, without calling it a failure', async () => {
    const { queue } = await setUp(['slow']);
    const task = new ScriptedTask();
    task.act = async (_, { signal }) => {
      await once(signal, 'abort');
      throw signal.reason;
    };
    const { worker } = startWorker(queue, task);
    await until(() => task.runs.length === 1);
    await worker.stop();
    const [item] = await queue.claim({
      task: 'facts',
      host: 'example.com',
      limit: 1,
      leaseOwner: 'heir',
      now: new Date(),
      leasedUntil: new Date(Date.now() + 1000),
    });
    expect(item.attempts).toBe(0);
  });

  it('goes on by itself when the database was away', async () => {
    const { queue, knex } = await setUp(['a', 'b']);
    let away = false;
    const fragile = new Proxy(queue, {
      get(target, property) {
        const method = Reflect.get(target, property);
        return async (...args: unknown[]) => {
          if (away) {
            throw new Error('Connection terminated unexpectedly');
          }
          return method.apply(target, args);
        };
      },
    });
    const task = new ScriptedTask();
    task.act = async item => {
      away = true;
      return { item, outcome: 'done', label: 'changed' };
    };
    startWorker(fragile, task, { concurrency: 1, leaseMilliseconds: 500 });
    await until(() => away);
    await new Promise(resolve => setTimeout(resolve, 1500));
    const begun = task.runs.length;
    task.act = async item => ({ item, outcome: 'done', label: 'changed' });
    away = false;
    await until(() => idle(queue));
    expect(task.runs.length).toBeGreaterThan(begun);
    expect(new Set(task.runs.flat())).toEqual(new Set(['acme/a', 'acme/b']));
    expect(await knex('queue').pluck('failing_since')).toEqual([null, null]);
  });

  it('takes over what a replica had in hands that was killed', async () => {
    let knex: Knex;
    let connection: object;
    if (id === 'SQLITE_3') {
      connection = {
        client: 'better-sqlite3',
        connection: { filename: disk.resolve('queue.sqlite') },
        useNullAsDefault: true,
      };
      knex = knexFactory(connection);
      await knex.migrate.latest({ directory: migrationsDirectory });
    } else {
      knex = await createMigratedDatabase(databases, id);
      connection = {
        client: knex.client.config.client,
        // Knex hides the password from JSON.
        connection: {
          ...knex.client.connectionSettings,
          password: knex.client.connectionSettings.password,
        },
      };
    }
    await enqueue(knex, ['a', 'b']);
    const replica = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        require.resolve('../__testUtils__/hangingReplica.ts'),
        JSON.stringify(connection),
        '3000',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const [said] = await once(replica.stdout, 'data');
      expect(String(said)).toBe('claimed 2\n');
    } finally {
      replica.kill('SIGKILL');
    }
    await once(replica, 'exit');

    expect(await knex('queue').whereNotNull('lease_owner')).toHaveLength(2);
    const queue = DatabaseQueueStore.create({ knex });
    const task = new ScriptedTask();
    startWorker(queue, task);
    await until(() => idle(queue));
    expect(task.runs.flat().sort()).toEqual(['acme/a', 'acme/b']);
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
    if (id === 'SQLITE_3') {
      await knex.destroy();
    }
  });
});
