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
import { expect, Page, test } from '@playwright/test';

/** Opens the page once the demo organisation's contributions have been read. */
async function openProgram(page: Page) {
  await expect(async () => {
    await page.goto('/innersource/program');
    await expect(
      page.getByRole('grid', { name: /givers in rows/ }),
    ).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 180_000 });
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
  const projects = Number(/(\d+) projects?$/.exec(name ?? '')?.[1]);
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(
    Math.min(projects, 20),
  );
  await dialog.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\//);
});

test('what holds projects back leads to remedy and projects', async ({
  page,
}) => {
  await openProgram(page);
  const checks = page.getByRole('region', { name: 'What holds projects back' });
  const first = checks.getByRole('button', { name: /projects? held back by/ });
  const projects = parseInt(await first.first().innerText(), 10);
  await first.first().click();
  await expect(checks.getByText(/^What to do:/)).toBeVisible();
  await expect(checks.getByText('Now', { exact: true })).toBeVisible();
  await expect(
    checks.locator('[id] li').filter({ has: page.getByRole('link') }),
  ).toHaveCount(Math.min(projects, 20));
});

test('projects are sorted by a category and lead to their pages', async ({
  page,
}) => {
  await openProgram(page);
  const projects = page.getByRole('region', {
    name: 'Projects by category',
    exact: true,
  });
  const header = projects.getByRole('columnheader', { name: 'Governed' });
  const column = await header.evaluate(
    (cell: HTMLTableCellElement) => cell.cellIndex,
  );
  await header.getByRole('button').click();
  await expect(page).toHaveURL(/orderBy=governed/);
  await header.getByRole('button').click();
  await expect(page).toHaveURL(/orderBy=-governed/);
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const scores = async () =>
    (
      await projects
        .locator(`tbody tr > :nth-child(${column + 1})`)
        .allInnerTexts()
    ).map(Number);
  await expect(async () => {
    const shown = await scores();
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
  }).toPass();
  await projects.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\//);
});

test('flows by team, as a table and a file, with the set-up of organisations below', async ({
  page,
}) => {
  await openProgram(page);
  const flows = page.getByRole('region', {
    name: 'Who helps whom',
    exact: true,
  });
  await flows
    .getByRole('combobox', { name: 'Rows and columns' })
    .selectOption({ label: 'By team' });
  await expect(page).toHaveURL(/level=team/);
  await expect(flows.getByText(/^The strongest flow/)).not.toContainText(
    'group:',
  );
  await flows.getByRole('button', { name: 'Show as table' }).click();
  const rows = flows
    .getByRole('table', { name: 'Who helps whom' })
    .locator('tbody tr');
  const shown = await rows.count();
  const downloading = page.waitForEvent('download');
  await flows.getByRole('button', { name: /Download CSV/ }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(
    shown + 1,
  );
  const setUp = page.getByRole('region', {
    name: 'Set-up of SCM organisations',
  });
  await expect(
    setUp.getByRole('heading', { name: /meridian-labs/ }),
  ).toBeVisible();
  await expect(
    setUp.getByText('Two-factor authentication is required'),
  ).toBeVisible();
});

for (const [kind, name] of [
  ['group', 'freight'],
  ['system', 'ticket-sales'],
  ['domain', 'passenger'],
]) {
  test(`the page of a ${kind} shows its projects by grade and weakest checks`, async ({
    page,
  }) => {
    await page.goto(`/catalog/default/${kind}/${name}`);
    await expect(
      page.getByRole('img', { name: /^Grade [A-F]: \d/ }).first(),
    ).toBeVisible();
    await expect(page.getByText('What holds them back most')).toBeVisible();
  });
}

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
