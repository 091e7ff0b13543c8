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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { yarn } from './install.mjs';
import { backstageCli, root } from './repository.mjs';
import { say } from './say.mjs';

const readManifest = directory =>
  JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));

/** The packages that are published: where they are and their manifests. */
export function publishedPackages() {
  return readdirSync(path.join(root, 'plugins'))
    .map(name => path.join(root, 'plugins', name))
    .map(directory => ({ directory, manifest: readManifest(directory) }))
    .filter(({ manifest }) => !manifest.private);
}

/** Where the archive of a package lies in a directory of archives. */
export const archiveOf = (directory, manifest) =>
  path.join(directory, `${manifest.name.replace(/^@ispo\//, '')}.tgz`);

/**
 * Builds every published package. Programs are started with `execute`, which
 * takes a name, a command, its arguments and options.
 */
export async function buildPackages(execute) {
  say('Checking types, for the declarations that the packages carry.');
  await execute('types', process.execPath, [
    path.join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', root],
  ]);
  for (const { directory: cwd, manifest } of publishedPackages()) {
    say(`Building ${manifest.name}.`);
    await execute(
      'build',
      process.execPath,
      [backstageCli, 'package', 'build'],
      {
        cwd,
      },
    );
  }
}

/** Packs every published package, once built, into a directory. */
export async function packPackages(directory, execute) {
  for (const { directory: cwd, manifest } of publishedPackages()) {
    say(`Packing ${manifest.name}.`);
    await execute(
      'pack',
      process.execPath,
      [yarn, 'pack', '--out', archiveOf(directory, manifest)],
      { cwd },
    );
  }
}

/** Every file below a directory, relative to it. */
export function filesBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(directory, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, '/'),
    )
    .sort();
}

/** Names of tests and of what only tests and development need. */
const DEVELOPMENT =
  /(^|\/)(__\w+__|dev|fixtures|e2e-tests|node_modules)\/|\.(test|stories)\.|setupTests|\.snap$/;
const DOCUMENTS = ['README.md', 'LICENSE', 'CHANGELOG.md'];
const IMPORT =
  /\b(?:from|import|require\(|import\()\s*(['"])([@a-z][\w@./:-]*)\1/g;

/** The package that a module specifier names. */
function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@')
    ? parts.slice(0, 2).join('/')
    : parts[0].replace(/^node:/, '');
}

/** The packages that scripts and declarations import, but for those of tests. */
function importedPackages(directory) {
  const imported = new Set();
  for (const file of filesBelow(directory)) {
    if (/\.([cm]?js|tsx?)$/.test(file) && !DEVELOPMENT.test(file)) {
      const text = readFileSync(path.join(directory, file), 'utf8');
      for (const [, , specifier] of text.matchAll(IMPORT)) {
        imported.add(packageOf(specifier));
      }
    }
  }
  for (const name of builtinModules) {
    imported.delete(packageOf(name));
  }
  return imported;
}

/** The files that a manifest names: entry points, declarations, the schema. */
function namedFiles({
  main,
  module,
  types,
  exports = {},
  typesVersions,
  ...rest
}) {
  const named = [main, module, types, rest.configSchema];
  const visit = value => {
    if (typeof value === 'string') {
      named.push(value);
    } else {
      // Backstage's condition names a type of feature.
      const { backstage, ...others } = value;
      Object.values(others).forEach(visit);
    }
  };
  visit(exports);
  visit(typesVersions ?? {});
  return named
    .filter(Boolean)
    .filter(file => !file.includes('*'))
    .map(file => path.posix.normalize(file));
}

/**
 * What is wrong with an unpacked archive, in sentences; nothing for a good one.
 * `packages` are the names of the published packages, `sources` the directory
 * with the package's sources.
 */
export function problemsOf(directory, { packages, sources }) {
  const manifest = readManifest(directory);
  const { backstage = {}, dependencies = {}, peerDependencies = {} } = manifest;
  const files = filesBelow(directory);
  const problems = [];
  const unless = (fine, sentence) => fine || problems.push(sentence);

  for (const name of [...DOCUMENTS, ...namedFiles(manifest)]) {
    unless(existsSync(path.join(directory, name)), `It lacks ${name}.`);
  }
  for (const file of files.filter(name => DEVELOPMENT.test(name))) {
    problems.push(`It holds ${file}, which is for development only.`);
  }
  unless(manifest.license === 'Apache-2.0', 'It names no license.');
  unless(manifest.sideEffects === false, 'It lacks "sideEffects": false.');
  unless(
    manifest.publishConfig?.access === 'public',
    'It would not be published for everybody.',
  );
  unless(
    namedFiles(manifest).some(file => file.startsWith('dist/')),
    'Its entry points are not the built ones.',
  );

  unless(backstage.role, 'It names no Backstage role.');
  unless(backstage.pluginId, 'It names no plugin id.');
  unless(
    backstage.pluginPackage ||
      backstage.pluginPackages?.every(name => packages.includes(name)),
    'It does not name the packages of its plugin.',
  );
  if (/plugin/.test(backstage.role)) {
    const feature = backstage.role.startsWith('frontend')
      ? ['./alpha', '@backstage/FrontendPlugin']
      : ['.', '@backstage/BackendFeature'];
    unless(
      backstage.features?.[feature[0]] === feature[1],
      `Its backstage.features do not tell that "${feature[0]}" is a ${feature[1]}.`,
    );
  }

  for (const [name, range] of Object.entries({
    ...dependencies,
    ...peerDependencies,
  })) {
    unless(
      /^[\^~\d]/.test(range),
      `It depends on ${name} with the range "${range}".`,
    );
  }
  const imported = importedPackages(directory);
  imported.delete(manifest.name);
  for (const name of imported) {
    unless(
      name in dependencies || name in peerDependencies,
      `It imports ${name}, which is no dependency.`,
    );
  }
  // Backstage's rules want packages listed that give types alone, too.
  const inSources = importedPackages(sources);
  for (const name of Object.keys(dependencies)) {
    unless(
      imported.has(name) || inSources.has(name),
      `It depends on ${name} and does not import it.`,
    );
  }
  return problems;
}
