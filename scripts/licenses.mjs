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

// Lists the licenses of everything that the published packages bring along, and
// fails on one that is not known to go with this project's own:
//   yarn licenses            a summary
//   yarn licenses --verbose  every package

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productionDependencies } from './lib/dependencies.mjs';
import { main } from './lib/say.mjs';

/** Licenses under which code may be a dependency of Apache-2.0 code. */
const COMPATIBLE = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** What packages without a license in their manifest say in their files. */
const TEXTS = [
  ['Unlicense', 'free and unencumbered software released into the public'],
  ['MIT', 'Permission is hereby granted, free of charge, to any person'],
];

function licenseInText(directory) {
  const text = readdirSync(directory)
    .filter(name => /^(licen[cs]e|readme)/i.test(name))
    .map(name => readFileSync(path.join(directory, name), 'utf8'))
    .join(' ')
    .replace(/\s+/g, ' ');
  return TEXTS.find(([, phrase]) => text.includes(phrase))?.[0];
}

function licenseOf({ license, licenses }) {
  const stated = license ?? licenses;
  return [stated]
    .flat()
    .filter(Boolean)
    .map(entry => (typeof entry === 'string' ? entry : entry.type))
    .join(' OR ');
}

/** Whether one of the alternatives, with all of its parts, is compatible. */
function isCompatible(expression) {
  return expression
    .replace(/[()]/g, ' ')
    .split(/\s+OR\s+/)
    .some(alternative =>
      alternative
        .split(/\s+AND\s+/)
        .every(part => COMPATIBLE.has(part.trim().replace(/\*$/, ''))),
    );
}

await main(() => {
  const { found, missing } = productionDependencies();
  const byLicense = new Map();
  for (const [directory, { manifest }] of found) {
    const license =
      licenseOf(manifest) || licenseInText(directory) || 'none stated';
    const names = byLicense.get(license) ?? [];
    names.push(`${manifest.name}@${manifest.version}`);
    byLicense.set(license, names);
  }
  const verbose = process.argv.includes('--verbose');
  let problems = missing.length;
  for (const [license, names] of [...byLicense].sort(
    ([, a], [, b]) => b.length - a.length,
  )) {
    const compatible = isCompatible(license);
    problems += compatible ? 0 : names.length;
    process.stdout.write(
      `${String(names.length).padStart(5)}  ${license}${
        compatible ? '' : '  ← not known to be compatible with Apache-2.0'
      }\n`,
    );
    if (verbose || !compatible) {
      process.stdout.write(names.map(name => `         ${name}\n`).join(''));
    }
  }
  for (const name of missing) {
    process.stdout.write(`       not installed: ${name}\n`);
  }
  process.stdout.write(
    `${found.size} packages at run time, ${problems} problems\n`,
  );
  return problems ? 1 : 0;
});
