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

import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { CloneCache } from './CloneCache';
import { rawGit, useTemporaryDirectory } from './testUtils';

const temporary = useTemporaryDirectory();
const create = () =>
  CloneCache.create({ directory: temporary.path, maxSize: 1e6 });

describe('CloneCache', () => {
  it('gives a repository to one user at a time', async () => {
    const cache = create();
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map(async name => {
        const lease = await cache.acquire('https://example.com/x', 'sha1');
        order.push(`${name} in`);
        await new Promise(resolve => setTimeout(resolve, 10));
        order.push(`${name} out`);
        await lease.release();
      }),
    );
    expect(order).toHaveLength(6);
    for (let turn = 0; turn < 6; turn += 2) {
      expect(order[turn + 1]).toBe(order[turn].replace('in', 'out'));
    }
  });

  it('gives different repositories to different users at once', async () => {
    const cache = create();
    const one = await cache.acquire('https://example.com/1', 'sha1');
    const two = await cache.acquire('https://example.com/2', 'sha1');
    expect(one.directory).not.toBe(two.directory);
    await two.release();
    await one.release();
  });

  it('makes repositories that git understands, also from several processes', async () => {
    const caches = Array.from({ length: 8 }, create);
    const leases = await Promise.all(
      caches.map(cache => cache.acquire('https://example.com/x', 'sha1')),
    );
    expect(new Set(leases.map(({ directory }) => directory)).size).toBe(1);
    expect(
      rawGit(leases[0].directory, ['rev-parse', '--is-bare-repository']).trim(),
    ).toBe('true');
    await Promise.all(leases.map(lease => lease.release()));
    expect(
      readdirSync(join(temporary.path, 'v1')).filter(name =>
        name.startsWith('tmp-'),
      ),
    ).toEqual([]);
  });

  it('forgets a repository only when nobody uses it', async () => {
    const cache = create();
    const lease = await cache.acquire('https://example.com/x', 'sha1');
    const forgotten = cache.forget('https://example.com/x');
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(existsSync(lease.directory)).toBe(true);
    await lease.release();
    await forgotten;
    expect(existsSync(lease.directory)).toBe(false);
  });

  it('removes what a process that was killed left behind', async () => {
    const old = join(temporary.path, 'v1', 'tmp-old');
    const fresh = join(temporary.path, 'v1', 'tmp-fresh');
    mkdirSync(old, { recursive: true });
    mkdirSync(fresh, { recursive: true });
    const dayBeforeYesterday = new Date(Date.now() - 48 * 3600 * 1000);
    utimesSync(old, dayBeforeYesterday, dayBeforeYesterday);
    await create().prepare();
    expect(existsSync(old)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
  });
});
