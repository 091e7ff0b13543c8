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
import { RELATION_COLORS } from './relation';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(start => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('RELATION_COLORS', () => {
  const cases = (['light', 'dark'] as const).flatMap(type =>
    Object.entries(RELATION_COLORS[type]).map(
      ([relation, color]) => [type, relation, color] as const,
    ),
  );

  it.each(cases)('%s %s stands out at 3:1', (type, _relation, color) => {
    const paper = themes[type].getTheme('v4')!.palette.background.paper;
    const [light, dark] = [luminance(color), luminance(paper)].sort(
      (a, b) => b - a,
    );
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
  });
});
