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

import { RepositoryRef } from '@ispo/backstage-plugin-innersource-common';
import { fileURLToPath } from 'node:url';
import { GitError } from './Git';
import { GitProtocol, GitSourceOptions } from './options';

/** Where a repository is to be read from. */
export type GitLocation =
  | { kind: 'remote'; url: string; protocol: GitProtocol; host: string }
  | { kind: 'local'; path: string };

/**
 * Decides whether, and how, a repository may be read.
 *
 * @throws GitError of kind `rejected`.
 */
export function locate(
  repository: RepositoryRef,
  options: Pick<GitSourceOptions, 'allowedProtocols' | 'allowedHosts'>,
): GitLocation {
  if (hasControlCharacters(repository.url) || repository.url.length > 2000) {
    throw rejected(
      'The address of the repository contains control characters or is longer than 2,000 characters. Correct the source location of the entity.',
    );
  }
  let url: URL;
  try {
    url = new URL(repository.url);
  } catch {
    throw rejected(
      'The address of the repository is not a URL. Correct the source location of the entity.',
    );
  }

  if (url.protocol === 'file:') {
    if (url.host !== '') {
      throw rejected(
        'A file URL must not name a host. Use file:///path/to/repository.',
      );
    }
    try {
      return { kind: 'local', path: fileURLToPath(url) };
    } catch {
      throw rejected(
        'The file URL is not the address of a directory. Use file:///path/to/repository.',
      );
    }
  }

  const protocol = options.allowedProtocols.find(
    allowed => `${allowed}:` === url.protocol,
  );
  if (!protocol) {
    throw rejected(
      `Addresses that start with '${url.protocol.slice(
        0,
        30,
      )}' are not read. Use one that starts with ${options.allowedProtocols.join(
        ' or ',
      )}, or allow it in innersource.git.allowedProtocols.`,
    );
  }
  if (
    !/^[a-z0-9[][a-z0-9.:[\]_-]*$/i.test(url.host) ||
    url.pathname.length < 2
  ) {
    throw rejected(
      'The address of the repository lacks a host name or a path. Correct the source location of the entity.',
    );
  }
  const host = url.host.toLowerCase();
  if (
    options.allowedHosts &&
    !options.allowedHosts.some(allowed =>
      allowed.startsWith('*.')
        ? host.endsWith(allowed.slice(1))
        : host === allowed,
    )
  ) {
    throw rejected(
      `The host ${host} is not in innersource.git.allowedHosts. Add it there if repositories on it shall be read.`,
    );
  }

  url.username =
    protocol === 'ssh' && /^[a-z0-9_][a-z0-9_.-]*$/i.test(url.username)
      ? url.username
      : '';
  if (protocol === 'ssh' && url.username === '') {
    url.username = 'git';
  }
  url.password = '';
  url.search = '';
  url.hash = '';
  return { kind: 'remote', url: url.href, protocol, host };
}

function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 127) {
      return true;
    }
  }
  return false;
}

function rejected(message: string): GitError {
  return new GitError('rejected', message);
}
