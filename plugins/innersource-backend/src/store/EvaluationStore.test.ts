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

import { known } from '@ispo/backstage-plugin-innersource-common';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import {
  createCatalogProject,
  createEvaluationRecord,
} from '../__testUtils__/fixtures';
import { DatabaseEvaluationStore } from './EvaluationStore';
import { DatabaseProjectListStore } from './ProjectListStore';
import { DatabaseProjectStore } from './ProjectStore';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const project = createCatalogProject('search');
const { entityRef } = project;

describe.each(databases.eachSupportedId())(
  'DatabaseEvaluationStore on %s',
  id => {
    async function setUp() {
      const knex = await createMigratedDatabase(databases, id);
      await DatabaseProjectStore.create({ knex }).synchronise(
        [project],
        new Date('2026-01-01T00:00:00Z'),
      );
      return {
        knex,
        store: DatabaseEvaluationStore.create({ knex }),
        lists: DatabaseProjectListStore.create({ knex }),
      };
    }

    const on = (day: string, score: number | null, activity: number | null) =>
      createEvaluationRecord(project, {
        now: new Date(`${day}T12:00:00Z`),
        readiness: { score },
        activity,
      });

    it('keeps the evaluation whole, whatever is written in it', async () => {
      const { store, knex } = await setUp();
      const record = createEvaluationRecord(project, {
        facts: {
          description: known(`nul \u0000, lone \ud800, emoji 🔎, 'quote"`),
          topics: known(['a\u0000b', '', ' x ', 'x'.repeat(5000)]),
        },
      });
      await store.save(record);
      await store.save(record);
      expect(await store.get(entityRef)).toEqual(
        JSON.parse(JSON.stringify(record.evaluation)),
      );
      const topics = await knex('evaluation_values').pluck('value');
      expect(topics.sort()).toEqual(['ab', 'x', 'x'.repeat(255)]);
      expect(await knex('check_results')).toHaveLength(
        record.evaluation.results.length,
      );
    });

    it('writes one snapshot per day, and only when something changed', async () => {
      const { store, lists } = await setUp();
      await store.save(on('2026-03-01', 40.1, 10));
      await store.save(on('2026-03-02', 40.1, 10));
      await store.save(on('2026-03-03', 55.5, 10));
      await store.save(on('2026-03-03', 60.2, 12.5));
      await store.save(on('2026-03-09', null, null));

      const dates = async (range: { from?: string; to?: string }) =>
        (await lists.getSnapshots(entityRef, range)).map(
          ({ date, readiness, activity }) => [date, readiness, activity],
        );
      const all = [
        ['2026-03-01', 40.1, 10],
        ['2026-03-03', 60.2, 12.5],
        ['2026-03-09', null, null],
      ];
      expect(await dates({})).toEqual(all);
      expect(await dates({ from: '2026-03-02' })).toEqual(all);
      expect(await dates({ from: '2026-03-03' })).toEqual(all.slice(1));
      expect(await dates({ from: '2026-03-05', to: '2026-03-08' })).toEqual(
        all.slice(1, 2),
      );
      expect(await dates({ to: '2026-02-01' })).toEqual([]);
    });

    it('keeps what each check would add to readiness: together all that is missing', async () => {
      const { store, knex } = await setUp();
      const record = createEvaluationRecord(project);
      await store.save(record);
      const results: Array<{ status: string; gain: number }> = await knex(
        'check_results',
      );
      const { score } = record.evaluation.readiness;
      expect(score).toBeGreaterThan(0);
      expect(
        results.reduce((sum, { gain }) => sum + gain, score ?? 0),
      ).toBeCloseTo(100, 0);
      expect(
        results.filter(
          ({ status, gain }) =>
            gain > 0 !== ['partial', 'fail'].includes(status),
        ),
      ).toEqual([]);
    });

    it('writes a snapshot when a project becomes an InnerSource project', async () => {
      const { store, knex } = await setUp();
      await store.save(on('2026-03-01', 40, 10));
      await store.save({ ...on('2026-03-02', 40, 10), innerSource: true });
      const flags = await knex('snapshots')
        .orderBy('date')
        .pluck('inner_source');
      expect(flags.map(Boolean)).toEqual([false, true]);
    });

    it('finds what was evaluated under other settings', async () => {
      const { store } = await setUp();
      await store.save(on('2026-03-01', 40, 10));
      expect(await store.findRepositoriesWithOtherSettings('settings')).toEqual(
        [],
      );
      expect(
        await store.findRepositoriesWithOtherSettings('changed'),
      ).toHaveLength(1);
    });

    it('drops old snapshots but keeps the value that they leave behind', async () => {
      const { store, lists } = await setUp();
      await store.save(on('2024-01-01', 10, 1));
      await store.save(on('2024-06-01', 20, 1));
      await store.save(on('2026-01-01', 30, 1));
      expect(await store.deleteSnapshotsBefore('2025-01-01')).toBe(1);
      expect(
        (await lists.getSnapshots(entityRef, {})).map(({ date }) => date),
      ).toEqual(['2024-06-01', '2026-01-01']);
      expect(await store.deleteSnapshotsBefore('2025-01-01')).toBe(0);
    });
  },
);
