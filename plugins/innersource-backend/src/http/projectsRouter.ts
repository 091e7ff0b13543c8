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
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  innersourceEvaluationRefreshPermission,
  ProjectDetail,
} from '@ispo/backstage-plugin-innersource-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { FACTS_TASK } from '../evaluation/FactsTask';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { EvaluationStore } from '../store/EvaluationStore';
import { ProjectListStore } from '../store/ProjectListStore';
import { QueueStore } from '../store/QueueStore';

const BY_NAME = '/projects/by-name/:kind/:namespace/:name';

/** Options of {@link createProjectsRouter}. */
export interface ProjectsRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibleProjects: VisibleProjects;
  lists: ProjectListStore;
  evaluations: EvaluationStore;
  queue: QueueStore;
}

/** Projects: lists, one project whole, its history, and asking for a refresh. */
export function createProjectsRouter(options: ProjectsRouterOptions): Router {
  const { httpAuth, permissions, visibleProjects, lists, evaluations, queue } =
    options;
  const router = PromiseRouter();

  router.get(BY_NAME, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = toEntityRef(req.params);
    const now = new Date();
    const standing = await lists.getStanding(entityRef, now);
    if (
      !standing ||
      !(await visibleProjects.includes(credentials, entityRef))
    ) {
      throw notFound(entityRef);
    }
    const [decision] = await permissions.authorize(
      [
        {
          permission: innersourceEvaluationRefreshPermission,
          resourceRef: entityRef,
        },
      ],
      { credentials },
    );
    const { repositoryId, ...shown } = standing;
    const detail: ProjectDetail = {
      ...shown,
      evaluation: (await evaluations.get(entityRef)) ?? null,
      queuePosition:
        repositoryId === null
          ? null
          : await queue.position(FACTS_TASK, repositoryId, now),
      readiness30DaysAgo: null,
      mayRefresh: decision.result === AuthorizeResult.ALLOW,
    };
    res.json(detail);
  });

  return router;
}

function toEntityRef(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return stringifyEntityRef(params).toLocaleLowerCase('en-US');
}

function notFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no project ${entityRef}, or you may not see it. Check the name, and that the entity is in the catalog and matches innersource.catalog.filter; new entities appear within a minute or two.`,
  );
}
