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

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { publishedPackages } from './archives.mjs';

const readManifest = directory =>
  JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));

/** Node's way to find a package: upwards through node_modules. */
function resolve(name, from) {
  for (let at = from; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) {
      return realpathSync(candidate);
    }
    if (at === path.dirname(at)) {
      return undefined;
    }
  }
}

/**
 * Everything that the published packages bring along at run time, as installed:
 * by directory, with the manifest and the names of those that depend on it; and
 * sentences about what is missing. What the packages of this project need to be
 * developed is left out.
 */
export function productionDependencies(
  directories = publishedPackages().map(({ directory }) => directory),
) {
  const found = new Map();
  const missing = [];
  const visit = directory => {
    const {
      name: dependent,
      dependencies = {},
      optionalDependencies = {},
    } = readManifest(directory);
    for (const name of Object.keys({
      ...dependencies,
      ...optionalDependencies,
    })) {
      const dependency = resolve(name, directory);
      if (found.has(dependency)) {
        found.get(dependency).dependents.add(dependent);
      } else if (dependency) {
        found.set(dependency, {
          manifest: readManifest(dependency),
          dependents: new Set([dependent]),
        });
        visit(dependency);
      } else if (!(name in optionalDependencies)) {
        missing.push(`${name}, needed by ${dependent}`);
      }
    }
  };
  directories.forEach(visit);
  return { found, missing };
}
