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

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import {
  part,
  tell,
  Told,
  Unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { useTold } from './useTold';

function Sentence(props: { said: Told | Unknown }) {
  return <p data-testid="sentence">{useTold()(props.said)}</p>;
}

async function told(said: Told | Unknown) {
  await renderInTestApp(<Sentence said={said} />);
  return screen.getByTestId('sentence').textContent;
}

describe('useTold', () => {
  it.each<[string, Told]>([
    ['values', tell('owner-members', { owner: 'group:default/a', count: 1 })],
    ['plurals', tell('text-length', { count: 12_345 })],
    ['days that are none', tell('open-for', { count: 0 })],
    ['decimals', tell('closure-ratio', { ratio: 0.67 })],
    [
      'lists and parts',
      tell('not-found', {
        names: ['README', 'readme.md'],
        directories: ['docs/', part('root')],
      }),
    ],
    [
      'what looks like a placeholder',
      tell('says', { text: '{{text}} $t(message.root) $& <b>{{- x}}</b>' }),
    ],
  ])('tells %s as the backend does in English', async (_, said) => {
    expect(await told({ ...said, message: 'not this' })).toBe(said.message);
  });

  it("writes days in the user's way", async () => {
    expect(
      await told(tell('exemption-expired', { date: { date: '2026-11-01' } })),
    ).toBe('An exemption from this check expired on Nov 1, 2026.');
  });

  it.each<[string, Told]>([
    ['no message', { message: 'Plain.' }],
    ['an unknown one', { message: 'Plain.', translatable: { id: 'new' } }],
    [
      'an inherited name',
      { message: 'Plain.', translatable: { id: 'constructor' } },
    ],
    [
      'values that lack',
      { message: 'Plain.', translatable: { id: 'found', parameters: {} } },
    ],
  ])('keeps the words of the backend with %s', async (_, said) => {
    expect(await told(said)).toBe('Plain.');
  });

  it('tells why something is not known', async () => {
    expect(await told({ known: false, reason: 'The host does not say.' })).toBe(
      'The host does not say.',
    );
  });
});
