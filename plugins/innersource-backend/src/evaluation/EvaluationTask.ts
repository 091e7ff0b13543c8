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

import { EVALUATION_TASK } from '../store/tasks';
import { Evaluator } from './Evaluator';
import { QueueItem, QueueTask, TaskContext, TaskOutcome } from './QueueTask';

/**
 * Evaluates from stored facts, after the catalog's view, the measured facts or
 * the settings changed. Never touches a host.
 */
export class EvaluationTask implements QueueTask {
  readonly id = EVALUATION_TASK;
  readonly #evaluator: Evaluator;

  static create(options: { evaluator: Evaluator }): EvaluationTask {
    return new EvaluationTask(options.evaluator);
  }

  private constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  batchSize(): number {
    return 20;
  }

  async *run(
    items: QueueItem[],
    context: TaskContext,
  ): AsyncIterable<TaskOutcome> {
    for (const item of items) {
      context.signal.throwIfAborted();
      const count = await this.#evaluator.evaluateRepository(
        item.repository,
        new Date(),
      );
      yield {
        item,
        outcome: 'done',
        label: count > 0 ? 'evaluated' : 'no-facts',
      };
    }
  }
}
