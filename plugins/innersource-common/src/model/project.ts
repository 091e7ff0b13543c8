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

import { Fact } from './fact';
import { RepositoryFacts, RepositoryRef } from './repository';

/**
 * How far a project opens itself, after the InnerSource Commons pattern
 * "Standard governance levels".
 *
 * @public
 */
export type GovernanceLevel =
  | 'issues-welcome'
  | 'contributions-welcome'
  | 'shared-write-access'
  | 'shared-ownership';

/**
 * All governance levels, least open first.
 *
 * @public
 */
export const GOVERNANCE_LEVELS: readonly GovernanceLevel[] = [
  'issues-welcome',
  'contributions-welcome',
  'shared-write-access',
  'shared-ownership',
];

/**
 * The annotation by which an entity declares its governance level.
 *
 * @public
 */
export const ANNOTATION_GOVERNANCE_LEVEL = 'innersource.io/governance-level';

/**
 * The annotation that names another owner (group or user entity ref) for the
 * purpose of contribution metrics.
 *
 * @public
 */
export const ANNOTATION_OWNING_TEAM = 'innersource.io/owning-team';

/**
 * A catalog entity with a readable source location, evaluated as a unit.
 *
 * @public
 */
export interface ProjectRef {
  /** Full entity reference, lower case, e.g. `component:default/search`. */
  entityRef: string;
  repository: RepositoryRef;
  /** Path inside the repository, `''` for the whole of it. */
  path: string;
}

/**
 * The owner of an entity as the catalog knows it.
 *
 * @public
 */
export interface OwnerFact {
  entityRef: string;
  kind: 'group' | 'user' | 'other';
  /** True when the catalog has that entity. */
  exists: boolean;
  /** Members of a group, including those of its child groups; 1 for a user. */
  memberCount: number;
}

/**
 * Another entity that depends on the project or consumes one of its APIs.
 *
 * @public
 */
export interface DependentFact {
  entityRef: string;
  /** Owner of that entity, where it has one. */
  owner?: string;
}

/**
 * What the catalog says about a project.
 *
 * @public
 */
export interface CatalogFacts {
  entityRef: string;
  kind: string;
  name: string;
  title: string | null;
  description: string | null;
  tags: string[];
  type: string | null;
  lifecycle: string | null;
  system: string | null;
  domain: string | null;
  /** Null when the entity names none. */
  owner: Fact<OwnerFact | null>;
  links: Array<{ url: string; title?: string; type?: string }>;
  /** Value of {@link ANNOTATION_GOVERNANCE_LEVEL}, if any, unchecked. */
  governanceLevelAnnotation: string | null;
  /** Full entity ref that {@link ANNOTATION_OWNING_TEAM} names, if any. */
  owningTeamAnnotation?: string | null;
  dependents: Fact<DependentFact[]>;
}

/**
 * What contributions say about how a project answers; see `docs/metrics.md`.
 * Unknown until a source delivers contributions.
 *
 * @public
 */
export interface MeasuredFacts {
  /** Median hours to the first response on change requests from other teams, last 365 days; null without any. */
  medianFirstResponseHours: Fact<number | null>;
  /** Change requests closed in the last 365 days divided by those opened; null without any opened. */
  changeRequestClosureRatio: Fact<number | null>;
  /** Open change requests of other teams without any response, oldest first, age in days. */
  unansweredOutsideChangeRequests: Fact<
    Array<{ url: string; ageDays: number }>
  >;
  /** CHAOSS Contributor Absence Factor over the last 365 days; null without contributions. */
  contributorAbsenceFactor: Fact<number | null>;
  /** People who merged or reviewed in the last 90 days (with git alone: who committed). */
  activeMaintainers: Fact<number>;
  /** Contributions of code from other teams in the last 365 days. */
  outsideContributions: Fact<number>;
}

/**
 * All that checks may look at.
 *
 * @public
 */
export interface ProjectFacts {
  project: ProjectRef;
  repository: RepositoryFacts;
  catalog: CatalogFacts;
  measured: MeasuredFacts;
}

/**
 * Kinds of help a project asks for, skills and texts, from `innersource.json`.
 *
 * @public
 */
export interface PortalMetadata {
  title?: string;
  motivation?: string;
  contributions?: string[];
  skills?: string[];
  docs?: string;
  logo?: string;
  language?: string;
  governanceLevel?: GovernanceLevel;
}
