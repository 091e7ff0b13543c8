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

import { FullConfig, request } from '@playwright/test';
import { clear, readInnerSource } from './portal';

/** Components of Meridian Rail, and this very project. */
const PROJECTS = 42;

const A_MINUTE = 60_000;

interface Listed {
  items: Array<{ entityRef: string; readiness: number | null }>;
}

/** Waits until every project has its score, and fails when that takes too long. */
async function expectScores() {
  const context = await request.newContext();
  const started = Date.now();
  try {
    for (;;) {
      const answer: Listed | undefined = await readInnerSource(
        context,
        'projects?limit=200',
      );
      const items = answer?.items ?? [];
      const scored = items.filter(({ readiness }) => readiness !== null);
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      if (items.length >= PROJECTS && scored.length === items.length) {
        process.stdout.write(
          `All ${items.length} projects had a score ${seconds} s after the backend was ready.\n`,
        );
        return;
      }
      if (Date.now() - started > A_MINUTE) {
        const without = items
          .filter(({ readiness }) => readiness === null)
          .map(({ entityRef }) => entityRef);
        throw new Error(
          `Only ${
            scored.length
          } of ${PROJECTS} projects had a score ${seconds} s after the backend was ready. Without: ${without.join(
            ', ',
          )}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  } finally {
    await context.dispose();
  }
}

/** Runs once the portal that is under test has started with an empty database. */
export default async function prepare(config: FullConfig) {
  clear();
  if (config.webServer) {
    await expectScores();
  }
}
