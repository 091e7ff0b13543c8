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

// Asks the package registry for known vulnerabilities of everything that the
// published packages bring along at run time, and fails on one of at least
// moderate severity. `yarn npm audit --environment production` does not do: it
// takes the development dependencies of a workspace that another one depends on
// for production, and so asks about three times as many packages.
//   yarn audit

import { execFileSync } from 'node:child_process';
import { advisoriesOf } from './lib/advisories.mjs';
import { productionDependencies } from './lib/dependencies.mjs';
import { yarn } from './lib/install.mjs';
import { root } from './lib/repository.mjs';
import { main } from './lib/say.mjs';

function setting(name) {
  return JSON.parse(
    execFileSync(process.execPath, [yarn, 'config', 'get', name, '--json'], {
      cwd: root,
      encoding: 'utf8',
    }),
  );
}

await main(async () => {
  const { found } = productionDependencies();
  const packages = [...found.values()].filter(
    ({ manifest }) => !manifest.name.startsWith('@ispo/'),
  );
  const advisories = await advisoriesOf(
    packages,
    setting('npmAuditRegistry') ?? setting('npmRegistryServer'),
  );
  for (const {
    name,
    versions,
    severity,
    title,
    url,
    range,
    dependents,
  } of advisories) {
    process.stdout.write(
      `${severity}: ${name} ${range}: ${title}\n  ${url}\n  here: ${versions.join(
        ', ',
      )}, needed by ${dependents.join(', ')}\n`,
    );
  }
  const serious = advisories.filter(({ serious: is }) => is).length;
  process.stdout.write(
    `${packages.length} packages at run time, ${advisories.length} known vulnerabilities, ${serious} of them at least moderate\n`,
  );
  return serious ? 1 : 0;
});
