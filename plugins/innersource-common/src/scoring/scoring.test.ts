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

import { CheckStatus, DEFAULT_GRADES, known, unknown } from '../model';
import {
  commits,
  NOW,
  projectFacts,
} from '../checks/__fixtures__/projectFacts';
import { activityLabel, activityOf, repositoryActivityScore } from './activity';
import { gradeOf } from './grades';
import { participation } from './participation';
import { computeReadiness, findNextGrade } from './readiness';

type Result = Parameters<typeof computeReadiness>[0][number];

function result(
  id: string,
  status: CheckStatus,
  weight: number,
  score: number | null = null,
  category: Result['category'] = 'discoverable',
): Result {
  const scores: Partial<Record<CheckStatus, number>> = { pass: 1, fail: 0 };
  return { id, status, weight, score: scores[status] ?? score, category };
}

describe('computeReadiness', () => {
  it('weighs conclusive results only', () => {
    const readiness = computeReadiness(
      [
        result('a', 'pass', 10),
        result('b', 'partial', 5, 0.5),
        result('c', 'fail', 2.5, null, 'governed'),
        result('d', 'unknown', 7.5),
        result('e', 'not-applicable', 10),
        result('f', 'exempt', 10),
      ],
      DEFAULT_GRADES,
    );
    // (10 + 5 · 0.5) / 17.5
    expect(readiness.score).toBe(71.4);
    expect(readiness.grade).toBe('C');
    // 17.5 of 25 that apply
    expect(readiness.coverage).toBeCloseTo(0.7);
    expect(readiness.categories.slice(0, 2)).toEqual([
      {
        category: 'discoverable',
        score: 83.3,
        passed: 1,
        conclusive: 2,
        total: 5,
      },
      {
        category: 'understandable',
        score: null,
        passed: 0,
        conclusive: 0,
        total: 0,
      },
    ]);
    expect(readiness.categories[3]).toMatchObject({ score: 0, total: 1 });
  });

  it('has no score without anything conclusive', () => {
    expect(
      computeReadiness(
        [result('a', 'unknown', 10), result('b', 'pass', 0)],
        DEFAULT_GRADES,
      ),
    ).toMatchObject({ score: null, grade: null, nextGrade: null, coverage: 0 });
    expect(computeReadiness([], DEFAULT_GRADES)).toMatchObject({
      score: null,
      coverage: 0,
    });
  });
});

describe('gradeOf', () => {
  it.each([
    [100, 'A'],
    [90, 'A'],
    [89.9, 'B'],
    [75, 'B'],
    [74.9, 'C'],
    [60, 'C'],
    [45, 'D'],
    [44.9, 'F'],
    [0, 'F'],
    [null, null],
  ])('grades %s as %s', (score, grade) => {
    expect(gradeOf(score, DEFAULT_GRADES)).toBe(grade);
  });
});

describe('findNextGrade', () => {
  it('takes the largest gains first', () => {
    expect(
      findNextGrade(
        [
          result('a', 'pass', 10),
          result('b', 'fail', 2.5),
          result('c', 'partial', 7.5, 0.2),
          result('d', 'fail', 5),
          result('e', 'unknown', 100),
        ],
        DEFAULT_GRADES,
      ),
    ).toEqual({
      grade: 'C',
      threshold: 60,
      // (10 + 7.5) / 25
      scoreAfter: 70,
      steps: [{ checkId: 'c', gain: 24 }],
    });
  });

  it('is empty-handed at the best grade and without a score', () => {
    expect(findNextGrade([result('a', 'pass', 1)], DEFAULT_GRADES)).toBeNull();
    expect(findNextGrade([], DEFAULT_GRADES)).toBeNull();
  });

  it('is the shortest list, and of these the best, as trying all of them shows', () => {
    const random = generator(7);
    const statuses: CheckStatus[] = [
      'pass',
      'partial',
      'fail',
      'unknown',
      'exempt',
    ];
    let compared = 0;
    for (let round = 0; round < 400; round++) {
      const results = Array.from(
        { length: 1 + Math.floor(random() * 9) },
        (_, i) =>
          result(
            `c${i}`,
            statuses[Math.floor(random() * statuses.length)],
            [0, 2.5, 5, 7.5, 10][Math.floor(random() * 5)],
            Math.round(random() * 100) / 100,
          ),
      );
      const next = findNextGrade(results, DEFAULT_GRADES);
      const best = bruteForce(results);
      expect(next?.steps.length).toBe(best?.size);
      expect(next?.scoreAfter).toBe(best?.score);
      compared += next ? 1 : 0;
      expect(
        (next?.scoreAfter ?? 0) - (next?.threshold ?? 0),
      ).toBeGreaterThanOrEqual(0);
    }
    expect(compared).toBeGreaterThan(100);
  });
});

/** Tries every set of conclusive checks that do not pass. */
function bruteForce(
  results: readonly Result[],
): { size: number; score: number } | undefined {
  const score = computeReadiness(results, DEFAULT_GRADES).score;
  const index = DEFAULT_GRADES.findIndex(({ from }) => (score ?? -1) >= from);
  const next = DEFAULT_GRADES[index - 1];
  if (score === null || !next) {
    return undefined;
  }
  const open = results.filter(({ status }) =>
    ['partial', 'fail'].includes(status),
  );
  let best: { size: number; score: number } | undefined;
  for (let set = 0; set < 2 ** open.length; set++) {
    const chosen = open.filter((_, i) => Math.floor(set / 2 ** i) % 2 === 1);
    const after =
      computeReadiness(
        results.map(r =>
          chosen.includes(r) ? { ...r, status: 'pass', score: 1 } : r,
        ),
        DEFAULT_GRADES,
      ).score ?? 0;
    if (
      after >= next.from &&
      (!best ||
        chosen.length < best.size ||
        (chosen.length === best.size && after > best.score))
    ) {
      best = { size: chosen.length, score: after };
    }
  }
  return best;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('repositoryActivityScore', () => {
  const NOTHING = {
    forks: 0,
    watchers: 0,
    stars: 0,
    openIssues: 0,
    daysSinceUpdate: 0,
    daysSinceCreation: 800,
    participation: null,
    description: null,
    guidelines: false,
  };
  const SOME = {
    ...NOTHING,
    forks: 10,
    watchers: 20,
    stars: 30,
    openIssues: 25,
    description: 'x'.repeat(31),
    guidelines: true,
  };
  const weekly = (mean: number) => [
    ...Array(39).fill(99),
    ...Array(13).fill(mean),
  ];

  // Computed with the code in the pattern's text.
  it.each([
    ['nothing, untouched', { ...NOTHING, daysSinceUpdate: 400 }, 0],
    ['nothing, updated today', NOTHING, 50],
    ['nothing, created today', { ...NOTHING, daysSinceCreation: 0 }, 1050],
    [
      'created today, described, with a guide',
      {
        ...NOTHING,
        daysSinceCreation: 0,
        description: 'x'.repeat(31),
        guidelines: true,
      },
      1200,
    ],
    ['10 commits a week', { ...SOME, participation: weekly(10) }, 640],
    [
      '50 days old',
      { ...SOME, daysSinceUpdate: 50.001, participation: weekly(3) },
      302,
    ],
    [
      'half a year old',
      {
        ...SOME,
        daysSinceUpdate: 10,
        daysSinceCreation: 182,
        participation: weekly(6.5),
      },
      972,
    ],
    [
      'large',
      {
        ...SOME,
        forks: 500,
        watchers: 100,
        stars: 1000,
        openIssues: 300,
        daysSinceCreation: 2000,
        participation: weekly(12),
      },
      3892,
    ],
  ])('gives the pattern’s score: %s', (_, input, expected) => {
    expect(repositoryActivityScore(input)).toBe(expected);
  });

  it('counts a motivation like a description, of more than 30 characters', () => {
    const score = (motivation: string) =>
      repositoryActivityScore({ ...NOTHING, motivation });
    expect(score('x'.repeat(31)) - score('x'.repeat(30))).toBe(50);
  });

  it('jumps at 3,000 in the pattern and nowhere in the continuous variant', () => {
    // Base (50 + W) · 2 with neither boost nor extras.
    const raw = (value: number, variant: 'pattern' | 'continuous') =>
      repositoryActivityScore(
        { ...NOTHING, watchers: value / 2 - 50 },
        variant,
      );
    expect(raw(3000, 'pattern')).toBe(2950);
    expect(raw(3000.02, 'pattern')).toBe(3751);
    expect(raw(2000, 'continuous')).toBe(raw(2000, 'pattern'));
    let previous = 0;
    for (let value = 2900; value <= 6000; value += 1) {
      const score = raw(value, 'continuous');
      expect(score - previous).toBeLessThanOrEqual(previous ? 1 : Infinity);
      expect(score).toBeGreaterThanOrEqual(previous);
      previous = score;
    }
  });
});

describe('activityLabel', () => {
  it.each([
    [2501, 'extremely-high'],
    [2500, 'very-high'],
    [1001, 'very-high'],
    [1000, 'high'],
    [301, 'high'],
    [300, 'moderate'],
    [151, 'moderate'],
    [150, 'low'],
    [51, 'low'],
    [50, 'very-low'],
    [6, 'very-low'],
    [5, 'none'],
    [0, 'none'],
  ])('calls %s %s', (score, label) => {
    expect(activityLabel(score)).toBe(label);
  });
});

describe('activityOf', () => {
  const details = { description: null, guidelines: false };
  const options = { now: NOW, variant: 'pattern' as const };

  it('names the counts that it took as 0', () => {
    const facts = projectFacts({
      repository: {
        stars: known(3),
        openIssues: known(5),
        createdAt: known('2020-01-01T00:00:00Z'),
        commits: { '': known(commits({ lastCommitAt: NOW.toISOString() })) },
      },
    });
    // (50 + 3/3 + 5/5) · 2 − 50
    expect(activityOf(facts, details, options)).toEqual({
      score: 54,
      variant: 'pattern',
      label: 'low',
      assumedZero: ['forks', 'watchers'],
    });
  });

  it('is as old as its first commit, where the history is whole', () => {
    const at = (partial: boolean) =>
      activityOf(
        projectFacts({
          repository: {
            commits: {
              '': known(
                commits({
                  firstCommitAt: NOW.toISOString(),
                  lastCommitAt: NOW.toISOString(),
                  partial,
                }),
              ),
            },
          },
        }),
        details,
        options,
      );
    expect(at(false)?.score).toBe(1050);
    expect(at(true)).toBeNull();
  });

  it('takes the last push where the history is unknown, and knows when it does not know', () => {
    const repository = {
      createdAt: known('2020-01-01T00:00:00Z'),
      pushedAt: known(NOW.toISOString()),
      commits: { '': unknown('x') },
    };
    expect(
      activityOf(projectFacts({ repository }), details, options)?.score,
    ).toBe(50);
    expect(activityOf(projectFacts(), details, options)).toBeNull();
    expect(
      activityOf(
        projectFacts({
          repository: { ...repository, pushedAt: known('never') },
        }),
        details,
        options,
      ),
    ).toBeNull();
  });
});

describe('participation', () => {
  it('ends with the current week, from Monday in UTC', () => {
    const weeks = [
      { week: '2025-03-17', commits: 9 },
      { week: '2025-03-24', commits: 1 },
      { week: '2026-03-02', commits: 2 },
      { week: '2026-03-09', commits: 3 },
      { week: '2026-03-16', commits: 9 },
    ];
    const sunday = participation(weeks, new Date('2026-03-15T23:59:59Z'));
    expect(sunday).toHaveLength(52);
    expect(sunday.slice(-2)).toEqual([2, 3]);
    expect(sunday[1]).toBe(1);
    expect(sunday[0]).toBe(9);
    const monday = participation(weeks, new Date('2026-03-16T00:00:00Z'));
    expect(monday.slice(-3)).toEqual([2, 3, 9]);
    expect(monday[0]).toBe(1);
  });

  it('counts over the turn of a leap year', () => {
    expect(
      participation(
        [{ week: '2024-02-26', commits: 4 }],
        new Date('2024-03-04T00:00:00Z'),
      ).slice(-2),
    ).toEqual([4, 0]);
  });

  it('passes over weeks that are none', () => {
    expect(
      participation([{ week: 'x', commits: 4 }], NOW).every(c => c === 0),
    ).toBe(true);
  });
});
