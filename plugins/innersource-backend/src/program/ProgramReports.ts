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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CHECK_CATEGORIES,
  CheckDefinition,
  contributionWindow,
  ContributionWindowDays,
  dayMonthsBefore,
  dayOf,
  FlowLevel,
  formatDay,
  GradeCount,
  GradeThreshold,
  innerSourceShare,
  monthOf,
  monthsBetween,
  noRelationCounts,
  PeoplePolicy,
  ProgramCategories,
  ProgramChecks,
  ProgramFigure,
  ProgramFlows,
  ProgramMovers,
  ProgramNewcomers,
  ProgramProjectOrder,
  ProgramProjectPage,
  ProgramSummary,
  ProgramTrend,
  weightedMedian,
  windowDays,
} from '@ispo/backstage-plugin-innersource-common';
import { InputError } from '@backstage/errors';
import { CatalogOrganisation } from '../contributions/CatalogOrganisation';
import { Caller } from '../contributions/ContributionReports';
import { NamableTeams } from '../contributions/NamableTeams';
import { relationOf } from '../store/contributionCodes';
import {
  ContributionTotals,
  ProgramStore,
  ProjectSelection,
  ProjectsOrder,
} from '../store/ProgramStore';
import { OrganizationStore } from '../store/OrganizationStore';
import { ProgramScopes } from './ProgramScopes';
import { renderReport, reportedTeams } from './renderReport';

/** Months of the trend before the present one. */
const TREND_MONTHS = 12;

/** Cells of the flows that are answered. */
const MAX_CELLS = 2000;

/** Projects of lowest readiness in a report. */
const REPORTED_PROJECTS = 20;

const MAX_MOVERS = 10;
const MAX_NEWCOMERS = 100;

/** Commonest failing checks whose passing is tried out. */
const WHAT_IF_CHECKS = 3;

/** Grades, best first, that count as ready. */
const READY_GRADES = 2;

/** An open change request without response is neglected after so many days. */
const NEGLECTED_DAYS = 30;

const DAY_MILLISECONDS = 24 * 3600_000;

/** Key under which teams are summed that may not be named. */
const UNNAMED = '';

/** What every question says. */
export interface ProgramQuestion {
  scope?: string;
  caller: Caller;
  now: Date;
}

/** Options of {@link ProgramReports}. */
export interface ProgramReportsOptions {
  store: ProgramStore;
  scopes: ProgramScopes;
  organisation: CatalogOrganisation;
  namableTeams: NamableTeams;
  policy: PeoplePolicy;
  organizations: OrganizationStore;
  checks: readonly CheckDefinition[];
  grades: readonly GradeThreshold[];
}

/**
 * Answers the program office's questions, over the projects that the caller may
 * see and under the privacy policy.
 */
export class ProgramReports {
  readonly #options: ProgramReportsOptions;

  static create(options: ProgramReportsOptions): ProgramReports {
    return new ProgramReports(options);
  }

  private constructor(options: ProgramReportsOptions) {
    this.#options = options;
  }

  async summary(
    question: ProgramQuestion & { days: ContributionWindowDays },
  ): Promise<ProgramSummary> {
    const { store } = this.#options;
    const { days, now } = question;
    const { ref, selection } = await this.#resolve(question);
    const { firstDay, lastDay } = windowDays(now, days);
    const present = { firstDay, lastDay };
    const previous = { firstDay: firstDay - days, lastDay: firstDay - 1 };

    const projects = await store.countProjects(
      selection,
      new Date(firstDay * DAY_MILLISECONDS),
    );
    const grades = await store.getGrades(selection);
    const before = formatDay(firstDay - 1);
    const gradesBefore = await store.getGradesOn(selection, before);
    const innerSourceBefore = await store.countInnerSourceOn(selection, before);
    const reading = await store.getReading(selection);
    // Nothing read is no zero, and what grows by being read does not grow.
    const ifRead = (figure: ProgramFigure): ProgramFigure => ({
      value: reading.read > 0 ? figure.value : null,
      previous:
        reading.read > 0 && reading.read + reading.failing >= reading.projects
          ? figure.previous
          : null,
    });
    const totals = await store.getContributionTotals(selection, present);
    const totalsBefore = await store.getContributionTotals(selection, previous);
    const figure = (of: (totals: ContributionTotals) => number | null) =>
      ifRead({ value: of(totals), previous: of(totalsBefore) });
    return {
      scope: ref,
      window: contributionWindow(now, days),
      projects: { value: projects.total, previous: projects.before || null },
      innerSourceProjects: {
        value: projects.innerSource,
        previous: innerSourceBefore,
      },
      innerSourceProjectShare: {
        value: partOf(projects.innerSource, projects.total),
        previous: partOf(innerSourceBefore, projects.before),
      },
      readiness: {
        value: grades.readiness,
        previous: gradesBefore.readiness,
      },
      innerSourceShare: figure(of => shareOf(of).innerSource),
      unknownShare: figure(of => shareOf(of).unknown),
      outsideContributions: figure(({ other }) => other),
      outsideContributors: figure(({ contributors }) => contributors),
      newOutsideContributors: ifRead({
        value: await store.countNewcomers(selection, present),
        previous: await store.countNewcomers(selection, previous),
      }),
      teamsGiving: figure(({ teamsGiving }) => teamsGiving),
      teamsReceiving: figure(({ teamsReceiving }) => teamsReceiving),
      firstResponseHours: ifRead({
        value: toHours(await store.getMedianFirstResponse(selection, present)),
        previous: toHours(
          await store.getMedianFirstResponse(selection, previous),
        ),
      }),
      distance: figure(({ distances }) => weightedMedian(distances)),
      grades: this.#sortGrades(grades.grades),
      reading,
      coverage: await store.getCoverage(selection),
    };
  }

  async trend(question: ProgramQuestion): Promise<ProgramTrend> {
    const { store } = this.#options;
    const { ref, selection } = await this.#resolve(question);
    const lastDay = dayOf(question.now);
    const firstDay = firstDayOfMonth(dayMonthsBefore(lastDay, TREND_MONTHS));
    const counts = new Map(
      monthsBetween(firstDay, lastDay).map(month => [
        month,
        noRelationCounts(),
      ]),
    );
    for (const row of await store.getContributionDays(selection, {
      firstDay,
      lastDay,
    })) {
      const month = counts.get(monthOf(row.day));
      if (month) {
        month[relationOf(row.relation)] += row.total;
      }
    }
    const points: ProgramTrend['points'] = [];
    for (const [month, relations] of counts) {
      const { grades, readiness } =
        month === monthOf(lastDay)
          ? await store.getGrades(selection)
          : await store.getGradesOn(selection, `${month}-31`);
      points.push({
        month,
        grades: this.#sortGrades(grades),
        readiness,
        own: relations.own,
        other: relations.other,
        unknown: relations.unknown,
        innerSourceShare: innerSourceShare(relations).innerSource,
      });
    }
    return { scope: ref, points };
  }

  async checks(question: ProgramQuestion): Promise<ProgramChecks> {
    const { store, checks: definitions, grades } = this.#options;
    const { ref, selection } = await this.#resolve(question);
    const tallies = new Map(
      (await store.getCheckTallies(selection)).map(tally => [
        tally.checkId,
        tally,
      ]),
    );
    const checks: ProgramChecks['checks'] = [];
    for (const { id, title, category, severity, remedy } of definitions) {
      const tally = tallies.get(id);
      if (tally) {
        const { pass, partial, fail, unknown, exempt } = tally.counts;
        checks.push({
          checkId: id,
          title,
          category,
          severity,
          pass,
          partial,
          fail,
          unknown,
          exempt,
          remedy,
          gain: Math.round(tally.gain * 10) / 10,
        });
      }
    }
    const held = ({ partial, fail }: (typeof checks)[number]) => partial + fail;
    checks.sort((a, b) => held(b) - held(a) || b.gain - a.gain);
    const checkIds = checks
      .filter(check => held(check) > 0)
      .slice(0, WHAT_IF_CHECKS)
      .map(({ checkId }) => checkId);
    return {
      scope: ref,
      checks,
      whatIf: {
        checkIds,
        before: this.#sortGrades((await store.getGrades(selection)).grades),
        after: this.#sortGrades(
          await store.getGradesIf(selection, checkIds, grades),
        ),
      },
    };
  }

  async checkProjects(
    question: ProgramQuestion & {
      checkId: string;
      limit: number;
      offset: number;
    },
  ): Promise<ProgramProjectPage> {
    const { checkId, limit, offset } = question;
    const { selection } = await this.#resolve(question);
    const { rows, total } = await this.#options.store.getCheckProjects(
      selection,
      checkId,
      { limit, offset },
    );
    return toPage(rows, total, offset);
  }

  async projects(
    question: ProgramQuestion & {
      orderBy: ProgramProjectOrder;
      limit: number;
      offset: number;
    },
  ): Promise<ProgramCategories> {
    const { orderBy, limit, offset } = question;
    const { ref, selection } = await this.#resolve(question);
    const { rows, total } = await this.#options.store.getProjects(
      selection,
      toOrder(orderBy),
      { limit, offset },
    );
    return { scope: ref, ...toPage(rows, total, offset) };
  }

  async flows(
    question: ProgramQuestion & {
      days: ContributionWindowDays;
      level: FlowLevel;
    },
  ): Promise<ProgramFlows> {
    const { days, level, now } = question;
    const { ref, selection } = await this.#resolve(question);
    const range = windowDays(now, days);
    const keys = await this.#flowKeys(question, level);
    const { cells, total, omitted } = await this.#options.store.getFlows(
      selection,
      range,
      keys,
      MAX_CELLS,
    );
    return {
      scope: ref,
      window: contributionWindow(now, days),
      level,
      cells: cells.map(cell => ({
        ...cell,
        from: cell.from === UNNAMED ? null : cell.from,
        to: cell.to === UNNAMED ? null : cell.to,
      })),
      total,
      omitted,
    };
  }

  async flowProjects(
    question: ProgramQuestion & {
      days: ContributionWindowDays;
      level: FlowLevel;
      from: string;
      to: string;
      limit: number;
      offset: number;
    },
  ): Promise<ProgramProjectPage> {
    const { days, level, from, to, limit, offset, now } = question;
    if (!from || !to) {
      throw new InputError(
        'Say from which team to which team, e.g. from=group:default/search&to=group:default/payments.',
      );
    }
    const { selection } = await this.#resolve(question);
    const range = windowDays(now, days);
    const keys = await this.#flowKeys(question, level);
    const { rows, total } = await this.#options.store.getFlowProjects(
      selection,
      range,
      { keys, from, to, limit, offset },
    );
    return toPage(rows, total, offset);
  }

  async movers(
    question: ProgramQuestion & { days: ContributionWindowDays },
  ): Promise<ProgramMovers> {
    const { store, grades } = this.#options;
    const { days, now } = question;
    const { ref, selection } = await this.#resolve(question);
    const date = formatDay(windowDays(now, days).firstDay - 1);
    const ready = [...grades]
      .sort((a, b) => b.from - a.from)
      .slice(0, READY_GRADES)
      .map(({ grade }) => grade);
    const neglected = await store.getNeglected(
      selection,
      new Date(now.getTime() - NEGLECTED_DAYS * DAY_MILLISECONDS),
      MAX_MOVERS,
    );
    return {
      scope: ref,
      window: contributionWindow(now, days),
      rising: await store.getMovers(selection, date, 'rising', MAX_MOVERS),
      falling: await store.getMovers(selection, date, 'falling', MAX_MOVERS),
      newlyReady: await store.getNewlyGraded(
        selection,
        date,
        ready,
        MAX_MOVERS,
      ),
      neglected: neglected.map(({ oldestCreatedAt, ...project }) => ({
        ...project,
        oldestDays: Math.floor(
          (now.getTime() / 1000 - oldestCreatedAt) / 86_400,
        ),
      })),
    };
  }

  async newcomers(question: ProgramQuestion): Promise<ProgramNewcomers> {
    const { store, policy } = this.#options;
    const { caller, now } = question;
    const { ref, selection } = await this.#resolve(question);
    const lastDay = dayOf(now);
    const newcomers = await store.getNewcomers(selection, {
      firstDay: firstDayOfMonth(lastDay),
      lastDay,
    });
    const shown = newcomers.filter(
      ({ user }) =>
        policy.visibility === 'named' ||
        (policy.visibility === 'self' && user !== null && user === caller.user),
    );
    return {
      scope: ref,
      month: monthOf(lastDay),
      count: newcomers.length,
      people: shown
        .map(({ user, label, projects }) => ({ user, name: label, projects }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en'))
        .slice(0, MAX_NEWCOMERS),
    };
  }

  /** All of it as Markdown. */
  async report(
    question: ProgramQuestion & {
      days: ContributionWindowDays;
      level: FlowLevel;
    },
  ): Promise<string> {
    const summary = await this.summary(question);
    const flows = await this.flows(question);
    const shown = [summary.scope, ...reportedTeams(flows)];
    return renderReport({
      summary,
      trend: await this.trend(question),
      checks: await this.checks(question),
      categories: await this.projects({
        ...question,
        orderBy: 'readiness',
        limit: REPORTED_PROJECTS,
        offset: 0,
      }),
      flows,
      movers: await this.movers(question),
      newcomers: await this.newcomers(question),
      organizations: await this.#options.organizations.list(),
      names: await this.#options.scopes.namesOf(
        [...new Set(shown)].filter(ref => ref !== null),
        question.caller.credentials,
      ),
    });
  }

  #resolve({ scope, caller }: ProgramQuestion): Promise<{
    ref: string | null;
    selection: ProjectSelection;
  }> {
    return this.#options.scopes.resolve(scope, caller.credentials);
  }

  /** Under which key each team of the flows is summed. */
  async #flowKeys(
    question: { caller: { credentials: BackstageCredentials } },
    level: FlowLevel,
  ): Promise<Map<number, string>> {
    const { store, organisation, namableTeams } = this.#options;
    const graph = await organisation.graph();
    const depth = graph.rootCount() === 1 ? 1 : 0;
    const keys = new Map<number, string>();
    for (const team of await store.getFlowTeams()) {
      keys.set(
        team.id,
        level === 'team'
          ? team.entityRef
          : team.path[depth] ?? team.path[0] ?? team.entityRef,
      );
    }
    const mayName = await namableTeams.among(
      [...keys.values()],
      question.caller.credentials,
    );
    for (const [id, key] of keys) {
      if (!mayName(key)) {
        keys.set(id, UNNAMED);
      }
    }
    return keys;
  }

  /** Best first, ungraded last. */
  #sortGrades(counts: readonly GradeCount[]): GradeCount[] {
    const order = new Map(
      [...this.#options.grades]
        .sort((a, b) => b.from - a.from)
        .map(({ grade }, index) => [grade, index]),
    );
    const rank = ({ grade }: GradeCount) =>
      grade === null ? Infinity : order.get(grade) ?? order.size;
    return [...counts].sort((a, b) => rank(a) - rank(b));
  }
}

function shareOf({ own, other, unknown }: ContributionTotals) {
  return innerSourceShare({ own, other, unknown, bot: 0 });
}

function partOf(part: number | null, whole: number): number | null {
  return part === null || whole === 0 ? null : part / whole;
}

function toHours(seconds: number | null): number | null {
  return seconds === null ? null : seconds / 3600;
}

function firstDayOfMonth(day: number): number {
  return dayOf(`${monthOf(day)}-01T00:00:00Z`);
}

function toOrder(orderBy: ProgramProjectOrder): ProjectsOrder {
  const descending = orderBy.startsWith('-');
  const by = descending ? orderBy.slice(1) : orderBy;
  const category = CHECK_CATEGORIES.find(known => known === by);
  return category
    ? { by: 'category', category, descending }
    : { by: by === 'name' ? 'name' : 'readiness', descending };
}

function toPage<T>(
  items: T[],
  totalItems: number,
  offset: number,
): { items: T[]; totalItems: number; nextCursor: string | null } {
  const next = offset + items.length;
  return {
    items,
    totalItems,
    nextCursor: items.length > 0 && next < totalItems ? String(next) : null,
  };
}
