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

import { toCsvLine } from './csv';

describe('toCsvLine', () => {
  it('ends with CRLF and leaves unknown values empty', () => {
    expect(toCsvLine(['2026-02', null, 3])).toBe('2026-02,,3\r\n');
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(toCsvLine(['x,y', 'say "hi"', '1\n2', 'x;y'])).toBe(
      '"x,y","say ""hi""","1\n2","x;y"\r\n',
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\n=1',
    '＝1+1',
    '＠SUM(A1)',
  ])('does not let a spreadsheet run %j', text => {
    expect(toCsvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves negative numbers alone', () => {
    expect(toCsvLine([-1.5])).toBe('-1.5\r\n');
  });
});
