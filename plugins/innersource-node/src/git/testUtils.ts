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

import { RepositoryRef } from '@ispo/backstage-plugin-innersource-common';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs git the plain way, without any of the code under test. */
export function rawGit(
  directory: string,
  args: string[],
  options: { env?: Record<string, string>; input?: string | Buffer } = {},
): string {
  const result = spawnSync('git', args, {
    cwd: directory,
    input: options.input,
    maxBuffer: 256 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ada Lovelace',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada Lovelace',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      ...options.env,
    },
  });
  if (result.status !== 0) {
    throw new Error(
      `git ${args.join(' ')}: ${result.error ?? result.stderr.toString()}`,
    );
  }
  return result.stdout.toString();
}

/** A directory of its own for each test, gone when the tests are over. */
export function useTemporaryDirectory(): { path: string } {
  const holder = { path: '' };
  beforeEach(() => {
    holder.path = realpathSync(mkdtempSync(join(tmpdir(), 'innersource-git-')));
  });
  afterEach(() => {
    rmSync(holder.path, { recursive: true, force: true, maxRetries: 3 });
  });
  return holder;
}

/** A repository with a work tree to fill in tests. */
export class TestRepository {
  readonly path: string;

  static create(
    path: string,
    options: { bare?: boolean } = {},
  ): TestRepository {
    mkdirSync(path, { recursive: true });
    rawGit(path, [
      'init',
      '--quiet',
      '--initial-branch=main',
      ...(options.bare ? ['--bare'] : []),
    ]);
    return new TestRepository(path);
  }

  private constructor(path: string) {
    this.path = path;
  }

  get ref(): RepositoryRef {
    return localRef(this.path);
  }

  git(...args: string[]): string {
    return rawGit(this.path, args);
  }

  write(files: Record<string, string | Buffer>): void {
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.path, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }

  /** Writes files and commits everything; returns the commit. */
  commit(
    files: Record<string, string | Buffer>,
    options: {
      message?: string;
      name?: string;
      email?: string;
      authored?: string;
      committed?: string;
    } = {},
  ): string {
    this.write(files);
    this.git('add', '--all');
    rawGit(
      this.path,
      [
        'commit',
        '--quiet',
        '--allow-empty',
        '--message',
        options.message ?? 'Change',
      ],
      {
        env: {
          ...(options.name ? { GIT_AUTHOR_NAME: options.name } : {}),
          ...(options.email ? { GIT_AUTHOR_EMAIL: options.email } : {}),
          ...(options.authored ? { GIT_AUTHOR_DATE: options.authored } : {}),
          ...(options.committed
            ? { GIT_COMMITTER_DATE: options.committed }
            : {}),
        },
      },
    );
    return this.git('rev-parse', 'HEAD').trim();
  }
}

/** Reference of a repository on this machine's disk. */
export function localRef(path: string): RepositoryRef {
  return {
    url: pathToFileURL(path).href,
    host: '',
    fullName: path.replace(/^\/+/, ''),
  };
}

/**
 * Serves the repositories under a directory over smart HTTP with git's own
 * server program.
 */
export class GitHttpServer {
  readonly #server: Server;
  readonly #directory: string;
  /** Method and path of every request. */
  readonly requests: string[] = [];
  /** Where requests for repositories without `.git` are sent on to, if anywhere. */
  redirectTo?: string;
  /** The `Authorization` header that is asked for, if any. */
  authorization?: string;

  static async start(directory: string): Promise<GitHttpServer> {
    const server = new GitHttpServer(directory);
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(directory: string) {
    this.#directory = directory;
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
  }

  get host(): string {
    const address = this.#server.address();
    return `127.0.0.1:${
      typeof address === 'object' && address ? address.port : ''
    }`;
  }

  ref(fullName: string): RepositoryRef {
    return {
      url: `http://${this.host}/${fullName}`,
      host: this.host,
      fullName,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.requests.push(`${request.method} ${url.pathname}`);
    if (this.redirectTo !== undefined && !url.pathname.includes('.git')) {
      response.writeHead(301, { location: `${this.redirectTo}${request.url}` });
      response.end();
      return;
    }
    if (
      this.authorization !== undefined &&
      request.headers.authorization !== this.authorization
    ) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
        GIT_CONFIG_VALUE_0: 'true',
        GIT_CONFIG_KEY_1: 'safe.directory',
        GIT_CONFIG_VALUE_1: '*',
        GIT_PROJECT_ROOT: this.#directory,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    child.stdin.on('error', () => {});
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      const headers = output
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map(line => line.split(/: (.*)/));
      const status = headers.find(([name]) => name === 'Status');
      response.statusCode = status ? Number.parseInt(status[1], 10) : 200;
      for (const [name, content] of headers) {
        if (name && name !== 'Status') {
          response.setHeader(name, content);
        }
      }
      response.end(output.subarray(end + 4));
    });
  }
}
