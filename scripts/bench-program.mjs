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

// Measures the program view's queries over a large organisation, on SQLite and
// PostgreSQL:
//   yarn bench:program [--projects 10000] [--databases sqlite,postgres]
// Every query is held against a bare read of the rows that it must look at, in
// the same run on the same data. Fails when one takes 10 times as long as that,
// or 2 seconds.

import { parseArgs } from 'node:util';
import { insertRows, load, median, onEngines } from './lib/bench.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { main, say } from './lib/say.mjs';

const MAX_MILLISECONDS = 2_000;
const MAX_RATIO = 10;

/** Below this, the time of one round trip hides what the query costs. */
const NEGLIGIBLE_MILLISECONDS = 20;

const SNAPSHOTS = 365;
const TEAMS = 1_000;
const DIVISIONS = 20;
const PEOPLE = 8_000;
const CHECKS = 40;
const CONTRIBUTION_DAYS = 730;
const CONTRIBUTIONS_PER_PROJECT = 150;
const CHANGE_REQUESTS_PER_PROJECT = 40;

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '10000' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const projectCount = Number(values.projects);

const refOf = project => `component:default/project-${project}`;
const teamOf = team => `group:default/team-${team}`;
const divisionOf = team => `group:default/division-${team % DIVISIONS}`;

/** The day in the past that queries are asked about. */
const dateBefore = (common, today) => common.formatDay(today - 90);

async function fill(knex, common, today) {
  const insert = (table, rows) => insertRows(knex, table, rows);
  const range = count => Array.from({ length: count }, (_, i) => i);
  const now = new Date().toISOString();
  await insert('repositories', [
    {
      url: 'https://github.com/acme/all',
      host: 'github.com',
      full_name: 'all',
    },
  ]);
  const { id: repositoryId } = await knex('repositories').first('id');
  await insert(
    'projects',
    range(projectCount).map(project => ({
      entity_ref: refOf(project),
      repository_id: repositoryId,
      kind: 'component',
      namespace: 'default',
      name: `project-${project}`,
      title: `Project ${project}`,
      sort_name: `project ${project}`,
      owner: teamOf(project % TEAMS),
      system: `system:default/system-${project % 500}`,
      domain: `domain:default/domain-${project % 20}`,
      catalog: '{}',
      catalog_hash: '',
      inner_source: project % 3 === 0,
      search_text: '',
      created_at: `${common.formatDay(today - 400)}T00:00:00.000Z`,
    })),
  );
  const readinessOf = project => (project * 37) % 101;
  await insert(
    'evaluations',
    range(projectCount).map(project => ({
      entity_ref: refOf(project),
      evaluated_at: now,
      settings_hash: '',
      readiness: readinessOf(project),
      grade: common.DEFAULT_GRADES.find(
        ({ from }) => readinessOf(project) >= from,
      ).grade,
      level: 'contributions-welcome',
      // As large as real ones, which queries must not have to read.
      summary: JSON.stringify({ text: 'x'.repeat(1_500) }),
      search_text: 'x'.repeat(500),
      evaluation: Buffer.alloc(4_096),
    })),
  );
  await insert(
    'contribution_teams',
    range(TEAMS).map(team => ({
      id: team + 1,
      entity_ref: teamOf(team),
      path: `group:default/acme ${divisionOf(team)} ${teamOf(team)}`,
      path_hash: '',
      members: 8,
    })),
  );
  await insert(
    'contribution_people',
    range(PEOPLE).map(person => ({
      id: person + 1,
      user_ref: `user:default/person-${person}`,
      label: `Person ${person}`,
      merged_into: person > 0 && person % 50 === 0 ? person : null,
    })),
  );
  await insert(
    'contribution_projects',
    range(projectCount).map(project => ({
      id: project + 1,
      entity_ref: refOf(project),
      repository_id: repositoryId,
      path: '',
      unit: project % 5 === 0 ? 1 : 0,
      source: 'bench',
    })),
  );

  // The large tables are made up inside the engine. Products with primes spread
  // values over their ranges, the same in every run.
  const numbers = count =>
    `(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${
      count - 1
    }) select i from n)`;
  await knex.schema.createTable('bench_days', table => {
    table.integer('i').primary();
    table.string('date', 10);
  });
  // Projects change on days of their own, every second one.
  await insert(
    'bench_days',
    range(2 * SNAPSHOTS).map(i => ({
      i,
      date: common.formatDay(today - 2 * SNAPSHOTS + i),
    })),
  );
  await knex.raw(
    `insert into snapshots (entity_ref, date, readiness, grade, categories, inner_source)
     select cp.entity_ref, d.date, (cp.id * 37 + d.i * 11) % 101,
       case when (cp.id * 37 + d.i * 11) % 101 >= 75 then 'B' when (cp.id * 37 + d.i * 11) % 101 >= 45 then 'D' else 'F' end,
       '[]', ?
     from contribution_projects cp join bench_days d on (d.i + cp.id) % 2 = 0`,
    [true],
  );
  await knex.raw(
    `create table bench_last as
     select entity_ref, max(date) as date from snapshots where date <= ? group by entity_ref`,
    [dateBefore(common, today)],
  );
  await knex.raw(
    `insert into check_results (entity_ref, check_id, category, status, score, weight, gain)
     select cp.entity_ref, 'check-' || n.i, 'governed',
       case (cp.id * 7 + n.i * 13) % 5 when 0 then 'fail' when 1 then 'partial' when 4 then 'unknown' else 'pass' end,
       case (cp.id * 7 + n.i * 13) % 5 when 0 then 0 when 1 then 0.5 when 4 then null else 1 end,
       5,
       case (cp.id * 7 + n.i * 13) % 5 when 0 then 3.125 when 1 then 1.5625 else 0 end
     from contribution_projects cp cross join ${numbers(CHECKS)} n`,
  );
  await knex.raw(
    `insert into category_scores (entity_ref, category, score)
     select cp.entity_ref, 'governed', (cp.id * 53) % 101 from contribution_projects cp`,
  );
  await knex.raw(
    `insert into contributions (project_id, day, kind, person_id, relation, distance, team_id, owner_id, count, keys)
     select cp.id, ${today} - (n.i * ${CONTRIBUTION_DAYS}) / ${CONTRIBUTIONS_PER_PROJECT},
       case when n.i % 3 = 0 then 1 else 0 end,
       1 + (cp.id * 7919 + n.i * 104729) % ${PEOPLE},
       case n.i % 10 when 1 then 1 when 4 then 1 when 7 then 1 when 8 then 2 when 9 then 3 else 0 end,
       case when n.i % 10 in (1, 4, 7) then 1 + n.i % 3 else null end,
       1 + (cp.id * 31 + n.i * 17) % ${TEAMS},
       1 + (cp.id - 1) % ${TEAMS},
       1, ''
     from contribution_projects cp cross join ${numbers(
       CONTRIBUTIONS_PER_PROJECT,
     )} n`,
  );
  await knex.raw(
    `insert into change_requests (project_id, external_id, person_id, relation, state, self_merged, created_at, first_response_at)
     select cp.id, 'pr/' || n.i, 1 + (cp.id + n.i) % ${PEOPLE}, n.i % 3, n.i % 3, ?,
       (${today} - (n.i * ${CONTRIBUTION_DAYS}) / ${CHANGE_REQUESTS_PER_PROJECT}) * 86400.0,
       case when n.i % 4 = 0 then null else (${today} - (n.i * ${CONTRIBUTION_DAYS}) / ${CHANGE_REQUESTS_PER_PROJECT}) * 86400.0 + (cp.id * 97 + n.i) % 500000 end
     from contribution_projects cp cross join ${numbers(
       CHANGE_REQUESTS_PER_PROJECT,
     )} n`,
    [false],
  );
  await knex.raw('analyze');
}

async function ask(knex, common, today) {
  const backend = 'plugins/innersource-backend/src';
  const { ProgramStore } = load(`${backend}/store/ProgramStore.ts`);
  const { VisibleScope } = load(`${backend}/permissions/VisibleProjects.ts`);
  const store = ProgramStore.create({ knex });

  const date = dateBefore(common, today);

  /** Rows that queries of one kind must look at, read and nothing else. */
  const bareOf = ({ visible, owners }) => {
    const restricted = query => {
      visible.restrict(query);
      owners?.restrict(query, 'projects.owner');
      return query;
    };
    const contributed = table =>
      restricted(
        knex('contribution_projects as cp')
          .join('projects', 'projects.entity_ref', 'cp.entity_ref')
          .join(table, 'x.project_id', 'cp.id'),
      );
    return {
      projects: () =>
        restricted(
          knex('projects').leftJoin(
            'evaluations as x',
            'x.entity_ref',
            'projects.entity_ref',
          ),
        )
          .count('x.grade')
          .sum('x.readiness'),
      snapshots: () =>
        restricted(
          knex('projects')
            .join('bench_last', 'bench_last.entity_ref', 'projects.entity_ref')
            .join('snapshots as x', {
              'x.entity_ref': 'bench_last.entity_ref',
              'x.date': 'bench_last.date',
            }),
        )
          .count('x.grade')
          .sum('x.readiness'),
      contributions: count => () =>
        contributed('contributions as x')
          .whereBetween('x.day', [today - count, today])
          .count('x.person_id')
          .sum({ a: 'x.count', b: 'x.team_id', c: 'x.owner_id' }),
      changeRequests: () =>
        contributed('change_requests as x')
          .count('x.state')
          .sum({ a: 'x.created_at', b: 'x.first_response_at' }),
      checks: () =>
        restricted(
          knex('projects').join(
            'check_results as x',
            'x.entity_ref',
            'projects.entity_ref',
          ),
        )
          .count({ a: 'x.status', b: 'x.check_id' })
          .sum({ c: 'x.score', d: 'x.weight' }),
    };
  };
  const days = count => ({ firstDay: today - count + 1, lastDay: today });
  const selections = {
    everything: { visible: VisibleScope.everything },
    'nine in ten projects': {
      visible: VisibleScope.of(
        new Set(
          Array.from({ length: projectCount }, (_, i) => i)
            .filter(i => i % 10 !== 0)
            .map(refOf),
        ),
      ),
    },
    'a division': {
      visible: VisibleScope.everything,
      owners: VisibleScope.of(
        new Set(
          Array.from({ length: TEAMS }, (_, team) => team)
            .filter(team => team % DIVISIONS === 3)
            .map(teamOf),
        ),
      ),
    },
  };
  let passed = true;
  for (const [name, selection] of Object.entries(selections)) {
    const bare = bareOf(selection);
    const baseline = new Map();
    const teams = await store.getFlowTeams();
    const byTeam = new Map(teams.map(({ id, entityRef }) => [id, entityRef]));
    const byDivision = new Map(teams.map(({ id, path: [, key] }) => [id, key]));
    const queries = [
      [
        'countProjects',
        'projects',
        bare.projects,
        () => store.countProjects(selection, new Date()),
      ],
      [
        'getCoverage',
        'projects',
        bare.projects,
        () => store.getCoverage(selection),
      ],
      [
        'getGrades',
        'projects',
        bare.projects,
        () => store.getGrades(selection),
      ],
      [
        'getGradesOn',
        'snapshots',
        bare.snapshots,
        () => store.getGradesOn(selection, date),
      ],
      [
        'countInnerSourceOn',
        'snapshots',
        bare.snapshots,
        () => store.countInnerSourceOn(selection, date),
      ],
      [
        'getMovers',
        'snapshots',
        bare.snapshots,
        () => store.getMovers(selection, date, 'rising', 10),
      ],
      [
        'getNewlyGraded',
        'snapshots',
        bare.snapshots,
        () => store.getNewlyGraded(selection, date, ['A', 'B'], 10),
      ],
      [
        'getContributionTotals, 90 days',
        'contributions 90',
        bare.contributions(90),
        () => store.getContributionTotals(selection, days(90)),
      ],
      [
        'getContributionTotals, 365 days',
        'contributions 365',
        bare.contributions(365),
        () => store.getContributionTotals(selection, days(365)),
      ],
      [
        'getContributionDays, 13 months',
        'contributions 395',
        bare.contributions(395),
        () => store.getContributionDays(selection, days(395)),
      ],
      [
        'getNewcomers',
        'contributions 730',
        bare.contributions(730),
        () => store.getNewcomers(selection, days(30)),
      ],
      [
        'countNewcomers, 365 days',
        'contributions 730',
        bare.contributions(730),
        () => store.countNewcomers(selection, days(365)),
      ],
      [
        'getFlows by team, 365 days',
        'contributions 365',
        bare.contributions(365),
        () => store.getFlows(selection, days(365), byTeam, 2_000),
      ],
      [
        'getFlows by division, 365 days',
        'contributions 365',
        bare.contributions(365),
        () => store.getFlows(selection, days(365), byDivision, 2_000),
      ],
      [
        'getFlowProjects, 365 days',
        'contributions 365',
        bare.contributions(365),
        () =>
          store.getFlowProjects(selection, days(365), {
            keys: byDivision,
            from: divisionOf(1),
            to: divisionOf(3),
            limit: 20,
            offset: 0,
          }),
      ],
      [
        'getMedianFirstResponse',
        'change requests',
        bare.changeRequests,
        () => store.getMedianFirstResponse(selection, days(365)),
      ],
      [
        'getNeglected',
        'change requests',
        bare.changeRequests,
        () => store.getNeglected(selection, new Date(), 10),
      ],
      [
        'getCheckTallies',
        'checks',
        bare.checks,
        () => store.getCheckTallies(selection),
      ],
      [
        'getGradesIf',
        'checks',
        bare.checks,
        () =>
          store.getGradesIf(
            selection,
            ['check-1', 'check-2', 'check-3'],
            common.DEFAULT_GRADES,
          ),
      ],
      [
        'getCheckProjects',
        'checks',
        bare.checks,
        () =>
          store.getCheckProjects(selection, 'check-1', {
            limit: 20,
            offset: 0,
          }),
      ],
      [
        'getProjects by category',
        'projects',
        bare.projects,
        () =>
          store.getProjects(
            selection,
            { by: 'category', category: 'governed', descending: false },
            { limit: 20, offset: 0 },
          ),
      ],
    ];
    say(`  ${name}`);
    for (const [query, rows, read, work] of queries) {
      if (!baseline.has(rows)) {
        await read();
        baseline.set(rows, await median(read));
      }
      const bareTime = baseline.get(rows);
      const time = await median(work);
      const ratio = time / bareTime;
      const good =
        time < MAX_MILLISECONDS &&
        (ratio < MAX_RATIO || time < NEGLIGIBLE_MILLISECONDS);
      say(
        `    ${query}: ${time.toFixed(0)} ms, ${ratio.toFixed(
          1,
        )} times the bare read (${bareTime.toFixed(0)} ms)${
          good ? '' : ' TOO SLOW'
        }`,
      );
      passed &&= good;
    }
  }
  return passed;
}

async function measure(knex, engine) {
  const common = load('plugins/innersource-common/src/index.ts');
  const today = common.dayOf(new Date());
  say(
    `${engine}: ${projectCount} projects, ${SNAPSHOTS} snapshots each, ${TEAMS} teams`,
  );
  await fill(knex, common, today);
  return ask(knex, common, today);
}

await main(() => inSupportedNode(() => onEngines(values.databases, measure)));
