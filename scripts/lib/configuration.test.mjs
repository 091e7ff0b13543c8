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
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  CONFIGURATION,
  listedPackages,
  packagesWithSchema,
  readKeys,
  writeTables,
} from './configuration.mjs';

const document = readFileSync(CONFIGURATION, 'utf8');

test('docs/configuration.md lists every package with a schema', () => {
  assert.deepEqual(
    listedPackages(document).sort(),
    packagesWithSchema().sort(),
  );
});

test('docs/configuration.md lists the keys as the schemas have them; yarn docs:configuration writes it', async () => {
  assert.equal(document, await writeTables(document));
});

test('every key that can be set says what it means', () => {
  const silent = packagesWithSchema()
    .flatMap(readKeys)
    // Fields of a list's items may speak for themselves.
    .filter(({ key, text }) => !text && !/[[<]/.test(key))
    .filter(({ type }) => type)
    .map(({ key }) => key);
  assert.deepEqual(silent, []);
});
