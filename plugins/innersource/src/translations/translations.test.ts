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

import {
  ActivityScore,
  builtInChecks,
  CHECK_CATEGORIES,
  CheckStatus,
  checkTexts,
  FAILURE_KINDS,
  GOVERNANCE_LEVELS,
  messageTexts,
  organizationChecks,
  organizationCheckTexts,
  SEVERITY_WEIGHTS,
} from '@ispo/backstage-plugin-innersource-common';
import checksDe from './checks.de';
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

describe.each([
  ['the user interface', messages, de],
  [
    'checks and sources',
    {
      check: checkTexts,
      organization: organizationCheckTexts,
      message: messageTexts,
    },
    checksDe,
  ],
])('German texts of %s', (_, tree: Messages, translation) => {
  const english = flatten(tree);
  const german = new Map(Object.entries<string>(translation));

  it('exist for exactly the English keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('%s has the placeholders of the English text', key => {
    expect(placeholders(german.get(key)!)).toEqual(
      placeholders(english.get(key)!),
    );
    expect(german.get(key)!.trim()).not.toBe('');
  });

  it('are not the English sentences', () => {
    // Names and single words are the same in both languages now and then.
    const copied = [...english].filter(
      ([key, text]) =>
        german.get(key) === text &&
        text
          .replace(/\{\{\w+\}\}/g, '')
          .trim()
          .split(/\s+/).length > 3,
    );
    expect(copied).toEqual([]);
  });
});

describe('German texts', () => {
  it.each(builtInChecks.map(({ id }) => id))('exist for the check %s', id => {
    expect(Object.keys(checksDe)).toEqual(
      expect.arrayContaining(
        ['title', 'why', 'remedy'].map(name => `check.${id}.${name}`),
      ),
    );
  });

  it.each(organizationChecks.map(({ id }) => id))(
    'exist for the organisation check %s',
    id => {
      expect(Object.keys(checksDe)).toEqual(
        expect.arrayContaining(
          ['title', 'recommended', 'why', 'tradeOff'].map(
            name => `organization.${id}.${name}`,
          ),
        ),
      );
    },
  );

  const statuses: Record<CheckStatus, true> = {
    pass: true,
    partial: true,
    fail: true,
    unknown: true,
    'not-applicable': true,
    exempt: true,
  };
  const activities: Record<ActivityScore['label'], true> = {
    'extremely-high': true,
    'very-high': true,
    high: true,
    moderate: true,
    low: true,
    'very-low': true,
    none: true,
  };

  it.each([
    ['category', CHECK_CATEGORIES],
    ['level', GOVERNANCE_LEVELS],
    ['check.status', Object.keys(statuses)],
    ['check.severity', Object.keys(SEVERITY_WEIGHTS)],
    ['activity', Object.keys(activities)],
    ['failure', FAILURE_KINDS],
    ['program.setUp.failure', FAILURE_KINDS],
  ])('exist for every %s', (group, values) => {
    expect(Object.keys(de)).toEqual(
      expect.arrayContaining(values.map(value => `${group}.${value}`)),
    );
  });
});
