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

import { ContributionKind, ContributionRelation } from './contribution';
import { Fact } from './fact';

/**
 * Days a window of contribution metrics looks back.
 *
 * @public
 */
export const CONTRIBUTION_WINDOWS = [90, 365] as const;

/**
 * Length of a window in days.
 *
 * @public
 */
export type ContributionWindowDays = (typeof CONTRIBUTION_WINDOWS)[number];

/**
 * A window of whole days in UTC. Both ends belong to it.
 *
 * @public
 */
export interface ContributionWindow {
  days: number;
  /** `YYYY-MM-DD` */
  from: string;
  /** `YYYY-MM-DD`, the day of the question. */
  to: string;
}

/**
 * A number for each relation.
 *
 * @public
 */
export type RelationCounts = Record<ContributionRelation, number>;

/**
 * What counts as one contribution of code: merged change requests, or non-merge
 * commits on the default branch for projects without any change request.
 *
 * @public
 */
export type ContributionUnit = 'change-request' | 'commit';

/**
 * How contributions of code divide between own and other teams.
 *
 * @public
 */
export interface InnerSourceShare {
  /** other ÷ (own + other), 0 to 1; null without either. */
  innerSource: number | null;
  /** unknown ÷ (own + other + unknown), 0 to 1; null without any. Bots are left out. */
  unknown: number | null;
}

/**
 * Contributions of one team to a project, in the project's unit.
 *
 * @public
 */
export interface ContributingTeam {
  /**
   * Entity ref of the group; null for the sum of all teams that may not be
   * named (fewer members than the small-group threshold, or hidden from the
   * caller by the catalog).
   */
  team: string | null;
  /** 1, or how many teams the sum stands for. */
  teams: number;
  relation: 'own' | 'other';
  /** Smallest distance at which it contributed; null for a sum. */
  distance: number | null;
  contributions: number;
}

/**
 * Durations in hours. Percentiles interpolate linearly between ranks, as
 * PostgreSQL's `percentile_cont` does.
 *
 * @public
 */
export interface DurationStatistics {
  /** How many durations there are. */
  count: number;
  /** Null without any. */
  medianHours: number | null;
  /** 90th percentile; null without any. */
  p90Hours: number | null;
}

/**
 * How change requests fare. See `docs/metrics.md` for the formulas.
 *
 * @public
 */
export interface ChangeRequestMetrics {
  /** Opened in the window, bots' left out, as are they in all that follows. */
  opened: number;
  /** Merged in the window. */
  merged: number;
  /** Closed without merge in the window. */
  declined: number;
  /** Open now. */
  open: number;
  /** (merged + declined) ÷ opened, CHAOSS "Change Request Closure Ratio"; null without any opened. */
  closureRatio: number | null;
  /** merged ÷ (merged + declined), 0 to 1; null without any closed. */
  acceptanceRatio: number | null;
  /** Merged by their author without a review by another ÷ merged, 0 to 1; null without any merged. */
  selfMergeRate: number | null;
  /** Opening to first response by a human other than the author, of those opened in the window. */
  firstResponse: { own: DurationStatistics; other: DurationStatistics };
  /** Opening to merge, of those merged in the window. */
  timeToMerge: { own: DurationStatistics; other: DurationStatistics };
  /** Open change requests of people from other teams without any response. */
  unansweredOutside: number;
}

/**
 * How change requests fared in one month. What is open now belongs to none.
 *
 * @public
 */
export type MonthlyChangeRequestMetrics = Omit<
  ChangeRequestMetrics,
  'open' | 'unansweredOutside'
>;

/**
 * The metrics of one calendar month (UTC), each defined as for a window.
 *
 * @public
 */
export interface ContributionMonth {
  /** `YYYY-MM` */
  month: string;
  counts: Record<ContributionKind, RelationCounts>;
  share: InnerSourceShare;
  contributors: RelationCounts;
  /** Of these, those whose first contribution within the retained history is in this month. */
  newContributors: RelationCounts;
  /** Of these, those who contributed before this month too. */
  returningContributors: RelationCounts;
  teams: { count: number; otherCount: number; elephantFactor: number | null };
  /** Null without own and other contributions. */
  medianDistance: number | null;
  contributorAbsenceFactor: number | null;
  /** Null where the source sees no change requests. */
  changeRequests: MonthlyChangeRequestMetrics | null;
}

/**
 * Contributions of one person to a project, in the project's unit, and co-authored
 * commits.
 *
 * @public
 */
export interface PersonContributions {
  /** Entity ref of the user; null for somebody who is not in the catalog. */
  user: string | null;
  /** Name or login. */
  name: string;
  relation: ContributionRelation;
  team: string | null;
  contributions: number;
  /** True when the first contribution within the retained history is in the window. */
  isNew: boolean;
}

/**
 * Who may be named: nobody, the caller alone, or everybody.
 *
 * @public
 */
export type PeopleVisibility = 'hidden' | 'self' | 'named';

/**
 * How far contributions have been read. Figures over projects that have not been
 * read stay behind the truth.
 *
 * @public
 */
export interface ContributionReading {
  /** Projects whose source delivers contributions. */
  projects: number;
  /** Of these, those that were read completely at least once. */
  read: number;
  /** Of the others, those whose repository cannot be read at present. */
  failing: number;
}

/**
 * Answer of `GET /projects/by-name/…/contributions?window=90|365`.
 *
 * @public
 */
export interface ProjectContributions {
  entityRef: string;
  /** Entity ref of the owning team in force now; null without an owner. */
  owner: string | null;
  /** `pending` until contributions were read for the first time. */
  status: 'pending' | 'ready';
  /** Of this project alone. */
  reading: ContributionReading;
  /** ISO 8601 instant of the last reading. */
  updatedAt: string | null;
  /** Id of the source that delivered them. */
  source: string | null;
  window: ContributionWindow;
  /** First day of the retained history, `YYYY-MM-DD`. */
  historyFrom: string;
  unit: ContributionUnit;
  /** In the window; `change-request` counts merged ones on the day of their merge. */
  counts: Record<ContributionKind, RelationCounts>;
  /** Of the unit. */
  share: InnerSourceShare;
  /** People with at least one contribution of the unit or one co-authored commit in the window; bots are counted under `bot`. */
  contributors: RelationCounts;
  /** Of these, those whose first one within the retained history is in the window. */
  newContributors: RelationCounts;
  /** Of these, those who contributed before the window too. */
  returningContributors: RelationCounts;
  teams: {
    /** Teams contributing, the owning one included. */
    count: number;
    /** Of these, others than the owning one. */
    otherCount: number;
    /** Fewest teams that make more than half of the contributions; null without any. */
    elephantFactor: number | null;
    /** Most contributions first; the sum of teams that may not be named last. */
    list: ContributingTeam[];
  };
  distance: {
    /** Contributions of the unit by distance, ascending; only own and other. */
    distribution: Array<{ distance: number; contributions: number }>;
    median: number | null;
  };
  /** Fewest people (bots left out) that make more than half of the contributions, co-authored commits included; null without any. */
  contributorAbsenceFactor: number | null;
  /** Unknown where the source sees no change requests. */
  changeRequests: Fact<ChangeRequestMetrics>;
  /** Other entities that depend on it, by their owner. */
  usage: Fact<ProjectUsage>;
  /** Oldest first, from the first month of the retained history to the present one, without gaps. */
  months: ContributionMonth[];
  people: {
    visibility: PeopleVisibility;
    /** By name; everybody, the caller alone, or nobody. At most 200. */
    items: PersonContributions[];
  };
}

/**
 * Who uses a project, by what the catalog says.
 *
 * @public
 */
export interface ProjectUsage {
  /** Entities that depend on it or consume its APIs. */
  dependents: number;
  /** Distinct owners of these; those without an owner are left out. */
  teamCount: number;
  /** Distinct owners other than the project's own. */
  otherTeamCount: number;
  /** Most dependents first. */
  teams: Array<{ team: string; dependents: number }>;
}

/**
 * Contributions exchanged with one other team.
 *
 * @public
 */
export interface TeamExchange {
  /** Entity ref; null for the sum of teams that may not be named. */
  team: string | null;
  teams: number;
  contributions: number;
}

/**
 * Answer of `GET /teams/by-name/{kind}/{namespace}/{name}/contributions?window=90|365`.
 *
 * A team includes its child groups: what moves between them is neither given
 * nor received.
 *
 * @public
 */
export interface TeamContributions {
  entityRef: string;
  /** Of all projects that the caller may see. */
  reading: ContributionReading;
  window: ContributionWindow;
  /** Visible projects that the team owns now. Grades best first, ungraded (null) last. */
  projects: {
    total: number;
    byGrade: Array<{ grade: string | null; count: number }>;
  };
  /** To projects of other teams that the caller may see; null when the team has fewer members than the small-group threshold. */
  given: {
    contributions: number;
    contributors: number;
    /** Most contributions first; at most 50. */
    projects: Array<{ entityRef: string; contributions: number }>;
    teams: TeamExchange[];
  } | null;
  /** To the team's own projects. */
  received: {
    contributions: number;
    contributors: number;
    /** Of the team's projects together. */
    share: InnerSourceShare;
    teams: TeamExchange[];
  };
  /** Oldest first, without gaps. `given` is null when it may not be shown. */
  months: Array<{ month: string; given: number | null; received: number }>;
}

/**
 * A change request of the caller to a project of another team.
 *
 * @public
 */
export interface MyChangeRequest {
  entityRef: string;
  title: string | null;
  url: string | null;
  state: 'open' | 'merged' | 'closed';
  /** ISO 8601 instants. */
  createdAt: string;
  closedAt: string | null;
  firstResponseAt: string | null;
  /** Days since it was opened, for open ones, or since opened until closed. */
  days: number;
  distance: number | null;
}

/**
 * Answer of `GET /me/contributions`.
 *
 * @public
 */
export interface MyContributions {
  /** Entity ref of the caller. */
  user: string;
  /** Of all projects that the caller may see. */
  reading: ContributionReading;
  window: ContributionWindow;
  /** False when no contribution could be attributed to the caller, e.g. because the catalog does not know the caller's SCM login. */
  identified: boolean;
  /** To projects of other teams, in the window; co-authored commits count as commits. */
  counts: Record<ContributionKind, number>;
  /** Projects of other teams contributed to, most contributions first. */
  projects: Array<{ entityRef: string; contributions: number }>;
  /** Other teams helped, by contributions; those that may not be named are one row. */
  teamsHelped: TeamExchange[];
  /** Open ones first (longest waiting first), then those closed in the window, newest first. At most 200. */
  changeRequests: MyChangeRequest[];
  /** Oldest first, without gaps; to projects of other teams. */
  months: Array<{ month: string; contributions: number }>;
}

/**
 * Body of `POST /contributions/recompute`.
 *
 * @public
 */
export interface RecomputeContributionsRequest {
  /** First and last day, `YYYY-MM-DD`, inclusive. */
  from: string;
  to: string;
  /** Only this project. */
  entityRef?: string;
}

/**
 * Answer of `POST /contributions/recompute`.
 *
 * @public
 */
export interface RecomputeContributionsResult {
  /** Projects looked at. */
  projects: number;
  /** Contributions whose relation, team or distance changed. */
  changed: number;
}
