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

import { known, ProjectFacts, unknown } from '../model';
import {
  commits,
  document,
  FactsOptions,
  NOW,
  projectFacts,
} from './__fixtures__/projectFacts';
import { builtInChecks } from './catalogue';
import { CheckDefinition, CheckOutcome } from './definition';
import { createDocumentSelector } from './documents';
import { evaluateProject } from './evaluateProject';
import { parseEvaluationSettings, resolveChecks } from './settings';

function evaluate(
  facts: FactsOptions | ProjectFacts,
  config: unknown = {},
  additionalChecks: CheckDefinition[] = [],
) {
  const settings = parseEvaluationSettings(config, { additionalChecks });
  return evaluateProject('project' in facts ? facts : projectFacts(facts), {
    settings,
    checks: resolveChecks(settings, additionalChecks),
    now: NOW,
  });
}

function check(
  id: string,
  outcome: () => CheckOutcome,
  overrides: Partial<CheckDefinition> = {},
): CheckDefinition {
  return {
    id,
    category: 'reusable',
    title: id,
    why: 'For the test.',
    severity: 'high',
    guideline: { name: 'x', url: 'https://x.example' },
    remedy: { summary: 'Do it.' },
    evaluate: outcome,
    ...overrides,
  };
}

function only(
  checks: CheckDefinition[],
  config: object,
  facts: FactsOptions = {},
) {
  const settings = parseEvaluationSettings(config, {
    additionalChecks: checks,
  });
  return evaluateProject(projectFacts(facts), { settings, checks, now: NOW });
}

describe('evaluateProject', () => {
  it('weighs by severity, level and settings', () => {
    const fail = () => ({ status: 'fail' as const, evidence: [] });
    const checks = [
      check('a', fail, { severityAt: { 'shared-ownership': 'critical' } }),
      check('b', fail, { levels: ['issues-welcome'] }),
      check('c', fail),
      check('d', fail, { levels: ['issues-welcome'] }),
      check('e', fail),
    ];
    const config = {
      checks: {
        c: { weight: 1 },
        d: { levels: ['shared-ownership'], severity: 'low' },
        e: { enabled: false },
      },
      defaultGovernanceLevel: 'shared-ownership',
    };
    const { results, level } = only(checks, config);
    expect(level).toEqual({ level: 'shared-ownership', declaredBy: 'default' });
    expect(
      results.map(({ id, status, weight }) => [id, status, weight]),
    ).toEqual([
      ['a', 'fail', 10],
      ['b', 'not-applicable', 7.5],
      ['c', 'fail', 1],
      ['d', 'fail', 2.5],
    ]);
    expect(results[1].evidence[0].message).toContain('shared-ownership');
    expect(results[1].remedy).toBeUndefined();
  });

  it('takes a title of innersource.json for the project that it lies with only', () => {
    const title = (path: string, files: Record<string, string>) =>
      evaluate(projectFacts({ path, files })).facts.metadata;
    const root = {
      'innersource.json': '{"title":"Rail UI","motivation":"Join us"}',
      'packages/button/index.js': '',
    };
    expect(title('', root)).toEqual({
      title: 'Rail UI',
      motivation: 'Join us',
    });
    expect(title('packages/button', root)).toEqual({ motivation: 'Join us' });
    expect(
      title('packages/button', {
        ...root,
        'packages/button/innersource.json': '{"title":"Buttons"}',
      }),
    ).toEqual({ title: 'Buttons' });
  });

  it('takes the level of the annotation before that of innersource.json', () => {
    const files = {
      'innersource.json': '{"governanceLevel":"issues-welcome"}',
    };
    const level = (annotation: string | null) =>
      evaluate({ files, catalog: { governanceLevelAnnotation: annotation } })
        .level;
    expect(level('shared-ownership').declaredBy).toBe('annotation');
    expect(level(null)).toEqual({
      level: 'issues-welcome',
      declaredBy: 'innersource.json',
    });
    expect(level('nonsense').declaredBy).toBe('innersource.json');
  });

  it('exempts until the last day, and never from what passes', () => {
    const checks = [
      check('bad', () => ({ status: 'fail', evidence: [{ message: 'Bad.' }] })),
      check('good', () => ({ status: 'pass', evidence: [] })),
    ];
    const results = (expires: string | undefined, entity = 'search') =>
      only(checks, {
        exemptions: [
          { entity, check: ['bad', 'good'], reason: 'Because', expires },
        ],
      }).results;
    expect(results('2026-03-15')[0]).toMatchObject({
      status: 'exempt',
      score: null,
      exemption: { reason: 'Because', expires: '2026-03-15' },
      evidence: [{ message: 'Bad.' }],
    });
    expect(results(undefined)[0].exemption).toEqual({ reason: 'Because' });
    expect(results('2026-03-14')[0]).toMatchObject({
      status: 'fail',
      evidence: [
        { message: 'Bad.' },
        { message: 'An exemption from this check expired on 2026-03-14.' },
      ],
    });
    expect(results('2026-03-15', 'other')[0].status).toBe('fail');
    expect(results('2026-03-15')[1].status).toBe('pass');
  });

  it.each<[object, boolean]>([
    [{ kind: 'component', type: ['website', 'library'] }, true],
    [{ kind: 'component', type: 'website' }, false],
    [{ tag: 'JAVA' }, true],
    [{ tag: ['go'] }, false],
    [{ owner: 'shop' }, true],
    [{ owner: 'user:shop' }, false],
    [{ system: 'storefront', lifecycle: 'production' }, true],
    [{ system: 'system:default/storefront' }, true],
    [{ domain: 'sales' }, false],
    [{ namespace: 'default' }, true],
    [{ repository: 'https://git.example.com/shop/search' }, true],
  ])('exempts by filter %j: %s', (filter, expected) => {
    const { results } = only(
      [check('bad', () => ({ status: 'fail', evidence: [] }))],
      { exemptions: [{ filter, check: 'bad', reason: 'x' }] },
      {
        catalog: {
          tags: ['java'],
          system: 'system:default/storefront',
          owner: known({
            entityRef: 'group:default/shop',
            kind: 'group',
            exists: true,
            memberCount: 1,
          }),
        },
      },
    );
    expect(results[0].status).toBe(expected ? 'exempt' : 'fail');
  });

  it('makes a check whose code fails unknown', () => {
    const { results, readiness } = only(
      [
        check('broken', () => {
          throw new Error('boom');
        }),
        check('odd', () => ({ status: 'partial', score: NaN, evidence: [] })),
        check('wordy', () => ({
          status: 'pass',
          evidence: Array.from({ length: 30 }, () => ({
            message: 'x'.repeat(999),
          })),
        })),
      ],
      {},
    );
    expect(results[0]).toMatchObject({
      status: 'unknown',
      score: null,
      evidence: [{ message: 'The code of this check failed: boom' }],
    });
    expect(results[1].score).toBe(0.5);
    expect(results[2].evidence).toHaveLength(20);
    expect(results[2].evidence[0].message).toHaveLength(500);
    expect(readiness.score).toBe(75);
  });

  it('fills in templates for the project', () => {
    const { results } = evaluate({
      path: 'libs/a',
      catalog: {
        title: 'Say "hi"',
        owner: known({
          entityRef: 'group:default/shop',
          kind: 'group',
          exists: true,
          memberCount: 1,
        }),
      },
    });
    const template = (id: string) =>
      results.find(result => result.id === id)?.remedy?.template;
    expect(template('readme-substance')?.path).toBe('libs/a/README.md');
    expect(template('readme-substance')?.content).toContain('# Say "hi"\n');
    expect(template('codeowners')?.path).toBe('.github/CODEOWNERS');
    expect(template('codeowners')?.content).toContain('@<organisation>/shop');
    expect(JSON.parse(template('portal-metadata')?.content ?? '').title).toBe(
      'Say "hi"',
    );
    for (const { remedy } of results) {
      expect(remedy?.template?.content ?? '').not.toContain('{{');
    }
  });

  it('keeps one spelling of topics and skills', () => {
    const issue = {
      number: 1,
      title: 'Easy',
      url: 'https://github.com/acme/shop/issues/1',
      labels: ['good first issue'],
      unassigned: true,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
      comments: 0,
    };
    const { facts } = evaluate({
      files: { 'innersource.json': '{"skills":["kotlin","Tariff rules"]}' },
      repository: {
        topics: known(['inner-source', 'Kotlin']),
        languages: known([{ name: 'Kotlin', bytes: null, share: 1 }]),
        starterIssues: known([
          { ...issue, skills: ['KOTLIN', 'tariff rules', 'law'] },
          issue,
        ]),
      },
      catalog: { tags: ['innersource', 'kotlin'] },
    });
    expect(facts).toMatchObject({
      topics: ['innersource', 'kotlin'],
      metadata: { skills: ['Kotlin', 'Tariff rules'] },
      starterIssues: [
        { ...issue, skills: ['Kotlin', 'Tariff rules', 'law'] },
        issue,
      ],
    });
  });

  it('keeps facts for people to see', () => {
    const authors = Array.from({ length: 40 }, (_, i) => ({
      name: `A${i}`,
      email: `a${i}@example.com`,
      commits: 1,
      commitsLastYear: 1,
      lastCommitAt: NOW.toISOString(),
    }));
    const { facts, activity } = evaluate({
      files: {
        'innersource.json':
          '{"motivation":"Everybody in the shop searches for something"}',
        'docs/CONTRIBUTING.md': 'x',
        CODEOWNERS: '* @shop/search',
      },
      repository: {
        topics: known(['search']),
        description: known('From the repository'),
        createdAt: known('2020-01-01T00:00:00Z'),
        releases: known([]),
        commits: { '': known(commits({ authors })) },
      },
      catalog: {
        tags: ['java', 'search'],
      },
    });
    expect(facts).toMatchObject({
      description: 'From the repository',
      topics: ['search', 'java'],
      latestRelease: known(null),
      metadata: { motivation: 'Everybody in the shop searches for something' },
      contributingPath: 'docs/CONTRIBUTING.md',
      trustedCommitters: ['@shop/search'],
    });
    expect(facts.commits.known && facts.commits.value.authors).toHaveLength(25);
    expect(facts.participation?.[51]).toBe(2);
    // 50 · (1 + 94.9…/100) + 50 for the motivation + 100 for the guide − 50
    expect(activity?.score).toBe(197);
  });

  it('knows little of an empty repository, and says so', () => {
    const evaluation = evaluate({
      repository: {
        headCommit: unknown('The repository is empty.'),
        defaultBranch: unknown('The repository is empty.'),
        tree: known({ entries: [], complete: true }),
        license: known(null),
        commits: {
          '': known(
            commits({
              total: 0,
              nonMerge: 0,
              firstCommitAt: null,
              lastCommitAt: null,
              weeks: [],
            }),
          ),
        },
      },
    });
    expect(evaluation.readiness.score).toBe(0);
    expect(evaluation.activity).toBeNull();
    expect(
      evaluation.results.find(({ id }) => id === 'maintained')?.status,
    ).toBe('fail');
  });

  it('knows nothing of a repository of which nothing is seen', () => {
    const { readiness, results } = evaluate({ tree: 'unknown' });
    expect(
      results.filter(({ status }) => status === 'fail').map(({ id }) => id),
    ).toEqual(
      // What is not declared is known not to be.
      ['governance-level'],
    );
    expect(readiness.coverage).toBeLessThan(0.05);
  });

  it('accepts its own templates once they are filled in', () => {
    const templates = new Map(
      evaluate({}).results.map(({ id, remedy }) => [id, remedy?.template]),
    );
    const filled = (id: string) =>
      (templates.get(id)?.content ?? '')
        .replace(/@<[^>\n]*>/g, '@somebody')
        .replace(/<YYYY-MM-DD>/g, '2026-03-01')
        .replace(/<[^>\n]*>/g, 'what its owners say in many more words here');
    const files = Object.fromEntries(
      [...templates].map(([id, item]) => [item?.path ?? '', filled(id)]),
    );
    const { results } = evaluate({
      files: {
        ...files,
        'README.md': `${filled(
          'readme-substance',
        )}\n## Background\n\n${'Text that explains it. '.repeat(20)}`,
        'CONTRIBUTING.md': filled('contributing-guide'),
        'innersource.json': filled('governance-level'),
      },
    });
    const documented = results.filter(({ id }) => templates.get(id));
    expect(
      documented
        .filter(({ status }) => status !== 'pass')
        .map(({ id, evidence }) => [id, evidence]),
    ).toEqual([]);
    expect(documented.length).toBeGreaterThan(15);
  });
});

describe('evaluateProject, for any facts', () => {
  const random = generator(42);
  const pick = <T>(items: readonly T[]): T =>
    items[Math.floor(random() * items.length)];
  const WEIRD_TEXT = [
    '',
    ' ',
    '\u0000',
    '# ',
    '---\n',
    '{{project}}',
    '$&',
    '[',
    '<!--',
    '* @a',
    '[]',
    '{"title":{}}',
    '🙈'.repeat(50),
    'data:text/html,x',
    '\uFEFF# x',
    '\r\r\n',
    '- @a/b\n## Maintainers\n- @',
    '\ud800',
    'x'.repeat(5000),
    '__proto__',
  ];
  const WEIRD_PATHS = [
    'README.md',
    'readme',
    '.github/CODEOWNERS',
    'CONTRIBUTING.rst',
    'innersource.json',
    'SECURITY.adoc',
    '.github/ISSUE_TEMPLATE/x.yml',
    'docs/adr',
    'a\nb',
    '',
    '/',
    '..',
    '__proto__/constructor',
    'CHANGELOG.md',
    'SUPPORT.txt',
    '.github/workflows/x.yml',
    'LICENSE',
    'MAINTAINERS',
    'x/'.repeat(50),
    'ü/README.md',
    'tests/\u0000',
  ];
  const WEIRD_DATES = [
    '2026-03-01T00:00:00Z',
    'never',
    '',
    '9999-99-99',
    '1970-01-01',
    '2999-01-01',
  ];
  const WEIRD_NUMBERS = [0, 1, -1, 1e308, NaN, Infinity, 0.5];

  function fact<T>(make: () => T) {
    return random() < 0.3 ? unknown(pick(WEIRD_TEXT)) : known(make());
  }

  function weirdFacts(): ProjectFacts {
    const text = () => pick(WEIRD_TEXT);
    const number = () => pick(WEIRD_NUMBERS);
    const flag = () => fact(() => random() < 0.5);
    const count = () => fact(number);
    const path = pick(['', 'ü', 'x/', '__proto__', 'docs']);
    return projectFacts({
      path,
      documents: Array.from({ length: Math.floor(random() * 12) }, () =>
        document(pick(WEIRD_PATHS), text() + text(), {
          truncated: random() < 0.2,
          binary: random() < 0.2,
          size: number(),
          origin: random() < 0.3 ? 'organisation' : 'repository',
        }),
      ),
      paths: Array.from({ length: Math.floor(random() * 8) }, () =>
        pick(WEIRD_PATHS),
      ),
      tree:
        random() < 0.2
          ? 'unknown'
          : {
              complete: random() < 0.5,
              listedDirectories: [pick(WEIRD_PATHS), ''],
            },
      repository: {
        description: fact(() => (random() < 0.5 ? null : text())),
        topics: fact(() => [text(), text()]),
        archived: flag(),
        issuesEnabled: flag(),
        forkingAllowed: flag(),
        createdAt: fact(() => pick(WEIRD_DATES)),
        pushedAt: fact(() => pick(WEIRD_DATES)),
        stars: count(),
        forks: count(),
        watchers: count(),
        openIssues: count(),
        license: fact(() =>
          random() < 0.3
            ? null
            : {
                spdxId: random() < 0.5 ? null : text(),
                name: null,
                path: null,
              },
        ),
        releases: fact(() => [
          { tag: text(), publishedAt: pick(WEIRD_DATES), kind: 'tag' as const },
        ]),
        branchProtection: fact(() => ({
          requiredApprovingReviewCount: count(),
          requiresCodeOwnerReviews: flag(),
          dismissesStaleReviews: flag(),
          requiresStatusChecks: flag(),
          enforcedForAdmins: flag(),
          allowsForcePushes: flag(),
          allowsDeletions: flag(),
        })),
        starterIssues: fact(() => []),
        commits: {
          [path]: fact(() =>
            commits({
              lastCommitAt: random() < 0.3 ? null : pick(WEIRD_DATES),
              firstCommitAt: pick(WEIRD_DATES),
              weeks: [{ week: pick(WEIRD_DATES), commits: number() }],
            }),
          ),
        },
      },
      catalog: {
        description: random() < 0.5 ? null : text(),
        title: random() < 0.5 ? null : text(),
        tags: [text()],
        type: random() < 0.5 ? null : text(),
        links: [{ url: text() }],
        governanceLevelAnnotation: random() < 0.5 ? null : text(),
        owner: fact(() =>
          random() < 0.3
            ? null
            : {
                entityRef: text(),
                kind: pick(['group', 'user', 'other'] as const),
                exists: random() < 0.5,
                memberCount: number(),
              },
        ),
        dependents: fact(() => [{ entityRef: text(), owner: text() }]),
      },
      measured: {
        medianFirstResponseHours: fact(() =>
          random() < 0.3 ? null : number(),
        ),
        changeRequestClosureRatio: fact(() =>
          random() < 0.3 ? null : number(),
        ),
        unansweredOutsideChangeRequests: fact(() => [
          { url: text(), ageDays: number() },
        ]),
        contributorAbsenceFactor: fact(() =>
          random() < 0.3 ? null : number(),
        ),
        activeMaintainers: count(),
        outsideContributions: count(),
      },
    });
  }

  it('never throws, stays in range, and is deterministic', () => {
    for (let round = 0; round < 300; round++) {
      const facts = weirdFacts();
      const evaluation = evaluate(facts);
      const { score, coverage, categories } = evaluation.readiness;
      const scores = [score, ...categories.map(category => category.score)];
      expect(
        scores.filter(value => value !== null && !(value >= 0 && value <= 100)),
      ).toEqual([]);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(
        evaluation.results.filter(({ evidence }) =>
          evidence.some(({ message }) =>
            message.startsWith('The code of this check failed'),
          ),
        ),
      ).toEqual([]);
      expect(
        evaluation.results.every(({ evidence }) => evidence.length > 0),
      ).toBe(true);
      // Through JSON, so that nothing is remembered of the first time.
      const copy: ProjectFacts = structuredClone(facts);
      expect(evaluate(copy)).toEqual(evaluation);
    }
  });
});

describe('the selector of the built-in checks', () => {
  it('is small, lower case and has all that checks read', () => {
    const selector = createDocumentSelector(builtInChecks);
    const all = Object.values(selector).flat();
    expect(all.every(value => value === value.toLowerCase())).toBe(true);
    expect(selector.stems.slice(0, 2)).toEqual(['readme', 'contributing']);
    expect(selector.stems).toEqual(
      expect.arrayContaining([
        'security',
        'support',
        'changelog',
        'trusted-committers',
        'development',
        'architecture',
        'governance',
        'license',
      ]),
    );
    expect(selector.listings).toEqual(
      expect.arrayContaining(['.github/workflows', 'docs/adr']),
    );
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
