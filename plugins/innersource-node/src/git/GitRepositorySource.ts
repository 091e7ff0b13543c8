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
import { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  detectLicense,
  Fact,
  known,
  MessageId,
  ReleaseFact,
  RepositoryFacts,
  RepositoryRef,
  SourceHealth,
  tell,
  unknown,
  Unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import {
  ContributionPage,
  ReadContributionsRequest,
  ReadFactsRequest,
  ReadFactsResult,
  RepositorySource,
  SourceContext,
  SourceError,
} from '../source';
import { CloneCache } from './CloneCache';
import { isUpToDate, parseCursor, readCommits } from './contributions';
import { GitCredentials, IntegrationsGitCredentials } from './credentials';
import { Git, GitError } from './Git';
import {
  HistoryAnalysis,
  historyArguments,
  instant,
  isoInstant,
  mailmapConfig,
} from './history';
import { locate } from './location';
import {
  lookAt,
  OpenRepository,
  RepositoryAccess,
  SeenRepository,
} from './OpenRepository';
import { GitSourceOptions, readGitSourceOptions } from './options';
import { readDocuments } from './readDocuments';
import { readTree } from './readTree';
import { DocumentSelection } from './selection';

/** Changes whenever the same commit gives other facts than with an earlier version. */
const FACTS_VERSION = 1;
const MAX_RELEASES = 100;
/** The oldest git with all that is used. */
const MINIMUM_VERSION: readonly [number, number] = [2, 31];

/**
 * Reads any git repository with the `git` program: remote ones by a bare, partial
 * clone, local ones in place. It sees what git knows (files, history, tags) and
 * reports everything else as unknown.
 *
 * See `docs/git-source.md` for limits and safety.
 *
 * @public
 */
export class GitRepositorySource implements RepositorySource {
  readonly id = 'git';
  readonly batchSize = 1;

  readonly #access: RepositoryAccess;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #now: () => Date;

  /**
   * Makes the source from the root configuration: `innersource.git` and
   * `integrations`.
   *
   * @throws InputError when the configuration is wrong.
   */
  static fromConfig(
    config: Config,
    options: { logger?: LoggerService } = {},
  ): GitRepositorySource {
    return GitRepositorySource.create({
      ...readGitSourceOptions(config),
      credentials: IntegrationsGitCredentials.create({
        integrations: ScmIntegrations.fromConfig(config),
      }),
      logger: options.logger,
    });
  }

  /** Makes the source from its parts. */
  static create(
    options: GitSourceOptions & {
      credentials?: GitCredentials;
      logger?: LoggerService;
      /** Path of the git program, found by PATH otherwise. */
      gitProgram?: string;
      /** Told the arguments of every git command before it starts. */
      onGitCommand?: (args: readonly string[]) => void;
      /** The clock, for tests. */
      now?: () => Date;
    },
  ): GitRepositorySource {
    return new GitRepositorySource(
      {
        git: Git.create({
          timeoutMs: options.timeoutMs,
          program: options.gitProgram,
          onCommand: options.onGitCommand,
        }),
        cache: CloneCache.create({
          directory: options.cacheDirectory,
          maxSize: options.maxCacheSize,
          logger: options.logger,
        }),
        credentials: options.credentials,
        options,
      },
      options.concurrency,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    access: RepositoryAccess,
    concurrency: number,
    now: () => Date,
  ) {
    this.#access = access;
    this.#limit = pLimit(concurrency);
    this.#now = now;
  }

  /**
   * True for every repository: the git source is asked last, and an address that
   * it may not read gets an answer that says so.
   */
  claims(_repository: RepositoryRef): boolean {
    return true;
  }

  /** {@inheritDoc RepositorySource.readFacts} */
  async *readFacts(
    requests: ReadFactsRequest[],
    context: SourceContext,
  ): AsyncGenerator<ReadFactsResult, void, void> {
    const pending = new Map(
      requests.map((request, index) => [
        index,
        this.#limit(async () => ({
          index,
          result: await this.#readOne(request, context),
        })),
      ]),
    );
    while (pending.size > 0) {
      const { index, result } = await Promise.race(pending.values());
      pending.delete(index);
      yield result;
    }
  }

  /** {@inheritDoc RepositorySource.readContributions} */
  async *readContributions(
    request: ReadContributionsRequest,
    context: SourceContext,
  ): AsyncGenerator<ContributionPage, void, void> {
    try {
      const seen = await this.#look(request.repository, context.signal);
      const { head } = seen.references;
      const cursor =
        request.cursor === undefined ? undefined : parseCursor(request.cursor);
      if (head === undefined || isUpToDate(cursor, head, request)) {
        return;
      }
      const repository = await OpenRepository.open(
        this.#access,
        seen,
        context.signal,
      );
      try {
        yield* readCommits(repository, {
          cursor,
          resumed: request.cursor !== undefined,
          paths: request.paths,
          since: request.since,
        });
      } finally {
        await repository.close();
      }
    } catch (error) {
      context.signal.throwIfAborted();
      throw error instanceof GitError
        ? new SourceError({ kind: error.kind, message: error.message })
        : error;
    }
  }

  /** {@inheritDoc RepositorySource.forget} */
  async forget(repository: RepositoryRef): Promise<void> {
    let location;
    try {
      location = locate(repository, this.#access.options);
    } catch {
      return;
    }
    if (location.kind === 'remote') {
      await this.#access.cache.forget(location.url);
      await this.#access.cache.forget(`${location.url}.git`);
    }
  }

  /** Unhealthy without a git program that is new enough, or without a cache directory that can be written. */
  async health(): Promise<SourceHealth> {
    try {
      const answer = await this.#access.git.text({
        args: ['--version'],
        timeoutMs: 10_000,
        signal: new AbortController().signal,
      });
      const version = /(\d{1,5})\.(\d{1,5})/.exec(answer);
      const [major, minor] = MINIMUM_VERSION;
      if (
        !version ||
        Number(version[1]) < major ||
        (Number(version[1]) === major && Number(version[2]) < minor)
      ) {
        return {
          source: this.id,
          healthy: false,
          message: `The git program where the backend runs is too old (${answer
            .trim()
            .slice(0, 60)}). Install git ${major}.${minor} or newer.`,
        };
      }
      await this.#access.cache.prepare();
      return { source: this.id, healthy: true };
    } catch (error) {
      return {
        source: this.id,
        healthy: false,
        message: isError(error) ? error.message : String(error),
      };
    }
  }

  async #readOne(
    request: ReadFactsRequest,
    context: SourceContext,
  ): Promise<ReadFactsResult> {
    const { repository } = request;
    try {
      const seen = await this.#look(repository, context.signal);
      const token = tokenOf(request, seen);
      if (token === request.token) {
        return { outcome: 'unchanged', repository, token };
      }
      return {
        outcome: 'changed',
        repository,
        facts: await this.#read(request, seen, context.signal),
        token,
      };
    } catch (error) {
      context.signal.throwIfAborted();
      if (error instanceof GitError) {
        if (error.stderr) {
          context.logger.debug(`git said about ${repository.url}`, {
            stderr: error.stderr,
          });
        }
        return {
          outcome: 'failed',
          repository,
          kind: error.kind,
          message: error.message,
        };
      }
      context.logger.error(
        `Reading ${repository.url} failed unexpectedly`,
        isError(error) ? error : undefined,
      );
      return {
        outcome: 'failed',
        repository,
        kind: 'local',
        message:
          'Reading the repository failed unexpectedly. The log of the backend has the details; please report them.',
      };
    }
  }

  async #look(
    repository: RepositoryRef,
    signal: AbortSignal,
  ): Promise<SeenRepository> {
    return lookAt(
      this.#access,
      locate(repository, this.#access.options),
      signal,
    );
  }

  async #read(
    request: ReadFactsRequest,
    seen: SeenRepository,
    signal: AbortSignal,
  ): Promise<RepositoryFacts> {
    const now = this.#now();
    const base = factsWithoutContent(request, seen, now);
    if (seen.references.head === undefined) {
      return base;
    }

    const repository = await OpenRepository.open(this.#access, seen, signal);
    try {
      const { tree, languages, wanted, mailmap } = await readTree(
        repository,
        DocumentSelection.create(request.documents, request.paths),
      );
      const reading = await readDocuments(repository, wanted, mailmap);
      const history = HistoryAnalysis.create({
        paths: request.paths,
        now,
        partial: repository.shallow,
      });
      for await (const piece of repository.stream(
        historyArguments(repository.head, request.paths),
        { config: mailmapConfig(reading.mailmap) },
      )) {
        history.push(piece);
      }
      return {
        ...base,
        headCommit: known(repository.head),
        tree: known(tree),
        license: known(detectLicense(reading.documents)),
        languages: known(languages.shares()),
        documents: reading.documents,
        commits: history.end(),
        releases: await readReleases(repository),
      };
    } finally {
      await repository.close();
    }
  }
}

/** Facts of a repository before anything in it was read. */
function factsWithoutContent(
  { repository, paths }: ReadFactsRequest,
  { location, references, hasBranches }: SeenRepository,
  now: Date,
): RepositoryFacts {
  const empty = unknown(
    hasBranches ? tell('git-head-branch') : tell('no-commits-yet'),
  );
  const notByGit = (what: MessageId & `git-${string}`): Unknown =>
    unknown(tell('git-does-not-tell', { what: { id: what } }));
  const isLocal = location.kind === 'local';
  const noCommits = {
    total: 0,
    nonMerge: 0,
    firstCommitAt: null,
    lastCommitAt: null,
    weeks: [],
    authors: [],
    authorCount: 0,
    partial: false,
  };
  const content = <T>(nothing: T): Fact<T> =>
    hasBranches ? empty : known(nothing);
  return {
    repository,
    source: 'git',
    observedAt: now.toISOString(),
    headCommit: empty,
    defaultBranch:
      references.defaultBranch === undefined
        ? unknown(hasBranches ? tell('git-head-none') : tell('no-commits-yet'))
        : known(references.defaultBranch),
    // No host stands behind a local repository that could add to the catalog.
    description: isLocal ? known(null) : notByGit('git-description'),
    topics: isLocal ? known([]) : notByGit('git-topics'),
    visibility: notByGit('git-visibility'),
    archived: notByGit('git-archived'),
    fork: notByGit('git-fork'),
    createdAt: notByGit('git-created'),
    pushedAt: notByGit('git-pushed'),
    stars: notByGit('git-stars'),
    forks: notByGit('git-forks'),
    watchers: notByGit('git-watchers'),
    openIssues: notByGit('git-issues'),
    forkingAllowed: notByGit('git-forking'),
    issuesEnabled: notByGit('git-issue-tracker'),
    discussionsEnabled: notByGit('git-discussions'),
    license: content(null),
    languages: content([]),
    releases: content([]),
    branchProtection: notByGit('git-protection'),
    starterIssues: notByGit('git-starter-issues'),
    tree: content({ entries: [], complete: true }),
    documents: [],
    commits: Object.fromEntries(
      ['', ...paths].map(path => [path, content(noCommits)]),
    ),
  };
}

async function readReleases(
  repository: OpenRepository,
): Promise<Fact<ReleaseFact[]>> {
  let output: string;
  try {
    output = await repository.text(
      [
        'for-each-ref',
        '--sort=-creatordate',
        `--count=${MAX_RELEASES}`,
        '--format=%(refname:strip=2)%00%(creatordate:unix)',
        'refs/tags',
      ],
      { maxBytes: 1024 * 1024 },
    );
  } catch (error) {
    // A tag whose object is missing, as in a shallow clone, spoils the whole list.
    if (error instanceof GitError && error.kind === 'unavailable') {
      return unknown(tell('git-tags'));
    }
    throw error;
  }
  return known(
    output.split('\n').flatMap((line): ReleaseFact[] => {
      const [tag, seconds] = line.split('\0');
      return tag && seconds
        ? [{ tag, publishedAt: isoInstant(instant(seconds)), kind: 'tag' }]
        : [];
    }),
  );
}

function tokenOf(request: ReadFactsRequest, seen: SeenRepository): string {
  const asked = createHash('sha256')
    .update(
      JSON.stringify([
        FACTS_VERSION,
        [...new Set(request.paths)].sort(),
        request.documents,
      ]),
    )
    .digest('hex')
    .slice(0, 16);
  return `${asked}.${seen.references.digest.slice(0, 40)}.${seen.hasBranches}`;
}
