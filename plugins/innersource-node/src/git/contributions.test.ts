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

import { mockServices } from '@backstage/backend-test-utils';
import { join } from 'node:path';
import { ContributionPage, ReadContributionsRequest } from '../source';
import { GitRepositorySource } from './GitRepositorySource';
import {
  localRef,
  rawGit,
  TestRepository,
  useTemporaryDirectory,
} from './testUtils';

// Git is started hundreds of times, which takes a while on a busy machine.
jest.setTimeout(240_000);

const temporary = useTemporaryDirectory();
let commands: string[][];

function createSource() {
  commands = [];
  return GitRepositorySource.create({
    cacheDirectory: join(temporary.path, 'cache'),
    maxCacheSize: 1e9,
    maxRepositorySize: 1e9,
    timeoutMs: 60_000,
    allowedLocalDirectories: [temporary.path],
    allowedProtocols: [],
    concurrency: 1,
    onGitCommand: args => commands.push([...args]),
  });
}

async function readPages(
  source: GitRepositorySource,
  request: Partial<ReadContributionsRequest> &
    Pick<ReadContributionsRequest, 'repository'>,
): Promise<ContributionPage[]> {
  const pages: ContributionPage[] = [];
  for await (const page of source.readContributions(
    {
      paths: [''],
      since: '1970-01-01T00:00:00Z',
      isBot: () => false,
      ...request,
    },
    {
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    },
  )) {
    pages.push(page);
  }
  return pages;
}

const idsOf = (pages: ContributionPage[]) =>
  pages.flatMap(page => page.contributions.map(({ id }) => id));

/** Non-merge commits, oldest first, the plain way. */
function rawIds(path: string, ...args: string[]): string[] {
  return rawGit(path, ['rev-list', '--no-merges', '--reverse', 'HEAD', ...args])
    .split('\n')
    .filter(Boolean)
    .map(sha => `commit/${sha}`);
}

describe('readContributions', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = TestRepository.create(join(temporary.path, 'project'));
  });

  it('delivers commits with people, dates, paths and co-authors', async () => {
    const sha = repository.commit(
      {
        '.mailmap':
          'Ada Lovelace <ada@example.com> <ada@old.example.com>\nLin <lin@example.com> <lin@old.example.com>\n',
        'src/a.ts': '1',
        'src/deep/b.ts': '1',
      },
      {
        message:
          'Add things\n\nWhy not.\n\nCo-authored-by: Lin <lin@old.example.com>\nco-authored-by: Nobody\nCo-Authored-By: Sam\n <sam@example.com>\nSigned-off-by: X <x@example.com>',
        name: 'Ada',
        email: 'ada@old.example.com',
        authored: '2024-02-29T23:30:00-0800',
        committed: '2024-03-02T00:15:00+1400',
      },
    );
    const [page] = await readPages(createSource(), {
      repository: repository.ref,
      paths: ['', 'src', 'src/deep', 'docs'],
    });
    expect(page.replacesAll).toBeUndefined();
    expect(page.contributions).toEqual([
      {
        id: `commit/${sha}`,
        kind: 'commit',
        author: { name: 'Ada Lovelace', email: 'ada@example.com' },
        coAuthors: [
          { name: 'Lin', email: 'lin@example.com' },
          { name: 'Sam', email: 'sam@example.com' },
        ],
        createdAt: '2024-03-01T07:30:00Z',
        closedAt: '2024-03-01T10:15:00Z',
        state: 'merged',
        paths: ['', 'src', 'src/deep'],
        title: 'Add things',
      },
    ]);
  });

  it('continues where it left off and does nothing when nothing is new', async () => {
    repository.commit({ a: '1' });
    repository.commit({ a: '2' });
    const source = createSource();
    const first = await readPages(source, { repository: repository.ref });
    expect(idsOf(first)).toEqual(rawIds(repository.path));

    const cursor = first.at(-1)?.cursor;
    commands = [];
    expect(
      await readPages(source, { repository: repository.ref, cursor }),
    ).toEqual([]);
    expect(commands.map(([name]) => name)).toEqual(['ls-remote']);

    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ b: '1' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ c: '1' });
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'topic');
    const second = await readPages(source, {
      repository: repository.ref,
      cursor,
    });
    expect(second.some(page => page.replacesAll)).toBe(false);
    expect(idsOf(second).sort()).toEqual(
      rawIds(repository.path).slice(2).sort(),
    );
  });

  it.each<
    [string, (repo: TestRepository) => Partial<ReadContributionsRequest>]
  >([
    [
      'a rewritten history',
      repo => {
        repo.git('commit', '--quiet', '--amend', '--message', 'Other');
        return {};
      },
    ],
    ['other paths', () => ({ paths: ['', 'sub'] })],
    ['a longer retention', () => ({ since: '1960-01-01T00:00:00Z' })],
    ['a cursor of something else', () => ({ cursor: '{"page":7}' })],
    ['a cursor that is nothing', () => ({ cursor: 'x' })],
  ])('replaces everything after %s', async (_, change) => {
    repository.commit({ a: '1' });
    repository.commit({ a: '2' });
    const source = createSource();
    const cursor = (await readPages(source, { repository: repository.ref })).at(
      -1,
    )?.cursor;
    const pages = await readPages(source, {
      repository: repository.ref,
      cursor,
      ...change(repository),
    });
    expect(pages[0].replacesAll).toBe(true);
    expect(pages.slice(1).some(page => page.replacesAll)).toBe(false);
    expect(idsOf(pages)).toEqual(rawIds(repository.path));
  });

  it('does not take a retention that moves on for a longer one', async () => {
    repository.commit({ a: '1' });
    const source = createSource();
    const pages = await readPages(source, {
      repository: repository.ref,
      since: '2020-01-01T00:00:00Z',
    });
    expect(
      await readPages(source, {
        repository: repository.ref,
        since: '2020-01-02T00:00:00Z',
        cursor: pages.at(-1)?.cursor,
      }),
    ).toEqual([]);
  });

  it('leaves out what was committed before the instant asked for', async () => {
    repository.commit({ a: '1' }, { committed: '2023-12-31T23:59:59+0000' });
    const sha = repository.commit(
      { a: '2' },
      { committed: '2024-01-01T00:00:00+0000' },
    );
    const pages = await readPages(createSource(), {
      repository: repository.ref,
      since: '2024-01-01T00:00:00Z',
    });
    expect(idsOf(pages)).toEqual([`commit/${sha}`]);
  });

  it('delivers a long history in pages that can each be the last', async () => {
    const path = join(temporary.path, 'long');
    const long = TestRepository.create(path);
    const count = 5300;
    rawGit(path, ['fast-import', '--quiet'], {
      input: Array.from({ length: count }, (_, index) =>
        [
          'commit refs/heads/main',
          `mark :${index + 1}`,
          `committer Ada <ada@example.com> ${1600000000 + index * 60} +0200`,
          'data 1',
          'x',
          `M 100644 inline ${index % 2 ? 'even' : 'odd'}/file`,
          `data ${String(index).length}`,
          `${index}`,
          '',
        ].join('\n'),
      ).join(''),
    });
    const source = createSource();
    const request = {
      repository: localRef(path),
      paths: ['', 'odd'],
      since: new Date((1600000000 + 100 * 60) * 1000).toISOString(),
    };
    const pages = await readPages(source, request);
    expect(pages.map(page => page.contributions.length)).toEqual([
      2000, 2000, 1200,
    ]);
    const all = rawIds(path).slice(100);
    expect(idsOf(pages)).toEqual(all);
    expect(
      pages
        .flatMap(page => page.contributions)
        .filter(({ paths }) => paths.includes('odd')),
    ).toHaveLength(2600);

    // Stopped after any page, the history having grown meanwhile, nothing is lost or comes twice.
    const sha = rawGit(path, [
      'commit-tree',
      '-p',
      'main',
      '-m',
      'New',
      'main^{tree}',
    ]).trim();
    rawGit(path, ['update-ref', 'refs/heads/main', sha]);
    for (const stop of [0, 1, 2]) {
      const rest = await readPages(source, {
        ...request,
        cursor: pages[stop].cursor,
      });
      expect(idsOf([...pages.slice(0, stop + 1), ...rest])).toEqual([
        ...all,
        `commit/${sha}`,
      ]);
    }
    expect(long.path).toBe(path);
  });

  it('stops git when the reader stops', async () => {
    repository.commit({ a: '1' });
    const source = createSource();
    for await (const page of source.readContributions(
      {
        repository: repository.ref,
        paths: [''],
        since: '1970-01-01T00:00:00Z',
        isBot: () => false,
      },
      {
        signal: new AbortController().signal,
        logger: mockServices.logger.mock(),
      },
    )) {
      expect(page.contributions).toHaveLength(1);
      break;
    }
    expect(
      await readPages(source, { repository: repository.ref }),
    ).toHaveLength(1);
  });

  it('delivers nothing of an empty repository and throws for one that cannot be read', async () => {
    const source = createSource();
    expect(await readPages(source, { repository: repository.ref })).toEqual([]);
    await expect(
      readPages(source, {
        repository: { url: 'ext::sh', host: '', fullName: '' },
      }),
    ).rejects.toMatchObject({ name: 'SourceError', kind: 'rejected' });
  });
});
