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
 * Which documents checks want to read from a repository. Matching ignores case
 * and, for `stems`, the extension.
 *
 * @public
 */
export interface DocumentSelector {
  /**
   * File names without extension, lower case (`readme`, `contributing`), looked
   * for in each of `directories` under the root and under every project path.
   */
  stems: string[];
  /** Whole file names, lower case (`innersource.json`, `codeowners`), likewise. */
  names: string[];
  /** Directories to look in, lower case, `''` for the root: `''`, `.github`, `docs`. */
  directories: string[];
  /** Directories whose files are all wanted, lower case: `.github/issue_template`. */
  contentsOf: string[];
  /**
   * Exact paths, lower case, that checks ask for, below the root and below every
   * project path.
   */
  paths: string[];
  /**
   * Directories whose children's names are of interest though their text is not,
   * lower case: `.github/workflows`, `docs/adr`. A source that cannot list the
   * whole tree lists these below the root and below every project path.
   */
  listings: string[];
}
