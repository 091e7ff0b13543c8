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

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { advisoriesOf } from './advisories.mjs';

const packages = [
  ['a', '1.0.0', 'x'],
  ['a', '2.0.0', 'y'],
  ['b', '1.0.0', 'x'],
].map(([name, version, dependent]) => ({
  manifest: { name, version },
  dependents: new Set([dependent]),
}));

let server;
let registry;
let asked;
let answer;

beforeEach(async () => {
  server = createServer((request, response) => {
    const chunks = [];
    request
      .on('data', chunk => chunks.push(chunk))
      .on('end', () => {
        asked = {
          resource: `${request.method} ${request.url}`,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        };
        response.writeHead(answer ? 200 : 405);
        response.end(JSON.stringify(answer ?? {}));
      });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  registry = `http://localhost:${server.address().port}/`;
});

afterEach(() => server.close());

test('asks for every version that is installed', async () => {
  answer = {};
  assert.deepEqual(await advisoriesOf(packages, registry), []);
  assert.deepEqual(asked, {
    resource: 'POST /-/npm/v1/security/advisories/bulk',
    body: { a: ['1.0.0', '2.0.0'], b: ['1.0.0'] },
  });
});

test('says who needs a vulnerable package, and how bad it is', async () => {
  const advisory = {
    title: 'Prototype pollution',
    url: 'https://example.com/advisory',
    vulnerable_versions: '<2.0.0',
  };
  answer = {
    a: [
      { ...advisory, severity: 'high' },
      { ...advisory, severity: 'low' },
    ],
    stranger: [{ ...advisory, severity: 'critical' }],
  };
  const advisories = await advisoriesOf(packages, registry);
  assert.deepEqual(advisories[0], {
    name: 'a',
    severity: 'high',
    title: 'Prototype pollution',
    url: 'https://example.com/advisory',
    range: '<2.0.0',
    versions: ['1.0.0', '2.0.0'],
    dependents: ['x', 'y'],
    serious: true,
  });
  assert.deepEqual(
    advisories.map(({ serious }) => serious),
    [true, false],
  );
});

test('says so when the registry does not tell', async () => {
  answer = undefined;
  await assert.rejects(
    advisoriesOf(packages, registry),
    /it answered 405. Set npmAuditRegistry/,
  );
  server.close();
  server.closeAllConnections();
  await assert.rejects(
    advisoriesOf(packages, registry),
    /tells nothing about vulnerabilities/,
  );
});
