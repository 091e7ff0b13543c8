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
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './processes.mjs';

const here = import.meta.dirname;
const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('passes the exit code on', async () => {
  assert.equal(await run(process.execPath, ['-e', 'process.exit(7)']), 7);
});

test(
  'ends what its programs started when it is stopped',
  { skip: process.platform === 'win32' },
  async () => {
    // A program that starts another one and tells its process id.
    const program =
      'const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); console.log(c.pid); setInterval(() => {}, 1000)';
    const script = `
      import { run } from ${JSON.stringify(path.join(here, 'processes.mjs'))};
      process.exit(await run(process.execPath, ['-e', ${JSON.stringify(
        program,
      )}]));
    `;
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      script,
    ]);
    const [output] = await once(child.stdout, 'data');
    const grandchild = Number(String(output));
    assert.equal(isAlive(grandchild), true);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 143);
    for (let i = 0; i < 1_500 && isAlive(grandchild); i++) {
      await sleep(20);
    }
    assert.equal(isAlive(grandchild), false);
  },
);
