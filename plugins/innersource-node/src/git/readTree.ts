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
  RepositoryTree,
  TreeEntry,
} from '@ispo/backstage-plugin-innersource-common';
import { GitError } from './Git';
import { LanguageTally } from './languages';
import { NulSplitter } from './NulSplitter';
import { OpenRepository } from './OpenRepository';
import { DocumentSelection } from './selection';
import { parseTreeEntry, RawTreeEntry } from './tree';

/** Files and directories that are listed whatever their place. */
const MAX_ENTRIES = 200_000;
/** Beyond this many, the repository is not read at all. */
const MAX_ENTRIES_SEEN = 3_000_000;
/** Directories this deep are listed whole even in a repository with too many files. */
const ALWAYS_LISTED_DEPTH = 1;

/** What one pass over the tree gives. */
export interface TreeReading {
  tree: RepositoryTree;
  languages: LanguageTally;
  /** Wanted documents, symbolic links among them. */
  wanted: RawTreeEntry[];
  /** Object of the root's `.mailmap`, if it is a file. */
  mailmap?: string;
}

/**
 * Lists the files at HEAD in one pass.
 *
 * @throws GitError
 */
export async function readTree(
  repository: OpenRepository,
  selection: DocumentSelection,
): Promise<TreeReading> {
  const entries: TreeEntry[] = [];
  const languages = new LanguageTally();
  const wanted: RawTreeEntry[] = [];
  const listed = new Set<string>(['']);
  let mailmap: string | undefined;
  let seen = 0;

  const add = (text: string) => {
    const raw = parseTreeEntry(text);
    if (!raw) {
      return;
    }
    seen += 1;
    const { oid, ...entry } = raw;
    const { path, type } = entry;
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? '' : path.slice(0, slash);
    if (type === 'file') {
      languages.add(path, entry.size);
      if (path === '.mailmap') {
        mailmap = oid;
      }
    }
    if ((type === 'file' || type === 'symlink') && selection.wants(path)) {
      wanted.push(raw);
    }

    const alwaysListed =
      depthOf(parent) <= ALWAYS_LISTED_DEPTH || selection.looksIn(parent);
    if (alwaysListed) {
      listed.add(parent);
    }
    if (seen <= MAX_ENTRIES || alwaysListed) {
      entries.push(entry);
    }
    if (seen > MAX_ENTRIES_SEEN || entries.length > 2 * MAX_ENTRIES) {
      throw new GitError(
        'too-large',
        `The repository has more files than can be listed (${seen} looked at). Evaluate parts of it in repositories of their own.`,
      );
    }
  };

  const splitter = new NulSplitter();
  for await (const piece of repository.stream([
    'ls-tree',
    '-r',
    '-t',
    ...(repository.sized ? ['-l'] : []),
    '-z',
    '--full-tree',
    '--end-of-options',
    repository.head,
  ])) {
    splitter.push(piece).forEach(add);
  }
  splitter.end().forEach(add);

  const complete = seen <= MAX_ENTRIES;
  return {
    tree: complete
      ? { entries, complete }
      : { entries, complete, listedDirectories: [...listed] },
    languages,
    wanted,
    mailmap,
  };
}

function depthOf(directory: string): number {
  return directory === '' ? 0 : directory.split('/').length;
}
