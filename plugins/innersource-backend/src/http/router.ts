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

import { Router } from 'express';
import { createValidatedRouter } from './openapi';

/**
 * The plugin's REST API: one router per resource behind validation against the
 * OpenAPI document. A new resource needs its paths in `schema/openapi.yaml`, a
 * file here and its router in the list that `plugin.ts` hands over.
 */
export function createRouter(options: {
  resources: Router[];
  /** For tests: answers that the contract does not allow are errors. */
  validateResponses?: boolean;
}): Router {
  const router = createValidatedRouter({
    validateResponses: options.validateResponses ?? false,
  });
  for (const resource of options.resources) {
    router.use(resource);
  }
  return router;
}
