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
import { DatabaseService } from '@backstage/backend-plugin-api';
import createKnex, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/databases';
import { migrationsDirectory, openDatabase } from './migrations';

jest.setTimeout(240_000);

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

  it('brings an empty database up to date when the backend starts', async () => {
    const knex = await databases.init(id);
    const database: DatabaseService = { getClient: async () => knex };
    await openDatabase(database);
    expect(await tablesOf(knex)).toContain('evaluations');
    await expect(openDatabase(database)).resolves.toBe(knex);
  });

  it('leaves the database alone where migrations are skipped', async () => {
    const knex = await databases.init(id);
    await openDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await tablesOf(knex)).toEqual([]);
  });

  // A file of SQLite has no replicas.
  if (id !== 'SQLITE_3') {
    it('lets replicas that start at the same time wait for one another', async () => {
      const knex = await databases.init(id);
      const replicas = [1, 2, 3, 4].map(() => createKnex(knex.client.config));
      try {
        await Promise.all(
          replicas.map(replica =>
            openDatabase({ getClient: async () => replica }),
          ),
        );
        expect(await tablesOf(knex)).toContain('evaluations');
      } finally {
        await Promise.all(replicas.map(replica => replica.destroy()));
      }
    });
  }
});
