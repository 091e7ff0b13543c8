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

import { StarterIssue } from '@ispo/backstage-plugin-innersource-common';
import { nodesOf, StarterIssueAnswer } from './answers';

/** Maps an issue that its maintainers offer to newcomers. */
export function toStarterIssue(issue: StarterIssueAnswer): StarterIssue {
  const labels = nodesOf(issue.labels).map(({ name }) => name);
  const skills = labels.flatMap(label => valueOf(label, 'skill') ?? []);
  const efforts = labels.flatMap(label => valueOf(label, 'effort') ?? []);
  return {
    number: issue.number,
    title: issue.title,
    url: issue.url,
    labels: labels.filter(
      label => !valueOf(label, 'skill') && !valueOf(label, 'effort'),
    ),
    unassigned: issue.assignees.totalCount === 0,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    comments: issue.comments.totalCount,
    ...(skills.length ? { skills } : {}),
    ...(efforts.length ? { effort: efforts[0] } : {}),
  };
}

/** The value in `skill:react`, `skill/react` or `skill: react`. */
function valueOf(label: string, key: string): string | undefined {
  const lower = label.toLowerCase();
  if (!lower.startsWith(`${key}:`) && !lower.startsWith(`${key}/`)) {
    return undefined;
  }
  return label.slice(key.length + 1).trim() || undefined;
}
