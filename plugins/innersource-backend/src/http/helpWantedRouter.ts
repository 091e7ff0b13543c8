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
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Discovery } from '../discover/Discovery';
import { VisibleProjects } from '../permissions/VisibleProjects';
import { HelpWantedStore } from '../store/HelpWantedStore';
import { parseHelpWantedQuery } from './queries';

/** Options of {@link createHelpWantedRouter}. */
export interface HelpWantedRouterOptions {
  httpAuth: HttpAuthService;
  visibleProjects: VisibleProjects;
  discovery: Discovery;
  helpWanted: HelpWantedStore;
}

/** Open, unassigned starter issues over all projects that the caller may see. */
export function createHelpWantedRouter(
  options: HelpWantedRouterOptions,
): Router {
  const { httpAuth, visibleProjects, discovery, helpWanted } = options;
  const router = PromiseRouter();

  router.get('/help-wanted', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseHelpWantedQuery(req.query);
    const scope = await visibleProjects.resolve(credentials);
    const page = await helpWanted.list(
      await discovery.resolve(query, credentials, scope),
      scope,
      await discovery.divisions(),
    );
    res.json(await discovery.withVisibleDivisions(page, credentials, scope));
  });

  return router;
}
