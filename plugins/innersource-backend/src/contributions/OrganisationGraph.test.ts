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
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { emailKey, loginKey } from '@ispo/backstage-plugin-innersource-common';
import { graphOf, group, user } from '../__testUtils__/contributions';
import { liveHeap } from '../__testUtils__/memory';
import { CatalogOrganisation } from './CatalogOrganisation';
import { digestKey, OrganisationGraph } from './OrganisationGraph';

const login = (host: string, name: string) => [digestKey(loginKey(host, name))];
const mail = (address: string) => [digestKey(emailKey(address)!)];

describe('OrganisationGraph', () => {
  it('knows hierarchy, members and identities', () => {
    const graph = graphOf([
      group('acme'),
      group('retail', 'acme'),
      group('search', 'retail'),
      user('sara', 'search', 'retail'),
      user('otto'),
      {
        ...user('mia', 'retail'),
        metadata: {
          name: 'mia',
          namespace: 'default',
          annotations: {
            'gitlab.example.com/user-login': 'Mia.M',
            'microsoft.com/email': 'mia.m@acme.example',
          },
        },
      },
    ]);
    expect([graph.groupCount, graph.userCount]).toEqual([3, 3]);
    expect(graph.parentOf('group:default/search')).toBe('group:default/retail');
    expect(graph.memberCount('group:default/search')).toBe(1);
    // Sara sits in two of them and counts once.
    expect(graph.memberCount('group:default/acme')).toBe(2);
    expect(graph.withDescendants('group:default/retail').sort()).toEqual([
      'group:default/retail',
      'group:default/search',
    ]);
    expect(graph.groupsOf('user:default/otto')).toEqual([]);
    expect(graph.userOf(login('github.com', 'SARA'))).toBe('user:default/sara');
    expect(graph.userOf(mail('123+sara@users.noreply.github.com'))).toBe(
      'user:default/sara',
    );
    expect(graph.userOf(login('gitlab.example.com', 'mia.m'))).toBe(
      'user:default/mia',
    );
    expect(graph.userOf(mail('Mia.M@acme.example'))).toBe('user:default/mia');
    expect(graph.userOf(login('github.com', 'mia'))).toBeUndefined();
  });

  it('takes aliases, which win over the catalog', () => {
    const graph = OrganisationGraph.builder()
      .add(user('sara'))
      .add(user('mia'))
      .addAliases([
        {
          user: 'user:default/mia',
          logins: ['github.com/sara'],
          emails: ['mia@home.example'],
        },
      ])
      .build();
    expect(graph.userOf(login('github.com', 'sara'))).toBe('user:default/mia');
    expect(graph.userOf(mail('mia@home.example'))).toBe('user:default/mia');
  });

  it('survives groups in a circle', () => {
    const graph = graphOf([
      group('a', 'b'),
      group('b', 'a'),
      user('sara', 'a'),
    ]);
    expect(graph.memberCount('group:default/b')).toBe(1);
    expect(graph.withDescendants('group:default/a').sort()).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
  });

  it('holds 50,000 users in little memory and time', () => {
    const started = performance.now();
    const before = liveHeap();
    const builder = OrganisationGraph.builder();
    for (let g = 0; g < 2_000; g += 1) {
      builder.add(
        group(`team-${g}`, g === 0 ? undefined : `team-${Math.floor(g / 10)}`),
      );
    }
    for (let u = 0; u < 50_000; u += 1) {
      builder.add(user(`person-${u}`, `team-${u % 2_000}`));
    }
    const graph = builder.build();
    expect(graph.userOf(login('github.com', 'person-49999'))).toBe(
      'user:default/person-49999',
    );
    expect(graph.memberCount('group:default/team-0')).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(liveHeap() - before).toBeLessThan(150);
    expect(graph.userCount).toBe(50_000);
  }, 240_000);
});

describe('CatalogOrganisation', () => {
  it('reads the catalog once and goes on when it fails', async () => {
    const catalog = catalogServiceMock({
      entities: [group('search'), user('sara', 'search')],
    });
    const stream = jest.spyOn(catalog, 'streamEntities');
    const organisation = CatalogOrganisation.create({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      aliases: [],
    });
    const [first, second] = await Promise.all([
      organisation.graph(),
      organisation.graph(),
    ]);
    expect(first).toBe(second);
    expect(first.groupsOf('user:default/sara')).toEqual([
      'group:default/search',
    ]);
    expect(stream).toHaveBeenCalledTimes(1);

    jest.useFakeTimers({ now: Date.now() + 3_600_000 });
    try {
      stream.mockImplementation(() => {
        throw new Error('The catalog is down');
      });
      expect(await organisation.graph()).toBe(first);
      await expect(organisation.refresh()).rejects.toThrow('down');
    } finally {
      jest.useRealTimers();
    }
  });

  it('fails rather than takes everybody for unknown', async () => {
    const catalog = catalogServiceMock();
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('The catalog is down');
    });
    await expect(
      CatalogOrganisation.create({
        catalog,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        aliases: [],
      }).graph(),
    ).rejects.toThrow('The catalog is down');
  });

  it('waits for a catalog that is still filling up', async () => {
    const arriving = [
      [group('search')],
      [group('search'), user('sara', 'search')],
      [group('search'), user('sara', 'search'), user('sam', 'search')],
    ];
    let looks = 0;
    const catalog = catalogServiceMock();
    jest
      .spyOn(catalog, 'streamEntities')
      .mockImplementation(async function* stream() {
        yield arriving[Math.min(looks, arriving.length - 1)];
        looks += 1;
      });
    const create = () =>
      CatalogOrganisation.create({
        catalog,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        aliases: [],
        settleMilliseconds: 50,
      });
    const organisation = create();
    const { signal } = new AbortController();
    const [one, other] = await Promise.all([
      organisation.settledGraph(signal),
      organisation.settledGraph(signal),
    ]);
    expect(one).toBe(other);
    expect(one.userCount).toBe(2);
    const before = looks;
    await organisation.settledGraph(signal);
    expect(looks).toBe(before);

    await expect(create().settledGraph(AbortSignal.abort())).rejects.toThrow(
      /abort/i,
    );

    const shared = create();
    const impatient = new AbortController();
    const first = shared.settledGraph(impatient.signal);
    const second = shared.settledGraph(signal);
    impatient.abort();
    await expect(first).rejects.toThrow(/abort/i);
    expect((await second).userCount).toBe(2);
  });
});
