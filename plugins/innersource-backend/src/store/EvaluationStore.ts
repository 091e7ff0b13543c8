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
  CategoryScore,
  CheckResult,
  Evaluation,
  Fact,
  MeasuredFacts,
  PortalMetadata,
  toHelpKind,
  toTopic,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import {
  chunked,
  CONCLUSIVE,
  pack,
  toInstant,
  toSearchText,
  toSortName,
  unpack,
  withoutNul,
} from './columns';
import { replaceStarterIssues } from './starterIssues';

/** Longest value of a topic, skill or language that is kept. */
const MAX_VALUE_LENGTH = 255;

/** Topics, skills or kinds of help of one project that are kept. */
const MAX_VALUES = 100;

/** An evaluation on its way into the store. */
export interface EvaluationRecord {
  evaluation: Evaluation;
  /** Of everything in the configuration that has a say in evaluations. */
  settingsHash: string;
  /** Catalog tags; together with the repository's topics they are the project's topics. */
  tags: string[];
  /** True when it counts as an InnerSource project by what the repository says. */
  innerSource: boolean;
  /** What contributions say, for lists. */
  measured: Pick<
    MeasuredFacts,
    'medianFirstResponseHours' | 'outsideContributions'
  >;
}

/** What lists need of an evaluation besides the columns. */
export interface EvaluationSummary {
  categories: Array<Pick<CategoryScore, 'category' | 'score'>>;
  activity: Evaluation['activity'];
  topics: string[];
  metadata: PortalMetadata;
  description: string | null;
  /** Commits per week; absent in rows of earlier versions. */
  participation?: number[] | null;
}

/** Latest evaluations and their history. */
export interface EvaluationStore {
  /** Replaces the project's latest evaluation and writes a snapshot if something changed. */
  save(record: EvaluationRecord): Promise<void>;

  get(entityRef: string): Promise<Evaluation | undefined>;

  /** Repositories with an evaluation under other settings than these. */
  findRepositoriesWithOtherSettings(settingsHash: string): Promise<number[]>;

  /**
   * Deletes snapshots before a day (`YYYY-MM-DD`), except each project's newest
   * of them: it still holds until the next one.
   *
   * @returns How many were deleted.
   */
  deleteSnapshotsBefore(day: string): Promise<number>;
}

/** Evaluations in the plugin's database. */
export class DatabaseEvaluationStore implements EvaluationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseEvaluationStore {
    return new DatabaseEvaluationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(record: EvaluationRecord): Promise<void> {
    const { evaluation } = record;
    const { entityRef } = evaluation.project;
    const packed = await pack(evaluation);
    await this.#knex.transaction(async trx => {
      const project = await trx('projects')
        .where('entity_ref', entityRef)
        .first('title', 'inner_source');
      if (!project) {
        return;
      }
      await trx('evaluations')
        .insert({ ...toRow(record), evaluation: packed })
        .onConflict('entity_ref')
        .merge();
      await this.#replaceValues(trx, entityRef, record);
      await this.#replaceScores(trx, entityRef, evaluation);
      await replaceStarterIssues(
        trx,
        evaluation,
        evaluation.facts.metadata.title ?? project.title,
      );
      await this.#snapshot(
        trx,
        evaluation,
        Boolean(project.inner_source) || record.innerSource,
      );
    });
  }

  async get(entityRef: string): Promise<Evaluation | undefined> {
    const row = await this.#knex('evaluations')
      .where('entity_ref', entityRef)
      .first('evaluation');
    return row && unpack<Evaluation>(row.evaluation);
  }

  async findRepositoriesWithOtherSettings(
    settingsHash: string,
  ): Promise<number[]> {
    const rows = await this.#knex('evaluations')
      .join('projects', 'projects.entity_ref', 'evaluations.entity_ref')
      .whereNot('evaluations.settings_hash', settingsHash)
      .whereNotNull('projects.repository_id')
      .distinct('projects.repository_id');
    return rows.map(row => row.repository_id);
  }

  async deleteSnapshotsBefore(day: string): Promise<number> {
    return this.#knex('snapshots')
      .where('date', '<', day)
      .whereExists(
        this.#knex('snapshots as newer')
          .select(this.#knex.raw('1'))
          .whereRaw('newer.entity_ref = snapshots.entity_ref')
          .whereRaw('newer.date > snapshots.date')
          .where('newer.date', '<', day),
      )
      .delete();
  }

  async #replaceValues(
    trx: Knex.Transaction,
    entityRef: string,
    record: EvaluationRecord,
  ): Promise<void> {
    const { metadata } = record.evaluation.facts;
    const rows = [
      ...topicsOf(record).map(value => ({ field: 'topic', value })),
      ...normalise(metadata.skills ?? []).map(value => ({
        field: 'skill',
        value,
      })),
      ...normalise((metadata.contributions ?? []).map(toHelpKind)).map(
        value => ({ field: 'contribution', value }),
      ),
    ].map(row => ({ entity_ref: entityRef, ...row }));
    await trx('evaluation_values').where('entity_ref', entityRef).delete();
    if (rows.length > 0) {
      await trx('evaluation_values').insert(rows);
    }
  }

  async #replaceScores(
    trx: Knex.Transaction,
    entityRef: string,
    evaluation: Evaluation,
  ): Promise<void> {
    await trx('category_scores').where('entity_ref', entityRef).delete();
    const categories = evaluation.readiness.categories.map(
      ({ category, score }) => ({ entity_ref: entityRef, category, score }),
    );
    if (categories.length > 0) {
      await trx('category_scores').insert(categories);
    }
    await trx('check_results').where('entity_ref', entityRef).delete();
    const gainOf = gains(evaluation);
    const results = evaluation.results.map(result => ({
      entity_ref: entityRef,
      check_id: result.id,
      category: result.category,
      status: result.status,
      score: result.score,
      weight: result.weight,
      gain: gainOf(result),
    }));
    for (const chunk of chunked(results, 500)) {
      await trx('check_results').insert(chunk);
    }
  }

  async #snapshot(
    trx: Knex.Transaction,
    evaluation: Evaluation,
    innerSource: boolean,
  ): Promise<void> {
    const { entityRef } = evaluation.project;
    const row = {
      readiness: evaluation.readiness.score,
      grade: evaluation.readiness.grade,
      activity: evaluation.activity?.score ?? null,
      categories: JSON.stringify(
        evaluation.readiness.categories.map(({ category, score }) => ({
          category,
          score,
        })),
      ),
      inner_source: innerSource,
    };
    const date = evaluation.evaluatedAt.slice(0, 10);
    const last = await trx('snapshots')
      .where('entity_ref', entityRef)
      .orderBy('date', 'desc')
      .first();
    if (
      last &&
      last.readiness === row.readiness &&
      last.grade === row.grade &&
      last.activity === row.activity &&
      last.categories === row.categories &&
      last.inner_source !== null &&
      Boolean(last.inner_source) === row.inner_source
    ) {
      return;
    }
    await trx('snapshots')
      .insert({ entity_ref: entityRef, date, ...row })
      .onConflict(['entity_ref', 'date'])
      .merge();
  }
}

/** Points of readiness that each result would add by passing. */
function gains({ results }: Evaluation): (result: CheckResult) => number {
  const divisor = results
    .filter(({ status }) => CONCLUSIVE.includes(status))
    .reduce((sum, { weight }) => sum + weight, 0);
  return ({ status, weight, score }) =>
    divisor > 0 && CONCLUSIVE.includes(status)
      ? (100 * weight * (1 - (score ?? 0))) / divisor
      : 0;
}

function toRow(record: EvaluationRecord) {
  const { evaluation, settingsHash, innerSource } = record;
  const { facts, readiness } = evaluation;
  const { metadata } = facts;
  const topics = topicsOf(record);
  const languages = facts.languages.map(language => language.name);
  const [language] = normalise([metadata.language ?? languages[0] ?? '']);
  const summary: EvaluationSummary = {
    categories: readiness.categories.map(({ category, score }) => ({
      category,
      score,
    })),
    activity: evaluation.activity,
    topics,
    metadata,
    description: facts.description,
    participation: facts.participation,
  };
  return {
    entity_ref: evaluation.project.entityRef,
    evaluated_at: toInstant(new Date(evaluation.evaluatedAt)),
    settings_hash: settingsHash,
    readiness: readiness.score,
    grade: readiness.grade,
    level: evaluation.level.level,
    activity: evaluation.activity?.score ?? null,
    language: language ?? null,
    license:
      facts.license.known && facts.license.value
        ? facts.license.value.spdxId
        : null,
    starter_issue_count: facts.starterIssues.filter(issue => issue.unassigned)
      .length,
    archived: facts.archived.known && facts.archived.value,
    sort_name: metadata.title === undefined ? null : toSortName(metadata.title),
    inner_source: innerSource,
    last_commit_at: lastCommitOf(evaluation),
    first_response_hours: valueOf(record.measured.medianFirstResponseHours),
    outside_contributions: valueOf(record.measured.outsideContributions),
    summary: withoutNul(JSON.stringify(summary)),
    search_text: withoutNul(
      toSearchText([
        metadata.title,
        metadata.motivation,
        facts.description,
        ...topics,
        ...(metadata.skills ?? []),
        ...(metadata.contributions ?? []),
        metadata.language,
        ...languages,
      ]),
    ),
  };
}

function valueOf(fact: Fact<number | null>): number | null {
  return fact.known ? fact.value : null;
}

function lastCommitOf({ facts }: Evaluation): string | null {
  const at = facts.commits.known ? facts.commits.value.lastCommitAt : null;
  const date = at === null ? NaN : Date.parse(at);
  return Number.isNaN(date) ? null : toInstant(new Date(date));
}

function topicsOf(record: EvaluationRecord): string[] {
  return normalise(
    [...record.evaluation.facts.topics, ...record.tags].map(toTopic),
  );
}

function normalise(values: readonly string[]): string[] {
  const cleaned = values
    .map(value => withoutNul(value).trim().slice(0, MAX_VALUE_LENGTH))
    .filter(Boolean);
  return [...new Set(cleaned)].slice(0, MAX_VALUES);
}
