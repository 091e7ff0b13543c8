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

import { Entity } from '@backstage/catalog-model';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { innersourceApiRef } from '../src';
import innersourcePlugin from '../src/alpha';
import { createDevApi, devProjects } from './devApi';

const entities = Object.keys(devProjects).map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: devProjects[name].description,
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'routing' },
  }),
);

const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities }),
        }),
    }),
  ],
});

const innersourceModule = createFrontendModule({
  pluginId: 'innersource',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: innersourceApiRef,
          deps: {},
          factory: () => createDevApi(),
        }),
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    catalogModule,
    innersourcePlugin,
    innersourceModule,
  ],
});
