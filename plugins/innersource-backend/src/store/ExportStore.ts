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
  Evaluation,
  ProjectSummary,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import { unpack } from './columns';
import {
  filterProjects,
  ProjectFilters,
  ProjectListStore,
} from './ProjectListStore';

/** Projects that are in memory at the same time. */
const PAGE_SIZE = 200;

/** A project on its way into a file. */
export interface ExportedProject {
  summary: ProjectSummary;
  /** Null while there is none. */
  evaluation: Evaluation | null;
}

/** Reads projects in bulk, page by page. */
export interface ExportStore {
  /** Ordered by entity ref. */
  read(
    filters: ProjectFilters,
    scope: VisibleScope,
    now: Date,
  ): AsyncGenerator<ExportedProject[]>;
}

/** Exports from the plugin's database. */
export class DatabaseExportStore implements ExportStore {
  readonly #knex: Knex;
  readonly #lists: ProjectListStore;

  static create(options: {
    knex: Knex;
    lists: ProjectListStore;
  }): DatabaseExportStore {
    return new DatabaseExportStore(options.knex, options.lists);
  }

  private constructor(knex: Knex, lists: ProjectListStore) {
    this.#knex = knex;
    this.#lists = lists;
  }

  async *read(
    filters: ProjectFilters,
    scope: VisibleScope,
    now: Date,
  ): AsyncGenerator<ExportedProject[]> {
    let last: string | undefined;
    for (;;) {
      const query = filterProjects(
        scope.restrict(
          this.#knex('projects').leftJoin(
            'evaluations',
            'evaluations.entity_ref',
            'projects.entity_ref',
          ),
        ),
        filters,
      )
        .orderBy('projects.entity_ref')
        .limit(PAGE_SIZE)
        .select('projects.entity_ref', 'evaluations.evaluation');
      if (last !== undefined) {
        query.where('projects.entity_ref', '>', last);
      }
      const rows: Array<{ entity_ref: string; evaluation: Buffer | null }> =
        await query;
      if (rows.length === 0) {
        return;
      }
      const summaries = await this.#lists.getSummaries(
        rows.map(row => row.entity_ref),
        scope,
        now,
      );
      const page: ExportedProject[] = [];
      for (const [index, summary] of summaries.entries()) {
        const { evaluation } = rows[index];
        if (summary) {
          page.push({
            summary,
            evaluation: evaluation && (await unpack<Evaluation>(evaluation)),
          });
        }
      }
      yield page;
      last = rows[rows.length - 1].entity_ref;
    }
  }
}
