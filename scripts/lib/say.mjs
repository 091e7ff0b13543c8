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

const started = Date.now();

/** One line about what is being done, with the seconds since the start. */
export function say(sentence) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`[${seconds}s] ${sentence}\n`);
}

/** A failure that its message explains completely: no stack trace is shown. */
export class Problem extends Error {}

/** Runs a script's body; a Problem ends it with its sentence and exit code 1. */
export async function main(body) {
  let code;
  try {
    code = await body();
  } catch (error) {
    code = 1;
    const text = error instanceof Problem ? error.message : error.stack;
    process.stderr.write(`\n${text}\n`);
  }
  process.exit(process.exitCode || code || 0);
}
