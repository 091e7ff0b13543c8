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
import {
  CommitActivity,
  DocumentSelector,
  Fact,
  RepositoryFacts,
} from '@ispo/backstage-plugin-innersource-common';
import { join } from 'node:path';
import { ReadFactsRequest, ReadFactsResult } from '../source';
import { GitRepositorySource } from './GitRepositorySource';
import { rawGit, TestRepository, useTemporaryDirectory } from './testUtils';

const MB = 1024 * 1024;
const selector: DocumentSelector = {
  stems: ['readme', 'contributing', 'license'],
  names: ['innersource.json', 'codeowners'],
  directories: ['', '.github', 'docs'],
  contentsOf: ['.github/issue_template'],
  paths: [],
  listings: ['', '.github', 'docs'],
};

const temporary = useTemporaryDirectory();
let commands: string[];

function createSource(
  options: Partial<Parameters<typeof GitRepositorySource.create>[0]> = {},
) {
  return GitRepositorySource.create({
    cacheDirectory: join(temporary.path, 'cache'),
    maxCacheSize: 100 * MB,
    maxRepositorySize: 100 * MB,
    timeoutMs: 30_000,
    allowedLocalDirectories: [temporary.path],
    allowedProtocols: ['https', 'ssh'],
    concurrency: 2,
    onGitCommand: args => commands.push(args[0]),
    ...options,
  });
}

async function read(
  source: GitRepositorySource,
  request: Partial<ReadFactsRequest> & Pick<ReadFactsRequest, 'repository'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadFactsResult> {
  const results: ReadFactsResult[] = [];
  for await (const result of source.readFacts(
    [{ paths: [''], documents: selector, ...request }],
    { signal, logger: mockServices.logger.mock() },
  )) {
    results.push(result);
  }
  expect(results).toHaveLength(1);
  return results[0];
}

async function readFacts(
  source: GitRepositorySource,
  request: Partial<ReadFactsRequest> & Pick<ReadFactsRequest, 'repository'>,
): Promise<RepositoryFacts> {
  const result = await read(source, request);
  if (result.outcome !== 'changed') {
    throw new Error(`Unexpected ${JSON.stringify(result)}`);
  }
  return result.facts;
}

function value<T>(fact: Fact<T>): T {
  if (!fact.known) {
    throw new Error(fact.reason);
  }
  return fact.value;
}

beforeEach(() => {
  commands = [];
});

describe('GitRepositorySource', () => {
  describe('with a local repository', () => {
    it('reads files, documents, languages, history and tags in place', async () => {
      const repository = TestRepository.create(join(temporary.path, 'project'));
      repository.commit({
        'README.md': '# Project\n\nGrüße',
        '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug',
        'src/index.ts': 'export const a = 1;\n',
        'src/App.tsx': 'export const b = 2;\n',
        'lib/tool.py': 'print(1)\n',
        'node_modules/x/index.js': 'x'.repeat(1000),
        'docs/notes.txt': 'nothing asked for',
      });
      repository.git('tag', 'v1.0.0');
      const head = repository.commit(
        { 'src/index.ts': 'export const a = 3;\n' },
        { name: 'Grace Hopper', email: 'grace@example.com' },
      );

      const facts = await readFacts(createSource(), {
        repository: repository.ref,
        paths: ['', 'src'],
      });

      expect(value(facts.headCommit)).toBe(head);
      expect(value(facts.defaultBranch)).toBe('main');
      expect(facts.documents).toEqual([
        {
          path: 'README.md',
          text: '# Project\n\nGrüße',
          size: 18,
          truncated: false,
          binary: false,
          origin: 'repository',
        },
        expect.objectContaining({
          path: '.github/ISSUE_TEMPLATE/bug.yml',
          text: 'name: Bug',
        }),
      ]);
      const tree = value(facts.tree);
      expect(tree.complete).toBe(true);
      expect(tree.entries).toContainEqual({
        path: 'src/index.ts',
        type: 'file',
        size: 20,
      });
      expect(tree.entries).toContainEqual({ path: 'src', type: 'directory' });
      expect(value(facts.languages)).toEqual([
        { name: 'TypeScript', bytes: 40, share: 40 / 49 },
        { name: 'Python', bytes: 9, share: 9 / 49 },
      ]);
      expect(value(facts.releases)).toEqual([
        expect.objectContaining({ tag: 'v1.0.0', kind: 'tag' }),
      ]);
      const whole: CommitActivity = value(facts.commits['']);
      expect(whole).toMatchObject({ total: 2, nonMerge: 2, authorCount: 2 });
      expect(value(facts.commits.src).nonMerge).toBe(2);
      expect(facts.visibility).toEqual({
        known: false,
        reason: expect.stringContaining('Git alone does not tell'),
      });
      expect(rawGit(repository.path, ['status', '--porcelain'])).toBe('');
    });

    it('does no tree or log work for an unchanged repository', async () => {
      const repository = TestRepository.create(join(temporary.path, 'project'));
      repository.commit({ 'README.md': '# Project' });
      const source = createSource();
      const first = await read(source, { repository: repository.ref });
      expect(first.outcome).toBe('changed');
      expect(commands).toEqual(expect.arrayContaining(['ls-tree', 'log']));

      commands = [];
      const token = first.outcome === 'changed' ? first.token : undefined;
      const second = await read(source, { repository: repository.ref, token });
      expect(second).toMatchObject({ outcome: 'unchanged', token });
      expect(commands).toEqual(['ls-remote']);

      repository.commit({ 'README.md': '# Project, again' });
      const third = await read(source, { repository: repository.ref, token });
      expect(third.outcome).toBe('changed');
    });
  });
});
