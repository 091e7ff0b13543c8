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

import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

/**
 * Transports that the git source can use.
 *
 * @public
 */
export type GitProtocol = 'https' | 'ssh' | 'http';

/**
 * How the git source works; from `innersource.git` in the configuration.
 *
 * @public
 */
export interface GitSourceOptions {
  /** Directory for clones; made when missing, and owned by the backend's user alone. */
  cacheDirectory: string;
  /** Bytes that all clones together may take; the least recently used go first. */
  maxCacheSize: number;
  /** Bytes that one clone may take. */
  maxRepositorySize: number;
  /** Milliseconds that one git command may run. */
  timeoutMs: number;
  /** Directories in which repositories may be read by local path, absolute. None by default. */
  allowedLocalDirectories: string[];
  /** Transports allowed for remote repositories. */
  allowedProtocols: GitProtocol[];
  /** Hosts that may be contacted, `*.example.com` for all under it; undefined for any. */
  allowedHosts?: string[];
  /** Repositories read at the same time; 1 or more. */
  concurrency: number;
}

const PROTOCOLS: readonly GitProtocol[] = ['https', 'ssh', 'http'];

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};

/**
 * Reads `innersource.git` from the root configuration.
 *
 * Sizes are numbers of bytes or texts such as `500MB` (units are powers of
 * 1,024), `timeout` is a duration such as `10m`, `{ minutes: 10 }` or `PT10M`.
 * Relative local directories are relative to the backend's working directory.
 *
 * @throws InputError that names the key and what is wrong with it.
 *
 * @public
 */
export function readGitSourceOptions(config: Config): GitSourceOptions {
  const git = config.getOptionalConfig('innersource.git');
  const workingDirectory =
    config.getOptionalString('backend.workingDirectory') ?? tmpdir();

  const maxCacheSize = readSize(git, 'maxCacheSize', 5 * UNITS.GB);
  const maxRepositorySize = readSize(git, 'maxRepositorySize', 2 * UNITS.GB);
  if (maxRepositorySize > maxCacheSize) {
    throw invalid(
      'maxRepositorySize',
      'is larger than innersource.git.maxCacheSize; the cache must hold at least one repository',
    );
  }

  return {
    cacheDirectory: resolve(
      git?.getOptionalString('cacheDirectory') ??
        resolve(workingDirectory, 'backstage-innersource-git'),
    ),
    maxCacheSize,
    maxRepositorySize,
    timeoutMs: readTimeout(git),
    allowedLocalDirectories: (
      git?.getOptionalStringArray('allowedLocalDirectories') ?? []
    ).map(directory => resolve(directory)),
    allowedProtocols: readProtocols(git),
    allowedHosts: readHosts(git),
    concurrency: readConcurrency(git),
  };
}

function readSize(
  git: Config | undefined,
  key: string,
  defaultValue: number,
): number {
  const value = git?.getOptional(key);
  if (value === undefined) {
    return defaultValue;
  }
  let bytes = Number.NaN;
  if (typeof value === 'number') {
    bytes = value;
  } else if (typeof value === 'string') {
    const match = /^(\d{1,15}(?:\.\d{1,3})?) ?([KMGT]?B)?$/i.exec(value.trim());
    bytes = match
      ? Number(match[1]) * UNITS[(match[2] ?? 'B').toUpperCase()]
      : Number.NaN;
  }
  if (!Number.isFinite(bytes) || bytes < UNITS.MB) {
    throw invalid(
      key,
      "must be a number of bytes or a text such as '500MB' or '5GB', and at least 1MB",
    );
  }
  return Math.round(bytes);
}

function readTimeout(git: Config | undefined): number {
  if (!git?.has('timeout')) {
    return 10 * 60 * 1000;
  }
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(git, { key: 'timeout' }),
    );
  } catch {
    milliseconds = Number.NaN;
  }
  const longest = 24 * 60 * 60 * 1000;
  if (!(milliseconds >= 1000 && milliseconds <= longest)) {
    throw invalid(
      'timeout',
      "must be a duration between a second and a day, such as '10m' or { minutes: 10 }",
    );
  }
  return milliseconds;
}

function readProtocols(git: Config | undefined): GitProtocol[] {
  const values = git?.getOptionalStringArray('allowedProtocols') ?? [
    'https',
    'ssh',
  ];
  return values.map((value, index) => {
    const protocol = PROTOCOLS.find(known => known === value);
    if (!protocol) {
      throw invalid(
        `allowedProtocols[${index}]`,
        `is '${value}'; possible are ${PROTOCOLS.join(', ')}`,
      );
    }
    return protocol;
  });
}

function readHosts(git: Config | undefined): string[] | undefined {
  return git?.getOptionalStringArray('allowedHosts')?.map((value, index) => {
    if (!/^(?:\*\.)?[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(value)) {
      throw invalid(
        `allowedHosts[${index}]`,
        `is '${value}'; give a host name with its port if it has one, or '*.' and a domain`,
      );
    }
    return value.toLowerCase();
  });
}

function readConcurrency(git: Config | undefined): number {
  const value = git?.getOptionalNumber('concurrency') ?? 2;
  if (!Number.isInteger(value) || value < 1 || value > 64) {
    throw invalid('concurrency', 'must be a whole number from 1 to 64');
  }
  return value;
}

function invalid(key: string, reason: string): InputError {
  return new InputError(
    `Invalid configuration: innersource.git.${key} ${reason}.`,
  );
}
