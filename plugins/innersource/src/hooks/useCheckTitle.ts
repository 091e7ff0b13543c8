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

import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CheckResult } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../translation';
import { messages } from '../translations/en';

const titles = messages.checkTitle;

function isBuiltIn(id: string): id is keyof typeof titles {
  return Object.hasOwn(titles, id);
}

/**
 * Titles of checks in the portal's language. A check that an administrator has
 * added or renamed keeps the title that the backend sends.
 */
export function useCheckTitle(): (
  check: Pick<CheckResult, 'id' | 'title'>,
) => string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return useCallback(
    ({ id, title }) =>
      isBuiltIn(id) && titles[id] === title ? t(`checkTitle.${id}`) : title,
    [t],
  );
}
