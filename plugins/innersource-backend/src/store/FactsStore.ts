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

import { RepositoryFacts } from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { pack, toInstant, unpack } from './columns';

/** What is kept of the last successful reading besides the facts. */
export interface ReadingState {
  source: string;
  token: string;
  /** Of paths and documents asked for. */
  requestHash: string;
}

/** Facts of repositories as their sources saw them last. */
export interface FactsStore {
  getReadingStates(
    repositoryIds: readonly number[],
  ): Promise<Map<number, ReadingState>>;
  getFacts(repositoryId: number): Promise<RepositoryFacts | undefined>;
  /** Replaces a repository's facts. */
  saveFacts(
    repositoryId: number,
    facts: RepositoryFacts,
    state: ReadingState,
    now: Date,
  ): Promise<void>;
  /** Notes that a look found nothing new. */
  touch(repositoryId: number, token: string, now: Date): Promise<void>;
}

/** Facts in the plugin's database. */
export class DatabaseFactsStore implements FactsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseFactsStore {
    return new DatabaseFactsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getReadingStates(
    repositoryIds: readonly number[],
  ): Promise<Map<number, ReadingState>> {
    const rows = await this.#knex('repository_facts')
      .whereIn('repository_id', repositoryIds)
      .select('repository_id', 'source', 'token', 'request_hash');
    return new Map(
      rows.map(row => [
        row.repository_id,
        {
          source: row.source,
          token: row.token,
          requestHash: row.request_hash,
        },
      ]),
    );
  }

  async getFacts(repositoryId: number): Promise<RepositoryFacts | undefined> {
    const row = await this.#knex('repository_facts')
      .where('repository_id', repositoryId)
      .first('facts');
    return row && unpack<RepositoryFacts>(row.facts);
  }

  async saveFacts(
    repositoryId: number,
    facts: RepositoryFacts,
    state: ReadingState,
    now: Date,
  ): Promise<void> {
    await this.#knex('repository_facts')
      .insert({
        repository_id: repositoryId,
        source: state.source,
        token: state.token,
        request_hash: state.requestHash,
        facts: await pack(facts),
        observed_at: toInstant(now),
        checked_at: toInstant(now),
      })
      .onConflict('repository_id')
      .merge();
  }

  async touch(repositoryId: number, token: string, now: Date): Promise<void> {
    await this.#knex('repository_facts')
      .where('repository_id', repositoryId)
      .update({ token, checked_at: toInstant(now) });
  }
}
