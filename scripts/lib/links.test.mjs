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
import { after, before, test } from 'node:test';
import { brokenLinks } from './links.mjs';

const url = 'https://code.example.com/team/project';
let root;

before(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'links-'));
  mkdirSync(path.join(root, 'docs', 'more'), { recursive: true });
  writeFileSync(path.join(root, 'SECURITY.md'), '# Security\n');
  writeFileSync(
    path.join(root, 'docs', 'more', 'README.md'),
    '# More\n\n## A & B\n\n## Twice\n\n## Twice\n\n## `code` and [link](x)\n\n```md\n## Not a heading\n```\n',
  );
});

after(() => rmSync(root, { recursive: true }));

function problemsOf(file, text) {
  writeFileSync(path.join(root, file), text);
  return brokenLinks(file, { root, url });
}

test('links that lead somewhere are in order', () => {
  assert.deepEqual(
    problemsOf(
      'docs/good.md',
      `# Good

[other](more/README.md), [heading](more/README.md#twice),
[code](more/README.md#code-and-link), [itself](#good),
[root](${url}/blob/main/SECURITY.md#security), [tree](${url}/tree/main/docs),
[issues](${url}/issues), [elsewhere](https://example.com/nothing#here),
\`[not a link](nowhere.md)\`

\`\`\`md
[neither](nowhere.md)
\`\`\`
`,
    ),
    [],
  );
});

test('from the root, files and directories anywhere may be linked', () => {
  assert.deepEqual(
    problemsOf(
      'README.md',
      '[a](SECURITY.md) [b](docs) [c](docs/more/README.md#a--b) [d](docs/more/README.md#twice-1)',
    ),
    [],
  );
});

test('addresses in HTML are looked at too', () => {
  assert.deepEqual(
    problemsOf(
      'README.md',
      '<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="docs/dark.png">\n  <img alt="A" src="docs/more/README.md">\n</picture>\n',
    ),
    ['README.md: docs/dark.png does not exist'],
  );
});

for (const [what, link, problem] of [
  ['a file that does not exist', 'gone.md', 'gone.md does not exist'],
  ['an address from the root', '/docs/bad.md', 'does not exist'],
  [
    'a heading that does not exist',
    'more/README.md#not-a-heading',
    'has no heading #not-a-heading on GitHub',
  ],
  [
    'a heading whose anchor differs in TechDocs',
    'more/README.md#a--b',
    'has no heading #a--b on TechDocs',
  ],
  [
    'a namesake whose anchor differs in TechDocs',
    'more/README.md#twice-1',
    'has no heading #twice-1 on TechDocs',
  ],
  [
    'an anchor of TechDocs alone',
    'more/README.md#a-b',
    'has no heading #a-b on GitHub',
  ],
  [
    'a file outside of docs',
    '../SECURITY.md',
    'TechDocs has nothing at ../SECURITY.md',
  ],
  ['a directory', 'more', 'TechDocs has nothing at more'],
  [
    'a file that the repository on the web lacks',
    `${url}/blob/main/gone.md`,
    'does not exist',
  ],
  [
    'a directory as if it were a file',
    `${url}/blob/main/docs`,
    'write tree for blob',
  ],
]) {
  test(`${what} is a problem`, () => {
    const problems = problemsOf('docs/bad.md', `# Bad\n\n[x](${link})\n`);
    assert.ok(
      problems.some(text => text.includes(problem)),
      `${problem} is not among ${JSON.stringify(problems)}`,
    );
  });
}
