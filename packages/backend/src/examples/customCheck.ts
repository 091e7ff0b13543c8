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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { CheckDefinition } from '@ispo/backstage-plugin-innersource-common';
import { innersourceExtensionPoint } from '@ispo/backstage-plugin-innersource-node';

const DAY = 86_400_000;

export const starterIssuesFresh: CheckDefinition = {
  id: 'starter-issues-fresh',
  category: 'responsive',
  title: 'Starter issues are up to date',
  why: 'An issue that nobody touched for months may long be solved, and newcomers waste their time on it.',
  severity: 'low',
  guideline: {
    name: 'Good First Project',
    url: 'https://patterns.innersourcecommons.org/p/good-first-project',
  },
  remedy: {
    summary: 'Go through the starter issues; update or close the old ones.',
  },
  // Administrators may change it: innersource.checks.starter-issues-fresh.parameters.days
  parameters: { days: 180 },
  evaluate({ repository: { starterIssues } }, { now, parameters }) {
    if (!starterIssues.known) {
      return {
        status: 'unknown',
        evidence: [{ message: starterIssues.reason }],
      };
    }
    const limit = now.getTime() - Number(parameters.days) * DAY;
    const old = starterIssues.value.filter(
      issue => Date.parse(issue.updatedAt) < limit,
    );
    if (!starterIssues.value.length) {
      return { status: 'not-applicable', evidence: [] };
    }
    return {
      status: old.length ? 'fail' : 'pass',
      evidence: old.slice(0, 5).map(({ title, url }) => ({
        message: `Not touched for ${parameters.days} days: ${title}`,
        url,
      })),
    };
  },
};

export default createBackendModule({
  pluginId: 'innersource',
  moduleId: 'starter-issues-fresh',
  register(reg) {
    reg.registerInit({
      deps: { innersource: innersourceExtensionPoint },
      async init({ innersource }) {
        innersource.addCheck(starterIssuesFresh);
      },
    });
  },
});
