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

import { ConfigReader } from '@backstage/config';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readGitSourceOptions } from './options';

function read(git: object | undefined, backend: object = {}) {
  return readGitSourceOptions(
    new ConfigReader({ backend, innersource: git && { git } }),
  );
}

describe('readGitSourceOptions', () => {
  it('has defaults for everything', () => {
    expect(read(undefined)).toEqual({
      cacheDirectory: join(tmpdir(), 'backstage-innersource-git'),
      maxCacheSize: 5 * 1024 ** 3,
      maxRepositorySize: 2 * 1024 ** 3,
      timeoutMs: 600_000,
      allowedLocalDirectories: [],
      allowedProtocols: ['https', 'ssh'],
      allowedHosts: undefined,
      concurrency: 2,
    });
    expect(
      read({}, { workingDirectory: '/var/backstage' }).cacheDirectory,
    ).toBe('/var/backstage/backstage-innersource-git');
  });

  it('reads every key', () => {
    expect(
      read({
        cacheDirectory: 'clones',
        maxCacheSize: '1.5 GB',
        maxRepositorySize: 100 * 1024 ** 2,
        timeout: { minutes: 2 },
        allowedLocalDirectories: ['.', '/srv/git'],
        allowedProtocols: ['http'],
        allowedHosts: ['Git.example.com:8443', '*.example.org'],
        concurrency: 8,
      }),
    ).toEqual({
      cacheDirectory: resolve('clones'),
      maxCacheSize: 1.5 * 1024 ** 3,
      maxRepositorySize: 100 * 1024 ** 2,
      timeoutMs: 120_000,
      allowedLocalDirectories: [process.cwd(), '/srv/git'],
      allowedProtocols: ['http'],
      allowedHosts: ['git.example.com:8443', '*.example.org'],
      concurrency: 8,
    });
    expect(read({ timeout: '90s' }).timeoutMs).toBe(90_000);
    expect(read({ timeout: 'PT1M' }).timeoutMs).toBe(60_000);
  });

  it.each([
    [{ maxCacheSize: 'much' }, 'innersource.git.maxCacheSize must be'],
    [{ maxCacheSize: '-5GB' }, 'innersource.git.maxCacheSize must be'],
    [{ maxRepositorySize: 12 }, 'innersource.git.maxRepositorySize must be'],
    [
      { maxCacheSize: '1GB' },
      'innersource.git.maxRepositorySize is larger than innersource.git.maxCacheSize',
    ],
    [{ timeout: 'soon' }, 'innersource.git.timeout must be'],
    [{ timeout: { weeks: 1 } }, 'innersource.git.timeout must be'],
    [
      { allowedProtocols: ['https', 'ext'] },
      "innersource.git.allowedProtocols[1] is 'ext'",
    ],
    [
      { allowedHosts: ['https://example.com'] },
      'innersource.git.allowedHosts[0] is',
    ],
    [{ concurrency: 0 }, 'innersource.git.concurrency must be'],
    [{ concurrency: 'many' }, 'innersource.git.concurrency'],
    [
      { allowedLocalDirectories: '/srv' },
      'innersource.git.allowedLocalDirectories',
    ],
  ])('names the key that is wrong in %j', (git, message) => {
    expect(() => read(git)).toThrow(message);
  });
});
