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

import { themes } from '@backstage/theme';
import { TONE_COLORS, toneOfScore } from './tone';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(start => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('TONE_COLORS', () => {
  const cases = (['light', 'dark'] as const).flatMap(type =>
    Object.entries(TONE_COLORS[type]).map(
      ([tone, color]) => [type, tone, color] as const,
    ),
  );

  it.each(cases)('%s %s reads at 4.5:1', (type, _tone, color) => {
    const { background } = themes[type].getTheme('v4')!.palette;
    expect(contrast(color, background.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color, background.default)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('toneOfScore', () => {
  it.each([
    [null, 'neutral'],
    [0, 'poor'],
    [44.9, 'poor'],
    [45, 'fair'],
    [74.9, 'fair'],
    [75, 'good'],
    [100, 'good'],
  ])('%s is %s', (score, tone) => {
    expect(toneOfScore(score)).toBe(tone);
  });
});
