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

import { DocumentSelector } from '@ispo/backstage-plugin-innersource-common';

/**
 * Decides by path which files checks want to read.
 */
export class DocumentSelection {
  readonly #stems: Set<string>;
  readonly #names: Set<string>;
  readonly #directories: Set<string>;
  readonly #contentsOf: Set<string>;
  readonly #paths: Set<string>;
  readonly #listings: Set<string>;

  /** @param projectPaths - directories that count as a root, `''` among them or not. */
  static create(
    selector: DocumentSelector,
    projectPaths: readonly string[],
  ): DocumentSelection {
    return new DocumentSelection(selector, projectPaths);
  }

  private constructor(
    selector: DocumentSelector,
    projectPaths: readonly string[],
  ) {
    const roots = new Set([
      '',
      ...projectPaths.map(path => path.toLowerCase()),
    ]);
    const under = (paths: readonly string[]) => {
      const result = new Set<string>();
      for (const root of roots) {
        for (const path of paths) {
          result.add([root, path].filter(Boolean).join('/'));
        }
      }
      return result;
    };
    this.#stems = new Set(selector.stems);
    this.#names = new Set(selector.names);
    this.#directories = under(selector.directories);
    this.#contentsOf = under(selector.contentsOf);
    this.#paths = under(selector.paths);
    this.#listings = under(selector.listings);
  }

  /** True when the document at this path is wanted. */
  wants(path: string): boolean {
    const lower = path.toLowerCase();
    if (this.#paths.has(lower)) {
      return true;
    }
    const slash = lower.lastIndexOf('/');
    const directory = slash < 0 ? '' : lower.slice(0, slash);
    if (this.#contentsOf.has(directory)) {
      return true;
    }
    if (!this.#directories.has(directory)) {
      return false;
    }
    const name = lower.slice(slash + 1);
    if (this.#names.has(name) || this.#stems.has(name)) {
      return true;
    }
    const dot = name.lastIndexOf('.');
    return dot > 0 && this.#stems.has(name.slice(0, dot));
  }

  /** True when what lies directly in this directory matters. */
  looksIn(directory: string): boolean {
    const lower = directory.toLowerCase();
    return (
      this.#directories.has(lower) ||
      this.#contentsOf.has(lower) ||
      this.#listings.has(lower)
    );
  }
}
