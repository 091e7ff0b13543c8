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
  CommitActivity,
  Fact,
  known,
  LanguageShare,
  LicenseFact,
  ReleaseFact,
  RepositoryDocument,
  RepositoryFacts,
  RepositoryRef,
  RepositoryTree,
  StarterIssue,
  tell,
  Told,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { GraphqlError } from '../client/GithubClient';
import { DetailsAnswer, nodesOf, StateAnswer } from './answers';
import { toBranchProtection } from './branchProtection';

const VISIBILITIES = {
  PUBLIC: 'public',
  INTERNAL: 'internal',
  PRIVATE: 'private',
} as const;

const MAX_RELEASES = 100;

/**
 * Everything read of one repository.
 */
export interface RepositoryReading {
  repository: RepositoryRef;
  state: StateAnswer;
  details: DetailsAnswer;
  /** Errors below the repository. */
  errors: readonly GraphqlError[];
  /** Fragments that were left out, with the reason. */
  without: ReadonlyMap<string, Told>;
  credentialType: 'app' | 'token';
  tree: Fact<RepositoryTree>;
  documents: RepositoryDocument[];
  starterIssues: Fact<StarterIssue[]>;
  commits: Record<string, Fact<CommitActivity>>;
  now: Date;
}

/** Makes facts of a reading. */
export function toRepositoryFacts(reading: RepositoryReading): RepositoryFacts {
  const { state, details, without } = reading;
  const branch = state.defaultBranchRef;
  const head = branch?.target?.oid;
  const empty = unknown(tell('repository-empty'));

  return {
    repository: reading.repository,
    source: 'github',
    observedAt: reading.now.toISOString(),
    headCommit: head ? known(head) : empty,
    defaultBranch: branch ? known(branch.name) : empty,
    description: known(state.description),
    topics: known(
      nodesOf(details.repositoryTopics).map(({ topic }) => topic.name),
    ),
    visibility: known(VISIBILITIES[state.visibility]),
    archived: known(state.isArchived),
    fork: known(state.isFork),
    createdAt: known(details.createdAt),
    pushedAt: state.pushedAt
      ? known(state.pushedAt)
      : unknown(tell('nothing-pushed')),
    stars: known(state.stargazerCount),
    forks: known(state.forkCount),
    watchers: known(state.watchers.totalCount),
    openIssues: guarded(state.openIssues?.totalCount, without, 'IssueState'),
    forkingAllowed: known(state.forkingAllowed),
    issuesEnabled: known(state.hasIssuesEnabled),
    discussionsEnabled: known(state.hasDiscussionsEnabled),
    license: licenseFact(reading),
    languages: known(languagesOf(details)),
    releases: releasesFact(reading),
    branchProtection: protectionFact(reading),
    starterIssues: reading.starterIssues,
    tree: reading.tree,
    documents: reading.documents,
    commits: reading.commits,
  };
}

/** True when reading a field, or something in it, failed. */
export function failedAt(
  errors: readonly GraphqlError[],
  ...path: string[]
): boolean {
  return errors.some(error =>
    path.every((segment, index) => error.path?.[index] === segment),
  );
}

/** Why a guarded fragment has no answer. */
export function guarded<T>(
  value: T | undefined,
  without: ReadonlyMap<string, Told>,
  fragment: string,
): Fact<T> {
  return value === undefined
    ? unknown(without.get(fragment) ?? tell('github-does-not-tell'))
    : known(value);
}

function licenseFact({
  details,
  tree,
}: RepositoryReading): Fact<LicenseFact | null> {
  const path = tree.known
    ? tree.value.entries.find(
        entry =>
          entry.type === 'file' &&
          /^(licen[cs]e|copying|unlicense)([.-][^/]*)?$/i.test(entry.path),
      )?.path ?? null
    : null;
  const license = details.licenseInfo;
  if (!license) {
    return known(path ? { spdxId: null, name: null, path } : null);
  }
  const recognised =
    license.key !== 'other' &&
    license.spdxId !== null &&
    license.spdxId !== 'NOASSERTION';
  return known({
    spdxId: recognised ? license.spdxId : null,
    name: recognised ? license.name : null,
    path,
  });
}

function languagesOf(details: DetailsAnswer): LanguageShare[] {
  const total = details.languages?.totalSize ?? 0;
  return (details.languages?.edges ?? []).flatMap(edge =>
    edge
      ? [
          {
            name: edge.node.name,
            bytes: edge.size,
            share: total > 0 ? edge.size / total : 0,
          },
        ]
      : [],
  );
}

function releasesFact({
  details,
  without,
  errors,
}: RepositoryReading): Fact<ReleaseFact[]> {
  if (!details.releases) {
    return guarded<ReleaseFact[]>(undefined, without, 'Releases');
  }
  const releases = nodesOf(details.releases).flatMap((release): ReleaseFact[] =>
    release.isDraft || !release.publishedAt
      ? []
      : [
          {
            tag: release.tagName,
            publishedAt: release.publishedAt,
            kind: 'release',
            hasNotes: (release.description ?? '').trim() !== '',
          },
        ],
  );
  if (releases.length === 0 && failedAt(errors, 'tags')) {
    return unknown(tell('github-tags'));
  }
  const tags = nodesOf(details.tags).flatMap(
    ({ name, target }): ReleaseFact[] => {
      const date =
        target?.tagger?.date ??
        target?.committedDate ??
        target?.target?.committedDate;
      return date
        ? [
            {
              tag: name,
              publishedAt: new Date(date).toISOString(),
              kind: 'tag',
            },
          ]
        : [];
    },
  );
  return known(
    (releases.length > 0 ? releases : tags)
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
      .slice(0, MAX_RELEASES),
  );
}

function protectionFact(reading: RepositoryReading) {
  const { state, errors, without, credentialType } = reading;
  const branch = state.defaultBranchRef;
  if (!branch) {
    return unknown(tell('repository-empty'));
  }
  return known(
    toBranchProtection({
      branch,
      // An App without the permission is told so; a user's token without it
      // sees no rules, as if there were none.
      classicVisible:
        !failedAt(errors, 'defaultBranchRef', 'branchProtectionRule') &&
        (credentialType === 'app' || state.viewerCanAdminister),
      rulesVisible:
        !without.has('RulesetProtection') &&
        !failedAt(errors, 'defaultBranchRef', 'rules') &&
        Array.isArray(branch.rules?.nodes),
    }),
  );
}
