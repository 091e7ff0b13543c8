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

import { mockServices } from '@backstage/backend-test-utils';
import { BotDetector } from '@ispo/backstage-plugin-innersource-common';
import { SourceError } from '@ispo/backstage-plugin-innersource-node';
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  group,
  user,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createPortal } from '../__testUtils__/portal';
import { TaskOutcome } from '../evaluation/QueueTask';
import { Sources } from '../evaluation/Sources';
import { ContributionWriter } from '../store/ContributionWriter';
import { ContributionIngest } from './ContributionIngest';
import { ContributionsTask, owningTeam } from './ContributionsTask';
import { StoredMeasuredFacts } from './StoredMeasuredFacts';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

describe.each(databases.eachSupportedId())('ContributionsTask, %s', id => {
  async function setUp(source: FakeContributionSource) {
    const knex = await createMigratedDatabase(databases, id);
    const fixture = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
    ]);
    const entities = [
      group('acme'),
      group('search', 'acme'),
      group('checkout', 'acme'),
      user('sara', 'search'),
      user('sam', 'search'),
      user('carl', 'checkout'),
    ];
    const { catalog, organisation } = createPortal({ entities });
    const onRead = jest.fn();
    const task = ContributionsTask.create({
      sources: Sources.create({ sources: [source] }),
      projects: fixture.projectStore,
      organisation,
      ingest: ContributionIngest.create({
        writer: ContributionWriter.create({ knex }),
        bots: BotDetector.create(),
        historyMonths: 24,
      }),
      onRead,
    });
    const run = async () => {
      const outcomes: TaskOutcome[] = [];
      for await (const outcome of task.run(
        [
          {
            task: task.id,
            repository: fixture.repository,
            attempts: 0,
            leaseOwner: 'me',
          },
        ],
        {
          signal: new AbortController().signal,
          logger: mockServices.logger.mock(),
        },
      )) {
        outcomes.push(outcome);
      }
      return outcomes[0];
    };
    const measure = async () =>
      (
        await StoredMeasuredFacts.create({
          store: fixture.store,
        }).getMeasuredFacts(
          [
            {
              entityRef: 'component:default/search',
              repository: fixture.repository,
              path: '',
            },
          ],
          new Date(),
        )
      ).get('component:default/search');
    return { ...fixture, knex, run, onRead, measure, catalog };
  }

  it('reads, tells of it, and measures how the project answers', async () => {
    const source = new FakeContributionSource();
    const answered = (number: number, login: string, hours: number) =>
      contribution(`pr/${number}`, login, ago(5), {
        createdAt: ago(6),
        firstResponseAt: new Date(
          Date.now() - 6 * DAY + hours * 3_600_000,
        ).toISOString(),
        mergedBy: { login: 'sara' },
      });
    source.pages = [
      {
        contributions: [
          answered(1, 'carl', 2),
          answered(2, 'carl', 10),
          answered(3, 'sam', 23),
          contribution('pr/4', 'carl', ago(0), {
            state: 'open',
            closedAt: undefined,
            createdAt: ago(41),
            url: 'https://github.com/acme/search/pull/4',
          }),
          contribution('review/1', 'sam', ago(5), { kind: 'review' }),
          contribution('review/2', 'renovate[bot]', ago(5), { kind: 'review' }),
        ],
      },
    ];
    const { run, onRead, measure, repository } = await setUp(source);
    expect(await measure()).toBeUndefined();
    expect(await run()).toMatchObject({ outcome: 'done', label: 'changed' });
    expect(onRead).toHaveBeenCalledWith(repository.id);
    expect(await measure()).toEqual({
      medianFirstResponseHours: { known: true, value: 6 },
      changeRequestClosureRatio: { known: true, value: 0.75 },
      unansweredOutsideChangeRequests: {
        known: true,
        value: [{ url: 'https://github.com/acme/search/pull/4', ageDays: 41 }],
      },
      // Carl 2, Sam 1.
      contributorAbsenceFactor: { known: true, value: 1 },
      // Sara merged, Sam reviewed.
      activeMaintainers: { known: true, value: 2 },
      outsideContributions: { known: true, value: 2 },
    });
    expect(await run()).toMatchObject({ outcome: 'done', label: 'unchanged' });
    expect(onRead).toHaveBeenCalledTimes(1);
  });

  it('measures with git alone what git can tell', async () => {
    const source = new FakeContributionSource('git');
    source.pages = [
      {
        contributions: ['sara', 'sara', 'sam', 'carl'].map((login, i) =>
          contribution(`commit/${i}`, login, ago(i), { kind: 'commit' }),
        ),
      },
    ];
    const { run, measure } = await setUp(source);
    await run();
    expect(await measure()).toMatchObject({
      medianFirstResponseHours: { known: false },
      changeRequestClosureRatio: { known: false },
      unansweredOutsideChangeRequests: { known: false },
      contributorAbsenceFactor: { known: true, value: 2 },
      activeMaintainers: { known: true, value: 3 },
    });
  });

  it('has nothing to say where there was nothing to measure', async () => {
    const { run, measure } = await setUp(new FakeContributionSource());
    expect(await run()).toMatchObject({ outcome: 'done', label: 'unchanged' });
    expect(await measure()).toEqual({
      medianFirstResponseHours: { known: true, value: null },
      changeRequestClosureRatio: { known: true, value: null },
      unansweredOutsideChangeRequests: { known: true, value: [] },
      contributorAbsenceFactor: { known: true, value: null },
      activeMaintainers: { known: true, value: 0 },
      outsideContributions: { known: true, value: 0 },
    });
  });

  it('passes on why a source fails, and keeps its own mistakes to the log', async () => {
    const source = new FakeContributionSource();
    const { run } = await setUp(source);
    source.readContributions = async function* limited() {
      throw new SourceError({
        kind: 'rate-limited',
        message: 'The budget is spent; it is renewed in an hour.',
        retryAfterSeconds: 3600,
      });
    };
    expect(await run()).toMatchObject({
      outcome: 'failed',
      kind: 'rate-limited',
      message: 'The budget is spent; it is renewed in an hour.',
      retryAfterSeconds: 3600,
    });
    source.readContributions = async function* broken() {
      throw new Error('secret: hunter2');
    };
    const outcome = await run();
    expect(outcome).toMatchObject({ outcome: 'failed', kind: 'internal' });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  it('reads nothing while the catalog cannot say who is who', async () => {
    const source = new FakeContributionSource();
    source.pages = [{ contributions: [contribution('pr/1', 'carl', ago(1))] }];
    const { run, catalog, sums } = await setUp(source);
    const stream = jest.spyOn(catalog, 'streamEntities');
    stream.mockImplementationOnce(() => {
      throw new Error('The catalog is down');
    });
    expect(await run()).toMatchObject({ outcome: 'failed' });
    expect(source.requests).toHaveLength(0);
    expect(await run()).toMatchObject({ outcome: 'done' });
    expect(await sums('component:default/search')).toEqual({
      'change-request other checkout 1': 1,
    });
  });
});

describe('owningTeam', () => {
  it('prefers the annotation', () => {
    expect(owningTeam(catalogFacts('a', 'group:default/x'))).toBe(
      'group:default/x',
    );
    expect(
      owningTeam(
        catalogFacts('a', 'group:default/x', {
          owningTeamAnnotation: 'group:default/y',
        }),
      ),
    ).toBe('group:default/y');
    expect(owningTeam(catalogFacts('a', null))).toBeNull();
  });
});
