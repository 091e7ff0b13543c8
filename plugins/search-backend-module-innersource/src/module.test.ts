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
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  LunrSearchEngine,
  RegisterCollatorParameters,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import { pipeline } from 'node:stream/promises';
import { setupServer } from 'msw/node';
import { http, HttpResponse } from 'msw';
import searchModuleInnerSource from '.';

const server = setupServer();

async function startCollators(
  data: object = {},
  scheduler = mockServices.scheduler.mock(),
) {
  const collators: RegisterCollatorParameters[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: (options: RegisterCollatorParameters) => {
            collators.push(options);
          },
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModuleInnerSource,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          ...data,
        },
      }),
    ],
  });
  return new Map(collators.map(({ factory }) => [factory.type, factory]));
}

async function documentsOf(
  collators: Awaited<ReturnType<typeof startCollators>>,
  type: string,
) {
  const collator = await collators.get(type)!.getCollator();
  const { documents, error } = await TestPipeline.fromCollator(
    collator,
  ).execute();
  expect(error).toBeUndefined();
  return documents;
}

describe('searchModuleInnerSource', () => {
  registerMswTestHooks(server);

  it('indexes every page of projects with the permission of their entity', async () => {
    const queries: URLSearchParams[] = [];
    server.use(
      http.get('*/api/innersource/projects', ({ request }) => {
        expect(request.headers.get('authorization')).toMatch(/^Bearer /);
        const { searchParams } = new URL(request.url);
        queries.push(searchParams);
        const first = !searchParams.has('cursor');
        const name = first ? 'ticket-shop' : 'größe & maß';
        return HttpResponse.json({
          items: [
            {
              entityRef: `component:default/${name}`,
              title: name,
              description: 'Sells tickets',
              owner: 'group:default/sales',
              topics: ['innersource'],
              metadata: first
                ? {
                    title: 'Ticket shop',
                    motivation: 'Every team sells',
                    skills: ['react'],
                    contributions: ['documentation'],
                  }
                : {},
              grade: first ? 'A' : null,
              language: first ? 'TypeScript' : null,
              starterIssueCount: 3,
            },
          ],
          totalItems: 2,
          nextCursor: first ? 'next' : null,
        });
      }),
    );

    const collators = await startCollators();
    const documents = await documentsOf(collators, 'innersource-project');

    expect(documents).toEqual([
      {
        title: 'Ticket shop',
        text: 'Every team sells · Sells tickets · innersource · react · documentation',
        location: '/catalog/default/component/ticket-shop#innersource',
        authorization: { resourceRef: 'component:default/ticket-shop' },
        entityRef: 'component:default/ticket-shop',
        owner: 'group:default/sales',
        grade: 'A',
        language: 'TypeScript',
        starterIssues: 3,
      },
      expect.objectContaining({
        title: 'größe & maß',
        text: 'Sells tickets · innersource',
        location:
          '/catalog/default/component/gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F#innersource',
        grade: '',
      }),
    ]);
    expect(queries.map(query => query.get('cursor'))).toEqual([null, 'next']);
    expect(queries[0].get('innerSourceOnly')).toBe('true');
    expect(
      collators.get('innersource-project')?.visibilityPermission?.name,
    ).toBe('catalog.entity.read');
  });

  it('indexes starter issues with the permission of their project', async () => {
    server.use(
      http.get('*/api/innersource/help-wanted', () =>
        HttpResponse.json({
          items: [
            {
              entityRef: 'component:default/ticket-shop',
              projectTitle: 'Ticket shop',
              owner: 'group:default/sales',
              language: 'TypeScript',
              number: 7,
              title: 'Print the seat number',
              url: 'https://github.com/acme/ticket-shop/issues/7',
              labels: ['good first issue'],
              skills: ['react'],
              effort: '2h',
            },
          ],
          totalItems: 1,
          nextCursor: null,
        }),
      ),
    );

    const collators = await startCollators();

    expect(await documentsOf(collators, 'innersource-help-wanted')).toEqual([
      {
        title: 'Print the seat number',
        text: 'Ticket shop · good first issue · react · 2h',
        location: 'https://github.com/acme/ticket-shop/issues/7',
        authorization: { resourceRef: 'component:default/ticket-shop' },
        entityRef: 'component:default/ticket-shop',
        projectTitle: 'Ticket shop',
        owner: 'group:default/sales',
        language: 'TypeScript',
      },
    ]);
    expect(
      collators.get('innersource-help-wanted')?.visibilityPermission?.name,
    ).toBe('catalog.entity.read');
  });

  it('says that there is nothing, which replaces what there was', async () => {
    server.use(
      ...['projects', 'help-wanted'].map(list =>
        http.get(`*/api/innersource/${list}`, () =>
          HttpResponse.json({ items: [], totalItems: 0, nextCursor: null }),
        ),
      ),
    );
    const collators = await startCollators();
    const engine = new LunrSearchEngine({ logger: mockServices.logger.mock() });
    for (const [type, location] of [
      ['innersource-project', '/innersource/discover'],
      ['innersource-help-wanted', '/innersource/help-wanted'],
    ]) {
      await pipeline(
        await collators.get(type)!.getCollator(),
        await engine.getIndexer(type),
      );
      const { results } = await engine.query({ term: '', types: [type] });
      expect(results.map(({ document }) => document.location)).toEqual([
        location,
      ]);
    }
  });

  it('fails the indexing rather than forgetting projects when the backend refuses', async () => {
    server.use(
      http.get(
        '*/api/innersource/projects',
        () => new HttpResponse(null, { status: 503 }),
      ),
    );
    const collators = await startCollators();
    const collator = await collators.get('innersource-project')!.getCollator();
    const { error } = await TestPipeline.fromCollator(collator).execute();
    expect(String(error)).toContain('503');
  });

  it('collects right after the start and often, or as is configured', async () => {
    const schedulesOf = async (data?: object) => {
      const scheduler = mockServices.scheduler.mock();
      await startCollators(data, scheduler);
      return scheduler.createScheduledTaskRunner.mock.calls.map(
        ([schedule]) => schedule,
      );
    };
    const usual = {
      frequency: { minutes: 2 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 3 },
    };
    expect(await schedulesOf()).toEqual([usual, usual]);
    const configured = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
    expect(
      await schedulesOf({
        search: { collators: { innersource: { schedule: configured } } },
      }),
    ).toEqual([configured, configured]);
  });

  it('names the key of a wrong schedule', async () => {
    await expect(
      startCollators({
        search: {
          collators: { innersource: { schedule: { frequency: 'often' } } },
        },
      }),
    ).rejects.toThrow(/search\.collators\.innersource\.schedule/);
  });
});
