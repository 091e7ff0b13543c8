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

import { parse } from 'yaml';

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
  frontMatter: Record<string, unknown> | null;
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
 * Reads a small YAML mapping.
 *
 * @returns undefined when the text is too large, not valid or no mapping
 */
export function parseYamlMapping(
  text: string,
): Record<string, unknown> | undefined {
  if (text.length > MAX_YAML) {
    return undefined;
  }
  try {
    const value: unknown = parse(text, {
      maxAliasCount: 20,
      logLevel: 'silent',
    });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}
