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
import { EntryAnswer } from './answers';

const SYMLINK_MODE = 0o120000;

/**
 * Puts a repository's tree together from directory listings.
 */
export class TreeBuilder {
  static create(): TreeBuilder {
    return new TreeBuilder();
  }

  readonly #entries = new Map<string, TreeEntry>();
  readonly #listed = new Set<string>();
  /** Directories that were asked for and are none. */
  readonly #refused = new Set<string>();
  /** Real spelling by lower case. */
  readonly #spelling = new Map<string, string>([['', '']]);

  private constructor() {}

  /** Adds a directory's children, and theirs where they came along. */
  add(directory: string, entries: readonly EntryAnswer[]): void {
    this.#listed.add(directory);
    for (const entry of entries) {
      const path = directory ? `${directory}/${entry.name}` : entry.name;
      const type = typeOf(entry);
      this.#entries.set(path, {
        path,
        type,
        ...(type === 'file' ? { size: entry.size } : {}),
      });
      this.#spelling.set(path.toLowerCase(), path);
      if (type === 'directory' && entry.object?.entries) {
        this.add(path, entry.object.entries);
      }
    }
  }

  /** Remembers that a directory cannot be listed. */
  refuse(directory: string): void {
    this.#refused.add(directory);
  }

  /**
   * Of the wanted directories, in lower case, those to list next so that in the
   * end all that exist are listed; as the repository spells them.
   */
  toList(wanted: Iterable<string>): string[] {
    const next = new Set<string>();
    for (const directory of wanted) {
      const segments = directory === '' ? [] : directory.split('/');
      for (let depth = 0; depth <= segments.length; depth += 1) {
        const real = this.#spelling.get(segments.slice(0, depth).join('/'));
        const isDirectory =
          real === '' ||
          (real !== undefined && this.#entries.get(real)?.type === 'directory');
        if (real === undefined || !isDirectory || this.#refused.has(real)) {
          break;
        }
        if (!this.#listed.has(real)) {
          next.add(real);
          break;
        }
      }
    }
    return [...next];
  }

  /** Paths of plain files. */
  files(): string[] {
    return [...this.#entries.values()]
      .filter(({ type }) => type === 'file')
      .map(({ path }) => path);
  }

  sizeOf(path: string): number {
    return this.#entries.get(path)?.size ?? 0;
  }

  build(): RepositoryTree {
    const entries = [...this.#entries.values()];
    const complete =
      this.#listed.has('') &&
      entries.every(
        ({ type, path }) => type !== 'directory' || this.#listed.has(path),
      );
    return complete
      ? { entries, complete }
      : { entries, complete, listedDirectories: [...this.#listed] };
  }
}

function typeOf(entry: EntryAnswer): TreeEntry['type'] {
  if (entry.type === 'tree') {
    return 'directory';
  }
  if (entry.type === 'commit') {
    return 'submodule';
  }
  return entry.mode === SYMLINK_MODE ? 'symlink' : 'file';
}
