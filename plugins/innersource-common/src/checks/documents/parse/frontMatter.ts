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

const MAX_FRONT_MATTER = 16 * 1024;
const MAX_YAML = 64 * 1024;

/**
 * Splits YAML front matter from a text.
 *
 * @returns the properties (null when there is no block, empty when it is no
 * mapping) and the text with the block's lines blanked, so that lines keep their
 * numbers
 */
export function splitFrontMatter(text: string): {
  frontMatter: Record<string, string | null> | null;
  body: string;
} {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith('---', start)) {
    return { frontMatter: null, body: text };
  }
  const lines = text.slice(start, start + MAX_FRONT_MATTER).split('\n');
  if (lines[0].trim() !== '---') {
    return { frontMatter: null, body: text };
  }
  const end = lines.findIndex(
    (line, index) => index > 0 && ['---', '...'].includes(line.trim()),
  );
  if (end < 0) {
    return { frontMatter: null, body: text };
  }
  const block = lines.slice(0, end + 1).join('\n');
  return {
    frontMatter: parseYamlMapping(lines.slice(1, end).join('\n')) ?? {},
    body: '\n'.repeat(end) + text.slice(start + block.length),
  };
}

/**
 * Reads the properties of a YAML block mapping, line by line. What is nested below
 * a property is not looked into: a parser's time on hostile input grows faster than
 * its length, and checks only ask which properties have a value.
 *
 * @returns texts of the properties, null where one has no value; undefined when the
 * text is too large or no block mapping
 */
export function parseYamlMapping(
  text: string,
): Record<string, string | null> | undefined {
  if (text.length > MAX_YAML) {
    return undefined;
  }
  const properties = new Map<string, string | null>();
  let last: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const property = /^(["']?)([\p{L}_][\p{L}\p{N}_-]{0,99})\1:(?:\s|$)/u.exec(
      line,
    );
    if (property) {
      last = property[2];
      properties.set(last, scalar(line.slice(property[0].length)));
    } else if (content && !content.startsWith('#') && content !== '---') {
      const nested = line !== line.trimStart() || content.startsWith('-');
      if (!nested || last === undefined) {
        return undefined;
      }
      properties.set(last, properties.get(last) ?? content);
    }
  }
  return properties.size ? Object.fromEntries(properties) : undefined;
}

/** The text of a value on its line, without quotes; null for none. */
function scalar(value: string): string | null {
  const content = value.trim();
  const quoted = /^(["'])(.*)\1$/.exec(content);
  if (quoted) {
    return quoted[2].trim() || null;
  }
  const isEmpty =
    content.startsWith('#') || ['', '~', 'null', '[]', '{}'].includes(content);
  return isEmpty ? null : content;
}
