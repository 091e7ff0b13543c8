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
import { InnerSourceClient } from '@ispo/backstage-plugin-innersource-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { HelpWantedCollatorFactory } from './collators/HelpWantedCollatorFactory';
import { ProjectCollatorFactory } from './collators/ProjectCollatorFactory';
import { readCollatorOptions } from './config';

/**
 * Adds two document types to the portal search: `innersource-project` and
 * `innersource-help-wanted`. Both are shown only to those who may read the
 * catalog entity behind them.
 *
 * @public
 */
export const searchModuleInnerSource = createBackendModule({
  pluginId: 'search',
  moduleId: 'innersource-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scheduler: coreServices.scheduler,
        indexRegistry: searchIndexRegistryExtensionPoint,
      },
      async init({ auth, config, discovery, scheduler, indexRegistry }) {
        const { schedule, locationTemplate } = readCollatorOptions(config);
        const api = new InnerSourceClient({ discoveryApi: discovery });
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: ProjectCollatorFactory.create({
            api,
            auth,
            locationTemplate,
          }),
        });
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: HelpWantedCollatorFactory.create({ api, auth }),
        });
      },
    });
  },
});
