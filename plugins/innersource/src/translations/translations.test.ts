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

import { builtInChecks } from '@ispo/backstage-plugin-innersource-common';
import de from './de';
import { messages } from './en';

type Messages = { readonly [key: string]: string | Messages };

function flatten(tree: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('German texts', () => {
  const english = flatten(messages);
  const german = new Map(Object.entries(de));

  it('exist for exactly the English keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('%s has the placeholders of the English text', key => {
    expect(placeholders(german.get(key)!)).toEqual(
      placeholders(english.get(key)!),
    );
    expect(german.get(key)!.trim()).not.toBe('');
  });
});

describe('Titles of checks', () => {
  it('are those of the built-in checks', () => {
    expect(messages.checkTitle).toEqual(
      Object.fromEntries(builtInChecks.map(({ id, title }) => [id, title])),
    );
  });
});
