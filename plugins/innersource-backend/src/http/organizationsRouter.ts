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
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  innersourceProgramReadPermission,
  OrganizationList,
} from '@ispo/backstage-plugin-innersource-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { OrganizationStore } from '../store/OrganizationStore';

/** Options of {@link createOrganizationsRouter}. */
export interface OrganizationsRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  organizations: OrganizationStore;
}

/** SCM organisations' set-up against the recommendations. */
export function createOrganizationsRouter(
  options: OrganizationsRouterOptions,
): Router {
  const { httpAuth, permissions, organizations } = options;
  const router = PromiseRouter();

  router.get('/organisations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: innersourceProgramReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not see the program. Ask an administrator for the permission ${innersourceProgramReadPermission.name}.`,
      );
    }
    const answer: OrganizationList = { items: await organizations.list() };
    res.json(answer);
  });

  return router;
}
