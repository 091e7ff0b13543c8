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

import { ReactElement } from 'react';
import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { InnerSourceApi } from '@ispo/backstage-plugin-innersource-common';
import { innersourceApiRef } from '../api';
import { projectDetail, projectHistory } from './project';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'parcel-router', namespace: 'default' },
};

/** A backend client whose methods can be replaced one by one. */
export function mockInnerSourceApi(): jest.Mocked<
  Pick<InnerSourceApi, 'getProject' | 'getProjectHistory' | 'refreshProject'>
> {
  return {
    getProject: jest.fn(async (_ref: string) => projectDetail()),
    getProjectHistory: jest.fn(
      async (_ref: string, _range?: { from?: string }) => projectHistory(),
    ),
    refreshProject: jest.fn(async (_ref: string) => ({ queuePosition: 2 })),
  };
}

/** Renders an element of the entity page. */
export function renderOnEntityPage(
  element: ReactElement,
  api: Partial<InnerSourceApi>,
  options: { path?: string } = {},
) {
  return renderInTestApp(
    <TestApiProvider apis={[[innersourceApiRef, api]]}>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { routeEntries: [options.path ?? '/'] },
  );
}

/** An error as the client throws it when the backend refuses. */
export function responseError(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}
