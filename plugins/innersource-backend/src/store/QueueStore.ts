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

import { RepositoryRef } from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import { chunked, toInstant, toInstantOrNull } from './columns';

/** Rows per statement: SQLite allows 32,766 bindings, PostgreSQL 65,535. */
const CHUNK = 500;

/**
 * A repository as stored.
 */
export interface StoredRepository extends RepositoryRef {
  id: number;
}

/**
 * One leased piece of work: a task for a repository.
 */
export interface QueueItem {
  task: string;
  repository: StoredRepository;
  /** Failed attempts since the last success. */
  attempts: number;
  /** Unique per claim; results are accepted only while it holds. */
  leaseOwner: string;
}

/** Why the newest attempts failed. */
export interface QueueFailure {
  kind: string;
  message: string;
}

/** Depth and age of a task's queue. */
export interface QueueFigures {
  due: number;
  running: number;
  /** Of the oldest due item; null when nothing is due. */
  oldestDueSeconds: number | null;
  lastSuccessAt: string | null;
}

/**
 * Work per repository and task, shared by all replicas. Whoever claims an item
 * holds a lease on it; when the lease runs out, anybody may claim it again.
 */
export interface QueueStore {
  /**
   * Makes items due no later than `at`, creating those that are missing. An
   * item that is leased at present runs again afterwards.
   */
  enqueue(options: {
    task: string;
    repositoryIds: readonly number[];
    at: Date;
    /** Higher ones first; never lowered by this. Default 0. */
    priority?: number;
  }): Promise<void>;

  /** The repository that is to be worked on next, without claiming it. */
  peek(options: {
    task: string;
    now: Date;
    excludeHosts: readonly string[];
  }): Promise<StoredRepository | undefined>;

  /** Claims up to `limit` due items of one host, most urgent first. */
  claim(options: {
    task: string;
    host: string;
    limit: number;
    leaseOwner: string;
    now: Date;
    leasedUntil: Date;
  }): Promise<QueueItem[]>;

  /** Extends leases that still hold; returns the ids of the repositories that were extended. */
  renew(items: readonly QueueItem[], leasedUntil: Date): Promise<Set<number>>;

  /** Ends a lease after success. False when the lease was no longer ours. */
  complete(
    item: QueueItem,
    result: { now: Date; nextRunAt: Date | null },
  ): Promise<boolean>;

  /** Ends a lease after a failure. False when the lease was no longer ours. */
  fail(
    item: QueueItem,
    result: { now: Date; nextRunAt: Date | null; failure: QueueFailure },
  ): Promise<boolean>;

  /** Gives leases back untouched, at shutdown. */
  release(items: readonly QueueItem[]): Promise<void>;

  /** Makes everything due that fails at present. */
  retryFailing(task: string, now: Date): Promise<void>;

  /**
   * Place of an item, from 1, among those due of repositories that hold a
   * project of a scope; null when it is not due.
   */
  position(
    task: string,
    repositoryId: number,
    now: Date,
    scope: VisibleScope,
  ): Promise<number | null>;

  /** Of all repositories, or of those that hold a project of a scope. */
  figures(task: string, now: Date, scope?: VisibleScope): Promise<QueueFigures>;
}

interface QueueRow {
  repository_id: number;
  task: string;
  host: string;
  next_run_at: string | null;
  requested_at: string | null;
  priority: number;
  leased_until: string | null;
  lease_owner: string | null;
  attempts: number;
  failing_since: string | null;
  failure_kind: string | null;
  failure_message: string | null;
  last_success_at: string | null;
}

const DUE_ORDER = [
  { column: 'queue.priority', order: 'desc' },
  { column: 'queue.next_run_at', order: 'asc' },
  { column: 'queue.repository_id', order: 'asc' },
];

/** The queue in the plugin's database. */
export class DatabaseQueueStore implements QueueStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseQueueStore {
    return new DatabaseQueueStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async enqueue(options: {
    task: string;
    repositoryIds: readonly number[];
    at: Date;
    priority?: number;
  }): Promise<void> {
    const at = toInstant(options.at);
    const priority = options.priority ?? 0;
    for (const ids of chunked(options.repositoryIds, CHUNK)) {
      await this.#knex.transaction(async trx => {
        const repositories = await trx('repositories')
          .whereIn('id', ids)
          .select('id', 'host');
        if (repositories.length === 0) {
          return;
        }
        await trx<QueueRow>('queue')
          .insert(
            repositories.map(({ id, host }) => ({
              repository_id: id,
              task: options.task,
              host,
              next_run_at: at,
              priority,
            })),
          )
          .onConflict(['repository_id', 'task'])
          .ignore();
        await trx<QueueRow>('queue')
          .where('task', options.task)
          .whereIn('repository_id', ids)
          .update({
            next_run_at: trx.raw(
              'case when next_run_at is null or next_run_at > ? then ? else next_run_at end',
              [at, at],
            ),
            requested_at: trx.raw(
              'case when lease_owner is null then null else ? end',
              [at],
            ),
            priority: trx.raw(
              'case when priority < ? then ? else priority end',
              [priority, priority],
            ),
          });
      });
    }
  }

  async peek(options: {
    task: string;
    now: Date;
    excludeHosts: readonly string[];
  }): Promise<StoredRepository | undefined> {
    const row = await this.#due(this.#knex, options.task, options.now)
      .join('repositories', 'repositories.id', 'queue.repository_id')
      .whereNotIn('queue.host', options.excludeHosts)
      .orderBy(DUE_ORDER)
      .first(
        'repositories.id',
        'repositories.url',
        'repositories.host',
        'repositories.full_name',
      );
    return row && toStoredRepository(row);
  }

  async claim(options: {
    task: string;
    host: string;
    limit: number;
    leaseOwner: string;
    now: Date;
    leasedUntil: Date;
  }): Promise<QueueItem[]> {
    return this.#knex.transaction(async trx => {
      const pick = this.#due(trx, options.task, options.now)
        .where('queue.host', options.host)
        .orderBy(DUE_ORDER)
        .limit(options.limit)
        .select('queue.repository_id');
      // SQLite has one writer at a time and no row locks.
      const picked = isPostgres(trx)
        ? await pick.forUpdate().skipLocked()
        : await pick;
      const ids = picked.map(row => row.repository_id);
      if (ids.length === 0) {
        return [];
      }
      await this.#due(trx, options.task, options.now)
        .whereIn('repository_id', ids)
        .update({
          lease_owner: options.leaseOwner,
          leased_until: toInstant(options.leasedUntil),
          requested_at: null,
        });
      const rows = await trx('queue')
        .join('repositories', 'repositories.id', 'queue.repository_id')
        .where('queue.lease_owner', options.leaseOwner)
        .where('queue.task', options.task)
        .orderBy(DUE_ORDER)
        .select(
          'repositories.id',
          'repositories.url',
          'repositories.host',
          'repositories.full_name',
          'queue.attempts',
        );
      return rows.map(row => ({
        task: options.task,
        repository: toStoredRepository(row),
        attempts: row.attempts,
        leaseOwner: options.leaseOwner,
      }));
    });
  }

  async renew(
    items: readonly QueueItem[],
    leasedUntil: Date,
  ): Promise<Set<number>> {
    const renewed = new Set<number>();
    for (const { task, leaseOwner, ids } of groupByLease(items)) {
      const held = () =>
        this.#knex<QueueRow>('queue')
          .where('task', task)
          .where('lease_owner', leaseOwner)
          .whereIn('repository_id', ids);
      await held().update({ leased_until: toInstant(leasedUntil) });
      for (const row of await held().select('repository_id')) {
        renewed.add(row.repository_id);
      }
    }
    return renewed;
  }

  async complete(
    item: QueueItem,
    result: { now: Date; nextRunAt: Date | null },
  ): Promise<boolean> {
    return this.#end(item, result, {
      attempts: 0,
      failing_since: null,
      failure_kind: null,
      failure_message: null,
      last_success_at: toInstant(result.now),
    });
  }

  async fail(
    item: QueueItem,
    result: { now: Date; nextRunAt: Date | null; failure: QueueFailure },
  ): Promise<boolean> {
    return this.#end(item, result, {
      attempts: item.attempts + 1,
      failing_since: this.#knex.raw('coalesce(failing_since, ?)', [
        toInstant(result.now),
      ]),
      failure_kind: result.failure.kind,
      failure_message: result.failure.message,
    });
  }

  async #end(
    item: QueueItem,
    result: { now: Date; nextRunAt: Date | null },
    changes: Record<string, Knex.Value | Knex.Raw>,
  ): Promise<boolean> {
    const updated = await this.#knex('queue')
      .where('task', item.task)
      .where('repository_id', item.repository.id)
      .where('lease_owner', item.leaseOwner)
      .update({
        ...changes,
        next_run_at: this.#knex.raw(
          'coalesce(requested_at, cast(? as varchar(24)))',
          [toInstantOrNull(result.nextRunAt)],
        ),
        priority: this.#knex.raw(
          'case when requested_at is null then 0 else priority end',
        ),
        requested_at: null,
        lease_owner: null,
        leased_until: null,
      });
    return updated > 0;
  }

  async release(items: readonly QueueItem[]): Promise<void> {
    for (const { task, leaseOwner, ids } of groupByLease(items)) {
      await this.#knex<QueueRow>('queue')
        .where('task', task)
        .where('lease_owner', leaseOwner)
        .whereIn('repository_id', ids)
        .update({ lease_owner: null, leased_until: null, requested_at: null });
    }
  }

  async retryFailing(task: string, now: Date): Promise<void> {
    await this.#knex<QueueRow>('queue')
      .where('task', task)
      .whereNotNull('failing_since')
      .whereNull('lease_owner')
      .update({ next_run_at: toInstant(now) });
  }

  async position(
    task: string,
    repositoryId: number,
    now: Date,
    scope: VisibleScope,
  ): Promise<number | null> {
    const row = await this.#knex<QueueRow>('queue')
      .where({ task, repository_id: repositoryId })
      .first();
    const instant = toInstant(now);
    if (!row?.next_run_at || row.next_run_at > instant) {
      return null;
    }
    const { next_run_at: nextRunAt, priority } = row;
    const [{ count }] = await scope
      .restrictRepositories(
        this.#due(this.#knex, task, now),
        'queue.repository_id',
      )
      .where(before =>
        before
          .where('priority', '>', priority)
          .orWhere(same =>
            same
              .where('priority', priority)
              .where(earlier =>
                earlier
                  .where('next_run_at', '<', nextRunAt)
                  .orWhere(tie =>
                    tie
                      .where('next_run_at', nextRunAt)
                      .where('repository_id', '<', repositoryId),
                  ),
              ),
          ),
      )
      .count({ count: '*' });
    return Number(count) + 1;
  }

  async figures(
    task: string,
    now: Date,
    scope: VisibleScope = VisibleScope.everything,
  ): Promise<QueueFigures> {
    const instant = toInstant(now);
    const inScope = <T extends Knex.QueryBuilder>(query: T) =>
      scope.restrictRepositories(query, 'queue.repository_id');
    const [due] = await inScope(this.#due(this.#knex, task, now))
      .count({ count: '*' })
      .min({ oldest: 'next_run_at' });
    const [running] = await inScope(this.#knex('queue'))
      .where('task', task)
      .where('leased_until', '>', instant)
      .count({ count: '*' });
    const [success] = await inScope(this.#knex('queue'))
      .where('task', task)
      .max({ last: 'last_success_at' });
    return {
      due: Number(due.count),
      running: Number(running.count),
      oldestDueSeconds: due.oldest
        ? Math.max(0, (now.getTime() - Date.parse(due.oldest)) / 1000)
        : null,
      lastSuccessAt: success.last ?? null,
    };
  }

  /** Due and not leased, or with a lease that ran out. */
  #due(knex: Knex, task: string, now: Date) {
    const instant = toInstant(now);
    return knex('queue')
      .where('queue.task', task)
      .where('queue.next_run_at', '<=', instant)
      .where(free =>
        free
          .whereNull('queue.leased_until')
          .orWhere('queue.leased_until', '<=', instant),
      );
  }
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Reads a row of `repositories`. */
export function toStoredRepository(row: {
  id: number;
  url: string;
  host: string;
  full_name: string;
}): StoredRepository {
  return {
    id: row.id,
    url: row.url,
    host: row.host,
    fullName: row.full_name,
  };
}

function groupByLease(
  items: readonly QueueItem[],
): Array<{ task: string; leaseOwner: string; ids: number[] }> {
  const groups = new Map<
    string,
    { task: string; leaseOwner: string; ids: number[] }
  >();
  for (const { task, leaseOwner, repository } of items) {
    const group = groups.get(leaseOwner) ?? { task, leaseOwner, ids: [] };
    group.ids.push(repository.id);
    groups.set(leaseOwner, group);
  }
  return [...groups.values()];
}
