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
  BackendStatus,
  ExportFile,
  ExportQuery,
  HelpWantedPage,
  HelpWantedQuery,
  ContributionWindowDays,
  ListProjectsQuery,
  MyContributions,
  ProjectContributions,
  FlowLevel,
  OrganizationList,
  ProgramCategories,
  ProgramChecks,
  ProgramFlows,
  ProgramMovers,
  ProgramNewcomers,
  ProgramProjectOrder,
  ProgramProjectPage,
  ProgramQuery,
  ProgramSummary,
  ProgramTrend,
  ProjectDetail,
  ProjectHistory,
  ProjectPage,
  ProjectSummary,
  RecomputeContributionsRequest,
  RecomputeContributionsResult,
  RefreshAccepted,
  Suggestions,
  TeamContributions,
} from '../model';

/**
 * Options of a request.
 *
 * @public
 */
export interface RequestOptions {
  /** Backstage token, for calls from a backend. In the frontend the fetch API adds it. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * The REST API of the InnerSource backend.
 *
 * Every method throws a `ResponseError` of `@backstage/errors` when the backend
 * refuses, with its sentence on what to do.
 *
 * @public
 */
export interface InnerSourceApi {
  /** Pages through the projects that the caller may see. */
  listProjects(
    query?: ListProjectsQuery,
    options?: RequestOptions,
  ): Promise<ProjectPage>;

  /** Latest evaluations for up to 500 entity refs, in their order; null where unknown or hidden. */
  getProjectsByRefs(
    entityRefs: string[],
    options?: RequestOptions,
  ): Promise<{ items: Array<ProjectSummary | null> }>;

  /** One project's latest evaluation, whole. */
  getProject(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ProjectDetail>;

  /** Snapshots between two days (`YYYY-MM-DD`, inclusive). */
  getProjectHistory(
    entityRef: string,
    range?: { from?: string; to?: string },
    options?: RequestOptions,
  ): Promise<ProjectHistory>;

  /** Puts a project at the head of the queue. */
  refreshProject(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<RefreshAccepted>;

  /** Pages through open, unassigned starter issues of the projects that the caller may see. */
  listHelpWanted(
    query?: HelpWantedQuery,
    options?: RequestOptions,
  ): Promise<HelpWantedPage>;

  /** Projects that fit the caller, with reasons; for users. */
  getSuggestions(
    query?: { limit?: number },
    options?: RequestOptions,
  ): Promise<Suggestions>;

  /** A file for other tools; see {@link ExportFile}. */
  exportProjects(
    file: ExportFile,
    query?: ExportQuery,
    options?: RequestOptions,
  ): Promise<Blob>;

  /** Queue, first pass, failing repositories and budgets. */
  getStatus(options?: RequestOptions): Promise<BackendStatus>;

  /** Who contributes to a project, from where, and how it answers. Window: 365 days by default. */
  getProjectContributions(
    entityRef: string,
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<ProjectContributions>;

  /** What a group, with the groups below it, gives to and receives from others. Window: 365 days by default. */
  getTeamContributions(
    entityRef: string,
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<TeamContributions>;

  /** The caller's own contributions to other teams' projects. Window: 365 days by default. */
  getMyContributions(
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<MyContributions>;

  /**
   * Decides relation, team and distance of past contributions anew, by the
   * organisation as it is now. Needs `innersource.admin`.
   */
  recomputeContributions(
    request: RecomputeContributionsRequest,
    options?: RequestOptions,
  ): Promise<RecomputeContributionsResult>;

  /** Headline figures of the program. Needs `innersource.program.read`, as do all of the program's; with a scope, this one and the checks need sight of the scope alone. */
  getProgramSummary(
    query?: ProgramQuery,
    options?: RequestOptions,
  ): Promise<ProgramSummary>;

  /** Grades and InnerSource share by month. */
  getProgramTrend(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramTrend>;

  /** What holds projects back. */
  getProgramChecks(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramChecks>;

  /** Projects that a check holds back, lowest readiness first. */
  getProgramCheckProjects(
    checkId: string,
    query?: Pick<ProgramQuery, 'scope'> & { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<ProgramProjectPage>;

  /** Projects with their readiness by category, the least ready ones first by default. */
  getProgramProjects(
    query?: Pick<ProgramQuery, 'scope'> & {
      orderBy?: ProgramProjectOrder;
      limit?: number;
      cursor?: string;
    },
    options?: RequestOptions,
  ): Promise<ProgramCategories>;

  /** Who contributed code to whom. */
  getProgramFlows(
    query?: ProgramQuery & { level?: FlowLevel },
    options?: RequestOptions,
  ): Promise<ProgramFlows>;

  /** Projects behind a cell of the flows, most contributions first. */
  getProgramFlowProjects(
    query: ProgramQuery & {
      level?: FlowLevel;
      from: string;
      to: string;
      limit?: number;
      cursor?: string;
    },
    options?: RequestOptions,
  ): Promise<ProgramProjectPage>;

  /** Projects that rose, fell, became ready, or leave others waiting. */
  getProgramMovers(
    query?: ProgramQuery,
    options?: RequestOptions,
  ): Promise<ProgramMovers>;

  /** Who helped another team for the first time this month. */
  getProgramNewcomers(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramNewcomers>;

  /** SCM organisations' set-up against the recommendations. Needs `innersource.program.read`. */
  getOrganizations(options?: RequestOptions): Promise<OrganizationList>;

  /** The program view as a Markdown report. */
  getProgramReport(
    query?: ProgramQuery & { level?: FlowLevel },
    options?: RequestOptions,
  ): Promise<string>;
}
