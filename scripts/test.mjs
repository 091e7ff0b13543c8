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

// Runs the tests of every package, on SQLite and PostgreSQL, on a machine that
// may have nothing but some Node, npm and git. Arguments go to Jest.

import { ensureInstalled } from './lib/install.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { startPostgres, TEST_DATABASE_VARIABLE } from './lib/postgres.mjs';
import { run } from './lib/processes.mjs';
import { backstageCli, root } from './lib/repository.mjs';
import { main, say } from './lib/say.mjs';

await main(() =>
  inSupportedNode(async () => {
    const args = process.argv.slice(2);
    await ensureInstalled();
    const env = { ...process.env };
    let postgres;
    if (!env[TEST_DATABASE_VARIABLE]) {
      try {
        postgres = await startPostgres();
        env[TEST_DATABASE_VARIABLE] = postgres.connectionString;
        say('PostgreSQL is up: the tests run on SQLite and PostgreSQL.');
      } catch (error) {
        say(`Testing on SQLite alone: ${error.message}.`);
      }
    }
    const watch = args.some(arg => arg.startsWith('--watch'));
    try {
      return await run(
        process.execPath,
        [
          backstageCli,
          'repo',
          'test',
          ...(watch ? [] : ['--watchAll=false']),
          // Jest's five seconds are too few for a busy machine.
          '--testTimeout=240000',
          ...args,
        ],
        {
          cwd: root,
          stdio: [watch ? 'inherit' : 'ignore', 'inherit', 'inherit'],
          env,
        },
      );
    } finally {
      await postgres?.stop();
    }
  }),
);
