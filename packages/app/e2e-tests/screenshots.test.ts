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
import { expect, test, TestInfo } from '@playwright/test';
import { signIn, THIS_PROJECT } from './portal';

// `yarn screenshots` updates the documentation's images; other runs leave
// theirs in the report.
const directoryOf = ({ config }: TestInfo) =>
  path.resolve(
    __dirname,
    '../../..',
    ['all', 'changed'].includes(config.updateSnapshots)
      ? 'docs/images'
      : 'e2e-test-report/screenshots',
  );

const SCREENS = [
  { name: 'readiness', url: `/catalog/default/component/${THIS_PROJECT}` },
  {
    name: 'checks',
    url: `/catalog/default/component/${THIS_PROJECT}/innersource`,
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`screens in the ${theme} theme`, async ({ page }, testInfo) => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await signIn(page);
    for (const { name, url } of SCREENS) {
      await page.goto(url);
      await expect(
        page.getByRole('img', { name: /^Readiness \d/ }).first(),
      ).toBeVisible({ timeout: 90_000 });
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.screenshot({
        path: path.join(directoryOf(testInfo), `${name}-${theme}.png`),
        animations: 'disabled',
      });
    }
  });
}
