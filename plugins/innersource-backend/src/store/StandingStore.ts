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
import { DayRange } from './columns';
import { NOBODY, RELATION_CODES, STATE_CODES } from './contributionCodes';
import { PageWriter, StoredStanding } from './ContributionWriter';
import { PeopleStore } from './PeopleStore';

const SECONDS_PER_DAY = 86_400;

const TABLES = ['contributions', 'change_requests'] as const;

/** Somebody's user, whichever of the merged rows a contribution names. */
const USER_REF = 'coalesce(target.user_ref, person.user_ref)';

/** A project whose standings are decided anew. */
export interface RecomputedProject {
  id: number;
  entityRef: string;
  repositoryId: number;
}

type Narrow = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/** Somebody's standing as stored for a part of a project's contributions. */
interface StandingRow {
  person_id: number;
  user_ref: string | null;
  relation: number;
  distance: number | null;
  team_id: number | null;
  owner_id: number | null;
  total: number | string;
}

/** Replaces standings of past contributions. */
export class StandingStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): StandingStore {
    return new StandingStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All projects with contributions, or one. */
  async getProjects(entityRef?: string): Promise<RecomputedProject[]> {
    const query = this.#projects().orderBy('p.id');
    return entityRef === undefined
      ? query
      : query.where('p.entity_ref', entityRef);
  }

  /** Projects with `unknown` contributions of people who are users by now. */
  async findUndecided(): Promise<RecomputedProject[]> {
    const undecided = (table: string) =>
      withPeople(this.#knex(`${table} as c`))
        .where('c.relation', this.#unknown())
        .whereRaw(`${USER_REF} is not null`)
        .select('c.project_id');
    return this.#projects()
      .where(one =>
        TABLES.forEach(table => one.orWhereIn('p.id', undecided(table))),
      )
      .orderBy('p.id');
  }

  /**
   * Decides what is `unknown` of one project's contributions by people who are
   * users by now, in one transaction. What cannot be decided yet stays.
   *
   * @returns how many contributions were decided
   */
  async decideUnknown(
    projectId: number,
    decide: (user: string, page: PageWriter) => Promise<StoredStanding>,
  ): Promise<number> {
    const unknown: Narrow = query => query.where('relation', this.#unknown());
    return this.#replace(
      projectId,
      { contributions: unknown, change_requests: unknown },
      async (row, page) => {
        const standing =
          row.user_ref === null ? undefined : await decide(row.user_ref, page);
        return standing?.relation === RELATION_CODES.unknown
          ? undefined
          : standing;
      },
    );
  }

  /**
   * Decides standings of one project's contributions between two days anew, in
   * one transaction. Bots and deleted accounts stay what they are.
   *
   * @returns how many contributions changed
   */
  async restate(
    projectId: number,
    { firstDay, lastDay }: DayRange,
    decide: (user: string | null, page: PageWriter) => Promise<StoredStanding>,
  ): Promise<number> {
    const end = (lastDay + 1) * SECONDS_PER_DAY;
    return this.#replace(
      projectId,
      {
        contributions: query => query.whereBetween('day', [firstDay, lastDay]),
        change_requests: query =>
          query.where(within =>
            within
              .whereBetween('closed_at', [firstDay * SECONDS_PER_DAY, end - 1])
              .orWhere(open =>
                open
                  .where('state', STATE_CODES.open)
                  .where('created_at', '<', end),
              ),
          ),
      },
      (row, page) => decide(row.user_ref, page),
    );
  }

  async #replace(
    projectId: number,
    narrow: Record<(typeof TABLES)[number], Narrow>,
    decide: (
      row: StandingRow,
      page: PageWriter,
    ) => Promise<StoredStanding | undefined>,
  ): Promise<number> {
    return this.#knex.transaction(async trx => {
      const page = new PageWriter(trx, PeopleStore.create({ knex: trx }));
      const decided = new Map<string | null, StoredStanding | undefined>();
      let changed = 0;
      for (const table of TABLES) {
        const rows: StandingRow[] = await narrow[table](
          withPeople(trx(`${table} as c`))
            .where('c.project_id', projectId)
            .whereNot('c.person_id', NOBODY)
            .whereNot('c.relation', RELATION_CODES.bot),
        )
          .groupBy(
            'c.person_id',
            'person.user_ref',
            'target.user_ref',
            'c.relation',
            'c.distance',
            'c.team_id',
            'c.owner_id',
          )
          .select(
            'c.person_id',
            trx.raw(`${USER_REF} as user_ref`),
            'c.relation',
            'c.distance',
            'c.team_id',
            'c.owner_id',
            trx.raw(
              `${table === 'contributions' ? 'sum(c.count)' : '0'} as total`,
            ),
          );
        for (const row of rows) {
          if (!decided.has(row.user_ref)) {
            decided.set(row.user_ref, await decide(row, page));
          }
          const standing = decided.get(row.user_ref);
          if (!standing || isSame(row, standing)) {
            continue;
          }
          await narrow[table](
            trx(table)
              .where('project_id', projectId)
              .where('person_id', row.person_id)
              .whereNot('relation', RELATION_CODES.bot),
          ).update({
            relation: standing.relation,
            distance: standing.distance,
            team_id: standing.teamId,
            owner_id: standing.ownerId,
          });
          changed += Number(row.total);
        }
      }
      return changed;
    });
  }

  #projects(): Knex.QueryBuilder {
    return this.#knex('contribution_projects as p').select(
      'p.id',
      'p.entity_ref as entityRef',
      'p.repository_id as repositoryId',
    );
  }

  /** A literal: the partial indexes serve no query that binds it. */
  #unknown(): Knex.Raw {
    return this.#knex.raw(String(RELATION_CODES.unknown));
  }
}

function withPeople(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .leftJoin('contribution_people as person', 'person.id', 'c.person_id')
    .leftJoin(
      'contribution_people as target',
      'target.id',
      'person.merged_into',
    );
}

function isSame(row: StandingRow, standing: StoredStanding): boolean {
  return (
    row.relation === standing.relation &&
    row.distance === standing.distance &&
    row.team_id === standing.teamId &&
    row.owner_id === standing.ownerId
  );
}
