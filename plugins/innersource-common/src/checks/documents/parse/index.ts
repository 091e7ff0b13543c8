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

import { RepositoryDocument } from '../../../model';
import { memoise } from '../../memoise';
import { baseNameOf, splitDocumentName } from '../fileNames';
import { parseAsciiDoc } from './asciiDoc';
import { parseMarkdown } from './markdown';
import { parsePlainText } from './plainText';
import { parseReStructuredText } from './restructuredText';
import { ParsedDocument } from './types';

export * from './types';

function parse(path: string, text: string): ParsedDocument {
  const name = baseNameOf(path).toLowerCase();
  switch (splitDocumentName(name)?.extension) {
    case 'md':
    case 'markdown':
    case 'mdown':
    case 'mkdn':
    case 'mkd':
    case 'mdx':
      return parseMarkdown(text);
    case 'rst':
    case 'rest':
      return parseReStructuredText(text);
    case 'adoc':
    case 'asciidoc':
    case 'asc':
      return parseAsciiDoc(text);
    default:
      return parsePlainText(text);
  }
}

/**
 * Reads the structure of a document by its extension: Markdown, reStructuredText,
 * AsciiDoc, and plain text for all else. Never throws; takes time in proportion to
 * the length of the text. A binary document has no sections.
 *
 * @public
 */
export const parseDocument: (document: RepositoryDocument) => ParsedDocument =
  memoise(({ path, text, binary }) => parse(path, binary ? '' : text));
