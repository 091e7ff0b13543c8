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
  emailKey,
  identityKeys,
  identityLabel,
  loginKey,
  parseNoreplyAddress,
} from './identity';

describe('identity', () => {
  it('reads logins out of addresses that hosts hand out', () => {
    expect(
      parseNoreplyAddress('123+Jane-Doe@users.noreply.github.com'),
    ).toEqual({ host: 'github.com', login: 'jane-doe' });
    expect(parseNoreplyAddress('jane@users.noreply.github.com')).toEqual({
      host: 'github.com',
      login: 'jane',
    });
    expect(parseNoreplyAddress('42-jane@users.noreply.gitlab.com')).toEqual({
      host: 'gitlab.com',
      login: 'jane',
    });
    expect(parseNoreplyAddress('42-jane@users.noreply.github.com')).toEqual({
      host: 'github.com',
      login: '42-jane',
    });
    expect(parseNoreplyAddress('jane@ghe.example.com')).toBeUndefined();
    expect(parseNoreplyAddress('@users.noreply.github.com')).toBeUndefined();
    expect(parseNoreplyAddress('7+@users.noreply.github.com')).toBeUndefined();
  });

  it('gives the same key for a login and its noreply address', () => {
    expect(emailKey('123+Jane@users.noreply.github.com')).toBe(
      loginKey('GitHub.com', 'jane'),
    );
  });

  it('lists login keys of all hosts, then the address', () => {
    expect(
      identityKeys({ login: 'Jane', email: 'Jane@Example.com' }, [
        'ghe.example.com',
        'github.com',
      ]),
    ).toEqual([
      'login:ghe.example.com/jane',
      'login:github.com/jane',
      'mail:jane@example.com',
    ]);
  });

  it('gives no key for a deleted account or a broken address', () => {
    expect(identityKeys({}, ['github.com'])).toEqual([]);
    expect(identityKeys({ email: 'nonsense' }, [])).toEqual([]);
    expect(identityKeys({ email: 'nonsense', name: 'Jane' }, [])).toEqual([
      'name:jane',
    ]);
  });

  it('never labels with the address', () => {
    expect(identityLabel({ email: 'jane@example.com' })).toBe('');
    expect(identityLabel({ name: 'Jane', email: 'jane@example.com' })).toBe(
      'Jane',
    );
  });
});
