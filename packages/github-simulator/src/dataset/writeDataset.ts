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

import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Commit, walkTree } from '../git/History';
import { Dataset } from './model';

/**
 * Writes the whole data set as one JSON document, a repository at a time, so that
 * others can compute the same figures by other means.
 *
 * @public
 */
export async function writeDataset(
  dataset: Dataset,
  output: Writable,
): Promise<void> {
  await pipeline(Readable.from(datasetChunks(dataset)), output);
}

function* datasetChunks(dataset: Dataset): Generator<string> {
  yield `{"now":${JSON.stringify(dataset.now.toISOString())}`;
  yield `,"organizations":${JSON.stringify(dataset.organizations)}`;
  yield `,"accounts":${JSON.stringify(dataset.accounts)}`;
  yield ',"repositories":[';
  let separator = '\n';
  for (const repository of dataset.repositories) {
    const content = dataset.contentOf(repository);
    const head = content.history.head;
    yield `${separator}${JSON.stringify({
      ...repository,
      head: head?.oid ?? null,
      files: head
        ? [...walkTree(head.tree)].flatMap(({ path, entry }) =>
            entry.kind === 'blob'
              ? [{ path, size: entry.bytes.length, oid: entry.oid }]
              : [],
          )
        : [],
      commits: content.history.commits.map(showCommit),
      issues: content.issues,
      pullRequests: content.pullRequests,
      releases: content.releases,
    })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function showCommit(commit: Commit) {
  const person = ({ name, email, at }: Commit['author']) => ({
    name,
    email,
    date: new Date(at).toISOString(),
  });
  return {
    oid: commit.oid,
    parents: commit.parents.map(parent => parent.oid),
    author: person(commit.author),
    committer: person(commit.committer),
    message: commit.message,
    changes: commit.changes,
  };
}
