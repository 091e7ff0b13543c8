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

import { DocumentBlock } from './parse';
import { splitSentences } from './sections';
import { findPhrase, normaliseText } from './text';

const NUMBER_WORDS = new Set([
  'a',
  'an',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'thirty',
  'few',
  'ein',
  'eine',
  'einem',
  'einer',
  'eines',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'zehn',
  'dreißig',
]);

const ARTICLES = new Set(['a', 'an']);

const QUALIFIERS = new Set(['business', 'working', 'work', 'calendar']);

const UNITS = new Set([
  'h',
  'hour',
  'hours',
  'day',
  'days',
  'workday',
  'workdays',
  'week',
  'weeks',
  'month',
  'months',
  'stunde',
  'stunden',
  'tag',
  'tage',
  'tagen',
  'werktag',
  'werktage',
  'werktagen',
  'arbeitstag',
  'arbeitstage',
  'arbeitstagen',
  'woche',
  'wochen',
  'monat',
  'monate',
  'monaten',
]);

/** Longest sentence that is looked at. */
const MAX_SENTENCE = 600;

/** A sentence of a document. */
export interface Sentence {
  text: string;
  normalised: string;
  line: number;
}

/** Sentences of prose, in order. */
export function* sentencesOf(
  blocks: readonly DocumentBlock[],
): Generator<Sentence> {
  for (const { text, line, code } of blocks) {
    if (!code) {
      for (const sentence of splitSentences(text)) {
        const bounded = sentence.slice(0, MAX_SENTENCE);
        yield { text: bounded, normalised: normaliseText(bounded), line };
      }
    }
  }
}

/**
 * True when a normalised text names a span of time: a number, or a word for one,
 * before a unit: `two working days`, `48 h`, `24h`, `5 Werktagen`.
 */
export function namesPeriod(normalised: string): boolean {
  const words = normalised.split(' ');
  return words.some((word, index) => {
    // Not “two a week”, which is no span but how often.
    if (
      !isNumber(word) ||
      (ARTICLES.has(word) && index > 0 && isNumber(words[index - 1]))
    ) {
      return /^\d{1,4}(?:h|d|w)$/.test(word);
    }
    const next = QUALIFIERS.has(words[index + 1])
      ? words[index + 2]
      : words[index + 1];
    return next !== undefined && UNITS.has(next);
  });
}

/** The first sentence that names a span of time and one of the phrases, and none of `without`. */
export function findPeriodSentence(
  blocks: readonly DocumentBlock[],
  phrases: readonly string[],
  without: readonly string[] = [],
): Sentence | undefined {
  for (const sentence of sentencesOf(blocks)) {
    if (
      namesPeriod(sentence.normalised) &&
      findPhrase(sentence.normalised, phrases) &&
      !findPhrase(sentence.normalised, without)
    ) {
      return sentence;
    }
  }
  return undefined;
}

function isNumber(word: string): boolean {
  return NUMBER_WORDS.has(word) || /^\d{1,4}$/.test(word);
}
