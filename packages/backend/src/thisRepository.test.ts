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

import path from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import innersourcePlugin from '@ispo/backstage-plugin-innersource-backend';
import request from 'supertest';

jest.setTimeout(300_000);

const root = path.resolve(__dirname, '../../..');

it('this repository practises what it measures: grade A on its own card', async () => {
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      schedulerServiceFactory,
      innersourcePlugin,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            locations: ['catalog-info.yaml', 'examples/org.yaml'].map(file => ({
              type: 'file',
              target: path.join(root, file),
              rules: [{ allow: ['Component', 'Group', 'User'] }],
            })),
          },
          innersource: {
            catalog: { syncInterval: '5s' },
            git: { allowedLocalDirectories: [root] },
          },
        },
      }),
    ],
  });
  const project =
    '/api/innersource/projects/by-name/component/default/backstage-plugin-innersource';

  let body: request.Response['body'] = {};
  for (let tries = 0; tries < 900 && body.status !== 'ready'; tries++) {
    await new Promise(resolve => setTimeout(resolve, 200));
    ({ body } = await request(server).get(project));
  }

  const { readiness, results } = body.evaluation;
  const failing = results
    .filter(({ status }: { status: string }) => status === 'fail')
    .map(({ id }: { id: string }) => id)
    // In a catalog with nothing else in it nobody uses the project.
    .filter((id: string) => id !== 'usage');
  expect({ grade: readiness.grade, failing }).toEqual({
    grade: 'A',
    failing: [],
  });
});
