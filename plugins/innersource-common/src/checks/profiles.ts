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
  GOVERNANCE_LEVELS,
  GovernanceLevel,
  LevelInForce,
  Severity,
  SEVERITY_WEIGHTS,
} from '../model';
import { CheckDefinition } from './definition';
import { CheckSettings } from './settings/types';

/**
 * Finds the governance level of a project: the entity's annotation wins over
 * `innersource.json`, that over the administrator's default. Values that are no
 * level are passed over.
 *
 * @public
 */
export function resolveLevel(options: {
  annotation: string | null;
  metadata: GovernanceLevel | undefined;
  defaultLevel: GovernanceLevel;
}): LevelInForce {
  const annotated = toGovernanceLevel(options.annotation);
  if (annotated) {
    return { level: annotated, declaredBy: 'annotation' };
  }
  if (options.metadata) {
    return { level: options.metadata, declaredBy: 'innersource.json' };
  }
  return { level: options.defaultLevel, declaredBy: 'default' };
}

/**
 * Reads a governance level as people write it: case, spaces and underscores do
 * not matter.
 *
 * @returns undefined when it is none of {@link GOVERNANCE_LEVELS}
 *
 * @public
 */
export function toGovernanceLevel(value: unknown): GovernanceLevel | undefined {
  if (typeof value !== 'string' || value.length > 100) {
    return undefined;
  }
  const normalised = value.trim().toLowerCase().replace(/[\s_]/g, '-');
  return GOVERNANCE_LEVELS.find(level => level === normalised);
}

/** What a check amounts to at a governance level. */
export interface CheckProfile {
  applies: boolean;
  severity: Severity;
  weight: number;
}

/**
 * Whether a check applies at a level and what it weighs there: the
 * administrator's settings win over the definition's.
 */
export function profileOf(
  check: CheckDefinition,
  level: GovernanceLevel,
  settings: CheckSettings | undefined,
): CheckProfile {
  const levels = settings?.levels ?? check.levels;
  const severity =
    settings?.severity ?? check.severityAt?.[level] ?? check.severity;
  return {
    applies: !levels || levels.includes(level),
    severity,
    weight: settings?.weight ?? SEVERITY_WEIGHTS[severity],
  };
}
