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
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { CatalogFilter } from '../config';

/** How long the set of entities that a caller may see is trusted. */
const CACHE_MILLISECONDS = 30_000;

/** Callers whose sets are kept at the same time. */
const CACHE_ENTRIES = 200;

/**
 * What one caller may see of the projects. Resolve it once per request and use
 * it for every query of that request: rows, totals, facets and aggregates.
 */
export class VisibleScope {
  static readonly everything = new VisibleScope(undefined);
  static readonly nothing = new VisibleScope(new Set());

  readonly #entityRefs: ReadonlySet<string> | undefined;
  #json: string | undefined;

  private constructor(entityRefs: ReadonlySet<string> | undefined) {
    this.#entityRefs = entityRefs;
  }

  static of(entityRefs: ReadonlySet<string>): VisibleScope {
    return new VisibleScope(entityRefs);
  }

  /** True when the caller may see every project. */
  get all(): boolean {
    return this.#entityRefs === undefined;
  }

  includes(entityRef: string): boolean {
    return this.#entityRefs === undefined || this.#entityRefs.has(entityRef);
  }

  /**
   * Limits a query to the projects of this scope.
   *
   * The entity refs travel as one binding, so that ten thousand of them neither
   * hit an engine's limit of bindings nor make a new statement each time.
   * PostgreSQL counts those of an array when it plans, which it cannot with JSON.
   *
   * @param column - Column of the query that holds the project's entity ref.
   */
  restrict<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    column: string = 'projects.entity_ref',
  ): TQuery {
    if (this.#entityRefs === undefined) {
      return query;
    }
    if (this.#entityRefs.size === 0) {
      query.whereRaw('1 = 0');
      return query;
    }
    if (isPostgres(query)) {
      query.whereRaw('?? in (select unnest(?::text[]))', [
        column,
        [...this.#entityRefs],
      ]);
    } else {
      this.#json ??= JSON.stringify([...this.#entityRefs]);
      query.whereRaw('?? in (select value from json_each(?))', [
        column,
        this.#json,
      ]);
    }
    return query;
  }

  /**
   * Limits a query to the repositories that hold a project of this scope.
   *
   * @param column - Column of the query that holds the repository's id.
   */
  restrictRepositories<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    column: string,
  ): TQuery {
    if (this.#entityRefs !== undefined) {
      query.whereIn(column, visible => {
        this.restrict(
          visible
            .from('projects')
            .whereNotNull('repository_id')
            .select('repository_id'),
        );
      });
    }
    return query;
  }
}

function isPostgres(query: Knex.QueryBuilder): boolean {
  return query.client.config.client === 'pg';
}

/**
 * Answers which projects a caller may see: exactly those whose entity the
 * catalog lets the caller read.
 *
 * ```ts
 * const scope = await visibleProjects.resolve(await httpAuth.credentials(req));
 * const rows = await scope.restrict(knex('projects').select('projects.*'));
 * ```
 */
export class VisibleProjects {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #filter: CatalogFilter;
  readonly #cache = new Map<
    string,
    { expires: number; scope: Promise<VisibleScope> }
  >();

  static create(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    filter: CatalogFilter;
  }): VisibleProjects {
    return new VisibleProjects(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    filter: CatalogFilter;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#filter = options.filter;
  }

  /** The caller's scope over all projects. */
  async resolve(credentials: BackstageCredentials): Promise<VisibleScope> {
    switch (await this.#decide(credentials)) {
      case AuthorizeResult.ALLOW:
        return VisibleScope.everything;
      case AuthorizeResult.DENY:
        return VisibleScope.nothing;
      default:
        return this.#conditional(credentials);
    }
  }

  /** Whether the caller may see one project; cheaper than the whole scope. */
  async includes(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    switch (await this.#decide(credentials)) {
      case AuthorizeResult.ALLOW:
        return true;
      case AuthorizeResult.DENY:
        return false;
      default:
        return Boolean(
          await this.#catalog.getEntityByRef(entityRef, { credentials }),
        );
    }
  }

  async #decide(credentials: BackstageCredentials): Promise<AuthorizeResult> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return decision.result;
  }

  /** Conditions are the catalog's to apply: it is asked with the caller's credentials. */
  #conditional(credentials: BackstageCredentials): Promise<VisibleScope> {
    const key = cacheKey(credentials);
    const now = Date.now();
    const cached = key === undefined ? undefined : this.#cache.get(key);
    if (cached && cached.expires > now) {
      return cached.scope;
    }
    const scope = this.#list(credentials);
    if (key !== undefined) {
      this.#cache.delete(key);
      this.#cache.set(key, { expires: now + CACHE_MILLISECONDS, scope });
      scope.catch(() => this.#cache.delete(key));
      for (const oldest of this.#cache.keys()) {
        if (this.#cache.size <= CACHE_ENTRIES) {
          break;
        }
        this.#cache.delete(oldest);
      }
    }
    return scope;
  }

  async #list(credentials: BackstageCredentials): Promise<VisibleScope> {
    const entityRefs = new Set<string>();
    for await (const page of this.#catalog.streamEntities(
      {
        filter: this.#filter.filter,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    )) {
      for (const entity of page) {
        entityRefs.add(stringifyEntityRef(entity).toLocaleLowerCase('en-US'));
      }
    }
    return VisibleScope.of(entityRefs);
  }
}

/** Only users are told apart by name; anybody else is resolved anew each time. */
function cacheKey(credentials: BackstageCredentials): string | undefined {
  const principal = credentials.principal;
  if (
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
  ) {
    return principal.userEntityRef;
  }
  return undefined;
}
