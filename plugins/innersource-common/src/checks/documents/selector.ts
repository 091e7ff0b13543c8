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

import { DocumentSelector } from '../../model';
import { CheckDefinition } from '../definition';
import {
  baseNameOf,
  comparePaths,
  directoryOf,
  joinPath,
  splitDocumentName,
} from './fileNames';

/**
 * Directories in which community files are looked for, in order of precedence
 * (that of GitHub; `.gitlab` holds GitLab's CODEOWNERS).
 */
export const COMMUNITY_DIRECTORIES: readonly string[] = [
  '.github',
  '',
  'docs',
  '.gitlab',
];

/** What every evaluation reads, whichever checks are turned off. */
const ALWAYS: Partial<DocumentSelector> = {
  stems: ['readme', 'contributing', 'maintainers', 'license'],
  names: ['innersource.json', 'codeowners'],
};

const FIELDS = [
  'stems',
  'names',
  'directories',
  'contentsOf',
  'paths',
  'listings',
] as const;

/**
 * Collects what all checks want to read, so that a source reads it once.
 *
 * @public
 */
export function createDocumentSelector(
  checks: readonly CheckDefinition[],
): DocumentSelector {
  const sets = Object.fromEntries(
    FIELDS.map(field => [field, new Set<string>()]),
  ) as Record<(typeof FIELDS)[number], Set<string>>;
  const wishes: Array<Partial<DocumentSelector>> = [
    ALWAYS,
    { directories: [...COMMUNITY_DIRECTORIES] },
    ...checks.map(check => check.documents ?? {}),
  ];
  for (const wish of wishes) {
    for (const field of FIELDS) {
      for (const value of wish[field] ?? []) {
        sets[field].add(trimSlashes(value.toLowerCase()));
      }
    }
  }
  return {
    stems: [...sets.stems],
    names: [...sets.names],
    directories: [...sets.directories],
    contentsOf: [...sets.contentsOf],
    paths: [...sets.paths],
    listings: [...sets.listings],
  };
}

/**
 * Bounds on what {@link selectDocuments} selects.
 *
 * @public
 */
export interface SelectDocumentsLimits {
  /**
   * Most documents in all. Default: 120 and 20 more per project path, 1,000 at
   * most.
   */
  maxDocuments?: number;
  /** Most documents out of one of the directories that are wanted whole; default 20. */
  maxPerDirectory?: number;
}

/**
 * Chooses from the files of a repository those that checks want to read.
 *
 * Of several files of one stem in one directory (`README.md`, `README.rst`) only
 * the preferred one is taken. When the bound is reached, documents early in the
 * selector win over later ones, whichever project they belong to.
 *
 * @param treePaths - paths of files, as the repository spells them
 * @param projectPaths - paths of the projects in the repository; the root is always looked at
 * @returns paths as spelled in `treePaths`, most important first
 *
 * @public
 */
export function selectDocuments(
  treePaths: Iterable<string>,
  projectPaths: readonly string[],
  selector: DocumentSelector,
  limits: SelectDocumentsLimits = {},
): string[] {
  const roots = [
    ...new Set(['', ...projectPaths.map(path => trimSlashes(path))]),
  ];
  const maxDocuments =
    limits.maxDocuments ?? Math.min(1_000, 120 + 20 * (roots.length - 1));
  const maxPerDirectory = limits.maxPerDirectory ?? 20;

  const directories = new Set<string>();
  const contentsOf = new Set<string>();
  const exact = new Set<string>();
  for (const root of roots) {
    const base = root.toLowerCase();
    selector.directories.forEach(d => directories.add(joinPath(base, d)));
    selector.contentsOf.forEach(d => contentsOf.add(joinPath(base, d)));
    selector.paths.forEach(p => exact.add(joinPath(base, p)));
  }
  const stemRank = new Map(selector.stems.map((stem, i) => [stem, i]));
  const nameRank = new Map(selector.names.map((name, i) => [name, i]));

  const preferred = new Map<
    string,
    { path: string; rank: number; order: number }
  >();
  const others = new Map<string, number>();
  const contents = new Map<string, string[]>();
  const namesFrom = selector.stems.length;
  const exactFrom = namesFrom + selector.names.length;
  const contentsFrom = exactFrom + 1;

  for (const path of treePaths) {
    const lower = path.toLowerCase();
    const directory = directoryOf(lower);
    const name = baseNameOf(lower);
    if (exact.has(lower)) {
      others.set(path, exactFrom);
    }
    if (directories.has(directory)) {
      const rankOfName = nameRank.get(name);
      if (rankOfName !== undefined) {
        others.set(path, namesFrom + rankOfName);
      } else {
        const split = splitDocumentName(name);
        const order = split && stemRank.get(split.stem);
        if (split && order !== undefined) {
          const key = `${directory}\n${split.stem}`;
          const best = preferred.get(key);
          if (
            !best ||
            split.rank < best.rank ||
            (split.rank === best.rank && comparePaths(path, best.path) < 0)
          ) {
            preferred.set(key, { path, rank: split.rank, order });
          }
        }
      }
    }
    if (contentsOf.has(directory)) {
      const list = contents.get(directory) ?? [];
      list.push(path);
      contents.set(directory, list);
    }
  }

  const chosen = new Map<string, number>(others);
  for (const { path, order } of preferred.values()) {
    chosen.set(path, Math.min(order, chosen.get(path) ?? Infinity));
  }
  for (const list of contents.values()) {
    for (const path of list.sort(comparePaths).slice(0, maxPerDirectory)) {
      if (!chosen.has(path)) {
        chosen.set(path, contentsFrom);
      }
    }
  }
  return [...chosen]
    .sort(
      ([pathA, orderA], [pathB, orderB]) =>
        orderA - orderB ||
        pathA.length - pathB.length ||
        comparePaths(pathA, pathB),
    )
    .slice(0, Math.max(0, maxDocuments))
    .map(([path]) => path);
}

function trimSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === '/') {
    start++;
  }
  while (end > start && path[end - 1] === '/') {
    end--;
  }
  return path.slice(start, end);
}
