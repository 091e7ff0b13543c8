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

/**
 * The InnerSource plugin for portals on the new frontend system.
 *
 * @packageDocumentation
 */
import EmojiPeople from '@material-ui/icons/EmojiPeople';
import GroupWork from '@material-ui/icons/GroupWork';
import { Content } from '@backstage/core-components';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import {
  InnerSourceClient,
  innersourceProgramReadPermission,
} from '@ispo/backstage-plugin-innersource-common';
import { innersourceApiRef } from './api';
import { useEntityContentPath } from './hooks';
import { entityContentRouteRef, rootRouteRef } from './routes';
import { subPageTitles, translatedPage } from './translatedPage';
import { translatedResultType } from './translatedResultType';

const innersourceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: innersourceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new InnerSourceClient(deps),
    }),
});

const discoverSubPage = SubPageBlueprint.make({
  name: 'discover',
  params: {
    path: 'discover',
    title: subPageTitles.discover,
    loader: () =>
      import('./components/DiscoverContent').then(m => (
        <main>
          <Content>
            <m.DiscoverContent />
          </Content>
        </main>
      )),
  },
});

const helpWantedSubPage = SubPageBlueprint.make({
  name: 'help-wanted',
  params: {
    path: 'help-wanted',
    title: subPageTitles['help-wanted'],
    loader: () =>
      import('./components/HelpWantedContent').then(m => (
        <main>
          <Content>
            <m.HelpWantedContent />
          </Content>
        </main>
      )),
  },
});

const myContributionsSubPage = SubPageBlueprint.make({
  name: 'my-contributions',
  params: {
    path: 'my-contributions',
    title: subPageTitles['my-contributions'],
    loader: () =>
      import('./components/MyContributionsContent').then(m => (
        <main>
          <Content>
            <m.MyContributionsContent />
          </Content>
        </main>
      )),
  },
});

const programSubPage = SubPageBlueprint.make({
  name: 'program',
  if: {
    permissions: { $contains: `${innersourceProgramReadPermission.name}#read` },
  },
  params: {
    path: 'program',
    title: subPageTitles.program,
    loader: () =>
      import('./components/ProgramContent').then(m => (
        <main>
          <Content>
            <m.ProgramContent />
          </Content>
        </main>
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'InnerSource',
    title: 'InnerSource',
    components: () => import('./components/HomeWidget'),
    layout: {
      height: { minRows: 4 },
      width: { minColumns: 4, defaultColumns: 12 },
    },
  },
});

const projectSearchResult = SearchResultListItemBlueprint.make({
  name: 'project',
  params: {
    predicate: result => result.type === 'innersource-project',
    icon: <GroupWork />,
    component: async () =>
      (await import('./components/SearchResultItems'))
        .ProjectSearchResultListItem,
  },
});

const helpWantedSearchResult = SearchResultListItemBlueprint.make({
  name: 'help-wanted',
  params: {
    predicate: result => result.type === 'innersource-help-wanted',
    icon: <EmojiPeople />,
    component: async () =>
      (await import('./components/SearchResultItems'))
        .HelpWantedSearchResultListItem,
  },
});

const projectResultType = translatedResultType({
  name: 'project',
  value: 'innersource-project',
  title: 'projects',
  Icon: GroupWork,
});

const helpWantedResultType = translatedResultType({
  name: 'help-wanted',
  value: 'innersource-help-wanted',
  title: 'helpWantedIssues',
  Icon: EmojiPeople,
});

const catalogFilter = CatalogFilterBlueprint.make({
  name: 'innersource',
  params: {
    loader: () =>
      import('./components/EntityInnerSourcePicker').then(m => (
        <m.EntityInnerSourcePicker />
      )),
  },
});

const entityIconLink = EntityIconLinkBlueprint.make({
  name: 'readiness',
  params: {
    filter: { kind: 'component' },
    useProps: () => ({
      label: 'InnerSource',
      icon: <GroupWork />,
      href: useEntityContentPath(),
    }),
  },
});

const entityInnerSourceCard = EntityCardBlueprint.make({
  name: 'readiness',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/EntityInnerSourceCard').then(m => (
        <m.EntityInnerSourceCard />
      )),
  },
});

const entityGroupInnerSourceCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('./components/EntityGroupInnerSourceCard').then(m => (
        <m.EntityGroupInnerSourceCard />
      )),
  },
});

const entityProgramCard = EntityCardBlueprint.make({
  name: 'program',
  params: {
    type: 'content',
    filter: { kind: { $in: ['system', 'domain', 'group'] } },
    loader: () =>
      import('./components/EntityProgramCard').then(m => (
        <m.EntityProgramCard />
      )),
  },
});

const entityInnerSourceContent = EntityContentBlueprint.make({
  name: 'readiness',
  params: {
    path: 'innersource',
    title: 'InnerSource',
    filter: { kind: 'component' },
    routeRef: entityContentRouteRef,
    loader: () =>
      import('./components/EntityInnerSourceContent').then(m => (
        <m.EntityInnerSourceContent />
      )),
  },
});

/**
 * The InnerSource plugin.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'innersource',
  title: 'InnerSource',
  info: { packageJson: () => import('../package.json') },
  icon: <GroupWork fontSize="inherit" />,
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    innersourceApi,
    translatedPage,
    discoverSubPage,
    helpWantedSubPage,
    myContributionsSubPage,
    programSubPage,
    homeWidget,
    projectSearchResult,
    helpWantedSearchResult,
    projectResultType,
    helpWantedResultType,
    catalogFilter,
    entityIconLink,
    entityInnerSourceCard,
    entityGroupInnerSourceCard,
    entityProgramCard,
    entityInnerSourceContent,
  ],
});

export {
  innersourceChecksTranslationRef,
  innersourceTranslationRef,
} from './translation';
