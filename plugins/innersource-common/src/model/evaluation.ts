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

import { CheckResult, LevelInForce, Readiness } from './check';
import { PortalMetadata, ProjectRef } from './project';
import {
  CommitActivity,
  LanguageShare,
  LicenseFact,
  ReleaseFact,
  RepositoryVisibility,
  StarterIssue,
} from './repository';
import { Fact } from './fact';

/**
 * The Repository Activity Score of the InnerSource Commons, with its label.
 *
 * @public
 */
export interface ActivityScore {
  /** From 0 upwards. */
  score: number;
  /** Which formula was used. */
  variant: 'pattern' | 'continuous';
  label:
    | 'extremely-high'
    | 'very-high'
    | 'high'
    | 'moderate'
    | 'low'
    | 'very-low'
    | 'none';
  /** Counts that the source could not see and that were taken as 0. */
  assumedZero?: Array<'forks' | 'watchers' | 'stars' | 'openIssues'>;
}

/**
 * What of the facts is kept beside an evaluation for people to see.
 *
 * @public
 */
export interface EvaluationFacts {
  source: string;
  /** ISO 8601 instant. */
  observedAt: string;
  headCommit: Fact<string>;
  /** When the repository was created, ISO 8601; absent in evaluations of earlier versions. */
  createdAt?: Fact<string>;
  defaultBranch: Fact<string>;
  description: string | null;
  topics: string[];
  visibility: Fact<RepositoryVisibility>;
  archived: Fact<boolean>;
  license: Fact<LicenseFact | null>;
  languages: LanguageShare[];
  latestRelease: Fact<ReleaseFact | null>;
  stars: Fact<number>;
  forks: Fact<number>;
  openIssues: Fact<number>;
  starterIssues: StarterIssue[];
  /** Of the project's path; at most 25 authors, and only where names may be shown. */
  commits: Fact<CommitActivity>;
  /** Commits per week of the last 52 weeks, oldest first, the current week last. */
  participation: number[] | null;
  metadata: PortalMetadata;
  /** Contribution guide's path in the repository, if there is one. */
  contributingPath: string | null;
  /** Names of trusted committers or maintainers as the documents give them. */
  trustedCommitters: string[];
}

/**
 * The outcome of evaluating one project once.
 *
 * @public
 */
export interface Evaluation {
  project: ProjectRef;
  /** ISO 8601 instant. */
  evaluatedAt: string;
  level: LevelInForce;
  readiness: Readiness;
  results: CheckResult[];
  /** Null when the facts that the formula needs are unknown. */
  activity: ActivityScore | null;
  facts: EvaluationFacts;
}
