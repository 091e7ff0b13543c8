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

// Starts the demo portal for development, on a machine that may have nothing
// but some Node, npm and git, with the simulated GitHub of the demo
// organisation if its configuration is among those loaded. Arguments go to
// "backstage-cli repo start".

import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { inSupportedNode } from './lib/node.mjs';
import {
  configuredPorts,
  DEMO_CONFIG,
  hasScreen,
  startDemoGithub,
} from './lib/portal.mjs';
import { requireFree } from './lib/ports.mjs';
import { isStopping, run } from './lib/processes.mjs';
import { backstageCli, root } from './lib/repository.mjs';
import { main, say } from './lib/say.mjs';

function withConfigs(args) {
  if (!args.includes('--config')) {
    return [
      ...args,
      ...['app-config.yaml', DEMO_CONFIG, 'app-config.local.yaml']
        .map(file => path.join(root, file))
        .filter(file => existsSync(file))
        .flatMap(file => ['--config', file]),
    ];
  }
  // The frontend and the backend run in directories of their own.
  return args.map((arg, i) =>
    args[i - 1] === '--config' ? path.resolve(arg) : arg,
  );
}

await main(() =>
  inSupportedNode(async () => {
    const args = withConfigs(process.argv.slice(2));
    await ensureInstalled();
    for (const port of await configuredPorts(args)) {
      await requireFree(port);
    }
    const browser = hasScreen({
      env: process.env,
      platform: process.platform,
      isTerminal: process.stdout.isTTY,
    });
    const github = args.some(arg => path.basename(arg) === DEMO_CONFIG)
      ? await startDemoGithub()
      : undefined;
    say('Starting the demo portal. Stop it with Ctrl-C.');
    const code = await run(
      process.execPath,
      [backstageCli, 'repo', 'start', ...args],
      {
        cwd: root,
        env: { ...process.env, ...(browser ? {} : { BROWSER: 'none' }) },
      },
    );
    await github?.stop();
    return isStopping() ? 0 : code;
  }),
);
