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

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { problemsOf, publishedPackages } from './archives.mjs';

const GOOD = {
  name: '@acme/plugin',
  license: 'Apache-2.0',
  main: 'dist/index.cjs.js',
  types: 'dist/index.d.ts',
  sideEffects: false,
  publishConfig: { access: 'public' },
  configSchema: 'config.schema.json',
  backstage: {
    role: 'backend-plugin',
    pluginId: 'acme',
    pluginPackages: ['@acme/plugin'],
    features: { '.': '@backstage/BackendFeature' },
  },
  dependencies: { express: '^4.22.0', '@acme/types': '^1.0.0' },
};

let directory;
let sources;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'archive-'));
  sources = mkdtempSync(path.join(os.tmpdir(), 'sources-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
  rmSync(sources, { recursive: true });
});

/** What is wrong with the good archive after some changes to it. */
function problemsWith({ manifest = {}, files = {}, source = '' } = {}) {
  const all = {
    'package.json': JSON.stringify({ ...GOOD, ...manifest }),
    'README.md': '# Acme',
    'CHANGELOG.md': '# Acme',
    LICENSE: 'Apache License',
    'config.schema.json': '{}',
    'dist/index.cjs.js':
      "require('node:path'); require('fs'); require('./router'); require('express/lib/router');",
    'dist/index.d.ts': "import { Acme } from '@acme/types';",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    if (text !== undefined) {
      mkdirSync(path.join(directory, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(directory, name), text);
    }
  }
  mkdirSync(path.join(sources, '__testUtils__'), { recursive: true });
  writeFileSync(path.join(sources, 'index.ts'), source);
  writeFileSync(
    path.join(sources, '__testUtils__', 'fake.ts'),
    "import { DateTime } from 'luxon';",
  );
  return problemsOf(directory, { packages: ['@acme/plugin'], sources });
}

test('finds nothing wrong with a good archive', () => {
  assert.deepEqual(problemsWith(), []);
});

test('finds missing documents and entry points', () => {
  assert.deepEqual(
    problemsWith({
      manifest: {
        exports: { './alpha': { import: './dist/alpha.esm.js' } },
      },
      files: { LICENSE: undefined, 'config.schema.json': undefined },
    }),
    [
      'It lacks LICENSE.',
      'It lacks config.schema.json.',
      'It lacks dist/alpha.esm.js.',
    ],
  );
});

test('finds what only development needs', () => {
  const [first, second, ...others] = problemsWith({
    files: { 'dist/a.test.js': '', 'src/__testUtils__/b.ts': '' },
  });
  assert.match(first, /a\.test\.js/);
  assert.match(second, /__testUtils__/);
  assert.deepEqual(others, []);
});

test('finds metadata of the sources', () => {
  assert.deepEqual(
    problemsWith({
      manifest: {
        main: 'src/index.ts',
        types: 'src/index.ts',
        sideEffects: undefined,
        backstage: { role: 'frontend-plugin', pluginId: 'acme' },
      },
      files: { 'src/index.ts': '' },
    }),
    [
      'It lacks "sideEffects": false.',
      'Its entry points are not the built ones.',
      'It does not name the packages of its plugin.',
      'Its backstage.features do not tell that "./alpha" is a @backstage/FrontendPlugin.',
    ],
  );
});

test('finds dependencies too many, too few and of the workspace', () => {
  assert.deepEqual(
    problemsWith({
      manifest: {
        dependencies: { express: 'workspace:^', luxon: '^3.0.0' },
      },
    }),
    [
      'It depends on express with the range "workspace:^".',
      'It imports @acme/types, which is no dependency.',
      'It depends on luxon and does not import it.',
    ],
  );
});

test('counts what the sources import for its types', () => {
  assert.deepEqual(
    problemsWith({
      manifest: { dependencies: { ...GOOD.dependencies, zod: '^4.0.0' } },
      source: "import { infer } from 'zod';",
    }),
    [],
  );
});

test('every plugin is published', () => {
  assert.ok(publishedPackages().length >= 6);
  for (const { manifest } of publishedPackages()) {
    assert.equal(manifest.publishConfig.access, 'public', manifest.name);
  }
});
