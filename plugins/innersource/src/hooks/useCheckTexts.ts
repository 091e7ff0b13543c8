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

import { useMemo } from 'react';
import {
  TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  checkTexts,
  organizationCheckTexts,
  Remedy,
} from '@ispo/backstage-plugin-innersource-common';
import { innersourceChecksTranslationRef } from '../translation';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Without the names of its keys, which are made of ids that come from the backend. */
export const checksTranslationRef: TranslationRef<
  string,
  Record<string, string>
> = innersourceChecksTranslationRef;

/**
 * Texts of checks in the user's language. What the backend gives stays as it is
 * where it is not the text of a built-in check.
 */
export function useCheckTexts() {
  const translate = useTextsOf('check', checkTexts);
  return useMemo(
    () => ({
      title: (check: { id: string; title: string }) =>
        translate(check.id, 'title', check.title),
      why: (check: { id: string; why: string }) =>
        translate(check.id, 'why', check.why),
      remedy: (check: { id: string; remedy: Remedy }) =>
        translate(check.id, 'remedy', check.remedy.summary),
    }),
    [translate],
  );
}

/** The same for the checks of SCM organisations. */
export function useOrganizationCheckTexts() {
  const translate = useTextsOf('organization', organizationCheckTexts);
  return useMemo(
    () =>
      <Name extends 'title' | 'recommended' | 'why' | 'tradeOff'>(
        check: { id: string } & { [key in Name]: string },
        name: Name,
      ) =>
        translate(check.id, name, check[name]),
    [translate],
  );
}

function useTextsOf(group: string, texts: Texts) {
  const { t } = useTranslationRef(checksTranslationRef);
  return useMemo(
    () => (id: string, name: string, given: string) =>
      Object.hasOwn(texts, id) && texts[id][name] === given
        ? t(`${group}.${id}.${name}`)
        : given,
    [t, group, texts],
  );
}
