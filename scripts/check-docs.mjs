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

// Checks that every link of the documentation to a file or heading of this
// repository leads somewhere, on GitHub and in TechDocs, and that no file names
// a path of a machine.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brokenLinks } from './lib/links.mjs';
import { root } from './lib/repository.mjs';
import { main } from './lib/say.mjs';

const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter(file => file && existsSync(path.join(root, file)));

const read = file => readFileSync(path.join(root, file), 'utf8');

const MACHINE_PATH =
  /(?:^|[\s"'`(=:])(?:\/(?:home|Users|root)\/[\w.-]+|[A-Z]:\\Users\\)/m;

await main(() => {
  const documents = files.filter(file => file.endsWith('.md'));
  const { repository } = JSON.parse(read('plugins/innersource/package.json'));
  const url = repository.url.replace(/^git\+|\.git$/g, '');
  const problems = documents.flatMap(file => brokenLinks(file, { root, url }));
  for (const file of files) {
    const absolute = path.join(root, file);
    if (file.startsWith('.yarn/') || statSync(absolute).size > 2e6) {
      continue;
    }
    const found = read(file).match(MACHINE_PATH);
    if (found) {
      problems.push(
        `${file}: names a path of one machine (${found[0].trim()})`,
      );
    }
  }
  for (const problem of problems) {
    process.stdout.write(`${problem}\n`);
  }
  process.stdout.write(
    `${documents.length} documents of ${files.length} files, ${problems.length} problems\n`,
  );
  return problems.length ? 1 : 0;
});
