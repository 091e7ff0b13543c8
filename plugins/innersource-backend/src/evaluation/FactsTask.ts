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

import { createHash } from 'node:crypto';
import { stringifyError } from '@backstage/errors';
import {
  DocumentSelector,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ReadFactsRequest,
  ReadFactsResult,
  RepositorySource,
} from '@ispo/backstage-plugin-innersource-node';
import { FactsStore, ReadingState } from '../store/FactsStore';
import { ProjectStore } from '../store/ProjectStore';
import { FACTS_TASK } from '../store/tasks';
import { Evaluator } from './Evaluator';
import { QueueItem, QueueTask, TaskContext, TaskOutcome } from './QueueTask';
import { Sources } from './Sources';

/** Options of {@link FactsTask}. */
export interface FactsTaskOptions {
  sources: Sources;
  documents: DocumentSelector;
  intervalMilliseconds: number;
  projects: ProjectStore;
  facts: FactsStore;
  evaluator: Evaluator;
  /** Called after each successful reading, e.g. to queue what comes after it. */
  onRead?: (repositoryId: number) => Promise<void>;
}

/**
 * Reads facts of repositories and evaluates their projects. A repository is
 * read once for all its projects; an unchanged one is evaluated from stored
 * facts, since time, settings and catalog may have moved on.
 */
export class FactsTask implements QueueTask {
  readonly id = FACTS_TASK;
  readonly intervalMilliseconds: number;
  readonly #options: FactsTaskOptions;

  static create(options: FactsTaskOptions): FactsTask {
    return new FactsTask(options);
  }

  private constructor(options: FactsTaskOptions) {
    this.#options = options;
    this.intervalMilliseconds = options.intervalMilliseconds;
  }

  batchSize(first: RepositoryRef): number {
    return this.#options.sources.find(first)?.batchSize ?? 1;
  }

  async *run(
    items: QueueItem[],
    context: TaskContext,
  ): AsyncIterable<TaskOutcome> {
    const bySource = new Map<RepositorySource, QueueItem[]>();
    for (const item of items) {
      const source = this.#options.sources.find(item.repository);
      if (source) {
        bySource.set(source, [...(bySource.get(source) ?? []), item]);
      } else {
        yield {
          item,
          outcome: 'failed',
          kind: 'rejected',
          message:
            'No source reads repositories of this kind. Add a backend module that does, or correct the source location of the entity.',
        };
      }
    }
    for (const [source, batch] of bySource) {
      yield* this.#read(source, batch, context);
    }
  }

  async *#read(
    source: RepositorySource,
    items: QueueItem[],
    context: TaskContext,
  ): AsyncIterable<TaskOutcome> {
    const ids = items.map(item => item.repository.id);
    const projects = await this.#options.projects.getByRepositories(ids);
    const states = await this.#options.facts.getReadingStates(ids);
    const byUrl = new Map<string, { item: QueueItem; requestHash: string }>();
    const requests: ReadFactsRequest[] = [];
    for (const item of items) {
      const { url, host, fullName, id } = item.repository;
      const paths = [
        ...new Set([
          '',
          ...(projects.get(id) ?? []).map(project => project.path),
        ]),
      ].sort();
      const requestHash = hashOf(paths, this.#options.documents);
      byUrl.set(url, { item, requestHash });
      requests.push({
        repository: { url, host, fullName },
        paths,
        documents: this.#options.documents,
        token: usableToken(states.get(id), source, requestHash),
      });
    }
    for await (const result of source.readFacts(requests, context)) {
      const entry = byUrl.get(result.repository.url);
      if (entry) {
        byUrl.delete(result.repository.url);
        yield await this.#store(source, entry, result, context);
      }
    }
  }

  async #store(
    source: RepositorySource,
    { item, requestHash }: { item: QueueItem; requestHash: string },
    result: ReadFactsResult,
    context: TaskContext,
  ): Promise<TaskOutcome> {
    if (result.outcome === 'failed') {
      return {
        item,
        outcome: 'failed',
        kind: result.kind,
        message: result.message,
        retryAfterSeconds: result.retryAfterSeconds,
      };
    }
    const { facts, evaluator, onRead } = this.#options;
    const now = new Date();
    const { id } = item.repository;
    try {
      if (result.outcome === 'changed') {
        await facts.saveFacts(
          id,
          result.facts,
          { source: source.id, token: result.token, requestHash },
          now,
        );
        await evaluator.evaluateRepository(item.repository, now, result.facts);
      } else {
        await facts.touch(id, result.token, now);
        await evaluator.evaluateRepository(item.repository, now);
      }
      await onRead?.(id);
    } catch (error) {
      // One repository's trouble must not fail the rest of its batch.
      context.logger.warn(
        `Could not evaluate ${item.repository.url}: ${stringifyError(error)}`,
      );
      return {
        item,
        outcome: 'failed',
        kind: 'internal',
        message:
          'The evaluation failed inside the plugin; the log of the backend says why.',
      };
    }
    return { item, outcome: 'done', label: result.outcome };
  }
}

/** A token counts only for the same question to the same source. */
function usableToken(
  state: ReadingState | undefined,
  source: RepositorySource,
  requestHash: string,
): string | undefined {
  return state?.source === source.id && state.requestHash === requestHash
    ? state.token
    : undefined;
}

function hashOf(paths: string[], documents: DocumentSelector): string {
  return createHash('sha256')
    .update(JSON.stringify([paths, documents]))
    .digest('hex');
}
