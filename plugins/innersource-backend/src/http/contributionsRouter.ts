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
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CONTRIBUTION_WINDOWS,
  ContributionWindowDays,
  dayOf,
  formatDay,
  innersourceAdminPermission,
} from '@ispo/backstage-plugin-innersource-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  Caller,
  ContributionReports,
} from '../contributions/ContributionReports';
import { Restatement } from '../contributions/Restatement';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { ProjectStore } from '../store/ProjectStore';
import { normalizeEntityRef, toEntityRef } from './entityRefs';

/** Options of {@link createContributionsRouter}. */
export interface ContributionsRouterOptions {
  auth: AuthService;
  auditor: AuditorService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibleProjects: VisibleProjects;
  projects: ProjectStore;
  reports: ContributionReports;
  restatement: Restatement;
}

/** Contributions to a project, of a team and of the caller; and restating past ones. */
export function createContributionsRouter(
  options: ContributionsRouterOptions,
): Router {
  const { catalog, httpAuth, visibleProjects, projects, reports } = options;
  const router = PromiseRouter();

  router.get(
    '/projects/by-name/:kind/:namespace/:name/contributions',
    async (req, res) => {
      const caller = await toCaller(req, options);
      const entityRef = toEntityRef(req.params);
      const project = await projects.get(entityRef);
      if (
        !project ||
        !(await visibleProjects.includes(caller.credentials, entityRef))
      ) {
        throw new NotFoundError(
          `There is no project ${entityRef}, or you may not see it. Check the name, and that the entity is in the catalog and matches innersource.catalog.filter.`,
        );
      }
      res.json(
        await reports.project({
          entityRef,
          catalog: project.catalog,
          days: toWindow(req.query.window),
          caller,
          now: new Date(),
        }),
      );
    },
  );

  router.get(
    '/teams/by-name/:kind/:namespace/:name/contributions',
    async (req, res) => {
      const caller = await toCaller(req, options);
      const entityRef = toEntityRef(req.params);
      if (!entityRef.startsWith('group:')) {
        throw new InputError(
          `${entityRef} is not a group. Ask for the contributions of a group, e.g. /teams/by-name/group/default/search/contributions.`,
        );
      }
      const group = await catalog.getEntityByRef(entityRef, {
        credentials: caller.credentials,
      });
      if (!group) {
        throw new NotFoundError(
          `There is no group ${entityRef}, or you may not see it. Check the name and that the group is in the catalog.`,
        );
      }
      res.json(
        await reports.team({
          entityRef,
          days: toWindow(req.query.window),
          scope: await visibleProjects.resolve(caller.credentials),
          caller,
          now: new Date(),
        }),
      );
    },
  );

  router.get('/me/contributions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const user = toUserRef(credentials.principal.userEntityRef);
    res.json(
      await reports.personal({
        user,
        days: toWindow(req.query.window),
        scope: await visibleProjects.resolve(credentials),
        caller: { credentials, user },
        now: new Date(),
      }),
    );
  });

  router.post('/contributions/recompute', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { from, to, entityRef } = req.body;
    const event = await options.auditor.createEvent({
      eventId: 'contributions-recompute',
      severityLevel: 'medium',
      request: req,
      meta: { from, to, entityRef },
    });
    try {
      await requireAdmin(options.permissions, credentials);
      const range = { firstDay: toDay(from), lastDay: toDay(to) };
      if (range.firstDay > range.lastDay) {
        throw new InputError(
          `The first day ${from} is after the last day ${to}. Swap them.`,
        );
      }
      const result = await options.restatement.run({
        ...range,
        ...(entityRef !== undefined && {
          entityRef: normalizeEntityRef(entityRef),
        }),
      });
      await event.success({ meta: { ...result } });
      res.json(result);
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  return router;
}

async function requireAdmin(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: innersourceAdminPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      'Recomputing past contributions needs the permission innersource.admin. Ask an administrator of the portal.',
    );
  }
}

async function toCaller(
  req: Request<{ kind: string; namespace: string; name: string }>,
  { auth, httpAuth }: { auth: AuthService; httpAuth: HttpAuthService },
): Promise<Caller> {
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  return auth.isPrincipal(credentials, 'user')
    ? { credentials, user: toUserRef(credentials.principal.userEntityRef) }
    : { credentials };
}

function toUserRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function toWindow(value: unknown): ContributionWindowDays {
  const days = value === undefined ? 365 : Number(value);
  const window = CONTRIBUTION_WINDOWS.find(known => known === days);
  if (window === undefined) {
    throw new InputError(
      `A window of ${days} days is not offered. Choose one of ${CONTRIBUTION_WINDOWS.join(
        ', ',
      )}.`,
    );
  }
  return window;
}

function toDay(text: string): number {
  const day = Number.isNaN(Date.parse(`${text}T00:00:00Z`))
    ? undefined
    : dayOf(`${text}T00:00:00Z`);
  // Date.parse takes 2025-02-30 for 2 March.
  if (day === undefined || formatDay(day) !== text) {
    throw new InputError(
      `${text} is not a day. Write it as YYYY-MM-DD, e.g. 2026-01-31.`,
    );
  }
  return day;
}
