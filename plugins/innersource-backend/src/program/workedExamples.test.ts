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
  computeReadiness,
  DEFAULT_GRADES,
  GradeThreshold,
  PeoplePolicy,
} from '@ispo/backstage-plugin-innersource-common';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  NORTH_AND_SOUTH,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { exampleOf } from '../__testUtils__/metricsPage';
import { component, createPortal } from '../__testUtils__/portal';
import { createProgramReports } from '../__testUtils__/program';
import { DatabaseEvaluationStore } from '../store/EvaluationStore';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore } from '../store/QueueStore';
import { FACTS_TASK } from '../store/tasks';

// The examples of docs/metrics.md are computed from their own data, and their
// sentences must come out word by word.

jest.setTimeout(240_000);

const databases = createTestDatabases();
const NOW = new Date('2026-11-20T12:00:00Z');
/** The day before a window of 90 days. */
const BEFORE = new Date('2026-08-22T12:00:00Z');

const nameOf = (ref: string | null) => ref?.replace(/^.*\//, '') ?? '–';

/** The grade of a project with so many points. */
const standing = (
  score: number,
  grades: readonly GradeThreshold[] = DEFAULT_GRADES,
) => ({ score, grade: grades.find(({ from }) => score >= from)!.grade });

describe.each(databases.eachSupportedId())('Worked examples, %s', id => {
  async function open(
    options: { entities?: readonly Entity[]; policy?: PeoplePolicy } = {},
  ) {
    const knex = await createMigratedDatabase(databases, id);
    const portal = createPortal({ entities: options.entities ?? [] });
    const question = {
      caller: { credentials: await portal.auth.getOwnServiceCredentials() },
      now: NOW,
      days: 90,
    } as const;
    return {
      knex,
      question,
      evaluations: DatabaseEvaluationStore.create({ knex }),
      reports: createProgramReports(
        knex,
        portal,
        options.policy ?? { visibility: 'named', smallGroupThreshold: 3 },
      ),
    };
  }

  /** Projects of which eight are evaluated, two wait, one fails and one has no source. */
  async function twelveProjects(knex: Knex) {
    const projects = Array.from({ length: 12 }, (_, number) =>
      createCatalogProject(`project-${number}`, {
        ...(number === 11 && { repository: null, noSourceReason: 'None.' }),
      }),
    );
    const { repositoriesToRead } = await DatabaseProjectStore.create({
      knex,
    }).synchronise(projects, BEFORE);
    const queue = DatabaseQueueStore.create({ knex });
    await queue.enqueue({
      task: FACTS_TASK,
      repositoryIds: repositoriesToRead,
      at: NOW,
    });
    const { id: failing } = await knex('repositories')
      .where('url', projects[10].repository!.url)
      .first('id');
    await knex('queue')
      .where('repository_id', failing)
      .update({ failing_since: NOW.toISOString() });
    const evaluations = DatabaseEvaluationStore.create({ knex });
    for (const [number, project] of projects.slice(0, 8).entries()) {
      await evaluations.save(
        createEvaluationRecord(project, {
          now: NOW,
          readiness: standing(number < 3 ? 95 : 65),
        }),
      );
    }
  }

  /** One project with these results of checks, and nothing else. */
  async function oneProject(
    { knex, evaluations }: Awaited<ReturnType<typeof open>>,
    results: ReadonlyArray<{
      weight: number;
      status: 'pass' | 'fail' | 'unknown';
    }>,
  ) {
    const project = createCatalogProject('one');
    await DatabaseProjectStore.create({ knex }).synchronise([project], BEFORE);
    const record = createEvaluationRecord(project, { now: NOW });
    const { category } = record.evaluation.results[0];
    const decided = record.evaluation.results
      .filter(result => result.category === category)
      .slice(0, results.length)
      .map((result, index) => ({
        ...result,
        ...results[index],
        score: { pass: 1, fail: 0, unknown: null }[results[index].status],
      }));
    expect(decided).toHaveLength(results.length);
    await evaluations.save({
      ...record,
      evaluation: {
        ...record.evaluation,
        results: decided,
        readiness: computeReadiness(decided, DEFAULT_GRADES),
      },
    });
    return { category, checkIds: decided.map(result => result.id) };
  }

  it('projects by grade', async () => {
    const { knex, question, reports } = await open();
    await twelveProjects(knex);
    const { grades, projects } = await reports.summary(question);
    const counts = new Map(grades.map(({ grade, count }) => [grade, count]));
    const ofA = counts.get('A')!;
    expect([...counts.keys()]).toEqual(['A', 'C', null]);
    expect(exampleOf('Projects by grade')).toBe(
      `Of ${projects.value} projects ${ofA} have grade A, ${counts.get(
        'C',
      )} grade C, ${counts.get(null)} none yet: A is ${
        (100 * ofA) / projects.value!
      } % of the projects.`,
    );
  });

  it('coverage', async () => {
    const { knex, question, reports } = await open();
    await twelveProjects(knex);
    const { coverage, projects } = await reports.summary(question);
    expect(exampleOf('Coverage')).toBe(
      `${coverage.evaluated} of ${projects.value} projects evaluated, ${coverage.pending} pending, ${coverage.failing} failing without ever having been read, ${coverage.noSource} without a source.`,
    );
  });

  it('flows between teams', async () => {
    const { knex, question, reports } = await open({
      entities: [...NORTH_AND_SOUTH, component('search')],
    });
    const { read } = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
    ]);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: ['carl', 'cleo', 'pia'].map((login, number) =>
          contribution(`pr/${number}`, login, '2026-11-03T10:00:00Z'),
        ),
      },
    ];
    await read(source, graphOf(NORTH_AND_SOUTH), NOW);
    const teams = await reports.flows({ ...question, level: 'team' });
    const divisions = await reports.flows({ ...question, level: 'division' });
    const given = new Map(
      teams.cells.map(({ from, contributions }) => [
        nameOf(from),
        contributions,
      ]),
    );
    expect(teams.cells.map(({ to }) => nameOf(to))).toEqual([
      'search',
      'search',
    ]);
    expect([given.get('checkout'), given.get('payments')]).toEqual([2, 1]);
    expect(divisions.cells).toHaveLength(1);
    const [{ from, to, contributions }] = divisions.cells;
    expect(exampleOf('Flows between teams')).toBe(
      `\`checkout\` contributed twice and \`payments\` once to \`search\`, both of the division ${nameOf(
        from,
      )}; \`search\` belongs to ${nameOf(to)}. By division, ${nameOf(
        from,
      )} gave ${nameOf(to)} ${contributions}.`,
    );
  });

  it('what holds projects back', async () => {
    const setUp = await open();
    const { checkIds } = await oneProject(setUp, [
      { weight: 10, status: 'pass' },
      { weight: 5, status: 'fail' },
    ]);
    const { checks } = await setUp.reports.checks(setUp.question);
    const { readiness } = await setUp.reports.summary(setUp.question);
    const failing = checks.find(({ checkId }) => checkId === checkIds[1])!;
    expect(failing).toMatchObject({ pass: 0, fail: 1 });
    expect(exampleOf('What holds projects back')).toBe(
      `A project of weights 10 and 5 fails the second: it has ${readiness.value} points and would gain ${failing.gain}.`,
    );
  });

  it('readiness by category', async () => {
    const setUp = await open();
    const { category } = await oneProject(setUp, [
      { weight: 5, status: 'pass' },
      { weight: 5, status: 'pass' },
      { weight: 5, status: 'unknown' },
    ]);
    const { items } = await setUp.reports.projects({
      ...setUp.question,
      orderBy: 'readiness',
      limit: 1,
      offset: 0,
    });
    const score = items[0].categories.find(
      entry => entry.category === category,
    )?.score;
    expect(exampleOf('Readiness by category')).toBe(
      `Two of the three equally weighted checks of a category pass, the third is not known: ${score}.`,
    );
  });

  it('movers', async () => {
    const { knex, question, evaluations, reports } = await open();
    const project = createCatalogProject('one');
    await DatabaseProjectStore.create({ knex }).synchronise([project], BEFORE);
    for (const [now, score] of [
      [BEFORE, 50],
      [NOW, 92],
    ] as const) {
      await evaluations.save(
        createEvaluationRecord(project, { now, readiness: standing(score) }),
      );
    }
    const { rising, falling, newlyReady } = await reports.movers(question);
    expect([rising.length, falling.length]).toEqual([1, 0]);
    expect(newlyReady).toEqual(rising);
    const [{ readiness, readinessBefore }] = rising;
    expect(exampleOf('Movers')).toBe(
      `${readinessBefore} points the day before the window and ${readiness} now: rose by ${
        readiness! - readinessBefore!
      } and is newly ready.`,
    );
  });

  it('first contributions to another team', async () => {
    const { knex, question, reports } = await open({
      entities: NORTH_AND_SOUTH,
    });
    const { read } = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
    ]);
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'carl', '2026-11-03T10:00:00Z'),
          // Of the owning team, and of somebody who helped before.
          contribution('pr/2', 'sara', '2026-11-04T10:00:00Z'),
          contribution('pr/3', 'pia', '2026-11-05T10:00:00Z'),
          contribution('pr/4', 'pia', '2026-10-05T10:00:00Z'),
        ],
      },
    ];
    const graph = graphOf(NORTH_AND_SOUTH);
    await read(source, graph, NOW);
    const { count, people } = await reports.newcomers(question);
    expect(count).toBe(1);
    const [{ name, user, projects }] = people;
    expect(exampleOf('First contributions to another team')).toBe(
      `\`${name}\` of \`${nameOf(
        graph.groupsOf(user!)[0],
      )}\` had a change merged in \`${nameOf(
        projects[0],
      )}\` on the 3rd, never before: listed.`,
    );
  });
});
