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

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, GraphQLSchema, parse, validate } from 'graphql';

let schema: GraphQLSchema | undefined;

// The package exports an ES module only, which Jest cannot load.
function schemaFile(): string {
  const file = (require.resolve.paths('@octokit/graphql-schema') ?? [])
    .map(directory =>
      path.join(directory, '@octokit/graphql-schema/schema.graphql'),
    )
    .find(existsSync);
  if (!file) {
    throw new Error('@octokit/graphql-schema is not installed');
  }
  return file;
}

/** GitHub's published schema. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(
    readFileSync(schemaFile(), 'utf8'),
    // The published file defines two fields of EnterpriseOwnerInfo twice.
    { assumeValidSDL: true },
  );
  return schema;
}

/** What GitHub's published schema says against a query; empty when valid. */
export function validateQuery(query: string): string[] {
  return validate(githubSchema(), parse(query)).map(error => error.message);
}
