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

import { expect, test } from '@playwright/test';
import { asGuest, BACKEND, readProject } from './portal';

const GITHUB = process.env.GITHUB_URL ?? 'http://localhost:8190';
const PROJECT = 'timetable-parser';
const REPOSITORY = 'meridian-rail/timetable-parser';

test.afterEach(async ({ request }) => {
  await request.delete(`${GITHUB}/_simulator/faults`);
});

test('a project whose host fails keeps its score, says why, and recovers by itself', async ({
  page,
  request,
}) => {
  // Each attempt waits twice as long as the one before.
  test.setTimeout(600_000);
  await expect
    .poll(async () => (await readProject(request, PROJECT))?.status, {
      timeout: 180_000,
    })
    .toBe('ready');
  const { evaluation } = await readProject(request, PROJECT);

  await request.post(`${GITHUB}/_simulator/faults`, {
    data: { kind: 'status', status: 503, repository: REPOSITORY },
  });
  const refresh = await request.post(
    `${BACKEND}/api/innersource/projects/by-name/component/default/${PROJECT}/refresh`,
    await asGuest(request),
  );
  expect(refresh.status()).toBe(202);
  await expect
    .poll(async () => (await readProject(request, PROJECT))?.status, {
      timeout: 180_000,
    })
    .toBe('stale');

  await page.goto(`/catalog/default/component/${PROJECT}`);
  const ring = page.getByRole('img', { name: /^Readiness / }).first();
  await expect(ring).toHaveAccessibleName(
    `Readiness ${evaluation.readiness.score} of 100, grade ${evaluation.readiness.grade}`,
  );
  await expect(page.getByText(/failed with HTTP 503/).first()).toBeVisible();

  await request.delete(`${GITHUB}/_simulator/faults`);
  await expect
    .poll(async () => (await readProject(request, PROJECT))?.status, {
      timeout: 180_000,
    })
    .toBe('ready');
  await page.reload();
  await expect(ring).toBeVisible();
  await expect(page.getByText(/failed with HTTP 503/)).toBeHidden();
});
