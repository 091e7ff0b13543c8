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
  known,
  RepositoryFacts,
  RepositoryRef,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ReadFactsRequest,
  ReadFactsResult,
  RepositorySource,
  SourceContext,
} from '@ispo/backstage-plugin-innersource-node';

/** Facts of a small, well-kept repository; for tests. */
export function createRepositoryFacts(
  repository: RepositoryRef,
  overrides: Partial<RepositoryFacts> = {},
): RepositoryFacts {
  const unseen = unknown('Not seen in this test.');
  return {
    repository,
    source: 'fake',
    observedAt: '2026-11-01T00:00:00.000Z',
    headCommit: known('0123456789abcdef0123456789abcdef01234567'),
    defaultBranch: known('main'),
    description: known('Searches all that can be searched'),
    topics: known(['search']),
    visibility: known('internal'),
    archived: known(false),
    fork: known(false),
    createdAt: unseen,
    pushedAt: unseen,
    stars: unseen,
    forks: unseen,
    watchers: unseen,
    openIssues: unseen,
    forkingAllowed: unseen,
    issuesEnabled: unseen,
    discussionsEnabled: unseen,
    license: known({ spdxId: 'Apache-2.0', name: null, path: 'LICENSE' }),
    languages: known([{ name: 'TypeScript', bytes: 1000, share: 1 }]),
    releases: unseen,
    branchProtection: unseen,
    starterIssues: unseen,
    tree: known({
      entries: [{ path: 'README.md', type: 'file', size: 8 }],
      complete: true,
    }),
    documents: [
      {
        path: 'README.md',
        text: '# Search\n',
        size: 9,
        truncated: false,
        binary: false,
        origin: 'repository',
      },
    ],
    commits: { '': unseen },
    ...overrides,
  };
}

type Answer = (request: ReadFactsRequest) => ReadFactsResult;

/** A source that answers as a test tells it. */
export class FakeSource implements RepositorySource {
  readonly id = 'fake';
  readonly batchSize: number;
  readonly requests: ReadFactsRequest[] = [];
  readonly forgotten: string[] = [];
  /** How it answers; facts of a small repository by default. */
  answer: Answer = request => ({
    outcome: 'changed',
    repository: request.repository,
    facts: createRepositoryFacts(request.repository),
    token: 'token',
  });
  /** Awaited before each answer. */
  gate: (signal: AbortSignal) => Promise<void> = async () => {};

  constructor(options: { batchSize?: number } = {}) {
    this.batchSize = options.batchSize ?? 1;
  }

  claims(): boolean {
    return true;
  }

  async *readFacts(
    requests: ReadFactsRequest[],
    context: SourceContext,
  ): AsyncIterable<ReadFactsResult> {
    for (const request of requests) {
      this.requests.push(request);
      await this.gate(context.signal);
      context.signal.throwIfAborted();
      yield this.answer(request);
    }
  }

  async forget(repository: RepositoryRef): Promise<void> {
    this.forgotten.push(repository.url);
  }
}
