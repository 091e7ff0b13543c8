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
import { VisibleScope } from '../permissions/VisibleProjects';
import { having, Stack } from './ProjectListStore';

/** Languages and skills of a stack, the most frequent ones. */
const MAX_LANGUAGES = 10;
const MAX_SKILLS = 30;

/** What a person knows, and what fits them. */
export interface SuggestionStore {
  /** Languages and skills of visible projects that a person contributed to or owns. */
  getStack(person: {
    /** Full entity ref. */
    user: string;
    /** The user and their groups. */
    owners: readonly string[];
    /** What the person may see. */
    scope: VisibleScope;
  }): Promise<Stack>;

  /** Entity refs of projects that fit, best first. */
  rank(options: {
    stack: Stack;
    /** Entity refs of what the person's teams depend on. */
    dependencies: readonly string[];
    /** Whose projects are left out. */
    owners: readonly string[];
    scope: VisibleScope;
    limit: number;
  }): Promise<string[]>;
}

/** Suggestions from the plugin's database. */
export class DatabaseSuggestionStore implements SuggestionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseSuggestionStore {
    return new DatabaseSuggestionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getStack(person: {
    user: string;
    owners: readonly string[];
    scope: VisibleScope;
  }): Promise<Stack> {
    const knex = this.#knex;
    const { scope } = person;
    const known = (column: string) => (query: Knex.QueryBuilder) =>
      query
        .whereIn(column, owned =>
          owned
            .from('projects')
            .whereIn('owner', person.owners)
            .select('entity_ref'),
        )
        .orWhereIn(column, contributed =>
          contributed
            .from('contribution_projects')
            .whereIn('contribution_projects.id', projects =>
              projects
                .from('contributions')
                .where('count', '>', 0)
                .whereIn('person_id', people =>
                  people
                    .from('contribution_people as p')
                    .leftJoin(
                      'contribution_people as target',
                      'target.id',
                      'p.merged_into',
                    )
                    .where('p.user_ref', person.user)
                    .orWhere('target.user_ref', person.user)
                    .select('p.id'),
                )
                .select('project_id'),
            )
            .select('contribution_projects.entity_ref'),
        );
    const byFrequency = (value: string) => [
      { column: 'count', order: 'desc' as const },
      { column: value, order: 'asc' as const },
    ];
    const languages = await scope
      .restrict(knex<{ language: string }>('evaluations'), 'entity_ref')
      .whereNotNull('language')
      .where(known('entity_ref'))
      .groupBy('language')
      .select('language')
      .count({ count: '*' })
      .orderBy(byFrequency('language'))
      .limit(MAX_LANGUAGES);
    const skills = await scope
      .restrict(
        knex<{ value: string; field: string }>('evaluation_values'),
        'entity_ref',
      )
      .where('field', 'skill')
      .where(known('entity_ref'))
      .groupBy('value')
      .select('value')
      .count({ count: '*' })
      .orderBy(byFrequency('value'))
      .limit(MAX_SKILLS);
    return {
      languages: languages.map(row => row.language),
      skills: skills.map(row => row.value),
    };
  }

  async rank(options: {
    stack: Stack;
    dependencies: readonly string[];
    owners: readonly string[];
    scope: VisibleScope;
    limit: number;
  }): Promise<string[]> {
    const { stack, dependencies, owners, scope, limit } = options;
    const knex = this.#knex;
    const reasons = [
      { points: 4, matches: inList(knex, 'projects.entity_ref', dependencies) },
      {
        points: 3,
        matches: knex.raw('projects.entity_ref in (?)', [
          knex.queryBuilder().modify(having('skill', stack.skills)),
        ]),
      },
      {
        points: 2,
        matches: inList(knex, 'evaluations.language', stack.languages),
      },
    ];
    const fit = knex.raw(
      reasons
        .map(({ points }) => `case when ? then ${points} else 0 end`)
        .join(' + '),
      reasons.map(({ matches }) => matches),
    );
    const rows: Array<{ entity_ref: string }> = await knex
      .from(
        scope
          .restrict(
            knex('projects').join(
              'evaluations',
              'evaluations.entity_ref',
              'projects.entity_ref',
            ),
          )
          .where('evaluations.archived', false)
          .where(asking =>
            asking
              .where('projects.inner_source', true)
              .orWhere('evaluations.inner_source', true)
              .orWhere('evaluations.starter_issue_count', '>', 0),
          )
          .where(others =>
            others
              .whereNull('projects.owner')
              .orWhereNotIn('projects.owner', owners),
          )
          .select(
            'projects.entity_ref',
            'evaluations.starter_issue_count',
            'evaluations.activity',
            { fit },
          )
          .as('fitting'),
      )
      .where('fit', '>', 0)
      .orderByRaw(
        'fit desc, case when starter_issue_count > 0 then 0 else 1 end, coalesce(activity, 0) desc, entity_ref',
      )
      .limit(limit)
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}

/** `column in (…)`, false for an empty list on every engine. */
function inList(
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return values.length === 0
    ? knex.raw('1 = 0')
    : knex.raw(`?? in (${values.map(() => '?').join(', ')})`, [
        column,
        ...values,
      ]);
}
