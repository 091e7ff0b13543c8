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
import { test } from 'node:test';
import { explainDownload } from './download.mjs';

test('tells a missing network, a full disk and other failures apart', () => {
  const explain = output => explainDownload('Installing', output).message;
  assert.match(
    explain('➤ YN0001: RequestError: getaddrinfo ENOTFOUND example.org'),
    /registry cannot be reached/,
  );
  assert.match(explain('npm error code EAI_AGAIN'), /network connection/);
  assert.match(
    explain('ENOSPC: no space left on device, write'),
    /disk is full/,
  );
  assert.match(explain('one\nYN0028: something else'), /YN0028/);
});
