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

import { TreeEntry } from '@ispo/backstage-plugin-innersource-common';

/** One line of `git ls-tree -r -t -z`, with or without `-l`. */
export interface RawTreeEntry extends TreeEntry {
  oid: string;
}

const LINE =
  /^(\d{6}) (?:blob|tree|commit) ([0-9a-f]{40,64}) *([0-9]{1,19}|-)?\t/;

/** Reads one entry; undefined for what is none. */
export function parseTreeEntry(text: string): RawTreeEntry | undefined {
  const match = LINE.exec(text);
  if (!match) {
    return undefined;
  }
  const [head, mode, oid, size] = match;
  const path = text.slice(head.length);
  const entry: RawTreeEntry = { path, type: typeOf(mode), oid };
  if (size !== undefined && size !== '-') {
    entry.size = Number(size);
  }
  return entry;
}

function typeOf(mode: string): TreeEntry['type'] {
  switch (mode) {
    case '040000':
      return 'directory';
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}

/**
 * Where a symbolic link leads inside the repository; undefined when it leaves it.
 */
export function resolveLink(
  linkPath: string,
  target: string,
): string | undefined {
  if (target === '' || target.startsWith('/') || target.includes('\0')) {
    return undefined;
  }
  const parts = linkPath.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.length === 0) {
        return undefined;
      }
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
