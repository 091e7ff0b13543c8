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
  FieldNode,
  FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  GraphQLNamedType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationDefinitionNode,
  SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** What a query may cost before it is run. */
export interface QueryCost {
  /** Points: requests for connections divided by 100, at least 1. */
  cost: number;
  /** Nodes that the query could return at most. */
  nodeCount: number;
}

/** Most nodes a query may ask for. */
export const NODE_LIMIT = 500_000;

/** Most items of one page of a connection. */
export const PAGE_LIMIT = 100;

/**
 * Computes nodes and points as GitHub documents them in "Rate limits and query
 * limits for the GraphQL API", and applies the limits on both.
 *
 * @throws GraphQLError with GitHub's `type` where a limit is broken
 */
export function computeCost(options: {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}): QueryCost {
  const { schema, operation, fragments, variables } = options;
  let requests = 0;
  let nodeCount = 0;

  function visit(
    selectionSet: SelectionSetNode,
    parent: GraphQLNamedType,
    multiplier: number,
  ) {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)!;
        const type = schema.getType(fragment.typeCondition.name.value)!;
        visit(fragment.selectionSet, type, multiplier);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition
          ? schema.getType(selection.typeCondition.name.value)!
          : parent;
        visit(selection.selectionSet, type, multiplier);
      } else {
        visitField(selection, parent, multiplier);
      }
    }
  }

  function visitField(
    field: FieldNode,
    parent: GraphQLNamedType,
    multiplier: number,
  ) {
    if (!isObjectType(parent) && !isInterfaceType(parent)) {
      return;
    }
    const definition = parent.getFields()[field.name.value];
    if (!definition || !field.selectionSet) {
      return;
    }
    const type = getNamedType(definition.type);
    if (!type.name.endsWith('Connection')) {
      visit(field.selectionSet, type, multiplier);
      return;
    }
    const size = pageSize(field, variables, fragments);
    requests += multiplier;
    nodeCount += multiplier * size;
    visit(field.selectionSet, type, multiplier * Math.max(size, 1));
  }

  visit(operation.selectionSet, schema.getQueryType()!, 1);
  if (nodeCount > NODE_LIMIT) {
    throw new GraphQLError(
      `This query requests up to ${nodeCount.toLocaleString(
        'en-US',
      )} possible nodes which exceeds the maximum limit of 500,000.`,
      { extensions: { type: 'MAX_NODE_LIMIT_EXCEEDED' } },
    );
  }
  return { cost: Math.max(1, Math.round(requests / 100)), nodeCount };
}

function pageSize(
  field: FieldNode,
  variables: Record<string, unknown>,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  for (const name of ['first', 'last']) {
    const argument = field.arguments?.find(item => item.name.value === name);
    const value = argument && valueFromASTUntyped(argument.value, variables);
    if (typeof value === 'number') {
      if (value > PAGE_LIMIT) {
        throw new GraphQLError(
          `Requesting ${value} records on the \`${field.name.value}\` connection exceeds the \`${name}\` limit of 100 records.`,
          { nodes: field, extensions: { type: 'EXCESSIVE_PAGINATION' } },
        );
      }
      if (value < 0) {
        throw new GraphQLError(
          `\`${name}\` on the \`${field.name.value}\` connection cannot be less than zero.`,
          {
            nodes: field,
            extensions: { type: 'MISSING_PAGINATION_BOUNDARIES' },
          },
        );
      }
      return value;
    }
  }
  if (selects(field.selectionSet!, ['nodes', 'edges'], fragments)) {
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name.value}\` connection.`,
      { nodes: field, extensions: { type: 'MISSING_PAGINATION_BOUNDARIES' } },
    );
  }
  return 0;
}

function selects(
  selectionSet: SelectionSetNode,
  names: readonly string[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  return selectionSet.selections.some(selection => {
    if (selection.kind === Kind.FIELD) {
      return names.includes(selection.name.value);
    }
    return selects(
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)!.selectionSet
        : selection.selectionSet,
      names,
      fragments,
    );
  });
}
