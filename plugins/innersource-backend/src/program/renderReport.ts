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
  GradeCount,
  OrganizationReport,
  ProgramCategories,
  ProgramChecks,
  ProgramFigure,
  ProgramFlows,
  ProgramMover,
  ProgramMovers,
  ProgramNewcomers,
  ProgramSummary,
  ProgramTrend,
} from '@ispo/backstage-plugin-innersource-common';

/** Rows of the longer tables. */
const MAX_ROWS = 20;

const DEFINITIONS = [
  '- **InnerSource share**: contributions of code by people of other teams ÷ those of own and other teams. People who cannot be mapped to a team are left out; their share is the unknown share.',
  '- **Contribution of code**: a merged change request, or, where the host has none, a commit on the default branch that is not a merge.',
  '- **Distance**: organisational levels from the owning team up to the first group that both sides belong to; 0 is the own team (InnerSource Commons, *Managing InnerSource Projects*: contribution distance).',
  '- **First response**: from opening a change request to the first response by a human other than its author (CHAOSS: Time to First Response).',
  '- **Readiness**: weighted share of passed checks, 0 to 100, over the checks that came to a conclusion; the grade follows from it.',
  '- Teams too small to be named without pointing at a person are summed as *smaller teams*.',
].join('\n');

/** What a report is made of. */
export interface ReportData {
  summary: ProgramSummary;
  trend: ProgramTrend;
  checks: ProgramChecks;
  /** The first page by readiness, lowest first. */
  categories: ProgramCategories;
  flows: ProgramFlows;
  movers: ProgramMovers;
  newcomers: ProgramNewcomers;
  organizations: readonly OrganizationReport[];
  /** What teams and the scope are called, by entity ref; others go by their ref. */
  names: ReadonlyMap<string, string>;
}

/** Teams of the flows that a report names. */
export function reportedTeams({ cells }: ProgramFlows): string[] {
  const refs = cells.slice(0, MAX_ROWS).flatMap(({ from, to }) => [from, to]);
  return [...new Set(refs)].filter(ref => ref !== null);
}

/**
 * The program view as Markdown with Mermaid charts, to be pasted into a book, a
 * wiki or an intranet page. The same data give the same text.
 */
export function renderReport(data: ReportData): string {
  const { summary } = data;
  const { days, from, to } = summary.window;
  return [
    '# InnerSource report',
    `${
      summary.scope === null
        ? 'Whole organisation'
        : `Scope: ${named(summary.scope, data.names)}`
    }, ${from} to ${to} (${days} days, UTC). Changes are against the ${days} days before.`,
    '## Headline figures',
    headline(summary),
    coverage(summary),
    '## Grades',
    gradesSection(summary.grades),
    '## Adoption over time',
    trendSection(data.trend),
    '## Who helps whom',
    flowsSection(data.flows, data.names),
    '## What holds projects back',
    checksSection(data.checks),
    '## Projects by category',
    categoriesSection(data.categories),
    '## Movers',
    moversSection(data.movers),
    '## First contributions to another team',
    newcomersSection(data.newcomers),
    '## Set-up of SCM organisations',
    setUpSection(data.organizations),
    '## Definitions',
    DEFINITIONS,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function headline(summary: ProgramSummary): string {
  return table(
    ['Figure', 'Value', 'Before', 'Change'],
    [
      row('Projects', summary.projects, count),
      row('InnerSource projects', summary.innerSourceProjects, count),
      row(
        'InnerSource projects of all',
        summary.innerSourceProjectShare,
        percent,
      ),
      row('Mean readiness', summary.readiness, decimal),
      row('InnerSource share', summary.innerSourceShare, percent),
      row('Unknown share', summary.unknownShare, percent),
      row(
        'Contributions from other teams',
        summary.outsideContributions,
        count,
      ),
      row(
        'People contributing outside their team',
        summary.outsideContributors,
        count,
      ),
      row(
        'Of these, for the first time',
        summary.newOutsideContributors,
        count,
      ),
      row('Teams giving', summary.teamsGiving, count),
      row('Teams receiving', summary.teamsReceiving, count),
      row(
        'Median first response to other teams, hours',
        summary.firstResponseHours,
        decimal,
      ),
      row('Median distance', summary.distance, decimal),
    ],
    ['left', 'right', 'right', 'right'],
  );
}

function coverage({ coverage: of, reading }: ProgramSummary): string {
  return [
    `Coverage: ${of.evaluated} projects evaluated, ${of.pending} pending, ${of.failing} failing, ${of.noSource} without a readable source.`,
    reading.read < reading.projects &&
      `Contributions of ${reading.read} of ${reading.projects} projects have been read so far.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function gradesSection(grades: readonly GradeCount[]): string {
  if (grades.length === 0) {
    return 'No projects.';
  }
  const chart = [
    '```mermaid',
    'pie showData title Projects by grade',
    ...grades
      .filter(({ count: projects }) => projects > 0)
      .map(
        ({ grade, count: projects }) =>
          `    "${grade === null ? 'No grade' : mermaid(grade)}" : ${projects}`,
      ),
    '```',
  ].join('\n');
  return [
    chart,
    table(
      ['Grade', 'Projects'],
      grades.map(({ grade, count: projects }) => [
        grade === null ? 'none' : text(grade),
        count(projects),
      ]),
      ['left', 'right'],
    ),
  ].join('\n\n');
}

function trendSection(trend: ProgramTrend): string {
  const known = trend.points.flatMap(({ month, innerSourceShare }) =>
    innerSourceShare === null ? [] : [{ month, share: innerSourceShare }],
  );
  const chart = [
    '```mermaid',
    'xychart-beta',
    '    title "InnerSource share by month, %"',
    `    x-axis [${known.map(({ month }) => `"${month}"`).join(', ')}]`,
    '    y-axis "%" 0 --> 100',
    `    line [${known
      .map(({ share }) => Math.round(share * 1000) / 10)
      .join(', ')}]`,
    '```',
  ].join('\n');
  return [
    // Months without contributions would look like months without help.
    ...(known.length > 0 ? [chart] : []),
    table(
      [
        'Month',
        'Own teams',
        'Other teams',
        'Unknown',
        'InnerSource share',
        'Mean readiness',
        'Grades',
      ],
      trend.points.map(point => [
        point.month,
        count(point.own),
        count(point.other),
        count(point.unknown),
        percent(point.innerSourceShare),
        decimal(point.readiness),
        point.grades
          .map(
            ({ grade, count: projects }) =>
              `${grade === null ? 'none' : text(grade)} ${projects}`,
          )
          .join(', ') || '–',
      ]),
      ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
    ),
  ].join('\n\n');
}

function flowsSection(flows: ProgramFlows, names: ReportData['names']): string {
  if (flows.cells.length === 0) {
    return 'No contributions to other teams in this window.';
  }
  const shown = flows.cells.slice(0, MAX_ROWS);
  const rest =
    flows.total -
    shown.reduce((sum, { contributions }) => sum + contributions, 0);
  return [
    table(
      ['From', 'To', 'Contributions', 'Projects'],
      shown.map(({ from, to, contributions, projects }) => [
        from === null ? 'smaller teams' : named(from, names),
        to === null ? 'smaller teams' : named(to, names),
        count(contributions),
        count(projects),
      ]),
      ['left', 'left', 'right', 'right'],
    ),
    rest > 0
      ? `${count(rest)} of ${count(
          flows.total,
        )} contributions are between further pairs.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function checksSection({ checks, whatIf }: ProgramChecks): string {
  const held = checks.filter(({ fail, partial }) => fail + partial > 0);
  if (held.length === 0) {
    return 'No check holds any project back.';
  }
  const titles = new Map(checks.map(({ checkId, title }) => [checkId, title]));
  const grades = (counts: readonly GradeCount[]) =>
    counts
      .map(
        ({ grade, count: projects }) =>
          `${grade === null ? 'none' : text(grade)} ${projects}`,
      )
      .join(', ');
  return [
    table(
      ['Check', 'Failing', 'In part', 'Passing', 'Unknown', 'What to do'],
      held
        .slice(0, MAX_ROWS)
        .map(({ title, fail, partial, pass, unknown, remedy }) => [
          text(title),
          count(fail),
          count(partial),
          count(pass),
          count(unknown),
          text(remedy.summary),
        ]),
      ['left', 'right', 'right', 'right', 'right', 'left'],
    ),
    `If every project passed ${list(
      whatIf.checkIds.map(id => text(titles.get(id) ?? id)),
    )}, the grades would go from ${grades(whatIf.before)} to ${grades(
      whatIf.after,
    )}.`,
  ].join('\n\n');
}

function categoriesSection({ items, totalItems }: ProgramCategories): string {
  if (items.length === 0) {
    return 'No projects.';
  }
  const titled = (category: string) =>
    category[0].toLocaleUpperCase('en') + category.slice(1);
  return [
    items.length < totalItems
      ? `The ${items.length} of ${totalItems} projects with the lowest readiness.`
      : '',
    table(
      ['Project', 'Readiness', ...CHECK_CATEGORIES.map(titled)],
      items.map(project => [
        `${text(project.title)} (${code(project.entityRef)})`,
        standing(project.readiness, project.grade),
        ...CHECK_CATEGORIES.map(category =>
          decimal(
            project.categories.find(entry => entry.category === category)
              ?.score ?? null,
          ),
        ),
      ]),
      ['left', 'right', ...CHECK_CATEGORIES.map(() => 'right' as const)],
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function setUpSection(organizations: readonly OrganizationReport[]): string {
  const results = organizations.flatMap(({ organization, evaluation }) =>
    (evaluation?.results ?? []).map(result => ({ organization, result })),
  );
  if (results.length === 0) {
    return 'No SCM organisation has been read.';
  }
  const differing = results.filter(
    ({ result: { status } }) => status === 'fail' || status === 'partial',
  );
  const sentence = `${differing.length} of ${results.length} settings differ from the recommendations.`;
  return differing.length === 0
    ? sentence
    : [
        sentence,
        table(
          ['Organisation', 'Setting', 'Found', 'Recommended'],
          differing.map(({ organization, result }) => [
            `${text(organization.login)} (${text(organization.host)})`,
            text(result.title),
            text(result.evidence.map(({ message }) => message).join(' ')),
            text(result.recommended),
          ]),
          ['left', 'left', 'left', 'left'],
        ),
      ].join('\n\n');
}

function moversSection(movers: ProgramMovers): string {
  const moved = (title: string, projects: readonly ProgramMover[]) =>
    projects.length === 0
      ? ''
      : [
          `### ${title}`,
          table(
            ['Project', 'Before', 'Now'],
            projects.map(project => [
              `${text(project.title)} (${code(project.entityRef)})`,
              standing(project.readinessBefore, project.gradeBefore),
              standing(project.readiness, project.grade),
            ]),
            ['left', 'right', 'right'],
          ),
        ].join('\n\n');
  const neglected =
    movers.neglected.length === 0
      ? ''
      : [
          '### Change requests of other teams waiting for a first response for over 30 days',
          table(
            ['Project', 'Waiting', 'Oldest, days'],
            movers.neglected.map(project => [
              `${text(project.title)} (${code(project.entityRef)})`,
              count(project.waiting),
              count(project.oldestDays),
            ]),
            ['left', 'right', 'right'],
          ),
        ].join('\n\n');
  return (
    [
      moved('Rising', movers.rising),
      moved('Falling', movers.falling),
      moved('Newly ready', movers.newlyReady),
      neglected,
    ]
      .filter(Boolean)
      .join('\n\n') || 'Nothing moved in this window.'
  );
}

function newcomersSection({ month, count: number, people }: ProgramNewcomers) {
  const sentence =
    number === 1
      ? `In ${month} 1 person contributed to another team for the first time.`
      : `In ${month} ${number} people contributed to another team for the first time.`;
  return people.length === 0
    ? sentence
    : `${sentence} Thank you, ${list(people.map(({ name }) => text(name)))}.`;
}

function row(
  label: string,
  { value, previous }: ProgramFigure,
  format: (value: number | null) => string,
): string[] {
  const change =
    value === null || previous === null
      ? '–'
      : signed(value - previous, format === percent ? points : format);
  return [label, format(value), format(previous), change];
}

function signed(
  change: number,
  format: (value: number | null) => string,
): string {
  if (change === 0) {
    return '±0';
  }
  return change > 0 ? `+${format(change)}` : `−${format(-change)}`;
}

function standing(readiness: number | null, grade: string | null): string {
  return readiness === null
    ? '–'
    : `${decimal(readiness)}${grade === null ? '' : ` (${text(grade)})`}`;
}

function count(value: number | null): string {
  return value === null ? '–' : String(value);
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}

function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)} %`;
}

function points(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)} points`;
}

function list(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

function table(
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  align: ReadonlyArray<'left' | 'right'>,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(align.map(side => (side === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/**
 * Text of others inside Markdown: no markup, no HTML, no formula, no link made
 * of an address, one line.
 */
function text(value: string): string {
  return value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>]/g, match => `\\${match}`)
    .replace(/[$@]/g, match => `&#${match.charCodeAt(0)};`)
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, match => `${match.slice(0, 3)}&#46;`)
    .trim();
}

function named(ref: string, names: ReportData['names']): string {
  const name = names.get(ref);
  return name === undefined ? code(ref) : text(name);
}

/** An entity ref as code. */
function code(value: string): string {
  return `\`${value.replace(/[`|\s]/g, '')}\``;
}

/** Text of others between the quotes of a Mermaid label. */
function mermaid(value: string): string {
  return value.replace(/[^\p{L}\p{N} +._-]/gu, ' ').trim() || '?';
}
