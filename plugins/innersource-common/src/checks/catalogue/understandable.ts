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

import { tell } from '../../texts';
import { CheckDefinition, CheckOutcome } from '../definition';
import { licenseOf } from '../documents/license';
import {
  DocumentBlock,
  DocumentLink,
  ParsedDocument,
} from '../documents/parse';
import { findPeople } from '../documents/people';
import {
  CONTRIBUTING,
  MAINTAINERS,
  README,
  ReadDocument,
  searchDocuments,
  stemsOf,
  SUPPORT,
} from '../documents/read';
import {
  allBlocks,
  contentOf,
  findInBlocks,
  findSection,
  introductionOf,
  lengthOf,
  linksOf,
  proseLengthOf,
  sectionsOf,
} from '../documents/sections';
import { consistsOf, findPhrase, normaliseText } from '../documents/text';
import { bestOf, fail, inconclusive, partial, pass } from '../outcomes';
import { compileDocumentCheck, excerpt, matchesLink } from '../rules/evaluate';
import { described } from './described';
import { BASE_DOCUMENTATION, initialPattern, pattern } from './guidelines';
import { listOf, numberOf } from './parameters';
import {
  ARCHITECTURE_HEADINGS,
  GETTING_STARTED_HEADINGS,
  HELP_FILLERS,
  HELP_HEADINGS,
  PEOPLE_HEADINGS,
  PURPOSE_HEADINGS,
  VISUAL_DESIGN_PHRASES,
} from './synonyms';
import {
  ADR_TEMPLATE,
  MAINTAINERS_TEMPLATE,
  README_TEMPLATE,
  SUPPORT_TEMPLATE,
} from './templates';

/** So far into a README it still introduces the project. */
const INTRODUCTORY_BLOCKS = 40;

/** What comes after a name where a text says what it is or does. */
const SAYING_WORDS = new Set([
  'is',
  'are',
  'provides',
  'offers',
  'helps',
  'lets',
  'allows',
  'enables',
  'makes',
  'ist',
  'sind',
  'bietet',
  'hilft',
  'ermöglicht',
]);

/** Can a newcomer understand what the project is, and who stands behind it? */
export const understandableChecks: readonly CheckDefinition[] = [
  {
    ...described('readme-purpose', { template: README_TEMPLATE }),
    category: 'understandable',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    parameters: { minLength: 80, headings: PURPOSE_HEADINGS },
    documents: { stems: ['readme'] },
    evaluate(facts, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const headings = listOf(parameters, 'headings');
      return searchDocuments(
        facts,
        [README],
        readme => {
          const { parsed, path } = readme;
          const introduction = introductionOf(parsed);
          const length = proseLengthOf(introduction);
          const section = findSection(parsed, headings);
          const first =
            length >= minLength
              ? introduction.find(({ code }) => !code)
              : undefined;
          const said = first ?? whatItIs(parsed, minLength);
          if (section && proseLengthOf(section.blocks) >= minLength) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: section.section.line,
                ...tell('section-explains', {
                  heading: section.section.heading,
                }),
              }),
            );
          }
          if (said) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: said.line,
                ...(first
                  ? tell('introduction', {
                      count: length,
                      text: excerpt(said.text),
                    })
                  : tell('says', { text: excerpt(said.text) })),
              }),
            );
          }
          const short = introduction.find(({ code }) => !code);
          return short && length >= minLength / 3
            ? partial(0.5, {
                path,
                line: short.line,
                ...tell('introduction-short', {
                  text: excerpt(short.text),
                  count: length,
                  minimum: minLength,
                }),
              })
            : undefined;
        },
        tell('no-introduction'),
      );
    },
  },
  {
    ...described('readme-getting-started', { template: README_TEMPLATE }),
    category: 'understandable',
    severity: 'high',
    guideline: BASE_DOCUMENTATION,
    parameters: { minLength: 30, headings: GETTING_STARTED_HEADINGS },
    documents: { stems: ['readme'] },
    evaluate(facts, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const headings = listOf(parameters, 'headings');
      return searchDocuments(
        facts,
        [README],
        readme => {
          const { parsed, path } = readme;
          const found = findSection(parsed, headings);
          if (found && found.length >= minLength) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: found.section.line,
                ...tell('section-starts', { heading: found.section.heading }),
              }),
            );
          }
          const link = parsed.links.find(({ text }) =>
            findPhrase(normaliseText(text), headings),
          );
          if (link) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: link.line,
                ...tell('links-to-text', { text: excerpt(link.text) }),
              }),
            );
          }
          return found
            ? partial(0.5, {
                path,
                line: found.section.line,
                ...tell('section-short', {
                  heading: found.section.heading,
                  count: found.length,
                  minimum: minLength,
                }),
              })
            : undefined;
        },
        tell('no-start'),
      );
    },
  },
  {
    ...described('help-channel', { template: SUPPORT_TEMPLATE }),
    category: 'understandable',
    severity: 'medium',
    guideline: pattern('Communication Tooling', 'communication-tooling'),
    parameters: {
      headings: HELP_HEADINGS,
      channels: [
        'mailto:',
        'slack.com',
        'teams.microsoft.com',
        'discord.com',
        'discord.gg',
        'chat.google.com',
        'matrix.to',
        'gitter.im',
        'zulipchat.com',
        'webex.com',
        'rocket.chat',
        'mattermost.com',
        'stackoverflow.com',
        'stackenterprise.co',
        'groups.google.com',
      ],
    },
    documents: { stems: ['readme', 'contributing', ...stemsOf(SUPPORT)] },
    evaluate(facts, { parameters }) {
      const headings = listOf(parameters, 'headings');
      const channels = listOf(parameters, 'channels');
      const catalogLink = facts.catalog.links.find(({ url }) =>
        matchesLink(url, channels),
      );
      const documents = searchDocuments(
        facts,
        [SUPPORT, README, CONTRIBUTING],
        ({ parsed, path, document }) => {
          const name = path.toLowerCase();
          const support = ['support', 'communication'].some(stem =>
            name.slice(name.lastIndexOf('/') + 1).startsWith(stem),
          );
          if (support && !document.binary && lengthOf(allBlocks(parsed)) > 30) {
            return pass({ path, ...tell('file-helps', { path }) });
          }
          const isChannel = ({ url }: DocumentLink) =>
            (matchesLink(url, channels) && !isOfOthers(url)) || isForum(url);
          const sections = sectionsOf(parsed)
            .filter(({ heading }) =>
              findPhrase(normaliseText(heading), headings),
            )
            .map(section => ({
              section,
              links: linksOf(parsed, section),
              blocks: contentOf(parsed, section),
              // Not “Browser support” or “Community backends”.
              isOfHelp: consistsOf(
                normaliseText(section.heading),
                headings,
                HELP_FILLERS,
              ),
            }));
          for (const { section, links, blocks, isOfHelp } of sections) {
            const link = isOfHelp ? links[0] : links.find(isChannel);
            if (link || namesChannel(blocks)) {
              return pass({
                path,
                line: section.line,
                ...(link
                  ? tell('section-names', {
                      heading: section.heading,
                      target: excerpt(link.url),
                    })
                  : tell('section-names-channel', {
                      heading: section.heading,
                    })),
              });
            }
          }
          const link = parsed.links.find(isChannel);
          if (link) {
            return pass({
              path,
              line: link.line,
              ...tell('links-to', { target: excerpt(link.url) }),
            });
          }
          const silent = sections.find(
            ({ isOfHelp, blocks }) => isOfHelp && lengthOf(blocks) >= 30,
          );
          return silent
            ? partial(0.5, {
                path,
                line: silent.section.line,
                ...tell('section-names-nothing', {
                  heading: silent.section.heading,
                }),
              })
            : undefined;
        },
        tell('no-channel'),
      );
      return documents.status !== 'pass' && catalogLink
        ? pass({
            ...tell('catalog-links', { target: excerpt(catalogLink.url) }),
            url: catalogLink.url,
          })
        : documents;
    },
  },
  {
    ...described('maintainers-named', { template: MAINTAINERS_TEMPLATE }),
    category: 'understandable',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    parameters: { headings: PEOPLE_HEADINGS },
    documents: { stems: ['readme', 'contributing', ...stemsOf(MAINTAINERS)] },
    evaluate(facts, { parameters }) {
      const headings = listOf(parameters, 'headings');
      return searchDocuments(
        facts,
        [MAINTAINERS, README, CONTRIBUTING],
        document => {
          const { parsed, path } = document;
          const [person, ...more] = findPeople(document, headings);
          if (person) {
            return pass({
              path,
              line: person.line,
              ...(more.length
                ? tell('names-person-and-more', {
                    name: person.name,
                    more: more.length,
                  })
                : tell('names-person', { name: person.name })),
            });
          }
          const section = findSection(parsed, headings);
          if (section && proseLengthOf(section.blocks) >= 20) {
            return pass({
              path,
              line: section.section.line,
              ...tell('section-stands-behind', {
                heading: section.section.heading,
              }),
            });
          }
          const phrase = findInBlocks(allBlocks(parsed), [
            'maintained by',
            'owned by',
            'developed by the',
            'betreut von',
            'betreut durch',
          ]);
          return phrase
            ? pass({
                path,
                line: phrase.block.line,
                ...tell('says', { text: excerpt(phrase.sentence) }),
              })
            : undefined;
        },
        tell('no-maintainers'),
      );
    },
  },
  {
    ...described('license', { url: 'https://spdx.org/licenses/' }),
    category: 'understandable',
    severity: 'medium',
    guideline: pattern('InnerSource License', 'innersource-license'),
    documents: {
      stems: [
        'license',
        'licence',
        'copying',
        'unlicense',
        'mit-license',
        'license-mit',
        'license-apache',
        'license-bsd',
        'copying.lesser',
      ],
    },
    evaluate(facts, { internalLicenses }) {
      const license = licenseOf(facts, internalLicenses);
      if (!license.known) {
        return inconclusive(license);
      }
      if (!license.value) {
        return fail(tell('no-license'));
      }
      const { spdxId, name, path } = license.value;
      const at = path ? { path } : {};
      return spdxId
        ? pass({
            ...at,
            ...tell('license', { name: name ?? spdxId, spdxId }),
          })
        : partial(0.5, {
            ...at,
            ...tell('license-unrecognised'),
          });
    },
  },
  designDecisions(),
];

/**
 * The paragraph that begins with the project's name and says what it is or does:
 * news or a table of contents may stand before it.
 */
function whatItIs(
  parsed: ParsedDocument,
  minLength: number,
): DocumentBlock | undefined {
  const name = normaliseText(parsed.title ?? '').split(' ')[0];
  return name
    ? allBlocks(parsed)
        .slice(0, INTRODUCTORY_BLOCKS)
        .find(({ text, code }) => {
          const [first, ...words] = normaliseText(text.slice(0, 200)).split(
            ' ',
          );
          return (
            !code &&
            text.length >= minLength &&
            first === name &&
            words.slice(0, 4).some(word => SAYING_WORDS.has(word))
          );
        })
    : undefined;
}

/**
 * A README of the whole repository does not introduce one of several projects in it.
 */
function capForSharedReadme(
  projectPath: string,
  { scope, path }: ReadDocument,
  outcome: CheckOutcome,
): CheckOutcome {
  return scope === 'repository'
    ? partial(0.5, ...outcome.evidence, {
        path,
        ...tell('shared-readme', { readme: path, path: projectPath }),
      })
    : outcome;
}

function namesChannel(blocks: ReturnType<typeof allBlocks>): boolean {
  return blocks.some(
    ({ text, code }) =>
      !code && /(?:^|[\s(])#[\p{L}][\p{L}\p{N}_-]+/u.test(text),
  );
}

/** Documentation of a host, and addresses that stand for the reader's own. */
function isOfOthers(url: string): boolean {
  return /^https?:\/\/(?:api|docs|developers?|support)\.|^mailto:(?:you|your[._-]?(?:name|email)|user(?:name)?|name|someone|j(?:ohn|ane)?[._-]?(?:doe|smith))@/i.test(
    url,
  );
}

/** Issues or discussions as a whole, or a new one: not one among them. */
function isForum(url: string): boolean {
  return /\/(?:issues|discussions)(?:\/new(?:\/choose)?)?\/?$/.test(
    url.toLowerCase().split(/[?#]/, 1)[0],
  );
}

function designDecisions(): CheckDefinition {
  const files = compileDocumentCheck({
    ...described('design-decisions', { template: ADR_TEMPLATE }),
    category: 'understandable',
    severity: 'low',
    guideline: initialPattern(
      'Document Architecture Decisions',
      'document-architecture-decisions',
    ),
    anyOf: [
      {
        directory: [
          'docs/adr',
          'docs/adrs',
          'doc/adr',
          'doc/adrs',
          'adr',
          'adrs',
          'docs/decisions',
          'doc/decisions',
          'decisions',
          'docs/architecture/decisions',
          'docs/architecture-decisions',
          'docs/rfcs',
          'docs/rfc',
          'rfcs',
          'rfc',
          'docs/proposals',
          'docs/design',
          'docs/architecture',
          'architecture',
        ],
      },
      { document: ['architecture', 'design', 'docs/architecture/readme.md'] },
    ],
  });
  return {
    ...files,
    documents: {
      ...files.documents,
      stems: [...(files.documents?.stems ?? []), 'readme'],
    },
    parameters: { minLength: 200, headings: ARCHITECTURE_HEADINGS },
    evaluate(facts, context) {
      const minLength = numberOf(context.parameters, 'minLength');
      const headings = listOf(context.parameters, 'headings');
      return bestOf([
        files.evaluate(facts, context),
        searchDocuments(
          facts,
          [README],
          ({ parsed, path }) => {
            const found = findSection(parsed, headings);
            const link = parsed.links.find(({ text }) => {
              const words = normaliseText(text);
              return (
                findPhrase(words, headings) &&
                !findPhrase(words, VISUAL_DESIGN_PHRASES)
              );
            });
            if (found && found.length >= minLength) {
              return partial(0.5, {
                path,
                line: found.section.line,
                ...tell('section-design', { heading: found.section.heading }),
              });
            }
            return link
              ? pass({
                  path,
                  line: link.line,
                  ...tell('links-to-text', { text: excerpt(link.text) }),
                })
              : undefined;
          },
          tell('no-design'),
        ),
      ]);
    },
  };
}
