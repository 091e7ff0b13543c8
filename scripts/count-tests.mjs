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

// Prints how many tests of a JSON report passed and how many failed:
//   node scripts/count-tests.mjs jest|playwright REPORT

import { readFileSync } from 'node:fs';
import { main, Problem } from './lib/say.mjs';

const COUNTS = {
  // A suite that cannot even be loaded has no tests, and failed all the same.
  jest: report => [
    report.numPassedTests,
    report.numFailedTests + report.numRuntimeErrorTestSuites,
  ],
  // A test that passed only when it was repeated is not one to rely on.
  playwright: ({ stats, errors }) => [
    stats.expected,
    stats.unexpected + stats.flaky + errors.length,
  ],
};

await main(() => {
  const [kind, file] = process.argv.slice(2);
  const count = COUNTS[kind];
  if (!count) {
    throw new Problem(`Say jest or playwright, not "${kind}".`);
  }
  const [passed, failed] = count(JSON.parse(readFileSync(file, 'utf8')));
  process.stdout.write(`${passed} ${failed}\n`);
  return 0;
});
