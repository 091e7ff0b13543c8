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
  CommitActivity,
  DocumentSelector,
  Fact,
  known,
  MAX_DOCUMENT_BYTES,
  RepositoryDocument,
  selectDocuments,
  StarterIssue,
  tell,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ReadFactsRequest,
  ReadFactsResult,
  SourceContext,
} from '@ispo/backstage-plugin-innersource-node';
import { GithubAccount, GithubClient } from '../client/GithubClient';
import { GithubError } from '../client/GithubError';
import {
  COUNTED_WEEKS,
  FRAGMENTS,
  WEEK_VARIABLES,
  weeklyCounts,
} from '../graphql/fragments';
import {
  SelectionAnswer,
  SelectionOutcome,
  SelectionRunner,
  WeightedSelection,
} from '../graphql/SelectionRunner';
import {
  BlobAnswer,
  DetailsAnswer,
  DirectoryAnswer,
  HistoryAnswer,
  nodesOf,
  StarterIssueAnswer,
  StateAnswer,
} from './answers';
import {
  isBusy,
  NO_ACTIVITY,
  toCommitActivity,
  countedWeeks,
} from './commitActivity';
import { applicableDefaults } from './organizationDefaults';
import { ResultQueue } from './ResultQueue';
import { toStarterIssue } from './starterIssues';
import { stateToken } from './stateToken';
import { failedAt, guarded, toRepositoryFacts } from './toRepositoryFacts';
import { TreeBuilder } from './TreeBuilder';

/** Repositories per query that only looks for changes. */
const STATES_PER_QUERY = 100;

/**
 * Repositories per query for everything but file contents. GitHub gives up on a
 * query after ten seconds: many small answers are what it likes best.
 */
const DETAILS_PER_QUERY = 15;

/**
 * Weight of a query for file contents and counts: about 150 small files, or
 * 1.2 MB of larger ones.
 */
const CONTENT_CAPACITY = 150;
const BYTES_PER_WEIGHT = 8 * 1024;

/** Weight of counting the commits of each week. */
const WEEKLY_WEIGHT = 10;

const MAX_STARTER_ISSUES = 100;

/** Directories below directories that are followed at most. */
const LISTING_ROUNDS = 4;
const MAX_LISTINGS_PER_REPOSITORY = 200;

const DEFAULTS_KEPT_MS = 10 * 60 * 1000;
const MAX_DEFAULTS_KEPT = 1_000;

/** An organisation's default community files. */
interface OrganizationDefaults {
  commit: string | null;
  documents: RepositoryDocument[];
}

const NO_DEFAULTS: OrganizationDefaults = { commit: null, documents: [] };

/** One repository on its way to facts. */
interface Job {
  request: ReadFactsRequest;
  owner: string;
  name: string;
  answer?: SelectionAnswer;
  state?: StateAnswer;
  details?: DetailsAnswer;
  tree: TreeBuilder;
  documents: RepositoryDocument[];
  starterIssues?: StarterIssue[];
  weekly: Map<string, number[] | string>;
  histories: Map<string, HistoryAnswer | string>;
  /** Selections that are not answered yet. */
  pending: number;
  done: boolean;
}

interface JobSelection extends WeightedSelection {
  job: Job;
  apply(answer: SelectionAnswer): void;
  /** Makes do without the answer, where that is possible. */
  forgo?(error: GithubError): void;
}

interface Group {
  account: GithubAccount;
  context: SourceContext;
  now: Date;
  emit(result: ReadFactsResult): void;
}

/**
 * Reads facts of many repositories in few requests: a look for changes, then
 * everything but file contents, then contents and counts.
 */
export class FactsReader {
  static create(options: {
    client: GithubClient;
    runner: SelectionRunner;
    /** Told the state of each repository that is looked at. */
    onState: (repositoryUrl: string, state: StateAnswer) => void;
    starterIssueLabels: readonly string[];
    now?: () => Date;
  }): FactsReader {
    return new FactsReader(options);
  }

  readonly #client: GithubClient;
  readonly #runner: SelectionRunner;
  readonly #onState: (repositoryUrl: string, state: StateAnswer) => void;
  readonly #labels: readonly string[];
  readonly #now: () => Date;
  readonly #defaults = new Map<
    string,
    { until: number; value: OrganizationDefaults }
  >();

  private constructor(options: {
    client: GithubClient;
    runner: SelectionRunner;
    onState: (repositoryUrl: string, state: StateAnswer) => void;
    starterIssueLabels: readonly string[];
    now?: () => Date;
  }) {
    this.#client = options.client;
    this.#runner = options.runner;
    this.#onState = options.onState;
    this.#labels = options.starterIssueLabels;
    this.#now = options.now ?? (() => new Date());
  }

  /** One result per request, as soon as it is known. */
  async *read(
    requests: readonly ReadFactsRequest[],
    context: SourceContext,
  ): AsyncGenerator<ReadFactsResult> {
    const queue = new ResultQueue<ReadFactsResult>();
    this.#readAll(requests, context, result => queue.push(result)).then(
      () => queue.end(),
      error => queue.end(error),
    );
    yield* queue.read();
  }

  async #readAll(
    requests: readonly ReadFactsRequest[],
    context: SourceContext,
    emit: (result: ReadFactsResult) => void,
  ): Promise<void> {
    const groups = new Map<string, { account: GithubAccount; jobs: Job[] }>();
    await Promise.all(
      requests.map(async request => {
        try {
          const job = newJob(request);
          const account = await this.#client.accountFor({
            host: request.repository.host,
            owner: job.owner,
            name: job.name,
          });
          const group = groups.get(account.key) ?? { account, jobs: [] };
          group.jobs.push(job);
          groups.set(account.key, group);
        } catch (error) {
          if (!(error instanceof GithubError)) {
            throw error;
          }
          emit(failure(request, error));
        }
      }),
    );
    context.signal.throwIfAborted();
    await Promise.all(
      [...groups.values()].map(({ account, jobs }) =>
        this.#readGroup({ account, context, emit, now: this.#now() }, jobs),
      ),
    );
  }

  async #readGroup(group: Group, jobs: Job[]): Promise<void> {
    const defaults = await this.#readDefaults(group, jobs);
    await this.#readStates(
      group,
      jobs.filter(job => isOpen(job) && job.request.token !== undefined),
      defaults,
    );
    await this.#readDetails(group, jobs.filter(isOpen));
    await Promise.all([
      this.#readListings(group, jobs.filter(isOpen)),
      this.#readPathHistories(group, jobs.filter(isOpen)),
    ]);
    await this.#readContents(group, jobs.filter(isOpen), defaults);
  }

  /** Looks for changes; finishes the jobs that have none. */
  async #readStates(
    group: Group,
    jobs: Job[],
    defaults: ReadonlyMap<string, OrganizationDefaults>,
  ): Promise<void> {
    await this.#run(
      group,
      STATES_PER_QUERY,
      jobs.map(job => ({
        job,
        ...repositoryOf(job),
        fragments: ['RepositoryState'],
        body: () => '...RepositoryState',
        weight: 1,
        apply: answer => {
          const state = answer.data as unknown as StateAnswer;
          this.#onState(job.request.repository.url, state);
          const token = this.#tokenOf(job, answer, state, defaults);
          if (token === job.request.token) {
            job.done = true;
            group.emit({
              outcome: 'unchanged',
              repository: job.request.repository,
              token,
            });
          }
        },
      })),
    );
  }

  async #readDetails(group: Group, jobs: Job[]): Promise<void> {
    await this.#run(
      group,
      DETAILS_PER_QUERY,
      jobs.map(job => detailsSelection(job)),
    );
  }

  /** Lists directories that are wanted and lie deeper than those that came along. */
  async #readListings(group: Group, jobs: Job[]): Promise<void> {
    for (let round = 0; round < LISTING_ROUNDS; round += 1) {
      const selections = jobs.filter(isOpen).flatMap((job): JobSelection[] => {
        const wanted = wantedDirectories(
          job.request.documents,
          job.request.paths,
        );
        const directories = job.tree
          .toList(wanted)
          .slice(0, MAX_LISTINGS_PER_REPOSITORY);
        const head = job.state?.defaultBranchRef?.target?.oid;
        return directories.length && head
          ? [listingSelection(job, head, directories)]
          : [];
      });
      if (selections.length === 0) {
        return;
      }
      await this.#run(group, DETAILS_PER_QUERY, selections);
    }
  }

  /** Reads the histories of projects that are a part of their repository. */
  async #readPathHistories(group: Group, jobs: Job[]): Promise<void> {
    await this.#run(
      group,
      DETAILS_PER_QUERY,
      jobs.flatMap(job =>
        subPaths(job).map(path => pathHistorySelection(job, path)),
      ),
    );
  }

  /** Reads documents, starter issues and weekly counts; finishes the jobs. */
  async #readContents(
    group: Group,
    jobs: Job[],
    defaults: ReadonlyMap<string, OrganizationDefaults>,
  ): Promise<void> {
    const selections: JobSelection[] = [];
    for (const job of jobs) {
      const own = this.#contentSelections(job);
      job.pending = own.length;
      selections.push(...own);
      if (own.length === 0) {
        this.#finish(group, job, defaults);
      }
    }
    await this.#run(group, CONTENT_CAPACITY, selections, job =>
      this.#finish(group, job, defaults),
    );
  }

  #contentSelections(job: Job): JobSelection[] {
    const selections = documentSelections(
      job,
      selectDocuments(
        job.tree.files(),
        job.request.paths,
        job.request.documents,
      ),
    );
    const starters = job.state?.starterIssues?.totalCount ?? 0;
    if (starters > 0) {
      selections.push(
        starterIssueSelection(
          job,
          this.#labels,
          Math.min(starters, MAX_STARTER_ISSUES),
        ),
      );
    }
    for (const [path, history] of [
      ['', job.details?.history?.target] as const,
      ...job.histories,
    ]) {
      if (history && typeof history !== 'string' && isBusy(history)) {
        selections.push(weeklySelection(job, path));
      }
    }
    return selections;
  }

  #finish(
    group: Group,
    job: Job,
    defaults: ReadonlyMap<string, OrganizationDefaults>,
  ): void {
    const { request, state, details, answer } = job;
    if (job.done || !state || !details || !answer) {
      return;
    }
    job.done = true;
    this.#onState(request.repository.url, state);
    const treeFailed = !state.isEmpty && !Array.isArray(details.root?.entries);
    const ownDefaults = defaults.get(job.owner.toLowerCase()) ?? NO_DEFAULTS;
    const commits: Record<string, Fact<CommitActivity>> = {
      '': historyFact(job, '', details.history?.target ?? undefined, group.now),
    };
    for (const path of subPaths(job)) {
      commits[path] = historyFact(
        job,
        path,
        job.histories.get(path),
        group.now,
      );
    }
    group.emit({
      outcome: 'changed',
      repository: request.repository,
      token: this.#tokenOf(job, answer, state, defaults),
      facts: toRepositoryFacts({
        repository: request.repository,
        state,
        details,
        errors: answer.errors,
        without: answer.without,
        credentialType: group.account.type,
        tree: treeFailed
          ? unknown(tell('github-files'))
          : known(job.tree.build()),
        documents: [
          ...job.documents,
          ...(treeFailed || job.name === '.github'
            ? []
            : applicableDefaults(ownDefaults.documents, job.tree.files())),
        ],
        starterIssues:
          job.starterIssues !== undefined
            ? known(job.starterIssues)
            : guarded(
                state.starterIssues && [],
                answer.without,
                'StarterIssueCount',
              ),
        commits,
        now: group.now,
      }),
    });
  }

  #tokenOf(
    job: Job,
    answer: SelectionAnswer,
    state: StateAnswer,
    defaults: ReadonlyMap<string, OrganizationDefaults>,
  ): string {
    return stateToken({
      request: job.request,
      labels: this.#labels,
      state,
      defaultsCommit: defaults.get(job.owner.toLowerCase())?.commit ?? null,
      without: [...answer.without.keys()].filter(name =>
        FRAGMENTS.RepositoryState.uses?.includes(name),
      ),
    });
  }

  /** Runs selections; a failure fails the job unless it can be forgone. */
  async #run(
    group: Group,
    capacity: number,
    selections: readonly JobSelection[],
    onAnswered: (job: Job) => void = () => {},
  ): Promise<void> {
    const weeks = countedWeeks(group.now);
    await this.#runner.run({
      account: group.account,
      selections,
      capacity,
      shared: {
        since: weeks[0].start,
        labels: this.#labels,
        ...Object.fromEntries(
          weeks.flatMap(({ start, end }, index) => [
            [`week${index}`, start],
            [`weekEnd${index}`, end],
          ]),
        ),
      },
      signal: group.context.signal,
      onOutcome: (selection, outcome) => {
        this.#settle(group, selection, outcome);
        selection.job.pending -= 1;
        if (selection.job.pending === 0) {
          onAnswered(selection.job);
        }
      },
    });
  }

  #settle(
    group: Group,
    selection: JobSelection,
    outcome: SelectionOutcome,
  ): void {
    const { job } = selection;
    if (job.done) {
      return;
    }
    let error: GithubError;
    if ('answer' in outcome) {
      try {
        selection.apply(outcome.answer);
        return;
      } catch (cause) {
        group.context.logger.debug(
          `Unexpected answer for ${job.request.repository.url}: ${cause}`,
        );
        error = new GithubError({
          kind: 'unavailable',
          message: `${group.account.host} answered something unexpected for ${job.request.repository.fullName}.`,
        });
      }
    } else {
      error = outcome.error;
    }
    if (selection.forgo && (error.kind === 'timeout' || error.overload)) {
      selection.forgo(error);
      return;
    }
    job.done = true;
    group.emit(failure(job.request, error));
  }

  /**
   * Default community files of the organisations, by owner in lower case. Kept
   * for a few minutes, so that a run over an organisation reads them once.
   */
  async #readDefaults(
    group: Group,
    jobs: readonly Job[],
  ): Promise<Map<string, OrganizationDefaults>> {
    const result = new Map<string, OrganizationDefaults>();
    const stale = new Map<string, Job>();
    for (const { owner, request } of jobs) {
      const key = owner.toLowerCase();
      const kept = this.#defaults.get(`${group.account.key} ${key}`);
      if (kept && kept.until > Date.now()) {
        result.set(key, kept.value);
      } else if (!stale.has(key)) {
        stale.set(
          key,
          newJob({
            repository: {
              url: `https://${request.repository.host}/${owner}/.github`,
              host: request.repository.host,
              fullName: `${owner}/.github`,
            },
            paths: [''],
            documents: request.documents,
          }),
        );
      }
    }
    if (stale.size === 0) {
      return result;
    }

    const failures = new Map<string, GithubError>();
    const inner: Group = {
      ...group,
      emit: failed => {
        if (
          failed.outcome === 'failed' &&
          // Most organisations have no such repository.
          !['not-found', 'unauthorized'].includes(failed.kind)
        ) {
          failures.set(
            failed.repository.fullName.split('/')[0].toLowerCase(),
            new GithubError(failed),
          );
        }
      },
    };
    const open = [...stale.values()];
    const keep = (job: Job, value: OrganizationDefaults) => {
      const key = job.owner.toLowerCase();
      result.set(key, value);
      if (this.#defaults.size >= MAX_DEFAULTS_KEPT) {
        this.#defaults.clear();
      }
      this.#defaults.set(`${group.account.key} ${key}`, {
        until: Date.now() + DEFAULTS_KEPT_MS,
        value,
      });
    };
    await this.#run(
      inner,
      DETAILS_PER_QUERY,
      open.map(job => detailsSelection(job)),
    );
    const existing = open.filter(
      job => isOpen(job) && job.state?.visibility === 'PUBLIC',
    );
    const selections = existing.flatMap(job =>
      documentSelections(
        job,
        selectDocuments(job.tree.files(), [''], job.request.documents),
      ),
    );
    await this.#run(inner, CONTENT_CAPACITY, selections);
    for (const job of jobs) {
      const error = failures.get(job.owner.toLowerCase());
      if (error) {
        // Without the defaults, checks would fail that did not fail before.
        job.done = true;
        group.emit(failure(job.request, error));
      }
    }
    for (const job of open) {
      if (failures.has(job.owner.toLowerCase())) {
        continue;
      }
      const usable = existing.includes(job) && isOpen(job);
      keep(
        job,
        usable
          ? {
              commit: job.state?.defaultBranchRef?.target?.oid ?? null,
              documents: applicableDefaults(
                job.documents.map(document => ({
                  ...document,
                  origin: 'organisation' as const,
                })),
                [],
              ),
            }
          : NO_DEFAULTS,
      );
    }
    return result;
  }
}

function isOpen(job: Job): boolean {
  return !job.done;
}

function newJob(request: ReadFactsRequest): Job {
  const [owner, name, ...rest] = request.repository.fullName.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new GithubError({
      kind: 'rejected',
      message: `${request.repository.url} is not the address of a GitHub repository: it needs an owner and a name.`,
    });
  }
  return {
    request,
    owner,
    name,
    tree: TreeBuilder.create(),
    documents: [],
    weekly: new Map(),
    histories: new Map(),
    pending: 0,
    done: false,
  };
}

function failure(
  request: ReadFactsRequest,
  error: GithubError,
): ReadFactsResult {
  return {
    outcome: 'failed',
    repository: request.repository,
    kind: error.kind,
    message: error.message,
    ...(error.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: error.retryAfterSeconds }),
  };
}

function repositoryOf({ owner, name }: Job): { owner: string; name: string } {
  return { owner, name };
}

function subPaths(job: Job): string[] {
  return job.details?.history?.target
    ? job.request.paths.filter(path => path !== '')
    : [];
}

function detailsSelection(job: Job): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: ['RepositoryState', 'RepositoryDetails'],
    body: () => '...RepositoryState ...RepositoryDetails',
    weight: 1,
    apply: answer => {
      job.answer = answer;
      job.state = answer.data as unknown as StateAnswer;
      job.details = answer.data as unknown as DetailsAnswer;
      const { root, community } = job.details;
      if (root?.entries) {
        job.tree.add('', root.entries);
      } else if (job.state.isEmpty) {
        job.tree.add('', []);
      }
      if (community?.entries) {
        job.tree.add('.github', community.entries);
      }
    },
  };
}

/** Directories in lower case in which checks look for something. */
function wantedDirectories(
  selector: DocumentSelector,
  paths: readonly string[],
): Set<string> {
  const wanted = new Set<string>();
  for (const path of ['', ...paths]) {
    const base = path.toLowerCase();
    const inside = (directory: string) =>
      [base, directory.toLowerCase()].filter(part => part !== '').join('/');
    wanted.add(base);
    for (const directory of [
      ...selector.directories,
      ...selector.contentsOf,
      ...selector.listings,
    ]) {
      wanted.add(inside(directory));
    }
    for (const file of selector.paths) {
      wanted.add(inside(file.split('/').slice(0, -1).join('/')));
    }
  }
  return wanted;
}

function listingSelection(
  job: Job,
  head: string,
  directories: readonly string[],
): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: ['Directory'],
    weight: Math.max(1, directories.length / 4),
    body: declare =>
      directories
        .map(
          (directory, index) =>
            `l${index}: object(expression: ${declare(
              'String!',
              `${head}:${directory}`,
            )}) { ...Directory }`,
        )
        .join(' '),
    apply: ({ data }) => {
      directories.forEach((directory, index) => {
        const answer = data[`l${index}`] as DirectoryAnswer | null;
        if (answer?.entries) {
          job.tree.add(directory, answer.entries);
        } else {
          job.tree.refuse(directory);
        }
      });
    },
    forgo: () => directories.forEach(directory => job.tree.refuse(directory)),
  };
}

function documentSelections(
  job: Job,
  paths: readonly string[],
): JobSelection[] {
  const head = job.state?.defaultBranchRef?.target?.oid;
  if (!head) {
    return [];
  }
  const selections: JobSelection[] = [];
  let portion: string[] = [];
  let weight = 0;
  const close = () => {
    if (portion.length > 0) {
      selections.push(documentSelection(job, head, portion, weight));
    }
    portion = [];
    weight = 0;
  };
  for (const path of paths) {
    const bytes = Math.min(job.tree.sizeOf(path), MAX_DOCUMENT_BYTES);
    const own = 1 + bytes / BYTES_PER_WEIGHT;
    if (weight + own > CONTENT_CAPACITY) {
      close();
    }
    portion.push(path);
    weight += own;
  }
  close();
  return selections;
}

function documentSelection(
  job: Job,
  head: string,
  paths: readonly string[],
  weight: number,
): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: [],
    weight,
    body: declare =>
      paths
        .map(
          (path, index) =>
            `d${index}: object(expression: ${declare(
              'String!',
              `${head}:${path}`,
            )}) { ... on Blob { text byteSize isBinary isTruncated } }`,
        )
        .join(' '),
    apply: ({ data }) => {
      paths.forEach((path, index) => {
        const blob = data[`d${index}`] as BlobAnswer | null;
        if (blob && typeof blob.byteSize === 'number') {
          job.documents.push(toDocument(path, blob));
        }
      });
    },
  };
}

function toDocument(path: string, blob: BlobAnswer): RepositoryDocument {
  const binary = blob.isBinary === true || typeof blob.text !== 'string';
  const whole = binary ? '' : blob.text ?? '';
  const bytes = Buffer.from(whole, 'utf8');
  const cut = bytes.byteLength > MAX_DOCUMENT_BYTES;
  return {
    path,
    // A character cut in half at the end becomes U+FFFD, which is dropped.
    text: cut
      ? bytes
          .subarray(0, MAX_DOCUMENT_BYTES)
          .toString('utf8')
          .replace(/\uFFFD$/, '')
      : whole,
    size: blob.byteSize ?? bytes.byteLength,
    truncated: cut || blob.isTruncated === true,
    binary,
    origin: 'repository',
  };
}

function starterIssueSelection(
  job: Job,
  labels: readonly string[],
  first: number,
): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: ['StarterIssue'],
    weight: Math.ceil(first / 4),
    body: declare =>
      `issues(first: ${first}, states: OPEN, labels: ${declare(
        '[String!]!',
        labels,
      )}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ...StarterIssue } }`,
    apply: ({ data }) => {
      const issues = data.issues as { nodes: Array<StarterIssueAnswer | null> };
      job.starterIssues = nodesOf(issues).map(toStarterIssue);
    },
  };
}

/** Commits per week of a busy repository, or of a busy path in it. */
function weeklySelection(job: Job, path: string): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: path === '' ? ['WeeklyCommits'] : [],
    variables: WEEK_VARIABLES,
    weight: WEEKLY_WEIGHT,
    body: declare =>
      path === ''
        ? 'defaultBranchRef { target { ...WeeklyCommits } }'
        : `defaultBranchRef { target { ... on Commit { ${weeklyCounts(
            declare('String!', path),
          )} } } }`,
    apply: ({ data }) => {
      const { defaultBranchRef } = data as {
        defaultBranchRef: { target: Record<string, { totalCount: number }> };
      };
      job.weekly.set(
        path,
        Array.from(
          { length: COUNTED_WEEKS },
          (_, index) => defaultBranchRef.target[`week${index}`].totalCount,
        ),
      );
    },
    forgo: error => job.weekly.set(path, error.message),
  };
}

function pathHistorySelection(job: Job, path: string): JobSelection {
  return {
    job,
    ...repositoryOf(job),
    fragments: ['CommitWindow'],
    variables: { since: 'GitTimestamp!' },
    weight: 1,
    body: declare => {
      const file = declare('String!', path);
      return `defaultBranchRef { target { ... on Commit { all: history(path: ${file}) { totalCount } window: history(first: 100, path: ${file}, since: $since) { ...CommitWindow } } } }`;
    },
    apply: ({ data }) => {
      const { defaultBranchRef } = data as {
        defaultBranchRef: { target: HistoryAnswer };
      };
      job.histories.set(path, defaultBranchRef.target);
    },
    forgo: error => job.histories.set(path, error.message),
  };
}

function historyFact(
  job: Job,
  path: string,
  history: HistoryAnswer | string | undefined,
  now: Date,
): Fact<CommitActivity> {
  if (job.state?.isEmpty) {
    return known(NO_ACTIVITY);
  }
  if (history === undefined || failedAt(job.answer?.errors ?? [], 'history')) {
    return unknown(tell('github-history'));
  }
  const weekly = job.weekly.get(path);
  if (typeof history === 'string') {
    return unknown(tell('github-count', { reason: history }));
  }
  if (typeof weekly === 'string') {
    return unknown(tell('github-count', { reason: weekly }));
  }
  return known(toCommitActivity({ history, now, weekly }));
}
