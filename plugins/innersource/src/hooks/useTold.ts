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
import {
  Message,
  MessageParameter,
  messageTexts,
  Told,
  Unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { checksTranslationRef } from './useCheckTexts';
import { Format, useFormat } from './useFormat';

const texts: Readonly<Record<string, string>> = messageTexts;

type Translate = (key: string, options?: Record<string, unknown>) => string;

/**
 * Evidence, or the reason why something is not known, in the user's language. What
 * was not told by one of the suite's own messages stays as it is.
 */
export function useTold(): (said: Told | Unknown) => string {
  const { t } = useTranslationRef(checksTranslationRef);
  const format = useFormat();
  return useCallback(
    said =>
      (said.translatable && translate(said.translatable, t, format)) ??
      ('message' in said ? said.message : said.reason),
    [t, format],
  );
}

/** Undefined for a message of another version, with an id or values that are not known. */
function translate(
  { id, parameters = {} }: Message,
  t: Translate,
  format: Format,
): string | undefined {
  const text = textOf(id) ?? textOf(`${id}_other`);
  if (text === undefined) {
    return undefined;
  }
  const values: Record<string, string> = {};
  for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) {
    const value = Object.hasOwn(parameters, name)
      ? show(parameters[name], t, format)
      : undefined;
    if (value === undefined) {
      return undefined;
    }
    values[name] = value;
  }
  // The count chooses the plural form; what is shown of it is a value as others are.
  const { count } = parameters;
  return t(`message.${id}`, { count, replace: values });
}

function textOf(key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function show(
  value: MessageParameter,
  t: Translate,
  format: Format,
): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    return format.number(value);
  }
  if (Array.isArray(value)) {
    const items = value.map(item => show(item, t, format));
    return items.includes(undefined) ? undefined : items.join(', ');
  }
  if ('id' in value) {
    return translate(value, t, format);
  }
  return 'date' in value ? format.date(value.date) : undefined;
}
