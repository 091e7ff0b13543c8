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

import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';

/**
 * Puts a project at the head of the queue. Conditional on the entity.
 *
 * @public
 */
export const innersourceEvaluationRefreshPermission = createPermission({
  name: 'innersource.evaluation.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Shows the program view: aggregates over all projects that the caller may see.
 *
 * @public
 */
export const innersourceProgramReadPermission = createPermission({
  name: 'innersource.program.read',
  attributes: { action: 'read' },
});

/**
 * Operates the plugin: sees failing repositories and budgets of all hosts,
 * recomputes relations of past contributions.
 *
 * @public
 */
export const innersourceAdminPermission = createPermission({
  name: 'innersource.admin',
  attributes: { action: 'update' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const innersourcePermissions: Permission[] = [
  innersourceEvaluationRefreshPermission,
  innersourceProgramReadPermission,
  innersourceAdminPermission,
];
