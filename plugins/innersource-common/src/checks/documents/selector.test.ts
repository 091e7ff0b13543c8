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

import { DocumentSelector } from '../../model';
import { createDocumentSelector, selectDocuments } from './selector';

const SELECTOR: DocumentSelector = {
  stems: ['readme', 'contributing'],
  names: ['innersource.json'],
  directories: ['.github', '', 'docs'],
  contentsOf: ['.github/issue_template'],
  paths: ['docs/deep/runbook.md'],
  listings: [],
};

describe('createDocumentSelector', () => {
  it('merges what checks want, in lower case and without doubles', () => {
    const wish = { stems: ['README', 'Runbook'], paths: ['/Docs/X.md'] };
    const selector = createDocumentSelector([
      { documents: wish },
      { documents: wish },
      {},
    ] as never[]);
    expect(selector.stems.filter(stem => stem === 'readme')).toHaveLength(1);
    expect(selector.stems).toContain('runbook');
    expect(selector.paths).toEqual(['docs/x.md']);
    expect(selector.directories).toContain('.github');
  });
});

describe('selectDocuments', () => {
  it('ignores case, prefers Markdown and knows documents from code', () => {
    expect(
      selectDocuments(
        [
          'ReadMe.RST',
          'README.Md',
          'readme.js',
          'src/README.md',
          'docs/Contributing',
          'InnerSource.JSON',
          '.github/ISSUE_TEMPLATE/bug.yml',
          'docs/deep/Runbook.md',
        ],
        [],
        SELECTOR,
      ),
    ).toEqual([
      'README.Md',
      'docs/Contributing',
      'InnerSource.JSON',
      'docs/deep/Runbook.md',
      '.github/ISSUE_TEMPLATE/bug.yml',
    ]);
  });

  it('looks below every project path', () => {
    expect(
      selectDocuments(
        ['README.md', 'Apps/One/README.md', 'apps/two/docs/readme.txt'],
        ['/Apps/One/', 'apps/two'],
        SELECTOR,
      ),
    ).toEqual(['README.md', 'Apps/One/README.md', 'apps/two/docs/readme.txt']);
  });

  it('keeps the READMEs of all projects when the bound is reached', () => {
    const projects = Array.from({ length: 10 }, (_, i) => `p${i}`);
    const tree = [
      ...Array.from({ length: 30 }, (_, i) => `.github/ISSUE_TEMPLATE/${i}.md`),
      ...projects.map(path => `${path}/README.md`),
    ];
    const selected = selectDocuments(tree, projects, SELECTOR, {
      maxDocuments: 12,
      maxPerDirectory: 5,
    });
    expect(selected).toHaveLength(12);
    expect(selected.filter(path => path.endsWith('README.md'))).toHaveLength(
      10,
    );
    expect(
      selectDocuments(tree, projects, SELECTOR, { maxPerDirectory: 5 }),
    ).toHaveLength(15);
  });
});
