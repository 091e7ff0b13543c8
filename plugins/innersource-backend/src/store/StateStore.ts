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

import { Knex } from 'knex';

/** What the plugin remembers about itself. */
export type StateKey = 'catalogSyncedAt' | 'configurationHash';

/** Small facts about the plugin itself, shared by all replicas. */
export interface StateStore {
  get(key: StateKey): Promise<string | undefined>;
  set(key: StateKey, value: string): Promise<void>;
}

/** State in the plugin's database. */
export class DatabaseStateStore implements StateStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseStateStore {
    return new DatabaseStateStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(key: StateKey): Promise<string | undefined> {
    const row = await this.#knex('state').where('key', key).first('value');
    return row?.value;
  }

  async set(key: StateKey, value: string): Promise<void> {
    await this.#knex('state').insert({ key, value }).onConflict('key').merge();
  }
}
