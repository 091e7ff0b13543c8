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

import { BranchProtection, known, StarterIssue } from '../../model';
import {
  commits,
  document,
  FactsOptions,
  NOT_SEEN,
  NOW,
  projectFacts,
} from '../__fixtures__/projectFacts';
import { CheckOutcome } from '../definition';
import { builtInChecks } from './index';

const LOREM =
  'Search finds products by what customers mean, for the shop and for partners. ';

const UNLISTED: FactsOptions = { tree: { complete: false } };
const NO_TREE: FactsOptions = { tree: 'unknown' };

const STARTER: StarterIssue = {
  number: 7,
  title: 'Add a filter',
  url: 'https://git.example.com/shop/search/issues/7',
  labels: ['good first issue'],
  unassigned: true,
  createdAt: '2026-03-01T00:00:00Z',
  updatedAt: '2026-03-02T00:00:00Z',
  comments: 0,
};

function protection(
  overrides: Partial<BranchProtection>,
): FactsOptions['repository'] {
  return {
    branchProtection: known({
      requiredApprovingReviewCount: NOT_SEEN,
      requiresCodeOwnerReviews: NOT_SEEN,
      dismissesStaleReviews: NOT_SEEN,
      requiresStatusChecks: NOT_SEEN,
      enforcedForAdmins: NOT_SEEN,
      allowsForcePushes: NOT_SEEN,
      allowsDeletions: NOT_SEEN,
      ...overrides,
    }),
  };
}

function owner(
  kind: 'group' | 'user' | 'other',
  exists: boolean,
  memberCount: number,
): FactsOptions['catalog'] {
  return {
    owner: known({ entityRef: `${kind}:default/x`, kind, exists, memberCount }),
  };
}

function tag(name: string, publishedAt = '2026-02-01T00:00:00Z') {
  return { tag: name, publishedAt, kind: 'tag' as const };
}

function readme(text: string): FactsOptions {
  return { files: { 'README.md': text } };
}

function guide(text: string): FactsOptions {
  return { files: { 'CONTRIBUTING.md': text } };
}

type Expected = CheckOutcome['status'] | number;

/** [check, what it is about, facts, status or score, part of the evidence, its line] */
const CASES: Array<[string, string, FactsOptions, Expected, string, number?]> =
  [
    // Discoverable
    [
      'description',
      'long enough in the catalog',
      { catalog: { description: 'Finds products by what customers mean' } },
      'pass',
      'The catalog describes it as “Finds products',
    ],
    [
      'description',
      'in the repository only',
      {
        repository: {
          description: known('Finds products by what customers mean'),
        },
      },
      'pass',
      'The repository describes it',
    ],
    [
      'description',
      'short',
      {
        catalog: { description: 'Finds products' },
        repository: { description: known(null) },
      },
      0.5,
      'has 14 characters, fewer than 30',
    ],
    [
      'description',
      'the name again',
      {
        catalog: { description: 'Search.' },
        repository: { description: known('TODO') },
      },
      'fail',
      'Neither the catalog nor the repository',
    ],
    [
      'description',
      'none in the catalog, the repository not seen',
      {},
      'unknown',
      'does not see it',
    ],
    [
      'topics',
      'tags and topics together',
      {
        catalog: { tags: ['java'] },
        repository: { topics: known(['Java', 'search']) },
      },
      'pass',
      'It has 2 topics: java, search',
    ],
    [
      'topics',
      'one of two',
      { catalog: { tags: ['java'] }, repository: { topics: known([]) } },
      0.5,
      'It has 1 topic',
    ],
    [
      'topics',
      'none',
      { repository: { topics: known([]) } },
      'fail',
      'no topics',
    ],
    ['topics', 'not seen', {}, 'unknown', 'The catalog has 0 tags'],
    [
      'owner',
      'a team',
      { catalog: owner('group', true, 3) },
      'pass',
      'has 3 members',
    ],
    [
      'owner',
      'a person',
      { catalog: owner('user', true, 1) },
      0.5,
      'single person',
    ],
    [
      'owner',
      'an empty team',
      { catalog: owner('group', true, 0) },
      0.25,
      'no members',
    ],
    [
      'owner',
      'gone',
      { catalog: owner('group', false, 0) },
      'fail',
      'does not exist',
    ],
    [
      'owner',
      'none',
      { catalog: { owner: known(null) } },
      'fail',
      'names no owner',
    ],
    ['owner', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'visibility',
      'internal',
      { repository: { visibility: known('internal') } },
      'pass',
      'is internal',
    ],
    [
      'visibility',
      'private',
      { repository: { visibility: known('private') } },
      'fail',
      'is private',
    ],
    ['visibility', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'readme-substance',
      'text in sections',
      readme(
        `# Search\n\n${LOREM.repeat(7)}\n\n## Use\n\nText\n\n## Help\n\nText`,
      ),
      'pass',
      'characters of text in 2 sections',
    ],
    [
      'readme-substance',
      'headings inside of a code fence are no sections',
      readme(`# Search\n\n${LOREM.repeat(7)}\n\n~~~\n## Use\n## Help\n~~~\n`),
      0.65,
      'in 0 sections',
    ],
    [
      'readme-substance',
      'title only',
      readme('# Search\n'),
      'fail',
      'has 0 characters',
    ],
    [
      'readme-substance',
      'none',
      {},
      'fail',
      'Found no README in the root, .github/, docs/',
    ],
    [
      'readme-substance',
      'binary',
      { documents: [document('README.md', '', { binary: true, size: 9 })] },
      'fail',
      'is not a text file',
    ],
    [
      'readme-substance',
      '50 MB, of which 512 KiB were read',
      {
        documents: [
          document('README', LOREM.repeat(10), {
            truncated: true,
            size: 50 * 1024 * 1024,
          }),
        ],
      },
      0.65,
      'within the part that was read of 52,428,800 bytes',
    ],
    [
      'readme-substance',
      'not listed',
      UNLISTED,
      'unknown',
      'Not all directories were listed: the root',
    ],
    [
      'readme-substance',
      'absent from all directories that were listed',
      { tree: { complete: false, listedDirectories: [''] } },
      'fail',
      'Found no README',
    ],
    [
      'readme-substance',
      'there, but not read',
      { paths: ['readme.rst'] },
      'unknown',
      'readme.rst is there, its text was not read',
    ],
    [
      'readme-substance',
      'of the repository, not of the path',
      { path: 'libs/a', ...readme(LOREM.repeat(10)) },
      0.3,
      'libs/a has no README of its own',
    ],
    [
      'maintained',
      'five days ago',
      { repository: { commits: { '': known(commits()) } } },
      'pass',
      'The last commit was 5 days ago, on 2026-03-10',
    ],
    [
      'maintained',
      '200 days ago',
      {
        repository: {
          commits: {
            '': known(commits({ lastCommitAt: '2025-08-27T12:00:00Z' })),
          },
        },
      },
      0.5,
      '200 days ago',
    ],
    [
      'maintained',
      'two years ago',
      {
        repository: {
          commits: {
            '': known(commits({ lastCommitAt: '2024-03-15T12:00:00Z' })),
          },
        },
      },
      'fail',
      '730 days ago',
    ],
    [
      'maintained',
      'archived',
      {
        repository: {
          archived: known(true),
          commits: { '': known(commits()) },
        },
      },
      'fail',
      'archived',
    ],
    [
      'maintained',
      'empty repository',
      {
        repository: { commits: { '': known(commits({ lastCommitAt: null })) } },
      },
      'fail',
      'There is no commit',
    ],
    [
      'maintained',
      'by the last push where the history is not known',
      { repository: { pushedAt: known('2026-03-14T00:00:00Z') } },
      'pass',
      'The last push was 1 day ago',
    ],
    ['maintained', 'not seen', {}, 'unknown', 'not known'],
    [
      'portal-metadata',
      'valid',
      {
        files: {
          'innersource.json': '{"motivation":"Help us","skills":["Java"]}',
        },
      },
      'pass',
      'gives motivation, skills',
    ],
    [
      'portal-metadata',
      'wrong types',
      {
        files: {
          'innersource.json': '{"motivation":"Help us","skills":"Java"}',
        },
      },
      0.5,
      '`skills` must be a list',
    ],
    [
      'portal-metadata',
      'empty object',
      { files: { 'innersource.json': '{}' } },
      0.5,
      'has none of',
    ],
    [
      'portal-metadata',
      'a list',
      { files: { 'innersource.json': '[]' } },
      'fail',
      'holds a list',
    ],
    ['portal-metadata', 'none', {}, 'fail', 'Found no innersource.json'],
    [
      'portal-metadata',
      'not listed',
      UNLISTED,
      'unknown',
      'Not all directories',
    ],

    // Understandable
    [
      'readme-purpose',
      'introduction',
      readme(`# Search\n\n${LOREM.repeat(2)}\n\n## Install\n`),
      'pass',
      'It begins with 153 characters of introduction',
      3,
    ],
    [
      'readme-purpose',
      'section',
      readme(`# Search\n\n## Why\n\n${LOREM.repeat(2)}`),
      'pass',
      'Section “Why” explains',
      3,
    ],
    [
      'readme-purpose',
      'one short line',
      readme('# Search\n\nFinds products in the shop.'),
      0.5,
      'fewer than 80',
    ],
    [
      'readme-purpose',
      'nothing',
      readme('# Search\n\n[![b](b.svg)](b)\n'),
      'fail',
      'No introduction',
    ],
    [
      'readme-purpose',
      'after the news',
      readme(
        '# Search engine\n\n## Version 3 is out!\n\nSee what is new.\n\n---\n\nSearch is a service that finds products in all shops of the company, quickly and in any language.\n',
      ),
      'pass',
      'It says “Search is a service that finds products',
      9,
    ],
    [
      'readme-purpose',
      'its name alone says nothing',
      readme(
        '# Search engine\n\n## Version 3 is out!\n\nSearch with the new version was tried by all shops of the company, and they liked it a lot.\n',
      ),
      'fail',
      'No introduction',
    ],
    ['readme-purpose', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'readme-purpose',
      'README of another path',
      { path: 'libs/a', ...readme(`# Search\n\n${LOREM.repeat(2)}`) },
      0.5,
      'libs/a has no README of its own',
    ],
    [
      'readme-getting-started',
      'emoji and subsections',
      readme(
        '# S\n\n## 🚀 Getting Started!\n\n### Install\n\n~~~sh\nnpm install @shop/search --save\n~~~\n',
      ),
      'pass',
      'Section “🚀 Getting Started!” shows',
      3,
    ],
    [
      'readme-getting-started',
      'setext headings',
      readme(
        'S\n=\n\nUsage\n-----\n\nCall find() with what the customer typed.\n',
      ),
      'pass',
      'Section “Usage”',
      4,
    ],
    [
      'readme-getting-started',
      'a link',
      readme('# S\n\nRead the [installation guide](docs/install.md).'),
      'pass',
      'It links to “installation guide”',
      3,
    ],
    [
      'readme-getting-started',
      'empty section',
      readme('# S\n\n## Usage\n\n## Other\n'),
      0.5,
      'has 0 characters',
    ],
    [
      'readme-getting-started',
      'a heading in a comment',
      readme(
        '# S\n\n<!--\n## Usage\n\nCall find() with what the customer typed.\n-->\n',
      ),
      'fail',
      'No section says how to start',
    ],
    [
      'readme-getting-started',
      'no README',
      {},
      'fail',
      'There is no document that could say so',
    ],
    [
      'readme-getting-started',
      'not listed',
      UNLISTED,
      'unknown',
      'Not all directories',
    ],
    [
      'help-channel',
      'SUPPORT file',
      {
        files: { '.github/SUPPORT.md': 'Ask in #search on the company chat.' },
      },
      'pass',
      '.github/SUPPORT.md says',
    ],
    [
      'help-channel',
      'section with a channel',
      readme('# S\n\n## Getting help\n\nAsk in #shop-search, we read it.\n'),
      'pass',
      'Section “Getting help” names a channel',
      3,
    ],
    [
      'help-channel',
      'mail address',
      readme('# S\n\nWrite to search@example.com.\n'),
      'pass',
      'mailto:search@example.com',
      3,
    ],
    [
      'help-channel',
      'link of the catalog entity',
      { catalog: { links: [{ url: 'https://acme.slack.com/archives/C1' }] } },
      'pass',
      'The catalog entity links to https://acme.slack.com',
    ],
    [
      'help-channel',
      'a link to another host',
      readme('# S\n\n[x](https://notslack.com.evil.example)\n'),
      'fail',
      'No channel',
    ],
    [
      'help-channel',
      'section without address',
      readme('# S\n\n## Support\n\nWe are happy to help you at any time.\n'),
      0.5,
      'names no link',
    ],
    [
      'help-channel',
      'another kind of support',
      readme(
        '# S\n\n## Browser support\n\nSee [the table](https://caniuse.example/es6) for what works.\n\n## Contact the team\n\nWrite to [us](mailto:search@acme.example).\n',
      ),
      'pass',
      'Section “Contact the team” names mailto:search@acme.example',
      7,
    ],
    [
      'help-channel',
      'the channel among the links of a section',
      readme(
        '# S\n\n## Docs & community\n\n- [Website](https://search.example)\n- [Discussions](https://github.com/acme/search/discussions)\n',
      ),
      'pass',
      'names https://github.com/acme/search/discussions',
      3,
    ],
    [
      'help-channel',
      'any link of a section on help alone',
      readme(
        '# S\n\n## Get in touch\n\nIn [our forum](https://forum.acme.example).\n',
      ),
      'pass',
      'names https://forum.acme.example',
      3,
    ],
    [
      'help-channel',
      'one issue is no place for questions',
      readme('# S\n\nSee [#7](https://github.com/acme/search/issues/7).\n'),
      'fail',
      'No channel',
    ],
    [
      'help-channel',
      "a host's documentation, and somebody's address",
      readme(
        '# S\n\n[API](https://api.slack.com/web), `-e you@example.com` for <you@example.com>\n',
      ),
      'fail',
      'No channel',
    ],
    ['help-channel', 'not listed', UNLISTED, 'unknown', 'Not all directories'],
    [
      'maintainers-named',
      'section',
      readme(
        '# S\n\n## Maintainers\n\n- Ada Lovelace (lead)\n- Grace Hopper\n',
      ),
      'pass',
      'It names Ada Lovelace and 1 more',
      5,
    ],
    [
      'maintainers-named',
      'sentence',
      readme('# S\n\nSearch is maintained by the shop team.\n'),
      'pass',
      'maintained by the shop team',
      3,
    ],
    [
      'maintainers-named',
      'nobody',
      readme('# S\n\nText\n'),
      'fail',
      'Nothing says who maintains',
    ],
    [
      'maintainers-named',
      'not listed',
      UNLISTED,
      'unknown',
      'Not all directories',
    ],
    [
      'license',
      'recognised by the host',
      {
        repository: {
          license: known({
            spdxId: 'MIT',
            name: 'MIT License',
            path: 'LICENSE',
          }),
        },
      },
      'pass',
      'MIT License (MIT)',
    ],
    [
      'license',
      'not recognised',
      {
        repository: {
          license: known({ spdxId: null, name: null, path: 'LICENSE' }),
        },
      },
      0.5,
      'was not recognised',
    ],
    [
      'license',
      'none',
      { repository: { license: known(null) } },
      'fail',
      'no license file',
    ],
    ['license', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'design-decisions',
      'ADRs',
      { paths: ['docs/adr/0001-x.md'] },
      'pass',
      'docs/adr/ holds 1 entry, e.g. 0001-x.md',
    ],
    [
      'design-decisions',
      'architecture document',
      { files: { 'docs/Architecture.adoc': '= A\n\nText' } },
      'pass',
      'Found docs/Architecture.adoc',
    ],
    [
      'design-decisions',
      'section of the README',
      readme(`# S\n\n## How it works\n\n${LOREM.repeat(3)}`),
      0.5,
      'Section “How it works”',
      3,
    ],
    [
      'design-decisions',
      'none',
      readme('# S\n'),
      'fail',
      'There is no directory docs/adr',
    ],
    [
      'design-decisions',
      'what a link says',
      readme('# S\n\n[Architecture overview](https://wiki.example/s)\n'),
      'pass',
      'It links to “Architecture overview”',
      3,
    ],
    [
      'design-decisions',
      'a design system shows how things look',
      readme('# S\n\n[Acme design system](https://design.example)\n'),
      'fail',
      'says nothing',
    ],
    ['design-decisions', 'no tree', NO_TREE, 'unknown', 'does not see it'],

    // Contributable
    [
      'contributing-guide',
      'long enough',
      guide(LOREM.repeat(4)),
      'pass',
      'CONTRIBUTING.md has',
    ],
    [
      'contributing-guide',
      "organisation's default",
      { organisation: { 'CONTRIBUTING.md': LOREM.repeat(4) } },
      'pass',
      "The organisation's default CONTRIBUTING.md",
    ],
    [
      'contributing-guide',
      'short',
      guide('Send patches.'),
      0.5,
      'has 13 characters',
    ],
    [
      'contributing-guide',
      'section of the README',
      readme(`# S\n\n## Contributing\n\n${LOREM.repeat(4)}`),
      0.6,
      'section “Contributing” of the README',
      3,
    ],
    [
      'contributing-guide',
      'none',
      readme('# S\n'),
      'fail',
      'Found no CONTRIBUTING',
    ],
    [
      'contributing-guide',
      'not listed',
      UNLISTED,
      'unknown',
      'Not all directories',
    ],
    [
      'build-and-test',
      'both',
      guide('# C\n\n~~~\nmake\nnpm test\n~~~\n'),
      'pass',
      'How to build: it says “make”',
    ],
    [
      'build-and-test',
      'a word is no command',
      guide('# C\n\nWe make good things.\n'),
      'fail',
      'Nothing says how to build',
    ],
    [
      'build-and-test',
      'build only',
      guide('# C\n\nFirst run `npm install`.\n'),
      0.5,
      'Nothing says how to test',
    ],
    [
      'build-and-test',
      'in another document',
      {
        files: {
          'docs/DEVELOPMENT.rst':
            'Testing\n=======\n\nStart the suite with all its fixtures::\n\n  tox -e py\n\nBuilding\n========\n\npip install .\n',
        },
      },
      'pass',
      'it says “tox”',
    ],
    [
      'build-and-test',
      'in documents that the guide links to',
      guide(
        '# C\n\n- [Running the application locally](docs/run.md)\n- [Manual testing](/docs/testing.md#start)\n',
      ),
      'pass',
      'it links to “Running the application locally”. How to test: it links to “Manual testing”',
    ],
    [
      'build-and-test',
      'badges and titles of other things are no guide',
      guide(
        '# C\n\n[Build](https://ci.example/build.md) [Tests](#tests) [What we learned when we built the tests](talk.md)\n',
      ),
      'fail',
      'Nothing says how to build',
    ],
    ['build-and-test', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'submit-change',
      'the invitation before a mention',
      guide(
        '# C\n\nWe review pull requests on Mondays.\n\nOpen a pull request against main.\n',
      ),
      'pass',
      'It says “Open a pull request against main”',
      5,
    ],
    [
      'submit-change',
      'pull request',
      guide('# C\n\nThen open a Pull-Request against main.\n'),
      'pass',
      'Then open a Pull-Request',
      3,
    ],
    [
      'submit-change',
      'mentioned in passing',
      readme('# S\n\nThe build of pull requests is on the dashboard.\n'),
      'fail',
      'Nothing says how to submit',
    ],
    ['submit-change', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'contributions-wanted',
      'innersource.json',
      { files: { 'innersource.json': '{"contributions":["Docs"]}' } },
      'pass',
      'asks for Docs',
    ],
    [
      'contributions-wanted',
      'section',
      guide(
        '# C\n\n## Ways to contribute\n\nWe look for translators and testers.\n',
      ),
      'pass',
      'Ways to contribute',
      3,
    ],
    [
      'contributions-wanted',
      'kinds',
      guide('Bug reports, documentation and translations help us.'),
      'pass',
      'bug report, documentation, translation',
    ],
    [
      'contributions-wanted',
      'one kind',
      guide('Documentation helps us.'),
      0.5,
      'documentation only',
    ],
    [
      'contributions-wanted',
      'none',
      guide('Hello.'),
      'fail',
      'Nothing says which',
    ],
    ['contributions-wanted', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'response-target',
      'how often is not how fast',
      guide('# C\n\nReviewers look at pull requests, 1-2 a week.\n'),
      'fail',
      'No document says how fast',
    ],
    [
      'response-target',
      'working days',
      guide('# C\n\nThank you. We respond within two working days.\n'),
      'pass',
      '“We respond within two working days”',
      3,
    ],
    [
      'response-target',
      'German',
      guide('Wir antworten innerhalb von 2 Werktagen.'),
      'pass',
      'Werktagen',
    ],
    [
      'response-target',
      'table below a heading',
      guide(
        '# C\n\n## Response times\n\n| Kind | Target |\n|-|-|\n| Issue | 48h |\n',
      ),
      'pass',
      'Section “Response times” says “48h”',
      7,
    ],
    [
      'response-target',
      'a warranty is none',
      guide('You answer for your change: warranty 30 days.'),
      'fail',
      'No document says how fast',
    ],
    [
      'response-target',
      'no period',
      guide('We respond as soon as we can.'),
      'fail',
      'No document says how fast',
    ],
    ['response-target', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'forking-or-access',
      'forks',
      { repository: { forkingAllowed: known(true) } },
      'pass',
      'may be forked',
    ],
    [
      'forking-or-access',
      'access explained',
      {
        repository: { forkingAllowed: known(false) },
        ...guide('Ask in the chat for write access.'),
      },
      'pass',
      'write access',
    ],
    [
      'forking-or-access',
      'neither',
      { repository: { forkingAllowed: known(false) } },
      'fail',
      'Forking is not allowed',
    ],
    ['forking-or-access', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'issue-tracker',
      'boards of Azure DevOps',
      readme(
        '# S\n\n[Board](https://dev.azure.com/acme/s/_boards/board/t/s)\n',
      ),
      'pass',
      '_boards',
      3,
    ],
    [
      'issue-tracker',
      'what else such hosts have',
      readme(
        '# S\n\n[x](https://marketplace.visualstudio.com/items?itemName=x) [y](https://tracker.example.org/pkg/s) [z](https://acme.atlassian.net/wiki/s)\n',
      ),
      'unknown',
      'No document links to an issue tracker',
    ],
    [
      'issue-tracker',
      'on',
      { repository: { issuesEnabled: known(true) } },
      'pass',
      'turned on',
    ],
    [
      'issue-tracker',
      'elsewhere',
      {
        repository: { issuesEnabled: known(false) },
        ...readme('# S\n\n[Jira](https://jira.example.com/S)\n'),
      },
      'pass',
      'https://jira.example.com/S',
      3,
    ],
    [
      'issue-tracker',
      'off',
      { repository: { issuesEnabled: known(false) }, ...readme('# S\n') },
      'fail',
      'turned off',
    ],
    [
      'issue-tracker',
      'not seen',
      readme('# S\n'),
      'unknown',
      'does not see it',
    ],
    [
      'issue-templates',
      'form',
      {
        files: {
          '.github/ISSUE_TEMPLATE/bug.yml':
            'name: Bug\ndescription: x\nbody:\n  - type: input\n',
          '.github/ISSUE_TEMPLATE/config.yml': 'blank_issues_enabled: false\n',
        },
      },
      'pass',
      'There is 1 issue template',
    ],
    [
      'issue-templates',
      'Markdown',
      {
        files: {
          '.github/ISSUE_TEMPLATE/bug.md':
            '---\nname: Bug\nabout: x\n---\nWhat?',
        },
      },
      'pass',
      'bug.md',
    ],
    [
      'issue-templates',
      'GitLab',
      { files: { '.gitlab/issue_templates/Bug.md': 'What?' } },
      'pass',
      'Bug.md',
    ],
    [
      'issue-templates',
      'single file',
      { files: { 'docs/issue_template.md': 'What?' } },
      'pass',
      'docs/issue_template.md',
    ],
    [
      'issue-templates',
      'no front matter',
      { files: { '.github/ISSUE_TEMPLATE/bug.md': 'What?' } },
      0.5,
      'lacks name, about',
    ],
    [
      'issue-templates',
      'configuration alone',
      { files: { '.github/ISSUE_TEMPLATE/config.yml': 'x: 1' } },
      'fail',
      'There is no issue template',
    ],
    [
      'issue-templates',
      'issues elsewhere',
      { repository: { issuesEnabled: known(false) } },
      'not-applicable',
      'turned off',
    ],
    [
      'issue-templates',
      'not listed',
      {
        tree: {
          complete: false,
          listedDirectories: ['', '.github'],
          entries: [{ path: '.github/ISSUE_TEMPLATE', type: 'directory' }],
        },
      },
      'unknown',
      'was not listed',
    ],
    [
      'pull-request-template',
      'found',
      { files: { '.github/pull_request_template.md': 'Why?' } },
      'pass',
      'pull_request_template.md',
    ],
    [
      'pull-request-template',
      'GitLab',
      { files: { '.gitlab/merge_request_templates/Default.md': 'Why?' } },
      'pass',
      'Default.md',
    ],
    [
      'pull-request-template',
      'empty',
      { files: { 'PULL_REQUEST_TEMPLATE.md': ' ' } },
      'fail',
      'is empty',
    ],
    ['pull-request-template', 'none', {}, 'fail', 'no pull request template'],
    ['pull-request-template', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'starter-issues',
      'one free',
      { repository: { starterIssues: known([STARTER]) } },
      'pass',
      '1 starter issue is open and free, e.g. “Add a filter”',
    ],
    [
      'starter-issues',
      'all taken',
      {
        repository: {
          starterIssues: known([{ ...STARTER, unassigned: false }]),
        },
      },
      0.5,
      'has somebody assigned',
    ],
    [
      'starter-issues',
      'none',
      { repository: { starterIssues: known([]) } },
      'fail',
      'No issue is labelled',
    ],
    [
      'starter-issues',
      'issues elsewhere',
      { repository: { issuesEnabled: known(false), starterIssues: known([]) } },
      'not-applicable',
      'outside',
    ],
    ['starter-issues', 'not seen', {}, 'unknown', 'does not see it'],

    // Governed
    [
      'codeowners',
      'catch-all',
      { files: { 'docs/CODEOWNERS': '# x\n* @shop/search me@example.com\n' } },
      'pass',
      '@shop/search, me@example.com own everything by the rule *',
      2,
    ],
    [
      'codeowners',
      'a part only',
      { files: { CODEOWNERS: '/docs/ @shop/docs\n' } },
      0.5,
      'None of its 1 rule gives everything an owner',
    ],
    [
      'codeowners',
      'the path of the project',
      { path: 'libs/a', files: { CODEOWNERS: '/libs/ @shop/libs\n' } },
      'pass',
      'owns libs/a by the rule /libs/',
      1,
    ],
    [
      'codeowners',
      'wrong syntax',
      { files: { CODEOWNERS: '* @shop/search\n/x shop\n' } },
      0.75,
      'Line 2: shop is neither',
    ],
    [
      'codeowners',
      'no rule',
      { files: { CODEOWNERS: '# nothing\n' } },
      'fail',
      'has no rule',
    ],
    ['codeowners', 'none', {}, 'fail', 'Found no CODEOWNERS'],
    ['codeowners', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'trusted-committers',
      'a line for each',
      {
        files: {
          MAINTAINERS:
            'Ada Lovelace <ada@acme.example>\nGrace Hopper <grace@acme.example>\n',
        },
      },
      'pass',
      'It names Ada Lovelace, Grace Hopper.',
      1,
    ],
    [
      'trusted-committers',
      'OWNERS of the kind that Kubernetes has',
      {
        files: {
          OWNERS:
            '# See the handbook\napprovers:\n  - search-approvers\n  - ada\nreviewers:\n  - bob\n',
        },
      },
      'pass',
      'It names search-approvers, ada.',
      3,
    ],
    [
      'trusted-committers',
      'file',
      {
        files: {
          'TRUSTED-COMMITTERS.md':
            '# TCs\n\n- @ada (since 2024)\n\n## Alumni\n\n- @bob\n',
        },
      },
      'pass',
      'It names @ada.',
      3,
    ],
    [
      'trusted-committers',
      'table',
      readme(
        '# S\n\n## Trusted committers\n\n| Name | Role |\n|-|-|\n| Ada Lovelace | lead |\n',
      ),
      'pass',
      'It names Ada Lovelace.',
      7,
    ],
    [
      'trusted-committers',
      'CODEOWNERS only',
      { files: { CODEOWNERS: '* @shop/search\n' } },
      0.5,
      'CODEOWNERS names @shop/search',
      1,
    ],
    [
      'trusted-committers',
      'none',
      readme('# S\n'),
      'fail',
      'No document names',
    ],
    ['trusted-committers', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'code-of-conduct',
      'own',
      { files: { 'CODE_OF_CONDUCT.md': 'Be kind.' } },
      'pass',
      'Found CODE_OF_CONDUCT.md',
    ],
    [
      'code-of-conduct',
      "organisation's",
      { organisation: { '.github/code-of-conduct.txt': 'Be kind.' } },
      'pass',
      "organisation's default",
    ],
    [
      'code-of-conduct',
      'link',
      readme('# S\n\nSee our [Code of Conduct](https://x.example).\n'),
      'pass',
      'It links to “Code of Conduct”',
      3,
    ],
    ['code-of-conduct', 'none', {}, 'fail', 'Found no CODE_OF_CONDUCT'],
    ['code-of-conduct', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'review-required',
      'all tiers',
      {
        repository: protection({
          allowsForcePushes: known(false),
          allowsDeletions: known(false),
          requiredApprovingReviewCount: known(2),
          requiresStatusChecks: known(true),
          requiresCodeOwnerReviews: known(true),
          dismissesStaleReviews: known(true),
          enforcedForAdmins: known(true),
        }),
      },
      'pass',
      'In place: no force pushes',
    ],
    [
      'review-required',
      'three of five tiers: 8 of 10 points',
      {
        repository: protection({
          allowsForcePushes: known(false),
          allowsDeletions: known(false),
          requiredApprovingReviewCount: known(1),
          requiresStatusChecks: known(true),
          requiresCodeOwnerReviews: known(false),
          dismissesStaleReviews: known(true),
          enforcedForAdmins: known(true),
        }),
      },
      0.8,
      'Missing: 2 approving reviews, reviews by code owners',
    ],
    [
      'review-required',
      'a lower tier must be complete: 3 of 7 visible points',
      {
        repository: protection({
          allowsForcePushes: known(false),
          requiredApprovingReviewCount: known(0),
        }),
      },
      3 / 7,
      'Not visible, so not scored: no deletion, status checks',
    ],
    [
      'review-required',
      'only the reviews can be seen',
      { repository: protection({ requiredApprovingReviewCount: known(2) }) },
      'pass',
      'In place: 1 approving review, 2 approving reviews',
    ],
    [
      'review-required',
      'force pushes allowed',
      {
        repository: protection({
          allowsForcePushes: known(true),
          requiredApprovingReviewCount: known(2),
        }),
      },
      'fail',
      'Missing: no force pushes',
    ],
    [
      'review-required',
      'nothing seen',
      { repository: protection({}) },
      'unknown',
      'does not see it',
    ],
    ['review-required', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'governance-level',
      'annotation',
      { catalog: { governanceLevelAnnotation: 'Shared Ownership' } },
      'pass',
      'declares shared-ownership',
    ],
    [
      'governance-level',
      'innersource.json',
      { files: { 'innersource.json': '{"governanceLevel":"issues-welcome"}' } },
      'pass',
      'innersource.json declares issues-welcome',
    ],
    [
      'governance-level',
      'no such level',
      { catalog: { governanceLevelAnnotation: 'open' } },
      'fail',
      '“open” is no governance level',
    ],
    ['governance-level', 'none', {}, 'fail', 'Neither'],
    [
      'security-policy',
      'with contact',
      {
        files: {
          'SECURITY.md': `${LOREM}Report a vulnerability to security@example.com.`,
        },
      },
      'pass',
      'names mailto:security@example.com',
    ],
    [
      'security-policy',
      'short',
      { files: { 'SECURITY.md': 'TBD' } },
      0.5,
      'At least 100 characters',
    ],
    [
      'security-policy',
      'empty',
      { files: { 'SECURITY.md': '' } },
      'fail',
      'holds no text',
    ],
    ['security-policy', 'none', {}, 'fail', 'Found no SECURITY'],
    ['security-policy', 'no tree', NO_TREE, 'unknown', 'does not see it'],
    [
      'support-after-merge',
      'what warrants something else',
      guide(
        '# C\n\n## What warrants a changelog entry\n\nAll that users notice.\n',
      ),
      'fail',
      'No document says for how long',
    ],
    [
      'support-after-merge',
      'warranty',
      guide('There is a 30 day warranty on your change.'),
      'pass',
      '30 day warranty',
    ],
    [
      'support-after-merge',
      'in other words',
      guide(
        'Please help to fix bugs for two weeks after your contribution is merged.',
      ),
      'pass',
      'two weeks',
    ],
    [
      'support-after-merge',
      'no period',
      guide(
        '# C\n\n## Warranty\n\nPlease stand by your change for some time.\n',
      ),
      0.5,
      'names no period',
      3,
    ],
    ['support-after-merge', 'none', guide('Hello.'), 'fail', 'for how long'],
    ['support-after-merge', 'no tree', NO_TREE, 'unknown', 'does not see it'],

    // Responsive
    [
      'first-response',
      'fast',
      { measured: { medianFirstResponseHours: known(20.5) } },
      'pass',
      'took 20.5 hours',
    ],
    [
      'first-response',
      'slow',
      { measured: { medianFirstResponseHours: known(96) } },
      0.5,
      'took 4 days',
    ],
    [
      'first-response',
      'too slow',
      { measured: { medianFirstResponseHours: known(240) } },
      'fail',
      'took 10 days',
    ],
    [
      'first-response',
      'nobody asked',
      { measured: { medianFirstResponseHours: known(null) } },
      'not-applicable',
      'Nobody',
    ],
    ['first-response', 'not measured', {}, 'unknown', 'does not see it'],
    [
      'closure-ratio',
      'keeping up',
      { measured: { changeRequestClosureRatio: known(0.9) } },
      'pass',
      '0.9 in',
    ],
    [
      'closure-ratio',
      'falling behind',
      { measured: { changeRequestClosureRatio: known(0.6) } },
      0.5,
      '0.6 in',
    ],
    [
      'closure-ratio',
      'far behind',
      { measured: { changeRequestClosureRatio: known(0.2) } },
      'fail',
      '0.2 in',
    ],
    [
      'closure-ratio',
      'none opened',
      { measured: { changeRequestClosureRatio: known(null) } },
      'not-applicable',
      'No change request',
    ],
    ['closure-ratio', 'not measured', {}, 'unknown', 'does not see it'],
    [
      'no-unanswered',
      'none old',
      {
        measured: {
          unansweredOutsideChangeRequests: known([
            { url: 'https://x', ageDays: 30 },
          ]),
        },
      },
      'pass',
      'No change request',
    ],
    [
      'no-unanswered',
      'one old',
      {
        measured: {
          unansweredOutsideChangeRequests: known([
            { url: 'https://x', ageDays: 31 },
          ]),
        },
      },
      'fail',
      '1 change request of other teams',
    ],
    ['no-unanswered', 'not measured', {}, 'unknown', 'does not see it'],
    [
      'absence-factor',
      'two',
      { measured: { contributorAbsenceFactor: known(2) } },
      'pass',
      '2 people make',
    ],
    [
      'absence-factor',
      'one',
      { measured: { contributorAbsenceFactor: known(1) } },
      'fail',
      '1 person makes',
    ],
    [
      'absence-factor',
      'no contribution',
      { measured: { contributorAbsenceFactor: known(null) } },
      'not-applicable',
      'no contribution',
    ],
    ['absence-factor', 'not measured', {}, 'unknown', 'does not see it'],
    [
      'active-maintainers',
      'two',
      { measured: { activeMaintainers: known(2) } },
      'pass',
      '2 maintainers were',
    ],
    [
      'active-maintainers',
      'one',
      { measured: { activeMaintainers: known(1) } },
      0.5,
      '1 maintainer was',
    ],
    [
      'active-maintainers',
      'none',
      { measured: { activeMaintainers: known(0) } },
      'fail',
      '0 maintainers',
    ],
    ['active-maintainers', 'not measured', {}, 'unknown', 'does not see it'],

    // Reusable
    [
      'continuous-integration',
      'workflow',
      { paths: ['.github/workflows/ci.yml'] },
      'pass',
      'Found .github/workflows/ci.yml',
    ],
    [
      'continuous-integration',
      'file',
      { paths: ['Jenkinsfile'] },
      'pass',
      'Found Jenkinsfile',
    ],
    [
      'continuous-integration',
      'a note is no pipeline',
      { paths: ['.github/workflows/README.md'] },
      'fail',
      'no configuration',
    ],
    [
      'continuous-integration',
      'not listed',
      {
        tree: {
          complete: false,
          listedDirectories: [''],
          entries: [{ path: '.github', type: 'directory' }],
        },
      },
      'unknown',
      '.github/workflows/',
    ],
    [
      'tests',
      'shows one that its name tells, and counts no settings',
      {
        paths: [
          'e2e/Dockerfile',
          'e2e/.gitignore',
          'e2e/a.sh',
          'src/a_test.go',
        ],
      },
      'pass',
      '2 files of tests by name or directory, e.g. src/a_test.go',
    ],
    [
      'tests',
      'by name',
      { paths: ['src/a.ts', 'src/a.test.ts'] },
      'pass',
      '1 file of tests by name or directory, e.g. src/a.test.ts',
    ],
    [
      'tests',
      'by directory',
      { paths: ['tests/basic.sh'] },
      'pass',
      'tests/basic.sh',
    ],
    [
      'tests',
      'below the path only',
      { path: 'libs/a', paths: ['libs/b/x_test.go', 'libs/a/x.go'] },
      'fail',
      'looks like a test',
    ],
    [
      'tests',
      'none',
      { paths: ['src/latest.ts', 'testdata.json'] },
      'fail',
      'looks like a test',
    ],
    [
      'tests',
      'documentation',
      { catalog: { type: 'documentation' } },
      'not-applicable',
      'documentation',
    ],
    ['tests', 'not listed', UNLISTED, 'unknown', 'not all were listed'],
    [
      'tests',
      'a directory whose files were not listed',
      {
        tree: {
          entries: [{ path: 'src/test/kotlin', type: 'directory' }],
          complete: false,
          listedDirectories: ['', 'src', 'src/test'],
        },
      },
      'pass',
      'There is a directory src/test/kotlin',
    ],
    [
      'tests',
      'a directory of tests of others',
      {
        tree: {
          entries: [{ path: 'vendor/x/test', type: 'directory' }],
          complete: false,
          listedDirectories: ['', 'vendor/x'],
        },
      },
      'unknown',
      'not all were listed',
    ],
    [
      'tests',
      'a listed directory without tests',
      {
        tree: {
          entries: [
            { path: 'test', type: 'directory' },
            { path: 'test/README.md', type: 'file' },
          ],
        },
      },
      'fail',
      'looks like a test',
    ],
    [
      'releases',
      'fresh',
      { repository: { releases: known([tag('v1.0.0')]) } },
      'pass',
      'The newest tag, v1.0.0, is 42 days old',
    ],
    [
      'releases',
      'old',
      {
        repository: {
          releases: known([tag('v1.0.0', '2024-01-01T00:00:00Z')]),
        },
      },
      0.25,
      'days old',
    ],
    [
      'releases',
      'change log',
      {
        repository: { releases: known([]) },
        files: {
          'CHANGELOG.md':
            '# Log\n\n## 1.1.0 - 2026-03-01\n\nx\n\n## 1.0.0 - 2025-01-01\n',
        },
      },
      'pass',
      'is 14 days old',
      3,
    ],
    [
      'releases',
      'none',
      { repository: { releases: known([]) } },
      'fail',
      'There is no change log',
    ],
    ['releases', 'not seen', NO_TREE, 'unknown', 'does not see it'],
    [
      'semantic-versions',
      'prefixes',
      {
        repository: {
          releases: known([
            tag('v1.2.3'),
            tag('pkg@2.0.0-rc.1'),
            tag('app/1.0.0'),
          ]),
        },
      },
      'pass',
      'latest 3 versions: 3',
    ],
    [
      'semantic-versions',
      'some',
      { repository: { releases: known([tag('v1.2.3'), tag('2026-03-01')]) } },
      0.5,
      '2026-03-01 is not',
    ],
    [
      'semantic-versions',
      'none',
      { repository: { releases: known([tag('v1.2'), tag('1.2.3.4')]) } },
      'fail',
      'latest 2 versions: 0',
    ],
    [
      'semantic-versions',
      'no release',
      { repository: { releases: known([]) } },
      'not-applicable',
      'no release',
    ],
    ['semantic-versions', 'not seen', {}, 'unknown', 'does not see it'],
    [
      'usage',
      'another team',
      {
        catalog: {
          ...owner('group', true, 2),
          dependents: known([
            { entityRef: 'component:default/cart', owner: 'group:default/y' },
          ]),
        },
      },
      'pass',
      '1 entity of other teams depends on it.',
    ],
    [
      'usage',
      'own team',
      {
        catalog: {
          ...owner('group', true, 2),
          dependents: known([
            { entityRef: 'component:default/cart', owner: 'group:default/x' },
          ]),
        },
      },
      0.5,
      'none of another team',
    ],
    [
      'usage',
      'nobody',
      { catalog: { dependents: known([]) } },
      'fail',
      'No entity',
    ],
    [
      'usage',
      'website',
      { catalog: { type: 'website', dependents: known([]) } },
      'not-applicable',
      'website',
    ],
    ['usage', 'not seen', {}, 'unknown', 'does not see it'],
  ];

describe('built-in checks', () => {
  const cases = CASES.map(([id, about, options, expected, evidence, line]) => ({
    id,
    about,
    options,
    expected,
    evidence,
    line,
  }));

  it.each(cases)('$id: $about', testCase => {
    const { id, options, expected, evidence, line } = testCase;
    const check = builtInChecks.find(candidate => candidate.id === id);
    const outcome = check?.evaluate(projectFacts(options), {
      now: NOW,
      parameters: check.parameters ?? {},
      internalLicenses: [],
    });
    const score = outcome?.score;
    const place = outcome?.evidence.find(({ message }) =>
      message.includes(evidence),
    );
    expect({
      outcome:
        typeof expected === 'number' ? score?.toFixed(2) : outcome?.status,
      evidence: outcome?.evidence.map(({ message }) => message).join(' '),
      line: line && place?.line,
    }).toEqual({
      outcome: typeof expected === 'number' ? expected.toFixed(2) : expected,
      evidence: expect.stringContaining(evidence),
      line,
    });
  });

  it.each(cases)('$id: $about: can be told in other languages', testCase => {
    const { id, options } = testCase;
    const check = builtInChecks.find(candidate => candidate.id === id);
    const evidence = check?.evaluate(projectFacts(options), {
      now: NOW,
      parameters: check.parameters ?? {},
      internalLicenses: [],
    }).evidence;
    expect(
      evidence?.filter(
        ({ message, translatable }) =>
          !translatable && message !== NOT_SEEN.reason,
      ),
    ).toEqual([]);
  });

  it('has a case of passing, of not passing and of not knowing for each', () => {
    for (const { id } of builtInChecks) {
      const outcomes = CASES.filter(([check]) => check === id).map(
        ([, , , expected]) =>
          typeof expected === 'number' ? 'partial' : expected,
      );
      // What is not declared is known not to be.
      const unknown = id === 'governance-level' ? [] : ['unknown'];
      expect([id, outcomes]).toEqual([
        id,
        expect.arrayContaining(['pass', 'fail', ...unknown]),
      ]);
    }
  });

  it('is complete in words and links', () => {
    const ids = builtInChecks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const check of builtInChecks) {
      expect(check.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(check.why.length).toBeGreaterThan(30);
      expect(check.guideline.url).toMatch(/^https:\/\//);
      expect(check.remedy.summary).toMatch(/^[A-Z].*\.$/);
    }
  });
});
