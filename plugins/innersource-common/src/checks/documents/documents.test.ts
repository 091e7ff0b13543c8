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

import { known, RepositoryDocument } from '../../model';
import { document, projectFacts } from '../__fixtures__/projectFacts';
import { findCatchAll, parseCodeOwners } from './codeOwners';
import { detectLicense, licenseOf } from './license';
import { findDocument } from './lookup';
import { findTrustedCommitters } from './people';
import { parseDocument } from './parse';
import { findPeriodSentence, namesPeriod } from './periods';
import { parsePortalMetadata, readPortalMetadata } from './portalMetadata';
import { allBlocks } from './sections';
import { findPhrase, normaliseText } from './text';
import { TreeIndex } from './treeIndex';

describe('findDocument', () => {
  it('prefers .github, then the root, then docs, and Markdown', () => {
    const paths = [
      'CONTRIBUTING.md',
      'docs/CONTRIBUTING.md',
      '.github/contributing.rst',
      '.github/Contributing.md',
    ];
    const remaining = [...paths];
    const order: string[] = [];
    while (remaining.length) {
      const facts = projectFacts({
        files: Object.fromEntries(remaining.map(path => [path, 'x'])),
      });
      const found = findDocument(facts, { stems: ['contributing'] });
      const path = found.status === 'found' ? found.document.path : '?';
      order.push(path);
      remaining.splice(remaining.indexOf(path), 1);
    }
    expect(order).toEqual([
      '.github/Contributing.md',
      '.github/contributing.rst',
      'CONTRIBUTING.md',
      'docs/CONTRIBUTING.md',
    ]);
  });

  it("looks in the project's path, then the repository, then the organisation", () => {
    const options = {
      path: 'Apps/One',
      organisation: { 'SUPPORT.md': 'x' },
    };
    const scope = (files: Record<string, string>) => {
      const found = findDocument(projectFacts({ ...options, files }), {
        stems: ['support'],
      });
      return found.status === 'found' && found.scope;
    };
    expect(scope({ 'SUPPORT.md': 'x', 'apps/one/docs/support.md': 'x' })).toBe(
      'project',
    );
    expect(scope({ '.github/SUPPORT.md': 'x' })).toBe('repository');
    expect(scope({})).toBe('organisation');
  });

  it('does not conclude absence from what was not listed', () => {
    const status = (listedDirectories: string[], entries = ['docs']) =>
      findDocument(
        projectFacts({
          tree: {
            complete: false,
            listedDirectories,
            entries: entries.map(path => ({ path, type: 'directory' })),
          },
        }),
        { stems: ['support'], directories: ['', '.github', 'docs'] },
      ).status;
    expect(status(['', 'docs'])).toBe('absent');
    expect(status([''])).toBe('unknown');
    expect(status([''], [])).toBe('absent');
    expect(status([])).toBe('unknown');
  });
});

describe('TreeIndex', () => {
  it('knows directories from the files in them, and cannot look into submodules', () => {
    const index = TreeIndex.of({
      complete: true,
      entries: [
        { path: 'a/B/c.txt', type: 'file' },
        { path: 'lib', type: 'submodule' },
        { path: 'link', type: 'symlink' },
      ],
    });
    expect(index.childrenOf('A/b').map(({ path }) => path)).toEqual([
      'a/B/c.txt',
    ]);
    expect(index.get('a')?.directory).toBe(true);
    expect(index.isListed('a/none')).toBe(true);
    expect(index.isListed('lib')).toBe(false);
    expect(index.isListed('link')).toBe(false);
  });
});

describe('parseCodeOwners', () => {
  it('reads GitHub and GitLab syntax', () => {
    const { rules, problems } = parseCodeOwners(
      [
        '# comment',
        '* @org/team me@example.com # comment',
        '/with\\ space/ @org/team',
        '[id].tsx @ada',
        '[Docs][2] @org/docs',
        'docs/',
        '^[Optional]',
        '/free',
        '!/vendor/',
        '/x nobody',
        '@alone',
        '/role @@maintainers',
      ].join('\n'),
    );
    expect(rules.map(({ pattern, owners }) => [pattern, ...owners])).toEqual([
      ['*', '@org/team', 'me@example.com'],
      ['/with space/', '@org/team'],
      ['[id].tsx', '@ada'],
      ['docs/', '@org/docs'],
      ['/free'],
      ['!/vendor/'],
      ['/x'],
      ['/role', '@@maintainers'],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([10, 11]);
  });

  it('finds who owns everything below a path', () => {
    const owner = (text: string, path = '') =>
      findCatchAll(parseCodeOwners(text), path)?.owners[0];
    expect(owner('* @a')).toBe('@a');
    expect(owner('/** @a')).toBe('@a');
    expect(owner('* @a\n* @b')).toBe('@b');
    expect(owner('/* @a')).toBeUndefined();
    expect(owner('*.js @a')).toBeUndefined();
    expect(owner('*')).toBeUndefined();
    expect(owner('/libs/ @a', 'libs/x')).toBe('@a');
    expect(owner('/Libs/X/** @a', 'libs/x')).toBe('@a');
    expect(owner('/libs/xy/ @a', 'libs/x')).toBeUndefined();
    expect(owner('/libs/x/docs @a', 'libs/x')).toBeUndefined();
  });

  it('reads 20,000 lines and a line without end in no time', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `/path/${i}/ @org/team${i}`,
    );
    const started = Date.now();
    const parsed = parseCodeOwners(
      ['* @a', ...lines, '/x '.repeat(200_000)].join('\n'),
    );
    expect(Date.now() - started).toBeLessThan(20_000);
    expect(parsed.rules).toHaveLength(20_001);
    expect(findCatchAll(parsed, '')?.line).toBe(1);
    expect(parsed.problems[0].message).toContain('more than 4,096 characters');
  });
});

describe('parsePortalMetadata', () => {
  const parse = (text: string, overrides: Partial<RepositoryDocument> = {}) =>
    parsePortalMetadata(document('innersource.json', text, overrides));

  it('reads all keys', () => {
    const metadata = {
      title: 'Search',
      motivation: 'Everybody searches',
      contributions: ['Docs'],
      skills: ['Java'],
      docs: 'https://docs.example',
      logo: './logo.png',
      language: 'Java',
    };
    expect(
      parse(
        `\uFEFF${JSON.stringify({
          ...metadata,
          governanceLevel: 'Shared Ownership',
          other: 1,
        })}`,
      ),
    ).toEqual({
      metadata: { ...metadata, governanceLevel: 'shared-ownership' },
      problems: [],
      readable: true,
    });
  });

  it.each([
    ['[]', 'The file holds a list; it must hold an object.'],
    ['null', 'The file must hold an object.'],
    ['{', 'The file is not valid JSON.'],
    ['['.repeat(50_000), 'The file is not valid JSON.'],
  ])('says what is wrong with %.10s', (text, problem) => {
    expect(parse(text)).toEqual({
      metadata: {},
      problems: [expect.objectContaining({ message: problem })],
      readable: false,
    });
  });

  it('does not read what is huge, binary or deep', () => {
    expect(parse('{}', { size: 70_000 }).problems[0].message).toContain(
      '70,000 bytes',
    );
    expect(parse('', { binary: true }).readable).toBe(false);
    const deep = `{"skills":${'['.repeat(10_000)}${']'.repeat(
      10_000,
    )},"title":"T"}`;
    expect(parse(deep).metadata).toEqual({ title: 'T' });
    expect(parse(deep).problems).toHaveLength(1);
  });

  it("does not take a repository's title for that of a project in it", () => {
    const files = { 'innersource.json': '{"title":"All","skills":["Java"]}' };
    expect(
      readPortalMetadata(projectFacts({ files, path: 'libs/a' }))?.metadata,
    ).toEqual({ skills: ['Java'] });
    expect(readPortalMetadata(projectFacts({ files }))?.metadata.title).toBe(
      'All',
    );
  });

  it('leaves out what cannot be used and keeps the rest', () => {
    expect(
      parse(
        JSON.stringify({
          title: 7,
          motivation: 'x'.repeat(3_000),
          contributions: ['a', 1],
          skills: Array.from({ length: 60 }, () => 'a'),
          docs: 'vbscript:alert(1)',
          logo: 'data:image/png;base64,x',
          governanceLevel: 'anarchy',
          language: ' Go ',
        }),
      ),
    ).toEqual({
      metadata: { language: 'Go' },
      problems: expect.arrayContaining([
        expect.objectContaining({
          message: '`docs` must be an http or https URL.',
        }),
        expect.objectContaining({
          message: expect.stringContaining(
            '`governanceLevel` must be one of issues-welcome',
          ),
        }),
      ]),
      readable: true,
    });
  });
});

describe('detectLicense', () => {
  const MIT =
    'Permission is hereby granted, free of charge, to any person obtaining a copy\nof this… The above copyright notice and this permission notice shall be included in all';
  const detect = (...documents: RepositoryDocument[]) =>
    detectLicense(documents);

  it.each([
    [MIT, 'MIT'],
    ['Apache License\n  Version 2.0, January 2004', 'Apache-2.0'],
    [
      'GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007 … GNU Affero General Public License … GNU Lesser General Public License',
      'GPL-3.0-only',
    ],
    [
      'GNU LESSER GENERAL PUBLIC LICENSE\n Version 2.1, February 1999',
      'LGPL-2.1-only',
    ],
    [
      'Redistribution and use in source and binary forms … Redistributions in binary form must reproduce …',
      'BSD-2-Clause',
    ],
    [
      'Redistribution and use in source and binary forms … Redistributions in binary form must reproduce … may be used to endorse or promote products',
      'BSD-3-Clause',
    ],
    ['SPDX-License-Identifier: EUPL-1.2 -->', 'EUPL-1.2'],
    ['All rights reserved.', null],
    ['SPDX-License-Identifier: <script>', null],
  ])('recognises %.40s', (text, spdxId) => {
    expect(detect(document('LICENSE', text))?.spdxId).toBe(spdxId);
  });

  it('joins several files and looks in one directory', () => {
    const apache = document('LICENSE-APACHE', 'Apache License Version 2.0');
    expect(detect(apache, document('LICENSE-MIT', MIT))?.spdxId).toBe(
      'MIT OR Apache-2.0',
    );
    expect(
      detect(document('docs/LICENSE', MIT), document('licenses.md', MIT)),
    ).toBeNull();
    expect(
      detectLicense([document('libs/a/LICENCE.txt', MIT)], { path: 'libs/a' })
        ?.path,
    ).toBe('libs/a/LICENCE.txt');
  });

  it('knows licenses of the organisation', () => {
    const internalLicenses = [
      {
        id: 'LicenseRef-Acme',
        name: 'Acme InnerSource',
        phrases: ['shared within the Acme group'],
      },
    ];
    const facts = projectFacts({
      files: { LICENSE: 'This code is *shared within\n the ACME group* only.' },
      repository: {
        license: known({ spdxId: null, name: null, path: 'LICENSE' }),
      },
    });
    expect(licenseOf(facts, internalLicenses)).toEqual(
      known({
        spdxId: 'LicenseRef-Acme',
        name: 'Acme InnerSource',
        path: 'LICENSE',
      }),
    );
    expect(licenseOf(facts, [])).toEqual(
      known({ spdxId: null, name: null, path: 'LICENSE' }),
    );
  });
});

describe('findTrustedCommitters', () => {
  const names = (files: Record<string, string>) =>
    findTrustedCommitters(projectFacts({ files })).map(({ name }) => name);

  it('takes names, mentions and addresses from people, not from prose', () => {
    expect(
      names({
        'README.md': [
          '# S',
          '',
          '## Maintainers',
          '',
          'Please ask one of us. The Best Team is here. Current Maintainers:',
          '',
          '- Ada Lovelace, London',
          '- [Grace Hopper](https://x.example/grace)',
          '- José van der Meer – reviews',
          '- [@linus](https://x.example/linus) Linus T.',
          '- search-team@example.com',
          '- 山田 太郎',
          '',
          '## Emeritus maintainers',
          '',
          '- Bob Gone',
          '',
          '## Usage',
          '',
          '- Not Anybody',
        ].join('\n'),
      }),
    ).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
      'José van der Meer',
      '@linus',
      'search-team@example.com',
      '山田 太郎',
    ]);
  });

  it('takes one person from each row of a table', () => {
    expect(
      names({
        'TRUSTED-COMMITTERS.md': [
          '# Trusted committers',
          '',
          '| Name | Account | Team |',
          '| --- | --- | --- |',
          '| Ada Lovelace | @ada | Analytical Engines |',
          '| Grace Hopper | @grace | Compilers |',
        ].join('\n'),
        'README.md':
          '# S\n\n## Who we are\n\nTrusted committers are Ada Lovelace (@ada) and others.\n',
      }),
    ).toEqual(['@ada', '@grace']);
    expect(
      names({
        'MAINTAINERS.md':
          '# M\n\n| Name | Since |\n| --- | --- |\n| Ada Lovelace | 2024 |\n| Grace Hopper | 2025 |\n',
      }),
    ).toEqual(['Ada Lovelace', 'Grace Hopper']);
  });

  it('names everybody once, whether by name, account or address', () => {
    expect(
      names({
        'MAINTAINERS.md': [
          '# Maintainers',
          '',
          '| Name | Account | Mail |',
          '| --- | --- | --- |',
          '| Ada Lovelace | @ada | ada@example.com |',
          '| Grace Hopper | | grace@example.com |',
        ].join('\n'),
        'README.md': [
          '# S',
          '',
          '## Who we are',
          '',
          '- Ada Lovelace',
          '- Joan Clarke',
          '',
        ].join('\n'),
        'CONTRIBUTING.md':
          '# C\n\n## Trusted committers\n\n- Joan Clarke (@joan)\n- grace@example.com\n- Grace Hopper\n',
      }),
    ).toEqual(['@ada', 'Grace Hopper', '@joan']);
  });

  it('falls back on the owners of everything', () => {
    expect(names({ CODEOWNERS: '* @org/team\n/docs @org/docs' })).toEqual([
      '@org/team',
    ]);
    expect(names({ 'README.md': '# S' })).toEqual([]);
  });
});

describe('phrases', () => {
  it('compares whole words whatever case and punctuation', () => {
    const text = normaliseText(
      'Open a **Pull-Request**, please! Ｆｕｌｌ width; naïve.',
    );
    expect(findPhrase(text, ['pull request'])).toBe('pull request');
    expect(findPhrase(text, ['pull req'])).toBeUndefined();
    expect(findPhrase(text, ['x', 'pull req*'])).toBe('pull req*');
    expect(findPhrase(text, ['full'])).toBe('full');
    expect(findPhrase(text, ['', '…', 'ope'])).toBeUndefined();
  });

  it.each([
    ['within two working days', true],
    ['in 48h', true],
    ['5 Werktagen', true],
    ['a week', true],
    ['30-day', true],
    ['some days', false],
    ['version 2', false],
    ['every day', false],
  ])('knows whether “%s” names a period', (text, expected) => {
    expect(namesPeriod(normaliseText(text))).toBe(expected);
  });

  it('wants period and phrase in one sentence of prose', () => {
    const find = (text: string) =>
      findPeriodSentence(allBlocks(parseDocument(document('a.md', text))), [
        'respond*',
      ])?.text;
    expect(find('Hi. We respond in 2 days. Bye.')).toBe(
      'We respond in 2 days.',
    );
    expect(find('We respond. It takes 2 days.')).toBeUndefined();
    expect(find('~~~\nwe respond in 2 days\n~~~')).toBeUndefined();
  });
});
