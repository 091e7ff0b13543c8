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

// Says how much script each of the plugin's pages and cards brings along, in a
// production build of the demo portal: what it loads beyond the portal's start,
// gzipped. Fails when one is above the limit.
//   yarn bundle:report [--limit KILOBYTES]

import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { run } from './lib/processes.mjs';
import { backstageCli, root } from './lib/repository.mjs';
import { main, Problem, say } from './lib/say.mjs';

const app = path.join(root, 'packages', 'app');
const dist = path.join(app, 'dist');
const OURS = /plugins\/innersource\/src\/components\/(\w+)\/index\.ts/;

const sizes = new Map();
function gzipped(file) {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(readFileSync(path.join(dist, file))).length);
  }
  return sizes.get(file);
}

const scripts = chunk => chunk.files.filter(file => file.endsWith('.js'));
const kilobytes = bytes => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

/** What opening a lazily loaded part of the plugin loads, by name. */
function readParts(stats) {
  const chunks = new Map(stats.chunks.map(chunk => [chunk.id, chunk]));
  const parts = [];
  for (const chunk of stats.chunks) {
    const name = chunk.modules
      ?.map(module => OURS.exec(module.name ?? '')?.[1])
      .find(Boolean);
    if (name && !chunk.initial) {
      const shared = chunk.siblings
        .map(id => chunks.get(id))
        .filter(sibling => sibling && !sibling.initial)
        .flatMap(scripts);
      const sum = files =>
        [...new Set(files)].reduce((bytes, file) => bytes + gzipped(file), 0);
      parts.push({
        name,
        own: sum(scripts(chunk)),
        all: sum([...scripts(chunk), ...shared]),
      });
    }
  }
  return parts.sort((a, b) => b.all - a.all);
}

await main(async () => {
  const { values } = parseArgs({
    options: { limit: { type: 'string', default: '250' } },
  });
  const limit = Number(values.limit);
  say('Building the demo portal.');
  const code = await run(
    process.execPath,
    [
      ...[backstageCli, 'package', 'build', '--stats'],
      ...['--config', path.join(root, 'app-config.yaml')],
    ],
    { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (code !== 0) {
    throw new Problem('The demo portal could not be built; see above.');
  }
  const file = path.join(dist, 'bundle-stats.json');
  const parts = readParts(JSON.parse(readFileSync(file, 'utf8')));
  await rm(file);
  if (!parts.length) {
    throw new Problem('The build holds nothing of the plugin.');
  }
  process.stdout.write('       all         own  part, gzipped\n');
  for (const { name, own, all } of parts) {
    process.stdout.write(`${kilobytes(all)}  ${kilobytes(own)}  ${name}\n`);
  }
  const tooLarge = parts.filter(({ all }) => all > limit * 1000);
  if (tooLarge.length) {
    throw new Problem(
      `More than ${limit} kB: ${tooLarge
        .map(({ name }) => name)
        .join(', ')}. Look for what is imported without need.`,
    );
  }
  return 0;
});
