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
  ChangeRequestMetrics,
  ContributingTeam,
  ContributionKind,
  ContributionMonth,
  ContributionRelation,
  ContributionUnit,
  MonthlyChangeRequestMetrics,
  ProjectContributions,
  RawContribution,
  RelationCounts,
} from '../model';
import {
  absenceFactor,
  durationStatistics,
  innerSourceShare,
  noRelationCounts,
  ratio,
  weightedMedian,
} from './metrics';
import { dayOf, daysOfMonth, monthsBetween, secondsOf } from './time';

/**
 * All kinds of contribution.
 *
 * @public
 */
export const CONTRIBUTION_KINDS: readonly ContributionKind[] = [
  'change-request',
  'commit',
  'review',
  'issue',
];

/**
 * All relations.
 *
 * @public
 */
export const CONTRIBUTION_RELATIONS: readonly ContributionRelation[] = [
  'own',
  'other',
  'unknown',
  'bot',
];

/**
 * What is tallied: contributions by kind, and co-authorships of commits. A
 * commit is one contribution, its author's; whoever co-authored it is a
 * contributor too.
 *
 * @public
 */
export type TallyKind = ContributionKind | 'co-authorship';

/**
 * Contributions of one kind by one person standing in one way to the owner.
 *
 * @public
 */
export interface ContributionTally {
  kind: TallyKind;
  /** Opaque; the same for all identities of one person. Null for deleted accounts. */
  person: number | null;
  relation: ContributionRelation;
  team: string | null;
  distance: number | null;
  count: number;
}

/**
 * What the metrics need of a change request. Times in seconds since 1970.
 *
 * @public
 */
export interface ChangeRequestRecord {
  relation: ContributionRelation;
  state: 'open' | 'merged' | 'closed';
  createdAt: number;
  closedAt: number | null;
  firstResponseAt: number | null;
  /** Merged by its author without a review by another. */
  selfMerged: boolean;
}

/**
 * The day on which a contribution counts, or null while it does not: change
 * requests on the day of their merge, commits on the committer date (as
 * `git log --since` does), reviews and issues on the day they were made.
 *
 * @public
 */
export function contributionDay(contribution: RawContribution): number | null {
  switch (contribution.kind) {
    case 'change-request':
      return contribution.state === 'merged' && contribution.closedAt
        ? dayOf(contribution.closedAt)
        : null;
    case 'commit':
      return dayOf(contribution.closedAt ?? contribution.createdAt);
    default:
      return dayOf(contribution.createdAt);
  }
}

/**
 * True for a change request that its author merged without a review by another.
 *
 * @public
 */
export function isSelfMerged(contribution: RawContribution): boolean {
  const { author, mergedBy, reviewCount, state, kind } = contribution;
  const same =
    author.login && mergedBy?.login
      ? author.login.toLowerCase() === mergedBy.login.toLowerCase()
      : Boolean(author.email) &&
        author.email?.toLowerCase() === mergedBy?.email?.toLowerCase();
  return (
    kind === 'change-request' &&
    state === 'merged' &&
    same &&
    (reviewCount ?? 0) === 0
  );
}

/**
 * The part of {@link ProjectContributions} that follows from the tallies of a
 * window.
 *
 * @public
 */
export type ContributionSummary = Pick<
  ProjectContributions,
  | 'counts'
  | 'share'
  | 'contributors'
  | 'newContributors'
  | 'returningContributors'
  | 'distance'
  | 'contributorAbsenceFactor'
> & {
  teams: Pick<
    ProjectContributions['teams'],
    'count' | 'otherCount' | 'elephantFactor'
  > & { list: Array<ContributingTeam & { team: string }> };
};

/**
 * True for what makes somebody a contributor of code: contributions of the unit,
 * and co-authorships of commits.
 *
 * @public
 */
export function makesContributor(
  kind: TallyKind,
  unit: ContributionUnit,
): boolean {
  return kind === unit || kind === 'co-authorship';
}

/**
 * Summarises the contributions of a window.
 *
 * Co-authorships count for people and the absence factor, not for numbers of
 * contributions, shares, teams and distances.
 *
 * Bots count under `bot` only. People who stood in several ways to the owner
 * within the window count once, under the relation of most of their
 * contributions.
 *
 * @param options - `tallies` of the window; `unit` to take shares, people,
 * teams and distances from; `firstDays`: first day on which each person was a
 * contributor of code within the retained history; `firstDay` of the window
 * @public
 */
export function summarizeContributions(options: {
  tallies: readonly ContributionTally[];
  unit: ContributionUnit;
  firstDays: ReadonlyMap<number, number>;
  firstDay: number;
}): ContributionSummary {
  const { tallies, unit, firstDays, firstDay } = options;
  const counts = countsByKind(tallies);

  const people = new Map<number, RelationCounts>();
  const teams = new Map<string, ContributingTeam & { team: string }>();
  const distances = new Map<number, number>();
  for (const { kind, person, relation, team, distance, count } of tallies) {
    if (person !== null && makesContributor(kind, unit)) {
      const byRelation = people.get(person) ?? noRelationCounts();
      byRelation[relation] += count;
      people.set(person, byRelation);
    }
    if (kind !== unit || (relation !== 'own' && relation !== 'other')) {
      continue;
    }
    if (distance !== null) {
      distances.set(distance, (distances.get(distance) ?? 0) + count);
    }
    if (team !== null) {
      const known = teams.get(team);
      teams.set(team, {
        team,
        teams: 1,
        // A team that was once the owner's and once another's helped from outside.
        relation: known?.relation === 'other' ? 'other' : relation,
        distance: Math.min(known?.distance ?? Infinity, distance ?? Infinity),
        contributions: (known?.contributions ?? 0) + count,
      });
    }
  }

  const contributors = noRelationCounts();
  const newContributors = noRelationCounts();
  const returningContributors = noRelationCounts();
  const perPerson: number[] = [];
  for (const [person, byRelation] of people) {
    const relation = mainRelation(byRelation);
    contributors[relation] += 1;
    if ((firstDays.get(person) ?? firstDay) >= firstDay) {
      newContributors[relation] += 1;
    } else {
      returningContributors[relation] += 1;
    }
    perPerson.push(byRelation.own + byRelation.other + byRelation.unknown);
  }

  const list = [...teams.values()]
    .map(team => ({
      ...team,
      distance: Number.isFinite(team.distance) ? team.distance : null,
    }))
    .sort(
      (a, b) => b.contributions - a.contributions || (a.team < b.team ? -1 : 1),
    );
  const distribution = [...distances]
    .map(([distance, contributions]) => ({ distance, contributions }))
    .sort((a, b) => a.distance - b.distance);

  return {
    counts,
    share: innerSourceShare(counts[unit]),
    contributors,
    newContributors,
    returningContributors,
    teams: {
      count: list.length,
      otherCount: list.filter(team => team.relation === 'other').length,
      elephantFactor: absenceFactor(list.map(team => team.contributions)),
      list,
    },
    distance: {
      distribution,
      median: weightedMedian(
        distribution.map(({ distance, contributions }) => ({
          value: distance,
          count: contributions,
        })),
      ),
    },
    contributorAbsenceFactor: absenceFactor(perPerson),
  };
}

/**
 * The relation under which a person counts: that of most contributions; among
 * equals the first of other, own, unknown, bot.
 *
 * @public
 */
export function mainRelation(counts: RelationCounts): ContributionRelation {
  const order: ContributionRelation[] = ['other', 'own', 'unknown', 'bot'];
  return order.reduce((best, relation) =>
    counts[relation] > counts[best] ? relation : best,
  );
}

/**
 * Sums up by kind and relation. Co-authorships are no contributions of their own.
 *
 * @public
 */
export function countsByKind(
  tallies: Iterable<{
    kind: TallyKind;
    relation: ContributionRelation;
    count: number;
  }>,
): Record<ContributionKind, RelationCounts> {
  const counts = {
    'change-request': noRelationCounts(),
    commit: noRelationCounts(),
    review: noRelationCounts(),
    issue: noRelationCounts(),
  };
  for (const { kind, relation, count } of tallies) {
    if (kind !== 'co-authorship') {
      counts[kind][relation] += count;
    }
  }
  return counts;
}

/**
 * The metrics by calendar month in UTC, without gaps.
 *
 * @param tallies - by month, `YYYY-MM`, of all days from `firstDay` to `lastDay`
 * @param options - `unit` and `firstDays` as for {@link summarizeContributions};
 * `changeRequests`: at least all that are open or were closed since the first
 * day, null where none can be seen
 * @public
 */
export function contributionMonths(
  tallies: ReadonlyMap<string, readonly ContributionTally[]>,
  options: {
    unit: ContributionUnit;
    firstDays: ReadonlyMap<number, number>;
    changeRequests: readonly ChangeRequestRecord[] | null;
    firstDay: number;
    lastDay: number;
  },
): ContributionMonth[] {
  const { unit, firstDays, changeRequests, firstDay, lastDay } = options;
  return monthsBetween(firstDay, lastDay).map(month => {
    const [first, last] = daysOfMonth(month);
    const { teams, distance, ...summary } = summarizeContributions({
      tallies: tallies.get(month) ?? [],
      unit,
      firstDays,
      firstDay: first,
    });
    const { count, otherCount, elephantFactor } = teams;
    return {
      month,
      ...summary,
      teams: { count, otherCount, elephantFactor },
      medianDistance: distance.median,
      changeRequests:
        changeRequests &&
        ofPast(
          changeRequestMetrics(changeRequests, {
            firstDay: first,
            lastDay: last,
          }),
        ),
    };
  });
}

function ofPast(metrics: ChangeRequestMetrics): MonthlyChangeRequestMetrics {
  const { open, unansweredOutside, ...past } = metrics;
  return past;
}

/**
 * How change requests fare in a window. Bots' are left out.
 *
 * @param records - at least all that are open or were closed in or after the window's first day
 * @param options - the window's first and last day
 * @public
 */
export function changeRequestMetrics(
  records: Iterable<ChangeRequestRecord>,
  options: { firstDay: number; lastDay: number },
): ChangeRequestMetrics {
  const from = options.firstDay * 86_400;
  const until = (options.lastDay + 1) * 86_400;
  const within = (instant: number | null) =>
    instant !== null && instant >= from && instant < until;

  let opened = 0;
  let merged = 0;
  let declined = 0;
  let open = 0;
  let selfMerged = 0;
  let unansweredOutside = 0;
  const responses = { own: [] as number[], other: [] as number[] };
  const merges = { own: [] as number[], other: [] as number[] };
  for (const record of records) {
    const { relation, state, createdAt, closedAt, firstResponseAt } = record;
    if (relation === 'bot') {
      continue;
    }
    const timed = relation === 'own' || relation === 'other';
    if (state === 'open') {
      open += 1;
      if (relation === 'other' && firstResponseAt === null) {
        unansweredOutside += 1;
      }
    }
    if (within(createdAt)) {
      opened += 1;
      if (timed && firstResponseAt !== null) {
        responses[relation].push(Math.max(0, firstResponseAt - createdAt));
      }
    }
    if (state === 'merged' && within(closedAt)) {
      merged += 1;
      selfMerged += record.selfMerged ? 1 : 0;
      if (timed) {
        merges[relation].push(Math.max(0, closedAt! - createdAt));
      }
    }
    if (state === 'closed' && within(closedAt)) {
      declined += 1;
    }
  }
  return {
    opened,
    merged,
    declined,
    open,
    closureRatio: ratio(merged + declined, opened),
    acceptanceRatio: ratio(merged, merged + declined),
    selfMergeRate: ratio(selfMerged, merged),
    firstResponse: {
      own: durationStatistics(responses.own),
      other: durationStatistics(responses.other),
    },
    timeToMerge: {
      own: durationStatistics(merges.own),
      other: durationStatistics(merges.other),
    },
    unansweredOutside,
  };
}

/**
 * What is kept of a change request for {@link changeRequestMetrics}.
 *
 * @public
 */
export function changeRequestRecord(
  contribution: RawContribution,
  relation: ContributionRelation,
): ChangeRequestRecord {
  return {
    relation,
    state: contribution.state,
    createdAt: secondsOf(contribution.createdAt),
    closedAt:
      contribution.state !== 'open' && contribution.closedAt
        ? secondsOf(contribution.closedAt)
        : null,
    firstResponseAt: contribution.firstResponseAt
      ? secondsOf(contribution.firstResponseAt)
      : null,
    selfMerged: isSelfMerged(contribution),
  };
}
