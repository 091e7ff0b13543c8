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
import {
  FailureKind,
  DocumentSelector,
  HostBudget,
  OrganizationRef,
  OrganizationSetup,
  RawContribution,
  RepositoryFacts,
  RepositoryRef,
  ScmIdentity,
  SourceHealth,
} from '@ispo/backstage-plugin-innersource-common';

/**
 * One repository to read facts of, for all projects in it at once.
 *
 * @public
 */
export interface ReadFactsRequest {
  repository: RepositoryRef;
  /** Paths of the projects in this repository; `''` is the whole of it. */
  paths: string[];
  /** Which documents the checks want to read. */
  documents: DocumentSelector;
  /**
   * The token of the last successful reading. Given, a source may answer
   * `unchanged` after a cheap look.
   */
  token?: string;
}

/**
 * Why a source could not read a repository.
 *
 * @public
 */
export type SourceErrorKind = Exclude<FailureKind, 'internal'>;

/**
 * Outcome of reading one repository.
 *
 * @public
 */
export type ReadFactsResult =
  | {
      outcome: 'changed';
      repository: RepositoryRef;
      facts: RepositoryFacts;
      /** Opaque; handed back at the next reading. */
      token: string;
    }
  | { outcome: 'unchanged'; repository: RepositoryRef; token: string }
  | {
      outcome: 'failed';
      repository: RepositoryRef;
      kind: SourceErrorKind;
      /** What failed and what to do, without secrets. */
      message: string;
      /** Seconds to wait before the next attempt, where the host says so. */
      retryAfterSeconds?: number;
    };

/**
 * A source's working conditions.
 *
 * @public
 */
export interface SourceContext {
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * What to deliver of a repository's contributions.
 *
 * @public
 */
export interface ReadContributionsRequest {
  repository: RepositoryRef;
  /** Paths of the projects in this repository. */
  paths: string[];
  /** Where the last page left off; absent for the first fill. */
  cursor?: string;
  /** Oldest instant of interest, ISO 8601. */
  since: string;
  /**
   * Tells machines from people, as the administrator has configured: to find the
   * first response by a human and to count reviews by humans.
   */
  isBot(identity: ScmIdentity): boolean;
}

/**
 * One page of contributions. Stored together with its cursor in one
 * transaction, so that no page is fetched twice and none is lost.
 *
 * @public
 */
export interface ContributionPage {
  contributions: RawContribution[];
  /** Opaque; where to continue, now or at the next run. */
  cursor: string;
  /**
   * True when the history the cursor pointed into is gone (force push, other
   * paths): what was stored of this repository before is to be replaced by what
   * this and the following pages deliver.
   */
  replacesAll?: boolean;
}

/**
 * Reads one kind of host. Sources are asked in order of registration, the git
 * source last; the first that claims a repository reads it.
 *
 * @public
 */
export interface RepositorySource {
  /** Stable id, e.g. `git` or `github`. */
  readonly id: string;

  /** Repositories the source likes to get in one call of {@link RepositorySource.readFacts}; 1 or more. */
  readonly batchSize: number;

  /** True when this source reads that repository. Must not do I/O. */
  claims(repository: RepositoryRef): boolean;

  /**
   * Reads facts of several repositories; one result for each request, in any
   * order, as soon as it is known. Never throws for a single repository's
   * sake; throws only when aborted.
   */
  readFacts(
    requests: ReadFactsRequest[],
    context: SourceContext,
  ): AsyncIterable<ReadFactsResult>;

  /**
   * Delivers contributions in pages of at most a few thousand, oldest first
   * where the host allows, until there are no more. Absent where the host has
   * nothing to deliver. Throws a {@link SourceError} when reading fails.
   */
  readContributions?(
    request: ReadContributionsRequest,
    context: SourceContext,
  ): AsyncIterable<ContributionPage>;

  /**
   * Reads how an organisation on the source's host is set up; undefined when
   * the account is a person's. Asked for owners of repositories that the source
   * claims. Absent where the host has no organisations. Throws a
   * {@link SourceError} when reading fails.
   */
  readOrganizationSetup?(
    organization: OrganizationRef,
    context: SourceContext,
  ): Promise<OrganizationSetup | undefined>;

  /** Frees what the source keeps of repositories that are no longer projects'. */
  forget?(repository: RepositoryRef): Promise<void>;

  health?(): Promise<SourceHealth>;

  budgets?(): HostBudget[];
}

/**
 * Thrown by {@link RepositorySource.readContributions}.
 *
 * @public
 */
export class SourceError extends Error {
  readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  readonly retryAfterSeconds?: number;

  constructor(options: {
    kind: SourceErrorKind;
    message: string;
    retryAfterSeconds?: number;
  }) {
    super(options.message);
    this.kind = options.kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
