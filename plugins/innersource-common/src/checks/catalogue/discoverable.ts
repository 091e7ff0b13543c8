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

import { ProjectFacts } from '../../model';
import { CheckDefinition, CheckOutcome } from '../definition';
import { findDocument } from '../documents/lookup';
import { parseDocument } from '../documents/parse';
import {
  parsePortalMetadata,
  PORTAL_METADATA,
} from '../documents/portalMetadata';
import { README } from '../documents/read';
import { allBlocks, proseLengthOf, sectionsOf } from '../documents/sections';
import { normaliseText } from '../documents/text';
import {
  count,
  fail,
  formatNumber,
  inconclusive,
  partial,
  pass,
} from '../outcomes';
import { excerpt, notFound } from '../rules/evaluate';
import {
  BASE_DOCUMENTATION,
  GITHUB_CONFIGURATION,
  initialPattern,
  pattern,
  PORTAL,
  scorecard,
} from './guidelines';
import { numberOf } from './parameters';
import { INNERSOURCE_JSON, README_TEMPLATE } from './templates';

const DAY = 24 * 60 * 60 * 1000;

/** Descriptions that describe nothing. */
const PLACEHOLDERS = new Set([
  'todo',
  'tbd',
  'wip',
  'test',
  'description',
  'no description',
  'a description',
  'project',
  'my project',
  'an example of a backstage application',
]);

/** Can people find the project, and see that it is alive? */
export const discoverableChecks: readonly CheckDefinition[] = [
  {
    id: 'description',
    category: 'discoverable',
    title: 'Meaningful description',
    why: 'The description is what people read first in search results and lists. Without keywords in it, nobody finds the project.',
    severity: 'medium',
    guideline: initialPattern('Improve Findability', 'improve-findability'),
    remedy: {
      summary:
        'Describe in one sentence what the project does and for whom, in the description of the catalog entity or the repository.',
    },
    parameters: { minLength: 30 },
    evaluate({ catalog, repository }, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const candidates = [
        { text: catalog.description, place: 'catalog' },
        {
          text: repository.description.known
            ? repository.description.value
            : null,
          place: 'repository',
        },
      ]
        .map(({ text, place }) => ({ text: text?.trim() ?? '', place }))
        .filter(({ text }) => text && !isPlaceholder(text, catalog))
        .sort((a, b) => b.text.length - a.text.length);
      const [best] = candidates;
      if (best && best.text.length >= minLength) {
        return pass(
          `The ${best.place} describes it as “${excerpt(best.text)}”.`,
        );
      }
      if (!repository.description.known) {
        return inconclusive(
          best
            ? `The catalog's description “${best.text}” has fewer than ${minLength} characters.`
            : 'The catalog has no meaningful description.',
          repository.description.reason,
        );
      }
      return best
        ? partial(
            0.5,
            `The description “${best.text}” of the ${best.place} has ${count(
              best.text.length,
              'character',
            )}, fewer than ${minLength}.`,
          )
        : fail('Neither the catalog nor the repository describes it.');
    },
  },
  {
    id: 'topics',
    category: 'discoverable',
    title: 'Topics or tags',
    why: 'Topics connect a project with people who look for a technology or a business area.',
    severity: 'low',
    guideline: PORTAL,
    remedy: {
      summary:
        'Add topics to the repository or tags to the catalog entity: technology, domain, and innersource if you welcome contributions.',
    },
    parameters: { minimum: 2 },
    evaluate({ catalog, repository }, { parameters }) {
      const minimum = numberOf(parameters, 'minimum');
      const topics = [
        ...new Set(
          [
            ...catalog.tags,
            ...(repository.topics.known ? repository.topics.value : []),
          ].map(topic => topic.toLowerCase()),
        ),
      ];
      const seen = topics.length
        ? `It has ${count(topics.length, 'topic')}: ${excerpt(
            topics.join(', '),
          )}.`
        : 'It has no topics and no tags.';
      if (topics.length >= minimum) {
        return pass(seen);
      }
      if (!repository.topics.known) {
        return inconclusive(
          `The catalog has ${count(
            topics.length,
            'tag',
          )}, fewer than ${minimum}.`,
          repository.topics.reason,
        );
      }
      return topics.length
        ? partial(
            topics.length / minimum,
            `${seen} At least ${minimum} are asked for.`,
          )
        : fail(seen);
    },
  },
  {
    id: 'owner',
    category: 'discoverable',
    title: 'Owned by a team with members',
    why: 'Contributors need a team that answers. An owner that does not exist, or a single person who leaves, orphans the project.',
    severity: 'high',
    guideline: pattern('Core Team', 'core-team'),
    remedy: {
      summary:
        'Set spec.owner of the catalog entity to a group that exists in the catalog and has members.',
    },
    evaluate({ catalog: { owner } }) {
      if (!owner.known) {
        return inconclusive(owner.reason);
      }
      if (!owner.value) {
        return fail('The catalog entity names no owner.');
      }
      const { entityRef, kind, exists, memberCount } = owner.value;
      if (!exists) {
        return fail(`The owner ${entityRef} does not exist in the catalog.`);
      }
      if (kind === 'user') {
        return partial(
          0.5,
          `The owner ${entityRef} is a single person, not a team.`,
        );
      }
      if (kind !== 'group') {
        return fail(`The owner ${entityRef} is neither a group nor a user.`);
      }
      return memberCount > 0
        ? pass(`The owner ${entityRef} has ${count(memberCount, 'member')}.`)
        : partial(0.25, `The owner ${entityRef} has no members.`);
    },
  },
  {
    id: 'visibility',
    category: 'discoverable',
    title: 'Visible to the whole organisation',
    why: 'People cannot contribute to what they cannot read. Internal visibility removes the barrier without making the code public.',
    severity: 'high',
    guideline: GITHUB_CONFIGURATION,
    remedy: {
      summary:
        'Change the visibility of the repository to internal or public, so that every colleague can read it.',
    },
    evaluate({ repository: { visibility } }) {
      if (!visibility.known) {
        return inconclusive(visibility.reason);
      }
      return visibility.value === 'private'
        ? fail('The repository is private.')
        : pass(`The repository is ${visibility.value}.`);
    },
  },
  {
    id: 'readme-substance',
    category: 'discoverable',
    title: 'README with substance',
    why: 'The README is the front door. One that only repeats the name of the project turns visitors away.',
    severity: 'critical',
    guideline: BASE_DOCUMENTATION,
    remedy: {
      summary:
        'Write a README that says what the project does, why it exists, how to start, and where to get help.',
      template: README_TEMPLATE,
    },
    parameters: { minLength: 500, minSections: 2 },
    documents: { stems: ['readme'] },
    evaluate: evaluateReadme,
  },
  {
    id: 'maintained',
    category: 'discoverable',
    title: 'Maintained',
    why: 'Nobody wants to contribute to a project that is abandoned.',
    severity: 'high',
    guideline: scorecard('Maintained'),
    remedy: {
      summary:
        'Merge or answer what is waiting, release what is ready; or archive the repository if the project is over.',
    },
    parameters: { days: 180 },
    evaluate({ project, repository }, { now, parameters }) {
      const days = numberOf(parameters, 'days');
      if (repository.archived.known && repository.archived.value) {
        return fail('The repository is archived.');
      }
      const commits = repository.commits[project.path];
      const last = commits?.known
        ? commits.value.lastCommitAt
        : repository.pushedAt.known && repository.pushedAt.value;
      if (last === null) {
        return fail(
          project.path
            ? `There is no commit that touches ${project.path}.`
            : 'There is no commit.',
        );
      }
      const instant = last ? Date.parse(last) : NaN;
      if (!Number.isFinite(instant)) {
        return inconclusive(
          commits && !commits.known
            ? commits.reason
            : 'The date of the last change is not known.',
        );
      }
      const age = Math.max(0, Math.floor((now.getTime() - instant) / DAY));
      const seen = `The last ${commits?.known ? 'commit' : 'push'} was ${count(
        age,
        'day',
      )} ago, on ${new Date(instant).toISOString().slice(0, 10)}.`;
      if (age <= days) {
        return pass(seen);
      }
      return age <= 2 * days ? partial(0.5, seen) : fail(seen);
    },
  },
  {
    id: 'portal-metadata',
    category: 'discoverable',
    title: 'Portal metadata (innersource.json)',
    why: 'The file tells a portal why the project is worth a contribution, which kinds of help are wanted, and which skills they need.',
    severity: 'low',
    guideline: PORTAL,
    remedy: {
      summary:
        'Add an innersource.json with motivation, contributions and skills.',
      template: INNERSOURCE_JSON,
    },
    documents: { names: ['innersource.json'] },
    evaluate(facts) {
      const found = findDocument(facts, PORTAL_METADATA);
      if (found.status !== 'found') {
        return notFound(found, ['innersource.json']);
      }
      const { path } = found.document;
      const { metadata, problems, readable } = parsePortalMetadata(
        found.document,
      );
      const complaints = problems.map(message => ({ path, message }));
      if (!readable) {
        return fail(...complaints);
      }
      if (complaints.length) {
        return partial(0.5, ...complaints);
      }
      const given = Object.keys(metadata);
      return metadata.motivation || metadata.contributions || metadata.skills
        ? pass({ path, message: `It is valid and gives ${given.join(', ')}.` })
        : partial(0.5, {
            path,
            message:
              'It is valid, and has none of motivation, contributions and skills.',
          });
    },
  },
];

function evaluateReadme(
  facts: ProjectFacts,
  { parameters }: Parameters<CheckDefinition['evaluate']>[1],
): CheckOutcome {
  const minLength = numberOf(parameters, 'minLength');
  const minSections = numberOf(parameters, 'minSections');
  const found = findDocument(facts, { ...README, scopes: ['project'] });
  if (found.status !== 'found') {
    const shared = facts.project.path
      ? findDocument(facts, { ...README, scopes: ['repository'] })
      : undefined;
    return found.status === 'absent' && shared?.status === 'found'
      ? partial(0.3, {
          path: shared.document.path,
          message: `${facts.project.path} has no README of its own, only the repository has.`,
        })
      : notFound(found, ['README']);
  }
  const { document } = found;
  const { path } = document;
  if (document.binary) {
    return fail({ path, message: `${path} is not a text file.` });
  }
  const parsed = parseDocument(document);
  const length = proseLengthOf(allBlocks(parsed));
  const sections = sectionsOf(parsed).length;
  const seen = {
    path,
    message: `${path} has ${count(length, 'character')} of text in ${count(
      sections,
      'section',
    )}${
      document.truncated
        ? ` within the part that was read of ${formatNumber(
            document.size,
          )} bytes`
        : ''
    }.`,
  };
  if (length >= minLength && sections >= minSections) {
    return pass(seen);
  }
  const asked = {
    message: `At least ${minLength} characters and ${count(
      minSections,
      'section',
    )} are asked for.`,
  };
  return length < minLength / 10
    ? fail(seen, asked)
    : partial(
        0.25 +
          0.4 * Math.min(1, length / minLength) +
          0.25 * Math.min(1, sections / Math.max(1, minSections)),
        seen,
        asked,
      );
}

function isPlaceholder(
  text: string,
  { name, title }: ProjectFacts['catalog'],
): boolean {
  const normalised = normaliseText(text);
  return (
    PLACEHOLDERS.has(normalised) ||
    normalised === normaliseText(name) ||
    normalised === normaliseText(title ?? '')
  );
}
