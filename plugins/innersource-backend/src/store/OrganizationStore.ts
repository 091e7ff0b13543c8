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
  FailureKind,
  OrganizationEvaluation,
  OrganizationRef,
  OrganizationReport,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { chunked, toFailureKind, toInstant, withoutNul } from './columns';

/** Rows per statement: SQLite allows 32,766 bindings. */
const CHUNK = 500;

/** Owners of repositories and how they are set up. */
export interface OrganizationStore {
  /** Owners of all stored repositories, one spelling each. */
  findOwners(): Promise<OrganizationRef[]>;

  /** Keeps exactly these; new ones are due at once. */
  synchronise(owners: readonly OrganizationRef[], now: Date): Promise<void>;

  /** Those to read next, longest due first. */
  listDue(now: Date, limit: number): Promise<OrganizationRef[]>;

  /** Stores an evaluation; null for an account that is a person's. */
  saveEvaluation(
    organization: OrganizationRef,
    evaluation: OrganizationEvaluation | null,
    nextRunAt: Date,
  ): Promise<void>;

  /** Notes a failure; the last good evaluation stays. */
  saveFailure(
    organization: OrganizationRef,
    failure: {
      kind: FailureKind;
      message: string;
      now: Date;
      nextRunAt: Date;
    },
  ): Promise<void>;

  /** All organisations by host and name, without people. */
  list(): Promise<OrganizationReport[]>;
}

interface OrganizationRow {
  host: string;
  name: string;
  login: string;
  personal: boolean | number;
  next_run_at: string;
  evaluation: string | null;
  failing_since: string | null;
  failure_kind: string | null;
  failure_message: string | null;
}

/** Organisations in the plugin's database. */
export class DatabaseOrganizationStore implements OrganizationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseOrganizationStore {
    return new DatabaseOrganizationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async findOwners(): Promise<OrganizationRef[]> {
    const owners = new Map<string, OrganizationRef>();
    const rows: Array<{ host: string; full_name: string }> = await this.#knex(
      'repositories',
    )
      .whereNot('host', '')
      .orderBy('id')
      .select('host', 'full_name');
    for (const { host, full_name: fullName } of rows) {
      const login = fullName.split('/')[0];
      const key = keyOf({ host, login });
      if (login && !owners.has(key)) {
        owners.set(key, { host, login });
      }
    }
    return [...owners.values()];
  }

  async synchronise(
    owners: readonly OrganizationRef[],
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      const stored: Array<Pick<OrganizationRow, 'host' | 'name'>> = await trx(
        'organizations',
      ).select('host', 'name');
      const wanted = new Set(owners.map(keyOf));
      for (const row of stored) {
        if (!wanted.has(keyOf({ host: row.host, login: row.name }))) {
          await trx('organizations')
            .where({ host: row.host, name: row.name })
            .delete();
        }
      }
      for (const chunk of chunked(owners, CHUNK)) {
        await trx('organizations')
          .insert(
            chunk.map(({ host, login }) => ({
              host,
              name: login.toLowerCase(),
              login,
              next_run_at: toInstant(now),
            })),
          )
          .onConflict(['host', 'name'])
          .ignore();
      }
    });
  }

  async listDue(now: Date, limit: number): Promise<OrganizationRef[]> {
    return this.#knex('organizations')
      .where('next_run_at', '<=', toInstant(now))
      .orderBy(['next_run_at', 'host', 'name'])
      .limit(limit)
      .select('host', 'login');
  }

  async saveEvaluation(
    organization: OrganizationRef,
    evaluation: OrganizationEvaluation | null,
    nextRunAt: Date,
  ): Promise<void> {
    await this.#row(organization).update({
      personal: evaluation === null,
      evaluation: evaluation && withoutNul(JSON.stringify(evaluation)),
      failing_since: null,
      failure_kind: null,
      failure_message: null,
      next_run_at: toInstant(nextRunAt),
    });
  }

  async saveFailure(
    organization: OrganizationRef,
    failure: {
      kind: FailureKind;
      message: string;
      now: Date;
      nextRunAt: Date;
    },
  ): Promise<void> {
    await this.#row(organization).update({
      failing_since: this.#knex.raw('coalesce(failing_since, ?)', [
        toInstant(failure.now),
      ]),
      failure_kind: failure.kind,
      failure_message: withoutNul(failure.message),
      next_run_at: toInstant(failure.nextRunAt),
    });
  }

  async list(): Promise<OrganizationReport[]> {
    const rows: OrganizationRow[] = await this.#knex('organizations')
      .where('personal', false)
      .orderBy(['host', 'name']);
    return rows.map(row => ({
      organization: { host: row.host, login: row.login },
      evaluation: row.evaluation ? JSON.parse(row.evaluation) : null,
      failure: row.failing_since
        ? {
            since: row.failing_since,
            kind: toFailureKind(row.failure_kind),
            message: row.failure_message ?? '',
          }
        : null,
    }));
  }

  #row({ host, login }: OrganizationRef) {
    return this.#knex('organizations').where({
      host,
      name: login.toLowerCase(),
    });
  }
}

function keyOf({ host, login }: OrganizationRef): string {
  return `${host}/${login.toLowerCase()}`;
}
