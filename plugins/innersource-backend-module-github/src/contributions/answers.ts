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

import { Nodes } from '../facts/answers';

/** A page of a connection. */
export interface Page<T> extends Nodes<T> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Somebody with an account; null when it was deleted. */
export type AccountAnswer = { __typename: string; login: string } | null;

/** A comment on a change request or an issue. */
export interface CommentAnswer {
  createdAt: string;
  author: AccountAnswer;
}

/** A review of a change request. */
export interface ReviewAnswer {
  id: string;
  state: string;
  submittedAt: string | null;
  url: string;
  author: AccountAnswer;
}

/** A change request as asked for by the fragment `ChangeRequestPage`. */
export interface ChangeRequestAnswer {
  number: number;
  title: string;
  url: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  author: AccountAnswer;
  mergedBy: AccountAnswer;
  reviews: Nodes<ReviewAnswer> | null;
  comments: Nodes<CommentAnswer>;
  files?: Nodes<{ path: string }> | null;
}

/** An issue as asked for by the fragment `IssuePage`. */
export interface IssueAnswer {
  number: number;
  title: string;
  url: string;
  state: 'OPEN' | 'CLOSED';
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  author: AccountAnswer;
  comments: Nodes<CommentAnswer>;
}

/** A commit as asked for by the fragment `CommitPage`. */
export interface CommitContributionAnswer {
  oid: string;
  messageHeadline: string;
  url: string;
  authoredDate: string;
  committedDate: string;
  parents: { totalCount: number };
  authors: Nodes<{
    name: string | null;
    email: string | null;
    user: { login: string } | null;
  }>;
}
