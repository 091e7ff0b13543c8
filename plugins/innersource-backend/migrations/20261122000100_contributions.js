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
 * Contributions are kept as sums by project, day, kind and person with the
 * standing (relation, distance, team, owner) that was decided when they were
 * read. Dictionaries keep the rows narrow. Days are counted from 1970-01-01 UTC,
 * times of change requests are seconds since then.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('contribution_people', table => {
    table.comment('People behind the identities of contributions');
    table
      .increments('id')
      .comment('Surrogate key; 0 stands for deleted accounts');
    table
      .string('user_ref', 767)
      .unique()
      .comment('Null while not in the catalog');
    table
      .string('label', 100)
      .notNullable()
      .comment('Login or name, no address');
    table
      .integer('merged_into')
      .index()
      .comment('Another row that turned out to be the same person');
  });

  await knex.schema.createTable('contribution_identities', table => {
    table.comment('Logins and addresses by which people are recognised');
    table.string('key', 32).primary().comment('Digest; no address is stored');
    table
      .integer('person_id')
      .notNullable()
      .index()
      .references('id')
      .inTable('contribution_people')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('contribution_teams', table => {
    table.comment('Teams and owners as they were placed when they contributed');
    table.increments('id');
    table.string('entity_ref', 767).notNullable();
    table
      .text('path')
      .notNullable()
      .comment('Refs from the top down, by blanks');
    table.string('path_hash', 32).notNullable();
    table.integer('members').notNullable().comment('When last seen');
    table.unique(['entity_ref', 'path_hash']);
  });

  await knex.schema.createTable('contribution_readings', table => {
    table.comment('How far the contributions of a repository were read');
    table
      .integer('repository_id')
      .primary()
      .references('id')
      .inTable('repositories')
      .onDelete('CASCADE');
    table.string('source', 255).notNullable();
    table.text('cursor').comment('Opaque to all but the source');
    table.string('since', 24).notNullable().comment('Start of the first fill');
    table
      .boolean('replacing')
      .notNullable()
      .comment('Rows that no page delivers again go at the end of the reading');
    table.string('read_at', 24).comment('Last complete reading');
  });

  await knex.schema.createTable('contribution_projects', table => {
    table.comment('Projects by number');
    table.increments('id');
    table
      .string('entity_ref', 767)
      .notNullable()
      .unique()
      .references('entity_ref')
      .inTable('projects')
      .onDelete('CASCADE');
    table.integer('repository_id').notNullable().index();
    table.text('path').notNullable().comment('Inside the repository, as read');
    table.string('owner_ref', 767).index().comment('In force when last read');
    table
      .specificType('unit', 'smallint')
      .notNullable()
      .comment('Kind that counts as a contribution of code');
    table.string('source', 255).notNullable();
    table.string('read_at', 24).comment('Last complete reading');
  });

  await knex.schema.createTable('contributions', table => {
    table.comment('Contributions by project, day, kind and person');
    table
      .integer('project_id')
      .notNullable()
      .references('id')
      .inTable('contribution_projects')
      .onDelete('CASCADE');
    table.integer('day').notNullable();
    table.integer('person_id').notNullable();
    table.integer('team_id').comment('contribution_teams');
    table.integer('owner_id').comment('contribution_teams');
    table.integer('count').notNullable();
    table.specificType('kind', 'smallint').notNullable();
    table.specificType('relation', 'smallint').notNullable();
    table.specificType('distance', 'smallint');
    table
      .text('keys')
      .notNullable()
      .comment('Six characters for each one counted');
    table.primary(['project_id', 'day', 'kind', 'person_id']);
  });
  // Only relation 1 (other): what teams and people did elsewhere.
  await knex.raw(
    'create index contributions_team_idx on contributions (team_id, day) where relation = 1',
  );
  await knex.raw(
    'create index contributions_person_idx on contributions (person_id, day) where relation = 1',
  );
  // Only relation 2 (unknown): what is decided once the catalog knows the person.
  await knex.raw(
    'create index contributions_unknown_idx on contributions (person_id, project_id) where relation = 2',
  );

  await knex.schema.createTable('change_requests', table => {
    table.comment('Change requests, for response times and what is open');
    table
      .integer('project_id')
      .notNullable()
      .references('id')
      .inTable('contribution_projects')
      .onDelete('CASCADE');
    table.integer('person_id').notNullable();
    table.integer('team_id').comment('contribution_teams');
    table.integer('owner_id').comment('contribution_teams');
    table.integer('merged_by').comment('contribution_people');
    table.specificType('relation', 'smallint').notNullable();
    table.specificType('distance', 'smallint');
    table.specificType('state', 'smallint').notNullable();
    table.boolean('self_merged').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('closed_at');
    table.bigInteger('first_response_at');
    table.string('external_id', 128).notNullable();
    table.text('title').comment('Only of open ones and of other teams');
    table.text('url').comment('Likewise');
    table.primary(['project_id', 'external_id']);
  });
  await knex.raw(
    'create index change_requests_person_idx on change_requests (person_id) where relation = 1',
  );
  await knex.raw(
    'create index change_requests_unknown_idx on change_requests (person_id, project_id) where relation = 2',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'change_requests',
    'contributions',
    'contribution_projects',
    'contribution_readings',
    'contribution_teams',
    'contribution_identities',
    'contribution_people',
  ]) {
    await knex.schema.dropTable(table);
  }
};
