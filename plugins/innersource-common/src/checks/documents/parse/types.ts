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
 * A paragraph, list item, table cell or code block.
 *
 * @public
 */
export interface DocumentBlock {
  text: string;
  /** First line in the file, from 1. */
  line: number;
  /** True for code and other literal text. */
  code: boolean;
}

/**
 * A heading with what follows up to the next one.
 *
 * @public
 */
export interface DocumentSection {
  /** Empty for what stands before the first heading. */
  heading: string;
  /** 1 is the highest; 0 for what stands before the first heading. */
  level: number;
  /** Line of the heading, from 1. */
  line: number;
  blocks: DocumentBlock[];
}

/**
 * A link or a bare URL or mail address in a text.
 *
 * @public
 */
export interface DocumentLink {
  text: string;
  url: string;
  line: number;
}

/**
 * A document's structure. Comments are no part of it, and what looks like a
 * heading inside code is none.
 *
 * @public
 */
export interface ParsedDocument {
  format: 'markdown' | 'restructuredtext' | 'asciidoc' | 'plain';
  /** The first heading, if it stands above all others. */
  title: string | null;
  /** In the order of the file; the first one has no heading. */
  sections: DocumentSection[];
  links: DocumentLink[];
  /**
   * Properties of the YAML front matter with their texts, null where one has no
   * value; null when there is no front matter.
   */
  frontMatter: Record<string, string | null> | null;
}
