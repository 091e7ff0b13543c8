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

import { renderReport, ReportData } from './renderReport';

const window = { days: 90, from: '2026-08-25', to: '2026-11-22' };
const none = { value: null, previous: null };

function reportData(overrides: Partial<ReportData> = {}): ReportData {
  return {
    summary: {
      scope: null,
      window,
      projects: { value: 42, previous: 40 },
      innerSourceProjects: { value: 21, previous: 5 },
      innerSourceProjectShare: { value: 0.5, previous: 0.4 },
      readiness: { value: 71.44, previous: 75.94 },
      innerSourceShare: { value: 0.334, previous: 0.3 },
      unknownShare: { value: 0.02, previous: 0.02 },
      outsideContributions: { value: 183, previous: 178 },
      outsideContributors: { value: 54, previous: 53 },
      newOutsideContributors: { value: 0, previous: 3 },
      teamsGiving: { value: 12, previous: 12 },
      teamsReceiving: { value: 12, previous: 12 },
      firstResponseHours: none,
      distance: { value: 2, previous: 2 },
      grades: [
        { grade: 'A', count: 30 },
        { grade: null, count: 12 },
      ],
      reading: { projects: 42, read: 42, failing: 0 },
      coverage: { evaluated: 42, pending: 0, failing: 1, noSource: 2 },
    },
    trend: {
      scope: null,
      points: [
        {
          month: '2026-10',
          grades: [],
          readiness: null,
          own: 0,
          other: 0,
          unknown: 0,
          innerSourceShare: null,
        },
        {
          month: '2026-11',
          grades: [{ grade: 'A', count: 30 }],
          readiness: 71.44,
          own: 2,
          other: 1,
          unknown: 0,
          innerSourceShare: 1 / 3,
        },
      ],
    },
    checks: {
      scope: null,
      checks: [],
      whatIf: { checkIds: [], before: [], after: [] },
    },
    categories: { scope: null, items: [], totalItems: 0, nextCursor: null },
    flows: {
      scope: null,
      window,
      level: 'team',
      cells: [],
      total: 0,
      omitted: 0,
    },
    movers: {
      scope: null,
      window,
      rising: [],
      falling: [],
      newlyReady: [],
      neglected: [],
    },
    newcomers: { scope: null, month: '2026-11', count: 0, people: [] },
    organizations: [],
    names: new Map(),
    ...overrides,
  };
}

describe('renderReport', () => {
  it('gives figures with their change, and a dash where nothing is known', () => {
    const report = renderReport(reportData());
    expect(report).toContain('| Projects | 42 | 40 | +2 |');
    expect(report).toContain('| Mean readiness | 71.4 | 75.9 | −4.5 |');
    expect(report).toContain(
      '| InnerSource share | 33.4 % | 30.0 % | +3.4 points |',
    );
    expect(report).toContain('| Teams giving | 12 | 12 | ±0 |');
    expect(report).toContain(
      '| Median first response to other teams, hours | – | – | – |',
    );
    expect(report).toContain('| InnerSource projects | 21 | 5 | +16 |');
    expect(report).toContain(
      '| InnerSource projects of all | 50.0 % | 40.0 % | +10.0 points |',
    );
    expect(report).toContain('"No grade" : 12');
    expect(report).toContain('| 2026-11 | 2 | 1 | 0 | 33.3 % | 71.4 | A 30 |');
  });

  it('is the same for the same data', () => {
    expect(renderReport(reportData())).toBe(renderReport(reportData()));
  });

  it('tells smaller teams apart from named ones and says what is left out', () => {
    const report = renderReport(
      reportData({
        flows: {
          scope: null,
          window,
          level: 'team',
          cells: [
            {
              from: 'group:default/search',
              to: null,
              contributions: 5,
              projects: 2,
            },
            {
              from: 'group:default/checkout',
              to: 'group:default/search',
              contributions: 4,
              projects: 1,
            },
          ],
          total: 16,
          omitted: 7,
        },
        names: new Map([['group:default/search', 'Search | <Find>']]),
      }),
    );
    expect(report).toContain(
      '| Search \\| &lt;Find\\> | smaller teams | 5 | 2 |',
    );
    expect(report).toContain(
      '| `group:default/checkout` | Search \\| &lt;Find\\> | 4 | 1 |',
    );
    expect(report).toContain(
      '7 of 16 contributions are between further pairs.',
    );
  });

  it('draws charts that Mermaid reads, whatever grades are called', () => {
    const data = reportData();
    const report = renderReport({
      ...data,
      summary: {
        ...data.summary,
        grades: [
          { grade: 'A" : 9\n%%{init: {}}%% ```', count: 30 },
          { grade: '"', count: 2 },
          { grade: null, count: 12 },
        ],
      },
    });
    const charts = [...report.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(
      ([, chart]) => chart.trimEnd().split('\n'),
    );
    // As Mermaid's grammars of pie and xychart have it.
    expect(charts).toEqual([
      [
        'pie showData title Projects by grade',
        '    "A    9    init" : 30',
        '    "?" : 2',
        '    "No grade" : 12',
      ],
      [
        'xychart-beta',
        '    title "InnerSource share by month, %"',
        // October had no contributions, which is not a share of 0.
        '    x-axis ["2026-11"]',
        '    y-axis "%" 0 --> 100',
        '    line [33.3]',
      ],
    ]);
  });

  it('shows projects by category and the set-up of organisations', () => {
    const report = renderReport(
      reportData({
        categories: {
          scope: null,
          items: [
            {
              entityRef: 'component:default/x',
              title: 'X',
              owner: null,
              grade: 'D',
              readiness: 50,
              categories: [{ category: 'governed', score: 12.34 }],
            },
          ],
          totalItems: 3,
          nextCursor: '1',
        },
        organizations: [
          {
            organization: { host: 'github.com', login: 'acme' },
            evaluation: {
              organization: { host: 'github.com', login: 'acme' },
              source: 'github',
              url: 'https://github.com/acme',
              evaluatedAt: '2026-11-22T00:00:00.000Z',
              results: [
                {
                  id: 'forking',
                  title: 'Forks',
                  status: 'fail',
                  evidence: [{ message: 'Forbidden.' }],
                  recommended: 'Allowed',
                  why: '',
                  tradeOff: '',
                  guideline: { name: 'G', url: 'https://example.com' },
                },
              ],
            },
            failure: null,
          },
        ],
      }),
    );
    expect(report).toContain('The 1 of 3 projects with the lowest readiness.');
    expect(report).toContain(
      '| X (`component:default/x`) | 50.0 (D) | – | – | – | 12.3 | – | – |',
    );
    expect(report).toContain('1 of 1 settings differ');
    expect(report).toContain(
      '| acme (github.com) | Forks | Forbidden. | Allowed |',
    );
  });

  it('lets no markup of others through', () => {
    const report = renderReport(
      reportData({
        movers: {
          scope: null,
          window,
          rising: [
            {
              entityRef: 'component:default/x',
              title: 'A | <img src=x onerror=alert(1)> [b](javascript:c)\n# d',
              owner: null,
              grade: 'B',
              readiness: 80,
              readinessBefore: 60,
              gradeBefore: 'C',
            },
          ],
          falling: [],
          newlyReady: [],
          neglected: [],
        },
        newcomers: {
          scope: null,
          month: '2026-11',
          count: 2,
          people: [
            { user: 'user:default/a', name: 'Ada `x`', projects: [] },
            {
              user: null,
              name: 'Grace@corp $x$ https://evil.example www.evil.example',
              projects: [],
            },
          ],
        },
      }),
    );
    expect(report).not.toContain('<img');
    expect(report).not.toMatch(/\]\(javascript/);
    expect(report).not.toMatch(/^# d/m);
    expect(report).toContain(
      '| A \\| &lt;img src=x onerror=alert\\(1\\)\\> \\[b\\]\\(javascript:c\\) \\# d (`component:default/x`) | 60.0 (C) | 80.0 (B) |',
    );
    expect(report).toContain(
      'Thank you, Ada \\`x\\` and Grace&#64;corp &#36;x&#36; https&#58;//evil.example www&#46;evil.example.',
    );
  });
});
