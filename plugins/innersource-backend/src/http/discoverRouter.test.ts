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
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  HelpWantedPage,
  InnerSourceClient,
  known,
  ListProjectsQuery,
  ProjectPage,
  Suggestions,
} from '@ispo/backstage-plugin-innersource-common';
import express from 'express';
import request from 'supertest';
import { Discovery } from '../discover/Discovery';
import { PortalEntry } from '../discover/portalJson';
import { DatabaseEvaluationStore } from '../store/EvaluationStore';
import { DatabaseExportStore } from '../store/ExportStore';
import { DatabaseHelpWantedStore } from '../store/HelpWantedStore';
import { DatabaseProjectListStore } from '../store/ProjectListStore';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseQueueStore } from '../store/QueueStore';
import { DatabaseSuggestionStore } from '../store/SuggestionStore';
import { group, user } from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { createPortal } from '../__testUtils__/portal';
import { createDiscoverRouter } from './discoverRouter';
import { createHelpWantedRouter } from './helpWantedRouter';
import { createProjectsRouter } from './projectsRouter';
import { createRouter } from './router';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const CARL = mockCredentials.user.header('user:default/carl');

const component = (
  name: string,
  owner: string,
  dependsOn: string[] = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: [
    { type: 'ownedBy', targetRef: `group:default/${owner}` },
    ...dependsOn.map(ref => ({ type: 'dependsOn', targetRef: ref })),
  ],
});

describe.each(databases.eachSupportedId())('Discovering on %s', id => {
  async function setUp(
    options: { hidden?: string[]; callerGroup?: string } = {},
  ) {
    const knex = await createMigratedDatabase(databases, id);
    const { hidden = [], callerGroup = 'shop' } = options;
    const projects = [
      ['cart', 'shop', 'TypeScript', ['React']],
      ['design', 'web', 'Elm', ['React', 'CSS']],
      ['mailer', 'infra', 'TypeScript', ['SMTP']],
      ['queue', 'infra', 'Rust', []],
      ['ledger', 'finance', 'COBOL', []],
    ] as const;
    const catalogProjects = projects.map(([name, owner]) =>
      createCatalogProject(name, {
        innerSource: name !== 'ledger',
        catalog: {
          title: name === 'ledger' ? ' =1+2' : null,
          description: name === 'mailer' ? 'Sends, "fast"\nand safe' : null,
          owner: known({
            entityRef: `group:default/${owner}`,
            kind: 'group',
            exists: true,
            memberCount: 3,
          }),
        },
      }),
    );
    await DatabaseProjectStore.create({ knex }).synchronise(
      catalogProjects,
      new Date(),
    );
    const evaluations = DatabaseEvaluationStore.create({ knex });
    for (const [index, [name, , language, skills]] of projects.entries()) {
      await evaluations.save(
        createEvaluationRecord(catalogProjects[index], {
          activity: 10 * index,
          facts: {
            languages: known([{ name: language, bytes: 1, share: 1 }]),
            stars: known(index),
            createdAt: known('2020-02-03T00:00:00Z'),
            starterIssues: known([
              {
                number: 1,
                title: `Help ${name}`,
                url: `https://example.com/acme/${name}/issues/1`,
                labels: ['good first issue'],
                unassigned: true,
                createdAt: '2026-10-01T00:00:00Z',
                updatedAt: '2026-10-02T00:00:00Z',
                comments: 0,
              },
            ]),
            documents: [
              {
                path: 'innersource.json',
                text: JSON.stringify({
                  skills,
                  ...(name === 'queue' && {
                    language: 'Zig',
                    docs: 'https://docs.example.com/q',
                  }),
                }),
                size: 10,
                truncated: false,
                binary: false,
                origin: 'repository',
              },
            ],
          },
        }),
      );
    }
    const entities: Entity[] = [
      group('company'),
      group('web', 'company'),
      group('shop', 'web'),
      group('infra', 'company'),
      group('finance'),
      user('carl', callerGroup),
      component('cart', 'shop', ['component:default/queue']),
      component('design', 'web'),
      component('mailer', 'infra'),
      component('queue', 'infra'),
      component('ledger', 'finance'),
    ];
    const portal = createPortal({ entities, hidden });
    const lists = DatabaseProjectListStore.create({ knex });
    const discovery = Discovery.create({
      ...portal,
      lists,
      suggestions: DatabaseSuggestionStore.create({ knex }),
    });
    const app = express()
      .use(
        createRouter({
          validateResponses: true,
          resources: [
            createDiscoverRouter({
              ...portal,
              discovery,
              exports: DatabaseExportStore.create({ knex, lists }),
            }),
            createHelpWantedRouter({
              ...portal,
              discovery,
              helpWanted: DatabaseHelpWantedStore.create({ knex }),
            }),
            createProjectsRouter({
              ...portal,
              auditor: mockServices.auditor.mock(),
              lists,
              evaluations,
              discovery,
              queue: DatabaseQueueStore.create({ knex }),
              people: { visibility: 'self', smallGroupThreshold: 3 },
              wakeWorker: () => {},
            }),
          ],
        }),
      )
      .use(mockErrorHandler());
    return {
      knex,
      get: async <T>(path: string, status = 200): Promise<T> => {
        const response = await request(app)
          .get(path)
          .set('Authorization', CARL);
        expect({
          status: response.status,
          path,
          text: response.text,
        }).toMatchObject({ status });
        return path.includes('.csv') ? (response.text as T) : response.body;
      },
    };
  }

  const namesOf = (page: ProjectPage | HelpWantedPage) =>
    page.items.map(({ entityRef }) => entityRef.replace(/^.*\//, '')).sort();

  it('finds the projects of a division, and counts them by division', async () => {
    const { get } = await setUp();
    const web = await get<ProjectPage>(
      '/projects?division=Group%3Adefault%2FWeb',
    );
    expect(namesOf(web)).toEqual(['cart', 'design']);
    const company = await get<ProjectPage>(
      '/projects?division=group%3Adefault%2Fcompany',
    );
    expect(namesOf(company)).toEqual(['cart', 'design', 'mailer', 'queue']);
    expect(company.facets.division).toEqual([
      { value: 'group:default/company', count: 4 },
      { value: 'group:default/web', count: 1 },
    ]);
    const none = await get<ProjectPage>(
      '/projects?division=group%3Adefault%2Fnone',
    );
    expect(none.totalItems).toBe(0);
  });

  it('finds starter issues of divisions and of what the caller knows', async () => {
    const { get } = await setUp({ hidden: ['component:default/mailer'] });
    const web = await get<HelpWantedPage>(
      '/help-wanted?division=Group%3Adefault%2FWeb',
    );
    expect(namesOf(web)).toEqual(['cart', 'design']);
    expect(web.facets.division).toEqual([
      { value: 'group:default/company', count: 3 },
      { value: 'group:default/web', count: 1 },
    ]);
    const mine = await get<HelpWantedPage>('/help-wanted?mine=true');
    expect(namesOf(mine)).toEqual(['cart', 'design']);
    expect(
      namesOf(await get('/help-wanted?mine=true&division=group:default/shop')),
    ).toEqual(['cart']);
    expect(namesOf(await get('/help-wanted?answersWithinHours=48'))).toEqual(
      [],
    );
    expect(
      JSON.stringify(await get('/help-wanted?answersWithinHours=0', 400)),
    ).toContain('answersWithinHours');
  });

  it('tells nothing of groups that the catalog hides from the caller', async () => {
    const { get } = await setUp({ hidden: ['group:default/company'] });
    const all = await get<ProjectPage>('/projects');
    expect(all.facets.division).toEqual([
      { value: 'group:default/web', count: 1 },
    ]);
    const company = await get<ProjectPage>(
      '/projects?division=group:default/company',
    );
    expect(company).toMatchObject({ totalItems: 0, items: [] });
    const issues = await get<HelpWantedPage>('/help-wanted');
    expect(issues.facets.division).toEqual([
      { value: 'group:default/web', count: 1 },
    ]);
    expect(
      await get<HelpWantedPage>('/help-wanted?division=group:default/company'),
    ).toMatchObject({ totalItems: 0, items: [] });
    expect(
      await get<PortalEntry[]>(
        '/export/portal.json?division=group:default/company',
      ),
    ).toEqual([]);
  });

  it('answers with an error when the first projects cannot be read', async () => {
    const { get, knex } = await setUp();
    await knex('evaluations').update({ evaluation: Buffer.from('broken') });
    for (const path of ['/export/portal.json', '/export/projects.csv']) {
      expect(JSON.stringify(await get(path, 500))).toContain('statusCode');
    }
  });

  it("finds projects of the caller's stack", async () => {
    const { get } = await setUp();
    expect(namesOf(await get('/projects?mine=true'))).toEqual([
      'cart',
      'design',
      'mailer',
    ]);
    const stranger = await setUp({ callerGroup: 'company' });
    expect(namesOf(await stranger.get('/projects?mine=true'))).toEqual([]);
  });

  it('suggests what fits, with reasons, and never what the caller owns or may not see', async () => {
    const { get } = await setUp();
    const { items, basis } = await get<Suggestions>('/me/suggestions');
    expect(
      items.map(({ project, reasons }) => [project.title, reasons]),
    ).toEqual([
      ['queue', [{ kind: 'dependency', value: 'component:default/cart' }]],
      ['design', [{ kind: 'skill', value: 'React' }]],
      ['mailer', [{ kind: 'language', value: 'TypeScript' }]],
    ]);
    expect(basis).toEqual({
      languages: ['TypeScript'],
      skills: ['React'],
      dependencies: 1,
    });
    const one = await get<Suggestions>('/me/suggestions?limit=1');
    expect(one.items).toHaveLength(1);

    const other = await setUp({ hidden: ['component:default/design'] });
    expect(JSON.stringify(await other.get('/me/suggestions'))).not.toContain(
      'design',
    );
  });

  it('knows a person by projects that the person may see', async () => {
    const { get } = await setUp({ hidden: ['component:default/cart'] });
    expect(await get('/me/suggestions')).toEqual({
      items: [],
      basis: { languages: [], skills: [], dependencies: 0 },
    });
    expect(namesOf(await get('/projects?mine=true'))).toEqual([]);
  });

  it('knows a person by contributions that still count', async () => {
    const { get, knex } = await setUp({ callerGroup: 'company' });
    await knex('contribution_people').insert({
      id: 1,
      user_ref: 'user:default/carl',
      label: 'carl',
    });
    await knex('contribution_projects').insert({
      id: 1,
      entity_ref: 'component:default/ledger',
      repository_id: 1,
      path: '',
      unit: 1,
      source: 'git',
    });
    await knex('contributions').insert({
      project_id: 1,
      day: 20_000,
      person_id: 1,
      count: 0,
      kind: 1,
      relation: 0,
      keys: '',
    });
    expect(namesOf(await get('/projects?mine=true'))).toEqual([]);
    await knex('contributions').update({ count: 1 });
    expect(namesOf(await get('/projects?mine=true'))).toEqual(['ledger']);
  });

  it('suggests nothing to somebody of whom nothing is known', async () => {
    const { get } = await setUp({ callerGroup: 'company' });
    expect(await get('/me/suggestions')).toEqual({
      items: [],
      basis: { languages: [], skills: [], dependencies: 0 },
    });
  });

  it("exports what SAP's portal displays", async () => {
    const { get } = await setUp({ hidden: ['component:default/ledger'] });
    const entries = await get<PortalEntry[]>('/export/portal.json');
    // Its own list begins with the most active, too.
    expect(entries.map(({ name }) => name)).toEqual([
      'queue',
      'mailer',
      'design',
      'cart',
    ]);
    expect(entries[0]).toMatchObject({
      id: 'component:default/queue',
      full_name: 'acme/queue',
      html_url: 'https://example.com/acme/queue',
      description: 'Searches all that can be searched',
      created_at: '2020-02-03T00:00:00Z',
      stargazers_count: 3,
      watchers_count: 3,
      language: 'Zig',
      owner: { login: 'acme', avatar_url: 'https://example.com/acme.png' },
      _InnerSourceMetadata: {
        score: 30,
        title: 'queue',
        docs: 'https://docs.example.com/q',
        language: 'Zig',
      },
    });
    for (const entry of entries) {
      for (const field of ['created_at', 'updated_at', 'pushed_at'] as const) {
        expect(Number.isNaN(Date.parse(entry[field]))).toBe(false);
      }
    }
    const byName = await get<PortalEntry[]>(
      '/export/portal.json?orderBy=name&innerSourceOnly=true&owner=group:default/infra',
    );
    expect(byName.map(({ name }) => name)).toEqual(['mailer', 'queue']);
    expect(await get('/export/portal.json?search=none')).toEqual([]);
  });

  it('exports a table that spreadsheets read and do not run', async () => {
    const { get } = await setUp();
    const csv = await get<string>('/export/projects.csv?language=TypeScript');
    const [header, ...lines] = csv.split('\r\n');
    expect(header.split(',').slice(0, 3)).toEqual([
      'entityRef',
      'title',
      'description',
    ]);
    expect(lines).toHaveLength(3);
    expect(csv).toContain('"Sends, ""fast""\nand safe"');
    const ledger = await get<string>('/export/projects.csv?search=1%2B2');
    expect(ledger).toContain("component:default/ledger,' =1+2,");
  });

  it('understands what the client sends: several words, and reserved characters', async () => {
    const { get } = await setUp();
    const client = new InnerSourceClient({
      discoveryApi: { getBaseUrl: async () => '' },
      fetchApi: { fetch: async url => Response.json(await get(String(url))) },
    });
    const find = async (query: ListProjectsQuery) =>
      namesOf(await client.listProjects(query));
    expect(await find({ search: 'react css' })).toEqual(['design']);
    expect(await find({ search: 'c++ & c' })).toEqual([]);
    expect(await find({ owner: ['group:default/infra'] })).toEqual([
      'mailer',
      'queue',
    ]);
    expect(await find({ skill: ['no such skill', 'SMTP'] })).toEqual([
      'mailer',
    ]);
    // By hand, too.
    expect(namesOf(await get('/projects?owner=group:default/shop'))).toEqual([
      'cart',
    ]);
    expect(namesOf(await get('/projects?search=react+css'))).toEqual([
      'design',
    ]);
  });

  it('refuses filters that the contract does not know', async () => {
    const { get } = await setUp();
    for (const path of [
      '/export/portal.json?limit=1',
      '/export/projects.csv?x=1',
      '/me/suggestions?limit=0',
      '/projects?answersWithinHours=0',
    ]) {
      await expect(get(path, 400)).resolves.toBeDefined();
    }
  });
});
