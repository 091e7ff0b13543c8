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
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { innersourceProgramReadPermission } from '@ispo/backstage-plugin-innersource-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Caller } from '../contributions/ContributionReports';
import { ProgramReports } from '../program/ProgramReports';
import {
  parseFlowProjectsQuery,
  parseFlowsQuery,
  parseProgramPageQuery,
  parseProgramProjectsQuery,
  parseProgramQuery,
} from './queries';

const DEFAULT_LIMIT = 50;

interface Question {
  caller: Caller;
  now: Date;
}

/** Options of {@link createProgramRouter}. */
export interface ProgramRouterOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  reports: ProgramReports;
}

/** The program office's view over all projects that the caller may see. */
export function createProgramRouter(options: ProgramRouterOptions): Router {
  const { reports } = options;
  const router = PromiseRouter();

  router.get('/program/summary', async (req, res) => {
    const query = parseProgramQuery(req.query);
    const question =
      query.scope === undefined
        ? await toQuestion(req, options)
        : await toScopedQuestion(req, options);
    res.json(await reports.summary({ ...question, ...query }));
  });

  router.get('/program/trend', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.trend({ ...question, ...parseProgramQuery(req.query) }),
    );
  });

  router.get('/program/checks', async (req, res) => {
    const query = parseProgramQuery(req.query);
    const question =
      query.scope === undefined
        ? await toQuestion(req, options)
        : await toScopedQuestion(req, options);
    res.json(await reports.checks({ ...question, ...query }));
  });

  router.get('/program/checks/:checkId/projects', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.checkProjects({
        ...question,
        ...withPage(parseProgramPageQuery(req.query)),
        checkId: req.params.checkId,
      }),
    );
  });

  router.get('/program/projects', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.projects({
        ...question,
        ...withPage(parseProgramProjectsQuery(req.query)),
      }),
    );
  });

  router.get('/program/flows', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.flows({ ...question, ...parseFlowsQuery(req.query) }),
    );
  });

  router.get('/program/flows/projects', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.flowProjects({
        ...question,
        ...withPage(parseFlowProjectsQuery(req.query)),
      }),
    );
  });

  router.get('/program/movers', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.movers({ ...question, ...parseProgramQuery(req.query) }),
    );
  });

  router.get('/program/newcomers', async (req, res) => {
    const question = await toQuestion(req, options);
    res.json(
      await reports.newcomers({ ...question, ...parseProgramQuery(req.query) }),
    );
  });

  router.get('/export/report.md', async (req, res) => {
    const question = await toQuestion(req, options);
    const markdown = await reports.report({
      ...question,
      ...parseFlowsQuery(req.query),
    });
    res
      .type('text/markdown; charset=utf-8')
      .attachment('innersource-report.md')
      .send(markdown);
  });

  return router;
}

function withPage<T extends { limit?: number; cursor?: number }>({
  limit,
  cursor,
  ...query
}: T) {
  return { ...query, limit: limit ?? DEFAULT_LIMIT, offset: cursor ?? 0 };
}

async function toQuestion(
  req: Request<Record<string, string>>,
  options: ProgramRouterOptions,
): Promise<Question> {
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const [decision] = await options.permissions.authorize(
    [{ permission: innersourceProgramReadPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      'The program view needs the permission innersource.program.read. Ask an administrator of the portal.',
    );
  }
  return questionOf(credentials, options);
}

/**
 * A question about one group, system or domain as its entity page asks it: who
 * may see the entity may have the sums over its projects that they may see.
 */
async function toScopedQuestion(
  req: Request<Record<string, string>>,
  options: ProgramRouterOptions,
): Promise<Question> {
  return questionOf(
    await options.httpAuth.credentials(req, { allow: ['user', 'service'] }),
    options,
  );
}

function questionOf(
  credentials: BackstageCredentials,
  { auth }: ProgramRouterOptions,
): Question {
  const caller: Caller = auth.isPrincipal(credentials, 'user')
    ? {
        credentials,
        user: credentials.principal.userEntityRef.toLocaleLowerCase('en-US'),
      }
    : { credentials };
  return { caller, now: new Date() };
}
