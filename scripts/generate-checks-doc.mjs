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

// Writes docs/checks.md from the catalogue of built-in checks:
//   yarn docs:checks

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './lib/repository.mjs';
import { main, say } from './lib/say.mjs';

const CATALOGUE = 'plugins/innersource-common/src/checks/catalogue';

await main(async () => {
  const require = createRequire(path.join(root, 'package.json'));
  require('@backstage/cli/config/nodeTransform.cjs');
  const { builtInChecks } = require(path.join(root, CATALOGUE, 'index.ts'));
  const { describeCatalogue } = require(path.join(
    root,
    CATALOGUE,
    'describeCatalogue.ts',
  ));
  writeFileSync(
    path.join(root, 'docs', 'checks.md'),
    describeCatalogue(builtInChecks),
  );
  say(`docs/checks.md describes ${builtInChecks.length} checks.`);
  return 0;
});
