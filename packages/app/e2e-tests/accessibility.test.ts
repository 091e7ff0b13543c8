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

import AxeBuilder from '@axe-core/playwright';
import {
  APIRequestContext,
  expect,
  Locator,
  Page,
  test,
} from '@playwright/test';
import { OURS, pressAll, readInnerSource, THIS_PROJECT } from './portal';

const PROJECT = 'fare-engine';

// Backstage's header stands outside all landmarks, and its tabs name panels that
// are not there. All else on a page is examined.
const HEADER = '.bui-PluginHeader';

/** The plugin's part of a search result. */
const RESULT = '[data-testid=innersource-search-result]';

interface State {
  name: string;
  url: string;
  /** Seen once the state is reached. */
  content: (page: Page) => Locator;
  /** Leads there from the address. */
  reach?: (page: Page) => Promise<void>;
  /** Where others draw on the same page: what to examine. */
  within?: string;
}

const heading = (name: string) => (page: Page) =>
  page.getByRole('heading', { name, exact: true }).first();

const openTables = (page: Page) =>
  pressAll(page.getByRole('button', { name: 'Show as table' }));

function statesOf(helped: { name: string; reader: string }): State[] {
  const entity = (name: string) => `/catalog/default/component/${name}`;
  return [
    {
      name: 'entity card',
      url: entity(PROJECT),
      content: heading('InnerSource readiness'),
      within: OURS,
    },
    {
      name: 'readiness',
      url: `${entity(THIS_PROJECT)}/innersource`,
      content: heading('Contributable'),
    },
    {
      name: 'readiness with checks open',
      url: `${entity('seat-reservation')}/innersource`,
      content: heading('Contributable'),
      reach: async page => {
        await openTables(page);
        await pressAll(
          page.locator(`${OURS} [role=button][aria-expanded=false]`),
        );
        await expect(page.getByText('Why it matters').last()).toBeVisible();
      },
    },
    {
      name: 'contributions with tables',
      url: `${entity(PROJECT)}/innersource?view=contributions`,
      content: heading('People'),
      reach: openTables,
    },
    {
      name: 'contributions read from git alone',
      url: `${entity(THIS_PROJECT)}/innersource?view=contributions`,
      content: page => page.getByText('How people are recognised'),
    },
    {
      name: 'contributions that name the reader',
      url: `${entity(helped.name)}/innersource?view=contributions`,
      content: page =>
        page
          .getByRole('table', { name: 'People' })
          .getByRole('row', { name: helped.reader }),
    },
    {
      name: 'Discover',
      url: '/innersource/discover',
      content: page => page.getByText(/^You know /).first(),
    },
    {
      name: 'Discover as table',
      url: '/innersource/discover?view=table',
      content: page => page.getByRole('region', { name: 'Projects' }),
    },
    {
      name: 'Discover without a match',
      url: '/innersource/discover?search=nothingofthiskind',
      content: page => page.getByText('No project matches'),
    },
    {
      name: 'panel of a project',
      url: `/innersource/discover?project=component:default/${PROJECT}`,
      content: heading('How to start'),
      within: '[role=dialog]',
    },
    {
      name: 'offer of a project',
      url: '/innersource/discover',
      content: page => page.getByText(/^\d+ projects$/),
      reach: async page => {
        await page.getByRole('button', { name: 'Offer your project' }).click();
        await expect(page.getByLabel(/innersource\.json/)).toBeVisible();
      },
      within: '[role=dialog]',
    },
    {
      name: 'Help wanted',
      url: '/innersource/help-wanted',
      content: page => page.getByText(/^\d+ starter issues$/),
    },
    {
      name: 'My contributions with tables',
      url: '/innersource/my-contributions',
      content: page => page.getByRole('table', { name: 'Merged and closed' }),
      reach: openTables,
    },
    {
      name: 'Program with tables',
      url: '/innersource/program',
      content: page => page.getByRole('grid', { name: /givers in rows/ }),
      reach: async page => {
        await openTables(page);
        await page
          .getByRole('button', { name: /projects? held back by/ })
          .first()
          .click();
        await expect(page.getByText(/^What to do:/)).toBeVisible();
      },
    },
    {
      name: 'projects behind a flow',
      url: '/innersource/program',
      content: page => page.getByRole('grid', { name: /givers in rows/ }),
      reach: async page => {
        await page
          .getByRole('grid', { name: /givers in rows/ })
          .getByRole('button')
          .first()
          .press('Enter');
        await expect(
          page.getByRole('dialog').getByRole('listitem').first(),
        ).toBeVisible();
      },
      within: '[role=dialog]',
    },
    {
      name: 'home widget',
      url: '/home',
      content: page => page.getByText(/^You know /).first(),
      within: OURS,
    },
    ...[
      ['group', 'ticketing'],
      ['system', 'ticket-sales'],
      ['domain', 'passenger'],
    ].map(([kind, name]) => ({
      name: `cards of a ${kind}`,
      url: `/catalog/default/${kind}/${name}`,
      content: (page: Page) =>
        page.getByText('What holds them back most').first(),
      within: OURS,
    })),
    ...['innersource-project', 'innersource-help-wanted'].map(type => ({
      name: `search results of type ${type}`,
      url: `/search?query=fare&types%5B%5D=${type}`,
      content: (page: Page) => page.locator(RESULT).first(),
      // The list around them has items without being one.
      within: RESULT,
    })),
    {
      name: 'filter of the catalog',
      url: '/',
      content: page =>
        page.getByRole('checkbox', { name: 'InnerSource projects' }),
      within: 'label:has(input[type=checkbox])',
    },
  ];
}

/** The demo organisation's contributions are read little by little. */
async function whenAllIsRead(request: APIRequestContext) {
  const helped = async () =>
    (await readInnerSource(request, 'me/contributions'))?.projects?.[0];
  await expect.poll(helped, { timeout: 180_000 }).toBeDefined();
  const [, name] = (await helped()).entityRef.split('/');
  for (const project of [PROJECT, name]) {
    await expect
      .poll(
        async () =>
          (
            await readInnerSource(
              request,
              `projects/by-name/component/default/${project}/contributions?window=365`,
            )
          )?.status,
        { timeout: 180_000 },
      )
      .toBe('ready');
  }
  const { people } = await readInnerSource(
    request,
    `projects/by-name/component/default/${name}/contributions?window=365`,
  );
  return { name, reader: people.items[0].name };
}

for (const theme of ['light', 'dark'] as const) {
  test(`every page and state is accessible in the ${theme} theme`, async ({
    page,
    request,
  }, testInfo) => {
    // Two dozen pages.
    test.setTimeout(900_000);
    const states = statesOf(await whenAllIsRead(request));
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const { name, url, content, reach, within } of states) {
      await test.step(name, async () => {
        await expect(async () => {
          await page.goto(url);
          await expect(content(page)).toBeVisible({ timeout: 20_000 });
        }).toPass({ timeout: 180_000 });
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await reach?.(page);
        const axe = new AxeBuilder({ page }).exclude(HEADER);
        const { passes, violations } = await (within
          ? axe.include(within)
          : axe
        ).analyze();
        testInfo.annotations.push({
          type: 'axe',
          description: `${name}: ${passes.length} rules passed, ${violations.length} violated`,
        });
        expect
          .soft(
            violations.flatMap(({ id, impact, nodes }) =>
              nodes.map(({ html }) => `${impact} ${id}: ${html}`),
            ),
            name,
          )
          .toEqual([]);
      });
    }
  });
}
