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

/**
 * The directories of a repository that are projects of their own.
 */
export class ProjectPaths {
  /** Those that git can be asked about, each once; never the root. */
  readonly subPaths: readonly string[];
  readonly #known: ReadonlySet<string>;

  static create(paths: readonly string[]): ProjectPaths {
    return new ProjectPaths(paths);
  }

  private constructor(paths: readonly string[]) {
    this.subPaths = [...new Set(paths)].filter(isPlain);
    this.#known = new Set(this.subPaths);
  }

  /** Calls back with each project path that a file belongs to. */
  forEachOf(file: string, callback: (path: string) => void): void {
    if (this.#known.size === 0) {
      return;
    }
    for (
      let slash = file.indexOf('/');
      slash >= 0;
      slash = file.indexOf('/', slash + 1)
    ) {
      const directory = file.slice(0, slash);
      if (this.#known.has(directory)) {
        callback(directory);
      }
    }
    if (this.#known.has(file)) {
      callback(file);
    }
  }
}

/** Others exist in no repository, and git would refuse the whole question for their sake. */
function isPlain(path: string): boolean {
  return (
    !path.includes('\0') &&
    path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
  );
}
