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

import { ScmIdentity } from '../model';

/**
 * Longest login, name or e-mail address that is looked at. Longer ones come
 * from hostile commits and are cut.
 */
const MAX_LENGTH = 254;

/**
 * Patterns by which an account without a type is taken for a bot. `*` stands
 * for any characters; case does not matter.
 *
 * @public
 */
export const DEFAULT_BOT_PATTERNS: readonly string[] = [
  '*[bot]',
  '*-bot',
  'dependabot*',
  'renovate*',
  'github-actions*',
  'gitlab-bot*',
  'semantic-release*',
  'snyk-*',
  'mergify*',
  'web-flow',
];

/**
 * Decides whether an identity is a machine's.
 *
 * An account type that the host states decides alone when it says `bot`;
 * otherwise login, name and the local part of the e-mail address are held
 * against the patterns. Patterns are wildcards, not regular expressions, and
 * take time linear in pattern × text.
 *
 * @public
 */
export class BotDetector {
  readonly #patterns: string[];

  private constructor(patterns: string[]) {
    this.#patterns = patterns;
  }

  /**
   * @param patterns - wildcards in place of or beside {@link DEFAULT_BOT_PATTERNS}
   */
  static create(
    patterns: readonly string[] = DEFAULT_BOT_PATTERNS,
  ): BotDetector {
    return new BotDetector(
      patterns.map(pattern => pattern.slice(0, MAX_LENGTH).toLowerCase()),
    );
  }

  isBot(identity: ScmIdentity): boolean {
    if (identity.accountType === 'bot') {
      return true;
    }
    const texts = [identity.login, identity.name, localPart(identity.email)]
      .filter((text): text is string => Boolean(text))
      .map(text => text.slice(0, MAX_LENGTH).toLowerCase());
    return texts.some(text =>
      this.#patterns.some(pattern => matchesWildcard(pattern, text)),
    );
  }
}

/**
 * Whether a text matches a pattern in which `*` stands for any characters.
 * Compares as they are; lower both for a comparison without case.
 *
 * @public
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p;
      mark = t;
      p += 1;
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      t = mark;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === '*') {
    p += 1;
  }
  return p === pattern.length;
}

function localPart(email: string | undefined): string | undefined {
  if (!email) {
    return undefined;
  }
  const at = email.lastIndexOf('@');
  const local = at < 0 ? email : email.slice(0, at);
  // `49699333+dependabot[bot]@users.noreply.github.com`
  const plus = local.indexOf('+');
  return plus > 0 && isDigits(local.slice(0, plus))
    ? local.slice(plus + 1)
    : local;
}

function isDigits(text: string): boolean {
  return text.length > 0 && /^[0-9]+$/.test(text);
}
