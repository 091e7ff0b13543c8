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

import { NulSplitter } from './NulSplitter';

/**
 * Reads `git log -z` in a format that starts with a NUL byte, then has a fixed
 * number of fields with NUL bytes between them, and may be followed by the paths
 * of `--name-only`. No path is ever empty, so that an empty text between fields
 * marks the next commit whatever a path contains.
 */
export class LogParser {
  readonly #fieldCount: number;
  readonly #onFile: (path: string) => void;
  readonly #onCommit: (fields: string[]) => void;
  readonly #splitter = new NulSplitter();
  #fields: string[] | undefined;
  #files = 0;

  /**
   * @param onCommit - takes a commit after all of its files went to `onFile`.
   */
  static create(options: {
    fieldCount: number;
    onFile: (path: string) => void;
    onCommit: (fields: string[]) => void;
  }): LogParser {
    return new LogParser(options);
  }

  private constructor(options: {
    fieldCount: number;
    onFile: (path: string) => void;
    onCommit: (fields: string[]) => void;
  }) {
    this.#fieldCount = options.fieldCount;
    this.#onFile = options.onFile;
    this.#onCommit = options.onCommit;
  }

  push(piece: Buffer): void {
    this.#read(this.#splitter.push(piece));
  }

  end(): void {
    this.#read(this.#splitter.end());
    this.#finish();
  }

  #read(tokens: string[]): void {
    for (const token of tokens) {
      if (this.#fields && this.#fields.length < this.#fieldCount) {
        this.#fields.push(token);
      } else if (token === '') {
        this.#finish();
        this.#fields = [];
        this.#files = 0;
      } else {
        // A line break separates the commit from its first path.
        this.#onFile(
          this.#files === 0 && token.startsWith('\n') ? token.slice(1) : token,
        );
        this.#files += 1;
      }
    }
  }

  #finish(): void {
    if (this.#fields?.length === this.#fieldCount) {
      this.#onCommit(this.#fields);
    }
    this.#fields = undefined;
  }
}

/** Arguments that make `git log` print the paths that change under some directories, and still every commit. */
export function pathArguments(subPaths: readonly string[]): string[] {
  return subPaths.length
    ? [
        '--full-history',
        '--sparse',
        '--name-only',
        '--no-renames',
        '--no-ext-diff',
        '--no-textconv',
      ]
    : [];
}
