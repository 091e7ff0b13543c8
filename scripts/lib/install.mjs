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

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { explainDownload } from './download.mjs';
import { local, root } from './repository.mjs';
import { Problem, say } from './say.mjs';

const NEEDED_GIGABYTES = 3.5;

const settings = readFileSync(path.join(root, '.yarnrc.yml'), 'utf8');

/** The checked-in Yarn. */
export const yarn = path.join(root, settings.match(/^yarnPath: (.+)$/m)[1]);

async function fingerprint() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of (await readdir(path.join(root, folder))).sort()) {
      const file = path.join(folder, name, 'package.json');
      if (existsSync(path.join(root, file))) {
        files.push(file);
      }
    }
  }
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch}`);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function yarnInstall() {
  const child = spawn(process.execPath, [yarn, 'install', '--immutable'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let step = 'Resolution';
  const read = chunk => {
    output += chunk;
    for (const [, begun] of chunk.matchAll(/┌ (\w+) step/g)) {
      step = begun;
      say(`  ${step} …`);
    }
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  const ticking = setInterval(() => say(`  ${step}: still at work …`), 15_000);
  const forward = signal => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const [code, signal] = await once(child, 'exit');
  process.off('SIGINT', forward).off('SIGTERM', forward);
  clearInterval(ticking);
  return { code, signal, output };
}

/** Installs the dependencies, unless what is installed is what is asked for. */
export async function ensureInstalled() {
  const stamp = path.join(local, 'installed');
  const state = path.join(root, 'node_modules', '.yarn-state.yml');
  const wanted = await fingerprint();
  const present = await readFile(stamp, 'utf8').catch(() => undefined);
  const fresh = !existsSync(state);
  if (present === wanted && !fresh) {
    return;
  }
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1e9;
  if (fresh && free < NEEDED_GIGABYTES) {
    throw new Problem(
      `Installing the dependencies needs about ${NEEDED_GIGABYTES} GB of disk, and only ${free.toFixed(
        1,
      )} GB are free. Free some space and run the same command again.`,
    );
  }
  say(
    fresh
      ? 'Installing the dependencies with the checked-in Yarn (a few minutes, once).'
      : 'Bringing the dependencies up to date with yarn.lock.',
  );
  const { code, signal, output } = await yarnInstall();
  if (signal) {
    throw new Problem(
      'The installation was interrupted. Run the same command again: it goes on where it stopped.',
    );
  }
  if (code !== 0) {
    if (/YN0028/.test(output)) {
      throw new Problem(
        `yarn.lock does not match the package.json files. Run "node ${path.relative(
          root,
          yarn,
        )} install" and keep the changed yarn.lock.`,
      );
    }
    throw explainDownload('Installing the dependencies', output);
  }
  await mkdir(local, { recursive: true });
  await writeFile(stamp, wanted);
  say('The dependencies are installed.');
}
