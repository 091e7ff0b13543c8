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
// production build of the demo portal: what the plugin adds to the portal's start,
// and every chunk that opening the page loads beyond that, gzipped. Fails when a
// page is above the limit.
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
const COMPONENT = /plugins\/innersource\/src\/components\/(\w+)\/index\.ts/;
const TRANSLATION =
  /plugins\/innersource\/src\/translations\/(?:checks\.)?de\.ts/;
const OURS = /plugins\/innersource/;
const PACKAGE = /.*node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/;

/** What opens each component that is loaded when it is needed. */
const PAGES = {
  DiscoverContent: 'Discover',
  HelpWantedContent: 'Help wanted',
  MyContributionsContent: 'My contributions',
  ProgramContent: 'Program',
  EntityInnerSourceContent: 'tab of Components',
  EntityInnerSourceCard: 'card of Components',
  EntityGroupInnerSourceCard: 'card of Groups',
  EntityProgramCard: 'card of Groups, Systems and Domains',
  HomeWidget: 'widget of the home page',
  EntityInnerSourcePicker: 'filter of the catalog page',
  SearchResultItems: 'search results',
};

const sizes = new Map();
function gzipped(file) {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(readFileSync(path.join(dist, file))).length);
  }
  return sizes.get(file);
}

const sizeOf = chunk =>
  chunk.files
    .filter(file => file.endsWith('.js'))
    .reduce((bytes, file) => bytes + gzipped(file), 0);
const total = chunks =>
  chunks.reduce((bytes, chunk) => bytes + sizeOf(chunk), 0);
const kilobytes = bytes => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

/** The packages that take most of a chunk, or "own" for the plugin's own code. */
function contentsOf(chunk) {
  const bytes = new Map();
  for (const { name = '', size } of chunk.modules ?? []) {
    const from =
      PACKAGE.exec(name)?.[1] ?? (OURS.test(name) ? 'own' : 'portal');
    bytes.set(from, (bytes.get(from) ?? 0) + size);
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([from]) => from)
    .join(', ');
}

/** The chunk, those that are loaded with it, and those that it may load later. */
function loadedWith(chunk, chunks, seen = new Set()) {
  if (chunk && !chunk.initial && !seen.has(chunk)) {
    seen.add(chunk);
    for (const id of chunk.siblings) {
      const sibling = chunks.get(id);
      if (sibling && !sibling.initial) {
        seen.add(sibling);
      }
    }
    for (const id of chunk.children) {
      loadedWith(chunks.get(id), chunks, seen);
    }
  }
  return [...seen];
}

const holds = (chunk, pattern) =>
  chunk.modules?.some(({ name = '' }) => pattern.test(name));

function readPages(stats) {
  const chunks = new Map(stats.chunks.map(chunk => [chunk.id, chunk]));
  const pages = [];
  for (const chunk of stats.chunks.filter(({ initial }) => !initial)) {
    const component = chunk.modules
      ?.map(({ name = '' }) => COMPONENT.exec(name)?.[1])
      .find(Boolean);
    if (component) {
      const loaded = loadedWith(chunk, chunks);
      pages.push({ component, loaded, size: total(loaded) });
    }
  }
  const found = pages.map(({ component }) => component).sort();
  const known = Object.keys(PAGES).sort();
  if (found.join() !== known.join()) {
    throw new Problem(
      `The build loads ${found.join(
        ', ',
      )} when needed, this script knows ${known.join(', ')}. Correct PAGES.`,
    );
  }
  return pages.sort((a, b) => b.size - a.size);
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
  const stats = JSON.parse(readFileSync(file, 'utf8'));
  await rm(file);
  const pages = readPages(stats);
  // The portal's own lines in these chunks count as well: an upper bound.
  const start = total(
    stats.chunks.filter(chunk => chunk.initial && holds(chunk, OURS)),
  );
  const german = total(
    stats.chunks.filter(chunk => !chunk.initial && holds(chunk, TRANSLATION)),
  );
  const lines = [
    `${kilobytes(start)}  with the portal's start, on every page`,
    `${kilobytes(german)}  more on the first page where the language is German`,
    '',
    '      sum   of it for the page, gzipped',
  ];
  for (const { component, loaded, size } of pages) {
    lines.push(
      `${kilobytes(start + size)} ${kilobytes(size)}  ${PAGES[component]}`,
      ...loaded
        .map(chunk => ({ bytes: sizeOf(chunk), contents: contentsOf(chunk) }))
        .sort((a, b) => b.bytes - a.bytes)
        .map(
          ({ bytes, contents }) =>
            `${''.padEnd(11)}${kilobytes(bytes)}    ${contents}`,
        ),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  const tooLarge = pages.filter(
    ({ size }) => start + german + size > limit * 1000,
  );
  if (tooLarge.length) {
    throw new Problem(
      `More than ${limit} kB: ${tooLarge
        .map(({ component }) => PAGES[component])
        .join(', ')}. Look for what is imported without need.`,
    );
  }
  return 0;
});
