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

import { DEFAULT_GRADES } from '../../model';
import { NOW, projectFacts } from '../__fixtures__/projectFacts';
import { builtInChecks } from '../catalogue';
import { evaluateProject } from '../evaluateProject';
import { parseEvaluationSettings } from './parse';
import { resolveChecks } from './resolveChecks';

const RUNBOOK = {
  id: 'runbook',
  category: 'reusable',
  title: 'Runbook',
  why: 'Somebody is on call.',
  severity: 'medium',
  guideline: { name: 'Operations', url: 'https://ops.example' },
  remedy: { summary: 'Write a runbook.' },
  anyOf: [
    {
      document: ['runbook', 'docs/operations.md'],
      allOf: [
        { section: ['alerts', 'alarm*'], minLength: 10 },
        { phrases: ['on call'] },
        { links: ['grafana.example'] },
        { frontMatter: ['reviewed'] },
      ],
    },
    { directory: 'runbooks' },
  ],
};

function parse(config: unknown) {
  return parseEvaluationSettings(config);
}

describe('parseEvaluationSettings', () => {
  it('has defaults for everything and ignores keys of others', () => {
    const defaults = {
      checks: {},
      customChecks: [],
      grades: DEFAULT_GRADES,
      exemptions: [],
      defaultLevel: 'contributions-welcome',
      internalLicenses: [],
      activityVariant: 'pattern',
    };
    expect(parse(undefined)).toEqual(defaults);
    expect(parse({ people: { x: 1 } })).toEqual(defaults);
  });

  it('reads all keys', () => {
    const settings = parse({
      checks: {
        'readme-substance': {
          severity: 'low',
          levels: ['shared-ownership'],
          parameters: { minLength: 10 },
        },
        'help-channel': {
          weight: 3,
          parameters: {
            headings: ['Hotline'],
            channels: { add: ['chat.acme.example'] },
          },
        },
        topics: { enabled: false },
      },
      customChecks: [RUNBOOK],
      grades: [
        { grade: 'gold', from: 80 },
        { grade: 'none', from: 0 },
      ],
      exemptions: [
        {
          entity: 'Search',
          check: 'tests',
          reason: 'Old',
          expires: '2026-12-31',
        },
        {
          filter: { owner: 'Team-A', tag: ['x', 'y'] },
          check: ['tests', 'runbook'],
          reason: 'New',
        },
      ],
      defaultGovernanceLevel: 'issues-welcome',
      internalLicenses: [
        { id: 'LicenseRef-Acme', name: 'Acme', phrases: ['within the group'] },
      ],
      activity: { variant: 'continuous' },
    });
    expect(settings).toMatchObject({
      checks: {
        'readme-substance': {
          enabled: true,
          severity: 'low',
          levels: ['shared-ownership'],
          parameters: { minLength: 10 },
        },
        topics: { enabled: false, parameters: {} },
      },
      exemptions: [
        {
          checks: ['tests'],
          entityRef: 'component:default/search',
          expires: '2026-12-31',
        },
        {
          checks: ['tests', 'runbook'],
          filter: { owner: ['group:default/team-a'], tag: ['x', 'y'] },
        },
      ],
      defaultLevel: 'issues-welcome',
      activityVariant: 'continuous',
    });
    expect(settings.checks['help-channel'].parameters.headings).toEqual([
      'Hotline',
    ]);
    expect(settings.checks['help-channel'].parameters.channels).toEqual(
      expect.arrayContaining(['slack.com', 'chat.acme.example']),
    );
    expect(resolveChecks(settings).map(({ id }) => id)).toContain('runbook');
    expect(resolveChecks(settings).map(({ id }) => id)).not.toContain('topics');
  });

  it.each<[unknown, string]>([
    ['yes', 'innersource: Invalid input'],
    [
      { checks: { 'readme-substance': { parameters: { minLength: 'a' } } } },
      'innersource.checks.readme-substance.parameters.minLength: must be a number from 0 to 1000000.',
    ],
    [
      { checks: { 'readme-substance': { parameters: { minLength: -1 } } } },
      'innersource.checks.readme-substance.parameters.minLength: must be',
    ],
    [
      { checks: { 'readme-substance': { parameters: { length: 1 } } } },
      'innersource.checks.readme-substance.parameters.length: the check has no such parameter; it has minLength, minSections.',
    ],
    [
      { checks: { 'readme-substance': { parameters: { constructor: 1 } } } },
      'innersource.checks.readme-substance.parameters.constructor: the check has no such',
    ],
    [
      { checks: { visibility: { parameters: { x: 1 } } } },
      'innersource.checks.visibility.parameters.x: the check has no parameters.',
    ],
    [
      { checks: { 'help-channel': { parameters: { headings: [] } } } },
      'innersource.checks.help-channel.parameters.headings: must be a list',
    ],
    [
      { checks: { reedme: {} } },
      "innersource.checks.reedme: there is no check 'reedme'; the checks are absence-factor, ",
    ],
    [
      { checks: { topics: { weight: 101 } } },
      'innersource.checks.topics.weight: Too big',
    ],
    [
      { checks: { topics: { wait: 1 } } },
      'innersource.checks.topics.wait: there is no such key',
    ],
    [
      { checks: { topics: { severity: 'huge' } } },
      'innersource.checks.topics.severity: Invalid option',
    ],
    [
      {
        grades: [
          { grade: 'A', from: 50 },
          { grade: 'B', from: 60 },
        ],
      },
      'innersource.grades[1].from: must be less than 50',
    ],
    [
      { grades: [{ grade: 'A', from: 50 }] },
      'innersource.grades[0].from: the last grade must start at 0',
    ],
    [
      {
        grades: [
          { grade: 'A', from: 50 },
          { grade: 'A', from: 0 },
        ],
      },
      'innersource.grades[1].grade: there are two grades',
    ],
    [
      { exemptions: [{ check: 'tests', reason: 'x' }] },
      "innersource.exemptions[0]: Must have either 'entity' or 'filter'",
    ],
    [
      { exemptions: [{ entity: 'a', check: 'test', reason: 'x' }] },
      "innersource.exemptions[0].check: there is no check 'test'",
    ],
    [
      {
        exemptions: [
          { entity: 'a', check: 'tests', reason: 'x', expires: '31.12.2026' },
        ],
      },
      'innersource.exemptions[0].expires: Must be a day',
    ],
    [
      { exemptions: [{ entity: 'component:', check: 'tests', reason: 'x' }] },
      "innersource.exemptions[0].entity: 'component:' is no entity ref",
    ],
    [
      { exemptions: [{ filter: {}, check: 'tests', reason: 'x' }] },
      'innersource.exemptions[0].filter: Must name at least one of kind',
    ],
    [
      { exemptions: [{ entity: 'a', check: 'tests' }] },
      'innersource.exemptions[0].reason: Invalid input',
    ],
    [
      { defaultGovernanceLevel: 'open' },
      'innersource.defaultGovernanceLevel: Invalid option',
    ],
    [
      {
        internalLicenses: [{ id: 'Acme', name: 'A', phrases: ['0123456789'] }],
      },
      'innersource.internalLicenses[0].id: Must be of the form LicenseRef-Name',
    ],
    [
      { activity: { variant: 'own' } },
      'innersource.activity.variant: Invalid option',
    ],
    [
      { customChecks: [{ ...RUNBOOK, id: 'tests' }] },
      "There are two checks with the id 'tests'",
    ],
    [
      { customChecks: [{ ...RUNBOOK, id: 'My Check' }] },
      'innersource.customChecks[0].id: Must be in kebab-case',
    ],
    [
      { customChecks: [{ ...RUNBOOK, anyOf: [{}] }] },
      "innersource.customChecks[0].anyOf[0]: Must have 'document' or 'directory'",
    ],
    [
      { customChecks: [{ ...RUNBOOK, anyOf: [{ document: '../x' }] }] },
      "innersource.customChecks[0].anyOf[0].document: Must not contain '..'",
    ],
    [
      {
        customChecks: [
          {
            ...RUNBOOK,
            anyOf: [
              { document: 'x', allOf: [{ phrases: ['a'], links: ['b'] }] },
            ],
          },
        ],
      },
      'innersource.customChecks[0].anyOf[0].allOf[0]: Must have exactly one of',
    ],
    [
      {
        customChecks: [
          { ...RUNBOOK, guideline: { name: 'x', url: 'vbscript:alert(1)' } },
        ],
      },
      'innersource.customChecks[0].guideline.url: Must be an http or https URL',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => parse(config)).toThrow(message);
  });

  it('throws an InputError', () => {
    expect(() => parse({ activity: 1 })).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});

describe('custom checks', () => {
  const settings = parse({ customChecks: [RUNBOOK] });
  const outcome = (files: Record<string, string>) => {
    const { results } = evaluateProject(projectFacts({ files }), {
      settings,
      checks: resolveChecks(settings),
      now: NOW,
    });
    return results.find(({ id }) => id === 'runbook');
  };

  it('pass where one alternative holds in all points', () => {
    const text =
      '---\nreviewed: 2026-01-01\n---\n# R\n\nWho is on call?\n\n## Alarms\n\nSee the [board](https://g.grafana.example/x).\n';
    expect(outcome({ 'docs/Runbook.md': text })).toMatchObject({
      status: 'pass',
      weight: 5,
      category: 'reusable',
    });
    expect(outcome({ 'docs/operations.md': text })?.status).toBe('pass');
    expect(outcome({ 'runbooks/a.md': 'x' })?.status).toBe('pass');
  });

  it('score the share of what holds', () => {
    expect(outcome({ 'RUNBOOK.md': '# R\n\nOn call: me\n' })).toMatchObject({
      status: 'partial',
      score: 0.25,
      remedy: { summary: 'Write a runbook.' },
    });
    expect(outcome({ 'RUNBOOK.md': '# R\n' })?.status).toBe('fail');
    expect(outcome({})?.status).toBe('fail');
  });
});

describe('resolveChecks', () => {
  it('adds checks of other modules, once each', () => {
    const [check] = builtInChecks;
    const other = { ...check, id: 'other' };
    expect(resolveChecks(parse({}), [other])).toContain(other);
    expect(() => resolveChecks(parse({}), [check])).toThrow('two checks');
    expect(
      parseEvaluationSettings(
        { checks: { other: { weight: 0 } } },
        { additionalChecks: [other] },
      ).checks.other.weight,
    ).toBe(0);
  });
});
