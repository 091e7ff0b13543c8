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

import { memoise } from '../memoise';

/**
 * Text in the form in which phrases are compared: lower case, anything but
 * letters, digits and a few signs that tell words apart (`+#@`) as one space.
 * Takes time in proportion to the length.
 */
export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}+#@]+/gu, ' ')
    .trim();
}

/** Phrases in the form in which they are searched, computed once per list. */
const needlesOf = memoise((phrases: readonly string[]) =>
  phrases.map(phrase => {
    const words = normaliseText(phrase);
    if (!words) {
      return '';
    }
    return phrase.endsWith('*') ? ` ${words}` : ` ${words} `;
  }),
);

/**
 * The first of the phrases that a text contains as whole words, whatever the case,
 * punctuation and white space. A phrase that ends with `*` also stands for words
 * that begin so.
 *
 * @param normalised - in the form of {@link normaliseText}
 */
export function findPhrase(
  normalised: string,
  phrases: readonly string[],
): string | undefined {
  const padded = ` ${normalised} `;
  const index = needlesOf(phrases).findIndex(
    needle => needle !== '' && padded.includes(needle),
  );
  return phrases[index];
}

/** Whether a text has no words beside the phrases, at least one of which it has. */
export function consistsOf(
  normalised: string,
  phrases: readonly string[],
  fillers: readonly string[],
): boolean {
  if (!findPhrase(normalised, phrases)) {
    return false;
  }
  const isPrefix = (phrase: string) => phrase.endsWith('*');
  const beginnings = phrases.filter(isPrefix).map(normaliseText);
  // The longest first: “getting help” is more than “help”.
  const rest = needlesOf(phrases.filter(phrase => !isPrefix(phrase)))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .reduce((text, needle) => text.split(needle).join('  '), ` ${normalised} `);
  return rest
    .split(' ')
    .every(
      word =>
        word === '' ||
        fillers.includes(word) ||
        beginnings.some(beginning => word.startsWith(beginning)),
    );
}
