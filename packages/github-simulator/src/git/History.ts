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

import { createHash } from 'node:crypto';

/**
 * A file's content with git's name for it.
 *
 * @public
 */
export interface Blob {
  kind: 'blob';
  oid: string;
  bytes: Buffer;
}

/**
 * A directory with git's name for it.
 *
 * @public
 */
export interface Tree {
  kind: 'tree';
  oid: string;
  /** In git's order. */
  entries: ReadonlyMap<string, Blob | Tree>;
}

/**
 * Name and e-mail with time, as git writes them.
 *
 * @public
 */
export interface Signature {
  name: string;
  email: string;
  /** Milliseconds since the epoch, whole seconds. */
  at: number;
  /** Minutes east of UTC. */
  offset: number;
}

/**
 * One file's change in a commit against its first parent.
 *
 * @public
 */
export interface FileChange {
  path: string;
  status: 'added' | 'modified' | 'removed';
  additions: number;
  deletions: number;
}

/**
 * A commit with git's name for it.
 *
 * @public
 */
export interface Commit {
  kind: 'commit';
  oid: string;
  tree: Tree;
  parents: Commit[];
  author: Signature;
  committer: Signature;
  message: string;
  changes: FileChange[];
}

/**
 * A commit to be made.
 *
 * @public
 */
export interface CommitOptions {
  /** New contents by path; null removes the file. */
  files: ReadonlyMap<string, string | Buffer | null>;
  /** Defaults to the newest commit made so far. The first one's tree is the base. */
  parents?: Commit[];
  author: Signature;
  /** Defaults to the author. */
  committer?: Signature;
  message: string;
}

const EMPTY_TREE: Tree = {
  kind: 'tree',
  oid: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  entries: new Map(),
};

/**
 * Builds a git history in memory with the object names that git itself would
 * give, so that what the API says of commits and what a clone holds are the same.
 *
 * @public
 */
export class History {
  readonly #blobs = new Map<string, Blob>();
  readonly #commits: Commit[] = [];
  readonly #byOid = new Map<string, Commit>();

  private constructor() {}

  static create(): History {
    return new History();
  }

  /** All commits, parents before children. */
  get commits(): readonly Commit[] {
    return this.#commits;
  }

  /** The commit made last, the default branch's HEAD; undefined while empty. */
  get head(): Commit | undefined {
    return this.#commits[this.#commits.length - 1];
  }

  /** Every version of every file. */
  get blobs(): Iterable<Blob> {
    return this.#blobs.values();
  }

  /** Finds a commit by its full name. */
  find(oid: string): Commit | undefined {
    return this.#byOid.get(oid);
  }

  /** The same history as it was at an instant, milliseconds since the epoch. */
  until(at: number): History {
    const earlier = History.create();
    for (const commit of this.#commits) {
      if (commit.committer.at <= at) {
        earlier.#commits.push(commit);
        earlier.#byOid.set(commit.oid, commit);
        for (const { path } of commit.changes) {
          const entry = resolvePath(commit.tree, path);
          if (entry?.kind === 'blob') {
            earlier.#blobs.set(entry.oid, entry);
          }
        }
      }
    }
    return earlier;
  }

  /** Adds a commit. */
  commit(options: CommitOptions): Commit {
    const parents = options.parents ?? (this.head ? [this.head] : []);
    const base = parents[0]?.tree ?? EMPTY_TREE;
    const changes: FileChange[] = [];
    let tree = base;
    const updates: Update = new Map();
    for (const [path, content] of options.files) {
      const old = resolvePath(base, path);
      const blob = content === null ? null : this.#blob(content);
      const change = describeChange(
        path,
        old?.kind === 'blob' ? old : undefined,
        blob,
      );
      if (change) {
        changes.push(change);
        addUpdate(updates, path.split('/'), blob);
      }
    }
    if (updates.size > 0) {
      tree = applyUpdate(base, updates);
    }
    const commit = makeCommit({
      tree,
      parents,
      author: options.author,
      committer: options.committer ?? options.author,
      message: options.message,
      changes,
    });
    this.#commits.push(commit);
    this.#byOid.set(commit.oid, commit);
    return commit;
  }

  #blob(content: string | Buffer): Blob {
    const bytes =
      typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const oid = hashObject('blob', bytes);
    const existing = this.#blobs.get(oid);
    if (existing) {
      return existing;
    }
    const blob: Blob = { kind: 'blob', oid, bytes };
    this.#blobs.set(oid, blob);
    return blob;
  }
}

/**
 * The file or directory at a path; `''` is the tree itself.
 *
 * @public
 */
export function resolvePath(tree: Tree, path: string): Blob | Tree | undefined {
  let current: Blob | Tree | undefined = tree;
  for (const part of path.split('/').filter(Boolean)) {
    if (current?.kind !== 'tree') {
      return undefined;
    }
    current = current.entries.get(part);
  }
  return current;
}

/**
 * All files and directories under a tree, parents first.
 *
 * @public
 */
export function* walkTree(
  tree: Tree,
  prefix = '',
): Generator<{ path: string; entry: Blob | Tree }> {
  for (const [name, entry] of tree.entries) {
    const path = `${prefix}${name}`;
    yield { path, entry };
    if (entry.kind === 'tree') {
      yield* walkTree(entry, `${path}/`);
    }
  }
}

/**
 * A signature as it stands in a commit object.
 *
 * @public
 */
export function formatSignature(signature: Signature): string {
  const minutes = Math.abs(signature.offset);
  const zone = `${signature.offset < 0 ? '-' : '+'}${String(
    Math.floor(minutes / 60),
  ).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
  return `${signature.name} <${signature.email}> ${Math.floor(
    signature.at / 1000,
  )} ${zone}`;
}

type Update = Map<string, Update | Blob | null>;

function addUpdate(update: Update, path: string[], blob: Blob | null): void {
  const [name, ...rest] = path;
  if (rest.length === 0) {
    update.set(name, blob);
    return;
  }
  let child = update.get(name);
  if (!(child instanceof Map)) {
    child = new Map();
    update.set(name, child);
  }
  addUpdate(child, rest, blob);
}

function applyUpdate(tree: Tree, update: Update): Tree {
  const entries = new Map(tree.entries);
  for (const [name, value] of update) {
    if (value instanceof Map) {
      const old = entries.get(name);
      const child = applyUpdate(old?.kind === 'tree' ? old : EMPTY_TREE, value);
      if (child.entries.size === 0) {
        entries.delete(name);
      } else {
        entries.set(name, child);
      }
    } else if (value === null) {
      entries.delete(name);
    } else {
      entries.set(name, value);
    }
  }
  return makeTree(entries);
}

function makeTree(entries: Map<string, Blob | Tree>): Tree {
  // Git sorts by bytes, directories as if their names ended in a slash.
  const sorted = [...entries]
    .map(([name, entry]) => ({
      name,
      entry,
      key: Buffer.from(entry.kind === 'tree' ? `${name}/` : name, 'utf8'),
    }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const parts: Buffer[] = [];
  for (const { name, entry } of sorted) {
    parts.push(
      Buffer.from(
        `${entry.kind === 'tree' ? '40000' : '100644'} ${name}\0`,
        'utf8',
      ),
      Buffer.from(entry.oid, 'hex'),
    );
  }
  return {
    kind: 'tree',
    oid: hashObject('tree', Buffer.concat(parts)),
    entries: new Map(sorted.map(({ name, entry }) => [name, entry])),
  };
}

function makeCommit(fields: Omit<Commit, 'kind' | 'oid'>): Commit {
  const lines = [
    `tree ${fields.tree.oid}`,
    ...fields.parents.map(parent => `parent ${parent.oid}`),
    `author ${formatSignature(fields.author)}`,
    `committer ${formatSignature(fields.committer)}`,
    '',
    fields.message,
  ];
  return {
    kind: 'commit',
    oid: hashObject('commit', Buffer.from(lines.join('\n'), 'utf8')),
    ...fields,
  };
}

function hashObject(type: string, bytes: Buffer): string {
  return createHash('sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function describeChange(
  path: string,
  old: Blob | undefined,
  blob: Blob | null,
): FileChange | undefined {
  if (old?.oid === blob?.oid) {
    return undefined;
  }
  const before = old ? toLines(old.bytes) : [];
  const after = blob ? toLines(blob.bytes) : [];
  let start = 0;
  while (
    start < before.length &&
    start < after.length &&
    before[start] === after[start]
  ) {
    start++;
  }
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  let status: FileChange['status'] = 'modified';
  if (!old) {
    status = 'added';
  } else if (!blob) {
    status = 'removed';
  }
  const kept = commonLines(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  return {
    path,
    status,
    additions: after.length - start - end - kept,
    deletions: before.length - start - end - kept,
  };
}

/** Largest product of lines for which lines in common are looked for. */
const MAX_COMPARISONS = 250_000;

/** Length of the longest common subsequence; 0 where that is too much work. */
function commonLines(before: string[], after: string[]): number {
  if (before.length * after.length > MAX_COMPARISONS) {
    return 0;
  }
  let previous = new Array<number>(after.length + 1).fill(0);
  for (const line of before) {
    const current = [0];
    for (let index = 0; index < after.length; index++) {
      current.push(
        line === after[index]
          ? previous[index] + 1
          : Math.max(previous[index + 1], current[index]),
      );
    }
    previous = current;
  }
  return previous[after.length];
}

function toLines(bytes: Buffer): string[] {
  const lines = bytes.toString('utf8').split('\n');
  if (lines[lines.length - 1] === '') {
    lines.pop();
  }
  return lines;
}
