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

import { collapse, DocumentBuilder } from './DocumentBuilder';
import { ParsedDocument } from './types';

const ADORNMENTS = '=-`:.\'"~^_*+#<>!$%&(),/;?@[\\]{|}';

/** Directives whose indented content is code. */
const CODE = ['code', 'code-block', 'sourcecode', 'parsed-literal', 'prompt'];

/** Directives whose indented content is prose. */
const PROSE = [
  'note',
  'warning',
  'tip',
  'important',
  'admonition',
  'attention',
  'caution',
  'hint',
  'seealso',
];

/**
 * Reads the structure of reStructuredText: titles with their adornments in order
 * of appearance, literal blocks, directives and comments. One pass over the lines.
 */
export function parseReStructuredText(text: string): ParsedDocument {
  const builder = new DocumentBuilder();
  const lines = text.split(/\r\n|\r|\n/);
  const styles: string[] = [];
  const levelOf = (style: string) => {
    if (!styles.includes(style) && styles.length < 20) {
      styles.push(style);
    }
    return styles.indexOf(style) + 1 || 20;
  };
  let paragraph: string[] = [];
  let paragraphLine = 1;
  let literalNext = false;

  const flush = () => {
    const joined = paragraph.join(' ');
    literalNext = literalNext || joined.trimEnd().endsWith('::');
    prose(joined, paragraphLine, builder);
    paragraph = [];
  };

  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const next = lines[i + 1] ?? '';
    const indented = line.startsWith(' ') || line.startsWith('\t');

    if (!line.trim()) {
      flush();
      i++;
    } else if (indented && literalNext && !paragraph.length) {
      const end = endOfIndented(lines, i);
      builder.code(lines.slice(i, end).join('\n'), i + 1);
      literalNext = false;
      i = end;
    } else if (
      !paragraph.length &&
      isAdornment(line) &&
      next.trim() &&
      !isAdornment(next) &&
      isAdornment(lines[i + 2] ?? '') &&
      lines[i + 2][0] === line[0]
    ) {
      builder.heading(next, levelOf(`over${line[0]}`), i + 2);
      i += 3;
    } else if (
      !paragraph.length &&
      !indented &&
      !isAdornment(line) &&
      isAdornment(next) &&
      next.trimEnd().length >= Math.min(4, [...line.trim()].length)
    ) {
      builder.heading(line, levelOf(next[0]), i + 1);
      literalNext = false;
      i += 2;
    } else if (!paragraph.length && /^\.\.(?:\s|$)/.test(line)) {
      i = explicitMarkup(lines, i, builder);
      literalNext = false;
    } else {
      if (!paragraph.length) {
        paragraphLine = i + 1;
        literalNext = false;
      }
      if (!isAdornment(line)) {
        paragraph.push(line);
      }
      i++;
    }
  }
  flush();
  return builder.build('restructuredtext');
}

function explicitMarkup(
  lines: readonly string[],
  start: number,
  builder: DocumentBuilder,
): number {
  const end = endOfIndented(lines, start + 1);
  const first = lines[start].slice(2).trim();
  const target = first.startsWith('_') ? first.indexOf(': ') : -1;
  if (target > 0) {
    builder.link(
      first.slice(1, target).split('`').join(''),
      first.slice(target + 2).trim(),
      start + 1,
    );
    return end;
  }
  const colons = first.indexOf('::');
  const name = colons > 0 ? first.slice(0, colons).trim().toLowerCase() : '';
  const content = lines
    .slice(start + 1, end)
    .map(line => (/^\s+:[\w-]{1,40}:/.test(line) ? '' : line));
  if (CODE.includes(name)) {
    builder.code(content.join('\n'), start + 2);
  } else if (PROSE.includes(name)) {
    prose([first.slice(colons + 2), ...content].join(' '), start + 1, builder);
  }
  return end;
}

/** Index of the first line after a block that is indented or blank. */
function endOfIndented(lines: readonly string[], start: number): number {
  let end = start;
  while (
    end < lines.length &&
    (!lines[end].trim() || lines[end][0] === ' ' || lines[end][0] === '\t')
  ) {
    end++;
  }
  return end;
}

function isAdornment(line: string): boolean {
  const trimmed = line.trimEnd();
  const char = trimmed[0];
  if (trimmed.length < 2 || !ADORNMENTS.includes(char)) {
    return false;
  }
  for (let i = 1; i < trimmed.length; i++) {
    if (trimmed[i] !== char) {
      return false;
    }
  }
  // Two dots begin explicit markup, two colons a literal block.
  return trimmed.length > 2 || !['.', ':'].includes(char);
}

/** Adds prose without inline markup, and the links in it: `text <url>`_ */
function prose(text: string, line: number, builder: DocumentBuilder): void {
  const parts = text.split('`');
  let plain = '';
  parts.forEach((part, index) => {
    const open = index % 2 === 1 ? part.lastIndexOf('<') : -1;
    if (open >= 0 && part.endsWith('>')) {
      const label = part.slice(0, open).trim();
      builder.link(label, part.slice(open + 1, -1).trim(), line);
      plain += label;
    } else {
      plain += index > 0 && part.startsWith('_') ? part.slice(1) : part;
    }
  });
  const collapsed = collapse(plain);
  builder.prose(
    collapsed.endsWith('::') ? collapsed.slice(0, -1) : collapsed,
    line,
  );
}
