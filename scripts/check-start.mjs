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

// Holds the README's promise: `npm start` opens a working demo portal, and ends
// when it is told to. On ports of its own, with a database in memory.

import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from './lib/browser.mjs';
import { isFree } from './lib/ports.mjs';
import { unusedPort } from './lib/postgres.mjs';
import { run } from './lib/processes.mjs';
import { main, Problem, say } from './lib/say.mjs';

const START_MS = 600_000;
const SCORE_MS = 300_000;
const STOP_MS = 60_000;

async function answers(url) {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return ok;
  } catch {
    return false;
  }
}

/** What somebody sees who opens the portal and looks for projects. */
async function look(address, backend, ended) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: BROWSER_ARGUMENTS,
  });
  try {
    const page = await browser.newPage({ baseURL: address });
    const failures = [];
    page.on('pageerror', error => failures.push(error.message));
    const deadline = Date.now() + START_MS;
    for (const url of [`${backend}/.backstage/health/v1/readiness`, address]) {
      while (!(await answers(url))) {
        if (ended() || Date.now() > deadline) {
          throw new Problem(`${url} did not answer.`);
        }
        await sleep(500);
      }
    }
    await page.goto('/', { timeout: START_MS });
    await page
      .getByRole('button', { name: 'Enter' })
      .click({ timeout: START_MS });
    await page
      .locator('a[href="/innersource"]')
      .first()
      .click({ timeout: SCORE_MS });
    await page
      .getByRole('main')
      .getByText(/^[1-9]\d* projects?$/)
      .waitFor({ timeout: SCORE_MS });
    if (failures.length > 0) {
      throw new Problem(`The pages failed: ${failures.join('; ')}`);
    }
  } finally {
    await browser.close();
  }
}

await main(async () => {
  const [frontend, backend, github] = [
    await unusedPort(),
    await unusedPort(),
    await unusedPort(),
  ];
  const address = `http://localhost:${frontend}`;
  const api = `http://localhost:${backend}`;
  const abort = new AbortController();
  let code;
  const ended = run('npm', ['start'], {
    signal: abort.signal,
    env: {
      ...process.env,
      APP_CONFIG_app_baseUrl: address,
      APP_CONFIG_backend_baseUrl: api,
      APP_CONFIG_backend_listen_port: String(backend),
      APP_CONFIG_backend_cors_origin: address,
      APP_CONFIG_backend_database_connection: ':memory:',
      DEMO_GITHUB_PORT: String(github),
    },
  }).then(value => {
    code = value;
  });
  try {
    await look(address, api, () => code !== undefined);
    say('The portal is up, and lists projects.');
  } finally {
    abort.abort();
    await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
  }
  for (const port of [frontend, backend, github]) {
    if (!(await isFree(port))) {
      throw new Problem(`Port ${port} is still in use after the end.`);
    }
  }
  say('It ended, and left no program behind.');
  return 0;
});
