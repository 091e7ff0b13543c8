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

import { readdirSync } from 'node:fs';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/databases';
import { migrationsDirectory } from './migrations';

jest.setTimeout(60_000);

const databases = createTestDatabases();

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where('table_schema', 'public')
          .select({ name: 'table_name' })
      : await knex('sqlite_master').where('type', 'table').select('name');
  return rows
    .map(row => row.name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up one by one and all the way down again, twice', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(migrationsDirectory).filter(file =>
      file.endsWith('.js'),
    );
    const config = { directory: migrationsDirectory };
    for (const round of [1, 2]) {
      const stages: string[][] = [await tablesOf(knex)];
      for (const _ of files) {
        await knex.migrate.up(config);
        stages.push(await tablesOf(knex));
      }
      expect(stages.at(-1)).toEqual(
        expect.arrayContaining(['evaluations', 'projects', 'queue']),
      );
      for (const stage of stages.reverse().slice(1)) {
        await knex.migrate.down(config);
        expect({ round, tables: await tablesOf(knex) }).toEqual({
          round,
          tables: stage,
        });
      }
    }
  });
});
