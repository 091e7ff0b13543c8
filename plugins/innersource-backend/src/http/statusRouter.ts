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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  BackendStatus,
  innersourceAdminPermission,
} from '@ispo/backstage-plugin-innersource-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { FACTS_TASK } from '../store/tasks';
import { Sources } from '../evaluation/Sources';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { QueueStore } from '../store/QueueStore';
import { StateStore } from '../store/StateStore';
import { StatusStore } from '../store/StatusStore';

/** Options of {@link createStatusRouter}. */
export interface StatusRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibleProjects: VisibleProjects;
  queue: QueueStore;
  state: StateStore;
  status: StatusStore;
  sources: Sources;
}

/** Queue, first pass and failing repositories; budgets for administrators. */
export function createStatusRouter(options: StatusRouterOptions): Router {
  const { httpAuth, permissions, visibleProjects, queue, state, status } =
    options;
  const router = PromiseRouter();

  router.get('/status', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const scope = await visibleProjects.resolve(credentials);
    const [decision] = await permissions.authorize(
      [{ permission: innersourceAdminPermission }],
      { credentials },
    );
    const now = new Date();
    const { lastSuccessAt, ...figures } = await queue.figures(
      FACTS_TASK,
      now,
      scope,
    );
    const answer: BackendStatus = {
      ...(await status.getFigures(scope, now)),
      queue: figures,
      lastSuccessAt,
      catalogSyncedAt: (await state.get('catalogSyncedAt')) ?? null,
      failing: await status.getFailing(scope),
      sources: await options.sources.health(),
      budgets:
        decision.result === AuthorizeResult.ALLOW
          ? options.sources.budgets()
          : [],
    };
    res.json(answer);
  });

  return router;
}
