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

import { lazy, Suspense } from 'react';
import {
  PageWithHeader,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { innersourceProgramReadPermission } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';

const DiscoverContent = lazy(() =>
  import('../DiscoverContent').then(m => ({ default: m.DiscoverContent })),
);
const HelpWantedContent = lazy(() =>
  import('../HelpWantedContent').then(m => ({ default: m.HelpWantedContent })),
);
const MyContributionsContent = lazy(() =>
  import('../MyContributionsContent').then(m => ({
    default: m.MyContributionsContent,
  })),
);
const ProgramContent = lazy(() =>
  import('../ProgramContent').then(m => ({ default: m.ProgramContent })),
);

/** The InnerSource page for the legacy frontend system, which draws no header of its own. */
export function InnerSourcePage() {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { allowed } = usePermission({
    permission: innersourceProgramReadPermission,
  });
  return (
    <PageWithHeader themeId="tool" title={t('page.title')}>
      <TabbedLayout>
        <TabbedLayout.Route path="/discover" title={t('page.discover')}>
          <Suspense fallback={<Progress />}>
            <DiscoverContent />
          </Suspense>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/help-wanted" title={t('page.helpWanted')}>
          <Suspense fallback={<Progress />}>
            <HelpWantedContent />
          </Suspense>
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/my-contributions"
          title={t('contributions.myTitle')}
        >
          <Suspense fallback={<Progress />}>
            <MyContributionsContent />
          </Suspense>
        </TabbedLayout.Route>
        {allowed && (
          <TabbedLayout.Route path="/program" title={t('program.tab')}>
            <Suspense fallback={<Progress />}>
              <ProgramContent />
            </Suspense>
          </TabbedLayout.Route>
        )}
      </TabbedLayout>
    </PageWithHeader>
  );
}
