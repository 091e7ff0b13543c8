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

import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { normalizeRepositoryUrl, SourceLocator } from './sourceLocation';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'git.corp.example',
          apiBaseUrl: 'https://git.corp.example/api/v4',
        },
      ],
    },
  }),
);

/** An address that runs code where it is opened. */
const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe('normalizeRepositoryUrl', () => {
  it.each([
    ['https://github.com/o/r/', 'https://github.com/o/r', ''],
    ['https://GitHub.com/O/r.git', 'https://github.com/O/r', ''],
    ['https://github.com/o/r/tree/main/', 'https://github.com/o/r', ''],
    [
      'https://github.com/o/r/tree/main/packages/a/',
      'https://github.com/o/r',
      'packages/a',
    ],
    [
      'https://github.com/o/r/tree/main/a%20b/',
      'https://github.com/o/r',
      'a b',
    ],
    [
      'https://ghe.corp.example:8443/o/r/tree/main/x',
      'https://ghe.corp.example:8443/o/r',
      'x',
    ],
    ['http://localhost:7007/o/r/tree/main/x', 'http://localhost:7007/o/r', 'x'],
    [
      'https://gitlab.com/g/s/p/-/tree/main/x/y',
      'https://gitlab.com/g/s/p',
      'x/y',
    ],
    [
      'https://git.corp.example/g/s/p/-/blob/main/x/y.yaml',
      'https://git.corp.example/g/s/p',
      'x/y.yaml',
    ],
    [
      'https://bitbucket.org/ws/repo/src/master/dir/',
      'https://bitbucket.org/ws/repo',
      'dir',
    ],
    [
      'https://bb.corp.example/projects/PRJ/repos/rep/browse/dir?at=master',
      'https://bb.corp.example/scm/PRJ/rep',
      'dir',
    ],
    [
      'https://dev.azure.com/org/proj/_git/repo?path=/dir&version=GBmain',
      'https://dev.azure.com/org/proj/_git/repo',
      'dir',
    ],
    [
      'https://org.visualstudio.com/proj/_git/repo?path=%2Fdir',
      'https://org.visualstudio.com/proj/_git/repo',
      'dir',
    ],
    [
      'https://gitea.corp.example/o/r/src/branch/main/dir',
      'https://gitea.corp.example/o/r',
      'dir',
    ],
    ['git@github.com:o/r.git', 'https://github.com/o/r', ''],
    [
      'ssh://git@unknown.example:7999/prj/rep.git',
      'ssh://git@unknown.example:7999/prj/rep',
      '',
    ],
    ['https://user:secret@github.com/o/r.git', 'https://github.com/o/r', ''],
    ['https://git.example.org/only.git', 'https://git.example.org/only', ''],
  ])('%s', (address, url, path) => {
    expect(normalizeRepositoryUrl(address, integrations)).toMatchObject({
      repository: { url, fullName: expect.not.stringMatching(/^\/|\/$/) },
      path,
    });
  });

  it.each([
    SCRIPT,
    'ext::sh -c touch% /tmp/x',
    'file:///etc/passwd',
    'data:text/html,x',
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'https://',
    'https://github.com',
    'https://github.com/only-an-owner',
    'https://github.com/o/r/tree/main/%2e%2e%2fy',
    'https://-oProxyCommand=x/o/r',
    'ssh://-oProxyCommand=x/o/r',
    'git@-host:o/r',
    'https://github.com/o/r\nx',
    `https://github.com/o/${'r'.repeat(1000)}`,
    '',
    'nonsense',
  ])('refuses %j', address => {
    expect(normalizeRepositoryUrl(address, integrations)).toEqual({
      reason: expect.stringMatching(
        /^The entity's source location .*\. Correct/,
      ),
    });
  });

  it('keeps dots in an address inside the repository', () => {
    expect(
      normalizeRepositoryUrl(
        'https://github.com/o/r/tree/main/../../../x/%2e%2e/y',
        integrations,
      ),
    ).toMatchObject({ path: expect.not.stringContaining('..') });
  });

  it('answers quickly whatever it is given', () => {
    const started = Date.now();
    for (const piece of ['/', '/-/', 'tree/', '?path=', '.git', '@', ':']) {
      normalizeRepositoryUrl(
        `https://example.com/${piece.repeat(900 / piece.length)}`,
        integrations,
      );
    }
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 240_000);
});

describe('SourceLocator', () => {
  const disk = createMockDirectory();
  const locator = SourceLocator.create({
    integrations,
    allowedLocalDirectories: [disk.resolve('allowed')],
  });
  const locate = (annotations: Record<string, string>) => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'x', annotations },
    };
    return locator.locate(entity);
  };
  const source = (value: string) =>
    locate({ 'backstage.io/source-location': value });
  const managedBy = (value: string) =>
    locate({ 'backstage.io/managed-by-location': value });

  beforeEach(() => {
    disk.setContent({
      'allowed/repo/.git/HEAD': 'ref: refs/heads/main',
      'allowed/repo/catalog-info.yaml': '',
      'allowed/repo/plugins/a/catalog-info.yaml': '',
      'allowed/plain/catalog-info.yaml': '',
      'secret/.git/HEAD': '',
      'secret/catalog-info.yaml': '',
      '.git/HEAD': '',
    });
    symlinkSync(disk.resolve('secret'), disk.resolve('allowed/link'));
  });

  it('takes source-location, else the directory of the entity file', async () => {
    expect(
      await locate({
        'backstage.io/source-location': 'url:https://github.com/o/r/tree/m/a/',
        'backstage.io/managed-by-location': 'url:https://github.com/x/y',
      }),
    ).toEqual({
      repository: {
        url: 'https://github.com/o/r',
        host: 'github.com',
        fullName: 'o/r',
      },
      path: 'a',
    });
    expect(
      await managedBy('url:https://github.com/o/r/tree/main/a/b/info.yaml'),
    ).toMatchObject({ path: 'a/b' });
    expect(
      await managedBy('url:https://github.com/o/r/blob/main/info.yaml'),
    ).toMatchObject({ path: '' });
    expect(
      await source('url:https://github.com/o/r/blob/main/a/info.yaml'),
    ).toMatchObject({ path: 'a' });
  });

  it('finds the repository around a file on disk', async () => {
    const url = pathToFileURL(disk.resolve('allowed/repo')).href;
    expect(
      await managedBy(`file:${disk.resolve('allowed/repo/catalog-info.yaml')}`),
    ).toMatchObject({ repository: { url, host: '' }, path: '' });
    expect(
      await managedBy(
        `file:${disk.resolve('allowed/repo/plugins/a/catalog-info.yaml')}`,
      ),
    ).toMatchObject({ repository: { url }, path: 'plugins/a' });
    expect(await source(`url:${url}/`)).toMatchObject({
      repository: { url },
      path: '',
    });
  });

  it.each([
    ['outside', 'secret/catalog-info.yaml'],
    ['outside by a symbolic link', 'allowed/link/catalog-info.yaml'],
    ['outside by dots', 'allowed/../secret/catalog-info.yaml'],
    ['missing', 'allowed/none/catalog-info.yaml'],
    ['in no repository inside', 'allowed/plain/catalog-info.yaml'],
  ])('does not read a file %s', async (_, file) => {
    expect(await managedBy(`file:${disk.resolve('.')}/${file}`)).toEqual({
      repository: null,
      reason: expect.stringContaining(
        'innersource.git.allowedLocalDirectories',
      ),
    });
  });

  it.each<Record<string, string>>([
    {},
    { 'backstage.io/source-location': SCRIPT },
    { 'backstage.io/source-location': `url:${SCRIPT}` },
    { 'backstage.io/source-location': 'url:ext::sh -c x' },
    { 'backstage.io/source-location': 'ext::sh -c x' },
    { 'backstage.io/source-location': 'nonsense' },
    { 'backstage.io/source-location': 'file:relative/path' },
    { 'backstage.io/source-location': 'url:file://host/share' },
    { 'backstage.io/managed-by-location': 'bootstrap:bootstrap' },
  ])('says why %j has no source', async annotations => {
    expect(await locate(annotations)).toEqual({
      repository: null,
      reason: expect.stringMatching(/\. (Add|Correct) .*\.$/),
    });
  });
});
