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
import { chunked, unpack } from './columns';
import {
  DEFAULT_ORDER,
  filterProjects,
  orderProjects,
  ProjectListQuery,
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
  /** In the order asked for, most active first unless said otherwise. */
  read(
    query: ProjectListQuery,
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
    query: ProjectListQuery,
    scope: VisibleScope,
    now: Date,
  ): AsyncGenerator<ExportedProject[]> {
    // All keys at once: the order holds, whatever is evaluated meanwhile.
    const found = filterProjects(
      scope.restrict(
        this.#knex('projects').leftJoin(
          'evaluations',
          'evaluations.entity_ref',
          'projects.entity_ref',
        ),
      ),
      query,
    ).pluck('projects.entity_ref');
    orderProjects(found, query.orderBy ?? DEFAULT_ORDER);
    const refs: string[] = await found;
    for (const chunk of chunked(refs, PAGE_SIZE)) {
      const rows: Array<{ entity_ref: string; evaluation: Buffer }> =
        await this.#knex('evaluations')
          .whereIn('entity_ref', chunk)
          .select('entity_ref', 'evaluation');
      const evaluations = new Map(
        rows.map(row => [row.entity_ref, row.evaluation]),
      );
      const summaries = await this.#lists.getSummaries(chunk, scope, now);
      const page: ExportedProject[] = [];
      for (const summary of summaries) {
        if (summary) {
          const evaluation = evaluations.get(summary.entityRef);
          page.push({
            summary,
            evaluation: evaluation
              ? await unpack<Evaluation>(evaluation)
              : null,
          });
        }
      }
      yield page;
    }
  }
}
