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

const MAX_HEADING = 80;

/**
 * Reads plain text: a heading is a line underlined with `=` or `-`, a line that
 * begins with `#`, or a short line on its own that is all capitals or ends with a
 * colon. One pass over the lines.
 */
export function parsePlainText(text: string): ParsedDocument {
  const builder = new DocumentBuilder();
  const lines = text.split(/\r\n|\r|\n/);
  let paragraph: string[] = [];
  let paragraphLine = 1;
  const flush = () => {
    builder.prose(paragraph.join(' '), paragraphLine);
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].trim();
    const next = (lines[i + 1] ?? '').trim();
    const alone = !paragraph.length;
    const hashes = /^#{1,6}\s+(?=\S)/.exec(line);
    if (!line) {
      flush();
    } else if (alone && line.length <= MAX_HEADING && isUnderline(next)) {
      builder.heading(line, next[0] === '=' ? 1 : 2, i + 1);
      i++;
    } else if (alone && hashes) {
      builder.heading(
        line.slice(hashes[0].length),
        hashes[0].trim().length,
        i + 1,
      );
    } else if (alone && !next && isShortHeading(line)) {
      builder.heading(line.endsWith(':') ? line.slice(0, -1) : line, 2, i + 1);
    } else {
      if (alone) {
        paragraphLine = i + 1;
      }
      paragraph.push(line);
    }
  }
  flush();
  return builder.build('plain');
}

function isUnderline(line: string): boolean {
  return line.length >= 3 && /^(?:=+|-+)$/.test(line);
}

function isShortHeading(line: string): boolean {
  return (
    line.length <= 60 &&
    /\p{L}/u.test(line) &&
    (line.endsWith(':') ||
      (line === line.toUpperCase() && line !== line.toLowerCase()))
  );
}
