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
import {
  createDocumentSelector,
  evaluateProject,
  known,
  parseEvaluationSettings,
  resolveChecks,
} from '@ispo/backstage-plugin-innersource-common';
import { RepositorySource } from '@ispo/backstage-plugin-innersource-node';
import { DatabaseEvaluationStore } from '../store/EvaluationStore';
import { DatabaseFactsStore } from '../store/FactsStore';
import { CatalogProject, DatabaseProjectStore } from '../store/ProjectStore';
import { DatabaseProjectListStore } from '../store/ProjectListStore';
import { DatabaseQueueStore, QueueItem } from '../store/QueueStore';
import { EVALUATION_TASK, FACTS_TASK } from '../store/tasks';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createRepositoryFacts, FakeSource } from '../__testUtils__/FakeSource';
import {
  createCatalogProject,
  createRepository,
} from '../__testUtils__/fixtures';
import { EvaluationTask } from './EvaluationTask';
import { Evaluator } from './Evaluator';
import { FactsTask } from './FactsTask';
import { unmeasured } from './MeasuredFactsProvider';
import { QueueTask, TaskOutcome } from './QueueTask';
import { Sources } from './Sources';

jest.setTimeout(240_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('FactsTask on %s', id => {
  async function setUp(projects: CatalogProject[]) {
    const knex = await createMigratedDatabase(databases, id);
    const projectStore = DatabaseProjectStore.create({ knex });
    const facts = DatabaseFactsStore.create({ knex });
    const evaluations = DatabaseEvaluationStore.create({ knex });
    const queue = DatabaseQueueStore.create({ knex });
    const source = new FakeSource();
    const measure = jest.fn(async () => new Map());
    await projectStore.synchronise(projects, new Date());

    const build = (
      config: object,
      sources: RepositorySource[] = [source],
    ): { facts: QueueTask; evaluation: QueueTask } => {
      const settings = parseEvaluationSettings(config);
      const checks = resolveChecks(settings);
      const evaluator = Evaluator.create({
        evaluateProject: (projectFacts, now) =>
          evaluateProject(projectFacts, { settings, checks, now }),
        settingsHash: JSON.stringify(config),
        membership: {
          topics: ['innersource'],
          declaredLevel: true,
          readiness: 0.1,
        },
        projects: projectStore,
        facts,
        evaluations,
        measured: { getMeasuredFacts: measure },
      });
      return {
        facts: FactsTask.create({
          sources: Sources.create({ sources }),
          documents: createDocumentSelector(checks),
          intervalMilliseconds: 1000,
          projects: projectStore,
          facts,
          evaluator,
        }),
        evaluation: EvaluationTask.create({ evaluator }),
      };
    };

    const run = async (task: QueueTask): Promise<TaskOutcome[]> => {
      const rows = await knex('repositories').orderBy('url');
      const items: QueueItem[] = rows.map(row => ({
        task: task.id,
        repository: {
          id: row.id,
          url: row.url,
          host: row.host,
          fullName: row.full_name,
        },
        attempts: 0,
        leaseOwner: 'test',
      }));
      const outcomes: TaskOutcome[] = [];
      for await (const outcome of task.run(items, {
        signal: new AbortController().signal,
        logger: mockServices.logger.mock(),
      })) {
        outcomes.push(outcome);
      }
      return outcomes;
    };
    return { knex, build, run, source, facts, evaluations, measure, queue };
  }

  const mono = createRepository('mono');
  const app = createCatalogProject('app', { repository: mono, path: 'app' });
  const lib = createCatalogProject('lib', { repository: mono, path: 'lib' });

  it('reads a repository once for all its projects', async () => {
    const { build, run, source, evaluations } = await setUp([app, lib]);
    const outcomes = await run(build({}).facts);
    expect(outcomes).toMatchObject([{ outcome: 'done', label: 'changed' }]);
    expect(source.requests).toMatchObject([
      { repository: mono, paths: ['', 'app', 'lib'], token: undefined },
    ]);
    for (const project of [app, lib]) {
      expect(await evaluations.get(project.entityRef)).toMatchObject({
        project: { entityRef: project.entityRef, path: project.path },
        readiness: { score: expect.any(Number) },
      });
    }
  });

  it('judges an unchanged repository anew from stored facts', async () => {
    const { build, run, source, evaluations, measure } = await setUp([app]);
    await run(build({}).facts);
    const before = await evaluations.get(app.entityRef);
    source.answer = request => ({
      outcome: 'unchanged',
      repository: request.repository,
      token: 'second',
    });
    measure.mockResolvedValue(
      new Map([
        [
          app.entityRef,
          {
            ...unmeasured('Not in this test.'),
            activeMaintainers: known(5),
            outsideContributions: known(7),
          },
        ],
      ]),
    );
    const outcomes = await run(build({}).facts);
    expect(outcomes).toMatchObject([{ outcome: 'done', label: 'unchanged' }]);
    expect(source.requests[1].token).toBe('token');
    const after = await evaluations.get(app.entityRef);
    const statusOf = (evaluation: typeof after) =>
      evaluation?.results.find(result => result.id === 'active-maintainers')
        ?.status;
    expect(statusOf(before)).toBe('unknown');
    expect(statusOf(after)).toBe('pass');
    await run(build({}).facts);
    expect(source.requests[2].token).toBe('second');
  });

  it('stores nothing out of date when repository and contributions are read at once', async () => {
    const { build, run, source, facts, evaluations, measure } = await setUp([
      app,
    ]);
    const tasks = build({});
    await run(tasks.facts);
    source.answer = request => ({
      outcome: 'changed',
      repository: request.repository,
      facts: createRepositoryFacts(request.repository, {
        headCommit: known('fedcba9876543210fedcba9876543210fedcba98'),
      }),
      token: 'of the new commit',
    });
    const headOf = async () =>
      (await evaluations.get(app.entityRef))?.facts.headCommit;
    const getFacts = facts.getFacts.bind(facts);
    jest.spyOn(facts, 'getFacts').mockImplementationOnce(async repositoryId => {
      const old = await getFacts(repositoryId);
      await run(tasks.facts);
      expect(await headOf()).toMatchObject({
        value: expect.stringMatching(/^fedcba/),
      });
      return old;
    });
    await run(tasks.evaluation);
    expect(await headOf()).toMatchObject({
      value: expect.stringMatching(/^fedcba/),
    });

    // And the other way round: contributions are stored while facts are judged.
    const read = { ...unmeasured('Not here.'), activeMaintainers: known(5) };
    source.answer = request => ({
      outcome: 'unchanged',
      repository: request.repository,
      token: 'of the new commit',
    });
    measure
      .mockResolvedValueOnce(new Map())
      .mockResolvedValue(new Map([[app.entityRef, read]]));
    await run(tasks.facts);
    expect(
      (await evaluations.get(app.entityRef))?.results.find(
        result => result.id === 'active-maintainers',
      )?.status,
    ).toBe('pass');
  });

  it('asks anew when it asks for something else or somebody else', async () => {
    const { build, run, source, knex } = await setUp([app]);
    await run(build({}).facts);
    await DatabaseProjectStore.create({ knex }).synchronise(
      [app, lib],
      new Date(),
    );
    await run(build({}).facts);
    expect(source.requests[1].token).toBeUndefined();
    const other: RepositorySource = Object.assign(
      Object.create(source) as FakeSource,
      { id: 'other' },
    );
    await run(build({}, [other]).facts);
    expect(source.requests[2].token).toBeUndefined();
  });

  it('applies new settings to stored facts without touching any host', async () => {
    const { build, run, source, evaluations, queue } = await setUp([app]);
    await run(build({}).facts);
    const changed = { checks: { topics: { enabled: false } } };
    const ids = await evaluations.findRepositoriesWithOtherSettings(
      JSON.stringify(changed),
    );
    expect(ids).toHaveLength(1);
    await queue.enqueue({
      task: EVALUATION_TASK,
      repositoryIds: ids,
      at: new Date(),
    });
    const outcomes = await run(build(changed).evaluation);
    expect(outcomes).toMatchObject([{ outcome: 'done', label: 'evaluated' }]);
    expect(source.requests).toHaveLength(1);
    const evaluation = await evaluations.get(app.entityRef);
    expect(evaluation?.results.map(result => result.id)).not.toContain(
      'topics',
    );
    expect(
      await evaluations.findRepositoriesWithOtherSettings(
        JSON.stringify(changed),
      ),
    ).toEqual([]);
  });

  it('keeps the last good evaluation while the source fails, and recovers', async () => {
    const { build, run, source, knex, queue } = await setUp([app]);
    const lists = DatabaseProjectListStore.create({ knex });
    const [{ id: repositoryId }] = await knex('repositories');
    const task = build({}).facts;
    const turn = async () => {
      const now = new Date();
      await queue.enqueue({
        task: FACTS_TASK,
        repositoryIds: [repositoryId],
        at: now,
      });
      const [item] = await queue.claim({
        task: FACTS_TASK,
        host: mono.host,
        limit: 1,
        leaseOwner: 'test',
        now,
        leasedUntil: new Date(now.getTime() + 60_000),
      });
      const [outcome] = await run(task);
      await (outcome.outcome === 'done'
        ? queue.complete(item, { now, nextRunAt: null })
        : queue.fail(item, { now, nextRunAt: null, failure: outcome }));
      return lists.getStanding(app.entityRef, new Date());
    };
    expect(await turn()).toMatchObject({ status: 'ready', failure: null });
    const good = source.answer;
    source.answer = request => ({
      outcome: 'failed',
      repository: request.repository,
      kind: 'unauthorized',
      message: 'The token has expired. Renew it.',
    });
    expect(await turn()).toMatchObject({
      status: 'stale',
      failure: { message: 'The token has expired. Renew it.', attempts: 1 },
    });
    expect(await turn()).toMatchObject({ failure: { attempts: 2 } });
    source.answer = good;
    expect(await turn()).toMatchObject({ status: 'ready', failure: null });
  });

  it('says what to do when no source reads a repository', async () => {
    const { build, run } = await setUp([app]);
    expect(await run(build({}, []).facts)).toMatchObject([
      {
        outcome: 'failed',
        kind: 'rejected',
        message: expect.stringContaining('Add a backend module'),
      },
    ]);
  });

  it('keeps one repository with impossible facts from failing the others', async () => {
    const { build, run, source, evaluations } = await setUp([
      createCatalogProject('a'),
      createCatalogProject('b'),
    ]);
    source.answer = request => ({
      outcome: 'changed',
      repository: request.repository,
      facts:
        request.repository.fullName === 'acme/a'
          ? JSON.parse('{"documents": 1}')
          : createRepositoryFacts(request.repository),
      token: 'token',
    });
    expect(await run(build({}).facts)).toMatchObject([
      { outcome: 'failed', kind: 'internal' },
      { outcome: 'done' },
    ]);
    expect(await evaluations.get('component:default/b')).toBeDefined();
  });

  it('refuses two sources of one id', () => {
    expect(() =>
      Sources.create({ sources: [new FakeSource(), new FakeSource()] }),
    ).toThrow("have the id 'fake'");
  });
});
