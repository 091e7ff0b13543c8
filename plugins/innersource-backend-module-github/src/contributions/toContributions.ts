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
import { nodesOf } from '../facts/answers';
import {
  AccountAnswer,
  ChangeRequestAnswer,
  CommentAnswer,
  CommitContributionAnswer,
  IssueAnswer,
  ReviewAnswer,
} from './answers';

const ACCOUNT_TYPES: Readonly<Record<string, ScmIdentity['accountType']>> = {
  User: 'user',
  EnterpriseUserAccount: 'user',
  Bot: 'bot',
  Organization: 'organization',
  Mannequin: 'mannequin',
};

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** Maps an account; one that was deleted has no fields. */
export function toIdentity(account: AccountAnswer): ScmIdentity {
  if (!account) {
    return {};
  }
  const accountType = ACCOUNT_TYPES[account.__typename];
  return { login: account.login, ...(accountType ? { accountType } : {}) };
}

/** Tells machines from people. */
type IsBot = (identity: ScmIdentity) => boolean;

interface Response {
  at: string;
  author: AccountAnswer;
}

/** The first of the responses by a human other than the author. */
function firstResponse(
  author: AccountAnswer,
  responses: readonly Response[],
  isBot: IsBot,
): Pick<RawContribution, 'firstResponseAt' | 'firstResponder'> {
  const [first] = responses
    .filter(response => isOtherHuman(author, response.author, isBot))
    .sort((a, b) => a.at.localeCompare(b.at));
  return first
    ? { firstResponseAt: first.at, firstResponder: toIdentity(first.author) }
    : {};
}

function isOtherHuman(
  author: AccountAnswer,
  other: AccountAnswer,
  isBot: IsBot,
): boolean {
  if (!other) {
    // Somebody whose account is gone; nothing says that it was the author.
    return author !== null;
  }
  return other.login !== author?.login && !isBot(toIdentity(other));
}

function toResponses(comments: readonly CommentAnswer[]): Response[] {
  return comments.map(({ createdAt, author }) => ({ at: createdAt, author }));
}

/** A change request and its reviews. */
export function fromChangeRequest(
  answer: ChangeRequestAnswer,
  paths: readonly string[],
  isBot: IsBot,
): RawContribution[] {
  const reviews = nodesOf(answer.reviews).filter(
    (review): review is ReviewAnswer & { submittedAt: string } =>
      review.submittedAt !== null && review.state !== 'PENDING',
  );
  const touched = touchedPaths(
    paths,
    nodesOf(answer.files).map(({ path }) => path),
  );
  const closedAt = answer.mergedAt ?? answer.closedAt;
  const changeRequest: RawContribution = {
    id: `pr/${answer.number}`,
    kind: 'change-request',
    author: toIdentity(answer.author),
    createdAt: answer.createdAt,
    state: STATES[answer.state],
    ...(closedAt ? { closedAt } : {}),
    ...firstResponse(
      answer.author,
      [
        ...toResponses(nodesOf(answer.comments)),
        ...reviews.map(review => ({
          at: review.submittedAt,
          author: review.author,
        })),
      ],
      isBot,
    ),
    ...(answer.mergedAt ? { mergedBy: toIdentity(answer.mergedBy) } : {}),
    reviewCount: reviews.filter(({ author }) =>
      isOtherHuman(answer.author, author, isBot),
    ).length,
    paths: touched,
    title: answer.title,
    url: answer.url,
  };
  return [
    changeRequest,
    ...reviews
      // Answering in one's own change request is not a contribution.
      .filter(({ author }) => !author || author.login !== answer.author?.login)
      .map(
        (review): RawContribution => ({
          id: `review/${review.id}`,
          kind: 'review',
          author: toIdentity(review.author),
          createdAt: review.submittedAt,
          state: 'merged',
          paths: touched,
          url: review.url,
        }),
      ),
  ];
}

/** An issue. It belongs to the whole repository. */
export function fromIssue(answer: IssueAnswer, isBot: IsBot): RawContribution {
  return {
    id: `issue/${answer.number}`,
    kind: 'issue',
    author: toIdentity(answer.author),
    createdAt: answer.createdAt,
    state: STATES[answer.state],
    ...(answer.closedAt ? { closedAt: answer.closedAt } : {}),
    ...firstResponse(
      answer.author,
      toResponses(nodesOf(answer.comments)),
      isBot,
    ),
    paths: [''],
    title: answer.title,
    url: answer.url,
  };
}

/** A commit; none for a merge. */
export function fromCommit(
  answer: CommitContributionAnswer,
  paths: readonly string[],
): RawContribution[] {
  if (answer.parents.totalCount > 1) {
    return [];
  }
  const [author = {}, ...coAuthors] = nodesOf(answer.authors).map(
    ({ name, email, user }): ScmIdentity => ({
      ...(user ? { login: user.login, accountType: 'user' as const } : {}),
      ...(email ? { email } : {}),
      ...(name ? { name } : {}),
    }),
  );
  return [
    {
      id: `commit/${answer.oid}`,
      kind: 'commit',
      author,
      ...(coAuthors.length > 0 ? { coAuthors } : {}),
      createdAt: answer.authoredDate,
      state: 'merged',
      closedAt: answer.committedDate,
      paths: ['', ...paths],
      title: answer.messageHeadline,
      url: answer.url,
    },
  ];
}

/** Project paths that files lie in; the whole repository always counts. */
export function touchedPaths(
  projects: readonly string[],
  files: readonly string[],
): string[] {
  return [
    '',
    ...projects.filter(
      project =>
        project !== '' &&
        files.some(file => file === project || file.startsWith(`${project}/`)),
    ),
  ];
}
