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

import { createHash } from 'node:crypto';

/** What a cheap look at a repository's references tells. */
export interface References {
  /** The commit that HEAD points at; undefined when it points at none. */
  head?: string;
  /** The branch that HEAD names; undefined when it names none. */
  defaultBranch?: string;
  tags: Array<{ name: string; oid: string; peeled?: string }>;
  /** Changes with any of the above. */
  digest: string;
}

/** Reads the output of `git ls-remote --symref`. */
export function parseReferences(output: string): References {
  const references: References = {
    tags: [],
    digest: createHash('sha256').update(output).digest('hex'),
  };
  for (const line of output.split('\n')) {
    const match = /^(ref: )?(\S{1,1000})\t(\S{1,1000})$/.exec(line);
    if (!match) {
      continue;
    }
    const [, isSymbolic, value, name] = match;
    if (isSymbolic) {
      if (name === 'HEAD' && value.startsWith('refs/heads/')) {
        references.defaultBranch = value.slice('refs/heads/'.length);
      }
    } else if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)) {
      continue;
    } else if (name === 'HEAD') {
      references.head = value;
    } else if (name.startsWith('refs/tags/')) {
      if (name.endsWith('^{}')) {
        const tag = references.tags.at(-1);
        if (tag && `refs/tags/${tag.name}^{}` === name) {
          tag.peeled = value;
        }
      } else {
        references.tags.push({
          name: name.slice('refs/tags/'.length),
          oid: value,
        });
      }
    }
  }
  return references;
}

/** The content of a `packed-refs` file with these tags. */
export function packTags(references: References): string {
  return `# pack-refs with: peeled fully-peeled \n${references.tags
    .map(
      ({ name, oid, peeled }) =>
        `${oid} refs/tags/${name}\n${peeled ? `^${peeled}\n` : ''}`,
    )
    .join('')}`;
}
