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

import { builtInChecks } from '../checks';
import { organizationChecks } from '../organization';
import { checkTexts } from './checks';
import { messageTexts } from './messages';
import { organizationCheckTexts } from './organization';
import { part, tell } from './tell';

describe('tell', () => {
  it('puts values into the sentence and keeps them beside it', () => {
    expect(tell('found', { path: 'README.md' })).toEqual({
      message: 'Found README.md.',
      translatable: { id: 'found', parameters: { path: 'README.md' } },
    });
  });

  it('chooses the plural and writes numbers as in English', () => {
    expect(tell('text-length', { count: 1 }).message).toBe(
      'It has 1 character of text.',
    );
    expect(tell('text-length', { count: 12_345 }).message).toBe(
      'It has 12,345 characters of text.',
    );
    expect(tell('closure-ratio', { ratio: 2 / 3 }).message).toContain('0.67 ');
    expect(tell('open-for', { count: 0 }).message).toBe(
      'Open for less than a day.',
    );
    expect(tell('text-length', { count: 0 }).message).toBe(
      'It has 0 characters of text.',
    );
  });

  it('nests messages, lists and days', () => {
    expect(
      tell('not-found', {
        names: ['README'],
        directories: ['.github/', part('root')],
      }).message,
    ).toBe('Found no README in .github/, the root.');
    expect(
      tell('last-commit', { count: 3, date: { date: '2026-11-01' } }).message,
    ).toBe('The last commit was 3 days ago, on 2026-11-01.');
  });

  it('does not take values for placeholders', () => {
    expect(tell('says', { text: '{{path}} $& $1' }).message).toBe(
      'It says “{{path}} $& $1”.',
    );
  });
});

describe('Texts', () => {
  it('are there for exactly the built-in checks', () => {
    expect(Object.keys(checkTexts).sort()).toEqual(
      builtInChecks.map(({ id }) => id).sort(),
    );
    expect(Object.keys(organizationCheckTexts).sort()).toEqual(
      organizationChecks.map(({ id }) => id).sort(),
    );
  });

  it('have both plural forms', () => {
    const ids = Object.keys(messageTexts);
    const stems = (suffix: string) =>
      ids
        .filter(id => id.endsWith(suffix))
        .map(id => id.slice(0, -suffix.length));
    expect(stems('_one').sort()).toEqual(stems('_other').sort());
    expect(stems('_other')).toEqual(expect.arrayContaining(stems('_zero')));
  });
});
