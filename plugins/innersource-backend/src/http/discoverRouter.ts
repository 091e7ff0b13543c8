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
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { CSV_HEADER, toProjectLine } from '../discover/csv';
import { Discovery } from '../discover/Discovery';
import { toPortalEntry } from '../discover/portalJson';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { ExportedProject, ExportStore } from '../store/ExportStore';
import { parseExportQuery, parseSuggestionsQuery } from './queries';
import { streamTo } from './streamTo';

/** Options of {@link createDiscoverRouter}. */
export interface DiscoverRouterOptions {
  httpAuth: HttpAuthService;
  visibleProjects: VisibleProjects;
  discovery: Discovery;
  exports: ExportStore;
}

/** Suggestions for the caller, and files for other tools. */
export function createDiscoverRouter(options: DiscoverRouterOptions): Router {
  const { httpAuth, visibleProjects, discovery } = options;
  const router = PromiseRouter();

  router.get('/me/suggestions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { limit } = parseSuggestionsQuery(req.query);
    res.json(
      await discovery.suggest(credentials, {
        scope: await visibleProjects.resolve(credentials),
        limit,
        now: new Date(),
      }),
    );
  });

  async function send(
    req: Request,
    res: Response,
    type: string,
    toText: (
      pages: AsyncGenerator<ExportedProject[]>,
    ) => AsyncGenerator<string>,
  ): Promise<void> {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseExportQuery(req.query);
    const scope = await visibleProjects.resolve(credentials);
    const filters = await discovery.resolve(query, credentials, scope);
    const pages = options.exports.read(filters, scope, new Date());
    // Before anything is sent, so that a failure can still be told as one.
    const first = await pages.next();
    const file = req.path.split('/').at(-1);
    res.setHeader('Content-Type', type);
    res.setHeader('Content-Disposition', `attachment; filename="${file}"`);
    await streamTo(res, toText(resume(first, pages)));
  }

  router.get('/export/portal.json', (req, res) =>
    send(req, res, 'application/json; charset=utf-8', toPortalJson),
  );

  router.get('/export/projects.csv', (req, res) =>
    send(req, res, 'text/csv; charset=utf-8; header=present', toCsv),
  );

  return router;
}

async function* resume<T>(
  first: IteratorResult<T, unknown>,
  rest: AsyncIterable<T>,
): AsyncGenerator<T> {
  if (!first.done) {
    yield first.value;
    yield* rest;
  }
}

async function* toPortalJson(
  pages: AsyncGenerator<ExportedProject[]>,
): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const page of pages) {
    for (const project of page) {
      const entry = toPortalEntry(project);
      if (entry) {
        yield `${separator}${JSON.stringify(entry)}`;
        separator = ',\n';
      }
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

async function* toCsv(
  pages: AsyncGenerator<ExportedProject[]>,
): AsyncGenerator<string> {
  yield CSV_HEADER;
  for await (const page of pages) {
    yield page.map(toProjectLine).join('');
  }
}
