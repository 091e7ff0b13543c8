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

import { ReactElement, Suspense, useMemo } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Progress } from '@backstage/core-components';
import {
  coreExtensionData,
  NotFoundErrorPage,
  PageBlueprint,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from './routes';
import { innersourceTranslationRef } from './translation';
import { messages } from './translations/en';

/** Titles of the sub-pages, which are those of their tabs. */
export const subPageTitles = {
  discover: messages.page.discover,
  'help-wanted': messages.page.helpWanted,
  'my-contributions': messages.contributions.myTitle,
  program: messages.program.tab,
} as const;

type Titles = Readonly<Record<string, string>>;

function useTitles(): Titles {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return useMemo(
    () => ({
      [subPageTitles.discover]: t('page.discover'),
      [subPageTitles['help-wanted']]: t('page.helpWanted'),
      [subPageTitles['my-contributions']]: t('contributions.myTitle'),
      [subPageTitles.program]: t('program.tab'),
    }),
    [t],
  );
}

const isTitle = ({ id }: { id: string }) => id === coreExtensionData.title.id;

function Page(props: { draw: (titles: Titles) => ReactElement }) {
  const { draw } = props;
  const titles = useTitles();
  return useMemo(() => draw(titles), [draw, titles]);
}

/** Instead of an empty page where there is no sub-page, or none for this user. */
function NoSubPage(props: { paths: readonly string[] }) {
  return (
    <Routes>
      <Route index element={null} />
      {props.paths.map(path => (
        <Route key={path} path={`${path}/*`} element={null} />
      ))}
      <Route
        path="*"
        element={
          <main>
            <NotFoundErrorPage />
          </main>
        }
      />
    </Routes>
  );
}

/**
 * The page of the new frontend system, whose tabs are named in the user's language.
 * The frontend system takes titles as they are when the app starts, so the page is
 * drawn anew for each language. Titles that the configuration gives stay.
 */
export const translatedPage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const original = (titles: Titles) =>
      originalFactory(
        { path: '/innersource', title: 'InnerSource', routeRef: rootRouteRef },
        {
          inputs: {
            pages: inputs.pages.map(page => {
              const title = page.get(coreExtensionData.title);
              return [
                ...[...page].filter(value => !isTitle(value)),
                ...(title === undefined
                  ? []
                  : [coreExtensionData.title(titles[title] ?? title)]),
              ];
            }),
          },
        },
      );
    const draw = (titles: Titles) =>
      original(titles).get(coreExtensionData.reactElement);
    for (const value of original({})) {
      if (value.id !== coreExtensionData.reactElement.id) {
        yield value;
      }
    }
    yield coreExtensionData.reactElement(
      <Suspense fallback={<Progress />}>
        <Page draw={draw} />
        <NoSubPage
          paths={inputs.pages.map(page =>
            page.get(coreExtensionData.routePath),
          )}
        />
      </Suspense>,
    );
  },
});
