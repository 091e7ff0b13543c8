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
  absenceFactor,
  changeRequestMetrics,
  ContributionTally,
  known,
  makesContributor,
  MeasuredFacts,
  ProjectRef,
  tell,
  unknown,
  windowDays,
} from '@ispo/backstage-plugin-innersource-common';
import { MeasuredFactsProvider } from '../evaluation/MeasuredFactsProvider';
import {
  ContributionProject,
  ContributionStore,
} from '../store/ContributionStore';

/** Sources that see history only. */
const SOURCES_WITHOUT_CHANGE_REQUESTS = ['git'];

/** Why figures about change requests are missing. */
export const NO_CHANGE_REQUESTS = tell('git-change-requests');

/** Whether a source delivers change requests, reviews and issues. */
export function seesChangeRequests(source: string): boolean {
  return !SOURCES_WITHOUT_CHANGE_REQUESTS.includes(source);
}

/** Measured facts from stored contributions; see `docs/metrics.md`. */
export class StoredMeasuredFacts implements MeasuredFactsProvider {
  readonly #store: ContributionStore;

  static create(options: { store: ContributionStore }): StoredMeasuredFacts {
    return new StoredMeasuredFacts(options.store);
  }

  private constructor(store: ContributionStore) {
    this.#store = store;
  }

  async getMeasuredFacts(
    projects: ProjectRef[],
    now: Date,
  ): Promise<Map<string, MeasuredFacts>> {
    const stored = await this.#store.getProjects(
      projects.map(project => project.entityRef),
    );
    const facts = new Map<string, MeasuredFacts>();
    for (const [entityRef, project] of stored) {
      if (project.readAt !== null) {
        facts.set(entityRef, await this.#measure(project, now));
      }
    }
    return facts;
  }

  async #measure(
    project: ContributionProject,
    now: Date,
  ): Promise<MeasuredFacts> {
    const year = windowDays(now, 365);
    const quarter = windowDays(now, 90);
    const tallies = await this.#store.getTallies(
      project.id,
      year.firstDay,
      year.lastDay,
    );
    const outsideContributions = known(
      tallies.reduce(
        (sum, { kind, relation, count }) =>
          kind === project.unit && relation === 'other' ? sum + count : sum,
        0,
      ),
    );
    const contributorAbsenceFactor = known(
      absenceFactor(contributionsByPerson(tallies, project.unit).values()),
    );
    if (!seesChangeRequests(project.source)) {
      const noChangeRequests = unknown(NO_CHANGE_REQUESTS);
      const recent = await this.#store.getTallies(
        project.id,
        quarter.firstDay,
        quarter.lastDay,
      );
      return {
        medianFirstResponseHours: noChangeRequests,
        changeRequestClosureRatio: noChangeRequests,
        unansweredOutsideChangeRequests: noChangeRequests,
        contributorAbsenceFactor,
        activeMaintainers: known(
          contributionsByPerson(recent, project.unit).size,
        ),
        outsideContributions,
      };
    }
    const metrics = changeRequestMetrics(
      await this.#store.getChangeRequests(project.id, year.firstDay * 86_400),
      year,
    );
    const unanswered = await this.#store.getUnansweredOutside(project.id);
    const seconds = now.getTime() / 1000;
    return {
      medianFirstResponseHours: known(metrics.firstResponse.other.medianHours),
      changeRequestClosureRatio: known(metrics.closureRatio),
      unansweredOutsideChangeRequests: known(
        unanswered.map(({ url, createdAt }) => ({
          url: url ?? project.repositoryUrl,
          ageDays: Math.max(0, Math.floor((seconds - createdAt) / 86_400)),
        })),
      ),
      contributorAbsenceFactor,
      activeMaintainers: known(
        await this.#store.countMaintainers(project.id, quarter.firstDay),
      ),
      outsideContributions,
    };
  }
}

function contributionsByPerson(
  tallies: readonly ContributionTally[],
  unit: ContributionProject['unit'],
): Map<number, number> {
  const byPerson = new Map<number, number>();
  for (const { kind, person, relation, count } of tallies) {
    if (makesContributor(kind, unit) && person !== null && relation !== 'bot') {
      byPerson.set(person, (byPerson.get(person) ?? 0) + count);
    }
  }
  return byPerson;
}
