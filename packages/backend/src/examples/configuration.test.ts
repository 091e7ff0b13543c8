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

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigSchema, loadConfigSchema } from '@backstage/config-loader';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import innersourcePlugin from '@ispo/backstage-plugin-innersource-backend';
import githubModule from '@ispo/backstage-plugin-innersource-backend-module-github';
import { parse } from 'yaml';

jest.setTimeout(240_000);

const root = path.resolve(__dirname, '../../../..');

const documents = [
  ...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`),
  ...readdirSync(path.join(root, 'plugins')).map(
    name => `plugins/${name}/README.md`,
  ),
].filter(name => name.endsWith('.md'));

/** Every configuration that the documentation shows, by file and line. */
const examples = documents.flatMap(file => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^( *)```ya?ml.*\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 2: block }): [string, JsonObject] => [
      `${file}:${text.slice(0, index).split('\n').length}`,
      // As the environment would fill them in.
      parse(block.replace(/\$\{\w+\}/g, 'text')),
    ],
  );
});

const portal: JsonObject = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: {
    baseUrl: 'http://localhost:7007',
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

const merged = (example: JsonObject) => [
  { data: portal, context: 'portal' },
  { data: example, context: 'example' },
];

const startWith = async (data: JsonObject) => {
  const backend = await startTestBackend({
    features: [
      innersourcePlugin,
      githubModule,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
};

describe('the configuration that the documentation shows', () => {
  let schema: ConfigSchema;

  beforeAll(async () => {
    schema = await loadConfigSchema({
      dependencies: [],
      packagePaths: ['packages/app', 'packages/backend'].map(name =>
        path.join(root, name, 'package.json'),
      ),
      noUndeclaredProperties: true,
    });
  });

  it('is found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(15);
    expect(examples.filter(([, { innersource }]) => innersource)).not.toEqual(
      [],
    );
  });

  it.each(examples)('at %s fits the schema', (_place, example) => {
    // The modules of plugin-events-backend have schemas that are not at hand.
    const { events, ...known } = example;
    expect(() => schema.process(merged(known))).not.toThrow();
  });

  it.each(examples.filter(([, { innersource }]) => innersource))(
    'at %s is accepted by the plugin',
    async (_place, { innersource }) => {
      await expect(startWith({ innersource })).resolves.toBeUndefined();
    },
  );

  it('would be found wrong: an unknown key, a value of another type, a value out of range', async () => {
    expect(() =>
      schema.process(merged({ innersource: { evaluation: { pause: '5m' } } })),
    ).toThrow(/pause/);
    expect(() =>
      schema.process(merged({ innersource: { smallGroupThreshold: 'few' } })),
    ).toThrow(/smallGroupThreshold/);
    await expect(
      startWith({ innersource: { evaluation: { concurrency: 1000 } } }),
    ).rejects.toThrow(/innersource\.evaluation\.concurrency/);
  });

  it('is for the backend alone: browsers get nothing of innersource and search', () => {
    for (const [, { innersource = {}, search = {} }] of examples) {
      const [{ data }] = schema.process(
        [
          ...merged({ innersource }),
          {
            data: {
              search: {
                collators: { innersource: { locationTemplate: '/:name' } },
                ...(search as JsonObject),
              },
            },
            context: 'search',
          },
        ],
        { visibility: ['frontend'] },
      );
      expect(data).not.toHaveProperty('innersource');
      expect(data).not.toHaveProperty('search.collators');
    }
  });
});
