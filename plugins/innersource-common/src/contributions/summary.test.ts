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

import { RawContribution } from '../model';
import {
  changeRequestMetrics,
  ChangeRequestRecord,
  contributionDay,
  contributionMonths,
  ContributionTally,
  isSelfMerged,
  mainRelation,
  summarizeContributions,
} from './summary';
import { dayOf } from './time';

const FIRST_DAY = dayOf('2026-01-01T00:00:00Z');

function tally(
  person: number | null,
  relation: ContributionTally['relation'],
  team: string | null,
  distance: number | null,
  count: number,
  kind: ContributionTally['kind'] = 'change-request',
): ContributionTally {
  return { kind, person, relation, team, distance, count };
}

describe('summarizeContributions', () => {
  const tallies = [
    tally(1, 'own', 'search', 0, 12),
    tally(2, 'own', 'search', 0, 3),
    tally(3, 'other', 'checkout', 1, 4),
    tally(4, 'other', 'payments', 2, 1),
    tally(5, 'unknown', null, null, 5),
    tally(null, 'unknown', null, null, 1),
    tally(6, 'bot', null, null, 40),
    tally(3, 'other', 'checkout', 1, 9, 'review'),
    tally(1, 'own', 'search', 0, 30, 'commit'),
  ];

  it('computes the worked example', () => {
    const summary = summarizeContributions({
      tallies,
      unit: 'change-request',
      firstDays: new Map([
        [1, FIRST_DAY - 400],
        [2, FIRST_DAY + 3],
        [3, FIRST_DAY],
        [4, FIRST_DAY - 1],
      ]),
      firstDay: FIRST_DAY,
    });
    expect(summary.counts).toEqual({
      'change-request': { own: 15, other: 5, unknown: 6, bot: 40 },
      commit: { own: 30, other: 0, unknown: 0, bot: 0 },
      review: { own: 0, other: 9, unknown: 0, bot: 0 },
      issue: { own: 0, other: 0, unknown: 0, bot: 0 },
    });
    expect(summary.share.innerSource).toBe(0.25);
    expect(summary.share.unknown).toBeCloseTo(6 / 26);
    expect(summary.contributors).toEqual({
      own: 2,
      other: 2,
      unknown: 1,
      bot: 1,
    });
    expect(summary.newContributors).toMatchObject({ own: 1, other: 1 });
    expect(summary.returningContributors).toMatchObject({ own: 1, other: 1 });
    expect(summary.teams).toEqual({
      count: 3,
      otherCount: 2,
      elephantFactor: 1,
      list: [
        expect.objectContaining({ team: 'search', contributions: 15 }),
        expect.objectContaining({ team: 'checkout', distance: 1 }),
        expect.objectContaining({ team: 'payments', distance: 2 }),
      ],
    });
    expect(summary.distance).toEqual({
      distribution: [
        { distance: 0, contributions: 15 },
        { distance: 1, contributions: 4 },
        { distance: 2, contributions: 1 },
      ],
      median: 0,
    });
    // 12 of 25 are not more than half; 12 + 5 are.
    expect(summary.contributorAbsenceFactor).toBe(2);
  });

  it('counts a commit once, and its co-authors as contributors', () => {
    const summary = summarizeContributions({
      tallies: [
        tally(1, 'own', 'search', 0, 6, 'commit'),
        tally(2, 'own', 'search', 0, 3, 'commit'),
        tally(3, 'other', 'checkout', 1, 2, 'commit'),
        // Sam co-authored five of Sara's commits, Pia of payments one.
        tally(2, 'own', 'search', 0, 5, 'co-authorship'),
        tally(4, 'other', 'payments', 2, 1, 'co-authorship'),
      ],
      unit: 'commit',
      firstDays: new Map([[4, FIRST_DAY - 1]]),
      firstDay: FIRST_DAY,
    });
    expect(summary.counts.commit).toEqual({
      own: 9,
      other: 2,
      unknown: 0,
      bot: 0,
    });
    expect(summary.share.innerSource).toBeCloseTo(2 / 11);
    expect(summary.contributors).toMatchObject({ own: 2, other: 2 });
    expect(summary.returningContributors).toMatchObject({ own: 0, other: 1 });
    expect(summary.teams).toMatchObject({ count: 2, otherCount: 1 });
    // Sam 8, Sara 6, Carl 2, Pia 1: 8 of 17 are not more than half, 14 are.
    expect(summary.contributorAbsenceFactor).toBe(2);
  });

  it('counts somebody who changed teams once', () => {
    const summary = summarizeContributions({
      tallies: [
        tally(1, 'own', 'search', 0, 2),
        tally(1, 'other', 'checkout', 1, 5),
      ],
      unit: 'change-request',
      firstDays: new Map(),
      firstDay: FIRST_DAY,
    });
    expect(summary.contributors).toEqual({
      own: 0,
      other: 1,
      unknown: 0,
      bot: 0,
    });
    expect(summary.share.innerSource).toBeCloseTo(5 / 7);
    expect(summary.contributorAbsenceFactor).toBe(1);
  });

  it('has no figures without contributions', () => {
    const summary = summarizeContributions({
      tallies: [],
      unit: 'commit',
      firstDays: new Map(),
      firstDay: FIRST_DAY,
    });
    expect(summary).toMatchObject({
      share: { innerSource: null, unknown: null },
      contributorAbsenceFactor: null,
      teams: { count: 0, elephantFactor: null, list: [] },
      distance: { distribution: [], median: null },
    });
  });

  it('prefers other over own when both are as frequent', () => {
    expect(mainRelation({ own: 2, other: 2, unknown: 1, bot: 0 })).toBe(
      'other',
    );
    expect(mainRelation({ own: 0, other: 0, unknown: 0, bot: 3 })).toBe('bot');
  });
});

describe('contributionMonths', () => {
  it('fills gaps', () => {
    const commits = (count: number) => [
      tally(3, 'other', 'checkout', 1, count, 'commit'),
    ];
    const months = contributionMonths(
      new Map([
        ['2024-02', commits(5)],
        ['2024-04', commits(4)],
      ]),
      {
        unit: 'commit',
        firstDays: new Map([[3, dayOf('2024-02-29T00:00:00Z')]]),
        changeRequests: null,
        firstDay: dayOf('2024-01-15T00:00:00Z'),
        lastDay: dayOf('2024-04-02T00:00:00Z'),
      },
    );
    expect(months.map(m => [m.month, m.counts.commit.other])).toEqual([
      ['2024-01', 0],
      ['2024-02', 5],
      ['2024-03', 0],
      ['2024-04', 4],
    ]);
    expect(months.map(m => m.newContributors.other)).toEqual([0, 1, 0, 0]);
    expect(months.map(m => m.returningContributors.other)).toEqual([
      0, 0, 0, 1,
    ]);
  });

  it('computes each month as a window of its own', () => {
    const at = (instant: string) => Date.parse(instant) / 1000;
    const months = contributionMonths(
      new Map([
        [
          '2026-02',
          [
            tally(1, 'own', 'search', 0, 3),
            tally(3, 'other', 'checkout', 1, 1),
          ],
        ],
        ['2026-03', [tally(4, 'other', 'payments', 2, 2)]],
      ]),
      {
        unit: 'change-request',
        firstDays: new Map(),
        changeRequests: [
          {
            relation: 'other',
            state: 'merged',
            createdAt: at('2026-02-28T22:00:00Z'),
            closedAt: at('2026-03-01T00:00:00Z'),
            firstResponseAt: at('2026-02-28T23:00:00Z'),
            selfMerged: true,
          },
        ],
        firstDay: dayOf('2026-02-01T00:00:00Z'),
        lastDay: dayOf('2026-03-31T00:00:00Z'),
      },
    );
    expect(months).toMatchObject([
      {
        month: '2026-02',
        share: { innerSource: 0.25, unknown: 0 },
        contributors: { own: 1, other: 1 },
        teams: { count: 2, otherCount: 1, elephantFactor: 1 },
        medianDistance: 0,
        contributorAbsenceFactor: 1,
        changeRequests: {
          opened: 1,
          merged: 0,
          closureRatio: 0,
          firstResponse: { other: { count: 1, medianHours: 1 } },
          timeToMerge: { other: { count: 0 } },
        },
      },
      {
        month: '2026-03',
        share: { innerSource: 1 },
        teams: { count: 1, otherCount: 1 },
        medianDistance: 2,
        changeRequests: {
          opened: 0,
          merged: 1,
          selfMergeRate: 1,
          timeToMerge: { other: { medianHours: 2 } },
        },
      },
    ]);
    expect(months[0].changeRequests).not.toHaveProperty('open');
  });
});

describe('changeRequestMetrics', () => {
  const HOUR = 3600;
  const start = FIRST_DAY * 86_400;
  const record = (
    changes: Partial<ChangeRequestRecord>,
  ): ChangeRequestRecord => ({
    relation: 'other',
    state: 'merged',
    createdAt: start,
    closedAt: start + 10 * HOUR,
    firstResponseAt: start + HOUR,
    selfMerged: false,
    ...changes,
  });
  const window = { firstDay: FIRST_DAY, lastDay: FIRST_DAY + 89 };

  it('computes the worked example', () => {
    const metrics = changeRequestMetrics(
      [
        record({}),
        record({ firstResponseAt: start + 3 * HOUR }),
        record({ state: 'closed', firstResponseAt: start + 20 * HOUR }),
        record({ state: 'open', closedAt: null, firstResponseAt: null }),
        record({ relation: 'own', selfMerged: true, firstResponseAt: null }),
        // Opened before the window, merged in it.
        record({
          relation: 'own',
          createdAt: start - 14 * HOUR,
          closedAt: start,
        }),
        // Bots never count.
        record({ relation: 'bot' }),
      ],
      window,
    );
    expect(metrics).toMatchObject({
      opened: 5,
      merged: 4,
      declined: 1,
      open: 1,
      closureRatio: 1,
      acceptanceRatio: 0.8,
      selfMergeRate: 0.25,
      unansweredOutside: 1,
      firstResponse: {
        own: { count: 0, medianHours: null },
        other: { count: 3, medianHours: 3, p90Hours: 16.6 },
      },
      timeToMerge: {
        own: { count: 2, medianHours: 12 },
        other: { count: 2, medianHours: 10 },
      },
    });
  });

  it('holds both ends of the window', () => {
    const ends = changeRequestMetrics(
      [
        record({ createdAt: start - 1, closedAt: start - 1 }),
        record({ createdAt: start, closedAt: start + 90 * 86_400 - 1 }),
        record({
          createdAt: start + 90 * 86_400,
          closedAt: start + 91 * 86_400,
        }),
      ],
      window,
    );
    expect(ends).toMatchObject({ opened: 1, merged: 1 });
  });

  it('takes a response before the opening (skewed clocks) for none at all hours', () => {
    const metrics = changeRequestMetrics(
      [record({ firstResponseAt: start - 5 })],
      window,
    );
    expect(metrics.firstResponse.other.medianHours).toBe(0);
  });
});

describe('contributionDay and isSelfMerged', () => {
  const raw = (changes: Partial<RawContribution>): RawContribution => ({
    id: 'pr/1',
    kind: 'change-request',
    author: { login: 'Jane' },
    createdAt: '2026-01-01T00:00:00Z',
    state: 'merged',
    closedAt: '2026-02-01T00:00:00Z',
    paths: [''],
    ...changes,
  });

  it('counts change requests when merged and nothing before', () => {
    expect(contributionDay(raw({}))).toBe(dayOf('2026-02-01T00:00:00Z'));
    expect(contributionDay(raw({ state: 'closed' }))).toBeNull();
    expect(
      contributionDay(raw({ state: 'open', closedAt: undefined })),
    ).toBeNull();
  });

  it('counts commits by committer date, the rest by creation', () => {
    expect(contributionDay(raw({ kind: 'commit' }))).toBe(
      dayOf('2026-02-01T00:00:00Z'),
    );
    expect(contributionDay(raw({ kind: 'issue' }))).toBe(
      dayOf('2026-01-01T00:00:00Z'),
    );
  });

  it('finds self-merges by login or address', () => {
    expect(isSelfMerged(raw({ mergedBy: { login: 'jane' } }))).toBe(true);
    expect(
      isSelfMerged(raw({ mergedBy: { login: 'jane' }, reviewCount: 1 })),
    ).toBe(false);
    expect(isSelfMerged(raw({ mergedBy: { login: 'joe' } }))).toBe(false);
    expect(isSelfMerged(raw({}))).toBe(false);
    expect(isSelfMerged(raw({ author: {}, mergedBy: {} }))).toBe(false);
  });
});
