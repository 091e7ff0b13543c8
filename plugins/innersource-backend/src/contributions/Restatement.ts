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
import { PageWriter, StoredStanding } from '../store/ContributionWriter';
import { PeopleStore } from '../store/PeopleStore';
import { ProjectStore } from '../store/ProjectStore';
import { DayRange } from '../store/columns';
import { RecomputedProject, StandingStore } from '../store/StandingStore';
import { CatalogOrganisation } from './CatalogOrganisation';
import { owningTeam } from './ContributionsTask';
import { OrganisationGraph } from './OrganisationGraph';
import { decideStanding, ownershipOf } from './standing';

/** Options of {@link Restatement}. */
export interface RestatementOptions {
  standings: StandingStore;
  projects: ProjectStore;
  people: PeopleStore;
  organisation: CatalogOrganisation;
  /** Called with repositories whose figures have changed, e.g. to evaluate anew. */
  onDecided?: (repositoryIds: readonly number[]) => Promise<void>;
}

/**
 * Decides standings of past contributions: of a range anew, on an
 * administrator's command only, as what happened does not change because the
 * organisation did; and of what was `unknown`, as soon as there is something to
 * decide by.
 */
export class Restatement {
  readonly #options: RestatementOptions;
  #seen: OrganisationGraph | undefined;

  static create(options: RestatementOptions): Restatement {
    return new Restatement(options);
  }

  private constructor(options: RestatementOptions) {
    this.#options = options;
  }

  /**
   * By owners, teams and identities as they are now.
   *
   * @param range - days inclusive; one project by its entity ref, or all
   * @throws NotFoundError when that project has no contributions
   */
  async run(
    range: DayRange & { entityRef?: string },
  ): Promise<RecomputeContributionsResult> {
    const { organisation, people, standings } = this.#options;
    const graph = await organisation.refresh();
    await people.link(digest => graph.userOf([digest]));
    const projects = await standings.getProjects(range.entityRef);
    if (range.entityRef !== undefined && projects.length === 0) {
      throw new NotFoundError(
        `No contributions to ${range.entityRef} are stored. Check the entity ref, or wait until the project was read.`,
      );
    }
    const changed = await this.#decide(projects, graph, (id, decide) =>
      standings.restate(id, range, decide),
    );
    return { projects: projects.length, changed };
  }

  /**
   * Gives people whom the catalog has come to know their user, and decides their
   * contributions that were `unknown`, project by project. Does nothing while
   * groups and users are those of the last time.
   *
   * @returns how many contributions were decided
   */
  async decideUnknown(signal: AbortSignal): Promise<number> {
    const { organisation, people, standings } = this.#options;
    const graph = await organisation.settledGraph(signal);
    if (graph === this.#seen) {
      return 0;
    }
    await people.link(digest => graph.userOf([digest]));
    const decided = await this.#decide(
      await standings.findUndecided(),
      graph,
      (id, decide) => {
        signal.throwIfAborted();
        return standings.decideUnknown(id, decide);
      },
    );
    this.#seen = graph;
    return decided;
  }

  async #decide(
    projects: readonly RecomputedProject[],
    graph: OrganisationGraph,
    replace: (
      projectId: number,
      decide: (
        user: string | null,
        page: PageWriter,
      ) => Promise<StoredStanding>,
    ) => Promise<number>,
  ): Promise<number> {
    let changed = 0;
    const repositoryIds = new Set<number>();
    try {
      for (const { id, entityRef, repositoryId } of projects) {
        const project = await this.#options.projects.get(entityRef);
        if (project) {
          const ownership = ownershipOf(owningTeam(project.catalog), graph);
          const here = await replace(id, (user, page) =>
            decideStanding(page, ownership, user, graph),
          );
          if (here > 0) {
            changed += here;
            repositoryIds.add(repositoryId);
          }
        }
      }
    } finally {
      if (repositoryIds.size > 0) {
        await this.#options.onDecided?.([...repositoryIds]);
      }
    }
    return changed;
  }
}
