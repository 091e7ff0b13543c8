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

import { NotFoundError } from '@backstage/errors';
import { RecomputeContributionsResult } from '@ispo/backstage-plugin-innersource-common';
import { PeopleStore } from '../store/PeopleStore';
import { ProjectStore } from '../store/ProjectStore';
import { StandingStore } from '../store/StandingStore';
import { CatalogOrganisation } from './CatalogOrganisation';
import { owningTeam } from './ContributionsTask';
import { decideStanding, ownershipOf } from './standing';

/**
 * Decides standings of past contributions anew, by owners, teams and identities
 * as they are now. Only an administrator's command does that: what happened does
 * not change because the organisation did.
 */
export class Restatement {
  readonly #standings: StandingStore;
  readonly #projects: ProjectStore;
  readonly #people: PeopleStore;
  readonly #organisation: CatalogOrganisation;

  static create(options: {
    standings: StandingStore;
    projects: ProjectStore;
    people: PeopleStore;
    organisation: CatalogOrganisation;
  }): Restatement {
    return new Restatement(options);
  }

  private constructor(options: {
    standings: StandingStore;
    projects: ProjectStore;
    people: PeopleStore;
    organisation: CatalogOrganisation;
  }) {
    this.#standings = options.standings;
    this.#projects = options.projects;
    this.#people = options.people;
    this.#organisation = options.organisation;
  }

  /**
   * @param range - days inclusive; one project by its entity ref, or all
   * @throws NotFoundError when that project has no contributions
   */
  async run(range: {
    firstDay: number;
    lastDay: number;
    entityRef?: string;
  }): Promise<RecomputeContributionsResult> {
    const graph = await this.#organisation.refresh();
    await this.#people.link(digest => graph.userOf([digest]));
    const projects = await this.#standings.getProjects(range.entityRef);
    if (range.entityRef !== undefined && projects.length === 0) {
      throw new NotFoundError(
        `No contributions to ${range.entityRef} are stored. Check the entity ref, or wait until the project was read.`,
      );
    }
    let changed = 0;
    for (const { id, entityRef } of projects) {
      const project = await this.#projects.get(entityRef);
      if (project) {
        const ownership = ownershipOf(owningTeam(project.catalog), graph);
        changed += await this.#standings.restate(id, range, (user, page) =>
          decideStanding(page, ownership, user, graph),
        );
      }
    }
    return { projects: projects.length, changed };
  }
}
