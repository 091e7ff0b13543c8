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
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  HostBudget,
  OrganizationRef,
  OrganizationSetup,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ContributionPage,
  ReadContributionsRequest,
  ReadFactsRequest,
  ReadFactsResult,
  RepositorySource,
  SourceContext,
} from '@ispo/backstage-plugin-innersource-node';
import { RequestCounters } from './client/GithubBudget';
import { GithubClient } from './client/GithubClient';
import { GithubSourceConfig } from './config';
import { ContributionsReader } from './contributions/ContributionsReader';
import { RepositoryStates } from './contributions/RepositoryStates';
import { FactsReader } from './facts/FactsReader';
import { SelectionRunner } from './graphql/SelectionRunner';
import { OrganizationReader } from './organization/OrganizationReader';

/** Longest answer of GitHub that is read. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/**
 * Reads repositories of the hosts in `integrations.github` that have a
 * credential there.
 */
export class GithubRepositorySource implements RepositorySource {
  static create(options: {
    integrations: ScmIntegrationRegistry;
    config: GithubSourceConfig;
    logger: LoggerService;
    metrics?: MetricsService;
    credentialsProvider?: GithubCredentialsProvider;
    now?: () => Date;
    /** First pause before a failed request is repeated; half a second by default. */
    retryDelayMs?: number;
  }): GithubRepositorySource {
    const { integrations, config, metrics, credentialsProvider, now } = options;
    const client = GithubClient.create({
      integrations,
      credentialsProvider,
      concurrency: config.concurrency,
      requestTimeoutMs: config.requestTimeoutMs,
      maxWaitSeconds: config.maxWaitSeconds,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      retryDelayMs: options.retryDelayMs,
      counters: metrics && createCounters(metrics),
    });
    const runner = SelectionRunner.create({ client });
    const states = RepositoryStates.create();
    return new GithubRepositorySource({
      client,
      states,
      facts: FactsReader.create({
        client,
        runner,
        onState: (repositoryUrl, state) => states.saw(repositoryUrl, state),
        starterIssueLabels: config.starterIssueLabels,
        now,
      }),
      contributions: ContributionsReader.create({ client, runner, states }),
      organizations: OrganizationReader.create({ client, runner, now }),
    });
  }

  readonly id = 'github';

  /** As many as one query can look at for changes. */
  readonly batchSize = 100;

  readonly #client: GithubClient;
  readonly #facts: FactsReader;

  readonly #contributions: ContributionsReader;
  readonly #organizations: OrganizationReader;
  readonly #states: RepositoryStates;

  private constructor(options: {
    client: GithubClient;
    facts: FactsReader;
    contributions: ContributionsReader;
    organizations: OrganizationReader;
    states: RepositoryStates;
  }) {
    this.#client = options.client;
    this.#facts = options.facts;
    this.#contributions = options.contributions;
    this.#organizations = options.organizations;
    this.#states = options.states;
  }

  claims(repository: RepositoryRef): boolean {
    return (
      /^https?:/.test(repository.url) &&
      this.#client.hasCredentials(repository.host)
    );
  }

  readFacts(
    requests: ReadFactsRequest[],
    context: SourceContext,
  ): AsyncIterable<ReadFactsResult> {
    return this.#facts.read(requests, context);
  }

  readContributions(
    request: ReadContributionsRequest,
    context: SourceContext,
  ): AsyncIterable<ContributionPage> {
    return this.#contributions.read(request, context);
  }

  readOrganizationSetup(
    organization: OrganizationRef,
    context: SourceContext,
  ): Promise<OrganizationSetup | undefined> {
    return this.#organizations.read(organization, context);
  }

  async forget(repository: RepositoryRef): Promise<void> {
    this.#states.forget(repository.url);
  }

  budgets(): HostBudget[] {
    return this.#client.budgets(this.id);
  }
}

function createCounters(metrics: MetricsService): RequestCounters {
  const requests = metrics.createCounter('innersource.github.requests', {
    description: 'Requests sent to GitHub',
  });
  const points = metrics.createCounter('innersource.github.graphql_points', {
    description: 'GraphQL points spent on GitHub',
  });
  const notModified = metrics.createCounter('innersource.github.not_modified', {
    description: 'Requests that GitHub answered with 304 Not Modified',
  });
  return {
    requests: labels => requests.add(1, labels),
    points: (labels, count) => points.add(count, labels),
    notModified: labels => notModified.add(1, labels),
  };
}
