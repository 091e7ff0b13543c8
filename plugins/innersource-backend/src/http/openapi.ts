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

import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  createValidatedOpenApiRouterFromGeneratedEndpointMap,
  internal,
} from '@backstage/backend-openapi-utils';
import { InputError } from '@backstage/errors';
import { json, RequestHandler, Router } from 'express';
import { parse } from 'yaml';

type ValidatorOptions = NonNullable<
  Parameters<typeof createValidatedOpenApiRouterFromGeneratedEndpointMap>[1]
>['validatorOptions'];

/** Room for the longest list of entity refs. */
const MAX_BODY = '512kb';

/** The contract of the REST API. */
export function readOpenApiDocument(): internal.RequiredDoc {
  return parse(
    readFileSync(
      resolvePackagePath(
        '@ispo/backstage-plugin-innersource-backend',
        'src/schema/openapi.yaml',
      ),
      'utf8',
    ),
  );
}

/** PostgreSQL takes no text with a NUL in it, and nobody means one. */
const refuseNul: RequestHandler = (req, _res, next) => {
  next(
    req.originalUrl.includes('%00')
      ? new InputError(
          'The address holds a NUL character (%00). Leave it out and try again.',
        )
      : undefined,
  );
};

/**
 * A router that refuses requests that the contract does not know, before any
 * handler sees them, and serves the contract at `/openapi.json`.
 */
export function createValidatedRouter(
  validatorOptions?: ValidatorOptions,
): Router {
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<internal.EndpointMap>(
      readOpenApiDocument(),
      { validatorOptions, middleware: [refuseNul, json({ limit: MAX_BODY })] },
    );
  return router as unknown as Router;
}
