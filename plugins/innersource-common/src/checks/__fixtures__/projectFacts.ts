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
  CatalogFacts,
  CommitActivity,
  known,
  MeasuredFacts,
  ProjectFacts,
  RepositoryDocument,
  RepositoryFacts,
  RepositoryTree,
  unknown,
} from '../../model';

export const NOW = new Date('2026-03-15T12:00:00Z');

export const NOT_SEEN = unknown('The source does not see it.');

export function document(
  path: string,
  text: string,
  overrides: Partial<RepositoryDocument> = {},
): RepositoryDocument {
  return {
    path,
    text,
    size: text.length,
    truncated: false,
    binary: false,
    origin: 'repository',
    ...overrides,
  };
}

export function commits(
  overrides: Partial<CommitActivity> = {},
): CommitActivity {
  return {
    total: 12,
    nonMerge: 10,
    firstCommitAt: '2024-01-10T10:00:00Z',
    lastCommitAt: '2026-03-10T10:00:00Z',
    weeks: [{ week: '2026-03-09', commits: 2 }],
    authors: [],
    authorCount: 2,
    partial: false,
    ...overrides,
  };
}

/** What differs from a project in an empty repository of which little is seen. */
export interface FactsOptions {
  /** Text by path; the files are in the tree, too. */
  files?: Record<string, string>;
  /** Paths in the tree whose text was not read. */
  paths?: string[];
  documents?: RepositoryDocument[];
  organisation?: Record<string, string>;
  path?: string;
  tree?: Partial<RepositoryTree> | 'unknown';
  repository?: Partial<RepositoryFacts>;
  catalog?: Partial<CatalogFacts>;
  measured?: Partial<MeasuredFacts>;
}

export function projectFacts({
  files = {},
  paths = [],
  documents = [],
  organisation = {},
  path = '',
  tree = {},
  repository = {},
  catalog = {},
  measured = {},
}: FactsOptions = {}): ProjectFacts {
  const ref = {
    url: 'https://git.example.com/shop/search',
    host: 'git.example.com',
    fullName: 'shop/search',
  };
  const entityRef = 'component:default/search';
  return {
    project: { entityRef, repository: ref, path },
    repository: {
      repository: ref,
      source: 'test',
      observedAt: NOW.toISOString(),
      headCommit: known('0123456789abcdef0123456789abcdef01234567'),
      defaultBranch: known('main'),
      description: NOT_SEEN,
      topics: NOT_SEEN,
      visibility: NOT_SEEN,
      archived: NOT_SEEN,
      fork: NOT_SEEN,
      createdAt: NOT_SEEN,
      pushedAt: NOT_SEEN,
      stars: NOT_SEEN,
      forks: NOT_SEEN,
      watchers: NOT_SEEN,
      openIssues: NOT_SEEN,
      forkingAllowed: NOT_SEEN,
      issuesEnabled: NOT_SEEN,
      discussionsEnabled: NOT_SEEN,
      license: NOT_SEEN,
      languages: NOT_SEEN,
      releases: NOT_SEEN,
      branchProtection: NOT_SEEN,
      starterIssues: NOT_SEEN,
      tree:
        tree === 'unknown'
          ? NOT_SEEN
          : known({
              entries: [
                ...Object.keys(files),
                ...documents
                  .filter(({ origin }) => origin === 'repository')
                  .map(item => item.path),
                ...paths,
              ].map(entry => ({ path: entry, type: 'file' as const })),
              complete: true,
              ...tree,
            }),
      documents: [
        ...Object.entries(files).map(([name, text]) => document(name, text)),
        ...Object.entries(organisation).map(([name, text]) =>
          document(name, text, { origin: 'organisation' }),
        ),
        ...documents,
      ],
      commits: {},
      ...repository,
    },
    catalog: {
      entityRef,
      kind: 'Component',
      name: 'search',
      title: null,
      description: null,
      tags: [],
      type: 'library',
      lifecycle: 'production',
      system: null,
      domain: null,
      owner: NOT_SEEN,
      links: [],
      governanceLevelAnnotation: null,
      dependents: NOT_SEEN,
      ...catalog,
    },
    measured: {
      medianFirstResponseHours: NOT_SEEN,
      changeRequestClosureRatio: NOT_SEEN,
      unansweredOutsideChangeRequests: NOT_SEEN,
      contributorAbsenceFactor: NOT_SEEN,
      activeMaintainers: NOT_SEEN,
      outsideContributions: NOT_SEEN,
      ...measured,
    },
  };
}
