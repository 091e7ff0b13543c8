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
import { applyDiff, readSteps } from './guide.mjs';
import { root } from './repository.mjs';

test('reads commands and diffs with the heading they stand under', () => {
  const steps = readSteps(
    [
      '# Guide',
      '## One',
      '```sh',
      'first',
      'second',
      '```',
      '```ts',
      'only to read',
      '```',
      '## Two',
      '### Part',
      '```diff title="a.ts"',
      '+added',
      '```',
    ].join('\n'),
  );
  assert.deepEqual(steps, [
    { heading: 'One', commands: ['first', 'second'] },
    { heading: 'Part', file: 'a.ts', diff: '+added\n' },
  ]);
});

test('puts lines where the lines around them are', () => {
  const text = 'a\n{\n  b\n}\nfunction\n{\n  b\n}\n';
  assert.equal(
    applyDiff(text, '+0\n a\n@@ function\n   b\n+  c\n }\n'),
    '0\na\n{\n  b\n}\nfunction\n{\n  b\n  c\n}\n',
  );
  assert.equal(applyDiff('a\n', '+b\n+  c\n'), 'a\nb\n  c\n');
});

test('says which line is missing', () => {
  assert.throws(() => applyDiff('a\n', ' z\n+b\n'), /next to "z"/);
  assert.throws(() => applyDiff('a\n', '@@ f\n a\n+b\n'), /not there/);
});

test('the installation guide has steps for both frontend systems', () => {
  const headings = readSteps(
    readFileSync(path.join(root, 'docs/install.md'), 'utf8'),
  ).map(({ heading }) => heading);
  for (const heading of [
    'Backend',
    'New frontend system',
    'Legacy frontend system',
    'GitHub',
    'Search',
    'Local repositories',
  ]) {
    assert.ok(headings.includes(heading), heading);
  }
});
