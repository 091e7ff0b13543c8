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

import {
  RawContribution,
  ScmIdentity,
} from '@ispo/backstage-plugin-innersource-common';
import { createHash } from 'node:crypto';
import { ContributionPage } from '../source';
import { GitError } from './Git';
import { instant, isoInstant, mailmapConfig } from './history';
import { LogParser, pathArguments } from './LogParser';
import { OpenRepository } from './OpenRepository';
import { ProjectPaths } from './ProjectPaths';
import { findMailmap } from './readDocuments';

const PAGE_SIZE = 2000;
const MAX_CO_AUTHORS = 20;
const MAX_TITLE = 300;
const DAY_MS = 24 * 60 * 60 * 1000;

const LOG_FORMAT =
  '%x00%H%x00%aN%x00%aE%x00%at%x00%ct%x00%s%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x0A)';
const FIELDS = 7;

/** How far a repository's commits were delivered. */
export interface CommitCursor {
  /** All commits up to this one were delivered; null for none. */
  base: string | null;
  /** The commit that is being worked towards; the same as `base` when done. */
  target: string;
  /** Non-merge commits between the two, oldest first, that were looked at. */
  done: number;
  /** Digest of the paths. */
  paths: string;
  /** ISO 8601 instant from which on commits were delivered. */
  since: string;
}

/** Reads a cursor; undefined for what is none. */
export function parseCursor(text: string): CommitCursor | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { base, target, done, paths, since } = value as Record<string, unknown>;
  const isCommit = (oid: unknown): oid is string =>
    typeof oid === 'string' && /^[0-9a-f]{40,64}$/.test(oid);
  return (base === null || isCommit(base)) &&
    isCommit(target) &&
    typeof done === 'number' &&
    Number.isSafeInteger(done) &&
    done >= 0 &&
    typeof paths === 'string' &&
    typeof since === 'string' &&
    Number.isFinite(Date.parse(since))
    ? { base, target, done, paths, since }
    : undefined;
}

/** True when nothing is left to deliver and a look at HEAD suffices to know. */
export function isUpToDate(
  cursor: CommitCursor | undefined,
  head: string,
  request: { paths: readonly string[]; since: string },
): boolean {
  return (
    cursor !== undefined &&
    cursor.base === head &&
    cursor.target === head &&
    isSameQuestion(cursor, request)
  );
}

function isSameQuestion(
  cursor: CommitCursor,
  request: { paths: readonly string[]; since: string },
): boolean {
  return (
    cursor.paths === digestOf(request.paths) &&
    // Retention moves on every day; only a longer one asks for older commits.
    Date.parse(request.since) >= Date.parse(cursor.since) - DAY_MS
  );
}

/**
 * Delivers the non-merge commits at HEAD that were committed since an instant,
 * oldest first, beginning after the cursor.
 *
 * @throws GitError
 */
export async function* readCommits(
  repository: OpenRepository,
  request: {
    cursor: CommitCursor | undefined;
    /** True when there was a cursor, readable or not. */
    resumed: boolean;
    paths: readonly string[];
    since: string;
  },
): AsyncGenerator<ContributionPage, void, void> {
  const { head } = repository;
  let { cursor } = request;
  if (
    cursor &&
    (!isSameQuestion(cursor, request) ||
      !(await isAncestor(repository, cursor.target, head)))
  ) {
    cursor = undefined;
  }
  let replacesAll = request.resumed && !cursor;
  const start: CommitCursor = cursor ?? {
    base: null,
    target: head,
    done: 0,
    paths: digestOf(request.paths),
    since: request.since,
  };

  const ranges = [start];
  if (start.target !== head) {
    ranges.push({ ...start, base: start.target, target: head, done: 0 });
  }
  const mailmap = await findMailmap(repository);
  for (const range of ranges) {
    if (range.base !== range.target) {
      for await (const page of readRange(
        repository,
        range,
        request.paths,
        mailmap,
      )) {
        yield replacesAll ? { ...page, replacesAll } : page;
        replacesAll = false;
      }
    }
  }
}

async function* readRange(
  repository: OpenRepository,
  range: CommitCursor,
  paths: readonly string[],
  mailmap: string | undefined,
): AsyncGenerator<ContributionPage, void, void> {
  const projectPaths = ProjectPaths.create(paths);
  const { subPaths } = projectPaths;
  const since = Date.parse(range.since);

  let seen = 0;
  const touched = new Set<string>();
  let found: Array<{ contribution: RawContribution; place: number }> = [];
  const parser = LogParser.create({
    fieldCount: FIELDS,
    onFile: file => projectPaths.forEachOf(file, path => touched.add(path)),
    onCommit: fields => {
      seen += 1;
      if (seen > range.done && instant(fields[4]) >= since) {
        found.push({
          contribution: toContribution(fields, [
            '',
            ...subPaths.filter(path => touched.has(path)),
          ]),
          place: seen,
        });
      }
      touched.clear();
    },
  });
  const toPage = async (
    part: typeof found,
    cursor: CommitCursor,
  ): Promise<ContributionPage> => {
    const contributions = part.map(({ contribution }) => contribution);
    await mapCoAuthors(repository, contributions, mailmap);
    return { contributions, cursor: JSON.stringify(cursor) };
  };

  for await (const piece of repository.stream(
    [
      'log',
      '-z',
      `--format=${LOG_FORMAT}`,
      '--no-show-signature',
      '--reverse',
      '--no-merges',
      ...pathArguments(subPaths),
      '--end-of-options',
      range.target,
      ...(range.base === null ? [] : [`^${range.base}`]),
      '--',
      ...subPaths,
    ],
    { config: mailmapConfig(mailmap) },
  )) {
    parser.push(piece);
    while (found.length >= PAGE_SIZE) {
      const part = found.slice(0, PAGE_SIZE);
      found = found.slice(PAGE_SIZE);
      yield await toPage(part, {
        ...range,
        done: part[PAGE_SIZE - 1].place,
      });
    }
  }
  parser.end();
  yield await toPage(found, { ...range, base: range.target, done: 0 });
}

function toContribution(
  [sha, name, email, authored, committed, subject, coAuthors]: string[],
  paths: string[],
): RawContribution {
  const contribution: RawContribution = {
    id: `commit/${sha}`,
    kind: 'commit',
    author: toIdentity(name, email),
    createdAt: isoInstant(instant(authored)),
    state: 'merged',
    closedAt: isoInstant(instant(committed)),
    paths,
  };
  if (subject) {
    contribution.title = subject.slice(0, MAX_TITLE);
  }
  const others = coAuthors
    .split('\n', MAX_CO_AUTHORS)
    .map(parseContact)
    .filter(contact => contact !== undefined);
  if (others.length) {
    contribution.coAuthors = others;
  }
  return contribution;
}

function toIdentity(name: string, email: string): ScmIdentity {
  const identity: ScmIdentity = {};
  if (name) {
    identity.name = name.slice(0, 200);
  }
  if (email) {
    identity.email = email.slice(0, 320);
  }
  return identity;
}

/** Reads `Name <e-mail>`. */
function parseContact(text: string): ScmIdentity | undefined {
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) {
    return undefined;
  }
  const identity = toIdentity(
    text.slice(0, open).trim(),
    text.slice(open + 1, close).trim(),
  );
  return identity.email || identity.name ? identity : undefined;
}

/** Git maps authors itself, but not the people in trailers. */
async function mapCoAuthors(
  repository: OpenRepository,
  contributions: RawContribution[],
  mailmap: string | undefined,
): Promise<void> {
  if (mailmap === undefined) {
    return;
  }
  const contacts = new Map<string, ScmIdentity | undefined>();
  for (const { coAuthors = [] } of contributions) {
    for (const identity of coAuthors) {
      contacts.set(contactOf(identity), undefined);
    }
  }
  if (contacts.size === 0) {
    return;
  }
  const keys = [...contacts.keys()];
  const mapped = await repository.text(['check-mailmap', '--stdin'], {
    config: mailmapConfig(mailmap),
    input: `${keys.join('\n')}\n`,
    maxBytes: 32 * 1024 * 1024,
  });
  mapped.split('\n').forEach((line, index) => {
    if (index < keys.length) {
      contacts.set(keys[index], parseContact(line));
    }
  });
  for (const contribution of contributions) {
    contribution.coAuthors = contribution.coAuthors?.map(
      identity => contacts.get(contactOf(identity)) ?? identity,
    );
  }
}

function contactOf({ name = '', email = '' }: ScmIdentity): string {
  return `${name} <${email}>`.trim();
}

async function isAncestor(
  repository: OpenRepository,
  commit: string,
  head: string,
): Promise<boolean> {
  if (commit === head) {
    return true;
  }
  try {
    await repository.text([
      'merge-base',
      '--is-ancestor',
      '--end-of-options',
      commit,
      head,
    ]);
    return true;
  } catch (error) {
    // Status 1 says no, 128 that the commit is gone.
    if (error instanceof GitError && error.kind === 'unavailable') {
      return false;
    }
    throw error;
  }
}

function digestOf(paths: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...new Set(paths)].sort()))
    .digest('hex')
    .slice(0, 32);
}
