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

import { GithubBudget } from './GithubBudget';

const NOW = Date.parse('2026-11-22T12:00:00Z');

function createBudget(
  options: { concurrency?: number; maxWait?: number } = {},
) {
  let now = NOW;
  const waits: number[] = [];
  const budget = GithubBudget.create({
    host: 'github.test',
    account: 'token',
    concurrency: options.concurrency ?? 4,
    maxWaitSeconds: options.maxWait ?? 3600,
    now: () => now,
    sleep: async milliseconds => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  });
  const left = (remaining: number, seconds = 1000, limit = 5000) =>
    budget.observeHeaders(
      'graphql',
      new Headers({
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(Math.floor(now / 1000) + seconds),
      }),
    );
  return {
    budget,
    waits,
    left,
    send: () =>
      budget.run('graphql', new AbortController().signal, async () => 'sent'),
  };
}

describe('GithubBudget', () => {
  it('sends at once while there is plenty', async () => {
    const { send, waits, left } = createBudget();
    left(4000);

    await Promise.all([send(), send(), send()]);

    expect(waits).toEqual([]);
  });

  it('spreads requests over the window when little is left', async () => {
    const { send, waits, left } = createBudget();
    left(100, 1000);

    await send();
    await send();
    await send();

    // A hundred requests in a thousand seconds.
    expect(waits.map(wait => Math.round(wait / 1000))).toEqual([10, 10]);
  });

  it('spreads by what queries cost', async () => {
    const { budget, send, waits } = createBudget();
    const resetAt = new Date(NOW + 1_000_000).toISOString();
    for (let query = 0; query < 50; query += 1) {
      budget.observeRateLimit({
        limit: 5000,
        cost: 10,
        remaining: 800,
        resetAt,
      });
    }

    await send();
    await send();
    await send();

    // Eighty queries of ten points in a thousand seconds.
    expect(waits.map(wait => Math.round(wait / 100) / 10)).toEqual([
      expect.closeTo(12.5, 0),
      expect.closeTo(12.5, 0),
    ]);
  });

  it('does not begin what the points left will not pay', async () => {
    const { budget, send, waits } = createBudget();
    const resetAt = new Date(NOW + 30_000).toISOString();
    for (let query = 0; query < 50; query += 1) {
      budget.observeRateLimit({ limit: 5000, cost: 10, remaining: 8, resetAt });
    }

    await send();

    expect(waits).toEqual([30_000]);
  });

  it('waits for the next window when nothing is left', async () => {
    const { send, waits, left } = createBudget();
    left(0, 30);

    await send();

    expect(waits).toEqual([30_000]);
  });

  it('says when to come back where the wait is too long', async () => {
    const { send, left, waits } = createBudget({ maxWait: 60 });
    left(0, 600);

    await expect(send()).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterSeconds: 600,
      message: expect.stringContaining('2026-11-22T12:10:00.000Z'),
    });
    expect(waits).toEqual([]);
  });

  it('holds everything back after being told to wait', async () => {
    const { budget, send, waits } = createBudget();
    budget.block(7);

    await send();

    expect(waits).toEqual([7_000]);
  });

  it('keeps REST and GraphQL apart', async () => {
    const { budget, left, waits } = createBudget();
    left(0, 30);

    await budget.run('core', new AbortController().signal, async () => 'sent');

    expect(waits).toEqual([]);
  });

  it('believes the lowest of answers that overtake each other', async () => {
    const { budget, left } = createBudget();
    left(10);
    left(11);

    expect(budget.state('github').remaining).toBe(10);
  });

  it('has no more in flight than allowed, and lets the next in on failure', async () => {
    const { budget } = createBudget({ concurrency: 2 });
    let inFlight = 0;
    let most = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        budget.run('graphql', new AbortController().signal, async () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await new Promise(resolve => setImmediate(resolve));
          inFlight -= 1;
          if (index % 3 === 0) {
            throw new Error('failed');
          }
        }),
      ),
    );

    expect(most).toBe(2);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(
      3,
    );
  });

  it('lets a waiting request be given up', async () => {
    const { budget } = createBudget({ concurrency: 1 });
    let finish = () => {};
    const first = budget.run(
      'graphql',
      new AbortController().signal,
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    const controller = new AbortController();
    const second = budget.run('graphql', controller.signal, async () => 'sent');

    controller.abort(new Error('given up'));

    await expect(second).rejects.toThrow('given up');
    finish();
    await first;
    await expect(
      budget.run('graphql', new AbortController().signal, async () => 'sent'),
    ).resolves.toBe('sent');
  });

  it('passes a place on when one who waits for it gives up at that moment', async () => {
    const { budget, send } = createBudget({ concurrency: 1 });
    let answer = () => {};
    const first = budget.run(
      'graphql',
      new AbortController().signal,
      () =>
        new Promise<void>(resolve => {
          answer = resolve;
        }),
    );
    const impatient = new AbortController();
    const second = budget.run('graphql', impatient.signal, async () => 'sent');
    const third = send();

    await new Promise(resolve => setImmediate(resolve));
    answer();
    impatient.abort(new Error('Too late'));

    await expect(second).rejects.toThrow('Too late');
    await first;
    await expect(third).resolves.toBe('sent');
  });
});
