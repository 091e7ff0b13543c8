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

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explainDownload } from './download.mjs';
import { become } from './processes.mjs';
import { local, root } from './repository.mjs';
import { Problem, say } from './say.mjs';

const NODE_TO_OBTAIN = '24';
const windows = process.platform === 'win32';

const { engines } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const supportedMajors = engines.node.match(/\d+/g);

export function isSupported(version) {
  return supportedMajors.includes(version.replace(/^v/, '').split('.')[0]);
}

/** The npm package that holds Node's program for a platform. */
export function platformPackage(platform, arch) {
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['--version'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}

function obtainNode() {
  const name = platformPackage(process.platform, process.arch);
  const prefix = path.join(local, 'node');
  const binary = path.join(
    prefix,
    'node_modules',
    name,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  const present = existsSync(binary) ? versionOf(binary) : undefined;
  if (present && isSupported(present)) {
    return binary;
  }
  const supported = supportedMajors.join(' or ');
  say(
    `Node ${process.versions.node} is not supported (Backstage needs ${supported}): obtaining Node ${NODE_TO_OBTAIN} into .local/node, once.`,
  );
  const { status, error, stdout, stderr } = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    [
      'install',
      ...['--prefix', prefix],
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `${name}@${NODE_TO_OBTAIN}`,
    ],
    { cwd: root, encoding: 'utf8', shell: windows },
  );
  if (error?.code === 'ENOENT') {
    throw new Problem(
      `npm was not found. Install npm, or Node ${supported} itself, and run the same command again.`,
    );
  }
  const obtained = existsSync(binary) ? versionOf(binary) : undefined;
  if (status !== 0 || !obtained) {
    throw explainDownload(
      `Obtaining Node ${NODE_TO_OBTAIN} for ${process.platform} ${process.arch}`,
      `${stdout}\n${stderr}`,
    );
  }
  say(`Obtained Node ${obtained}.`);
  return binary;
}

function firstInPath(node) {
  const key =
    Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ??
    'PATH';
  return {
    [key]: [path.dirname(node), process.env[key]]
      .filter(Boolean)
      .join(path.delimiter),
  };
}

/**
 * Calls `body` in a supported Node, with that Node first in the PATH of
 * everything it starts. In an unsupported one, obtains a supported Node and
 * runs the present script again in it.
 */
export async function inSupportedNode(body) {
  if (isSupported(process.version)) {
    Object.assign(process.env, firstInPath(process.execPath));
    return body();
  }
  const node = obtainNode();
  return become(node, process.argv.slice(1), {
    ...process.env,
    ...firstInPath(node),
  });
}
