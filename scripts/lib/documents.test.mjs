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
import { packagesWithSchema, readKeys } from './configuration.mjs';
import { root } from './repository.mjs';

const read = file => readFileSync(path.join(root, file), 'utf8');
const guide = read('docs/operations.md');

function sourcesBelow(directory) {
  return readdirSync(path.join(root, directory), { recursive: true })
    .filter(name => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map(name => read(path.join(directory, name)));
}

test('docs/operations.md lists the metrics that there are', () => {
  const created = readdirSync(path.join(root, 'plugins'))
    .flatMap(name => sourcesBelow(`plugins/${name}/src`))
    .flatMap(text => [
      ...text.matchAll(
        /\.create(?:Observable)?(?:Counter|Gauge|Histogram|UpDownCounter)\(\s*'([^']+)'/g,
      ),
    ])
    .map(([, name]) => name);
  const listed = [...guide.matchAll(/^\| `(innersource\.[\w.]+)` /gm)].map(
    ([, name]) => name,
  );
  assert.ok(created.length > 0);
  assert.deepEqual(listed.sort(), created.sort());
});

test('docs/operations.md says what to do about every kind of failure', () => {
  const [, kinds] = read('plugins/innersource-common/src/model/api.ts').match(
    /FAILURE_KINDS = \[([\s\S]*?)\] as const/,
  );
  const names = [...kinds.matchAll(/^ *'([a-z-]+)',$/gm)].map(
    ([, name]) => name,
  );
  assert.ok(names.length > 0);
  const explained = [
    ...guide.matchAll(/^\| A repository fails as `([a-z-]+)`/gm),
  ];
  assert.deepEqual(explained.map(([, name]) => name).sort(), names.sort());
});

test('the documents name configuration keys, metrics and permissions that there are', () => {
  const names = new Set([
    ...packagesWithSchema()
      .flatMap(readKeys)
      .map(({ key }) => key),
    ...[...guide.matchAll(/^\| `(innersource\.[\w.]+)` /gm)].map(
      ([, name]) => name,
    ),
    ...[
      ...read('plugins/innersource-common/src/permissions.ts').matchAll(
        /name: '(innersource\.[\w.]+)'/g,
      ),
    ].map(([, name]) => name),
    // A file, not a key.
    'innersource.json',
  ]);
  const unknown = readdirSync(path.join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .flatMap(file =>
      [...read(`docs/${file}`).matchAll(/`(innersource\.[\w.<>[\]-]+)`/g)]
        .map(([, name]) => name)
        .filter(name => !names.has(name) && !name.startsWith('innersource.io'))
        .map(name => `${file}: ${name}`),
    );
  assert.deepEqual(unknown, []);
});

test('docs/install.md lists the extensions that there are', () => {
  const report = read('plugins/innersource/report-alpha.api.md');
  const there = [...report.matchAll(/^ {4}'([\w/:-]+)': /gm)];
  const listed = [
    ...read('docs/install.md').matchAll(/^\| `([a-z-]+:innersource\S*)` /gm),
  ];
  assert.ok(there.length > 0);
  assert.deepEqual(
    listed.map(([, id]) => id).sort(),
    there.map(([, id]) => id).sort(),
  );
});

test('mkdocs.yml has every document in its navigation', () => {
  const listed = [...read('mkdocs.yml').matchAll(/^ +- .+: (\S+\.md)$/gm)].map(
    ([, file]) => file,
  );
  const documents = readdirSync(path.join(root, 'docs'), { recursive: true })
    .map(name => name.replaceAll(path.sep, '/'))
    .filter(name => name.endsWith('.md'));
  // TechDocs opens it first.
  assert.equal(listed[0], 'index.md');
  assert.deepEqual(listed.sort(), documents.sort());
});
