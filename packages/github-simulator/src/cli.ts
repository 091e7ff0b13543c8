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

import { parseArgs } from 'node:util';
import { Dataset } from './dataset/model';
import { generateDataset } from './dataset/generate';
import { createDemoDataset } from './demo/demoDataset';
import { createSimulator } from './Simulator';

const USAGE = `Serves a simulated GitHub for development.

  --port <number>          port to listen on (default 8090)
  --latency <milliseconds> makes every API answer slower (default 0)
  --repositories <number>  a generated data set of that size instead of the demo
  --now <date>             day that the data set ends at (default today)
`;

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8090' },
      latency: { type: 'string', default: '0' },
      repositories: { type: 'string' },
      now: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const port = readNumber('port', values.port);
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) {
    throw new Error(`--now must be a date such as 2026-01-31`);
  }
  const dataset: Dataset =
    values.repositories === undefined
      ? createDemoDataset({ now })
      : generateDataset({
          now,
          repositories: readNumber('repositories', values.repositories),
        });
  const simulator = createSimulator({
    dataset,
    port,
    latencyMs: readNumber('latency', values.latency),
  });
  try {
    await simulator.start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} is taken; end the program that listens there, or choose another with --port`,
      );
    }
    throw error;
  }
  process.stdout.write(`Simulated GitHub listens at ${simulator.url}\n`);
  const stop = () => {
    simulator.stop().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`--${name} must be a whole number, not '${text}'`);
  }
  return value;
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
