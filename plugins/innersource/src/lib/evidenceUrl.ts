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

import { Evidence } from '@ispo/backstage-plugin-innersource-common';
import { ScmIntegrationRegistry } from '@backstage/integration';

/** Where a project's files are. */
export interface RepositoryLocation {
  /** Normalised URL of the repository. */
  url: string;
  /** Commit or branch that was looked at, where known. */
  revision: string | undefined;
}

/** The address, if it is one that a browser may open, otherwise undefined. */
export function safeHttpUrl(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  try {
    const { protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/**
 * Page of the host that shows what a check saw. Undefined where there is none:
 * local repositories, and hosts whose addresses are not known.
 */
export function evidenceUrl(
  evidence: Evidence,
  location: RepositoryLocation,
  integrations: ScmIntegrationRegistry | undefined,
): string | undefined {
  if (evidence.url) {
    return safeHttpUrl(evidence.url);
  }
  const repositoryUrl = safeHttpUrl(location.url);
  if (!evidence.path || !repositoryUrl || !location.revision) {
    return undefined;
  }
  const revision = encodePath(location.revision);
  const path = encodePath(evidence.path);
  const line = evidence.line;
  switch (integrations?.byUrl(repositoryUrl)?.type) {
    case 'github':
      return `${repositoryUrl}/blob/${revision}/${path}${
        line ? `#L${line}` : ''
      }`;
    case 'gitlab':
      return `${repositoryUrl}/-/blob/${revision}/${path}${
        line ? `#L${line}` : ''
      }`;
    case 'gitea':
      return `${repositoryUrl}/src/commit/${revision}/${path}${
        line ? `#L${line}` : ''
      }`;
    case 'bitbucketCloud':
      return `${repositoryUrl}/src/${revision}/${path}${
        line ? `#lines-${line}` : ''
      }`;
    case 'azure':
      return `${repositoryUrl}?path=/${path}${
        line
          ? `&line=${line}&lineEnd=${
              line + 1
            }&lineStartColumn=1&lineEndColumn=1`
          : ''
      }`;
    default:
      return undefined;
  }
}
