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
  CheckCategory,
  DocumentSelector,
  Evidence,
  GovernanceLevel,
  Guideline,
  ProjectFacts,
  Remedy,
  Severity,
} from '../model';

/**
 * Named values that an administrator may change: days, lengths, synonyms, hosts.
 *
 * @public
 */
export type CheckParameters = Readonly<
  Record<string, number | string | readonly string[]>
>;

/**
 * A license of the organisation's own, e.g. an InnerSource license between legal
 * entities.
 *
 * @public
 */
export interface InternalLicense {
  /** SPDX-style id of the form `LicenseRef-…`. */
  id: string;
  name: string;
  /** A license file that contains one of these phrases carries this license; case and white space are ignored. */
  phrases: readonly string[];
}

/**
 * What the code of a check concludes, before weights and exemptions.
 *
 * @public
 */
export interface CheckOutcome {
  status: 'pass' | 'partial' | 'fail' | 'unknown' | 'not-applicable';
  /** 0 to 1, exclusive; only for `partial`. */
  score?: number;
  evidence: Evidence[];
  /** Replaces the definition's remedy where the outcome knows better. */
  remedy?: Remedy;
}

/**
 * What the code of a check may use besides the facts.
 *
 * @public
 */
export interface CheckContext {
  now: Date;
  /** The check's parameters after configuration, e.g. `{ days: 180 }`. */
  parameters: CheckParameters;
  /** Licenses of the organisation's own that count as recognised. */
  internalLicenses: readonly InternalLicense[];
}

/**
 * A rule over facts.
 *
 * @public
 */
export interface CheckDefinition {
  /** Stable, kebab-case. */
  id: string;
  category: CheckCategory;
  title: string;
  /** Why it matters, one or two sentences. */
  why: string;
  severity: Severity;
  guideline: Guideline;
  remedy: Remedy;
  /** Levels at which it applies; all by default. */
  levels?: readonly GovernanceLevel[];
  /** Other severities at certain levels. */
  severityAt?: Partial<Record<GovernanceLevel, Severity>>;
  /** Defaults of the parameters that an administrator may change. */
  parameters?: CheckParameters;
  /** What it wants to read of the repository, merged into the sources' {@link DocumentSelector}. */
  documents?: Partial<DocumentSelector>;
  /** Pure; must not throw for any facts. */
  evaluate(facts: ProjectFacts, context: CheckContext): CheckOutcome;
}
