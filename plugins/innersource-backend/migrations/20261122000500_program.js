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
 * What the program view sums up over all projects, kept where an evaluation
 * writes it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('check_results', table => {
    table
      .double('gain')
      .notNullable()
      .defaultTo(0)
      .comment('Points of readiness that passing it would add');
  });
  await knex.raw(
    `update check_results
     set gain = coalesce(100 * weight * (1 - coalesce(score, 0)) / nullif((
       select sum(other.weight) from check_results other
       where other.entity_ref = check_results.entity_ref and other.status in ('pass', 'partial', 'fail')
     ), 0), 0)
     where status in ('partial', 'fail')`,
  );
  await knex.schema.alterTable('snapshots', table => {
    table
      .boolean('inner_source')
      .comment(
        'Counted as an InnerSource project; null when that was not kept',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table check_results drop column gain');
  await knex.raw('alter table snapshots drop column inner_source');
};
