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

// Packs what would be published and looks into the archives: documents, entry
// points, Backstage's metadata, no tests, and exactly the dependencies that the
// code imports.
//   yarn archives:check                      builds and packs
//   yarn archives:check --built              packs what is built
//   yarn archives:check --built --keep DIR   keeps the archives in DIR

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  archiveOf,
  buildPackages,
  filesBelow,
  packPackages,
  problemsOf,
  publishedPackages,
} from './lib/archives.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { run } from './lib/processes.mjs';
import { main, Problem } from './lib/say.mjs';

async function execute(name, command, args, options) {
  const code = await run(command, args, {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) {
    throw new Problem(`The step "${name}" failed; see above.`);
  }
}

await main(() =>
  inSupportedNode(async () => {
    const { values } = parseArgs({
      options: { built: { type: 'boolean' }, keep: { type: 'string' } },
    });
    await ensureInstalled();
    const directory = await mkdtemp(path.join(os.tmpdir(), 'innersource-'));
    try {
      const packed = path.resolve(values.keep ?? directory);
      await mkdir(packed, { recursive: true });
      if (!values.built) {
        await buildPackages(execute);
      }
      await packPackages(packed, execute);
      const published = publishedPackages();
      const packages = published.map(({ manifest }) => manifest.name);
      let problems = 0;
      for (const { directory: sources, manifest } of published) {
        const unpacked = path.join(directory, path.basename(manifest.name));
        await mkdir(unpacked);
        execFileSync('tar', [
          ...['-xzf', archiveOf(packed, manifest)],
          ...['-C', unpacked, '--strip-components=1'],
        ]);
        const found = problemsOf(unpacked, {
          packages,
          sources: path.join(sources, 'src'),
        });
        problems += found.length;
        process.stdout.write(
          `${manifest.name}: ${filesBelow(unpacked).length} files, ${
            found.length
          } problems\n${found.map(sentence => `  ${sentence}\n`).join('')}`,
        );
      }
      return problems ? 1 : 0;
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }),
);
