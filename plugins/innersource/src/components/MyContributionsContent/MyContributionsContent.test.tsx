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

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { MyContributions } from '@ispo/backstage-plugin-innersource-common';
import { myContributions } from '../../../dev/fixtures/contributions';
import { downloadsOf } from '../../../dev/fixtures/downloads';
import { responseError } from '../../../dev/fixtures/render';
import { innersourceApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { MyContributionsContent } from './MyContributionsContent';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function renderMine(answer: () => MyContributions) {
  const getMyContributions = jest.fn(async (_query?: { window?: 90 | 365 }) =>
    answer(),
  );
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, { getMyContributions }]]}>
      <MyContributionsContent />
      <Address />
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/innersource': rootRouteRef,
      },
    },
  );
  return getMyContributions;
}

async function rowsOf(name: string) {
  const table = await screen.findByRole('table', { name });
  return within(table).getAllByRole('row').slice(1);
}

describe('MyContributionsContent', () => {
  it('counts what went to other teams', async () => {
    await renderMine(() => myContributions());
    const figures = await screen.findByRole('list', { name: 'Key figures' });
    expect(
      within(figures)
        .getAllByRole('listitem')
        .map(item => item.textContent!.replace(', Opens in a new window', '')),
    ).toEqual([
      'Merged change requests4',
      'Commits7',
      'Reviews2',
      'Issues3',
      'Teams helped3',
      'Waiting change requests2longest: 21 days',
    ]);
    expect(
      screen.getByText(
        '4 contributions of code between Nov 23, 2025 and Nov 22, 2026.',
      ),
    ).toBeVisible();
  });

  it('lists what waits, with how long and whether it was answered', async () => {
    await renderMine(() => myContributions());
    const [first, second] = await rowsOf('Waiting change requests');
    expect(first).toHaveTextContent(
      'parcel-routerNov 1, 202621 daysno answer yet',
    );
    expect(
      within(first).getByRole('link', { name: /Cache the routing table/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/parcel-router/pull/17');
    expect(second).toHaveTextContent(/^Without title.*1 dayNov 20, 2026$/);
  });

  it.each([
    [
      'Waiting change requests',
      'waiting-2026-11-22',
      [
        'Change request,Address,Project,Opened,Waits for,Answered',
        expect.stringMatching(
          /^Cache the routing table,https:\/\/github.com\/acme\/parcel-router\/pull\/17,component:default\/parcel-router,2026-11-01T[^,]*,21,$/,
        ),
        expect.stringMatching(/,component:default\/ledger,/),
      ],
    ],
    [
      'Merged and closed',
      'closed-2025-11-23-2026-11-22',
      [
        'Change request,Address,Project,Outcome,Took,On',
        expect.stringMatching(/,Merged,72,2026-10-04T/),
        expect.stringMatching(/,Closed without merge,/),
      ],
    ],
  ])('saves %s as a file', async (title, what, lines) => {
    await renderMine(() => myContributions());
    const button = await screen.findByRole('button', {
      name: `Download CSV: ${title}`,
    });
    const [file] = await downloadsOf(() => userEvent.click(button));
    expect(file.name).toBe(`carl-${what}.csv`);
    expect(file.text.trimEnd().split('\r\n')).toEqual(lines);
  });

  it('says what its tables and charts mean, and of what to beware', async () => {
    await renderMine(() => myContributions());
    for (const text of [
      'You contributed to 2 projects of other teams; teams helped: 3.',
      '2 wait to be merged or closed; without any answer: 1.',
      '1 of 2 were merged.',
    ]) {
      expect(await screen.findByText(text)).toBeVisible();
    }
  });

  it('never leads to an address that runs a script', async () => {
    await renderMine(() => myContributions());
    const [, second] = await rowsOf('Waiting change requests');
    expect(
      within(second)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['ledger']);
  });

  it('lists what was merged and what was not', async () => {
    await renderMine(() => myContributions());
    const [first, second] = await rowsOf('Merged and closed');
    expect(first).toHaveTextContent(
      /Round half to even.*ledgerMerged3 daysOct 4, 2026/,
    );
    expect(second).toHaveTextContent(/Rewrite it all.*Closed without merge/);
  });

  it('leads to projects and teams', async () => {
    await renderMine(() => myContributions());
    expect(
      (await screen.findAllByRole('link', { name: 'parcel-router' }))[0],
    ).toHaveAttribute('href', '/catalog/default/component/parcel-router');
    expect(screen.getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByText('2 teams that are not named')).toBeVisible();
  });

  it('says so when there is nothing', async () => {
    await renderMine(() =>
      myContributions({ projects: [], teamsHelped: [], changeRequests: [] }),
    );
    for (const text of [
      'No contribution to other teams’ projects in this time span.',
      'None of your change requests to other teams is waiting.',
      'None was merged or closed in this time span.',
    ]) {
      expect(await screen.findByText(text)).toBeVisible();
    }
  });

  it.each([true, false])(
    'gives no figure before anything was read (%s)',
    async identified => {
      await renderMine(() =>
        myContributions({
          identified,
          reading: { projects: 42, read: 0, failing: 3 },
        }),
      );
      expect(
        await screen.findByText('Contributions have not been read yet'),
      ).toBeVisible();
      expect(screen.queryByRole('list')).not.toBeInTheDocument();
      expect(screen.queryByText(/user-login/)).not.toBeInTheDocument();
    },
  );

  it('blames nobody while contributions are being read', async () => {
    await renderMine(() =>
      myContributions({
        identified: false,
        reading: { projects: 42, read: 12, failing: 0 },
      }),
    );
    expect(
      await screen.findByText(
        'Contributions of 12 of 42 projects have been read so far',
      ),
    ).toBeVisible();
    expect(screen.getByText(/could be attributed to you so far/)).toBeVisible();
    expect(screen.queryByText(/user-login/)).not.toBeInTheDocument();
  });

  it.each([
    ['The figures grow', { projects: 42, read: 12, failing: 3 }],
    ['cannot be read at present', { projects: 42, read: 39, failing: 3 }],
  ])(
    'says over how many projects the figures are: %s',
    async (why, reading) => {
      await renderMine(() => myContributions({ reading }));
      expect(
        await screen.findByText(
          `Contributions of ${reading.read} of 42 projects have been read so far`,
        ),
      ).toBeVisible();
      expect(screen.getByText(new RegExp(why))).toBeVisible();
      expect(screen.getByRole('list', { name: 'Key figures' })).toBeVisible();
    },
  );

  it('asks again until all have been read', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let read = 0;
      await renderMine(() =>
        myContributions({ reading: { projects: 2, read, failing: 0 } }),
      );
      expect(
        await screen.findByText('Contributions have not been read yet'),
      ).toBeVisible();
      read = 2;
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(
        await screen.findByRole('list', { name: 'Key figures' }),
      ).toBeVisible();
      expect(screen.queryByText(/not been read/)).not.toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells whom nothing could be attributed to how to add the login', async () => {
    await renderMine(() => myContributions({ identified: false }));
    expect(
      await screen.findByText('No contribution could be attributed to you'),
    ).toBeVisible();
    expect(screen.getByText(/user:default\/carl/)).toBeVisible();
    expect(screen.getByText(/github.com\/user-login/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Find a project to contribute to' }),
    ).toHaveAttribute('href', '/innersource');
  });

  it('asks those to sign in who are nobody', async () => {
    await renderMine(() => {
      throw responseError(403, 'Not a user.');
    });
    expect(
      await screen.findByText('Sign in to see your contributions'),
    ).toBeVisible();
  });

  it.each([404, 503])(
    'says why there is no answer (%s) and asks again',
    async status => {
      let failing = true;
      await renderMine(() => {
        if (failing) {
          throw responseError(status, 'The backend is starting.');
        }
        return myContributions();
      });
      expect(
        await screen.findByText(/The contributions could not be loaded/),
      ).toBeVisible();
      failing = false;
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText('Projects contributed to')).toBeVisible();
    },
  );

  it('looks back as far as the address says', async () => {
    const api = await renderMine(() => myContributions());
    await userEvent.click(
      await screen.findByRole('button', { name: '90 days' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?window=90');
    await waitFor(() =>
      expect(api.mock.calls.map(([query]) => query?.window)).toEqual([365, 90]),
    );
  });
});
