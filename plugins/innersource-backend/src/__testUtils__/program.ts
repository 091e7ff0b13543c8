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
  parseEvaluationSettings,
  PeoplePolicy,
  resolveChecks,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { NamableTeams } from '../contributions/NamableTeams';
import { ProgramReports } from '../program/ProgramReports';
import { ProgramScopes } from '../program/ProgramScopes';
import { ContributionStore } from '../store/ContributionStore';
import { DatabaseOrganizationStore } from '../store/OrganizationStore';
import { ProgramStore } from '../store/ProgramStore';
import { createPortal } from './portal';

/** The program's reports over a database, as the plugin makes them. */
export function createProgramReports(
  knex: Knex,
  portal: ReturnType<typeof createPortal>,
  policy: PeoplePolicy,
): ProgramReports {
  const { grades, ...settings } = parseEvaluationSettings(undefined);
  return ProgramReports.create({
    store: ProgramStore.create({ knex }),
    scopes: ProgramScopes.create(portal),
    organisation: portal.organisation,
    namableTeams: NamableTeams.create({
      ...portal,
      store: ContributionStore.create({ knex }),
      policy,
    }),
    policy,
    organizations: DatabaseOrganizationStore.create({ knex }),
    checks: resolveChecks({ grades, ...settings }),
    grades,
  });
}
