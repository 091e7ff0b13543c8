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

import { known, OrganizationSetup } from '../../model';

/** When it was looked at. */
export const NOW = new Date('2026-11-22T12:00:00Z');

/** Set up as recommended in everything. */
export const recommendedSetup: OrganizationSetup = {
  organization: { host: 'github.com', login: 'acme' },
  source: 'github',
  url: 'https://github.com/acme',
  observedAt: NOW.toISOString(),
  basePermission: known('read'),
  defaultVisibility: known('internal'),
  membersCanCreatePublicRepositories: known(false),
  membersCanCreateInternalRepositories: known(true),
  membersCanCreatePrivateRepositories: known(true),
  membersCanForkPrivateRepositories: known(true),
  twoFactorRequired: known(true),
  rulesets: known([{ name: 'main', active: true, target: 'branch' }]),
  defaultDocuments: known(['contributing', 'code_of_conduct', 'support']),
};
