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
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './repository.mjs';

/** Rooms of each package by docs/architecture.md, from the top floor down. */
function readFloors() {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const [, table] = page.split('| package ');
  return [...table.matchAll(/^\| `(\S+)` +\| (.*→.*) \|$/gm)].map(
    ([, name, rooms]) => ({
      name,
      floors: rooms
        .split('→')
        .map(floor => [...floor.matchAll(/`(\S+)`/g)].map(([, room]) => room)),
    }),
  );
}

const packages = readFloors();

test('docs/architecture.md tells of all packages with rooms', () => {
  assert.deepEqual(packages.map(({ name }) => name).sort(), [
    'innersource',
    'innersource-backend',
    'innersource-backend-module-github',
    'innersource-common',
    'innersource-node',
  ]);
});

for (const { name, floors } of packages) {
  test(`rooms of ${name} import from rooms below them only`, () => {
    const source = path.join(root, 'plugins', name, 'src');
    const floorOf = new Map(
      floors.flatMap((rooms, floor) => rooms.map(room => [room, floor])),
    );
    const wrong = [];
    let arrows = 0;
    for (const [room, floor] of floorOf) {
      const files = readdirSync(path.join(source, room), {
        recursive: true,
      }).filter(file => /\.tsx?$/.test(file) && !/\.test\.|__\w+__/.test(file));
      assert.notEqual(files.length, 0, `There is no room ${room}`);
      for (const file of files) {
        const text = readFileSync(path.join(source, room, file), 'utf8');
        for (const [, target] of text.matchAll(/ from '(\.\.?\/[^']+)'/g)) {
          const place = path.relative(
            source,
            path.resolve(source, room, path.dirname(file), target),
          );
          const [other] = place.split(path.sep);
          arrows += 1;
          if (
            place === 'plugin' ||
            (other !== room && floorOf.get(other) <= floor)
          ) {
            wrong.push(`${room}/${file} imports ${target}`);
          }
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.notEqual(arrows, 0);
  });
}
