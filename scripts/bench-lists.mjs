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

// Measures the answers of the lists of projects and of starter issues over a
// large organisation, on SQLite and PostgreSQL:
//   yarn bench:lists [--projects 10000] [--databases sqlite,postgres]
// Every filter and every order is asked for over HTTP, as the pages do it, and
// held against bare SQL in the same run on the same data, sent as it comes from
// the database. For a page of the list that is one statement for its rows and
// one for how many there are; for its facets, bare reads of what they count.
// Fails when the 95th percentile of an answer is 5 times that of the bare SQL.

import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { insertRows, load, onEngines } from './lib/bench.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { root } from './lib/repository.mjs';
import { main, Problem, say } from './lib/say.mjs';

const MAX_RATIO = 5;
const PAGE = 24;
const RUNS = 20;

const TEAMS = 1_000;
const DIVISIONS = 20;
const LANGUAGES = 40;
const TOPICS = 300;
const SKILLS = 200;
const KINDS = ['Bug fixes', 'Documentation', 'Features', 'Tests'];
const LEVELS = [
  'issues-welcome',
  'contributions-welcome',
  'shared-write-access',
  'shared-ownership',
];
/** Of the user, who sees its projects in any case. */
const OWN_TEAM = 7;
const USER = 'user:default/ada';

/** Every third project offers issues; every tenth shares those of its neighbour. */
const ISSUES_PER_PROJECT = 5;

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '10000' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const projectCount = Number(values.projects);
const require = createRequire(path.join(root, 'package.json'));

const range = count => Array.from({ length: count }, (_, i) => i);
const refOf = project => `component:default/project-${project}`;
const teamOf = team => `group:default/team-${team}`;
const divisionOf = team => `group:default/division-${team % DIVISIONS}`;
const languageOf = project => `Language ${(project * 7) % LANGUAGES}`;
const dayOf = days =>
  new Date(Date.UTC(2026, 0, 1) - days * 86_400_000).toISOString();

/** Few values are frequent and many are rare, as in life. */
const skewed = (project, salt, count) =>
  Math.floor(count * (((project * salt) % 997) / 997) ** 3);

const skillsOf = project => [
  ...new Set(
    [11, 29, 53].map(salt => `skill ${skewed(project, salt, SKILLS)}`),
  ),
];
const topicsOf = project => [
  ...(project % 3 === 0 ? ['innersource'] : []),
  ...new Set(
    [13, 31, 59].map(salt => `topic-${skewed(project, salt, TOPICS)}`),
  ),
];
const kindsOf = project =>
  KINDS.filter((_, kind) => project % (kind + 2) === 0);

/** The project whose issues a project offers. */
const offeredBy = project => (project % 30 === 3 ? project - 3 : project);
const offersIssues = project => project % 3 === 0;

async function fill(knex, common) {
  const insert = (table, rows) => insertRows(knex, table, rows);
  await insert(
    'repositories',
    range(projectCount).map(project => ({
      url: `https://github.com/acme/project-${project}`,
      host: 'github.com',
      full_name: `acme/project-${project}`,
    })),
  );
  await insert(
    'projects',
    range(projectCount).map(project => ({
      entity_ref: refOf(project),
      repository_id: offeredBy(project) + 1,
      path: offeredBy(project) === project ? '' : 'packages/part',
      kind: 'component',
      namespace: 'default',
      name: `project-${project}`,
      title: `Project ${project}`,
      sort_name: `project ${(project * 7919) % projectCount}`,
      description: `Keeps timetables of region ${project % 97} up to date`,
      owner: teamOf(project % TEAMS),
      catalog: '{}',
      catalog_hash: '',
      inner_source: project % 3 === 0,
      search_text: `project ${project}\nkeeps timetables of region ${
        project % 97
      } up to date\nteam-${project % TEAMS}`,
      created_at: dayOf((project * 13) % 1_000),
    })),
  );
  const readinessOf = project => (project * 37) % 101;
  await insert(
    'evaluations',
    range(projectCount).map(project => ({
      entity_ref: refOf(project),
      evaluated_at: dayOf((project * 17) % 30),
      settings_hash: '',
      readiness: readinessOf(project),
      grade: common.DEFAULT_GRADES.find(
        ({ from }) => readinessOf(project) >= from,
      ).grade,
      level: LEVELS[project % LEVELS.length],
      activity: (project * 7919) % 2_003,
      language: languageOf(project),
      starter_issue_count: offersIssues(project) ? ISSUES_PER_PROJECT : 0,
      archived: project % 50 === 7,
      inner_source: project % 7 === 0,
      last_commit_at: dayOf((project * 19) % 400),
      first_response_hours: project % 4 === 0 ? null : (project * 23) % 400,
      outside_contributions: (project * 41) % 150,
      summary: JSON.stringify({
        categories: common.CHECK_CATEGORIES.map(category => ({
          category,
          score: readinessOf(project),
        })),
        activity: { score: (project * 7919) % 2_003, label: 'active' },
        topics: topicsOf(project),
        metadata: {
          motivation: 'Every region keeps its timetables in one place.',
          skills: skillsOf(project),
          contributions: kindsOf(project),
        },
        description: 'x'.repeat(200),
        participation: range(52).map(week => (project * week) % 40),
      }),
      search_text: [
        'every region keeps its timetables in one place.',
        ...topicsOf(project),
        ...skillsOf(project),
        'x'.repeat(200),
      ].join('\n'),
      evaluation: Buffer.alloc(8_192, project % 256),
    })),
  );
  await insert(
    'evaluation_values',
    range(projectCount).flatMap(project =>
      Object.entries({
        topic: topicsOf(project),
        skill: skillsOf(project),
        contribution: kindsOf(project),
      }).flatMap(([field, list]) =>
        list.map(value => ({ entity_ref: refOf(project), field, value })),
      ),
    ),
  );
  const issues = range(projectCount)
    .filter(offersIssues)
    .flatMap(project =>
      range(ISSUES_PER_PROJECT).map(issue => ({ project, number: issue + 1 })),
    );
  await insert(
    'starter_issues',
    issues.map(({ project, number }) => ({
      entity_ref: refOf(project),
      number,
      title: `Show delays of line ${(project * number) % 400}`,
      url: `https://github.com/acme/project-${offeredBy(
        project,
      )}/issues/${number}`,
      created_at: dayOf((offeredBy(project) * number * 3) % 700),
      updated_at: dayOf(1),
      comments: (offeredBy(project) * number) % 12,
      effort: number === 1 ? 'an afternoon' : null,
      search_text: `show delays of line ${
        (project * number) % 400
      }\nproject ${project}\ngood first issue`,
    })),
  );
  await insert(
    'starter_issue_values',
    issues.flatMap(({ project, number }) =>
      [
        ['label', 'good first issue'],
        ['label', `area ${skewed(project, 17, 60)}`],
        ...skillsOf(offeredBy(project)).map(skill => ['skill', skill]),
      ].map(([field, value]) => ({
        entity_ref: refOf(project),
        number,
        field,
        value,
      })),
    ),
  );
  await knex.raw('analyze');
}

/**
 * A filter or an order as it stands in the address, and what it means in SQL
 * over `p` (projects), `e` (evaluations) and, for issues, `i`.
 */
const PROJECT_CASES = [
  { query: '', where: '1 = 1' },
  {
    query: 'search=region 42',
    where:
      "(p.search_text like '%region%' or e.search_text like '%region%') and (p.search_text like '%42%' or e.search_text like '%42%')",
  },
  { query: 'language=Language 7', where: "e.language = 'Language 7'" },
  { query: 'topic=topic-5', where: has('topic', 'topic-5') },
  { query: 'skill=skill 5', where: has('skill', 'skill 5') },
  { query: 'contribution=Tests', where: has('contribution', 'Tests') },
  { query: `owner=${teamOf(42)}`, where: `p.owner = '${teamOf(42)}'` },
  {
    query: `division=${divisionOf(3)}`,
    where: `p.owner in (${teamsOf(3)})`,
  },
  { query: 'grade=B', where: "e.grade = 'B'" },
  {
    query: 'level=shared-ownership',
    where: "e.level = 'shared-ownership'",
  },
  { query: 'helpWanted=true', where: 'e.starter_issue_count > 0' },
  {
    query: 'innerSourceOnly=true',
    where: '(p.inner_source or e.inner_source)',
  },
  { query: 'answersWithinHours=48', where: 'e.first_response_hours <= 48' },
  {
    query: 'mine=true',
    where: `(e.language in (${mine(
      languageOf,
    )}) or p.entity_ref in (select entity_ref from evaluation_values where field = 'skill' and value in (${mine(
      skillsOf,
    )})))`,
  },
  {
    query: 'language=Language 7&grade=B&helpWanted=true&search=region',
    where:
      "e.language = 'Language 7' and e.grade = 'B' and e.starter_issue_count > 0 and (p.search_text like '%region%' or e.search_text like '%region%')",
  },
  { query: 'orderBy=readiness', order: 'e.readiness is null, e.readiness' },
  {
    query: 'orderBy=-readiness',
    order: 'e.readiness is null, e.readiness desc',
  },
  { query: 'orderBy=name', order: 'coalesce(e.sort_name, p.sort_name)' },
  { query: 'orderBy=newest', order: 'p.created_at desc' },
  {
    query: 'orderBy=evaluated',
    order: 'e.evaluated_at is null, e.evaluated_at desc',
  },
  {
    query: 'orderBy=most-helped',
    order: 'e.outside_contributions is null, e.outside_contributions desc',
  },
  {
    query: 'orderBy=fastest-answers',
    order: 'e.first_response_hours is null, e.first_response_hours',
  },
];

const ISSUE_CASES = [
  { query: '' },
  { query: 'search=line 42', where: issueHasWords('line', '42') },
  { query: 'label=area 5', where: issueHas('label', "'area 5'") },
  { query: 'skill=skill 5', where: issueHas('skill', "'skill 5'") },
  { query: 'language=Language 7', where: "e.language = 'Language 7'" },
  { query: 'topic=topic-5', where: has('topic', 'topic-5') },
  { query: 'grade=B', where: "e.grade = 'B'" },
  { query: 'level=shared-ownership', where: "e.level = 'shared-ownership'" },
  { query: `owner=${teamOf(42)}`, where: `p.owner = '${teamOf(42)}'` },
  {
    query: 'innerSourceOnly=true',
    where: '(p.inner_source or e.inner_source)',
  },
  { query: 'contribution=Tests', where: has('contribution', 'Tests') },
  {
    query: `division=${divisionOf(3)}`,
    where: `p.owner in (${teamsOf(3)})`,
  },
  { query: 'answersWithinHours=48', where: 'e.first_response_hours <= 48' },
  {
    query: 'mine=true',
    where: `(e.language in (${mine(languageOf)}) or ${issueHas(
      'skill',
      ...mine(skillsOf),
    )})`,
  },
  { query: 'orderBy=oldest', order: 'i.created_at' },
  { query: 'orderBy=fewest-comments', order: 'i.comments' },
];

/** A division's teams, as literals. */
function teamsOf(division) {
  return range(TEAMS)
    .filter(team => team % DIVISIONS === division)
    .map(team => `'${teamOf(team)}'`);
}

function has(field, value) {
  return `p.entity_ref in (select entity_ref from evaluation_values where field = '${field}' and value = '${value}')`;
}

/** The values are literals. */
function issueHas(field, ...values) {
  return `exists (select 1 from starter_issue_values v where v.entity_ref = i.entity_ref and v.number = i.number and v.field = '${field}' and v.value in (${values}))`;
}

function issueHasWords(...words) {
  return words.map(word => `i.search_text like '%${word}%'`).join(' and ');
}

/** The API's contract wants every reserved character encoded. */
function encoded(query) {
  return query
    .split('&')
    .filter(Boolean)
    .map(pair => pair.split('=').map(encodeURIComponent).join('='))
    .join('&');
}

/** What the user's own projects have, as literals. */
function mine(valuesOf) {
  return [
    ...new Set(
      range(projectCount)
        .filter(project => project % TEAMS === OWN_TEAM)
        .flatMap(valuesOf),
    ),
  ].map(value => `'${value}'`);
}

const PROJECT_COLUMNS =
  'p.entity_ref, p.title, p.description, p.owner, p.path, e.readiness, e.grade, e.level, e.language, e.starter_issue_count, e.archived, e.evaluated_at, e.last_commit_at, e.first_response_hours, e.outside_contributions, e.summary';

/** The page's rows and their number, and nothing else. */
function barePage(list, { where = '1 = 1', order }, scope) {
  if (list === 'projects') {
    const from = `from projects p left join evaluations e on e.entity_ref = p.entity_ref where ${where}${scope}`;
    return [
      `select ${PROJECT_COLUMNS} ${from} order by ${
        order ?? 'e.activity is null, e.activity desc'
      }, p.entity_ref limit ${PAGE}`,
      `select count(*) ${from}`,
    ];
  }
  const from = `from starter_issues i join projects p on p.entity_ref = i.entity_ref join evaluations e on e.entity_ref = i.entity_ref where not e.archived and ${where}${scope}`;
  return [
    `select i.title, i.comments, i.effort, i.updated_at, p.title as project, p.owner, e.language, e.summary, o.* from (select i.url, i.created_at, min(i.entity_ref) as entity_ref, min(i.number) as number ${from} group by i.url, i.created_at, i.comments order by ${
      order ?? 'i.created_at desc'
    } limit ${PAGE}) o join starter_issues i on i.entity_ref = o.entity_ref and i.number = o.number join projects p on p.entity_ref = o.entity_ref join evaluations e on e.entity_ref = o.entity_ref`,
    `select count(distinct i.url) ${from}`,
  ];
}

/** Whether the values of the case's filter are counted, too. */
function hasFacet({ query }) {
  return /^(owner|language|grade|level|division|topic|skill|contribution|label)=/.test(
    query,
  );
}

/** Reads what facets count, and nothing else. */
function bareFacets(list, { where = '1 = 1' }, scope) {
  const columns =
    'count(p.owner), count(e.language), count(e.grade), count(e.level)';
  if (list === 'projects') {
    const rows = `left join evaluations e on e.entity_ref = p.entity_ref`;
    return [
      `select ${columns} from projects p ${rows} where ${where}${scope}`,
      `select count(distinct v.field), count(v.value) from projects p ${rows} join evaluation_values v on v.entity_ref = p.entity_ref where ${where}${scope}`,
    ];
  }
  const rows = `from starter_issues i join projects p on p.entity_ref = i.entity_ref join evaluations e on e.entity_ref = i.entity_ref`;
  const only = `where not e.archived and ${where}${scope}`;
  return [
    `select count(distinct i.url), ${columns} ${rows} ${only}`,
    `select count(distinct i.url), count(v.value) ${rows} join starter_issue_values v on v.entity_ref = i.entity_ref and v.number = i.number ${only}`,
    `select count(distinct i.url), count(v.value) ${rows} join evaluation_values v on v.entity_ref = i.entity_ref and v.field in ('topic', 'contribution') ${only}`,
  ];
}

/** The plugin's own routers over the database, for a user who sees some projects. */
async function serve(knex, scope) {
  const backend = 'plugins/innersource-backend/src';
  const { createRouter } = load(`${backend}/http/router.ts`);
  const { createProjectsRouter } = load(`${backend}/http/projectsRouter.ts`);
  const { createHelpWantedRouter } = load(
    `${backend}/http/helpWantedRouter.ts`,
  );
  const { Discovery } = load(`${backend}/discover/Discovery.ts`);
  const { DatabaseProjectListStore } = load(
    `${backend}/store/ProjectListStore.ts`,
  );
  const { DatabaseHelpWantedStore } = load(
    `${backend}/store/HelpWantedStore.ts`,
  );
  const { DatabaseSuggestionStore } = load(
    `${backend}/store/SuggestionStore.ts`,
  );
  const { OrganisationGraph } = load(
    `${backend}/contributions/OrganisationGraph.ts`,
  );
  const entity = (kind, name, relations) => ({
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations,
  });
  const builder = OrganisationGraph.builder();
  for (const division of range(DIVISIONS)) {
    builder.add(entity('Group', `division-${division}`, []));
  }
  for (const team of range(TEAMS)) {
    builder.add(
      entity('Group', `team-${team}`, [
        { type: 'childOf', targetRef: divisionOf(team) },
      ]),
    );
  }
  builder.add(
    entity('User', 'ada', [{ type: 'memberOf', targetRef: teamOf(OWN_TEAM) }]),
  );
  const graph = builder.build();

  const lists = DatabaseProjectListStore.create({ knex });
  const httpAuth = {
    credentials: async () => ({ principal: { userEntityRef: USER } }),
  };
  const visibleProjects = { resolve: async () => scope };
  const discovery = Discovery.create({
    auth: { isPrincipal: () => true },
    // Every division may be seen.
    catalog: {
      getEntitiesByRefs: async ({ entityRefs }) => ({ items: entityRefs }),
    },
    organisation: { graph: async () => graph },
    lists,
    suggestions: DatabaseSuggestionStore.create({ knex }),
  });
  const router = createRouter({
    resources: [
      createProjectsRouter({ httpAuth, visibleProjects, lists, discovery }),
      createHelpWantedRouter({
        httpAuth,
        visibleProjects,
        discovery,
        helpWanted: DatabaseHelpWantedStore.create({ knex }),
      }),
    ],
  });
  const express = require('express');
  let statements;
  const server = await new Promise(resolve => {
    const started = express()
      .get('/bare', async (_, res) => res.json(await statements()))
      .use(router)
      .listen(0, '127.0.0.1', () => resolve(started));
  });
  const get = async address => {
    const response = await fetch(
      `http://127.0.0.1:${server.address().port}/${address}`,
    );
    const answer = await response.json();
    if (!response.ok) {
      throw new Problem(`${address}: ${answer.error?.message}`);
    }
    return answer;
  };
  return {
    get,
    /** What bare SQL answers, on the same way. */
    getBare: async run => {
      statements = run;
      return get('bare');
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const percentile95 = times =>
  times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];

/** Takes turns, so that whatever else the machine does disturbs both alike. */
async function compare(work, bare) {
  const times = [];
  const bareTimes = [];
  await work();
  await bare();
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await timed(work));
    bareTimes.push(await timed(bare));
  }
  const time = percentile95(times);
  const bareTime = percentile95(bareTimes);
  return { time, bareTime, good: time / bareTime < MAX_RATIO };
}

function told({ time, bareTime, good }) {
  return `${time.toFixed(1)} ms, ${(time / bareTime).toFixed(
    1,
  )} × ${bareTime.toFixed(1)} ms${good ? '' : ' TOO SLOW'}`;
}

async function measure(knex, engine) {
  const { VisibleScope } = load(
    'plugins/innersource-backend/src/permissions/VisibleProjects.ts',
  );
  const nineInTen = range(projectCount)
    .filter(project => project % 10 !== 0)
    .map(refOf);
  const bindings = [JSON.stringify(nineInTen)];
  const visible =
    engine === 'postgres'
      ? 'select jsonb_array_elements_text(?::jsonb)'
      : 'select value from json_each(?)';
  let passed = true;
  for (const [seen, scope] of [
    ['all projects', VisibleScope.everything],
    ['nine in ten projects', VisibleScope.of(new Set(nineInTen))],
  ]) {
    const server = await serve(knex, scope);
    for (const [list, cases] of [
      ['projects', PROJECT_CASES],
      ['help-wanted', ISSUE_CASES],
    ]) {
      say(`  ${list}, for somebody who sees ${seen}`);
      for (const one of cases) {
        const restriction = scope.all
          ? ''
          : ` and p.entity_ref in (${visible})`;
        const run = statements =>
          Promise.all(
            statements.map(sql => knex.raw(sql, scope.all ? [] : bindings)),
          );
        const ask = (limit, facets) =>
          server.get(
            `${list}?${encoded(
              `${one.query}&limit=${limit}&facets=${facets}`,
            )}`,
          );
        const pageSql = barePage(list, one, restriction);
        const facetsSql = [
          ...bareFacets(list, one, restriction),
          // The values of the filter itself are counted over the list without it.
          ...(hasFacet(one) ? bareFacets(list, {}, restriction) : []),
        ];

        const [, counted] = await run(pageSql);
        const [row] = counted.rows ?? counted;
        const count = Number(Object.values(row)[0]);
        const { totalItems } = await ask(PAGE, false);
        if (totalItems !== count) {
          throw new Problem(
            `${list} with ${one.query} finds ${totalItems}, bare SQL ${count}.`,
          );
        }
        const page = await compare(
          () => ask(PAGE, false),
          () => server.getBare(() => run(pageSql)),
        );
        // Facets do not depend on the order.
        const facets = one.order
          ? undefined
          : await compare(
              () => ask(1, true),
              () => server.getBare(() => run(facetsSql)),
            );
        say(
          `    ${(one.query || 'everything').padEnd(56)} page ${told(page)}${
            facets ? `, facets ${told(facets)}` : ''
          }, ${count} found`,
        );
        passed &&= page.good && (!facets || facets.good);
      }
    }
    await server.stop();
  }
  return passed;
}

await main(() =>
  inSupportedNode(() =>
    onEngines(values.databases, async (knex, engine) => {
      say(`${engine}: ${projectCount} projects`);
      await fill(knex, load('plugins/innersource-common/src/index.ts'));
      return measure(knex, engine);
    }),
  ),
);
