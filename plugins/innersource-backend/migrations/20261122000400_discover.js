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

// @ts-check

/**
 * What contributions say about a project, beside its evaluation, and the name
 * that its repository gives it, so that lists can be filtered and sorted by them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table
      .double('first_response_hours')
      .comment('Median to other teams, 365 days; null when unknown');
    table
      .integer('outside_contributions')
      .comment('Of code, 365 days; null until contributions were read');
    table
      .string('sort_name', 255)
      .comment('Lower-case title of innersource.json, which goes first');
    table.index(['first_response_hours', 'entity_ref']);
    table.index(['outside_contributions', 'entity_ref']);
  });
};

/**
 * Columns are dropped by statement: the query builder would copy the table on
 * SQLite, and with it lose the rows that refer to it.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropIndex(['first_response_hours', 'entity_ref']);
    table.dropIndex(['outside_contributions', 'entity_ref']);
  });
  for (const column of [
    'first_response_hours',
    'outside_contributions',
    'sort_name',
  ]) {
    await knex.raw('alter table evaluations drop column ??', [column]);
  }
};
