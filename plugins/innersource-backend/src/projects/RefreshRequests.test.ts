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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore } from '../store/QueueStore';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createCatalogProject } from '../__testUtils__/fixtures';
import {
  createCatalogScmEventsTrigger,
  RefreshRequests,
} from './RefreshRequests';

jest.setTimeout(240_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('RefreshRequests on %s', id => {
  it('puts the repositories of a burst of events ahead, once', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const projects = DatabaseProjectStore.create({ knex });
    const queue = DatabaseQueueStore.create({ knex });
    const { repositoriesToRead } = await projects.synchronise(
      [createCatalogProject('search'), createCatalogProject('mail')],
      new Date(),
    );
    await queue.enqueue({
      task: 'facts',
      repositoryIds: repositoriesToRead,
      at: new Date('2999-01-01T00:00:00Z'),
    });
    const enqueue = jest.spyOn(queue, 'enqueue');
    let woken = () => {};
    const wake = new Promise<void>(resolve => {
      woken = resolve;
    });
    const requests = RefreshRequests.create({
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      projects,
      queue,
      logger: mockServices.logger.mock(),
      wakeWorker: woken,
      gatherMilliseconds: 50,
    });
    const subscribe = jest.fn();
    const events: CatalogScmEventsService = {
      subscribe,
      publish: jest.fn(),
      markEventActionTaken: jest.fn(),
    };
    await createCatalogScmEventsTrigger(events).start(urls =>
      requests.add(urls),
    );
    const [{ onEvents }] = subscribe.mock.calls[0];
    await onEvents([
      {
        type: 'location.updated',
        url: 'https://example.com/acme/search/blob/main/a.yaml',
      },
      { type: 'repository.updated', url: 'https://example.com/acme/search' },
      {
        type: 'repository.updated',
        url: 'https://example.com/acme/unheard-of',
      },
      { type: 'repository.updated', url: 'ext::sh -c x' },
    ]);
    await wake;
    expect(enqueue).toHaveBeenCalledTimes(1);
    const rows = await knex('queue')
      .join('repositories', 'repositories.id', 'queue.repository_id')
      .orderBy('full_name')
      .select('full_name', 'priority', 'next_run_at');
    expect(rows).toMatchObject([
      { full_name: 'acme/mail', priority: 0 },
      { full_name: 'acme/search', priority: 10 },
    ]);
    expect(Date.parse(rows[1].next_run_at)).toBeLessThanOrEqual(Date.now());
    requests.stop();
  });
});
