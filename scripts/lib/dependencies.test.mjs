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
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { productionDependencies } from './dependencies.mjs';

test('finds what is needed at run time, wherever it is installed', t => {
  const root = realpathSync(
    mkdtempSync(path.join(os.tmpdir(), 'dependencies-')),
  );
  t.after(() => rmSync(root, { recursive: true }));
  const add = (directory, manifest) => {
    mkdirSync(path.join(root, directory), { recursive: true });
    writeFileSync(
      path.join(root, directory, 'package.json'),
      JSON.stringify(manifest),
    );
  };
  add('plugins/ours', {
    name: 'ours',
    dependencies: { a: '1', gone: '1' },
    optionalDependencies: { extra: '1', 'other-platform': '1' },
    devDependencies: { tool: '1' },
  });
  add('node_modules/a', {
    name: 'a',
    version: '1.0.0',
    dependencies: { b: '2' },
  });
  add('node_modules/b', { name: 'b', version: '1.0.0' });
  add('node_modules/a/node_modules/b', {
    name: 'b',
    version: '2.0.0',
    dependencies: { a: '1' },
  });
  add('node_modules/extra', { name: 'extra', version: '1.0.0' });
  add('node_modules/tool', { name: 'tool', version: '1.0.0' });

  const { found, missing } = productionDependencies([
    path.join(root, 'plugins/ours'),
  ]);
  assert.deepEqual(
    [...found].map(([directory, { manifest, dependents }]) => [
      path.relative(root, directory).replaceAll(path.sep, '/'),
      manifest.version,
      [...dependents],
    ]),
    [
      ['node_modules/a', '1.0.0', ['ours', 'b']],
      ['node_modules/a/node_modules/b', '2.0.0', ['a']],
      ['node_modules/extra', '1.0.0', ['ours']],
    ],
  );
  assert.deepEqual(missing, ['gone, needed by ours']);
});
