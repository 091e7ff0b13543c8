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

import { DocumentBuilder } from './DocumentBuilder';
import { ParsedDocument } from './types';

/** Delimiters of blocks whose content is literal, and of comments. */
const LITERAL = ['----', '....', '++++', '```', '--- '];
const COMMENT = '////';

/**
 * Reads the structure of AsciiDoc: section titles of one line (`== Title`) and of
 * two, delimited blocks, comments and attributes. One pass over the lines.
 */
export function parseAsciiDoc(text: string): ParsedDocument {
  const builder = new DocumentBuilder();
  const lines = text.split(/\r\n|\r|\n/);
  let paragraph: string[] = [];
  let paragraphLine = 1;
  let seenTitle = false;
  let i = 0;

  const flush = () => {
    prose(paragraph.join(' '), paragraphLine, builder);
    paragraph = [];
  };

  while (i < lines.length) {
    const line = lines[i].trimEnd();
    const next = (lines[i + 1] ?? '').trimEnd();
    const title = paragraph.length ? undefined : titleOf(line);
    const underlined =
      paragraph.length || title ? undefined : underlineLevel(line, next);
    const delimiter = delimiterOf(line);
    if (underlined) {
      builder.heading(line, underlined, i + 1);
      i += 2;
    } else if (delimiter) {
      flush();
      const end = indexOfLine(lines, line, i + 1);
      if (delimiter === 'literal') {
        builder.code(lines.slice(i + 1, end).join('\n'), i + 2);
      }
      i = end + 1;
    } else if (title) {
      builder.heading(title.text, title.level, i + 1);
      i++;
      if (title.level === 1 && !seenTitle) {
        // The header (authors, revision, attributes) goes on to the first blank line.
        while (i < lines.length && lines[i].trim()) {
          i++;
        }
      }
      seenTitle = true;
    } else if (!line || isFence(line)) {
      flush();
      i++;
    } else if (isInvisible(line)) {
      i++;
    } else {
      if (!paragraph.length) {
        paragraphLine = i + 1;
      }
      paragraph.push(line);
      i++;
    }
  }
  flush();
  return builder.build('asciidoc');
}

function titleOf(line: string): { text: string; level: number } | undefined {
  const match = /^(={1,6}|#{1,6})\s+(\S.*)$/.exec(line);
  return match ? { level: match[1].length, text: match[2] } : undefined;
}

function underlineLevel(line: string, next: string): number | undefined {
  const level = '=-~^+'.indexOf(next[0] ?? ' ');
  const length = [...line].length;
  return level >= 0 &&
    length > 1 &&
    /^[\p{L}\p{N}]/u.test(line) &&
    isRun(next) &&
    Math.abs(next.length - length) <= 1
    ? level + 1
    : undefined;
}

function delimiterOf(line: string): 'literal' | 'comment' | undefined {
  if (line.length >= 4 && line.startsWith(COMMENT) && isRun(line)) {
    return 'comment';
  }
  const literal =
    (line.length >= 4 &&
      LITERAL.some(start => line.startsWith(start)) &&
      isRun(line)) ||
    line.startsWith('```');
  return literal ? 'literal' : undefined;
}

/** Where a delimited block ends: at the same delimiter, else at the end of the text. */
function indexOfLine(
  lines: readonly string[],
  delimiter: string,
  from: number,
): number {
  const wanted = delimiter.startsWith('```') ? '```' : delimiter;
  for (let i = from; i < lines.length; i++) {
    if (lines[i].trimEnd() === wanted) {
      return i;
    }
  }
  return lines.length;
}

/** Delimiters of blocks whose content is prose. */
function isFence(line: string): boolean {
  return (
    line === '|===' ||
    line === '--' ||
    (line.length >= 4 && '=*_'.includes(line[0]) && isRun(line))
  );
}

function isInvisible(line: string): boolean {
  return (
    line.startsWith('//') ||
    /^:[^:\s][^:]{0,100}:(?:\s|$)/.test(line) ||
    /^\[[^\]]{0,200}\]$/.test(line) ||
    /^(?:image|include|toc|video|ifdef|ifndef|endif)::/.test(line)
  );
}

function isRun(line: string): boolean {
  for (let i = 1; i < line.length; i++) {
    if (line[i] !== line[0]) {
      return false;
    }
  }
  return line.length > 0;
}

/** Adds prose, and the links in it: `https://host[text]`, `link:path[text]`. */
function prose(text: string, line: number, builder: DocumentBuilder): void {
  const words = text.split(' ');
  let plain = '';
  for (let i = 0; i < words.length; i++) {
    let word = words[i];
    const start = word.search(/(?:https?:\/\/|link:|mailto:|xref:)/);
    const open = start >= 0 ? word.indexOf('[', start) : -1;
    if (open > 0) {
      const url = word.slice(start, open);
      // A label may hold spaces; it ends with the paragraph at the latest.
      let label = word.slice(open + 1);
      const limit = Math.min(words.length - 1, i + 50);
      while (!label.includes(']') && i < limit) {
        i++;
        label += ` ${words[i]}`;
      }
      const close = label.indexOf(']');
      const shown = close < 0 ? label : label.slice(0, close);
      builder.link(shown, url.replace(/^(?:link:|xref:)/, ''), line);
      word = `${word.slice(0, start)}${shown}${
        close < 0 ? '' : label.slice(close + 1)
      }`;
    }
    plain += `${word} `;
  }
  builder.prose(plain.split(/[*`|]/).join(' '), line);
}
