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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { createCatalogProject } from '../__testUtils__/fixtures';
import { DatabaseProjectStore } from '../store/ProjectStore';
import { VisibleProjects, VisibleScope } from './VisibleProjects';

jest.setTimeout(240_000);

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
});

function setUp(result: AuthorizeResult) {
  const catalog = catalogServiceMock({
    entities: [component('Mine'), component('shared')],
  });
  const stream = jest.spyOn(catalog, 'streamEntities');
  const byRef = jest.spyOn(catalog, 'getEntityByRef');
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [
      result === AuthorizeResult.CONDITIONAL
        ? {
            result,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
            },
          }
        : { result },
    ],
  });
  const visible = VisibleProjects.create({
    permissions,
    catalog,
    filter: { filter: [{ kind: ['Component'] }] },
  });
  return { visible, stream, byRef };
}

describe('VisibleProjects', () => {
  afterEach(() => jest.useRealTimers());

  it('shows all or nothing where the policy says so, without asking the catalog', async () => {
    const all = setUp(AuthorizeResult.ALLOW);
    expect((await all.visible.resolve(mockCredentials.user())).all).toBe(true);
    expect(
      await all.visible.includes(mockCredentials.user(), 'component:default/x'),
    ).toBe(true);
    expect(all.stream).not.toHaveBeenCalled();

    const none = setUp(AuthorizeResult.DENY);
    const scope = await none.visible.resolve(mockCredentials.user());
    expect(scope.all).toBe(false);
    expect(scope.includes('component:default/mine')).toBe(false);
    expect(
      await none.visible.includes(
        mockCredentials.user(),
        'component:default/mine',
      ),
    ).toBe(false);
    expect(none.byRef).not.toHaveBeenCalled();
  });

  it('asks the catalog as the caller where the policy has conditions', async () => {
    const { visible, stream } = setUp(AuthorizeResult.CONDITIONAL);
    const credentials = mockCredentials.user('user:default/ada');
    const scope = await visible.resolve(credentials);
    expect(scope.all).toBe(false);
    expect(scope.includes('component:default/mine')).toBe(true);
    expect(scope.includes('component:default/theirs')).toBe(false);
    expect(stream).toHaveBeenCalledWith(
      {
        filter: [{ kind: ['Component'] }],
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    expect(
      await visible.includes(credentials, 'component:default/shared'),
    ).toBe(true);
    expect(
      await visible.includes(credentials, 'component:default/theirs'),
    ).toBe(false);
  });

  it('remembers an answer for its caller only, and not for long', async () => {
    jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'setImmediate'] });
    const { visible, stream } = setUp(AuthorizeResult.CONDITIONAL);
    const ada = mockCredentials.user('user:default/ada');
    await visible.resolve(ada);
    await visible.resolve(ada);
    expect(stream).toHaveBeenCalledTimes(1);
    await visible.resolve(mockCredentials.user('user:default/grace'));
    expect(stream).toHaveBeenCalledTimes(2);
    jest.setSystemTime(61_000);
    await visible.resolve(ada);
    expect(stream).toHaveBeenCalledTimes(3);

    stream.mockImplementationOnce(() => {
      throw new Error('The catalog went away');
    });
    const alan = mockCredentials.user('user:default/alan');
    await expect(visible.resolve(alan)).rejects.toThrow('went away');
    expect(
      (await visible.resolve(alan)).includes('component:default/mine'),
    ).toBe(true);
  });
});

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('VisibleScope on %s', id => {
  it('limits a query to thousands of projects as well as to none', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const names = Array.from({ length: 50 }, (_, index) => `p${index}`);
    await DatabaseProjectStore.create({ knex }).synchronise(
      names.map(name => createCatalogProject(name)),
      new Date(),
    );
    const seen = (scope: VisibleScope) =>
      scope
        .restrict(knex('projects'))
        .orderBy('entity_ref')
        .pluck('entity_ref');
    expect(await seen(VisibleScope.everything)).toHaveLength(50);
    expect(await seen(VisibleScope.nothing)).toEqual([]);
    const many = Array.from(
      { length: 40_000 },
      (_, index) => `component:default/x'"${index}`,
    );
    expect(
      await seen(VisibleScope.of(new Set([...many, 'component:default/p7']))),
    ).toEqual(['component:default/p7']);
  });
});
