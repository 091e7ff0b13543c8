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

import { Told } from './message';
import { GovernanceLevel } from './project';

/**
 * The six categories of checks, in the order in which they are shown.
 *
 * @public
 */
export const CHECK_CATEGORIES = [
  'discoverable',
  'understandable',
  'contributable',
  'governed',
  'responsive',
  'reusable',
] as const;

/**
 * A category of checks.
 *
 * @public
 */
export type CheckCategory = (typeof CHECK_CATEGORIES)[number];

/**
 * How much a check matters. Weights follow OpenSSF Scorecard's risk levels.
 *
 * @public
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/**
 * Weight per severity: critical 10, high 7.5, medium 5, low 2.5 (OpenSSF Scorecard).
 *
 * @public
 */
export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 7.5,
  medium: 5,
  low: 2.5,
};

/**
 * Outcome of a check. `unknown`, `not-applicable` and `exempt` never count
 * against a project.
 *
 * @public
 */
export type CheckStatus =
  | 'pass'
  | 'partial'
  | 'fail'
  | 'unknown'
  | 'not-applicable'
  | 'exempt';

/**
 * What a check saw, and where.
 *
 * @public
 */
export interface Evidence extends Told {
  /** File in the repository. */
  path?: string;
  /** First line of what was seen, from 1. */
  line?: number;
  url?: string;
}

/**
 * A file that can be pasted into a repository.
 *
 * @public
 */
export interface RemedyTemplate {
  /** Suggested path, e.g. `CONTRIBUTING.md`. */
  path: string;
  content: string;
}

/**
 * What to do about a check that does not pass.
 *
 * @public
 */
export interface Remedy {
  /** One or two sentences in the imperative. */
  summary: string;
  template?: RemedyTemplate;
  /** Page with more. */
  url?: string;
}

/**
 * The InnerSource pattern or guideline a check stands on.
 *
 * @public
 */
export interface Guideline {
  name: string;
  url: string;
}

/**
 * An administrator's decision that a check shall not count for a project.
 *
 * @public
 */
export interface Exemption {
  reason: string;
  /** Last day on which it holds, `YYYY-MM-DD` (UTC); without it, for good. */
  expires?: string;
}

/**
 * The result of one check for one project.
 *
 * @public
 */
export interface CheckResult {
  /** Stable, kebab-case, e.g. `contributing-guide`. */
  id: string;
  category: CheckCategory;
  title: string;
  /** Why it matters, one or two sentences. */
  why: string;
  severity: Severity;
  /** Weight in the profile in force. */
  weight: number;
  status: CheckStatus;
  /** 0 to 1 for pass, partial and fail; null otherwise. */
  score: number | null;
  evidence: Evidence[];
  guideline: Guideline;
  /** Present unless the check passes or does not apply. */
  remedy?: Remedy;
  exemption?: Exemption;
}

/**
 * Readiness in one category.
 *
 * @public
 */
export interface CategoryScore {
  category: CheckCategory;
  /** 0 to 100, or null when nothing was conclusive. */
  score: number | null;
  passed: number;
  /** Conclusive checks: pass, partial, fail. */
  conclusive: number;
  /** All checks of the category, whatever their status. */
  total: number;
}

/**
 * One remedy on the way to a better grade.
 *
 * @public
 */
export interface GradeStep {
  checkId: string;
  /** Points of readiness gained by making this check pass. */
  gain: number;
}

/**
 * The shortest list of remedies that reaches the next grade.
 *
 * @public
 */
export interface NextGrade {
  grade: string;
  /** Readiness at which the grade starts. */
  threshold: number;
  /** Readiness once all steps are done. */
  scoreAfter: number;
  /** Fewest steps that suffice; among equals the ones that gain most, largest first. */
  steps: GradeStep[];
}

/**
 * How well a project is prepared for contributors.
 *
 * Readiness is Σ weight·score ÷ Σ weight over conclusive, applicable checks, in
 * points from 0 to 100 (the aggregation of OpenSSF Scorecard).
 *
 * @public
 */
export interface Readiness {
  /** 0 to 100 with one decimal; null when nothing was conclusive. */
  score: number | null;
  /** Null when there is no score. */
  grade: string | null;
  categories: CategoryScore[];
  /** Null at the best grade or without a score. */
  nextGrade: NextGrade | null;
  /** Sum of the weights that were conclusive, divided by all that apply, 0 to 1. */
  coverage: number;
}

/**
 * A grade and the readiness at which it starts.
 *
 * @public
 */
export interface GradeThreshold {
  grade: string;
  /** 0 to 100. */
  from: number;
}

/**
 * A ≥ 90, B ≥ 75, C ≥ 60, D ≥ 45, else F.
 *
 * @public
 */
export const DEFAULT_GRADES: readonly GradeThreshold[] = [
  { grade: 'A', from: 90 },
  { grade: 'B', from: 75 },
  { grade: 'C', from: 60 },
  { grade: 'D', from: 45 },
  { grade: 'F', from: 0 },
];

/**
 * The governance level that was evaluated and how it was found.
 *
 * @public
 */
export interface LevelInForce {
  level: GovernanceLevel;
  declaredBy: 'annotation' | 'innersource.json' | 'default';
}
