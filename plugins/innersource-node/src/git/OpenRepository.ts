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

import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CloneCache,
  CloneLease,
  directorySize,
  ObjectFormat,
} from './CloneCache';
import { GitCredentials } from './credentials';
import { BatchReader, Blob } from './documents';
import { Git, GitCommand, GitError } from './Git';
import { findLocalRepository, LocalRepository } from './localRepository';
import { GitLocation } from './location';
import { GitSourceOptions } from './options';
import { packTags, parseReferences, References } from './references';

/** Longest answer of `git ls-remote`: about 200,000 tags. */
const MAX_REFERENCES_BYTES = 16 * 1024 * 1024;
const LOOK_TIMEOUT_MS = 60 * 1000;
const HEAD_REFERENCE = 'refs/innersource/head';
/** Remembers which references a clone was last brought up to. */
const FETCHED_MARKER = 'innersource-fetched';
/** Every fetch leaves a pack or two; so many are made one again. */
const MAX_PACKS = 40;

/** Signs of a clone that was damaged, e.g. by a machine that stopped while it was written. */
const DAMAGED =
  /File exists|bad object|corrupt|missing (?:blob|tree|commit)|not a valid object|Needed a single revision|did not send all necessary objects|invalid sha1 pointer|unable to read|loose object|packfile .{0,500} cannot be accessed|not a git repository/i;

/** What opening a repository takes. */
export interface RepositoryAccess {
  git: Git;
  cache: CloneCache;
  credentials: GitCredentials | undefined;
  options: GitSourceOptions;
}

/** A repository at rest: looked at, but nothing of it read. */
export interface SeenRepository {
  location: GitLocation;
  references: References;
  /** True when it has branches even though HEAD leads nowhere. */
  hasBranches: boolean;
  local?: LocalRepository;
  /** How commands that contact the host are to be run. */
  transport: Pick<GitCommand, 'config' | 'protocols' | 'secrets'>;
}

/**
 * Asks a repository for its references. As addresses are normalised without
 * `.git`, a host that insists on it is asked a second time.
 *
 * @throws GitError
 */
export async function lookAt(
  access: RepositoryAccess,
  location: GitLocation,
  signal: AbortSignal,
): Promise<SeenRepository> {
  await access.cache.prepare();
  if (location.kind === 'local') {
    const local = await findLocalRepository(
      location.path,
      access.options.allowedLocalDirectories,
    );
    return {
      location,
      local,
      transport: { protocols: ['file'] },
      ...(await askForReferences(access, signal, {
        args: [
          // Strict: this very directory, no other one by a similar name.
          '--upload-pack=git-upload-pack --strict',
          '--',
          local.gitDirectory,
        ],
        configFile: access.cache.safeConfigFile,
        protocols: ['file'],
      })),
    };
  }

  const transport = await remoteTransport(access, location);
  const ask = async (url: string): Promise<SeenRepository> => ({
    location: { ...location, url },
    transport,
    ...(await askForReferences(access, signal, {
      args: ['--', url],
      ...transport,
    })),
  });
  try {
    return await ask(location.url);
  } catch (error) {
    if (
      error instanceof GitError &&
      error.kind === 'not-found' &&
      !location.url.endsWith('.git')
    ) {
      return ask(`${location.url}.git`);
    }
    throw error;
  }
}

async function askForReferences(
  { git, cache, options }: RepositoryAccess,
  signal: AbortSignal,
  command: Pick<
    GitCommand,
    'args' | 'config' | 'configFile' | 'protocols' | 'secrets'
  >,
): Promise<Pick<SeenRepository, 'references' | 'hasBranches'>> {
  const ask = (...patterns: string[]) =>
    git.text({
      ...command,
      args: ['ls-remote', '--symref', ...command.args, ...patterns],
      gitDirectory: cache.emptyDirectory,
      timeoutMs: Math.min(LOOK_TIMEOUT_MS, options.timeoutMs),
      maxBytes: MAX_REFERENCES_BYTES,
      signal,
    });
  const references = parseReferences(await ask('HEAD', 'refs/tags/*'));
  return {
    references,
    hasBranches:
      references.head !== undefined || (await ask('refs/heads/*')) !== '',
  };
}

async function remoteTransport(
  access: RepositoryAccess,
  location: GitLocation & { kind: 'remote' },
): Promise<SeenRepository['transport']> {
  const { protocol, url } = location;
  if (protocol === 'ssh') {
    return { protocols: ['ssh'] };
  }
  let authorization: string | undefined;
  try {
    authorization = await access.credentials?.getAuthorization(url);
  } catch {
    throw new GitError(
      'unauthorized',
      `No credentials could be had for ${location.host}. Check its entry under integrations in the configuration.`,
    );
  }
  if (!authorization) {
    return { protocols: [protocol] };
  }
  return {
    protocols: [protocol],
    config: [
      [
        `http.${new URL(url).origin}/.extraHeader`,
        `Authorization: ${authorization}`,
      ],
    ],
    secrets: [authorization, authorization.split(' ')[1] ?? ''],
  };
}

/**
 * A repository that can be read: a local one in place, any other by its clone,
 * which is brought up to date first. Must be closed.
 *
 * A local repository's own settings are never read: commands run in an empty
 * repository that shares nothing with it but the directory of its objects.
 */
export class OpenRepository {
  readonly #access: RepositoryAccess;
  readonly #seen: SeenRepository;
  readonly #lease: CloneLease;
  readonly #signal: AbortSignal;
  /** The commit that is read. */
  readonly head: string;
  /** True when the history ends early. */
  readonly shallow: boolean;
  /** True when the size of every file can be told without fetching it. */
  readonly sized: boolean;

  /** @throws GitError */
  static async open(
    access: RepositoryAccess,
    seen: SeenRepository,
    signal: AbortSignal,
  ): Promise<OpenRepository> {
    const { head } = seen.references;
    if (head === undefined) {
      throw new Error('A repository without a commit cannot be opened');
    }
    const objectFormat: ObjectFormat = head.length === 64 ? 'sha256' : 'sha1';
    const { local } = seen;
    if (local) {
      const lease = await access.cache.temporary(objectFormat, {
        'packed-refs': packTags(seen.references),
        ...(local.shallow ? { shallow: local.shallow } : {}),
      });
      return new OpenRepository(access, seen, lease, signal, {
        head,
        shallow: local.shallow !== undefined,
        sized: !(await hasPromisedObjects(local.objectDirectory)),
      });
    }

    const lease = await access.cache.acquire(
      seen.location.kind === 'remote' ? seen.location.url : '',
      objectFormat,
    );
    try {
      signal.throwIfAborted();
      return new OpenRepository(access, seen, lease, signal, {
        head: await bringUpToDate(access, seen, lease, signal),
        shallow: await exists(join(lease.directory, 'shallow')),
        sized: false,
      });
    } catch (error) {
      await lease.release();
      throw error;
    }
  }

  private constructor(
    access: RepositoryAccess,
    seen: SeenRepository,
    lease: CloneLease,
    signal: AbortSignal,
    state: { head: string; shallow: boolean; sized: boolean },
  ) {
    this.#access = access;
    this.#seen = seen;
    this.#lease = lease;
    this.#signal = signal;
    this.head = state.head;
    this.shallow = state.shallow;
    this.sized = state.sized;
  }

  /** Runs a command that only reads; yields its output. */
  async *stream(
    args: string[],
    more: Pick<GitCommand, 'config' | 'input'> = {},
  ): AsyncGenerator<Buffer, void, void> {
    try {
      yield* this.#access.git.stream(this.#command(args, more));
    } catch (error) {
      throw await this.#afterFailure(error);
    }
  }

  /** Runs a command that only reads; returns its output. */
  async text(
    args: string[],
    more: Pick<GitCommand, 'config' | 'input'> & { maxBytes?: number } = {},
  ): Promise<string> {
    try {
      return await this.#access.git.text({
        ...this.#command(args, more),
        maxBytes: more.maxBytes,
      });
    } catch (error) {
      throw await this.#afterFailure(error);
    }
  }

  /**
   * Reads blobs, of each at most as many bytes as `limit` says, which is given
   * the sum of those kept before. The ones a clone lacks are fetched first, all
   * at once.
   */
  async readBlobs(
    oids: Iterable<string>,
    limit: (oid: string, total: number) => number,
  ): Promise<Map<string, Blob>> {
    const wanted = [...new Set(oids)];
    const blobs = new Map<string, Blob>();
    if (wanted.length === 0) {
      return blobs;
    }
    await this.#fetchBlobs(wanted);
    const reader = BatchReader.create({
      limit,
      onBlob: (oid, blob) => blobs.set(oid, blob),
    });
    const input = `${wanted.join('\n')}\n`;
    for await (const piece of this.stream(['cat-file', '--batch'], { input })) {
      reader.push(piece);
    }
    if (blobs.size < wanted.length) {
      throw new GitError(
        'unavailable',
        'The repository lacks some of the files at its HEAD, as a partial clone does. Fetch them there (git fetch --refetch), or use the address of the repository on its host.',
      );
    }
    return blobs;
  }

  /** Ends the use of the repository. */
  async close(): Promise<void> {
    await this.#lease.release();
  }

  async #fetchBlobs(oids: string[]): Promise<void> {
    if (this.#seen.local) {
      return;
    }
    const answer = await this.text(['cat-file', '--batch-check'], {
      input: `${oids.join('\n')}\n`,
      maxBytes: 200 * oids.length,
    });
    const missing = [...answer.matchAll(/^([0-9a-f]{40,64}) missing$/gm)].map(
      match => match[1],
    );
    if (missing.length === 0) {
      return;
    }
    try {
      await fetchInto(this.#access, this.#seen, this.#lease, this.#signal, {
        args: ['--stdin', 'origin'],
        input: `${missing.join('\n')}\n`,
        config: [['fetch.negotiationAlgorithm', 'noop']],
      });
    } catch (error) {
      throw await this.#afterFailure(error);
    }
  }

  #command(
    args: string[],
    more: Pick<GitCommand, 'config' | 'input'>,
  ): GitCommand {
    return {
      args,
      gitDirectory: this.#lease.directory,
      objectDirectory: this.#seen.local?.objectDirectory,
      signal: this.#signal,
      ...more,
    };
  }

  /** A damaged clone is thrown away, so that the next attempt starts anew. */
  async #afterFailure(error: unknown): Promise<unknown> {
    if (!this.#seen.local && isDamage(error)) {
      await this.#lease.reset();
    }
    return error;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof GitError && DAMAGED.test(error.stderr);
}

/** Fetches what is new and returns the commit at HEAD. */
async function bringUpToDate(
  access: RepositoryAccess,
  seen: SeenRepository,
  lease: CloneLease,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await tryToBringUpToDate(access, seen, lease, signal);
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    await lease.reset();
    return tryToBringUpToDate(access, seen, lease, signal);
  }
}

async function tryToBringUpToDate(
  access: RepositoryAccess,
  seen: SeenRepository,
  lease: CloneLease,
  signal: AbortSignal,
): Promise<string> {
  const marker = join(lease.directory, FETCHED_MARKER);
  const fetched = await readFile(marker, 'utf8').catch(() => '');
  if (fetched !== seen.references.digest) {
    await fetchInto(access, seen, lease, signal, {
      args: [
        '--prune',
        '--force',
        '--update-shallow',
        'origin',
        `+HEAD:${HEAD_REFERENCE}`,
        '+refs/tags/*:refs/tags/*',
      ],
    });
    await repackWhenScattered(access, lease, signal);
    await writeFile(marker, seen.references.digest).catch(() => {
      // Without the mark, the next reading asks the host once more.
    });
  }
  const head = await access.git.text({
    args: ['rev-parse', '--verify', `${HEAD_REFERENCE}^{commit}`],
    gitDirectory: lease.directory,
    signal,
  });
  return head.trim();
}

async function fetchInto(
  access: RepositoryAccess,
  seen: SeenRepository,
  lease: CloneLease,
  signal: AbortSignal,
  command: {
    args: string[];
    input?: string;
    config?: ReadonlyArray<readonly [string, string]>;
  },
): Promise<void> {
  const { git, options } = access;
  const tooLarge = async () =>
    (await directorySize(lease.directory)) > options.maxRepositorySize
      ? new GitError(
          'too-large',
          `The repository takes more than ${Math.round(
            options.maxRepositorySize / 1024 ** 2,
          )} MB. Raise innersource.git.maxRepositorySize if it shall be read all the same.`,
        )
      : undefined;
  try {
    await git.text({
      args: [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-auto-maintenance',
        '--no-recurse-submodules',
        ...command.args,
      ],
      gitDirectory: lease.directory,
      ...seen.transport,
      config: [
        // Told to the commands that fetch alone: all others see a repository that lacks files, and ask nobody for them.
        ...promisorConfig(
          seen.location.kind === 'remote' ? seen.location.url : '',
        ),
        ...(seen.transport.config ?? []),
        ...(command.config ?? []),
      ],
      input: command.input,
      watch: tooLarge,
      signal,
    });
    const error = await tooLarge();
    if (error) {
      throw error;
    }
  } catch (error) {
    if (error instanceof GitError && error.kind === 'too-large') {
      await lease.reset();
    }
    throw error;
  }
}

function promisorConfig(url: string): Array<readonly [string, string]> {
  return [
    ['remote.origin.url', url],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialCloneFilter', 'blob:none'],
  ];
}

async function repackWhenScattered(
  access: RepositoryAccess,
  lease: CloneLease,
  signal: AbortSignal,
): Promise<void> {
  const names = await readdir(join(lease.directory, 'objects', 'pack')).catch(
    () => [],
  );
  if (names.filter(name => name.endsWith('.pack')).length > MAX_PACKS) {
    await access.git.text({
      args: ['repack', '-a', '-d', '-q'],
      gitDirectory: lease.directory,
      config: promisorConfig(''),
      signal,
    });
  }
}

/** True when objects may be missing because the repository is itself a partial clone. */
async function hasPromisedObjects(objectDirectory: string): Promise<boolean> {
  const names = await readdir(join(objectDirectory, 'pack')).catch(() => []);
  return names.some(name => name.endsWith('.promisor'));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
