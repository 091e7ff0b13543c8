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

import { ConfigReader } from '@backstage/core-app-api';
import { ScmIntegrations } from '@backstage/integration';
import { evidenceUrl } from './evidenceUrl';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'ghe.example.com' }],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
    },
  }),
);

describe('evidenceUrl', () => {
  it.each([
    [
      'https://ghe.example.com/a/b',
      'https://ghe.example.com/a/b/blob/abc/docs/a%20b%23.md#L3',
    ],
    [
      'https://gitlab.example.com/a/b',
      'https://gitlab.example.com/a/b/-/blob/abc/docs/a%20b%23.md#L3',
    ],
    ['https://unknown.example.com/a/b', undefined],
    ['file:///srv/git/a', undefined],
  ])('of a file in %s is %s', (url, expected) => {
    expect(
      evidenceUrl(
        { message: 'seen', path: 'docs/a b#.md', line: 3 },
        { url, revision: 'abc' },
        integrations,
      ),
    ).toBe(expected);
  });

  it('is the evidence’s own address where it has one', () => {
    expect(
      evidenceUrl(
        { message: 'seen', path: 'a', url: 'https://example.com/issues' },
        { url: 'https://ghe.example.com/a/b', revision: 'abc' },
        integrations,
      ),
    ).toBe('https://example.com/issues');
  });

  it.each([`${'javascript'}:alert(1)`, 'data:text/html,x', 'not an address'])(
    'is never %s',
    url => {
      expect(
        evidenceUrl(
          { message: 'seen', url },
          { url: 'https://ghe.example.com/a/b', revision: 'abc' },
          integrations,
        ),
      ).toBeUndefined();
    },
  );

  it('is unknown without a revision or integrations', () => {
    const evidence = { message: 'seen', path: 'README.md' };
    const url = 'https://ghe.example.com/a/b';
    expect(
      evidenceUrl(evidence, { url, revision: undefined }, integrations),
    ).toBeUndefined();
    expect(
      evidenceUrl(evidence, { url, revision: 'abc' }, undefined),
    ).toBeUndefined();
  });
});
