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

// Writes the tables of docs/configuration.md from the packages' schemas:
//   yarn docs:configuration

import { readFileSync, writeFileSync } from 'node:fs';
import { CONFIGURATION, writeTables } from './lib/configuration.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  writeFileSync(
    CONFIGURATION,
    await writeTables(readFileSync(CONFIGURATION, 'utf8')),
  );
  say('docs/configuration.md lists the keys of all schemas.');
  return 0;
});
