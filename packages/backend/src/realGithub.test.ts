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
import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogGithub from '@backstage/plugin-catalog-backend-module-github';
import catalogGithubOrg from '@backstage/plugin-catalog-backend-module-github-org';
import innersourcePlugin from '@ispo/backstage-plugin-innersource-backend';
import innersourceGithub from '@ispo/backstage-plugin-innersource-backend-module-github';
import { ProjectDetail } from '@ispo/backstage-plugin-innersource-common';
import { createDemoDataset, Simulator } from 'github-simulator';
import request from 'supertest';
import { parse } from 'yaml';

jest.setTimeout(300_000);

const root = path.resolve(__dirname, '../../..');

/** The configuration that the guide gives for an organisation on the real GitHub. */
function readGuide(): string {
  const guide = readFileSync(path.join(root, 'docs/demo.md'), 'utf8');
  const block =
    /With your organisation on the real GitHub[\s\S]*?```yaml\n([\s\S]*?)```/.exec(
      guide,
    );
  return block![1];
}

describe('the configuration for an organisation on the real GitHub', () => {
  it('is valid', async () => {
    const schema = await loadConfigSchema({
      dependencies: ['backend'],
    });
    const data = parse(readGuide().replaceAll('${GITHUB_TOKEN}', 'x'));

    const base = parse(
      readFileSync(path.join(root, 'app-config.yaml'), 'utf8'),
    );

    expect(() =>
      schema.process([
        { context: 'app-config.yaml', data: base },
        { context: 'docs/demo.md', data },
      ]),
    ).not.toThrow();
  });

  it('brings the organisation’s components into the portal, with scores', async () => {
    const dataset = createDemoDataset({ now: new Date() });
    const simulator = await Simulator.create({ dataset }).start();
    try {
      const { host } = new URL(simulator.url);
      // The same, but for the host, the token and the organisation.
      const data = parse(
        readGuide()
          .replaceAll('host: github.com', `host: ${host}`)
          .replaceAll('https://github.com', `http://${host}`)
          .replaceAll('${GITHUB_TOKEN}', 'demo')
          .replaceAll('my-org', 'meridian-rail'),
      );
      data.integrations.github[0].apiBaseUrl = `${simulator.url}/api/v3`;
      data.catalog.providers.github['meridian-rail'].host = host;
      const { server } = await startTestBackend({
        features: [
          catalogPlugin,
          catalogGithub,
          catalogGithubOrg,
          innersourcePlugin,
          innersourceGithub,
          mockServices.rootConfig.factory({
            data: new ConfigReader({
              ...data,
              backend: { baseUrl: 'http://localhost:7007' },
              innersource: { catalog: { syncInterval: '5s' } },
            }).get(),
          }),
        ],
      });
      let project: ProjectDetail | undefined;
      const owner = () =>
        project?.evaluation?.results.find(({ id }) => id === 'owner');
      for (
        let tries = 0;
        tries < 900 && owner()?.status !== 'pass';
        tries += 1
      ) {
        await new Promise(resolve => setTimeout(resolve, 200));
        const answer = await request(server).get(
          '/api/innersource/projects/by-name/component/default/fare-engine',
        );
        project = answer.status === 200 ? answer.body : undefined;
      }

      expect(project?.evaluation).toMatchObject({
        facts: { source: 'github' },
        readiness: { score: expect.any(Number) },
      });
      expect(owner()).toMatchObject({
        evidence: [{ message: expect.stringContaining('5 members') }],
      });
    } finally {
      await simulator.stop();
    }
  });
});
