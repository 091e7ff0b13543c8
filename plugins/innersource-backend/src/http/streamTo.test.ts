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

import { once } from 'node:events';
import { createServer, get, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { streamTo } from './streamTo';

/** What came of sending to a client, and what the client has read. */
async function sendTo(
  client: (address: string) => Promise<unknown>,
  send: (response: ServerResponse) => Promise<void>,
) {
  let report = (_: PromiseSettledResult<void>) => {};
  const outcome = new Promise<PromiseSettledResult<void>>(resolve => {
    report = resolve;
  });
  const server = createServer(async (_, response) => {
    const [settled] = await Promise.allSettled([send(response)]);
    report(settled);
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const [read, sent] = await Promise.all([
      client(`http://localhost:${port}`),
      outcome,
    ]);
    return { read, sent };
  } finally {
    server.close();
  }
}

async function* endless(onText: () => void = () => {}) {
  for (;;) {
    onText();
    yield 'line\n'.repeat(1000);
  }
}

async function open(address: string): Promise<IncomingMessage> {
  const [response] = await once(get(address), 'response');
  return response;
}

/** Leaves as soon as something has come. */
async function leaveEarly(address: string) {
  const response = await open(address);
  await once(response, 'data');
  response.destroy();
}

describe('streamTo', () => {
  it('sends all texts', async () => {
    async function* texts() {
      yield 'one ';
      yield 'two';
    }
    const { read, sent } = await sendTo(
      async address => text(await open(address)),
      response => streamTo(response, texts()),
    );
    expect(read).toBe('one two');
    expect(sent).toEqual({ status: 'fulfilled' });
  });

  it('ends without failure when the client leaves', async () => {
    const { sent } = await sendTo(leaveEarly, response =>
      streamTo(response, endless()),
    );
    expect(sent).toEqual({ status: 'fulfilled' });
  });

  it('reads nothing for a client that has left before', async () => {
    const onText = jest.fn();
    const leaving = new AbortController();
    const { sent } = await sendTo(
      address => fetch(address, { signal: leaving.signal }).catch(() => {}),
      async response => {
        leaving.abort();
        await once(response, 'close');
        await streamTo(response, endless(onText));
      },
    );
    expect(sent).toEqual({ status: 'fulfilled' });
    expect(onText).not.toHaveBeenCalled();
  });

  it('fails as the texts fail, and leaves no answer that seems complete', async () => {
    async function* texts() {
      yield 'one';
      throw new Error('The database is gone.');
    }
    const { read, sent } = await sendTo(
      async address => {
        const response = await open(address);
        return new Promise(resolve => {
          response.resume().on('error', resolve).on('end', resolve);
        });
      },
      response => streamTo(response, texts()),
    );
    expect(sent).toEqual({
      status: 'rejected',
      reason: new Error('The database is gone.'),
    });
    expect(read).toMatchObject({ code: 'ECONNRESET' });
  });
});
