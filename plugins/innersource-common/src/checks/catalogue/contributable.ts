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
import {
  count,
  fail,
  inconclusive,
  notApplicable,
  partial,
  pass,
} from '../outcomes';
import { excerpt, matchesLink, notFound } from '../rules/evaluate';
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

/** Can somebody from another team contribute without asking first? */
export const contributableChecks: readonly CheckDefinition[] = [
  {
    id: 'contributing-guide',
    category: 'contributable',
    title: 'Contributing guide',
    why: 'It tells contributors what to expect and saves maintainers from explaining the same things over and over.',
    severity: 'critical',
    severityAt: { 'issues-welcome': 'medium' },
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Add a CONTRIBUTING file that says which contributions are wanted, how to build, test and submit, and when to expect an answer.',
      template: CONTRIBUTING_TEMPLATE,
    },
    parameters: { minLength: 300, headings: CONTRIBUTING_HEADINGS },
    documents: { stems: ['contributing', 'readme'] },
    evaluate(facts, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const headings = listOf(parameters, 'headings');
      const found = findDocument(facts, CONTRIBUTING);
      if (found.status === 'found') {
        const { path, binary } = found.document;
        if (binary) {
          return fail({ path, message: `${path} is not a text file.` });
        }
        const length = lengthOf(allBlocks(parseDocument(found.document)));
        const seen = {
          path,
          message: `${
            found.scope === 'organisation'
              ? `The organisation's default ${path}`
              : path
          } has ${count(length, 'character')}.`,
        };
        if (length >= minLength) {
          return pass(seen);
        }
        return length > 0
          ? partial(
              0.5,
              seen,
              `At least ${minLength} characters are asked for.`,
            )
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
                message: `There is no CONTRIBUTING file; section “${
                  section.section.heading
                }” of the README has ${count(section.length, 'character')}.`,
              })
            : undefined;
        },
        'The README has no section on contributing either.',
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
    id: 'build-and-test',
    category: 'contributable',
    title: 'Says how to build and test',
    why: 'A change that its author could not build and test costs the reviewer more than it gives.',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Write down the commands that build the project and run its tests, from a fresh clone on.',
      template: CONTRIBUTING_TEMPLATE,
    },
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
        const missing = `Nothing says how to ${kind}.`;
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
                  message: `How to ${kind}: it says “${found.phrase.replace(
                    '*',
                    '',
                  )}”.`,
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
            return section && section.length >= 30
              ? pass({
                  path,
                  line: section.section.line,
                  message: `How to ${kind}: section “${section.section.heading}”.`,
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
    id: 'submit-change',
    category: 'contributable',
    title: 'Says how to submit a change',
    why: 'Branch or fork, which checks must be green, who reviews: every team does it differently, and outsiders cannot know.',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Describe in the contributing guide the way of a change from branch or fork to merge.',
      template: CONTRIBUTING_TEMPLATE,
    },
    parameters: { phrases: SUBMIT_PHRASES },
    documents: { stems: GUIDE_STEMS },
    evaluate(facts, { parameters }) {
      return searchDocuments(
        facts,
        [CONTRIBUTING, DEVELOPMENT, README],
        document => {
          const { parsed, path } = document;
          const found =
            findInBlocks(
              blocksOnContributing(document),
              listOf(parameters, 'phrases'),
            ) ?? findInBlocks(allBlocks(parsed), INVITATION_PHRASES);
          return found
            ? pass({
                path,
                line: found.block.line,
                message: `It says “${excerpt(found.sentence)}”.`,
              })
            : undefined;
        },
        'Nothing says how to submit a change.',
      );
    },
  },
  {
    id: 'contributions-wanted',
    category: 'contributable',
    title: 'Says which contributions are wanted',
    why: 'People give what is asked for. A list of wanted help turns goodwill into contributions that get merged.',
    severity: 'medium',
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'List the kinds of help you want, and those you do not, in the contributing guide or under contributions in innersource.json.',
      template: CONTRIBUTING_TEMPLATE,
    },
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
          message: `innersource.json asks for ${excerpt(declared.join(', '))}.`,
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
              message: `Section “${section.section.heading}” says so.`,
            });
          }
          const guide = blocksOnContributing(document);
          const kinds = listOf(parameters, 'kinds').filter(kind =>
            findInBlocks(guide, [kind]),
          );
          const names = kinds.map(kind => kind.replace('*', '')).join(', ');
          if (kinds.length >= minimum) {
            return pass({ path, message: `It speaks of ${names}.` });
          }
          return kinds.length
            ? partial(0.5, {
                path,
                message: `It speaks of ${names} only.`,
              })
            : undefined;
        },
        'Nothing says which contributions are wanted.',
      );
    },
  },
  {
    id: 'response-target',
    category: 'contributable',
    title: 'States how fast maintainers answer',
    why: 'Contributors plan around an answer that they can expect. A stated target also protects the time of maintainers.',
    severity: 'medium',
    guideline: initialPattern(
      'Capacity for Contributions',
      'capacity-for-contributions',
    ),
    remedy: {
      summary:
        'Promise a time for the first answer that you can keep, for instance “We answer within two working days”, in the contributing guide.',
      template: CONTRIBUTING_TEMPLATE,
    },
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
              message: `It says “${excerpt(sentence.text, 200)}”.`,
            });
          }
          const phrase = findInBlocks(blocks, listOf(parameters, 'phrases'));
          if (phrase) {
            return pass({
              path,
              line: phrase.block.line,
              message: `It says “${excerpt(phrase.sentence, 200)}”.`,
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
                message: `Section “${section.section.heading}” says “${excerpt(
                  period.text,
                  200,
                )}”.`,
              })
            : undefined;
        },
        'No document says how fast maintainers answer.',
      );
    },
  },
  {
    id: 'forking-or-access',
    category: 'contributable',
    title: 'Forking allowed or write access explained',
    why: 'Whoever may neither fork nor push cannot offer a change at all.',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: GITHUB_CONFIGURATION,
    remedy: {
      summary:
        'Allow forks of the repository, or say in the contributing guide how to get write access for a branch.',
    },
    parameters: { phrases: ACCESS_PHRASES },
    documents: { stems: GUIDE_STEMS },
    evaluate(facts, { parameters }) {
      const { forkingAllowed } = facts.repository;
      if (forkingAllowed.known && forkingAllowed.value) {
        return pass('The repository may be forked.');
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
                message: `It says “${excerpt(found.sentence)}”.`,
              })
            : undefined;
        },
        'No document says how to get access.',
      );
      if (told.status === 'pass') {
        return told;
      }
      return forkingAllowed.known
        ? {
            ...told,
            evidence: [
              { message: 'Forking is not allowed.' },
              ...told.evidence,
            ],
          }
        : inconclusive(forkingAllowed.reason, ...told.evidence);
    },
  },
  {
    id: 'issue-tracker',
    category: 'contributable',
    title: 'Issue tracker on',
    why: 'An open tracker is where outsiders learn about plans, report problems and find work.',
    severity: 'medium',
    guideline: pattern('Issue Tracker Use Cases', 'issue-tracker'),
    remedy: {
      summary:
        'Turn on issues for the repository, or link the tracker you use in the README.',
    },
    parameters: {
      trackers: [
        'atlassian.net',
        'youtrack.cloud',
        'linear.app',
        'bugzilla.org',
        'dev.azure.com',
        'visualstudio.com',
        'redmine.org',
      ],
    },
    documents: { stems: ['contributing', 'readme', ...stemsOf(SUPPORT)] },
    evaluate(facts, { parameters }) {
      const { issuesEnabled } = facts.repository;
      if (issuesEnabled.known && issuesEnabled.value) {
        return pass('Issues are turned on for the repository.');
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
                message: `It links to ${excerpt(link.url)}.`,
              })
            : undefined;
        },
        'No document links to an issue tracker.',
      );
      if (linked.status === 'pass') {
        return linked;
      }
      return issuesEnabled.known
        ? {
            ...linked,
            evidence: [
              { message: 'Issues are turned off for the repository.' },
              ...linked.evidence,
            ],
          }
        : inconclusive(issuesEnabled.reason, ...linked.evidence);
    },
  },
  {
    id: 'issue-templates',
    category: 'contributable',
    title: 'Issue templates',
    why: 'A template asks for what maintainers need to help, so that the first answer need not be a question.',
    severity: 'medium',
    guideline: pattern('Issue Tracker Use Cases', 'issue-tracker'),
    remedy: {
      summary: 'Add an issue form for problems and one for ideas.',
      template: ISSUE_FORM_TEMPLATE,
    },
    documents: {
      stems: ['issue_template'],
      contentsOf: ['.github/issue_template', '.gitlab/issue_templates'],
    },
    evaluate(facts) {
      const { issuesEnabled } = facts.repository;
      if (issuesEnabled.known && !issuesEnabled.value) {
        return notApplicable('Issues are turned off for the repository.');
      }
      return findIssueTemplates(facts);
    },
  },
  {
    id: 'pull-request-template',
    category: 'contributable',
    title: 'Pull request template',
    why: 'A short checklist tells contributors what reviewers look at, before they look.',
    severity: 'low',
    levels: CONTRIBUTIONS,
    guideline: initialPattern(
      'InnerSource Portal Hygiene',
      'innersource-portal-hygiene',
    ),
    remedy: {
      summary: 'Add a pull request template with a short checklist.',
      template: PULL_REQUEST_TEMPLATE,
    },
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
    id: 'starter-issues',
    category: 'contributable',
    title: 'Starter issues open',
    why: 'A first issue of the right size is the shortest way from reader to contributor.',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: pattern('Gig Marketplace', 'gig-marketplace'),
    remedy: {
      summary:
        'Label a few issues of manageable size with “good first issue” or “help wanted”, and keep them unassigned until somebody takes them.',
    },
    parameters: { minimum: 1 },
    evaluate(
      { repository: { starterIssues, issuesEnabled, archived } },
      { parameters },
    ) {
      const minimum = numberOf(parameters, 'minimum');
      if (archived.known && archived.value) {
        return notApplicable('The repository is archived.');
      }
      if (issuesEnabled.known && !issuesEnabled.value) {
        return notApplicable('Issues are kept outside of the repository.');
      }
      if (!starterIssues.known) {
        return inconclusive(starterIssues.reason);
      }
      const free = starterIssues.value.filter(({ unassigned }) => unassigned);
      if (free.length >= minimum) {
        return pass({
          message: `${count(free.length, 'starter issue')} ${
            free.length === 1 ? 'is' : 'are'
          } open and free${
            free[0] ? `, e.g. “${excerpt(free[0].title)}”` : ''
          }.`,
          ...(free[0] ? { url: free[0].url } : {}),
        });
      }
      if (free.length) {
        return partial(
          free.length / minimum,
          `${count(free.length, 'starter issue')} of ${minimum} asked for ${
            free.length === 1 ? 'is' : 'are'
          } open and free.`,
        );
      }
      return starterIssues.value.length
        ? partial(
            0.5,
            `All ${count(
              starterIssues.value.length,
              'open starter issue',
            )} have somebody assigned.`,
          )
        : fail('No issue is labelled for newcomers.');
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

function isTracker(url: string, hosts: readonly string[]): boolean {
  const path = url.toLowerCase().split(/[?#]/, 1)[0];
  return (
    path.endsWith('/issues') ||
    path.includes('/issues/') ||
    path.includes('/-/issues') ||
    /^https?:\/\/(?:jira|youtrack|bugzilla|redmine|bugs|issues|tracker)\./.test(
      path,
    ) ||
    matchesLink(url, hosts)
  );
}
