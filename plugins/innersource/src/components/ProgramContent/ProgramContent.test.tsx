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
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  InnerSourceApi,
  ProgramQuery,
} from '@ispo/backstage-plugin-innersource-common';
import { downloadsOf } from '../../../dev/fixtures/downloads';
import {
  programCategories,
  programChecks,
  programFlows,
  programMovers,
  programNewcomers,
  programProjectPage,
  programSummary,
  programTrend,
} from '../../../dev/fixtures/program';
import { innersourceApiRef } from '../../api';
import { ProgramContent } from './ProgramContent';

type PageQuery = Parameters<InnerSourceApi['getProgramProjects']>[0];

function programApi() {
  return {
    getProgramSummary: jest.fn(async (_query?: ProgramQuery) =>
      programSummary(),
    ),
    getProgramTrend: jest.fn(async () => programTrend()),
    getProgramChecks: jest.fn(async () => programChecks()),
    getProgramCheckProjects: jest.fn(async () => programProjectPage()),
    getProgramProjects: jest.fn(async (_query?: PageQuery) =>
      programCategories(),
    ),
    getProgramFlows: jest.fn(async () => programFlows()),
    getProgramFlowProjects: jest.fn(async () =>
      programProjectPage({ contributions: 20 }),
    ),
    getProgramMovers: jest.fn(async () => programMovers()),
    getProgramNewcomers: jest.fn(async () => programNewcomers()),
    getOrganizations: jest.fn(async () => ({ items: [] })),
    getStatus: jest.fn<
      ReturnType<InnerSourceApi['getStatus']>,
      Parameters<InnerSourceApi['getStatus']>
    >(async () => {
      throw new Error('Queue is away');
    }),
    getProgramReport: jest.fn(async (_query?: ProgramQuery) => '# Report'),
  };
}

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function renderProgram(
  api: Partial<InnerSourceApi>,
  options: { path?: string } = {},
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [innersourceApiRef, api],
        [permissionApiRef, mockApis.permission()],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'freight', namespace: 'default' },
                spec: { type: 'team', children: [] },
              },
            ],
          }),
        ],
      ]}
    >
      <ProgramContent />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [options.path ?? '/'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const block = (name: string) => screen.findByRole('region', { name });

describe('ProgramContent', () => {
  it('shows the figures with their change in words', async () => {
    await renderProgram(programApi());
    const figures = await screen.findByRole('list', {
      name: 'Headline figures',
    });
    const figure = (label: string) =>
      within(figures).getByText(label).parentElement!;
    expect(figure('InnerSource projects')).toHaveTextContent(
      '61 more than 5 before (better)',
    );
    expect(figure('Share of all projects')).toHaveTextContent(
      '50%10 points more than 40% before (better)',
    );
    expect(figure('Contributions from other teams')).toHaveTextContent(
      '12 less than 42 before (worse)',
    );
    expect(figure('InnerSource share of contributions')).toHaveTextContent(
      '25%5 points more than 20% before (better)',
    );
    expect(figure('Median first response to other teams')).toHaveTextContent(
      /less than 12 hr before \(better\)/,
    );
    // More distance is neither good nor bad.
    expect(figure('Median distance of contributions')).toHaveTextContent(
      /1 more than 1 before$/,
    );
    expect(figure('Mean readiness')).toHaveTextContent('No comparison yet.');
  });

  it('says what figures do not stand on yet, and denies nothing that is unread', async () => {
    const unknown = { value: null, previous: null };
    const api = programApi();
    api.getProgramSummary.mockResolvedValue(
      programSummary({
        outsideContributions: unknown,
        coverage: { evaluated: 0, pending: 12, failing: 0, noSource: 0 },
        reading: { projects: 12, read: 0, failing: 0 },
      }),
    );
    api.getProgramTrend.mockResolvedValue({
      scope: null,
      points: [
        {
          month: '2026-11',
          grades: [{ grade: null, count: 12 }],
          readiness: null,
          own: 0,
          other: 0,
          unknown: 0,
          innerSourceShare: null,
        },
      ],
    });
    api.getProgramFlows.mockResolvedValue({
      ...programFlows(),
      cells: [],
      total: 0,
    });
    api.getProgramNewcomers.mockResolvedValue({
      ...programNewcomers(),
      count: 0,
      people: [],
    });
    await renderProgram(api);
    for (const text of [
      '0 of 12 projects are evaluated.',
      /in no grade, mean or check yet/,
      /read little by little/,
    ]) {
      expect((await screen.findAllByText(text))[0]).toBeVisible();
    }
    expect(
      within(await block('Projects by grade')).getByText(
        /No project has been evaluated yet/,
      ),
    ).toBeVisible();
    for (const name of [
      'Who helps whom',
      'People who helped other teams for the first time',
    ]) {
      expect(
        await within(await block(name)).findByText(
          'Contributions have not been read yet',
        ),
      ).toBeVisible();
    }
  });

  it('asks for everything again when projects were evaluated and read', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = programApi();
      api.getProgramSummary.mockResolvedValue(
        programSummary({ reading: { projects: 12, read: 5, failing: 0 } }),
      );
      await renderProgram(api);
      expect(
        await screen.findByText(
          'Contributions of 5 of 12 projects have been read so far',
        ),
      ).toBeVisible();
      await waitFor(() => expect(api.getProgramFlows).toHaveBeenCalledTimes(1));
      api.getProgramSummary.mockResolvedValue(
        programSummary({
          coverage: { evaluated: 12, pending: 0, failing: 0, noSource: 0 },
          reading: { projects: 12, read: 12, failing: 0 },
        }),
      );
      await act(() => jest.advanceTimersByTimeAsync(15_000));
      await waitFor(() => expect(api.getProgramFlows).toHaveBeenCalledTimes(2));
      expect(
        screen.queryByText(/have been read so far/),
      ).not.toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps scope and window in the address and asks with them', async () => {
    const api = programApi();
    await renderProgram(api, {
      path: '/?scope=group:default/freight&window=365',
    });
    await waitFor(() =>
      expect(api.getProgramSummary).toHaveBeenCalledWith(
        { scope: 'group:default/freight', window: 365 },
        expect.anything(),
      ),
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Time window' }),
      'Last 90 days',
    );
    expect(screen.getByTestId('address')).toHaveTextContent('window=90');
    await waitFor(() =>
      expect(api.getProgramSummary).toHaveBeenLastCalledWith(
        { scope: 'group:default/freight', window: 90 },
        expect.anything(),
      ),
    );
  });

  it('walks the flows by keyboard and opens the projects of a cell', async () => {
    const api = programApi();
    await renderProgram(api);
    const cell = await screen.findByRole('button', {
      name: 'freight to passenger: 20 contributions, 4 projects',
    });
    cell.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'freight to freight: no contributions',
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(
      'passenger to freight: 6 contributions, 2 projects',
    );
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'From passenger to freight',
    });
    expect(
      await within(dialog).findByRole('link', { name: 'Parcel router' }),
    ).toBeVisible();
    expect(within(dialog).getByText('20 contributions')).toBeVisible();
    expect(api.getProgramFlowProjects).toHaveBeenCalledWith(
      expect.objectContaining({
        level: 'division',
        from: 'group:default/passenger',
        to: 'group:default/freight',
      }),
      expect.anything(),
    );
  });

  it.each([
    ['Projects by grade', 'projects-by-grade', true],
    ['InnerSource share over time', 'innersource-share', true],
    ['Who helps whom', 'flows-between-teams', true],
    ['What holds projects back', 'what-holds-projects-back', true],
    ['Projects by category', 'readiness-by-category', false],
    ['Movers', 'movers', true],
    ['What the figures stand on', 'coverage', false],
  ])(
    'gives “%s” as a table and a file, and says how it is defined',
    async (title, section, hasTable) => {
      await renderProgram(programApi());
      const region = within(await block(title));
      expect(
        await region.findByRole('button', { name: `Download CSV: ${title}` }),
      ).toBeVisible();
      expect(
        region.getByRole('link', { name: new RegExp(`^Definition: ${title}`) }),
      ).toHaveAttribute('href', expect.stringMatching(`#${section}$`));
      const toggle = region.queryByRole('button', { name: 'Show as table' });
      if (toggle) {
        await userEvent.click(toggle);
      }
      const tables = hasTable
        ? region.getAllByRole('table', { name: title })
        : [];
      expect(Boolean(toggle)).toBe(hasTable);
      expect(
        tables.every(table => within(table).getAllByRole('row').length > 1),
      ).toBe(true);
    },
  );

  it('tells what holds projects back, with remedy and projects', async () => {
    const api = programApi();
    await renderProgram(api);
    const checks = within(await block('What holds projects back'));
    expect(
      await checks.findByRole('img', {
        name: 'Failed 5, Partly 1, Passed 2, Not known 0',
      }),
    ).toBeVisible();
    expect(
      checks.getByRole('img', { name: 'Grade A: 2, Grade C: 6' }),
    ).toBeVisible();
    expect(checks.getByRole('img', { name: 'Grade A: 8' })).toBeVisible();
    await userEvent.click(
      checks.getByRole('button', {
        name: '6 projects held back by “Recognised license”',
      }),
    );
    expect(await checks.findByText(/Add a LICENSE file/)).toBeVisible();
    expect(
      await checks.findByRole('link', { name: 'Parcel router' }),
    ).toBeVisible();
  });

  it('sorts projects by category', async () => {
    const api = programApi();
    await renderProgram(api);
    const heading = await screen.findByRole('columnheader', {
      name: 'Governed',
    });
    await userEvent.click(within(heading).getByRole('button'));
    expect(screen.getByTestId('address')).toHaveTextContent('orderBy=governed');
    await waitFor(() =>
      expect(api.getProgramProjects).toHaveBeenLastCalledWith(
        expect.objectContaining({ orderBy: 'governed' }),
        expect.anything(),
      ),
    );
  });

  it('saves the categories of all projects, not only of those shown', async () => {
    const api = programApi();
    const [first] = (await api.getProgramProjects()).items;
    const page = (from: number, to: number) => ({
      scope: null,
      totalItems: 250,
      nextCursor: to < 250 ? String(to) : null,
      items: Array.from({ length: to - from }, (_, index) => ({
        ...first,
        entityRef: `component:default/p${from + index}`,
      })),
    });
    api.getProgramProjects.mockImplementation(
      async ({ limit = 0, cursor = '0' }: PageQuery = {}) =>
        page(Number(cursor), Math.min(250, Number(cursor) + limit)),
    );
    await renderProgram(api);
    const region = within(await block('Projects by category'));
    const button = await region.findByRole('button', {
      name: 'Download CSV: Projects by category',
    });
    expect(region.getAllByRole('row')).toHaveLength(21);
    const [file] = await downloadsOf(() => userEvent.click(button));
    const [header, ...lines] = file.text.trim().split('\r\n');
    expect(header).toMatch(/^Project,Readiness,/);
    expect(lines).toHaveLength(250);
    expect(lines[249]).toMatch(/^component:default\/p249,/);

    api.getProgramProjects.mockRejectedValueOnce(new Error('Away'));
    await userEvent.click(button);
    expect(await region.findByRole('alert')).toHaveTextContent(
      'The file could not be made.',
    );
  });

  it('copies the report', async () => {
    const api = programApi();
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await renderProgram(api);
    await user.click(
      await screen.findByRole('button', { name: 'Copy report' }),
    );
    expect(
      await screen.findByText('The report is on the clipboard.'),
    ).toBeVisible();
    expect(writeText).toHaveBeenCalledWith('# Report');
  });

  it('keeps the page when one block fails, which tries again on demand', async () => {
    const api = programApi();
    api.getProgramMovers.mockRejectedValueOnce(new Error('Database is away'));
    await renderProgram(api);
    const movers = within(await block('Movers'));
    expect(
      await movers.findByText('“Movers” could not be loaded', { exact: false }),
    ).toBeVisible();
    expect(
      await screen.findByRole('list', { name: 'Headline figures' }),
    ).toBeVisible();
    expect(
      await screen.findByText(/The state of the backend could not be loaded/),
    ).toBeVisible();
    await userEvent.click(movers.getByRole('button', { name: 'Try again' }));
    expect(await movers.findByText('Label printer')).toBeVisible();
    expect(movers.getByText('3 wait, the oldest for 45 days')).toBeVisible();
  });
});
