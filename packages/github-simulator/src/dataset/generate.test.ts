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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Faults } from '../faults';
import { GitServer } from '../git/GitServer';
import { World } from '../World';
import { generateDataset } from './generate';

jest.setTimeout(240_000);

const run = promisify(execFile);
const NOW = new Date('2026-03-10T15:00:00Z');

describe('generateDataset', () => {
  it('is the same each time, and another for another seed', () => {
    const heads = (seed?: string) => {
      const dataset = generateDataset({ repositories: 12, now: NOW, seed });
      return dataset.repositories.map(
        repository => dataset.contentOf(repository).history.head!.oid,
      );
    };
    expect(heads()).toEqual(heads());
    expect(heads('another')).not.toEqual(heads());
  });

  it('makes a repository’s content alike whenever it is asked for', () => {
    const dataset = generateDataset({
      repositories: 5,
      now: NOW,
      cachedRepositories: 1,
    });
    const [first, second] = dataset.repositories;
    const before = dataset.contentOf(first);
    dataset.contentOf(second);
    const after = dataset.contentOf(first);
    expect(after).not.toBe(before);
    expect(after.history.head!.oid).toBe(before.history.head!.oid);
    expect(after.pullRequests).toEqual(before.pullRequests);
  });

  it('goes through 5,000 repositories in bounded memory', () => {
    const dataset = generateDataset({
      repositories: 5000,
      now: NOW,
      pullRequestsPerWeek: 0.1,
      cachedRepositories: 16,
    });
    // What is in use, without rubbish.
    const heap = () => {
      setFlagsFromString('--expose-gc');
      runInNewContext('gc')();
      return process.memoryUsage().heapUsed / 1024 / 1024;
    };
    const seen = { commits: 0, early: 0 };
    dataset.repositories.forEach((repository, index) => {
      seen.commits += dataset.contentOf(repository).history.commits.length;
      if (index === 1000) {
        seen.early = heap();
      }
    });
    expect(seen.commits).toBeGreaterThan(5000);
    expect(heap()).toBeLessThan(seen.early + 50);
  });

  it('counts lines as git does', async () => {
    const dataset = generateDataset({ repositories: 6, now: NOW });
    const git = GitServer.create({
      world: World.create({ dataset, faults: Faults.create() }),
    });
    try {
      for (const repository of dataset.repositories) {
        const { stdout } = await run(
          'git',
          [
            'log',
            '--reverse',
            '--topo-order',
            '--numstat',
            '-m',
            '--first-parent',
            '--no-renames',
            '--minimal',
            '--format=commit %H',
          ],
          { cwd: await git.directory(repository), maxBuffer: 50_000_000 },
        );
        const { history } = dataset.contentOf(repository);
        const blocks = stdout.split('commit ').filter(Boolean);
        expect(blocks.length).toBeGreaterThan(0);
        for (const block of blocks) {
          const [oid, ...lines] = block.split('\n').filter(Boolean);
          const commit = history.find(oid)!;
          expect(new Set(lines)).toEqual(
            new Set(
              commit.changes.map(
                change =>
                  `${change.additions}\t${change.deletions}\t${change.path}`,
              ),
            ),
          );
        }
      }
    } finally {
      await git.close();
    }
  });
});
