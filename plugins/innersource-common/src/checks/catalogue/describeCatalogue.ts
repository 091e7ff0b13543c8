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
  CHECK_CATEGORIES,
  CheckCategory,
  DEFAULT_GRADES,
  GOVERNANCE_LEVELS,
  SEVERITY_WEIGHTS,
} from '../../model';
import { CheckDefinition } from '../definition';

const QUESTIONS: Record<CheckCategory, string> = {
  discoverable: 'Can people find the project, and see that it is alive?',
  understandable:
    'Can a newcomer understand what the project is, and who stands behind it?',
  contributable:
    'Can somebody from another team contribute without asking first?',
  governed: 'Are rules and roles clear?',
  responsive: 'Does the project answer?',
  reusable: 'Can others build on it?',
};

/** The page `docs/checks.md`: how readiness comes about, and every check. */
export function describeCatalogue(checks: readonly CheckDefinition[]): string {
  const severities = Object.entries(SEVERITY_WEIGHTS)
    .map(([severity, weight]) => `${severity} ${weight}`)
    .join(', ');
  const grades = DEFAULT_GRADES.map(
    ({ grade, from }) => `${grade} from ${from}`,
  );
  return [
    '# Checks',
    '<!-- Written by `yarn docs:checks` from the catalogue in plugins/innersource-common/src/checks/catalogue. -->',
    'A check is a rule over what a source saw in a repository and what the catalog says. Its result is one of:',
    [
      '- **pass**, **partial** or **fail**: conclusive, with a score of 1, between, or 0',
      '- **unknown**: what it needs could not be seen, for instance for lack of permission; it counts neither for nor against the project',
      '- **not-applicable**: it makes no sense for this project, or is not asked at its governance level',
      '- **exempt**: an administrator exempted the project, with a reason and maybe an expiry date; a check that passes is never exempt',
    ].join('\n'),
    `**Readiness** is Σ weight · score ÷ Σ weight over the conclusive checks, from 0 to 100 with one decimal; without any there is no score. Weights follow the severity: ${severities}. **Grades** are ${grades.join(
      ', ',
    )}. **Coverage** is the weight of what was conclusive divided by the weight of all that applies.`,
    'The **way to the next grade** is the shortest list of checks that reaches it when they pass: making a conclusive check pass leaves the divisor as it is, so gains add up, and the largest gains first make the shortest list. Checks that are unknown are no steps, since nobody knows what they would turn out to be.',
    'A file counts as absent only where all directories in question were listed. Documents are looked for in the path of the project first, then in the repository (`.github`, the root, `docs`, `.gitlab`), then among the default files of the organisation; upper and lower case do not matter, and Markdown, reStructuredText, AsciiDoc and plain text are read. Of a project in a part of a repository only its own README counts in full.',
    `The governance level of a project decides which checks apply: ${GOVERNANCE_LEVELS.map(
      level => `\`${level}\``,
    ).join(
      ', ',
    )}. It is taken from the annotation \`innersource.io/governance-level\` of the entity, else from \`governanceLevel\` in \`innersource.json\`, else from \`innersource.defaultGovernanceLevel\`.`,
    '## Configuration',
    'Everything below can be changed in `app-config.yaml`. A list given as a parameter replaces the default list, `add` extends it. Phrases and headings are compared word by word, whatever the case and punctuation; `*` at the end stands for any ending of the word.',
    [
      '```yaml',
      'innersource:',
      '  checks:',
      '    readme-substance:',
      '      parameters:',
      '        minLength: 300',
      '    help-channel:',
      '      weight: 7.5',
      '      parameters:',
      '        channels:',
      '          add: [chat.example.com]',
      '    semantic-versions:',
      '      enabled: false',
      '  customChecks:',
      '    - id: runbook',
      '      category: reusable',
      '      title: Runbook',
      '      why: Whoever is on call must know what to do.',
      '      severity: medium',
      '      guideline: { name: Operations handbook, url: https://ops.example.com }',
      '      remedy: { summary: Write a runbook with a section on alerts. }',
      '      anyOf:',
      '        - document: [runbook, docs/operations.md]',
      '          allOf:',
      '            - section: [alerts, alarms]',
      '              minLength: 100',
      '            - links: [grafana.example.com]',
      '        - directory: runbooks',
      '  exemptions:',
      '    - filter: { type: website }',
      '      check: semantic-versions',
      '      reason: Websites are deployed continuously.',
      '      expires: 2027-06-30',
      '```',
    ].join('\n'),
    ...CHECK_CATEGORIES.flatMap(category => [
      `## ${capitalise(category)}`,
      QUESTIONS[category],
      ...checks
        .filter(check => check.category === category)
        .flatMap(describeCheck),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function describeCheck(check: CheckDefinition): string[] {
  const { severity, severityAt, levels, guideline, remedy, parameters } = check;
  const otherwise = Object.entries(severityAt ?? {}).map(
    ([level, value]) => `${value} at \`${level}\``,
  );
  return [
    `### ${check.title}`,
    check.why,
    [
      `- Id: \`${check.id}\``,
      `- Severity: ${[severity, ...otherwise].join(', ')}`,
      `- Applies at: ${
        levels ? levels.map(level => `\`${level}\``).join(', ') : 'all levels'
      }`,
      `- Guideline: [${guideline.name}](${guideline.url})`,
      `- Remedy: ${remedy.summary}${
        remedy.template
          ? ` A template for \`${remedy.template.path}\` is offered.`
          : ''
      }`,
      ...Object.entries(parameters ?? {}).map(
        ([name, value]) => `- Parameter \`${name}\`: ${describeValue(value)}`,
      ),
    ].join('\n'),
  ];
}

function describeValue(value: number | string | readonly string[]): string {
  return typeof value === 'number' || typeof value === 'string'
    ? `\`${value}\``
    : value.map(item => `\`${item}\``).join(', ');
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
