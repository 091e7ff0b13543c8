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
import { getContributionReading } from './contributionReading';
import { DatabaseQueueStore } from './QueueStore';
import { CONTRIBUTIONS_TASK, FACTS_TASK } from './tasks';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const NOW = new Date('2026-11-01T12:00:00Z');

describe.each(databases.eachSupportedId())('getContributionReading, %s', id => {
  async function setUp() {
    const knex = await createMigratedDatabase(databases, id);
    const fixture = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
      { catalog: catalogFacts('shop', 'group:default/checkout'), path: 'shop' },
    ]);
    const queue = DatabaseQueueStore.create({ knex });
    const work = async (
      task: string,
      outcome: 'done' | 'failed',
    ): Promise<void> => {
      await queue.enqueue({
        task,
        repositoryIds: [fixture.repository.id],
        at: NOW,
      });
      const [item] = await queue.claim({
        task,
        host: 'github.com',
        limit: 1,
        leaseOwner: 'a',
        now: NOW,
        leasedUntil: new Date(NOW.getTime() + 60_000),
      });
      const result = { now: NOW, nextRunAt: null };
      await (outcome === 'done'
        ? queue.complete(item, result)
        : queue.fail(item, {
            ...result,
            failure: { kind: 'unavailable', message: 'Away.' },
          }));
    };
    return {
      ...fixture,
      work,
      reading: () => getContributionReading(knex('projects')),
    };
  }

  it('waits for repositories until all of their contributions were read', async () => {
    const { reading, read, work } = await setUp();
    expect(await reading()).toEqual({ projects: 2, read: 0, failing: 0 });
    await work(FACTS_TASK, 'done');
    expect(await reading()).toEqual({ projects: 2, read: 0, failing: 0 });

    const source = new FakeContributionSource();
    source.pages = [
      { contributions: [contribution('1', 'carl', '2026-06-01T10:00:00Z')] },
    ];
    await read(source, graphOf(NORTH_AND_SOUTH), NOW);
    await work(CONTRIBUTIONS_TASK, 'done');
    expect(await reading()).toEqual({ projects: 2, read: 2, failing: 0 });

    await work(CONTRIBUTIONS_TASK, 'failed');
    expect(await reading()).toEqual({ projects: 2, read: 2, failing: 0 });
  });

  it('waits for a project that is new in a repository', async () => {
    const { reading, read, synchronise, work } = await setUp();
    await read(new FakeContributionSource(), graphOf(NORTH_AND_SOUTH), NOW);
    await work(CONTRIBUTIONS_TASK, 'done');
    await synchronise([
      { catalog: catalogFacts('search', 'group:default/search') },
      { catalog: catalogFacts('vault', null), path: 'vault' },
    ]);
    expect(await reading()).toEqual({ projects: 2, read: 1, failing: 0 });
  });

  it.each([FACTS_TASK, CONTRIBUTIONS_TASK])(
    'tells projects apart that cannot be read: %s',
    async task => {
      const { reading, work } = await setUp();
      await work(task, 'failed');
      expect(await reading()).toEqual({ projects: 2, read: 0, failing: 2 });
    },
  );

  it('does not wait for a source that delivers no contributions', async () => {
    const { reading, work } = await setUp();
    await work(CONTRIBUTIONS_TASK, 'done');
    expect(await reading()).toEqual({ projects: 0, read: 0, failing: 0 });
  });
});
