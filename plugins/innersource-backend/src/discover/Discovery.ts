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
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Facet,
  ListProjectsQuery,
  SuggestionReason,
  Suggestions,
} from '@ispo/backstage-plugin-innersource-common';
import { CatalogOrganisation } from '../contributions/CatalogOrganisation';
import { OrganisationGraph } from '../contributions/OrganisationGraph';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  ProjectListStore,
  ResolvedFilters,
  Stack,
} from '../store/ProjectListStore';
import { SuggestionStore } from '../store/SuggestionStore';

/** Entities of a caller's teams whose dependencies are looked at. */
const MAX_ENTITIES = 500;

/** APIs that these consume whose providers are looked up. */
const MAX_APIS = 200;

/** What these depend on, of which projects are suggested. */
const MAX_DEPENDENCIES = 1_000;

/** Options of {@link Discovery}. */
export interface DiscoveryOptions {
  auth: AuthService;
  catalog: CatalogService;
  organisation: CatalogOrganisation;
  lists: ProjectListStore;
  suggestions: SuggestionStore;
}

/**
 * What discovering projects needs besides their rows: the organisation above
 * owners, and what the caller knows.
 */
export class Discovery {
  readonly #options: DiscoveryOptions;

  static create(options: DiscoveryOptions): Discovery {
    return new Discovery(options);
  }

  private constructor(options: DiscoveryOptions) {
    this.#options = options;
  }

  /** Groups above an owner, nearest first. */
  async divisions(): Promise<(owner: string) => readonly string[]> {
    const graph = await this.#options.organisation.graph();
    return owner => groupsAbove(owner, graph);
  }

  /** A page without the divisions that the catalog does not show to the caller. */
  async withVisibleDivisions<TPage extends { facets: { division: Facet[] } }>(
    page: TPage,
    credentials: BackstageCredentials,
    scope: VisibleScope,
  ): Promise<TPage> {
    const { division } = page.facets;
    const visible = await this.#visibleGroups(
      division.map(({ value }) => value),
      credentials,
      scope,
    );
    return {
      ...page,
      facets: {
        ...page.facets,
        division: division.filter(({ value }) => visible.has(value)),
      },
    };
  }

  /**
   * Resolves what of a query depends on the caller or the organisation. A
   * division that the caller may not see has no projects.
   *
   * @throws InputError when `mine` is asked for by a service.
   */
  async resolve<TQuery extends Pick<ListProjectsQuery, 'division' | 'mine'>>(
    query: TQuery,
    credentials: BackstageCredentials,
    scope: VisibleScope,
  ): Promise<Omit<TQuery, 'division' | 'mine'> & ResolvedFilters> {
    const { division, mine, ...rest } = query;
    const resolved: typeof rest & ResolvedFilters = { ...rest };
    if (division?.length) {
      const graph = await this.#options.organisation.graph();
      const visible = await this.#visibleGroups(
        division
          .map(group => group.toLocaleLowerCase('en-US'))
          .filter(group => graph.hasGroup(group)),
        credentials,
        scope,
      );
      resolved.divisionOwners = [
        ...new Set([...visible].flatMap(group => graph.withDescendants(group))),
      ];
    }
    if (mine) {
      resolved.stack = await this.#stack(this.#userOf(credentials), scope);
    }
    return resolved;
  }

  /** Projects that fit a user, best first; nothing when nothing is known. */
  async suggest(
    credentials: BackstageCredentials,
    options: { scope: VisibleScope; limit: number; now: Date },
  ): Promise<Suggestions> {
    const { lists, suggestions } = this.#options;
    const user = this.#userOf(credentials);
    const owners = await this.#ownersOf(user);
    const stack = await this.#stack(user, options.scope);
    const dependencies = await this.#dependencies(owners, credentials);
    const refs = await suggestions.rank({
      stack,
      dependencies: [...dependencies.keys()].slice(0, MAX_DEPENDENCIES),
      owners,
      scope: options.scope,
      limit: options.limit,
    });
    const projects = await lists.getSummaries(refs, options.scope, options.now);
    const known = new Set(
      stack.skills.map(skill => skill.toLocaleLowerCase('en-US')),
    );
    return {
      items: projects.flatMap(project => {
        if (!project) {
          return [];
        }
        const dependent = dependencies.get(project.entityRef);
        const reasons: SuggestionReason[] = [
          ...(dependent === undefined
            ? []
            : [{ kind: 'dependency' as const, value: dependent }]),
          ...(project.metadata.skills ?? [])
            .filter(skill => known.has(skill.toLocaleLowerCase('en-US')))
            .map(value => ({ kind: 'skill' as const, value })),
          ...(project.language && stack.languages.includes(project.language)
            ? [{ kind: 'language' as const, value: project.language }]
            : []),
        ];
        return reasons.length > 0 ? [{ project, reasons }] : [];
      }),
      basis: {
        languages: [...stack.languages],
        skills: [...stack.skills],
        dependencies: dependencies.size,
      },
    };
  }

  async #visibleGroups(
    groups: readonly string[],
    credentials: BackstageCredentials,
    scope: VisibleScope,
  ): Promise<Set<string>> {
    if (scope.all || groups.length === 0) {
      return new Set(groups);
    }
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      {
        entityRefs: [...groups],
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    return new Set(groups.filter((_, index) => items[index]));
  }

  #userOf(credentials: BackstageCredentials): string {
    if (!this.#options.auth.isPrincipal(credentials, 'user')) {
      throw new InputError(
        'Only users have a stack of their own. Leave out mine=true, or ask as a user.',
      );
    }
    return credentials.principal.userEntityRef.toLocaleLowerCase('en-US');
  }

  /** A user and the groups that the user is a member of. */
  async #ownersOf(user: string): Promise<string[]> {
    const graph = await this.#options.organisation.graph();
    return [user, ...graph.groupsOf(user)];
  }

  async #stack(user: string, scope: VisibleScope): Promise<Stack> {
    return this.#options.suggestions.getStack({
      user,
      owners: await this.#ownersOf(user),
      scope,
    });
  }

  /** What a team's entities depend on, with one of the entities that does. */
  async #dependencies(
    owners: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const { catalog } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: { 'relations.ownedBy': [...owners] },
        fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
        limit: MAX_ENTITIES,
      },
      { credentials },
    );
    const dependencies = new Map<string, string>();
    const consumers = new Map<string, string>();
    for (const entity of items) {
      const ref = refOf(entity);
      for (const target of targetsOf(entity, RELATION_DEPENDS_ON)) {
        dependencies.set(target, ref);
      }
      for (const target of targetsOf(entity, RELATION_CONSUMES_API)) {
        consumers.set(target, ref);
      }
    }
    const apis = [...consumers.keys()].slice(0, MAX_APIS);
    if (apis.length > 0) {
      const { items: found } = await catalog.getEntitiesByRefs(
        {
          entityRefs: apis,
          fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
        },
        { credentials },
      );
      for (const api of found) {
        const consumer = api && consumers.get(refOf(api));
        if (api && consumer) {
          for (const target of targetsOf(api, RELATION_API_PROVIDED_BY)) {
            dependencies.set(target, consumer);
          }
        }
      }
    }
    return dependencies;
  }
}

function groupsAbove(owner: string, graph: OrganisationGraph): string[] {
  const above: string[] = [];
  let at = graph.parentOf(owner);
  while (at !== undefined && !above.includes(at)) {
    above.push(at);
    at = graph.parentOf(at);
  }
  return above;
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity).toLocaleLowerCase('en-US');
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation =>
      stringifyEntityRef(parseEntityRef(relation.targetRef)).toLocaleLowerCase(
        'en-US',
      ),
    );
}
