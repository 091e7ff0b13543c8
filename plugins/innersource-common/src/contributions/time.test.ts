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

import {
  contributionWindow,
  dayMonthsBefore,
  dayOf,
  daysOfMonth,
  formatDay,
  monthOf,
  monthsBetween,
  windowDays,
} from './time';

describe('time', () => {
  it('buckets instants by the UTC day, whatever their offset', () => {
    expect(formatDay(dayOf('2024-12-31T23:30:00-08:00'))).toBe('2025-01-01');
    expect(formatDay(dayOf('2025-01-01T00:30:00+01:00'))).toBe('2024-12-31');
    expect(monthOf(dayOf('2025-01-01T00:30:00+01:00'))).toBe('2024-12');
    expect(dayOf('1969-12-31T23:59:59Z')).toBe(-1);
    expect(() => dayOf('yesterday')).toThrow(RangeError);
  });

  it('knows leap days', () => {
    expect(formatDay(dayOf('2024-02-29T12:00:00Z'))).toBe('2024-02-29');
    expect(dayOf('2024-03-01T00:00:00Z') - dayOf('2024-02-28T00:00:00Z')).toBe(
      2,
    );
    expect(dayOf('2023-03-01T00:00:00Z') - dayOf('2023-02-28T00:00:00Z')).toBe(
      1,
    );
    expect(formatDay(dayMonthsBefore(dayOf('2024-03-31T00:00:00Z'), 1))).toBe(
      '2024-02-29',
    );
    expect(formatDay(dayMonthsBefore(dayOf('2024-02-29T00:00:00Z'), 12))).toBe(
      '2023-02-28',
    );
    expect(formatDay(dayMonthsBefore(dayOf('2024-02-29T00:00:00Z'), 24))).toBe(
      '2022-02-28',
    );
  });

  it('spans a window of whole days that ends today', () => {
    expect(contributionWindow(new Date('2024-03-01T00:00:00.000Z'), 2)).toEqual(
      { days: 2, from: '2024-02-29', to: '2024-03-01' },
    );
    const { firstDay, lastDay } = windowDays(
      new Date('2024-12-31T23:59:59.999Z'),
      365,
    );
    // 2024 has 366 days.
    expect(formatDay(firstDay)).toBe('2024-01-02');
    expect(lastDay - firstDay).toBe(364);
  });

  it('lists months without gaps across years', () => {
    expect(
      monthsBetween(dayOf('2023-11-30T00:00:00Z'), dayOf('2024-03-01T00:00Z')),
    ).toEqual(['2023-11', '2023-12', '2024-01', '2024-02', '2024-03']);
    expect(monthsBetween(10, 9)).toEqual(['1970-01']);
    expect(monthsBetween(40, 9)).toEqual([]);
  });

  it('knows the first and the last day of a month', () => {
    for (const [month, first, last] of [
      ['2024-02', '2024-02-01', '2024-02-29'],
      ['2025-12', '2025-12-01', '2025-12-31'],
    ]) {
      expect(daysOfMonth(month).map(formatDay)).toEqual([first, last]);
    }
  });
});
