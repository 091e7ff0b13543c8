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
  MeasuredFacts,
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

/** Times that inputs are read again which change during each evaluation. */
const MAX_ROUNDS = 5;

/** What evaluations are made of, besides facts of the repository. */
interface Inputs {
  projects: StoredProject[];
  measured: ReadonlyMap<string, MeasuredFacts>;
  /** Of these, and of the repository's facts. */
  version: string;
}

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
   * Evaluates all projects of a repository and stores the results. What changes
   * meanwhile, as another task reads the repository or its contributions, is
   * taken into account: the last one to store never stores what is out of date.
   *
   * @param facts - Facts just read and stored; without them the stored ones are used.
   * @returns How many projects were evaluated; 0 when there are no facts yet.
   */
  async evaluateRepository(
    repository: StoredRepository,
    now: Date,
    facts?: RepositoryFacts,
  ): Promise<number> {
    let inputs = await this.#readInputs(repository, now);
    let repositoryFacts = facts;
    for (let round = 1; ; round += 1) {
      repositoryFacts ??= await this.#options.facts.getFacts(repository.id);
      if (!repositoryFacts) {
        return 0;
      }
      await this.#evaluate(repository, now, repositoryFacts, inputs);
      const latest = await this.#readInputs(repository, now);
      if (latest.version === inputs.version || round >= MAX_ROUNDS) {
        return inputs.projects.length;
      }
      inputs = latest;
      repositoryFacts = undefined;
    }
  }

  async #readInputs(repository: StoredRepository, now: Date): Promise<Inputs> {
    const { facts, projects, measured } = this.#options;
    const states = await facts.getReadingStates([repository.id]);
    const stored =
      (await projects.getByRepositories([repository.id])).get(repository.id) ??
      [];
    const measuredFacts = await measured.getMeasuredFacts(
      stored.map(project => toProjectRef(project, repository)),
      now,
    );
    return {
      projects: stored,
      measured: measuredFacts,
      version: JSON.stringify([
        states.get(repository.id),
        stored,
        [...measuredFacts],
      ]),
    };
  }

  async #evaluate(
    repository: StoredRepository,
    now: Date,
    facts: RepositoryFacts,
    inputs: Inputs,
  ): Promise<void> {
    for (const project of inputs.projects) {
      const measured =
        inputs.measured.get(project.entityRef) ??
        unmeasured(tell('contributions-unread'));
      const evaluation = this.#options.evaluateProject(
        {
          project: toProjectRef(project, repository),
          repository: facts,
          catalog: project.catalog,
          measured,
        },
        now,
      );
      await this.#options.evaluations.save({
        evaluation,
        settingsHash: this.#options.settingsHash,
        tags: project.catalog.tags,
        innerSource: this.#isMember(evaluation),
        measured,
      });
    }
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
