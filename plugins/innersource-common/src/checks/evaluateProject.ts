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

import {
  CheckResult,
  createSkillSpeller,
  Evidence,
  Evaluation,
  EvaluationFacts,
  LevelInForce,
  ProjectFacts,
  RemedyTemplate,
  toTopic,
  unknown,
} from '../model';
import { tell } from '../texts';
import { activityOf, computeReadiness, participation } from '../scoring';
import { CheckDefinition, CheckOutcome } from './definition';
import { joinPath } from './documents/fileNames';
import { DocumentLookup, findDocument } from './documents/lookup';
import { findTrustedCommitters } from './documents/people';
import { licenseOf } from './documents/license';
import { readPortalMetadata } from './documents/portalMetadata';
import { CONTRIBUTING } from './documents/read';
import { findExemptions } from './exemptions';
import { profileOf, resolveLevel } from './profiles';
import { EvaluationSettings } from './settings/types';

/** Most authors that are kept beside an evaluation. */
const MAX_AUTHORS = 25;

/** Most pieces of evidence of one check, and the longest message. */
const MAX_EVIDENCE = 20;
const MAX_MESSAGE = 500;

/**
 * Evaluates one project: runs the checks over its facts and computes readiness and
 * activity.
 *
 * Pure and deterministic: the same facts, options and instant give the same
 * evaluation. Never throws for any facts; a check whose code fails is `unknown`
 * with that as its evidence.
 *
 * @param options - `checks` as given by {@link resolveChecks}
 *
 * @public
 */
export function evaluateProject(
  facts: ProjectFacts,
  options: {
    settings: EvaluationSettings;
    checks: readonly CheckDefinition[];
    now: Date;
  },
): Evaluation {
  const { settings, now } = options;
  const metadata = readPortalMetadata(facts);
  const kept = keptFacts(facts, settings, now);
  const skills = metadata?.metadata.skills?.map(
    createSkillSpeller(kept.languages),
  );
  const spell = createSkillSpeller(kept.languages, skills);
  const level = resolveLevel({
    annotation: facts.catalog.governanceLevelAnnotation,
    metadata: metadata?.metadata.governanceLevel,
    defaultLevel: settings.defaultLevel,
  });
  const results = options.checks
    .filter(({ id }) => settings.checks[id]?.enabled !== false)
    .map(check => runCheck(check, facts, level, settings, now));
  const contributing = findDocument(facts, CONTRIBUTING);
  const description = descriptionOf(facts);
  return {
    project: facts.project,
    evaluatedAt: now.toISOString(),
    level,
    readiness: computeReadiness(results, settings.grades),
    results,
    activity: activityOf(
      facts,
      {
        description,
        motivation: metadata?.metadata.motivation,
        guidelines:
          contributing.status === 'found' || contributing.status === 'unread',
      },
      { now, variant: settings.activityVariant },
    ),
    facts: {
      ...kept,
      starterIssues: kept.starterIssues.map(issue =>
        issue.skills ? { ...issue, skills: issue.skills.map(spell) } : issue,
      ),
      description,
      metadata: { ...metadata?.metadata, ...(skills && { skills }) },
      contributingPath: pathInRepository(contributing),
    },
  };
}

function runCheck(
  check: CheckDefinition,
  facts: ProjectFacts,
  { level }: LevelInForce,
  settings: EvaluationSettings,
  now: Date,
): CheckResult {
  const checkSettings = settings.checks[check.id];
  const profile = profileOf(check, level, checkSettings);
  const outcome = profile.applies
    ? outcomeOf(check, facts, {
        now,
        parameters: { ...check.parameters, ...checkSettings?.parameters },
        internalLicenses: settings.internalLicenses,
      })
    : notApplicableAt(level);
  const result: CheckResult = {
    id: check.id,
    category: check.category,
    title: check.title,
    why: check.why,
    severity: profile.severity,
    weight: profile.weight,
    status: outcome.status,
    score: scoreOf(outcome),
    evidence: outcome.evidence.slice(0, MAX_EVIDENCE).map(shorten),
    guideline: check.guideline,
  };
  if (result.status !== 'pass' && result.status !== 'not-applicable') {
    const remedy = outcome.remedy ?? check.remedy;
    result.remedy = remedy.template
      ? { ...remedy, template: fillTemplate(remedy.template, facts) }
      : remedy;
    const { inForce, expired } = findExemptions(
      check.id,
      facts,
      settings.exemptions,
      now,
    );
    if (inForce) {
      result.status = 'exempt';
      result.score = null;
      result.exemption = {
        reason: inForce.reason,
        ...(inForce.expires ? { expires: inForce.expires } : {}),
      };
    } else if (expired?.expires) {
      result.evidence.push(
        tell('exemption-expired', { date: { date: expired.expires } }),
      );
    }
  }
  return result;
}

function outcomeOf(
  check: CheckDefinition,
  facts: ProjectFacts,
  context: Parameters<CheckDefinition['evaluate']>[1],
): CheckOutcome {
  try {
    return check.evaluate(facts, context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    return {
      status: 'unknown',
      evidence: [tell('check-failed', { reason })],
    };
  }
}

function notApplicableAt(level: string): CheckOutcome {
  return {
    status: 'not-applicable',
    evidence: [tell('not-at-level', { level })],
  };
}

function scoreOf({ status, score }: CheckOutcome): number | null {
  switch (status) {
    case 'pass':
      return 1;
    case 'fail':
      return 0;
    case 'partial':
      return Number.isFinite(score)
        ? Math.min(0.99, Math.max(0.01, score ?? 0.5))
        : 0.5;
    default:
      return null;
  }
}

function shorten(evidence: Evidence): Evidence {
  if (evidence.message.length <= MAX_MESSAGE) {
    return evidence;
  }
  const { translatable: _, message, ...place } = evidence;
  return { ...place, message: `${message.slice(0, MAX_MESSAGE - 1)}…` };
}

function fillTemplate(
  template: RemedyTemplate,
  { catalog, repository, project }: ProjectFacts,
): RemedyTemplate {
  const owner = catalog.owner.known
    ? catalog.owner.value?.entityRef
    : undefined;
  const values: Record<string, string> = {
    project: catalog.title ?? catalog.name,
    owner: owner?.slice(owner.lastIndexOf('/') + 1) ?? 'your-team',
    repository: repository.repository.url,
  };
  const json = template.path.endsWith('.json');
  return {
    // What hosts read from .github they read from the root alone.
    path: template.path.startsWith('.github/')
      ? template.path
      : joinPath(project.path, template.path),
    content: template.content.replace(
      /\{\{(project|owner|repository)\}\}/g,
      (_, key: string) =>
        json ? JSON.stringify(values[key]).slice(1, -1) : values[key],
    ),
  };
}

function pathInRepository(lookup: DocumentLookup): string | null {
  switch (lookup.status) {
    case 'found':
      return lookup.scope === 'organisation' ? null : lookup.document.path;
    case 'unread':
      return lookup.path;
    default:
      return null;
  }
}

function descriptionOf({ catalog, repository }: ProjectFacts): string | null {
  return (
    catalog.description ||
    (repository.description.known ? repository.description.value : null) ||
    null
  );
}

function keptFacts(
  facts: ProjectFacts,
  settings: EvaluationSettings,
  now: Date,
): Omit<EvaluationFacts, 'description' | 'metadata' | 'contributingPath'> {
  const { repository, catalog, project } = facts;
  const commits =
    repository.commits[project.path] ?? unknown(tell('history-unread'));
  return {
    source: repository.source,
    observedAt: repository.observedAt,
    headCommit: repository.headCommit,
    createdAt: repository.createdAt,
    defaultBranch: repository.defaultBranch,
    topics: [
      ...new Set(
        [
          ...(repository.topics.known ? repository.topics.value : []),
          ...catalog.tags,
        ].map(toTopic),
      ),
    ],
    visibility: repository.visibility,
    archived: repository.archived,
    license: licenseOf(facts, settings.internalLicenses),
    languages: repository.languages.known ? repository.languages.value : [],
    latestRelease: repository.releases.known
      ? { known: true, value: repository.releases.value[0] ?? null }
      : repository.releases,
    stars: repository.stars,
    forks: repository.forks,
    openIssues: repository.openIssues,
    starterIssues: repository.starterIssues.known
      ? repository.starterIssues.value
      : [],
    commits: commits.known
      ? {
          known: true,
          value: {
            ...commits.value,
            authors: commits.value.authors.slice(0, MAX_AUTHORS),
          },
        }
      : commits,
    participation: commits.known
      ? participation(commits.value.weeks, now)
      : null,
    trustedCommitters: findTrustedCommitters(facts).map(({ name }) => name),
  };
}
