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

import { createHash } from 'node:crypto';

/** Longest wait between attempts, unless the host asks for more. */
const LONGEST_RETRY_MILLISECONDS = 6 * 3600_000;

/** Longest wait that a host's `Retry-After` is believed for. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 3600;

/**
 * Moments within an interval at which repositories become due. Those of one
 * moment are read together, which costs a host's API far less than reading them
 * one by one.
 */
const MOMENTS_PER_INTERVAL = 24;

/**
 * The next run after a success: at the repository's own moment within the
 * interval, so that repositories spread evenly over time whatever moment they
 * were added at. At least half an interval away.
 */
export function nextRegularRun(
  key: string,
  now: Date,
  intervalMilliseconds: number,
): Date {
  const moment = Math.floor(fraction(key) * MOMENTS_PER_INTERVAL);
  const offset = Math.floor(
    (moment * intervalMilliseconds) / MOMENTS_PER_INTERVAL,
  );
  const earliest = now.getTime() + intervalMilliseconds / 2;
  const periods = Math.ceil((earliest - offset) / intervalMilliseconds);
  return new Date(offset + periods * intervalMilliseconds);
}

/**
 * The next attempt after a failure: exponential back-off with jitter of a fifth
 * either way, never sooner than the host asks for.
 *
 * @param attempts - Failed attempts in a row, this one included.
 * @param firstMilliseconds - Wait after the first failure; doubles with each further one.
 * @param random - 0 to 1.
 */
export function nextRetry(options: {
  attempts: number;
  firstMilliseconds: number;
  now: Date;
  random: number;
  retryAfterSeconds?: number;
}): Date {
  const exponent = Math.min(Math.max(options.attempts - 1, 0), 30);
  const backOff = Math.min(
    options.firstMilliseconds * 2 ** exponent,
    LONGEST_RETRY_MILLISECONDS,
  );
  const jittered = backOff * (0.8 + 0.4 * options.random);
  const asked =
    Math.min(options.retryAfterSeconds ?? 0, LONGEST_RETRY_AFTER_SECONDS) *
    1000;
  return new Date(
    options.now.getTime() +
      Math.max(jittered, asked * (1 + options.random / 10)),
  );
}

function fraction(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
