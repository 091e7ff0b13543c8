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

import { document } from '../../__fixtures__/projectFacts';
import { MAX_DOCUMENT_BYTES } from '../../../model';
import { parseYamlMapping } from './frontMatter';
import { ParsedDocument, parseDocument } from './index';

function parse(path: string, text: string): ParsedDocument {
  return parseDocument(document(path, text));
}

function outline({ sections }: ParsedDocument) {
  return sections
    .slice(1)
    .map(
      ({ heading, level, line }) => `${line} ${'#'.repeat(level)} ${heading}`,
    );
}

describe('Markdown', () => {
  it('knows both kinds of headings and what only looks like one', () => {
    const parsed = parse(
      'README.md',
      [
        '---',
        'name: X',
        'about: Y',
        '---', // 1-4
        'Title',
        '=====',
        '', // 5-7
        'Intro with `code`, *emphasis* and [a link](docs/a.md).',
        '', // 8-9
        '~~~md',
        '# not a heading',
        '~~~',
        '', // 10-13
        '<!-- # hidden',
        '## hidden, too -->',
        '', // 14-16
        '    # indented code',
        '', // 17-18
        'Second',
        '------',
        '', // 19-21
        '## Third ##',
        '', // 22-23
        '> # In a quote',
        '', // 24-25
        '<h2 align="center">In <b>HTML</b> &amp; so</h2>', // 26
      ].join('\n'),
    );
    expect(parsed.title).toBe('Title');
    expect(parsed.frontMatter).toEqual({ name: 'X', about: 'Y' });
    expect(outline(parsed)).toEqual([
      '5 # Title',
      '19 ## Second',
      '22 ## Third',
      '24 # In a quote',
      '26 ## In HTML & so',
    ]);
    expect(parsed.sections[1].blocks).toEqual([
      { text: 'Intro with code, emphasis and a link.', line: 8, code: false },
      { text: '# not a heading\n', line: 10, code: true },
      { text: '# indented code\n', line: 17, code: true },
    ]);
    expect(parsed.links).toEqual([
      { text: 'a link', url: 'docs/a.md', line: 8 },
    ]);
  });

  it('counts neither badges nor comments as text', () => {
    const parsed = parse(
      'README.md',
      '# T\n\n[![build](b.svg)](https://ci) ![x](y.png)\n\n[//]: # (hidden)\n',
    );
    expect(parsed.sections.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(parsed.links.map(({ url }) => url)).toEqual(['https://ci']);
  });

  it('finds references, bare URLs, addresses and links in HTML', () => {
    const parsed = parse(
      'README.md',
      'See [x][1], https://a.example/b. Mail <me@a.example>, you@a.example.\n\n<p><a href="https://c.example">C</a></p>\n\n[1]: https://d.example\n',
    );
    expect(parsed.links.map(({ url }) => url).sort()).toEqual([
      'https://a.example/b',
      'https://c.example',
      'https://d.example',
      'mailto:me@a.example',
      'mailto:me@a.example',
      'mailto:you@a.example',
    ]);
  });

  it('reads names in any script', () => {
    const parsed = parse('読んで.md', '# 検索\n\n## Über uns\n\nПривет 👩‍💻\n');
    expect(parsed.title).toBe('検索');
    expect(outline(parsed)[1]).toBe('3 ## Über uns');
    expect(parsed.sections[2].blocks[0].text).toBe('Привет 👩‍💻');
  });

  it('does without front matter that is broken, endless or no mapping', () => {
    expect(parse('a.md', '---\n[: x\n---\n# T').frontMatter).toEqual({});
    expect(parse('a.md', '---\n- x\n---\n# T').title).toBe('T');
    expect(parse('a.md', '---\nno end').frontMatter).toBeNull();
  });
});

describe('parseYamlMapping', () => {
  it('knows which properties have a value', () => {
    expect(
      parseYamlMapping(
        '# form\nname: "Bug"\nabout: \'\'\nlabels: []\n"title": # none\nbody:\n  - type: input\nlist:\n- a\n',
      ),
    ).toEqual({
      name: 'Bug',
      about: null,
      labels: null,
      title: null,
      body: '- type: input',
      list: '- a',
    });
    expect(parseYamlMapping('- a\n- b\n')).toBeUndefined();
    expect(parseYamlMapping('just text\n')).toBeUndefined();
    expect(parseYamlMapping('')).toBeUndefined();
    expect(parseYamlMapping(`a: ${'x'.repeat(70_000)}`)).toBeUndefined();
  });

  it('takes no time for hostile input', () => {
    const started = Date.now();
    for (const piece of [
      '{',
      '[',
      '- ',
      'a: ',
      'x: &a [*a]\n',
      '"',
      "'",
      ' ',
      ':',
      'a:\n',
      'é',
    ]) {
      parseYamlMapping(piece.repeat(Math.floor(65_536 / piece.length)));
    }
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 240_000);
});

describe('reStructuredText', () => {
  it('orders titles by their adornments and skips what is literal', () => {
    const parsed = parse(
      'README.rst',
      [
        '=====',
        'Title',
        '=====',
        '', // 1-4
        'See `the docs <https://docs.example>`_ and the code::',
        '', // 5-6
        '  Not a title',
        '  ===========',
        '', // 7-9
        'Usage',
        '-----',
        '', // 10-12
        '.. code-block:: sh',
        '',
        '   make',
        '', // 13-16
        '.. a comment',
        '   Hidden',
        '   ------',
        '', // 17-20
        '.. note:: Mind the gap',
        '', // 21-22
        'Deeper',
        '~~~~~~',
        '', // 23-25
        'Help',
        '----',
        '', // 26-28
        '.. _tracker: https://issues.example', // 29
      ].join('\n'),
    );
    expect(parsed.title).toBe('Title');
    expect(outline(parsed)).toEqual([
      '2 # Title',
      '10 ## Usage',
      '23 ### Deeper',
      '26 ## Help',
    ]);
    expect(
      parsed.sections[1].blocks.map(({ text, code }) => [text, code]),
    ).toEqual([
      ['See the docs and the code:', false],
      ['  Not a title\n  ===========\n', true],
    ]);
    expect(parsed.sections[2].blocks.map(({ text }) => text.trim())).toEqual([
      'make',
      'Mind the gap',
    ]);
    expect(parsed.links).toEqual([
      { text: 'the docs', url: 'https://docs.example', line: 5 },
      { text: 'tracker', url: 'https://issues.example', line: 29 },
    ]);
  });
});

describe('AsciiDoc', () => {
  it('knows titles, header, blocks and comments', () => {
    const parsed = parse(
      'README.adoc',
      [
        '= Title',
        'Ada Lovelace <ada@a.example>',
        ':toc:',
        '', // 1-4
        'Read link:docs/a.adoc[the guide] first.',
        '', // 5-6
        '----',
        '== Not a title',
        '----',
        '', // 7-10
        '////',
        '== Hidden',
        '////',
        '', // 11-14
        '// == Hidden',
        '== Usage',
        '', // 15-17
        'Setup',
        '~~~~~',
        '', // 18-20
        '====',
        'An example',
        '====',
        '', // 21-24
        '=== Deeper',
        'Chat on https://chat.example/room[our channel].', // 25-26
      ].join('\n'),
    );
    expect(parsed.title).toBe('Title');
    expect(outline(parsed)).toEqual([
      '1 # Title',
      '16 ## Usage',
      '18 ### Setup',
      '25 ### Deeper',
    ]);
    expect(parsed.sections[1].blocks.map(({ text }) => text)).toEqual([
      'Read the guide first.',
      '== Not a title',
    ]);
    expect(parsed.sections[3].blocks[0].text).toBe('An example');
    expect(parsed.links.map(({ text, url }) => [text, url])).toEqual([
      ['the guide', 'docs/a.adoc'],
      ['our channel', 'https://chat.example/room'],
    ]);
  });
});

describe('plain text', () => {
  it('knows headings by their look', () => {
    const parsed = parse(
      'README',
      'Search\n======\n\nFinds products.\n\nGETTING STARTED\n\nRun it.\n\nHelp:\n\nAsk.\n\n## Hash\nText',
    );
    expect(outline(parsed)).toEqual([
      '1 # Search',
      '6 ## GETTING STARTED',
      '10 ## Help',
      '14 ## Hash',
    ]);
  });
});

describe('parseDocument', () => {
  it('finds nothing in a binary document', () => {
    const parsed = parseDocument(
      document('README.md', '# T', { binary: true }),
    );
    expect(parsed.sections).toHaveLength(1);
    expect(parsed.title).toBeNull();
  });

  const HOSTILE = [
    '[',
    '![',
    '](',
    '> ',
    '>\n',
    '- ',
    '- a\n',
    '<',
    '<!--',
    '<!--\n\n',
    '<a href="',
    '*a _b ',
    '**x',
    '|a|b|\n',
    '[a]: <',
    '\n',
    '\\',
    '&a',
    '# a\n',
    '```\n',
    ' ',
    '[a](b) ',
    '[a](<b',
    'a\n=\n',
    '=\n',
    '.. x::\n',
    'a@b.c ',
    '@',
    'http://',
    'a::\n  b\n',
    'link:a[ ',
    '----\n....\n',
    '<h1>',
    '\t- ',
    '* * ',
    '`a <',
    '1. ',
    '<http://a ',
    '_',
    '`',
    '\u0000',
    '👩‍💻',
  ];

  it.each(['md', 'rst', 'adoc', 'txt'])(
    'takes time in proportion to the length of hostile %s',
    extension => {
      const size = MAX_DOCUMENT_BYTES / 2;
      const started = Date.now();
      for (const piece of HOSTILE) {
        const text = piece
          .repeat(Math.ceil(size / piece.length))
          .slice(0, size);
        parse(`x.${extension}`, text);
      }
      // A quadratic step takes minutes for a single piece.
      expect(Date.now() - started).toBeLessThan(30_000);
    },
    240_000,
  );
});
