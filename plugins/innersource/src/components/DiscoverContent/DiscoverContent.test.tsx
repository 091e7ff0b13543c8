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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { ListProjectsQuery } from '@ispo/backstage-plugin-innersource-common';
import {
  projectPage,
  projectSummaries,
  projectSummary,
} from '../../../dev/fixtures/projects';
import { innersourceApiRef } from '../../api';
import { DiscoverContent } from './DiscoverContent';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function renderDiscover(
  options: { path?: string; projects?: typeof projectSummaries } = {},
) {
  const listProjects = jest.fn(async (query?: ListProjectsQuery) =>
    projectPage(query, options.projects),
  );
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, { listProjects }]]}>
      <DiscoverContent />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [options.path ?? '/'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return listProjects;
}

const titles = () =>
  screen.queryAllByRole('heading', { level: 2 }).map(h => h.textContent);

describe('DiscoverContent', () => {
  it('lists projects with links to their entity pages', async () => {
    const listProjects = await renderDiscover();
    expect(await screen.findByText('6 projects')).toBeInTheDocument();
    expect(titles()).toEqual(projectSummaries.map(({ title }) => title));
    expect(screen.getByRole('link', { name: 'Parcel router' })).toHaveAttribute(
      'href',
      '/catalog/default/component/parcel-router',
    );
    expect(screen.getByText('4 starter issues')).toBeInTheDocument();
    expect(screen.getByText('Archived')).toBeInTheDocument();
    expect(listProjects).toHaveBeenCalledTimes(1);
    expect(listProjects).toHaveBeenCalledWith(
      expect.objectContaining({ orderBy: 'activity', limit: 24 }),
      expect.anything(),
    );
  });

  it('searches once typing pauses, and keeps the words in the address', async () => {
    const listProjects = await renderDiscover();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search projects' }),
      'react ui',
    );
    await waitFor(() => expect(titles()).toEqual(['Design system']));
    expect(listProjects).toHaveBeenCalledTimes(2);
    expect(screen.getByTestId('address')).toHaveTextContent('?search=react+ui');
  });

  it('filters by facets, help wanted and order', async () => {
    const listProjects = await renderDiscover();
    await screen.findByText('6 projects');
    // jsdom reports no width, as on a phone.
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));

    await userEvent.click(screen.getAllByRole('checkbox', { name: 'Go 1' })[0]);
    await waitFor(() => expect(titles()).toEqual(['Parcel router']));
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Help wanted' }),
    );
    await waitFor(() => expect(titles()).toEqual(['Parcel router']));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Sort by' }),
      'Name',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?language=Go&helpWanted=true&orderBy=name',
    );
    await waitFor(() =>
      expect(listProjects).toHaveBeenLastCalledWith(
        expect.objectContaining({
          language: ['Go'],
          helpWanted: true,
          orderBy: 'name',
        }),
        expect.anything(),
      ),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Reset filters' }),
    );
    await waitFor(() => expect(titles()).toHaveLength(6));
    expect(screen.getByTestId('address')).toHaveTextContent('?orderBy=name');
  });

  it('keeps a chosen value that nothing has, so that it can be unchosen', async () => {
    await renderDiscover({ path: '/?language=Cobol' });
    expect(await screen.findByText('No project matches')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    const cobol = screen.getByRole('checkbox', { name: /Cobol/ });
    expect(cobol).toBeChecked();
    await userEvent.click(cobol);
    await waitFor(() => expect(titles()).toHaveLength(6));
  });

  it('ignores values in the address that do not exist', async () => {
    const listProjects = await renderDiscover({
      path: '/?orderBy=drop&level=none&helpWanted=perhaps',
    });
    await screen.findByText('6 projects');
    expect(listProjects.mock.calls[0][0]).toEqual({
      orderBy: 'activity',
      limit: 24,
    });
  });

  it('shows more on demand', async () => {
    const projects = Array.from({ length: 30 }, (_, index) =>
      projectSummary({ title: `Project ${index}` }),
    );
    const listProjects = await renderDiscover({ projects });
    expect(await screen.findByText('30 projects')).toBeInTheDocument();
    expect(titles()).toHaveLength(24);

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));

    await waitFor(() => expect(titles()).toHaveLength(30));
    expect(listProjects).toHaveBeenCalledTimes(2);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('says what to expect when there are no projects at all', async () => {
    await renderDiscover({ projects: [] });
    expect(await screen.findByText('No projects yet')).toBeInTheDocument();
  });

  it('shows an error and tries again on demand', async () => {
    const listProjects = jest
      .fn(async () => projectPage())
      .mockRejectedValueOnce(new Error('Database is away'));
    await renderInTestApp(
      <TestApiProvider apis={[[innersourceApiRef, { listProjects }]]}>
        <DiscoverContent />
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByText('The projects could not be loaded', {
        exact: false,
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('6 projects')).toBeInTheDocument();
  });
});
