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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ProgramCategories,
  ProgramChecks,
  ProgramFlows,
  ProgramMovers,
  ProgramNewcomers,
  ProgramProjectPage,
  ProgramSummary,
  ProgramTrend,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { chain, Company, median, withDemo } from '../__testUtils__/demo';
import { createTestDatabases } from '../__testUtils__/databases';

jest.setTimeout(600_000);

const databases = createTestDatabases();
const DAY = 86_400_000;

/** Sees nothing of one division. */
const LIMITED = 'user:default/limited';
const HIDDEN_DIVISION = 'freight';

/** Members that a team needs to be named, by default. */
const NAMABLE_MEMBERS = 3;

const FROM_A = { A: 90, B: 75, C: 60, D: 45, F: 0 };

const gradeOf = (score: number | null): string | null =>
  score === null
    ? null
    : Object.entries(FROM_A).find(([, from]) => score >= from)![0];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : sum(values) / values.length;

const part = (some: number, all: number) => (all === 0 ? null : some / all);

const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** Numbers as far as engines agree on them. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, inner) =>
      typeof inner === 'number' ? Math.round(inner * 1e6) / 1e6 : inner,
    ),
  );
}

function tally(grades: ReadonlyArray<string | null>) {
  const counts: Record<string, number> = {};
  for (const grade of grades) {
    counts[grade ?? 'none'] = (counts[grade ?? 'none'] ?? 0) + 1;
  }
  return counts;
}

const byGrade = (
  counts: ReadonlyArray<{ grade: string | null; count: number }>,
) =>
  Object.fromEntries(
    counts.map(({ grade, count }) => [grade ?? 'none', count]),
  );

/** The catalog as everybody sees it, but for one user. */
function createCatalog(
  entities: readonly Entity[],
  hidden: ReadonlySet<string>,
): CatalogService {
  const whole = catalogServiceMock({ entities: [...entities] });
  const rest = catalogServiceMock({
    entities: entities.filter(
      entity => !hidden.has(stringifyEntityRef(entity)),
    ),
  });
  return new Proxy(whole, {
    get(_, name) {
      if (typeof Reflect.get(whole, name) !== 'function') {
        return undefined;
      }
      return (...args: unknown[]) => {
        const seen = JSON.stringify(args).includes(LIMITED) ? rest : whole;
        return Reflect.apply(Reflect.get(seen, name), seen, args);
      };
    },
  });
}

/** What happened before the demo started, as if the plugin had run for long. */
async function addHistory(knex: Knex): Promise<void> {
  const refs: string[] = await knex('projects')
    .orderBy('entity_ref')
    .pluck('entity_ref');
  const today = Math.floor(Date.now() / DAY);
  for (const [index, ref] of refs.entries()) {
    if (index % 3 > 0) {
      await knex('projects')
        .where('entity_ref', ref)
        .update({ created_at: `${dateOf(today - 170)}T00:00:00.000Z` });
    }
    for (const [number, ago] of [420, 366, 200, 91, 30].entries()) {
      if ((index + number) % 4 > 0) {
        const readiness = ((index * 37 + number * 53) % 1001) / 10;
        await knex('snapshots').insert({
          entity_ref: ref,
          date: dateOf(today - ago),
          readiness,
          grade: gradeOf(readiness),
          categories: '[]',
          inner_source: (index + number) % 3 === 0,
        });
      }
    }
  }
}

/** Waits until the backend has nothing left to do that would change figures. */
async function untilQuiet(knex: Knex): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const due = await knex('queue')
      .where('next_run_at', '<=', new Date(Date.now() + 60_000).toISOString())
      .orWhereNotNull('leased_until')
      .orWhereNotNull('requested_at');
    if (due.length === 0) {
      return;
    }
    if (tries > 1_200) {
      throw new Error(`The queue never ran empty: ${JSON.stringify(due[0])}`);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function readTables(knex: Knex) {
  return {
    projects: await knex('projects'),
    evaluations: await knex('evaluations'),
    results: await knex('check_results'),
    scores: await knex('category_scores'),
    snapshots: await knex('snapshots'),
    queue: await knex('queue'),
    contributed: await knex('contribution_projects'),
    contributions: await knex('contributions'),
    requests: await knex('change_requests'),
    people: await knex('contribution_people'),
    teams: await knex('contribution_teams'),
  };
}

type Tables = Awaited<ReturnType<typeof readTables>>;

interface Look {
  tables: Tables;
  company: Company;
  /** Groups that own the projects; all projects without. */
  owners?: readonly string[];
  hidden: ReadonlySet<string>;
  now: number;
}

/** Every figure of the program view, from the rows alone. */
function recompute({ tables, company, owners, hidden, now }: Look) {
  const today = Math.floor(now / DAY);
  const projects = tables.projects.filter(
    ({ entity_ref: ref, owner }) =>
      !hidden.has(ref) &&
      (owners === undefined || owners.includes(owner.split('/')[1])),
  );
  const refs = new Set<string>(projects.map(row => row.entity_ref));
  const evaluationOf = new Map(
    tables.evaluations.map(row => [row.entity_ref, row]),
  );
  const evaluated = projects.flatMap(
    row => evaluationOf.get(row.entity_ref) ?? [],
  );
  const snapshotsOn = (date: string) =>
    projects.flatMap(
      ({ entity_ref: ref }) =>
        tables.snapshots
          .filter(row => row.entity_ref === ref && row.date <= date)
          .sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? [],
    );
  const refById = new Map(
    tables.contributed.map(({ id, entity_ref: ref, unit }) => [
      id,
      { ref, unit },
    ]),
  );
  const contributions = tables.contributions
    .map(row => ({ ...row, ...refById.get(row.project_id)! }))
    .filter(({ ref, kind, unit }) => refs.has(ref) && kind === unit);
  const requests = tables.requests
    .map(row => ({ ...row, ...refById.get(row.project_id)! }))
    .filter(({ ref, relation }) => refs.has(ref) && relation === 1);
  const teams = new Map(tables.teams.map(row => [row.id, row]));
  const mergedInto = new Map(
    tables.people.map(({ id, merged_into: into }) => [id, into ?? id]),
  );
  const personOf = (id: number): number => mergedInto.get(id) ?? id;

  const others = contributions.filter(({ relation }) => relation === 1);
  const firstDays = new Map<number, number>();
  for (const { person_id: id, day } of others) {
    if (id !== 0) {
      const person = personOf(id);
      firstDays.set(person, Math.min(firstDays.get(person) ?? Infinity, day));
    }
  }
  const countIn = (rows: typeof contributions, relation: number) =>
    sum(rows.filter(row => row.relation === relation).map(row => row.count));

  const windowFigures = (first: number, last: number) => {
    const rows = contributions.filter(({ day }) => day >= first && day <= last);
    const from = rows.filter(({ relation }) => relation === 1);
    const [own, other, unknown] = [0, 1, 2].map(code => countIn(rows, code));
    const named = (ids: Array<number | null>) =>
      new Set(ids.flatMap(id => (id === null ? [] : teams.get(id).entity_ref)))
        .size;
    const answers = requests
      .filter(
        ({ created_at: at, first_response_at: response }) =>
          response !== null &&
          Math.floor(Number(at) / 86_400) >= first &&
          Math.floor(Number(at) / 86_400) <= last,
      )
      .map(
        ({ created_at: at, first_response_at: response }) =>
          (Number(response) - Number(at)) / 3600,
      );
    return {
      innerSourceShare: part(other, own + other),
      unknownShare: part(unknown, own + other + unknown),
      outsideContributions: other,
      outsideContributors: new Set(
        from.flatMap(({ person_id: id }) => (id === 0 ? [] : personOf(id))),
      ).size,
      newOutsideContributors: [...firstDays.values()].filter(
        day => day >= first && day <= last,
      ).length,
      teamsGiving: named(from.map(row => row.team_id)),
      teamsReceiving: named(from.map(row => row.owner_id)),
      firstResponseHours: median(answers),
      distance: median(
        from.flatMap(({ distance, count }) =>
          distance === null ? [] : Array(count).fill(distance),
        ),
      ),
    };
  };

  const readinessNow = mean(
    evaluated.flatMap(({ readiness }) => readiness ?? []),
  );
  const isInner = (row: (typeof projects)[number]) =>
    Boolean(row.inner_source || evaluationOf.get(row.entity_ref)?.inner_source);

  const summary = (days: number) => {
    const first = today - days + 1;
    const before = snapshotsOn(dateOf(first - 1));
    const existed = projects.filter(
      ({ created_at: at }) => Date.parse(at) <= first * DAY,
    ).length;
    const flagged = before.filter(row => row.inner_source !== null);
    const innerBefore =
      flagged.length === 0
        ? null
        : flagged.filter(row => Boolean(row.inner_source)).length;
    const inner = projects.filter(isInner).length;
    const present = windowFigures(first, today);
    const previous = windowFigures(first - days, first - 1);
    const failing = new Set(
      tables.queue
        .filter(row => row.task === 'facts' && row.failing_since !== null)
        .map(row => row.repository_id),
    );
    return {
      projects: { value: projects.length, previous: existed || null },
      innerSourceProjects: { value: inner, previous: innerBefore },
      innerSourceProjectShare: {
        value: part(inner, projects.length),
        previous: innerBefore === null ? null : part(innerBefore, existed),
      },
      readiness: {
        value: readinessNow,
        previous: mean(before.flatMap(({ readiness }) => readiness ?? [])),
      },
      ...Object.fromEntries(
        Object.entries(present).map(([figure, value]) => [
          figure,
          {
            value,
            previous: Object.entries(previous).find(
              ([name]) => name === figure,
            )![1],
          },
        ]),
      ),
      grades: tally(
        projects.map(row => evaluationOf.get(row.entity_ref)?.grade ?? null),
      ),
      coverage: {
        evaluated: evaluated.length,
        pending: projects.filter(
          row =>
            !evaluationOf.has(row.entity_ref) &&
            row.repository_id !== null &&
            !failing.has(row.repository_id),
        ).length,
        failing: projects.filter(row => failing.has(row.repository_id)).length,
        noSource: projects.filter(row => row.repository_id === null).length,
      },
    };
  };

  const trend = () => {
    const months: string[] = [];
    const [year, month] = dateOf(today).split('-').map(Number);
    for (let back = 12; back >= 0; back -= 1) {
      months.push(
        new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
      );
    }
    return months.map((name, index) => {
      const rows = contributions.filter(
        ({ day }) => dateOf(day).slice(0, 7) === name && day <= today,
      );
      const [own, other, unknown] = [0, 1, 2].map(code => countIn(rows, code));
      const then = snapshotsOn(`${name}-31`);
      const isNow = index === months.length - 1;
      return {
        month: name,
        grades: isNow
          ? summary(90).grades
          : tally(then.map(({ grade }) => grade)),
        readiness: isNow
          ? readinessNow
          : mean(then.flatMap(({ readiness }) => readiness ?? [])),
        own,
        other,
        unknown,
        innerSourceShare: part(other, own + other),
      };
    });
  };

  const conclusive = ['pass', 'partial', 'fail'];
  const resultsOf = new Map(
    evaluated.map(({ entity_ref: ref }) => [
      ref,
      tables.results.filter(row => row.entity_ref === ref),
    ]),
  );
  const checks = () => {
    const all: Record<string, Record<string, number>> = {};
    for (const results of resultsOf.values()) {
      const divisor = sum(
        results
          .filter(({ status }) => conclusive.includes(status))
          .map(({ weight }) => weight),
      );
      for (const { check_id: id, status, score, weight } of results) {
        if (status !== 'not-applicable') {
          all[id] ??= {
            pass: 0,
            partial: 0,
            fail: 0,
            unknown: 0,
            exempt: 0,
            gain: 0,
          };
          all[id][status] += 1;
          if (status === 'partial' || status === 'fail') {
            all[id].gain += (100 * weight * (1 - (score ?? 0))) / divisor;
          }
        }
      }
    }
    return all;
  };
  const gradesIf = (passing: readonly string[]) =>
    tally(
      projects.map(({ entity_ref: ref }) => {
        const results = (resultsOf.get(ref) ?? []).filter(({ status }) =>
          conclusive.includes(status),
        );
        const divisor = sum(results.map(({ weight }) => weight));
        return divisor === 0
          ? null
          : gradeOf(
              Math.round(
                (1000 *
                  sum(
                    results.map(
                      ({ check_id: id, weight, score }) =>
                        weight * (passing.includes(id) ? 1 : score ?? 0),
                    ),
                  )) /
                  divisor,
              ) / 10,
            );
      }),
    );
  const heldBackBy = (id: string) =>
    [...resultsOf]
      .filter(([, results]) =>
        results.some(
          ({ check_id: check, status }) =>
            check === id && (status === 'partial' || status === 'fail'),
        ),
      )
      .map(([ref]) => ref);

  const membersOf = (group: string) =>
    [...company.teams.values()].filter(team =>
      chain(company, team).includes(group),
    ).length;
  const keyOf = (id: number, level: 'team' | 'division') => {
    const { entity_ref: ref, path } = teams.get(id);
    const key = level === 'team' ? ref : path.split(' ')[1] ?? ref;
    return hidden.has(key) || membersOf(key.split('/')[1]) < NAMABLE_MEMBERS
      ? null
      : key;
  };
  const flows = (days: number, level: 'team' | 'division') => {
    const cells = new Map<string, Map<string, number>>();
    for (const { day, team_id: from, owner_id: to, ref, count } of others) {
      if (day > today - days && day <= today && from !== null && to !== null) {
        const key = JSON.stringify([keyOf(from, level), keyOf(to, level)]);
        const cell = cells.get(key) ?? new Map<string, number>();
        cells.set(key, cell.set(ref, (cell.get(ref) ?? 0) + count));
      }
    }
    return cells;
  };

  const movers = (days: number) => {
    const before = new Map(
      snapshotsOn(dateOf(today - days)).map(row => [row.entity_ref, row]),
    );
    const moved = evaluated.flatMap(({ entity_ref: ref, readiness, grade }) => {
      const then = before.get(ref);
      return then ? [{ ref, readiness, grade, then }] : [];
    });
    const by = ({ readiness, then }: (typeof moved)[number]) =>
      readiness - then.readiness;
    const ready = (grade: string | null) => grade === 'A' || grade === 'B';
    const waiting = new Map<string, number[]>();
    for (const row of requests) {
      const at = Number(row.created_at);
      if (
        row.state === 0 &&
        row.first_response_at === null &&
        at < Math.floor(now / 1000) - 30 * 86_400
      ) {
        waiting.set(row.ref, [...(waiting.get(row.ref) ?? []), at]);
      }
    }
    return {
      rising: moved
        .filter(row => by(row) > 0)
        .sort((a, b) => by(b) - by(a))
        .slice(0, 10)
        .map(row => [row.readiness, row.then.readiness]),
      falling: moved
        .filter(row => by(row) < 0)
        .sort((a, b) => by(a) - by(b))
        .slice(0, 10)
        .map(row => [row.readiness, row.then.readiness]),
      newlyReady: moved
        .filter(row => ready(row.grade) && !ready(row.then.grade))
        .map(row => row.readiness)
        .sort((a, b) => b - a)
        .slice(0, 10),
      neglected: [...waiting.values()]
        .map(times => [
          times.length,
          Math.floor((now / 1000 - Math.min(...times)) / 86_400),
        ])
        .sort((a, b) => b[0] - a[0] || b[1] - a[1])
        .slice(0, 10),
    };
  };

  const categories = () =>
    Object.fromEntries(
      projects.map(({ entity_ref: ref }) => [
        ref,
        {
          readiness: evaluationOf.get(ref)?.readiness ?? null,
          ...Object.fromEntries(
            tables.scores
              .filter(row => row.entity_ref === ref)
              .map(({ category, score }) => [category, score]),
          ),
        },
      ]),
    );
  const newcomers = () =>
    [...firstDays.values()].filter(
      day => dateOf(day).slice(0, 7) === dateOf(today).slice(0, 7),
    ).length;

  return {
    summary,
    trend,
    checks,
    gradesIf,
    heldBackBy,
    flows,
    movers,
    categories,
    newcomers,
  };
}

describe.each(databases.eachSupportedId())(
  "figures of the demo organisation's program, %s",
  id => {
    it('agree with a computation from the rows by other means', async () => {
      const knex = await databases.init(id);
      const hiddenIn = (company: Company) => {
        const groups = [...company.parents.keys()].filter(name =>
          chain(company, name).includes(HIDDEN_DIVISION),
        );
        return new Set([
          ...groups.map(name => `group:default/${name}`),
          ...company.entities
            .filter(
              ({ kind, spec }) =>
                kind === 'Component' &&
                groups.includes(
                  String(spec?.owner).replace('group:default/', ''),
                ),
            )
            .map(entity => stringifyEntityRef(entity)),
        ]);
      };
      await withDemo(
        company => [
          mockServices.database.factory({ knex }),
          createServiceFactory({
            service: catalogServiceRef,
            deps: {},
            factory: () => createCatalog(company.entities, hiddenIn(company)),
          }),
          createServiceFactory({
            service: coreServices.permissions,
            deps: {},
            factory: () =>
              mockServices.permissions.mock({
                authorize: async requests =>
                  requests.map(() => ({ result: AuthorizeResult.ALLOW })),
                authorizeConditional: async (requests, options) =>
                  requests.map(() =>
                    JSON.stringify(options).includes(LIMITED)
                      ? {
                          result: AuthorizeResult.CONDITIONAL,
                          pluginId: 'catalog',
                          resourceType: 'catalog-entity',
                          conditions: {
                            rule: 'IS_ENTITY_OWNER',
                            resourceType: 'catalog-entity',
                          },
                        }
                      : { result: AuthorizeResult.ALLOW },
                  ),
              }),
          }),
        ],
        async ({ company, get }) => {
          await untilQuiet(knex);
          await addHistory(knex);
          const tables = await readTables(knex);
          const team = [...company.owners.values()].find(owner =>
            chain(company, owner).includes('passenger'),
          )!;
          const looks: Array<{
            user?: string;
            scope?: string;
            hidden?: ReadonlySet<string>;
          }> = [
            {},
            { scope: 'passenger' },
            { scope: team },
            { user: LIMITED, hidden: hiddenIn(company) },
            {
              user: LIMITED,
              hidden: hiddenIn(company),
              scope: 'platform',
            },
          ];
          const totals: number[] = [];
          for (const { user, scope, hidden = new Set<string>() } of looks) {
            const expected = recompute({
              tables,
              company,
              hidden,
              now: Date.now(),
              owners:
                scope === undefined
                  ? undefined
                  : [...company.parents.keys()].filter(name =>
                      chain(company, name).includes(scope),
                    ),
            });
            const ask = <T>(path: string, query: Record<string, string> = {}) =>
              get<T>(
                `/program/${path}?${new URLSearchParams({
                  ...query,
                  ...(scope && { scope: `group:default/${scope}` }),
                })}`,
                user && mockCredentials.user.header(user),
              );

            for (const days of [90, 365]) {
              const window = String(days);
              const summary = await ask<ProgramSummary>('summary', { window });
              expect(
                rounded({ ...summary, grades: byGrade(summary.grades) }),
              ).toMatchObject(rounded(expected.summary(days)));
              totals.push(summary.outsideContributions.value ?? 0);

              for (const level of ['team', 'division'] as const) {
                const query = { window, level };
                const flows = await ask<ProgramFlows>('flows', query);
                const cells = expected.flows(days, level);
                expect(flows.cells).toHaveLength(cells.size);
                for (const cell of flows.cells) {
                  const { from, to } = cell;
                  const behind = cells.get(JSON.stringify([from, to]))!;
                  expect(cell).toEqual({
                    from,
                    to,
                    contributions: sum([...behind.values()]),
                    projects: behind.size,
                  });
                }
                expect(flows.total).toBe(
                  sum([...cells.values()].flatMap(cell => [...cell.values()])),
                );
                for (const { from, to } of flows.cells
                  .filter(cell => cell.from && cell.to)
                  .slice(0, 1)) {
                  const page = await ask<ProgramProjectPage>('flows/projects', {
                    ...query,
                    from: from!,
                    to: to!,
                    limit: '100',
                  });
                  expect(
                    new Map(
                      page.items.map(({ entityRef, contributions }) => [
                        entityRef,
                        contributions,
                      ]),
                    ),
                  ).toEqual(cells.get(JSON.stringify([from, to])));
                }
              }

              const movers = await ask<ProgramMovers>('movers', { window });
              expect({
                rising: movers.rising.map(row => [
                  row.readiness,
                  row.readinessBefore,
                ]),
                falling: movers.falling.map(row => [
                  row.readiness,
                  row.readinessBefore,
                ]),
                newlyReady: movers.newlyReady.map(row => row.readiness),
                neglected: movers.neglected.map(row => [
                  row.waiting,
                  row.oldestDays,
                ]),
              }).toEqual(expected.movers(days));
            }

            const { points } = await ask<ProgramTrend>('trend');
            expect(
              rounded(
                points.map(point => ({
                  ...point,
                  grades: byGrade(point.grades),
                })),
              ),
            ).toEqual(rounded(expected.trend()));

            const { checks, whatIf } = await ask<ProgramChecks>('checks');
            const tallied = expected.checks();
            expect(
              Object.fromEntries(
                checks.map(
                  ({ checkId, pass, partial, fail, unknown, exempt, gain }) => [
                    checkId,
                    { pass, partial, fail, unknown, exempt, gain },
                  ],
                ),
              ),
            ).toEqual(
              Object.fromEntries(
                Object.entries(tallied).map(([check, counts]) => [
                  check,
                  { ...counts, gain: Math.round(counts.gain * 10) / 10 },
                ]),
              ),
            );
            const held = Object.entries(tallied)
              .map(([, { partial, fail }]) => partial + fail)
              .sort((a, b) => b - a);
            expect(checks.map(({ partial, fail }) => partial + fail)).toEqual(
              held,
            );
            expect(whatIf.checkIds).toEqual(
              checks.slice(0, 3).map(({ checkId }) => checkId),
            );
            expect(byGrade(whatIf.before)).toEqual(expected.gradesIf([]));
            expect(byGrade(whatIf.after)).toEqual(
              expected.gradesIf(whatIf.checkIds),
            );
            for (const checkId of whatIf.checkIds) {
              const page = await ask<ProgramProjectPage>(
                `checks/${checkId}/projects`,
                { limit: '100' },
              );
              expect(
                page.items.map(({ entityRef }) => entityRef).sort(),
              ).toEqual(expected.heldBackBy(checkId).sort());
            }

            const { items, totalItems } = await ask<ProgramCategories>(
              'projects',
              { limit: '100' },
            );
            const categories = expected.categories();
            expect(totalItems).toBe(Object.keys(categories).length);
            expect(
              Object.fromEntries(
                items.map(({ entityRef, readiness, categories: scores }) => [
                  entityRef,
                  {
                    readiness,
                    ...Object.fromEntries(
                      scores.map(({ category, score }) => [category, score]),
                    ),
                  },
                ]),
              ),
            ).toEqual(categories);

            const newcomers = await ask<ProgramNewcomers>('newcomers');
            expect(newcomers.count).toBe(expected.newcomers());
          }

          // The data would show nothing if all looks were alike.
          const [whole, , , , , , limited] = totals;
          expect(limited).toBeGreaterThan(0);
          expect(whole).toBeGreaterThan(limited);
        },
      );
    });
  },
);
