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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  known,
  OrganizationList,
  OrganizationRef,
  OrganizationSetup,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  RepositorySource,
  SourceError,
} from '@ispo/backstage-plugin-innersource-node';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { Sources } from '../evaluation/Sources';
import { createOrganizationsRouter } from '../http/organizationsRouter';
import { createRouter } from '../http/router';
import { DatabaseOrganizationStore } from '../store/OrganizationStore';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { OrganizationReadings } from './OrganizationReadings';

jest.setTimeout(240_000);

const databases = createTestDatabases();

function setupOf(organization: OrganizationRef): OrganizationSetup {
  return {
    organization,
    source: 'fake',
    url: `https://${organization.host}/${organization.login}`,
    observedAt: '2026-11-22T12:00:00.000Z',
    basePermission: known('read'),
    defaultVisibility: unknown('Not told.'),
    membersCanCreatePublicRepositories: known(true),
    membersCanCreateInternalRepositories: known(null),
    membersCanCreatePrivateRepositories: known(true),
    membersCanForkPrivateRepositories: known(false),
    twoFactorRequired: known(true),
    rulesets: known([]),
    defaultDocuments: known(['contributing']),
  };
}

describe.each(databases.eachSupportedId())('organisations on %s', id => {
  async function setUp(repositories: string[]) {
    const knex: Knex = await createMigratedDatabase(databases, id);
    await knex('repositories').insert(
      repositories.map(url => ({
        url: `https://${url}`,
        host: url.split('/')[0],
        full_name: url.slice(url.indexOf('/') + 1),
      })),
    );
    const asked: string[] = [];
    let answer: (ref: OrganizationRef) => OrganizationSetup | undefined =
      setupOf;
    const source: RepositorySource = {
      id: 'fake',
      batchSize: 1,
      claims: ({ host }) => host === 'scm.test',
      async *readFacts() {
        yield* [];
      },
      async readOrganizationSetup(organization) {
        asked.push(organization.login);
        return answer(organization);
      },
    };
    const other: RepositorySource = {
      id: 'other',
      batchSize: 1,
      claims: () => true,
      async *readFacts() {
        yield* [];
      },
    };
    const store = DatabaseOrganizationStore.create({ knex });
    const readings = OrganizationReadings.create({
      sources: Sources.create({ sources: [source, other] }),
      store,
      logger: mockServices.logger.mock(),
    });
    return {
      knex,
      asked,
      store,
      answerWith: (next: typeof answer) => {
        answer = next;
      },
      run: () => readings.run(new AbortController().signal),
      makeDue: () =>
        knex('organizations').update({
          next_run_at: '2020-01-01T00:00:00.000Z',
        }),
    };
  }

  async function get(
    store: DatabaseOrganizationStore,
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const app = express();
    app.use(
      createRouter({
        validateResponses: true,
        resources: [
          createOrganizationsRouter({
            httpAuth: mockServices.httpAuth(),
            permissions: mockServices.permissions({ result }),
            organizations: store,
          }),
        ],
      }),
    );
    app.use(mockErrorHandler());
    return request(app)
      .get('/organisations')
      .set('Authorization', mockCredentials.user.header());
  }

  it('are read once a day, each once', async () => {
    const { run, asked, store, makeDue } = await setUp([
      'scm.test/Acme/search',
      'scm.test/acme/checkout',
      'scm.test/zeta/a',
      'elsewhere.test/beta/b',
    ]);

    await run();
    await run();

    expect(asked.sort()).toEqual(['Acme', 'zeta']);
    const { status, body } = await get(store);
    expect(status).toBe(200);
    const { items } = body as OrganizationList;
    expect(items.map(({ organization }) => organization.login)).toEqual([
      'Acme',
      'zeta',
    ]);
    expect(items[0].failure).toBeNull();
    expect(
      Object.fromEntries(
        items[0].evaluation!.results.map(result => [result.id, result.status]),
      ),
    ).toMatchObject({
      'base-permission': 'pass',
      'default-visibility': 'unknown',
      forking: 'fail',
      'internal-repository-creation': 'not-applicable',
      'default-community-files': 'partial',
    });

    await makeDue();
    await run();
    expect(asked).toHaveLength(4);
  });

  it('keep the last good evaluation when reading fails', async () => {
    const { run, answerWith, makeDue, store } = await setUp([
      'scm.test/acme/a',
    ]);
    await run();
    answerWith(() => {
      throw new SourceError({ kind: 'unauthorized', message: 'Use a token.' });
    });
    await makeDue();

    await run();

    const [failed] = (await get(store)).body.items;
    expect(failed.evaluation.results.length).toBeGreaterThan(5);
    expect(failed.failure).toMatchObject({
      kind: 'unauthorized',
      message: 'Use a token.',
    });
    await makeDue();
    await run();
    expect((await get(store)).body.items[0].failure.since).toBe(
      failed.failure.since,
    );

    answerWith(setupOf);
    await makeDue();
    await run();
    expect((await get(store)).body.items[0].failure).toBeNull();
  });

  it('say nothing of errors inside the plugin', async () => {
    const { run, answerWith, store } = await setUp(['scm.test/acme/a']);
    answerWith(() => {
      throw new TypeError('internal detail');
    });

    await run();

    expect(JSON.stringify((await get(store)).body)).not.toContain('detail');
    expect((await get(store)).body.items[0].evaluation).toBeNull();
  });

  it('leave out people, and owners that have no project any more', async () => {
    const { run, answerWith, store, knex } = await setUp([
      'scm.test/acme/a',
      'scm.test/ann/dotfiles',
    ]);
    answerWith(ref => (ref.login === 'ann' ? undefined : setupOf(ref)));
    await run();
    expect((await get(store)).body.items).toHaveLength(1);

    await knex('repositories').where('full_name', 'acme/a').delete();
    await run();

    expect((await get(store)).body.items).toEqual([]);
  });

  it('are for those who may see the program', async () => {
    const { store } = await setUp(['scm.test/acme/a']);

    const { status, body } = await get(store, AuthorizeResult.DENY);

    expect(status).toBe(403);
    expect(body.error.message).toContain('innersource.program.read');
  });
});
