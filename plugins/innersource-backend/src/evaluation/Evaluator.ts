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
  Evaluation,
  ProjectFacts,
  ProjectRef,
  RepositoryFacts,
  tell,
} from '@ispo/backstage-plugin-innersource-common';
import { MembershipConfig } from '../config';
import { EvaluationStore } from '../store/EvaluationStore';
import { FactsStore } from '../store/FactsStore';
import { ProjectStore, StoredProject } from '../store/ProjectStore';
import { MeasuredFactsProvider, unmeasured } from './MeasuredFactsProvider';
import { StoredRepository } from './QueueTask';

/** Turns facts into an evaluation under the settings in force. Pure. */
export type EvaluateProject = (facts: ProjectFacts, now: Date) => Evaluation;

/** Options of {@link Evaluator}. */
export interface EvaluatorOptions {
  evaluateProject: EvaluateProject;
  /** Of everything in the configuration that has a say in evaluations. */
  settingsHash: string;
  membership: MembershipConfig;
  projects: ProjectStore;
  facts: FactsStore;
  evaluations: EvaluationStore;
  measured: MeasuredFactsProvider;
}

/**
 * Evaluates the projects of a repository from facts, without touching its host.
 */
export class Evaluator {
  readonly #options: EvaluatorOptions;

  static create(options: EvaluatorOptions): Evaluator {
    return new Evaluator(options);
  }

  private constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  /**
   * Evaluates all projects of a repository and stores the results.
   *
   * @param facts - Facts just read; without them the stored ones are used.
   * @returns How many projects were evaluated; 0 when there are no facts yet.
   */
  async evaluateRepository(
    repository: StoredRepository,
    now: Date,
    facts?: RepositoryFacts,
  ): Promise<number> {
    const { projects, evaluations, measured } = this.#options;
    const repositoryFacts =
      facts ?? (await this.#options.facts.getFacts(repository.id));
    if (!repositoryFacts) {
      return 0;
    }
    const stored =
      (await projects.getByRepositories([repository.id])).get(repository.id) ??
      [];
    const measuredFacts = await measured.getMeasuredFacts(
      stored.map(project => toProjectRef(project, repository)),
      now,
    );
    for (const project of stored) {
      const ofProject =
        measuredFacts.get(project.entityRef) ??
        unmeasured(tell('contributions-unread'));
      const evaluation = this.#options.evaluateProject(
        {
          project: toProjectRef(project, repository),
          repository: repositoryFacts,
          catalog: project.catalog,
          measured: ofProject,
        },
        now,
      );
      await evaluations.save({
        evaluation,
        settingsHash: this.#options.settingsHash,
        tags: project.catalog.tags,
        innerSource: this.#isMember(evaluation),
        measured: ofProject,
      });
    }
    return stored.length;
  }

  #isMember(evaluation: Evaluation): boolean {
    const { topics, declaredLevel, readiness } = this.#options.membership;
    return (
      evaluation.facts.topics.some(topic => topics.includes(topic)) ||
      (declaredLevel && evaluation.level.declaredBy !== 'default') ||
      (readiness !== undefined &&
        evaluation.readiness.score !== null &&
        evaluation.readiness.score >= readiness)
    );
  }
}

function toProjectRef(
  project: StoredProject,
  repository: StoredRepository,
): ProjectRef {
  const { url, host, fullName } = repository;
  return {
    entityRef: project.entityRef,
    repository: { url, host, fullName },
    path: project.path,
  };
}
