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

import { ConfigReader } from '@backstage/config';
import { readInnerSourceConfig } from './config';

const read = (innersource?: object) =>
  readInnerSourceConfig(
    new ConfigReader(innersource === undefined ? {} : { innersource }),
  );

describe('readInnerSourceConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      catalog: {
        filter: [{ kind: ['Component'] }],
        syncMilliseconds: 60_000,
      },
      evaluation: {
        intervalMilliseconds: 12 * 3600_000,
        retryMilliseconds: 60_000,
        leaseMilliseconds: 120_000,
        timeoutMilliseconds: 1_800_000,
        concurrency: 4,
        hostConcurrency: 2,
      },
      history: { retentionDays: 730 },
      membership: {
        topics: ['innersource'],
        annotation: undefined,
        declaredLevel: true,
        readiness: undefined,
      },
    });
  });

  it('takes what is given', () => {
    expect(
      read({
        catalog: {
          filter: { kind: 'API', 'spec.lifecycle': ['production'] },
          syncInterval: '5m',
        },
        evaluation: { interval: { hours: 1 }, hostConcurrency: 8 },
        membership: { topics: ['Open'], readiness: 60, declaredLevel: false },
      }),
    ).toMatchObject({
      catalog: {
        filter: [{ kind: ['API'], 'spec.lifecycle': ['production'] }],
        syncMilliseconds: 300_000,
      },
      evaluation: { intervalMilliseconds: 3600_000, hostConcurrency: 8 },
      membership: { topics: ['open'], readiness: 60, declaredLevel: false },
    });
  });

  it.each([
    [{ catalog: { filter: [] } }, 'innersource.catalog.filter'],
    [{ catalog: { filter: ['x'] } }, 'innersource.catalog.filter[0]'],
    [{ catalog: { filter: {} } }, 'innersource.catalog.filter'],
    [
      { catalog: { filter: [{ kind: 1 }] } },
      'innersource.catalog.filter[0].kind',
    ],
    [{ catalog: { syncInterval: '1s' } }, 'innersource.catalog.syncInterval'],
    [{ catalog: { syncInterval: 'soon' } }, 'innersource.catalog.syncInterval'],
    [
      { evaluation: { interval: { years: 'x' } } },
      'innersource.evaluation.interval',
    ],
    [
      { evaluation: { concurrency: 1.5 } },
      'innersource.evaluation.concurrency',
    ],
    [
      { evaluation: { concurrency: 'x' } },
      'innersource.evaluation.concurrency',
    ],
    [
      { evaluation: { hostConcurrency: 65 } },
      'innersource.evaluation.hostConcurrency',
    ],
    [{ history: { retentionDays: 0 } }, 'innersource.history.retentionDays'],
    [{ membership: { readiness: 101 } }, 'innersource.membership.readiness'],
    [{ membership: { topics: 'x' } }, 'innersource.membership.topics'],
  ])('names the key that is wrong in %j', (innersource, key) => {
    expect(() => read(innersource)).toThrow(key);
  });
});
