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
import {
  makeRepository,
  readProject,
  register,
  signIn,
  THIS_PROJECT,
} from './portal';

test.describe('somebody who comes for the first time', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('signs in and sees the readiness of a project with reasons', async ({
    page,
    request,
  }) => {
    await signIn(page);
    await page.goto(`/catalog/default/component/${THIS_PROJECT}`);

    const ring = page.getByRole('img', { name: /^Readiness / }).first();
    await expect(ring).toBeVisible({ timeout: 180_000 });
    const { evaluation } = await readProject(request, THIS_PROJECT);
    const { score, grade } = evaluation.readiness;
    await expect(ring).toHaveAccessibleName(
      `Readiness ${score} of 100, grade ${grade}`,
    );

    await page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'InnerSource', exact: true })
      .click();
    for (const category of [
      'Discoverable',
      'Understandable',
      'Contributable',
    ]) {
      await expect(
        page.getByRole('heading', { name: category }).first(),
      ).toBeVisible();
    }
    const license = page.getByRole('button', { name: /licen[cs]e/i }).first();
    await license.click();
    await expect(page.getByText('What was seen').first()).toBeVisible();
    await expect(page.getByText('LICENSE').first()).toBeVisible();
  });
});

test('a repository registered in the running portal gets its score', async ({
  page,
  request,
}) => {
  const directory = makeRepository('greeter', {
    'README.md': '# Greeter\n\nGreets people by their name, in any language.\n',
    'src/greet.js': 'export const greet = name => `Hello, ${name}`;\n',
  });
  register(directory);
  await expect
    .poll(async () => (await readProject(request, 'greeter'))?.status, {
      timeout: 180_000,
    })
    .toBe('ready');

  await page.goto('/catalog/default/component/greeter/innersource');
  const { evaluation } = await readProject(request, 'greeter');
  expect(evaluation.readiness.grade).not.toBe('A');
  await expect(
    page.getByRole('img', { name: /^Readiness / }).first(),
  ).toHaveAccessibleName(
    `Readiness ${evaluation.readiness.score} of 100, grade ${evaluation.readiness.grade}`,
  );
  await expect(page.getByText(/CONTRIBUTING/).first()).toBeVisible();
});
