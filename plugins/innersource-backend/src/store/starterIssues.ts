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

import { Evaluation } from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { chunked, toInstant, toSearchText, withoutNul } from './columns';

/** Longest label, skill or effort that is kept. */
const MAX_VALUE_LENGTH = 255;

/**
 * Replaces a project's starter issues by those of an evaluation. An issue
 * without skills of its own takes those of its project.
 */
export async function replaceStarterIssues(
  trx: Knex.Transaction,
  evaluation: Evaluation,
  projectTitle: string,
): Promise<void> {
  const { entityRef } = evaluation.project;
  const { metadata } = evaluation.facts;
  await trx('starter_issues').where('entity_ref', entityRef).delete();
  const issues = new Map(
    evaluation.facts.starterIssues
      .filter(issue => issue.unassigned)
      .map(issue => [issue.number, issue]),
  );
  const rows = [];
  const values = [];
  for (const issue of issues.values()) {
    const labels = cleaned(issue.labels);
    const skills = cleaned(
      issue.skills?.length ? issue.skills : metadata.skills ?? [],
    );
    const effort = cleaned([issue.effort ?? ''])[0] ?? null;
    rows.push({
      entity_ref: entityRef,
      number: issue.number,
      title: withoutNul(issue.title),
      url: withoutNul(issue.url),
      created_at: toInstant(new Date(issue.createdAt)),
      updated_at: toInstant(new Date(issue.updatedAt)),
      comments: issue.comments,
      effort,
      search_text: withoutNul(
        toSearchText([
          issue.title,
          projectTitle,
          ...labels,
          // As the labels that say so.
          ...skills.map(skill => `skill:${skill}`),
          effort && `effort:${effort}`,
        ]),
      ),
    });
    for (const [field, list] of [
      ['label', labels],
      ['skill', skills],
    ] as const) {
      values.push(
        ...list.map(value => ({
          entity_ref: entityRef,
          number: issue.number,
          field,
          value,
        })),
      );
    }
  }
  for (const chunk of chunked(rows, 100)) {
    await trx('starter_issues').insert(chunk);
  }
  for (const chunk of chunked(values, 200)) {
    await trx('starter_issue_values').insert(chunk);
  }
}

function cleaned(values: readonly string[]): string[] {
  return [
    ...new Set(
      values
        .map(value => withoutNul(value).trim().slice(0, MAX_VALUE_LENGTH))
        .filter(Boolean),
    ),
  ];
}
