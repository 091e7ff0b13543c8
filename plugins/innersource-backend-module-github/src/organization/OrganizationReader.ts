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
  BasePermission,
  Fact,
  known,
  OrganizationRef,
  OrganizationRuleset,
  OrganizationSetup,
  tell,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  SourceContext,
  SourceError,
} from '@ispo/backstage-plugin-innersource-node';
import { GithubAccount, GithubClient } from '../client/GithubClient';
import { GithubError } from '../client/GithubError';
import { DirectoryAnswer } from '../facts/answers';
import { defaultStemOf } from '../facts/organizationDefaults';
import { SelectionOutcome, SelectionRunner } from '../graphql/SelectionRunner';

const HIDDEN = tell('github-setting');

const BASE_PERMISSIONS: readonly BasePermission[] = [
  'none',
  'read',
  'write',
  'admin',
];

/**
 * Reads how organisations are set up. REST, because GraphQL lacks most of it;
 * conditional, so that an unchanged organisation costs next to nothing.
 */
export class OrganizationReader {
  static create(options: {
    client: GithubClient;
    runner: SelectionRunner;
    now?: () => Date;
  }): OrganizationReader {
    return new OrganizationReader(options);
  }

  readonly #client: GithubClient;
  readonly #runner: SelectionRunner;
  readonly #now: () => Date;

  private constructor(options: {
    client: GithubClient;
    runner: SelectionRunner;
    now?: () => Date;
  }) {
    this.#client = options.client;
    this.#runner = options.runner;
    this.#now = options.now ?? (() => new Date());
  }

  /** Undefined for an account that is no organisation. */
  async read(
    organization: OrganizationRef,
    context: SourceContext,
  ): Promise<OrganizationSetup | undefined> {
    try {
      const account = await this.#client.accountFor({
        host: organization.host,
        owner: organization.login,
      });
      const path = `/orgs/${encodeURIComponent(organization.login)}`;
      const answer = await this.#client.rest(account, path, context);
      if (!isRecord(answer)) {
        return undefined;
      }
      const [rulesets, defaultDocuments] = await Promise.all([
        this.#readRulesets(account, `${path}/rulesets?per_page=100`, context),
        this.#readDefaultDocuments(account, organization, context),
      ]);
      return {
        ...settingsOf(answer),
        organization,
        source: 'github',
        url: `https://${organization.host}/${encodeURIComponent(
          organization.login,
        )}`,
        observedAt: this.#now().toISOString(),
        defaultVisibility: unknown(tell('github-default-visibility')),
        rulesets,
        defaultDocuments,
      };
    } catch (error) {
      if (error instanceof GithubError) {
        throw new SourceError(error);
      }
      throw error;
    }
  }

  async #readRulesets(
    account: GithubAccount,
    path: string,
    context: SourceContext,
  ): Promise<Fact<OrganizationRuleset[]>> {
    let answer: unknown;
    try {
      answer = await this.#client.rest(account, path, context);
    } catch (error) {
      if (error instanceof GithubError && error.kind === 'unauthorized') {
        return unknown(HIDDEN);
      }
      throw error;
    }
    // 404 hides it, and is what hosts without rulesets answer.
    return Array.isArray(answer)
      ? known(
          answer.filter(isRecord).map(ruleset => ({
            name: String(ruleset.name ?? ''),
            active: ruleset.enforcement === 'active',
            target: String(ruleset.target ?? 'branch'),
          })),
        )
      : unknown(HIDDEN);
  }

  async #readDefaultDocuments(
    account: GithubAccount,
    organization: OrganizationRef,
    context: SourceContext,
  ): Promise<Fact<string[]>> {
    const outcomes: SelectionOutcome[] = [];
    await this.#runner.run({
      account,
      selections: [
        {
          owner: organization.login,
          name: '.github',
          fragments: ['Directory'],
          weight: 1,
          body: () =>
            'visibility root: object(expression: "HEAD:") { ...Directory }',
        },
      ],
      capacity: 1,
      signal: context.signal,
      onOutcome: (_, outcome) => outcomes.push(outcome),
    });
    const [outcome] = outcomes;
    if ('answer' in outcome) {
      const { visibility, root } = outcome.answer.data as {
        visibility: string;
        root: DirectoryAnswer | null;
      };
      return known(visibility === 'PUBLIC' ? defaultKindsIn(root) : []);
    }
    if (['not-found', 'unauthorized'].includes(outcome.error.kind)) {
      return known([]);
    }
    throw outcome.error;
  }
}

function settingsOf(answer: Record<string, unknown>) {
  const { default_repository_permission: permission } = answer;
  const flag = (key: string): Fact<boolean> => {
    const value = answer[key];
    return typeof value === 'boolean' ? known(value) : unknown(HIDDEN);
  };
  const basePermission = BASE_PERMISSIONS.find(one => one === permission);
  const privateCreation = flag('members_can_create_private_repositories');
  const internalCreation = flag('members_can_create_internal_repositories');
  return {
    basePermission: basePermission ? known(basePermission) : unknown(HIDDEN),
    membersCanCreatePublicRepositories: flag(
      'members_can_create_public_repositories',
    ),
    membersCanCreatePrivateRepositories: privateCreation,
    // Left out for organisations outside of an enterprise account.
    membersCanCreateInternalRepositories:
      !internalCreation.known && privateCreation.known
        ? known(null)
        : internalCreation,
    membersCanForkPrivateRepositories: flag(
      'members_can_fork_private_repositories',
    ),
    twoFactorRequired: flag('two_factor_requirement_enabled'),
  };
}

/** Kinds of default files in the root and in the directories in it. */
function defaultKindsIn(root: DirectoryAnswer | null): string[] {
  const paths = (root?.entries ?? []).flatMap(entry => [
    entry.name,
    ...(entry.object?.entries ?? []).map(
      child => `${entry.name}/${child.name}`,
    ),
  ]);
  const kinds = paths
    .map(path => defaultStemOf(path.toLowerCase()))
    .filter((kind): kind is string => kind !== undefined);
  return [...new Set(kinds)].sort();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
