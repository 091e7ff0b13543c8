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

import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

/** The browser of this machine; Playwright's own when there is none. */
function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  for (const name of names) {
    try {
      return execFileSync('which', [name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      continue;
    }
  }
  return undefined;
}

const portal = process.env.PORTAL_URL ?? 'http://localhost:7107';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // One portal with one database serves all tests.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report/html' }],
  ],
  outputDir: 'e2e-test-report/results',
  globalSetup: './packages/app/e2e-tests/globalSetup.ts',
  use: {
    baseURL: portal,
    // Signed in already, as people are who come back.
    storageState: {
      cookies: [],
      origins: [
        {
          origin: portal,
          localStorage: [
            { name: '@backstage/core:SignInPage:provider', value: 'guest' },
          ],
        },
      ],
    },
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: process.env.PORTAL_URL
    ? undefined
    : {
        // The pages as they are deployed: they load in a third of the time.
        command: [
          'node scripts/exec.mjs yarn workspace app build',
          'node scripts/start.mjs backend --config app-config.yaml --config app-config.demo.yaml --config packages/app/e2e-tests/app-config.e2e.yaml',
        ].join(' && '),
        url: 'http://localhost:7107/.backstage/health/v1/readiness',
        timeout: 600_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
        env: {
          ...process.env,
          CI: 'true',
          DEMO_GITHUB_PORT: '8190',
          REGISTERED_REPOSITORIES: '.local/e2e/catalog',
        },
      },
});
