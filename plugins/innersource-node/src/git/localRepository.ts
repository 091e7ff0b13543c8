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

import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { GitError } from './Git';

/** The parts of a repository on this machine's disk. */
export interface LocalRepository {
  /** The git directory itself; that of the worktree for a linked one. */
  gitDirectory: string;
  objectDirectory: string;
  /** Content of the file that marks a clone as shallow. */
  shallow?: string;
}

/** Longest content of the small files inside a git directory that are read. */
const MAX_POINTER_BYTES = 4096;
const MAX_SHALLOW_BYTES = 4 * 1024 * 1024;

/**
 * Finds the repository at a local path, following symbolic links and the
 * pointers of linked worktrees and submodules, and refuses whatever ends up
 * outside of the allowed directories. A linked worktree inside them may belong
 * to a repository outside, provided that the repository points back at it: then
 * its owner made the worktree there.
 *
 * @throws GitError of kind `rejected` or `not-found`.
 */
export async function findLocalRepository(
  path: string,
  allowedDirectories: readonly string[],
): Promise<LocalRepository> {
  const allowed: string[] = [];
  for (const directory of allowedDirectories) {
    const real = await realpathOf(directory);
    if (real) {
      allowed.push(real);
    }
  }
  const inside = (candidate: string) =>
    allowed.some(directory => isWithin(candidate, directory));

  // Whether a path outside exists is nobody's business, so that both are answered alike.
  const root = await realpathOf(path);
  if (!root || !inside(root)) {
    throw allowedDirectories.length &&
      isNominallyWithin(path, allowedDirectories)
      ? new GitError(
          'not-found',
          'There is no readable directory at this local path inside the allowed directories. Check the path, and that it leads to no place outside of innersource.git.allowedLocalDirectories.',
        )
      : new GitError(
          'rejected',
          'Reading repositories by local path is allowed only inside innersource.git.allowedLocalDirectories. Add the directory there, or use the address of the repository on its host.',
        );
  }

  const dotGit = join(root, '.git');
  const dotGitStat = await lstat(dotGit).catch(() => undefined);
  let gitDirectory: string | undefined;
  let linked = false;
  if (dotGitStat?.isFile()) {
    const pointer = await readPointer(dotGit);
    const target = pointer?.startsWith('gitdir: ')
      ? pointer.slice('gitdir: '.length)
      : undefined;
    gitDirectory = target && (await realpathOf(resolve(root, target)));
    if (gitDirectory && !inside(gitDirectory)) {
      const back = await readPointer(join(gitDirectory, 'gitdir'));
      linked =
        back !== undefined &&
        (await realpathOf(resolve(gitDirectory, back))) === dotGit;
    }
  } else if (dotGitStat) {
    gitDirectory = await realpathOf(dotGit);
  } else {
    gitDirectory = root;
  }

  if (!gitDirectory || !(await isFile(join(gitDirectory, 'HEAD')))) {
    throw new GitError(
      'not-found',
      'There is no git repository at this local path. Check the source location of the entity.',
    );
  }
  const commonPointer = await readPointer(join(gitDirectory, 'commondir'));
  const commonDirectory =
    commonPointer === undefined
      ? gitDirectory
      : await realpathOf(resolve(gitDirectory, commonPointer));
  const objectDirectory =
    commonDirectory && (await realpathOf(join(commonDirectory, 'objects')));

  // The back pointer proves the worktree only if it lies in the repository's list of worktrees.
  const proven =
    linked &&
    commonDirectory !== undefined &&
    dirname(gitDirectory) === join(commonDirectory, 'worktrees') &&
    objectDirectory === join(commonDirectory, 'objects');
  if (
    !commonDirectory ||
    !objectDirectory ||
    !(
      proven ||
      (inside(gitDirectory) &&
        inside(commonDirectory) &&
        inside(objectDirectory))
    )
  ) {
    throw new GitError(
      'rejected',
      'The repository at this local path keeps its data outside of innersource.git.allowedLocalDirectories. Add the directory that holds its data there.',
    );
  }

  return {
    gitDirectory,
    objectDirectory,
    shallow: await readSmall(
      join(commonDirectory, 'shallow'),
      MAX_SHALLOW_BYTES,
    ),
  };
}

function isWithin(path: string, directory: string): boolean {
  const rest = relative(directory, path);
  return (
    rest === '' ||
    (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
  );
}

function isNominallyWithin(
  path: string,
  directories: readonly string[],
): boolean {
  return directories.some(directory =>
    isWithin(resolve(path), resolve(directory)),
  );
}

async function realpathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function readPointer(path: string): Promise<string | undefined> {
  const text = await readSmall(path, MAX_POINTER_BYTES);
  return text?.replace(/[\r\n]+$/, '');
}

/** The text of a small regular file; undefined when there is none. */
async function readSmall(
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  try {
    const file = await lstat(path);
    if (!file.isFile() || file.size > maxBytes) {
      return undefined;
    }
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
