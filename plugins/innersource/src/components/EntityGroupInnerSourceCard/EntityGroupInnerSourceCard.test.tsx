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
import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { TeamContributions } from '@ispo/backstage-plugin-innersource-common';
import { teamContributions } from '../../../dev/fixtures/contributions';
import { responseError } from '../../../dev/fixtures/render';
import { innersourceApiRef } from '../../api';
import { EntityGroupInnerSourceCard } from './EntityGroupInnerSourceCard';

const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'search', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

async function renderCard(answer: () => TeamContributions) {
  const getTeamContributions = jest.fn(
    async (_ref: string, _query?: { window?: 90 | 365 }) => answer(),
  );
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, { getTeamContributions }]]}>
      <EntityProvider entity={group}>
        <EntityGroupInnerSourceCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return getTeamContributions;
}

const section = async (name: string) =>
  (await screen.findByRole('heading', { level: 3, name })).closest('section')!;

describe('EntityGroupInnerSourceCard', () => {
  it('shows the projects of the team by grade', async () => {
    await renderCard(() => teamContributions());
    expect(
      await screen.findByRole('heading', { name: '4 projects' }),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('listitem')
        .slice(0, 3)
        .map(item => item.textContent),
    ).toEqual(['Grade A 1', 'Grade C 2', 'No grade 1']);
  });

  it('gives no figure before anything was read, and grades all the same', async () => {
    await renderCard(() =>
      teamContributions({ reading: { projects: 12, read: 0, failing: 0 } }),
    );
    expect(
      await screen.findByText('Contributions have not been read yet'),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: '4 projects' })).toBeVisible();
    expect(screen.queryByText('Given to other teams')).not.toBeInTheDocument();
  });

  it('says over how many projects its figures are', async () => {
    await renderCard(() =>
      teamContributions({ reading: { projects: 12, read: 5, failing: 0 } }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Contributions of 5 of 12 projects have been read so far',
    );
    expect(await section('Given to other teams')).toBeVisible();
  });

  it('shows what it gives and receives, with links to the teams', async () => {
    await renderCard(() => teamContributions());
    const given = await section('Given to other teams');
    expect(given).toHaveTextContent('9contributions by 3 people');
    expect(
      within(given).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/group/checkout');
    expect(given).toHaveTextContent('2 teams that are not named3');

    const received = await section('Received from other teams');
    expect(received).toHaveTextContent(
      '5contributions by 1 person25% of the work on its projects',
    );
    expect(
      within(received)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['payments', 'checkout']);
  });

  it('says how many teams it does not list', async () => {
    const base = teamContributions();
    await renderCard(() =>
      teamContributions({
        received: {
          ...base.received,
          teams: Array.from({ length: 7 }, (_, i) => ({
            team: `group:default/team-${i}`,
            teams: 1,
            contributions: 7 - i,
          })),
        },
      }),
    );
    const received = await section('Received from other teams');
    expect(within(received).getAllByRole('link')).toHaveLength(5);
    expect(received).toHaveTextContent('and 2 more');
  });

  it('does not show what would name one person', async () => {
    await renderCard(() =>
      teamContributions({
        given: null,
        months: teamContributions().months.map(month => ({
          ...month,
          given: null,
        })),
      }),
    );
    const given = await section('Given to other teams');
    expect(given).toHaveTextContent(/small enough for it to name a person/);
    expect(within(given).queryByText('Teams helped')).toBeNull();
    expect(
      screen.getByText('5 received between Nov 23, 2025 and Nov 22, 2026.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const [, row] = screen.getAllByRole('row');
    expect(row).toHaveTextContent('Dec 2025–0');
  });

  it('says so when there are no projects and no exchange', async () => {
    await renderCard(() =>
      teamContributions({
        projects: { total: 0, byGrade: [] },
        given: { contributions: 0, contributors: 0, projects: [], teams: [] },
      }),
    );
    expect(
      await screen.findByText('This team owns no project that you may see.'),
    ).toBeVisible();
    expect(await section('Given to other teams')).toHaveTextContent(
      'Teams helpedNone',
    );
  });

  it('looks back as far as one chooses', async () => {
    const api = await renderCard(() => teamContributions());
    await userEvent.click(
      await screen.findByRole('button', { name: '90 days' }),
    );
    await waitFor(() =>
      expect(
        api.mock.calls.map(([ref, query]) => [ref, query?.window]),
      ).toEqual([
        ['group:default/search', 365],
        ['group:default/search', 90],
      ]),
    );
  });

  it('says why there is no answer', async () => {
    await renderCard(() => {
      throw responseError(403, 'No.');
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
