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

/**
 * A GraphQL fragment with what it needs around it.
 */
export interface Fragment {
  text: string;
  /** Fragments that it spreads. */
  uses?: readonly string[];
  /** Types of the shared variables in it, by name. */
  variables?: Readonly<Record<string, string>>;
  /**
   * Types and fields that older GitHub Enterprise Server versions lack; the
   * fragment is left out for hosts that do not know one of them.
   */
  optional?: readonly string[];
  /**
   * Keys in the answer that may not be null. A credential without the
   * permission named loses the whole repository over them, unless the fragment
   * is left out.
   */
  guarded?: { keys: readonly string[]; permission: string };
}

/**
 * Fields that change when anything changes that facts are made of. They cost
 * little, so that a hundred repositories fit into one query.
 */
const repositoryState: Fragment = {
  uses: [
    'IssueState',
    'StarterIssueCount',
    'ChangeRequestState',
    'ReleaseState',
    'ClassicProtection',
    'VisibleProtection',
    'RulesetProtection',
  ],
  text: `fragment RepositoryState on Repository {
  id
  nameWithOwner
  url
  pushedAt
  updatedAt
  description
  visibility
  isArchived
  isFork
  isEmpty
  viewerCanAdminister
  hasIssuesEnabled
  hasDiscussionsEnabled
  forkingAllowed
  stargazerCount
  forkCount
  watchers { totalCount }
  ...IssueState
  ...StarterIssueCount
  ...ChangeRequestState
  ...ReleaseState
  defaultBranchRef {
    name
    target { oid }
    ...ClassicProtection
    ...VisibleProtection
    ...RulesetProtection
  }
}`,
};

const issueState: Fragment = {
  guarded: { keys: ['openIssues', 'latestIssue'], permission: 'Issues' },
  text: `fragment IssueState on Repository {
  openIssues: issues(states: OPEN) { totalCount }
  latestIssue: issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) {
    totalCount
    nodes { updatedAt }
  }
}`,
};

const changeRequestState: Fragment = {
  guarded: { keys: ['latestChangeRequest'], permission: 'Pull requests' },
  text: `fragment ChangeRequestState on Repository {
  latestChangeRequest: pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) {
    totalCount
    nodes { updatedAt }
  }
}`,
};

const releaseState: Fragment = {
  guarded: { keys: ['latestRelease'], permission: 'Contents' },
  text: `fragment ReleaseState on Repository {
  latestRelease: releases(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) {
    totalCount
    nodes { tagName publishedAt updatedAt }
  }
}`,
};

const releases: Fragment = {
  guarded: { keys: ['releases'], permission: 'Contents' },
  text: `fragment Releases on Repository {
  releases(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { tagName isDraft publishedAt description }
  }
}`,
};

const starterIssueCount: Fragment = {
  guarded: { keys: ['starterIssues'], permission: 'Issues' },
  variables: { labels: '[String!]!' },
  text: `fragment StarterIssueCount on Repository {
  starterIssues: issues(states: OPEN, labels: $labels) { totalCount }
}`,
};

const classicProtection: Fragment = {
  text: `fragment ClassicProtection on Ref {
  branchProtectionRule {
    requiresApprovingReviews
    requiredApprovingReviewCount
    requiresCodeOwnerReviews
    dismissesStaleReviews
    requiresStatusChecks
    isAdminEnforced
    allowsForcePushes
    allowsDeletions
  }
}`,
};

const visibleProtection: Fragment = {
  text: `fragment VisibleProtection on Ref {
  refUpdateRule {
    requiredApprovingReviewCount
    requiresCodeOwnerReviews
    requiredStatusCheckContexts
    allowsForcePushes
    allowsDeletions
  }
}`,
};

const rulesetProtection: Fragment = {
  optional: ['Ref.rules', 'PullRequestParameters', 'RepositoryRule'],
  text: `fragment RulesetProtection on Ref {
  rules(first: 50) {
    nodes {
      type
      parameters {
        ... on PullRequestParameters {
          requiredApprovingReviewCount
          requireCodeOwnerReview
          dismissStaleReviewsOnPush
        }
      }
    }
  }
}`,
};

const entry = 'name type mode size';

/** Entries of a directory and of the directories in it. */
const directory: Fragment = {
  text: `fragment Directory on Tree {
  entries {
    ${entry}
    object { ... on Tree { entries { ${entry} } } }
  }
}`,
};

const commitWindow: Fragment = {
  text: `fragment CommitWindow on CommitHistoryConnection {
  totalCount
  nodes {
    oid
    messageHeadline
    authoredDate
    committedDate
    author { name email user { login } }
  }
}`,
};

const repositoryDetails: Fragment = {
  uses: ['Directory', 'CommitWindow', 'Releases'],
  variables: { since: 'GitTimestamp!' },
  text: `fragment RepositoryDetails on Repository {
  createdAt
  licenseInfo { key spdxId name }
  repositoryTopics(first: 50) { nodes { topic { name } } }
  languages(first: 50, orderBy: { field: SIZE, direction: DESC }) {
    totalSize
    edges { size node { name } }
  }
  ...Releases
  tags: refs(refPrefix: "refs/tags/", first: 20, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    nodes {
      name
      target {
        ... on Commit { committedDate }
        ... on Tag { tagger { date } target { ... on Commit { committedDate } } }
      }
    }
  }
  history: defaultBranchRef {
    target {
      ... on Commit {
        committedDate
        all: history { totalCount }
        window: history(first: 100, since: $since) { ...CommitWindow }
      }
    }
  }
  root: object(expression: "HEAD:") { ...Directory }
  community: object(expression: "HEAD:.github") { ...Directory }
}`,
};

/** Weeks of which commits are counted one by one for busy repositories. */
export const COUNTED_WEEKS = 53;

const weekNumbers = Array.from({ length: COUNTED_WEEKS }, (_, index) => index);

/** Types of the variables in {@link weeklyCounts}. */
export const WEEK_VARIABLES: Readonly<Record<string, string>> =
  Object.fromEntries(
    weekNumbers.flatMap(number => [
      [`week${number}`, 'GitTimestamp!'],
      [`weekEnd${number}`, 'GitTimestamp!'],
    ]),
  );

/**
 * Fields of a commit that count the commits of each week, however many there
 * are.
 *
 * @param path - reference to the variable that holds a path in the repository
 */
export function weeklyCounts(path?: string): string {
  return weekNumbers
    .map(
      number =>
        `week${number}: history(${
          path ? `path: ${path}, ` : ''
        }since: $week${number}, until: $weekEnd${number}) { totalCount }`,
    )
    .join('\n');
}

const weeklyCommits: Fragment = {
  variables: WEEK_VARIABLES,
  text: `fragment WeeklyCommits on Commit {
${weeklyCounts()}
}`,
};

const starterIssue: Fragment = {
  text: `fragment StarterIssue on Issue {
  number
  title
  url
  createdAt
  updatedAt
  labels(first: 20) { nodes { name } }
  assignees(first: 1) { totalCount }
  comments { totalCount }
}`,
};

const account: Fragment = {
  text: `fragment Account on Actor {
  __typename
  login
}`,
};

/** Change requests as contributions, last updated first. */
const changeRequestPage: Fragment = {
  guarded: { keys: ['changeRequests'], permission: 'Pull requests' },
  uses: ['Account'],
  variables: {
    pageSize: 'Int!',
    changeRequestsAfter: 'String',
    withFiles: 'Boolean!',
  },
  text: `fragment ChangeRequestPage on Repository {
  changeRequests: pullRequests(first: $pageSize, after: $changeRequestsAfter, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      number
      title
      url
      state
      createdAt
      updatedAt
      closedAt
      mergedAt
      author { ...Account }
      mergedBy { ...Account }
      reviews(first: 100) {
        nodes { id state submittedAt url author { ...Account } }
      }
      comments(first: 20) {
        nodes { createdAt author { ...Account } }
      }
      files(first: 100) @include(if: $withFiles) { nodes { path } }
    }
  }
}`,
};

/** Issues as contributions, last updated first. */
const issuePage: Fragment = {
  guarded: { keys: ['recentIssues'], permission: 'Issues' },
  uses: ['Account'],
  variables: {
    pageSize: 'Int!',
    issuesAfter: 'String',
    issuesSince: 'DateTime!',
  },
  text: `fragment IssuePage on Repository {
  recentIssues: issues(first: $pageSize, after: $issuesAfter, filterBy: { since: $issuesSince }, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      number
      title
      url
      state
      createdAt
      updatedAt
      closedAt
      author { ...Account }
      comments(first: 20) {
        nodes { createdAt author { ...Account } }
      }
    }
  }
}`,
};

/** Commits as contributions. */
const commitPage: Fragment = {
  text: `fragment CommitPage on CommitHistoryConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    oid
    messageHeadline
    url
    authoredDate
    committedDate
    parents(first: 1) { totalCount }
    authors(first: 10) { nodes { name email user { login } } }
  }
}`,
};

/**
 * All fragments by name.
 */
export const FRAGMENTS: Readonly<Record<string, Fragment>> = {
  RepositoryState: repositoryState,
  IssueState: issueState,
  ChangeRequestState: changeRequestState,
  ReleaseState: releaseState,
  Releases: releases,
  StarterIssueCount: starterIssueCount,
  ClassicProtection: classicProtection,
  VisibleProtection: visibleProtection,
  RulesetProtection: rulesetProtection,
  Directory: directory,
  CommitWindow: commitWindow,
  RepositoryDetails: repositoryDetails,
  WeeklyCommits: weeklyCommits,
  StarterIssue: starterIssue,
  Account: account,
  ChangeRequestPage: changeRequestPage,
  IssuePage: issuePage,
  CommitPage: commitPage,
};
