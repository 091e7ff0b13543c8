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
  CheckResult,
  CheckStatus,
  DEFAULT_GRADES,
  Evaluation,
  known,
  ProjectDetail,
  ProjectHistory,
  Severity,
  SEVERITY_WEIGHTS,
  Snapshot,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { openRemedies } from '../lib/remedies';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const ENTITY_REF = 'component:default/parcel-router';

export const before = (millis: number) =>
  new Date(Date.now() - millis).toISOString();

const SCORES: Record<CheckStatus, number | null> = {
  pass: 1,
  partial: 0.5,
  fail: 0,
  unknown: null,
  'not-applicable': null,
  exempt: null,
};

/** A check result with believable texts. */
export function checkResult(
  overrides: Pick<CheckResult, 'id' | 'category' | 'title' | 'status'> &
    Partial<CheckResult>,
): CheckResult {
  const severity: Severity = overrides.severity ?? 'medium';
  const asksForWork = ['fail', 'partial', 'unknown'].includes(overrides.status);
  return {
    why: 'People who come from another team look for this first. Without it they ask in chat or turn away.',
    severity,
    weight: SEVERITY_WEIGHTS[severity],
    score: SCORES[overrides.status],
    evidence: [],
    guideline: {
      name: 'InnerSource Patterns: Standard Base Documentation',
      url: 'https://patterns.innersourcecommons.org/p/base-documentation',
    },
    ...(asksForWork && {
      remedy: { summary: 'Write it down where newcomers look.' },
    }),
    ...overrides,
  };
}

const CONTRIBUTING_TEMPLATE = `# Contributing

Thank you for helping. This page says how a change gets in.

## Build and test

\`\`\`sh
npm install
npm test
\`\`\`

## Submit a change

1. Open an issue first when the change is larger than a day.
2. Open a pull request against \`main\`.
3. A trusted committer answers within two working days.
`;

export const checkResults: CheckResult[] = [
  checkResult({
    id: 'description',
    category: 'discoverable',
    title: 'Has a meaningful description',
    status: 'pass',
    severity: 'high',
    evidence: [
      {
        message:
          'The catalog describes it in 64 characters: “Finds the cheapest route for a parcel through the network.”',
      },
    ],
  }),
  checkResult({
    id: 'owner-resolves',
    category: 'discoverable',
    title: 'Its owner is a group with members',
    status: 'pass',
    severity: 'critical',
    evidence: [{ message: 'Owner group:default/routing has 7 members.' }],
  }),
  checkResult({
    id: 'readme-substance',
    category: 'discoverable',
    title: 'Has a README with substance',
    status: 'pass',
    severity: 'critical',
    evidence: [
      { message: 'The README has 412 words.', path: 'README.md', line: 1 },
    ],
  }),
  checkResult({
    id: 'portal-metadata',
    category: 'discoverable',
    title: 'Portal metadata are valid',
    status: 'fail',
    severity: 'low',
    evidence: [{ message: 'There is no innersource.json.' }],
    remedy: {
      summary:
        'Add an innersource.json with a title, a motivation and the skills that help.',
      template: {
        path: 'innersource.json',
        content: `{\n  "title": "Parcel router",\n  "motivation": "Better routes save fuel.",\n  "skills": ["Go", "operations research"]\n}\n`,
      },
    },
  }),
  checkResult({
    id: 'readme-purpose',
    category: 'understandable',
    title: 'The README says what it is and why',
    status: 'pass',
    severity: 'high',
    evidence: [
      {
        message: 'Section “What it does” explains the purpose.',
        path: 'README.md',
        line: 5,
      },
    ],
  }),
  checkResult({
    id: 'help-channel',
    category: 'understandable',
    title: 'Says where to get help',
    status: 'partial',
    severity: 'medium',
    evidence: [
      {
        message: 'An issue tracker is named, but no channel for questions.',
        path: 'README.md',
        line: 48,
      },
    ],
    remedy: {
      summary:
        'Name a chat channel or mailing list where people from other teams may ask.',
    },
  }),
  checkResult({
    id: 'license',
    category: 'understandable',
    title: 'Has a recognised license',
    status: 'exempt',
    severity: 'high',
    evidence: [{ message: 'No license file was found.' }],
    exemption: {
      reason:
        'The legal department is drawing up the internal license for all routing products.',
      expires: '2027-06-30',
    },
  }),
  checkResult({
    id: 'architecture',
    category: 'understandable',
    title: 'Design decisions are written down',
    status: 'pass',
    severity: 'low',
    evidence: [
      { message: '9 decision records found.', path: 'docs/adr/0001-go.md' },
    ],
  }),
  checkResult({
    id: 'contributing-guide',
    category: 'contributable',
    title: 'Has a contributing guide',
    status: 'fail',
    severity: 'critical',
    why: 'A guide is the invitation: it tells people from other teams that their changes are wanted and how they get in.',
    evidence: [
      {
        message:
          'No CONTRIBUTING file in the root, .github/ or docs/ of the repository.',
      },
    ],
    remedy: {
      summary:
        'Add a CONTRIBUTING.md that says how to build, test and submit a change.',
      template: { path: 'CONTRIBUTING.md', content: CONTRIBUTING_TEMPLATE },
      url: 'https://patterns.innersourcecommons.org/p/base-documentation',
    },
  }),
  checkResult({
    id: 'issue-templates',
    category: 'contributable',
    title: 'Has issue templates',
    status: 'pass',
    severity: 'low',
    evidence: [
      {
        message: '2 issue forms found.',
        path: '.github/ISSUE_TEMPLATE/bug.yml',
      },
    ],
  }),
  checkResult({
    id: 'starter-issues',
    category: 'contributable',
    title: 'Has open starter issues',
    status: 'pass',
    severity: 'medium',
    evidence: [
      {
        message: '4 open issues are labelled “good first issue”.',
        url: 'https://github.com/parcels/router/labels/good%20first%20issue',
      },
    ],
  }),
  checkResult({
    id: 'codeowners',
    category: 'governed',
    title: 'Has code owners for every file',
    status: 'partial',
    severity: 'high',
    evidence: [
      {
        message: 'There is no rule that catches all files.',
        path: '.github/CODEOWNERS',
        line: 1,
      },
      { message: 'Owner “@parcels/old-team” does not exist.', line: 7 },
    ],
    remedy: {
      summary: 'Begin the file with a catch-all rule for your own team.',
      template: {
        path: '.github/CODEOWNERS',
        content: '*  @parcels/routing\n',
      },
    },
  }),
  checkResult({
    id: 'branch-protection',
    category: 'governed',
    title: 'Changes to the default branch are reviewed',
    status: 'unknown',
    severity: 'high',
    evidence: [
      {
        message:
          'The credential may not read branch protection. Give it the “Administration: read” permission.',
      },
    ],
  }),
  checkResult({
    id: 'security-policy',
    category: 'governed',
    title: 'Has a security policy',
    status: 'fail',
    severity: 'medium',
    evidence: [{ message: 'No SECURITY file was found.' }],
    remedy: {
      summary: 'Add a SECURITY.md that says whom to tell about a weakness.',
    },
  }),
  checkResult({
    id: 'first-response',
    category: 'responsive',
    title: 'Answers people from other teams within 2 days',
    status: 'unknown',
    severity: 'high',
    evidence: [{ message: 'No source has provided contributions yet.' }],
  }),
  checkResult({
    id: 'tests',
    category: 'reusable',
    title: 'Has tests',
    status: 'pass',
    severity: 'high',
    evidence: [{ message: '118 test files found.', path: 'router_test.go' }],
  }),
  checkResult({
    id: 'releases',
    category: 'reusable',
    title: 'Was released in the last 12 months',
    status: 'pass',
    severity: 'medium',
    evidence: [{ message: 'v3.4.0 was released 18 days ago.' }],
  }),
  checkResult({
    id: 'usage',
    category: 'reusable',
    title: 'Others use it',
    status: 'not-applicable',
    severity: 'low',
    evidence: [{ message: 'Websites are not used by other components.' }],
  }),
];

function gradeOf(score: number): string {
  return DEFAULT_GRADES.find(({ from }) => score >= from)!.grade;
}

const round = (value: number) => Math.round(value * 10) / 10;

function scoreOf(results: CheckResult[]): number | null {
  const conclusive = results.filter(({ score }) => score !== null);
  const weight = conclusive.reduce((sum, r) => sum + r.weight, 0);
  return weight === 0
    ? null
    : round(
        (100 * conclusive.reduce((sum, r) => sum + r.weight * r.score!, 0)) /
          weight,
      );
}

/** A whole evaluation of the given results. */
export function evaluation(results = checkResults): Evaluation {
  const score = scoreOf(results);
  const whole: Evaluation = {
    project: {
      entityRef: ENTITY_REF,
      repository: {
        url: 'https://github.com/parcels/router',
        host: 'github.com',
        fullName: 'parcels/router',
      },
      path: '',
    },
    evaluatedAt: before(2 * HOUR_MS),
    level: { level: 'contributions-welcome', declaredBy: 'annotation' },
    readiness: {
      score,
      grade: score === null ? null : gradeOf(score),
      categories: CHECK_CATEGORIES.map((category: CheckCategory) => {
        const own = results.filter(result => result.category === category);
        return {
          category,
          score: scoreOf(own),
          passed: own.filter(({ status }) => status === 'pass').length,
          conclusive: own.filter(result => result.score !== null).length,
          total: own.length,
        };
      }),
      nextGrade: null,
      coverage: 0.82,
    },
    results,
    activity: { score: 164, variant: 'continuous', label: 'high' },
    facts: {
      source: 'github',
      observedAt: before(2 * HOUR_MS),
      headCommit: known('4f0c2b7d9a1e3358c6f2d41b0a9e77c5d1f3b862'),
      defaultBranch: known('main'),
      description: 'Finds the cheapest route for a parcel.',
      topics: ['logistics', 'routing'],
      visibility: known('internal'),
      archived: known(false),
      license: known(null),
      languages: [{ name: 'Go', bytes: 812_000, share: 1 }],
      latestRelease: unknown('The host has no releases.'),
      stars: known(12),
      forks: known(5),
      openIssues: known(23),
      starterIssues: [],
      commits: unknown('Not read.'),
      participation: null,
      metadata: {},
      contributingPath: null,
      trustedCommitters: [],
      usage: known({ dependents: 6, owners: 4 }),
    },
  };
  if (score !== null) {
    whole.readiness.nextGrade = nextGrade(whole, score);
  }
  return whole;
}

function nextGrade(whole: Evaluation, score: number) {
  const target = [...DEFAULT_GRADES].reverse().find(({ from }) => from > score);
  if (!target) {
    return null;
  }
  const steps = [];
  let scoreAfter = score;
  for (const { result, gain } of openRemedies(whole)) {
    if (scoreAfter >= target.from) {
      break;
    }
    steps.push({ checkId: result.id, gain: round(gain) });
    scoreAfter = round(scoreAfter + gain);
  }
  return {
    grade: target.grade,
    threshold: target.from,
    scoreAfter,
    steps,
  };
}

/** A project with a current evaluation. */
export function projectDetail(
  overrides: Partial<ProjectDetail> = {},
): ProjectDetail {
  return {
    entityRef: ENTITY_REF,
    status: 'ready',
    repositoryUrl: 'https://github.com/parcels/router',
    path: '',
    evaluation: evaluation(),
    failure: null,
    nextEvaluationAt: new Date(Date.now() + 10 * HOUR_MS).toISOString(),
    queuePosition: null,
    readiness30DaysAgo: 58.4,
    mayRefresh: true,
    ...overrides,
  };
}

/** A project of which there is no evaluation. */
export function unevaluated(
  overrides: Partial<ProjectDetail> = {},
): ProjectDetail {
  return projectDetail({
    evaluation: null,
    status: 'pending',
    nextEvaluationAt: null,
    readiness30DaysAgo: null,
    ...overrides,
  });
}

/** Three months of slow improvement. */
export function projectHistory(): ProjectHistory {
  const readiness = [41.2, 44, 44.9, 52.3, 58.4, 61, 60.2, 66.7];
  const snapshots = readiness.map(
    (score, index): Snapshot => ({
      date: before((readiness.length - index) * 13 * DAY_MS).slice(0, 10),
      readiness: score,
      grade: gradeOf(score),
      categories: [],
      activity: 150 + index,
    }),
  );
  return { entityRef: ENTITY_REF, snapshots };
}
