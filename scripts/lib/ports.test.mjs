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
import { createServer } from 'node:net';
import { test } from 'node:test';
import { isFree, listenerOf, requireFree } from './ports.mjs';

const listen = host =>
  new Promise(resolve => {
    const server = createServer();
    server.listen(0, host, () => resolve(server));
  });

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`says who holds a port on ${host} and what to do`, async () => {
    const server = await listen(host);
    const { port } = server.address();
    try {
      assert.equal(await isFree(port), false);
      const listener = listenerOf(port);
      if (listener) {
        assert.equal(listener.pid, String(process.pid));
      }
      await assert.rejects(
        requireFree({ port, purpose: 'the pages', setting: 'app.baseUrl' }),
        ({ message }) => {
          assert.match(message, new RegExp(`Port ${port}, .* is taken`));
          assert.match(message, /app\.baseUrl/);
          return true;
        },
      );
    } finally {
      await new Promise(resolve => server.close(resolve));
    }
    assert.equal(await isFree(port), true);
    await requireFree({ port, purpose: 'the pages', setting: 'app.baseUrl' });
  });
}
