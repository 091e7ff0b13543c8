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
import { renderInTestApp } from '@backstage/test-utils';
import { rootRouteRef } from '../../routes';
import {
  HelpWantedSearchResultListItem,
  ProjectSearchResultListItem,
} from './SearchResultItems';

describe('search results', () => {
  it('show a project with what speaks for it', async () => {
    const result = {
      title: 'Parcel router',
      text: 'Finds the cheapest way',
      location: '/catalog/default/component/parcel-router',
      entityRef: 'component:default/parcel-router',
      grade: 'B',
      language: 'Go',
    };
    await renderInTestApp(
      <ProjectSearchResultListItem
        result={result}
        highlight={{
          preTag: '<em>',
          postTag: '</em>',
          fields: { title: '<em>Parcel</em> router' },
        }}
      />,
    );
    expect(screen.getByRole('link', { name: 'Parcel router' })).toHaveAttribute(
      'href',
      result.location,
    );
    expect(screen.getByText('Finds the cheapest way')).toBeVisible();
    expect(
      screen.getByText('InnerSource project · Grade B · Go'),
    ).toBeVisible();
  });

  it('show a starter issue with its project, and leave out what the index does not know', async () => {
    await renderInTestApp(
      <HelpWantedSearchResultListItem
        result={
          {
            title: 'Explain the cost model',
            text: 'good first issue',
            location: 'https://github.com/parcels/parcel-router/issues/7',
            entityRef: 'component:default/parcel-router',
            projectTitle: 'Parcel router',
            language: '',
          } as { title: string; text: string; location: string }
        }
      />,
    );
    expect(
      screen.getByRole('link', { name: /Explain the cost model/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/parcels/parcel-router/issues/7',
    );
    expect(screen.getByText('Starter issue · Parcel router')).toBeVisible();
  });

  it.each([
    [
      'project',
      ProjectSearchResultListItem,
      'No InnerSource projects yet',
      '/portal/innersource/discover',
    ],
    [
      'starter issue',
      HelpWantedSearchResultListItem,
      'No starter issues are open',
      '/portal/innersource/help-wanted',
    ],
  ])(
    'say that there is no %s, and lead to where the page is',
    async (what, ResultListItem, title, href) => {
      await renderInTestApp(
        <ResultListItem
          result={
            {
              title: 'InnerSource',
              text: '',
              location: '/elsewhere',
              entityRef: '',
            } as { title: string; text: string; location: string }
          }
        />,
        { mountedRoutes: { '/portal/innersource': rootRouteRef } },
      );
      expect(screen.getByRole('link', { name: title })).toHaveAttribute(
        'href',
        href,
      );
      expect(
        screen.queryByText(new RegExp(`^InnerSource project$|^${what}$`, 'i')),
      ).not.toBeInTheDocument();
    },
  );
});
