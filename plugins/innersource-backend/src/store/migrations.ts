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

import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Where the migrations lie, seen from source and from the built package alike. */
export const migrationsDirectory = resolvePackagePath(
  '@ispo/backstage-plugin-innersource-backend',
  'migrations',
);

/**
 * Connects to the plugin's database and brings its tables up to date, unless
 * the administrator migrates by other means. Replicas that start at the same
 * time wait for one another.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    const config = { directory: migrationsDirectory };
    if (knex.client.config.client === 'pg') {
      await knex.transaction(async trx => {
        // Knex has no lock yet while it creates the tables that its lock needs.
        await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
          'innersource migrations',
        ]);
        await trx.migrate.latest(config);
      });
    } else {
      await knex.migrate.latest(config);
    }
  }
  return knex;
}
