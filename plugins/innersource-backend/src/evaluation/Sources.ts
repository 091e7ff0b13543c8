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
  HostBudget,
  RepositoryRef,
  SourceHealth,
} from '@ispo/backstage-plugin-innersource-common';
import { RepositorySource } from '@ispo/backstage-plugin-innersource-node';
import { stringifyError } from '@backstage/errors';

/** How long an answer about the sources' health is good for. */
const HEALTH_MILLISECONDS = 30_000;

/**
 * The registered sources, in the order in which they are asked.
 */
export class Sources {
  readonly #sources: RepositorySource[];
  #health: { expires: number; result: Promise<SourceHealth[]> } | undefined;

  /**
   * @throws Error when two sources have the same id.
   */
  static create(options: { sources: RepositorySource[] }): Sources {
    const ids = new Set<string>();
    for (const { id } of options.sources) {
      if (ids.has(id)) {
        throw new Error(
          `Two InnerSource repository sources have the id '${id}'; remove one of the backend modules that add them`,
        );
      }
      ids.add(id);
    }
    return new Sources(options.sources);
  }

  private constructor(sources: RepositorySource[]) {
    this.#sources = sources;
  }

  /** The source that reads a repository, if there is one. */
  find(repository: RepositoryRef): RepositorySource | undefined {
    return this.#sources.find(source => source.claims(repository));
  }

  /** Lets sources free what they keep of repositories that have no project any more. */
  async forget(repositories: readonly RepositoryRef[]): Promise<void> {
    for (const repository of repositories) {
      await this.find(repository)?.forget?.(repository);
    }
  }

  /** Looked at anew every half minute at most, however many ask. */
  async health(): Promise<SourceHealth[]> {
    const now = Date.now();
    if (!this.#health || this.#health.expires <= now) {
      this.#health = {
        expires: now + HEALTH_MILLISECONDS,
        result: Promise.all(this.#sources.map(healthOf)),
      };
    }
    return this.#health.result;
  }

  budgets(): HostBudget[] {
    return this.#sources.flatMap(source => source.budgets?.() ?? []);
  }
}

async function healthOf(source: RepositorySource): Promise<SourceHealth> {
  try {
    return (await source.health?.()) ?? { source: source.id, healthy: true };
  } catch (error) {
    return {
      source: source.id,
      healthy: false,
      message: `Its health check failed: ${stringifyError(error)}`,
    };
  }
}
