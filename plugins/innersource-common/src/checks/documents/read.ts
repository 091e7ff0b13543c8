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

import {
  Evidence,
  MAX_DOCUMENT_BYTES,
  Message,
  ProjectFacts,
  RepositoryDocument,
  Told,
} from '../../model';
import { part, tell } from '../../texts';
import { CheckOutcome } from '../definition';
import { bestOf, fail, inconclusive, toEvidence } from '../outcomes';
import {
  DocumentLookup,
  DocumentQuery,
  DocumentScope,
  findDocument,
} from './lookup';
import { ParsedDocument, parseDocument } from './parse';

/** A document of a project that was found and read. */
export interface ReadDocument {
  document: RepositoryDocument;
  parsed: ParsedDocument;
  path: string;
  scope: DocumentScope;
}

/** README of a project; the root comes first, where people look. */
export const README: DocumentQuery = {
  stems: ['readme'],
  directories: ['', '.github', 'docs'],
  scopes: ['project', 'repository'],
};

export const CONTRIBUTING: DocumentQuery = { stems: ['contributing'] };

/** Documents that tell developers how to build and test. */
export const DEVELOPMENT: DocumentQuery = {
  stems: [
    'development',
    'developers',
    'developing',
    'building',
    'hacking',
    'testing',
  ],
};

export const SUPPORT: DocumentQuery = { stems: ['support', 'communication'] };

export const MAINTAINERS: DocumentQuery = {
  stems: ['maintainers', 'trusted-committers', 'trustedcommitters', 'owners'],
};

export const GOVERNANCE: DocumentQuery = { stems: ['governance'] };

/** All stems of the queries above, for selectors. */
export function stemsOf(...queries: DocumentQuery[]): string[] {
  return queries.flatMap(({ stems }) => [...(stems ?? [])]);
}

/** Documents that were found and read, and the other queries' outcomes. */
export function readDocuments(
  facts: ProjectFacts,
  queries: readonly DocumentQuery[],
): {
  read: ReadDocument[];
  others: Array<Exclude<DocumentLookup, { status: 'found' }>>;
} {
  const read: ReadDocument[] = [];
  const others: Array<Exclude<DocumentLookup, { status: 'found' }>> = [];
  for (const query of queries) {
    const lookup = findDocument(facts, query);
    if (lookup.status === 'found') {
      read.push({
        document: lookup.document,
        parsed: parseDocument(lookup.document),
        path: lookup.document.path,
        scope: lookup.scope,
      });
    } else {
      others.push(lookup);
    }
  }
  return { read, others };
}

/**
 * Searches several documents for something that any of them may say.
 *
 * @param search - says what one document holds; undefined when it holds nothing
 * @param missing - what is missing when none holds it
 * @returns unknown instead of failed where a document could not be read, or only
 * in part
 */
export function searchDocuments(
  facts: ProjectFacts,
  queries: readonly DocumentQuery[],
  search: (document: ReadDocument) => CheckOutcome | undefined,
  missing: Told & { translatable: Message },
): CheckOutcome {
  const { read, others } = readDocuments(facts, queries);
  const outcomes = read.map(search).filter(outcome => outcome !== undefined);
  const found = bestOf(outcomes);
  if (found.status === 'pass' || found.status === 'partial') {
    return found;
  }
  const doubts = others
    .map(doubtOf)
    .concat(
      read
        .filter(({ document }) => document.truncated)
        .map(({ path }) => ({
          path,
          ...tell('partly-read', { path, size: MAX_DOCUMENT_BYTES / 1024 }),
        })),
    )
    .filter(doubt => doubt !== undefined);
  if (doubts.length) {
    return inconclusive(...distinct(doubts));
  }
  const paths = read.map(({ path }) => path);
  return fail(
    ...found.evidence,
    tell('sentences', {
      first: missing.translatable,
      second: paths.length ? part('looked-in', { paths }) : part('no-document'),
    }),
  );
}

function doubtOf(
  lookup: Exclude<DocumentLookup, { status: 'found' }>,
): Evidence | undefined {
  switch (lookup.status) {
    case 'unread':
      return {
        path: lookup.path,
        ...tell('unread', { path: lookup.path }),
      };
    case 'unknown':
      return toEvidence(lookup);
    default:
      return undefined;
  }
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map(item => [item.message, item])).values()];
}
