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
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, Server as NetServer, Socket } from 'node:net';
import { join } from 'node:path';
import { ReadFactsRequest, ReadFactsResult } from '../source';
import { GitRepositorySource } from './GitRepositorySource';
import {
  GitHttpServer,
  localRef,
  rawGit,
  TestRepository,
  useTemporaryDirectory,
} from './testUtils';

const MB = 1024 * 1024;
const selector: DocumentSelector = {
  stems: ['readme', 'contributing', 'license'],
  names: ['innersource.json', 'codeowners'],
  directories: ['', '.github', 'docs'],
  contentsOf: ['.github/issue_template'],
  paths: [],
  listings: ['', '.github', 'docs'],
};

// Git is started hundreds of times, which takes a while on a busy machine.
jest.setTimeout(240_000);

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
      expect(facts.visibility).toMatchObject({
        known: false,
        reason: expect.stringContaining('Git alone does not tell'),
      });
      expect(value(facts.description)).toBeNull();
      expect(value(facts.topics)).toEqual([]);
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

  describe('with a remote repository', () => {
    let server: GitHttpServer;
    let repository: TestRepository;

    beforeEach(async () => {
      const root = join(temporary.path, 'server');
      repository = TestRepository.create(join(root, 'team', 'project'));
      repository.commit({
        'README.md': '# Project',
        '.mailmap': 'Ada <ada@example.com> <ada@old.example.com>\n',
        'a.ts': 'export {};',
        'b.ts': 'export {};// more',
        'c.py': 'print(1)',
      });
      repository.commit(
        { 'a.ts': 'export default 1;' },
        { name: 'A.', email: 'ada@old.example.com' },
      );
      repository.git('tag', '--annotate', 'v1.0.0', '--message', 'One');
      server = await GitHttpServer.start(root);
    });

    afterEach(async () => {
      await server.stop();
    });

    const remote = (
      options: Partial<Parameters<typeof GitRepositorySource.create>[0]> = {},
    ) => createSource({ allowedProtocols: ['http'], ...options });

    function cloneDirectory(): string {
      const root = join(temporary.path, 'cache', 'v1');
      const names = readdirSync(root).filter(name =>
        /^[0-9a-f]{40}$/.test(name),
      );
      expect(names).toHaveLength(1);
      return join(root, names[0]);
    }

    it('clones without files but those it reads', async () => {
      const facts = await readFacts(remote(), {
        repository: server.ref('team/project/.git'),
      });
      expect(value(facts.headCommit)).toBe(
        repository.git('rev-parse', 'HEAD').trim(),
      );
      expect(facts.topics).toMatchObject({ known: false });
      expect(facts.description).toMatchObject({ known: false });
      expect(facts.documents).toMatchObject([{ text: '# Project' }]);
      expect(value(facts.languages)).toEqual([
        { name: 'TypeScript', bytes: null, share: 2 / 3 },
        { name: 'Python', bytes: null, share: 1 / 3 },
      ]);
      expect(value(facts.releases)).toMatchObject([{ tag: 'v1.0.0' }]);
      expect(value(facts.commits['']).authors).toMatchObject([
        { name: 'Ada', email: 'ada@example.com', commits: 2 },
      ]);

      const blobs = repository
        .git('ls-tree', '-r', '--format=%(objectname) %(path)', 'HEAD')
        .trim()
        .split('\n');
      const present = rawGit(
        cloneDirectory(),
        ['cat-file', '--batch-check', '--buffer'],
        { input: blobs.map(line => `${line.split(' ')[0]}\n`).join('') },
      )
        .trim()
        .split('\n')
        .flatMap((line, index) =>
          line.endsWith('missing') ? [] : [blobs[index].split(' ')[1]],
        );
      expect(present).toEqual(['.mailmap', 'README.md']);
      expect(commands.filter(name => name === 'fetch')).toHaveLength(2);
    });

    it('fetches what is new, and nothing when nothing is', async () => {
      const source = remote();
      const request = { repository: server.ref('team/project/.git') };
      const first = await read(source, request);
      const clone = cloneDirectory();
      const inode = statSync(clone).ino;

      server.requests.length = 0;
      commands = [];
      const token = first.outcome === 'changed' ? first.token : undefined;
      expect(await read(source, { ...request, token })).toMatchObject({
        outcome: 'unchanged',
      });
      expect(commands).toEqual(['ls-remote']);

      const head = repository.commit({ 'README.md': '# Project 2' });
      repository.git('tag', '--delete', 'v1.0.0');
      const facts = await readFacts(source, { ...request, token });
      expect(value(facts.headCommit)).toBe(head);
      expect(facts.documents).toMatchObject([{ text: '# Project 2' }]);
      expect(value(facts.releases)).toEqual([]);
      expect(statSync(cloneDirectory()).ino).toBe(inode);
    });

    it('follows a rewritten history', async () => {
      const source = remote();
      const request = { repository: server.ref('team/project/.git') };
      await readFacts(source, request);
      repository.git('reset', '--quiet', '--hard', 'HEAD~1');
      repository.git('tag', '--delete', 'v1.0.0');
      const facts = await readFacts(source, request);
      expect(value(facts.commits['']).total).toBe(1);
    });

    it('heals a damaged clone', async () => {
      const source = remote();
      const request = { repository: server.ref('team/project/.git') };
      await readFacts(source, request);
      const pack = join(cloneDirectory(), 'objects', 'pack');
      for (const name of readdirSync(pack)) {
        rmSync(join(pack, name));
      }
      expect((await read(source, request)).outcome).toBe('changed');

      for (const name of readdirSync(pack)) {
        if (name.endsWith('.pack')) {
          chmodSync(join(pack, name), 0o600);
          writeFileSync(join(pack, name), randomBytes(500));
        }
      }
      await read(source, request);
      expect((await read(source, request)).outcome).toBe('changed');
    });

    it('heals a clone that was left locked', async () => {
      const source = remote();
      const request = { repository: server.ref('team/project/.git') };
      await readFacts(source, request);
      const lock = join(cloneDirectory(), 'refs', 'innersource', 'head.lock');
      mkdirSync(join(lock, '..'), { recursive: true });
      writeFileSync(lock, '');
      repository.commit({ 'README.md': '# Project 2' });
      expect(await read(source, request)).toMatchObject({ outcome: 'changed' });
    });

    it('asks hosts that insist on it for the name with .git', async () => {
      const bare = join(temporary.path, 'server', 'other.git');
      rawGit(temporary.path, [
        'clone',
        '--quiet',
        '--bare',
        repository.path,
        bare,
      ]);
      const source = remote();
      const facts = await readFacts(source, {
        repository: server.ref('other'),
      });
      expect(facts.documents).toHaveLength(1);
      await source.forget(server.ref('other'));
      expect(readdirSync(join(temporary.path, 'cache', 'v1')).sort()).toEqual([
        'empty.git',
        'safe.gitconfig',
      ]);
    });

    it('answers not-found for what the host does not have', async () => {
      expect(
        await read(remote(), { repository: server.ref('team/nothing') }),
      ).toMatchObject({ outcome: 'failed', kind: 'not-found' });
    });

    it('sends credentials without leaving them anywhere', async () => {
      const secret = 'glpat-very-secret-0123456789';
      const authorization = `Basic ${Buffer.from(`oauth2:${secret}`).toString(
        'base64',
      )}`;
      server.authorization = authorization;
      const said: string[] = [];
      const source = remote({
        credentials: { getAuthorization: async () => authorization },
        onGitCommand: args => said.push(args.join(' ')),
      });
      const request = { repository: server.ref('team/project/.git') };
      const facts = await readFacts(source, request);
      expect(facts.documents).toHaveLength(1);

      server.authorization = 'Basic other';
      repository.commit({ 'README.md': 'new' });
      const refused = await read(source, request);
      expect(refused).toMatchObject({
        outcome: 'failed',
        kind: 'unauthorized',
        message: expect.stringContaining('integrations'),
      });
      said.push(JSON.stringify(refused));

      const files = readdirSync(join(temporary.path, 'cache'), {
        recursive: true,
        withFileTypes: true,
      })
        .filter(entry => entry.isFile())
        .map(entry =>
          readFileSync(join(entry.parentPath, entry.name)).toString('latin1'),
        );
      expect(files.length).toBeGreaterThan(5);
      for (const text of [...said, ...files]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(authorization.split(' ')[1]);
      }
    });

    it('follows no host to another one', async () => {
      const other = await GitHttpServer.start(join(temporary.path, 'server'));
      try {
        server.redirectTo = `http://${other.host}`;
        expect(
          await read(remote(), { repository: server.ref('team/project') }),
        ).toMatchObject({
          outcome: 'failed',
          kind: 'not-found',
        });
        expect(other.requests).toEqual([]);
      } finally {
        await other.stop();
      }
    });

    it('answers unauthorized without credentials', async () => {
      server.authorization = 'Basic x';
      expect(
        await read(remote(), { repository: server.ref('team/project/.git') }),
      ).toMatchObject({ outcome: 'failed', kind: 'unauthorized' });
    });

    it('packs a clone again that was fetched many times', async () => {
      const source = remote();
      const request = { repository: server.ref('team/project/.git') };
      for (let index = 0; index < 24; index++) {
        repository.commit({ 'README.md': `Version ${index}` });
        const facts = await readFacts(source, request);
        expect(facts.documents).toMatchObject([{ text: `Version ${index}` }]);
        expect(value(facts.commits['']).total).toBe(3 + index);
      }
      expect(commands).toContain('repack');
      expect(
        readdirSync(join(cloneDirectory(), 'objects', 'pack')).filter(name =>
          name.endsWith('.pack'),
        ).length,
      ).toBeLessThan(20);
    });

    it('reads over ssh without asking anybody anything', async () => {
      const bin = join(temporary.path, 'bin');
      const told = join(temporary.path, 'told');
      mkdirSync(bin);
      // Stands in for ssh: notes its arguments and runs the command here.
      writeFileSync(
        join(bin, 'ssh'),
        `#!/bin/sh\nprintf '%s\\n' "$@" > ${told}\nfor last; do :; done\nexec sh -c "$last"\n`,
        { mode: 0o755 },
      );
      const path = process.env.PATH;
      process.env.PATH = `${bin}:${path}`;
      try {
        const facts = await readFacts(createSource(), {
          repository: {
            url: `ssh://example.com:2222${repository.path}`,
            host: 'example.com:2222',
            fullName: 'team/project',
          },
        });
        expect(facts.documents).toHaveLength(1);
        const lines = readFileSync(told, 'utf8').split('\n');
        expect(lines).toEqual(
          expect.arrayContaining(['BatchMode=yes', '2222', 'git@example.com']),
        );
      } finally {
        process.env.PATH = path;
      }
    });

    it('gives up on repositories that are too large', async () => {
      repository.commit({ 'README.md': randomBytes(3 * MB) });
      const source = remote({ maxRepositorySize: MB });
      expect(
        await read(source, { repository: server.ref('team/project/.git') }),
      ).toMatchObject({ outcome: 'failed', kind: 'too-large' });
      expect(directorySizeOf(cloneDirectory())).toBeLessThan(MB);
    });

    it('keeps the cache within its size, the most recently used', async () => {
      const source = remote({
        maxCacheSize: 3 * MB,
        maxRepositorySize: 3 * MB,
      });
      for (const name of ['one', 'two', 'three']) {
        TestRepository.create(join(temporary.path, 'server', name)).commit({
          'README.md': randomBytes(1.2 * MB),
        });
      }
      for (const name of ['one', 'two', 'one', 'three']) {
        await readFacts(source, { repository: server.ref(`${name}/.git`) });
      }
      const names = readdirSync(join(temporary.path, 'cache', 'v1'));
      expect(names.filter(name => name.length === 40)).toHaveLength(2);
      const kept = async (name: string) => {
        commands = [];
        await readFacts(source, { repository: server.ref(`${name}/.git`) });
        return !commands.includes('fetch');
      };
      expect(await kept('one')).toBe(true);
      expect(await kept('two')).toBe(false);
    });

    it('fails with advice when the disk refuses to be written', async () => {
      const git = join(temporary.path, 'git-on-a-full-disk');
      // A limit of the kernel on the size of files makes the writes of git fail as on a full disk.
      writeFileSync(
        git,
        '#!/bin/sh\ntrap \'\' XFSZ\nulimit -f 1\nexec git "$@"\n',
        { mode: 0o755 },
      );
      repository.commit({ 'README.md': randomBytes(MB) });
      expect(
        await read(remote({ gitProgram: git }), {
          repository: server.ref('team/project/.git'),
        }),
      ).toMatchObject({
        outcome: 'failed',
        kind: 'local',
        message: expect.stringContaining('innersource.git.cacheDirectory'),
      });
    });

    it('reads several repositories in one call', async () => {
      const other = TestRepository.create(join(temporary.path, 'other'));
      other.commit({ 'README.md': 'other' });
      const outcomes: string[] = [];
      for await (const result of remote().readFacts(
        [other.ref, server.ref('team/project/.git'), server.ref('none')].map(
          ref => ({ repository: ref, paths: [''], documents: selector }),
        ),
        {
          signal: new AbortController().signal,
          logger: mockServices.logger.mock(),
        },
      )) {
        outcomes.push(`${result.repository.fullName}: ${result.outcome}`);
      }
      expect(outcomes.sort()).toEqual(
        [
          'none: failed',
          'team/project/.git: changed',
          `${other.ref.fullName}: changed`,
        ].sort(),
      );
    });
  });

  describe('with repositories that are not as usual', () => {
    let repository: TestRepository;

    beforeEach(() => {
      repository = TestRepository.create(join(temporary.path, 'odd'));
    });

    it('reads an empty repository', async () => {
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
        paths: ['', 'sub'],
      });
      expect(facts.headCommit).toMatchObject({
        known: false,
        reason: 'The repository has no commits yet.',
      });
      expect(value(facts.tree)).toEqual({ entries: [], complete: true });
      expect(value(facts.commits.sub).total).toBe(0);
      expect(value(facts.license)).toBeNull();
    });

    it.each(['refs/heads/nowhere', 'refs/heads/unborn/branch'])(
      'knows nothing of a repository whose HEAD names the missing branch %s',
      async branch => {
        repository.commit({ 'README.md': 'x' });
        repository.git('symbolic-ref', 'HEAD', branch);
        const facts = await readFacts(createSource(), {
          repository: repository.ref,
        });
        for (const fact of [facts.headCommit, facts.tree, facts.commits['']]) {
          expect(fact).toMatchObject({
            known: false,
            reason: expect.stringContaining('Set the default branch'),
          });
        }
      },
    );

    it('reads a detached HEAD', async () => {
      const head = repository.commit({ 'README.md': 'x' });
      repository.git('checkout', '--quiet', '--detach');
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
      });
      expect(value(facts.headCommit)).toBe(head);
      expect(facts.defaultBranch.known).toBe(false);
    });

    it('marks the history of a shallow clone as partial', async () => {
      for (const text of ['1', '2', '3']) {
        repository.commit({ 'README.md': text });
      }
      repository.git('tag', 'v1', 'HEAD~2');
      const shallow = join(temporary.path, 'shallow');
      rawGit(temporary.path, [
        'clone',
        '--quiet',
        '--depth=2',
        `file://${repository.path}`,
        shallow,
      ]);
      const facts = await readFacts(createSource(), {
        repository: localRef(shallow),
      });
      expect(value(facts.commits[''])).toMatchObject({
        total: 2,
        partial: true,
      });
    });

    it('marks the history of a shallow remote as partial', async () => {
      for (const text of ['1', '2', '3']) {
        repository.commit({ 'README.md': text });
      }
      const shallow = join(temporary.path, 'server', 'shallow');
      rawGit(temporary.path, [
        'clone',
        '--quiet',
        '--bare',
        '--depth=2',
        `file://${repository.path}`,
        shallow,
      ]);
      const server = await GitHttpServer.start(join(temporary.path, 'server'));
      try {
        const facts = await readFacts(
          createSource({ allowedProtocols: ['http'] }),
          { repository: server.ref('shallow') },
        );
        expect(value(facts.commits[''])).toMatchObject({
          total: 2,
          partial: true,
        });
      } finally {
        await server.stop();
      }
    });

    it('reads a partial clone whose files at HEAD are there', async () => {
      repository.commit({ 'README.md': 'old', 'a.py': 'print(1)' });
      repository.commit({ 'README.md': 'new' });
      repository.git('config', 'uploadpack.allowFilter', 'true');
      const partial = join(temporary.path, 'partial');
      rawGit(temporary.path, [
        'clone',
        '--quiet',
        '--filter=blob:none',
        `file://${repository.path}`,
        partial,
      ]);
      const facts = await readFacts(createSource(), {
        repository: localRef(partial),
      });
      expect(facts.documents).toMatchObject([{ text: 'new' }]);
      expect(value(facts.languages)).toEqual([
        { name: 'Python', bytes: null, share: 1 },
      ]);
    });

    it('reads a repository with SHA-256 names', async () => {
      const path = join(temporary.path, 'sha256');
      mkdirSync(path);
      rawGit(path, ['init', '--quiet', '--object-format=sha256']);
      writeFileSync(join(path, 'README.md'), 'x');
      rawGit(path, ['add', '.']);
      rawGit(path, ['commit', '--quiet', '--message', 'x']);
      const facts = await readFacts(createSource(), {
        repository: localRef(path),
      });
      expect(value(facts.headCommit)).toMatch(/^[0-9a-f]{64}$/);
      expect(facts.documents).toHaveLength(1);
    });

    it('lists submodules as such and reads nothing of them', async () => {
      repository.commit({ 'README.md': 'x' });
      repository.git(
        'update-index',
        '--add',
        '--cacheinfo',
        '160000,0123456789012345678901234567890123456789,docs',
      );
      repository.git('commit', '--quiet', '--message', 'Submodule');
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
      });
      expect(value(facts.tree).entries).toContainEqual({
        path: 'docs',
        type: 'submodule',
      });
    });

    it('follows symbolic links inside the repository only', async () => {
      writeFileSync(join(temporary.path, 'secret.md'), 'secret');
      repository.write({
        'docs/manual.md': 'manual',
        'docs/innersource.json': 'x',
      });
      for (const [link, target] of [
        ['README.md', 'docs/CONTRIBUTING.md'],
        ['docs/CONTRIBUTING.md', './../docs/manual.md'],
        ['CONTRIBUTING.md', '../secret.md'],
        ['LICENSE', '/etc/passwd'],
        ['docs/README.md', 'README.md'],
        ['CODEOWNERS', 'docs'],
      ]) {
        symlinkSync(target, join(repository.path, link));
      }
      repository.commit({});
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
      });
      expect(
        Object.fromEntries(
          facts.documents.map(({ path, text }) => [path, text]),
        ),
      ).toEqual({
        'README.md': 'manual',
        'docs/CONTRIBUTING.md': 'manual',
        'docs/innersource.json': 'x',
      });
      expect(value(facts.tree).entries).toContainEqual(
        expect.objectContaining({ path: 'LICENSE', type: 'symlink' }),
      );
    });

    it('copes with any name a file can have', async () => {
      const blob = rawGit(repository.path, ['hash-object', '-w', '--stdin'], {
        input: 'x',
      }).trim();
      const names = [
        Buffer.from('docs/with\nline\tbreak "quotes".md'),
        Buffer.from([
          0x64, 0x6f, 0x63, 0x73, 0x2f, 0xff, 0xfe, 0x2e, 0x6d, 0x64,
        ]),
        Buffer.from('\n'),
        Buffer.from('docs/readme'),
        Buffer.from('--upload-pack=touch'),
        Buffer.from(':(glob)**'),
      ];
      rawGit(repository.path, ['update-index', '-z', '--index-info'], {
        input: Buffer.concat(
          names.flatMap(name => [
            Buffer.from(`100644 blob ${blob}\t`),
            name,
            Buffer.from([0]),
          ]),
        ),
      });
      repository.git('commit', '--quiet', '--message', 'Names');
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
        paths: [
          '',
          'docs',
          '--upload-pack=touch',
          ':(glob)**',
          '\n',
          ':(exclude)docs',
        ],
      });
      const paths = value(facts.tree).entries.map(({ path }) => path);
      expect(paths.sort()).toEqual(
        [...names.map(name => name.toString('utf8')), 'docs'].sort(),
      );
      expect(facts.documents).toMatchObject([{ path: 'docs/readme' }]);
      for (const path of [
        '',
        'docs',
        '--upload-pack=touch',
        ':(glob)**',
        '\n',
      ]) {
        expect(value(facts.commits[path])).toMatchObject({ nonMerge: 1 });
      }
    });

    it('lists what matters of a repository with too many files', async () => {
      const git = (args: string[], input?: string) =>
        rawGit(repository.path, args, { input }).trim();
      const blob = git(['hash-object', '-w', '--stdin'], 'text');
      const leaf = git(
        ['mktree'],
        Array.from(
          { length: 1000 },
          (_, n) =>
            `100644 blob ${blob}\tfile${String(n).padStart(4, '0')}.ts\n`,
        ).join(''),
      );
      const middle = git(
        ['mktree'],
        Array.from(
          { length: 250 },
          (_, n) => `040000 tree ${leaf}\td${String(n).padStart(3, '0')}\n`,
        ).join(''),
      );
      const project = git(['mktree'], `100644 blob ${blob}\tREADME.md\n`);
      const deep = git(['mktree'], `040000 tree ${project}\tproject\n`);
      const tree = git(
        ['mktree'],
        `040000 tree ${middle}\ta\n040000 tree ${deep}\tz\n100644 blob ${blob}\tREADME.md\n`,
      );
      const commit = git(['commit-tree', '-m', 'Many', tree]);
      git(['update-ref', 'refs/heads/main', commit]);

      const facts = await readFacts(createSource(), {
        repository: repository.ref,
        paths: ['', 'z/project'],
      });
      expect(facts.documents.map(({ path }) => path)).toEqual([
        'README.md',
        'z/project/README.md',
      ]);
      const listing = value(facts.tree);
      expect(listing.complete).toBe(false);
      expect(listing.entries.length).toBeLessThan(201_000);
      expect(listing.listedDirectories).toEqual(['', 'a', 'z', 'z/project']);
      expect(listing.entries).toContainEqual({
        path: 'z/project/README.md',
        type: 'file',
        size: 4,
      });
      expect(value(facts.languages)).toEqual([
        { name: 'TypeScript', bytes: 1_000_000, share: 1 },
      ]);
    });

    it('keeps the beginning of a README of 50 MB', async () => {
      repository.commit({
        'README.md': Buffer.alloc(50 * MB, 'Grüße und lange Zeilen. '),
        'docs/README.md': 'small',
      });
      const before = process.memoryUsage().rss;
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
      });
      const grown = process.memoryUsage().rss - before;
      const [readme, small] = facts.documents;
      expect(readme).toMatchObject({
        size: 50 * MB,
        truncated: true,
        binary: false,
      });
      expect(Buffer.byteLength(readme.text)).toBeLessThanOrEqual(512 * 1024);
      expect(readme.text).toMatch(/^Grüße/);
      expect(readme.text).not.toContain('\ufffd');
      expect(small.text).toBe('small');
      // All of it at once would be there twice, as bytes and as text.
      expect(grown).toBeLessThan(80 * MB);
    });

    it('tells text from other content', async () => {
      repository.commit({
        'README.md': Buffer.concat([Buffer.from('a'), Buffer.alloc(10)]),
        'docs/README.md': Buffer.from('Gr\xfc\xdfe', 'latin1'),
        '.github/README.md': Buffer.concat([
          Buffer.from([0xff, 0xfe]),
          Buffer.from('UTF-16', 'utf16le'),
        ]),
        'CONTRIBUTING.md': '',
      });
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
      });
      expect(
        facts.documents.map(({ path, text, binary }) => [path, text, binary]),
      ).toEqual([
        ['CONTRIBUTING.md', '', false],
        ['README.md', '', true],
        ['.github/README.md', 'UTF-16', false],
        ['docs/README.md', 'Grüße', false],
      ]);
    });

    it('does nothing that the settings of a repository ask for', async () => {
      repository.commit({
        'README.md': 'x',
        '.mailmap': 'Ada <ada@example.com>',
      });
      const trace = join(temporary.path, 'executed');
      const trap = `sh -c 'echo x >> ${trace}' #`;
      for (const key of [
        'core.fsmonitor',
        'core.sshCommand',
        'core.pager',
        'core.alternateRefsCommand',
        'gpg.program',
        'diff.external',
        'diff.trap.textconv',
        'credential.helper',
        'uploadpack.packObjectsHook',
        'alias.log',
      ]) {
        repository.git('config', key, trap);
      }
      repository.git('config', 'log.showSignature', 'true');
      repository.git('config', 'mailmap.file', '/etc/passwd');
      repository.git('config', 'core.hooksPath', join(temporary.path, 'hooks'));
      repository.write({ '.gitattributes': '* diff=trap\n' });
      for (const name of ['post-checkout', 'reference-transaction']) {
        mkdirSync(join(temporary.path, 'hooks'), { recursive: true });
        writeFileSync(
          join(temporary.path, 'hooks', name),
          `#!/bin/sh\n${trap}\n`,
          { mode: 0o755 },
        );
      }
      const facts = await readFacts(createSource(), {
        repository: repository.ref,
        paths: ['', 'x'],
      });
      expect(facts.documents).toHaveLength(1);
      expect(existsSync(trace)).toBe(false);
    });
  });

  describe('with local paths', () => {
    let repository: TestRepository;

    beforeEach(() => {
      repository = TestRepository.create(
        join(temporary.path, 'allowed', 'project'),
      );
      repository.commit({ 'README.md': 'x' });
    });

    const inAllowed = (path: string) =>
      read(
        createSource({
          allowedLocalDirectories: [join(temporary.path, 'allowed')],
        }),
        { repository: localRef(path) },
      );

    it('reads a bare repository and a linked worktree', async () => {
      const bare = join(temporary.path, 'allowed', 'bare.git');
      repository.git('clone', '--quiet', '--bare', '.', bare);
      expect(await inAllowed(bare)).toMatchObject({ outcome: 'changed' });

      const worktree = join(temporary.path, 'allowed', 'worktree');
      repository.git('worktree', 'add', '--quiet', '-b', 'topic', worktree);
      rawGit(worktree, ['commit', '--quiet', '--allow-empty', '-m', 'Topic']);
      const result = await inAllowed(worktree);
      expect(result).toMatchObject({
        outcome: 'changed',
        facts: { defaultBranch: { known: true, value: 'topic' } },
      });
    });

    it('reads a worktree whose repository outside knows it', async () => {
      const outside = TestRepository.create(join(temporary.path, 'outside'));
      outside.commit({ 'README.md': 'x' });
      const worktree = join(temporary.path, 'allowed', 'worktree');
      outside.git('worktree', 'add', '--quiet', '-b', 'topic', worktree);
      expect(await inAllowed(worktree)).toMatchObject({ outcome: 'changed' });
    });

    it('reads a repository of another user of the machine', async () => {
      // Only root can give files away; for all others this is the plain case again.
      if (process.getuid?.() === 0) {
        chownSync(repository.path, 65534, 65534);
        chownSync(join(repository.path, '.git'), 65534, 65534);
      }
      expect(await inAllowed(repository.path)).toMatchObject({
        outcome: 'changed',
      });
    });

    it('refuses what is or leads outside of the allowed directories', async () => {
      const outside = TestRepository.create(join(temporary.path, 'outside'));
      outside.commit({ 'README.md': 'secret' });
      const allowed = join(temporary.path, 'allowed');

      symlinkSync(outside.path, join(allowed, 'link'));
      mkdirSync(join(allowed, 'pointer'));
      writeFileSync(
        join(allowed, 'pointer', '.git'),
        `gitdir: ${join(outside.path, '.git')}\n`,
      );
      mkdirSync(join(allowed, 'linked'));
      symlinkSync(join(outside.path, '.git'), join(allowed, 'linked', '.git'));
      const common = TestRepository.create(join(allowed, 'common'));
      writeFileSync(
        join(common.path, '.git', 'commondir'),
        join(outside.path, '.git'),
      );
      const objects = TestRepository.create(join(allowed, 'objects'));
      rmSync(join(objects.path, '.git', 'objects'), { recursive: true });
      symlinkSync(
        join(outside.path, '.git', 'objects'),
        join(objects.path, '.git', 'objects'),
      );

      for (const path of [
        outside.path,
        join(allowed, '..', 'outside'),
        join(temporary.path, 'allowed-not'),
        join(allowed, 'link'),
        join(allowed, 'pointer'),
        join(allowed, 'linked'),
        common.path,
        objects.path,
        join(allowed, 'nothing'),
        allowed,
      ]) {
        const result = await inAllowed(path);
        expect(result.outcome).toBe('failed');
        expect(result).toMatchObject({
          kind: expect.stringMatching(/^(rejected|not-found)$/),
          message: expect.stringMatching(/Add the directory|Check the/),
        });
      }
    });

    it('reads nothing by local path unless allowed', async () => {
      expect(
        await read(createSource({ allowedLocalDirectories: [] }), {
          repository: repository.ref,
        }),
      ).toMatchObject({ outcome: 'failed', kind: 'rejected' });
    });
  });

  describe('with addresses that must not be read', () => {
    it.each([
      ['javascript', 'alert(1)'].join(':'),
      'ext::sh -c touch% /tmp/x',
      'http://example.com/team/project',
      'git://example.com/team/project',
      'ftp://example.com/team/project',
      'file://server/share/project',
      'file:///srv%2Fproject',
      'file:///srv/%00',
      '--upload-pack=touch /tmp/x',
      'not a url',
      'https:///nothing',
      'https://-oProxyCommand=touch/team/project',
      'ssh://-oProxyCommand=touch/team/project',
      'https://example.com/team/project\n--upload-pack=x',
      'https://example.com/',
      'https://elsewhere.org/team/project',
      '',
    ])('rejects %j without running git', async url => {
      const source = createSource({ allowedHosts: ['example.com'] });
      const repository = { url, host: '', fullName: '' };
      expect(source.claims(repository)).toBe(true);
      expect(await read(source, { repository })).toMatchObject({
        outcome: 'failed',
        kind: 'rejected',
        message: expect.stringMatching(/Correct|Use|allowed|Add it/),
      });
      expect(commands).toEqual([]);
      await source.forget(repository);
    });

    it('rejects an address that is too long', async () => {
      const repository = {
        url: `https://example.com/${'x'.repeat(3000)}`,
        host: 'example.com',
        fullName: 'x'.repeat(3000),
      };
      expect(await read(createSource(), { repository })).toMatchObject({
        outcome: 'failed',
        kind: 'rejected',
      });
    });
  });

  describe('without what it needs', () => {
    it('says that git is missing', async () => {
      const repository = TestRepository.create(join(temporary.path, 'project'));
      const source = createSource({
        gitProgram: join(temporary.path, 'no-such-git'),
      });
      expect(await source.health()).toEqual({
        source: 'git',
        healthy: false,
        message: expect.stringContaining('Install git'),
      });
      expect(await read(source, { repository: repository.ref })).toMatchObject({
        outcome: 'failed',
        kind: 'local',
        message: expect.stringContaining('Install git'),
      });
    });

    it('says that git is too old', async () => {
      const git = join(temporary.path, 'old-git');
      writeFileSync(git, '#!/bin/sh\necho git version 2.17.1\n', {
        mode: 0o755,
      });
      expect(await createSource({ gitProgram: git }).health()).toMatchObject({
        healthy: false,
        message: expect.stringContaining('2.31'),
      });
    });

    it('says that the cache directory cannot be used, and recovers', async () => {
      const repository = TestRepository.create(join(temporary.path, 'project'));
      repository.commit({ 'README.md': 'x' });
      const cacheDirectory = join(temporary.path, 'file');
      writeFileSync(cacheDirectory, '');
      const source = createSource({ cacheDirectory });
      expect(await source.health()).toMatchObject({ healthy: false });
      expect(await read(source, { repository: repository.ref })).toMatchObject({
        outcome: 'failed',
        kind: 'local',
        message: expect.stringContaining('innersource.git.cacheDirectory'),
      });

      rmSync(cacheDirectory);
      expect(await source.health()).toEqual({ source: 'git', healthy: true });
      expect(await read(source, { repository: repository.ref })).toMatchObject({
        outcome: 'changed',
      });
      rmSync(cacheDirectory, { recursive: true });
      expect(await read(source, { repository: repository.ref })).toMatchObject({
        outcome: 'changed',
      });
    });
  });

  describe('with a host that does not answer', () => {
    let silent: NetServer;
    let connections: Set<Socket>;

    beforeEach(async () => {
      connections = new Set();
      silent = createServer(socket => {
        connections.add(socket);
        socket.on('error', () => {});
        socket.resume();
        socket.on('close', () => connections.delete(socket));
      });
      await new Promise<void>(resolve => {
        silent.listen(0, '127.0.0.1', resolve);
      });
    });

    afterEach(() => {
      connections.forEach(socket => socket.destroy());
      silent.close();
    });

    function silentRef(): RepositoryRef {
      const address = silent.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      return {
        url: `http://127.0.0.1:${port}/team/project`,
        host: `127.0.0.1:${port}`,
        fullName: 'team/project',
      };
    }

    it('answers timeout and leaves no process behind', async () => {
      const source = createSource({
        allowedProtocols: ['http'],
        timeoutMs: 1500,
      });
      const result = await read(source, { repository: silentRef() });
      expect(result).toMatchObject({ outcome: 'failed', kind: 'timeout' });
      await waitFor(() => connections.size === 0);
    });

    it('stops at once when aborted', async () => {
      const source = createSource({ allowedProtocols: ['http'] });
      const controller = new AbortController();
      const reading = read(
        source,
        { repository: silentRef() },
        controller.signal,
      );
      await waitFor(() => connections.size > 0);
      controller.abort(new Error('shutting down'));
      await expect(reading).rejects.toThrow('shutting down');
      await waitFor(() => connections.size === 0);
    });
  });
});

function directorySizeOf(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce(
      (sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size,
      0,
    );
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1_200 && !condition(); attempt++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  expect(condition()).toBe(true);
}
