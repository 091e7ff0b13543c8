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

import { execFileSync } from 'node:child_process';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { innersourceExtensionPoint } from '@ispo/backstage-plugin-innersource-node';
import request from 'supertest';
import innersourcePlugin from './index';
import { FakeSource } from './__testUtils__/FakeSource';

jest.setTimeout(240_000);

const search: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'search',
    description: 'Finds things',
    tags: ['innersource'],
    annotations: {
      'backstage.io/source-location': 'url:https://github.com/acme/search/',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:search' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/search' }],
};

describe('innersource plugin', () => {
  it('evaluates the entities of the catalog and serves the result', async () => {
    const source = new FakeSource();
    const { server } = await startTestBackend({
      features: [
        innersourcePlugin,
        createBackendModule({
          pluginId: 'innersource',
          moduleId: 'fake',
          register(reg) {
            reg.registerInit({
              deps: { innersource: innersourceExtensionPoint },
              async init({ innersource }) {
                innersource.addRepositorySource(source);
              },
            });
          },
        }),
        mockServices.rootConfig.factory({ data: {} }),
        catalogServiceMock.factory({ entities: [search] }),
      ],
    });
    const path = '/api/innersource/projects/by-name/component/default/search';
    const body = await waitUntilReady(server, path);
    expect(body).toMatchObject({
      entityRef: 'component:default/search',
      status: 'ready',
      repositoryUrl: 'https://github.com/acme/search',
      path: '',
      failure: null,
      evaluation: {
        facts: { source: 'fake', description: expect.any(String) },
        readiness: { score: expect.any(Number) },
      },
      mayRefresh: true,
    });
    expect(source.requests).toHaveLength(1);

    await request(server)
      .get('/api/innersource/projects/by-name/component/default/none')
      .expect(404);

    const list = await request(server)
      .get('/api/innersource/projects')
      .query({
        search: 'finds',
        topic: 'search',
        innerSourceOnly: true,
        limit: 10,
      })
      .expect(200);
    expect(list.body).toMatchObject({
      totalItems: 1,
      nextCursor: null,
      items: [
        {
          entityRef: 'component:default/search',
          language: 'TypeScript',
          topics: ['search', 'innersource'],
        },
      ],
      facets: {
        topic: [
          { value: 'innersource', count: 1 },
          { value: 'search', count: 1 },
        ],
      },
    });

    await request(server)
      .post(`${path}/refresh`)
      .expect(202, { queuePosition: 1 });
    const status = await request(server)
      .get('/api/innersource/status')
      .expect(200);
    expect(status.body).toMatchObject({
      projects: { total: 1, evaluated: 1, pending: 0, failing: 0 },
      firstPass: { done: true, progress: 1 },
      sources: [
        { source: 'fake', healthy: true },
        { source: 'git', healthy: true },
      ],
    });
  });

  it('reads a checkout on disk with git, and what lies beside it not at all', async () => {
    const disk = createMockDirectory({
      content: {
        'cache/.keep': '',
        'allowed/portal/README.md': '# Portal\n',
        'allowed/portal/plugins/search/catalog-info.yaml': '',
        'elsewhere/catalog-info.yaml': '',
      },
    });
    const checkout = disk.resolve('allowed/portal');
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args],
        { cwd: checkout, encoding: 'utf8' },
      ).trim();
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=First');
    const { server } = await startTestBackend({
      features: [
        innersourcePlugin,
        mockServices.rootConfig.factory({
          data: {
            innersource: {
              git: {
                allowedLocalDirectories: [disk.resolve('allowed')],
                cacheDirectory: disk.resolve('cache'),
              },
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            fromFile('search', `${checkout}/plugins/search/catalog-info.yaml`),
            fromFile('secret', disk.resolve('elsewhere/catalog-info.yaml')),
          ],
        }),
      ],
    });
    const byName = '/api/innersource/projects/by-name/component/default';

    expect(await waitUntilReady(server, `${byName}/search`)).toMatchObject({
      status: 'ready',
      path: 'plugins/search',
      evaluation: {
        facts: {
          source: 'git',
          headCommit: { known: true, value: git('rev-parse', 'HEAD') },
          commits: { known: true, value: { total: 1 } },
        },
      },
    });
    const { body: secret } = await request(server)
      .get(`${byName}/secret`)
      .expect(200);
    expect(secret).toMatchObject({
      status: 'no-source',
      repositoryUrl: null,
      evaluation: null,
      mayRefresh: false,
      noSourceReason: expect.stringContaining(
        'innersource.git.allowedLocalDirectories',
      ),
    });
  });

  it('stops at start when the configuration is wrong', async () => {
    const start = startTestBackend({
      features: [
        innersourcePlugin,
        mockServices.rootConfig.factory({
          data: { innersource: { evaluation: { concurrency: 0 } } },
        }),
        catalogServiceMock.factory(),
      ],
    });
    await expect(start).rejects.toThrow(
      'innersource.evaluation.concurrency: it must be a whole number from 1 to 64, got 0',
    );
  });
});

function fromFile(name: string, file: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/managed-by-location': `file:${file}` },
    },
  };
}

async function waitUntilReady(
  server: Parameters<typeof request>[0],
  path: string,
): Promise<{ status?: string }> {
  let body: { status?: string } = {};
  for (let tries = 0; tries < 600 && body.status !== 'ready'; tries++) {
    await new Promise(resolve => setTimeout(resolve, 100));
    body = (await request(server).get(path)).body;
  }
  return body;
}
