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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import {
  checkTexts,
  messageTexts,
  organizationCheckTexts,
} from '@ispo/backstage-plugin-innersource-common';
import { messages } from './translations/en';

/**
 * The texts of the user interface, English and German; what checks say is in
 * {@link innersourceChecksTranslationRef}. Other languages are added with
 * `createTranslationResource({ ref: innersourceTranslationRef, … })`.
 *
 * @public
 */
export const innersourceTranslationRef = createTranslationRef({
  id: 'plugin.innersource',
  messages,
  translations: {
    de: () => import('./translations/de'),
  },
});

/**
 * What checks and sources say: titles, reasons, remedies and evidence, English and
 * German. The keys are made of the ids of checks and messages.
 *
 * @public
 */
export const innersourceChecksTranslationRef = createTranslationRef({
  id: 'plugin.innersource.checks',
  messages: {
    check: checkTexts,
    organization: organizationCheckTexts,
    message: messageTexts,
  },
  translations: {
    de: () => import('./translations/checks.de'),
  },
});
