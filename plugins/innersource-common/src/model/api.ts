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

import { CheckCategory } from './check';
import { ActivityScore, Evaluation } from './evaluation';
import { GovernanceLevel, PortalMetadata } from './project';

/**
 * Where a project stands in the pipeline.
 *
 * - `pending`: known, not evaluated yet
 * - `evaluating`: being evaluated for the first time or again
 * - `ready`: the latest evaluation is current
 * - `stale`: the source fails; the last good evaluation is shown
 * - `failed`: the source fails and there never was a good evaluation
 * - `no-source`: the entity has no readable source location
 *
 * @public
 */
export type ProjectStatus =
  | 'pending'
  | 'evaluating'
  | 'ready'
  | 'stale'
  | 'failed'
  | 'no-source';

/**
 * Kinds of failures in reading a repository.
 *
 * @public
 */
export const FAILURE_KINDS = [
  /** The host says that it does not exist, or hides it. */
  'not-found',
  /** No or wrong credentials. */
  'unauthorized',
  'timeout',
  'rate-limited',
  /** The repository is larger than the limits allow. */
  'too-large',
  /** Disk, memory, missing program: the fault of the machine that reads. */
  'local',
  /** Not allowed by configuration or never readable, e.g. `ext::` URLs. Not retried until something changes. */
  'rejected',
  /** Anything else on the host's side. */
  'unavailable',
  /** An error in the plugin; the log of the backend has it. */
  'internal',
] as const;

/**
 * A kind of failure in reading a repository.
 *
 * @public
 */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/**
 * Why the newest evaluation could not be made.
 *
 * @public
 */
export interface ProjectFailure {
  /** ISO 8601 instant of the first failure since the last success. */
  since: string;
  kind: FailureKind;
  /** What failed and what to do, in English, without secrets. */
  message: string;
  attempts: number;
  /** ISO 8601 instant of the next attempt. */
  nextAttemptAt: string | null;
}

/**
 * One project in lists.
 *
 * @public
 */
export interface ProjectSummary {
  entityRef: string;
  title: string;
  description: string | null;
  owner: string | null;
  /** Empty with status `no-source`. */
  repositoryUrl: string;
  path: string;
  status: ProjectStatus;
  /** 0 to 100, null without a conclusive evaluation. */
  readiness: number | null;
  grade: string | null;
  categories: Array<{ category: CheckCategory; score: number | null }>;
  level: GovernanceLevel | null;
  activity: ActivityScore | null;
  language: string | null;
  topics: string[];
  metadata: PortalMetadata;
  starterIssueCount: number;
  archived: boolean;
  /** ISO 8601 instants. */
  evaluatedAt: string | null;
  lastCommitAt: string | null;
  /** ISO 8601 instant since when the result is stale. */
  staleSince: string | null;
  /** Median hours to the first response on change requests of other teams, last 365 days; null when unknown or without any. */
  firstResponseHours: number | null;
  /** Contributions of code from other teams, last 365 days; null until contributions were read. */
  outsideContributions: number | null;
  /** Commits per week of the last 52 weeks when evaluated, oldest first; null when unknown. */
  participation: number[] | null;
}

/**
 * Order of a list of projects. `-` sorts descending; projects without the value
 * come last either way.
 *
 * @public
 */
export type ProjectOrder =
  | 'activity'
  | 'readiness'
  | '-readiness'
  | 'name'
  | 'newest'
  | 'evaluated'
  | 'most-helped'
  | 'fastest-answers';

/**
 * Query of `GET /projects`. Lists are any-of; different filters combine with and.
 *
 * @public
 */
export interface ListProjectsQuery {
  /** Words that must all occur in title, name, description, motivation, topics, skills, languages or owner. */
  search?: string;
  owner?: string[];
  language?: string[];
  topic?: string[];
  skill?: string[];
  grade?: string[];
  level?: GovernanceLevel[];
  /** Only projects with open, unassigned starter issues. */
  helpWanted?: boolean;
  /** Only projects that count as InnerSource projects. */
  innerSourceOnly?: boolean;
  /** Kinds of help wanted as projects name them in `innersource.json`. */
  contribution?: string[];
  /** Groups above the owner, at any level, or the owner itself. */
  division?: string[];
  /** Only projects whose median first response to other teams takes at most so many hours. */
  answersWithinHours?: number;
  /** Only projects in languages or with skills that the caller knows; for users. */
  mine?: boolean;
  orderBy?: ProjectOrder;
  /** 1 to 200, default 50. */
  limit?: number;
  cursor?: string;
  /** Whether to count facets, true by default. Without, the facets are empty and the answer is quicker. */
  facets?: boolean;
}

/**
 * Values of a field in the filtered list with their counts, most frequent first.
 *
 * @public
 */
export interface Facet {
  value: string;
  count: number;
}

/**
 * Answer of `GET /projects`.
 *
 * @public
 */
export interface ProjectPage {
  items: ProjectSummary[];
  totalItems: number;
  nextCursor: string | null;
  facets: {
    owner: Facet[];
    language: Facet[];
    topic: Facet[];
    skill: Facet[];
    grade: Facet[];
    level: Facet[];
    contribution: Facet[];
    /** Groups above the owners; a project counts in each of them. */
    division: Facet[];
  };
}

/**
 * Answer of `GET /projects/by-name/…`: a project's latest evaluation, whole.
 *
 * @public
 */
export interface ProjectDetail {
  entityRef: string;
  status: ProjectStatus;
  repositoryUrl: string | null;
  path: string;
  /** Why there is no repository and what to do; only with status `no-source`. */
  noSourceReason?: string;
  /** The last good evaluation; null if there is none. */
  evaluation: Evaluation | null;
  failure: ProjectFailure | null;
  /** ISO 8601 instant of the next scheduled evaluation. */
  nextEvaluationAt: string | null;
  /**
   * Place in the queue, from 1, when it waits for evaluation. Only repositories
   * of projects that the caller may see are counted.
   */
  queuePosition: number | null;
  /** What the readiness is compared with; null before the first evaluation. */
  readinessBefore: ReadinessBefore | null;
  /** True when the caller may ask for a refresh. */
  mayRefresh: boolean;
}

/**
 * Readiness 30 days ago, or at the first evaluation since.
 *
 * @public
 */
export interface ReadinessBefore {
  /** Whole days ago, from 0 (first evaluated today) to 30. */
  days: number;
  /** Null when no check could be decided then. */
  readiness: number | null;
}

/**
 * One row per project and day on which something changed.
 *
 * @public
 */
export interface Snapshot {
  /** `YYYY-MM-DD` in UTC. */
  date: string;
  readiness: number | null;
  grade: string | null;
  categories: Array<{ category: CheckCategory; score: number | null }>;
  activity: number | null;
}

/**
 * Answer of `GET …/history`.
 *
 * @public
 */
export interface ProjectHistory {
  entityRef: string;
  /** Oldest first. The first one may lie before `from`: it holds the value at the start. */
  snapshots: Snapshot[];
}

/**
 * Answer of `POST …/refresh`.
 *
 * @public
 */
export interface RefreshAccepted {
  /** Place in the queue, from 1, as {@link ProjectDetail.queuePosition} counts it. */
  queuePosition: number;
}

/**
 * A source's budget on one host.
 *
 * @public
 */
export interface HostBudget {
  source: string;
  host: string;
  /** What the budget belongs to, e.g. an App installation; never a secret. */
  account: string;
  limit: number | null;
  remaining: number | null;
  /** ISO 8601 instant. */
  resetsAt: string | null;
  requests: number;
  notModified: number;
  /** GraphQL points spent, where the host has them. */
  points: number;
}

/**
 * A repository whose source fails.
 *
 * @public
 */
export interface FailingRepository {
  repositoryUrl: string;
  entityRefs: string[];
  since: string;
  kind: FailureKind;
  /** What failed and what to do, in English, without secrets. */
  message: string;
  attempts: number;
  nextAttemptAt: string | null;
}

/**
 * Health of one source.
 *
 * @public
 */
export interface SourceHealth {
  source: string;
  healthy: boolean;
  /** What is wrong and what to do. */
  message?: string;
}

/**
 * Answer of `GET /status`.
 *
 * @public
 */
export interface BackendStatus {
  projects: {
    total: number;
    evaluated: number;
    pending: number;
    failing: number;
  };
  repositories: number;
  queue: {
    due: number;
    running: number;
    /** Age of the oldest due item in seconds. */
    oldestDueSeconds: number | null;
  };
  /** First pass over all projects. */
  firstPass: {
    done: boolean;
    /** 0 to 1. */
    progress: number;
    /** Seconds until it is done at the present pace; null when unknown. */
    estimatedSeconds: number | null;
  };
  lastSuccessAt: string | null;
  /** ISO 8601 instant of the last complete look at the catalog. */
  catalogSyncedAt: string | null;
  failing: FailingRepository[];
  sources: SourceHealth[];
  budgets: HostBudget[];
}
