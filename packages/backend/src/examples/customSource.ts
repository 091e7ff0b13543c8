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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  known,
  RepositoryFacts,
  RepositoryRef,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  innersourceExtensionPoint,
  ReadFactsRequest,
  ReadFactsResult,
  RepositorySource,
  SourceContext,
} from '@ispo/backstage-plugin-innersource-node';

/** What our imaginary host's API answers about a repository. */
interface ForgeRepository {
  head: string;
  branch: string;
  description: string | null;
  files: string[];
  readme: string;
}

export class ForgeSource implements RepositorySource {
  readonly id = 'forge';
  readonly batchSize = 10;
  readonly #apiUrl: string;
  readonly #host: string;

  constructor(options: { apiUrl: string; host: string }) {
    this.#apiUrl = options.apiUrl;
    this.#host = options.host;
  }

  claims(repository: RepositoryRef): boolean {
    return repository.host === this.#host;
  }

  async *readFacts(
    requests: ReadFactsRequest[],
    { signal }: SourceContext,
  ): AsyncIterable<ReadFactsResult> {
    for (const { repository, token } of requests) {
      signal.throwIfAborted();
      yield await this.#read(repository, token, signal);
    }
  }

  async #read(
    repository: RepositoryRef,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadFactsResult> {
    try {
      const response = await fetch(
        `${this.#apiUrl}/repositories/${encodeURIComponent(
          repository.fullName,
        )}`,
        { signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) },
      );
      if (!response.ok) {
        return {
          outcome: 'failed',
          repository,
          kind: response.status === 404 ? 'not-found' : 'unavailable',
          message: `The forge answered ${response.status} for ${repository.fullName}. Check that the repository exists.`,
        };
      }
      const answer: ForgeRepository = await response.json();
      return answer.head === token
        ? { outcome: 'unchanged', repository, token }
        : {
            outcome: 'changed',
            repository,
            facts: toFacts(repository, answer),
            token: answer.head,
          };
    } catch {
      signal.throwIfAborted();
      return {
        outcome: 'failed',
        repository,
        kind: 'unavailable',
        message: 'The forge cannot be reached. Check its address.',
      };
    }
  }
}

function toFacts(
  repository: RepositoryRef,
  answer: ForgeRepository,
): RepositoryFacts {
  // What a host does not tell is unknown, never false, and counts against nobody.
  const untold = unknown('The forge does not tell.');
  return {
    repository,
    source: 'forge',
    observedAt: new Date().toISOString(),
    headCommit: known(answer.head),
    defaultBranch: known(answer.branch),
    description: known(answer.description),
    topics: untold,
    visibility: known('internal'),
    archived: untold,
    fork: untold,
    createdAt: untold,
    pushedAt: untold,
    stars: untold,
    forks: untold,
    watchers: untold,
    openIssues: untold,
    forkingAllowed: untold,
    issuesEnabled: untold,
    discussionsEnabled: untold,
    license: untold,
    languages: untold,
    releases: untold,
    branchProtection: untold,
    starterIssues: untold,
    tree: known({
      complete: true,
      entries: answer.files.map(path => ({ path, type: 'file' })),
    }),
    documents: [
      {
        path: 'README.md',
        text: answer.readme,
        size: Buffer.byteLength(answer.readme),
        truncated: false,
        binary: false,
        origin: 'repository',
      },
    ],
    commits: { '': untold },
  };
}

export default createBackendModule({
  pluginId: 'innersource',
  moduleId: 'forge',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        innersource: innersourceExtensionPoint,
      },
      async init({ config, innersource }) {
        innersource.addRepositorySource(
          new ForgeSource({
            apiUrl: config.getString('forge.apiUrl'),
            host: config.getString('forge.host'),
          }),
        );
      },
    });
  },
});
