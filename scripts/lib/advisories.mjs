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

import { Problem } from './say.mjs';

const SERIOUS = new Set(['moderate', 'high', 'critical']);
const TIMEOUT_MS = 60_000;

/**
 * What a package registry knows about vulnerabilities of packages, by the
 * interface that npm and Yarn use too.
 *
 * @param packages - manifests with the names of those that depend on them
 * @param registry - the registry's address
 * @throws a Problem when the registry does not tell
 */
export async function advisoriesOf(packages, registry) {
  const installed = new Map();
  for (const { manifest, dependents } of packages) {
    const entry = installed.get(manifest.name) ?? {
      versions: new Set(),
      dependents: new Set(),
    };
    entry.versions.add(manifest.version);
    dependents.forEach(name => entry.dependents.add(name));
    installed.set(manifest.name, entry);
  }
  const refused = why =>
    new Problem(
      `The package registry tells nothing about vulnerabilities: ${why}. Set npmAuditRegistry in .yarnrc.yml to one that does.`,
    );
  let answer;
  try {
    const response = await fetch(
      `${registry.replace(/\/$/, '')}/-/npm/v1/security/advisories/bulk`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(
          Object.fromEntries(
            [...installed].map(([name, { versions }]) => [name, [...versions]]),
          ),
        ),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw refused(`it answered ${response.status}`);
    }
    answer = await response.json();
  } catch (error) {
    throw error instanceof Problem ? error : refused(error.message);
  }
  return Object.entries(answer)
    .filter(([name]) => installed.has(name))
    .flatMap(([name, advisories]) =>
      advisories.map(
        ({ severity, title, url, vulnerable_versions: range }) => ({
          ...{ name, severity, title, url, range },
          versions: [...installed.get(name).versions],
          dependents: [...installed.get(name).dependents],
          serious: SERIOUS.has(severity),
        }),
      ),
    );
}
