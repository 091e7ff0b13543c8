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
 * Extensions of documents that people read, best first. Where one directory
 * holds several, the first wins, as on most hosts.
 */
const DOCUMENT_EXTENSIONS = [
  'md',
  'markdown',
  'mdown',
  'mkdn',
  'mkd',
  'mdx',
  '',
  'rst',
  'rest',
  'adoc',
  'asciidoc',
  'asc',
  'txt',
  'text',
];

const RANK = new Map(
  DOCUMENT_EXTENSIONS.map((extension, index) => [extension, index]),
);

/** Directory of a path, `''` at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Last segment of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins two relative paths either of which may be empty. */
export function joinPath(directory: string, name: string): string {
  if (!directory) {
    return name;
  }
  return name ? `${directory}/${name}` : directory;
}

/**
 * Splits a lower-case file name into stem and document extension. Undefined when
 * the extension is not a document's, so that `readme.js` is no README.
 */
export function splitDocumentName(
  lowerCaseName: string,
): { stem: string; rank: number; extension: string } | undefined {
  const dot = lowerCaseName.lastIndexOf('.');
  const hasExtension = dot > 0;
  const extension = hasExtension ? lowerCaseName.slice(dot + 1) : '';
  const rank = RANK.get(extension);
  if (rank === undefined) {
    return undefined;
  }
  return {
    stem: hasExtension ? lowerCaseName.slice(0, dot) : lowerCaseName,
    rank,
    extension,
  };
}

/** Stable order of paths that does not depend on the machine's locale. */
export function comparePaths(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
