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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { innersourceExtensionPoint } from '@ispo/backstage-plugin-innersource-node';
import { readGithubSourceConfig } from './config';
import { GithubEventsTrigger } from './events/GithubEventsTrigger';
import { GithubRepositorySource } from './GithubRepositorySource';

/**
 * Reads repositories of github.com and GitHub Enterprise through the API, with
 * the credentials of `integrations.github`.
 *
 * @public
 */
export const innersourceModuleGithub = createBackendModule({
  pluginId: 'innersource',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        innersource: innersourceExtensionPoint,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
      },
      async init({ config, events, innersource, logger, metrics }) {
        innersource.addRefreshTrigger(GithubEventsTrigger.create({ events }));
        innersource.addRepositorySource(
          GithubRepositorySource.create({
            integrations: ScmIntegrations.fromConfig(config),
            config: readGithubSourceConfig(config),
            logger,
            metrics,
          }),
        );
      },
    });
  },
});
