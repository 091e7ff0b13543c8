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
import { NOBODY, RELATION_CODES, STATE_CODES } from './contributionCodes';
import { PageWriter, StoredStanding } from './ContributionWriter';
import { PeopleStore } from './PeopleStore';

const SECONDS_PER_DAY = 86_400;

/** A project whose standings are decided anew. */
export interface RecomputedProject {
  id: number;
  entityRef: string;
}

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
    const query = this.#knex('contribution_projects')
      .orderBy('id')
      .select('id', 'entity_ref as entityRef');
    return entityRef === undefined
      ? query
      : query.where('entity_ref', entityRef);
  }

  /**
   * Decides standings of one project's contributions between two days anew, in
   * one transaction. Bots and deleted accounts stay what they are.
   *
   * @returns how many contributions changed
   */
  async restate(
    projectId: number,
    range: { firstDay: number; lastDay: number },
    decide: (user: string | null, page: PageWriter) => Promise<StoredStanding>,
  ): Promise<number> {
    return this.#knex.transaction(async trx => {
      const page = new PageWriter(trx, PeopleStore.create({ knex: trx }));
      const decided = new Map<string | null, StoredStanding>();
      let changed = 0;
      for (const { table, limit, weight } of [
        {
          table: 'contributions',
          weight: 'sum(c.count)',
          limit: (query: Knex.QueryBuilder) =>
            query.whereBetween('day', [range.firstDay, range.lastDay]),
        },
        {
          table: 'change_requests',
          weight: '0',
          limit: (query: Knex.QueryBuilder) =>
            query.where(within =>
              within
                .whereBetween('closed_at', [
                  range.firstDay * SECONDS_PER_DAY,
                  (range.lastDay + 1) * SECONDS_PER_DAY - 1,
                ])
                .orWhere(open =>
                  open
                    .where('state', STATE_CODES.open)
                    .where(
                      'created_at',
                      '<',
                      (range.lastDay + 1) * SECONDS_PER_DAY,
                    ),
                ),
            ),
        },
      ]) {
        const rows: StandingRow[] = await limit(
          trx(`${table} as c`)
            .leftJoin(
              'contribution_people as person',
              'person.id',
              'c.person_id',
            )
            .leftJoin(
              'contribution_people as target',
              'target.id',
              'person.merged_into',
            )
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
            trx.raw('coalesce(target.user_ref, person.user_ref) as user_ref'),
            'c.relation',
            'c.distance',
            'c.team_id',
            'c.owner_id',
            trx.raw(`${weight} as total`),
          );
        for (const row of rows) {
          const standing =
            decided.get(row.user_ref) ?? (await decide(row.user_ref, page));
          decided.set(row.user_ref, standing);
          if (isSame(row, standing)) {
            continue;
          }
          await limit(
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
}

function isSame(row: StandingRow, standing: StoredStanding): boolean {
  return (
    row.relation === standing.relation &&
    row.distance === standing.distance &&
    row.team_id === standing.teamId &&
    row.owner_id === standing.ownerId
  );
}
