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
import path from 'node:path';
import { test } from 'node:test';
import { root } from './repository.mjs';

const read = file => readFileSync(path.join(root, file), 'utf8');

test('docs/architecture.md lists the resources of the OpenAPI document', () => {
  const contract = read('plugins/innersource-backend/src/schema/openapi.yaml');
  const resources = [
    ...contract.matchAll(/^ {2}(\/\S+):\n((?: {4}.*\n|\n)+)/gm),
  ].flatMap(([, location, body]) =>
    [...body.matchAll(/^ {4}(get|post|put|delete):/gm)].map(
      ([, method]) => `${method.toUpperCase()} ${location}`,
    ),
  );
  const listed = [
    ...read('docs/architecture.md').matchAll(
      /`((?:GET|POST|PUT|DELETE) [^`]+)`/g,
    ),
  ].map(([, resource]) => resource);
  assert.deepEqual([...new Set(listed)].sort(), resources.sort());
});
