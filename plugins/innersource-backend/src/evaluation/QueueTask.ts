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

import { LoggerService } from '@backstage/backend-plugin-api';
import { RepositoryRef } from '@ispo/backstage-plugin-innersource-common';
import { QueueItem } from '../store/QueueStore';

export type { QueueItem, StoredRepository } from '../store/QueueStore';

/**
 * What became of one item.
 */
export type TaskOutcome =
  | {
      item: QueueItem;
      outcome: 'done';
      /** Shown in metrics, e.g. `changed` or `unchanged`. */
      label: string;
    }
  | {
      item: QueueItem;
      outcome: 'failed';
      /** Shown in metrics and kept, e.g. `timeout`; `rejected` is not retried early. */
      kind: string;
      /** What failed and what to do, without secrets. */
      message: string;
      retryAfterSeconds?: number;
    };

/**
 * Conditions a task works under. Leases are renewed while it runs.
 */
export interface TaskContext {
  /** Aborted at shutdown, at the time limit, and when the lease is lost. */
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * A kind of work done per repository. Register tasks in `plugin.ts` in order of
 * urgency: items of a later task are claimed only when no earlier one is due.
 */
export interface QueueTask {
  /** Stable id, kept in the `queue` table; at most 32 characters. */
  readonly id: string;

  /**
   * Milliseconds from a success to the next run, spread out by hash; undefined
   * when it runs only after `QueueStore.enqueue`.
   */
  readonly intervalMilliseconds?: number;

  /** Items of one host to get in one call, given the first of them. */
  batchSize(first: RepositoryRef): number;

  /**
   * Works through the items and yields one outcome for each, in any order, as
   * soon as it is known. Items without an outcome count as failed. A thrown
   * error fails all items that have no outcome yet.
   */
  run(items: QueueItem[], context: TaskContext): AsyncIterable<TaskOutcome>;
}
