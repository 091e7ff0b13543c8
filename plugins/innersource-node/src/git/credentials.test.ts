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

import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { IntegrationsGitCredentials } from './credentials';

const decode = (header: string | undefined) =>
  header?.startsWith('Basic ')
    ? Buffer.from(header.slice('Basic '.length), 'base64').toString()
    : header;

describe('IntegrationsGitCredentials', () => {
  const credentials = IntegrationsGitCredentials.create({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: 'github.com', token: 'gh' }],
          gitlab: [
            { host: 'gitlab.com', token: 'gl' },
            {
              host: 'gitlab.example.com',
              baseUrl: 'https://gitlab.example.com',
              apiBaseUrl: 'https://gitlab.example.com/api/v4',
            },
          ],
          azure: [
            {
              host: 'dev.azure.com',
              credentials: [
                { organizations: ['org'], personalAccessToken: 'az' },
              ],
            },
          ],
          bitbucketCloud: [{ username: 'bob', appPassword: 'bb' }],
          bitbucketServer: [{ host: 'bitbucket.example.com', token: 'bs' }],
          gitea: [
            { host: 'gitea.example.com', username: 'tea', password: 'pot' },
          ],
          gerrit: [
            {
              host: 'gerrit.example.com',
              gitilesBaseUrl: 'https://gerrit.example.com/gitiles',
              username: 'ger',
              password: 'rit',
            },
          ],
        },
      }),
    ),
  });

  it.each([
    ['https://github.com/org/name', 'x-access-token:gh'],
    ['https://gitlab.com/org/name', 'oauth2:gl'],
    ['https://gitlab.example.com/org/name', undefined],
    ['https://dev.azure.com/org/project/_git/name', ':az'],
    ['https://bitbucket.org/org/name', 'bob:bb'],
    ['https://bitbucket.example.com/scm/org/name', 'Bearer bs'],
    ['https://gitea.example.com/org/name', 'tea:pot'],
    ['https://gerrit.example.com/name', 'ger:rit'],
    ['https://elsewhere.example.com/org/name', undefined],
    ['https://github.com.example.com/org/name', undefined],
  ])('has for %s what its host takes', async (url, expected) => {
    expect(decode(await credentials.getAuthorization(url))).toBe(expected);
  });
});
