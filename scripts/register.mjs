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

// Registers a git repository in the running demo portal:
//   npm run register -- <URL or local path> [--name NAME] [--owner GROUP] [--into DIRECTORY]
// Writes a catalog file into the directory that the demo's catalog watches.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { local, root } from './lib/repository.mjs';
import { main, Problem, say } from './lib/say.mjs';

const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i;

function sourceOf(text) {
  if (/^(https?|ssh):\/\//i.test(text)) {
    const url = new URL(text);
    if (url.username || url.password) {
      throw new Problem(
        'Leave the user name and password out of the URL: put a token into integrations in app-config.local.yaml instead.',
      );
    }
    const name = path.posix.basename(url.pathname).replace(/\.git$/, '');
    return { location: `url:${url.href}`, name };
  }
  const directory = path.resolve(text);
  if (!existsSync(directory)) {
    throw new Problem(
      `${directory} does not exist. Give the URL of a repository (https://…) or the path of a clone.`,
    );
  }
  const allowed = path.dirname(root);
  if (path.relative(allowed, directory).startsWith('..')) {
    say(
      `The demo reads local repositories below ${allowed} only. Add ${directory} to innersource.git.allowedLocalDirectories in app-config.local.yaml, or clone it next to this checkout.`,
    );
  }
  return { location: `file:${directory}/`, name: path.basename(directory) };
}

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      owner: { type: 'string', default: 'unknown' },
      into: { type: 'string', default: path.join(local, 'catalog') },
    },
  });
  const [repository] = positionals;
  if (positionals.length !== 1) {
    throw new Problem(
      'Say which repository: npm run register -- <URL or local path> [--name NAME] [--owner GROUP]',
    );
  }
  const source = sourceOf(repository);
  const name = values.name ?? source.name;
  if (!NAME.test(name)) {
    throw new Problem(
      `"${name}" is no valid entity name. Choose one of letters, digits, "-", "_" and "." with --name.`,
    );
  }
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/source-location': source.location },
    },
    spec: { type: 'library', lifecycle: 'production', owner: values.owner },
  };
  await mkdir(values.into, { recursive: true });
  // JSON is YAML too.
  await writeFile(
    path.join(values.into, `${name}.yaml`),
    `${JSON.stringify(entity, null, 2)}\n`,
  );
  say(
    `Registered component:default/${name}. It appears in the running portal within a minute, its score soon after.`,
  );
});
