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
import {
  findIssueTemplates,
  findPullRequestTemplates,
} from '../documents/hostTemplates';
import { findDocument } from '../documents/lookup';
import { DocumentBlock, parseDocument } from '../documents/parse';
import { findPeriodSentence, namesPeriod } from '../documents/periods';
import { readPortalMetadata } from '../documents/portalMetadata';
import {
  CONTRIBUTING,
  DEVELOPMENT,
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
  lengthOf,
  normalisedBlock,
} from '../documents/sections';
import { findPhrase, normaliseText } from '../documents/text';
import { fail, inconclusive, notApplicable, partial, pass } from '../outcomes';
import { excerpt, matchesLink, notFound } from '../rules/evaluate';
import { described } from './described';
import {
  BASE_DOCUMENTATION,
  GITHUB_CONFIGURATION,
  initialPattern,
  pattern,
} from './guidelines';
import { listOf, numberOf } from './parameters';
import {
  ACCESS_PHRASES,
  BUILD_HEADINGS,
  BUILD_PHRASES,
  CONTRIBUTING_HEADINGS,
  CONTRIBUTION_KINDS,
  INVITATION_PHRASES,
  NEGATIONS,
  RESPONSE_PHRASES,
  RESPONSE_WORDS,
  SUBMIT_PHRASES,
  TEST_HEADINGS,
  TEST_PHRASES,
  WANTED_HEADINGS,
  WARRANTY_WORDS,
} from './synonyms';
import {
  CONTRIBUTING_TEMPLATE,
  ISSUE_FORM_TEMPLATE,
  PULL_REQUEST_TEMPLATE,
} from './templates';

/** Levels at which changes from outside are welcome. */
const CONTRIBUTIONS = [
  'contributions-welcome',
  'shared-write-access',
  'shared-ownership',
] as const;

const GUIDE_STEMS = ['contributing', 'readme', ...stemsOf(DEVELOPMENT)];

/** A link of more words is a sentence or a title of something else. */
const MAX_LINK_WORDS = 4;

/** Can somebody from another team contribute without asking first? */
export const contributableChecks: readonly CheckDefinition[] = [
  {
    ...described('contributing-guide', { template: CONTRIBUTING_TEMPLATE }),
    category: 'contributable',
    severity: 'critical',
    severityAt: { 'issues-welcome': 'medium' },
    guideline: BASE_DOCUMENTATION,
    parameters: { minLength: 300, headings: CONTRIBUTING_HEADINGS },
    documents: { stems: ['contributing', 'readme'] },
    evaluate(facts, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const headings = listOf(parameters, 'headings');
      const found = findDocument(facts, CONTRIBUTING);
      if (found.status === 'found') {
        const { path, binary } = found.document;
        if (binary) {
          return fail({ path, ...tell('not-text', { path }) });
        }
        const length = lengthOf(allBlocks(parseDocument(found.document)));
        const seen = {
          path,
          ...tell(
            found.scope === 'organisation' ? 'default-length' : 'file-length',
            { path, count: length },
          ),
        };
        if (length >= minLength) {
          return pass(seen);
        }
        return length > 0
          ? partial(0.5, seen, tell('least-characters', { minimum: minLength }))
          : fail(seen);
      }
      if (found.status === 'unread') {
        return notFound(found, ['CONTRIBUTING'], true);
      }
      const readme = searchDocuments(
        facts,
        [README],
        ({ parsed, path }) => {
          const section = findSection(parsed, headings);
          return section && section.length >= 30
            ? partial(section.length >= minLength ? 0.6 : 0.3, {
                path,
                line: section.section.line,
                ...tell('contributing-section', {
                  heading: section.section.heading,
                  count: section.length,
                }),
              })
            : undefined;
        },
        tell('no-contributing-section'),
      );
      if (readme.status === 'partial') {
        return readme;
      }
      const missing = notFound(found, ['CONTRIBUTING']);
      return missing.status === 'unknown'
        ? missing
        : fail(...missing.evidence, ...readme.evidence.slice(0, 1));
    },
  },
  {
    ...described('build-and-test', { template: CONTRIBUTING_TEMPLATE }),
    category: 'contributable',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: BASE_DOCUMENTATION,
    parameters: {
      buildHeadings: BUILD_HEADINGS,
      buildPhrases: BUILD_PHRASES,
      testHeadings: TEST_HEADINGS,
      testPhrases: TEST_PHRASES,
    },
    documents: { stems: GUIDE_STEMS },
    evaluate(facts, { parameters }) {
      const search = (kind: 'build' | 'test'): CheckOutcome => {
        const phrases = listOf(parameters, `${kind}Phrases`);
        const queries = [CONTRIBUTING, DEVELOPMENT, README];
        const missing = tell(`no-how-to-${kind}`);
        const commands = searchDocuments(
          facts,
          queries,
          ({ parsed, path }) => {
            const blocks = allBlocks(parsed);
            const found =
              findInBlocks(
                blocks.filter(({ code }) => code),
                phrases,
              ) ??
              // A single word such as “make” is a command in code alone.
              findInBlocks(
                blocks,
                phrases.filter(words => words.includes(' ')),
              );
            return found
              ? pass({
                  path,
                  line: found.block.line,
                  ...tell(`how-to-${kind}`, {
                    text: found.phrase.replace('*', ''),
                  }),
                })
              : undefined;
          },
          missing,
        );
        if (commands.status === 'pass') {
          return commands;
        }
        return searchDocuments(
          facts,
          queries,
          ({ parsed, path }) => {
            const section = findSection(
              parsed,
              listOf(parameters, `${kind}Headings`),
            );
            if (section && section.length >= 30) {
              return pass({
                path,
                line: section.section.line,
                ...tell(`how-to-${kind}-section`, {
                  heading: section.section.heading,
                }),
              });
            }
            // Of a guide in several documents; not to a badge's host.
            const link = parsed.links.find(
              ({ text, url }) =>
                isDocumentHere(url) &&
                text.split(' ').length <= MAX_LINK_WORDS &&
                findPhrase(
                  normaliseText(text),
                  listOf(parameters, `${kind}Headings`),
                ),
            );
            return link
              ? pass({
                  path,
                  line: link.line,
                  ...tell(`how-to-${kind}-link`, { text: excerpt(link.text) }),
                })
              : undefined;
          },
          missing,
        );
      };
      const outcomes = [search('build'), search('test')];
      const passed = outcomes.filter(({ status }) => status === 'pass');
      const evidence = outcomes.flatMap(outcome => outcome.evidence);
      if (passed.length === 2) {
        return pass(...evidence);
      }
      if (outcomes.some(({ status }) => status === 'unknown')) {
        return inconclusive(...evidence);
      }
      return passed.length ? partial(0.5, ...evidence) : fail(...evidence);
    },
  },
  {
    ...described('submit-change', { template: CONTRIBUTING_TEMPLATE }),
    category: 'contributable',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: BASE_DOCUMENTATION,
    parameters: { phrases: SUBMIT_PHRASES },
    documents: { stems: GUIDE_STEMS },
    evaluate(facts, { parameters }) {
      return searchDocuments(
        facts,
        [CONTRIBUTING, DEVELOPMENT, README],
        document => {
          const { parsed, path } = document;
          const guide = blocksOnContributing(document);
          const invitation = findInBlocks(guide, INVITATION_PHRASES);
          const found =
            (invitation &&
            !findPhrase(normaliseText(invitation.sentence), NEGATIONS)
              ? invitation
              : undefined) ??
            findInBlocks(guide, listOf(parameters, 'phrases')) ??
            findInBlocks(allBlocks(parsed), INVITATION_PHRASES);
          return found
            ? pass({
                path,
                line: found.block.line,
                ...tell('says', { text: excerpt(found.sentence) }),
              })
            : undefined;
        },
        tell('no-how-to-submit'),
      );
    },
  },
  {
    ...described('contributions-wanted', { template: CONTRIBUTING_TEMPLATE }),
    category: 'contributable',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    parameters: {
      headings: WANTED_HEADINGS,
      kinds: CONTRIBUTION_KINDS,
      minimum: 3,
    },
    documents: { stems: GUIDE_STEMS, names: ['innersource.json'] },
    evaluate(facts, { parameters }) {
      const minimum = numberOf(parameters, 'minimum');
      const declared = readPortalMetadata(facts)?.metadata.contributions;
      if (declared?.length) {
        return pass({
          ...tell('metadata-asks', { kinds: excerpt(declared.join(', ')) }),
        });
      }
      return searchDocuments(
        facts,
        [CONTRIBUTING, README],
        document => {
          const { parsed, path } = document;
          const section = findSection(parsed, listOf(parameters, 'headings'));
          if (section && section.length >= 30) {
            return pass({
              path,
              line: section.section.line,
              ...tell('section-says-so', { heading: section.section.heading }),
            });
          }
          const guide = blocksOnContributing(document);
          const kinds = listOf(parameters, 'kinds').filter(kind =>
            findInBlocks(guide, [kind]),
          );
          const names = kinds.map(kind => kind.replace('*', '')).join(', ');
          if (kinds.length >= minimum) {
            return pass({ path, ...tell('speaks-of', { kinds: names }) });
          }
          return kinds.length
            ? partial(0.5, {
                path,
                ...tell('speaks-only-of', { kinds: names }),
              })
            : undefined;
        },
        tell('nothing-wanted'),
      );
    },
  },
  {
    ...described('response-target', { template: CONTRIBUTING_TEMPLATE }),
    category: 'contributable',
    severity: 'medium',
    guideline: initialPattern(
      'Capacity for Contributions',
      'capacity-for-contributions',
    ),
    parameters: { words: RESPONSE_WORDS, phrases: RESPONSE_PHRASES },
    documents: { stems: ['contributing', 'readme', ...stemsOf(SUPPORT)] },
    evaluate(facts, { parameters }) {
      const words = listOf(parameters, 'words');
      return searchDocuments(
        facts,
        [CONTRIBUTING, README, SUPPORT],
        ({ parsed, path }) => {
          const blocks = allBlocks(parsed);
          const sentence = findPeriodSentence(blocks, words, WARRANTY_WORDS);
          if (sentence) {
            return pass({
              path,
              line: sentence.line,
              ...tell('says', { text: excerpt(sentence.text, 200) }),
            });
          }
          const phrase = findInBlocks(blocks, listOf(parameters, 'phrases'));
          if (phrase) {
            return pass({
              path,
              line: phrase.block.line,
              ...tell('says', { text: excerpt(phrase.sentence, 200) }),
            });
          }
          const section = findSection(parsed, words);
          const period = section?.blocks.find(
            block => !block.code && namesPeriod(normalisedBlock(block)),
          );
          return section && period
            ? pass({
                path,
                line: period.line,
                ...tell('section-says', {
                  heading: section.section.heading,
                  text: excerpt(period.text, 200),
                }),
              })
            : undefined;
        },
        tell('no-response-target'),
      );
    },
  },
  {
    ...described('forking-or-access'),
    category: 'contributable',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: GITHUB_CONFIGURATION,
    parameters: { phrases: ACCESS_PHRASES },
    documents: { stems: GUIDE_STEMS },
    evaluate(facts, { parameters }) {
      const { forkingAllowed } = facts.repository;
      if (forkingAllowed.known && forkingAllowed.value) {
        return pass(tell('forking-allowed'));
      }
      const told = searchDocuments(
        facts,
        [CONTRIBUTING, DEVELOPMENT, README],
        document => {
          const found = findInBlocks(
            blocksOnContributing(document),
            listOf(parameters, 'phrases'),
          );
          return found
            ? pass({
                path: document.path,
                line: found.block.line,
                ...tell('says', { text: excerpt(found.sentence) }),
              })
            : undefined;
        },
        tell('no-access'),
      );
      if (told.status === 'pass') {
        return told;
      }
      return forkingAllowed.known
        ? {
            ...told,
            evidence: [tell('forking-forbidden'), ...told.evidence],
          }
        : inconclusive(forkingAllowed, ...told.evidence);
    },
  },
  {
    ...described('issue-tracker'),
    category: 'contributable',
    severity: 'medium',
    guideline: pattern('Issue Tracker Use Cases', 'issue-tracker'),
    parameters: {
      trackers: [
        'atlassian.net',
        'youtrack.cloud',
        'linear.app',
        'bugzilla.org',
        'redmine.org',
      ],
    },
    documents: { stems: ['contributing', 'readme', ...stemsOf(SUPPORT)] },
    evaluate(facts, { parameters }) {
      const { issuesEnabled } = facts.repository;
      if (issuesEnabled.known && issuesEnabled.value) {
        return pass(tell('issues-on'));
      }
      const linked = searchDocuments(
        facts,
        [README, CONTRIBUTING, SUPPORT],
        ({ parsed, path }) => {
          const link = parsed.links.find(({ url }) =>
            isTracker(url, listOf(parameters, 'trackers')),
          );
          return link
            ? pass({
                path,
                line: link.line,
                ...tell('links-to', { target: excerpt(link.url) }),
              })
            : undefined;
        },
        tell('no-tracker'),
      );
      if (linked.status === 'pass') {
        return linked;
      }
      return issuesEnabled.known
        ? {
            ...linked,
            evidence: [tell('issues-off'), ...linked.evidence],
          }
        : inconclusive(issuesEnabled, ...linked.evidence);
    },
  },
  {
    ...described('issue-templates', { template: ISSUE_FORM_TEMPLATE }),
    category: 'contributable',
    severity: 'medium',
    guideline: pattern('Issue Tracker Use Cases', 'issue-tracker'),
    documents: {
      stems: ['issue_template'],
      contentsOf: ['.github/issue_template', '.gitlab/issue_templates'],
    },
    evaluate(facts) {
      const { issuesEnabled } = facts.repository;
      if (issuesEnabled.known && !issuesEnabled.value) {
        return notApplicable(tell('issues-off'));
      }
      return findIssueTemplates(facts);
    },
  },
  {
    ...described('pull-request-template', { template: PULL_REQUEST_TEMPLATE }),
    category: 'contributable',
    severity: 'low',
    levels: CONTRIBUTIONS,
    guideline: initialPattern(
      'InnerSource Portal Hygiene',
      'innersource-portal-hygiene',
    ),
    documents: {
      stems: ['pull_request_template'],
      contentsOf: [
        '.github/pull_request_template',
        'pull_request_template',
        'docs/pull_request_template',
        '.gitlab/merge_request_templates',
      ],
      paths: ['.azuredevops/pull_request_template.md'],
    },
    evaluate: findPullRequestTemplates,
  },
  {
    ...described('starter-issues'),
    category: 'contributable',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: pattern('Gig Marketplace', 'gig-marketplace'),
    parameters: { minimum: 1 },
    evaluate(
      { repository: { starterIssues, issuesEnabled, archived } },
      { parameters },
    ) {
      const minimum = numberOf(parameters, 'minimum');
      if (archived.known && archived.value) {
        return notApplicable(tell('archived'));
      }
      if (issuesEnabled.known && !issuesEnabled.value) {
        return notApplicable(tell('issues-outside'));
      }
      if (!starterIssues.known) {
        return inconclusive(starterIssues);
      }
      const free = starterIssues.value.filter(({ unassigned }) => unassigned);
      if (free.length >= minimum) {
        return pass(
          free[0]
            ? {
                ...tell('starter-issues', {
                  count: free.length,
                  title: excerpt(free[0].title),
                }),
                url: free[0].url,
              }
            : tell('starter-issues-not-asked', { count: 0 }),
        );
      }
      if (free.length) {
        return partial(
          free.length / minimum,
          tell('starter-issues-few', { count: free.length, minimum }),
        );
      }
      return starterIssues.value.length
        ? partial(
            0.5,
            tell('starter-issues-assigned', {
              count: starterIssues.value.length,
            }),
          )
        : fail(tell('no-starter-issues'));
    },
  },
];

/** All of a guide; of a README what it says on contributing. */
function blocksOnContributing({ parsed, path }: ReadDocument): DocumentBlock[] {
  if (!path.toLowerCase().includes('readme')) {
    return allBlocks(parsed);
  }
  return findSection(parsed, CONTRIBUTING_HEADINGS)?.blocks ?? [];
}

/** Whether a link leads to a document of the same repository. */
function isDocumentHere(url: string): boolean {
  return /^(?![a-z][a-z0-9+.-]*:|\/\/|#)[^?#]*\.(?:md|markdown|rst|adoc|asciidoc|txt)(?:[?#]|$)/i.test(
    url.slice(0, 2_000),
  );
}

function isTracker(url: string, hosts: readonly string[]): boolean {
  const path = url.toLowerCase().split(/[?#]/, 1)[0];
  return (
    path.endsWith('/issues') ||
    path.includes('/issues/') ||
    path.includes('/-/issues') ||
    /^https?:\/\/(?:jira|youtrack|bugzilla|redmine|bugs|issues)\./.test(path) ||
    // Of Azure DevOps, which also has pipelines and packages.
    /\/_(?:workitems|boards|backlogs|sprints)(?:\/|$)/.test(path) ||
    (matchesLink(url, hosts) && !path.includes('/wiki'))
  );
}
