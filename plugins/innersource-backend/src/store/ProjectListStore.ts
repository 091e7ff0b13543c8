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
  Facet,
  ListProjectsQuery,
  PortalMetadata,
  ProjectDetail,
  ProjectOrder,
  ProjectPage,
  ProjectStatus,
  ProjectSummary,
  Snapshot,
  toHelpKind,
  toTopic,
} from '@ispo/backstage-plugin-innersource-common';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { FACTS_TASK } from './tasks';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  chunked,
  toInstant,
  toLikePattern,
  toSearchText,
  toFailureKind,
} from './columns';
import { EvaluationSummary } from './EvaluationStore';

/** Most active first. */
export const DEFAULT_ORDER: ProjectOrder = 'activity';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Values per facet that are answered. */
const FACET_VALUES = 100;

/** Words of a search that are looked for; further ones are ignored. */
const MAX_WORDS = 10;

const MAX_SEARCH_LENGTH = 500;

/** Where a facet's chosen values are among the filters. */
const FILTER_OF = {
  owner: 'owner',
  language: 'language',
  grade: 'grade',
  level: 'level',
  division: 'divisionOwners',
  topic: 'topic',
  skill: 'skill',
  contribution: 'contribution',
} as const satisfies Record<keyof ProjectPage['facets'], keyof ProjectFilters>;

const FACETS = Object.keys(FILTER_OF) as Array<keyof typeof FILTER_OF>;

const NO_FACETS: ProjectPage['facets'] = {
  owner: [],
  language: [],
  grade: [],
  level: [],
  division: [],
  topic: [],
  skill: [],
  contribution: [],
};

/** What lists, cards and searches read of projects. Every method is one or a few queries. */
export interface ProjectListStore {
  /**
   * @param divisionsOf - Groups above an owner, for the facet of divisions.
   */
  list(
    query: ProjectListQuery,
    scope: VisibleScope,
    now: Date,
    divisionsOf?: (owner: string) => readonly string[],
  ): Promise<ProjectPage>;

  /** In the order asked for; null where unknown or hidden. */
  getSummaries(
    entityRefs: readonly string[],
    scope: VisibleScope,
    now: Date,
  ): Promise<Array<ProjectSummary | null>>;

  /** Where a project stands, without its evaluation. */
  getStanding(
    entityRef: string,
    now: Date,
  ): Promise<ProjectStanding | undefined>;

  /**
   * Snapshots from one day to another, oldest first, with the last one before
   * them at the head, if there is one.
   */
  getSnapshots(
    entityRef: string,
    range: { from?: string; to?: string },
  ): Promise<Snapshot[]>;
}

/** A project's place in the pipeline. */
export type ProjectStanding = Pick<
  ProjectDetail,
  | 'entityRef'
  | 'status'
  | 'repositoryUrl'
  | 'path'
  | 'failure'
  | 'nextEvaluationAt'
  | 'noSourceReason'
> & {
  repositoryId: number | null;
};

/** What the filters `division` and `mine` come to for a caller. */
export interface ResolvedFilters {
  /** Owners of the divisions asked for. */
  divisionOwners?: readonly string[];
  /** In one of these languages or with one of these skills. */
  stack?: Stack;
}

/** Filters of a list that its rows decide; also for other lists of projects. */
export interface ProjectFilters
  extends Omit<
      ListProjectsQuery,
      'orderBy' | 'limit' | 'cursor' | 'facets' | 'division' | 'mine'
    >,
    ResolvedFilters {}

/** Languages and skills that somebody knows. */
export interface Stack {
  languages: readonly string[];
  skills: readonly string[];
}

/** What to list. */
export interface ProjectListQuery
  extends ProjectFilters,
    Pick<ListProjectsQuery, 'orderBy' | 'limit' | 'cursor' | 'facets'> {}

interface Order {
  /** Column, or an expression over columns. */
  by: string;
  direction: 'asc' | 'desc';
  /** What a cursor may hold, besides null. */
  type: 'text' | 'number' | 'integer';
}

const MAX_INTEGER = 2 ** 31 - 1;

const READINESS = { by: 'evaluations.readiness', type: 'number' } as const;

const ORDERS: Readonly<Record<ProjectOrder, Order>> = {
  activity: { by: 'evaluations.activity', direction: 'desc', type: 'number' },
  readiness: { ...READINESS, direction: 'asc' },
  '-readiness': { ...READINESS, direction: 'desc' },
  name: {
    by: 'coalesce(evaluations.sort_name, projects.sort_name)',
    direction: 'asc',
    type: 'text',
  },
  newest: { by: 'projects.created_at', direction: 'desc', type: 'text' },
  evaluated: {
    by: 'evaluations.evaluated_at',
    direction: 'desc',
    type: 'text',
  },
  'most-helped': {
    by: 'evaluations.outside_contributions',
    direction: 'desc',
    type: 'integer',
  },
  'fastest-answers': {
    by: 'evaluations.first_response_hours',
    direction: 'asc',
    type: 'number',
  },
};

/** Lists in the plugin's database. */
export class DatabaseProjectListStore implements ProjectListStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseProjectListStore {
    return new DatabaseProjectListStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: ProjectListQuery,
    scope: VisibleScope,
    now: Date,
    divisionsOf: (owner: string) => readonly string[] = () => [],
  ): Promise<ProjectPage> {
    const orderBy = query.orderBy ?? DEFAULT_ORDER;
    const limit = Math.min(
      Math.max(query.limit ?? DEFAULT_LIMIT, 1),
      MAX_LIMIT,
    );
    const base = (filters: ProjectFilters = query) =>
      filterProjects(
        scope.restrict(
          this.#knex('projects').leftJoin(
            'evaluations',
            'evaluations.entity_ref',
            'projects.entity_ref',
          ),
        ),
        filters,
      );
    // Only keys are sorted: rows are wide, and all but a page of them unwanted.
    const page = base();
    const order = ORDERS[orderBy];
    if (query.cursor !== undefined) {
      after(page, order, parseCursor(query.cursor, orderBy));
    }
    page
      .select('projects.entity_ref', { order_value: this.#knex.raw(order.by) })
      .limit(limit + 1);
    orderProjects(page, orderBy);

    const [keys, { total, facets }] = await Promise.all([
      page,
      query.facets === false
        ? this.#count(base())
        : this.#countFacets(base, query, divisionsOf),
    ]);
    const shown: PageKey[] = keys.slice(0, limit);
    const items = await this.getSummaries(
      shown.map(key => key.entity_ref),
      scope,
      now,
    );
    return {
      items: items.filter((item): item is ProjectSummary => item !== null),
      totalItems: total,
      nextCursor:
        keys.length > limit
          ? formatCursor(orderBy, shown[shown.length - 1])
          : null,
      facets,
    };
  }

  async getSummaries(
    entityRefs: readonly string[],
    scope: VisibleScope,
    now: Date,
  ): Promise<Array<ProjectSummary | null>> {
    const found = new Map<string, ProjectSummary>();
    for (const chunk of chunked([...new Set(entityRefs)], 500)) {
      const rows = await this.#selectSummary(
        scope
          .restrict(
            this.#knex('projects').leftJoin(
              'evaluations',
              'evaluations.entity_ref',
              'projects.entity_ref',
            ),
          )
          .whereIn('projects.entity_ref', chunk),
      );
      for (const row of rows) {
        found.set(row.entity_ref, toSummary(row, now));
      }
    }
    return entityRefs.map(ref => found.get(ref) ?? null);
  }

  async getStanding(
    entityRef: string,
    now: Date,
  ): Promise<ProjectStanding | undefined> {
    const row = await this.#selectSummary(
      this.#knex('projects')
        .leftJoin(
          'evaluations',
          'evaluations.entity_ref',
          'projects.entity_ref',
        )
        .where('projects.entity_ref', entityRef),
    )
      .select(
        'projects.no_source_reason',
        'queue.failure_kind',
        'queue.failure_message',
        'queue.attempts',
        'queue.next_run_at',
      )
      .first();
    if (!row) {
      return undefined;
    }
    return {
      entityRef,
      status: statusOf(row, now),
      repositoryId: row.repository_id,
      repositoryUrl: row.url,
      path: row.path,
      ...(row.no_source_reason && { noSourceReason: row.no_source_reason }),
      failure: failureOf(row),
      nextEvaluationAt: row.next_run_at,
    };
  }

  async getSnapshots(
    entityRef: string,
    range: { from?: string; to?: string },
  ): Promise<Snapshot[]> {
    const query = this.#knex('snapshots')
      .where('entity_ref', entityRef)
      .orderBy('date');
    if (range.to) {
      query.where('date', '<=', range.to);
    }
    if (range.from) {
      const before = await this.#knex('snapshots')
        .where('entity_ref', entityRef)
        .where('date', '<=', range.from)
        .max({ date: 'date' })
        .first();
      query.where('date', '>=', before?.date ?? range.from);
    }
    const rows = await query;
    return rows.map(row => ({
      date: row.date,
      readiness: row.readiness,
      grade: row.grade,
      activity: row.activity,
      categories: JSON.parse(row.categories),
    }));
  }

  #selectSummary(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query
      .leftJoin('repositories', 'repositories.id', 'projects.repository_id')
      .leftJoin('queue', join =>
        join
          .on('queue.repository_id', 'projects.repository_id')
          .andOnVal('queue.task', FACTS_TASK),
      )
      .select(
        'projects.entity_ref',
        'projects.repository_id',
        'projects.path',
        'projects.title',
        'projects.description',
        'projects.owner',
        'repositories.url',
        'evaluations.readiness',
        'evaluations.grade',
        'evaluations.level',
        'evaluations.language',
        'evaluations.starter_issue_count',
        'evaluations.archived',
        'evaluations.evaluated_at',
        'evaluations.last_commit_at',
        'evaluations.summary',
        'evaluations.first_response_hours',
        'evaluations.outside_contributions',
        'queue.leased_until',
        'queue.failing_since',
      );
  }

  async #count(base: Knex.QueryBuilder): Promise<Counted> {
    const { count } = await base.count({ count: '*' }).first();
    return { total: Number(count), facets: NO_FACETS };
  }

  /**
   * The values of a filter that is in use are counted as if it were not: another
   * one of them widens the list.
   */
  async #countFacets(
    base: (filters: ProjectFilters) => Knex.QueryBuilder,
    filters: ProjectFilters,
    divisionsOf: (owner: string) => readonly string[],
  ): Promise<Counted> {
    // Divisions without any owner are in use too: nothing is in them.
    const inUse = FACETS.filter(facet =>
      facet === 'division'
        ? filters.divisionOwners
        : filters[FILTER_OF[facet]]?.length,
    );
    const [counted, ...others] = await Promise.all(
      [
        filters,
        ...inUse.map(facet => ({ ...filters, [FILTER_OF[facet]]: undefined })),
      ].map(some =>
        this.#countAll(base(some), divisionsOf, chosenValues(filters)),
      ),
    );
    inUse.forEach((facet, index) => {
      counted.facets[facet] = others[index].facets[facet];
    });
    return counted;
  }

  /** Counts everything over one reading of the filtered list. */
  async #countAll(
    base: Knex.QueryBuilder,
    divisionsOf: (owner: string) => readonly string[],
    chosen: ReturnType<typeof chosenValues>,
  ): Promise<Counted> {
    const columns = ['owner', 'language', 'grade', 'level'] as const;
    const knex = this.#knex;
    const rows: FacetRow[] = await knex
      .withMaterialized(
        'found',
        base.select(
          'projects.entity_ref',
          'projects.owner',
          'evaluations.language',
          'evaluations.grade',
          'evaluations.level',
        ),
      )
      .from(
        knex
          .unionAll([
            knex('found')
              .groupBy(columns)
              .select(
                knex.raw('null as field'),
                knex.raw('null as value'),
                ...columns,
              )
              .count({ count: '*' }),
            knex('found')
              .join(
                'evaluation_values as v',
                'v.entity_ref',
                'found.entity_ref',
              )
              .groupBy('v.field', 'v.value')
              .select(
                'v.field',
                'v.value',
                ...columns.map(() => knex.raw('null')),
              )
              .count({ count: '*' }),
          ])
          .as('counted'),
      )
      .select('*');
    const counted = rows.filter(row => row.field === null);
    const columnFacet = (field: (typeof columns)[number]) =>
      toFacet(
        counted.map(row => ({ value: row[field], count: row.count })),
        chosen[field],
      );
    const valueFacet = (field: 'topic' | 'skill' | 'contribution') =>
      toFacet(
        rows.filter(row => row.field === field),
        chosen[field],
      );
    return {
      total: counted.reduce((sum, row) => sum + Number(row.count), 0),
      facets: {
        owner: columnFacet('owner'),
        language: columnFacet('language'),
        grade: columnFacet('grade'),
        level: columnFacet('level'),
        division: toFacet(
          counted.flatMap(({ owner, count }) =>
            (owner === null ? [] : divisionsOf(owner)).map(value => ({
              value,
              count,
            })),
          ),
        ),
        topic: valueFacet('topic'),
        skill: valueFacet('skill'),
        contribution: valueFacet('contribution'),
      },
    };
  }
}

/**
 * The entity ref of a subquery's row, as an expression: SQLite cannot know how
 * few rows there are, and would look into them for each of the values.
 */
export function refOf(knex: Knex, subquery: string): Knex.Raw {
  return knex.raw("?? || ''", [`${subquery}.entity_ref`]);
}

interface Counted {
  total: number;
  facets: ProjectPage['facets'];
}

/** Projects that share all columns, or that share a value of a field. */
interface FacetRow
  extends Record<'owner' | 'language' | 'grade' | 'level', string | null> {
  field: string | null;
  value: string | null;
  count: number | string;
}

/** Values of filters as they are stored. */
export function chosenValues(filters: ProjectFilters) {
  const { owner, language, grade, level, topic, skill, contribution } = filters;
  return {
    owner: owner?.map(ref => ref.toLocaleLowerCase('en-US')),
    language,
    grade,
    level,
    topic: topic?.map(toTopic),
    skill,
    contribution: contribution?.map(toHelpKind),
  };
}

/**
 * Adds the filters of a list to a query over `projects` left-joined with
 * `evaluations`.
 */
export function filterProjects<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  filters: ProjectFilters,
): TQuery {
  const chosen = chosenValues(filters);
  for (const [column, values] of [
    ['projects.owner', chosen.owner],
    ['evaluations.language', chosen.language],
    ['evaluations.grade', chosen.grade],
    ['evaluations.level', chosen.level],
  ] as const) {
    if (values?.length) {
      query.whereIn(column, values);
    }
  }
  for (const field of ['topic', 'skill', 'contribution'] as const) {
    const values = chosen[field];
    if (values?.length) {
      query.whereIn('projects.entity_ref', having(field, values));
    }
  }
  if (filters.divisionOwners) {
    query.whereIn('projects.owner', filters.divisionOwners);
  }
  if (filters.answersWithinHours !== undefined) {
    query.where(
      'evaluations.first_response_hours',
      '<=',
      filters.answersWithinHours,
    );
  }
  if (filters.stack) {
    const { languages, skills } = filters.stack;
    query.where(either =>
      either
        .whereIn('evaluations.language', languages)
        .orWhereIn('projects.entity_ref', having('skill', skills)),
    );
  }
  if (filters.helpWanted) {
    query.where('evaluations.starter_issue_count', '>', 0);
  }
  if (filters.innerSourceOnly) {
    query.where(either =>
      either
        .where('projects.inner_source', true)
        .orWhere('evaluations.inner_source', true),
    );
  }
  for (const word of wordsOf(filters.search)) {
    const pattern = toLikePattern(word);
    query.where(either =>
      either
        .whereRaw("projects.search_text like ? escape '\\'", [pattern])
        .orWhereRaw("evaluations.search_text like ? escape '\\'", [pattern]),
    );
  }
  return query;
}

/** Orders rows of projects and evaluations; those without a value come last. */
export function orderProjects(
  query: Knex.QueryBuilder,
  orderBy: ProjectOrder,
): void {
  const { by, direction } = ORDERS[orderBy];
  query.orderByRaw(
    `case when ${by} is null then 1 else 0 end, ${by} ${direction}, projects.entity_ref`,
  );
}

/** Projects with one of these values of a field. */
export function having(
  field: 'topic' | 'skill' | 'contribution',
  values: readonly string[],
): Knex.QueryCallback {
  return query =>
    query
      .from('evaluation_values')
      .where('field', field)
      .whereIn('value', values)
      .select('entity_ref');
}

/** Words of a search, in the spelling of search columns. */
export function wordsOf(search: string | undefined): string[] {
  return toSearchText([search?.slice(0, MAX_SEARCH_LENGTH)])
    .replaceAll('\u0000', '')
    .split(/\s/)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
}

interface PageKey {
  entity_ref: string;
  order_value: string | number | null;
}

interface Cursor {
  value: string | number | null;
  entityRef: string;
}

/** Continues behind a row; rows without a value come last. */
function after(query: Knex.QueryBuilder, order: Order, cursor: Cursor): void {
  const { value, entityRef } = cursor;
  if (value === null) {
    query
      .whereRaw(`${order.by} is null`)
      .where('projects.entity_ref', '>', entityRef);
    return;
  }
  query.where(behind =>
    behind
      .whereRaw(`${order.by} ${order.direction === 'asc' ? '>' : '<'} ?`, [
        value,
      ])
      .orWhere(tie =>
        tie
          .whereRaw(`${order.by} = ?`, [value])
          .where('projects.entity_ref', '>', entityRef),
      )
      .orWhereRaw(`${order.by} is null`),
  );
}

function formatCursor(orderBy: ProjectOrder, row: PageKey): string {
  return Buffer.from(
    JSON.stringify([orderBy, row.order_value, row.entity_ref]),
  ).toString('base64url');
}

function parseCursor(cursor: string, orderBy: ProjectOrder): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === orderBy) {
    const [, value, entityRef] = parsed;
    const fits = value === null || fitsColumn(value, ORDERS[orderBy].type);
    const isClean = !parsed.some(part => String(part).includes('\u0000'));
    if (fits && isClean && typeof entityRef === 'string') {
      return { value, entityRef };
    }
  }
  throw new InputError(
    'The cursor does not belong to this list. Take nextCursor of the page before, with the same orderBy.',
  );
}

function fitsColumn(value: unknown, type: Order['type']): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return Number.isFinite(value);
    default:
      return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER;
  }
}

interface SummaryRow {
  entity_ref: string;
  repository_id: number | null;
  path: string;
  title: string;
  description: string | null;
  owner: string | null;
  url: string | null;
  readiness: number | null;
  grade: string | null;
  level: ProjectSummary['level'];
  language: string | null;
  starter_issue_count: number | null;
  archived: boolean | number | null;
  evaluated_at: string | null;
  last_commit_at: string | null;
  summary: string | null;
  first_response_hours: number | null;
  outside_contributions: number | null;
  leased_until: string | null;
  failing_since: string | null;
}

function toSummary(row: SummaryRow, now: Date): ProjectSummary {
  const summary: EvaluationSummary | undefined =
    row.summary === null ? undefined : JSON.parse(row.summary);
  const metadata: PortalMetadata = summary?.metadata ?? {};
  return {
    entityRef: row.entity_ref,
    title: metadata.title ?? row.title,
    description: row.description ?? summary?.description ?? null,
    owner: row.owner,
    repositoryUrl: row.url ?? '',
    path: row.path,
    status: statusOf(row, now),
    readiness: row.readiness,
    grade: row.grade,
    categories: summary?.categories ?? [],
    level: row.level,
    activity: summary?.activity ?? null,
    language: row.language,
    topics: summary?.topics ?? [],
    metadata,
    starterIssueCount: row.starter_issue_count ?? 0,
    archived: Boolean(row.archived),
    evaluatedAt: row.evaluated_at,
    lastCommitAt: row.last_commit_at,
    staleSince: row.evaluated_at === null ? null : row.failing_since,
    firstResponseHours: row.first_response_hours,
    outsideContributions: row.outside_contributions,
    participation: summary?.participation ?? null,
  };
}

function statusOf(
  row: Pick<
    SummaryRow,
    'repository_id' | 'evaluated_at' | 'leased_until' | 'failing_since'
  >,
  now: Date,
): ProjectStatus {
  if (row.repository_id === null) {
    return 'no-source';
  }
  if (row.leased_until !== null && row.leased_until > toInstant(now)) {
    return 'evaluating';
  }
  if (row.failing_since !== null) {
    return row.evaluated_at === null ? 'failed' : 'stale';
  }
  return row.evaluated_at === null ? 'pending' : 'ready';
}

function failureOf(row: {
  failing_since: string | null;
  failure_kind: string | null;
  failure_message: string | null;
  attempts: number | null;
  next_run_at: string | null;
}): ProjectDetail['failure'] {
  return row.failing_since === null
    ? null
    : {
        since: row.failing_since,
        kind: toFailureKind(row.failure_kind),
        message: row.failure_message ?? '',
        attempts: row.attempts ?? 0,
        nextAttemptAt: row.next_run_at,
      };
}

/**
 * Sums up by value, most frequent first. Those that are rare are left out, unless
 * they are chosen.
 */
export function toFacet(
  rows: Array<{ value: string | null; count: number | string }>,
  chosen: readonly string[] = [],
): Facet[] {
  const counts = new Map<string, number>();
  for (const { value, count } of rows) {
    if (value !== null) {
      counts.set(value, (counts.get(value) ?? 0) + Number(count));
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        Number(a.value > b.value) - Number(a.value < b.value),
    )
    .filter(
      ({ value }, index) => index < FACET_VALUES || chosen.includes(value),
    );
}
