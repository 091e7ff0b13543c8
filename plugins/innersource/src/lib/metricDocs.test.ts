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
import { METRIC_SECTIONS, metricDocsUrl } from './metricDocs';

const docs = readFileSync(
  path.resolve(__dirname, '../../../../docs/metrics.md'),
  'utf8',
);
// As GitHub makes anchors of headings.
const anchors = [...docs.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-'),
);

describe('metricDocsUrl', () => {
  it.each(METRIC_SECTIONS)('leads to the definition: %s', section => {
    expect(anchors).toContain(section);
    expect(metricDocsUrl(section)).toBe(
      `https://github.com/ispo/backstage-plugin-innersource/blob/main/docs/metrics.md#${section}`,
    );
  });
});
