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
  absenceFactor,
  durationStatistics,
  innerSourceShare,
  percentile,
  projectUsage,
  ratio,
  weightedMedian,
} from './metrics';

describe('metrics', () => {
  it('divides other by own and other, unknown beside it', () => {
    expect(
      innerSourceShare({ own: 60, other: 20, unknown: 20, bot: 500 }),
    ).toEqual({ innerSource: 0.25, unknown: 0.2 });
    expect(innerSourceShare({ own: 0, other: 0, unknown: 3, bot: 0 })).toEqual({
      innerSource: null,
      unknown: 1,
    });
    expect(innerSourceShare({ own: 0, other: 0, unknown: 0, bot: 9 })).toEqual({
      innerSource: null,
      unknown: null,
    });
  });

  it("computes CHAOSS's example of the absence factor", () => {
    expect(absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433])).toBe(2);
  });

  it.each([
    [[], null],
    [[0, 0], null],
    [[7], 1],
    // Exactly half does not suffice.
    [[5, 5], 2],
    [[5, 3, 2], 2],
    [[6, 3, 2], 1],
    [[1, 1, 1, 1], 3],
  ])('absence factor of %j is %p', (contributions, factor) => {
    expect(absenceFactor(contributions as number[])).toBe(factor);
  });

  it('interpolates percentiles like percentile_cont', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([4], 0.9)).toBe(4);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(percentile([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46);
    expect(percentile([100, 9, 20], 0.5)).toBe(20);
    expect(percentile([1, 2, 3], 1)).toBe(3);
  });

  it('weighs medians by counts', () => {
    expect(weightedMedian([])).toBeNull();
    expect(
      weightedMedian([
        { value: 3, count: 1 },
        { value: 0, count: 6 },
        { value: 1, count: 5 },
      ]),
    ).toBe(0.5);
    expect(
      weightedMedian([
        { value: 0, count: 2 },
        { value: 2, count: 3 },
      ]),
    ).toBe(2);
  });

  it('gives durations in hours', () => {
    expect(durationStatistics([3600, 7200, 36_000])).toEqual({
      count: 3,
      medianHours: 2,
      p90Hours: 8.4,
    });
    expect(durationStatistics([])).toEqual({
      count: 0,
      medianHours: null,
      p90Hours: null,
    });
  });

  it('never divides by zero', () => {
    expect(ratio(3, 0)).toBeNull();
    expect(ratio(3, 4)).toBe(0.75);
  });

  it('counts users once per entity and by distinct owner', () => {
    expect(
      projectUsage(
        [
          { entityRef: 'component:default/a', owner: 'group:default/x' },
          { entityRef: 'component:default/a', owner: 'group:default/x' },
          { entityRef: 'component:default/b', owner: 'group:default/y' },
          { entityRef: 'component:default/c', owner: 'group:default/y' },
          { entityRef: 'component:default/d' },
        ],
        'group:default/x',
      ),
    ).toEqual({
      dependents: 4,
      teamCount: 2,
      otherTeamCount: 1,
      teams: [
        { team: 'group:default/y', dependents: 2 },
        { team: 'group:default/x', dependents: 1 },
      ],
    });
  });
});
