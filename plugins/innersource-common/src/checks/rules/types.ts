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
 * A rule about documents that data can say: a document or directory that must be
 * there, and what its text must hold.
 *
 * @public
 */
export interface DocumentRule {
  /**
   * File names without extension (`contributing`), looked for in `.github`, the
   * root and `docs` of the project, its repository and the organisation's defaults,
   * or exact paths (with a slash or a dot, `docs/runbook.md`).
   */
  document?: string | string[];
  /** Directories of which one must exist and hold a file. */
  directory?: string | string[];
  /** True: a file in the project's own path counts, one elsewhere does not. Default false. */
  ownPathOnly?: boolean;
  /** What the document's text must hold, all of it. Not for directories. */
  allOf?: ContentRule[];
}

/**
 * What a document's text must hold. Exactly one of `minLength` alone, `section`,
 * `phrases`, `frontMatter` and `links` says what.
 *
 * @public
 */
export interface ContentRule {
  /** Characters of text at least, in the section where one is asked for. */
  minLength?: number;
  /** Synonyms of a heading; `*` at the end stands for any ending of the word. */
  section?: string[];
  /** Phrases of which one must occur; `*` at the end stands for any ending. */
  phrases?: string[];
  /** Properties that the front matter must have. */
  frontMatter?: string[];
  /** Host names or beginnings of URLs (`mailto:`) of which one must be linked. */
  links?: string[];
}
