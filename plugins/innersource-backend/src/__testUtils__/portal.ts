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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogServiceMock,
  CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogOrganisation } from '../contributions/CatalogOrganisation';
import { VisibleProjects } from '../permissions/VisibleProjects';

/** A component that the catalog has. */
export function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

/** The organisation as the plugin reads it from a catalog with these entities. */
export function createOrganisation(
  entities: readonly Entity[],
): CatalogOrganisation {
  return organisationOf(catalogServiceMock({ entities: [...entities] }));
}

/**
 * The services of a portal with these entities. What is hidden from users is
 * not hidden from the plugin itself.
 */
export function createPortal(options: {
  entities: readonly Entity[];
  /** Entity refs that users may not see. */
  hidden?: readonly string[];
  /** Names of permissions that users lack. */
  denied?: readonly string[];
}) {
  const { entities, hidden = [], denied = [] } = options;
  const catalog = catalogServiceMock({ entities: [...entities] });
  if (hidden.length > 0) {
    hideFromUsers(catalog, new Set(hidden));
  }
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [
      hidden.length > 0
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
            },
          }
        : { result: AuthorizeResult.ALLOW },
    ],
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  return {
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth(),
    catalog,
    permissions,
    visibleProjects: VisibleProjects.create({
      permissions,
      catalog,
      filter: { filter: [{ kind: ['Component'] }] },
    }),
    organisation: organisationOf(catalog),
  };
}

function organisationOf(catalog: CatalogServiceMock): CatalogOrganisation {
  return CatalogOrganisation.create({
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    aliases: [],
  });
}

function hideFromUsers(
  catalog: CatalogServiceMock,
  hidden: ReadonlySet<string>,
): void {
  const shows = (entity: Entity | undefined, asked: object | undefined) =>
    entity !== undefined &&
    !(isUser(asked) && hidden.has(stringifyEntityRef(entity)));
  const getEntities = catalog.getEntities.bind(catalog);
  const getEntitiesByRefs = catalog.getEntitiesByRefs.bind(catalog);
  const getEntityByRef = catalog.getEntityByRef.bind(catalog);
  const streamEntities = catalog.streamEntities.bind(catalog);
  Object.assign(catalog, {
    async getEntities(...[query, asked]: Parameters<typeof getEntities>) {
      const { items } = await getEntities(query, asked);
      return { items: items.filter(entity => shows(entity, asked)) };
    },
    async getEntitiesByRefs(
      ...[query, asked]: Parameters<typeof getEntitiesByRefs>
    ) {
      const { items } = await getEntitiesByRefs(query, asked);
      return {
        items: items.map(entity => (shows(entity, asked) ? entity : undefined)),
      };
    },
    async getEntityByRef(...[ref, asked]: Parameters<typeof getEntityByRef>) {
      const entity = await getEntityByRef(ref, asked);
      return shows(entity, asked) ? entity : undefined;
    },
    async *streamEntities(
      ...[query, asked]: Parameters<typeof streamEntities>
    ) {
      for await (const page of streamEntities(query, asked)) {
        yield page.filter(entity => shows(entity, asked));
      }
    },
  } satisfies Partial<CatalogServiceMock>);
}

function isUser(asked: object | undefined): boolean {
  const { principal } = (asked as { credentials: BackstageCredentials })
    .credentials;
  return (principal as { type: string }).type === 'user';
}
