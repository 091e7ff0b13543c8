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

/** The English texts, by which all others go. */
export const messages = {
  card: {
    title: 'InnerSource readiness',
    allChecks: 'All checks',
    remediesTitle: 'What to do next',
    nothingToDo: 'Every check that could be made has passed.',
  },
  tab: {
    title: 'InnerSource',
  },
  readiness: {
    label: 'Readiness',
    outOf: 'of 100',
    ring: 'Readiness {{score}} of 100, grade {{grade}}',
    ringWithoutScore: 'No readiness yet',
    withoutScore: 'No score',
    withoutScoreHint:
      'None of the checks could be decided, so there is no score. Open a check to see what it could not read.',
    coverage: 'Based on {{percent}} of the weight of all checks that apply',
  },
  grade: {
    label: 'Grade {{grade}}',
    none: 'No grade',
  },
  delta: {
    up: 'Up {{points}} in 30 days',
    down: 'Down {{points}} in 30 days',
    same: 'Unchanged in 30 days',
  },
  points: {
    gain: '+{{points}} points',
    gainOne: '+1 point',
  },
  category: {
    discoverable: 'Discoverable',
    understandable: 'Understandable',
    contributable: 'Contributable',
    governed: 'Governed',
    responsive: 'Responsive',
    reusable: 'Reusable',
    barLabel: '{{category}}: {{score}} of 100',
    barLabelUnknown: '{{category}}: not known',
    unknown: 'not known',
    passed: '{{passed}} of {{conclusive}} passed',
    undecided_one: '{{count}} not decided',
    undecided_other: '{{count}} not decided',
  },
  level: {
    'issues-welcome': 'Issues welcome',
    'contributions-welcome': 'Contributions welcome',
    'shared-write-access': 'Shared write access',
    'shared-ownership': 'Shared ownership',
    label: 'Governance level',
    declaredByAnnotation: 'declared in the catalog',
    declaredByMetadata: 'declared in innersource.json',
    declaredByDefault: 'default of this portal',
  },
  activity: {
    label: 'Activity',
    'extremely-high': 'Extremely high',
    'very-high': 'Very high',
    high: 'High',
    moderate: 'Moderate',
    low: 'Low',
    'very-low': 'Very low',
    none: 'None',
    unknown: 'Not known',
    score: 'Repository Activity Score {{score}}',
  },
  summary: {
    label: 'Summary',
    checks: 'Checks',
    passedChecks: '{{passed}} of {{total}} passed',
    branch: 'Branch',
    commit: 'Commit',
  },
  check: {
    status: {
      pass: 'Passed',
      partial: 'Partly',
      fail: 'Failed',
      unknown: 'Not known',
      'not-applicable': 'Does not apply',
      exempt: 'Exempt',
    },
    severity: {
      critical: 'Critical',
      high: 'High',
      medium: 'Medium',
      low: 'Low',
      label: 'Importance: {{severity}}',
    },
    why: 'Why it matters',
    evidence: 'What was seen',
    noEvidence: 'Nothing was recorded.',
    evidenceLine: 'line {{line}}',
    remedy: 'What to do',
    learnMore: 'Learn more',
    guideline: 'Guideline',
    template: 'Template for {{path}}',
    copyTemplate: 'Copy template',
    copied: 'Copied',
    copiedAnnouncement: 'The template for {{path}} is on the clipboard.',
  },
  exemption: {
    title: 'Exempt from this check',
    expires: 'Until {{date}}',
    permanent: 'No end date',
  },
  nextGrade: {
    title: 'Reach grade {{grade}}',
    intro_one: 'One step takes readiness from {{from}} to {{to}}.',
    intro_other: '{{count}} steps take readiness from {{from}} to {{to}}.',
    threshold: 'Grade {{grade}} starts at {{threshold}}.',
    best: 'This is the best grade. Keep it up.',
    bestTitle: 'Best grade reached',
  },
  checks: {
    title: 'Checks',
    filters: 'Filter checks',
    failingOnly: 'Only what needs work',
    category: 'Category',
    allCategories: 'All categories',
    shown_one: '{{count}} check shown',
    shown_other: '{{count}} checks shown',
    emptyTitle: 'Nothing needs work here',
    emptyDescription: 'No check matches the filters.',
    reset: 'Show all checks',
  },
  trend: {
    title: 'Readiness over time',
    empty:
      'There is no history yet. A point is added on each day on which readiness changes.',
    chartLabel:
      'Readiness over time, from {{from}} on {{fromDate}} to {{to}} on {{toDate}}',
    showTable: 'Show as table',
    hideTable: 'Hide table',
    date: 'Date',
    readiness: 'Readiness',
    grade: 'Grade',
    rangeLabel: 'Time span',
    days30: '30 days',
    days90: '90 days',
    days365: '1 year',
  },
  freshness: {
    evaluated: 'Evaluated {{time}}',
    next: 'Next evaluation {{time}}',
    nextDue: 'Next evaluation is due',
    never: 'Not evaluated yet',
    staleTitle: 'Out of date since {{time}}',
    staleExplanation:
      'The last good evaluation is shown. The newest one failed:',
    attempts_one: '{{count}} attempt so far.',
    attempts_other: '{{count}} attempts so far.',
    nextAttempt: 'Next attempt {{time}}.',
  },
  refresh: {
    action: 'Evaluate now',
    queued: 'In the queue',
    queuedAt: 'In the queue, place {{position}}',
    evaluating: 'Evaluating…',
    notAllowed:
      'You may not start an evaluation of this entity. Ask its owner or your Backstage administrator.',
    failed: 'The evaluation could not be started: {{message}}',
    done: 'Evaluated. Readiness is {{score}}, grade {{grade}}.',
    doneWithoutScore: 'Evaluated. There is no score.',
    doneFailed: 'The evaluation failed: {{message}}',
  },
  state: {
    loading: 'Loading the InnerSource readiness',
    pendingTitle: 'Waiting for the first evaluation',
    pendingDescription:
      'This page updates by itself as soon as the repository has been read.',
    pendingPosition: 'Place {{position}} in the queue.',
    evaluatingTitle: 'Evaluating for the first time',
    evaluatingDescription:
      'The repository is being read. This page updates by itself.',
    noSourceTitle: 'No repository to evaluate',
    noSourceDescription:
      'This entity does not say where its source code is. Add this annotation to its catalog-info.yaml, with the address of your repository:',
    failedTitle: 'The repository could not be evaluated',
    failedSince: 'It has failed since {{time}}.',
    noPermissionTitle: 'You may not see this',
    noPermissionDescription:
      'Ask your Backstage administrator for permission to read this catalog entity.',
    notFoundTitle: 'Not evaluated here',
    notFoundDescription:
      'The InnerSource backend does not know this entity. Entities registered a moment ago appear after the next look at the catalog; otherwise ask your Backstage administrator which kinds of entities are evaluated.',
    errorTitle: 'The InnerSource readiness could not be loaded',
    retry: 'Try again',
  },
  page: {
    title: 'InnerSource',
    discover: 'Discover',
  },
  discover: {
    searchLabel: 'Search projects',
    searchPlaceholder: 'Title, topic, skill, language, owner…',
    orderLabel: 'Sort by',
    order: {
      activity: 'Most active',
      '-readiness': 'Readiness, best first',
      readiness: 'Readiness, lowest first',
      name: 'Name',
      newest: 'Newest',
      evaluated: 'Evaluated last',
    },
    filters: 'Filters',
    helpWanted: 'Help wanted',
    innerSourceOnly: 'InnerSource projects only',
    facet: {
      owner: 'Owner',
      language: 'Language',
      topic: 'Topic',
      skill: 'Skill',
      grade: 'Grade',
      level: 'Governance level',
      showAll: 'Show all {{total}}',
      showFewer: 'Show fewer',
    },
    reset: 'Reset filters',
    found_one: '{{count}} project',
    found_other: '{{count}} projects',
    showMore: 'Show more',
    loading: 'Loading projects',
    errorTitle: 'The projects could not be loaded',
    emptyTitle: 'No projects yet',
    emptyDescription:
      'Projects appear here once the catalog has entities with a source location and their repositories have been read.',
    noMatchTitle: 'No project matches',
    noMatchDescription: 'Try fewer words or filters.',
    starterIssues_one: '{{count}} starter issue',
    starterIssues_other: '{{count}} starter issues',
    lastCommit: 'Last commit {{time}}',
    archived: 'Archived',
    activity: 'Activity: {{label}}',
    skills: 'Skills wanted',
  },
} as const;
