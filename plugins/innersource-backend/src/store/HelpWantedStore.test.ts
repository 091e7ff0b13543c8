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

import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  CatalogFacts,
  evaluateProject,
  known,
  parseEvaluationSettings,
  resolveChecks,
  StarterIssue,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { unmeasured } from '../evaluation/MeasuredFactsProvider';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createRepositoryFacts } from '../__testUtils__/FakeSource';
import { DatabaseEvaluationStore } from './EvaluationStore';
import {
  DatabaseHelpWantedStore,
  HelpWantedListQuery,
} from './HelpWantedStore';
import { DatabaseProjectStore } from './ProjectStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const now = new Date('2026-11-01T12:00:00Z');

function issue(
  number: number,
  overrides: Partial<StarterIssue> = {},
): StarterIssue {
  return {
    number,
    title: `Issue ${number}`,
    url: `https://github.com/acme/x/issues/${number}`,
    labels: ['good first issue'],
    unassigned: true,
    createdAt: `2026-10-${String(number).padStart(2, '0')}T00:00:00Z`,
    updatedAt: '2026-10-30T00:00:00Z',
    comments: 0,
    ...overrides,
  };
}

async function setUp(
  databaseId: TestDatabaseId,
  projects: Record<
    string,
    {
      issues: StarterIssue[];
      skills?: string[];
      contributions?: string[];
      language?: string;
      /** Median of first responses to other teams. */
      responseHours?: number;
      archived?: boolean;
      /** Name of the repository; the project's own one by default. */
      repository?: string;
      path?: string;
    }
  >,
) {
  const knex = await createMigratedDatabase(databases, databaseId);
  const settings = parseEvaluationSettings(undefined);
  const checks = resolveChecks(settings);
  const repositoryOf = (name: string) => ({
    url: `https://github.com/acme/${name}`,
    host: 'github.com',
    fullName: `acme/${name}`,
  });
  const catalogOf = (name: string): CatalogFacts => ({
    entityRef: `component:default/${name}`,
    kind: 'Component',
    name,
    title: name,
    description: null,
    tags: [],
    type: 'service',
    lifecycle: 'production',
    system: null,
    domain: null,
    owner: known({
      entityRef: `group:default/${name}-team`,
      kind: 'group',
      exists: true,
      memberCount: 2,
    }),
    links: [],
    governanceLevelAnnotation: null,
    dependents: unknown('Not looked up in this test.'),
  });
  await DatabaseProjectStore.create({ knex }).synchronise(
    Object.entries(projects).map(([name, { repository, path }]) => ({
      entityRef: `component:default/${name}`,
      repository: repositoryOf(repository ?? name),
      path: path ?? '',
      noSourceReason: null,
      catalog: catalogOf(name),
      innerSource: false,
    })),
    now,
  );
  const evaluations = DatabaseEvaluationStore.create({ knex });
  const save = async (
    name: string,
    {
      issues,
      skills,
      contributions,
      language = 'TypeScript',
      responseHours,
      archived,
      repository = name,
      path = '',
    }: (typeof projects)[string],
  ) => {
    const facts = createRepositoryFacts(repositoryOf(repository), {
      starterIssues: known(
        issues.map(one => ({
          ...one,
          url: `${repositoryOf(repository).url}/issues/${one.number}`,
        })),
      ),
      archived: known(archived ?? false),
      languages: known([{ name: language, bytes: 1, share: 1 }]),
      documents: [
        {
          path: 'innersource.json',
          text: JSON.stringify({ skills, contributions }),
          size: 10,
          truncated: false,
          binary: false,
          origin: 'repository',
        },
      ],
    });
    await evaluations.save({
      evaluation: evaluateProject(
        {
          project: {
            entityRef: `component:default/${name}`,
            repository: repositoryOf(repository),
            path,
          },
          repository: facts,
          catalog: catalogOf(name),
          measured: unmeasured('Not measured in this test.'),
        },
        { settings, checks, now },
      ),
      settingsHash: 'x',
      tags: [],
      innerSource: name === 'shop',
      measured: {
        ...unmeasured('Not measured in this test.'),
        ...(responseHours !== undefined && {
          medianFirstResponseHours: known(responseHours),
        }),
      },
    });
  };
  for (const [name, project] of Object.entries(projects)) {
    await save(name, project);
  }
  return { store: DatabaseHelpWantedStore.create({ knex }), save, knex };
}

const everything = VisibleScope.everything;

describe.each(databases.eachSupportedId())(
  'DatabaseHelpWantedStore, %p',
  databaseId => {
    it('lists unassigned issues of projects that are not archived, page by page in every order', async () => {
      const { store } = await setUp(databaseId, {
        shop: {
          issues: [
            issue(3, { comments: 2 }),
            issue(1, { comments: 0 }),
            issue(2, { comments: 2, unassigned: false }),
          ],
        },
        search: { issues: [issue(3, { comments: 1 })] },
        old: { issues: [issue(9)], archived: true },
      });
      for (const [orderBy, expected] of [
        ['newest', ['search#3', 'shop#3', 'shop#1']],
        ['oldest', ['shop#1', 'search#3', 'shop#3']],
        ['fewest-comments', ['shop#1', 'search#3', 'shop#3']],
      ] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.list(
            { orderBy, limit: 1, cursor },
            everything,
          );
          expect(page.totalItems).toBe(3);
          seen.push(
            ...page.items.map(
              item => `${item.entityRef.split('/')[1]}#${item.number}`,
            ),
          );
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(expected);
      }
    });

    it('filters by label, skill and words, and counts what is left', async () => {
      const { store } = await setUp(databaseId, {
        shop: {
          skills: ['react', 'css'],
          issues: [
            issue(1, { title: 'Größe 100% wrong', effort: '2h' }),
            issue(2, { labels: ['help wanted'], skills: ['go', 'React'] }),
          ],
        },
        search: { issues: [issue(1, { skills: ['go'] })] },
      });
      const numbers = async (query: Parameters<typeof store.list>[0]) =>
        (await store.list(query, everything)).items
          .map(item => `${item.projectTitle}#${item.number}`)
          .sort();

      expect(await numbers({ skill: ['react'] })).toEqual(['shop#1', 'shop#2']);
      expect(await numbers({ skill: ['go'] })).toEqual(['search#1', 'shop#2']);
      expect(await numbers({ skill: ['go'], label: ['help wanted'] })).toEqual([
        'shop#2',
      ]);
      expect(await numbers({ search: 'GRÖSSE' })).toEqual([]);
      expect(await numbers({ search: 'größe 100%' })).toEqual(['shop#1']);
      expect(await numbers({ search: 'shop' })).toEqual(['shop#1', 'shop#2']);
      expect(await numbers({ search: 'effort:2h' })).toEqual(['shop#1']);
      expect(await numbers({ search: 'skill:css' })).toEqual(['shop#1']);
      expect(await numbers({ owner: ['group:default/search-team'] })).toEqual([
        'search#1',
      ]);
      expect(await numbers({ innerSourceOnly: true })).toEqual([
        'shop#1',
        'shop#2',
      ]);

      const { facets, items } = await store.list({}, everything);
      expect(facets.skill).toEqual([
        { value: 'go', count: 2 },
        { value: 'react', count: 2 },
        { value: 'css', count: 1 },
      ]);
      expect(facets.label).toEqual([
        { value: 'good first issue', count: 2 },
        { value: 'help wanted', count: 1 },
      ]);
      expect(facets.owner).toHaveLength(2);
      const narrowed = await store.list({ skill: ['css'] }, everything);
      expect(narrowed.facets.skill).toEqual(facets.skill);
      expect(narrowed.facets.owner).toEqual([
        { value: 'group:default/shop-team', count: 1 },
      ]);
      expect(items.find(item => item.effort)).toMatchObject({
        projectTitle: 'shop',
        effort: '2h',
        skills: ['css', 'react'],
        owner: 'group:default/shop-team',
      });
    });

    it('filters by kinds of help, divisions, answers and a stack, and counts the values', async () => {
      const { store } = await setUp(databaseId, {
        shop: {
          contributions: ['Tests', 'Documentation'],
          skills: ['css'],
          responseHours: 48,
          issues: [issue(1), issue(2, { skills: ['sql'] })],
        },
        search: {
          contributions: ['Tests'],
          language: 'Rust',
          responseHours: 48.5,
          issues: [issue(1)],
        },
        wiki: { language: 'Elm', issues: [issue(1)] },
      });
      const divisionsOf = (owner: string) =>
        owner === 'group:default/wiki-team'
          ? ['group:default/company']
          : ['group:default/products', 'group:default/company'];
      const list = async (query: Parameters<typeof store.list>[0]) => {
        const page = await store.list(query, everything, divisionsOf);
        const found = page.items.map(
          item => `${item.projectTitle}#${item.number}`,
        );
        expect(page.totalItems).toBe(found.length);
        return { found: found.sort(), facets: page.facets };
      };

      const cases: Array<[HelpWantedListQuery, string[]]> = [
        [{ contribution: ['tests'] }, ['search#1', 'shop#1', 'shop#2']],
        [{ contribution: ['Documentation'] }, ['shop#1', 'shop#2']],
        [{ answersWithinHours: 48 }, ['shop#1', 'shop#2']],
        [{ answersWithinHours: 49 }, ['search#1', 'shop#1', 'shop#2']],
        [{ divisionOwners: ['group:default/wiki-team'] }, ['wiki#1']],
        [{ divisionOwners: [] }, []],
        [{ stack: { languages: ['Rust'], skills: [] } }, ['search#1']],
        // A skill of the issue, and of the project where the issue has none.
        [{ stack: { languages: [], skills: ['sql'] } }, ['shop#2']],
        [
          { stack: { languages: ['Elm'], skills: ['css'] } },
          ['shop#1', 'wiki#1'],
        ],
        [{ stack: { languages: [], skills: [] } }, []],
        [
          {
            contribution: ['Tests'],
            stack: { languages: [], skills: ['css'] },
          },
          ['shop#1'],
        ],
      ];
      for (const [query, expected] of cases) {
        expect([query, (await list(query)).found]).toEqual([query, expected]);
      }

      const { facets } = await list({});
      const nowhere = await list({ divisionOwners: [] });
      expect(nowhere.facets.division).toEqual(facets.division);
      expect(facets.contribution).toEqual([
        { value: 'Tests', count: 3 },
        { value: 'Documentation', count: 2 },
      ]);
      expect(facets.division).toEqual([
        { value: 'group:default/company', count: 4 },
        { value: 'group:default/products', count: 3 },
      ]);
      // Another value of a filter in use would widen the list.
      const narrowed = await list({
        contribution: ['Documentation'],
        divisionOwners: ['group:default/shop-team', 'group:default/wiki-team'],
      });
      expect(narrowed.facets.contribution).toEqual([
        { value: 'Documentation', count: 2 },
        { value: 'Tests', count: 2 },
      ]);
      expect(narrowed.facets.division).toEqual([
        { value: 'group:default/company', count: 2 },
        { value: 'group:default/products', count: 2 },
      ]);
      expect(narrowed.facets.owner).toEqual([
        { value: 'group:default/shop-team', count: 2 },
      ]);
    });

    it('leaves out what the caller may not see, in totals and facets too', async () => {
      const { store } = await setUp(databaseId, {
        shop: { issues: [issue(1, { labels: ['secret plan'] })] },
        search: { issues: [issue(1)] },
      });
      const page = await store.list(
        {},
        VisibleScope.of(new Set(['component:default/search'])),
      );
      expect(page.totalItems).toBe(1);
      expect(JSON.stringify(page)).not.toContain('shop');
      expect(JSON.stringify(page)).not.toContain('secret plan');
      expect(await store.list({}, VisibleScope.nothing)).toMatchObject({
        items: [],
        totalItems: 0,
        nextCursor: null,
      });
    });

    it('lists issues that projects of one repository share once, also in totals, facets and pages', async () => {
      const issues = [issue(1, { labels: ['help wanted'] }), issue(2)];
      const { store } = await setUp(databaseId, {
        button: { issues, repository: 'ui', path: 'packages/button' },
        ui: { issues, skills: ['react'], repository: 'ui' },
        input: { issues, repository: 'ui', path: 'packages/input' },
        search: { issues: [issue(1)] },
      });
      const titlesOf = (page: Awaited<ReturnType<typeof store.list>>) =>
        page.items.map(item => `${item.projectTitle}#${item.number}`);

      const all = await store.list({}, everything);
      expect(titlesOf(all)).toEqual(['ui#2', 'search#1', 'ui#1']);
      expect(all.totalItems).toBe(3);
      // As many as are found for the owner, who is offered shared ones, too.
      expect(all.facets.owner).toEqual([
        { value: 'group:default/button-team', count: 2 },
        { value: 'group:default/input-team', count: 2 },
        { value: 'group:default/ui-team', count: 2 },
        { value: 'group:default/search-team', count: 1 },
      ]);
      const divided = await store.list({}, everything, owner =>
        owner === 'group:default/search-team' ? [] : ['group:default/design'],
      );
      expect(divided.facets.division).toEqual([
        { value: 'group:default/design', count: 2 },
      ]);
      for (const chosen of [
        { label: ['help wanted'] },
        { language: ['TypeScript'] },
        { owner: ['group:default/ui-team'] },
      ]) {
        const [facet] = Object.keys(chosen) as Array<keyof typeof all.facets>;
        const { facets } = await store.list(chosen, everything);
        expect([facet, facets[facet]]).toEqual([facet, all.facets[facet]]);
      }
      const uncounted = await store.list({ facets: false }, everything);
      expect(uncounted).toEqual({
        ...all,
        facets: Object.fromEntries(
          Object.keys(all.facets).map(facet => [facet, []]),
        ),
      });
      expect(all.facets.label).toEqual([
        { value: 'good first issue', count: 2 },
        { value: 'help wanted', count: 1 },
      ]);
      const first = await store.list({ limit: 2 }, everything);
      const second = await store.list(
        { limit: 2, cursor: first.nextCursor! },
        everything,
      );
      expect([...titlesOf(first), ...titlesOf(second)]).toEqual(titlesOf(all));

      // Whoever may not see the root, or asks for an owner, gets the next best.
      const some = await store.list(
        {},
        VisibleScope.of(
          new Set(['component:default/button', 'component:default/input']),
        ),
      );
      expect(titlesOf(some)).toEqual(['input#2', 'input#1']);
      expect(some.totalItems).toBe(2);
      const owned = await store.list(
        { owner: ['group:default/button-team'] },
        everything,
      );
      expect(titlesOf(owned)).toEqual(['button#2', 'button#1']);
    });

    it('forgets an issue as soon as somebody takes it', async () => {
      const { store, save, knex } = await setUp(databaseId, {
        shop: { issues: [issue(1), issue(2)] },
      });
      await save('shop', {
        issues: [issue(1, { unassigned: false }), issue(2)],
      });
      const { items } = await store.list({}, everything);
      expect(items.map(item => item.number)).toEqual([2]);
      const [{ count }] = await knex('starter_issue_values').count({
        count: '*',
      });
      expect(Number(count)).toBe(1);
    });

    it('refuses a cursor of another list', async () => {
      const { store } = await setUp(databaseId, {
        shop: { issues: [issue(1), issue(2)] },
      });
      const { nextCursor } = await store.list({ limit: 1 }, everything);
      await expect(
        store.list({ orderBy: 'oldest', cursor: nextCursor! }, everything),
      ).rejects.toThrow(/nextCursor/);
      // PostgreSQL takes no NUL.
      const withNul = Buffer.from(
        JSON.stringify(['newest', '2026-01-01', 'https://example.com/\u0000']),
      ).toString('base64url');
      for (const cursor of ['nonsense', withNul]) {
        await expect(store.list({ cursor }, everything)).rejects.toThrow(
          /nextCursor/,
        );
      }
    });
  },
);
