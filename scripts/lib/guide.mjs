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

import { Problem } from './say.mjs';

/**
 * The steps of an installation guide: its fenced blocks, in order, with the
 * heading that they stand under. A block of shell commands is a step, and so is
 * a diff that names a file in its title; other blocks are for reading.
 */
export function readSteps(markdown) {
  const steps = [];
  let heading = '';
  for (const [, title, language, file, body] of markdown.matchAll(
    /^#{2,3} (.+)$|^```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm,
  )) {
    if (title) {
      heading = title;
    } else if (language === 'sh') {
      steps.push({ heading, commands: body.trim().split('\n') });
    } else if (language === 'diff' && file) {
      steps.push({ heading, file, diff: body });
    }
  }
  return steps;
}

function readHunks(diff) {
  const hunks = [{ lines: [] }];
  for (const line of diff.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('@@')) {
      hunks.push({ after: line.slice(2).trim(), lines: [] });
    } else {
      hunks.at(-1).lines.push({ added: line[0] === '+', text: line.slice(1) });
    }
  }
  return hunks.filter(({ lines }) => lines.length);
}

/**
 * Does to a file's text what a reader of the guide does: puts the added lines
 * where the lines around them are. A hunk without such lines goes to the end.
 *
 * @throws a Problem when the lines around them are not in the text
 */
export function applyDiff(text, diff) {
  const lines = text.replace(/\n$/, '').split('\n');
  let from = 0;
  for (const { after, lines: hunk } of readHunks(diff)) {
    const context = hunk.filter(({ added }) => !added);
    if (!context.length) {
      lines.push(...hunk.map(line => line.text));
      continue;
    }
    const find = (start, matches) => {
      const at = lines.findIndex((_, i) => i >= start && matches(i));
      if (at < 0) {
        throw new Problem(
          `The guide wants to add lines next to "${context[0].text.trim()}", which is not there. Bring the guide up to date with the app's template.`,
        );
      }
      return at;
    };
    if (after) {
      from = find(from, i => lines[i].trim() === after);
    }
    const at = find(from, i =>
      context.every(({ text: wanted }, k) => lines[i + k] === wanted),
    );
    const result = [];
    let read = at;
    for (const { added, text: wanted } of hunk) {
      result.push(added ? wanted : lines[read++]);
    }
    lines.splice(at, context.length, ...result);
    from = at + result.length;
  }
  return `${lines.join('\n')}\n`;
}
