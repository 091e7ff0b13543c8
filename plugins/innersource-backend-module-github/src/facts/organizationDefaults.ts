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

import { RepositoryDocument } from '@ispo/backstage-plugin-innersource-common';

/**
 * Files that GitHub takes from an organisation's `.github` repository when a
 * repository has none of its own.
 */
const DEFAULT_STEMS = [
  'code_of_conduct',
  'contributing',
  'governance',
  'security',
  'support',
  'pull_request_template',
];

/** Where GitHub looks for them. */
const DEFAULT_DIRECTORIES = ['', '.github', 'docs'];

const ISSUE_TEMPLATES = '.github/issue_template/';

/**
 * The organisation's default files that hold for a repository with these files.
 */
export function applicableDefaults(
  defaults: readonly RepositoryDocument[],
  files: readonly string[],
): RepositoryDocument[] {
  const own = files.map(path => path.toLowerCase());
  const ownStems = new Set(own.map(defaultStemOf));
  // One issue template of its own hides all of the organisation's.
  const ownTemplates = own.some(path => path.startsWith(ISSUE_TEMPLATES));
  return defaults.filter(({ path }) => {
    const lower = path.toLowerCase();
    if (lower.startsWith(ISSUE_TEMPLATES)) {
      return !ownTemplates;
    }
    const stem = defaultStemOf(lower);
    return stem !== undefined && !ownStems.has(stem);
  });
}

/** Which default file a path in lower case is, if any. */
export function defaultStemOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const directory = slash < 0 ? '' : path.slice(0, slash);
  const name = path.slice(slash + 1);
  const stem = name.split('.')[0];
  return DEFAULT_DIRECTORIES.includes(directory) && DEFAULT_STEMS.includes(stem)
    ? stem
    : undefined;
}
