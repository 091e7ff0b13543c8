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

import { ScmIdentity } from '../model';

const MAX_LENGTH = 254;

/**
 * What by which an identity can be recognised: `login:<host>/<login>` or
 * `mail:<address>`, lower case.
 *
 * @public
 */
export type IdentityKey = string;

/**
 * Key of an account on a host.
 *
 * @public
 */
export function loginKey(host: string, login: string): IdentityKey {
  return `login:${clean(host)}/${clean(login)}`;
}

/**
 * Key of an e-mail address; the login's key for an address that a host hands
 * out in place of the real one. Undefined for what is no address.
 *
 * @public
 */
export function emailKey(email: string): IdentityKey | undefined {
  const address = clean(email);
  const at = address.lastIndexOf('@');
  if (at <= 0 || at === address.length - 1) {
    return undefined;
  }
  const noreply = parseNoreplyAddress(address);
  return noreply ? loginKey(noreply.host, noreply.login) : `mail:${address}`;
}

/**
 * Reads the login out of an address such as
 * `123+login@users.noreply.github.com` or `login@users.noreply.github.com`
 * (GitHub), or `123-login@users.noreply.gitlab.com` (GitLab).
 *
 * @public
 */
export function parseNoreplyAddress(
  email: string,
): { host: string; login: string } | undefined {
  const address = clean(email);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const prefix = 'users.noreply.';
  if (at <= 0 || !domain.startsWith(prefix)) {
    return undefined;
  }
  const host = domain.slice(prefix.length);
  const local = address.slice(0, at);
  const separator = /^[0-9]+([+-])/.exec(local);
  // A GitHub login may itself begin with digits and a hyphen: only `+` ends the number there.
  const numbered =
    separator && (separator[1] === '+' || !host.startsWith('github.'));
  const login = numbered ? local.slice(separator[0].length) : local;
  return host && login ? { host, login } : undefined;
}

/**
 * Keys of an identity, the surest first: the login on the repository's host,
 * then the e-mail address. Empty for a deleted account.
 *
 * @param identity - as the source delivers it
 * @param hosts - hosts whose accounts the login may name, the repository's own first
 * @public
 */
export function identityKeys(
  identity: ScmIdentity,
  hosts: readonly string[],
): IdentityKey[] {
  const keys = new Set<IdentityKey>();
  if (identity.login) {
    for (const host of hosts) {
      keys.add(loginKey(host, identity.login));
    }
  }
  const mail = identity.email && emailKey(identity.email);
  if (mail) {
    keys.add(mail);
    const noreply = parseNoreplyAddress(identity.email!);
    if (noreply && hosts.includes(noreply.host)) {
      for (const host of hosts) {
        keys.add(loginKey(host, noreply.login));
      }
    }
  }
  if (keys.size === 0 && identity.name) {
    keys.add(`name:${clean(identity.name)}`);
  }
  return [...keys];
}

/**
 * What a person may be called where names may be shown: never the e-mail
 * address.
 *
 * @public
 */
export function identityLabel(identity: ScmIdentity): string {
  const label = identity.login || identity.name || '';
  return label.trim().slice(0, 100);
}

function clean(text: string): string {
  return text.trim().slice(0, MAX_LENGTH).toLocaleLowerCase('en-US');
}
