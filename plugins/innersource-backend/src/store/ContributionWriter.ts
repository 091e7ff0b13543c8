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

import { ConflictError } from '@backstage/errors';
import {
  ContributionUnit,
  TallyKind,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { chunked, toInstant, withoutNul } from './columns';
import {
  KIND_CODES,
  NOBODY,
  RELATION_CODES,
  STALE_STATE,
  STATE_CODES,
} from './contributionCodes';
import { PeopleStore, PersonRequest, StoredPerson } from './PeopleStore';

/** Rows per statement, below every engine's limit of bindings. */
const CHUNK = 300;

/** Characters by which a contribution is recognised within its row. */
export const ITEM_KEY_LENGTH = 6;

/** How far a repository was read. */
export interface Reading {
  cursor: string | null;
  /** True from the start of a reading that replaces all until its end. */
  replacing: boolean;
}

/** A project whose contributions are to be read. */
export interface ProjectToRead {
  entityRef: string;
  path: string;
  /** Entity ref of the owner in force. */
  owner: string | null;
}

/** How somebody stood to a project, with dictionary numbers. */
export interface StoredStanding {
  relation: number;
  distance: number | null;
  teamId: number | null;
  ownerId: number | null;
}

/** A contribution to add to the sums. */
export interface CountedContribution {
  projectId: number;
  day: number;
  kind: TallyKind;
  person: StoredPerson;
  standing: StoredStanding;
  /** {@link ITEM_KEY_LENGTH} characters, the same whenever it is delivered. */
  itemKey: string;
}

/** A change request to keep. */
export interface StoredChangeRequest {
  projectId: number;
  externalId: string;
  personId: number;
  mergedBy: number | null;
  standing: StoredStanding;
  state: keyof typeof STATE_CODES;
  selfMerged: boolean;
  /** Seconds since 1970. */
  createdAt: number;
  closedAt: number | null;
  firstResponseAt: number | null;
  title: string | null;
  url: string | null;
}

/** What was decided about a change request when it was read first. */
export interface KnownChangeRequest {
  personId: number;
  standing: StoredStanding;
}

interface SumRow {
  project_id: number;
  day: number;
  person_id: number;
  team_id: number | null;
  owner_id: number | null;
  count: number;
  kind: number;
  relation: number;
  distance: number | null;
  keys: string;
}

/** Writes within the transaction of one page. */
export class PageWriter {
  readonly #trx: Knex;
  readonly #people: PeopleStore;
  readonly #teamIds = new Map<string, number>();

  constructor(trx: Knex, people: PeopleStore) {
    this.#trx = trx;
    this.#people = people;
  }

  /** Makes all that was read of these projects stand back until delivered again. */
  async replaceAll(projectIds: readonly number[]): Promise<void> {
    await markStale(this.#trx, projectIds);
  }

  people(requests: readonly PersonRequest[]): Promise<StoredPerson[]> {
    return this.#people.resolve(requests, this.#trx);
  }

  /** Number of a team as it is placed now. */
  async teamId(team: {
    entityRef: string;
    /** From the top down to the team. */
    path: readonly string[];
    pathHash: string;
    members: number;
  }): Promise<number> {
    const key = `${team.entityRef} ${team.pathHash}`;
    const known = this.#teamIds.get(key);
    if (known !== undefined) {
      return known;
    }
    const [{ id }] = await this.#trx('contribution_teams')
      .insert({
        entity_ref: team.entityRef,
        path: team.path.join(' '),
        path_hash: team.pathHash,
        members: team.members,
      })
      .onConflict(['entity_ref', 'path_hash'])
      .merge(['members'])
      .returning('id');
    this.#teamIds.set(key, id);
    return id;
  }

  /** What is known of change requests, by `projectId externalId`. */
  async knownChangeRequests(
    projectIds: readonly number[],
    externalIds: readonly string[],
  ): Promise<Map<string, KnownChangeRequest>> {
    const known = new Map<string, KnownChangeRequest>();
    for (const projectId of projectIds) {
      for (const part of chunked(externalIds, CHUNK)) {
        const rows = await this.#trx('change_requests')
          .where('project_id', projectId)
          .whereIn('external_id', part)
          .select(
            'external_id',
            'person_id',
            'relation',
            'distance',
            'team_id',
            'owner_id',
          );
        for (const row of rows) {
          known.set(`${projectId} ${row.external_id}`, {
            personId: row.person_id,
            standing: {
              relation: row.relation,
              distance: row.distance,
              teamId: row.team_id,
              ownerId: row.owner_id,
            },
          });
        }
      }
    }
    return known;
  }

  /** Inserts or updates; the standing of a known one stays as it was. */
  async saveChangeRequests(
    changeRequests: readonly StoredChangeRequest[],
  ): Promise<void> {
    const unique = new Map(
      changeRequests.map(item => [
        `${item.projectId} ${item.externalId}`,
        item,
      ]),
    );
    for (const part of chunked([...unique.values()], CHUNK)) {
      await this.#trx('change_requests')
        .insert(
          part.map(item => ({
            project_id: item.projectId,
            external_id: item.externalId,
            person_id: item.personId,
            team_id: item.standing.teamId,
            owner_id: item.standing.ownerId,
            relation: item.standing.relation,
            distance: item.standing.distance,
            merged_by: item.mergedBy,
            state: STATE_CODES[item.state],
            self_merged: item.selfMerged,
            created_at: item.createdAt,
            closed_at: item.closedAt,
            first_response_at: item.firstResponseAt,
            title: item.title === null ? null : withoutNul(item.title),
            url: item.url === null ? null : withoutNul(item.url),
          })),
        )
        .onConflict(['project_id', 'external_id'])
        .merge([
          'merged_by',
          'state',
          'self_merged',
          'created_at',
          'closed_at',
          'first_response_at',
          'title',
          'url',
        ]);
    }
  }

  /**
   * Adds to the sums. What was counted before is not counted again. The standing
   * that a person's row of a day was made with stays.
   */
  async count(items: readonly CountedContribution[]): Promise<void> {
    const rows = new Map<string, SumRow>();
    const byProject = new Map<number, Set<number>>();
    for (const { projectId, day } of items) {
      byProject.set(
        projectId,
        (byProject.get(projectId) ?? new Set<number>()).add(day),
      );
    }
    for (const [projectId, days] of byProject) {
      for (const part of chunked([...days], CHUNK)) {
        const found: SumRow[] = await this.#trx('contributions')
          .where('project_id', projectId)
          .whereIn('day', part)
          .select('*');
        found.forEach(row => rows.set(rowKey(row), row));
      }
    }

    const itemKeys = new Map<string, Set<string>>();
    const keysOf = (key: string) => {
      let keys = itemKeys.get(key);
      if (!keys) {
        keys = splitKeys(rows.get(key)?.keys ?? '');
        itemKeys.set(key, keys);
      }
      return keys;
    };
    const changed = new Set<string>();
    for (const item of items) {
      const place = {
        project_id: item.projectId,
        day: item.day,
        kind: KIND_CODES[item.kind],
        person_id: item.person.id,
      };
      const key = rowKey(place);
      const counted = [item.person.id, ...item.person.formerIds].some(id =>
        keysOf(rowKey({ ...place, person_id: id })).has(item.itemKey),
      );
      if (counted) {
        continue;
      }
      keysOf(key).add(item.itemKey);
      changed.add(key);
      if (!rows.has(key)) {
        rows.set(key, {
          ...place,
          team_id: item.standing.teamId,
          owner_id: item.standing.ownerId,
          relation: item.standing.relation,
          distance: item.standing.distance,
          count: 0,
          keys: '',
        });
      }
    }

    const toWrite: SumRow[] = [];
    for (const key of changed) {
      const row = rows.get(key);
      const keys = itemKeys.get(key);
      if (row && keys) {
        toWrite.push({ ...row, count: keys.size, keys: [...keys].join('') });
      }
    }
    for (const part of chunked(toWrite, CHUNK)) {
      await this.#trx('contributions')
        .insert(part)
        .onConflict(['project_id', 'day', 'kind', 'person_id'])
        .merge(['count', 'keys']);
    }
  }

  /**
   * Moves the cursor on.
   *
   * @throws ConflictError when another worker has moved it meanwhile.
   */
  async moveCursor(options: {
    repositoryId: number;
    from: string | null;
    to: string;
    replacing: boolean;
  }): Promise<void> {
    const { repositoryId, from, to, replacing } = options;
    const moved = await this.#trx('contribution_readings')
      .where('repository_id', repositoryId)
      .where(at =>
        from === null ? at.whereNull('cursor') : at.where('cursor', from),
      )
      .update({ cursor: to, replacing });
    if (moved === 0) {
      throw new ConflictError(
        'Another worker reads the contributions of this repository; nothing is lost, it will be tried again',
      );
    }
  }
}

/**
 * Writes contributions: a page and its cursor in one transaction.
 */
export class ContributionWriter {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ContributionWriter {
    return new ContributionWriter(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Prepares a reading. It starts over, replacing what is there, when another
   * source reads the repository, a project is new in it, or the history wanted
   * begins earlier than the one that was read.
   */
  async begin(options: {
    repositoryId: number;
    source: string;
    /** ISO 8601 instant. */
    since: string;
    /** Begin of history up to which an earlier reading still suffices. */
    sufficientSince: string;
    projects: readonly ProjectToRead[];
  }): Promise<{ reading: Reading; projectIds: Map<string, number> }> {
    const { repositoryId, source, since, projects } = options;
    return this.#knex.transaction(async trx => {
      const refs = projects.map(project => project.entityRef);
      const known: Array<{
        id: number;
        entity_ref: string;
        repository_id: number;
        path: string;
      }> = [];
      for (const part of chunked(refs, CHUNK)) {
        known.push(
          ...(await trx('contribution_projects')
            .whereIn('entity_ref', part)
            .select('id', 'entity_ref', 'repository_id', 'path')),
        );
      }
      const byRef = new Map(known.map(row => [row.entity_ref, row]));
      const moved = projects.filter(project => {
        const row = byRef.get(project.entityRef);
        return row?.repository_id !== repositoryId || row.path !== project.path;
      });
      const projectIds = new Map<string, number>();
      for (const { entityRef, path, owner } of projects) {
        const [{ id }] = await trx('contribution_projects')
          .insert({
            entity_ref: entityRef,
            repository_id: repositoryId,
            path,
            owner_ref: owner,
            unit: KIND_CODES.commit,
            source,
          })
          .onConflict('entity_ref')
          .merge(['repository_id', 'path', 'owner_ref', 'source'])
          .returning('id');
        projectIds.set(entityRef, id);
      }
      // What was read of another repository or path is nothing of this one's.
      const movedIds = moved.flatMap(({ entityRef }) =>
        byRef.has(entityRef) ? projectIds.get(entityRef) ?? [] : [],
      );
      for (const part of chunked(movedIds, CHUNK)) {
        await trx('contributions').whereIn('project_id', part).delete();
        await trx('change_requests').whereIn('project_id', part).delete();
      }

      const row = await trx('contribution_readings')
        .where('repository_id', repositoryId)
        .first('source', 'cursor', 'since', 'replacing');
      if (
        row &&
        row.source === source &&
        row.since <= options.sufficientSince &&
        moved.length === 0
      ) {
        return {
          reading: { cursor: row.cursor, replacing: Boolean(row.replacing) },
          projectIds,
        };
      }
      await trx('contribution_readings')
        .insert({
          repository_id: repositoryId,
          source,
          since,
          cursor: null,
          replacing: true,
        })
        .onConflict('repository_id')
        .merge(['source', 'since', 'cursor', 'replacing']);
      await markStale(trx, [...projectIds.values()]);
      return { reading: { cursor: null, replacing: true }, projectIds };
    });
  }

  /** Writes one page; nothing of it stays when `write` throws. */
  async page<T>(write: (page: PageWriter) => Promise<T>): Promise<T> {
    return this.#knex.transaction(trx =>
      write(new PageWriter(trx, PeopleStore.create({ knex: this.#knex }))),
    );
  }

  /**
   * Ends a reading: what a replacing one did not deliver again goes, and so does
   * what is older than the history.
   */
  async complete(options: {
    repositoryId: number;
    projectIds: readonly number[];
    firstDay: number;
    now: Date;
  }): Promise<void> {
    const { repositoryId, projectIds, firstDay, now } = options;
    await this.#knex.transaction(async trx => {
      const reading = await trx('contribution_readings')
        .where('repository_id', repositoryId)
        .first('replacing');
      for (const part of chunked(projectIds, CHUNK)) {
        if (reading?.replacing) {
          await trx('contributions')
            .whereIn('project_id', part)
            .where('count', 0)
            .delete();
          await trx('change_requests')
            .whereIn('project_id', part)
            .where('state', STALE_STATE)
            .delete();
        }
        await trx('contributions')
          .whereIn('project_id', part)
          .where('day', '<', firstDay)
          .delete();
        await trx('change_requests')
          .whereIn('project_id', part)
          .where('closed_at', '<', firstDay * 86_400)
          .delete();
        const withChangeRequests: Array<{ project_id: number }> = await trx(
          'contributions',
        )
          .whereIn('project_id', part)
          .where('kind', KIND_CODES['change-request'])
          .whereNot('relation', RELATION_CODES.bot)
          .where('count', '>', 0)
          .distinct('project_id');
        const units = new Set(withChangeRequests.map(row => row.project_id));
        await this.#setUnit(
          trx,
          part.filter(id => units.has(id)),
          'change-request',
          now,
        );
        await this.#setUnit(
          trx,
          part.filter(id => !units.has(id)),
          'commit',
          now,
        );
      }
      await trx('contribution_readings')
        .where('repository_id', repositoryId)
        .update({ replacing: false, read_at: toInstant(now) });
    });
  }

  async #setUnit(
    trx: Knex,
    projectIds: readonly number[],
    unit: ContributionUnit,
    now: Date,
  ): Promise<void> {
    await trx('contribution_projects')
      .whereIn('id', projectIds)
      .update({ unit: KIND_CODES[unit], read_at: toInstant(now) });
  }
}

async function markStale(
  trx: Knex,
  projectIds: readonly number[],
): Promise<void> {
  for (const part of chunked(projectIds, CHUNK)) {
    await trx('contributions')
      .whereIn('project_id', part)
      .update({ count: 0, keys: '' });
    await trx('change_requests')
      .whereIn('project_id', part)
      .update({ state: STALE_STATE });
  }
}

function rowKey(row: {
  project_id: number;
  day: number;
  kind: number;
  person_id: number;
}): string {
  return `${row.project_id} ${row.day} ${row.kind} ${row.person_id}`;
}

function splitKeys(text: string): Set<string> {
  const keys = new Set<string>();
  for (let at = 0; at < text.length; at += ITEM_KEY_LENGTH) {
    keys.add(text.slice(at, at + ITEM_KEY_LENGTH));
  }
  return keys;
}

/** A known change request's author stays, unless the account was unknown before. */
export function lastingPerson(
  known: KnownChangeRequest | undefined,
  now: StoredPerson,
): StoredPerson {
  return known === undefined ||
    known.personId === NOBODY ||
    known.personId === now.id ||
    now.formerIds.includes(known.personId)
    ? now
    : { id: known.personId, user: null, formerIds: [] };
}
