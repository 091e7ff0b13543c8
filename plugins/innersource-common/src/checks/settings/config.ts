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

import { CheckCategory, GovernanceLevel, Severity } from '../../model';
import { DocumentRule } from '../rules';

/**
 * The keys below `innersource` in `app-config.yaml` that configure the evaluation,
 * as administrators write them. Other keys belong to others and are ignored here.
 *
 * @public
 */
export interface EvaluationConfig {
  /** Changes to checks, by check id. */
  checks?: Record<string, CheckConfig>;
  /** Declarative checks of the organisation's own. */
  customChecks?: CustomCheckConfig[];
  /**
   * Grades, best first, each with the readiness (0 to 100) at which it starts; the
   * last one must start at 0. Default: A from 90, B from 75, C from 60, D from 45,
   * F from 0. Given, the list replaces the default.
   */
  grades?: Array<{ grade: string; from: number }>;
  /** Checks that shall not count for certain projects. */
  exemptions?: ExemptionConfig[];
  /** Level of projects that declare none; default `contributions-welcome`. */
  defaultGovernanceLevel?: GovernanceLevel;
  /** Licenses of the organisation's own that count as recognised. */
  internalLicenses?: InternalLicenseConfig[];
  activity?: {
    /** Formula of the activity score: `pattern` (default) or `continuous`. */
    variant?: 'pattern' | 'continuous';
  };
}

/**
 * Changes to one check.
 *
 * @public
 */
export interface CheckConfig {
  /** False turns the check off. */
  enabled?: boolean;
  /** Replaces the severity, and with it the weight, at all levels. */
  severity?: Severity;
  /** Replaces the weight, 0 to 100; with 0 the check is shown and does not count. */
  weight?: number;
  /** Governance levels at which it applies. */
  levels?: GovernanceLevel[];
  /**
   * Parameters by name, listed with their defaults in `docs/checks.md`. A list
   * replaces the default list; `{ add: [...] }` adds to it.
   */
  parameters?: Record<string, number | string | string[] | { add: string[] }>;
}

/**
 * A check of the organisation's own over documents.
 *
 * @public
 */
export interface CustomCheckConfig {
  /** Kebab-case, unlike that of any other check. */
  id: string;
  category: CheckCategory;
  title: string;
  /** Why it matters, one or two sentences. */
  why: string;
  severity: Severity;
  guideline: { name: string; url: string };
  remedy: {
    /** What to do, in the imperative. */
    summary: string;
    url?: string;
    template?: { path: string; content: string };
  };
  /** Governance levels at which it applies; all by default. */
  levels?: GovernanceLevel[];
  /** Alternatives; one that holds makes the check pass. */
  anyOf: DocumentRule[];
}

/**
 * An exemption: either `entity` or `filter` says what it is granted to.
 *
 * @public
 */
export interface ExemptionConfig {
  /** Entity ref; kind `component` and namespace `default` may be left out. */
  entity?: string;
  /** Values of one field are any-of, different fields combine with and. */
  filter?: {
    kind?: string | string[];
    namespace?: string | string[];
    type?: string | string[];
    lifecycle?: string | string[];
    /** Entity ref; kind `group` and namespace `default` may be left out. */
    owner?: string | string[];
    tag?: string | string[];
    system?: string | string[];
    domain?: string | string[];
    /** URL of a repository. */
    repository?: string | string[];
  };
  /** Check id or ids. */
  check: string | string[];
  reason: string;
  /** Last day on which it holds, `YYYY-MM-DD` (UTC); without it, for good. */
  expires?: string;
}

/**
 * A license of the organisation's own.
 *
 * @public
 */
export interface InternalLicenseConfig {
  /** SPDX-style id of the form `LicenseRef-…`. */
  id: string;
  name: string;
  /** A license file that contains one of these phrases carries this license. */
  phrases: string[];
}
