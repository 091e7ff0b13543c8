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
  MAX_DOCUMENT_BYTES,
  RepositoryDocument,
} from '@ispo/backstage-plugin-innersource-common';
import { toDocument } from './documents';
import { NulSplitter } from './NulSplitter';
import { OpenRepository } from './OpenRepository';
import { parseTreeEntry, RawTreeEntry, resolveLink } from './tree';

const MAX_DOCUMENTS = 1000;
/** Texts of one repository together; what comes later is reported as cut. */
const MAX_TOTAL_BYTES = 16 * 1024 * 1024;
const MAX_LINK_BYTES = 4096;
const MAX_LINKS_FOLLOWED = 5;
/** A larger `.mailmap` is not used: git holds it in memory. */
const MAX_MAILMAP_BYTES = 1024 * 1024;

/** Documents, and the `.mailmap` to use. */
export interface DocumentReading {
  documents: RepositoryDocument[];
  mailmap?: string;
}

/**
 * Reads the wanted documents, those nearest to the root first. Symbolic links are
 * followed to files inside the repository; others are left out.
 *
 * @throws GitError
 */
export async function readDocuments(
  repository: OpenRepository,
  wanted: readonly RawTreeEntry[],
  mailmap: string | undefined,
): Promise<DocumentReading> {
  const chosen = [...wanted]
    .sort(
      (a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1),
    )
    .slice(0, MAX_DOCUMENTS);
  const files = new Map<string, string>();
  let links = new Map<string, RawTreeEntry>();
  for (const entry of chosen) {
    if (entry.type === 'symlink') {
      links.set(entry.path, entry);
    } else {
      files.set(entry.path, entry.oid);
    }
  }
  for (let turn = 0; turn < MAX_LINKS_FOLLOWED && links.size > 0; turn++) {
    links = await followLinks(repository, links, files);
  }

  const documentOids = new Set(files.values());
  const blobs = await repository.readBlobs(
    mailmap === undefined ? documentOids : [...documentOids, mailmap],
    (oid, total) =>
      documentOids.has(oid)
        ? Math.min(MAX_DOCUMENT_BYTES, MAX_TOTAL_BYTES - total)
        : 0,
  );

  const documents: RepositoryDocument[] = [];
  for (const [path, oid] of files) {
    const blob = blobs.get(oid);
    if (blob) {
      documents.push(toDocument(path, blob));
    }
  }
  const mailmapBlob = mailmap === undefined ? undefined : blobs.get(mailmap);
  return {
    documents,
    mailmap:
      mailmapBlob && mailmapBlob.size <= MAX_MAILMAP_BYTES
        ? mailmap
        : undefined,
  };
}

/** The `.mailmap` at HEAD, if there is one that can be used. */
export async function findMailmap(
  repository: OpenRepository,
): Promise<string | undefined> {
  const entry = (await lookUp(repository, ['.mailmap'])).get('.mailmap');
  const { mailmap } = await readDocuments(
    repository,
    [],
    entry?.type === 'file' ? entry.oid : undefined,
  );
  return mailmap;
}

/** Takes every link one step further: to a file, to the next link, or out of the way. */
async function followLinks(
  repository: OpenRepository,
  links: ReadonlyMap<string, RawTreeEntry>,
  files: Map<string, string>,
): Promise<Map<string, RawTreeEntry>> {
  const blobs = await repository.readBlobs(
    [...links.values()].map(({ oid }) => oid),
    () => MAX_LINK_BYTES,
  );
  const targets = new Map<string, string>();
  for (const [path, link] of links) {
    const blob = blobs.get(link.oid);
    if (blob && blob.size <= MAX_LINK_BYTES) {
      const target = resolveLink(link.path, blob.content.toString('utf8'));
      if (target) {
        targets.set(path, target);
      }
    }
  }

  const entries = await lookUp(repository, [...new Set(targets.values())]);
  const next = new Map<string, RawTreeEntry>();
  for (const [path, target] of targets) {
    const entry = entries.get(target);
    if (entry?.type === 'file') {
      files.set(path, entry.oid);
    } else if (entry?.type === 'symlink') {
      next.set(path, entry);
    }
  }
  return next;
}

async function lookUp(
  repository: OpenRepository,
  paths: string[],
): Promise<Map<string, RawTreeEntry>> {
  const entries = new Map<string, RawTreeEntry>();
  if (paths.length === 0) {
    return entries;
  }
  const splitter = new NulSplitter();
  const add = (text: string) => {
    const entry = parseTreeEntry(text);
    if (entry) {
      entries.set(entry.path, entry);
    }
  };
  for await (const piece of repository.stream([
    'ls-tree',
    '-z',
    '--full-tree',
    '--end-of-options',
    repository.head,
    '--',
    ...paths,
  ])) {
    splitter.push(piece).forEach(add);
  }
  return entries;
}

function depthOf(path: string): number {
  return path.split('/').length;
}
