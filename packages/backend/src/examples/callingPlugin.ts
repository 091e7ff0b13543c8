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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { InnerSourceClient } from '@ispo/backstage-plugin-innersource-common';
import Router from 'express-promise-router';

export default createBackendPlugin({
  pluginId: 'newsletter',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, discovery, httpAuth, httpRouter }) {
        const innersource = new InnerSourceClient({ discoveryApi: discovery });
        const router = Router();

        router.get('/projects', async (request, response) => {
          // On behalf of whoever asks: they see the projects that they may see.
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await httpAuth.credentials(request),
            targetPluginId: 'innersource',
          });
          const page = await innersource.listProjects({ limit: 10 }, { token });
          response.json(page.items.map(({ entityRef }) => entityRef));
        });

        router.get('/total', async (_request, response) => {
          // As this plugin itself: it sees all projects.
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'innersource',
          });
          const page = await innersource.listProjects({ limit: 1 }, { token });
          response.json({ total: page.totalItems });
        });

        httpRouter.use(router);
      },
    });
  },
});
