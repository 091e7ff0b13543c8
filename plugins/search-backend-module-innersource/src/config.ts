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
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';

const CONFIG_KEY = 'search.collators.innersource';

/** How often and where to the collators link. */
export interface CollatorOptions {
  schedule: SchedulerServiceTaskScheduleDefinition;
  locationTemplate: string;
}

/**
 * Reads the collators' options.
 *
 * @throws InputError when a key has a wrong value; the message names it.
 */
export function readCollatorOptions(root: RootConfigService): CollatorOptions {
  const config = root.getOptionalConfig(CONFIG_KEY);
  return {
    schedule: readSchedule(config?.getOptionalConfig('schedule')),
    locationTemplate:
      config?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name',
  };
}

function readSchedule(
  config: ReturnType<RootConfigService['getOptionalConfig']>,
): SchedulerServiceTaskScheduleDefinition {
  if (!config) {
    return {
      // Projects become known one after the other, most of them in the first hour.
      frequency: { minutes: 2 },
      timeout: { minutes: 15 },
      // As the catalog's: Backstage's embedded engine has no answer but an error
      // for a type that was never collected.
      initialDelay: { seconds: 3 },
    };
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  } catch (error) {
    throw new InputError(
      `Invalid schedule at ${CONFIG_KEY}.schedule: ${toError(error).message}`,
    );
  }
}
