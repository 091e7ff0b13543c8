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

import path from 'node:path';
import { expect, Locator, Page, test, TestInfo } from '@playwright/test';
import { THIS_PROJECT } from './portal';

// `yarn screenshots` updates the documentation's images; other runs leave
// theirs in the report.
const directoryOf = ({ config }: TestInfo, isDocumented: boolean) =>
  path.resolve(
    __dirname,
    '../../..',
    isDocumented && ['all', 'changed'].includes(config.updateSnapshots)
      ? 'docs/images'
      : 'e2e-test-report/screenshots',
  );

const readiness = (page: Page) =>
  page.getByRole('img', { name: /^Readiness \d/ }).first();

const SCREENS: Array<{
  name: string;
  url: string;
  /** Seen once the page is complete. */
  content: (page: Page) => Locator;
  /** For the README, which follows its reader's theme; TechDocs cannot. */
  inReadme?: boolean;
}> = [
  {
    name: 'readiness',
    inReadme: true,
    url: `/catalog/default/component/${THIS_PROJECT}`,
    content: readiness,
  },
  {
    name: 'checks',
    url: `/catalog/default/component/${THIS_PROJECT}/innersource`,
    content: readiness,
  },
  {
    name: 'contributions',
    url: '/catalog/default/component/fare-engine/innersource?view=contributions',
    content: page => page.getByRole('heading', { name: 'Contributing teams' }),
  },
  {
    name: 'discover',
    inReadme: true,
    url: '/innersource/discover',
    content: readiness,
  },
  {
    name: 'project-panel',
    url: '/innersource/discover?project=component:default/fare-engine',
    content: page => page.getByRole('heading', { name: 'How to start' }),
  },
  {
    name: 'help-wanted',
    url: '/innersource/help-wanted',
    content: page =>
      page.getByRole('main').getByRole('heading', { level: 2 }).first(),
  },
  {
    name: 'home',
    url: '/home',
    content: page => page.getByText(/^You know /).first(),
  },
  {
    name: 'program',
    inReadme: true,
    url: '/innersource/program',
    content: page =>
      page.getByText(/contributions came from other teams; a year ago/),
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`screens in the ${theme} theme`, async ({ page }, testInfo) => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const { name, url, content, inReadme } of SCREENS) {
      await page.goto(url);
      await expect(content(page)).toBeVisible({ timeout: 180_000 });
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.screenshot({
        path: path.join(
          directoryOf(testInfo, theme === 'light' || inReadme === true),
          `${name}-${theme}.png`,
        ),
        animations: 'disabled',
      });
    }
  });
}
