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
import knexFactory from 'knex';
import { Worker } from '../evaluation/Worker';
import { DatabaseQueueStore } from '../store/QueueStore';

// A replica in a process of its own that claims work, says so, and never gets
// any further, so that a test can kill it in the middle.

const [connection, leaseMilliseconds] = process.argv.slice(2);

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

Worker.create({
  queue: DatabaseQueueStore.create({
    knex: knexFactory(JSON.parse(connection)),
  }),
  tasks: [
    {
      id: 'facts',
      batchSize: () => 10,
      run: items => {
        process.stdout.write(`claimed ${items.length}\n`);
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => new Promise<never>(() => {}),
          }),
        };
      },
    },
  ],
  logger: silent,
  metrics: { settled: () => {} },
  retryMilliseconds: 60_000,
  leaseMilliseconds: Number(leaseMilliseconds),
  timeoutMilliseconds: 600_000,
  concurrency: 1,
  hostConcurrency: 1,
}).start();
