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
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  innersourceEvaluationRefreshPermission,
  PeoplePolicy,
  ProjectDetail,
  ProjectHistory,
  ProjectSummary,
  RefreshAccepted,
  withPeoplePolicy,
} from '@ispo/backstage-plugin-innersource-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Discovery } from '../discover/Discovery';
import { FACTS_TASK } from '../store/tasks';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { EvaluationStore } from '../store/EvaluationStore';
import { ProjectListStore, ProjectStanding } from '../store/ProjectListStore';
import { QueueStore } from '../store/QueueStore';
import { normalizeEntityRef, toEntityRef } from './entityRefs';
import { parseByRefsBody, parseHistoryQuery, parseListQuery } from './queries';

const BY_NAME = '/projects/by-name/:kind/:namespace/:name';

/** Ahead of everything that merely is due. */
const REFRESH_PRIORITY = 100;

const DAY_MILLISECONDS = 24 * 3600_000;

/** Age of the readiness that today's is compared with. */
const COMPARED_DAYS = 30;

/** Options of {@link createProjectsRouter}. */
export interface ProjectsRouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibleProjects: VisibleProjects;
  lists: ProjectListStore;
  evaluations: EvaluationStore;
  discovery: Discovery;
  queue: QueueStore;
  /** Who may be named. */
  people: PeoplePolicy;
  /** Called when there is work that should not wait for the next pass. */
  wakeWorker: () => void;
}

/** Projects: lists, one project whole, its history, and asking for a refresh. */
export function createProjectsRouter(options: ProjectsRouterOptions): Router {
  const { auditor, httpAuth, permissions, visibleProjects } = options;
  const { lists, evaluations, discovery, queue, people } = options;
  const router = PromiseRouter();

  async function visibleStanding(
    entityRef: string,
    credentials: BackstageCredentials,
    now: Date,
  ): Promise<ProjectStanding> {
    const standing = await lists.getStanding(entityRef, now);
    if (
      !standing ||
      !(await visibleProjects.includes(credentials, entityRef))
    ) {
      throw new NotFoundError(
        `There is no project ${entityRef}, or you may not see it. Check the name, and that the entity is in the catalog and matches innersource.catalog.filter; new entities appear within a minute or two.`,
      );
    }
    return standing;
  }

  async function decideRefresh(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<DefinitivePolicyDecision['result']> {
    const [decision] = await permissions.authorize(
      [
        {
          permission: innersourceEvaluationRefreshPermission,
          resourceRef: entityRef,
        },
      ],
      { credentials },
    );
    return decision.result;
  }

  router.get('/projects', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseListQuery(req.query);
    const scope = await visibleProjects.resolve(credentials);
    const page = await lists.list(
      await discovery.resolve(query, credentials, scope),
      scope,
      new Date(),
      await discovery.divisions(),
    );
    res.json(await discovery.withVisibleDivisions(page, credentials, scope));
  });

  router.post('/projects/by-refs', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entityRefs } = parseByRefsBody(req.body);
    const scope = await visibleProjects.resolve(credentials);
    const answer: { items: Array<ProjectSummary | null> } = {
      items: await lists.getSummaries(
        entityRefs.map(normalizeEntityRef),
        scope,
        new Date(),
      ),
    };
    res.json(answer);
  });

  router.get(BY_NAME, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = toEntityRef(req.params);
    const now = new Date();
    const { repositoryId, ...standing } = await visibleStanding(
      entityRef,
      credentials,
      now,
    );
    const [oldest] = await lists.getSnapshots(entityRef, {
      from: toDay(new Date(now.getTime() - COMPARED_DAYS * DAY_MILLISECONDS)),
    });
    const decision = await decideRefresh(entityRef, credentials);
    const evaluation = await evaluations.get(entityRef);
    const detail: ProjectDetail = {
      ...standing,
      evaluation: evaluation ? withPeoplePolicy(evaluation, people) : null,
      queuePosition:
        repositoryId !== null &&
        standing.nextEvaluationAt !== null &&
        Date.parse(standing.nextEvaluationAt) <= now.getTime()
          ? await queue.position(
              FACTS_TASK,
              repositoryId,
              now,
              await visibleProjects.resolve(credentials),
            )
          : null,
      readinessBefore: oldest
        ? {
            days: Math.min(
              COMPARED_DAYS,
              (Date.parse(toDay(now)) - Date.parse(oldest.date)) /
                DAY_MILLISECONDS,
            ),
            readiness: oldest.readiness,
          }
        : null,
      mayRefresh: decision === AuthorizeResult.ALLOW && repositoryId !== null,
    };
    res.json(detail);
  });

  router.get(`${BY_NAME}/history`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = toEntityRef(req.params);
    const range = parseHistoryQuery(req.query);
    await visibleStanding(entityRef, credentials, new Date());
    const answer: ProjectHistory = {
      entityRef,
      snapshots: await lists.getSnapshots(entityRef, range),
    };
    res.json(answer);
  });

  router.post(`${BY_NAME}/refresh`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = toEntityRef(req.params);
    const event = await auditor.createEvent({
      eventId: 'evaluation-refresh',
      severityLevel: 'low',
      request: req,
      meta: { entityRef },
    });
    try {
      const now = new Date();
      const { repositoryId } = await visibleStanding(
        entityRef,
        credentials,
        now,
      );
      if (
        (await decideRefresh(entityRef, credentials)) !== AuthorizeResult.ALLOW
      ) {
        throw new NotAllowedError(
          `You may not refresh ${entityRef}. Ask an administrator for the permission ${innersourceEvaluationRefreshPermission.name}.`,
        );
      }
      if (repositoryId === null) {
        throw new ConflictError(
          `${entityRef} has no readable source location. Give the entity a backstage.io/source-location annotation that points at its repository.`,
        );
      }
      await queue.enqueue({
        task: FACTS_TASK,
        repositoryIds: [repositoryId],
        at: now,
        priority: REFRESH_PRIORITY,
      });
      const accepted: RefreshAccepted = {
        queuePosition:
          (await queue.position(
            FACTS_TASK,
            repositoryId,
            now,
            await visibleProjects.resolve(credentials),
          )) ?? 1,
      };
      options.wakeWorker();
      await event.success();
      res.status(202).json(accepted);
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  return router;
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
