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
import { constants } from 'node:os';
import { once } from 'node:events';

const GRACE_MS = 10_000;
const windows = process.platform === 'win32';
const running = new Set();
let stopping = false;

function signalTree(child, signal) {
  try {
    if (windows) {
      spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

function stopAll(signal) {
  for (const child of running) {
    signalTree(child, signal);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) {
      return;
    }
    stopping = true;
    process.exitCode = 128 + constants.signals[signal];
    stopAll('SIGTERM');
    setTimeout(() => stopAll('SIGKILL'), GRACE_MS).unref();
  });
}
process.on('exit', () => stopAll('SIGKILL'));

/**
 * Starts a program in a process group of its own, so that stopping it stops
 * everything it started. Its standard input is a pipe that closes with us.
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    detached: !windows,
    stdio: ['pipe', 'inherit', 'inherit'],
    ...options,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  child.stdin?.on('error', () => {});
  return child;
}

/** Resolves with the exit code of a started program. */
export async function exitCode(child) {
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
  return child.exitCode ?? 128 + constants.signals[child.signalCode];
}

/** Stops one started program and everything it started. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  signalTree(child, 'SIGTERM');
  const timer = setTimeout(() => signalTree(child, 'SIGKILL'), GRACE_MS);
  await exitCode(child);
  clearTimeout(timer);
}

/** Runs a program to its end and resolves with its exit code. */
export async function run(command, args, options) {
  return exitCode(start(command, args, options));
}
