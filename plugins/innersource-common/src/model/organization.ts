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

import { FailureKind } from './api';
import { Evidence, Guideline } from './check';
import { Fact } from './fact';

/**
 * An SCM organisation: the account that owns repositories on a host.
 *
 * @public
 */
export interface OrganizationRef {
  /** Host name with port if there is one. */
  host: string;
  /** Name as the host spells it. */
  login: string;
}

/**
 * What members may do with repositories that nobody gave them access to.
 *
 * @public
 */
export type BasePermission = 'none' | 'read' | 'write' | 'admin';

/**
 * Rules that an organisation lays on its repositories' branches.
 *
 * @public
 */
export interface OrganizationRuleset {
  name: string;
  /** True when it is enforced, not merely tried out or switched off. */
  active: boolean;
  /** What it applies to, e.g. `branch`, `tag` or `push`. */
  target: string;
}

/**
 * How an SCM organisation is set up, as far as the credential may see.
 *
 * @public
 */
export interface OrganizationSetup {
  organization: OrganizationRef;
  /** Id of the source that read it. */
  source: string;
  /** Page of the organisation. */
  url: string;
  /** ISO 8601 instant. */
  observedAt: string;
  basePermission: Fact<BasePermission>;
  /** Visibility that new repositories get unless somebody chooses. */
  defaultVisibility: Fact<'public' | 'internal' | 'private'>;
  membersCanCreatePublicRepositories: Fact<boolean>;
  /** Null where the organisation has no internal repositories. */
  membersCanCreateInternalRepositories: Fact<boolean | null>;
  membersCanCreatePrivateRepositories: Fact<boolean>;
  /** Private and internal repositories may be forked. */
  membersCanForkPrivateRepositories: Fact<boolean>;
  twoFactorRequired: Fact<boolean>;
  rulesets: Fact<OrganizationRuleset[]>;
  /** Kinds of default community files, lower case without extension, e.g. `contributing`. */
  defaultDocuments: Fact<string[]>;
}

/**
 * Outcome of one check of an organisation's set-up.
 *
 * @public
 */
export interface OrganizationCheckResult {
  /** Stable, kebab-case, e.g. `base-permission`. */
  id: string;
  title: string;
  status: 'pass' | 'partial' | 'fail' | 'unknown' | 'not-applicable';
  /** What was found. */
  evidence: Evidence[];
  /** The recommended range, a sentence. */
  recommended: string;
  /** Why openness gains by it, a sentence or two. */
  why: string;
  /** What it costs in security or control, a sentence or two. */
  tradeOff: string;
  guideline: Guideline;
}

/**
 * An organisation's set-up against the recommendations for InnerSource.
 *
 * @public
 */
export interface OrganizationEvaluation {
  organization: OrganizationRef;
  source: string;
  /** Page of the organisation. */
  url: string;
  /** ISO 8601 instant. */
  evaluatedAt: string;
  results: OrganizationCheckResult[];
}

/**
 * One organisation in the answer of `GET /organisations`.
 *
 * @public
 */
export interface OrganizationReport {
  organization: OrganizationRef;
  /** The last good evaluation; null if there is none yet. */
  evaluation: OrganizationEvaluation | null;
  /** Why the newest one could not be made; null when it could. */
  failure: {
    /** ISO 8601 instant of the first failure since the last success. */
    since: string;
    kind: FailureKind;
    /** What failed and what to do, without secrets. */
    message: string;
  } | null;
}

/**
 * Answer of `GET /organisations`, by host and name.
 *
 * @public
 */
export interface OrganizationList {
  items: OrganizationReport[];
}
