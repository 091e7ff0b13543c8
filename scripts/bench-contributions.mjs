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

// Measures what contributions of many projects cost to keep and to ask for, on
// SQLite and PostgreSQL:
//   yarn bench:contributions [--projects 1000] [--databases sqlite,postgres]
// Contributions are made up, read through the same code as in production, and
// every query of a page is explained by the engine. Fails when the tables take
// 200 MB or more, or when a query reads them without an index.

import { parseArgs } from 'node:util';
import { load, onEngines } from './lib/bench.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { main, say } from './lib/say.mjs';

const MAX_MEGABYTES = 200;
const MONTHS = 24;
const TEAMS = 200;
const PEOPLE = 1_600;

/** A large organisation, to see what groups and users take. */
const LARGE = { teams: 4_000, people: 50_000 };

const DAY = 86_400_000;

/** Of a typical project in a month; of change requests one in six is declined. */
const PER_MONTH = { 'change-request': 12, commit: 20, review: 15, issue: 5 };

/** Tables that grow with activity: no query may read them from end to end. */
const LARGE_TABLES = ['contributions', 'change_requests'];

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '1000' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const projectCount = Number(values.projects);

/** The same numbers in every run. */
function createRandom(seed) {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function createOrganisation(
  OrganisationGraph,
  { teams, people } = { teams: TEAMS, people: PEOPLE },
) {
  const entity = (kind, name, relations, annotations = {}) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: {},
    relations,
  });
  const builder = OrganisationGraph.builder();
  builder.add(entity('Group', 'acme', []));
  for (let division = 0; division < 10; division += 1) {
    builder.add(
      entity('Group', `division-${division}`, [
        { type: 'childOf', targetRef: 'group:default/acme' },
      ]),
    );
  }
  for (let team = 0; team < teams; team += 1) {
    builder.add(
      entity('Group', `team-${team}`, [
        { type: 'childOf', targetRef: `group:default/division-${team % 10}` },
      ]),
    );
  }
  for (let person = 0; person < people; person += 1) {
    builder.add(
      entity(
        'User',
        `person-${person}`,
        [
          {
            type: 'memberOf',
            targetRef: `group:default/team-${person % teams}`,
          },
        ],
        { 'github.com/user-login': `person-${person}` },
      ),
    );
  }
  return builder.build();
}

/**
 * Two years of one project: four in five contributions by the eight people of
 * its team, most of the rest by a dozen people of other teams, some by bots and
 * by people whom the catalog does not know.
 */
function* contributionsOf(project, now) {
  const random = createRandom(project + 1);
  const outside = Array.from({ length: 12 }, () => random(PEOPLE));
  const author = () => {
    const kind = random(100);
    if (kind < 75) {
      return `person-${(project % TEAMS) + TEAMS * random(8)}`;
    }
    if (kind < 88) {
      return `person-${outside[random(outside.length)]}`;
    }
    return kind < 95 ? 'renovate[bot]' : `guest-${random(400)}`;
  };
  let number = 0;
  for (const [kind, perMonth] of Object.entries(PER_MONTH)) {
    let login = author();
    let day = 0;
    for (let i = 0; i < perMonth * MONTHS; i += 1) {
      number += 1;
      // Commits and reviews come in pairs on average, the rest one by one.
      if (random(2) === 0 || kind === 'change-request' || kind === 'issue') {
        login = author();
        day = random(MONTHS * 30);
      }
      const closed = now - (now % DAY) - day * DAY - random(DAY);
      const created = closed - random(5 * DAY);
      const state =
        kind === 'change-request'
          ? ['merged', 'merged', 'merged', 'merged', 'merged', 'closed'][i % 6]
          : 'merged';
      yield {
        id: kind === 'change-request' ? `pr/${number}` : `${kind}/${number}`,
        kind,
        author: { login },
        createdAt: new Date(created).toISOString(),
        closedAt: new Date(closed).toISOString(),
        firstResponseAt: new Date(created + random(DAY)).toISOString(),
        state,
        paths: [''],
        title: 'Say in a sentence what this change is for',
        url: `https://github.com/acme/project-${project}/pull/${number}`,
      };
    }
  }
}

async function fill(knex) {
  const common = load('plugins/innersource-common/src/index.ts');
  const backend = 'plugins/innersource-backend/src';
  const { ContributionWriter } = load(`${backend}/store/ContributionWriter.ts`);
  const { ContributionIngest } = load(
    `${backend}/contributions/ContributionIngest.ts`,
  );
  const { OrganisationGraph } = load(
    `${backend}/contributions/OrganisationGraph.ts`,
  );
  const { DatabaseProjectStore } = load(`${backend}/store/ProjectStore.ts`);

  const now = new Date();
  const urlOf = project => `https://github.com/acme/project-${project}`;
  const projects = DatabaseProjectStore.create({ knex });
  const all = Array.from({ length: projectCount }, (_, project) => project);
  await projects.synchronise(
    all.map(project => ({
      entityRef: `component:default/project-${project}`,
      repository: {
        url: urlOf(project),
        host: 'github.com',
        fullName: `acme/project-${project}`,
      },
      path: '',
      noSourceReason: null,
      innerSource: true,
      catalog: {
        entityRef: `component:default/project-${project}`,
        kind: 'Component',
        name: `project-${project}`,
        title: null,
        description: null,
        tags: [],
        type: 'service',
        lifecycle: 'production',
        system: null,
        domain: null,
        owner: common.known(null),
        links: [],
        governanceLevelAnnotation: null,
        dependents: common.known([]),
      },
    })),
    now,
  );
  const repositories = await projects.findRepositories(all.map(urlOf));
  const graph = createOrganisation(OrganisationGraph);
  const ingest = ContributionIngest.create({
    writer: ContributionWriter.create({ knex }),
    bots: common.BotDetector.create(),
    historyMonths: MONTHS,
  });
  let delivered = 0;
  for (const project of all) {
    const result = await ingest.ingest({
      repository: repositories.get(urlOf(project)),
      source: {
        id: 'github',
        async *readContributions() {
          yield {
            contributions: [...contributionsOf(project, now.getTime())],
            cursor: 'end',
          };
        },
      },
      projects: [
        {
          entityRef: `component:default/project-${project}`,
          path: '',
          owner: `group:default/team-${project % TEAMS}`,
        },
      ],
      graph,
      now,
      signal: new AbortController().signal,
      logger: console,
    });
    delivered += result.contributions;
    if ((project + 1) % 250 === 0) {
      say(`  ${project + 1} projects, ${delivered} contributions`);
    }
  }
}

/** Bytes of tables of contributions with their indexes. */
async function sizes(knex, isPostgres) {
  const tables = [
    'contributions',
    'change_requests',
    'contribution_people',
    'contribution_identities',
    'contribution_teams',
    'contribution_projects',
    'contribution_readings',
  ];
  const rows = [];
  for (const table of tables) {
    const [{ count }] = await knex(table).count({ count: '*' });
    let bytes;
    if (isPostgres) {
      const { rows: answer } = await knex.raw(
        'select pg_total_relation_size(?) as bytes',
        [table],
      );
      bytes = Number(answer[0].bytes);
    } else {
      const [answer] = await knex.raw(
        'select sum(pgsize) as bytes from dbstat where name in (select name from sqlite_master where tbl_name = ?)',
        [table],
      );
      bytes = Number(answer.bytes);
    }
    rows.push({ table, count: Number(count), bytes });
  }
  return rows;
}

/** Queries that a piece of work sends. */
async function record(knex, work) {
  const queries = [];
  const listener = ({ sql, bindings }) => queries.push({ sql, bindings });
  knex.on('query', listener);
  const started = performance.now();
  await work();
  const milliseconds = performance.now() - started;
  knex.removeListener('query', listener);
  return { queries, milliseconds };
}

/** Lines of the engine's plan that read a large table from end to end. */
async function fullReads(knex, isPostgres, { sql, bindings }) {
  if (isPostgres) {
    const { rows } = await knex.client
      .acquireConnection()
      .then(async connection => {
        try {
          return await connection.query(`explain ${sql}`, bindings);
        } finally {
          await knex.client.releaseConnection(connection);
        }
      });
    return rows
      .map(row => row['QUERY PLAN'])
      .filter(line =>
        LARGE_TABLES.some(table => line.includes(`Seq Scan on ${table} `)),
      );
  }
  const plan = await knex.raw(`explain query plan ${sql}`, bindings);
  return plan
    .map(row => row.detail)
    .filter(
      line =>
        /^SCAN (c|change_requests|contributions)\b/.test(line) &&
        !line.includes('USING'),
    );
}

async function askFor(knex, isPostgres) {
  const backend = 'plugins/innersource-backend/src';
  const { ContributionStore } = load(`${backend}/store/ContributionStore.ts`);
  const { StandingStore } = load(`${backend}/store/StandingStore.ts`);
  const { VisibleScope } = load(`${backend}/permissions/VisibleProjects.ts`);
  const common = load('plugins/innersource-common/src/index.ts');
  const store = ContributionStore.create({ knex });
  const entityRef = `component:default/project-${Math.floor(projectCount / 2)}`;
  const project = (await store.getProjects([entityRef])).get(entityRef);
  const { firstDay, lastDay } = common.windowDays(new Date(), 365);
  const historyFrom = common.dayMonthsBefore(lastDay, MONTHS);
  const year = { firstDay, lastDay };
  const history = { firstDay: historyFrom, lastDay };
  const team = 'group:default/team-7';
  const everything = VisibleScope.everything;
  const [person] = await store.findPersonIds('user:default/person-7');
  const pages = {
    'project, 90 days': async () => {
      await store.getTallies(project.id, lastDay - 89, lastDay);
    },
    'project, 365 days': async () => {
      await store.getTallies(project.id, firstDay, lastDay);
      await store.getFirstDays(project.id, project.unit);
      await store.getChangeRequests(project.id, firstDay * 86_400);
      await store.getUnansweredOutside(project.id);
      await store.countMaintainers(project.id, lastDay - 89);
    },
    'project, by month': async () => {
      await store.getMonthlyTallies(project.id, history);
    },
    'team, 365 days': async () => {
      await store.getGiven(team, everything, year);
      await store.countGivers(team, everything, year);
      await store.getGivenDays(team, everything, history);
      await store.getReceived(team, [team], everything, year);
      await store.getReceivedDays(team, [team], everything, history);
    },
    'people who are users by now': async () => {
      await StandingStore.create({ knex }).findUndecided();
    },
    'person, 24 months': async () => {
      await store.getPersonal([person], everything, history);
      await store.getPersonalChangeRequests(
        [person],
        everything,
        firstDay * 86_400,
        200,
      );
    },
  };
  let passed = true;
  for (const [name, work] of Object.entries(pages)) {
    await work();
    const { queries, milliseconds } = await record(knex, work);
    const reads = [];
    for (const query of queries) {
      reads.push(...(await fullReads(knex, isPostgres, query)));
    }
    say(
      `  ${name}: ${queries.length} queries, ${milliseconds.toFixed(1)} ms, ${
        reads.length === 0
          ? 'all served from indexes'
          : `WITHOUT INDEX: ${reads.join('; ')}`
      }`,
    );
    passed &&= reads.length === 0;
  }
  return passed;
}

async function measure(knex, engine) {
  const isPostgres = engine === 'postgres';
  say(`${engine}: ${projectCount} projects, ${MONTHS} months`);
  await fill(knex);
  await knex.raw('analyze');
  const tables = await sizes(knex, isPostgres);
  for (const { table, count, bytes } of tables) {
    say(`  ${table}: ${count} rows, ${(bytes / 2 ** 20).toFixed(1)} MB`);
  }
  const megabytes = tables.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20;
  const allowed = (MAX_MEGABYTES * projectCount) / 1000;
  say(
    `  together ${megabytes.toFixed(1)} MB (less than ${allowed.toFixed(
      0,
    )} MB)`,
  );
  return (await askFor(knex, isPostgres)) && megabytes < allowed;
}

/** Keeping groups and users in memory, and deciding by them. */
function measureOrganisation() {
  const { OrganisationGraph, digestKey } = load(
    'plugins/innersource-backend/src/contributions/OrganisationGraph.ts',
  );
  const { loginKey, standingOf } = load(
    'plugins/innersource-common/src/index.ts',
  );
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const graph = createOrganisation(OrganisationGraph, LARGE);
  const built = performance.now();
  for (let person = 0; person < LARGE.people; person += 1) {
    const user = graph.userOf([
      digestKey(loginKey('github.com', `person-${person}`)),
    ]);
    standingOf({
      owningTeams: ['group:default/team-7'],
      teams: graph.groupsOf(user),
      hierarchy: graph,
    });
  }
  const decided = performance.now();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  say(
    `organisation: ${graph.userCount} users in ${
      graph.groupCount
    } groups built in ${(built - started).toFixed(
      0,
    )} ms and at most ${megabytes.toFixed(
      0,
    )} MB; who each of them is and how they stand to a team: ${(
      decided - built
    ).toFixed(0)} ms`,
  );
}

await main(() =>
  inSupportedNode(() => {
    measureOrganisation();
    return onEngines(values.databases, measure);
  }),
);
