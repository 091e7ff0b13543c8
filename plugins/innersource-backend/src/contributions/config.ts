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

import { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DEFAULT_BOT_PATTERNS,
  DEFAULT_SMALL_GROUP_THRESHOLD,
  PeoplePolicy,
  PeopleVisibility,
} from '@ispo/backstage-plugin-innersource-common';
import { readInteger, wrong } from '../configValues';
import { IdentityAlias } from './OrganisationGraph';

const VISIBILITIES: readonly PeopleVisibility[] = ['hidden', 'self', 'named'];

/** Longest wildcard for bots. */
const MAX_PATTERN_LENGTH = 100;

/**
 * Configuration of contribution metrics.
 */
export interface ContributionsConfig {
  /** How far back contributions are read and kept, in months. */
  historyMonths: number;
  botPatterns: readonly string[];
  aliases: readonly IdentityAlias[];
  people: PeoplePolicy;
}

/**
 * Reads and validates the configuration.
 *
 * @throws InputError naming the key and the reason.
 */
export function readContributionsConfig(root: Config): ContributionsConfig {
  const config = root.getOptionalConfig('innersource');
  const visibility = config?.getOptionalString('people') ?? 'self';
  if (!isVisibility(visibility)) {
    throw wrong(
      'people',
      `must be one of ${VISIBILITIES.join(', ')}, got ${visibility}`,
    );
  }
  return {
    historyMonths: readInteger(
      config,
      'contributions.historyMonths',
      24,
      13,
      120,
    ),
    botPatterns: readBotPatterns(config),
    aliases: (config?.getOptionalConfigArray('identities') ?? []).map(
      readAlias,
    ),
    people: {
      visibility,
      smallGroupThreshold: readInteger(
        config,
        'smallGroupThreshold',
        DEFAULT_SMALL_GROUP_THRESHOLD,
        0,
        100,
      ),
    },
  };
}

function readBotPatterns(config: Config | undefined): readonly string[] {
  const key = 'bots.patterns';
  const patterns = config?.getOptionalStringArray(key) ?? DEFAULT_BOT_PATTERNS;
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.length > MAX_PATTERN_LENGTH || /^\**$/.test(pattern)) {
      throw wrong(
        `${key}[${index}]`,
        `must be a name in which * stands for any characters, at most ${MAX_PATTERN_LENGTH} characters long`,
      );
    }
  }
  return patterns;
}

function readAlias(alias: Config, index: number): IdentityAlias {
  const key = `identities[${index}]`;
  const logins = alias.getOptionalStringArray('logins') ?? [];
  for (const login of logins) {
    const slash = login.lastIndexOf('/');
    if (slash <= 0 || slash === login.length - 1) {
      throw wrong(
        `${key}.logins`,
        `must hold logins with their host such as github.com/jane, got ${login}`,
      );
    }
  }
  const emails = alias.getOptionalStringArray('emails') ?? [];
  for (const email of emails) {
    if (!email.includes('@')) {
      throw wrong(`${key}.emails`, 'must hold e-mail addresses');
    }
  }
  if (logins.length + emails.length === 0) {
    throw wrong(key, 'must name at least one of logins and emails');
  }
  let user: string;
  try {
    user = stringifyEntityRef(
      parseEntityRef(alias.getString('user'), { defaultKind: 'user' }),
    );
  } catch {
    throw wrong(`${key}.user`, 'must be a user such as user:default/jane');
  }
  return { user, logins, emails };
}

function isVisibility(text: string): text is PeopleVisibility {
  return VISIBILITIES.some(visibility => visibility === text);
}
