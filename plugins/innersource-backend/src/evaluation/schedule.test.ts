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

import { nextRegularRun, nextRetry } from './schedule';

const HOUR = 3600_000;
const now = new Date('2026-11-01T00:00:00Z');

describe('nextRegularRun', () => {
  it('lies half to one and a half intervals ahead, at the same moment each time', () => {
    const interval = 12 * HOUR;
    for (let index = 0; index < 200; index++) {
      const key = `https://example.com/acme/${index}`;
      const next = nextRegularRun(key, now, interval);
      const wait = next.getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(interval / 2);
      expect(wait).toBeLessThan(1.5 * interval);
      expect(nextRegularRun(key, next, interval).getTime()).toBe(
        next.getTime() + interval,
      );
    }
  });

  it('lets repositories become due together, so that they are read together', () => {
    const moments = new Set(
      Array.from({ length: 2_000 }, (_, index) =>
        nextRegularRun(`repository-${index}`, now, 12 * HOUR).getTime(),
      ),
    );

    expect(moments.size).toBe(24);
  });

  it('spreads repositories evenly over the interval', () => {
    const perHour = new Array<number>(12).fill(0);
    for (let index = 0; index < 12_000; index++) {
      const next = nextRegularRun(`repository-${index}`, now, 12 * HOUR);
      perHour[Math.floor(next.getTime() / HOUR) % 12] += 1;
    }
    for (const count of perHour) {
      expect(count).toBeGreaterThan(850);
      expect(count).toBeLessThan(1150);
    }
  });
});

describe('nextRetry', () => {
  const waitOf = (options: {
    attempts: number;
    random?: number;
    retryAfterSeconds?: number;
  }) =>
    nextRetry({
      now,
      random: 0.5,
      firstMilliseconds: 60_000,
      ...options,
    }).getTime() /
      1000 -
    now.getTime() / 1000;

  it('doubles the wait with each failure, up to six hours', () => {
    expect([1, 2, 3, 4].map(attempts => waitOf({ attempts }))).toEqual([
      60, 120, 240, 480,
    ]);
    expect(waitOf({ attempts: 1000 })).toBe(6 * 3600);
  });

  it('varies by a fifth either way', () => {
    expect(waitOf({ attempts: 1, random: 0 })).toBe(48);
    expect(waitOf({ attempts: 1, random: 1 })).toBe(72);
  });

  it('never comes sooner than the host asks for, within a day', () => {
    expect(waitOf({ attempts: 1, random: 0, retryAfterSeconds: 900 })).toBe(
      900,
    );
    expect(waitOf({ attempts: 1, random: 0, retryAfterSeconds: 1e9 })).toBe(
      86_400,
    );
    expect(waitOf({ attempts: 9, retryAfterSeconds: 1 })).toBeGreaterThan(1);
  });
});
