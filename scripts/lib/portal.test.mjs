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
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { configuredPorts, hasScreen } from './portal.mjs';

test('opens a browser only in front of a screen', () => {
  const at = (env, platform = 'linux', isTerminal = true) =>
    hasScreen({ env, platform, isTerminal });
  assert.equal(at({ DISPLAY: ':0' }), true);
  assert.equal(at({}, 'darwin'), true);
  assert.equal(at({}), false);
  assert.equal(at({ DISPLAY: ':0', CI: 'true' }), false);
  assert.equal(at({ DISPLAY: ':0' }, 'linux', false), false);
  assert.equal(at({ SSH_CONNECTION: 'somewhere' }, 'darwin'), false);
});

test('takes the ports from the configuration', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'ports-'));
  const file = path.join(directory, 'app-config.yaml');
  try {
    await writeFile(
      file,
      'app: { baseUrl: "http://localhost:3456" }\nbackend: { listen: ":7890" }\n',
    );
    const ports = await configuredPorts(['--config', file]);
    assert.deepEqual(
      ports.map(({ port }) => port),
      [3456, 7890],
    );
  } finally {
    await rm(directory, { recursive: true });
  }
  const defaults = await configuredPorts(['--config', 'app-config.yaml']);
  assert.deepEqual(
    defaults.map(({ port }) => port),
    [3000, 7007],
  );
});
