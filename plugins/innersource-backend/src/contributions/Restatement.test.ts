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
import { Entity } from '@backstage/catalog-model';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  RETAIL_AND_BANKING,
  user,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createOrganisation } from '../__testUtils__/portal';
import { PeopleStore } from '../store/PeopleStore';
import { StandingStore } from '../store/StandingStore';
import { Restatement } from './Restatement';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const NOW = new Date('2026-11-01T12:00:00Z');
const SEARCH = 'component:default/search';

const organisation = RETAIL_AND_BANKING;
const groups = organisation.filter(({ kind }) => kind === 'Group');
const users = organisation.filter(({ kind }) => kind === 'User');

describe.each(databases.eachSupportedId())('Restatement, %s', id => {
  async function setUp(databaseId: TestDatabaseId) {
    const knex = await createMigratedDatabase(databases, databaseId);
    const fixture = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
    ]);
    const source = new FakeContributionSource();
    const commit = (sha: string, author: { login?: string; email?: string }) =>
      contribution(`commit/${sha}`, '', '2026-06-05T10:00:00Z', {
        kind: 'commit',
        author,
      });
    source.pages = [
      {
        contributions: [
          contribution('pr/1', 'sara', '2026-06-01T10:00:00Z'),
          contribution('pr/2', 'carl', '2026-06-02T10:00:00Z'),
          contribution('pr/3', 'pia', '2026-06-03T10:00:00Z'),
          contribution('pr/4', 'stranger', '2026-06-04T10:00:00Z'),
          contribution('pr/5', 'renovate[bot]', '2026-06-04T10:00:00Z'),
          contribution('pr/6', '', '2026-06-04T10:00:00Z', { author: {} }),
          // One person by two identities that never come together.
          commit('a', { login: 'pia' }),
          commit('b', { email: 'pia@example.com' }),
        ],
      },
    ];
    const onDecided = jest.fn();
    const restatementOf = (entities: readonly Entity[]) =>
      Restatement.create({
        standings: StandingStore.create({ knex }),
        projects: fixture.projectStore,
        people: PeopleStore.create({ knex }),
        organisation: createOrganisation(entities),
        onDecided,
      });
    /** Everything that the figures come from. */
    const figures = async () => ({
      sums: await fixture.sums(SEARCH),
      changeRequests: await knex('change_requests as c')
        .leftJoin('contribution_teams as team', 'team.id', 'c.team_id')
        .orderBy('c.external_id')
        .select('c.external_id', 'c.relation', 'c.distance', 'team.path'),
      people: new Set(
        (
          await fixture.store.getTallies(
            (
              await fixture.project(SEARCH)
            ).id,
            0,
            100_000,
          )
        ).map(({ person }) => person),
      ).size,
    });
    return { ...fixture, knex, source, onDecided, restatementOf, figures };
  }
  const { signal } = new AbortController();

  it.each([
    ['nobody at all', []],
    ['groups only', groups],
    ['users only', users],
    ['not the owner', organisation.filter(e => e.metadata.name !== 'search')],
    ['everybody', organisation],
  ])(
    'comes to the same figures when the catalog first has %s',
    async (_, early) => {
      const { read, source, restatementOf, figures } = await setUp(id);
      await read(source, graphOf(early), NOW);
      await restatementOf(organisation).decideUnknown(signal);
      expect(await figures()).toEqual({
        sums: {
          'change-request own search 0': 1,
          'change-request other checkout 1': 1,
          'change-request other payments 2': 1,
          'change-request unknown - -': 2,
          'change-request bot - -': 1,
          'commit other payments 2': 2,
        },
        changeRequests: [
          ['pr/1', 0, 0, 'acme retail search'],
          ['pr/2', 1, 1, 'acme retail checkout'],
          ['pr/3', 1, 2, 'acme banking payments'],
          ['pr/4', 2, null, null],
          ['pr/5', 3, null, null],
          ['pr/6', 2, null, null],
        ].map(([externalId, relation, distance, path]) => ({
          external_id: externalId,
          relation,
          distance,
          path:
            path === null
              ? null
              : String(path)
                  .split(' ')
                  .map(name => `group:default/${name}`)
                  .join(' '),
        })),
        // Sara, Carl, Pia, the stranger, the bot, a deleted account.
        people: 6,
      });
    },
  );

  it('decides once: a reorganisation changes nothing any more', async () => {
    const { read, source, restatementOf, figures, onDecided, repository } =
      await setUp(id);
    await read(source, graphOf(groups), NOW);
    const restatement = restatementOf(organisation);
    // Three change requests and two commits.
    expect(await restatement.decideUnknown(signal)).toBe(5);
    expect(onDecided).toHaveBeenCalledWith([repository.id]);
    expect(await restatement.decideUnknown(signal)).toBe(0);

    const before = await figures();
    const reorganised = [...groups, user('sara', 'payments')];
    expect(await restatementOf(reorganised).decideUnknown(signal)).toBe(0);
    expect(onDecided).toHaveBeenCalledTimes(1);
    expect(await figures()).toEqual(before);
  });

  it('gives people their user although the owner is not known yet', async () => {
    const { read, source, restatementOf, store, sums } = await setUp(id);
    await read(source, graphOf([]), NOW);
    expect(await store.findPersonIds('user:default/pia')).toEqual([]);
    expect(await restatementOf(users).decideUnknown(signal)).toBe(0);
    // One row was merged into the other.
    expect(await store.findPersonIds('user:default/pia')).toHaveLength(2);
    expect(await sums(SEARCH)).toMatchObject({
      'change-request unknown - -': 5,
    });
  });

  it('goes on where it was broken off', async () => {
    const { read, source, restatementOf } = await setUp(id);
    await read(source, graphOf([]), NOW);
    const restatement = restatementOf(organisation);
    await expect(
      restatement.decideUnknown(AbortSignal.abort(new Error('Shutdown'))),
    ).rejects.toThrow('Shutdown');
    expect(await restatement.decideUnknown(signal)).toBe(5);
  });
});
