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
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  HelpWantedPage,
  HelpWantedQuery,
} from '@ispo/backstage-plugin-innersource-common';
import { innersourceApiRef } from '../../api';
import { HelpWantedContent } from './HelpWantedContent';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

const page = (overrides: Partial<HelpWantedPage> = {}): HelpWantedPage => ({
  items: [
    {
      entityRef: 'component:default/parcel-router',
      projectTitle: 'Parcel router',
      owner: 'group:default/routing',
      language: 'Go',
      number: 7,
      title: 'Explain the cost model',
      url: 'https://github.com/parcels/parcel-router/issues/7',
      labels: ['good first issue'],
      unassigned: true,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      comments: 1,
      skills: ['Go'],
      effort: '2h',
    },
    {
      entityRef: 'component:default/labels',
      projectTitle: 'Labels',
      owner: null,
      language: null,
      number: 1,
      title: 'Not a link',
      url: `${'javascript'}:alert(1)`,
      labels: [],
      unassigned: true,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      comments: 0,
    },
  ],
  totalItems: 2,
  nextCursor: null,
  facets: {
    owner: [{ value: 'group:default/routing', count: 1 }],
    language: [{ value: 'Go', count: 1 }],
    topic: [],
    skill: [{ value: 'Go', count: 1 }],
    label: [{ value: 'good first issue', count: 1 }],
    grade: [],
    level: [],
    contribution: [{ value: 'Documentation', count: 1 }],
    division: [{ value: 'group:default/platform', count: 1 }],
  },
  ...overrides,
});

async function renderHelpWanted(
  path = '/',
  answer: (query?: HelpWantedQuery) => Promise<HelpWantedPage> = async () =>
    page(),
) {
  const listHelpWanted = jest.fn(answer);
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, { listHelpWanted }]]}>
      <HelpWantedContent />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return listHelpWanted;
}

describe('HelpWantedContent', () => {
  it('lists issues with all that helps to choose one', async () => {
    await renderHelpWanted();
    expect(await screen.findByText('2 starter issues')).toBeInTheDocument();
    const [first, second] = screen
      .getAllByRole('listitem')
      .filter(item => within(item).queryByRole('heading'));
    expect(
      within(first).getByRole('link', { name: /Explain the cost model/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/parcels/parcel-router/issues/7',
    );
    expect(
      within(first).getByRole('link', { name: 'Parcel router' }),
    ).toHaveAttribute('href', '/?project=component%3Adefault%2Fparcel-router');
    for (const text of [
      'good first issue',
      'Skills: Go',
      'Effort: 2h',
      '1 comment',
    ]) {
      expect(within(first).getByText(text)).toBeInTheDocument();
    }
    expect(
      within(second).queryByRole('link', { name: 'Not a link' }),
    ).not.toBeInTheDocument();
  });

  it('keeps filters, words and order in the address', async () => {
    const listHelpWanted = await renderHelpWanted('/?orderBy=oldest&x=1');
    await screen.findByText('2 starter issues');
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'good first issue 1' }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search starter issues' }),
      'cost',
    );
    await waitFor(() =>
      expect(listHelpWanted.mock.calls.map(([query]) => query)).toContainEqual(
        expect.objectContaining({
          label: ['good first issue'],
          search: 'cost',
          orderBy: 'oldest',
        }),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?orderBy=oldest&x=1&label=good+first+issue&search=cost',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Reset filters' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?orderBy=oldest&x=1',
    );
  });

  it('narrows down to what answers quickly, fits, and a kind of help', async () => {
    const listHelpWanted = await renderHelpWanted(
      '/?division=group%3Adefault%2Fplatform',
    );
    await screen.findByText('2 starter issues');
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    for (const name of [
      'Answers within 48 hours',
      'My languages and skills',
      'Documentation 1',
    ]) {
      await userEvent.click(screen.getByRole('checkbox', { name }));
    }
    await waitFor(() =>
      expect(listHelpWanted.mock.calls.map(([query]) => query)).toContainEqual(
        expect.objectContaining({
          division: ['group:default/platform'],
          answersWithinHours: 48,
          mine: true,
          contribution: ['Documentation'],
        }),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?division=group%3Adefault%2Fplatform&answersWithinHours=48&mine=true&contribution=Documentation',
    );
  });

  it('says how to become known when nothing fits the reader', async () => {
    const none = page({ items: [], totalItems: 0 });
    await renderHelpWanted('/?mine=true', async () => none);
    expect(
      await screen.findByText(/Nothing is known of your languages/),
    ).toBeInTheDocument();
  });

  it('says what to expect when there is none', async () => {
    const none = page({ items: [], totalItems: 0 });
    await renderHelpWanted('/', async () => none);
    expect(
      await screen.findByText('No starter issues are open'),
    ).toBeInTheDocument();
  });

  it('says so when nothing matches', async () => {
    const none = page({ items: [], totalItems: 0 });
    await renderHelpWanted('/?search=x', async () => none);
    expect(
      await screen.findByText('No starter issue matches'),
    ).toBeInTheDocument();
  });

  it('shows an error and tries again on demand', async () => {
    let failed = false;
    await renderHelpWanted('/', async () => {
      if (!failed) {
        failed = true;
        throw new Error('Database is away');
      }
      return page();
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('2 starter issues')).toBeInTheDocument();
  });
});
