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

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Problem } from './say.mjs';

/** Whether a server can listen on the port, on every address. */
export function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

function output(command, args) {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/** The program that listens on a port, as far as this system tells. */
export function listenerOf(port) {
  const [, pid] =
    output('ss', ['-ltnpH', `sport = :${port}`]).match(/pid=(\d+)/) ??
    output('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']).match(
      /^p(\d+)/m,
    ) ??
    [];
  if (!pid) {
    return undefined;
  }
  const command = output('ps', ['-p', pid, '-o', 'args=']).trim();
  return { pid, command: command.slice(0, 100) };
}

/** Throws a Problem that says what to do if a port is taken. */
export async function requireFree({ port, purpose, setting }) {
  if (await isFree(port)) {
    return;
  }
  const listener = listenerOf(port);
  const holder = listener
    ? `by process ${listener.pid} (${listener.command})`
    : 'by another program';
  throw new Problem(
    `Port ${port}, where ${purpose} should listen, is taken ${holder}. Stop that program, or choose another port with ${setting}.`,
  );
}
