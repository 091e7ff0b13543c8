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
import { CsvCell, toCsvLine } from '@ispo/backstage-plugin-innersource-common';
import { ExportedProject } from '../store/ExportStore';

const COLUMNS: ReadonlyArray<[string, (project: ExportedProject) => CsvCell]> =
  [
    ['entityRef', ({ summary }) => summary.entityRef],
    ['title', ({ summary }) => summary.title],
    ['description', ({ summary }) => summary.description],
    ['motivation', ({ summary }) => summary.metadata.motivation ?? null],
    ['owner', ({ summary }) => summary.owner],
    ['repository', ({ summary }) => summary.repositoryUrl],
    ['path', ({ summary }) => summary.path],
    ['status', ({ summary }) => summary.status],
    ['readiness', ({ summary }) => summary.readiness],
    ['grade', ({ summary }) => summary.grade],
    ['level', ({ summary }) => summary.level],
    ['activity', ({ summary }) => summary.activity?.score ?? null],
    ['language', ({ summary }) => summary.language],
    ['topics', ({ summary }) => summary.topics.join(' ')],
    ['skills', ({ summary }) => (summary.metadata.skills ?? []).join(', ')],
    [
      'contributions',
      ({ summary }) => (summary.metadata.contributions ?? []).join(', '),
    ],
    ['starterIssues', ({ summary }) => summary.starterIssueCount],
    ['firstResponseHours', ({ summary }) => summary.firstResponseHours],
    ['outsideContributions', ({ summary }) => summary.outsideContributions],
    ['docs', ({ summary }) => summary.metadata.docs ?? null],
    ['archived', ({ summary }) => String(summary.archived)],
    ['lastCommitAt', ({ summary }) => summary.lastCommitAt],
    ['evaluatedAt', ({ summary }) => summary.evaluatedAt],
  ];

/** First line of the file. */
export const CSV_HEADER = toCsvLine(COLUMNS.map(([name]) => name));

/** One line of the file, after RFC 4180. */
export function toProjectLine(project: ExportedProject): string {
  return toCsvLine(COLUMNS.map(([, cellOf]) => cellOf(project)));
}
