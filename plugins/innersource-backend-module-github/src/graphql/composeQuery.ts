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

import { FRAGMENTS } from './fragments';

/**
 * Declares a variable of the query and returns the reference to it.
 */
export type DeclareVariable = (type: string, value: unknown) => string;

/**
 * What is asked of one repository in a query that asks several.
 */
export interface Selection {
  owner: string;
  name: string;
  /** Fragments that the body spreads. */
  fragments: readonly string[];
  /** Types of the shared variables in the body, by name. */
  variables?: Readonly<Record<string, string>>;
  /** Renders the selection set, without braces. */
  body(declare: DeclareVariable): string;
}

/**
 * A GraphQL request.
 */
export interface ComposedQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** The alias of a selection in the answer. */
export function aliasOf(index: number): string {
  return `r${index}`;
}

const RATE_LIMIT = 'rateLimit { limit cost remaining resetAt }';

/**
 * Composes one query out of selections. Everything that comes from outside
 * travels in variables, never in the query's text.
 */
export function composeQuery(options: {
  selections: readonly Selection[];
  /** Values of variables in fragments. */
  shared?: Readonly<Record<string, unknown>>;
  /** Names of fragments that the host does not understand. */
  without?: ReadonlySet<string>;
}): ComposedQuery {
  const { selections, shared = {}, without = new Set<string>() } = options;
  const declarations: string[] = [];
  const variables: Record<string, unknown> = {};
  const declare: DeclareVariable = (type, value) => {
    const name = `v${declarations.length}`;
    declarations.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };

  const repositories = selections.map((selection, index) => {
    const owner = declare('String!', selection.owner);
    const name = declare('String!', selection.name);
    return `  ${aliasOf(
      index,
    )}: repository(owner: ${owner}, name: ${name}) { ${selection.body(
      declare,
    )} }`;
  });

  const fragments = closure(
    selections.flatMap(selection => selection.fragments),
    without,
  );
  const sharedTypes: Record<string, string> = Object.assign(
    {},
    ...selections.map(selection => selection.variables),
  );
  for (const fragment of fragments) {
    Object.assign(sharedTypes, FRAGMENTS[fragment].variables);
  }
  for (const [name, type] of Object.entries(sharedTypes)) {
    declarations.push(`$${name}: ${type}`);
    variables[name] = shared[name];
  }

  const text = [
    `query(${declarations.join(', ')}) {`,
    `  ${RATE_LIMIT}`,
    ...repositories,
    '}',
    ...fragments.map(name => FRAGMENTS[name].text),
  ].join('\n');
  return { query: dropSpreads(text, without), variables };
}

function closure(
  names: readonly string[],
  without: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name) || without.has(name)) {
      return;
    }
    found.add(name);
    FRAGMENTS[name].uses?.forEach(visit);
  };
  names.forEach(visit);
  return [...found];
}

function dropSpreads(text: string, without: ReadonlySet<string>): string {
  let result = text;
  for (const name of without) {
    result = result.replace(new RegExp(`\\.\\.\\.${name}\\b`, 'g'), '');
  }
  return result;
}

/**
 * Names of the optional fragments that use a type or field of which a host said
 * that it does not exist, e.g. `Ref.rules`.
 */
export function optionalFragmentsUsing(undefinedName: string): string[] {
  return Object.entries(FRAGMENTS)
    .filter(([, fragment]) =>
      fragment.optional?.some(
        name => name === undefinedName || undefinedName.startsWith(`${name}.`),
      ),
    )
    .map(([name]) => name);
}

/**
 * Name and permission of the guarded fragment that a key of the answer comes
 * from, if any.
 */
export function guardedFragmentOf(
  key: string,
): { name: string; permission: string } | undefined {
  for (const [name, { guarded }] of Object.entries(FRAGMENTS)) {
    if (guarded?.keys.includes(key)) {
      return { name, permission: guarded.permission };
    }
  }
  return undefined;
}
