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

import { BranchProtection, Fact } from '../../model';
import { CheckDefinition, CheckOutcome } from '../definition';
import {
  codeOwnersOf,
  findCatchAll,
  findCodeOwners,
} from '../documents/codeOwners';
import { findDocument } from '../documents/lookup';
import { parseDocument } from '../documents/parse';
import {
  findCatchAllOwners,
  findPeople,
  TRUSTED_COMMITTER_HEADINGS,
} from '../documents/people';
import { findPeriodSentence } from '../documents/periods';
import { readPortalMetadata } from '../documents/portalMetadata';
import {
  CONTRIBUTING,
  GOVERNANCE,
  MAINTAINERS,
  README,
  searchDocuments,
  stemsOf,
  SUPPORT,
} from '../documents/read';
import {
  allBlocks,
  findInBlocks,
  findSection,
  lengthOf,
} from '../documents/sections';
import { findPhrase, normaliseText } from '../documents/text';
import { count, fail, inconclusive, partial, pass } from '../outcomes';
import { toGovernanceLevel } from '../profiles';
import { excerpt, notFound } from '../rules/evaluate';
import { initialPattern, pattern, scorecard } from './guidelines';
import { listOf, numberOf } from './parameters';
import { AFTER_MERGE_PHRASES, SUPPORT_WORDS, WARRANTY_WORDS } from './synonyms';
import {
  CODE_OF_CONDUCT_TEMPLATE,
  CODEOWNERS_TEMPLATE,
  INNERSOURCE_JSON,
  SECURITY_TEMPLATE,
  TRUSTED_COMMITTERS_TEMPLATE,
  WARRANTY_TEMPLATE,
} from './templates';

const CONTRIBUTIONS = [
  'contributions-welcome',
  'shared-write-access',
  'shared-ownership',
] as const;

/** Are rules and roles clear? */
export const governedChecks: readonly CheckDefinition[] = [
  {
    id: 'codeowners',
    category: 'governed',
    title: 'CODEOWNERS with an owner of everything',
    why: 'Every change from outside needs a reviewer. CODEOWNERS lets the host ask the right people, without anybody having to know them.',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    guideline: initialPattern(
      'InnerSource Portal Hygiene',
      'innersource-portal-hygiene',
    ),
    remedy: {
      summary:
        'Add a CODEOWNERS file whose first rule gives everything to your team.',
      template: CODEOWNERS_TEMPLATE,
    },
    documents: { names: ['codeowners'] },
    evaluate(facts) {
      const found = findCodeOwners(facts);
      if (found.status !== 'found') {
        return notFound(found, ['CODEOWNERS']);
      }
      const { document } = found;
      const { path } = document;
      const owners = codeOwnersOf(document);
      const complaints = owners.problems
        .slice(0, 5)
        .map(({ line, message }) => ({
          path,
          line,
          message: `Line ${line}: ${message}`,
        }));
      const catchAll = findCatchAll(owners, facts.project.path);
      const scope = facts.project.path || 'everything';
      const seen = catchAll
        ? {
            path,
            line: catchAll.line,
            message: `${excerpt(catchAll.owners.join(', '))} ${
              catchAll.owners.length === 1 ? 'owns' : 'own'
            } ${scope} by the rule ${catchAll.pattern}.`,
          }
        : {
            path,
            message: `None of its ${count(
              owners.rules.length,
              'rule',
            )} gives ${scope} an owner${
              document.truncated ? ', in the part that was read' : ''
            }.`,
          };
      if (!owners.rules.length) {
        return fail(...complaints, { path, message: `${path} has no rule.` });
      }
      if (catchAll && !complaints.length) {
        return pass(seen);
      }
      if (catchAll) {
        return partial(0.75, seen, ...complaints);
      }
      return partial(complaints.length ? 0.25 : 0.5, seen, ...complaints);
    },
  },
  {
    id: 'trusted-committers',
    category: 'governed',
    title: 'Trusted committers named',
    why: 'A trusted committer looks after contributors from other teams. Named people are asked; unnamed ones are guessed at.',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    levels: CONTRIBUTIONS,
    guideline: pattern('Trusted Committer', 'trusted-committer'),
    remedy: {
      summary:
        'Name your trusted committers in a TRUSTED-COMMITTERS file or in a section of the README.',
      template: TRUSTED_COMMITTERS_TEMPLATE,
    },
    parameters: { minimum: 1, headings: TRUSTED_COMMITTER_HEADINGS },
    documents: {
      stems: ['readme', 'contributing', ...stemsOf(MAINTAINERS, GOVERNANCE)],
      names: ['codeowners'],
    },
    evaluate(facts, { parameters }) {
      const minimum = Math.max(1, numberOf(parameters, 'minimum'));
      const headings = listOf(parameters, 'headings');
      const named = searchDocuments(
        facts,
        [MAINTAINERS, README, CONTRIBUTING, GOVERNANCE],
        document => {
          const people = findPeople(document, headings);
          const [first] = people;
          const seen = first && {
            path: first.path,
            line: first.line,
            message: `It names ${people
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ')}${
              people.length > 5 ? ` and ${people.length - 5} more` : ''
            }.`,
          };
          if (!seen) {
            return undefined;
          }
          return people.length >= minimum
            ? pass(seen)
            : partial(people.length / minimum, seen);
        },
        'No document names trusted committers or maintainers.',
      );
      const [owner, ...more] = findCatchAllOwners(facts);
      return (named.status === 'fail' || named.status === 'unknown') && owner
        ? partial(0.5, {
            path: owner.path,
            line: owner.line,
            message: `CODEOWNERS names ${owner.name}${
              more.length ? ` and ${more.length} more` : ''
            }, no document says who looks after contributors.`,
          })
        : named;
    },
  },
  {
    id: 'code-of-conduct',
    category: 'governed',
    title: 'Code of conduct',
    why: 'People from other teams need to know that they will be treated with respect, and whom to turn to if not.',
    severity: 'low',
    guideline: initialPattern('Code of Conduct', 'code-of-conduct'),
    remedy: {
      summary:
        'Add a CODE_OF_CONDUCT file with a contact, or link to that of your organisation.',
      template: CODE_OF_CONDUCT_TEMPLATE,
    },
    parameters: {
      phrases: ['code of conduct', 'verhaltenskodex', 'verhaltensregeln'],
    },
    documents: {
      stems: [
        'code_of_conduct',
        'code-of-conduct',
        'conduct',
        'readme',
        'contributing',
      ],
    },
    evaluate(facts, { parameters }) {
      const found = findDocument(facts, {
        stems: ['code_of_conduct', 'code-of-conduct', 'conduct'],
      });
      if (found.status === 'found') {
        const { path, text, binary } = found.document;
        const seen = {
          path,
          message:
            found.scope === 'organisation'
              ? `The organisation's default ${path} applies.`
              : `Found ${path}.`,
        };
        return text.trim() && !binary
          ? pass(seen)
          : fail({ path, message: `${path} holds no text.` });
      }
      if (found.status === 'unread') {
        return notFound(found, ['CODE_OF_CONDUCT'], true);
      }
      const phrases = listOf(parameters, 'phrases');
      const linked = searchDocuments(
        facts,
        [README, CONTRIBUTING],
        ({ parsed, path }) => {
          const link = parsed.links.find(({ text }) =>
            findPhrase(normaliseText(text), phrases),
          );
          const section = findSection(parsed, phrases);
          if (link) {
            return pass({
              path,
              line: link.line,
              message: `It links to “${excerpt(link.text)}”.`,
            });
          }
          return section && section.length >= 30
            ? pass({
                path,
                line: section.section.line,
                message: `Section “${section.section.heading}” says so.`,
              })
            : undefined;
        },
        'No document links to one either.',
      );
      if (linked.status === 'pass') {
        return linked;
      }
      const missing = notFound(found, ['CODE_OF_CONDUCT']);
      return missing.status === 'unknown'
        ? missing
        : { ...linked, evidence: [...missing.evidence, ...linked.evidence] };
    },
  },
  {
    id: 'review-required',
    category: 'governed',
    title: 'Review required on the default branch',
    why: 'Review before merge protects the project and teaches contributors. Rules that the host enforces treat everybody alike.',
    severity: 'high',
    severityAt: {
      'shared-write-access': 'critical',
      'shared-ownership': 'critical',
    },
    guideline: scorecard('Branch-Protection'),
    remedy: {
      summary:
        'Protect the default branch: no force pushes or deletion, at least one approving review, status checks that must pass, then reviews by code owners.',
    },
    parameters: { reviewers: 1, fullReviewers: 2 },
    evaluate({ repository: { branchProtection } }, { parameters }) {
      return branchProtection.known
        ? scoreProtection(
            branchProtection.value,
            numberOf(parameters, 'reviewers'),
            numberOf(parameters, 'fullReviewers'),
          )
        : inconclusive(branchProtection.reason);
    },
  },
  {
    id: 'governance-level',
    category: 'governed',
    title: 'Governance level declared',
    why: 'Teams mean different things by InnerSource. A declared level tells at once whether issues, changes or shared ownership are on offer.',
    severity: 'low',
    guideline: pattern('Explicit Governance Levels', 'governance-levels'),
    remedy: {
      summary:
        'Set the annotation innersource.io/governance-level of the catalog entity, or governanceLevel in innersource.json, to issues-welcome, contributions-welcome, shared-write-access or shared-ownership.',
      template: INNERSOURCE_JSON,
    },
    documents: { names: ['innersource.json'] },
    evaluate(facts) {
      const { governanceLevelAnnotation: annotation } = facts.catalog;
      const level = toGovernanceLevel(annotation);
      if (level) {
        return pass(`The catalog entity declares ${level}.`);
      }
      const declared = readPortalMetadata(facts)?.metadata.governanceLevel;
      if (declared) {
        return pass(`innersource.json declares ${declared}.`);
      }
      return annotation
        ? fail(
            `The annotation “${excerpt(annotation)}” is no governance level.`,
          )
        : fail('Neither the catalog entity nor innersource.json declares one.');
    },
  },
  {
    id: 'security-policy',
    category: 'governed',
    title: 'Security policy',
    why: 'Whoever finds a weakness must know how to report it without telling everybody.',
    severity: 'medium',
    guideline: scorecard('Security-Policy'),
    remedy: {
      summary:
        'Add a SECURITY file that says how to report a weakness, to whom, and when to expect an answer.',
      template: SECURITY_TEMPLATE,
    },
    parameters: {
      minLength: 100,
      phrases: [
        'report*',
        'disclos*',
        'vulnerabilit*',
        'contact*',
        'meld*',
        'sicherheitslücke*',
        'schwachstelle*',
      ],
    },
    documents: { stems: ['security'] },
    evaluate(facts, { parameters }) {
      const found = findDocument(facts, { stems: ['security'] });
      if (found.status !== 'found') {
        return notFound(found, ['SECURITY']);
      }
      const { path, binary } = found.document;
      if (binary) {
        return fail({ path, message: `${path} is not a text file.` });
      }
      const parsed = parseDocument(found.document);
      const blocks = allBlocks(parsed);
      const length = lengthOf(blocks);
      const minLength = numberOf(parameters, 'minLength');
      const phrases = listOf(parameters, 'phrases');
      const says =
        findInBlocks(blocks, phrases) ??
        parsed.sections.find(({ heading }) =>
          findPhrase(normaliseText(heading), phrases),
        );
      const [contact] = parsed.links;
      const seen = {
        path,
        message: `${
          found.scope === 'organisation'
            ? `The organisation's default ${path}`
            : path
        } has ${count(length, 'character')}${
          contact ? ` and names ${excerpt(contact.url)}` : ''
        }.`,
      };
      if (!length) {
        return fail({ path, message: `${path} holds no text.` });
      }
      return length >= minLength && (says || contact)
        ? pass(seen)
        : partial(
            0.5,
            seen,
            length < minLength
              ? `At least ${minLength} characters are asked for.`
              : 'It says nothing on how to report.',
          );
    },
  },
  {
    id: 'support-after-merge',
    category: 'governed',
    title: 'Support after merge stated',
    why: 'A team accepts foreign code more easily when its authors stand by it for a while. A stated warranty makes that a rule, not a favour.',
    severity: 'low',
    levels: CONTRIBUTIONS,
    guideline: pattern('30 Day Warranty', '30-day-warranty'),
    remedy: {
      summary:
        'Say in the contributing guide for how long contributors help to fix their change after it is merged, for instance 30 days.',
      template: WARRANTY_TEMPLATE,
    },
    parameters: {
      warranty: WARRANTY_WORDS,
      merge: AFTER_MERGE_PHRASES,
      support: SUPPORT_WORDS,
    },
    documents: {
      stems: ['contributing', 'readme', ...stemsOf(SUPPORT, GOVERNANCE)],
    },
    evaluate(facts, { parameters }) {
      const merge = listOf(parameters, 'merge');
      const support = listOf(parameters, 'support');
      const warranty = listOf(parameters, 'warranty');
      return searchDocuments(
        facts,
        [CONTRIBUTING, README, SUPPORT, GOVERNANCE],
        ({ parsed, path }) => {
          const blocks = allBlocks(parsed);
          const sentence =
            findPeriodSentence(
              blocks.filter(block => findInBlocks([block], support)),
              merge,
            ) ?? findPeriodSentence(blocks, warranty);
          if (sentence) {
            return pass({
              path,
              line: sentence.line,
              message: `It says “${excerpt(sentence.text, 200)}”.`,
            });
          }
          const section = findSection(parsed, warranty);
          return section && section.length >= 30
            ? partial(0.5, {
                path,
                line: section.section.line,
                message: `Section “${section.section.heading}” names no period.`,
              })
            : undefined;
        },
        'No document says for how long contributors support their change.',
      );
    },
  },
];

/** A setting of a branch and whether it is as it should be. */
interface Setting {
  name: string;
  met: Fact<boolean>;
}

/**
 * Scores the protection of a branch in the cumulative tiers of OpenSSF Scorecard,
 * 3, 6, 8, 9 and 10 points. Only what can be seen is scored: a tier of which
 * nothing is known is left out of the points and of their maximum; of one that is
 * known in part, the known part decides. Points end at the first tier not met.
 */
function scoreProtection(
  protection: BranchProtection,
  reviewers: number,
  fullReviewers: number,
): CheckOutcome {
  const {
    allowsForcePushes,
    allowsDeletions,
    requiredApprovingReviewCount: reviews,
    requiresStatusChecks,
    requiresCodeOwnerReviews,
    dismissesStaleReviews,
    enforcedForAdmins,
  } = protection;
  const tiers: Array<{ points: number; settings: Setting[] }> = [
    {
      points: 3,
      settings: [
        { name: 'no force pushes', met: map(allowsForcePushes, not) },
        { name: 'no deletion', met: map(allowsDeletions, not) },
      ],
    },
    {
      points: 3,
      settings: [
        {
          name: count(reviewers, 'approving review'),
          met: map(reviews, value => value >= reviewers),
        },
      ],
    },
    {
      points: 2,
      settings: [{ name: 'status checks', met: requiresStatusChecks }],
    },
    {
      points: 1,
      settings: [
        {
          name: count(fullReviewers, 'approving review'),
          met: map(reviews, value => value >= fullReviewers),
        },
        { name: 'reviews by code owners', met: requiresCodeOwnerReviews },
      ],
    },
    {
      points: 1,
      settings: [
        { name: 'stale reviews dismissed', met: dismissesStaleReviews },
        { name: 'administrators included', met: enforcedForAdmins },
      ],
    },
  ];
  let points = 0;
  let maximum = 0;
  let broken = false;
  for (const tier of tiers) {
    const seen = tier.settings.map(({ met }) => met).filter(met => met.known);
    if (seen.length) {
      maximum += tier.points;
      broken ||= !seen.every(met => met.value);
      points += broken ? 0 : tier.points;
    }
  }
  const settings = tiers.flatMap(tier => tier.settings);
  const named = (wanted: boolean) =>
    settings
      .filter(({ met }) => met.known && met.value === wanted)
      .map(({ name }) => name)
      .join(', ');
  const hidden = settings.filter(({ met }) => !met.known);
  if (!maximum) {
    const [first] = hidden;
    return inconclusive(
      first && !first.met.known
        ? first.met.reason
        : 'Nothing of the protection of the branch can be seen.',
    );
  }
  const evidence = [
    `In place: ${named(true) || 'nothing'}.`,
    ...(named(false) ? [`Missing: ${named(false)}.`] : []),
    ...(hidden.length
      ? [
          `Not visible, so not scored: ${hidden
            .map(({ name }) => name)
            .join(', ')}.`,
        ]
      : []),
  ];
  if (points === maximum) {
    return pass(...evidence);
  }
  return points ? partial(points / maximum, ...evidence) : fail(...evidence);
}

function map<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return fact.known ? { known: true, value: change(fact.value) } : fact;
}

function not(value: boolean): boolean {
  return !value;
}
