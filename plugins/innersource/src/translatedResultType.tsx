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

import { ComponentType } from 'react';
import {
  translationApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { innersourceTranslationRef } from './translation';
import { messages } from './translations/en';

/**
 * A type of search results in the language of the user. Search takes its name as
 * a text, so that it is looked up each time it is drawn.
 */
export function translatedResultType(options: {
  name: 'project' | 'help-wanted';
  value: string;
  title: 'projects' | 'helpWantedIssues';
  Icon: ComponentType<{ className?: string }>;
}) {
  const { name, value, title, Icon } = options;

  /** Search draws it beside the name, which waits so for the translation. */
  function TranslatedIcon(props: { className?: string }) {
    useTranslationRef(innersourceTranslationRef);
    return <Icon {...props} />;
  }

  return SearchFilterResultTypeBlueprint.makeWithOverrides({
    name,
    *factory(_, { apis }) {
      const translations = apis.get(translationApiRef);
      yield SearchFilterResultTypeBlueprint.dataRefs.resultType({
        value,
        icon: <TranslatedIcon />,
        get name() {
          const snapshot = translations?.getTranslation(
            innersourceTranslationRef,
          );
          return snapshot?.ready
            ? snapshot.t(`search.${title}`)
            : messages.search[title];
        },
      });
    },
  });
}
