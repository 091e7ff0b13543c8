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
import { readdirSync, readFileSync } from 'node:fs';
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

const GUIDE = 'docs/install.md';
const read = file => readFileSync(path.join(root, file), 'utf8');

test('the installation guide has steps for both frontend systems', () => {
  const headings = readSteps(read(GUIDE)).map(({ heading }) => heading);
  for (const heading of [
    'Backend',
    'New frontend system',
    'Legacy frontend system',
    'GitHub',
    'Search',
    'Results in the legacy frontend system',
    'Local repositories',
  ]) {
    assert.ok(headings.includes(heading), heading);
  }
});

/** Commands that add our packages, and lines that add our features. */
const stepsIn = text =>
  [
    ...text.matchAll(
      /^ *\+?(yarn .* add @ispo.*|backend\.add\(import\('@ispo.*)$/gm,
    ),
  ].map(([, step]) => step);

test('every README installs as the guide does', () => {
  const guide = new Set(stepsIn(read(GUIDE)));
  const readmes = readdirSync(path.join(root, 'plugins')).map(
    name => `plugins/${name}/README.md`,
  );
  assert.equal(stepsIn(read('README.md')).length, 3);
  for (const readme of ['README.md', ...readmes]) {
    for (const step of stepsIn(read(readme))) {
      assert.ok(guide.has(step), `${readme}: ${step} is not in ${GUIDE}`);
    }
  }
});
