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

/**
 * Kinds of help that projects commonly ask for in `contributions` of
 * `innersource.json`, in the spelling in which lists offer them. Projects may
 * name others.
 *
 * @public
 */
export const HELP_KINDS = [
  'Bugfixes',
  'Features',
  'Documentation',
  'Tests',
  'Infrastructure',
  'Translations',
] as const;

/**
 * One of {@link HELP_KINDS}.
 *
 * @public
 */
export type HelpKind = (typeof HELP_KINDS)[number];

const SPELLINGS: ReadonlyMap<string, HelpKind> = new Map([
  ...HELP_KINDS.map(kind => [kind.toLowerCase(), kind] as const),
  ['bug', 'Bugfixes'],
  ['bugs', 'Bugfixes'],
  ['bugfix', 'Bugfixes'],
  ['bugfixing', 'Bugfixes'],
  ['feature', 'Features'],
  ['doc', 'Documentation'],
  ['docs', 'Documentation'],
  ['test', 'Tests'],
  ['testing', 'Tests'],
  ['infra', 'Infrastructure'],
  ['translation', 'Translations'],
]);

/**
 * One spelling for each kind of help: “bugfixes”, “Bug fixes” and “bug-fix” are
 * all `Bugfixes`. Kinds that are not among {@link HELP_KINDS} begin with
 * a capital letter and are otherwise as the project wrote them.
 *
 * @public
 */
export function toHelpKind(text: string): string {
  const known = SPELLINGS.get(
    text.toLocaleLowerCase('en-US').replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const trimmed = text.trim();
  return (
    known ?? trimmed.charAt(0).toLocaleUpperCase('en-US') + trimmed.slice(1)
  );
}
