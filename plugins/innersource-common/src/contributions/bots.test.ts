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

import { BotDetector, matchesWildcard } from './bots';

describe('BotDetector', () => {
  it.each([
    [{ login: 'anything', accountType: 'bot' as const }],
    [{ login: 'dependabot[bot]' }],
    [{ login: 'Renovate-Acme' }],
    [{ login: 'acme-release-bot' }],
    [{ name: 'github-actions[bot]', email: 'x@example.com' }],
    [{ email: '49699333+dependabot[bot]@users.noreply.github.com' }],
  ])('takes %j for a bot', identity => {
    expect(BotDetector.create().isBot(identity)).toBe(true);
  });

  it.each([
    [{ login: 'abbott', accountType: 'user' as const }],
    [{ login: 'botond' }],
    [{ name: 'Robot Chicken' }],
    [{ email: 'jane@bot.example.com' }],
    [{}],
  ])('takes %j for a person', identity => {
    expect(BotDetector.create().isBot(identity)).toBe(false);
  });

  it('takes patterns as wildcards, never as regular expressions', () => {
    const detector = BotDetector.create(['svc-*', 'a.c']);
    expect(detector.isBot({ login: 'SVC-build' })).toBe(true);
    expect(detector.isBot({ login: 'abc' })).toBe(false);
    expect(detector.isBot({ login: 'a.c' })).toBe(true);
    expect(detector.isBot({ login: 'dependabot[bot]' })).toBe(false);
  });

  it('stays fast on hostile patterns and texts', () => {
    const started = Date.now();
    const detector = BotDetector.create([`${'*a'.repeat(100)}b`]);
    for (let i = 0; i < 200; i += 1) {
      expect(detector.isBot({ login: 'a'.repeat(100_000) })).toBe(false);
    }
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 240_000);

  it('matches wildcards', () => {
    expect(matchesWildcard('*', '')).toBe(true);
    expect(matchesWildcard('', 'a')).toBe(false);
    expect(matchesWildcard('a*b*c', 'a-b-b-c')).toBe(true);
    expect(matchesWildcard('a*b*c', 'a-b-b-c-')).toBe(false);
  });
});
