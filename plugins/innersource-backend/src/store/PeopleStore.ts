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
import { chunked, withoutNul } from './columns';
import { NOBODY } from './contributionCodes';

/** Keys per query, below every engine's limit of bindings. */
const CHUNK = 500;

/** One identity to find the person of. */
export interface PersonRequest {
  /** Digests of all keys, the surest first; empty for a deleted account. */
  digests: readonly string[];
  /** The user whom the catalog says it is. */
  user?: string;
  /** What to call somebody who is not in the catalog. */
  label: string;
}

/** A person as stored. */
export interface StoredPerson {
  id: number;
  user: string | null;
  /** Rows that were merged into this one; contributions may still name them. */
  formerIds: readonly number[];
}

interface PersonRow {
  id: number;
  user_ref: string | null;
  label: string;
  merged_into: number | null;
}

/** People and identities of one batch. */
class PeopleBook {
  readonly #trx: Knex;
  readonly #byId = new Map<number, PersonRow>();
  readonly #byUser = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly #newKeys = new Map<string, number>();
  readonly #formerIds = new Map<number, Set<number>>();

  static async open(
    trx: Knex,
    requests: readonly PersonRequest[],
  ): Promise<PeopleBook> {
    const book = new PeopleBook(trx);
    const keys = [...new Set(requests.flatMap(request => request.digests))];
    for (const part of chunked(keys, CHUNK)) {
      const rows: Array<{ key: string; person_id: number }> = await trx(
        'contribution_identities',
      )
        .whereIn('key', part)
        .select('key', 'person_id');
      rows.forEach(row => book.#byKey.set(row.key, row.person_id));
    }
    const users = requests.flatMap(request => request.user ?? []);
    for (const part of chunked([...new Set(users)], CHUNK)) {
      await book.#load(query => query.whereIn('user_ref', part));
    }
    const ids = [...new Set(book.#byKey.values())].filter(
      id => !book.#byId.has(id),
    );
    for (const part of chunked(ids, CHUNK)) {
      await book.#load(query => query.whereIn('id', part));
    }
    const canonical = [...book.#byId.values()]
      .flatMap(row => row.merged_into ?? [])
      .filter(id => !book.#byId.has(id));
    for (const part of chunked([...new Set(canonical)], CHUNK)) {
      await book.#load(query => query.whereIn('id', part));
    }
    for (const part of chunked([...book.#byId.keys()], CHUNK)) {
      await book.#load(query => query.whereIn('merged_into', part));
    }
    return book;
  }

  private constructor(trx: Knex) {
    this.#trx = trx;
  }

  async resolve(request: PersonRequest): Promise<void> {
    const { digests, user, label } = request;
    if (digests.length === 0) {
      return;
    }
    const known = [
      ...new Set(digests.flatMap(digest => this.#canonical(digest) ?? [])),
    ];
    let id: number | undefined;
    if (user !== undefined) {
      const unmapped = known.filter(
        candidate => this.#byId.get(candidate)?.user_ref === null,
      );
      id = this.#byUser.get(user);
      if (id === undefined && unmapped.length > 0) {
        id = await this.#nameUser(unmapped[0], user);
      }
      id ??= await this.#insert(user, label);
      for (const candidate of unmapped) {
        await this.#merge(candidate, id);
      }
    } else {
      id = known[0] ?? (await this.#insert(null, label));
      for (const candidate of known) {
        if (
          this.#byId.get(candidate)?.user_ref === null &&
          this.#byId.get(id)?.user_ref === null
        ) {
          await this.#merge(candidate, id);
        }
      }
    }
    for (const digest of digests) {
      if (!this.#byKey.has(digest)) {
        this.#byKey.set(digest, id);
        this.#newKeys.set(digest, id);
      }
    }
  }

  /** In one order in all transactions, so that two of them never wait for each other. */
  async saveKeys(): Promise<void> {
    const rows = [...this.#newKeys]
      .map(([key, id]) => ({ key, person_id: id }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const part of chunked(rows, CHUNK)) {
      await this.#trx('contribution_identities')
        .insert(part)
        .onConflict('key')
        .ignore();
    }
  }

  person(request: PersonRequest): StoredPerson {
    const byUser = request.user && this.#byUser.get(request.user);
    const id =
      byUser ||
      request.digests
        .map(digest => this.#canonical(digest))
        .find(candidate => candidate !== undefined);
    if (id === undefined) {
      return { id: NOBODY, user: null, formerIds: [] };
    }
    return {
      id,
      user: this.#byId.get(id)?.user_ref ?? null,
      formerIds: [...(this.#formerIds.get(id) ?? [])],
    };
  }

  #canonical(digest: string): number | undefined {
    const id = this.#byKey.get(digest);
    return id === undefined ? undefined : this.#byId.get(id)?.merged_into ?? id;
  }

  async #load(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    const rows: PersonRow[] = await narrow(
      this.#trx('contribution_people').select(
        'id',
        'user_ref',
        'label',
        'merged_into',
      ),
    );
    rows.forEach(row => this.#put(row));
  }

  #put(row: PersonRow): void {
    this.#byId.set(row.id, row);
    if (row.user_ref !== null) {
      this.#byUser.set(row.user_ref, row.id);
    }
    if (row.merged_into !== null) {
      const former = this.#formerIds.get(row.merged_into) ?? new Set();
      this.#formerIds.set(row.merged_into, former.add(row.id));
    }
  }

  async #insert(user: string | null, label: string): Promise<number> {
    const [row] = await this.#trx('contribution_people')
      .insert({ user_ref: user, label: withoutNul(label).slice(0, 100) })
      .onConflict('user_ref')
      .merge(['user_ref'])
      .returning(['id', 'user_ref', 'label', 'merged_into']);
    this.#put(row);
    return row.id;
  }

  async #nameUser(id: number, user: string): Promise<number | undefined> {
    const taken = await this.#trx('contribution_people')
      .where('user_ref', user)
      .first('id', 'user_ref', 'label', 'merged_into');
    if (taken) {
      this.#put(taken);
      return taken.id;
    }
    await this.#trx('contribution_people')
      .where('id', id)
      .update({ user_ref: user });
    const row = this.#byId.get(id);
    if (row) {
      this.#put({ ...row, user_ref: user });
    }
    return id;
  }

  async #merge(from: number, into: number): Promise<void> {
    if (from === into) {
      return;
    }
    await this.#trx('contribution_people')
      .where('id', from)
      .orWhere('merged_into', from)
      .update({ merged_into: into });
    for (const former of [from, ...(this.#formerIds.get(from) ?? [])]) {
      const row = this.#byId.get(former);
      if (row) {
        this.#put({ ...row, merged_into: into });
      }
    }
    this.#formerIds.delete(from);
  }
}

/**
 * Finds the person behind identities, and learns identities: what comes
 * together once (a login with an address) belongs together from then on.
 */
export class PeopleStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): PeopleStore {
    return new PeopleStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** People for requests, in their order. */
  async resolve(
    requests: readonly PersonRequest[],
    trx: Knex = this.#knex,
  ): Promise<StoredPerson[]> {
    const book = await PeopleBook.open(trx, requests);
    for (const request of requests) {
      await book.resolve(request);
    }
    await book.saveKeys();
    return requests.map(request => book.person(request));
  }

  /**
   * Takes note of users whom the catalog has come to know since.
   *
   * @param userOf - the user whom a digest belongs to
   * @returns how many people were found to be a user
   */
  async link(userOf: (digest: string) => string | undefined): Promise<number> {
    const rows: Array<{ key: string; label: string; person_id: number }> =
      await this.#knex('contribution_identities as i')
        .join('contribution_people as p', 'p.id', 'i.person_id')
        .whereNull('p.user_ref')
        .whereNull('p.merged_into')
        .select('i.key', 'p.label', 'i.person_id');
    const found = rows
      .map(row => ({ ...row, user: userOf(row.key) }))
      .filter(row => row.user !== undefined);
    for (const part of chunked(found, CHUNK)) {
      await this.#knex.transaction(trx =>
        this.resolve(
          part.map(({ key, label, user }) => ({ digests: [key], label, user })),
          trx,
        ),
      );
    }
    return new Set(found.map(row => row.person_id)).size;
  }
}
