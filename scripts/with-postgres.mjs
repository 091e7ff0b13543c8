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

// Runs a command with an empty PostgreSQL at hand:
//   node scripts/with-postgres.mjs COMMAND [ARGUMENT…]
// Tests find it through the variable that Backstage's TestDatabases reads.

import { run } from './lib/processes.mjs';
import { main, Problem } from './lib/say.mjs';
import { startPostgres, TEST_DATABASE_VARIABLE } from './lib/postgres.mjs';

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!command) {
    throw new Problem(
      'Say which command to run: node scripts/with-postgres.mjs COMMAND [ARGUMENT…]',
    );
  }
  const postgres = await startPostgres().catch(error => {
    throw new Problem(`Cannot run ${command}: ${error.message}.`);
  });
  try {
    return await run(command, args, {
      stdio: ['inherit', 'inherit', 'inherit'],
      env: {
        ...process.env,
        [TEST_DATABASE_VARIABLE]: postgres.connectionString,
      },
    });
  } finally {
    await postgres.stop();
  }
});
