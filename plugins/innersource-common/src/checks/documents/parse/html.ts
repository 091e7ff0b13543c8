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

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const SKIPPED = new Set(['script', 'style', 'svg']);

/**
 * Walks through a piece of HTML as it occurs in Markdown: headings, links, and
 * text; comments and scripts are left out. One pass, no nesting.
 */
export function scanHtml(
  html: string,
  firstLine: number,
  builder: DocumentBuilder,
): void {
  let line = firstLine;
  let textLine = firstLine;
  let text = '';
  let heading: { level: number; line: number } | undefined;
  let link: { url: string; text: string; line: number } | undefined;
  let skipped: string | undefined;

  const flush = () => {
    if (heading) {
      builder.heading(text, heading.level, heading.line);
    } else {
      builder.prose(text, textLine);
    }
    text = '';
    textLine = line;
  };
  const addText = (raw: string) => {
    if (!skipped) {
      const decoded = decodeEntities(raw);
      if (!text.trim()) {
        textLine = line;
      }
      text += decoded;
      if (link) {
        link.text += decoded;
      }
    }
    line += countNewLines(raw);
  };

  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open < 0) {
      addText(html.slice(position));
      break;
    }
    addText(html.slice(position, open));
    const comment = html.startsWith('<!--', open);
    const close = html.indexOf(comment ? '-->' : '>', open);
    if (close < 0) {
      // Nothing after an unclosed comment or tag is shown by a browser either.
      break;
    }
    const end = close + (comment ? 3 : 1);
    const tag = html.slice(open, end);
    position = end;
    const name = comment ? '' : tagName(tag);
    const closing = tag.startsWith('</');
    if (skipped) {
      if (closing && name === skipped) {
        skipped = undefined;
      }
    } else if (SKIPPED.has(name) && !closing && !tag.endsWith('/>')) {
      skipped = name;
    } else if (isHeading(name)) {
      flush();
      heading = closing ? undefined : { level: Number(name[1]), line };
    } else if (name === 'a') {
      if (link) {
        builder.link(link.text, link.url, link.line);
      }
      const url = closing ? undefined : attribute(tag, 'href');
      link = url ? { url, text: '', line } : undefined;
    } else if (isBlock(name)) {
      if (heading) {
        text += ' ';
      } else {
        flush();
      }
    }
    line += countNewLines(tag);
  }
  if (link) {
    builder.link(link.text, link.url, link.line);
  }
  flush();
}

export function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(
        /&([a-z]{2,4});/g,
        (whole, name: string) => ENTITIES[name] ?? whole,
      )
    : text;
}

function tagName(tag: string): string {
  return /^<\/?([a-zA-Z][a-zA-Z0-9]{0,15})/.exec(tag)?.[1].toLowerCase() ?? '';
}

function isHeading(name: string): boolean {
  return name.length === 2 && name[0] === 'h' && '123456'.includes(name[1]);
}

function isBlock(name: string): boolean {
  return [
    'p',
    'div',
    'li',
    'td',
    'th',
    'tr',
    'br',
    'summary',
    'dt',
    'dd',
  ].includes(name);
}

function attribute(tag: string, name: string): string | undefined {
  const at = tag.toLowerCase().indexOf(`${name}=`);
  if (at < 0) {
    return undefined;
  }
  const rest = tag.slice(at + name.length + 1);
  const quote = rest[0];
  if (quote === '"' || quote === "'") {
    const end = rest.indexOf(quote, 1);
    return end > 0 ? decodeEntities(rest.slice(1, end)) : undefined;
  }
  return rest.split(/[\s>]/, 1)[0] || undefined;
}

export function countNewLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}
