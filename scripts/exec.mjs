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

// Runs a command with a supported Node and the commands of the installed
// dependencies in its PATH, obtaining both first where they are missing:
//   node scripts/exec.mjs [COMMAND [ARGUMENT…]]

import path from 'node:path';
import { ensureInstalled, yarn } from './lib/install.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { run } from './lib/processes.mjs';
import { root } from './lib/repository.mjs';
import { main } from './lib/say.mjs';

await main(() =>
  inSupportedNode(async () => {
    const [command, ...args] = process.argv.slice(2);
    await ensureInstalled();
    if (!command) {
      return 0;
    }
    if (command === 'yarn') {
      return run(process.execPath, [yarn, ...args]);
    }
    const commands = path.join(root, 'node_modules', '.bin');
    process.env.PATH = [process.env.PATH, commands].join(path.delimiter);
    return run(command, args, { shell: process.platform === 'win32' });
  }),
);
