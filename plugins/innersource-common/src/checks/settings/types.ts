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
  ActivityScore,
  Exemption,
  GovernanceLevel,
  GradeThreshold,
  Severity,
} from '../../model';
import {
  CheckDefinition,
  CheckParameters,
  InternalLicense,
} from '../definition';

/**
 * Projects that an exemption is granted to. Values of one field are any-of,
 * different fields combine with and. Case is ignored.
 *
 * @public
 */
export interface ProjectFilter {
  kind?: string[];
  namespace?: string[];
  type?: string[];
  lifecycle?: string[];
  /** Entity refs; a short name means a group in the default namespace. */
  owner?: string[];
  tag?: string[];
  system?: string[];
  domain?: string[];
  /** Normalised URL of a repository. */
  repository?: string[];
}

/**
 * An exemption and what it is granted to.
 *
 * @public
 */
export interface ExemptionRule extends Exemption {
  checks: string[];
  /** Full entity ref, lower case. */
  entityRef?: string;
  filter?: ProjectFilter;
}

/**
 * What an administrator changed about one check.
 *
 * @public
 */
export interface CheckSettings {
  enabled: boolean;
  severity?: Severity;
  /** Replaces the weight that follows from the severity, 0 to 100. */
  weight?: number;
  levels?: GovernanceLevel[];
  /** Only those that were changed. */
  parameters: CheckParameters;
}

/**
 * All settings of the evaluation, validated and complete.
 *
 * @public
 */
export interface EvaluationSettings {
  /** By check id; checks without settings are not listed. */
  checks: Readonly<Record<string, CheckSettings>>;
  /** Declarative checks of the administrator's own. */
  customChecks: readonly CheckDefinition[];
  /** Best grade first; the last one starts at 0. */
  grades: readonly GradeThreshold[];
  exemptions: readonly ExemptionRule[];
  defaultLevel: GovernanceLevel;
  internalLicenses: readonly InternalLicense[];
  activityVariant: ActivityScore['variant'];
}
