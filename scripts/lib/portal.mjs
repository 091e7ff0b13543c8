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
import { root } from './repository.mjs';

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
        key: 'app.baseUrl',
      },
      {
        port: Number(backend),
        purpose: "the portal's backend",
        key: 'backend.listen and backend.baseUrl',
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
