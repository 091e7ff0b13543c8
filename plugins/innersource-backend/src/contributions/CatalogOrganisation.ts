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

import { setTimeout as delay } from 'node:timers/promises';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  IdentityAlias,
  ORGANISATION_FIELDS,
  OrganisationGraph,
} from './OrganisationGraph';

/** How old a graph may grow before it is read anew. */
const MAX_AGE_MILLISECONDS = 10 * 60_000;

/** How often groups and users are looked at until they have settled. */
const SETTLING_LOOK_MILLISECONDS = 3_000;

/**
 * Keeps the organisation graph of the catalog at hand.
 */
export class CatalogOrganisation {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #aliases: readonly IdentityAlias[];
  #graph: { graph: OrganisationGraph; readAt: number } | undefined;
  #reading: Promise<OrganisationGraph> | undefined;
  readonly #settleMilliseconds: number;
  #settling: Promise<void> | undefined;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    aliases: readonly IdentityAlias[];
    /** How long groups and users must stay the same before they count as settled; 0 by default. */
    settleMilliseconds?: number;
  }): CatalogOrganisation {
    return new CatalogOrganisation(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    aliases: readonly IdentityAlias[];
    settleMilliseconds?: number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#aliases = options.aliases;
    this.#settleMilliseconds = options.settleMilliseconds ?? 0;
  }

  /**
   * The graph, at most ten minutes old. When the catalog fails, the last one
   * goes on being used; without any, the error is thrown, so that nothing is read
   * of which nobody could say who did it.
   */
  async graph(): Promise<OrganisationGraph> {
    const known = this.#graph;
    if (known && Date.now() - known.readAt < MAX_AGE_MILLISECONDS) {
      return known.graph;
    }
    try {
      return await this.refresh();
    } catch (error) {
      if (!known) {
        throw error;
      }
      this.#logger.warn(
        'Could not read groups and users from the catalog, going on with those read before',
        { error: String(error) },
      );
      return known.graph;
    }
  }

  /**
   * The graph once groups and users have stopped arriving. A catalog that has
   * just started fills up bit by bit; a distance that was decided while a group
   * lacked its parent, or a person one of two teams, would stay wrong.
   *
   * @throws the signal's reason when aborted while waiting.
   */
  async settledGraph(signal: AbortSignal): Promise<OrganisationGraph> {
    for (;;) {
      signal.throwIfAborted();
      this.#settling ??= this.#settle(signal).catch(error => {
        this.#settling = undefined;
        throw error;
      });
      try {
        await this.#settling;
        return await this.graph();
      } catch (error) {
        signal.throwIfAborted();
        // Whoever began to wait gave up, which is nothing to this caller.
        if (!isError(error) || error.name !== 'AbortError') {
          throw error;
        }
      }
    }
  }

  async #settle(signal: AbortSignal): Promise<void> {
    if (this.#settleMilliseconds === 0) {
      return;
    }
    let extent = (await this.refresh()).extent;
    let since = Date.now();
    while (Date.now() - since < this.#settleMilliseconds) {
      await delay(
        Math.min(SETTLING_LOOK_MILLISECONDS, this.#settleMilliseconds),
        undefined,
        { signal },
      );
      const now = (await this.refresh()).extent;
      if (now !== extent) {
        extent = now;
        since = Date.now();
      }
    }
  }

  /** Reads groups and users now; callers at the same time share one reading. */
  async refresh(): Promise<OrganisationGraph> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<OrganisationGraph> {
    const builder = OrganisationGraph.builder();
    for await (const page of this.#catalog.streamEntities(
      {
        filter: [{ kind: 'Group' }, { kind: 'User' }],
        fields: ORGANISATION_FIELDS,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    )) {
      for (const entity of page) {
        builder.add(entity);
      }
    }
    const graph = builder.addAliases(this.#aliases).build();
    this.#graph = { graph, readAt: Date.now() };
    return graph;
  }
}
