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
  CategoryScore,
  CHECK_CATEGORIES,
  CheckResult,
  GradeThreshold,
  NextGrade,
  Readiness,
} from '../model';
import { gradeOf } from './grades';

/**
 * What arithmetic needs to know of a check's result; `score` is 0 to 1.
 *
 * @public
 */
export type Scored = Pick<
  CheckResult,
  'id' | 'category' | 'status' | 'weight'
> & {
  score: number | null;
};

/**
 * Readiness, category scores, grade, coverage and the way to the next grade.
 *
 * Readiness is Σ weight·score ÷ Σ weight over conclusive results (pass, partial,
 * fail), in points from 0 to 100 with one decimal: the aggregation of OpenSSF
 * Scorecard. `unknown`, `not-applicable` and `exempt` results count neither for
 * nor against; without any conclusive weight there is no score.
 *
 * @param results - one per check
 * @param grades - best grade first
 *
 * @public
 */
export function computeReadiness(
  results: readonly Scored[],
  grades: readonly GradeThreshold[],
): Readiness {
  const score = scoreOf(results);
  return {
    score,
    grade: gradeOf(score, grades),
    categories: CHECK_CATEGORIES.map(category =>
      categoryScore(
        category,
        results.filter(result => result.category === category),
      ),
    ),
    nextGrade: findNextGrade(results, grades),
    coverage: coverageOf(results),
  };
}

/**
 * The shortest list of remedies that reaches the next better grade.
 *
 * Making a conclusive check pass leaves the divisor Σ weight unchanged, so gains
 * add up, and taking the largest gains first gives the fewest steps and, among
 * lists of that length, the largest gain. Checks that are unknown are no steps:
 * what they would turn out to be, and so the divisor, is not known.
 *
 * @returns null at the best grade or without a score
 *
 * @public
 */
export function findNextGrade(
  results: readonly Scored[],
  grades: readonly GradeThreshold[],
): NextGrade | null {
  const score = scoreOf(results);
  if (score === null) {
    return null;
  }
  const current = grades.findIndex(({ from }) => score >= from);
  const next = grades[(current < 0 ? grades.length : current) - 1];
  if (!next) {
    return null;
  }
  const conclusive = results.filter(isConclusive);
  const divisor = sum(conclusive.map(({ weight }) => weight));
  const candidates = conclusive
    .map(result => ({
      checkId: result.id,
      gain: (100 * result.weight * (1 - (result.score ?? 0))) / divisor,
    }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
  const done = new Set<string>();
  const steps: NextGrade['steps'] = [];
  let scoreAfter = score;
  for (const { checkId, gain } of candidates) {
    done.add(checkId);
    steps.push({ checkId, gain: round(gain) });
    scoreAfter =
      scoreOf(
        conclusive.map(result =>
          done.has(result.id)
            ? { ...result, status: 'pass', score: 1 }
            : result,
        ),
      ) ?? score;
    if (scoreAfter >= next.from) {
      return { grade: next.grade, threshold: next.from, scoreAfter, steps };
    }
  }
  return null;
}

function categoryScore(
  category: CategoryScore['category'],
  results: readonly Scored[],
): CategoryScore {
  return {
    category,
    score: scoreOf(results),
    passed: results.filter(({ status }) => status === 'pass').length,
    conclusive: results.filter(isConclusive).length,
    total: results.length,
  };
}

function scoreOf(results: readonly Scored[]): number | null {
  const conclusive = results.filter(isConclusive);
  const divisor = sum(conclusive.map(({ weight }) => weight));
  if (!(divisor > 0)) {
    return null;
  }
  const points = sum(
    conclusive.map(({ weight, score }) => weight * (score ?? 0)),
  );
  return Math.min(100, Math.max(0, round((100 * points) / divisor)));
}

function coverageOf(results: readonly Scored[]): number {
  const applicable = results.filter(
    result => isConclusive(result) || result.status === 'unknown',
  );
  const all = sum(applicable.map(({ weight }) => weight));
  const seen = sum(applicable.filter(isConclusive).map(r => r.weight));
  return all > 0 ? seen / all : 0;
}

function isConclusive({ status }: Scored): boolean {
  return status === 'pass' || status === 'partial' || status === 'fail';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
