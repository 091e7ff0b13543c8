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

import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  CHECK_CATEGORIES,
  DEFAULT_GRADES,
  GOVERNANCE_LEVELS,
  GovernanceLevel,
  Severity,
} from '../../model';
import { builtInChecks } from '../catalogue';
import { compileDocumentCheck } from '../rules/evaluate';
import { CheckDefinition, CheckParameters } from '../definition';
import { assertUniqueIds } from './resolveChecks';
import {
  CheckSettings,
  EvaluationSettings,
  ExemptionRule,
  ProjectFilter,
} from './types';

const ROOT = 'innersource';

const text = z.string().trim().min(1).max(2_000);
const texts = z.array(text).min(1).max(200);
const oneOrMore = z
  .union([text, texts])
  .transform(value => (typeof value === 'string' ? [value] : value));
const severity = z.enum([
  'critical',
  'high',
  'medium',
  'low',
] as const satisfies readonly Severity[]);
const level = z.enum(
  GOVERNANCE_LEVELS as readonly [GovernanceLevel, ...GovernanceLevel[]],
);
const levels = z.array(level).min(1);
const checkId = z
  .string()
  .max(100)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Must be in kebab-case, e.g. my-check',
  );
const day = z.iso.date({ error: 'Must be a day of the form YYYY-MM-DD' });

const checkConfig = z.strictObject({
  enabled: z.boolean().optional(),
  severity: severity.optional(),
  weight: z.number().min(0).max(100).optional(),
  levels: levels.optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const filterFields = [
  'kind',
  'namespace',
  'type',
  'lifecycle',
  'owner',
  'tag',
  'system',
  'domain',
  'repository',
] as const satisfies ReadonlyArray<keyof ProjectFilter>;

const filter = z
  .strictObject(
    Object.fromEntries(
      filterFields.map(field => [field, oneOrMore.optional()]),
    ) as Record<(typeof filterFields)[number], z.ZodOptional<typeof oneOrMore>>,
  )
  .refine(value => Object.values(value).some(Boolean), {
    error: `Must name at least one of ${filterFields.join(', ')}`,
  });

const exemption = z
  .strictObject({
    entity: text.optional(),
    filter: filter.optional(),
    check: oneOrMore,
    reason: text,
    expires: day.optional(),
  })
  .refine(value => Boolean(value.entity) !== Boolean(value.filter), {
    error: "Must have either 'entity' or 'filter'",
  });

const grade = z.strictObject({
  grade: z.string().trim().min(1).max(20),
  from: z.number().min(0).max(100),
});

const internalLicense = z.strictObject({
  id: z
    .string()
    .max(100)
    .regex(
      /^LicenseRef-[A-Za-z0-9.-]+$/,
      'Must be of the form LicenseRef-Name',
    ),
  name: text,
  phrases: z.array(z.string().trim().min(10).max(2_000)).min(1).max(50),
});

const webUrl = z.url({
  protocol: /^https?$/,
  error: 'Must be an http or https URL',
});

const contentRule = z
  .strictObject({
    minLength: z.number().min(1).max(1_000_000).optional(),
    section: texts.optional(),
    phrases: texts.optional(),
    frontMatter: texts.optional(),
    links: texts.optional(),
  })
  .refine(
    ({ minLength, section, phrases, frontMatter, links }) => {
      const kinds = [section, phrases, frontMatter, links].filter(Boolean);
      return (
        kinds.length === 1 || (kinds.length === 0 && minLength !== undefined)
      );
    },
    {
      error:
        "Must have exactly one of 'section', 'phrases', 'frontMatter' and 'links', or 'minLength' alone",
    },
  )
  .refine(
    ({ minLength, phrases, frontMatter, links }) =>
      minLength === undefined || !(phrases ?? frontMatter ?? links),
    { error: "'minLength' goes with 'section' or stands alone" },
  );

const relativePaths = oneOrMore.refine(
  paths => paths.every(path => !path.split('/').includes('..')),
  { error: "Must not contain '..'" },
);

const documentRule = z
  .strictObject({
    document: relativePaths.optional(),
    directory: relativePaths.optional(),
    ownPathOnly: z.boolean().optional(),
    allOf: z.array(contentRule).min(1).max(50).optional(),
  })
  .refine(({ document, directory }) => Boolean(document ?? directory), {
    error: "Must have 'document' or 'directory'",
  })
  .refine(({ directory, allOf }) => !(directory && allOf), {
    error: "'allOf' goes with 'document' only",
  });

const customCheck = z.strictObject({
  id: checkId,
  category: z.enum(CHECK_CATEGORIES),
  title: text,
  why: text,
  severity,
  guideline: z.strictObject({ name: text, url: webUrl }),
  remedy: z.strictObject({
    summary: text,
    url: webUrl.optional(),
    template: z
      .strictObject({
        path: text,
        content: z.string().min(1).max(20_000),
      })
      .optional(),
  }),
  levels: levels.optional(),
  anyOf: z.array(documentRule).min(1).max(50),
});

const evaluationConfig = z.object({
  checks: z.record(z.string(), checkConfig).optional(),
  customChecks: z.array(customCheck).max(200).optional(),
  grades: z.array(grade).min(1).max(20).optional(),
  exemptions: z.array(exemption).max(10_000).optional(),
  defaultGovernanceLevel: level.optional(),
  internalLicenses: z.array(internalLicense).max(100).optional(),
  activity: z
    .strictObject({ variant: z.enum(['pattern', 'continuous']).optional() })
    .optional(),
});

/**
 * Reads the settings of the evaluation from what stands below `innersource` in
 * `app-config.yaml`. Everything is optional; keys of others are ignored.
 *
 * @param config - the value of the key `innersource`, or undefined
 * @param options - `additionalChecks`: checks of other modules, whose ids and
 * parameters may be configured, too
 * @throws InputError naming the exact key and the reason
 *
 * @public
 */
export function parseEvaluationSettings(
  config: unknown,
  options: { additionalChecks?: readonly CheckDefinition[] } = {},
): EvaluationSettings {
  const parsed = evaluationConfig.safeParse(config ?? {});
  if (!parsed.success) {
    throw new InputError(describeIssues(parsed.error.issues));
  }
  const given = parsed.data;
  const customChecks = (given.customChecks ?? []).map(compileDocumentCheck);
  const known = [
    ...builtInChecks,
    ...(options.additionalChecks ?? []),
    ...customChecks,
  ];
  assertUniqueIds(known);
  const byId = new Map(known.map(check => [check.id, check]));

  return {
    checks: Object.fromEntries(
      Object.entries(given.checks ?? {}).map(([id, value]) => [
        id,
        toCheckSettings(value, requireCheck(byId, id, `checks.${id}`)),
      ]),
    ),
    customChecks,
    grades: toGrades(given.grades),
    exemptions: (given.exemptions ?? []).map((value, index) =>
      toExemptionRule(value, byId, `exemptions[${index}]`),
    ),
    defaultLevel: given.defaultGovernanceLevel ?? 'contributions-welcome',
    internalLicenses: given.internalLicenses ?? [],
    activityVariant: given.activity?.variant ?? 'pattern',
  };
}

function toCheckSettings(
  given: z.output<typeof checkConfig>,
  check: CheckDefinition,
): CheckSettings {
  const parameters: Record<string, CheckParameters[string]> = {};
  for (const [name, value] of Object.entries(given.parameters ?? {})) {
    const key = `checks.${check.id}.parameters.${name}`;
    const fallback =
      check.parameters && Object.hasOwn(check.parameters, name)
        ? check.parameters[name]
        : undefined;
    if (fallback === undefined) {
      const names = Object.keys(check.parameters ?? {});
      throw wrong(
        key,
        names.length
          ? `the check has no such parameter; it has ${names.join(', ')}`
          : 'the check has no parameters',
      );
    }
    parameters[name] = toParameter(value, fallback, key);
  }
  return {
    enabled: given.enabled ?? true,
    ...(given.severity ? { severity: given.severity } : {}),
    ...(given.weight === undefined ? {} : { weight: given.weight }),
    ...(given.levels ? { levels: given.levels } : {}),
    parameters,
  };
}

function toParameter(
  value: unknown,
  fallback: CheckParameters[string],
  key: string,
): CheckParameters[string] {
  if (typeof fallback === 'number') {
    const number = z.number().min(0).max(1_000_000).safeParse(value);
    if (!number.success) {
      throw wrong(key, 'must be a number from 0 to 1000000');
    }
    return number.data;
  }
  if (typeof fallback === 'string') {
    const single = text.safeParse(value);
    if (!single.success) {
      throw wrong(key, 'must be a text of 1 to 2000 characters');
    }
    return single.data;
  }
  const list = texts.safeParse(value);
  if (list.success) {
    return list.data;
  }
  const addition = z.strictObject({ add: texts }).safeParse(value);
  if (addition.success) {
    return [...fallback, ...addition.data.add];
  }
  throw wrong(
    key,
    'must be a list of 1 to 200 texts, or { add: [...] } to add to the default list',
  );
}

function toGrades(
  given: z.output<typeof grade>[] | undefined,
): EvaluationSettings['grades'] {
  if (!given) {
    return DEFAULT_GRADES;
  }
  given.forEach(({ grade: name, from }, index) => {
    const previous = given[index - 1];
    if (previous && previous.from <= from) {
      throw wrong(
        `grades[${index}].from`,
        `must be less than ${previous.from}, where '${previous.grade}' starts: list the best grade first`,
      );
    }
    if (given.findIndex(other => other.grade === name) < index) {
      throw wrong(`grades[${index}].grade`, `there are two grades '${name}'`);
    }
  });
  if (given[given.length - 1].from !== 0) {
    throw wrong(
      `grades[${given.length - 1}].from`,
      'the last grade must start at 0, so that every score has a grade',
    );
  }
  return given;
}

function toExemptionRule(
  given: z.output<typeof exemption>,
  byId: ReadonlyMap<string, CheckDefinition>,
  key: string,
): ExemptionRule {
  given.check.forEach(id => requireCheck(byId, id, `${key}.check`));
  return {
    checks: given.check,
    reason: given.reason,
    ...(given.expires ? { expires: given.expires } : {}),
    ...(given.entity
      ? { entityRef: toEntityRef(given.entity, 'component', `${key}.entity`) }
      : {}),
    ...(given.filter
      ? {
          filter: {
            ...given.filter,
            ...(given.filter.owner
              ? {
                  owner: given.filter.owner.map(owner =>
                    toEntityRef(owner, 'group', `${key}.filter.owner`),
                  ),
                }
              : {}),
          },
        }
      : {}),
  };
}

function toEntityRef(ref: string, defaultKind: string, key: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    throw wrong(
      key,
      `'${ref}' is no entity ref, e.g. ${defaultKind}:default/name`,
    );
  }
}

function requireCheck(
  byId: ReadonlyMap<string, CheckDefinition>,
  id: string,
  key: string,
): CheckDefinition {
  const check = byId.get(id);
  if (!check) {
    throw wrong(
      key,
      `there is no check '${id}'; the checks are ${[...byId.keys()]
        .sort()
        .join(', ')}`,
    );
  }
  return check;
}

function wrong(key: string, reason: string): InputError {
  return new InputError(`Wrong configuration at ${ROOT}.${key}: ${reason}.`);
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .slice(0, 10)
    .map(issue => {
      const path = [
        ...issue.path,
        ...(issue.code === 'unrecognized_keys' ? [issue.keys[0]] : []),
      ];
      const reason =
        issue.code === 'unrecognized_keys'
          ? 'there is no such key; remove it or correct its name'
          : issue.message;
      return `Wrong configuration at ${formatPath(path)}: ${reason}.`;
    })
    .join(' ');
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    ROOT,
  );
}
