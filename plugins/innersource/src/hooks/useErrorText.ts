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
import { isUnanswered, statusOf } from '../lib/errors';
import { innersourceTranslationRef } from '../translation';

/** What a failed request means and what to do, in the user's language. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return useCallback(
    error => {
      const status = statusOf(error);
      if (status === undefined) {
        return isUnanswered(error) ? t('error.network') : t('error.other');
      }
      if (status >= 500) {
        return t('error.backend');
      }
      switch (status) {
        case 401:
          return t('error.unauthenticated');
        case 403:
          return t('error.notAllowed');
        case 404:
          return t('error.notFound');
        case 429:
          return t('error.tooMany');
        default:
          return t('error.other');
      }
    },
    [t],
  );
}
