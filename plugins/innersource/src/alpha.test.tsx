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

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { checkTexts, tell } from '@ispo/backstage-plugin-innersource-common';
import { innersourceApiRef } from './api';
import innersourcePlugin from './alpha';
import {
  myContributions,
  teamContributions,
} from '../dev/fixtures/contributions';
import { projectDetail } from '../dev/fixtures/project';
import { projectPage } from '../dev/fixtures/projects';
import { entity, mockInnerSourceApi } from '../dev/fixtures/render';

/** Lists the types of results as Backstage's search page does. */
const searchPlugin = createFrontendPlugin({
  pluginId: 'search',
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: {
        resultTypes: createExtensionInput([
          SearchFilterResultTypeBlueprint.dataRefs.resultType,
        ]),
      },
      factory: (originalFactory, { inputs }) =>
        originalFactory({
          path: '/search',
          title: 'Search',
          loader: async () => {
            const types = inputs.resultTypes.map(type =>
              type.get(SearchFilterResultTypeBlueprint.dataRefs.resultType),
            );
            return (
              <ul>
                <ResultTypes types={types} />
              </ul>
            );
          },
        }),
    }),
  ],
});

function ResultTypes(props: {
  types: Array<{ value: string; name: string; icon: JSX.Element }>;
}) {
  return (
    <>
      {props.types.map(({ value, name, icon }) => (
        <li key={value}>
          {icon}
          <span>{name}</span>
        </li>
      ))}
    </>
  );
}

describe('the plugin for the new frontend system', () => {
  it('adds the card to an entity page', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        innersourcePlugin.getExtension('entity-card:innersource/readiness'),
      ],
      apis: [[innersourceApiRef, mockInnerSourceApi()]],
    });
    expect(await screen.findByText('InnerSource readiness')).toBeVisible();
    expect(await screen.findByText('Grade C')).toBeVisible();
  });

  it('adds the tab to an entity page', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        innersourcePlugin.getExtension('entity-content:innersource/readiness'),
      ],
      apis: [[innersourceApiRef, mockInnerSourceApi()]],
    });
    expect(await screen.findByText('Reach grade B')).toBeVisible();
  });

  it('has a page with Discover as its first tab', async () => {
    renderTestApp({
      // Without the tab that needs a permission: the test app does not wait.
      extensions: [
        innersourcePlugin.getExtension('page:innersource'),
        innersourcePlugin.getExtension('sub-page:innersource/discover'),
      ],
      apis: [[innersourceApiRef, { listProjects: async () => projectPage() }]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/innersource'],
    });
    expect(await screen.findByRole('tab', { name: 'Discover' })).toBeVisible();
    expect(await screen.findByText('6 projects')).toBeVisible();
    expect(screen.queryByText(/404/)).not.toBeInTheDocument();
  });

  it('says so at addresses of its page where there is nothing', async () => {
    renderTestApp({
      extensions: [
        innersourcePlugin.getExtension('page:innersource'),
        innersourcePlugin.getExtension('sub-page:innersource/discover'),
      ],
      apis: [[innersourceApiRef, { listProjects: async () => projectPage() }]],
      initialRouteEntries: ['/innersource/program'],
    });
    expect(await screen.findByText(/404/)).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Discover' })).toBeVisible();
  });

  it('adds a card to pages of groups', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'search', namespace: 'default' },
            spec: { type: 'team', children: [] },
          },
        }),
        innersourcePlugin.getExtension('entity-card:innersource/team'),
      ],
      apis: [
        [
          innersourceApiRef,
          { getTeamContributions: async () => teamContributions() },
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(await screen.findByText('Given to other teams')).toBeVisible();
  });

  it('has a page of one’s own contributions', async () => {
    renderTestApp({
      // Without the tab that needs a permission: the test app does not wait.
      extensions: [
        innersourcePlugin.getExtension('page:innersource'),
        innersourcePlugin.getExtension('sub-page:innersource/my-contributions'),
      ],
      apis: [
        [
          innersourceApiRef,
          { getMyContributions: async () => myContributions() },
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/innersource/my-contributions'],
    });
    expect(
      await screen.findByRole('tab', { name: 'My contributions' }),
    ).toBeVisible();
    expect(await screen.findByText('Projects contributed to')).toBeVisible();
  });

  describe('in a portal that speaks German', () => {
    // The language that a user chose outlives the app that it was chosen in.
    beforeEach(() => localStorage.clear());
    afterEach(() => localStorage.clear());

    const config = {
      app: {
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: 'de',
                availableLanguages: ['en', 'de'],
              },
            },
          },
        ],
      },
    };

    it('names the tabs of its page in German', async () => {
      renderTestApp({
        config,
        extensions: [
          innersourcePlugin.getExtension('page:innersource'),
          innersourcePlugin.getExtension('sub-page:innersource/discover'),
        ],
        apis: [
          [innersourceApiRef, { listProjects: async () => projectPage() }],
        ],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        initialRouteEntries: ['/innersource'],
      });
      expect(
        await screen.findByRole('tab', { name: 'Entdecken' }),
      ).toBeVisible();
      expect(await screen.findByText('6 Projekte')).toBeVisible();
    });

    it('names the types of search results in German', async () => {
      renderTestApp({
        config,
        features: [searchPlugin],
        extensions: [
          'search-filter-result-type:innersource/project' as const,
          'search-filter-result-type:innersource/help-wanted' as const,
        ].map(id => innersourcePlugin.getExtension(id)),
        initialRouteEntries: ['/search'],
      });
      expect(await screen.findByText('InnerSource-Projekte')).toBeVisible();
      expect(screen.getByText('Einsteiger-Issues')).toBeVisible();
    });

    it('tells checks, evidence and failures in German', async () => {
      const detail = projectDetail();
      const [result] = detail.evaluation!.results;
      renderTestApp({
        config,
        extensions: [
          createTestEntityPage({ entity }),
          innersourcePlugin.getExtension(
            'entity-content:innersource/readiness',
          ),
        ],
        apis: [
          [
            innersourceApiRef,
            {
              ...mockInnerSourceApi(),
              getProject: async () => ({
                ...detail,
                status: 'stale' as const,
                failure: {
                  since: '2026-11-01T00:00:00Z',
                  kind: 'unauthorized' as const,
                  message: 'git.example.com answered 401.',
                  attempts: 2,
                  nextAttemptAt: null,
                },
                evaluation: {
                  ...detail.evaluation!,
                  results: [
                    {
                      ...result,
                      id: 'contributing-guide',
                      ...checkTexts['contributing-guide'],
                      status: 'partial' as const,
                      evidence: [
                        tell('file-length', {
                          path: 'CONTRIBUTING.md',
                          count: 1_234,
                        }),
                        { message: 'A sentence of somebody else.' },
                      ],
                      remedy: {
                        summary: checkTexts['contributing-guide'].remedy,
                      },
                    },
                  ],
                },
              }),
            },
          ],
        ],
      });
      await userEvent.click(
        await screen.findByRole('button', {
          name: /Leitfaden für Beiträge.*Teilweise/,
        }),
      );
      expect(
        screen.getByText('CONTRIBUTING.md hat 1.234 Zeichen.'),
      ).toBeVisible();
      expect(screen.getByText('A sentence of somebody else.')).toBeVisible();
      expect(
        screen.getByText(/erspart den Maintainern, immer wieder dasselbe/),
      ).toBeVisible();
      expect(
        screen.getAllByText(/^Eine Datei CONTRIBUTING hinzufügen/)[0],
      ).toBeVisible();
      expect(
        screen.getByText(/Die Zugangsdaten des Portals für den Host fehlen/),
      ).toBeVisible();
      expect(screen.getByText('git.example.com answered 401.')).toHaveAttribute(
        'lang',
        'en',
      );
    });
  });
});
