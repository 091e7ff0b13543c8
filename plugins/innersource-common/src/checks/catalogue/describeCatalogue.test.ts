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
import { parse } from 'yaml';
import { parseEvaluationSettings } from '../settings';
import { describeCatalogue } from './describeCatalogue';
import { builtInChecks } from './index';

describe('docs/checks.md', () => {
  it('describes the catalogue as it is; yarn docs:checks writes it', () => {
    const file = path.resolve(__dirname, '../../../../../docs/checks.md');
    expect(readFileSync(file, 'utf8')).toBe(describeCatalogue(builtInChecks));
  });

  it('shows a configuration that is accepted', () => {
    const [, example] =
      describeCatalogue(builtInChecks).split(/```(?:yaml)?\n/);
    const settings = parseEvaluationSettings(parse(example).innersource);
    expect(settings.customChecks.map(({ id }) => id)).toEqual(['runbook']);
    expect(settings.exemptions[0].expires).toBe('2027-06-30');
    expect(settings.checks['help-channel'].parameters.channels).toContain(
      'chat.example.com',
    );
  });
});
