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

import { BranchProtection, Fact, Message } from '../../model';
import { part, tell } from '../../texts';
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
import { fail, inconclusive, partial, pass } from '../outcomes';
import { toGovernanceLevel } from '../profiles';
import { excerpt, notFound } from '../rules/evaluate';
import { described } from './described';
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
    ...described('codeowners', { template: CODEOWNERS_TEMPLATE }),
    category: 'governed',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    guideline: initialPattern(
      'InnerSource Portal Hygiene',
      'innersource-portal-hygiene',
    ),
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
        .map(({ line, translatable }) => ({
          path,
          line,
          ...tell('line', { line: String(line), problem: translatable }),
        }));
      const catchAll = findCatchAll(owners, facts.project.path);
      const scope = facts.project.path || part('everything');
      const seen = catchAll
        ? {
            path,
            line: catchAll.line,
            ...tell('owns', {
              count: catchAll.owners.length,
              owners: excerpt(catchAll.owners.join(', ')),
              scope,
              pattern: excerpt(catchAll.pattern),
            }),
          }
        : {
            path,
            ...tell(
              document.truncated ? 'no-catch-all-in-part' : 'no-catch-all',
              { count: owners.rules.length, scope },
            ),
          };
      if (!owners.rules.length) {
        return fail(...complaints, { path, ...tell('no-rule', { path }) });
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
    ...described('trusted-committers', {
      template: TRUSTED_COMMITTERS_TEMPLATE,
    }),
    category: 'governed',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    levels: CONTRIBUTIONS,
    guideline: pattern('Trusted Committer', 'trusted-committer'),
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
          const names = people.slice(0, 5).map(({ name }) => name);
          const seen = first && {
            path: first.path,
            line: first.line,
            ...(people.length > 5
              ? tell('names-people-and-more', {
                  names,
                  more: people.length - 5,
                })
              : tell('names-people', { names })),
          };
          if (!seen) {
            return undefined;
          }
          return people.length >= minimum
            ? pass(seen)
            : partial(people.length / minimum, seen);
        },
        tell('no-trusted-committers'),
      );
      const [owner, ...more] = findCatchAllOwners(facts);
      return (named.status === 'fail' || named.status === 'unknown') && owner
        ? partial(0.5, {
            path: owner.path,
            line: owner.line,
            ...(more.length
              ? tell('code-owner-only-and-more', {
                  name: owner.name,
                  more: more.length,
                })
              : tell('code-owner-only', { name: owner.name })),
          })
        : named;
    },
  },
  {
    ...described('code-of-conduct', { template: CODE_OF_CONDUCT_TEMPLATE }),
    category: 'governed',
    severity: 'low',
    guideline: initialPattern('Code of Conduct', 'code-of-conduct'),
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
          ...tell(
            found.scope === 'organisation' ? 'default-applies' : 'found',
            { path },
          ),
        };
        return text.trim() && !binary
          ? pass(seen)
          : fail({ path, ...tell('no-text', { path }) });
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
              ...tell('links-to-text', { text: excerpt(link.text) }),
            });
          }
          return section && section.length >= 30
            ? pass({
                path,
                line: section.section.line,
                ...tell('section-says-so', {
                  heading: section.section.heading,
                }),
              })
            : undefined;
        },
        tell('no-link-either'),
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
    ...described('review-required'),
    category: 'governed',
    severity: 'high',
    severityAt: {
      'shared-write-access': 'critical',
      'shared-ownership': 'critical',
    },
    guideline: scorecard('Branch-Protection'),
    parameters: { reviewers: 1, fullReviewers: 2 },
    evaluate({ repository: { branchProtection } }, { parameters }) {
      return branchProtection.known
        ? scoreProtection(
            branchProtection.value,
            numberOf(parameters, 'reviewers'),
            numberOf(parameters, 'fullReviewers'),
          )
        : inconclusive(branchProtection);
    },
  },
  {
    ...described('governance-level', { template: INNERSOURCE_JSON }),
    category: 'governed',
    severity: 'low',
    guideline: pattern('Explicit Governance Levels', 'governance-levels'),
    documents: { names: ['innersource.json'] },
    evaluate(facts) {
      const { governanceLevelAnnotation: annotation } = facts.catalog;
      const level = toGovernanceLevel(annotation);
      if (level) {
        return pass(tell('level-catalog', { level }));
      }
      const declared = readPortalMetadata(facts)?.metadata.governanceLevel;
      if (declared) {
        return pass(tell('level-metadata', { level: declared }));
      }
      return annotation
        ? fail(tell('level-wrong', { text: excerpt(annotation) }))
        : fail(tell('no-level'));
    },
  },
  {
    ...described('security-policy', { template: SECURITY_TEMPLATE }),
    category: 'governed',
    severity: 'medium',
    guideline: scorecard('Security-Policy'),
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
        return fail({ path, ...tell('not-text', { path }) });
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
      const origin = found.scope === 'organisation' ? 'default' : 'file';
      const seen = {
        path,
        ...(contact
          ? tell(`${origin}-length-and-contact`, {
              path,
              count: length,
              contact: excerpt(contact.url),
            })
          : tell(`${origin}-length`, { path, count: length })),
      };
      if (!length) {
        return fail({ path, ...tell('no-text', { path }) });
      }
      return length >= minLength && (says || contact)
        ? pass(seen)
        : partial(
            0.5,
            seen,
            length < minLength
              ? tell('least-characters', { minimum: minLength })
              : tell('no-how-to-report'),
          );
    },
  },
  {
    ...described('support-after-merge', { template: WARRANTY_TEMPLATE }),
    category: 'governed',
    severity: 'low',
    levels: CONTRIBUTIONS,
    guideline: pattern('30 Day Warranty', '30-day-warranty'),
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
              ...tell('says', { text: excerpt(sentence.text, 200) }),
            });
          }
          const section = findSection(parsed, warranty);
          return section && section.length >= 30
            ? partial(0.5, {
                path,
                line: section.section.line,
                ...tell('section-no-period', {
                  heading: section.section.heading,
                }),
              })
            : undefined;
        },
        tell('no-support-after-merge'),
      );
    },
  },
];

/** A setting of a branch and whether it is as it should be. */
interface Setting {
  name: Message;
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
        { name: part('no-force-pushes'), met: map(allowsForcePushes, not) },
        { name: part('no-deletion'), met: map(allowsDeletions, not) },
      ],
    },
    {
      points: 3,
      settings: [
        {
          name: part('approving-reviews', { count: reviewers }),
          met: map(reviews, value => value >= reviewers),
        },
      ],
    },
    {
      points: 2,
      settings: [{ name: part('status-checks'), met: requiresStatusChecks }],
    },
    {
      points: 1,
      settings: [
        {
          name: part('approving-reviews', { count: fullReviewers }),
          met: map(reviews, value => value >= fullReviewers),
        },
        { name: part('code-owner-reviews'), met: requiresCodeOwnerReviews },
      ],
    },
    {
      points: 1,
      settings: [
        { name: part('stale-reviews'), met: dismissesStaleReviews },
        { name: part('administrators'), met: enforcedForAdmins },
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
      .map(({ name }) => name);
  const held = named(true);
  const lacking = named(false);
  const hidden = settings.filter(({ met }) => !met.known);
  if (!maximum) {
    const [first] = hidden;
    return inconclusive(
      first && !first.met.known ? first.met : tell('protection-hidden'),
    );
  }
  const evidence = [
    tell('in-place', { settings: held.length ? held : part('nothing') }),
    ...(lacking.length ? [tell('missing', { settings: lacking })] : []),
    ...(hidden.length
      ? [tell('hidden', { settings: hidden.map(({ name }) => name) })]
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
