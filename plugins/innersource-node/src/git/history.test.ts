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
  CommitActivity,
  Fact,
} from '@ispo/backstage-plugin-innersource-common';
import { join } from 'node:path';
import { HistoryAnalysis } from './history';
import { NulSplitter } from './NulSplitter';
import { GitRepositorySource } from './GitRepositorySource';
import { rawGit, TestRepository, useTemporaryDirectory } from './testUtils';
import { mockServices } from '@backstage/backend-test-utils';

// Git is started hundreds of times, which takes a while on a busy machine.
jest.setTimeout(240_000);

const temporary = useTemporaryDirectory();

function value<T>(fact: Fact<T> | undefined): T {
  if (!fact?.known) {
    throw new Error(fact?.reason ?? 'absent');
  }
  return fact.value;
}

async function activities(
  repository: TestRepository,
  paths: string[],
  now: Date,
): Promise<Record<string, CommitActivity>> {
  const source = GitRepositorySource.create({
    cacheDirectory: join(temporary.path, 'cache'),
    maxCacheSize: 1e9,
    maxRepositorySize: 1e9,
    timeoutMs: 60_000,
    allowedLocalDirectories: [temporary.path],
    allowedProtocols: [],
    concurrency: 1,
    now: () => now,
  });
  for await (const result of source.readFacts(
    [
      {
        repository: repository.ref,
        paths,
        documents: {
          stems: [],
          names: [],
          directories: [],
          contentsOf: [],
          paths: [],
          listings: [],
        },
      },
    ],
    {
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    },
  )) {
    if (result.outcome === 'changed') {
      return Object.fromEntries(
        Object.entries(result.facts.commits).map(([path, fact]) => [
          path,
          value(fact),
        ]),
      );
    }
    throw new Error(JSON.stringify(result));
  }
  throw new Error('No result');
}

/** The lines of a command's output. */
function lines(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}

describe('commit activity', () => {
  it('agrees with raw git log on a history with merges, time zones, several identities and paths', async () => {
    const repository = TestRepository.create(join(temporary.path, 'history'));
    const people = [
      ['Ada', 'ada@example.com'],
      ['ada l.', 'ada@private.example.org'],
      ['Grace', 'grace@example.com'],
      ['Grace', 'Grace@Example.com'],
      ['Lin 林', 'lin@example.com'],
      ['noreply', '1234+linus@users.noreply.github.com'],
    ];
    const zones = ['+0000', '+0530', '-0800', '+1400', '-1200'];
    repository.write({
      '.mailmap':
        'Ada Lovelace <ada@example.com> <ada@private.example.org>\nLinus <linus@example.com> noreply <1234+linus@users.noreply.github.com>\n',
    });
    const start = Date.parse('2024-02-28T22:00:00Z') / 1000;
    for (let index = 0; index < 60; index++) {
      const [name, email] = people[(index * 7) % people.length];
      const authored = start + index * 11 * 86400 + index * 3601;
      if (index % 10 === 5) {
        repository.git('checkout', '--quiet', '-b', `topic-${index}`, 'HEAD~1');
      }
      repository.commit(
        {
          [['a/one.txt', 'a/b/two.txt', 'c/three.txt', 'top.txt'][index % 4]]:
            String(index),
          ...(index % 9 === 0 ? { 'a/nine.txt': String(index) } : {}),
        },
        {
          name,
          email,
          authored: `${authored} ${zones[index % zones.length]}`,
          committed: `${authored + 5000} ${zones[(index + 2) % zones.length]}`,
        },
      );
      if (index % 10 === 8) {
        const topic = `topic-${index - 3}`;
        repository.git('checkout', '--quiet', 'main');
        repository.git(
          'merge',
          '--quiet',
          '--no-ff',
          '-X',
          'theirs',
          '-m',
          'Merge',
          topic,
        );
      }
    }
    const now = new Date('2025-12-31T23:59:59Z');
    const found = await activities(
      repository,
      ['', 'a', 'a/b', 'none', '../outside', '/', 'a/', 'x\0y'],
      now,
    );

    const raw = (...args: string[]) =>
      rawGit(repository.path, args, {
        env: {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'log.mailmap',
          GIT_CONFIG_VALUE_0: 'true',
          TZ: 'UTC',
        },
      });
    const paths: Array<[string, string[]]> = [
      ['', []],
      ['a', ['--', 'a']],
      ['a/b', ['--', 'a/b']],
    ];
    for (const [path, args] of paths) {
      const activity = found[path];
      const nonMerge = Number(
        raw(
          'rev-list',
          '--count',
          '--no-merges',
          '--full-history',
          'HEAD',
          ...args,
        ),
      );
      expect(nonMerge).toBeGreaterThan(5);
      expect(activity.nonMerge).toBe(nonMerge);
      expect(activity.total).toBe(
        path === '' ? Number(raw('rev-list', '--count', 'HEAD')) : nonMerge,
      );

      const log = lines(
        raw(
          'log',
          '--no-merges',
          '--full-history',
          '--format=%at %ct %aE',
          'HEAD',
          ...args,
        ),
      ).map(line => line.split(' '));
      const byEmail = new Map<string, number>();
      const byWeek = new Map<string, number>();
      for (const [, committed, email] of log) {
        const key = email.toLowerCase();
        byEmail.set(key, (byEmail.get(key) ?? 0) + 1);
        const date = new Date(Number(committed) * 1000);
        date.setUTCHours(0, 0, 0, 0);
        date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
        const week = date.toISOString().slice(0, 10);
        byWeek.set(week, (byWeek.get(week) ?? 0) + 1);
      }
      expect(
        new Map(
          activity.authors.map(author => [
            author.email.toLowerCase(),
            author.commits,
          ]),
        ),
      ).toEqual(byEmail);
      expect(activity.authorCount).toBe(byEmail.size);
      // 2025-12-31 is a Wednesday; the first of 53 weeks starts on 2024-12-30.
      expect(activity.weeks).toEqual(
        [...byWeek]
          .filter(([week]) => week >= '2024-12-30' && week <= '2025-12-29')
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([week, commits]) => ({ week, commits })),
      );
      const authored = log.map(([seconds]) => Number(seconds) * 1000);
      expect(Date.parse(activity.firstCommitAt ?? '')).toBe(
        Math.min(...authored),
      );
      expect(Date.parse(activity.lastCommitAt ?? '')).toBe(
        Math.max(...authored),
      );
      expect(
        activity.authors.reduce(
          (sum, author) => sum + author.commitsLastYear,
          0,
        ),
      ).toBe(
        log.filter(
          ([, committed]) =>
            Number(committed) * 1000 > now.getTime() - 365 * 86400_000,
        ).length,
      );
    }
    expect(found.none).toMatchObject({
      total: 0,
      nonMerge: 0,
      firstCommitAt: null,
      authors: [],
    });
    for (const path of ['../outside', '/', 'a/', 'x\0y']) {
      expect(found[path]).toEqual(found.none);
    }
    expect(found[''].authors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ada Lovelace', 'Linus', 'Lin 林']),
    );
  });

  it('agrees with git shortlog on who committed how often', async () => {
    const repository = TestRepository.create(join(temporary.path, 'shortlog'));
    repository.write({ '.mailmap': 'Ada <ada@example.com> <old@example.com>' });
    for (const email of ['ada', 'old', 'grace', 'old', 'grace', 'ada', 'ada']) {
      repository.commit(
        {},
        {
          name: email === 'grace' ? 'Grace' : 'Ada',
          email: `${email}@example.com`,
        },
      );
    }
    const { '': activity } = await activities(repository, [''], new Date());
    const shortlog = lines(
      rawGit(repository.path, ['shortlog', '-sne', '--no-merges', 'HEAD']),
    ).map(line => line.trim());
    expect(
      activity.authors.map(
        ({ name, email, commits }) => `${commits}\t${name} <${email}>`,
      ),
    ).toEqual(shortlog);
    expect(shortlog).toHaveLength(2);
  });

  it('counts weeks from Monday in UTC, over leap days and the turn of the year', () => {
    const commit = (iso: string) =>
      `\0\0Ada\0ada@example.com\0${Date.parse(iso) / 1000}\0${
        Date.parse(iso) / 1000
      }\0`;
    const analysis = HistoryAnalysis.create({
      paths: [''],
      now: new Date('2024-03-04T00:00:00Z'),
      partial: false,
    });
    for (const iso of [
      '2024-03-04T00:00:00Z',
      '2024-03-03T23:59:59Z',
      '2024-02-29T12:00:00Z',
      '2024-02-26T00:00:00Z',
      '2024-02-25T23:59:59Z',
      '2023-12-31T23:00:00-05:00',
      '2023-03-06T00:00:00Z',
      '2023-03-05T23:59:59Z',
    ]) {
      analysis.push(Buffer.from(commit(iso)));
    }
    expect(value(analysis.end()['']).weeks).toEqual([
      { week: '2023-03-06', commits: 1 },
      { week: '2024-01-01', commits: 1 },
      { week: '2024-02-19', commits: 1 },
      { week: '2024-02-26', commits: 3 },
      { week: '2024-03-04', commits: 1 },
    ]);
  });

  it('does not trust dates of the future or of no time at all', () => {
    const analysis = HistoryAnalysis.create({
      paths: [''],
      now: new Date('2025-01-01T00:00:00Z'),
      partial: false,
    });
    for (const seconds of ['99999999999999', '4102444800', '', 'x', '-5']) {
      analysis.push(
        Buffer.from(`\0\0Ada\0ada@example.com\0${seconds}\0${seconds}\0`),
      );
    }
    expect(value(analysis.end()[''])).toMatchObject({
      nonMerge: 5,
      firstCommitAt: '1969-12-31T23:59:55Z',
      lastCommitAt: '2025-01-01T00:00:00Z',
      weeks: [],
    });
  });

  it('gives the same whatever pieces the log comes in', () => {
    const log = Buffer.from(
      '\0p1\0Ada Grüße\0ada@example.com\x001700000000\x001700000000\0\nsrc/\nodd\0src/b\0' +
        '\0p1 p2\0Merge\0m@example.com\x001700000001\x001700000001\0' +
        '\0\0Lin\0lin@example.com\x001700000002\x001700000002\0\nother\0',
    );
    const read = (size: number) => {
      const analysis = HistoryAnalysis.create({
        paths: ['', 'src', '\nodd'],
        now: new Date('2024-01-01T00:00:00Z'),
        partial: false,
      });
      for (let offset = 0; offset < log.length; offset += size) {
        analysis.push(log.subarray(offset, offset + size));
      }
      return analysis.end();
    };
    const whole = read(log.length);
    expect(value(whole[''])).toMatchObject({ total: 3, nonMerge: 2 });
    expect(value(whole.src)).toMatchObject({ total: 1, nonMerge: 1 });
    expect(value(whole[''].known ? whole[''] : undefined).authors[0].name).toBe(
      'Lin',
    );
    for (let size = 1; size < 40; size++) {
      expect(read(size)).toEqual(whole);
    }
  });

  it('holds no more than one text and one piece', () => {
    const splitter = new NulSplitter();
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let index = 0; index < 20; index++) {
      expect(splitter.push(piece)).toEqual([]);
    }
    const [long, short] = splitter.push(Buffer.from('\0short\0'));
    expect(long).toHaveLength(1024 * 1024);
    expect(short).toBe('short');
  });
});
