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

import { InnerSourceClient } from './InnerSourceClient';

describe('InnerSourceClient', () => {
  const setUp = (status = 200) => {
    const calls: Array<{ url: string; init?: RequestInit }> = [];
    const client = new InnerSourceClient({
      discoveryApi: {
        getBaseUrl: async id => `https://portal.example/api/${id}`,
      },
      fetchApi: {
        fetch: async (url, init) => {
          calls.push({ url: String(url), init });
          return new Response(
            JSON.stringify(
              status === 200
                ? { ok: true }
                : {
                    error: { name: 'NotAllowedError', message: 'Ask.' },
                    response: { statusCode: status },
                  },
            ),
            { status, headers: { 'Content-Type': 'application/json' } },
          );
        },
      },
    });
    return { client, calls };
  };

  it('asks for projects, teams and the caller', async () => {
    const { client, calls } = setUp();
    await client.getProjectContributions('Component:default/Search API', {
      window: 90,
    });
    await client.getTeamContributions('group:default/search');
    await client.getMyContributions({ window: 365 }, { token: 'abc' });
    expect(calls.map(({ url }) => url)).toEqual([
      'https://portal.example/api/innersource/projects/by-name/Component/default/Search%20API/contributions?window=90',
      'https://portal.example/api/innersource/teams/by-name/group/default/search/contributions',
      'https://portal.example/api/innersource/me/contributions?window=365',
    ]);
    expect(calls[2].init?.headers).toMatchObject({
      Authorization: 'Bearer abc',
    });
  });

  it('encodes every reserved character of filters', async () => {
    const { client, calls } = setUp();
    await client.listProjects({
      search: 'c++ tools',
      owner: ['group:default/search', 'group:default/shop'],
    });
    expect(calls[0].url).toBe(
      'https://portal.example/api/innersource/projects?search=c%2B%2B%20tools&owner=group%3Adefault%2Fsearch&owner=group%3Adefault%2Fshop',
    );
  });

  it('sends a restatement and passes on a refusal', async () => {
    const range = { from: '2026-01-01', to: '2026-01-31' };
    const { client, calls } = setUp();
    await expect(client.recomputeContributions(range)).resolves.toEqual({
      ok: true,
    });
    expect(calls[0]).toMatchObject({
      url: 'https://portal.example/api/innersource/contributions/recompute',
      init: { method: 'POST', body: JSON.stringify(range) },
    });
    await expect(
      setUp(403).client.recomputeContributions(range),
    ).rejects.toMatchObject({ name: 'ResponseError' });
  });
});
