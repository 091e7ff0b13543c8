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
  InnerSourceApi,
  ProjectSummary,
} from '@ispo/backstage-plugin-innersource-common';

/** The most that the backend answers at once. */
const MAX_REFS = 500;

/** What is asked for in one moment. */
interface Batch {
  entityRefs: Set<string>;
  answer: Promise<Map<string, ProjectSummary | null>>;
}

const batches = new WeakMap<InnerSourceApi, Batch>();

/** One project as in lists. Those asked for in the same moment travel together. */
export async function loadSummary(
  api: InnerSourceApi,
  entityRef: string,
): Promise<ProjectSummary | null> {
  let batch = batches.get(api);
  if (!batch || batch.entityRefs.size >= MAX_REFS) {
    batch = startBatch(api);
    batches.set(api, batch);
  }
  batch.entityRefs.add(entityRef);
  return (await batch.answer).get(entityRef) ?? null;
}

function startBatch(api: InnerSourceApi): Batch {
  const entityRefs = new Set<string>();
  const ask = async () => {
    // All components of one rendering ask before this goes on.
    await new Promise(resolve => setTimeout(resolve));
    if (batches.get(api)?.entityRefs === entityRefs) {
      batches.delete(api);
    }
    const refs = [...entityRefs];
    const { items } = await api.getProjectsByRefs(refs);
    return new Map(refs.map((ref, index) => [ref, items[index]]));
  };
  return { entityRefs, answer: ask() };
}
