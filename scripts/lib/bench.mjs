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

import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { root } from './repository.mjs';
import { Problem } from './say.mjs';

const require = createRequire(path.join(root, 'package.json'));

/** Loads a source file of the workspace. */
export function load(file) {
  require('@backstage/cli/config/nodeTransform.cjs');
  return require(path.join(root, file));
}

/** Starts an empty database of an engine. */
const ENGINES = {
  sqlite: async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'innersource-'));
    return {
      client: 'better-sqlite3',
      connection: { filename: path.join(directory, 'bench.db') },
      stop: () => rm(directory, { recursive: true, force: true }),
    };
  },
  postgres: async () => {
    const { connectionString, stop } = await startPostgres();
    return { client: 'pg', connection: `${connectionString}/postgres`, stop };
  },
};

/**
 * Runs a bench on each of the engines in turn, on an empty database with the
 * plugin's tables.
 *
 * @param engines - Names with commas between, such as `sqlite,postgres`
 * @param body - Called with a knex and the engine's name; returns whether the bench passed
 * @returns the exit code: 1 when one did not pass
 */
export async function onEngines(engines, body) {
  let code = 0;
  for (const engine of engines.split(',')) {
    if (!Object.hasOwn(ENGINES, engine)) {
      throw new Problem(
        `There is no engine ${engine}. Give some of ${Object.keys(ENGINES).join(
          ', ',
        )} with commas between.`,
      );
    }
    const { stop, ...options } = await ENGINES[engine]();
    const { default: createKnex } = require('knex');
    const knex = createKnex({ ...options, useNullAsDefault: true });
    try {
      await knex.migrate.latest({
        directory: path.join(root, 'plugins/innersource-backend/migrations'),
      });
      if (!(await body(knex, engine))) {
        code = 1;
      }
    } finally {
      await knex.destroy();
      await stop();
    }
  }
  return code;
}

/** Inserts made-up rows, some at a time. */
export async function insertRows(knex, table, rows) {
  await knex.batchInsert(table, rows, 50);
}

/** The milliseconds that some work takes: the median of some runs. */
export async function median(work, runs = 3) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
