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
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { InnerSourceApi } from '@ispo/backstage-plugin-innersource-common';
import { programChecks, programSummary } from '../../../dev/fixtures/program';
import { innersourceApiRef } from '../../api';
import { EntityProgramCard } from './EntityProgramCard';

async function renderCard(kind: string, api: Partial<InnerSourceApi>) {
  await renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, api]]}>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'freight', namespace: 'default' },
        }}
      >
        <EntityProgramCard />
      </EntityProvider>
    </TestApiProvider>,
  );
}

describe('EntityProgramCard', () => {
  const getProgramSummary = jest.fn(async () => programSummary());
  const getProgramChecks = jest.fn(async () => programChecks());

  it.each(['System', 'Domain', 'Group'])(
    'shows grades and weakest checks of a %s',
    async kind => {
      await renderCard(kind, { getProgramSummary, getProgramChecks });
      expect(
        await screen.findByRole('img', {
          name: 'Grade A: 3, Grade C: 5, No grade: 4',
        }),
      ).toBeVisible();
      expect(screen.getByText('Recognised license')).toBeVisible();
      expect(screen.getByText('6 projects')).toBeVisible();
      expect(getProgramSummary).toHaveBeenCalledWith(
        { scope: `${kind.toLowerCase()}:default/freight`, window: 90 },
        expect.anything(),
      );
    },
  );

  it('says how many projects are evaluated until all are', async () => {
    await renderCard('System', {
      getProgramSummary: async () =>
        programSummary({
          coverage: { evaluated: 0, pending: 12, failing: 0, noSource: 0 },
        }),
      getProgramChecks: async () => ({ ...programChecks(), checks: [] }),
    });
    expect(
      await screen.findByText(/0 of 12 projects are evaluated/),
    ).toBeVisible();
    expect(screen.getByText('Nothing is known yet.')).toBeVisible();
    expect(screen.queryByText('No check fails.')).not.toBeInTheDocument();
  });

  it('says so when there are no projects', async () => {
    await renderCard('Domain', {
      getProgramChecks,
      getProgramSummary: async () =>
        programSummary({ projects: { value: 0, previous: 0 } }),
    });
    expect(await screen.findByText(/no projects here/)).toBeVisible();
  });

  it('shows an error with a way to try again', async () => {
    await renderCard('Domain', {
      getProgramChecks,
      getProgramSummary: async () => {
        throw new Error('Database is away');
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeVisible();
  });
});
