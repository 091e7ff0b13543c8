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

import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { GitError } from './Git';

/** Changes whenever clones made by an earlier version cannot be used any more. */
const LAYOUT = 'v1';
const MARKER = 'innersource-last-used';
const EMPTY = 'empty.git';
const SAFE_CONFIG = 'safe.gitconfig';
const SCAN_INTERVAL_MS = 60 * 1000;
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

/** How objects are named in a repository. */
export type ObjectFormat = 'sha1' | 'sha256';

/** A clone that is held by its user until released. */
export interface CloneLease {
  directory: string;
  /** Throws the clone away and starts an empty one in its place. */
  reset(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Bare repositories in a directory of bounded size; the least recently used go
 * first. Inside one process a clone has one user at a time. Processes that share
 * the directory do no harm to each other: directories appear and disappear by
 * renaming, and git guards what it writes; at worst one makes a clone again that
 * another has just removed.
 */
export class CloneCache {
  readonly #root: string;
  readonly #maxSize: number;
  readonly #logger?: LoggerService;
  readonly #tails = new Map<string, Promise<void>>();
  readonly #sizes = new Map<string, { size: number; usedAt: number }>();
  #scannedAt = 0;
  #ready?: Promise<void>;

  static create(options: {
    directory: string;
    maxSize: number;
    logger?: LoggerService;
  }): CloneCache {
    return new CloneCache(options);
  }

  private constructor(options: {
    directory: string;
    maxSize: number;
    logger?: LoggerService;
  }) {
    this.#root = join(options.directory, LAYOUT);
    this.#maxSize = options.maxSize;
    this.#logger = options.logger;
  }

  /** A repository without anything in it, for commands that must not find another one. */
  get emptyDirectory(): string {
    return join(this.#root, EMPTY);
  }

  /** A git configuration that accepts repositories of other users of this machine. */
  get safeConfigFile(): string {
    return join(this.#root, SAFE_CONFIG);
  }

  /** Makes the directory usable. Called by all that need it. */
  async prepare(): Promise<void> {
    this.#ready ??= this.#prepare();
    try {
      await this.#ready;
      await lstat(this.emptyDirectory);
    } catch (error) {
      // Not remembered, so that it works again as soon as the cause is gone.
      this.#ready = undefined;
      if (isMissing(error)) {
        await this.#prepare();
        return;
      }
      throw error;
    }
  }

  /** The clone of a repository, empty the first time; waits for its present user. */
  async acquire(url: string, objectFormat: ObjectFormat): Promise<CloneLease> {
    await this.prepare();
    const name = nameOf(url);
    const release = await this.#lock(name);
    try {
      const directory = join(this.#root, name);
      await this.#ensureSkeleton(directory, objectFormat);
      await touch(join(directory, MARKER));
      return {
        directory,
        reset: async () => {
          await this.#discard(name);
          await this.#ensureSkeleton(directory, objectFormat);
          await touch(join(directory, MARKER));
        },
        release: async () => {
          try {
            this.#sizes.set(name, {
              size: await directorySize(directory),
              usedAt: Date.now(),
            });
          } finally {
            release();
          }
          await this.#evict();
        },
      };
    } catch (error) {
      release();
      throw localFailure(error);
    }
  }

  /** A repository for one reading only, removed when released. */
  async temporary(
    objectFormat: ObjectFormat,
    files: Record<string, string>,
  ): Promise<CloneLease> {
    await this.prepare();
    const directory = join(this.#root, `tmp-${randomUUID()}`);
    const fill = async () => {
      try {
        await writeSkeleton(directory, objectFormat, files);
      } catch (error) {
        await rm(directory, { recursive: true, force: true });
        throw localFailure(error);
      }
    };
    await fill();
    return {
      directory,
      reset: fill,
      release: () => rm(directory, { recursive: true, force: true }),
    };
  }

  /** Removes the clone of a repository. */
  async forget(url: string): Promise<void> {
    const name = nameOf(url);
    const release = await this.#lock(name);
    try {
      await this.#discard(name);
    } finally {
      release();
    }
  }

  async #prepare(): Promise<void> {
    try {
      await mkdir(this.#root, { recursive: true, mode: 0o700 });
      const root = await lstat(this.#root);
      if (
        !root.isDirectory() ||
        (process.getuid && root.uid !== process.getuid())
      ) {
        throw new GitError(
          'local',
          'The cache directory of the git source belongs to another user or is no directory. Set innersource.git.cacheDirectory to a directory of the user that the backend runs as.',
        );
      }
      const fresh = join(this.#root, `tmp-${randomUUID()}`);
      await writeFile(fresh, '[safe]\n\tdirectory = *\n');
      await rename(fresh, this.safeConfigFile);
      await this.#ensureSkeleton(this.emptyDirectory, 'sha1');
      await this.#removeLeftovers();
    } catch (error) {
      throw localFailure(error);
    }
  }

  async #ensureSkeleton(
    directory: string,
    objectFormat: ObjectFormat,
  ): Promise<void> {
    try {
      await stat(join(directory, 'HEAD'));
      return;
    } catch (error) {
      if (!isMissing(error)) {
        throw error;
      }
    }
    const fresh = join(this.#root, `tmp-${randomUUID()}`);
    try {
      await writeSkeleton(fresh, objectFormat, {});
      await rename(fresh, directory);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      // Another process was faster.
      if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) {
        throw error;
      }
    }
  }

  /** Renaming first lets no reader see half a clone. */
  async #discard(name: string): Promise<void> {
    this.#sizes.delete(name);
    const doomed = join(this.#root, `tmp-${randomUUID()}`);
    try {
      await rename(join(this.#root, name), doomed);
    } catch (error) {
      if (isMissing(error)) {
        return;
      }
      throw localFailure(error);
    }
    await rm(doomed, { recursive: true, force: true });
  }

  async #lock(name: string): Promise<() => void> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    let release = () => {};
    const done = new Promise<void>(resolve => {
      release = resolve;
    });
    const tail = before.then(() => done);
    this.#tails.set(name, tail);
    await before;
    return () => {
      if (this.#tails.get(name) === tail) {
        this.#tails.delete(name);
      }
      release();
    };
  }

  async #evict(): Promise<void> {
    try {
      if (Date.now() - this.#scannedAt >= SCAN_INTERVAL_MS) {
        this.#scannedAt = Date.now();
        await this.#scan();
      }
      let total = 0;
      for (const { size } of this.#sizes.values()) {
        total += size;
      }
      const oldestFirst = [...this.#sizes].sort(
        ([, a], [, b]) => a.usedAt - b.usedAt,
      );
      for (const [name, { size }] of oldestFirst) {
        if (total <= this.#maxSize) {
          return;
        }
        if (!this.#tails.has(name)) {
          const release = await this.#lock(name);
          try {
            await this.#discard(name);
          } finally {
            release();
          }
          total -= size;
          this.#logger?.debug(
            `Removed the least recently used clone of ${size} bytes from the cache of the git source`,
          );
        }
      }
    } catch (error) {
      this.#logger?.warn(
        'The cache directory of the git source could not be tidied up; check its permissions',
        isError(error) ? error : undefined,
      );
    }
  }

  async #scan(): Promise<void> {
    const present = new Set<string>();
    for (const name of await readdir(this.#root)) {
      if (/^[0-9a-f]{40}$/.test(name)) {
        const directory = join(this.#root, name);
        const marker = await stat(join(directory, MARKER)).catch(
          () => undefined,
        );
        present.add(name);
        this.#sizes.set(name, {
          size: await directorySize(directory),
          usedAt: marker?.mtimeMs ?? 0,
        });
      }
    }
    for (const name of this.#sizes.keys()) {
      if (!present.has(name)) {
        this.#sizes.delete(name);
      }
    }
  }

  async #removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.#root)) {
      if (name.startsWith('tmp-')) {
        const directory = join(this.#root, name);
        const seen = await stat(directory).catch(() => undefined);
        if (seen && Date.now() - seen.mtimeMs > LEFTOVER_AGE_MS) {
          await rm(directory, { recursive: true, force: true });
        }
      }
    }
  }
}

/** Bytes of all files under a directory; what vanishes meanwhile counts nothing. */
export async function directorySize(directory: string): Promise<number> {
  let size = 0;
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      size += await directorySize(path);
    } else {
      size += (await lstat(path).catch(() => undefined))?.size ?? 0;
    }
  }
  return size;
}

function nameOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 40);
}

async function writeSkeleton(
  directory: string,
  objectFormat: ObjectFormat,
  files: Record<string, string>,
): Promise<void> {
  await mkdir(join(directory, 'objects', 'pack'), { recursive: true });
  await mkdir(join(directory, 'refs'), { recursive: true });
  await writeFile(
    join(directory, 'config'),
    objectFormat === 'sha1'
      ? '[core]\n\trepositoryformatversion = 0\n\tbare = true\n'
      : `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = ${objectFormat}\n`,
  );
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(directory, name), content);
  }
  // Last, as it is what makes the directory a repository.
  await writeFile(join(directory, 'HEAD'), 'ref: refs/innersource/head\n');
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(path, now, now);
  } catch (error) {
    if (!isMissing(error)) {
      throw error;
    }
    await writeFile(path, '');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return isError(error) && error.code === code;
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

/** Turns a failure of the file system into one that says what to do. */
function localFailure(error: unknown): Error {
  if (error instanceof GitError) {
    return error;
  }
  const code =
    isError(error) && error.code ? String(error.code) : 'unknown error';
  const hint =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'The disk is full: free some space, or lower innersource.git.maxCacheSize.'
      : 'Check that innersource.git.cacheDirectory is a directory that the backend may write to.';
  return new GitError(
    'local',
    `The cache directory of the git source cannot be used (${code}). ${hint}`,
  );
}
