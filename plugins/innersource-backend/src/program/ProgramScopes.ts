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
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogOrganisation } from '../contributions/CatalogOrganisation';
import { VisibleProjects, VisibleScope } from '../permissions/VisibleProjects';
import { ProjectSelection } from '../store/ProgramStore';

/** Which projects a caller may look at in a scope. */
export class ProgramScopes {
  readonly #catalog: CatalogService;
  readonly #organisation: CatalogOrganisation;
  readonly #visibleProjects: VisibleProjects;

  static create(options: {
    catalog: CatalogService;
    organisation: CatalogOrganisation;
    visibleProjects: VisibleProjects;
  }): ProgramScopes {
    return new ProgramScopes(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    organisation: CatalogOrganisation;
    visibleProjects: VisibleProjects;
  }) {
    this.#catalog = options.catalog;
    this.#organisation = options.organisation;
    this.#visibleProjects = options.visibleProjects;
  }

  /**
   * @param scope - Entity ref of a group, system or domain.
   * @throws InputError when it is something else, NotFoundError when the caller
   * may not see it.
   */
  async resolve(
    scope: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<{ ref: string | null; selection: ProjectSelection }> {
    const visible = await this.#visibleProjects.resolve(credentials);
    if (scope === undefined) {
      return { ref: null, selection: { visible } };
    }
    const { ref, kind } = parseScope(scope);
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no ${kind} ${ref}, or you may not see it. Check the name, or leave the scope out to look at the whole organisation.`,
      );
    }
    switch (kind) {
      case 'group': {
        const graph = await this.#organisation.graph();
        return {
          ref,
          selection: {
            visible,
            owners: VisibleScope.of(new Set(graph.withDescendants(ref))),
          },
        };
      }
      case 'system':
        return { ref, selection: { visible, system: ref } };
      default:
        return { ref, selection: { visible, domain: ref } };
    }
  }

  /** What these are called in the catalog, as far as the caller may see them. */
  async namesOf(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, string>> {
    if (refs.length === 0) {
      return new Map();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
      { credentials },
    );
    return new Map(
      items.flatMap((entity, i) =>
        entity ? [[refs[i], nameOf(entity)] as const] : [],
      ),
    );
  }
}

/** The name that Backstage shows. */
function nameOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile;
  const displayName =
    typeof profile === 'object' &&
    profile !== null &&
    !Array.isArray(profile) &&
    profile.displayName;
  return typeof displayName === 'string' && displayName !== ''
    ? displayName
    : metadata.title || metadata.name;
}

function parseScope(scope: string): {
  ref: string;
  kind: 'group' | 'system' | 'domain';
} {
  try {
    const ref = stringifyEntityRef(parseEntityRef(scope));
    const kind = ref.slice(0, ref.indexOf(':'));
    if (kind === 'group' || kind === 'system' || kind === 'domain') {
      return { ref, kind };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'The scope must be a group, system or domain such as group:default/payments.',
  );
}
