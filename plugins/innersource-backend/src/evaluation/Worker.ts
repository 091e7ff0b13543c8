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

import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { QueueStore } from '../store/QueueStore';
import { QueueItem, QueueTask, TaskOutcome } from './QueueTask';
import { nextRegularRun, nextRetry } from './schedule';

/** Pause when nothing is due. */
const IDLE_MILLISECONDS = 2_000;

/** Longest pause while the database does not answer. */
const LONGEST_OUTAGE_PAUSE_MILLISECONDS = 30_000;

/** Longest message of a failure that is kept. */
const MAX_MESSAGE_LENGTH = 2_000;

/** Where a worker counts what it did. */
export interface WorkerMetrics {
  settled(event: {
    task: string;
    outcome: 'done' | 'failed';
    label: string;
    seconds: number;
  }): void;
}

/** Options of {@link Worker}. */
export interface WorkerOptions {
  queue: QueueStore;
  /** Most urgent first. */
  tasks: QueueTask[];
  logger: LoggerService;
  metrics: WorkerMetrics;
  /** Time until the next attempt after a first failure. */
  retryMilliseconds: number;
  leaseMilliseconds: number;
  /** After this time a running batch is aborted and counts as failed. */
  timeoutMilliseconds: number;
  /** Batches at the same time in this process. */
  concurrency: number;
  /** Batches at the same time per host in this process. */
  hostConcurrency: number;
  /** Pause when nothing is due; 2 s by default. */
  idleMilliseconds?: number;
}

/**
 * Works through the queue. Every replica runs one; leases keep them apart.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #stop = new AbortController();
  readonly #running = new Map<Promise<void>, string>();
  #loop: Promise<void> | undefined;
  #wake: () => void = () => {};
  #woken = false;

  static create(options: WorkerOptions): Worker {
    return new Worker(options);
  }

  private constructor(options: WorkerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Looks for due work at once instead of at the next pass. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Aborts what runs, gives its leases back and waits until all has ended. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#loop;
    await Promise.all(this.#running.keys());
  }

  async #run(): Promise<void> {
    let outages = 0;
    while (!this.#stop.signal.aborted) {
      let pause = this.#options.idleMilliseconds ?? IDLE_MILLISECONDS;
      try {
        this.#woken = false;
        while (await this.#startBatch()) {
          outages = 0;
        }
        if (outages > 0) {
          this.#options.logger.info('The database answers again');
          outages = 0;
        }
      } catch (error) {
        outages += 1;
        pause = Math.min(
          1_000 * 2 ** Math.min(outages, 10),
          LONGEST_OUTAGE_PAUSE_MILLISECONDS,
        );
        this.#options.logger.warn(
          `Could not look for due work, trying again in ${
            pause / 1000
          } s: ${stringifyError(error)}`,
        );
      }
      await this.#pause(pause);
    }
  }

  /** Waits until it is woken, a batch ends, or the time is up. */
  async #pause(milliseconds: number): Promise<void> {
    if (this.#woken || this.#stop.signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }

  /** Starts one batch if there is room and work; says whether it did. */
  async #startBatch(): Promise<boolean> {
    const { queue, tasks, concurrency, hostConcurrency, leaseMilliseconds } =
      this.#options;
    if (this.#stop.signal.aborted || this.#running.size >= concurrency) {
      return false;
    }
    const perHost = new Map<string, number>();
    for (const host of this.#running.values()) {
      perHost.set(host, (perHost.get(host) ?? 0) + 1);
    }
    const excludeHosts = [...perHost]
      .filter(([, count]) => count >= hostConcurrency)
      .map(([host]) => host);
    for (const task of tasks) {
      const now = new Date();
      const first = await queue.peek({ task: task.id, now, excludeHosts });
      if (first) {
        const items = await queue.claim({
          task: task.id,
          host: first.host,
          limit: Math.max(1, task.batchSize(first)),
          leaseOwner: randomUUID(),
          now,
          leasedUntil: new Date(now.getTime() + leaseMilliseconds),
        });
        if (items.length > 0) {
          const batch = this.#runBatch(task, items).finally(() => {
            this.#running.delete(batch);
            this.wake();
          });
          this.#running.set(batch, first.host);
        }
        // Somebody else may have been quicker; then there may be other work.
        return true;
      }
    }
    return false;
  }

  async #runBatch(task: QueueTask, items: QueueItem[]): Promise<void> {
    const { logger, leaseMilliseconds, timeoutMilliseconds } = this.#options;
    const open = new Map(items.map(item => [item.repository.id, item]));
    const started = Date.now();
    const lost = new AbortController();
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    const signal = AbortSignal.any([this.#stop.signal, lost.signal, timeout]);
    const renewal = setInterval(
      () => this.#renew(open, lost),
      leaseMilliseconds / 3,
    );
    try {
      for await (const outcome of task.run(items, { signal, logger })) {
        const item = open.get(outcome.item.repository.id);
        if (item) {
          await this.#settle(task, outcome, started);
          open.delete(item.repository.id);
        }
      }
      for (const item of [...open.values()]) {
        await this.#settle(
          task,
          {
            item,
            outcome: 'failed',
            kind: 'unavailable',
            message: 'The source gave no answer for this repository.',
          },
          started,
        );
        open.delete(item.repository.id);
      }
    } catch (error) {
      await this.#settleThrown(task, [...open.values()], {
        error,
        started,
        lost: lost.signal.aborted,
        timedOut: timeout.aborted,
      });
    } finally {
      clearInterval(renewal);
    }
  }

  async #settleThrown(
    task: QueueTask,
    items: QueueItem[],
    cause: {
      error: unknown;
      started: number;
      lost: boolean;
      timedOut: boolean;
    },
  ): Promise<void> {
    const { queue, logger } = this.#options;
    try {
      if (this.#stop.signal.aborted) {
        await queue.release(items);
        return;
      }
      if (cause.lost) {
        logger.warn(
          `Lost the lease on ${items.length} repositories; another replica takes over`,
        );
        return;
      }
      if (!cause.timedOut) {
        logger.warn(
          `Task ${task.id} ended early for ${
            items.length
          } repositories: ${stringifyError(cause.error)}`,
        );
      }
      for (const item of items) {
        await this.#settle(
          task,
          {
            item,
            outcome: 'failed',
            kind: cause.timedOut ? 'timeout' : 'internal',
            message: cause.timedOut
              ? `Reading took longer than ${
                  this.#options.timeoutMilliseconds / 1000
                } s. Raise innersource.evaluation.timeout if the repository is that large.`
              : 'The evaluation failed inside the plugin; the log of the backend says why.',
          },
          cause.started,
        );
      }
    } catch (error) {
      // The database is gone; the leases run out and somebody takes over.
      logger.warn(
        `Could not note the end of task ${task.id} for ${
          items.length
        } repositories; it is repeated when their leases run out: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #settle(
    task: QueueTask,
    outcome: TaskOutcome,
    started: number,
  ): Promise<void> {
    const { queue, logger, metrics } = this.#options;
    const { item } = outcome;
    if (outcome.outcome === 'failed' && this.#stop.signal.aborted) {
      // Cut off by the shutdown, which says nothing about the repository.
      await queue.release([item]);
      return;
    }
    const now = new Date();
    const label = outcome.outcome === 'done' ? outcome.label : outcome.kind;
    metrics.settled({
      task: task.id,
      outcome: outcome.outcome,
      label,
      seconds: (now.getTime() - started) / 1000,
    });
    if (outcome.outcome === 'done') {
      await queue.complete(item, {
        now,
        nextRunAt:
          task.intervalMilliseconds === undefined
            ? null
            : nextRegularRun(
                item.repository.url,
                now,
                task.intervalMilliseconds,
              ),
      });
      return;
    }
    const message = outcome.message.slice(0, MAX_MESSAGE_LENGTH);
    logger.info(
      `Task ${task.id} failed for ${item.repository.url} (${outcome.kind}): ${message}`,
    );
    await queue.fail(item, {
      now,
      nextRunAt:
        outcome.kind === 'rejected' && task.intervalMilliseconds !== undefined
          ? nextRegularRun(item.repository.url, now, task.intervalMilliseconds)
          : nextRetry({
              attempts: item.attempts + 1,
              firstMilliseconds: this.#options.retryMilliseconds,
              now,
              random: Math.random(),
              retryAfterSeconds: outcome.retryAfterSeconds,
            }),
      failure: { kind: outcome.kind, message },
    });
  }

  async #renew(
    open: ReadonlyMap<number, QueueItem>,
    lost: AbortController,
  ): Promise<void> {
    const { queue, logger, leaseMilliseconds } = this.#options;
    const items = [...open.values()];
    try {
      const renewed = await queue.renew(
        items,
        new Date(Date.now() + leaseMilliseconds),
      );
      const gone = items.filter(
        item =>
          open.has(item.repository.id) && !renewed.has(item.repository.id),
      );
      if (gone.length > 0 && gone.length === open.size) {
        lost.abort();
      }
    } catch (error) {
      logger.warn(`Could not renew leases: ${stringifyError(error)}`);
    }
  }
}
