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
import { expect, Page, test } from '@playwright/test';
import { OURS, pressAll, readInnerSource, root } from './portal';

type Texts = { readonly [key: string]: string | Texts };

/** Words of the user interface that projects of the demo use for their own ends. */
const NAMES = new Set(['Checks', 'Infrastructure']);

const PROJECT = '/catalog/default/component/fare-engine';

/** Where the plugin draws, wherever on the page. */
const EVERYWHERE = `${OURS}, [role=dialog]`;

const PAGES: Array<{ url: string; text: string | RegExp }> = [
  { url: PROJECT, text: 'InnerSource-Reife' },
  {
    url: '/catalog/default/component/seat-reservation/innersource',
    text: 'Offen für Beiträge',
  },
  {
    url: `${PROJECT}/innersource?view=contributions`,
    text: 'Beitragende Teams',
  },
  { url: '/innersource/discover', text: 'Für Sie' },
  { url: '/innersource/discover?view=table', text: 'Für Sie' },
  {
    url: '/innersource/discover?project=component:default/fare-engine',
    text: 'So geht es los',
  },
  { url: '/innersource/help-wanted', text: /^\d+ Einsteiger-Issues$/ },
  { url: '/innersource/my-contributions', text: 'Gemergt und geschlossen' },
  { url: '/innersource/program', text: 'Wer hilft wem' },
  { url: '/catalog/default/group/ticketing', text: 'InnerSource-Projekte' },
  { url: '/home', text: 'Neue Projekte' },
];

/** The texts of the plugin's source, which are no part of what it exports. */
async function readCatalogues(): Promise<
  Array<{ english: Texts; german: Texts }>
> {
  const read = async (file: string) => {
    const loaded = await import(path.join(root, 'plugins', file));
    // Wrapped once more where an ES module comes as CommonJS.
    return { ...loaded, ...loaded.default, ...loaded.default?.default };
  };
  const shared = 'innersource-common/src/texts';
  const { checkTexts: check } = await read(`${shared}/checks.ts`);
  const { messageTexts: message } = await read(`${shared}/messages.ts`);
  const { organizationCheckTexts: organization } = await read(
    `${shared}/organization.ts`,
  );
  const translations = 'innersource/src/translations';
  const { messages } = await read(`${translations}/en.ts`);
  return [
    { english: messages, german: await read(`${translations}/de.ts`) },
    {
      english: { check, message, organization },
      german: await read(`${translations}/checks.de.ts`),
    },
  ];
}

function flatten(texts: Texts, prefix = ''): Array<[string, string]> {
  return Object.entries(texts).flatMap(([name, value]) => {
    const key = [prefix, name].filter(Boolean).join('.');
    return typeof value === 'string' ? [[key, value]] : flatten(value, key);
  });
}

/** Recognises the English texts that are others in German. */
async function englishPatterns(): Promise<RegExp[]> {
  const foreign = (await readCatalogues()).flatMap(({ english, german }) =>
    flatten(english).filter(
      ([key, text]) => german[key] !== text && !NAMES.has(text),
    ),
  );
  // Names and words of the trade are the same in both.
  expect(foreign.map(([key]) => key)).not.toContain('summary.commit');
  return foreign.flatMap(([, text]) => {
    const words =
      text.replace(/\{\{\w+\}\}/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
    const pattern = text
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll('{{count}}', '[\\d.,]+')
      .replace(/\{\{\w+\}\}/g, '.{1,300}?');
    // What is mostly filled in would be found in any sentence.
    if (words < (pattern.includes('.{1,300}?') ? 3 : 1)) {
      return [];
    }
    // Longer ones also where they stand among other sentences.
    return [new RegExp(words < 4 ? `^${pattern}$` : pattern, 'u')];
  });
}

/**
 * All texts that people see or hear, but for those that are marked as English, and
 * files to copy, which are the project's own.
 */
async function readTexts(page: Page): Promise<string[]> {
  return page.locator(EVERYWHERE).evaluateAll(roots => {
    const texts = new Set<string>();
    for (const ours of roots) {
      for (const element of [ours, ...ours.querySelectorAll('*')]) {
        // A whole page in English would be a leak.
        if (element.closest('span[lang=en], pre, textarea')) {
          continue;
        }
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          texts.add(element.getAttribute(name) ?? '');
        }
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) {
            texts.add(node.textContent ?? '');
          }
        }
      }
    }
    return [...texts].map(text => text.trim()).filter(Boolean);
  });
}

/** Opens checks, tables and lists. */
const openAll = (page: Page) =>
  pressAll(
    page.locator(
      `${OURS} [aria-expanded=false]:not([aria-haspopup]):not([role=combobox])`,
    ),
  );

test('German users read German', async ({ page, request }) => {
  test.slow();
  await expect
    .poll(
      async () =>
        (
          await readInnerSource(request, 'me/contributions')
        )?.projects?.length,
      { timeout: 180_000 },
    )
    .toBeGreaterThan(0);
  const patterns = await englishPatterns();
  const leaksOf = async () =>
    (await readTexts(page)).filter(text =>
      patterns.some(pattern => pattern.test(text)),
    );

  await page.goto(PROJECT);
  await expect(
    page.getByRole('img', { name: /^Readiness \d/ }).first(),
  ).toBeVisible({ timeout: 180_000 });
  // Otherwise the test would prove nothing.
  expect((await leaksOf()).length).toBeGreaterThan(5);

  await page.evaluate(() => localStorage.setItem('language', 'de'));
  for (const { url, text } of PAGES) {
    await test.step(url, async () => {
      await expect(async () => {
        await page.goto(url);
        await expect(page.getByText(text).first()).toBeVisible({
          timeout: 20_000,
        });
      }).toPass({ timeout: 180_000 });
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      // What is behind a dialog was opened without it.
      if ((await page.getByRole('dialog').count()) === 0) {
        await openAll(page);
      }
      expect.soft(await leaksOf(), url).toEqual([]);
      await expect(page.locator(OURS).first()).toHaveAttribute('lang', 'de');
    });
  }

  await page.goto('/search');
  for (const type of ['InnerSource-Projekte', 'Einsteiger-Issues']) {
    await expect(page.getByRole('button', { name: type })).toBeVisible();
  }

  await page.goto(
    '/catalog/default/component/backstage-plugin-innersource/innersource',
  );
  await expect(
    page.getByRole('img', { name: /^Reife [\d,]+ von 100, Note [A-F]$/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Als Tabelle zeigen' }).click();
  await expect(
    page.getByRole('cell', { name: /^\d{1,2}\. \p{L}+\.? \d{4}$/u }).first(),
  ).toBeVisible();
});
