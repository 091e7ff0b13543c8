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

import { OrganizationEvaluation, OrganizationSetup } from '../model';
import { OrganizationCheckDefinition, organizationChecks } from './checks';

/**
 * Holds an organisation's set-up against the recommendations. There is no
 * score: each is a trade-off for the organisation to decide.
 *
 * @public
 */
export function evaluateOrganization(
  setup: OrganizationSetup,
  options: { now: Date; checks?: readonly OrganizationCheckDefinition[] },
): OrganizationEvaluation {
  const { now, checks = organizationChecks } = options;
  return {
    organization: setup.organization,
    source: setup.source,
    url: setup.url,
    evaluatedAt: now.toISOString(),
    results: checks.map(check => ({
      id: check.id,
      title: check.title,
      recommended: check.recommended,
      why: check.why,
      tradeOff: check.tradeOff,
      guideline: check.guideline,
      ...check.evaluate(setup),
    })),
  };
}
