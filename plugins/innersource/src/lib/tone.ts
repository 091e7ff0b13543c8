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

/** How good or bad something is, for color; never the only carrier of it. */
export type Tone = 'good' | 'fair' | 'poor' | 'neutral';

/** Colors of the tones per theme type, at least 4.5:1 on Backstage's paper and page. */
export const TONE_COLORS: Readonly<
  Record<'light' | 'dark', Readonly<Record<Tone, string>>>
> = {
  light: {
    good: '#1a7442',
    fair: '#8f5a00',
    poor: '#b3261e',
    neutral: '#5b6573',
  },
  dark: {
    good: '#7edba6',
    fair: '#f4c463',
    poor: '#ffada3',
    neutral: '#c6ccd4',
  },
};

/** Tone of a score from 0 to 100. */
export function toneOfScore(score: number | null): Tone {
  if (score === null) {
    return 'neutral';
  }
  if (score >= 75) {
    return 'good';
  }
  return score >= 45 ? 'fair' : 'poor';
}
