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
  HelpWantedIssue,
  HelpWantedOrder,
  HelpWantedPage,
  HelpWantedQuery,
} from '@ispo/backstage-plugin-innersource-common';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import { chunked, toLikePattern } from './columns';
import { EvaluationSummary } from './EvaluationStore';
import {
  chosenValues,
  filterProjects,
  refOf,
  ResolvedFilters,
  toFacet,
  wordsOf,
} from './ProjectListStore';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

interface Order {
  column: string;
  direction: 'asc' | 'desc';
  type: 'string' | 'number';
}

const ORDERS: Readonly<Record<HelpWantedOrder, Order>> = {
  newest: {
    column: 'starter_issues.created_at',
    direction: 'desc',
    type: 'string',
  },
  oldest: {
    column: 'starter_issues.created_at',
    direction: 'asc',
    type: 'string',
  },
  'fewest-comments': {
    column: 'starter_issues.comments',
    direction: 'asc',
    type: 'number',
  },
};

/** What to list. */
export interface HelpWantedListQuery
  extends Omit<HelpWantedQuery, 'division' | 'mine'>,
    ResolvedFilters {}

/** Open, unassigned starter issues over all projects. */
export interface HelpWantedStore {
  /**
   * @param divisionsOf - Groups above an owner, for the facet of divisions.
   */
  list(
    query: HelpWantedListQuery,
    scope: VisibleScope,
    divisionsOf?: (owner: string) => readonly string[],
  ): Promise<HelpWantedPage>;
}

const NO_FACETS: HelpWantedPage['facets'] = {
  owner: [],
  language: [],
  grade: [],
  level: [],
  skill: [],
  label: [],
  topic: [],
  contribution: [],
  division: [],
};

type Facet = keyof HelpWantedPage['facets'];

/** Where a facet's chosen values are among the filters. */
const FILTER_OF = {
  owner: 'owner',
  language: 'language',
  grade: 'grade',
  level: 'level',
  skill: 'skill',
  label: 'label',
  topic: 'topic',
  contribution: 'contribution',
  division: 'divisionOwners',
} as const satisfies Record<Facet, keyof HelpWantedListQuery>;

const FACETS = Object.keys(FILTER_OF) as Facet[];

/** Facets of a project's columns and values, and of values of an issue's own. */
const COLUMN_FACETS = ['language', 'grade', 'level'] as const;
const PROJECT_FACETS = ['topic', 'contribution'] as const;
const ISSUE_FACETS = ['label', 'skill'] as const;

/** Between the owners of an issue; not in any entity ref. */
const OWNER_SEPARATOR = ',';

/** Starter issues in the plugin's database. */
export class DatabaseHelpWantedStore implements HelpWantedStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseHelpWantedStore {
    return new DatabaseHelpWantedStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: HelpWantedListQuery,
    scope: VisibleScope,
    divisionsOf: (owner: string) => readonly string[] = () => [],
  ): Promise<HelpWantedPage> {
    const orderBy = query.orderBy ?? 'newest';
    const order = ORDERS[orderBy];
    const limit = Math.min(
      Math.max(query.limit ?? DEFAULT_LIMIT, 1),
      MAX_LIMIT,
    );
    const cursor =
      query.cursor === undefined
        ? undefined
        : parseCursor(query.cursor, orderBy);
    const [{ total, keys }, facets] = await Promise.all([
      this.#page(this.#offers(query, scope), { order, limit, cursor }),
      query.facets === false
        ? NO_FACETS
        : this.#countFacets(query, scope, divisionsOf),
    ]);
    const shown = keys.slice(0, limit);
    const rows = await this.#nearest(
      this.#offers(query, scope),
      shown.map(({ url }) => url),
    );
    const values = await this.#values(rows);
    return {
      items: rows.map(row => toIssue(row, values.get(keyOf(row)) ?? [])),
      totalItems: total,
      nextCursor:
        keys.length > limit
          ? formatCursor(orderBy, shown[shown.length - 1])
          : null,
      facets,
    };
  }

  /**
   * The keys of a page and of the issue behind it, and how many there are in
   * all, from one reading. Projects of one repository share its issues: each is
   * counted and listed once.
   */
  async #page(
    offers: Knex.QueryBuilder,
    options: { order: Order; limit: number; cursor: Cursor | undefined },
  ): Promise<{ total: number; keys: PageKey[] }> {
    const { order, limit, cursor } = options;
    const knex = this.#knex;
    const page = knex('each_once')
      .select('url', 'order_value')
      .orderBy([
        { column: 'order_value', order: order.direction },
        { column: 'url', order: 'asc' },
      ])
      .limit(limit + 1);
    if (cursor) {
      const [value, url] = cursor;
      page.where(behind =>
        behind
          .where('order_value', order.direction === 'asc' ? '>' : '<', value)
          .orWhere(same =>
            same.where('order_value', value).where('url', '>', url),
          ),
      );
    }
    const rows: Array<{ total: number | string } & Partial<PageKey>> =
      await knex
        .withMaterialized(
          'each_once',
          offers
            .groupBy('starter_issues.url')
            .select({ url: 'starter_issues.url' })
            .min({ order_value: order.column }),
        )
        .from(knex('each_once').count({ total: '*' }).as('every'))
        .leftJoin(page.as('page'), join => join.on(knex.raw('true')))
        .select('every.total', 'page.url', 'page.order_value')
        .orderBy([
          { column: 'page.order_value', order: order.direction },
          { column: 'page.url', order: 'asc' },
        ]);
    return {
      total: Number(rows[0].total),
      keys: rows.flatMap(({ url, order_value }) =>
        typeof url === 'string' && order_value !== undefined
          ? [{ url, order_value }]
          : [],
      ),
    };
  }

  /** Of the projects that share an issue, the one nearest to the repository's root offers it. */
  async #nearest(
    offers: Knex.QueryBuilder,
    urls: readonly string[],
  ): Promise<IssueRow[]> {
    const rows: IssueRow[] = await offers
      .whereIn('starter_issues.url', urls)
      .orderByRaw('length(projects.path) desc, projects.entity_ref desc')
      .select(
        'starter_issues.entity_ref',
        'starter_issues.number',
        'starter_issues.title',
        'starter_issues.url',
        'starter_issues.created_at',
        'starter_issues.updated_at',
        'starter_issues.comments',
        'starter_issues.effort',
        'projects.owner',
        'evaluations.language',
        'projects.title as project_title',
        'evaluations.summary',
      );
    const nearest = new Map(rows.map(row => [row.url, row]));
    return urls.flatMap(url => nearest.get(url) ?? []);
  }

  #offers(query: HelpWantedListQuery, scope: VisibleScope): Knex.QueryBuilder {
    const base = filterProjects(
      scope.restrict(
        this.#knex('starter_issues')
          .join(
            'evaluations',
            'evaluations.entity_ref',
            'starter_issues.entity_ref',
          )
          .join('projects', 'projects.entity_ref', 'starter_issues.entity_ref'),
      ),
      {
        owner: query.owner,
        language: query.language,
        topic: query.topic,
        grade: query.grade,
        level: query.level,
        contribution: query.contribution,
        divisionOwners: query.divisionOwners,
        answersWithinHours: query.answersWithinHours,
        innerSourceOnly: query.innerSourceOnly,
      },
    )
      // Not `archived = false`: SQLite takes an equality for a rare thing and
      // begins with the evaluations, where it should begin with the issues.
      .whereNot('evaluations.archived', true);
    for (const word of wordsOf(query.search)) {
      base.whereRaw("starter_issues.search_text like ? escape '\\'", [
        toLikePattern(word),
      ]);
    }
    for (const field of ISSUE_FACETS) {
      const values = query[field];
      if (values?.length) {
        base.whereExists(this.#having(field, values));
      }
    }
    if (query.stack) {
      const { languages, skills } = query.stack;
      base.where(either =>
        either
          .whereIn('evaluations.language', languages)
          .orWhereExists(this.#having('skill', skills)),
      );
    }
    return base;
  }

  /** Issues with one of these values of a field. */
  #having(
    field: (typeof ISSUE_FACETS)[number],
    values: readonly string[],
  ): Knex.QueryCallback {
    return query =>
      query
        .from('starter_issue_values')
        .where({
          'starter_issue_values.entity_ref': this.#knex.ref(
            'starter_issues.entity_ref',
          ),
          'starter_issue_values.number': this.#knex.ref(
            'starter_issues.number',
          ),
        })
        .where('starter_issue_values.field', field)
        .whereIn('starter_issue_values.value', values);
  }

  async #values(rows: readonly IssueRow[]): Promise<Map<string, ValueRow[]>> {
    const values = new Map<string, ValueRow[]>();
    for (const chunk of chunked(rows, 100)) {
      const found: ValueRow[] = await this.#knex('starter_issue_values')
        .whereIn(
          ['entity_ref', 'number'],
          chunk.map(row => [row.entity_ref, row.number]),
        )
        .orderBy('value')
        .select('entity_ref', 'number', 'field', 'value');
      for (const row of found) {
        const key = keyOf(row);
        values.set(key, [...(values.get(key) ?? []), row]);
      }
    }
    return values;
  }

  /**
   * The values of a filter that is in use are counted as if it were not: another
   * one of them widens the list.
   */
  async #countFacets(
    query: HelpWantedListQuery,
    scope: VisibleScope,
    divisionsOf: (owner: string) => readonly string[],
  ): Promise<HelpWantedPage['facets']> {
    // Divisions without any owner are in use too: nothing is in them.
    const inUse = FACETS.filter(facet =>
      facet === 'division'
        ? query.divisionOwners
        : query[FILTER_OF[facet]]?.length,
    );
    const chosen = { ...chosenValues(query), label: query.label };
    const counted = await Promise.all([
      this.#count(
        this.#offers(query, scope),
        FACETS.filter(facet => !inUse.includes(facet)),
        divisionsOf,
        chosen,
      ),
      ...inUse.map(facet =>
        this.#count(
          this.#offers({ ...query, [FILTER_OF[facet]]: undefined }, scope),
          [facet],
          divisionsOf,
          chosen,
        ),
      ),
    ]);
    return Object.assign({}, NO_FACETS, ...counted);
  }

  /**
   * Counts over one reading of the filtered list how many issues each value
   * would find.
   */
  async #count(
    offers: Knex.QueryBuilder,
    facets: readonly Facet[],
    divisionsOf: (owner: string) => readonly string[],
    chosen: Partial<Record<Facet, readonly string[]>>,
  ): Promise<Partial<HelpWantedPage['facets']>> {
    if (facets.length === 0) {
      return {};
    }
    const knex = this.#knex;
    const columns = COLUMN_FACETS.filter(facet => facets.includes(facet));
    const issueFields = ISSUE_FACETS.filter(facet => facets.includes(facet));
    const projectFields = PROJECT_FACETS.filter(facet =>
      facets.includes(facet),
    );
    const ofOwners = facets.includes('owner') || facets.includes('division');
    const selections: Knex.QueryBuilder[] = [
      ...columns.map(column =>
        knex('found').select(
          knex.raw(`'${column}' as field`),
          { value: column },
          'url',
        ),
      ),
      ...issueFields.map(field =>
        knex('found')
          .join('starter_issue_values as v', join =>
            join
              .on('v.entity_ref', refOf(knex, 'found'))
              .andOn('v.number', knex.raw('found.number + 0'))
              .andOnVal('v.field', field),
          )
          .select('v.field', 'v.value', 'found.url'),
      ),
      ...projectFields.map(field =>
        knex('found')
          .join('evaluation_values as v', join =>
            join
              .on('v.entity_ref', refOf(knex, 'found'))
              .andOnVal('v.field', field),
          )
          .select('v.field', 'v.value', 'found.url'),
      ),
      ...(ofOwners
        ? [
            knex('found')
              .groupBy('url')
              .select(
                knex.raw("'owners' as field"),
                knex.raw(this.#ownersOf()),
                'url',
              ),
          ]
        : []),
    ];
    const rows: Array<{
      field: string;
      value: string | null;
      count: number | string;
    }> = await knex
      .withMaterialized(
        'found',
        offers.select(
          'starter_issues.entity_ref',
          'starter_issues.number',
          'starter_issues.url',
          'projects.owner',
          'evaluations.language',
          'evaluations.grade',
          'evaluations.level',
        ),
      )
      .from(
        // A union of one is none, and keeps what is there twice.
        (selections.length === 1
          ? selections[0].distinct()
          : knex.union(selections)
        ).as('each_once'),
      )
      .groupBy('field', 'value')
      .select('field', 'value')
      .count({ count: '*' });
    // All owners of an issue at once: several of one division offer it, and it
    // counts once there.
    const owned = rows.flatMap(({ field, value, count }) =>
      field === 'owners' && value !== null
        ? [{ owners: value.split(OWNER_SEPARATOR), count }]
        : [],
    );
    const spread = (groupsOf: (owner: string) => readonly string[]) =>
      owned.flatMap(({ owners, count }) =>
        [...new Set(owners.flatMap(groupsOf))].map(value => ({ value, count })),
      );
    const rowsOf = (facet: Facet) => {
      switch (facet) {
        case 'owner':
          return spread(owner => [owner]);
        case 'division':
          return spread(divisionsOf);
        default:
          return rows.filter(row => row.field === facet);
      }
    };
    return Object.fromEntries(
      facets.map(facet => [facet, toFacet(rowsOf(facet), chosen[facet])]),
    );
  }

  /** Of the rows of an issue. */
  #ownersOf(): string {
    return this.#knex.client.config.client === 'pg'
      ? `string_agg(distinct owner, '${OWNER_SEPARATOR}') as value`
      : 'group_concat(distinct owner) as value';
  }
}

interface PageKey {
  url: string;
  order_value: string | number;
}

interface IssueRow {
  entity_ref: string;
  number: number;
  title: string;
  url: string;
  created_at: string;
  updated_at: string;
  comments: number;
  effort: string | null;
  owner: string | null;
  language: string | null;
  project_title: string;
  summary: string;
}

interface ValueRow {
  entity_ref: string;
  number: number;
  field: 'label' | 'skill';
  value: string;
}

function keyOf(row: { entity_ref: string; number: number }): string {
  return `${row.entity_ref}#${row.number}`;
}

function toIssue(row: IssueRow, values: readonly ValueRow[]): HelpWantedIssue {
  const of = (field: ValueRow['field']) =>
    values.filter(value => value.field === field).map(value => value.value);
  const { metadata }: EvaluationSummary = JSON.parse(row.summary);
  return {
    entityRef: row.entity_ref,
    projectTitle: metadata.title ?? row.project_title,
    owner: row.owner,
    language: row.language,
    number: row.number,
    title: row.title,
    url: row.url,
    labels: of('label'),
    unassigned: true,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    comments: row.comments,
    skills: of('skill'),
    ...(row.effort !== null && { effort: row.effort }),
  };
}

type Cursor = [value: string | number, url: string];

function formatCursor(orderBy: HelpWantedOrder, key: PageKey): string {
  return Buffer.from(
    JSON.stringify([orderBy, key.order_value, key.url]),
  ).toString('base64url');
}

function parseCursor(cursor: string, orderBy: HelpWantedOrder): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === orderBy) {
    const [, value, url] = parsed;
    const isClean = !parsed.some(part => String(part).includes('\u0000'));
    if (
      isClean &&
      typeof value === ORDERS[orderBy].type &&
      typeof url === 'string'
    ) {
      return [value, url];
    }
  }
  throw new InputError(
    'The cursor does not belong to this list. Take nextCursor of the page before, with the same orderBy.',
  );
}
