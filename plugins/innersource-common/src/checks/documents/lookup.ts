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

import { Message, ProjectFacts, RepositoryDocument } from '../../model';
import { part, tell } from '../../texts';
import { memoise } from '../memoise';
import { COMMUNITY_DIRECTORIES } from './selector';
import {
  baseNameOf,
  comparePaths,
  directoryOf,
  joinPath,
  splitDocumentName,
} from './fileNames';
import { TreeChild, TreeIndex } from './treeIndex';

/**
 * Where a document was found: in the project's own path, elsewhere in its
 * repository, or among the organisation's default files.
 *
 * @public
 */
export type DocumentScope = 'project' | 'repository' | 'organisation';

/**
 * What to look for.
 *
 * @public
 */
export interface DocumentQuery {
  /** File names without extension, lower case, best first. */
  stems?: readonly string[];
  /** Whole file names, lower case. */
  names?: readonly string[];
  /** Paths, lower case, relative to the project and to the repository. */
  paths?: readonly string[];
  /** Default: `.github`, the root, `docs`, `.gitlab`, in this order. */
  directories?: readonly string[];
  /** Where it may be; all by default. */
  scopes?: readonly DocumentScope[];
}

/**
 * The outcome of looking for a document. `unread`: the file is there, its text was
 * not read.
 *
 * @public
 */
export type DocumentLookup =
  | { status: 'found'; document: RepositoryDocument; scope: DocumentScope }
  | { status: 'unread'; path: string; scope: DocumentScope }
  | { status: 'absent'; directories: string[] }
  | { status: 'unknown'; reason: string; translatable?: Message };

const documentsByDirectory = memoise(
  (
    documents: readonly RepositoryDocument[],
  ): ReadonlyMap<string, RepositoryDocument[]> => {
    const grouped = new Map<string, RepositoryDocument[]>();
    for (const document of documents) {
      const directory = directoryOf(document.path).toLowerCase();
      const key = `${document.origin}:${directory}`;
      const list = grouped.get(key) ?? [];
      list.push(document);
      grouped.set(key, list);
    }
    return grouped;
  },
);

const ALL_SCOPES: readonly DocumentScope[] = [
  'project',
  'repository',
  'organisation',
];

/**
 * Looks for a document of a project, ignoring case: first below the project's
 * path, then in the repository, then among the organisation's defaults; in each
 * of them by directory, then by name, then by extension, Markdown first.
 *
 * A file counts as absent only where every directory in question was listed.
 *
 * @public
 */
export function findDocument(
  facts: ProjectFacts,
  query: DocumentQuery,
): DocumentLookup {
  const scopes = query.scopes ?? ALL_SCOPES;
  const directories = query.directories ?? COMMUNITY_DIRECTORIES;
  const { tree } = facts.repository;
  const index = tree.known ? TreeIndex.of(tree.value) : undefined;
  const documents = documentsByDirectory(facts.repository.documents);
  const looked: string[] = [];
  const unlisted: string[] = [];

  for (const { scope, root } of rootsOf(facts, scopes)) {
    const origin = scope === 'organisation' ? 'organisation' : 'repository';
    const places = [
      ...directories.map(directory => ({
        directory: joinPath(root, directory),
        match: (name: string) => rankOf(name, query),
      })),
      ...(query.paths ?? []).map(path => {
        const full = joinPath(root, path).toLowerCase();
        return {
          directory: directoryOf(full),
          match: (name: string) => (name === baseNameOf(full) ? 0 : undefined),
        };
      }),
    ];
    for (const { directory, match } of places) {
      const read = documents.get(`${origin}:${directory.toLowerCase()}`) ?? [];
      const best = bestOf(read, ({ path }) => path, match);
      const listed =
        index && scope !== 'organisation'
          ? bestOf(
              index.childrenOf(directory).filter(child => !child.directory),
              ({ path }) => path,
              match,
            )
          : undefined;
      if (best && (!listed || best.rank <= listed.rank)) {
        return { status: 'found', document: best.item, scope };
      }
      if (listed) {
        return { status: 'unread', path: listed.item.path, scope };
      }
      if (scope !== 'organisation') {
        looked.push(directory);
        if (!index?.isListed(directory)) {
          unlisted.push(directory);
        }
      }
    }
  }
  if (!tree.known) {
    const { reason, translatable } = tree;
    return { status: 'unknown', reason, translatable };
  }
  if (unlisted.length) {
    const { message, translatable } = tell('not-listed', {
      directories: [...new Set(unlisted)].map(showDirectory),
    });
    return { status: 'unknown', reason: message, translatable };
  }
  return { status: 'absent', directories: [...new Set(looked)] };
}

/** A directory as people write it. */
export function showDirectory(directory: string): string | Message {
  return directory ? `${directory}/` : part('root');
}

/** The places of a project, own path first. */
export function rootsOf(
  { project }: ProjectFacts,
  scopes: readonly DocumentScope[],
): Array<{ scope: DocumentScope; root: string }> {
  const roots: Array<{ scope: DocumentScope; root: string }> = [];
  if (scopes.includes('project') || !project.path) {
    roots.push({ scope: 'project', root: project.path });
  }
  if (scopes.includes('repository') && project.path) {
    roots.push({ scope: 'repository', root: '' });
  }
  if (scopes.includes('organisation')) {
    roots.push({ scope: 'organisation', root: '' });
  }
  return roots;
}

function rankOf(name: string, query: DocumentQuery): number | undefined {
  const byName = query.names?.indexOf(name) ?? -1;
  if (byName >= 0) {
    return byName;
  }
  const split = splitDocumentName(name);
  const byStem = split ? query.stems?.indexOf(split.stem) ?? -1 : -1;
  return split && byStem >= 0 ? 1_000 * (byStem + 1) + split.rank : undefined;
}

function bestOf<T extends RepositoryDocument | TreeChild>(
  items: readonly T[],
  pathOf: (item: T) => string,
  match: (lowerCaseName: string) => number | undefined,
): { item: T; rank: number } | undefined {
  let best: { item: T; rank: number } | undefined;
  for (const item of items) {
    const rank = match(baseNameOf(pathOf(item)).toLowerCase());
    if (
      rank !== undefined &&
      (!best ||
        rank < best.rank ||
        (rank === best.rank &&
          comparePaths(pathOf(item), pathOf(best.item)) < 0))
    ) {
      best = { item, rank };
    }
  }
  return best;
}
