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
import {
  buildSchema,
  DocumentNode,
  execute,
  FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  GraphQLFieldResolver,
  GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql';
import { LruCache } from '../dataset/LruCache';
import { Faults } from '../faults';
import { Budget } from '../http/RateLimiter';
import { Viewer, World } from '../World';
import { computeCost, QueryCost } from './cost';
import { GraphView } from './GraphView';

/** A GraphQL request's body. */
export interface GraphqlRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** What is answered, and what it costs. */
export interface GraphqlAnswer {
  body: { data?: unknown; errors?: object[] };
  points: number;
}

/** Repositories that are answered before a `resource-limits` fault bites. */
const RESOURCE_LIMIT_REPOSITORIES = 5;

/** A field that nothing is known about says so, instead of looking empty. */
const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
  source,
  args,
  context,
  info,
) => {
  const fields = source as Record<string, unknown>;
  if (!(info.fieldName in fields)) {
    throw new GraphQLError(
      `The simulator has no data for ${info.parentType.name}.${info.fieldName}.`,
      { extensions: { type: 'NOT_SIMULATED' } },
    );
  }
  const value = fields[info.fieldName];
  return typeof value === 'function' ? value(args, context, info) : value;
};

let githubSchema: GraphQLSchema | undefined;

/**
 * GitHub's published GraphQL schema.
 *
 * @public
 */
export function loadGithubSchema(): GraphQLSchema {
  githubSchema ??= buildSchema(readSchemaText(), {
    assumeValidSDL: true,
    noLocation: true,
  });
  return githubSchema;
}

function readSchemaText(): string {
  // The package's export map has no entry for the file and none for `require`.
  for (const directory of require.resolve.paths('@octokit/graphql-schema') ??
    []) {
    const file = path.join(
      directory,
      '@octokit',
      'graphql-schema',
      'schema.graphql',
    );
    if (existsSync(file)) {
      return readFileSync(file, 'utf8');
    }
  }
  throw new Error(
    'The package @octokit/graphql-schema is not installed; run `yarn install`',
  );
}

/**
 * Answers GraphQL requests over the data set.
 */
export class GraphqlApi {
  readonly #world: World;
  readonly #faults: Faults;
  readonly #schema: GraphQLSchema;
  readonly #documents = LruCache.create<
    string,
    { document: DocumentNode; errors: readonly GraphQLError[] }
  >({ capacity: 50 });

  private constructor(options: Parameters<typeof GraphqlApi.create>[0]) {
    this.#world = options.world;
    this.#faults = options.faults;
    this.#schema = options.schema ?? loadGithubSchema();
  }

  static create(options: {
    world: World;
    faults: Faults;
    schema?: GraphQLSchema;
  }): GraphqlApi {
    return new GraphqlApi(options);
  }

  async answer(
    request: GraphqlRequest,
    context: {
      viewer: Viewer;
      webUrl: string;
      /** The budget before this request. */
      budget: Budget;
    },
  ): Promise<GraphqlAnswer> {
    let document: DocumentNode;
    try {
      const known = this.#documents.getOrCreate(request.query, () => {
        const parsed = parse(request.query);
        return { document: parsed, errors: validate(this.#schema, parsed) };
      });
      if (known.errors.length > 0) {
        return {
          body: { errors: known.errors.map(toValidationError) },
          points: 1,
        };
      }
      document = known.document;
    } catch (error) {
      if (error instanceof GraphQLError) {
        return { body: { errors: [toGithubError(error)] }, points: 1 };
      }
      throw error;
    }
    const operation = getOperationAST(document, request.operationName);
    if (operation?.operation !== 'query') {
      return {
        body: {
          errors: [
            {
              type: 'NOT_SIMULATED',
              message:
                'The simulator answers queries only. Send one query, or name one by operationName.',
            },
          ],
        },
        points: 1,
      };
    }
    let cost: QueryCost;
    try {
      cost = computeCost({
        schema: this.#schema,
        operation,
        variables: request.variables,
        fragments: new Map(
          document.definitions
            .filter(
              (definition): definition is FragmentDefinitionNode =>
                definition.kind === Kind.FRAGMENT_DEFINITION,
            )
            .map(definition => [definition.name.value, definition]),
        ),
      });
    } catch (error) {
      if (error instanceof GraphQLError) {
        return { body: { errors: [toGithubError(error)] }, points: 1 };
      }
      throw error;
    }
    const result = await execute({
      schema: this.#schema,
      document,
      rootValue: this.#root(request, context, cost),
      variableValues: request.variables,
      operationName: request.operationName,
      fieldResolver,
      typeResolver: source => (source as { __typename: string }).__typename,
    });
    return {
      body: {
        ...(result.data !== undefined && { data: result.data }),
        ...(result.errors && { errors: result.errors.map(toGithubError) }),
      },
      points: cost.cost,
    };
  }

  #root(
    request: GraphqlRequest,
    context: { viewer: Viewer; webUrl: string; budget: Budget },
    cost: QueryCost,
  ) {
    const view = GraphView.create({
      world: this.#world,
      viewer: context.viewer,
      webUrl: context.webUrl,
    });
    const subject = {
      api: 'graphql' as const,
      path: '/graphql',
      text: this.#faults.isQuiet
        ? ''
        : `${request.query} ${JSON.stringify(request.variables)}`,
    };
    const partial = this.#faults.take(['graphql-partial'], subject);
    const limited = this.#faults.take(['resource-limits'], subject);
    let repositories = 0;
    return {
      id: 'Q_simulator',
      rateLimit: () => {
        const { limit, remaining, used, reset } = context.budget;
        return {
          limit,
          cost: cost.cost,
          nodeCount: cost.nodeCount,
          remaining: Math.max(0, remaining - cost.cost),
          used: Math.min(limit, used + cost.cost),
          resetAt: `${new Date(reset * 1000).toISOString().slice(0, 19)}Z`,
        };
      },
      viewer: () => view.viewer(),
      repository: (args: {
        owner: string;
        name: string;
        followRenames: boolean;
      }) => {
        repositories += 1;
        const named = partial?.repository
          ? partial.repository.toLowerCase() ===
            `${args.owner}/${args.name}`.toLowerCase()
          : repositories % 2 === 0;
        if (partial && named) {
          throw new GraphQLError(
            'Something went wrong while executing your query. Please include `0000:SIMULATOR` when reporting this issue.',
          );
        }
        if (limited && repositories > RESOURCE_LIMIT_REPOSITORIES) {
          throw new GraphQLError('Resource limits for this query exceeded.', {
            extensions: { type: 'RESOURCE_LIMITS_EXCEEDED' },
          });
        }
        return view.findRepository(args.owner, args.name, args.followRenames);
      },
      organization: (args: { login: string }) =>
        view.findOrganization(args.login),
      user: (args: { login: string }) => view.findUser(args.login),
      repositoryOwner: (args: { login: string }) => view.findOwner(args.login),
      node: (args: { id: string }) => view.node(args.id),
      nodes: (args: { ids: string[] }) =>
        args.ids.map(id => {
          try {
            return view.node(id);
          } catch (error) {
            return error;
          }
        }),
      search: (args: { query: string; type: string; first?: number }) =>
        view.search(args),
    };
  }
}

/** What is not in the schema is told with the extensions that GitHub gives. */
function toValidationError(error: GraphQLError): object {
  const [, field, fieldType] =
    /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  const [, type] = /^Unknown type "(\w+)"/.exec(error.message) ?? [];
  return {
    ...toGithubError(error),
    ...(field && {
      extensions: {
        code: 'undefinedField',
        typeName: fieldType,
        fieldName: field,
      },
    }),
    ...(type && { extensions: { code: 'undefinedType', typeName: type } }),
  };
}

function toGithubError(error: GraphQLError): object {
  const { type, ...extensions } = error.extensions as { type?: string };
  return {
    ...(type && { type }),
    ...(error.path && { path: error.path }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
    ...(error.locations && { locations: error.locations }),
    message: error.message,
  };
}
