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
  known,
  LanguageShare,
} from '@ispo/backstage-plugin-innersource-common';
import { Knex } from 'knex';
import { VisibleScope } from '../permissions/VisibleProjects';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { DatabaseEvaluationStore } from './EvaluationStore';
import { DatabaseProjectListStore, ProjectListQuery } from './ProjectListStore';
import { DatabaseProjectStore } from './ProjectStore';
import { DatabaseQueueStore } from './QueueStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const now = new Date('2026-11-01T12:00:00Z');
const everything = VisibleScope.everything;

const written = (name: string) => ({
  languages: known<LanguageShare[]>([{ name, bytes: 100, share: 1 }]),
});

async function fill(knex: Knex) {
  const owner = (entityRef: string) =>
    known({ entityRef, kind: 'group' as const, exists: true, memberCount: 1 });
  const search = createCatalogProject('search', {
    innerSource: true,
    catalog: {
      title: 'Enterprise Search',
      description: '100% of what_is said',
      tags: ['innersource', 'java'],
      owner: owner('group:default/search'),
    },
  });
  const mail = createCatalogProject('mail', {
    catalog: { owner: owner('group:default/mail') },
  });
  const wiki = createCatalogProject('wiki', {
    catalog: {
      owner: owner('group:default/search'),
      description: 'Straße nach İstanbul, ΟΔΟΣΗΜΑ, ＡＢＣ, 🚀 مرحبا',
    },
  });
  const pending = createCatalogProject('pending');
  const lost = createCatalogProject('lost', {
    repository: null,
    noSourceReason: 'It has no source.',
  });
  const projects = DatabaseProjectStore.create({ knex });
  const { repositoriesToRead } = await projects.synchronise(
    [search, mail, wiki, pending, lost],
    now,
  );
  const queue = DatabaseQueueStore.create({ knex });
  await queue.enqueue({
    task: 'facts',
    repositoryIds: repositoriesToRead,
    at: now,
  });
  const evaluations = DatabaseEvaluationStore.create({ knex });
  const starterIssue = {
    number: 1,
    title: 'Start here',
    url: 'https://example.com/1',
    labels: [],
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    comments: 0,
  };
  await evaluations.save(
    createEvaluationRecord(search, {
      readiness: { score: 91.5, grade: 'A' },
      activity: 300,
      facts: {
        ...written('Java'),
        topics: known(['Search', 'java']),
        starterIssues: known([
          { ...starterIssue, unassigned: true },
          { ...starterIssue, number: 2, unassigned: false },
        ]),
        documents: [
          {
            path: 'innersource.json',
            text: JSON.stringify({
              motivation: 'Nobody finds anything',
              skills: ['Lucene'],
              contributions: ['Documentation', 'Bugfixes'],
            }),
            size: 10,
            truncated: false,
            binary: false,
            origin: 'repository',
          },
        ],
      },
      record: {
        measured: {
          medianFirstResponseHours: known(30.5),
          outsideContributions: known(4),
        },
      },
    }),
  );
  await evaluations.save(
    createEvaluationRecord(mail, {
      readiness: { score: 50, grade: 'D' },
      activity: 300,
      facts: {
        ...written('Go'),
        topics: known(['mail']),
        documents: [
          {
            path: 'innersource.json',
            text: JSON.stringify({ title: 'Zebra mail' }),
            size: 10,
            truncated: false,
            binary: false,
            origin: 'repository',
          },
        ],
      },
      record: {
        measured: {
          medianFirstResponseHours: known(4),
          outsideContributions: known(2),
        },
      },
    }),
  );
  await evaluations.save(
    createEvaluationRecord(wiki, {
      readiness: { score: null, grade: null },
      activity: null,
      facts: { ...written('Java'), topics: known([]) },
      record: {
        innerSource: true,
        measured: {
          medianFirstResponseHours: known(null),
          outsideContributions: known(0),
        },
      },
    }),
  );
  return { queue, lists: DatabaseProjectListStore.create({ knex }) };
}

describe.each(databases.eachSupportedId())(
  'DatabaseProjectListStore on %s',
  id => {
    let knex: Knex;
    let lists: DatabaseProjectListStore;
    let queue: DatabaseQueueStore;

    beforeAll(async () => {
      knex = await createMigratedDatabase(databases, id);
      ({ lists, queue } = await fill(knex));
    });

    const namesOf = async (query: ProjectListQuery, scope = everything) => {
      const { items } = await lists.list(query, scope, now);
      return items.map(item => item.entityRef.replace(/^.*\//, ''));
    };

    it.each<[ProjectListQuery, string[]]>([
      // By the names that are shown.
      [{ orderBy: 'name' }, ['search', 'lost', 'pending', 'wiki', 'mail']],
      [{}, ['mail', 'search', 'lost', 'pending', 'wiki']],
      [
        { orderBy: '-readiness' },
        ['search', 'mail', 'lost', 'pending', 'wiki'],
      ],
      [{ orderBy: 'readiness' }, ['mail', 'search', 'lost', 'pending', 'wiki']],
      [{ owner: ['group:default/SEARCH'] }, ['search', 'wiki']],
      [{ language: ['Java'] }, ['search', 'wiki']],
      [{ language: ['Java', 'Go'] }, ['mail', 'search', 'wiki']],
      [{ language: ['Java'], grade: ['A', 'B'] }, ['search']],
      [{ topic: ['search', 'mail'] }, ['mail', 'search']],
      [{ skill: ['Lucene'] }, ['search']],
      [{ level: ['shared-ownership'] }, []],
      [{ helpWanted: true }, ['search']],
      [{ innerSourceOnly: true }, ['search', 'wiki']],
      [
        { orderBy: 'most-helped' },
        ['search', 'mail', 'wiki', 'lost', 'pending'],
      ],
      [
        { orderBy: 'fastest-answers' },
        ['mail', 'search', 'lost', 'pending', 'wiki'],
      ],
      [{ contribution: ['Bugfixes', 'Tests'] }, ['search']],
      [{ answersWithinHours: 24 }, ['mail']],
      [{ answersWithinHours: 48 }, ['mail', 'search']],
      [{ divisionOwners: ['group:default/search'] }, ['search', 'wiki']],
      [{ divisionOwners: [] }, []],
      [
        { stack: { languages: ['Go'], skills: ['Lucene'] } },
        ['mail', 'search'],
      ],
      [{ stack: { languages: [], skills: [] } }, []],
      [{ search: 'bugfixes' }, ['search']],
      [{ search: 'enterprise NOBODY' }, ['search']],
      [{ search: 'lucene search' }, ['search']],
      // Kinds and namespaces of owners would find everything.
      [{ search: 'group' }, []],
      [{ search: 'default' }, []],
      [{ search: 'STRASSE' }, []],
      [{ search: 'STRAßE istanbul' }, ['wiki']],
      [{ search: 'İSTANBUL' }, ['wiki']],
      [{ search: 'ΟΔΟΣ' }, ['wiki']],
      [{ search: 'abc' }, ['wiki']],
      [{ search: '🚀 مرحبا' }, ['wiki']],
      [{ search: '100% what_is' }, ['search']],
      [{ search: '1_0%' }, []],
      [{ search: '\\' }, []],
      [{ search: "'; drop table projects; --" }, []],
    ])('answers %j with %j', async (query, expected) => {
      expect(await namesOf(query)).toEqual(expected);
    });

    it.each([
      'activity',
      'readiness',
      '-readiness',
      'name',
      'newest',
      'evaluated',
      'most-helped',
      'fastest-answers',
    ] as const)('pages by %s without gaps or repetitions', async orderBy => {
      const whole = await namesOf({ orderBy });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await lists.list(
          { orderBy, limit: 2, cursor },
          everything,
          now,
        );
        expect(page.totalItems).toBe(5);
        paged.push(
          ...page.items.map(item => item.entityRef.replace(/^.*\//, '')),
        );
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(paged).toEqual(whole);
    });

    it.each([
      'nonsense',
      'bnVsbA',
      Buffer.from('["name",1,"x"]').toString('base64url'),
    ])('refuses the cursor %s', async cursor => {
      await expect(
        lists.list({ orderBy: 'name', cursor }, everything, now),
      ).rejects.toThrow('The cursor does not belong to this list');
    });

    it.each(['1.5', '1e12', '-3000000000', '1e999'])(
      'refuses a cursor at %s contributions, which no column holds',
      async value => {
        const cursor = Buffer.from(`["most-helped",${value},"x"]`);
        await expect(
          lists.list(
            { orderBy: 'most-helped', cursor: cursor.toString('base64url') },
            everything,
            now,
          ),
        ).rejects.toThrow('The cursor does not belong to this list');
      },
    );

    it('counts facets over the filtered list', async () => {
      const { facets } = await lists.list(
        { innerSourceOnly: true },
        everything,
        now,
        owner => [`${owner}-division`, 'group:default/all'],
      );
      expect(facets).toEqual({
        owner: [{ value: 'group:default/search', count: 2 }],
        language: [{ value: 'Java', count: 2 }],
        topic: [
          { value: 'innersource', count: 1 },
          { value: 'java', count: 1 },
          { value: 'search', count: 1 },
        ],
        skill: [{ value: 'Lucene', count: 1 }],
        grade: [{ value: 'A', count: 1 }],
        level: [{ value: 'contributions-welcome', count: 2 }],
        contribution: [
          { value: 'Bugfixes', count: 1 },
          { value: 'Documentation', count: 1 },
        ],
        division: [
          { value: 'group:default/all', count: 2 },
          { value: 'group:default/search-division', count: 2 },
        ],
      });
    });

    it('counts the values of a filter in use as if it were not', async () => {
      const free = await lists.list({}, everything, now);
      const [first, second] = free.facets.language;
      expect(second).toBeDefined();
      const { facets, totalItems } = await lists.list(
        { language: [first.value] },
        everything,
        now,
      );
      expect(totalItems).toBe(first.count);
      expect(facets.language).toEqual(free.facets.language);
      expect(facets.owner).not.toEqual(free.facets.owner);
      const both = await lists.list(
        { language: [first.value], owner: ['group:default/nobody'] },
        everything,
        now,
      );
      expect(both.facets.language).toEqual([]);
      expect(both.facets.owner).toEqual(facets.owner);

      const divisionsOf = () => ['group:default/all'];
      const divided = await lists.list({}, everything, now, divisionsOf);
      const elsewhere = await lists.list(
        { divisionOwners: [] },
        everything,
        now,
        divisionsOf,
      );
      expect(elsewhere.totalItems).toBe(0);
      expect(elsewhere.facets.division).toEqual(divided.facets.division);
    });

    it('counts a chosen value however rare it is', async () => {
      const many = await createMigratedDatabase(databases, id);
      const projects = Array.from({ length: 101 }, (_, index) =>
        createCatalogProject(`p${index}`, {
          catalog: { tags: [`t${String(index).padStart(3, '0')}`] },
        }),
      );
      await DatabaseProjectStore.create({ knex: many }).synchronise(
        projects,
        now,
      );
      const evaluations = DatabaseEvaluationStore.create({ knex: many });
      for (const project of projects) {
        await evaluations.save(
          createEvaluationRecord(project, { facts: { topics: known([]) } }),
        );
      }
      const { facets } = await DatabaseProjectListStore.create({
        knex: many,
      }).list({ topic: ['T100', 'none'] }, everything, now);
      expect(facets.topic).toHaveLength(101);
      expect(facets.topic.at(-1)).toEqual({ value: 't100', count: 1 });
    });

    it('keeps what the caller may not see out of rows, totals and facets', async () => {
      const scope = VisibleScope.of(
        new Set(['component:default/mail', 'component:default/unheard-of']),
      );
      const page = await lists.list({}, scope, now);
      expect(page.items.map(item => item.entityRef)).toEqual([
        'component:default/mail',
      ]);
      expect(page.totalItems).toBe(1);
      expect(page.facets.language).toEqual([{ value: 'Go', count: 1 }]);
      expect(page.facets.topic).toEqual([{ value: 'mail', count: 1 }]);
      expect(
        await lists.getSummaries(
          ['component:default/search', 'component:default/mail'],
          scope,
          now,
        ),
      ).toEqual([
        null,
        expect.objectContaining({ entityRef: 'component:default/mail' }),
      ]);

      const none = await lists.list({}, VisibleScope.nothing, now);
      expect(none).toMatchObject({
        items: [],
        totalItems: 0,
        nextCursor: null,
      });
      expect(Object.values(none.facets).flat()).toEqual([]);
    });

    it('shows a project as lists need it', async () => {
      const [summary] = await lists.getSummaries(
        ['component:default/search'],
        everything,
        now,
      );
      expect(summary).toEqual({
        entityRef: 'component:default/search',
        title: 'Enterprise Search',
        description: '100% of what_is said',
        owner: 'group:default/search',
        repositoryUrl: 'https://example.com/acme/search',
        path: '',
        status: 'ready',
        readiness: 91.5,
        grade: 'A',
        categories: expect.arrayContaining([
          { category: 'discoverable', score: expect.any(Number) },
        ]),
        level: 'contributions-welcome',
        activity: { score: 300, variant: 'pattern', label: 'moderate' },
        language: 'Java',
        topics: ['search', 'java', 'innersource'],
        metadata: {
          motivation: 'Nobody finds anything',
          skills: ['Lucene'],
          contributions: ['Documentation', 'Bugfixes'],
        },
        starterIssueCount: 1,
        archived: false,
        evaluatedAt: now.toISOString(),
        lastCommitAt: null,
        staleSince: null,
        firstResponseHours: 30.5,
        outsideContributions: 4,
        participation: null,
      });
    });

    it('tells where a project stands', async () => {
      const standing = async (name: string, at = now) =>
        lists.getStanding(`component:default/${name}`, at);
      expect(await standing('none')).toBeUndefined();
      expect(await standing('lost')).toEqual({
        entityRef: 'component:default/lost',
        status: 'no-source',
        repositoryId: null,
        repositoryUrl: null,
        path: '',
        noSourceReason: 'It has no source.',
        failure: null,
        nextEvaluationAt: null,
      });
      expect((await standing('pending'))?.status).toBe('pending');

      const items = await queue.claim({
        task: 'facts',
        host: 'example.com',
        limit: 10,
        leaseOwner: 'w',
        now,
        leasedUntil: new Date(now.getTime() + 1000),
      });
      expect((await standing('search'))?.status).toBe('evaluating');
      for (const item of items) {
        await queue.fail(item, {
          now,
          nextRunAt: new Date(now.getTime() + 60_000),
          failure: { kind: 'unauthorized', message: 'Renew the token.' },
        });
      }
      expect(await standing('search')).toMatchObject({
        status: 'stale',
        failure: {
          since: now.toISOString(),
          message: 'Renew the token.',
          attempts: 1,
          nextAttemptAt: '2026-11-01T12:01:00.000Z',
        },
      });
      expect((await standing('pending'))?.status).toBe('failed');
      const [summary] = await lists.getSummaries(
        ['component:default/search'],
        everything,
        now,
      );
      expect(summary).toMatchObject({
        status: 'stale',
        readiness: 91.5,
        staleSince: now.toISOString(),
      });
    });
  },
);
