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
import { CheckDefinition } from '../definition';

/** Can the project be found, and is it alive? */
export const discoverableChecks: readonly CheckDefinition[] = [
  {
    id: 'visibility',
    category: 'discoverable',
    title: 'Visible to the whole organisation',
    why: 'People cannot contribute to what they cannot read. Internal visibility lowers the barrier without making the code public.',
    severity: 'high',
    guideline: {
      name: 'Managing InnerSource projects: repository-level settings',
      url: 'https://github.com/InnerSourceCommons/managing-innersource-projects/blob/main/innersource-tooling/github-configuration.md',
    },
    remedy: {
      summary:
        'Change the visibility of the repository to internal (or public), so that every colleague can read it.',
    },
    evaluate({ repository: { visibility } }) {
      if (!visibility.known) {
        return {
          status: 'unknown',
          evidence: [{ message: visibility.reason }],
        };
      }
      return {
        status: visibility.value === 'private' ? 'fail' : 'pass',
        evidence: [{ message: `The repository is ${visibility.value}.` }],
      };
    },
  },
];
