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

import { RawContribution } from '@ispo/backstage-plugin-innersource-common';
import {
  ContributionPage,
  ReadContributionsRequest,
  SourceContext,
  SourceError,
} from '@ispo/backstage-plugin-innersource-node';
import { GithubAccount, GithubClient } from '../client/GithubClient';
import { GithubError } from '../client/GithubError';
import { nodesOf } from '../facts/answers';
import { DeclareVariable } from '../graphql/composeQuery';
import {
  SelectionAnswer,
  SelectionOutcome,
  SelectionRunner,
} from '../graphql/SelectionRunner';
import {
  ChangeRequestAnswer,
  CommitContributionAnswer,
  IssueAnswer,
  Page,
} from './answers';
import {
  ContributionCursor,
  firstCursor,
  formatCursor,
  isDone,
  nextPass,
  parseCursor,
  UpdateCursor,
} from './cursor';
import { RepositoryStates } from './RepositoryStates';
import { fromChangeRequest, fromCommit, fromIssue } from './toContributions';

const PAGE_SIZES = [50, 20, 5, 1];

/** Pages of history that are compared before it is simply read again. */
const MAX_COMPARED_PAGES = 20;

/** Pages of a path's history that belong to one page of commits. */
const MAX_PATH_PAGES = 10;

type CommitPageAnswer = Page<CommitContributionAnswer>;

/** One repository being read. */
interface Reading {
  request: ReadContributionsRequest;
  owner: string;
  name: string;
  account: GithubAccount;
  context: SourceContext;
  subPaths: string[];
}

/** What to ask of one repository. */
interface Question {
  fragments: string[];
  body(declare: DeclareVariable): string;
  shared: Record<string, unknown>;
}

/** How far two histories have been compared. */
interface ComparePosition {
  /** The present HEAD, once it is known. */
  head: string | null;
  /** HEAD at the last reading. */
  before: string;
  newerAfter: string | null;
  olderAfter: string | null;
}

/**
 * Delivers what happened in a repository since a cursor. Change requests,
 * issues and the first fill of commits share each request, one page of each;
 * later commits are those that the newer HEAD reaches and the older does not.
 */
export class ContributionsReader {
  static create(options: {
    client: GithubClient;
    runner: SelectionRunner;
    states: RepositoryStates;
  }): ContributionsReader {
    return new ContributionsReader(options);
  }

  readonly #client: GithubClient;
  readonly #runner: SelectionRunner;
  readonly #states: RepositoryStates;

  private constructor(options: {
    client: GithubClient;
    runner: SelectionRunner;
    states: RepositoryStates;
  }) {
    this.#client = options.client;
    this.#runner = options.runner;
    this.#states = options.states;
  }

  async *read(
    request: ReadContributionsRequest,
    context: SourceContext,
  ): AsyncGenerator<ContributionPage> {
    try {
      yield* this.#read(request, context);
    } catch (error) {
      if (error instanceof GithubError) {
        throw new SourceError({
          kind: error.kind,
          message: error.message,
          retryAfterSeconds: error.retryAfterSeconds,
        });
      }
      throw error;
    }
  }

  async *#read(
    request: ReadContributionsRequest,
    context: SourceContext,
  ): AsyncGenerator<ContributionPage> {
    const { repository, paths, since } = request;
    const known =
      request.cursor === undefined
        ? undefined
        : parseCursor(request.cursor, paths);
    if (known && this.#states.hasNothingAfter(repository.url, known)) {
      return;
    }
    const [owner, name] = repository.fullName.split('/');
    const reading: Reading = {
      request,
      owner,
      name,
      account: await this.#client.accountFor({
        host: repository.host,
        owner,
        name,
      }),
      context,
      subPaths: paths.filter(path => path !== ''),
    };

    let replacesAll = request.cursor !== undefined && !known;
    let cursor = known ?? firstCursor(since);
    if (isDone(cursor)) {
      cursor = nextPass(cursor);
      if (cursor.commits.head !== null) {
        const update = await this.#readNewCommits(reading, cursor.commits.head);
        if (update === 'replaced') {
          replacesAll = true;
          cursor = firstCursor(since);
        } else {
          cursor = {
            ...cursor,
            commits: { head: update.head, after: null, done: true },
          };
          if (update.contributions.length > 0) {
            // The other streams' pass has not begun: where it stands is where
            // the one before ended.
            yield {
              contributions: update.contributions,
              cursor: formatCursor(cursor, paths),
            };
          }
        }
      }
    }

    while (!isDone(cursor)) {
      const page = await this.#readPage(reading, cursor);
      cursor = page.cursor;
      const text = formatCursor(cursor, paths);
      if (
        page.contributions.length > 0 ||
        replacesAll ||
        text !== request.cursor
      ) {
        yield {
          contributions: page.contributions,
          cursor: text,
          ...(replacesAll ? { replacesAll } : {}),
        };
      }
      replacesAll = false;
    }
  }

  /** Reads the next page of all that is not done yet, in one request. */
  async #readPage(
    reading: Reading,
    cursor: ContributionCursor,
  ): Promise<{ contributions: RawContribution[]; cursor: ContributionCursor }> {
    const { changeRequests, issues, commits } = cursor;
    const fragments = [
      ...(changeRequests.done ? [] : ['ChangeRequestPage']),
      ...(issues.done ? [] : ['IssuePage']),
    ];
    const { data } = await this.#ask(reading, {
      fragments: [...fragments, ...(commits.done ? [] : ['CommitPage'])],
      body: declare =>
        [
          // Something must be asked even where a permission is missing.
          'id',
          ...fragments.map(fragment => `...${fragment}`),
          commits.done ? '' : firstFill(declare, cursor, reading.request.since),
        ].join(' '),
      shared: {
        changeRequestsAfter: changeRequests.after,
        issuesAfter: issues.after,
        issuesSince: issues.from,
        withFiles: reading.subPaths.length > 0,
      },
    });

    const contributions: RawContribution[] = [];
    const next: ContributionCursor = { ...cursor };
    if (!changeRequests.done) {
      const page = data.changeRequests as Page<ChangeRequestAnswer> | undefined;
      const { fresh, stream } = advance(changeRequests, page);
      next.changeRequests = stream;
      contributions.push(
        ...fresh.flatMap(answer =>
          fromChangeRequest(answer, reading.subPaths, reading.request.isBot),
        ),
      );
    }
    if (!issues.done) {
      const page = data.recentIssues as Page<IssueAnswer> | undefined;
      const { fresh, stream } = advance(issues, page);
      next.issues = stream;
      contributions.push(
        ...fresh.map(answer => fromIssue(answer, reading.request.isBot)),
      );
    }
    if (!commits.done) {
      const { head, history } = commitPageOf(data, commits.head);
      next.commits = {
        head,
        after: history?.pageInfo.endCursor ?? null,
        done: !history?.pageInfo.hasNextPage,
      };
      contributions.push(
        ...(await this.#toCommits(reading, head, nodesOf(history))),
      );
    }
    return { contributions, cursor: next };
  }

  /**
   * Commits that the present HEAD reaches and the one before does not. Both
   * histories come in the same order, and the older is a part of the newer: as
   * soon as the newer shows as many unknown commits as it has more in all, there
   * are no others.
   */
  async #readNewCommits(
    reading: Reading,
    before: string,
  ): Promise<
    'replaced' | { head: string | null; contributions: RawContribution[] }
  > {
    let position: ComparePosition = {
      head: null,
      before,
      newerAfter: null,
      olderAfter: null,
    };
    const newer = new Map<string, CommitContributionAnswer>();
    const older = new Set<string>();
    for (let page = 0; page < MAX_COMPARED_PAGES; page += 1) {
      const { data } = await this.#ask(reading, comparison(position));
      const answer = commitPageOf(data, position.head);
      const old = (data.older as { history?: CommitPageAnswer } | null)
        ?.history;
      const { head } = answer;
      if (head === before) {
        return { head, contributions: [] };
      }
      if (!answer.history || !old) {
        // The commit, or the whole branch, is gone.
        return 'replaced';
      }
      nodesOf(answer.history).forEach(commit => newer.set(commit.oid, commit));
      nodesOf(old).forEach(({ oid }) => older.add(oid));
      const added = [...newer.values()].filter(({ oid }) => !older.has(oid));
      const expected = (answer.history.totalCount ?? 0) - (old.totalCount ?? 0);
      if (newer.has(before) && added.length === expected) {
        return {
          head,
          contributions: await this.#toCommits(reading, head, added),
        };
      }
      position = {
        head,
        before,
        newerAfter: answer.history.pageInfo.endCursor,
        olderAfter: old.pageInfo.endCursor ?? position.olderAfter,
      };
      if (!answer.history.pageInfo.hasNextPage) {
        return 'replaced';
      }
    }
    return 'replaced';
  }

  /** Maps commits, with the project paths that they touch. */
  async #toCommits(
    reading: Reading,
    head: string | null,
    commits: readonly CommitContributionAnswer[],
  ): Promise<RawContribution[]> {
    const paths = new Map<string, string[]>();
    if (reading.subPaths.length > 0 && head && commits.length > 0) {
      const dates = commits.map(({ committedDate }) => committedDate).sort();
      await this.#collectPaths(reading, head, {
        since: dates[0],
        until: dates[dates.length - 1],
        paths,
      });
    }
    return commits.flatMap(commit =>
      fromCommit(commit, paths.get(commit.oid) ?? []),
    );
  }

  // GraphQL does not list a commit's files, but the history of a path.
  async #collectPaths(
    reading: Reading,
    head: string,
    options: { since: string; until: string; paths: Map<string, string[]> },
  ): Promise<void> {
    let open = reading.subPaths.map(path => ({
      path,
      after: null as string | null,
    }));
    for (let page = 0; page < MAX_PATH_PAGES && open.length > 0; page += 1) {
      const current = open;
      const { data } = await this.#ask(reading, {
        fragments: [],
        body: declare => {
          const since = declare('GitTimestamp', options.since);
          const until = declare('GitTimestamp', options.until);
          const histories = current.map(
            ({ path, after }, index) =>
              `p${index}: history(first: 100, path: ${declare(
                'String',
                path,
              )}, after: ${declare(
                'String',
                after,
              )}, since: ${since}, until: ${until}) { pageInfo { hasNextPage endCursor } nodes { oid } }`,
          );
          return `touched: object(oid: ${declare(
            'GitObjectID',
            head,
          )}) { ... on Commit { ${histories.join(' ')} } }`;
        },
        shared: {},
      });
      const touched = data.touched as Record<string, Page<{ oid: string }>>;
      open = current.flatMap(({ path }, index) => {
        const history = touched[`p${index}`];
        for (const { oid } of nodesOf(history)) {
          options.paths.set(oid, [...(options.paths.get(oid) ?? []), path]);
        }
        return history.pageInfo.hasNextPage
          ? [{ path, after: history.pageInfo.endCursor }]
          : [];
      });
    }
  }

  /** Asks one repository; for less at once when it is too much. */
  async #ask(reading: Reading, query: Question): Promise<SelectionAnswer> {
    const sizes = 'changeRequestsAfter' in query.shared ? PAGE_SIZES : [100];
    for (const pageSize of sizes) {
      const outcomes: SelectionOutcome[] = [];
      await this.#runner.run({
        account: reading.account,
        selections: [
          {
            owner: reading.owner,
            name: reading.name,
            fragments: query.fragments,
            body: query.body,
            weight: 1,
          },
        ],
        capacity: 1,
        shared: { ...query.shared, pageSize },
        signal: reading.context.signal,
        onOutcome: (_, outcome) => outcomes.push(outcome),
      });
      const [outcome] = outcomes;
      if ('answer' in outcome) {
        return outcome.answer;
      }
      if (!outcome.error.overload || pageSize === sizes.at(-1)) {
        throw outcome.error;
      }
    }
    throw new Error('There is no page size to ask with');
  }
}

/** The next page of a first fill of commits. */
function firstFill(
  declare: DeclareVariable,
  { commits }: ContributionCursor,
  since: string,
): string {
  const history = `history(first: 100, after: ${declare(
    'String',
    commits.after,
  )}, since: ${declare('GitTimestamp', since)}) { ...CommitPage }`;
  return commits.head
    ? `pinned: object(oid: ${declare(
        'GitObjectID',
        commits.head,
      )}) { ... on Commit { oid ${history} } }`
    : `defaultBranchRef { target { ... on Commit { oid ${history} } } }`;
}

/** Histories of the present HEAD and of the one before, side by side. */
function comparison(position: ComparePosition): Question {
  const { head, before, newerAfter, olderAfter } = position;
  return {
    fragments: ['CommitPage'],
    shared: {},
    body: declare => {
      const page = (after: string | null) =>
        `history(first: 100, after: ${declare(
          'String',
          after,
        )}) { ...CommitPage }`;
      const newer = `... on Commit { oid ${page(newerAfter)} }`;
      return [
        head
          ? `pinned: object(oid: ${declare('GitObjectID', head)}) { ${newer} }`
          : `defaultBranchRef { target { ${newer} } }`,
        `older: object(oid: ${declare(
          'GitObjectID',
          before,
        )}) { ... on Commit { ${page(olderAfter)} } }`,
      ].join(' ');
    },
  };
}

function commitPageOf(
  data: Record<string, unknown>,
  pinned: string | null,
): { head: string | null; history?: CommitPageAnswer } {
  type Target = { oid?: string; history?: CommitPageAnswer } | null;
  const target = pinned
    ? (data.pinned as Target)
    : (data.defaultBranchRef as { target: Target } | null)?.target;
  return { head: target?.oid ?? pinned, history: target?.history };
}

/** Takes what is new in a page of things listed by their last update. */
function advance<T extends { updatedAt: string }>(
  stream: UpdateCursor,
  page: Page<T> | undefined,
): { fresh: T[]; stream: UpdateCursor } {
  if (!page) {
    // Without the permission there is nothing to deliver, until it is granted.
    return { fresh: [], stream: { ...stream, done: true } };
  }
  const answers = nodesOf(page);
  const from = Date.parse(stream.from);
  const fresh = answers.filter(
    // What was updated at the very moment the last pass ended comes again: it
    // may have been updated twice within the second.
    ({ updatedAt }) => Date.parse(updatedAt) >= from,
  );
  return {
    fresh,
    stream: {
      from: stream.from,
      newest: stream.newest ?? fresh[0]?.updatedAt ?? null,
      after: page.pageInfo.endCursor,
      done: fresh.length < answers.length || !page.pageInfo.hasNextPage,
    },
  };
}
