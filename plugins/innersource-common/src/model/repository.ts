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

import { Fact } from './fact';

/**
 * One SCM repository.
 *
 * @public
 */
export interface RepositoryRef {
  /**
   * Normalised URL: lower-case host, no credentials, no trailing slash, no
   * `.git`, no path inside the repository. Local repositories are `file:` URLs.
   */
  url: string;
  /** Host name with port if there is one; empty for local repositories. */
  host: string;
  /** Path of the repository on its host without slashes at the ends, e.g. `org/name`. */
  fullName: string;
}

/**
 * Who may see a repository.
 *
 * @public
 */
export type RepositoryVisibility = 'public' | 'internal' | 'private';

/**
 * One entry of a repository's tree at the default branch's HEAD.
 *
 * @public
 */
export interface TreeEntry {
  /** Path from the repository's root, `/` as separator, no leading slash. */
  path: string;
  type: 'file' | 'directory' | 'symlink' | 'submodule';
  /** Size in bytes where the source knows it. */
  size?: number;
}

/**
 * The files of a repository, whole or in part.
 *
 * @public
 */
export interface RepositoryTree {
  entries: TreeEntry[];
  /**
   * True when every file of the repository is listed. When false, a path that
   * is not listed is unknown unless its parent directory is in `listedDirectories`.
   */
  complete: boolean;
  /** Directories whose direct children are all listed (`''` is the root). Unused when complete. */
  listedDirectories?: string[];
}

/**
 * A document's text as read from a repository.
 *
 * @public
 */
export interface RepositoryDocument {
  /** Path from the root of the repository that it was found in. */
  path: string;
  /** The text, at most {@link MAX_DOCUMENT_BYTES}; empty when `binary`. */
  text: string;
  /** Size of the whole file in bytes. */
  size: number;
  /** True when the text was cut. */
  truncated: boolean;
  /** True when the file is not text. */
  binary: boolean;
  /** `organisation` for a default file taken from the organisation's `.github` repository. */
  origin: 'repository' | 'organisation';
}

/**
 * Longest text of a document that is kept, in bytes of UTF-8.
 *
 * @public
 */
export const MAX_DOCUMENT_BYTES = 512 * 1024;

/**
 * The licence a repository carries.
 *
 * @public
 */
export interface LicenseFact {
  /** SPDX identifier, or null when the text was not recognised. */
  spdxId: string | null;
  name: string | null;
  path: string | null;
}

/**
 * A language and its share of the repository's code.
 *
 * @public
 */
export interface LanguageShare {
  /** Name as in GitHub's Linguist. */
  name: string;
  /** Null where the source knows no sizes; then `share` is that of the number of files. */
  bytes: number | null;
  /** 0 to 1. */
  share: number;
}

/**
 * A release, or a tag where the host has no releases.
 *
 * @public
 */
export interface ReleaseFact {
  tag: string;
  /** ISO 8601 instant. */
  publishedAt: string;
  kind: 'release' | 'tag';
  /** True when the release has notes. Unset for tags. */
  hasNotes?: boolean;
}

/**
 * What protects the default branch. Rules and rulesets are folded into one view:
 * the strictest that applies.
 *
 * @public
 */
export interface BranchProtection {
  requiredApprovingReviewCount: Fact<number>;
  requiresCodeOwnerReviews: Fact<boolean>;
  dismissesStaleReviews: Fact<boolean>;
  requiresStatusChecks: Fact<boolean>;
  enforcedForAdmins: Fact<boolean>;
  allowsForcePushes: Fact<boolean>;
  allowsDeletions: Fact<boolean>;
}

/**
 * An open issue that its maintainers offer to newcomers.
 *
 * @public
 */
export interface StarterIssue {
  number: number;
  title: string;
  url: string;
  /** Without those that say `skills` and `effort`. */
  labels: string[];
  /** True when nobody is assigned. */
  unassigned: boolean;
  /** ISO 8601 instants. */
  createdAt: string;
  updatedAt: string;
  comments: number;
  /** Skills asked for, from labels such as `skill:react`, where given. */
  skills?: string[];
  /** Effort as its maintainers wrote it, from labels such as `effort:2h`, where given. */
  effort?: string;
}

/**
 * Non-merge commits in one week.
 *
 * @public
 */
export interface WeeklyCommits {
  /** Monday of the week in UTC, `YYYY-MM-DD`. */
  week: string;
  commits: number;
}

/**
 * A person in the history of a repository, after `.mailmap`.
 *
 * @public
 */
export interface CommitAuthor {
  name: string;
  email: string;
  /** Non-merge commits on the default branch over the whole history. */
  commits: number;
  /** Of these, the ones of the 365 days before reading (by committer date). */
  commitsLastYear: number;
  /** ISO 8601 instant of the newest of them. */
  lastCommitAt: string;
}

/**
 * What the history of a repository, or of one path in it, says.
 *
 * @public
 */
export interface CommitActivity {
  /** All commits reachable from HEAD, merges included; for a path the same as `nonMerge`. */
  total: number;
  /** Those with at most one parent; for a path the ones that change something under it. */
  nonMerge: number;
  /** Earliest and latest author date, none of them after reading, ISO 8601; null without commits. */
  firstCommitAt: string | null;
  lastCommitAt: string | null;
  /** Weeks with at least one commit in the last 53 weeks before reading, oldest first (by committer date). */
  weeks: WeeklyCommits[];
  /** Largest first; at most 500. */
  authors: CommitAuthor[];
  /** How many authors there are in all. */
  authorCount: number;
  /**
   * True when not every commit was read (shallow clone, or an API that lists the
   * newest only): authors are then those of the commits that were read, weeks
   * are whole all the same unless the clone is shallow.
   */
  partial: boolean;
}

/**
 * What a source saw in a repository at a commit.
 *
 * @public
 */
export interface RepositoryFacts {
  repository: RepositoryRef;
  /** Id of the source that read them. */
  source: string;
  /** ISO 8601 instant of reading. */
  observedAt: string;
  /** HEAD of the default branch; unknown for an empty repository. */
  headCommit: Fact<string>;
  defaultBranch: Fact<string>;
  description: Fact<string | null>;
  topics: Fact<string[]>;
  visibility: Fact<RepositoryVisibility>;
  archived: Fact<boolean>;
  fork: Fact<boolean>;
  createdAt: Fact<string>;
  pushedAt: Fact<string>;
  stars: Fact<number>;
  forks: Fact<number>;
  watchers: Fact<number>;
  /** Open issues without change requests. */
  openIssues: Fact<number>;
  forkingAllowed: Fact<boolean>;
  issuesEnabled: Fact<boolean>;
  discussionsEnabled: Fact<boolean>;
  license: Fact<LicenseFact | null>;
  /** Largest first. */
  languages: Fact<LanguageShare[]>;
  /** Newest first; at most 100. */
  releases: Fact<ReleaseFact[]>;
  branchProtection: Fact<BranchProtection>;
  /** Open starter issues, newest first; at most 100. */
  starterIssues: Fact<StarterIssue[]>;
  tree: Fact<RepositoryTree>;
  /** Documents asked for that exist. Paths are unique per origin. */
  documents: RepositoryDocument[];
  /** By project path; `''` is the whole repository and always there. */
  commits: Record<string, Fact<CommitActivity>>;
}
