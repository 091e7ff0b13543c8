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

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import searchPlugin from '@backstage/plugin-search-backend';
import innersourcePlugin from '@ispo/backstage-plugin-innersource-backend';
import searchModule from '@ispo/backstage-plugin-search-backend-module-innersource';
import request from 'supertest';

jest.setTimeout(300_000);

const TYPES = ['innersource-project', 'innersource-help-wanted'];

const project = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ticket-shop',
    title: 'Ticket shop',
    tags: ['innersource'],
    // Not a directory that may be read, so nothing but the catalog tells of it.
    annotations: { 'backstage.io/source-location': 'file:/nowhere/' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:sales' },
};

async function startPortal(options: {
  entities: Array<typeof project>;
  config?: object;
}) {
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModule,
      innersourcePlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.rootConfig.factory({ data: { ...options.config } }),
    ],
  });
  return (type: string, term = '') =>
    request(server)
      .get('/api/search/query')
      .query({ term, types: [type] });
}

/** Asks until the answer is as it should be. */
async function until(
  ask: () => request.Test,
  isFine: (response: request.Response) => boolean,
): Promise<request.Response> {
  const end = Date.now() + 120_000;
  for (;;) {
    const response = await ask();
    if (isFine(response) || Date.now() > end) {
      return response;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

describe('the portal search with Backstage’s embedded engine', () => {
  it('answers for every type although there is no project', async () => {
    const search = await startPortal({ entities: [] });
    for (const type of TYPES) {
      const { status } = await until(
        () => search(type),
        response => response.status === 200,
      );
      expect(status).toBe(200);
    }
  });

  it('finds a project that became known after the first collation', async () => {
    const search = await startPortal({
      entities: [project],
      config: {
        search: {
          collators: {
            innersource: {
              schedule: {
                frequency: { seconds: 1 },
                timeout: { minutes: 1 },
              },
            },
          },
        },
      },
    });
    const { body } = await until(
      () => search('innersource-project', 'ticket'),
      response => response.body.results?.length > 0,
    );
    expect(body.results).toEqual([
      expect.objectContaining({
        type: 'innersource-project',
        document: expect.objectContaining({
          entityRef: 'component:default/ticket-shop',
        }),
      }),
    ]);
  });
});
