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
  MetricsService,
  MetricsServiceObservableGauge,
} from '@backstage/backend-plugin-api/alpha';
import { QueueFigures, QueueStore } from '../store/QueueStore';
import { WorkerMetrics } from './Worker';

/**
 * What operators see of evaluations, through Backstage's metrics service.
 */
export class EvaluationMetrics implements WorkerMetrics {
  readonly #settled;
  readonly #duration;

  static create(options: {
    metrics: MetricsService;
    queue: Pick<QueueStore, 'figures'>;
    tasks: string[];
  }): EvaluationMetrics {
    return new EvaluationMetrics(options);
  }

  private constructor(options: {
    metrics: MetricsService;
    queue: Pick<QueueStore, 'figures'>;
    tasks: string[];
  }) {
    const { metrics, queue, tasks } = options;
    this.#settled = metrics.createCounter('innersource.evaluations', {
      description: 'Repositories worked on, by task and outcome',
    });
    this.#duration = metrics.createHistogram(
      'innersource.evaluation.duration',
      {
        description: 'Time from claim to outcome of a repository',
        unit: 's',
      },
    );
    const depth = metrics.createObservableGauge('innersource.queue.depth', {
      description: 'Repositories that are due, by task',
    });
    const age = metrics.createObservableGauge('innersource.queue.age', {
      description: 'Time for which the oldest due repository has waited',
      unit: 's',
    });
    const success = metrics.createObservableGauge('innersource.last_success', {
      description: 'Unix time of the last success, by task',
      unit: 's',
    });
    const observe = (
      gauge: MetricsServiceObservableGauge,
      pick: (figures: QueueFigures) => number | null,
    ) =>
      gauge.addCallback(async result => {
        for (const task of tasks) {
          // Without the database there is nothing to show, and no harm in that.
          const figures = await queue
            .figures(task, new Date())
            .catch(() => undefined);
          const value = figures ? pick(figures) : null;
          if (value !== null) {
            result.observe(value, { task });
          }
        }
      });
    observe(depth, figures => figures.due);
    observe(age, figures => figures.oldestDueSeconds ?? 0);
    observe(success, ({ lastSuccessAt }) =>
      lastSuccessAt === null ? null : Date.parse(lastSuccessAt) / 1000,
    );
  }

  settled(event: {
    task: string;
    outcome: 'done' | 'failed';
    label: string;
    seconds: number;
  }): void {
    const { task, outcome, label } = event;
    this.#settled.add(1, { task, outcome, label });
    this.#duration.record(event.seconds, { task, outcome });
  }
}
