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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProgramView, useProgramSummary } from '../../hooks';
import { isBeingRead } from '../../lib/reading';
import { innersourceTranslationRef } from '../../translation';

/** Turns "there are none" into "none were read yet" while contributions are being read. */
export function useNoneFound(view: ProgramView): (text: string) => string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { data } = useProgramSummary(view);
  return text =>
    data && isBeingRead(data.reading) ? t('contributions.pendingTitle') : text;
}
