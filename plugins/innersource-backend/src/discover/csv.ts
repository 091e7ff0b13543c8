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
import { ExportedProject } from '../store/ExportStore';

type Cell = string | number | boolean | null;

const COLUMNS: ReadonlyArray<[string, (project: ExportedProject) => Cell]> = [
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
  ['archived', ({ summary }) => summary.archived],
  ['lastCommitAt', ({ summary }) => summary.lastCommitAt],
  ['evaluatedAt', ({ summary }) => summary.evaluatedAt],
];

/** First line of the file. */
export const CSV_HEADER = toLine(COLUMNS.map(([name]) => name));

/** One line of the file, after RFC 4180. */
export function toCsvLine(project: ExportedProject): string {
  return toLine(COLUMNS.map(([, cellOf]) => cellOf(project)));
}

function toLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(',')}\r\n`;
}

function toField(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell !== 'string') {
    return String(cell);
  }
  // Spreadsheets take such text for a formula and run it.
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
