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

import MarkdownIt, { type Token } from 'markdown-it';
import { DocumentBuilder } from './DocumentBuilder';
import { splitFrontMatter } from './frontMatter';
import { scanHtml } from './html';
import { ParsedDocument } from './types';

/**
 * Longest paragraph whose inline markup is parsed; a longer one, that nobody
 * wrote by hand, is taken as it stands. It bounds the time of hostile input.
 */
const MAX_INLINE = 8_192;

const markdown = new MarkdownIt('commonmark').enable('table');
// The preset of CommonMark bounds nesting. Inline markup is parsed token by token below, where its length is known.
markdown.core.ruler.enableOnly(['normalize', 'block']);

/** Reads CommonMark with GitHub's tables. */
export function parseMarkdown(text: string): ParsedDocument {
  const { frontMatter, body } = splitFrontMatter(text);
  const builder = new DocumentBuilder();
  const env = {};
  const tokens = markdown.parse(body, env);
  // Cells of tables have no line of their own; they take that of their row.
  let line = 1;
  tokens.forEach((token, index) => {
    if (token.map) {
      line = token.map[0] + 1;
    }
    switch (token.type) {
      case 'fence':
      case 'code_block':
        builder.code(token.content, line);
        break;
      case 'html_block':
        scanHtml(token.content, line, builder);
        break;
      case 'inline': {
        const before = tokens[index - 1];
        const inline = readInline(token.content, env);
        inline.links.forEach(link => builder.link(link.text, link.url, line));
        if (before?.type === 'heading_open') {
          builder.heading(inline.text, Number(before.tag.slice(1)), line);
        } else {
          builder.prose(inline.text, line);
        }
        break;
      }
      default:
    }
  });
  return builder.build('markdown', frontMatter);
}

function readInline(
  content: string,
  env: object,
): { text: string; links: Array<{ text: string; url: string }> } {
  if (content.length > MAX_INLINE) {
    return { text: content, links: [] };
  }
  const tokens: Token[] = [];
  markdown.inline.parse(content, markdown, env, tokens);
  const links: Array<{ text: string; url: string }> = [];
  let text = '';
  let open: { from: number; url: string } | undefined;
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        text += token.content;
        break;
      case 'softbreak':
      case 'hardbreak':
        text += ' ';
        break;
      case 'html_inline': {
        const href = /^<a\s[^>]{0,500}?href=["']([^"'>]{1,2000})["']/i.exec(
          token.content,
        );
        if (href) {
          open = { from: text.length, url: href[1] };
        } else if (/^<\/a\b/i.test(token.content) && open) {
          links.push({ text: text.slice(open.from), url: open.url });
          open = undefined;
        } else if (/^<br\b/i.test(token.content)) {
          text += ' ';
        }
        break;
      }
      case 'link_open':
        open = { from: text.length, url: String(token.attrGet('href') ?? '') };
        break;
      case 'link_close':
        if (open) {
          links.push({ text: text.slice(open.from), url: open.url });
          open = undefined;
        }
        break;
      default:
    }
  }
  return { text, links };
}
