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

import { APIRequestContext, expect, Page, test } from '@playwright/test';
import { readInnerSource } from './portal';

const PROJECT = 'fare-engine';
const TEAM = 'ticketing';

/** Contributions are read little by little after the portal has started. */
async function contributionsOf(
  request: APIRequestContext,
  project: string,
  window: 90 | 365,
) {
  const resource = `projects/by-name/component/default/${project}/contributions?window=${window}`;
  await expect
    .poll(async () => (await readInnerSource(request, resource))?.status, {
      timeout: 180_000,
    })
    .toBe('ready');
  return readInnerSource(request, resource);
}

const figure = (page: Page, label: string) =>
  page
    .getByRole('list', { name: 'Key figures' })
    .getByRole('listitem')
    .filter({ hasText: label });

test('a project shows who contributes from where', async ({
  page,
  request,
}) => {
  const year = await contributionsOf(request, PROJECT, 365);
  await page.goto(`/catalog/default/component/${PROJECT}/innersource`);
  await page.getByRole('tab', { name: 'Contributions' }).click();

  await expect(figure(page, 'InnerSource share')).toContainText(
    `${Math.round(year.share.innerSource * 100)}%`,
  );
  await expect(figure(page, 'Outside contributors')).toContainText(
    String(year.contributors.other),
  );
  await expect(figure(page, 'Contributor absence factor')).toContainText(
    String(year.contributorAbsenceFactor),
  );

  const quarter = await contributionsOf(request, PROJECT, 90);
  await page.getByRole('button', { name: '90 days' }).click();
  await expect(page).toHaveURL(/view=contributions.*window=90/);
  await expect(figure(page, 'Outside contributors')).toContainText(
    String(quarter.contributors.other),
  );

  await page.getByRole('button', { name: 'Reviews', exact: true }).click();
  await expect(page).toHaveURL(/kind=review/);
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const rows = page
    .getByRole('table', { name: 'Contributions by month' })
    .getByRole('row');
  await expect(rows).toHaveCount(1 + quarter.months.length);
  const { own, other, unknown, bot } =
    quarter.months[quarter.months.length - 1].counts.review;
  await expect(rows.last().getByRole('cell')).toHaveText([
    /./,
    ...[own, other, unknown, bot].map(String),
  ]);

  const saved = page.waitForEvent('download');
  await page
    .getByRole('button', { name: 'Download CSV: Contributing teams' })
    .click();
  expect((await saved).suggestedFilename()).toBe(
    `${PROJECT}-teams-${quarter.window.from}-${quarter.window.to}.csv`,
  );
});

test('a team shows what it gives and receives', async ({ page, request }) => {
  await contributionsOf(request, PROJECT, 365);
  const team = await readInnerSource(
    request,
    `teams/by-name/group/default/${TEAM}/contributions`,
  );
  expect(team.received.contributions).toBeGreaterThan(0);
  await page.goto(`/catalog/default/group/${TEAM}`);
  const received = page
    .locator('section')
    .filter({ hasText: 'Received from other teams' })
    .last();
  await expect(received).toContainText(String(team.received.contributions));
  await expect(received).toContainText('Teams helping');
});

test('people see their own contributions', async ({ page, request }) => {
  await contributionsOf(request, PROJECT, 365);
  const mine = await readInnerSource(request, 'me/contributions');
  expect(mine.identified).toBe(true);
  await page.goto('/innersource');
  await page.getByRole('tab', { name: 'My contributions' }).click();
  await expect(figure(page, 'Merged change requests')).toContainText(
    String(mine.counts['change-request']),
  );
  await expect(figure(page, 'Teams helped')).toContainText(
    String(
      mine.teamsHelped.reduce(
        (sum: number, { teams }: { teams: number }) => sum + teams,
        0,
      ),
    ),
  );
});
