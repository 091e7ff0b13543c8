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

import { DocumentLink, DocumentSection, ParsedDocument } from './types';

/** Bounds on what is kept of one document. */
const MAX_SECTIONS = 2_000;
const MAX_LINKS = 5_000;
const MAX_HEADING = 300;

/** Collects the structure of a document while a scanner walks through it. */
export class DocumentBuilder {
  readonly #sections: DocumentSection[] = [
    { heading: '', level: 0, line: 1, blocks: [] },
  ];
  readonly #links: DocumentLink[] = [];

  heading(text: string, level: number, line: number): void {
    const heading = collapse(text).slice(0, MAX_HEADING);
    if (heading && this.#sections.length < MAX_SECTIONS) {
      this.#sections.push({ heading, level, line, blocks: [] });
    }
  }

  /** Adds prose; white space is collapsed and bare URLs become links. */
  prose(text: string, line: number): void {
    const collapsed = collapse(text);
    if (collapsed) {
      this.#last.blocks.push({ text: collapsed, line, code: false });
      for (const url of bareLinks(collapsed)) {
        this.link(url, url, line);
      }
    }
  }

  code(text: string, line: number): void {
    if (text.trim()) {
      this.#last.blocks.push({ text, line, code: true });
    }
  }

  link(text: string, url: string, line: number): void {
    if (url && this.#links.length < MAX_LINKS) {
      this.#links.push({ text: collapse(text), url, line });
    }
  }

  build(
    format: ParsedDocument['format'],
    frontMatter: ParsedDocument['frontMatter'] = null,
  ): ParsedDocument {
    const [, first, ...rest] = this.#sections;
    const isTitle =
      first &&
      (first.level === 1 ||
        (rest.length > 0 && rest.every(({ level }) => level > first.level)));
    return {
      format,
      title: isTitle ? first.heading : null,
      sections: this.#sections,
      links: this.#links,
      frontMatter,
    };
  }

  get #last(): DocumentSection {
    return this.#sections[this.#sections.length - 1];
  }
}

export function collapse(text: string): string {
  return text.split(/\s/).filter(Boolean).join(' ');
}

/** URLs and mail addresses that stand in a text as words. */
function bareLinks(text: string): string[] {
  const links: string[] = [];
  for (const word of text.split(' ')) {
    const start = word.search(/https?:\/\/|mailto:/);
    if (start >= 0) {
      links.push(trimPunctuation(word.slice(start)));
    } else if (isMailAddress(trimPunctuation(word))) {
      links.push(`mailto:${trimPunctuation(word)}`);
    }
  }
  return links;
}

const OPENING = '<([{"\'`*_';
const CLOSING = '>)]}"\'`*_.,;:!?';

function trimPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.includes(word[start])) {
    start++;
  }
  while (end > start && CLOSING.includes(word[end - 1])) {
    end--;
  }
  return word.slice(start, end);
}

function isMailAddress(word: string): boolean {
  const at = word.indexOf('@');
  return (
    at > 0 &&
    word.length <= 254 &&
    word.indexOf('@', at + 1) < 0 &&
    word.indexOf('.', at + 2) > 0 &&
    /^[\p{L}\p{N}.@_%+-]+$/u.test(word)
  );
}
