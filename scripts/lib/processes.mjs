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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 10_000;
const windows = process.platform === 'win32';
const groups = new Map();
let stopping = false;

/** Signals a program and all that it started; false when none is left. */
function signalGroup(pid, signal) {
  if (windows) {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    return false;
  }
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    // EPERM is macOS's answer for a group of which only zombies are left.
    if (error.code === 'ESRCH' || error.code === 'EPERM') {
      return false;
    }
    throw error;
  }
}

async function endGroup(pid) {
  const deadline = Date.now() + GRACE_MS;
  let left = signalGroup(pid, 'SIGTERM');
  while (left && Date.now() < deadline) {
    await sleep(50);
    left = signalGroup(pid, 0);
  }
  if (left) {
    signalGroup(pid, 'SIGKILL');
  }
  groups.delete(pid);
}

function endAll(code) {
  if (stopping) {
    return;
  }
  stopping = true;
  process.exitCode = code;
  for (const pid of groups.keys()) {
    signalGroup(pid, 'SIGTERM');
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => endAll(128 + constants.signals[signal]));
}
process.on('exit', () => {
  for (const pid of groups.keys()) {
    signalGroup(pid, 'SIGKILL');
  }
});
if (process.channel) {
  // Started by another Node's run of the same script: end when that one ends.
  process.once('disconnect', () => endAll(1));
  process.channel.unref();
}

/** Whether we were asked to stop. */
export function isStopping() {
  return stopping;
}

/**
 * Runs a program, in a process group of its own, and resolves with its exit
 * code once everything that it started has ended too. Stops with us.
 */
export async function run(command, args, { signal: abort, ...options } = {}) {
  const child = spawn(command, args, {
    detached: !windows,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  const ended = once(child, 'exit');
  if (child.pid) {
    groups.set(child.pid, command);
    abort?.addEventListener('abort', () => endGroup(child.pid));
  }
  const [code, signal] = await ended;
  await endGroup(child.pid);
  return code ?? 128 + constants.signals[signal];
}

/** Runs the same script in another Node, which then has the terminal. */
export async function become(node, args, env) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  const [code, signal] = await once(child, 'exit');
  return code ?? 128 + constants.signals[signal];
}
