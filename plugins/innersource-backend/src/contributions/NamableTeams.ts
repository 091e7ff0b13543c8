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
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  mayNameTeam,
  PeoplePolicy,
} from '@ispo/backstage-plugin-innersource-common';
import { chunked } from '../store/columns';
import { ContributionStore } from '../store/ContributionStore';
import { CatalogOrganisation } from './CatalogOrganisation';
import { OrganisationGraph } from './OrganisationGraph';

/** Entity refs per call to the catalog. */
const REFS_PER_CALL = 200;

/**
 * Decides which teams an answer may name: those that the caller may see in the
 * catalog and that have enough members not to stand for a person. A team that
 * is gone from the catalog counts with the members it had last.
 */
export class NamableTeams {
  readonly #store: ContributionStore;
  readonly #organisation: CatalogOrganisation;
  readonly #catalog: CatalogService;
  readonly #policy: PeoplePolicy;

  static create(options: {
    store: ContributionStore;
    organisation: CatalogOrganisation;
    catalog: CatalogService;
    policy: PeoplePolicy;
  }): NamableTeams {
    return new NamableTeams(options);
  }

  private constructor(options: {
    store: ContributionStore;
    organisation: CatalogOrganisation;
    catalog: CatalogService;
    policy: PeoplePolicy;
  }) {
    this.#store = options.store;
    this.#organisation = options.organisation;
    this.#catalog = options.catalog;
    this.#policy = options.policy;
  }

  /** @returns whether one of these teams may be named to the caller. */
  async among(
    teams: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(team: string) => boolean> {
    const graph = await this.#organisation.graph();
    const refs = [...new Set(teams)];
    const gone = refs.filter(ref => !isInCatalog(graph, ref));
    const lastSizes = await this.#store.getLastSizes(gone);
    const namable = new Set(
      gone.filter(ref => mayNameTeam(lastSizes.get(ref) ?? 0, this.#policy)),
    );
    const largeEnough = refs.filter(
      ref =>
        isInCatalog(graph, ref) &&
        mayNameTeam(
          graph.hasGroup(ref) ? graph.memberCount(ref) : 1,
          this.#policy,
        ),
    );
    for (const part of chunked(largeEnough, REFS_PER_CALL)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: part,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) {
          namable.add(part[index]);
        }
      });
    }
    return team => namable.has(team);
  }
}

function isInCatalog(graph: OrganisationGraph, ref: string): boolean {
  return graph.hasGroup(ref) || graph.hasUser(ref);
}
