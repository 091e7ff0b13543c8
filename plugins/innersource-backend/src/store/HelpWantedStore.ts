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
import { filterProjects, toFacet, wordsOf } from './ProjectListStore';

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

/** Open, unassigned starter issues over all projects. */
export interface HelpWantedStore {
  list(query: HelpWantedQuery, scope: VisibleScope): Promise<HelpWantedPage>;
}

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
    query: HelpWantedQuery,
    scope: VisibleScope,
  ): Promise<HelpWantedPage> {
    const orderBy = query.orderBy ?? 'newest';
    const order = ORDERS[orderBy];
    const limit = Math.min(
      Math.max(query.limit ?? DEFAULT_LIMIT, 1),
      MAX_LIMIT,
    );
    const base = () => this.#base(query, scope);
    const page = base()
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
        { order_value: order.column },
      )
      .orderBy([
        { column: order.column, order: order.direction },
        { column: 'starter_issues.entity_ref', order: 'asc' },
        { column: 'starter_issues.number', order: 'asc' },
      ])
      .limit(limit + 1);
    if (query.cursor !== undefined) {
      after(page, order, parseCursor(query.cursor, orderBy));
    }
    const rows: IssueRow[] = await page;
    const shown = rows.slice(0, limit);
    const values = await this.#values(shown);
    const columns = await this.#columnFacets(base());
    return {
      items: shown.map(row => toIssue(row, values.get(keyOf(row)) ?? [])),
      totalItems: columns.total,
      nextCursor:
        rows.length > limit
          ? formatCursor(orderBy, shown[shown.length - 1])
          : null,
      facets: {
        ...columns.facets,
        ...(await this.#valueFacets(base())),
        topic: await this.#topicFacet(base()),
      },
    };
  }

  /**
   * The issues that a query asks for, each once: projects of one repository
   * share its issues, and the one nearest to the repository's root offers them.
   */
  #base(query: HelpWantedQuery, scope: VisibleScope): Knex.QueryBuilder {
    const offers = this.#offers(query, scope).select(
      'starter_issues.entity_ref',
      'starter_issues.number',
      this.#knex.raw(
        'row_number() over (partition by starter_issues.url order by length(projects.path), projects.entity_ref) as place',
      ),
    );
    return this.#knex
      .from(offers.as('offers'))
      .join('starter_issues', join =>
        join
          .on('starter_issues.entity_ref', 'offers.entity_ref')
          .andOn('starter_issues.number', 'offers.number'),
      )
      .join(
        'evaluations',
        'evaluations.entity_ref',
        'starter_issues.entity_ref',
      )
      .join('projects', 'projects.entity_ref', 'starter_issues.entity_ref')
      .where('offers.place', 1);
  }

  #offers(query: HelpWantedQuery, scope: VisibleScope): Knex.QueryBuilder {
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
        innerSourceOnly: query.innerSourceOnly,
      },
    ).where('evaluations.archived', false);
    for (const word of wordsOf(query.search)) {
      base.whereRaw("starter_issues.search_text like ? escape '\\'", [
        toLikePattern(word),
      ]);
    }
    for (const field of ['label', 'skill'] as const) {
      const values = query[field];
      if (values?.length) {
        base.whereExists(exists =>
          exists
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
            .whereIn('starter_issue_values.value', values),
        );
      }
    }
    return base;
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

  /** Counts all columns in one pass: a pass each would cost the same again. */
  async #columnFacets(base: Knex.QueryBuilder): Promise<{
    total: number;
    facets: Pick<HelpWantedPage['facets'], ColumnField>;
  }> {
    const columns = [
      'projects.owner',
      'evaluations.language',
      'evaluations.grade',
      'evaluations.level',
    ];
    const rows: Array<
      Record<ColumnField, string | null> & { count: number | string }
    > = await base.groupBy(columns).select(columns).count({ count: '*' });
    const facetOf = (field: ColumnField) =>
      toFacet(rows.map(row => ({ value: row[field], count: row.count })));
    return {
      total: rows.reduce((sum, row) => sum + Number(row.count), 0),
      facets: {
        owner: facetOf('owner'),
        language: facetOf('language'),
        grade: facetOf('grade'),
        level: facetOf('level'),
      },
    };
  }

  async #valueFacets(
    base: Knex.QueryBuilder,
  ): Promise<Pick<HelpWantedPage['facets'], 'skill' | 'label'>> {
    const rows: Array<{
      field: string;
      value: string;
      count: number | string;
    }> = await base
      .join('starter_issue_values', join =>
        join
          .on('starter_issue_values.entity_ref', 'starter_issues.entity_ref')
          .andOn('starter_issue_values.number', 'starter_issues.number'),
      )
      .groupBy('starter_issue_values.field', 'starter_issue_values.value')
      .select('starter_issue_values.field', 'starter_issue_values.value')
      .count({ count: '*' });
    return {
      skill: toFacet(rows.filter(row => row.field === 'skill')),
      label: toFacet(rows.filter(row => row.field === 'label')),
    };
  }

  async #topicFacet(base: Knex.QueryBuilder): Promise<Facet[]> {
    return toFacet(
      await base
        .join('evaluation_values', join =>
          join
            .on('evaluation_values.entity_ref', 'starter_issues.entity_ref')
            .andOnVal('evaluation_values.field', 'topic'),
        )
        .groupBy('evaluation_values.value')
        .select('evaluation_values.value')
        .count({ count: '*' }),
    );
  }
}

type ColumnField = 'owner' | 'language' | 'grade' | 'level';

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
  order_value: string | number;
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

type Cursor = [value: string | number, entityRef: string, number: number];

function after(query: Knex.QueryBuilder, order: Order, cursor: Cursor): void {
  const [value, entityRef, number] = cursor;
  query.where(behind =>
    behind
      .where(order.column, order.direction === 'asc' ? '>' : '<', value)
      .orWhere(tie =>
        tie
          .where(order.column, value)
          .where('starter_issues.entity_ref', '>', entityRef),
      )
      .orWhere(tie =>
        tie
          .where(order.column, value)
          .where('starter_issues.entity_ref', entityRef)
          .where('starter_issues.number', '>', number),
      ),
  );
}

function formatCursor(orderBy: HelpWantedOrder, row: IssueRow): string {
  return Buffer.from(
    JSON.stringify([orderBy, row.order_value, row.entity_ref, row.number]),
  ).toString('base64url');
}

function parseCursor(cursor: string, orderBy: HelpWantedOrder): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (Array.isArray(parsed) && parsed.length === 4 && parsed[0] === orderBy) {
    const [, value, entityRef, number] = parsed;
    if (
      typeof value === ORDERS[orderBy].type &&
      typeof entityRef === 'string' &&
      Number.isInteger(number)
    ) {
      return [value, entityRef, number];
    }
  }
  throw new InputError(
    'The cursor does not belong to this list. Take nextCursor of the page before, with the same orderBy.',
  );
}
