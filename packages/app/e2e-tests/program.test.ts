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

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { signIn } from './portal';

/** Opens the page once the demo organisation's contributions have been read. */
async function openProgram(page: Page) {
  await signIn(page);
  await expect(async () => {
    await page.goto('/innersource/program');
    await expect(
      page.getByRole('grid', { name: /givers in rows/ }),
    ).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 100_000 });
}

test('the program office chooses scope and window, and shares the address', async ({
  page,
}) => {
  await openProgram(page);
  await page.getByRole('textbox', { name: 'Scope' }).fill('freight');
  await page
    .getByRole('option', { name: /^Freight$/i })
    .first()
    .click();
  await expect(page).toHaveURL(/scope=\w+%3Adefault%2Ffreight/);
  await page
    .getByRole('combobox', { name: 'Time window' })
    .selectOption({ label: 'Last 365 days' });
  await expect(page).toHaveURL(/window=365/);

  const figures = page.getByRole('list', { name: 'Headline figures' });
  const share = figures
    .getByRole('listitem')
    .filter({ hasText: 'Contributions from other teams' });
  await expect(share).toContainText(/\d/);
  const text = await share.innerText();
  await page.reload();
  await expect(share).toHaveText(text.replaceAll('\n', ''));
});

test('a cell of the flows leads to its projects', async ({ page }) => {
  await openProgram(page);
  const cell = page
    .getByRole('grid', { name: /givers in rows/ })
    .getByRole('button')
    .first();
  const name = await cell.getAttribute('aria-label');
  const projects = Number(/(\d+) projects$/.exec(name ?? '')?.[1]);
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(
    Math.min(projects, 20),
  );
  await dialog.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\//);
});

test('the report is downloaded with the figures of the page', async ({
  page,
}) => {
  await openProgram(page);
  const figure = page
    .getByRole('list', { name: 'Headline figures' })
    .getByRole('listitem')
    .filter({ hasText: 'Contributions from other teams' });
  const [, shown] = (await figure.innerText()).split('\n').filter(Boolean);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download report' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('innersource-report.md');
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    `| Contributions from other teams | ${shown} |`,
  );
});

test('the program page has no serious accessibility violations', async ({
  page,
}) => {
  await openProgram(page);
  await expect(
    page.getByRole('region', { name: 'Movers', exact: true }),
  ).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa'])
    .analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
  ).toEqual([]);
});
