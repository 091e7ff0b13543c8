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

/**
 * True when a normalised text contains a normalised phrase as whole words. A
 * phrase that ends with `*` also stands for words that begin so.
 */
export function containsPhrase(normalised: string, phrase: string): boolean {
  const prefix = phrase.endsWith('*');
  const words = normaliseText(prefix ? phrase.slice(0, -1) : phrase);
  if (!words) {
    return false;
  }
  return ` ${normalised} `.includes(prefix ? ` ${words}` : ` ${words} `);
}

/** The first of the phrases that a normalised text contains. */
export function findPhrase(
  normalised: string,
  phrases: readonly string[],
): string | undefined {
  return phrases.find(phrase => containsPhrase(normalised, phrase));
}
