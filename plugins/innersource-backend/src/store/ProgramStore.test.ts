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

import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  DEFAULT_GRADES,
  formatDay,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { STALE_STATE } from './contributionCodes';
import { ProgramStore, ProjectSelection } from './ProgramStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();

const TODAY = 20_000;
const PROJECTS = 40;
const TEAMS = 8;
const PEOPLE = 30;
const CHECKS = ['a', 'b', 'c', 'd', 'e'];
const STATUSES = [
  'pass',
  'partial',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
];

/** A small generator, so that a failure can be seen again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function gradeOf(readiness: number | null): string | null {
  return readiness === null
    ? null
    : DEFAULT_GRADES.find(({ from }) => readiness >= from)!.grade;
}

const refOf = (project: number) => `component:default/p${project}`;
const teamOf = (team: number) => `group:default/t${team}`;

function generate(seed: number) {
  const pick = random(seed);
  const projects = Array.from({ length: PROJECTS }, (_, id) => {
    const readiness = pick(6) === 0 ? null : pick(1001) / 10;
    return {
      id: id + 1,
      ref: refOf(id),
      owner: pick(10) === 0 ? null : teamOf(pick(TEAMS)),
      system: pick(3) === 0 ? 'system:default/s' : null,
      createdAt: TODAY - pick(400),
      evaluated: pick(10) !== 0,
      readiness,
      inner: pick(2) === 0,
      unit: pick(2),
    };
  });
  const results = projects
    .filter(({ evaluated }) => evaluated)
    .flatMap(({ ref }) =>
      CHECKS.map(check => {
        const status = STATUSES[pick(STATUSES.length)];
        const scores: Record<string, number> = {
          pass: 1,
          partial: 0.5,
          fail: 0,
        };
        return {
          ref,
          check,
          status,
          score: scores[status] ?? null,
          weight: [2.5, 5, 10][pick(3)],
        };
      }),
    );
  const snapshots = projects.flatMap(({ ref }) =>
    [...new Set([pick(200), pick(200), pick(200)])].map(ago => {
      const readiness = pick(5) === 0 ? null : pick(1001) / 10;
      return {
        ref,
        day: TODAY - ago,
        readiness,
        grade: gradeOf(readiness),
        inner: [true, false, null][pick(3)],
      };
    }),
  );
  const merged = Array.from({ length: PEOPLE }, (_, id) =>
    id > 25 ? 1 + pick(20) : null,
  );
  const seen = new Set<string>();
  const contributions = Array.from({ length: 1500 }, () => {
    const relation = pick(4);
    return {
      project: projects[pick(PROJECTS)],
      day: TODAY - pick(400),
      kind: pick(4),
      person: pick(PEOPLE + 1),
      relation,
      distance: relation === 1 ? 1 + pick(4) : null,
      team: relation === 1 ? 1 + pick(TEAMS) : null,
      owner: 1 + pick(TEAMS),
      // 0 while a reading that replaces all has not delivered it again.
      count: pick(6),
    };
  }).filter(({ project, day, kind, person }) => {
    const key = `${project.id}/${day}/${kind}/${person}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const requests = Array.from({ length: 300 }, (_, id) => {
    const createdAt = (TODAY - pick(400)) * 86_400 + pick(86_400);
    return {
      id,
      project: projects[pick(PROJECTS)],
      relation: pick(4),
      // The last one: not delivered again by a reading that replaces all.
      state: pick(4),
      createdAt,
      firstResponseAt: pick(3) === 0 ? null : createdAt + pick(500_000),
    };
  });
  return { projects, results, snapshots, merged, contributions, requests };
}

type Data = ReturnType<typeof generate>;

async function store(knex: Knex, data: Data): Promise<void> {
  const insert = async (table: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += 50) {
      await knex(table).insert(rows.slice(start, start + 50));
    }
  };
  const instant = (day: number) => `${formatDay(day)}T12:00:00.000Z`;
  await insert('repositories', [
    { url: 'https://git.example/x', host: 'git.example', full_name: 'x' },
  ]);
  const { id: repositoryId } = await knex('repositories').first('id');
  await insert(
    'projects',
    data.projects.map(project => ({
      entity_ref: project.ref,
      repository_id: repositoryId,
      kind: 'component',
      namespace: 'default',
      name: project.ref,
      title: project.ref,
      sort_name: project.ref,
      owner: project.owner,
      system: project.system,
      catalog: '{}',
      catalog_hash: '',
      inner_source: project.inner,
      search_text: '',
      created_at: instant(project.createdAt),
    })),
  );
  await insert(
    'evaluations',
    data.projects
      .filter(({ evaluated }) => evaluated)
      .map(project => ({
        entity_ref: project.ref,
        evaluated_at: instant(TODAY),
        settings_hash: '',
        readiness: project.readiness,
        grade: gradeOf(project.readiness),
        level: 'contributions-welcome',
        summary: '{}',
        search_text: '',
        evaluation: Buffer.alloc(0),
      })),
  );
  await insert(
    'check_results',
    data.results.map(({ ref, check, ...result }) => ({
      entity_ref: ref,
      check_id: check,
      category: 'governed',
      ...result,
      gain: result.weight * 2,
    })),
  );
  await insert(
    'snapshots',
    data.snapshots.map(({ ref, day, readiness, grade, inner }) => ({
      entity_ref: ref,
      date: formatDay(day),
      readiness,
      grade,
      categories: '[]',
      inner_source: inner,
    })),
  );
  await insert(
    'contribution_people',
    data.merged.map((into, index) => ({
      id: index + 1,
      user_ref: index % 3 === 0 ? `user:default/u${index + 1}` : null,
      label: `Person ${index + 1}`,
      merged_into: into,
    })),
  );
  await insert(
    'contribution_teams',
    Array.from({ length: TEAMS }, (_, team) => ({
      id: team + 1,
      entity_ref: teamOf(team),
      path: `group:default/all ${teamOf(team)}`,
      path_hash: '',
      members: 5,
    })),
  );
  await insert(
    'contribution_projects',
    data.projects.map(({ id, ref, unit }) => ({
      id,
      entity_ref: ref,
      repository_id: repositoryId,
      path: '',
      unit,
      source: 'test',
    })),
  );
  await insert(
    'contributions',
    data.contributions.map(({ project, person, team, owner, ...row }) => ({
      ...row,
      project_id: project.id,
      person_id: person,
      team_id: team,
      owner_id: owner,
      keys: '',
    })),
  );
  await insert(
    'change_requests',
    data.requests.map(({ id, project, ...row }) => ({
      project_id: project.id,
      external_id: `pr/${id}`,
      person_id: 1,
      relation: row.relation,
      state: row.state,
      self_merged: false,
      created_at: row.createdAt,
      first_response_at: row.firstResponseAt,
    })),
  );
}

const everything: ProjectSelection = { visible: VisibleScope.everything };

/** Selections, and the same as a predicate. */
const SELECTIONS: Array<
  [string, ProjectSelection, (project: Data['projects'][number]) => boolean]
> = [
  ['everything', everything, () => true],
  ['nothing', { visible: VisibleScope.nothing }, () => false],
  [
    'what the caller may see',
    {
      visible: VisibleScope.of(
        new Set(Array.from({ length: 20 }, (_, id) => refOf(id))),
      ),
    },
    ({ id }) => id <= 20,
  ],
  [
    'teams',
    {
      visible: VisibleScope.everything,
      owners: VisibleScope.of(new Set([teamOf(1), teamOf(2)])),
    },
    ({ owner }) => owner === teamOf(1) || owner === teamOf(2),
  ],
  [
    'a system',
    { visible: VisibleScope.everything, system: 'system:default/s' },
    ({ system }) => system !== null,
  ],
];

const range = { firstDay: TODAY - 89, lastDay: TODAY };
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

function tally(
  values: Array<string | null>,
): Array<{ grade: string | null; count: number }> {
  const counts = new Map<string | null, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([grade, count]) => ({ grade, count }));
}

const byGrade = (a: { grade: string | null }, b: { grade: string | null }) =>
  String(a.grade).localeCompare(String(b.grade));

describe.each(databases.eachSupportedId())(
  'ProgramStore, %p',
  (databaseId: TestDatabaseId) => {
    let program: ProgramStore;
    let data: Data;

    beforeAll(async () => {
      const knex = await createMigratedDatabase(databases, databaseId);
      data = generate(20_261_122);
      await store(knex, data);
      program = ProgramStore.create({ knex });
    });

    describe.each(SELECTIONS)('%s', (_name, selection, belongs) => {
      const chosen = () => data.projects.filter(belongs);
      const contributed = (from: number, to: number) =>
        data.contributions.filter(
          ({ project, day, kind, count }) =>
            belongs(project) &&
            kind === project.unit &&
            count > 0 &&
            day >= from &&
            day <= to,
        );
      const personOf = (person: number) => data.merged[person - 1] ?? person;

      it('counts projects and grades', async () => {
        expect(
          await program.countProjects(
            selection,
            new Date(range.firstDay * 86_400_000),
          ),
        ).toEqual({
          total: chosen().length,
          before: chosen().filter(({ createdAt }) => createdAt < range.firstDay)
            .length,
          innerSource: chosen().filter(({ inner }) => inner).length,
        });
        const { grades, readiness } = await program.getGrades(selection);
        expect([...grades].sort(byGrade)).toEqual(
          tally(
            chosen().map(project =>
              project.evaluated ? gradeOf(project.readiness) : null,
            ),
          ).sort(byGrade),
        );
        const scores = chosen()
          .filter(({ evaluated }) => evaluated)
          .flatMap(project => project.readiness ?? []);
        expect(readiness ?? 0).toBeCloseTo(
          scores.length === 0 ? 0 : sum(scores) / scores.length,
          6,
        );
        expect(readiness === null).toBe(scores.length === 0);
      });

      it('finds grades of a day in the past and what moved since', async () => {
        const day = TODAY - 60;
        const before = new Map(
          [...data.snapshots]
            .filter(snapshot => snapshot.day <= day)
            .sort((a, b) => a.day - b.day)
            .map(snapshot => [snapshot.ref, snapshot]),
        );
        const then = chosen().flatMap(({ ref }) => before.get(ref) ?? []);
        const { grades } = await program.getGradesOn(selection, formatDay(day));
        expect([...grades].sort(byGrade)).toEqual(
          tally(then.map(({ grade }) => grade)).sort(byGrade),
        );
        const kept = then.flatMap(({ inner }) => inner ?? []);
        expect(
          await program.countInnerSourceOn(selection, formatDay(day)),
        ).toBe(kept.length === 0 ? null : kept.filter(Boolean).length);
        const moved = chosen().flatMap(project => {
          const old = before.get(project.ref)?.readiness ?? null;
          return project.evaluated && project.readiness !== null && old !== null
            ? [{ ref: project.ref, by: project.readiness - old }]
            : [];
        });
        const rising = await program.getMovers(
          selection,
          formatDay(day),
          'rising',
          5,
        );
        expect(rising.map(({ entityRef }) => entityRef)).toEqual(
          moved
            .filter(({ by }) => by > 0)
            .sort((a, b) => b.by - a.by)
            .slice(0, 5)
            .map(({ ref }) => ref),
        );
        const falling = await program.getMovers(
          selection,
          formatDay(day),
          'falling',
          5,
        );
        expect(falling.map(({ entityRef }) => entityRef)).toEqual(
          moved
            .filter(({ by }) => by < 0)
            .sort((a, b) => a.by - b.by)
            .slice(0, 5)
            .map(({ ref }) => ref),
        );
        const newly = await program.getNewlyGraded(
          selection,
          formatDay(day),
          ['A', 'B'],
          100,
        );
        expect(newly.map(({ entityRef }) => entityRef).sort()).toEqual(
          chosen()
            .filter(
              project =>
                project.evaluated &&
                ['A', 'B'].includes(gradeOf(project.readiness) ?? '') &&
                before.has(project.ref) &&
                !['A', 'B'].includes(before.get(project.ref)?.grade ?? ''),
            )
            .map(({ ref }) => ref)
            .sort(),
        );
      });

      it('sums contributions of code, and people of merged identities once', async () => {
        const rows = contributed(range.firstDay, range.lastDay);
        const of = (relation: number) =>
          sum(
            rows
              .filter(row => row.relation === relation)
              .map(({ count }) => count),
          );
        const others = rows.filter(({ relation }) => relation === 1);
        const totals = await program.getContributionTotals(selection, range);
        expect(totals).toEqual({
          own: of(0),
          other: of(1),
          unknown: of(2),
          contributors: new Set(
            others
              .filter(({ person }) => person !== 0)
              .map(({ person }) => personOf(person)),
          ).size,
          teamsGiving: new Set(others.map(({ team }) => team)).size,
          teamsReceiving: new Set(others.map(({ owner }) => owner)).size,
          distances: [1, 2, 3, 4].flatMap(distance => {
            const count = sum(
              others
                .filter(row => row.distance === distance)
                .map(row => row.count),
            );
            return count > 0 ? [{ value: distance, count }] : [];
          }),
        });
        expect(
          sum(
            (await program.getContributionDays(selection, range)).map(
              ({ total }) => total,
            ),
          ),
        ).toBe(sum(rows.map(({ count }) => count)));
      });

      it('tells who helped for the first time', async () => {
        const month = { firstDay: TODAY - 200, lastDay: TODAY };
        const first = new Map<number, number>();
        for (const row of contributed(0, month.lastDay)) {
          if (row.relation === 1 && row.person !== 0) {
            const person = personOf(row.person);
            first.set(person, Math.min(first.get(person) ?? Infinity, row.day));
          }
        }
        const expected = [...first]
          .filter(([, day]) => day >= month.firstDay)
          .map(([person]) => person)
          .sort((a, b) => a - b);
        const helped = contributed(month.firstDay, month.lastDay).filter(
          ({ relation }) => relation === 1,
        );
        expect(await program.getNewcomers(selection, month)).toEqual(
          expected.map(personId => ({
            personId,
            user: (personId - 1) % 3 === 0 ? `user:default/u${personId}` : null,
            label: `Person ${personId}`,
            projects: [
              ...new Set(
                helped
                  .filter(({ person }) => personOf(person) === personId)
                  .map(({ project }) => project.ref),
              ),
            ].sort(),
          })),
        );
        expect(await program.countNewcomers(selection, month)).toBe(
          expected.length,
        );
      });

      it('finds the median first response and the neglected', async () => {
        const waits = data.requests
          .filter(
            row =>
              belongs(row.project) &&
              row.relation === 1 &&
              row.state !== STALE_STATE &&
              row.firstResponseAt !== null &&
              row.createdAt >= range.firstDay * 86_400 &&
              row.createdAt < (range.lastDay + 1) * 86_400,
          )
          .map(row => row.firstResponseAt! - row.createdAt)
          .sort((a, b) => a - b);
        const half = waits.length / 2;
        expect(await program.getMedianFirstResponse(selection, range)).toBe(
          waits.length === 0
            ? null
            : (waits[Math.ceil(half) - 1] + waits[Math.floor(half)]) / 2,
        );
        const since = (TODAY - 30) * 86_400;
        const waiting = data.requests.filter(
          row =>
            belongs(row.project) &&
            row.relation === 1 &&
            row.state === 0 &&
            row.firstResponseAt === null &&
            row.createdAt < since,
        );
        const neglected = await program.getNeglected(
          selection,
          new Date(since * 1000),
          1000,
        );
        expect(sum(neglected.map(row => row.waiting))).toBe(waiting.length);
        for (const row of neglected) {
          expect(row.oldestCreatedAt).toBe(
            Math.min(
              ...waiting
                .filter(({ project }) => project.ref === row.entityRef)
                .map(({ createdAt }) => createdAt),
            ),
          );
        }
      });

      it('sums what holds projects back, and what passing would do', async () => {
        const results = data.results.filter(({ ref }) =>
          chosen().some(project => project.ref === ref),
        );
        const conclusive = (ref: string) =>
          results.filter(
            row =>
              row.ref === ref &&
              ['pass', 'partial', 'fail'].includes(row.status),
          );
        const weightOf = (ref: string) =>
          sum(conclusive(ref).map(({ weight }) => weight));
        for (const tallied of await program.getCheckTallies(selection)) {
          const rows = results.filter(
            row =>
              row.check === tallied.checkId && row.status !== 'not-applicable',
          );
          for (const [status, count] of Object.entries(tallied.counts)) {
            expect(count).toBe(
              rows.filter(row => row.status === status).length,
            );
          }
          expect(tallied.gain).toBeCloseTo(
            sum(rows.map(({ weight }) => weight * 2)),
            6,
          );
        }
        const after = await program.getGradesIf(
          selection,
          ['a', 'b'],
          DEFAULT_GRADES,
        );
        expect([...after].sort(byGrade)).toEqual(
          tally(
            chosen().map(({ ref }) => {
              const rows = conclusive(ref);
              return rows.length === 0
                ? null
                : gradeOf(
                    Math.round(
                      (1000 *
                        sum(
                          rows.map(
                            row =>
                              row.weight *
                              (['a', 'b'].includes(row.check) ? 1 : row.score!),
                          ),
                        )) /
                        weightOf(ref),
                    ) / 10,
                  );
            }),
          ).sort(byGrade),
        );
        const { rows, total } = await program.getCheckProjects(selection, 'a', {
          limit: 3,
          offset: 0,
        });
        const held = results.filter(
          row => row.check === 'a' && ['partial', 'fail'].includes(row.status),
        );
        expect(total).toBe(held.length);
        expect(rows).toHaveLength(Math.min(3, held.length));
      });

      it('sums flows by any key, without what has none', async () => {
        const keys = new Map(
          Array.from({ length: TEAMS - 1 }, (_, team) => [
            team + 1,
            team < 4 ? 'north' : `team ${team}`,
          ]),
        );
        const rows = contributed(range.firstDay, range.lastDay).filter(
          row =>
            row.relation === 1 && keys.has(row.team!) && keys.has(row.owner),
        );
        const expected = new Map<
          string,
          { count: number; refs: Set<string> }
        >();
        for (const row of rows) {
          const key = `${keys.get(row.team!)}→${keys.get(row.owner)}`;
          const cell = expected.get(key) ?? { count: 0, refs: new Set() };
          cell.count += row.count;
          cell.refs.add(row.project.ref);
          expected.set(key, cell);
        }
        const { cells, total, omitted } = await program.getFlows(
          selection,
          range,
          keys,
          1000,
        );
        expect(total).toBe(sum(rows.map(({ count }) => count)));
        expect(omitted).toBe(0);
        expect(
          Object.fromEntries(
            cells.map(cell => [
              `${cell.from}→${cell.to}`,
              [cell.contributions, cell.projects],
            ]),
          ),
        ).toEqual(
          Object.fromEntries(
            [...expected].map(([key, cell]) => [
              key,
              [cell.count, cell.refs.size],
            ]),
          ),
        );
        const few = await program.getFlows(selection, range, keys, 1);
        expect(few.omitted).toBe(
          total - sum(few.cells.map(c => c.contributions)),
        );
        const behind = await program.getFlowProjects(selection, range, {
          keys,
          from: 'north',
          to: 'north',
          limit: 1000,
          offset: 0,
        });
        const cell = expected.get('north→north');
        expect(behind.total).toBe(cell?.refs.size ?? 0);
        expect(sum(behind.rows.map(row => row.contributions))).toBe(
          cell?.count ?? 0,
        );
      });
    });
  },
);
