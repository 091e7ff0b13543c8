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

import { CheckDefinition, CheckOutcome } from '../definition';
import { licenseOf } from '../documents/license';
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
  findInBlocks,
  findSection,
  introductionOf,
  lengthOf,
  proseLengthOf,
} from '../documents/sections';
import { findPhrase, normaliseText } from '../documents/text';
import { bestOf, count, fail, inconclusive, partial, pass } from '../outcomes';
import { compileDocumentCheck, excerpt, matchesLink } from '../rules/evaluate';
import { BASE_DOCUMENTATION, initialPattern, pattern } from './guidelines';
import { listOf, numberOf } from './parameters';
import {
  ARCHITECTURE_HEADINGS,
  GETTING_STARTED_HEADINGS,
  HELP_HEADINGS,
  PEOPLE_HEADINGS,
  PURPOSE_HEADINGS,
} from './synonyms';
import {
  ADR_TEMPLATE,
  MAINTAINERS_TEMPLATE,
  README_TEMPLATE,
  SUPPORT_TEMPLATE,
} from './templates';

/** Can a newcomer understand what the project is, and who stands behind it? */
export const understandableChecks: readonly CheckDefinition[] = [
  {
    id: 'readme-purpose',
    category: 'understandable',
    title: 'README says what and why',
    why: 'Within a minute a visitor must know whether the project solves their problem.',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Begin the README with a paragraph that says what the project does, for whom, and why it exists.',
      template: README_TEMPLATE,
    },
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
          const first = introduction.find(({ code }) => !code);
          if (section && proseLengthOf(section.blocks) >= minLength) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: section.section.line,
                message: `Section “${section.section.heading}” explains the project.`,
              }),
            );
          }
          if (first && length >= minLength) {
            return capForSharedReadme(
              facts.project.path,
              readme,
              pass({
                path,
                line: first.line,
                message: `It begins with ${count(
                  length,
                  'character',
                )} of introduction: “${excerpt(first.text)}”.`,
              }),
            );
          }
          return first && length >= minLength / 3
            ? partial(0.5, {
                path,
                line: first.line,
                message: `Its introduction “${excerpt(first.text)}” has ${count(
                  length,
                  'character',
                )}, fewer than ${minLength}.`,
              })
            : undefined;
        },
        'No introduction says what the project does and why.',
      );
    },
  },
  {
    id: 'readme-getting-started',
    category: 'understandable',
    title: 'Getting started or usage',
    why: 'People who cannot try it within minutes leave. Users are where contributors come from.',
    severity: 'high',
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Add a section “Getting started” to the README: what is needed, how to install, and the first thing to do.',
      template: README_TEMPLATE,
    },
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
                message: `Section “${found.section.heading}” shows how to start.`,
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
                message: `It links to “${excerpt(link.text)}”.`,
              }),
            );
          }
          return found
            ? partial(0.5, {
                path,
                line: found.section.line,
                message: `Section “${found.section.heading}” has ${count(
                  found.length,
                  'character',
                )}, fewer than ${minLength}.`,
              })
            : undefined;
        },
        'No section says how to start or to use it.',
      );
    },
  },
  {
    id: 'help-channel',
    category: 'understandable',
    title: 'Where to get help',
    why: 'A public, searchable channel answers a question once for everybody. Without one, people ask nobody or build their own.',
    severity: 'medium',
    guideline: pattern('Communication Tooling', 'communication-tooling'),
    remedy: {
      summary:
        'Say in the README or in a SUPPORT file which channel, tracker or mail address is for questions.',
      template: SUPPORT_TEMPLATE,
    },
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
            return pass({ path, message: `${path} says where to get help.` });
          }
          const section = findSection(parsed, headings);
          const last = section?.blocks.length
            ? section.blocks[section.blocks.length - 1].line
            : 0;
          const inSection = parsed.links.find(
            ({ line }) =>
              section && line > section.section.line && line <= last,
          );
          if (section && (inSection || namesChannel(section.blocks))) {
            return pass({
              path,
              line: section.section.line,
              message: `Section “${section.section.heading}” names ${
                inSection ? excerpt(inSection.url) : 'a channel'
              }.`,
            });
          }
          const link = parsed.links.find(
            ({ url }) => matchesLink(url, channels) || isTracker(url),
          );
          if (link) {
            return pass({
              path,
              line: link.line,
              message: `It links to ${excerpt(link.url)}.`,
            });
          }
          return section && section.length >= 30
            ? partial(0.5, {
                path,
                line: section.section.line,
                message: `Section “${section.section.heading}” names no link, channel or address.`,
              })
            : undefined;
        },
        'No channel, issue tracker or mail address for questions is named.',
      );
      return documents.status !== 'pass' && catalogLink
        ? pass({
            message: `The catalog entity links to ${excerpt(catalogLink.url)}.`,
            url: catalogLink.url,
          })
        : documents;
    },
  },
  {
    id: 'maintainers-named',
    category: 'understandable',
    title: 'Who we are',
    why: 'Contributors want to know with whom they deal, and whom to ask for a review.',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Name the team and its maintainers in a section “Who we are” of the README, or in a MAINTAINERS file.',
      template: MAINTAINERS_TEMPLATE,
    },
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
              message: `It names ${person.name}${
                more.length ? ` and ${more.length} more` : ''
              }.`,
            });
          }
          const section = findSection(parsed, headings);
          if (section && proseLengthOf(section.blocks) >= 20) {
            return pass({
              path,
              line: section.section.line,
              message: `Section “${section.section.heading}” says who stands behind it.`,
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
                message: `It says “${excerpt(phrase.sentence)}”.`,
              })
            : undefined;
        },
        'Nothing says who maintains the project.',
      );
    },
  },
  {
    id: 'license',
    category: 'understandable',
    title: 'Recognised license',
    why: 'Without a license other legal entities of the organisation may not know whether they are allowed to use and change the code.',
    severity: 'medium',
    guideline: pattern('InnerSource License', 'innersource-license'),
    remedy: {
      summary:
        'Add a LICENSE file with the text of a license that has an SPDX identifier, or with the license that your organisation uses internally.',
      url: 'https://spdx.org/licenses/',
    },
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
        return inconclusive(license.reason);
      }
      if (!license.value) {
        return fail('There is no license file.');
      }
      const { spdxId, name, path } = license.value;
      const at = path ? { path } : {};
      return spdxId
        ? pass({
            ...at,
            message: `The license is ${name ?? spdxId} (${spdxId}).`,
          })
        : partial(0.5, {
            ...at,
            message: 'There is a license file whose text was not recognised.',
          });
    },
  },
  designDecisions(),
];

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
        message: `${path} is about the repository; ${projectPath} has no README of its own.`,
      })
    : outcome;
}

function namesChannel(blocks: ReturnType<typeof allBlocks>): boolean {
  return blocks.some(
    ({ text, code }) =>
      !code && /(?:^|[\s(])#[\p{L}][\p{L}\p{N}_-]+/u.test(text),
  );
}

function isTracker(url: string): boolean {
  const path = url.toLowerCase().split(/[?#]/, 1)[0];
  return (
    path.endsWith('/issues') ||
    path.includes('/issues/') ||
    path.endsWith('/discussions') ||
    path.includes('/discussions/')
  );
}

function designDecisions(): CheckDefinition {
  const files = compileDocumentCheck({
    id: 'design-decisions',
    category: 'understandable',
    title: 'Design decisions or architecture documented',
    why: 'Contributors from outside were not in the room when decisions were made. Written reasons spare them guesses and you repeated discussions.',
    severity: 'low',
    guideline: initialPattern(
      'Document Architecture Decisions',
      'document-architecture-decisions',
    ),
    remedy: {
      summary:
        'Record one decision per file below docs/adr, or describe the architecture in docs/architecture.md.',
      template: ADR_TEMPLATE,
    },
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
            const link = parsed.links.find(({ text }) =>
              findPhrase(normaliseText(text), headings),
            );
            if (found && found.length >= minLength) {
              return partial(0.5, {
                path,
                line: found.section.line,
                message: `Section “${found.section.heading}” describes the design in the README.`,
              });
            }
            return link
              ? pass({
                  path,
                  line: link.line,
                  message: `It links to “${excerpt(link.text)}”.`,
                })
              : undefined;
          },
          'The README says nothing about the design.',
        ),
      ]);
    },
  };
}
