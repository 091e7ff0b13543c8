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
 * Instants are ISO 8601 text in UTC with milliseconds: they sort and compare
 * alike on every engine.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repositories', table => {
    table.comment('SCM repositories that hold at least one project');
    table.increments('id').comment('Surrogate key');
    table.string('url', 1024).notNullable().unique().comment('Normalised URL');
    table.string('host', 255).notNullable().comment('Empty for local ones');
    table.string('full_name', 1024).notNullable();
  });

  await knex.schema.createTable('repository_facts', table => {
    table.comment('What a source saw in a repository last');
    table
      .integer('repository_id')
      .primary()
      .references('id')
      .inTable('repositories')
      .onDelete('CASCADE');
    table.string('source', 255).notNullable().comment('Id of the source');
    table.text('token').notNullable().comment('Opaque to all but the source');
    table
      .string('request_hash', 64)
      .notNullable()
      .comment('Of paths and documents asked for; another one voids the token');
    table.binary('facts').notNullable().comment('gzip of RepositoryFacts JSON');
    table.string('observed_at', 24).notNullable().comment('When facts changed');
    table.string('checked_at', 24).notNullable().comment('Last look');
  });

  await knex.schema.createTable('queue', table => {
    table.comment('Work per repository, leased by replicas');
    table
      .integer('repository_id')
      .notNullable()
      .references('id')
      .inTable('repositories')
      .onDelete('CASCADE');
    table.string('task', 32).notNullable().comment('facts, evaluation, …');
    table.string('host', 255).notNullable().comment('Copied from repositories');
    table.string('next_run_at', 24).comment('Null: nothing scheduled');
    table
      .string('requested_at', 24)
      .comment('Asked for while leased: run again after the present run');
    table.integer('priority').notNullable().defaultTo(0);
    table.string('leased_until', 24);
    table.string('lease_owner', 64).comment('Unique per claim');
    table.integer('attempts').notNullable().defaultTo(0).comment('Failed ones');
    table.string('failing_since', 24);
    table.string('failure_kind', 32);
    table.text('failure_message').comment('For people; without secrets');
    table.string('last_success_at', 24);
    table.primary(['repository_id', 'task']);
    table.index(['task', 'priority', 'next_run_at'], 'queue_due_idx');
    table.index(['task', 'failing_since'], 'queue_failing_idx');
    table.index(['leased_until'], 'queue_leased_idx');
  });

  await knex.schema.createTable('projects', table => {
    table.comment('Catalog entities that are evaluated');
    table.string('entity_ref', 767).primary();
    table
      .integer('repository_id')
      .references('id')
      .inTable('repositories')
      .onDelete('SET NULL')
      .comment('Null without a readable source location');
    table.text('path').notNullable().defaultTo('').comment("'' for the whole");
    table.text('no_source_reason').comment('For people');
    table.string('kind', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('name', 255).notNullable();
    table.text('title').notNullable();
    table.string('sort_name', 255).notNullable().comment('Lower-case title');
    table.text('description');
    table.string('owner', 767).comment('Full entity ref');
    table.string('type', 255);
    table.string('lifecycle', 255);
    table.string('system', 767);
    table.string('domain', 767);
    table.text('catalog').notNullable().comment('CatalogFacts as JSON');
    table.string('catalog_hash', 64).notNullable();
    table
      .boolean('inner_source')
      .notNullable()
      .defaultTo(false)
      .comment('Counts as an InnerSource project by what the catalog says');
    table.text('search_text').notNullable().comment('Lower case');
    table.string('created_at', 24).notNullable().comment('First seen');
    table.index(['repository_id']);
    table.index(['owner']);
    table.index(['sort_name', 'entity_ref']);
    table.index(['created_at', 'entity_ref']);
  });

  await knex.schema.createTable('evaluations', table => {
    table.comment('Latest evaluation per project');
    table
      .string('entity_ref', 767)
      .primary()
      .references('entity_ref')
      .inTable('projects')
      .onDelete('CASCADE');
    table.string('evaluated_at', 24).notNullable();
    table.string('settings_hash', 64).notNullable();
    table.double('readiness').comment('0 to 100');
    table.string('grade', 32);
    table.string('level', 32).notNullable();
    table.double('activity').comment('Repository Activity Score');
    table.string('language', 255).comment('Main one');
    table.string('license', 255).comment('SPDX id');
    table.integer('starter_issue_count').notNullable().defaultTo(0);
    table.boolean('archived').notNullable().defaultTo(false);
    table
      .boolean('inner_source')
      .notNullable()
      .defaultTo(false)
      .comment('Counts as an InnerSource project by what the repository says');
    table.string('last_commit_at', 24);
    table.text('summary').notNullable().comment('JSON for lists');
    table.text('search_text').notNullable().comment('Lower case');
    table.binary('evaluation').notNullable().comment('gzip of Evaluation JSON');
    table.index(['activity', 'entity_ref']);
    table.index(['readiness', 'entity_ref']);
    table.index(['evaluated_at', 'entity_ref']);
    table.index(['grade']);
    table.index(['level']);
    table.index(['language']);
    table.index(['settings_hash']);
  });

  await knex.schema.createTable('evaluation_values', table => {
    table.comment('Fields with many values, for filters and facets');
    table
      .string('entity_ref', 767)
      .notNullable()
      .references('entity_ref')
      .inTable('evaluations')
      .onDelete('CASCADE');
    table.string('field', 16).notNullable().comment('topic or skill');
    table.string('value', 255).notNullable();
    table.primary(['entity_ref', 'field', 'value']);
    table.index(['field', 'value', 'entity_ref']);
  });

  await knex.schema.createTable('category_scores', table => {
    table.comment('Readiness per category of the latest evaluation');
    table
      .string('entity_ref', 767)
      .notNullable()
      .references('entity_ref')
      .inTable('evaluations')
      .onDelete('CASCADE');
    table.string('category', 32).notNullable();
    table.double('score').comment('0 to 100, null when nothing was conclusive');
    table.primary(['entity_ref', 'category']);
  });

  await knex.schema.createTable('check_results', table => {
    table.comment('Results of the latest evaluation, without evidence');
    table
      .string('entity_ref', 767)
      .notNullable()
      .references('entity_ref')
      .inTable('evaluations')
      .onDelete('CASCADE');
    table.string('check_id', 255).notNullable();
    table.string('category', 32).notNullable();
    table.string('status', 16).notNullable();
    table.double('score').comment('0 to 1');
    table.double('weight').notNullable();
    table.primary(['entity_ref', 'check_id']);
    table.index(['check_id', 'status', 'entity_ref']);
  });

  await knex.schema.createTable('snapshots', table => {
    table.comment('One row per project and day on which something changed');
    table
      .string('entity_ref', 767)
      .notNullable()
      .references('entity_ref')
      .inTable('projects')
      .onDelete('CASCADE');
    table.string('date', 10).notNullable().comment('YYYY-MM-DD, UTC');
    table.double('readiness');
    table.string('grade', 32);
    table.double('activity');
    table.text('categories').notNullable().comment('JSON');
    table.primary(['entity_ref', 'date']);
    table.index(['date']);
  });

  await knex.schema.createTable('state', table => {
    table.comment('Facts about the plugin itself');
    table.string('key', 64).primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'state',
    'snapshots',
    'check_results',
    'category_scores',
    'evaluation_values',
    'evaluations',
    'projects',
    'queue',
    'repository_facts',
    'repositories',
  ]) {
    await knex.schema.dropTable(table);
  }
};
