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

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Repository, RepositoryContent } from '../dataset/model';
import { World } from '../World';
import { Commit, formatSignature, resolvePath } from './History';

/** Nothing of the machine's own git set-up has a say. */
const GIT_ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Serves repositories read-only to `git clone` and `git fetch`. Each is written
 * to a bare repository in a temporary directory when first asked for.
 */
export class GitServer {
  readonly #world: World;
  readonly #directories = new Map<string, Promise<string>>();
  #root: Promise<string> | undefined;

  private constructor(world: World) {
    this.#world = world;
  }

  static create(options: { world: World }): GitServer {
    return new GitServer(options.world);
  }

  async advertise(
    repository: Repository,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const directory = await this.directory(repository);
    const service = '# service=git-upload-pack\n';
    response.writeHead(200, {
      'content-type': 'application/x-git-upload-pack-advertisement',
      'cache-control': 'no-cache',
    });
    response.write(
      `${(service.length + 4).toString(16).padStart(4, '0')}${service}0000`,
    );
    await this.#uploadPack(
      ['--advertise-refs', directory],
      request,
      Readable.from([]),
      response,
    );
  }

  async uploadPack(
    repository: Repository,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const directory = await this.directory(repository);
    response.writeHead(200, {
      'content-type': 'application/x-git-upload-pack-result',
      'cache-control': 'no-cache',
    });
    const body =
      request.headers['content-encoding'] === 'gzip'
        ? request.pipe(createGunzip())
        : request;
    await this.#uploadPack([directory], request, body, response);
  }

  /** A commit's files as a gzipped tar archive. */
  async archive(repository: Repository, oid: string): Promise<Buffer> {
    const directory = await this.directory(repository);
    const prefix = `${repository.owner}-${repository.name}-${oid.slice(0, 7)}/`;
    const child = spawn(
      'git',
      ['archive', '--format=tar.gz', `--prefix=${prefix}`, oid],
      {
        cwd: directory,
        env: GIT_ENVIRONMENT,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return buffer(child.stdout);
  }

  /** The bare repository's directory. */
  directory(repository: Repository): Promise<string> {
    const content = this.#world.content(repository);
    const key = `${repository.id}-${content.history.head?.oid ?? 'empty'}`;
    let directory = this.#directories.get(key);
    if (!directory) {
      directory = this.#write(repository, content, key);
      this.#directories.set(key, directory);
    }
    return directory;
  }

  async close(): Promise<void> {
    const root = await this.#root;
    this.#root = undefined;
    this.#directories.clear();
    if (root) {
      await rm(root, { recursive: true, force: true });
    }
  }

  async #write(
    repository: Repository,
    content: RepositoryContent,
    key: string,
  ): Promise<string> {
    this.#root ??= mkdtemp(path.join(tmpdir(), 'github-simulator-'));
    const directory = path.join(await this.#root, `${key}.git`);
    await runGit(['init', '--quiet', '--bare', '--', directory]);
    await runGit(
      ['fast-import', '--quiet', '--done'],
      directory,
      Readable.from(fastImportStream(repository, content), {
        objectMode: false,
      }),
    );
    await runGit(
      ['symbolic-ref', 'HEAD', `refs/heads/${repository.defaultBranch}`],
      directory,
    );
    await runGit(['config', 'uploadpack.allowFilter', 'true'], directory);
    await runGit(
      ['config', 'uploadpack.allowAnySHA1InWant', 'true'],
      directory,
    );
    return directory;
  }

  async #uploadPack(
    args: string[],
    request: IncomingMessage,
    input: Readable,
    response: ServerResponse,
  ): Promise<void> {
    const protocol = request.headers['git-protocol'];
    const child = spawn('git', ['upload-pack', '--stateless-rpc', ...args], {
      env: {
        ...GIT_ENVIRONMENT,
        ...(typeof protocol === 'string' &&
          /^version=\d$/.test(protocol) && { GIT_PROTOCOL: protocol }),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // A client that has all it wants goes away before git has read everything.
    const sent = pipeline(input, child.stdin).catch(() => undefined);
    await pipeline(child.stdout, response);
    await sent;
  }
}

/** A history as `git fast-import` reads it. */
export function* fastImportStream(
  repository: Repository,
  content: RepositoryContent,
): Generator<Buffer | string> {
  const marks = new Map<Commit, number>();
  const branch = `refs/heads/${repository.defaultBranch}`;
  for (const commit of content.history.commits) {
    const mark = marks.size + 1;
    marks.set(commit, mark);
    const message = Buffer.from(commit.message, 'utf8');
    const [first, ...others] = commit.parents;
    // Branch commits of a merge must not be taken for children of the tip.
    yield [
      ...(first ? [] : [`reset ${branch}`]),
      `commit ${branch}`,
      `mark :${mark}`,
      `author ${formatSignature(commit.author)}`,
      `committer ${formatSignature(commit.committer)}`,
      `data ${message.length}`,
      '',
    ].join('\n');
    yield message;
    yield '\n';
    if (first) {
      yield `from :${marks.get(first)}\n`;
    }
    for (const parent of others) {
      yield `merge :${marks.get(parent)}\n`;
    }
    for (const change of commit.changes) {
      const entry = resolvePath(commit.tree, change.path);
      if (entry?.kind === 'blob') {
        yield `M 100644 inline ${change.path}\ndata ${entry.bytes.length}\n`;
        yield entry.bytes;
        yield '\n';
      } else {
        yield `D ${change.path}\n`;
      }
    }
    yield '\n';
  }
  for (const release of content.releases) {
    const commit = content.history.find(release.commit);
    if (commit) {
      yield `reset refs/tags/${release.tagName}\nfrom :${marks.get(
        commit,
      )}\n\n`;
    }
  }
  yield 'done\n';
}

async function runGit(
  args: string[],
  directory?: string,
  input?: Readable,
): Promise<void> {
  const child = spawn('git', args, {
    cwd: directory,
    env: GIT_ENVIRONMENT,
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr!.on('data', chunk => {
    errors = `${errors}${chunk}`.slice(-2000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`git ${args[0]} failed: ${errors.trim()}`));
      }
    });
  });
  if (input) {
    await Promise.all([
      pipeline(input, child.stdin!).catch(() => undefined),
      ended,
    ]);
  } else {
    await ended;
  }
}
