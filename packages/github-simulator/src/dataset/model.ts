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

import { History } from '../git/History';

/**
 * A person's or a program's account.
 *
 * @public
 */
export interface Account {
  id: number;
  login: string;
  /** A bot's login comes without `[bot]`. */
  type: 'User' | 'Bot';
  name: string | null;
  /** Shown on the profile. */
  email: string | null;
  /** Every address that GitHub would link to the account. */
  emails: string[];
  company: string | null;
  createdAt: string;
}

/**
 * Settings of an organisation that only its owners may read.
 *
 * @public
 */
export interface OrganizationSettings {
  defaultRepositoryPermission: 'none' | 'read' | 'write' | 'admin';
  membersCanCreatePublicRepositories: boolean;
  membersCanCreateInternalRepositories: boolean;
  membersCanCreatePrivateRepositories: boolean;
  membersCanForkPrivateRepositories: boolean;
  twoFactorRequirementEnabled: boolean;
  webCommitSignoffRequired: boolean;
}

/**
 * A team of an organisation.
 *
 * @public
 */
export interface Team {
  id: number;
  slug: string;
  name: string;
  description: string | null;
  parent: string | null;
  /** Logins. */
  members: string[];
}

/**
 * One rule of a ruleset, with the parameters that matter to readers.
 *
 * @public
 */
export type RulesetRule =
  | { type: 'deletion' | 'non_fast_forward' | 'required_linear_history' }
  | { type: 'required_signatures' }
  | {
      type: 'pull_request';
      requiredApprovingReviewCount: number;
      requireCodeOwnerReview: boolean;
      dismissStaleReviewsOnPush: boolean;
      requireLastPushApproval: boolean;
      requiredReviewThreadResolution: boolean;
    }
  | {
      type: 'required_status_checks';
      contexts: string[];
      strict: boolean;
    };

/**
 * A ruleset of a repository or of a whole organisation.
 *
 * @public
 */
export interface Ruleset {
  id: number;
  name: string;
  enforcement: 'active' | 'evaluate' | 'disabled';
  /** Ref patterns; `~DEFAULT_BRANCH` and `~ALL` as GitHub has them. */
  includeRefs: string[];
  /** Repository name patterns, for rulesets of an organisation. */
  includeRepositories: string[];
  rules: RulesetRule[];
  createdAt: string;
}

/**
 * An organisation.
 *
 * @public
 */
export interface Organization {
  id: number;
  login: string;
  name: string;
  description: string | null;
  email: string | null;
  websiteUrl: string | null;
  createdAt: string;
  settings: OrganizationSettings;
  teams: Team[];
  /** Logins. */
  members: string[];
  rulesets: Ruleset[];
}

/**
 * Classic branch protection.
 *
 * @public
 */
export interface BranchProtectionRule {
  id: number;
  pattern: string;
  requiredApprovingReviewCount: number;
  requiresCodeOwnerReviews: boolean;
  dismissesStaleReviews: boolean;
  requiredStatusCheckContexts: string[];
  requiresStrictStatusChecks: boolean;
  isAdminEnforced: boolean;
  allowsForcePushes: boolean;
  allowsDeletions: boolean;
  requiresLinearHistory: boolean;
  requiresConversationResolution: boolean;
}

/**
 * A recognised licence.
 *
 * @public
 */
export interface License {
  key: string;
  name: string;
  spdxId: string;
}

/**
 * A repository's own data; what takes work to make is in {@link RepositoryContent}.
 *
 * @public
 */
export interface Repository {
  id: number;
  owner: string;
  name: string;
  description: string | null;
  visibility: 'public' | 'internal' | 'private';
  archived: boolean;
  /** Full name of the repository it was forked from, where it is a fork. */
  parent: string | null;
  template: boolean;
  topics: string[];
  homepageUrl: string | null;
  createdAt: string;
  /** Time of the newest commit or branch push. */
  pushedAt: string;
  /** Newest change of anything. */
  updatedAt: string;
  stars: number;
  forks: number;
  watchers: number;
  allowForking: boolean;
  hasIssues: boolean;
  hasDiscussions: boolean;
  hasWiki: boolean;
  hasProjects: boolean;
  defaultBranch: string;
  license: License | null;
  branchProtectionRules: BranchProtectionRule[];
  rulesets: Ruleset[];
}

/**
 * A label of a repository.
 *
 * @public
 */
export interface Label {
  name: string;
  color: string;
  description: string | null;
}

/**
 * A comment on an issue or a pull request.
 *
 * @public
 */
export interface Comment {
  id: number;
  /** Login; null when the account was deleted. */
  author: string | null;
  body: string;
  createdAt: string;
}

/**
 * A review of a pull request.
 *
 * @public
 */
export interface Review {
  id: number;
  author: string | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  body: string;
  submittedAt: string;
}

interface IssueLike {
  id: number;
  number: number;
  title: string;
  body: string;
  author: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  labels: string[];
  assignees: string[];
  comments: Comment[];
}

/**
 * An issue.
 *
 * @public
 */
export interface Issue extends IssueLike {
  state: 'OPEN' | 'CLOSED';
  stateReason: 'COMPLETED' | 'NOT_PLANNED' | null;
}

/**
 * A pull request.
 *
 * @public
 */
export interface PullRequest extends IssueLike {
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  /** Name of the commit that it became on the default branch. */
  mergeCommit: string | null;
  headRefName: string;
  /** True when it comes from a fork. */
  fromFork: boolean;
  reviews: Review[];
  requestedReviewers: string[];
  files: Array<{ path: string; additions: number; deletions: number }>;
}

/**
 * A release; its tag is a tag of the repository.
 *
 * @public
 */
export interface Release {
  id: number;
  tagName: string;
  name: string;
  body: string;
  author: string | null;
  isPrerelease: boolean;
  createdAt: string;
  publishedAt: string;
  /** Name of the commit. */
  commit: string;
}

/**
 * What is in a repository.
 *
 * @public
 */
export interface RepositoryContent {
  history: History;
  labels: Label[];
  /** Ascending by number. */
  issues: Issue[];
  /** Ascending by number. */
  pullRequests: PullRequest[];
  /** Newest first. */
  releases: Release[];
}

/**
 * All that the simulator serves.
 *
 * @public
 */
export interface Dataset {
  /** The instant that the data set's past ends at. */
  readonly now: Date;
  readonly organizations: readonly Organization[];
  readonly accounts: readonly Account[];
  readonly repositories: readonly Repository[];
  /** Made when asked for, and the same each time. */
  contentOf(repository: Repository): RepositoryContent;
}
