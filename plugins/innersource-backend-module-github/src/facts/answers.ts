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

/** Nodes of a connection; GitHub leaves null where a node cannot be shown. */
export interface Nodes<T> {
  totalCount?: number;
  nodes?: Array<T | null> | null;
}

/** One entry of a directory as asked for by the fragment `Directory`. */
export interface EntryAnswer {
  name: string;
  type: string;
  mode: number;
  size: number;
  object?: { entries?: EntryAnswer[] | null } | null;
}

/** A directory as asked for by the fragment `Directory`; empty for a file. */
export interface DirectoryAnswer {
  entries?: EntryAnswer[] | null;
}

/** Answer to the fragments about protection of a branch. */
export interface ProtectionAnswer {
  branchProtectionRule?: {
    requiresApprovingReviews: boolean;
    requiredApprovingReviewCount: number | null;
    requiresCodeOwnerReviews: boolean;
    dismissesStaleReviews: boolean;
    requiresStatusChecks: boolean;
    isAdminEnforced: boolean;
    allowsForcePushes: boolean;
    allowsDeletions: boolean;
  } | null;
  refUpdateRule?: {
    requiredApprovingReviewCount: number | null;
    requiresCodeOwnerReviews: boolean;
    requiredStatusCheckContexts: Array<string | null> | null;
    allowsForcePushes: boolean;
    allowsDeletions: boolean;
  } | null;
  rules?: Nodes<{
    type: string;
    parameters?: {
      requiredApprovingReviewCount?: number;
      requireCodeOwnerReview?: boolean;
      dismissStaleReviewsOnPush?: boolean;
    } | null;
  }> | null;
}

/** Answer to the fragment `RepositoryState`. */
export interface StateAnswer {
  id: string;
  nameWithOwner: string;
  url: string;
  pushedAt: string | null;
  updatedAt: string;
  description: string | null;
  visibility: 'PUBLIC' | 'INTERNAL' | 'PRIVATE';
  isArchived: boolean;
  isFork: boolean;
  isEmpty: boolean;
  viewerCanAdminister: boolean;
  hasIssuesEnabled: boolean;
  hasDiscussionsEnabled: boolean;
  forkingAllowed: boolean;
  stargazerCount: number;
  forkCount: number;
  watchers: { totalCount: number };
  openIssues?: { totalCount: number };
  starterIssues?: { totalCount: number };
  latestIssue?: Nodes<{ updatedAt: string }>;
  latestChangeRequest?: Nodes<{ updatedAt: string }>;
  latestRelease?: Nodes<{
    tagName: string;
    publishedAt: string | null;
    updatedAt: string;
  }>;
  defaultBranchRef:
    | ({ name: string; target: { oid: string } | null } & ProtectionAnswer)
    | null;
}

/** One commit as asked for by the fragment `CommitWindow`. */
export interface CommitAnswer {
  oid: string;
  messageHeadline: string;
  authoredDate: string;
  committedDate: string;
  author: {
    name: string | null;
    email: string | null;
    user: { login: string } | null;
  } | null;
}

/** A part of the history. */
export interface HistoryAnswer {
  committedDate?: string;
  all?: { totalCount: number };
  window?: Nodes<CommitAnswer>;
}

/** Answer to the fragment `RepositoryDetails`. */
export interface DetailsAnswer {
  createdAt: string;
  licenseInfo: { key: string; spdxId: string | null; name: string } | null;
  repositoryTopics: Nodes<{ topic: { name: string } }>;
  languages: {
    totalSize: number;
    edges: Array<{ size: number; node: { name: string } } | null> | null;
  } | null;
  releases?: Nodes<{
    tagName: string;
    isDraft: boolean;
    publishedAt: string | null;
    description: string | null;
  }>;
  tags: Nodes<{
    name: string;
    target: {
      committedDate?: string;
      tagger?: { date: string | null } | null;
      target?: { committedDate?: string };
    } | null;
  }> | null;
  history: { target: HistoryAnswer | null } | null;
  root: DirectoryAnswer | null;
  community: DirectoryAnswer | null;
}

/** Answer to the fragment `StarterIssue`. */
export interface StarterIssueAnswer {
  number: number;
  title: string;
  url: string;
  createdAt: string;
  updatedAt: string;
  labels: Nodes<{ name: string }> | null;
  assignees: { totalCount: number };
  comments: { totalCount: number };
}

/** A file's content. */
export interface BlobAnswer {
  text?: string | null;
  byteSize?: number;
  isBinary?: boolean | null;
  isTruncated?: boolean;
}

/** The nodes of a connection that can be shown. */
export function nodesOf<T>(connection: Nodes<T> | null | undefined): T[] {
  return (connection?.nodes ?? []).filter(
    (node): node is Exclude<typeof node, null> => node !== null,
  ) as T[];
}
