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

import { ConfigReader } from '@backstage/config';
import { readContributionsConfig } from './config';

const read = (innersource?: object) =>
  readContributionsConfig(
    new ConfigReader(innersource ? { innersource: { ...innersource } } : {}),
  );

describe('readContributionsConfig', () => {
  it('has defaults', () => {
    expect(read()).toMatchObject({
      historyMonths: 24,
      aliases: [],
      people: { visibility: 'self', smallGroupThreshold: 3 },
    });
    expect(read().botPatterns).toContain('*[bot]');
  });

  it('reads what is given', () => {
    expect(
      read({
        people: 'named',
        smallGroupThreshold: 5,
        contributions: { historyMonths: 36 },
        bots: { patterns: ['svc-*'] },
        identities: [
          {
            user: 'Jane',
            logins: ['github.com/jdoe'],
            emails: ['j@x.example'],
          },
        ],
      }),
    ).toEqual({
      historyMonths: 36,
      botPatterns: ['svc-*'],
      aliases: [
        {
          user: 'user:default/jane',
          logins: ['github.com/jdoe'],
          emails: ['j@x.example'],
        },
      ],
      people: { visibility: 'named', smallGroupThreshold: 5 },
    });
  });

  it.each([
    [{ people: 'all' }, 'innersource.people'],
    [{ smallGroupThreshold: -1 }, 'innersource.smallGroupThreshold'],
    [
      { contributions: { historyMonths: 2 } },
      'innersource.contributions.historyMonths',
    ],
    [{ bots: { patterns: ['**'] } }, 'innersource.bots.patterns[0]'],
    [{ identities: [{ user: 'jane' }] }, 'innersource.identities[0]'],
    [
      { identities: [{ user: 'jane', logins: ['jdoe'] }] },
      'innersource.identities[0].logins',
    ],
    [
      { identities: [{ user: 'jane', emails: ['jdoe'] }] },
      'innersource.identities[0].emails',
    ],
    [
      { identities: [{ user: '::', logins: ['github.com/j'] }] },
      'innersource.identities[0].user',
    ],
  ])('refuses %j naming %s', (innersource, key) => {
    expect(() => read(innersource)).toThrow(
      `Wrong configuration at ${key}: it `,
    );
  });
});
