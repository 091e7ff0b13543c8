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

import { stringifyError } from '@backstage/errors';
import {
  CatalogFacts,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import { SourceError } from '@ispo/backstage-plugin-innersource-node';
import {
  QueueItem,
  QueueTask,
  TaskContext,
  TaskOutcome,
} from '../evaluation/QueueTask';
import { Sources } from '../evaluation/Sources';
import { ProjectStore } from '../store/ProjectStore';
import { CONTRIBUTIONS_TASK } from '../store/tasks';
import { CatalogOrganisation } from './CatalogOrganisation';
import { ContributionIngest } from './ContributionIngest';

/** Options of {@link ContributionsTask}. */
export interface ContributionsTaskOptions {
  sources: Sources;
  projects: ProjectStore;
  organisation: CatalogOrganisation;
  ingest: ContributionIngest;
  /** Called after a reading that brought something, e.g. to evaluate anew. */
  onRead?: (repositoryId: number) => Promise<void>;
}

/**
 * Reads new contributions of repositories. Runs after facts were read, never by
 * itself.
 */
export class ContributionsTask implements QueueTask {
  readonly id = CONTRIBUTIONS_TASK;
  readonly #options: ContributionsTaskOptions;

  static create(options: ContributionsTaskOptions): ContributionsTask {
    return new ContributionsTask(options);
  }

  private constructor(options: ContributionsTaskOptions) {
    this.#options = options;
  }

  batchSize(_first: RepositoryRef): number {
    return 1;
  }

  async *run(
    items: QueueItem[],
    context: TaskContext,
  ): AsyncIterable<TaskOutcome> {
    for (const item of items) {
      context.signal.throwIfAborted();
      yield await this.#read(item, context);
    }
  }

  async #read(item: QueueItem, context: TaskContext): Promise<TaskOutcome> {
    const { sources, projects, organisation, ingest, onRead } = this.#options;
    const { signal, logger } = context;
    const { repository } = item;
    const source = sources.find(repository);
    if (!source?.readContributions) {
      return { item, outcome: 'done', label: 'none' };
    }
    try {
      const graph = await organisation.settledGraph(signal);
      const inRepository =
        (await projects.getByRepositories([repository.id])).get(
          repository.id,
        ) ?? [];
      const { contributions, first } = await ingest.ingest({
        repository,
        source,
        projects: inRepository.map(({ entityRef, path, catalog }) => ({
          entityRef,
          path,
          owner: owningTeam(catalog),
        })),
        graph,
        now: new Date(),
        signal,
        logger,
      });
      if (contributions > 0 || first) {
        await onRead?.(repository.id);
      }
      return {
        item,
        outcome: 'done',
        label: contributions > 0 ? 'changed' : 'unchanged',
      };
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      if (error instanceof SourceError) {
        return {
          item,
          outcome: 'failed',
          kind: error.kind,
          message: error.message,
          retryAfterSeconds: error.retryAfterSeconds,
        };
      }
      logger.warn(
        `Could not read contributions of ${repository.url}: ${stringifyError(
          error,
        )}`,
      );
      return {
        item,
        outcome: 'failed',
        kind: 'internal',
        message:
          'Reading contributions failed inside the plugin; the log of the backend says why.',
      };
    }
  }
}

/** The owner for contribution metrics: the annotation's, else the catalog's. */
export function owningTeam(catalog: CatalogFacts): string | null {
  if (catalog.owningTeamAnnotation) {
    return catalog.owningTeamAnnotation;
  }
  return catalog.owner.known ? catalog.owner.value?.entityRef ?? null : null;
}
