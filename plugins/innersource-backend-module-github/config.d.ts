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

import { HumanDuration } from '@backstage/types';

export interface Config {
  innersource?: {
    /**
     * How repositories of github.com and GitHub Enterprise are read. Hosts and
     * credentials are those of `integrations.github`.
     */
    github?: {
      /**
       * Requests in flight per credential, 1 to 50; default 4. App
       * installations count apart from each other.
       */
      concurrency?: number;
      /** How long one request may take; default 30 seconds. */
      requestTimeout?: HumanDuration | string;
      /**
       * How long a reading waits for GitHub's request limits before it is put
       * back into the queue; default 1 minute.
       */
      maxWait?: HumanDuration | string;
      /**
       * Labels of issues that are offered to newcomers, whatever their case.
       * Default: the usual spellings of "good first issue", "help wanted", "up
       * for grabs" and "first-timers-only".
       */
      starterIssueLabels?: string[];
    };
  };
}
