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
  ChangeRequestRecord,
  ContributionReading,
  ContributionTally,
  ContributionUnit,
  daysOfMonth,
  monthsBetween,
  TallyKind,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import { chunked, DayRange, toLikePattern } from './columns';
import {
  KIND_CODES,
  kindOf,
  NOBODY,
  RELATION_CODES,
  relationOf,
  STALE_STATE,
  STATE_CODES,
  stateOf,
} from './contributionCodes';
import { getContributionReading } from './contributionReading';

/** Keys per query, below every engine's limit of bindings. */
const CHUNK = 500;

/** A person, whichever of the merged rows a contribution names. */
const PERSON = 'coalesce(person.merged_into, c.person_id)';

/** A project as far as its contributions are concerned. */
export interface ContributionProject {
  id: number;
  entityRef: string;
  owner: string | null;
  unit: ContributionUnit;
  source: string;
  repositoryUrl: string;
  /** ISO 8601 instant of the last complete reading; null before. */
  readAt: string | null;
}

/** Somebody as stored. */
export interface PersonName {
  id: number;
  user: string | null;
  label: string;
}

/** An open change request of another team that nobody has answered. */
export interface UnansweredChangeRequest {
  url: string | null;
  /** Seconds since 1970. */
  createdAt: number;
}

/** Contributions of other teams than the project's, in its unit. */
export interface Exchange {
  entityRef: string;
  /** The side that is not the team asked for; null when not known any more. */
  team: string | null;
  contributions: number;
}

/** One of somebody's change requests to projects of other teams. */
export interface PersonalChangeRequest {
  entityRef: string;
  title: string | null;
  url: string | null;
  state: 'open' | 'merged' | 'closed';
  /** Seconds since 1970. */
  createdAt: number;
  closedAt: number | null;
  firstResponseAt: number | null;
  distance: number | null;
}

interface TallyRow {
  kind: number;
  person: number;
  relation: number;
  distance: number | null;
  team: string | null;
  total: number | string;
}

interface ExchangeRow {
  entity_ref: string;
  team: string | null;
  total: string | number;
}

/** Reads what {@link ContributionWriter} has stored. */
export class ContributionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ContributionStore {
    return new ContributionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Projects whose contributions were or are being read, by entity ref. */
  async getProjects(
    entityRefs: readonly string[],
  ): Promise<Map<string, ContributionProject>> {
    const projects = new Map<string, ContributionProject>();
    for (const part of chunked(entityRefs, CHUNK)) {
      const rows = await this.#knex('contribution_projects as p')
        .join('repositories as r', 'r.id', 'p.repository_id')
        .whereIn('p.entity_ref', part)
        .select(
          'p.id',
          'p.entity_ref',
          'p.owner_ref',
          'p.unit',
          'p.source',
          'p.read_at',
          'r.url',
        );
      for (const row of rows) {
        projects.set(row.entity_ref, {
          id: row.id,
          entityRef: row.entity_ref,
          owner: row.owner_ref,
          unit: unitOf(row.unit),
          source: row.source,
          repositoryUrl: row.url,
          readAt: row.read_at,
        });
      }
    }
    return projects;
  }

  /** How far the contributions of a scope's projects have been read. */
  async getReading(scope: VisibleScope): Promise<ContributionReading> {
    return getContributionReading(scope.restrict(this.#knex('projects')));
  }

  /** Contributions between two days, inclusive, by person and standing. */
  async getTallies(
    projectId: number,
    firstDay: number,
    lastDay: number,
  ): Promise<ContributionTally[]> {
    const rows: TallyRow[] = await this.#contributions()
      .leftJoin('contribution_teams as team', 'team.id', 'c.team_id')
      .where('c.project_id', projectId)
      .whereBetween('c.day', [firstDay, lastDay])
      .where('c.count', '>', 0)
      .groupBy(
        'c.kind',
        this.#knex.raw(PERSON),
        'c.relation',
        'c.distance',
        'team.entity_ref',
      )
      .select(
        'c.kind',
        this.#knex.raw(`${PERSON} as person`),
        'c.relation',
        'c.distance',
        'team.entity_ref as team',
      )
      .sum({ total: 'c.count' });
    return rows.map(toTally);
  }

  /**
   * The same by calendar month in UTC, `YYYY-MM`: a month at a time, since a
   * busy project has hundreds of thousands of rows.
   */
  async getMonthlyTallies(
    projectId: number,
    { firstDay, lastDay }: DayRange,
  ): Promise<Map<string, ContributionTally[]>> {
    const months = new Map<string, ContributionTally[]>();
    for (const month of monthsBetween(firstDay, lastDay)) {
      const [first, last] = daysOfMonth(month);
      months.set(
        month,
        await this.getTallies(
          projectId,
          Math.max(first, firstDay),
          Math.min(last, lastDay),
        ),
      );
    }
    return months;
  }

  /** First day within the history on which each person was a contributor of code. */
  async getFirstDays(
    projectId: number,
    unit: ContributionUnit,
  ): Promise<Map<number, number>> {
    const rows: Array<{ person: number; first: number }> =
      await this.#contributions()
        .where('c.project_id', projectId)
        .whereIn('c.kind', [KIND_CODES[unit], KIND_CODES['co-authorship']])
        .where('c.count', '>', 0)
        .groupByRaw(PERSON)
        .select(this.#knex.raw(`${PERSON} as person`))
        .min({ first: 'c.day' });
    return new Map(rows.map(row => [row.person, row.first]));
  }

  /** Change requests that are open or were closed from an instant on. */
  async getChangeRequests(
    projectId: number,
    closedFrom: number,
  ): Promise<ChangeRequestRecord[]> {
    const rows = await this.#knex('change_requests')
      .where('project_id', projectId)
      .where(recent =>
        recent.where('closed_at', '>=', closedFrom).orWhereNull('closed_at'),
      )
      .whereNot('state', STALE_STATE)
      .select(
        'relation',
        'state',
        'created_at',
        'closed_at',
        'first_response_at',
        'self_merged',
      );
    return rows.map(row => ({
      relation: relationOf(row.relation),
      state: stateOf(row.state),
      createdAt: Number(row.created_at),
      closedAt: numberOrNull(row.closed_at),
      firstResponseAt: numberOrNull(row.first_response_at),
      selfMerged: Boolean(row.self_merged),
    }));
  }

  /** Oldest first; at most 100. */
  async getUnansweredOutside(
    projectId: number,
  ): Promise<UnansweredChangeRequest[]> {
    const rows = await this.#knex('change_requests')
      .where('project_id', projectId)
      .whereNull('closed_at')
      .whereNull('first_response_at')
      .where('state', STATE_CODES.open)
      .where('relation', RELATION_CODES.other)
      .orderBy('created_at')
      .limit(100)
      .select('url', 'created_at');
    return rows.map(row => ({
      url: row.url,
      createdAt: Number(row.created_at),
    }));
  }

  /** People, bots left out, who reviewed from a day on or merged what was closed since. */
  async countMaintainers(projectId: number, firstDay: number): Promise<number> {
    const reviewers = await this.#contributions()
      .where('c.project_id', projectId)
      .where('c.day', '>=', firstDay)
      .where('c.kind', KIND_CODES.review)
      .whereNot('c.relation', RELATION_CODES.bot)
      .where('c.count', '>', 0)
      .whereNot('c.person_id', NOBODY)
      .distinct(this.#knex.raw(`${PERSON} as person`));
    const mergers = await this.#knex('change_requests as c')
      .leftJoin('contribution_people as person', 'person.id', 'c.merged_by')
      .where('c.project_id', projectId)
      .where('c.closed_at', '>=', firstDay * 86_400)
      .where('c.state', STATE_CODES.merged)
      .whereNotNull('c.merged_by')
      .whereNot('c.merged_by', NOBODY)
      .distinct(
        this.#knex.raw('coalesce(person.merged_into, c.merged_by) as person'),
      );
    return new Set([...reviewers, ...mergers].map(row => row.person)).size;
  }

  async getPeople(ids: readonly number[]): Promise<Map<number, PersonName>> {
    const people = new Map<number, PersonName>();
    for (const part of chunked(ids, CHUNK)) {
      const rows = await this.#knex('contribution_people')
        .whereIn('id', part)
        .select('id', 'user_ref', 'label');
      for (const row of rows) {
        people.set(row.id, {
          id: row.id,
          user: row.user_ref,
          label: row.label,
        });
      }
    }
    return people;
  }

  /** Members that teams had when they contributed last. */
  async getLastSizes(
    entityRefs: readonly string[],
  ): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for (const part of chunked(entityRefs, CHUNK)) {
      const rows = await this.#knex('contribution_teams')
        .whereIn('entity_ref', part)
        .orderBy('id')
        .select('entity_ref', 'members');
      rows.forEach(row => sizes.set(row.entity_ref, row.members));
    }
    return sizes;
  }

  /** Visible projects of owners, by grade, best first, ungraded last. */
  async countProjectsByGrade(
    owners: readonly string[],
    scope: VisibleScope,
  ): Promise<Array<{ grade: string | null; count: number }>> {
    const rows: Array<{
      grade: string | null;
      total: string | number;
      best: number | null;
    }> = await scope.restrict(
      this.#whereOneOf(
        this.#knex('projects')
          .leftJoin(
            'evaluations',
            'evaluations.entity_ref',
            'projects.entity_ref',
          )
          .leftJoin(
            'contribution_projects as p',
            'p.entity_ref',
            'projects.entity_ref',
          ),
        'coalesce(p.owner_ref, projects.owner)',
        owners,
      )
        .groupBy('evaluations.grade')
        .select('evaluations.grade')
        .count({ total: '*' })
        .max({ best: 'evaluations.readiness' }),
    );
    return rows
      .sort(
        (a, b) =>
          Number(a.grade === null) - Number(b.grade === null) ||
          (b.best ?? 0) - (a.best ?? 0),
      )
      .map(({ grade, total }) => ({ grade, count: Number(total) }));
  }

  /** What a team and the groups below it gave to visible projects of others. */
  async getGiven(
    team: string,
    scope: VisibleScope,
    range: DayRange,
  ): Promise<Exchange[]> {
    const rows = await scope.restrict(
      this.#given(team, range)
        .leftJoin('contribution_teams as owner', 'owner.id', 'c.owner_id')
        .groupBy('p.entity_ref', 'owner.entity_ref')
        .select('p.entity_ref', 'owner.entity_ref as team')
        .sum({ total: 'c.count' }),
      'p.entity_ref',
    );
    return rows.map(toExchange);
  }

  async countGivers(
    team: string,
    scope: VisibleScope,
    range: DayRange,
  ): Promise<number> {
    return countPeople(
      scope.restrict(this.#given(team, range), 'p.entity_ref'),
    );
  }

  async getGivenDays(
    team: string,
    scope: VisibleScope,
    range: DayRange,
  ): Promise<Array<{ day: number; count: number }>> {
    return toDays(
      await scope.restrict(
        this.#given(team, range)
          .groupBy('c.day')
          .select('c.day')
          .sum({ total: 'c.count' }),
        'p.entity_ref',
      ),
    );
  }

  /**
   * What visible projects of owners received: by relation, and by team for what
   * came from outside the team asked for.
   */
  async getReceived(
    team: string,
    owners: readonly string[],
    scope: VisibleScope,
    range: DayRange,
  ): Promise<{
    exchanges: Exchange[];
    own: number;
    unknown: number;
    contributors: number;
  }> {
    const outside = () => this.#fromOutside(team, owners, scope, range);
    const byTeam: ExchangeRow[] = await outside()
      .leftJoin('contribution_teams as giver', 'giver.id', 'c.team_id')
      .groupBy('p.entity_ref', 'giver.entity_ref')
      .select('p.entity_ref', 'giver.entity_ref as team')
      .sum({ total: 'c.count' });
    const byRelation: Array<{ relation: number; total: string | number }> =
      await this.#received(owners, scope, range)
        .groupBy('c.relation')
        .select('c.relation')
        .sum({ total: 'c.count' });
    const total = (relation: number) =>
      Number(byRelation.find(row => row.relation === relation)?.total ?? 0);
    const exchanges = byTeam.map(toExchange);
    const fromOutside = exchanges.reduce(
      (sum, { contributions }) => sum + contributions,
      0,
    );
    return {
      exchanges,
      // Between child groups of the same team.
      own:
        total(RELATION_CODES.own) + total(RELATION_CODES.other) - fromOutside,
      unknown: total(RELATION_CODES.unknown),
      contributors: await countPeople(outside()),
    };
  }

  /** What they received from outside the team asked for, by day. */
  async getReceivedDays(
    team: string,
    owners: readonly string[],
    scope: VisibleScope,
    range: DayRange,
  ): Promise<Array<{ day: number; count: number }>> {
    return toDays(
      await this.#fromOutside(team, owners, scope, range)
        .groupBy('c.day')
        .select('c.day')
        .sum({ total: 'c.count' }),
    );
  }

  /** Rows of a user, merged ones included. */
  async findPersonIds(user: string): Promise<number[]> {
    const rows: Array<{ id: number }> = await this.#knex(
      'contribution_people as p',
    )
      .leftJoin('contribution_people as target', 'target.id', 'p.merged_into')
      .where('p.user_ref', user)
      .orWhere('target.user_ref', user)
      .select('p.id');
    return rows.map(row => row.id);
  }

  /** Contributions to other teams' visible projects. */
  async getPersonal(
    personIds: readonly number[],
    scope: VisibleScope,
    range: DayRange,
  ): Promise<
    Array<{
      entityRef: string;
      owner: string | null;
      day: number;
      kind: TallyKind;
      unit: ContributionUnit;
      count: number;
    }>
  > {
    const rows = await scope.restrict(
      this.#contributions()
        .join('contribution_projects as p', 'p.id', 'c.project_id')
        .leftJoin('contribution_teams as owner', 'owner.id', 'c.owner_id')
        .whereIn('c.person_id', personIds)
        .whereBetween('c.day', [range.firstDay, range.lastDay])
        .where('c.relation', this.#other())
        .where('c.count', '>', 0)
        .groupBy(
          'p.entity_ref',
          'owner.entity_ref',
          'p.unit',
          'c.day',
          'c.kind',
        )
        .select(
          'p.entity_ref',
          'owner.entity_ref as owner',
          'p.unit',
          'c.day',
          'c.kind',
        )
        .sum({ total: 'c.count' }),
      'p.entity_ref',
    );
    return rows.map(
      (row: {
        entity_ref: string;
        owner: string | null;
        unit: number;
        day: number;
        kind: number;
        total: string | number;
      }) => ({
        entityRef: row.entity_ref,
        owner: row.owner,
        day: row.day,
        kind: kindOf(row.kind),
        unit: unitOf(row.unit),
        count: Number(row.total),
      }),
    );
  }

  /** Open ones, longest waiting first, then those closed from an instant on, newest first. */
  async getPersonalChangeRequests(
    personIds: readonly number[],
    scope: VisibleScope,
    closedFrom: number,
    limit: number,
  ): Promise<PersonalChangeRequest[]> {
    const query = () =>
      scope.restrict(
        this.#knex('change_requests as c')
          .join('contribution_projects as p', 'p.id', 'c.project_id')
          .whereIn('c.person_id', personIds)
          .where('c.relation', this.#other())
          .whereNot('c.state', STALE_STATE)
          .select(
            'p.entity_ref',
            'c.title',
            'c.url',
            'c.state',
            'c.created_at',
            'c.closed_at',
            'c.first_response_at',
            'c.distance',
          )
          .limit(limit),
        'p.entity_ref',
      );
    const open = await query()
      .where('c.state', STATE_CODES.open)
      .orderBy('c.created_at');
    const closed = await query()
      .whereNot('c.state', STATE_CODES.open)
      .where('c.closed_at', '>=', closedFrom)
      .orderBy('c.closed_at', 'desc');
    return [...open, ...closed].slice(0, limit).map(row => ({
      entityRef: row.entity_ref,
      title: row.title,
      url: row.url,
      state: stateOf(row.state),
      createdAt: Number(row.created_at),
      closedAt: numberOrNull(row.closed_at),
      firstResponseAt: numberOrNull(row.first_response_at),
      distance: row.distance,
    }));
  }

  #contributions(): Knex.QueryBuilder {
    return this.#knex('contributions as c').leftJoin(
      'contribution_people as person',
      'person.id',
      'c.person_id',
    );
  }

  /** Contributions of code, whichever kind that is in a project. */
  #ofUnit({ firstDay, lastDay }: DayRange): Knex.QueryBuilder {
    return this.#contributions()
      .join('contribution_projects as p', 'p.id', 'c.project_id')
      .whereRaw('c.kind = p.unit')
      .where('c.count', '>', 0)
      .whereBetween('c.day', [firstDay, lastDay]);
  }

  #received(
    owners: readonly string[],
    scope: VisibleScope,
    range: DayRange,
  ): Knex.QueryBuilder {
    return scope.restrict(
      this.#whereOneOf(this.#ofUnit(range), 'p.owner_ref', owners),
      'p.entity_ref',
    );
  }

  #fromOutside(
    team: string,
    owners: readonly string[],
    scope: VisibleScope,
    range: DayRange,
  ): Knex.QueryBuilder {
    return this.#received(owners, scope, range)
      .where('c.relation', RELATION_CODES.other)
      .where(from =>
        from
          .whereNull('c.team_id')
          .orWhereNotIn('c.team_id', this.#teamIds(team)),
      );
  }

  #given(team: string, range: DayRange): Knex.QueryBuilder {
    return this.#ofUnit(range)
      .where('c.relation', this.#other())
      .whereIn('c.team_id', this.#teamIds(team))
      .where(to =>
        to
          .whereNull('c.owner_id')
          .orWhereNotIn('c.owner_id', this.#teamIds(team)),
      );
  }

  /** A literal: the partial indexes serve no query that binds it. */
  #other(): Knex.Raw {
    return this.#knex.raw(String(RELATION_CODES.other));
  }

  /** A team and what was below it at the time. */
  #teamIds(team: string): Knex.QueryBuilder {
    return this.#knex('contribution_teams')
      .whereRaw(`' ' || path || ' ' like ? escape '\\'`, [
        toLikePattern(` ${team} `),
      ])
      .select('id');
  }

  /** The values travel as one binding, so that any number of them will do. */
  #whereOneOf(
    query: Knex.QueryBuilder,
    expression: string,
    values: readonly string[],
  ): Knex.QueryBuilder {
    return this.#knex.client.config.client === 'pg'
      ? query.whereRaw(`${expression} = any(?::text[])`, [[...values]])
      : query.whereRaw(`${expression} in (select value from json_each(?))`, [
          JSON.stringify(values),
        ]);
  }
}

async function countPeople(query: Knex.QueryBuilder): Promise<number> {
  const [{ people }] = await query.countDistinct({
    people: query.client.raw(PERSON),
  });
  return Number(people);
}

function toTally(row: TallyRow): ContributionTally {
  return {
    kind: kindOf(row.kind),
    person: row.person === NOBODY ? null : row.person,
    relation: relationOf(row.relation),
    team: row.team,
    distance: row.distance,
    count: Number(row.total),
  };
}

function toExchange(row: ExchangeRow): Exchange {
  return {
    entityRef: row.entity_ref,
    team: row.team,
    contributions: Number(row.total),
  };
}

function toDays(
  rows: Array<{ day: number; total: string | number }>,
): Array<{ day: number; count: number }> {
  return rows.map(row => ({ day: row.day, count: Number(row.total) }));
}

function unitOf(code: number): ContributionUnit {
  return kindOf(code) === 'change-request' ? 'change-request' : 'commit';
}

function numberOrNull(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
