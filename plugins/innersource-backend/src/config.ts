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
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { toTopic } from '@ispo/backstage-plugin-innersource-common';
import { readInteger, wrong } from './configValues';

/**
 * Which catalog entities are projects; handed to the catalog as it is. Keys are
 * any-of, several filters are any-of, keys inside one are all-of.
 */
export interface CatalogFilter {
  filter: Array<Record<string, string | string[]>>;
}

/**
 * Which projects count as InnerSource projects. Any one suffices.
 */
export interface MembershipConfig {
  /** Catalog tags or repository topics, as `toTopic` spells them. */
  topics: string[];
  /** Annotation that the entity carries with any value but `false`. */
  annotation?: string;
  /** True when a governance level declared by annotation or `innersource.json` suffices. */
  declaredLevel: boolean;
  /** Least readiness that suffices by itself. */
  readiness?: number;
}

/**
 * Configuration of the backend under `innersource`, without that of checks and sources.
 */
export interface InnerSourceConfig {
  catalog: CatalogFilter & { syncMilliseconds: number };
  evaluation: {
    intervalMilliseconds: number;
    retryMilliseconds: number;
    leaseMilliseconds: number;
    timeoutMilliseconds: number;
    concurrency: number;
    hostConcurrency: number;
  };
  history: { retentionDays: number };
  membership: MembershipConfig;
}

/**
 * Reads and validates the configuration.
 *
 * @throws InputError naming the key and the reason.
 */
export function readInnerSourceConfig(root: Config): InnerSourceConfig {
  const config = root.getOptionalConfig('innersource');
  const membership = config?.getOptionalConfig('membership');
  return {
    catalog: {
      filter: readFilter(config),
      syncMilliseconds: readDuration(
        root,
        'catalog.syncInterval',
        { minutes: 1 },
        { minimum: { seconds: 5 } },
      ),
    },
    evaluation: {
      intervalMilliseconds: readDuration(
        root,
        'evaluation.interval',
        { hours: 12 },
        { minimum: { minutes: 1 } },
      ),
      retryMilliseconds: readDuration(
        root,
        'evaluation.retryInterval',
        { minutes: 1 },
        { minimum: { seconds: 1 } },
      ),
      leaseMilliseconds: readDuration(
        root,
        'evaluation.lease',
        { minutes: 2 },
        { minimum: { seconds: 1 } },
      ),
      timeoutMilliseconds: readDuration(
        root,
        'evaluation.timeout',
        { minutes: 30 },
        { minimum: { seconds: 1 } },
      ),
      concurrency: readInteger(config, 'evaluation.concurrency', 4, 1, 64),
      hostConcurrency: readInteger(
        config,
        'evaluation.hostConcurrency',
        2,
        1,
        64,
      ),
    },
    history: {
      retentionDays: readInteger(
        config,
        'history.retentionDays',
        730,
        1,
        36_500,
      ),
    },
    membership: {
      topics: (
        membership?.getOptionalStringArray('topics') ?? ['innersource']
      ).map(toTopic),
      annotation: membership?.getOptionalString('annotation'),
      declaredLevel: membership?.getOptionalBoolean('declaredLevel') ?? true,
      readiness: membership?.has('readiness')
        ? readInteger(config, 'membership.readiness', 0, 0, 100)
        : undefined,
    },
  };
}

function readFilter(config: Config | undefined): CatalogFilter['filter'] {
  const key = 'catalog.filter';
  const value = config?.getOptional(key);
  if (value === undefined) {
    return [{ kind: ['Component'] }];
  }
  const filters = Array.isArray(value) ? value : [value];
  if (filters.length === 0) {
    throw wrong(key, 'must hold at least one filter, or be left out');
  }
  return filters.map((filter, index) => {
    const at = Array.isArray(value) ? `${key}[${index}]` : key;
    if (
      typeof filter !== 'object' ||
      filter === null ||
      Array.isArray(filter)
    ) {
      throw wrong(at, 'must be a map of fields to a value or a list of values');
    }
    const entries = Object.entries(filter);
    if (entries.length === 0) {
      throw wrong(at, 'must name at least one field, e.g. kind: Component');
    }
    return Object.fromEntries(
      entries.map(([field, wanted]) => {
        const values = Array.isArray(wanted) ? wanted : [wanted];
        if (
          values.length === 0 ||
          !values.every((item): item is string => typeof item === 'string')
        ) {
          throw wrong(`${at}.${field}`, 'must be a text or a list of texts');
        }
        return [field, values];
      }),
    );
  });
}

function readDuration(
  root: Config,
  key: string,
  fallback: HumanDuration,
  limits: { minimum: HumanDuration },
): number {
  const path = `innersource.${key}`;
  const milliseconds = durationToMilliseconds(
    root.has(path) ? readDurationFromConfig(root, { key: path }) : fallback,
  );
  const minimum = durationToMilliseconds(limits.minimum);
  if (milliseconds < minimum) {
    throw wrong(key, `must be at least ${minimum / 1000} seconds`);
  }
  return milliseconds;
}
