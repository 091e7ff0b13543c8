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
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
