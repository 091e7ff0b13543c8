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
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('organizations', table => {
    table.comment('SCM accounts that own repositories of projects');
    table.string('host', 255).notNullable();
    table.string('name', 255).notNullable().comment('Login in lower case');
    table.string('login', 255).notNullable().comment('As the host spells it');
    table
      .boolean('personal')
      .notNullable()
      .defaultTo(false)
      .comment("A person's account, which has no set-up");
    table.string('next_run_at', 24).notNullable();
    table.text('evaluation').comment('OrganizationEvaluation as JSON');
    table.string('failing_since', 24);
    table.text('failure_message').comment('For people; without secrets');
    table.primary(['host', 'name']);
    table.index(['next_run_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('organizations');
};
