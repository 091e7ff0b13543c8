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
  ContributionWindowDays,
  ProjectContributions,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  changeRequestMetrics,
  projectContributions,
  quietContributions,
} from '../../../dev/fixtures/contributions';
import { projectDetail } from '../../../dev/fixtures/project';
import { downloadsOf } from '../../../dev/fixtures/downloads';
import { responseError } from '../../../dev/fixtures/render';
import { innersourceApiRef } from '../../api';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { EntityContributions } from './EntityContributions';

const ENTITY_REF = 'component:default/parcel-router';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function renderContributions(
  answer: (window?: ContributionWindowDays) => ProjectContributions,
  path = '/',
) {
  const getProjectContributions = jest.fn(
    async (_ref: string, query?: { window?: ContributionWindowDays }) =>
      answer(query?.window),
  );
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          innersourceApiRef,
          { getProjectContributions, getProject: async () => projectDetail() },
        ],
      ]}
    >
      <InnerSourceProvider>
        <EntityContributions entityRef={ENTITY_REF} />
        <Address />
      </InnerSourceProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return getProjectContributions;
}

const figures = async () =>
  within(await screen.findByRole('list', { name: 'Key figures' }))
    .getAllByRole('listitem')
    .map(item => item.textContent!.replace(', Opens in a new window', ''));

async function tableOf(title: string) {
  const heading = await screen.findByRole('heading', { level: 2, name: title });
  const card = heading.closest<HTMLElement>('[class*=MuiCard-root]')!;
  await userEvent.click(
    within(card).getByRole('button', { name: 'Show as table' }),
  );
  return within(within(card).getByRole('table'))
    .getAllByRole('row')
    .map(row => [...row.children].map(cell => cell.textContent));
}

describe('EntityContributions', () => {
  it('shows the key figures with what stands beside them', async () => {
    await renderContributions(() => projectContributions());
    await screen.findByText('High');
    expect(await figures()).toEqual([
      'InnerSource share25%Unknown beside it: 23%',
      'Outside contributors21 new, 1 returning',
      'Teams contributing5Elephant factor 1',
      'First response to outsiders20 hrOwn team: 3 hr',
      'Contributor absence factor22 people make more than half of the contributions',
      expect.stringMatching(/^Repository Activity Score[\d,]+High$/),
    ]);
  });

  it('says in a sentence what each chart shows, and what to beware of', async () => {
    await renderContributions(() => projectContributions());
    for (const sentence of [
      '5 of 26 came from other teams between Nov 23, 2025 and Nov 22, 2026, bots left out.',
      '6 cannot be attributed to a team and may be of either side.',
      '5 teams contributed, 4 of them from outside.',
      'One team makes more than half of the contributions.',
      'Median distance 0; 1 of 20 came from two or more levels away.',
      'Other teams wait longer for a first response than the own team: 20 hr instead of 3 hr (median).',
      '2 open change requests of other teams have no answer and are in no figure here.',
      'The backlog grows: 28 closed, 30 opened.',
      '1 of 2 outside contributors are new, 1 came back.',
      '2 catalog entities use it; teams other than the own: 1.',
    ]) {
      expect(await screen.findByText(sentence)).toBeVisible();
    }
  });

  it.each([
    [
      'Contributing teams',
      [
        ['Team', 'Relation', 'Distance', 'Contributions'],
        ['search', 'Own team', '0', '15'],
        ['checkout', 'Other teams', '1', '3'],
        ['payments', 'Other teams', '2', '1'],
        ['2 teams that are not named', 'Other teams', '–', '1'],
      ],
    ],
    [
      'Contribution distance',
      [
        ['Distance', 'Contributions'],
        ['0', '15'],
        ['1', '4'],
        ['2', '1'],
      ],
    ],
    [
      'Response times',
      [
        [
          'Measure',
          'Relation',
          'Count',
          'Median (hours)',
          '90th percentile (hours)',
        ],
        ['Time to first response', 'Other teams', '7', '20', '90'],
        ['Time to first response', 'Own team', '14', '3', '9.5'],
        ['Time to merge', 'Other teams', '5', '60', '130'],
        ['Time to merge', 'Own team', '15', '12', '40'],
      ],
    ],
    [
      'New and returning contributors',
      [
        ['Relation', 'People', 'New', 'Returning'],
        ['Other teams', '2', '1', '1'],
        ['Own team', '2', '0', '2'],
        ['Unknown', '1', '1', '0'],
      ],
    ],
    [
      'Used by',
      [
        ['Team', 'Entities'],
        ['checkout', '1'],
        ['search', '1'],
      ],
    ],
  ])('shows %s as a table', async (title, expected) => {
    await renderContributions(() => projectContributions());
    expect(await tableOf(title)).toEqual(expected);
  });

  it.each([
    [
      'Contributing teams',
      'teams',
      [
        'Team,Relation,Distance,Contributions',
        'group:default/search,Own team,0,15',
        'group:default/checkout,Other teams,1,3',
        'group:default/payments,Other teams,2,1',
        '2 teams that are not named,Other teams,,1',
      ],
    ],
    [
      'People',
      'people',
      [
        'Person,Team,Relation,Contributions,New',
        'Carl,group:default/checkout,Other teams,4,yes',
      ],
    ],
  ])('saves %s as a file', async (title, what, lines) => {
    await renderContributions(() => projectContributions());
    const button = await screen.findByRole('button', {
      name: `Download CSV: ${title}`,
    });
    expect(await downloadsOf(() => userEvent.click(button))).toEqual([
      {
        name: `parcel-router-${what}-2025-11-23-2026-11-22.csv`,
        text: [...lines, ''].join('\r\n'),
      },
    ]);
  });

  it('defines, explains and tabulates every chart', async () => {
    await renderContributions(() => projectContributions());
    await screen.findByText('Contributing teams');
    for (const title of [
      'Contributions by month',
      'Contributing teams',
      'Contribution distance',
      'Response times',
      'Outcome of change requests',
      'New and returning contributors',
      'Used by',
      'People',
    ]) {
      expect(
        screen.getByRole('link', { name: new RegExp(`^Definition: ${title}`) }),
      ).toHaveAttribute('href', expect.stringMatching(/metrics\.md#[a-z-]+$/));
      expect(
        screen.getByRole('button', { name: `Download CSV: ${title}` }),
      ).toBeVisible();
    }
    // People are a table already.
    expect(
      screen.getAllByRole('button', { name: 'Show as table' }),
    ).toHaveLength(7);
  });

  it('looks back 365 days unless the address says 90', async () => {
    const api = await renderContributions(() => projectContributions());
    await userEvent.click(
      await screen.findByRole('button', { name: '90 days' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?window=90');
    await waitFor(() =>
      expect(api.mock.calls.map(([, query]) => query?.window)).toEqual([
        365, 90,
      ]),
    );
    expect(screen.getByRole('button', { name: '90 days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('shows the kind of contribution that the address names', async () => {
    await renderContributions(() => projectContributions(), '/?kind=issue');
    expect(
      await screen.findByRole('img', {
        name: 'Issues by month and relation, Dec 2024 to Nov 2026',
      }),
    ).toBeVisible();
    expect(await tableOf('Contributions by month')).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Commits' }));
    expect(screen.getByTestId('address')).toHaveTextContent('?kind=commit');
    expect(
      screen.getByText(/^9 of 48 came from other teams/),
    ).toBeInTheDocument();
  });

  it('waits for the first reading', async () => {
    await renderContributions(() =>
      quietContributions({
        status: 'pending',
        reading: { projects: 1, read: 0, failing: 0 },
      }),
    );
    expect(
      await screen.findByText('Contributions have not been read yet'),
    ).toBeVisible();
    expect(screen.queryByText('Contributing teams')).not.toBeInTheDocument();
  });

  it.each([
    ['could not be read yet', { projects: 1, read: 0, failing: 1 }],
    [
      'There are no contributions to read',
      { projects: 0, read: 0, failing: 0 },
    ],
  ])('does not promise what will not come: %s', async (told, reading) => {
    await renderContributions(() =>
      quietContributions({ status: 'pending', reading }),
    );
    expect(await screen.findByText(new RegExp(told))).toBeVisible();
  });

  it('says so when nothing happened', async () => {
    await renderContributions(() => quietContributions());
    expect(
      await screen.findByText('No contributions in this time span'),
    ).toBeVisible();
    expect(
      screen.getByText('No team is known to have contributed.'),
    ).toBeVisible();
    expect(
      screen.getByText('No catalog entity depends on it or consumes its APIs.'),
    ).toBeVisible();
  });

  it('says why response times are unknown with git alone', async () => {
    const reason = 'git knows no change requests.';
    await renderContributions(() =>
      projectContributions({
        source: 'git',
        unit: 'commit',
        changeRequests: unknown(reason),
      }),
    );
    expect(await screen.findByText('Read from git alone')).toBeVisible();
    expect(
      screen.getByText(`Response times are not known: ${reason}`),
    ).toBeVisible();
    expect(await figures()).toContain('First response to outsiders–Not known');
    expect(screen.getByRole('button', { name: 'Commits' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('warns of a missing owner and of many unknown people', async () => {
    await renderContributions(() =>
      projectContributions({
        owner: null,
        share: { innerSource: null, unknown: 0.8 },
      }),
    );
    expect(await screen.findByText('No owning team')).toBeVisible();
    expect(
      screen.getByText(
        '80% of the contributions cannot be attributed to a team',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /How people are recognised/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/metrics\.md#who-is-who-identities-and-bots$/),
    );
  });

  it.each([
    [{ unansweredOutside: 0 }, 'Nights and weekends count.'],
    [
      {
        unansweredOutside: 0,
        firstResponse: {
          own: changeRequestMetrics.firstResponse.own,
          other: { count: 1, medianHours: 2, p90Hours: 2 },
        },
      },
      'Only 1 answer to other teams: a single one moves these figures.',
    ],
  ])('warns of what response times hide: %#', async (changes, caveat) => {
    await renderContributions(() =>
      projectContributions({
        changeRequests: {
          known: true,
          value: { ...changeRequestMetrics, ...changes },
        },
      }),
    );
    expect(await screen.findByText(caveat)).toBeVisible();
  });

  it.each([
    ['hidden', 'This portal names nobody.'],
    [
      'self',
      'You have not contributed in this time span, or your contributions could not be attributed to you.',
    ],
    ['named', 'Nobody contributed in this time span.'],
  ] as const)('names nobody where people are %s', async (visibility, text) => {
    await renderContributions(() =>
      projectContributions({ people: { visibility, items: [] } }),
    );
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('table', { name: 'People' })).toBeNull();
  });

  it('names those whom the backend names', async () => {
    await renderContributions(() => projectContributions());
    const table = await screen.findByRole('table', { name: 'People' });
    const [, row] = within(table).getAllByRole('row');
    expect(row).toHaveTextContent('CarlcheckoutOther teams4yes');
  });

  it('says why there is no answer and asks again', async () => {
    let failing = true;
    await renderContributions(() => {
      if (failing) {
        throw responseError(503, 'The database is away.');
      }
      return projectContributions();
    });
    expect(
      await screen.findByText(/The contributions could not be loaded/),
    ).toBeVisible();
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Contributing teams')).toBeVisible();
  });
});
