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
  BackendStatus,
  FailingRepository,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { FACTS_TASK } from './tasks';
import { VisibleScope } from '../permissions/VisibleProjects';
import { toInstant, toFailureKind } from './columns';

/** Failing repositories that are listed. */
const MAX_FAILING = 100;

/** Pace of the first pass is measured over this time. */
const PACE_SECONDS = 600;

/** Counts over the projects of a scope. */
export type StatusFigures = Pick<
  BackendStatus,
  'projects' | 'repositories' | 'firstPass'
>;

/** What operators ask of the plugin. */
export interface StatusStore {
  getFigures(scope: VisibleScope, now: Date): Promise<StatusFigures>;
  /** Longest failing first; at most 100. */
  getFailing(scope: VisibleScope): Promise<FailingRepository[]>;
}

/** Status out of the plugin's database. */
export class DatabaseStatusStore implements StatusStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseStatusStore {
    return new DatabaseStatusStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getFigures(scope: VisibleScope, now: Date): Promise<StatusFigures> {
    const [row] = await scope
      .restrict(this.#projects())
      .select({ total: this.#knex.raw('count(*)') })
      .select({
        evaluated: this.#knex.raw('count(evaluations.entity_ref)'),
        failing: this.#knex.raw('count(queue.failing_since)'),
        sourced: this.#knex.raw('count(projects.repository_id)'),
        waiting: this.#knex.raw(
          'count(case when projects.repository_id is not null and evaluations.entity_ref is null and queue.failing_since is null then 1 end)',
        ),
        repositories: this.#knex.raw('count(distinct projects.repository_id)'),
        paced: this.#knex.raw(
          'count(case when queue.last_success_at >= ? then 1 end)',
          [toInstant(new Date(now.getTime() - PACE_SECONDS * 1000))],
        ),
      });
    const figures = Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, Number(value)]),
    );
    const { total, evaluated, failing, sourced, waiting, paced } = figures;
    return {
      projects: { total, evaluated, pending: waiting, failing },
      repositories: figures.repositories,
      firstPass: {
        done: waiting === 0,
        progress: sourced === 0 ? 1 : (sourced - waiting) / sourced,
        estimatedSeconds: estimate(waiting, paced),
      },
    };
  }

  async getFailing(scope: VisibleScope): Promise<FailingRepository[]> {
    const rows = await scope
      .restrictRepositories(this.#knex('queue'), 'queue.repository_id')
      .join('repositories', 'repositories.id', 'queue.repository_id')
      .where('queue.task', FACTS_TASK)
      .whereNotNull('queue.failing_since')
      .orderBy(['queue.failing_since', 'repositories.url'])
      .limit(MAX_FAILING)
      .select(
        'repositories.id',
        'repositories.url',
        'queue.failing_since',
        'queue.failure_kind',
        'queue.failure_message',
        'queue.attempts',
        'queue.next_run_at',
      );
    const entityRefs = new Map<number, string[]>();
    for (const project of await scope
      .restrict(this.#knex('projects'))
      .whereIn(
        'repository_id',
        rows.map(row => row.id),
      )
      .orderBy('entity_ref')
      .select('entity_ref', 'repository_id')) {
      const refs = entityRefs.get(project.repository_id) ?? [];
      refs.push(project.entity_ref);
      entityRefs.set(project.repository_id, refs);
    }
    return rows.map(row => ({
      repositoryUrl: row.url,
      entityRefs: entityRefs.get(row.id) ?? [],
      since: row.failing_since,
      kind: toFailureKind(row.failure_kind),
      message: row.failure_message ?? '',
      attempts: row.attempts,
      nextAttemptAt: row.next_run_at,
    }));
  }

  #projects() {
    return this.#knex('projects')
      .leftJoin('evaluations', 'evaluations.entity_ref', 'projects.entity_ref')
      .leftJoin('queue', join =>
        join
          .on('queue.repository_id', 'projects.repository_id')
          .andOnVal('queue.task', FACTS_TASK),
      );
  }
}

function estimate(waiting: number, paced: number): number | null {
  if (waiting === 0) {
    return 0;
  }
  return paced === 0 ? null : Math.ceil((waiting / paced) * PACE_SECONDS);
}
