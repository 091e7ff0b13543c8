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
import { Evidence, tell } from '@ispo/backstage-plugin-innersource-common';
import { EvidenceItem } from './EvidenceItem';

async function show(evidence: Evidence, label?: string) {
  await renderInTestApp(
    <ul>
      <EvidenceItem
        evidence={evidence}
        label={label}
        location={{ url: 'https://git.example/a', revision: undefined }}
      />
    </ul>,
  );
  return screen.getByRole('listitem').textContent;
}

const CHAT = 'https://chat.example/help';
const channel = (target: string) =>
  tell('section-names', { heading: 'Help', target });

describe('EvidenceItem', () => {
  it('says what it is about, what was seen, and where', async () => {
    expect(
      await show(
        { ...channel('a channel'), path: 'README.md', line: 3 },
        'Ask',
      ),
    ).toBe('Ask: Section “Help” names a channel. README.md, line 3');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('makes an address in the sentence a link', async () => {
    expect(await show({ ...channel(CHAT), path: 'README.md' })).toMatch(
      /^Section “Help” names https:\/\/chat\.example\/help.*\. README\.md$/,
    );
    expect(screen.getByRole('link')).toHaveAttribute('href', CHAT);
  });

  it('shows an address once', async () => {
    await show({ ...tell('catalog-links', { target: CHAT }), url: CHAT });
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it.each([
    ['a script', `${'javascript'}:alert(1)`],
    ['a shortened address', `${CHAT}…`],
  ])('does not link %s', async (_, target) => {
    expect(await show(channel(target))).toBe(`Section “Help” names ${target}.`);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
