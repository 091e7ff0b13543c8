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
import {
  BackendStatus,
  ListProjectsQuery,
  Suggestions,
} from '@ispo/backstage-plugin-innersource-common';
import {
  projectPage,
  projectSummaries,
  projectSummary,
} from '../../../dev/fixtures/projects';
import { projectDetail } from '../../../dev/fixtures/project';
import { innersourceApiRef } from '../../api';
import { DiscoverContent } from './DiscoverContent';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

function backendStatus(evaluated: number, total: number): BackendStatus {
  return {
    projects: { total, evaluated, pending: total - evaluated, failing: 0 },
    repositories: total,
    queue: { due: 0, running: 0, oldestDueSeconds: null },
    firstPass: {
      done: evaluated === total,
      progress: evaluated / total,
      estimatedSeconds: null,
    },
    lastSuccessAt: null,
    catalogSyncedAt: total === 0 ? null : '2026-11-22T09:00:00.000Z',
    failing: [],
    sources: [],
    budgets: [],
  };
}

const exportProjects = jest.fn(async () => new Blob(['x']));

async function renderDiscover(
  options: {
    path?: string;
    projects?: typeof projectSummaries;
    suggestions?: Suggestions;
    status?: () => BackendStatus;
  } = {},
) {
  const getStatus = async () => options.status?.() ?? backendStatus(6, 6);
  const listProjects = jest.fn(async (query?: ListProjectsQuery) => {
    const page = projectPage(query, options.projects);
    return query?.facets
      ? page
      : { ...page, facets: projectPage({}, []).facets };
  });
  const getSuggestions = async (): Promise<Suggestions> =>
    options.suggestions ?? {
      items: [],
      basis: { languages: ['Go'], skills: [], dependencies: 0 },
    };
  const getProject = async (entityRef: string) => projectDetail({ entityRef });
  const getProjectsByRefs = async () => ({ items: [projectSummaries[0]] });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          innersourceApiRef,
          {
            listProjects,
            getSuggestions,
            exportProjects,
            getProject,
            getProjectsByRefs,
            getStatus,
          },
        ],
      ]}
    >
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

/** How pages were asked for, without the facets, which are counted apart. */
const pagesAskedFor = (listProjects: jest.Mock) =>
  listProjects.mock.calls
    .map(([query]) => query)
    .filter(({ facets }) => !facets);

const titles = () =>
  screen.queryAllByRole('heading', { level: 2 }).map(h => h.textContent);

describe('DiscoverContent', () => {
  it('asks a portal that has just started again until it has all projects', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const projects: typeof projectSummaries = [];
      const listProjects = await renderDiscover({ projects });
      expect(
        await screen.findByText('No InnerSource projects yet'),
      ).toBeVisible();
      for (const [present, text] of [
        [1, '1 project'],
        [6, '6 projects'],
        [6, '6 projects'],
      ] as const) {
        projects.push(...projectSummaries.slice(projects.length, present));
        await act(() => jest.advanceTimersByTimeAsync(10_000));
        expect(await screen.findByText(text)).toBeVisible();
      }
      const asked = listProjects.mock.calls.length;
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(listProjects).toHaveBeenCalledTimes(asked);
    } finally {
      jest.useRealTimers();
    }
  });

  it('follows the first pass', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let status = backendStatus(0, 0);
      const listProjects = await renderDiscover({ status: () => status });
      expect(
        await screen.findByText('The catalog has not been read yet'),
      ).toBeVisible();
      status = backendStatus(2, 6);
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(
        await screen.findByText('2 of 6 projects are evaluated.'),
      ).toBeVisible();
      const before = pagesAskedFor(listProjects).length;
      status = backendStatus(6, 6);
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      await waitFor(() =>
        expect(screen.queryByText(/are evaluated/)).not.toBeInTheDocument(),
      );
      await waitFor(() =>
        expect(pagesAskedFor(listProjects).length).toBeGreaterThan(before),
      );
    } finally {
      jest.useRealTimers();
    }
  });

  it('lists projects with links to their panels', async () => {
    const listProjects = await renderDiscover();
    expect(await screen.findByText('6 projects')).toBeInTheDocument();
    expect(titles()).toEqual(projectSummaries.map(({ title }) => title));
    expect(screen.getByRole('link', { name: 'Parcel router' })).toHaveAttribute(
      'href',
      '/?project=component%3Adefault%2Fparcel-router',
    );
    expect(screen.getByText('4 starter issues')).toBeInTheDocument();
    expect(screen.getByText('Archived')).toBeInTheDocument();
    expect(pagesAskedFor(listProjects)).toEqual([
      {
        innerSourceOnly: true,
        orderBy: 'activity',
        limit: 24,
        facets: false,
      },
    ]);
  });

  it('shows all projects on demand, and offers it where nothing is found', async () => {
    const listProjects = await renderDiscover({ projects: [] });
    expect(
      await screen.findByText('No InnerSource projects yet'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all projects' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?all=true');
    expect(await screen.findByText('No projects yet')).toBeInTheDocument();
    expect(pagesAskedFor(listProjects).at(-1)).toEqual({
      orderBy: 'activity',
      limit: 24,
      facets: false,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: /^All projects/ }),
    );
    expect(screen.getByTestId('address')).not.toHaveTextContent('all');
  });

  it('searches once typing pauses, and keeps the words in the address', async () => {
    const listProjects = await renderDiscover();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search projects' }),
      'react ui',
    );
    await waitFor(() => expect(titles()).toEqual(['Design system']));
    expect(pagesAskedFor(listProjects)).toHaveLength(2);
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
      expect(pagesAskedFor(listProjects).at(-1)).toMatchObject({
        language: ['Go'],
        helpWanted: true,
        orderBy: 'name',
      }),
    );
    // Another order counts no facets anew.
    expect(listProjects.mock.calls.map(([query]) => query)).not.toContainEqual(
      expect.objectContaining({ facets: true, orderBy: 'name' }),
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
      path: '/?orderBy=drop&level=none&helpWanted=perhaps&owner=x&division=:::&language=&search=',
    });
    await screen.findByText('6 projects');
    expect(pagesAskedFor(listProjects)).toEqual([
      {
        innerSourceOnly: true,
        orderBy: 'activity',
        limit: 24,
        facets: false,
      },
    ]);
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
    expect(pagesAskedFor(listProjects)).toHaveLength(2);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('says what to expect when there are no projects at all', async () => {
    await renderDiscover({ path: '/?all=true', projects: [] });
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

  it('shows a table, kept in the address with everything else', async () => {
    await renderDiscover({ path: '/?language=Go' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const row = await screen.findByRole('row', { name: /Parcel router/ });
    expect(within(row).getByText('6 hr')).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?language=Go&view=table',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as cards' }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('suggests projects with reasons, until a filter is set', async () => {
    await renderDiscover({
      suggestions: {
        items: [
          {
            project: projectSummaries[1],
            reasons: [
              { kind: 'dependency', value: 'component:default/shop' },
              { kind: 'skill', value: 'React' },
            ],
          },
        ],
        basis: { languages: [], skills: ['React'], dependencies: 1 },
      },
    });
    const strip = await screen.findByRole('region', { name: 'For you' });
    expect(strip).toHaveTextContent('Used by your shop');
    expect(strip).toHaveTextContent('You know React');
    await userEvent.type(screen.getByRole('searchbox'), 'go');
    await waitFor(() => expect(strip).not.toBeInTheDocument());
  });

  it('says how to get suggestions when nothing is known', async () => {
    await renderDiscover({
      suggestions: {
        items: [],
        basis: { languages: [], skills: [], dependencies: 0 },
      },
    });
    expect(
      await screen.findByText(/Nothing is known of your languages/),
    ).toBeInTheDocument();
  });

  it('opens the project of the address in a dialog that Escape closes', async () => {
    await renderDiscover({
      path: '/?language=Go&project=component:default/parcel-router',
    });
    const dialog = await screen.findByRole('dialog', { name: 'Parcel router' });
    expect(
      await within(dialog).findByRole('heading', { name: 'How to start' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(screen.getByTestId('address')).toHaveTextContent('?language=Go');
    expect(screen.getByTestId('address')).not.toHaveTextContent('project');
  });

  it('ignores an address that names no project', async () => {
    await renderDiscover({ path: '/?project=:::' });
    await screen.findByText('6 projects');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('exports the list as it is filtered', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    await renderDiscover({ path: '/?language=Go' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Table (CSV)' }),
    );
    await waitFor(() =>
      expect(exportProjects).toHaveBeenCalledWith(
        'projects.csv',
        expect.objectContaining({ language: ['Go'] }),
      ),
    );
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:x');
  });

  it('writes innersource.json for owners to copy', async () => {
    await renderDiscover();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Offer your project' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Offer your project' });
    await userEvent.type(within(dialog).getByLabelText('Title'), 'Rails');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Tests' }),
    );
    await userEvent.type(
      within(dialog).getByLabelText('Skills'),
      'Go, Go,, SQL',
    );
    await userEvent.type(
      within(dialog).getByLabelText('Address of the documentation'),
      'ftp:x',
    );
    expect(within(dialog).getByText(/Give a whole address/)).toBeVisible();
    const file = within(dialog).getByDisplayValue(/"title"/);
    expect(JSON.parse((file as HTMLTextAreaElement).value)).toEqual({
      title: 'Rails',
      contributions: ['Tests'],
      skills: ['Go', 'SQL'],
    });
  });
});
