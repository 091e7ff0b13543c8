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

import { CheckCategory, Remedy, Severity } from './check';
import {
  ContributionReading,
  ContributionWindow,
  ContributionWindowDays,
} from './contributionApi';

/**
 * What the program view looks at.
 *
 * @public
 */
export interface ProgramQuery {
  /**
   * Entity ref of a group (its projects and those of groups below it), a system
   * or a domain; the whole organisation without it.
   */
  scope?: string;
  /** Days, default 90. */
  window?: ContributionWindowDays;
}

/**
 * A figure and what it was in the window of the same length before.
 *
 * @public
 */
export interface ProgramFigure {
  /** Null when nothing is known. */
  value: number | null;
  previous: number | null;
}

/**
 * Number of projects with a grade; `null` is without one.
 *
 * @public
 */
export interface GradeCount {
  grade: string | null;
  count: number;
}

/**
 * Answer of `GET /program/summary`. All figures are over the projects of the
 * scope that the caller may see. Those of contributions are null while none were
 * read, and not compared with the window before until all were.
 *
 * @public
 */
export interface ProgramSummary {
  scope: string | null;
  window: ContributionWindow;
  /** Projects, whatever their evaluation. Now, and before the window; null when none was known then. */
  projects: ProgramFigure;
  /**
   * Projects that count as InnerSource projects, now, and before the window
   * among those that had been evaluated by then.
   */
  innerSourceProjects: ProgramFigure;
  /** Of all projects, 0 to 1; null without projects. */
  innerSourceProjectShare: ProgramFigure;
  /** Mean readiness over projects with a score, now and before the window. */
  readiness: ProgramFigure;
  /** other ÷ (own + other), 0 to 1. */
  innerSourceShare: ProgramFigure;
  /** unknown ÷ (own + other + unknown), 0 to 1. */
  unknownShare: ProgramFigure;
  /** Contributions of code by people of other teams. */
  outsideContributions: ProgramFigure;
  /** People contributing code outside their team. */
  outsideContributors: ProgramFigure;
  /** Of these, for the first time within the retained history. */
  newOutsideContributors: ProgramFigure;
  /** Teams whose people contributed code to other teams. */
  teamsGiving: ProgramFigure;
  /** Owning teams that received code from other teams. */
  teamsReceiving: ProgramFigure;
  /** Median hours to the first response on change requests of other teams. */
  firstResponseHours: ProgramFigure;
  /** Median distance of contributions from other teams. */
  distance: ProgramFigure;
  /** Best grade first, ungraded (null) last. */
  grades: GradeCount[];
  /** Of the projects of the scope. */
  reading: ContributionReading;
  coverage: {
    evaluated: number;
    pending: number;
    failing: number;
    noSource: number;
  };
}

/**
 * Answer of `GET /program/trend`: one point per month, oldest first, the
 * present month last.
 *
 * @public
 */
export interface ProgramTrend {
  scope: string | null;
  points: Array<{
    /** `YYYY-MM` */
    month: string;
    /** Grades at the end of the month (or now), from snapshots. Empty before the first one. */
    grades: GradeCount[];
    /** Mean readiness at the end of the month; null before the first snapshot. */
    readiness: number | null;
    own: number;
    other: number;
    unknown: number;
    /** other ÷ (own + other) of the month, 0 to 1; null without either. */
    innerSourceShare: number | null;
  }>;
}

/**
 * How one check stands over the projects.
 *
 * @public
 */
export interface ProgramCheck {
  checkId: string;
  title: string;
  category: CheckCategory;
  severity: Severity;
  pass: number;
  partial: number;
  fail: number;
  unknown: number;
  exempt: number;
  remedy: Remedy;
  /** Sum of the readiness points that all projects together would gain. */
  gain: number;
}

/**
 * Answer of `GET /program/checks`.
 *
 * @public
 */
export interface ProgramChecks {
  scope: string | null;
  /** Most projects held back (fail and partial) first. */
  checks: ProgramCheck[];
  /** What passing the three commonest failing checks everywhere would do to the grades. */
  whatIf: {
    checkIds: string[];
    before: GradeCount[];
    after: GradeCount[];
  };
}

/**
 * A project held back by a check, or behind a cell of the flows.
 *
 * @public
 */
export interface ProgramProject {
  entityRef: string;
  title: string;
  owner: string | null;
  grade: string | null;
  readiness: number | null;
  /** Contributions, for flows. */
  contributions?: number;
}

/**
 * A page of {@link ProgramProject}.
 *
 * @public
 */
export interface ProgramProjectPage {
  items: ProgramProject[];
  totalItems: number;
  nextCursor: string | null;
}

/**
 * Order of `GET /program/projects`. `-` sorts descending; projects without the
 * value come last either way.
 *
 * @public
 */
export type ProgramProjectOrder =
  | 'name'
  | 'readiness'
  | '-readiness'
  | CheckCategory
  | `-${CheckCategory}`;

/**
 * Answer of `GET /program/projects`: a page of projects with their readiness by
 * category.
 *
 * @public
 */
export interface ProgramCategories {
  scope: string | null;
  items: Array<
    ProgramProject & {
      categories: Array<{ category: CheckCategory; score: number | null }>;
    }
  >;
  totalItems: number;
  nextCursor: string | null;
}

/**
 * Rows and columns of the flows.
 *
 * @public
 */
export type FlowLevel = 'team' | 'division';

/**
 * Answer of `GET /program/flows`: who contributed code to whom. At level
 * `division` both sides are the groups right below the top of the hierarchy.
 *
 * @public
 */
export interface ProgramFlows {
  scope: string | null;
  window: ContributionWindow;
  level: FlowLevel;
  /** Most contributions first; at most 2,000. `from` or `to` null sums teams that may not be named. */
  cells: Array<{
    from: string | null;
    to: string | null;
    contributions: number;
    projects: number;
  }>;
  /** Contributions of all cells, and of those cut off. */
  total: number;
  omitted: number;
}

/**
 * A project that rose, fell, became ready, or waits.
 *
 * @public
 */
export interface ProgramMover extends ProgramProject {
  /** Readiness before the window; null when it had no score then. */
  readinessBefore: number | null;
  gradeBefore: string | null;
}

/**
 * Answer of `GET /program/movers`, each list at most 10 long.
 *
 * @public
 */
export interface ProgramMovers {
  scope: string | null;
  window: ContributionWindow;
  /** Largest rise first. */
  rising: ProgramMover[];
  /** Deepest fall first. */
  falling: ProgramMover[];
  /** Reached one of the two best grades in the window. */
  newlyReady: ProgramMover[];
  /** Open change requests of other teams without response for over 30 days, most first. */
  neglected: Array<ProgramProject & { waiting: number; oldestDays: number }>;
}

/**
 * People who contributed code to another team for the first time, in the
 * present month. Names follow `innersource.people`.
 *
 * @public
 */
export interface ProgramNewcomers {
  scope: string | null;
  /** `YYYY-MM` */
  month: string;
  count: number;
  /** Nobody, the caller alone, or everybody; by name; at most 100. */
  people: Array<{ user: string | null; name: string; projects: string[] }>;
}
