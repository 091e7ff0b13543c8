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

import { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isError } from '@backstage/errors';

/** Of a response that was closed before its end, or before it began. */
const LEFT_CODES: ReadonlySet<unknown> = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
]);

/**
 * Sends texts as they come, no faster than they are read. When whoever asked
 * leaves, it ends early: nothing failed, and there is nobody to tell.
 *
 * @throws what the texts throw.
 */
export async function streamTo(
  response: ServerResponse,
  texts: AsyncIterable<string>,
): Promise<void> {
  try {
    await pipeline(Readable.from(texts), response);
  } catch (error) {
    if (!(isError(error) && LEFT_CODES.has(error.code))) {
      throw error;
    }
  }
}
