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
  CHECK_CATEGORIES,
  CheckCategory,
  CheckStatus,
  ContributionReading,
  GradeCount,
  GradeThreshold,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import { CONCLUSIVE, DayRange, toInstant } from './columns';
import {
  NOBODY,
  RELATION_CODES,
  STALE_STATE,
  STATE_CODES,
} from './contributionCodes';
import { getContributionReading } from './contributionReading';
import { FACTS_TASK } from './tasks';

/** A person, whichever of the merged rows a contribution names. */
const PERSON = 'coalesce(person.merged_into, c.person_id)';

const PROJECT_COLUMNS = {
  entity_ref: 'projects.entity_ref',
  title: 'projects.title',
  owner: 'projects.owner',
  grade: 'evaluations.grade',
  readiness: 'evaluations.readiness',
};

const BEFORE_COLUMNS = {
  readiness_before: 'snapshot.readiness',
  grade_before: 'snapshot.grade',
};

/** Which projects the program looks at. */
export interface ProjectSelection {
  visible: VisibleScope;
  /** Owners whose projects belong to it. */
  owners?: VisibleScope;
  system?: string;
  domain?: string;
}

/** Sums over the contributions of code in a range of days. */
export interface ContributionTotals {
  own: number;
  other: number;
  unknown: number;
  /** People of other teams. */
  contributors: number;
  teamsGiving: number;
  teamsReceiving: number;
  /** Contributions by distance, ascending. */
  distances: Array<{ value: number; count: number }>;
}

/** How one check stands. */
export interface CheckTally {
  checkId: string;
  counts: Record<CheckStatus, number>;
  /** Points of readiness that all projects would gain together. */
  gain: number;
}

/** A project in an answer of the program. */
export interface ProgramProjectRow {
  entityRef: string;
  title: string;
  owner: string | null;
  grade: string | null;
  readiness: number | null;
}

/** A project with where it stood before. */
export interface MoverRow extends ProgramProjectRow {
  readinessBefore: number | null;
  gradeBefore: string | null;
}

/** A team that gave or received, with its groups from the top down. */
export interface FlowTeam {
  id: number;
  entityRef: string;
  path: string[];
}

/** Sums of contributions from one key to another. */
export interface FlowCell {
  from: string;
  to: string;
  contributions: number;
  projects: number;
}

/** How projects are ordered. */
export type ProjectsOrder = { descending: boolean } & (
  | { by: 'name' | 'readiness' }
  | { by: 'category'; category: CheckCategory }
);

/** Somebody who helped another team for the first time. */
export interface NewcomerRow {
  personId: number;
  user: string | null;
  label: string;
  projects: string[];
}

/**
 * Sums over many projects, computed in the database. Every method is one query
 * or a few, whatever the number of projects.
 */
export class ProgramStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ProgramStore {
    return new ProgramStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Projects, those that existed before an instant, and those that count as InnerSource projects. */
  async countProjects(
    selection: ProjectSelection,
    before: Date,
  ): Promise<{ total: number; before: number; innerSource: number }> {
    const row = await this.#projects(selection)
      .select(
        this.#knex.raw('count(*) as total'),
        this.#knex.raw(
          'sum(case when projects.created_at <= ? then 1 else 0 end) as existed',
          [toInstant(before)],
        ),
        this.#knex.raw(
          'sum(case when projects.inner_source = ? or evaluations.inner_source = ? then 1 else 0 end) as inner_source',
          [true, true],
        ),
      )
      .first();
    return {
      total: Number(row.total),
      before: Number(row.existed ?? 0),
      innerSource: Number(row.inner_source ?? 0),
    };
  }

  /** Where the evaluation of the projects stands. */
  async getCoverage(selection: ProjectSelection): Promise<{
    evaluated: number;
    pending: number;
    failing: number;
    noSource: number;
  }> {
    const row = await this.#projects(selection)
      .leftJoin('queue', join =>
        join
          .on('queue.repository_id', 'projects.repository_id')
          .andOnVal('queue.task', FACTS_TASK),
      )
      .select(
        this.#knex.raw(
          'sum(case when evaluations.entity_ref is not null then 1 else 0 end) as evaluated',
        ),
        this.#knex.raw(
          'sum(case when evaluations.entity_ref is null and queue.failing_since is null and projects.repository_id is not null then 1 else 0 end) as pending',
        ),
        this.#knex.raw(
          'sum(case when queue.failing_since is not null then 1 else 0 end) as failing',
        ),
        this.#knex.raw(
          'sum(case when projects.repository_id is null then 1 else 0 end) as no_source',
        ),
      )
      .first();
    return {
      evaluated: Number(row.evaluated ?? 0),
      pending: Number(row.pending ?? 0),
      failing: Number(row.failing ?? 0),
      noSource: Number(row.no_source ?? 0),
    };
  }

  /** How far contributions to the projects have been read. */
  async getReading(selection: ProjectSelection): Promise<ContributionReading> {
    return getContributionReading(this.#projects(selection));
  }

  /** Projects by grade and mean readiness, now. */
  async getGrades(
    selection: ProjectSelection,
  ): Promise<{ grades: GradeCount[]; readiness: number | null }> {
    const rows = await this.#projects(selection)
      .groupBy('evaluations.grade')
      .select({ grade: 'evaluations.grade' })
      .count({ count: '*' })
      .sum({ sum: 'evaluations.readiness' })
      .count({ scored: 'evaluations.readiness' });
    return gradesOf(rows);
  }

  /** The same at the end of a day, from snapshots. Projects without a snapshot by then are left out. */
  async getGradesOn(
    selection: ProjectSelection,
    date: string,
  ): Promise<{ grades: GradeCount[]; readiness: number | null }> {
    const rows = await this.#snapshotsOn(selection, date)
      .groupBy('snapshot.grade')
      .select({ grade: 'snapshot.grade' })
      .count({ count: '*' })
      .sum({ sum: 'snapshot.readiness' })
      .count({ scored: 'snapshot.readiness' });
    return gradesOf(rows);
  }

  /** How many counted as InnerSource projects at the end of a day, by their snapshots; null when none says so. */
  async countInnerSourceOn(
    selection: ProjectSelection,
    date: string,
  ): Promise<number | null> {
    const [row] = await this.#snapshotsOn(selection, date)
      .count({ known: 'snapshot.inner_source' })
      .select(
        this.#knex.raw(
          'sum(case when snapshot.inner_source = ? then 1 else 0 end) as total',
          [true],
        ),
      );
    return Number(row.known) === 0 ? null : Number(row.total);
  }

  /** Sums over contributions of code. */
  async getContributionTotals(
    selection: ProjectSelection,
    range: DayRange,
  ): Promise<ContributionTotals> {
    // Without grouping: SQLite sorts every row for that.
    const sumOf = (relation: number, name: string) =>
      this.#knex.raw(
        'sum(case when c.relation = ? then c.count else 0 end) as ??',
        [relation, name],
      );
    const [sums] = await this.#contributions(selection, range).select(
      sumOf(RELATION_CODES.own, 'own'),
      sumOf(RELATION_CODES.other, 'other'),
      sumOf(RELATION_CODES.unknown, 'unknown'),
    );
    const others = () => this.#fromOthers(selection, range);
    const distances: Array<{ distance: number; total: string | number }> =
      await others()
        .whereNotNull('c.distance')
        .groupBy('c.distance')
        .orderBy('c.distance')
        .select('c.distance')
        .sum({ total: 'c.count' });
    const named = (column: string) =>
      this.#knex('contribution_teams')
        .whereIn('id', this.#knex('others').select(column))
        .countDistinct('entity_ref');
    const [row] = await this.#knex
      .withMaterialized(
        'others',
        others().select('c.person_id', 'c.team_id', 'c.owner_id'),
      )
      .select({
        contributors: this.#knex('contribution_people as person')
          .whereIn('person.id', this.#knex('others').select('person_id'))
          .whereNot('person.id', NOBODY)
          .select(
            this.#knex.raw(
              'count(distinct coalesce(person.merged_into, person.id))',
            ),
          ),
        giving: named('team_id'),
        receiving: named('owner_id'),
      });
    return {
      own: Number(sums.own ?? 0),
      other: Number(sums.other ?? 0),
      unknown: Number(sums.unknown ?? 0),
      contributors: Number(row.contributors),
      teamsGiving: Number(row.giving),
      teamsReceiving: Number(row.receiving),
      distances: distances.map(({ distance, total }) => ({
        value: distance,
        count: Number(total),
      })),
    };
  }

  /** Sums of contributions of code by day and relation. */
  async getContributionDays(
    selection: ProjectSelection,
    range: DayRange,
  ): Promise<Array<{ day: number; relation: number; total: number }>> {
    const rows: Array<{ day: number; relation: number; total: string }> =
      await this.#contributions(selection, range)
        .groupBy('c.day', 'c.relation')
        .select('c.day', 'c.relation')
        .sum({ total: 'c.count' });
    return rows.map(row => ({ ...row, total: Number(row.total) }));
  }

  /** People whose first contribution of code to another team's project lies in the range. */
  async getNewcomers(
    selection: ProjectSelection,
    range: DayRange,
  ): Promise<NewcomerRow[]> {
    const rows: Array<{
      person_id: number;
      user_ref: string | null;
      label: string;
      entity_ref: string;
    }> = await this.#byPerson(selection, range)
      .join(
        this.#firsts(selection, range).as('firsts'),
        'firsts.person_id',
        this.#knex.raw(PERSON),
      )
      .join('contribution_people as named', 'named.id', 'firsts.person_id')
      .orderBy(['named.id', 'projects.entity_ref'])
      .distinct(
        'named.id as person_id',
        'named.user_ref',
        'named.label',
        'projects.entity_ref',
      );
    const newcomers = new Map<number, NewcomerRow>();
    for (const row of rows) {
      const newcomer = newcomers.get(row.person_id) ?? {
        personId: row.person_id,
        user: row.user_ref,
        label: row.label,
        projects: [],
      };
      newcomers.set(row.person_id, newcomer);
      newcomer.projects.push(row.entity_ref);
    }
    return [...newcomers.values()];
  }

  /** How many {@link ProgramStore.getNewcomers} would find. */
  async countNewcomers(
    selection: ProjectSelection,
    range: DayRange,
  ): Promise<number> {
    const firsts = this.#firsts(selection, range).as('firsts');
    const [{ count }] = await this.#knex.from(firsts).count({ count: '*' });
    return Number(count);
  }

  /** Median seconds to the first response on change requests of other teams opened in the range; null without any. */
  async getMedianFirstResponse(
    selection: ProjectSelection,
    range: DayRange,
  ): Promise<number | null> {
    const answered = () =>
      this.#changeRequests(selection)
        .where('cr.relation', RELATION_CODES.other)
        .whereBetween('cr.created_at', [
          range.firstDay * 86_400,
          (range.lastDay + 1) * 86_400 - 1,
        ])
        .whereNotNull('cr.first_response_at');
    const [{ count }] = await answered().count({ count: '*' });
    const total = Number(count);
    if (total === 0) {
      return null;
    }
    const middle: Array<{ seconds: number | string }> = await answered()
      .select(this.#knex.raw('cr.first_response_at - cr.created_at as seconds'))
      .orderBy('seconds')
      .offset(Math.floor((total - 1) / 2))
      .limit(total % 2 === 0 ? 2 : 1);
    return (
      middle.reduce((sum, { seconds }) => sum + Number(seconds), 0) /
      middle.length
    );
  }

  /** Results of every check that is not merely not applicable. */
  async getCheckTallies(selection: ProjectSelection): Promise<CheckTally[]> {
    const rows: Array<{
      check_id: string;
      status: CheckStatus;
      count: string | number;
      gain: number;
    }> = await this.#knex('check_results as r')
      .whereIn(
        'r.entity_ref',
        restrict(this.#knex('projects'), selection).select(
          'projects.entity_ref',
        ),
      )
      .whereNot('r.status', 'not-applicable')
      .groupBy('r.check_id', 'r.status')
      .select('r.check_id', 'r.status')
      .count({ count: '*' })
      .sum({ gain: 'r.gain' });
    const tallies = new Map<string, CheckTally>();
    for (const row of rows) {
      const tally: CheckTally = tallies.get(row.check_id) ?? {
        checkId: row.check_id,
        counts: {
          pass: 0,
          partial: 0,
          fail: 0,
          unknown: 0,
          'not-applicable': 0,
          exempt: 0,
        },
        gain: 0,
      };
      tally.counts[row.status] += Number(row.count);
      tally.gain += Number(row.gain);
      tallies.set(row.check_id, tally);
    }
    return [...tallies.values()];
  }

  /** Projects by grade if some checks passed wherever they count but do not pass. */
  async getGradesIf(
    selection: ProjectSelection,
    passing: readonly string[],
    grades: readonly GradeThreshold[],
  ): Promise<GradeCount[]> {
    const marks = passing.map(() => '?').join(', ') || 'null';
    const scores = this.#projects(selection)
      .leftJoin('check_results as r', join =>
        join
          .on('r.entity_ref', 'projects.entity_ref')
          .andOnIn('r.status', [...CONCLUSIVE]),
      )
      .groupBy('projects.entity_ref')
      .select(
        // One decimal, as readiness is shown and graded.
        this.#knex.raw(
          `round(cast(1000 * sum(r.weight * case when r.check_id in (${marks}) then 1 else coalesce(r.score, 0) end) / nullif(sum(r.weight), 0) as numeric)) / 10 as readiness`,
          [...passing],
        ),
      )
      .as('scores');
    const descending = [...grades].sort((a, b) => b.from - a.from);
    const whens = descending.map(() => 'when readiness >= ? then ?').join(' ');
    const graded = this.#knex
      .from(scores)
      .select(
        this.#knex.raw(
          `case when readiness is null then null ${whens} end as grade`,
          descending.flatMap(({ from, grade }) => [from, grade]),
        ),
      )
      .as('graded');
    const rows = await this.#knex
      .from(graded)
      .groupBy('grade')
      .select('grade')
      .count({ count: '*' });
    return rows.map(row => ({
      grade: row.grade === null ? null : String(row.grade),
      count: Number(row.count),
    }));
  }

  /** Projects that a check holds back, lowest readiness first. */
  async getCheckProjects(
    selection: ProjectSelection,
    checkId: string,
    page: { limit: number; offset: number },
  ): Promise<{ rows: ProgramProjectRow[]; total: number }> {
    const base = () =>
      this.#projects(selection)
        .join('check_results as r', 'r.entity_ref', 'projects.entity_ref')
        .where('r.check_id', checkId)
        .whereIn('r.status', ['partial', 'fail']);
    const rows = await base()
      .select(PROJECT_COLUMNS)
      .orderBy([
        { column: 'evaluations.readiness', order: 'asc' },
        { column: 'projects.entity_ref', order: 'asc' },
      ])
      .limit(page.limit)
      .offset(page.offset);
    const [{ count }] = await base().count({ count: '*' });
    return { rows: rows.map(toProgramProject), total: Number(count) };
  }

  /** Projects with their readiness by category; without the value ordered by last. */
  async getProjects(
    selection: ProjectSelection,
    order: ProjectsOrder,
    page: { limit: number; offset: number },
  ): Promise<{
    rows: Array<
      ProgramProjectRow & {
        categories: Array<{ category: CheckCategory; score: number | null }>;
      }
    >;
    total: number;
  }> {
    const query = this.#projects(selection);
    const column = {
      name: 'projects.sort_name',
      readiness: 'evaluations.readiness',
      category: 'ordering.score',
    }[order.by];
    if (order.by === 'category') {
      const { category } = order;
      query.leftJoin('category_scores as ordering', join =>
        join
          .on('ordering.entity_ref', 'projects.entity_ref')
          .andOnVal('ordering.category', category),
      );
    }
    const rows: ProjectRow[] = await query
      .select(PROJECT_COLUMNS)
      .orderByRaw('case when ?? is null then 1 else 0 end', [column])
      .orderBy([
        { column, order: order.descending ? 'desc' : 'asc' },
        { column: 'projects.entity_ref', order: 'asc' },
      ])
      .limit(page.limit)
      .offset(page.offset);
    const scores = new Map<string, Map<CheckCategory, number | null>>();
    for (const row of await this.#knex('category_scores')
      .whereIn(
        'entity_ref',
        rows.map(({ entity_ref }) => entity_ref),
      )
      .select('entity_ref', 'category', 'score')) {
      const ofProject = scores.get(row.entity_ref) ?? new Map();
      scores.set(row.entity_ref, ofProject.set(row.category, row.score));
    }
    const [{ count }] = await this.#projects(selection).count({ count: '*' });
    return {
      rows: rows.map(row => ({
        ...toProgramProject(row),
        categories: CHECK_CATEGORIES.map(category => ({
          category,
          score: scores.get(row.entity_ref)?.get(category) ?? null,
        })),
      })),
      total: Number(count),
    };
  }

  /** All teams that ever gave or received. */
  async getFlowTeams(): Promise<FlowTeam[]> {
    const rows = await this.#knex('contribution_teams').select(
      'id',
      'entity_ref',
      'path',
    );
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      path: row.path.split(' ').filter(Boolean),
    }));
  }

  /**
   * Contributions from key to key, most first.
   *
   * @param keys - Under which key each team is summed, by id; teams without one are left out.
   */
  async getFlows(
    selection: ProjectSelection,
    range: DayRange,
    keys: ReadonlyMap<number, string>,
    limit: number,
  ): Promise<{ cells: FlowCell[]; total: number; omitted: number }> {
    const rows: Array<Record<string, unknown>> = await this.#knex('others as c')
      .withMaterialized('flow_keys', this.#flowKeys(keys))
      // Apart, or PostgreSQL would go through the projects once for every team.
      .withMaterialized(
        'others',
        this.#fromOthers(selection, range).select(
          'c.team_id',
          'c.owner_id',
          'c.project_id',
          'c.count',
        ),
      )
      .join('flow_keys as from_key', 'from_key.id', 'c.team_id')
      .join('flow_keys as to_key', 'to_key.id', 'c.owner_id')
      .groupBy('from_key.key', 'to_key.key')
      .select({ from: 'from_key.key', to: 'to_key.key' })
      .sum({ contributions: 'c.count' })
      .countDistinct({ projects: 'c.project_id' })
      .select(this.#knex.raw('sum(sum(c.count)) over () as total'))
      .orderBy([
        { column: 'contributions', order: 'desc' },
        { column: 'from', order: 'asc' },
        { column: 'to', order: 'asc' },
      ])
      .limit(limit);
    const cells: FlowCell[] = rows.map(row => ({
      from: String(row.from),
      to: String(row.to),
      contributions: Number(row.contributions),
      projects: Number(row.projects),
    }));
    const total = Number(rows[0]?.total ?? 0);
    return {
      cells,
      total,
      omitted:
        total - cells.reduce((shown, cell) => shown + cell.contributions, 0),
    };
  }

  /** Projects behind one cell, most contributions first. */
  async getFlowProjects(
    selection: ProjectSelection,
    range: DayRange,
    options: {
      keys: ReadonlyMap<number, string>;
      from: string;
      to: string;
      limit: number;
      offset: number;
    },
  ): Promise<{
    rows: Array<ProgramProjectRow & { contributions: number }>;
    total: number;
  }> {
    const idsOf = (key: string) =>
      [...options.keys].flatMap(([id, of]) => (of === key ? [id] : []));
    const base = () =>
      this.#contributions(selection, range)
        // Spelt like the condition of the index over teams, which serves this.
        .whereRaw(`c.relation = ${RELATION_CODES.other}`)
        .whereIn('c.team_id', idsOf(options.from))
        .whereIn('c.owner_id', idsOf(options.to))
        .leftJoin(
          'evaluations',
          'evaluations.entity_ref',
          'projects.entity_ref',
        );
    const rows = await base()
      .groupBy(Object.values(PROJECT_COLUMNS))
      .select(PROJECT_COLUMNS)
      .sum({ contributions: 'c.count' })
      .orderBy([
        { column: 'contributions', order: 'desc' },
        { column: 'projects.entity_ref', order: 'asc' },
      ])
      .limit(options.limit)
      .offset(options.offset);
    const [{ count }] = await base().countDistinct({
      count: 'projects.entity_ref',
    });
    return {
      rows: rows.map(row => ({
        ...toProgramProject(row),
        contributions: Number(row.contributions),
      })),
      total: Number(count),
    };
  }

  /** Projects whose readiness moved most since a day, either way. */
  async getMovers(
    selection: ProjectSelection,
    date: string,
    direction: 'rising' | 'falling',
    limit: number,
  ): Promise<MoverRow[]> {
    const rows = await this.#snapshotsOn(selection, date)
      .where(
        'evaluations.readiness',
        direction === 'rising' ? '>' : '<',
        this.#knex.ref('snapshot.readiness'),
      )
      .select({ ...PROJECT_COLUMNS, ...BEFORE_COLUMNS })
      .orderByRaw(
        `evaluations.readiness - snapshot.readiness ${
          direction === 'rising' ? 'desc' : 'asc'
        }, projects.entity_ref`,
      )
      .limit(limit);
    return rows.map(toMover);
  }

  /** Projects that have one of these grades now and had another one, or none, on a day. */
  async getNewlyGraded(
    selection: ProjectSelection,
    date: string,
    grades: readonly string[],
    limit: number,
  ): Promise<MoverRow[]> {
    const rows = await this.#snapshotsOn(selection, date)
      .whereIn('evaluations.grade', [...grades])
      .where(before =>
        before
          .whereNull('snapshot.grade')
          .orWhereNotIn('snapshot.grade', [...grades]),
      )
      .select({ ...PROJECT_COLUMNS, ...BEFORE_COLUMNS })
      .orderBy([
        { column: 'evaluations.readiness', order: 'desc' },
        { column: 'projects.entity_ref', order: 'asc' },
      ])
      .limit(limit);
    return rows.map(toMover);
  }

  /** Projects with open change requests of other teams that nobody answered since an instant. */
  async getNeglected(
    selection: ProjectSelection,
    since: Date,
    limit: number,
  ): Promise<
    Array<ProgramProjectRow & { waiting: number; oldestCreatedAt: number }>
  > {
    const rows = await this.#changeRequests(selection)
      .where('cr.relation', RELATION_CODES.other)
      .where('cr.state', STATE_CODES.open)
      .whereNull('cr.first_response_at')
      .where('cr.created_at', '<', Math.floor(since.getTime() / 1000))
      .groupBy(Object.values(PROJECT_COLUMNS))
      .select(PROJECT_COLUMNS)
      .count({ waiting: '*' })
      .min({ oldest: 'cr.created_at' })
      .orderBy([
        { column: 'waiting', order: 'desc' },
        { column: 'oldest', order: 'asc' },
        { column: 'projects.entity_ref', order: 'asc' },
      ])
      .limit(limit);
    return rows.map(row => ({
      ...toProgramProject(row),
      waiting: Number(row.waiting),
      oldestCreatedAt: Number(row.oldest),
    }));
  }

  #projects(selection: ProjectSelection): Knex.QueryBuilder {
    return restrict(
      this.#knex('projects').leftJoin(
        'evaluations',
        'evaluations.entity_ref',
        'projects.entity_ref',
      ),
      selection,
    );
  }

  /** Each project with the last snapshot up to a day. */
  #snapshotsOn(selection: ProjectSelection, date: string): Knex.QueryBuilder {
    const last = this.#knex('snapshots as s')
      .whereRaw('s.entity_ref = projects.entity_ref')
      .where('s.date', '<=', date)
      .orderBy('s.date', 'desc')
      .limit(1);
    return this.#projects(selection).join(
      this.#isPostgres
        ? this.#knex.raw('lateral (?) snapshot on true', [last.select('*')])
        : this.#knex.raw('snapshots snapshot on snapshot.rowid = (?)', [
            last.select('s.rowid'),
          ]),
    );
  }

  /** Contributions of code: change requests where the host has them, else commits. */
  #contributions(
    selection: ProjectSelection,
    range: DayRange,
  ): Knex.QueryBuilder {
    return restrict(
      this.#knex('contribution_projects as cp')
        .join('projects', 'projects.entity_ref', 'cp.entity_ref')
        .join('contributions as c', 'c.project_id', 'cp.id'),
      selection,
    )
      .where('c.kind', this.#knex.ref('cp.unit'))
      .where('c.count', '>', 0)
      .whereBetween('c.day', [range.firstDay, range.lastDay]);
  }

  /** Of these, the ones of people from other teams. */
  #fromOthers(selection: ProjectSelection, range: DayRange): Knex.QueryBuilder {
    // The plus keeps SQLite from the index of contributions to others, which is
    // made for one team or person: over all of them it reads the table crosswise.
    return this.#contributions(selection, range).whereRaw(
      this.#isPostgres ? 'c.relation = ?' : '+c.relation = ?',
      [RELATION_CODES.other],
    );
  }

  /** The same, of people who are known, with the row that stands for each. */
  #byPerson(selection: ProjectSelection, range: DayRange): Knex.QueryBuilder {
    return this.#fromOthers(selection, range)
      .join('contribution_people as person', 'person.id', 'c.person_id')
      .whereNot('c.person_id', NOBODY);
  }

  /** People whose first contribution to another team lies in the range. */
  #firsts(selection: ProjectSelection, range: DayRange): Knex.QueryBuilder {
    return this.#byPerson(selection, { firstDay: 0, lastDay: range.lastDay })
      .groupByRaw(PERSON)
      .havingRaw('min(c.day) >= ?', [range.firstDay])
      .select(this.#knex.raw(`${PERSON} as person_id`));
  }

  get #isPostgres(): boolean {
    return this.#knex.client.config.client === 'pg';
  }

  /**
   * The keys travel as one binding or two, whatever the number of teams, and are
   * unfolded once: SQLite would do so for every contribution otherwise.
   */
  #flowKeys(keys: ReadonlyMap<number, string>): Knex.Raw {
    return this.#isPostgres
      ? this.#knex.raw(
          'select unnest(?::integer[]) as id, unnest(?::text[]) as key',
          [[...keys.keys()], [...keys.values()]],
        )
      : this.#knex.raw(
          'select cast(key as integer) as id, value as key from json_each(?)',
          [JSON.stringify(Object.fromEntries(keys))],
        );
  }

  #changeRequests(selection: ProjectSelection): Knex.QueryBuilder {
    return restrict(
      this.#knex('contribution_projects as cp')
        .join('projects', 'projects.entity_ref', 'cp.entity_ref')
        .join('change_requests as cr', 'cr.project_id', 'cp.id')
        .leftJoin(
          'evaluations',
          'evaluations.entity_ref',
          'projects.entity_ref',
        ),
      selection,
    ).whereNot('cr.state', STALE_STATE);
  }
}

function restrict(
  query: Knex.QueryBuilder,
  { visible, owners, system, domain }: ProjectSelection,
): Knex.QueryBuilder {
  visible.restrict(query);
  owners?.restrict(query, 'projects.owner');
  if (system !== undefined) {
    query.where('projects.system', system);
  }
  if (domain !== undefined) {
    query.where('projects.domain', domain);
  }
  return query;
}

function gradesOf(
  rows: Array<{
    grade?: string | null;
    count?: string | number;
    sum?: string | number | null;
    scored?: string | number;
  }>,
): { grades: GradeCount[]; readiness: number | null } {
  const scored = rows.reduce((sum, row) => sum + Number(row.scored ?? 0), 0);
  const total = rows.reduce((sum, row) => sum + Number(row.sum ?? 0), 0);
  return {
    grades: rows.map(row => ({
      grade: row.grade ?? null,
      count: Number(row.count),
    })),
    readiness: scored === 0 ? null : total / scored,
  };
}

interface ProjectRow {
  entity_ref: string;
  title: string;
  owner: string | null;
  grade: string | null;
  readiness: number | null;
}

function toProgramProject(row: ProjectRow): ProgramProjectRow {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner,
    grade: row.grade,
    readiness: row.readiness,
  };
}

function toMover(
  row: ProjectRow & {
    readiness_before: number | null;
    grade_before: string | null;
  },
): MoverRow {
  return {
    ...toProgramProject(row),
    readinessBefore: row.readiness_before,
    gradeBefore: row.grade_before,
  };
}
