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

import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';

/**
 * Settings under `innersource.github`.
 */
export interface GithubSourceConfig {
  concurrency: number;
  requestTimeoutMs: number;
  starterIssueLabels: string[];
  maxWaitSeconds: number;
}

const DEFAULT_STARTER_ISSUE_LABELS = [
  'good first issue',
  'good-first-issue',
  'help wanted',
  'help-wanted',
  'up for grabs',
  'up-for-grabs',
  'first-timers-only',
  'beginner friendly',
  'contributions welcome',
  'starter issue',
];

/** Reads and checks the settings. */
export function readGithubSourceConfig(root: Config): GithubSourceConfig {
  const config = root.getOptionalConfig('innersource.github');
  const concurrency = config?.getOptionalNumber('concurrency') ?? 4;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 50) {
    throw new InputError(
      'innersource.github.concurrency must be a whole number from 1 to 50.',
    );
  }
  const labels =
    config?.getOptionalStringArray('starterIssueLabels') ??
    DEFAULT_STARTER_ISSUE_LABELS;
  return {
    concurrency,
    requestTimeoutMs: duration(config, 'requestTimeout', 30_000),
    maxWaitSeconds: duration(config, 'maxWait', 60_000) / 1000,
    starterIssueLabels: labels,
  };
}

function duration(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  if (!config?.has(key)) {
    return fallback;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (milliseconds <= 0) {
    throw new InputError(`innersource.github.${key} must be positive.`);
  }
  return milliseconds;
}
