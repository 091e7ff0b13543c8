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
import { ProjectFacts } from '../../model';
import { codeOwnersOf, findCatchAll, findCodeOwners } from './codeOwners';

/**
 * Somebody whom a document names as trusted committer or maintainer.
 *
 * @public
 */
export interface NamedPerson {
  name: string;
  path: string;
  /** From 1. */
  line: number;
}

/**
 * Trusted committers or maintainers of a project as its documents name them.
 *
 * @public
 */
export function findTrustedCommitters(facts: ProjectFacts): NamedPerson[] {
  const found = findCodeOwners(facts);
  if (found.status !== 'found') {
    return [];
  }
  const rule = findCatchAll(codeOwnersOf(found.document), facts.project.path);
  return (rule?.owners ?? []).map(name => ({
    name,
    path: found.document.path,
    line: rule?.line ?? 1,
  }));
}
