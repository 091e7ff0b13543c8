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
import { readInnerSource } from './portal';

const PROJECT = 'component:default/fare-engine';

/** The demo organisation is read within the first minute or two. */
async function whenIssuesAreRead(page: Page) {
  await expect
    .poll(
      async () =>
        (
          await readInnerSource(page.request, 'help-wanted?limit=1&search=fare')
        )?.totalItems ?? 0,
      { timeout: 180_000 },
    )
    .toBeGreaterThan(0);
}

async function openDiscover(page: Page, query = '') {
  await whenIssuesAreRead(page);
  await page.goto(`/innersource/discover${query}`);
  await expect(page.getByText(/^\d+ projects?$/)).toBeVisible();
}

test('words, filters and order narrow the list together and stay in the address', async ({
  page,
}) => {
  await openDiscover(page);
  await page.getByRole('searchbox', { name: 'Search projects' }).fill('rail');
  await expect(page).toHaveURL(/search=rail/);
  await page
    .getByRole('checkbox', { name: /^TypeScript \d/ })
    .first()
    .check();
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('name');
  await expect(page).toHaveURL(
    /search=rail.*language=TypeScript.*orderBy=name/,
  );
  const headings = page.getByRole('article').getByRole('heading');
  // The list of before stays until the next one has arrived.
  await expect(async () => {
    const shown = await headings.allInnerTexts();
    expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b)));
  }).toPass({ timeout: 180_000 });
  const titles = await headings.allInnerTexts();
  const found = await page.getByText(/^\d+ projects?$/).innerText();

  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('row')).toHaveCount(titles.length + 1);
  await page.reload();
  await expect(page.getByText(found, { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a link opens a project with all that newcomers need', async ({
  page,
}) => {
  await openDiscover(page, `?project=${PROJECT}`);
  const panel = page.getByRole('dialog', { name: 'Fare Engine' });
  for (const heading of [
    'What and why',
    'Help wanted',
    'How to start',
    'Answers to other teams',
    'Readiness',
    'Activity',
  ]) {
    await expect(
      panel.getByRole('heading', { name: heading, exact: true }),
    ).toBeVisible();
  }
  await expect(panel.getByRole('link', { name: 'Contribute' })).toHaveAttribute(
    'href',
    /CONTRIBUTING\.md$/,
  );
  await expect(
    panel.getByRole('img', { name: /commits, in \d+ of the last 52 weeks/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/project=/);
});

test('starter issues of all projects can be narrowed down, each shown once', async ({
  page,
  request,
}) => {
  await whenIssuesAreRead(page);
  await page.goto('/innersource/help-wanted');
  await expect(page.getByText(/^\d+ starter issues$/)).toBeVisible();
  const issues = page.getByRole('main').getByRole('heading', { level: 2 });
  const links = await issues
    .getByRole('link')
    .evaluateAll(all => all.map(link => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(10);
  expect(new Set(links).size).toBe(links.length);

  await page
    .getByRole('checkbox', { name: /^good first issue \d/ })
    .first()
    .check();
  await expect(page).toHaveURL(/label=good\+first\+issue/);
  await expect.poll(() => issues.count()).toBeLessThan(links.length);

  await page.getByRole('button', { name: 'Reset filters' }).click();
  for (const name of [
    'My languages and skills',
    /^Platform \d/,
    /^Documentation \d/,
  ]) {
    await page.getByRole('checkbox', { name }).check();
  }
  await expect(page).toHaveURL(
    /mine=true&division=group%3Adefault%2Fplatform&contribution=Documentation/,
  );
  const answer = await readInnerSource(
    request,
    `help-wanted?limit=1&${new URL(page.url()).searchParams}`,
  );
  expect(answer.totalItems).toBeGreaterThan(0);
  expect(answer.totalItems).toBeLessThan(links.length);
  await expect(
    page.getByText(`${answer.totalItems} starter issues`, { exact: true }),
  ).toBeVisible();
});

test('owners get the file by which their project joins', async ({ page }) => {
  await openDiscover(page);
  await page.getByRole('button', { name: 'Offer your project' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offer your project' });
  await dialog.getByLabel('Title').fill('Signal box');
  await dialog.getByRole('checkbox', { name: 'Documentation' }).check();
  await expect(dialog.getByLabel(/innersource\.json/)).toHaveValue(
    `${JSON.stringify(
      { title: 'Signal box', contributions: ['Documentation'] },
      null,
      2,
    )}\n`,
  );
});

test('the list is saved as it is filtered, for other tools', async ({
  page,
}) => {
  await openDiscover(page, '?language=Kotlin');
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /SAP/ }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('portal.json');
  const entries: Array<Record<string, unknown>> = JSON.parse(
    readFileSync(await download.path(), 'utf8'),
  );
  expect(entries.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ language }) => language))).toEqual(
    new Set(['Kotlin']),
  );
});

test('several words find what has them all', async ({ page }) => {
  await openDiscover(page);
  await page
    .getByRole('searchbox', { name: 'Search projects' })
    .fill('components accessibility');
  await expect(page).toHaveURL(/search=components\+accessibility/);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText('could not be loaded')).toHaveCount(0);
});

test('facets, starter issues and quick answers combine, and one click drops them all', async ({
  page,
}) => {
  await openDiscover(page);
  const found = page.getByText(/^\d+ projects?$/);
  const all = await found.innerText();
  await page.getByRole('checkbox', { name: /^A \d/ }).check();
  await page
    .getByRole('checkbox', { name: 'Help wanted', exact: true })
    .check();
  await page.getByRole('checkbox', { name: 'Answers within 48 hours' }).check();
  await expect(page).toHaveURL(
    /grade=A.*helpWanted=true.*answersWithinHours=48/,
  );
  await expect(found).not.toHaveText(all);
  await page.getByRole('button', { name: 'Reset filters' }).first().click();
  await expect(found).toHaveText(all);
  expect(page.url()).not.toContain('grade=');
});

test('the list shows InnerSource projects, and all on demand', async ({
  page,
}) => {
  await openDiscover(page);
  const found = page.getByText(/^\d+ projects?$/);
  const joined = parseInt(await found.innerText(), 10);
  await page.getByRole('checkbox', { name: 'All projects' }).check();
  await expect(page).toHaveURL(/all=true/);
  await expect
    .poll(async () => parseInt(await found.innerText(), 10))
    .toBeGreaterThan(joined);
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('projects that fit are suggested, each with the reason', async ({
  page,
}) => {
  await openDiscover(page);
  const forYou = page.getByRole('region', { name: 'For you' });
  await expect(forYou.getByText(/^You know /).first()).toBeVisible();
  const link = forYou.getByRole('link').first();
  const title = await link.innerText();
  await link.click();
  await expect(page.getByRole('dialog', { name: title })).toBeVisible();
});

test('the home page leads to projects and starter issues', async ({ page }) => {
  await whenIssuesAreRead(page);
  await page.goto('/home');
  for (const heading of ['For you', 'New projects', 'Help wanted']) {
    await expect(
      page.getByRole('heading', { name: heading, exact: true }),
    ).toBeVisible();
  }
  await page.getByRole('link', { name: 'All starter issues' }).click();
  await expect(page.getByText(/^\d+ starter issues$/)).toBeVisible();
});

test('the portal search finds projects and starter issues, each by its type', async ({
  page,
}) => {
  await whenIssuesAreRead(page);
  for (const [type, what] of [
    ['InnerSource projects', 'InnerSource project ·'],
    ['Starter issues', 'Starter issue ·'],
  ]) {
    await expect(async () => {
      await page.goto('/search?query=fare');
      await page.getByRole('button', { name: type }).click({ timeout: 15_000 });
      await expect(page.getByText(what).first()).toBeVisible({
        timeout: 15_000,
      });
    }).toPass({ timeout: 180_000 });
    await expect(page.getByText('Owner: group:')).toHaveCount(0);
  }
});

test('the catalog can be narrowed down to InnerSource projects', async ({
  page,
}) => {
  await whenIssuesAreRead(page);
  await page.goto('/?filters%5Buser%5D=all');
  const title = page.getByRole('heading', {
    name: /^All Components \(\d+\)$/,
    level: 2,
  });
  const before = await title.innerText();
  await page.getByRole('checkbox', { name: 'InnerSource projects' }).check();
  await expect(page).toHaveURL(/innerSource/);
  await expect(title).not.toHaveText(before);
});

test('the entity page has a link to the readiness tab', async ({ page }) => {
  await whenIssuesAreRead(page);
  await page.goto('/catalog/default/component/fare-engine');
  await page
    .getByRole('main')
    .getByRole('link', { name: 'InnerSource', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/fare-engine\/innersource/);
});

test('the keyboard alone leads from a search to a starter issue', async ({
  page,
}) => {
  await openDiscover(page);
  const focusedIs = (name: RegExp) =>
    page.evaluate(
      pattern =>
        new RegExp(pattern).test(
          document.activeElement?.getAttribute('aria-label') ??
            document.activeElement?.textContent ??
            '',
        ),
      name.source,
    );
  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let step = 0; step < 120; step += 1) {
      if (await focusedIs(name)) {
        return;
      }
      await page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not reach ${name}`);
  };
  await tabTo(/^Search projects$/);
  await page.keyboard.type('fare');
  await expect(page).toHaveURL(/search=fare/);
  // Filters stand before the search field.
  const helpWanted = page.getByRole('checkbox', { name: 'Help wanted' });
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await helpWanted.evaluate(box => box === document.activeElement)) {
      break;
    }
  }
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/helpWanted=true/);
  await tabTo(/^Fare Engine$/);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Fare Engine' });

  const target = panel.locator('section li h4 a').first();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate(link => link === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Tab');
    expect(
      await panel.evaluate(dialog =>
        dialog.parentElement?.contains(document.activeElement),
      ),
    ).toBe(true);
  }
  await expect(target).toBeFocused();
  expect(await target.getAttribute('href')).toMatch(/\/issues\/\d+$/);

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(
    page.getByRole('article').getByRole('link', { name: 'Fare Engine' }),
  ).toBeFocused();
});
