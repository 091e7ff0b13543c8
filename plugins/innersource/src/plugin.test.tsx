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
import { Route, Routes } from 'react-router-dom';
import {
  EntityGroupInnerSourceCard,
  EntityInnerSourceCard,
  EntityInnerSourceContent,
  InnerSourcePage,
} from './plugin';
import { teamContributions } from '../dev/fixtures/contributions';
import { projectPage } from '../dev/fixtures/projects';
import { entityContentRouteRef } from './routes';
import {
  entity,
  mockInnerSourceApi,
  renderOnEntityPage,
} from '../dev/fixtures/render';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { innersourceApiRef } from './api';

describe('the plugin for the legacy frontend system', () => {
  it('has a card that works without the tab', async () => {
    await renderOnEntityPage(<EntityInnerSourceCard />, mockInnerSourceApi());
    expect(await screen.findByText('Grade C')).toBeVisible();
    expect(screen.queryByText('All checks')).not.toBeInTheDocument();
  });

  it('has a card that leads to the tab where there is one', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[innersourceApiRef, mockInnerSourceApi()]]}>
        <EntityProvider entity={entity}>
          <EntityInnerSourceCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/innersource': entityContentRouteRef } },
    );
    expect(
      await screen.findByRole('link', { name: /All checks/ }),
    ).toHaveAttribute('href', '/innersource');
  });

  it('has a tab', async () => {
    await renderOnEntityPage(
      <Routes>
        <Route path="/*" element={<EntityInnerSourceContent />} />
      </Routes>,
      mockInnerSourceApi(),
    );
    expect(await screen.findByText('Reach grade B')).toBeVisible();
  });

  it('has a page with a header and Discover as its first tab', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [innersourceApiRef, { listProjects: async () => projectPage() }],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/*" element={<InnerSourcePage />} />
        </Routes>
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: 'InnerSource' }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Discover' })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'My contributions' })).toBeVisible();
    expect(await screen.findByRole('tab', { name: 'Program' })).toBeVisible();
    expect(await screen.findByText('6 projects')).toBeVisible();
  });

  it('has a card for groups', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            innersourceApiRef,
            { getTeamContributions: async () => teamContributions() },
          ],
        ]}
      >
        <EntityProvider entity={entity}>
          <EntityGroupInnerSourceCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(await screen.findByText('Given to other teams')).toBeVisible();
  });
});
