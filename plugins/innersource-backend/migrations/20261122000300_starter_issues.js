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
  await knex.schema.createTable('starter_issues', table => {
    table.comment('Open, unassigned starter issues of the latest evaluation');
    table
      .string('entity_ref', 767)
      .notNullable()
      .references('entity_ref')
      .inTable('evaluations')
      .onDelete('CASCADE');
    table.integer('number').notNullable();
    table.text('title').notNullable();
    table.text('url').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.integer('comments').notNullable();
    table.string('effort', 255);
    table.text('search_text').notNullable().comment('Lower case');
    table.primary(['entity_ref', 'number']);
    table.index(['created_at', 'entity_ref', 'number']);
    table.index(['comments', 'entity_ref', 'number']);
  });

  await knex.schema.createTable('starter_issue_values', table => {
    table.comment('Labels and skills of starter issues');
    table.string('entity_ref', 767).notNullable();
    table.integer('number').notNullable();
    table.string('field', 16).notNullable().comment('label or skill');
    table.string('value', 255).notNullable();
    table.primary(['entity_ref', 'number', 'field', 'value']);
    table
      .foreign(['entity_ref', 'number'])
      .references(['entity_ref', 'number'])
      .inTable('starter_issues')
      .onDelete('CASCADE');
    table.index(['field', 'value', 'entity_ref', 'number']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('starter_issue_values');
  await knex.schema.dropTable('starter_issues');
};
