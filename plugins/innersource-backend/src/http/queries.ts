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
import {
  CHECK_CATEGORIES,
  CONTRIBUTION_WINDOWS,
  ContributionWindowDays,
  ExportQuery,
  GOVERNANCE_LEVELS,
  GovernanceLevel,
  HelpWantedQuery,
  ListProjectsQuery,
  ProgramProjectOrder,
} from '@ispo/backstage-plugin-innersource-common';
import { z } from 'zod';

/** A parameter that may be given several times. */
const values = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat())
  .pipe(z.array(z.string().min(1).max(767)).max(100));

const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform(value => value === true || value === 'true');

const level = z.custom<GovernanceLevel>(
  value => GOVERNANCE_LEVELS.some(known => known === value),
  `must be one of ${GOVERNANCE_LEVELS.join(', ')}`,
);

/** Filters that lists of projects share; extend it for other lists. */
export const projectFilterShape = {
  search: z.string().max(500).optional(),
  owner: values.optional(),
  language: values.optional(),
  topic: values.optional(),
  skill: values.optional(),
  grade: values.optional(),
  level: values.pipe(z.array(level)).optional(),
  helpWanted: flag.optional(),
  innerSourceOnly: flag.optional(),
};

/** Limit and cursor that lists share. */
export const pageShape = {
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().min(1).max(2000).optional(),
};

const orderBy = z
  .enum([
    'activity',
    'readiness',
    '-readiness',
    'name',
    'newest',
    'evaluated',
    'most-helped',
    'fastest-answers',
  ])
  .optional();

const discoverShape = {
  ...projectFilterShape,
  contribution: values.optional(),
  division: values.optional(),
  answersWithinHours: z.coerce.number().int().min(1).max(8_760).optional(),
  mine: flag.optional(),
};

const listQuery = z.object({
  ...discoverShape,
  ...pageShape,
  orderBy,
  facets: flag.optional(),
});

const exportQuery = z.object({ ...discoverShape, orderBy });

const suggestionsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(6),
});

const { helpWanted: _, ...issueFilterShape } = discoverShape;

const helpWantedQuery = z.object({
  ...issueFilterShape,
  ...pageShape,
  label: values.optional(),
  facets: flag.optional(),
  orderBy: z.enum(['newest', 'oldest', 'fewest-comments']).optional(),
});

const contributionWindow = z
  .union([z.number(), z.string().regex(/^\d{1,4}$/)])
  .transform(Number)
  .pipe(
    z.custom<ContributionWindowDays>(
      value => CONTRIBUTION_WINDOWS.some(days => days === value),
      `must be one of ${CONTRIBUTION_WINDOWS.join(', ')}`,
    ),
  )
  .default(90);

const programShape = {
  scope: z.string().min(1).max(767).optional(),
  window: contributionWindow,
};

const programPageShape = {
  ...programShape,
  limit: z.coerce.number().int().min(1).max(200).optional(),
  /** Where the page before ended: lists of the program are short. */
  cursor: z.coerce.number().int().min(0).max(1_000_000).optional(),
};

const flowLevel = z.enum(['team', 'division']).default('team');

const programQuery = z.object(programShape);

const programPageQuery = z.object(programPageShape);

const PROJECT_ORDERS: readonly ProgramProjectOrder[] = [
  'name',
  'readiness',
  '-readiness',
  ...CHECK_CATEGORIES,
  ...CHECK_CATEGORIES.map(category => `-${category}` as const),
];

const programProjectsQuery = z.object({
  ...programPageShape,
  orderBy: z
    .custom<ProgramProjectOrder>(
      value => PROJECT_ORDERS.some(known => known === value),
      `must be one of ${PROJECT_ORDERS.join(', ')}`,
    )
    .default('readiness'),
});

const flowsQuery = z.object({ ...programShape, level: flowLevel });

const flowProjectsQuery = z.object({
  ...programPageShape,
  level: flowLevel,
  from: z.string().min(1).max(767),
  to: z.string().min(1).max(767),
});

const day = z.iso.date('must be a day such as 2026-01-31');

const historyQuery = z.object({ from: day.optional(), to: day.optional() });

const byRefsBody = z.object({
  entityRefs: z.array(z.string().min(1).max(767)).max(500),
});

/** @throws InputError naming the parameter and the reason. */
export function parseListQuery(query: unknown): ListProjectsQuery {
  return parseInput(listQuery, query);
}

/** @throws InputError naming the parameter and the reason. */
export function parseExportQuery(query: unknown): ExportQuery {
  return parseInput(exportQuery, query);
}

/** @throws InputError naming the parameter and the reason. */
export function parseSuggestionsQuery(query: unknown): { limit: number } {
  return parseInput(suggestionsQuery, query);
}

/** @throws InputError naming the parameter and the reason. */
export function parseHelpWantedQuery(query: unknown): HelpWantedQuery {
  return parseInput(helpWantedQuery, query);
}

/** @throws InputError naming the parameter and the reason. */
export function parseHistoryQuery(query: unknown): {
  from?: string;
  to?: string;
} {
  return parseInput(historyQuery, query);
}

/** @throws InputError naming the field and the reason. */
export function parseByRefsBody(body: unknown): { entityRefs: string[] } {
  return parseInput(byRefsBody, body);
}

/** @throws InputError naming the parameter and the reason. */
export function parseProgramQuery(query: unknown) {
  const { window, ...rest } = parseInput(programQuery, query);
  return { ...rest, days: window };
}

/** @throws InputError naming the parameter and the reason. */
export function parseProgramPageQuery(query: unknown) {
  const { window, ...rest } = parseInput(programPageQuery, query);
  return { ...rest, days: window };
}

/** @throws InputError naming the parameter and the reason. */
export function parseProgramProjectsQuery(query: unknown) {
  const { window, ...rest } = parseInput(programProjectsQuery, query);
  return rest;
}

/** @throws InputError naming the parameter and the reason. */
export function parseFlowsQuery(query: unknown) {
  const { window, ...rest } = parseInput(flowsQuery, query);
  return { ...rest, days: window };
}

/** @throws InputError naming the parameter and the reason. */
export function parseFlowProjectsQuery(query: unknown) {
  const { window, ...rest } = parseInput(flowProjectsQuery, query);
  return { ...rest, days: window };
}

/**
 * Reads what a caller sent.
 *
 * @throws InputError naming the parameter and the reason.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `Wrong value for ${issue.path.join('.') || 'the request'}: ${
        issue.message
      }. Correct it and try again.`,
    );
  }
  return parsed.data;
}
