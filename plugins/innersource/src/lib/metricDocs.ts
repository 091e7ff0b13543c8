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

/** Where every metric is defined. */
const METRICS_DOCS_URL =
  'https://github.com/ispo/backstage-plugin-innersource/blob/main/docs/metrics.md';

/** Sections of the definitions, as their anchors name them. */
export const METRIC_SECTIONS = [
  'contributions-by-relation',
  'innersource-share',
  'contributors',
  'teams-contributing',
  'contribution-distance',
  'contributor-absence-factor',
  'given-and-received',
  'time-to-first-response',
  'time-to-merge',
  'change-request-closure-ratio',
  'usage-count',
  'repository-activity-score',
  'projects-by-grade',
  'flows-between-teams',
  'what-holds-projects-back',
  'readiness-by-category',
  'movers',
  'first-contributions-to-another-team',
  'coverage',
  'set-up-of-organisations',
  'privacy',
  'who-is-who-identities-and-bots',
] as const;

export type MetricSection = (typeof METRIC_SECTIONS)[number];

export function metricDocsUrl(section: MetricSection): string {
  return `${METRICS_DOCS_URL}#${section}`;
}
