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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parseEvaluationSettings } from '@ispo/backstage-plugin-innersource-common';
import { readGitSourceOptions } from '@ispo/backstage-plugin-innersource-node';
import { readInnerSourceConfig } from './config';
import { readContributionsConfig } from './contributions/config';

const guide = readFileSync(
  path.resolve(__dirname, '../../../docs/configuration.md'),
  'utf8',
);

function meaningOf(key: string): string {
  const row = guide
    .split('\n')
    .find(line => line.startsWith(`| \`innersource.${key}\` `));
  if (!row) {
    throw new Error(`docs/configuration.md does not list innersource.${key}`);
  }
  return row;
}

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

function inWords(milliseconds: number): string {
  const [unit, size] =
    UNITS.find(([, length]) => milliseconds % length === 0) ?? UNITS[2];
  const count = milliseconds / size;
  return `${count} ${unit}${count === 1 ? '' : 's'} by default`;
}

const quoted = (value: unknown) => `\`${value}\` by default`;

// What the plugin does with nothing under `innersource`.
const nothing = new ConfigReader({});
const { catalog, evaluation, history, membership } =
  readInnerSourceConfig(nothing);
const { historyMonths, people } = readContributionsConfig(nothing);
const git = readGitSourceOptions(nothing);
const settings = parseEvaluationSettings(undefined);

describe('without configuration', () => {
  it.each([
    ['catalog.syncInterval', inWords(catalog.syncMilliseconds)],
    ['evaluation.interval', inWords(evaluation.intervalMilliseconds)],
    ['evaluation.lease', inWords(evaluation.leaseMilliseconds)],
    ['evaluation.timeout', inWords(evaluation.timeoutMilliseconds)],
    ['evaluation.concurrency', `${evaluation.concurrency} by default`],
    ['evaluation.hostConcurrency', `${evaluation.hostConcurrency} by default`],
    ['history.retentionDays', `${history.retentionDays} by default`],
    [
      'membership.topics',
      `\`${membership.topics.join('` and `')}\` by default`,
    ],
    ['membership.declaredLevel', `${membership.declaredLevel} by default`],
    [
      'grades',
      `Default: ${settings.grades
        .map(({ grade, from }) => `${grade} ${from}`)
        .join(', ')}`,
    ],
    ['defaultGovernanceLevel', quoted(settings.defaultLevel)],
    ['activity.variant', quoted(settings.activityVariant)],
    ['contributions.historyMonths', `${historyMonths} by default`],
    ['people', `(\`${people.visibility}\`, the default)`],
    ['smallGroupThreshold', `${people.smallGroupThreshold} by default`],
    ['git.maxCacheSize', `\`${git.maxCacheSize / 2 ** 30}GB\`, the default`],
    [
      'git.maxRepositorySize',
      `\`${git.maxRepositorySize / 2 ** 30}GB\`, the default`,
    ],
    ['git.timeout', inWords(git.timeoutMs)],
    [
      'git.allowedProtocols',
      `\`${git.allowedProtocols.join('` and `')}\` by default`,
    ],
    ['git.concurrency', `${git.concurrency} by default`],
  ])('innersource.%s is what the guide says', (key, expected) => {
    expect(meaningOf(key)).toContain(expected);
  });

  it('projects are all Components, and no local directory may be read', () => {
    expect(catalog.filter).toEqual([{ kind: ['Component'] }]);
    expect(meaningOf('catalog.filter')).toContain('Default: all Components');
    expect(git.allowedLocalDirectories).toEqual([]);
    expect(meaningOf('git.allowedLocalDirectories')).toContain(
      'None by default',
    );
  });
});
