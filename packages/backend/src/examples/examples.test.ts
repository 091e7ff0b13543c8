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

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import guestProvider from '@backstage/plugin-auth-backend-module-guest-provider';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import innersourcePlugin from '@ispo/backstage-plugin-innersource-backend';
import request from 'supertest';
import callingPlugin from './callingPlugin';
import customCheck from './customCheck';
import customSource from './customSource';
import policy from './policy';

jest.setTimeout(300_000);

/** Users see the project named "open"; plugins see all. */
const hidingPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'hiding-policy',
  register(reg) {
    reg.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy({
          handle: async ({ permission }) =>
            isPermission(permission, catalogEntityReadPermission)
              ? createCatalogConditionalDecision(permission, {
                  anyOf: [
                    catalogConditions.hasMetadata({
                      key: 'name',
                      value: 'open',
                    }),
                  ],
                })
              : { result: AuthorizeResult.ALLOW },
        });
      },
    });
  },
});

async function startForge() {
  const asked: string[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, (req, res) => {
    asked.push(req.url ?? '');
    res.setHeader('content-type', 'application/json');
    res.end(
      JSON.stringify({
        head: '0123456789abcdef0123456789abcdef01234567',
        branch: 'main',
        description: 'Sells tickets',
        files: ['README.md', 'src/index.ts'],
        readme: '# Tickets\n\nSells tickets to people who travel by train.\n',
      }),
    );
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    apiUrl: `http://127.0.0.1:${port}`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

const entity = (name: string) => `---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    backstage.io/source-location: url:https://forge.example.com/acme/${name}/
spec:
  type: service
  lifecycle: production
  owner: group:default/tickets
`;

describe('the examples of the guides', () => {
  it('are what docs/extending.md and docs/permissions.md show', () => {
    const shown = ['extending', 'permissions'].flatMap(name => {
      const guide = readFileSync(
        path.resolve(__dirname, `../../../../docs/${name}.md`),
        'utf8',
      );
      return [...guide.matchAll(/^```ts title="([^"]+)"\n([\s\S]*?)^```$/gm)];
    });
    expect(shown).toHaveLength(4);
    for (const [, file, code] of shown) {
      const text = readFileSync(
        path.resolve(__dirname, '../../../..', file),
        'utf8',
      );
      expect(text).toContain(`*/\n\n${code}`);
    }
  });

  it('work together, and a policy that hides entities holds for other plugins', async () => {
    const forge = await startForge();
    const directory = createMockDirectory({
      content: { 'all.yaml': `${entity('open')}${entity('hidden')}` },
    });
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        permissionPlugin,
        hidingPolicy,
        // As in a portal: no mocks in place of identities and permissions.
        authPlugin,
        guestProvider,
        authServiceFactory,
        httpAuthServiceFactory,
        userInfoServiceFactory,
        permissionsServiceFactory,
        schedulerServiceFactory,
        innersourcePlugin,
        customCheck,
        customSource,
        callingPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            auth: {
              environment: 'development',
              providers: {
                guest: { dangerouslyAllowOutsideDevelopment: true },
              },
            },
            permission: { enabled: true },
            forge: { apiUrl: forge.apiUrl, host: 'forge.example.com' },
            catalog: {
              locations: [
                { type: 'file', target: directory.resolve('all.yaml') },
              ],
            },
            innersource: { catalog: { syncInterval: '5s' } },
          },
        }),
      ],
    });
    try {
      const session = await request(server)
        .post('/api/auth/guest/refresh')
        .expect(200);
      const guest = `Bearer ${session.body.backstageIdentity.token}`;

      let total = 0;
      for (let tries = 0; tries < 600 && total < 2; tries++) {
        await new Promise(resolve => setTimeout(resolve, 200));
        total = (
          await request(server)
            .get('/api/newsletter/total')
            .set('authorization', guest)
        ).body.total;
      }
      expect(total).toBe(2);

      let detail: request.Response | undefined;
      for (let tries = 0; tries < 600; tries++) {
        detail = await request(server)
          .get('/api/innersource/projects/by-name/component/default/open')
          .set('authorization', guest);
        if (detail.body.status === 'ready') {
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      expect(detail?.body).toMatchObject({
        status: 'ready',
        evaluation: { facts: { source: 'forge' } },
      });
      expect(
        detail?.body.evaluation.results.find(
          ({ id }: { id: string }) => id === 'starter-issues-fresh',
        ),
      ).toMatchObject({
        status: 'unknown',
        evidence: [{ message: 'The forge does not tell.' }],
      });
      expect(forge.asked).toContain('/repositories/acme%2Fopen');

      await request(server)
        .get('/api/newsletter/projects')
        .set('authorization', guest)
        .expect(200, ['component:default/open']);
      await request(server)
        .get('/api/innersource/projects/by-name/component/default/hidden')
        .set('authorization', guest)
        .expect(404);
    } finally {
      await forge.stop();
    }
  });

  it('let owners evaluate, the program office see its page, and administrators operate', async () => {
    const directory = createMockDirectory({
      content: { 'all.yaml': entity('open') },
    });
    let memberOf = 'nobody';
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        permissionPlugin,
        policy,
        authPlugin,
        guestProvider,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        schedulerServiceFactory,
        innersourcePlugin,
        mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/jane',
            ownershipEntityRefs: ['user:default/jane', memberOf],
          }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            auth: {
              environment: 'development',
              providers: {
                guest: { dangerouslyAllowOutsideDevelopment: true },
              },
            },
            permission: { enabled: true },
            catalog: {
              locations: [
                { type: 'file', target: directory.resolve('all.yaml') },
              ],
            },
            innersource: {
              catalog: { syncInterval: '5s' },
              // Nothing shall be contacted.
              git: { allowedHosts: ['localhost'] },
            },
          },
        }),
      ],
    });
    const session = await request(server)
      .post('/api/auth/guest/refresh')
      .expect(200);
    const ask = async (
      method: 'get' | 'post',
      resource: string,
      body?: object,
    ) => {
      const { status } = await request(server)
        [method](`/api/innersource/${resource}`)
        .set('authorization', `Bearer ${session.body.backstageIdentity.token}`)
        .send(body);
      return status;
    };
    const project = 'projects/by-name/component/default/open';
    for (let tries = 0; tries < 600; tries++) {
      if ((await ask('get', project)) === 200) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    const answersFor = async (group: string) => {
      memberOf = group;
      return {
        sees: await ask('get', project),
        evaluates: await ask('post', `${project}/refresh`),
        reads: await ask('get', 'program/summary'),
        operates: await ask('post', 'contributions/recompute', {
          from: '2026-01-01',
          to: '2026-01-31',
        }),
      };
    };

    await expect(answersFor('group:default/tickets')).resolves.toEqual({
      sees: 200,
      evaluates: 202,
      reads: 403,
      operates: 403,
    });
    await expect(answersFor('group:default/program-office')).resolves.toEqual({
      sees: 200,
      evaluates: 403,
      reads: 200,
      operates: 403,
    });
    await expect(
      answersFor('group:default/portal-administrators'),
    ).resolves.toEqual({
      sees: 200,
      evaluates: 403,
      reads: 403,
      operates: 200,
    });
  });
});
