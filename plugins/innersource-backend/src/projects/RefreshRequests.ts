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
import { stringifyError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import { RefreshTrigger } from '@ispo/backstage-plugin-innersource-node';
import { ProjectStore } from '../store/ProjectStore';
import { QueueStore } from '../store/QueueStore';
import { FACTS_TASK } from '../store/tasks';
import { normalizeRepositoryUrl } from './sourceLocation';

/** Ahead of what merely is due, behind what somebody waits for. */
const EVENT_PRIORITY = 10;

/** Requests are gathered for this time: a push comes with several events. */
const GATHER_MILLISECONDS = 5_000;

/** Addresses gathered at most; a storm of events must not take the memory. */
const MAX_GATHERED = 10_000;

/** Options of {@link RefreshRequests}. */
export interface RefreshRequestsOptions {
  integrations: ScmIntegrationRegistry;
  projects: ProjectStore;
  queue: QueueStore;
  logger: LoggerService;
  /** Called when there is new work. */
  wakeWorker: () => void;
  /** 5 s by default. */
  gatherMilliseconds?: number;
}

/**
 * Puts repositories ahead in the queue in which something happened.
 */
export class RefreshRequests {
  readonly #options: RefreshRequestsOptions;
  readonly #gathered = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  static create(options: RefreshRequestsOptions): RefreshRequests {
    return new RefreshRequests(options);
  }

  private constructor(options: RefreshRequestsOptions) {
    this.#options = options;
  }

  /** Notes addresses inside repositories; they are handled a few seconds later. */
  add(urls: string[]): void {
    for (const url of urls) {
      const location = normalizeRepositoryUrl(url, this.#options.integrations);
      if ('repository' in location && this.#gathered.size < MAX_GATHERED) {
        this.#gathered.add(location.repository.url);
      }
    }
    if (this.#gathered.size > 0) {
      this.#timer ??= setTimeout(
        () => this.#flush(),
        this.#options.gatherMilliseconds ?? GATHER_MILLISECONDS,
      );
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #flush(): Promise<void> {
    const urls = [...this.#gathered];
    this.#gathered.clear();
    this.#timer = undefined;
    const { projects, queue, logger, wakeWorker } = this.#options;
    try {
      const found = await projects.findRepositories(urls);
      if (found.size > 0) {
        await queue.enqueue({
          task: FACTS_TASK,
          repositoryIds: [...found.values()].map(({ id }) => id),
          at: new Date(),
          priority: EVENT_PRIORITY,
        });
        wakeWorker();
      }
    } catch (error) {
      logger.warn(
        `Could not queue ${
          urls.length
        } repositories after events; they are read at their regular time: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

/** Hears of changes through the catalog's service for events of source control. */
export function createCatalogScmEventsTrigger(
  events: CatalogScmEventsService,
): RefreshTrigger {
  return {
    async start(refresh) {
      events.subscribe({
        async onEvents(received) {
          refresh(
            received.flatMap(event =>
              'toUrl' in event ? [event.toUrl] : [event.url],
            ),
          );
        },
      });
    },
  };
}
