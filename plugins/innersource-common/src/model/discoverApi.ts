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

import { Facet, ListProjectsQuery, ProjectSummary } from './api';
import { StarterIssue } from './repository';

/**
 * Order of a list of starter issues.
 *
 * @public
 */
export type HelpWantedOrder = 'newest' | 'oldest' | 'fewest-comments';

/**
 * Query of `GET /help-wanted`: the filters of `GET /projects` choose the
 * projects, the others the issues. Lists are any-of; different filters combine
 * with and.
 *
 * @public
 */
export interface HelpWantedQuery
  extends Pick<
    ListProjectsQuery,
    | 'owner'
    | 'language'
    | 'topic'
    | 'grade'
    | 'level'
    | 'contribution'
    | 'division'
    | 'answersWithinHours'
    | 'innerSourceOnly'
    | 'facets'
  > {
  /** Words that must all occur in the issue's title, labels or skills, or the project's title. */
  search?: string;
  /** Skills of the issue, or of the project where the issue names none. */
  skill?: string[];
  label?: string[];
  /**
   * In a language, or with a skill, that the caller knows from their past
   * contributions or their teams' projects; for users only.
   */
  mine?: boolean;
  /** Default `newest`. */
  orderBy?: HelpWantedOrder;
  /** 1 to 200, default 50. */
  limit?: number;
  cursor?: string;
}

/**
 * An open, unassigned starter issue and the project that offers it.
 *
 * @public
 */
export interface HelpWantedIssue extends StarterIssue {
  entityRef: string;
  projectTitle: string;
  owner: string | null;
  language: string | null;
}

/**
 * Answer of `GET /help-wanted`.
 *
 * @public
 */
export interface HelpWantedPage {
  items: HelpWantedIssue[];
  totalItems: number;
  nextCursor: string | null;
  facets: {
    owner: Facet[];
    language: Facet[];
    topic: Facet[];
    skill: Facet[];
    label: Facet[];
    grade: Facet[];
    level: Facet[];
    contribution: Facet[];
    division: Facet[];
  };
}

/**
 * Why a project is suggested.
 *
 * - `language`, `skill`: one that the caller knows from their past contributions
 *   or their teams' projects; `value` is its name
 * - `dependency`: a project of the caller's teams depends on it; `value` is the
 *   entity ref of that project
 *
 * @public
 */
export interface SuggestionReason {
  kind: 'language' | 'skill' | 'dependency';
  value: string;
}

/**
 * A project that fits the caller.
 *
 * @public
 */
export interface Suggestion {
  project: ProjectSummary;
  /** At least one, strongest first. */
  reasons: SuggestionReason[];
}

/**
 * Answer of `GET /me/suggestions`.
 *
 * @public
 */
export interface Suggestions {
  /** Best first; empty when nothing is known of the caller. */
  items: Suggestion[];
  /** What is known of the caller. */
  basis: {
    languages: string[];
    skills: string[];
    /** Projects that the caller's teams depend on. */
    dependencies: number;
  };
}

/**
 * Files for other tools, made of the projects that the caller may see:
 * `portal.json` is the `repos.json` of SAP's project portal for InnerSource,
 * `projects.csv` a table.
 *
 * @public
 */
export type ExportFile = 'portal.json' | 'projects.csv';

/**
 * Which projects an export holds.
 *
 * @public
 */
export type ExportQuery = Omit<
  ListProjectsQuery,
  'limit' | 'cursor' | 'facets'
>;
