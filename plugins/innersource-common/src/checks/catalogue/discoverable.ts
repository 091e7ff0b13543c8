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

import { ProjectFacts, toTopic } from '../../model';
import { part, tell } from '../../texts';
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
import { fail, inconclusive, partial, pass } from '../outcomes';
import { excerpt, notFound } from '../rules/evaluate';
import { described } from './described';
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
    ...described('description'),
    category: 'discoverable',
    severity: 'medium',
    guideline: initialPattern('Improve Findability', 'improve-findability'),
    parameters: { minLength: 30 },
    evaluate({ catalog, repository }, { parameters }) {
      const minLength = numberOf(parameters, 'minLength');
      const candidates = [
        { text: catalog.description, place: 'catalog' as const },
        {
          text: repository.description.known
            ? repository.description.value
            : null,
          place: 'repository' as const,
        },
      ]
        .map(({ text, place }) => ({ text: text?.trim() ?? '', place }))
        .filter(({ text }) => text && !isPlaceholder(text, catalog))
        .sort((a, b) => b.text.length - a.text.length);
      const [best] = candidates;
      if (best && best.text.length >= minLength) {
        return pass(
          tell(`described-${best.place}`, { text: excerpt(best.text) }),
        );
      }
      if (!repository.description.known) {
        return inconclusive(
          best
            ? tell(`description-short-${best.place}`, {
                text: best.text,
                count: best.text.length,
                minimum: minLength,
              })
            : tell('no-catalog-description'),
          repository.description,
        );
      }
      return best
        ? partial(
            0.5,
            tell(`description-short-${best.place}`, {
              text: best.text,
              count: best.text.length,
              minimum: minLength,
            }),
          )
        : fail(tell('no-description'));
    },
  },
  {
    ...described('topics'),
    category: 'discoverable',
    severity: 'low',
    guideline: PORTAL,
    parameters: { minimum: 2 },
    evaluate({ catalog, repository }, { parameters }) {
      const minimum = numberOf(parameters, 'minimum');
      const topics = [
        ...new Set(
          [
            ...catalog.tags,
            ...(repository.topics.known ? repository.topics.value : []),
          ].map(toTopic),
        ),
      ];
      const seen = topics.length
        ? tell('topics', {
            count: topics.length,
            topics: excerpt(topics.join(', ')),
          })
        : tell('no-topics');
      if (topics.length >= minimum) {
        return pass(seen);
      }
      if (!repository.topics.known) {
        return inconclusive(
          tell('few-tags', { count: topics.length, minimum }),
          repository.topics,
        );
      }
      return topics.length
        ? partial(
            topics.length / minimum,
            tell('sentences', {
              first: seen.translatable,
              second: part('least-topics', { minimum }),
            }),
          )
        : fail(seen);
    },
  },
  {
    ...described('owner'),
    category: 'discoverable',
    severity: 'high',
    guideline: pattern('Core Team', 'core-team'),
    evaluate({ catalog: { owner } }) {
      if (!owner.known) {
        return inconclusive(owner);
      }
      if (!owner.value) {
        return fail(tell('no-owner'));
      }
      const { entityRef, kind, exists, memberCount } = owner.value;
      if (!exists) {
        return fail(tell('owner-missing', { owner: entityRef }));
      }
      if (kind === 'user') {
        return partial(0.5, tell('owner-person', { owner: entityRef }));
      }
      if (kind !== 'group') {
        return fail(tell('owner-kind', { owner: entityRef }));
      }
      return memberCount > 0
        ? pass(tell('owner-members', { owner: entityRef, count: memberCount }))
        : partial(0.25, tell('owner-empty', { owner: entityRef }));
    },
  },
  {
    ...described('visibility'),
    category: 'discoverable',
    severity: 'high',
    guideline: GITHUB_CONFIGURATION,
    evaluate({ repository: { visibility } }) {
      if (!visibility.known) {
        return inconclusive(visibility);
      }
      const seen = tell(`visibility-${visibility.value}`);
      return visibility.value === 'private' ? fail(seen) : pass(seen);
    },
  },
  {
    ...described('readme-substance', { template: README_TEMPLATE }),
    category: 'discoverable',
    severity: 'critical',
    guideline: BASE_DOCUMENTATION,
    parameters: { minLength: 500, minSections: 2 },
    documents: { stems: ['readme'] },
    evaluate: evaluateReadme,
  },
  {
    ...described('maintained'),
    category: 'discoverable',
    severity: 'high',
    guideline: scorecard('Maintained'),
    parameters: { days: 180 },
    evaluate({ project, repository }, { now, parameters }) {
      const days = numberOf(parameters, 'days');
      if (repository.archived.known && repository.archived.value) {
        return fail(tell('archived'));
      }
      const commits = repository.commits[project.path];
      const last = commits?.known
        ? commits.value.lastCommitAt
        : repository.pushedAt.known && repository.pushedAt.value;
      if (last === null) {
        return fail(
          project.path
            ? tell('no-commit-in-path', { path: project.path })
            : tell('no-commit'),
        );
      }
      const instant = last ? Date.parse(last) : NaN;
      if (!Number.isFinite(instant)) {
        return inconclusive(
          commits && !commits.known ? commits : tell('no-change-date'),
        );
      }
      const age = Math.max(0, Math.floor((now.getTime() - instant) / DAY));
      const seen = tell(commits?.known ? 'last-commit' : 'last-push', {
        count: age,
        date: { date: new Date(instant).toISOString().slice(0, 10) },
      });
      if (age <= days) {
        return pass(seen);
      }
      return age <= 2 * days ? partial(0.5, seen) : fail(seen);
    },
  },
  {
    ...described('portal-metadata', { template: INNERSOURCE_JSON }),
    category: 'discoverable',
    severity: 'low',
    guideline: PORTAL,
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
      const complaints = problems.map(problem => ({ path, ...problem }));
      if (!readable) {
        return fail(...complaints);
      }
      if (complaints.length) {
        return partial(0.5, ...complaints);
      }
      const given = Object.keys(metadata);
      return metadata.motivation || metadata.contributions || metadata.skills
        ? pass({ path, ...tell('metadata-gives', { keys: given }) })
        : partial(0.5, {
            path,
            ...tell('metadata-gives-nothing'),
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
          ...tell('readme-elsewhere', { path: facts.project.path }),
        })
      : notFound(found, ['README']);
  }
  const { document } = found;
  const { path } = document;
  if (document.binary) {
    return fail({ path, ...tell('not-text', { path }) });
  }
  const parsed = parseDocument(document);
  const length = proseLengthOf(allBlocks(parsed));
  const sections = sectionsOf(parsed).length;
  const figures = {
    path,
    count: length,
    sections: part('in-sections', { count: sections }),
  };
  const seen = {
    path,
    ...(document.truncated
      ? tell('readme-part-length', { ...figures, size: document.size })
      : tell('readme-length', figures)),
  };
  if (length >= minLength && sections >= minSections) {
    return pass(seen);
  }
  const asked = tell('least-readme', {
    minimum: minLength,
    sections: part('sections', { count: minSections }),
  });
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
