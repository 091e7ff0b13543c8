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

import { ProjectFacts } from '../model';
import { ExemptionRule, ProjectFilter } from './settings/types';

/** Exemptions of one project from one check. */
export interface FoundExemptions {
  inForce?: ExemptionRule;
  expired?: ExemptionRule;
}

/**
 * Finds what is granted to a project for a check. The one that holds longest wins.
 */
export function findExemptions(
  checkId: string,
  facts: ProjectFacts,
  exemptions: readonly ExemptionRule[],
  now: Date,
): FoundExemptions {
  const today = now.toISOString().slice(0, 10);
  const found: FoundExemptions = {};
  for (const rule of exemptions) {
    if (rule.checks.includes(checkId) && matches(rule, facts)) {
      const key = rule.expires && rule.expires < today ? 'expired' : 'inForce';
      if (!found[key] || lastDay(rule) > lastDay(found[key])) {
        found[key] = rule;
      }
    }
  }
  return found;
}

function lastDay(rule: ExemptionRule): string {
  return rule.expires ?? '9999-12-31';
}

function matches(rule: ExemptionRule, facts: ProjectFacts): boolean {
  if (rule.entityRef && rule.entityRef !== facts.project.entityRef) {
    return false;
  }
  return !rule.filter || matchesFilter(rule.filter, facts);
}

function matchesFilter(
  filter: ProjectFilter,
  { catalog, project }: ProjectFacts,
): boolean {
  const owner = catalog.owner.known
    ? catalog.owner.value?.entityRef
    : undefined;
  const namespace = project.entityRef.split('/')[0].split(':')[1];
  const values: Record<keyof ProjectFilter, readonly unknown[]> = {
    kind: [catalog.kind],
    namespace: [namespace],
    type: [catalog.type],
    lifecycle: [catalog.lifecycle],
    owner: [owner],
    tag: catalog.tags,
    system: [catalog.system],
    domain: [catalog.domain],
    repository: [project.repository.url],
  };
  return (Object.keys(values) as Array<keyof ProjectFilter>).every(field => {
    const wanted = filter[field];
    if (!wanted) {
      return true;
    }
    const lower = wanted.map(value =>
      byName(field) ? nameOf(value) : value.toLowerCase(),
    );
    return values[field].some(
      value =>
        typeof value === 'string' &&
        lower.includes(byName(field) ? nameOf(value) : value.toLowerCase()),
    );
  });
}

/** Systems and domains may be given by their name or as an entity ref. */
function byName(field: keyof ProjectFilter): boolean {
  return field === 'system' || field === 'domain';
}

function nameOf(ref: string): string {
  return ref
    .slice(Math.max(ref.lastIndexOf('/'), ref.lastIndexOf(':')) + 1)
    .toLowerCase();
}
