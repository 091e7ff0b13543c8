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

/**
 * GitHub's published schemas: the newest, and that of October 2023. Releases of
 * GitHub Enterprise Server are cut from what github.com runs some months before.
 */
export type SchemaPackage = '@octokit/graphql-schema' | 'github-schema-of-2023';

const schemas = new Map<SchemaPackage, GraphQLSchema>();

// The package exports an ES module only, which Jest cannot load.
function schemaFile(name: SchemaPackage): string {
  // The schema of some GitHub Enterprise Server, as docs/github.md describes.
  if (process.env.GITHUB_SCHEMA) {
    return process.env.GITHUB_SCHEMA;
  }
  const file = (require.resolve.paths(name) ?? [])
    .map(directory => path.join(directory, name, 'schema.graphql'))
    .find(existsSync);
  if (!file) {
    throw new Error(`${name} is not installed`);
  }
  return file;
}

/** GitHub's published schema. */
export function githubSchema(
  name: SchemaPackage = '@octokit/graphql-schema',
): GraphQLSchema {
  const schema =
    schemas.get(name) ??
    buildSchema(
      readFileSync(schemaFile(name), 'utf8'),
      // The published file defines two fields of EnterpriseOwnerInfo twice.
      { assumeValidSDL: true },
    );
  schemas.set(name, schema);
  return schema;
}

/** What GitHub's published schema says against a query; empty when valid. */
export function validateQuery(query: string, name?: SchemaPackage): string[] {
  return validate(githubSchema(name), parse(query)).map(error => error.message);
}
