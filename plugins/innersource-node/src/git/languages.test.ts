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

import { LanguageTally, languageOf } from './languages';

describe('languageOf', () => {
  it.each([
    ['src/index.ts', 'TypeScript'],
    ['src/App.tsx', 'TypeScript'],
    ['main.rs', 'Rust'],
    ['Foo.cs', 'C#'],
    ['lib/foo.pl', 'Perl'],
    ['Foo.m', 'Objective-C'],
    ['include/foo.h', 'C'],
    ['Dockerfile', 'Dockerfile'],
    ['Makefile', 'Makefile'],
    ['index.HTML', 'HTML'],
    ['a/b.php', 'PHP'],
    ['x.sql', undefined],
    ['.gitignore', undefined],
    ['README.md', undefined],
    ['package.json', undefined],
    ['config.yaml', undefined],
    ['a/node_modules/b/index.js', undefined],
    ['vendor/lib.go', undefined],
    ['docs/conf.py', undefined],
    ['noextension', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('of %s is %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});

describe('LanguageTally', () => {
  it('goes by bytes, and by files as soon as one size is unknown', () => {
    const tally = new LanguageTally();
    tally.add('a.ts', 300);
    tally.add('b.py', 50);
    tally.add('c.py', 50);
    expect(tally.shares()).toEqual([
      { name: 'TypeScript', bytes: 300, share: 0.75 },
      { name: 'Python', bytes: 100, share: 0.25 },
    ]);
    tally.add('d.py', undefined);
    expect(tally.shares()).toEqual([
      { name: 'Python', bytes: null, share: 0.75 },
      { name: 'TypeScript', bytes: null, share: 0.25 },
    ]);
    expect(new LanguageTally().shares()).toEqual([]);
  });
});
