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
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { eventsServiceRef, EventsService } from '@backstage/plugin-events-node';
import {
  innersourceExtensionPoint,
  RefreshTrigger,
  RepositorySource,
} from '@ispo/backstage-plugin-innersource-node';
import { innersourceModuleGithub } from './module';

async function start(data: object) {
  const sources: RepositorySource[] = [];
  const refreshed: string[][] = [];
  let events: EventsService | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'innersource',
    register(env) {
      const triggers: RefreshTrigger[] = [];
      env.registerExtensionPoint(innersourceExtensionPoint, {
        addRepositorySource: (...added) => sources.push(...added),
        addCheck: () => {},
        addRefreshTrigger: (...added) => triggers.push(...added),
      });
      env.registerInit({
        deps: {},
        async init() {
          for (const trigger of triggers) {
            await trigger.start(urls => refreshed.push(urls));
          }
        },
      });
    },
  });
  const publisher = createBackendModule({
    pluginId: 'innersource',
    moduleId: 'publisher',
    register(env) {
      env.registerInit({
        deps: { service: eventsServiceRef },
        async init({ service }) {
          events = service;
        },
      });
    },
  });
  await startTestBackend({
    features: [
      plugin,
      publisher,
      innersourceModuleGithub,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  return { sources, refreshed, events: events! };
}

describe('the GitHub module', () => {
  it('adds a source for the hosts of integrations.github', async () => {
    const { sources } = await start({
      integrations: {
        github: [{ host: 'ghe.acme.test', token: 'x' }],
      },
    });

    expect(sources.map(({ id }) => id)).toEqual(['github']);
    expect(
      sources[0].claims({
        url: 'https://ghe.acme.test/a/b',
        host: 'ghe.acme.test',
        fullName: 'a/b',
      }),
    ).toBe(true);
  });

  it.each(['push', 'repository', 'pull_request', 'issues', 'label'])(
    'puts the repository of the webhook %s ahead',
    async webhook => {
      const { refreshed, events } = await start({});

      await events.publish({
        topic: `github.${webhook}`,
        eventPayload: {
          repository: { html_url: 'https://github.com/acme/search' },
        },
      });

      expect(refreshed).toEqual([['https://github.com/acme/search']]);
    },
  );

  it('overlooks webhooks that name no repository or change no facts', async () => {
    const { refreshed, events } = await start({});

    await events.publish({ topic: 'github.issues', eventPayload: {} });
    await events.publish({
      topic: 'github.star',
      eventPayload: {
        repository: { html_url: 'https://github.com/acme/starred' },
      },
    });

    expect(refreshed).toEqual([]);
  });

  it('says which setting is wrong', async () => {
    await expect(
      start({ innersource: { github: { concurrency: 0 } } }),
    ).rejects.toThrow('innersource.github.concurrency');
  });
});
