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

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { InnerSourceClient } from '@ispo/backstage-plugin-innersource-common';
import { JSX } from 'react';
import { innersourceApiRef } from './api';
import type { EntityGroupInnerSourceCardProps } from './components/EntityGroupInnerSourceCard';
import type { EntityInnerSourceCardProps } from './components/EntityInnerSourceCard';
import type { EntityInnerSourcePickerProps } from './components/EntityInnerSourcePicker';
import type { EntityProgramCardProps } from './components/EntityProgramCard';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * The InnerSource plugin for portals on the legacy frontend system.
 *
 * @public
 */
export const innersourcePlugin = createPlugin({
  id: 'innersource',
  apis: [
    createApiFactory({
      api: innersourceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new InnerSourceClient(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    entityContent: entityContentRouteRef,
  },
});

/**
 * A card for entity pages: readiness, grade, categories and what to do next.
 *
 * @public
 */
export const EntityInnerSourceCard: (
  props: EntityInnerSourceCardProps,
) => JSX.Element = innersourcePlugin.provide(
  createComponentExtension({
    name: 'EntityInnerSourceCard',
    component: {
      lazy: () =>
        import('./components/EntityInnerSourceCard').then(
          m => m.EntityInnerSourceCard,
        ),
    },
  }),
);

/**
 * A card for pages of groups: the team's projects by grade, and what it gives to
 * and receives from other teams.
 *
 * @public
 */
export const EntityGroupInnerSourceCard: (
  props: EntityGroupInnerSourceCardProps,
) => JSX.Element = innersourcePlugin.provide(
  createComponentExtension({
    name: 'EntityGroupInnerSourceCard',
    component: {
      lazy: () =>
        import('./components/EntityGroupInnerSourceCard').then(
          m => m.EntityGroupInnerSourceCard,
        ),
    },
  }),
);

/**
 * A card for pages of systems, domains and groups: projects by grade, and what
 * holds them back most.
 *
 * @public
 */
export const EntityProgramCard: (props: EntityProgramCardProps) => JSX.Element =
  innersourcePlugin.provide(
    createComponentExtension({
      name: 'EntityProgramCard',
      component: {
        lazy: () =>
          import('./components/EntityProgramCard').then(
            m => m.EntityProgramCard,
          ),
      },
    }),
  );

/**
 * A tab for entity pages: every check with evidence and remedy, the way to the
 * next grade and the trend; and who contributes from where.
 *
 * @public
 */
export const EntityInnerSourceContent: () => JSX.Element =
  innersourcePlugin.provide(
    createRoutableExtension({
      name: 'EntityInnerSourceContent',
      component: () =>
        import('./components/EntityInnerSourceContent').then(
          m => m.EntityInnerSourceContent,
        ),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * A filter for the catalog page: entities with the InnerSource tag. Put it among
 * the `filters` of `CatalogIndexPage`.
 *
 * @public
 */
export const EntityInnerSourcePicker: (
  props: EntityInnerSourcePickerProps,
) => JSX.Element = innersourcePlugin.provide(
  createComponentExtension({
    name: 'EntityInnerSourcePicker',
    component: {
      lazy: () =>
        import('./components/EntityInnerSourcePicker').then(
          m => m.EntityInnerSourcePicker,
        ),
    },
  }),
);

/**
 * A card for the legacy home page: projects that fit the signed-in person, new
 * projects and starter issues.
 *
 * @public
 */
export const InnerSourceHomeCard = innersourcePlugin.provide(
  createCardExtension({
    name: 'InnerSourceHomeCard',
    title: 'InnerSource',
    components: () => import('./components/HomeWidget'),
  }),
);

/**
 * A project among the results of the portal's search.
 *
 * @public
 */
export const InnerSourceProjectSearchResultListItem: (
  props: SearchResultListItemExtensionProps,
) => JSX.Element | null = innersourcePlugin.provide(
  createSearchResultListItemExtension({
    name: 'InnerSourceProjectSearchResultListItem',
    predicate: result => result.type === 'innersource-project',
    component: () =>
      import('./components/SearchResultItems').then(
        m => m.ProjectSearchResultListItem,
      ),
  }),
);

/**
 * A starter issue among the results of the portal's search.
 *
 * @public
 */
export const InnerSourceHelpWantedSearchResultListItem: (
  props: SearchResultListItemExtensionProps,
) => JSX.Element | null = innersourcePlugin.provide(
  createSearchResultListItemExtension({
    name: 'InnerSourceHelpWantedSearchResultListItem',
    predicate: result => result.type === 'innersource-help-wanted',
    component: () =>
      import('./components/SearchResultItems').then(
        m => m.HelpWantedSearchResultListItem,
      ),
  }),
);

/**
 * The InnerSource page: discover projects and starter issues, and one's own
 * contributions.
 *
 * @public
 */
export const InnerSourcePage: () => JSX.Element = innersourcePlugin.provide(
  createRoutableExtension({
    name: 'InnerSourcePage',
    component: () =>
      import('./components/InnerSourcePage').then(m => m.InnerSourcePage),
    mountPoint: rootRouteRef,
  }),
);
