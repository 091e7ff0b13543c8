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
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { projectSummary } from '../../../dev/fixtures/projects';
import { innersourceApiRef } from '../../api';
import { createReadinessColumn } from './ReadinessColumn';

describe('createReadinessColumn', () => {
  it('shows grades, asked for all at once, and nothing for what is no project', async () => {
    const getProjectsByRefs = jest.fn(async (refs: string[]) => ({
      items: refs.map(ref =>
        ref.endsWith('website')
          ? null
          : projectSummary({ title: ref, grade: 'B', readiness: 80 }),
      ),
    }));
    const rows = ['shop', 'mail', 'website'].map(name => ({
      id: name,
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      } satisfies Entity,
    }));
    const column = createReadinessColumn<(typeof rows)[number]>();
    expect(column.title).toBe('InnerSource');
    await renderInTestApp(
      <TestApiProvider apis={[[innersourceApiRef, { getProjectsByRefs }]]}>
        {rows.map(row => (
          <div key={row.id}>{column.render?.(row, 'row')}</div>
        ))}
      </TestApiProvider>,
    );
    await waitFor(() => expect(screen.getAllByText('Grade B')).toHaveLength(2));
    expect(getProjectsByRefs.mock.calls).toEqual([
      [rows.map(({ entity }) => stringifyEntityRef(entity))],
    ]);
  });
});
