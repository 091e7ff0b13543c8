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

import { createHash } from 'node:crypto';
import { DocumentSelector } from '@ispo/backstage-plugin-innersource-common';
import { ReadFactsRequest } from '@ispo/backstage-plugin-innersource-node';
import { nodesOf, StateAnswer } from './answers';

/** Changes whenever facts are made differently, so that all are read again. */
const VERSION = 1;

/**
 * What a reading stands on: what was asked for, and the state of the repository
 * and of its organisation's default files.
 */
export function stateToken(options: {
  request: ReadFactsRequest;
  labels: readonly string[];
  state: StateAnswer;
  /** HEAD of the organisation's `.github` repository. */
  defaultsCommit: string | null;
  /** Fragments that were left out. */
  without: Iterable<string>;
}): string {
  const { request, labels, state, defaultsCommit, without } = options;
  const { defaultBranchRef, ...rest } = state;
  return createHash('sha256')
    .update(
      JSON.stringify([
        VERSION,
        [...request.paths].sort(),
        selectorDigest(request.documents),
        labels,
        stateOf(rest),
        defaultBranchRef && [
          defaultBranchRef.name,
          defaultBranchRef.target?.oid,
          defaultBranchRef.branchProtectionRule,
          defaultBranchRef.refUpdateRule,
          nodesOf(defaultBranchRef.rules),
        ],
        defaultsCommit,
        [...without].sort(),
      ]),
    )
    .digest('base64url');
}

const digests = new WeakMap<DocumentSelector, string>();

/** One selector serves thousands of repositories, and is long. */
function selectorDigest(selector: DocumentSelector): string {
  const digest =
    digests.get(selector) ??
    createHash('sha256').update(JSON.stringify(selector)).digest('base64url');
  digests.set(selector, digest);
  return digest;
}

function stateOf(state: Omit<StateAnswer, 'defaultBranchRef'>): unknown[] {
  return [
    state.id,
    state.nameWithOwner,
    state.pushedAt,
    state.updatedAt,
    state.description,
    state.visibility,
    state.isArchived,
    state.isFork,
    state.isEmpty,
    state.viewerCanAdminister,
    state.hasIssuesEnabled,
    state.hasDiscussionsEnabled,
    state.forkingAllowed,
    state.stargazerCount,
    state.forkCount,
    state.watchers.totalCount,
    state.openIssues?.totalCount,
    // A label that is renamed touches none of its issues.
    state.starterIssues?.totalCount,
    state.latestIssue,
    state.latestChangeRequest,
    state.latestRelease,
  ];
}
