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

import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { QueueStore } from '../store/QueueStore';
import { EvaluationMetrics } from './EvaluationMetrics';

describe('EvaluationMetrics', () => {
  it('counts outcomes and shows depth, age and last success of each queue', async () => {
    const figures: QueueStore['figures'] = async task => ({
      due: task === 'facts' ? 7 : 0,
      running: 1,
      oldestDueSeconds: task === 'facts' ? 90 : null,
      lastSuccessAt: task === 'facts' ? '2026-11-01T00:00:00.000Z' : null,
    });
    const add = jest.fn();
    const record = jest.fn();
    const gauges = new Map<
      string,
      (result: { observe: jest.Mock }) => Promise<void>
    >();
    const metrics = metricsServiceMock.mock({
      createCounter: () => ({ add }),
      createHistogram: () => ({ record }),
      createObservableGauge: name => ({
        addCallback: callback => {
          gauges.set(name, async result => callback(result));
        },
        removeCallback: () => {},
      }),
    });
    const evaluationMetrics = EvaluationMetrics.create({
      metrics,
      queue: { figures },
      tasks: ['facts', 'evaluation'],
    });
    evaluationMetrics.settled({
      task: 'facts',
      outcome: 'failed',
      label: 'timeout',
      seconds: 3,
    });
    expect(add).toHaveBeenCalledWith(1, {
      task: 'facts',
      outcome: 'failed',
      label: 'timeout',
    });
    expect(record).toHaveBeenCalledWith(3, {
      task: 'facts',
      outcome: 'failed',
    });

    const observed: Record<string, unknown[]> = {};
    for (const [name, callback] of gauges) {
      const observe = jest.fn();
      await callback({ observe });
      observed[name] = observe.mock.calls;
    }
    expect(observed).toEqual({
      'innersource.queue.depth': [
        [7, { task: 'facts' }],
        [0, { task: 'evaluation' }],
      ],
      'innersource.queue.age': [
        [90, { task: 'facts' }],
        [0, { task: 'evaluation' }],
      ],
      'innersource.last_success': [[1793491200, { task: 'facts' }]],
    });
  });

  it('does not let a database that is away break the collection of metrics', async () => {
    let callback: (result: { observe: jest.Mock }) => unknown = () => {};
    EvaluationMetrics.create({
      metrics: metricsServiceMock.mock({
        createObservableGauge: () => ({
          addCallback: added => {
            callback = added;
          },
          removeCallback: () => {},
        }),
      }),
      queue: {
        figures: async () => {
          throw new Error('Connection terminated unexpectedly');
        },
      },
      tasks: ['facts'],
    });
    const observe = jest.fn();
    await callback({ observe });
    expect(observe).not.toHaveBeenCalled();
  });
});
