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

import { ContributionReading } from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { CONTRIBUTIONS_TASK, FACTS_TASK } from './tasks';

/**
 * How far contributions have been read.
 *
 * @param projects - Query of the table `projects` without columns, limited to
 * those that matter.
 */
export async function getContributionReading(
  projects: Knex.QueryBuilder,
): Promise<ContributionReading> {
  const queueOf = (task: string, alias: string) =>
    [
      { [alias]: 'queue' },
      (join: Knex.JoinClause) =>
        join
          .on(`${alias}.repository_id`, 'projects.repository_id')
          .andOnVal(`${alias}.task`, task),
    ] as const;
  const [row] = await projects
    .leftJoin(
      { reading_project: 'contribution_projects' },
      'reading_project.entity_ref',
      'projects.entity_ref',
    )
    .leftJoin(
      { reading: 'contribution_readings' },
      'reading.repository_id',
      'projects.repository_id',
    )
    .leftJoin(...queueOf(FACTS_TASK, 'facts_queue'))
    .leftJoin(...queueOf(CONTRIBUTIONS_TASK, 'reading_queue'))
    .whereNotNull('projects.repository_id')
    // A source that delivers none succeeds without ever having begun.
    .whereNot(none =>
      none
        .whereNull('reading.repository_id')
        .whereNotNull('reading_queue.last_success_at'),
    )
    .count({ projects: '*', read: 'reading_project.read_at' })
    .select(
      projects.client.raw(
        'count(case when reading_project.read_at is null and coalesce(facts_queue.failing_since, reading_queue.failing_since) is not null then 1 end) as failing',
      ),
    );
  return {
    projects: Number(row.projects),
    read: Number(row.read),
    failing: Number(row.failing),
  };
}
