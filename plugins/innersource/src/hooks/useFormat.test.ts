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

import { createFormat } from './useFormat';

describe('createFormat', () => {
  const inSeconds = (seconds: number) =>
    new Date(Date.now() + seconds * 1_000).toISOString();

  it.each([
    [0.4, 'just now'],
    [0, 'just now'],
    [-40, 'just now'],
    [-90, '1 minute ago'],
    [-7_300, '2 hours ago'],
    [7_300, 'in 2 hours'],
  ])('tells the time that is %s seconds away', (seconds, told) => {
    const format = createFormat('en', { justNow: 'just now' });
    expect(format.relative(inSeconds(seconds))).toBe(told);
  });
});
