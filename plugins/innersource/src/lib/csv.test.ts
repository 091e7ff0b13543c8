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

import { toCsv } from './csv';

describe('toCsv', () => {
  it('ends lines with CRLF and leaves unknown values empty', () => {
    expect(
      toCsv(
        ['month', 'other'],
        [
          ['2026-01', 3],
          ['2026-02', null],
        ],
      ),
    ).toBe('month,other\r\n2026-01,3\r\n2026-02,\r\n');
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(toCsv(['a'], [['x,y'], ['say "hi"'], ['1\n2'], ['x;y']])).toBe(
      'a\r\n"x,y"\r\n"say ""hi"""\r\n"1\n2"\r\n"x;y"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1'])(
    'does not let a spreadsheet run %j',
    text => {
      const [, line] = toCsv(['a'], [[text]]).split(/\r\n(.*)/s);
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves negative numbers alone', () => {
    expect(toCsv(['a'], [[-1.5]])).toBe('a\r\n-1.5\r\n');
  });
});
