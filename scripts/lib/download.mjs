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

import { Problem } from './say.mjs';

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|Timeout awaiting/;
const NO_DISK = /ENOSPC|no space left/i;

/** Turns the output of a failed download into what one can do about it. */
export function explainDownload(what, output) {
  if (NO_DISK.test(output)) {
    return new Problem(
      `${what} failed because the disk is full. Free some space and run the same command again.`,
    );
  }
  if (NO_NETWORK.test(output)) {
    return new Problem(
      `${what} failed because the package registry cannot be reached. Check the network connection (and the proxy or registry in your npm configuration), then run the same command again: it goes on where it stopped.`,
    );
  }
  const end = output.trim().split('\n').slice(-15).join('\n');
  return new Problem(`${what} failed. The last lines of its output:\n${end}`);
}
