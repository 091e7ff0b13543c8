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

import { checkResult, evaluation } from '../../dev/fixtures/project';
import { openRemedies } from './remedies';

const base = { category: 'governed', title: 'A check' } as const;

describe('openRemedies', () => {
  it('orders by gain and leaves out what cannot gain', () => {
    const remedies = openRemedies(
      evaluation([
        checkResult({ ...base, id: 'passes', status: 'pass', weight: 10 }),
        checkResult({ ...base, id: 'half', status: 'partial', weight: 10 }),
        checkResult({ ...base, id: 'fails', status: 'fail', weight: 7.5 }),
        checkResult({ ...base, id: 'unknown', status: 'unknown', weight: 10 }),
        checkResult({ ...base, id: 'exempt', status: 'exempt', weight: 10 }),
      ]),
    );

    expect(remedies.map(({ result }) => result.id)).toEqual(['fails', 'half']);
    expect(remedies[0].gain).toBeCloseTo((100 * 7.5) / 27.5);
    expect(remedies[1].gain).toBeCloseTo((100 * 5) / 27.5);
  });

  it('is empty when nothing was conclusive', () => {
    expect(
      openRemedies(
        evaluation([checkResult({ ...base, id: 'a', status: 'unknown' })]),
      ),
    ).toEqual([]);
  });
});
