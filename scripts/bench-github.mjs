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

// Measures how economically facts of many GitHub repositories are read, against
// the simulator in a process of its own:
//   yarn bench:github [--repositories 1000] [--latency 50] [--concurrency 4]
//   yarn bench:github --repositories 5000 --contributions --latency 0
// Fails when it takes more requests, time or memory than it may; without
// latency, time is not looked at. With --contributions, two years of
// contributions are read as well.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inSupportedNode } from './lib/node.mjs';
import { root } from './lib/repository.mjs';
import { main, Problem, say } from './lib/say.mjs';

const BATCHES_AT_ONCE = 4;
/** Requests for a thousand repositories. */
const MAX_FIRST = 150;
const MAX_SECOND = 25;
/** Resident memory of the reader, however many repositories there are. */
const MAX_MEGABYTES = 640;
const ATTEMPTS = 3;
const HISTORY_DAYS = 730;
const HOURLY_LIMIT = 1_000_000;

const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '1000' },
    latency: { type: 'string', default: '50' },
    concurrency: { type: 'string', default: '4' },
    contributions: { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
  },
});
const repositories = Number(values.repositories);
const latencyMs = Number(values.latency);
const concurrency = Number(values.concurrency);

const require = createRequire(path.join(root, 'package.json'));

/** Loads a source file of the workspace. */
function load(file) {
  require('@backstage/cli/config/nodeTransform.cjs');
  return require(path.join(root, file));
}

/** The simulator, told over the channel to the parent process what to do. */
async function serve() {
  const { generateDataset, Simulator } = load(
    'packages/github-simulator/src/index.ts',
  );
  const dataset = generateDataset({
    repositories,
    now: new Date(),
    cachedRepositories: repositories,
  });
  // Making up contents is not what is measured.
  dataset.repositories.forEach(repository => dataset.contentOf(repository));
  const simulator = await Simulator.create({
    dataset,
    latencyMs,
    // Thousands of repositories take more than an hour's budget, which the
    // reader would spread over hours.
    hourlyLimit: HOURLY_LIMIT,
  }).start();
  process.on('message', message => {
    if (message === 'reset') {
      simulator.reset();
    }
    const { user, system } = process.cpuUsage();
    process.send({
      bench: { ...simulator.stats(), cpuSeconds: (user + system) / 1e6 },
    });
  });
  process.send({
    bench: {
      url: simulator.url,
      names: dataset.repositories.map(({ owner, name }) => `${owner}/${name}`),
    },
  });
  await once(process, 'disconnect');
}

async function startSimulator() {
  const child = fork(
    fileURLToPath(import.meta.url),
    [...process.argv.slice(2), '--serve'],
    // GraphQL checks its own types at every step otherwise.
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  const failed = once(child, 'exit').then(([code]) => {
    throw new Problem(`The simulator ended with ${code}.`);
  });
  failed.catch(() => {});
  const receive = async () => {
    for (;;) {
      const [message] = await Promise.race([once(child, 'message'), failed]);
      // The loader of source files talks over the channel too.
      if (message?.bench) {
        return message.bench;
      }
    }
  };
  const { url, names } = await receive();
  return {
    url,
    names,
    ask: async message => {
      child.send(message);
      return receive();
    },
    stop: () => child.disconnect(),
  };
}

function createSource(url) {
  const { ConfigReader } = require('@backstage/config');
  const { ScmIntegrations } = require('@backstage/integration');
  const directory = 'plugins/innersource-backend-module-github/src';
  const { readGithubSourceConfig } = load(`${directory}/config.ts`);
  const { GithubRepositorySource } = load(
    `${directory}/GithubRepositorySource.ts`,
  );
  const config = new ConfigReader({
    integrations: {
      github: [{ host: 'github.test', apiBaseUrl: url, token: 'demo' }],
    },
    innersource: { github: { concurrency } },
  });
  return GithubRepositorySource.create({
    integrations: ScmIntegrations.fromConfig(config),
    config: readGithubSourceConfig(config),
    logger: console,
  });
}

/** Reads all repositories like the backend's worker, some batches at a time. */
async function readAll(source, requests) {
  const batches = [];
  for (let start = 0; start < requests.length; start += source.batchSize) {
    batches.push(requests.slice(start, start + source.batchSize));
  }
  const results = [];
  // Facts are dropped at once, as the backend drops them once they are stored.
  const memory = { early: 0, late: 0 };
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      for await (const { repository, outcome, token } of source.readFacts(
        batch,
        { signal: new AbortController().signal, logger: console },
      )) {
        results.push({ repository, outcome, token });
      }
      const half =
        results.length * 2 < requests.length && batches.length > 0
          ? 'early'
          : 'late';
      memory[half] = Math.max(memory[half], process.memoryUsage.rss());
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
  return { results, memory };
}

/** Repeats what took too long: the machine may have been busy with other things. */
async function measure(title, outcome, maxRequests, options) {
  let figures;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    figures = await measureOnce(title, outcome, maxRequests, options);
    if (figures.inTime || !figures.economical) {
      break;
    }
  }
  return figures;
}

async function measureOnce(title, outcome, maxRequests, options) {
  const { simulator, source, requests } = options;
  const before = await simulator.ask('reset');
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { results, memory } = await readAll(source, requests);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const stats = await simulator.ask('stats');
  const allowed = Math.ceil((maxRequests * repositories) / 1000);
  const slowest =
    latencyMs > 0
      ? (2 * stats.requests * latencyMs) / concurrency / 1000
      : Infinity;
  const as = results.filter(result => result.outcome === outcome).length;
  const computed = [
    stats.cpuSeconds - before.cpuSeconds,
    (user + system) / 1e6,
  ].map(one => one.toFixed(2));
  say(
    `${title}: ${as} of ${repositories} ${outcome} in ${stats.requests} requests (at most ${allowed}) and ${stats.graphqlPoints} points`,
  );
  say(
    `  ${seconds.toFixed(2)} s${
      latencyMs > 0 ? ` (at most ${slowest.toFixed(2)} s)` : ''
    }, in which the simulator computed ${computed[0]} s and the reader ${
      computed[1]
    } s`,
  );
  return {
    results,
    inMemory: fits(memory),
    economical: as === repositories && stats.requests <= allowed,
    inTime: seconds <= slowest,
  };
}

/** Reads all contributions, as many repositories at a time as there are requests. */
async function readContributions({ simulator, source, requests }) {
  await simulator.ask('reset');
  const since = new Date(Date.now() - HISTORY_DAYS * 86_400_000).toISOString();
  const open = requests.map(({ repository }) => repository);
  const half = open.length / 2;
  const memory = { early: 0, late: 0 };
  const started = performance.now();
  let contributions = 0;
  const work = async () => {
    for (let one = open.pop(); one; one = open.pop()) {
      for await (const page of source.readContributions(
        {
          repository: one,
          paths: [''],
          since,
          isBot: ({ accountType }) => accountType === 'bot',
        },
        { signal: new AbortController().signal, logger: console },
      )) {
        contributions += page.contributions.length;
      }
      const now = open.length > half ? 'early' : 'late';
      memory[now] = Math.max(memory[now], process.memoryUsage.rss());
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - started) / 1000;
  const stats = await simulator.ask('stats');
  say(
    `Contributions of ${HISTORY_DAYS} days: ${contributions} in ${
      stats.requests
    } requests, ${stats.graphqlPoints} points and ${seconds.toFixed(0)} s`,
  );
  return { inMemory: fits(memory) };
}

function fits(memory) {
  const [early, late] = [memory.early, memory.late].map(bytes =>
    Math.round(bytes / 1024 / 1024),
  );
  say(
    `  resident memory of the reader at most ${early} MB in the first half, ${late} MB in the second (at most ${MAX_MEGABYTES} MB)`,
  );
  return Math.max(early, late) <= MAX_MEGABYTES;
}

async function bench() {
  const { builtInChecks, createDocumentSelector } = load(
    'plugins/innersource-common/src/index.ts',
  );
  const simulator = await startSimulator();
  try {
    const source = createSource(simulator.url);
    const documents = createDocumentSelector(builtInChecks);
    const requests = simulator.names.map(fullName => ({
      repository: {
        url: `https://github.test/${fullName}`,
        host: 'github.test',
        fullName,
      },
      paths: [''],
      documents,
    }));
    const first = await measure('First reading', 'changed', MAX_FIRST, {
      simulator,
      source,
      requests,
    });
    const tokens = new Map(
      first.results.map(({ repository, token }) => [repository.url, token]),
    );
    const second = await measure('Nothing changed', 'unchanged', MAX_SECOND, {
      simulator,
      source,
      requests: requests.map(request => ({
        ...request,
        token: tokens.get(request.repository.url),
      })),
    });
    const economical = [first, second].every(
      one => one.economical && one.inTime && one.inMemory,
    );
    const contributions = values.contributions
      ? await readContributions({ simulator, source, requests })
      : { inMemory: true };
    return economical && contributions.inMemory ? 0 : 1;
  } finally {
    simulator.stop();
  }
}

await main(() => inSupportedNode(() => (values.serve ? serve() : bench())));
