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

import { RepositoryTree } from '../../model';
import { memoise } from '../memoise';
import { baseNameOf, comparePaths, directoryOf } from './fileNames';

/** A child of a directory, as spelled in the repository. */
export interface TreeChild {
  path: string;
  name: string;
  directory: boolean;
}

const NO_CHILDREN: ReadonlyMap<string, TreeChild> = new Map();

/**
 * Case-insensitive look-ups in a tree that know the difference between "is not
 * there" and "was not listed".
 */
export class TreeIndex {
  /** Children by lower-case name, by lower-case directory. */
  readonly #children: ReadonlyMap<string, ReadonlyMap<string, TreeChild>>;
  readonly #complete: boolean;
  readonly #listed: ReadonlySet<string>;
  /** Lower-case paths that exist but whose inside is another repository or elsewhere. */
  readonly #opaque: ReadonlySet<string>;

  /** The index of a tree, made once. */
  static readonly of = memoise((tree: RepositoryTree) => new TreeIndex(tree));

  private constructor(tree: RepositoryTree) {
    const children = new Map<string, Map<string, TreeChild>>();
    const opaque = new Set<string>();
    const add = (path: string, directory: boolean): boolean => {
      const parent = directoryOf(path).toLowerCase();
      let siblings = children.get(parent);
      if (!siblings) {
        siblings = new Map();
        children.set(parent, siblings);
      }
      const name = baseNameOf(path);
      const key = name.toLowerCase();
      const present = siblings.get(key);
      if (!present) {
        siblings.set(key, { path, name, directory });
        return true;
      }
      if (directory && !present.directory) {
        siblings.set(key, { ...present, directory: true });
      }
      return false;
    };
    for (const entry of tree.entries) {
      add(entry.path, entry.type === 'directory');
      if (entry.type === 'symlink' || entry.type === 'submodule') {
        opaque.add(entry.path.toLowerCase());
      }
      for (
        let parent = directoryOf(entry.path);
        parent && add(parent, true);
        parent = directoryOf(parent)
      );
    }
    this.#children = children;
    this.#opaque = opaque;
    this.#complete = tree.complete;
    this.#listed = new Set(
      (tree.listedDirectories ?? []).map(path => path.toLowerCase()),
    );
  }

  /** True when what is not among the children of this directory does not exist. */
  isListed(directory: string): boolean {
    const lower = directory.toLowerCase();
    if (this.#opaque.has(lower)) {
      return false;
    }
    if (this.#complete || this.#listed.has(lower)) {
      return true;
    }
    if (!lower) {
      return false;
    }
    const parent = directoryOf(lower);
    const known = this.#children.get(parent)?.has(baseNameOf(lower)) ?? false;
    return !known && this.isListed(parent);
  }

  /** Children that were listed, in the order of their paths. */
  childrenOf(directory: string): TreeChild[] {
    return [
      ...(this.#children.get(directory.toLowerCase()) ?? NO_CHILDREN).values(),
    ].sort((a, b) => comparePaths(a.path, b.path));
  }

  /** The entry at a path, whatever its spelling in upper and lower case. */
  get(path: string): TreeChild | undefined {
    return this.#children
      .get(directoryOf(path).toLowerCase())
      ?.get(baseNameOf(path).toLowerCase());
  }

  get complete(): boolean {
    return this.#complete;
  }
}
