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
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** docs/metrics.md */
export const METRICS_PAGE = readFileSync(
  path.resolve(__dirname, '../../../../docs/metrics.md'),
  'utf8',
);

/** What the page gives as a metric's example. */
export function exampleOf(metric: string): string | undefined {
  const [, rest = ''] = METRICS_PAGE.split(`\n## ${metric}\n`);
  const [section] = rest.split('\n## ');
  return /^- \*\*Example\.\*\* (.+)$/m.exec(section)?.[1];
}
