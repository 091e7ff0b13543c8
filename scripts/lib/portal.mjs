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

import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFree, requireFree } from './ports.mjs';
import { isStopping, run } from './processes.mjs';
import { root } from './repository.mjs';
import { Problem, say } from './say.mjs';

const require = createRequire(import.meta.url);

/** The ports that the demo portal's configuration asks for. */
export async function configuredPorts(args) {
  const { ConfigSources } = require('@backstage/config-loader');
  const config = await ConfigSources.toConfig(
    ConfigSources.default({ rootDir: root, argv: args, env: process.env }),
  );
  try {
    const app = new URL(
      config.getOptionalString('app.baseUrl') ?? 'http://localhost:3000',
    );
    const listen = config.getOptional('backend.listen');
    const backend =
      typeof listen === 'string'
        ? listen.replace(/^.*:/, '')
        : listen?.port ?? 7007;
    return [
      {
        port:
          config.getOptionalNumber('app.listen.port') ??
          Number(app.port || (app.protocol === 'https:' ? 443 : 80)),
        purpose: "the portal's pages",
        setting: 'app.baseUrl in app-config.local.yaml',
      },
      {
        port: Number(backend),
        purpose: "the portal's backend",
        setting: 'backend.listen and backend.baseUrl in app-config.local.yaml',
      },
    ];
  } finally {
    config.close();
  }
}

/** Whether somebody sits in front of a screen that could show a browser. */
export function hasScreen({ env, platform, isTerminal }) {
  if (!isTerminal || env.CI || env.SSH_CONNECTION) {
    return false;
  }
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The configuration that adds the demo organisation. */
export const DEMO_CONFIG = 'app-config.demo.yaml';

/** Starts the simulated GitHub of the demo organisation; resolves when it answers. */
export async function startDemoGithub() {
  const port = Number(process.env.DEMO_GITHUB_PORT ?? 8090);
  await requireFree({
    port,
    purpose: 'the simulated GitHub',
    setting: 'the environment variable DEMO_GITHUB_PORT',
  });
  say('Starting the simulated GitHub of the demo organisation.');
  const abort = new AbortController();
  let code;
  const ended = run(
    process.execPath,
    [
      ...['-r', require.resolve('@backstage/cli/config/nodeTransform.cjs')],
      path.join('src', 'cli.ts'),
      ...['--port', String(port)],
    ],
    {
      cwd: path.join(root, 'packages', 'github-simulator'),
      signal: abort.signal,
    },
  ).then(value => {
    code = value;
    if (!abort.signal.aborted && !isStopping()) {
      say(
        'The simulated GitHub ended by itself: figures of the demo organisation stay as they are. Stop the portal and start it again.',
      );
    }
  });
  while (code === undefined && (await isFree(port))) {
    await sleep(100);
  }
  if (code !== undefined) {
    throw new Problem(
      'The simulated GitHub did not start; its message is above.',
    );
  }
  return {
    stop: () => {
      abort.abort();
      return ended;
    },
  };
}
