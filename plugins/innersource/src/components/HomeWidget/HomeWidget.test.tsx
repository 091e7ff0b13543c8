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

import { screen, within } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { InnerSourceApi } from '@ispo/backstage-plugin-innersource-common';
import { projectPage, projectSummaries } from '../../../dev/fixtures/projects';
import { innersourceApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { HomeWidget } from './HomeWidget';

const basis = { languages: ['Go'], skills: [], dependencies: 0 };

async function renderWidget(api: Partial<InnerSourceApi>) {
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, api]]}>
      <HomeWidget />
    </TestApiProvider>,
    { mountedRoutes: { '/innersource': rootRouteRef } },
  );
}

const columnOf = (name: string) =>
  within(
    screen.getByRole('heading', { name }).closest('section') ?? document.body,
  );

describe('HomeWidget', () => {
  it('shows what fits, what is new and what to begin with, and leads to all of them', async () => {
    const listProjects = jest.fn(async () => projectPage({ limit: 3 }));
    await renderWidget({
      getSuggestions: async () => ({
        items: [
          {
            project: projectSummaries[0],
            reasons: [{ kind: 'language', value: 'Go' }],
          },
        ],
        basis,
      }),
      listProjects,
      listHelpWanted: async () => ({
        items: [
          {
            entityRef: 'component:default/parcel-router',
            projectTitle: 'Parcel router',
            owner: null,
            language: null,
            number: 7,
            title: 'Explain the cost model',
            url: 'https://github.com/parcels/parcel-router/issues/7',
            labels: [],
            unassigned: true,
            createdAt: '2026-01-01T00:00:00Z',
            updatedAt: '2026-01-01T00:00:00Z',
            comments: 0,
          },
        ],
        totalItems: 1,
        nextCursor: null,
        facets: {
          owner: [],
          language: [],
          topic: [],
          skill: [],
          label: [],
          grade: [],
          level: [],
          contribution: [],
          division: [],
        },
      }),
    });
    expect(await screen.findByText('You know Go')).toBeVisible();
    const link = (column: string, name: string | RegExp) =>
      columnOf(column).getByRole('link', { name });
    expect(link('For you', 'Parcel router')).toHaveAttribute(
      'href',
      '/innersource/discover?project=component%3Adefault%2Fparcel-router',
    );
    expect(link('For you', 'Discover projects')).toHaveAttribute(
      'href',
      '/innersource/discover',
    );
    expect(link('New projects', 'All projects, newest first')).toHaveAttribute(
      'href',
      '/innersource/discover?orderBy=newest',
    );
    expect(link('Help wanted', /Explain the cost model/)).toHaveAttribute(
      'href',
      'https://github.com/parcels/parcel-router/issues/7',
    );
    expect(link('Help wanted', 'All starter issues')).toHaveAttribute(
      'href',
      '/innersource/help-wanted',
    );
    expect(listProjects).toHaveBeenCalledWith(
      { orderBy: 'newest', innerSourceOnly: true, limit: 3, facets: false },
      expect.anything(),
    );
  });

  it('says what could not be loaded, and still leads on', async () => {
    const fail = async () => {
      throw new TypeError('Failed to fetch');
    };
    await renderWidget({
      getSuggestions: fail,
      listProjects: fail,
      listHelpWanted: fail,
    });
    for (const column of ['For you', 'New projects']) {
      expect(
        await columnOf(column).findByText('The projects could not be loaded'),
      ).toBeVisible();
    }
    expect(
      await columnOf('Help wanted').findByText(
        'The starter issues could not be loaded',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All starter issues' }),
    ).toBeVisible();
  });

  it('says what there is not', async () => {
    await renderWidget({
      getSuggestions: async () => ({ items: [], basis }),
      listProjects: async () => projectPage({}, []),
    });
    expect(
      await screen.findByText(/innersource/i, { selector: 'p' }),
    ).toBeVisible();
  });
});
