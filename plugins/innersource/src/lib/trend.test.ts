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

import { Snapshot } from '@ispo/backstage-plugin-innersource-common';
import { toTrend } from './trend';

const snapshot = (date: string, readiness: number | null): Snapshot => ({
  date,
  readiness,
  grade: readiness === null ? null : 'C',
  categories: [],
  activity: null,
});

describe('toTrend', () => {
  it('starts at the first day asked for and ends today', () => {
    const points = toTrend(
      [snapshot('2026-01-02', 40), snapshot('2026-03-10', 60)],
      '2026-03-01',
      '2026-03-31',
    );

    expect(points.map(({ date, readiness }) => [date, readiness])).toEqual([
      ['2026-03-01', 40],
      ['2026-03-10', 60],
      ['2026-03-31', 60],
    ]);
  });

  it('has no point for a day without a score', () => {
    expect(
      toTrend([snapshot('2026-03-10', null)], '2026-03-01', '2026-03-31'),
    ).toEqual([]);
  });

  it('does not double the point of today', () => {
    expect(
      toTrend([snapshot('2026-03-31', 50)], '2026-03-01', '2026-03-31'),
    ).toHaveLength(1);
  });
});
