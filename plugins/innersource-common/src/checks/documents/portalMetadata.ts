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
  GOVERNANCE_LEVELS,
  PortalMetadata,
  ProjectFacts,
  RepositoryDocument,
  Told,
} from '../../model';
import { tell } from '../../texts';
import { toGovernanceLevel } from '../profiles';
import { DocumentQuery, findDocument } from './lookup';

/**
 * What an `innersource.json` says, as far as it can be used.
 *
 * @public
 */
export interface ParsedPortalMetadata {
  metadata: PortalMetadata;
  /** What is wrong with it, as sentences; empty when all is well. */
  problems: Told[];
  /** False when nothing of the file can be used. */
  readable: boolean;
}

const MAX_BYTES = 64 * 1024;
const MAX_TEXT = 2_000;
const MAX_ITEMS = 50;
const MAX_ITEM = 100;

/**
 * Reads an `innersource.json`. Never throws: what cannot be used is named in
 * `problems` and left out.
 *
 * All keys are optional: `title`, `motivation`, `language` (texts),
 * `contributions`, `skills` (lists of texts), `docs` (URL), `logo` (URL or path)
 * and `governanceLevel`. Other keys are left alone.
 *
 * @public
 */
export function parsePortalMetadata(
  document: RepositoryDocument,
): ParsedPortalMetadata {
  if (document.binary) {
    return unreadable(tell('metadata-not-text'));
  }
  if (document.truncated || document.size > MAX_BYTES) {
    return unreadable(
      tell('metadata-too-large', { size: document.size, maximum: MAX_BYTES }),
    );
  }
  let json: unknown;
  try {
    // A byte order mark is common on Windows and no part of JSON.
    json = JSON.parse(document.text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable(tell('metadata-no-json'));
  }
  if (Array.isArray(json)) {
    return unreadable(tell('metadata-list'));
  }
  if (typeof json !== 'object' || json === null) {
    return unreadable(tell('metadata-no-object'));
  }

  const source = new Map(Object.entries(json));
  const metadata: PortalMetadata = {};
  const problems: Told[] = [];

  for (const key of ['title', 'motivation', 'language'] as const) {
    const value = source.get(key);
    if (isGiven(value)) {
      if (typeof value !== 'string') {
        problems.push(tell('metadata-text', { key }));
      } else if (value.length > MAX_TEXT) {
        problems.push(tell('metadata-text-long', { key, maximum: MAX_TEXT }));
      } else if (value.trim()) {
        metadata[key] = value.trim();
      }
    }
  }

  for (const key of ['contributions', 'skills'] as const) {
    const value = source.get(key);
    if (isGiven(value)) {
      const items = toTexts(value);
      if (!items) {
        problems.push(
          tell('metadata-texts', { key, items: MAX_ITEMS, length: MAX_ITEM }),
        );
      } else if (items.length) {
        metadata[key] = items;
      }
    }
  }

  const docs = source.get('docs');
  if (isGiven(docs)) {
    if (typeof docs === 'string' && isWebUrl(docs)) {
      metadata.docs = docs.trim();
    } else {
      problems.push(tell('metadata-url', { key: 'docs' }));
    }
  }

  const logo = source.get('logo');
  if (isGiven(logo)) {
    if (typeof logo === 'string' && (isWebUrl(logo) || isRelativePath(logo))) {
      metadata.logo = logo.trim();
    } else {
      problems.push(tell('metadata-logo'));
    }
  }

  const level =
    source.get('governanceLevel') ??
    source.get('governance-level') ??
    source.get('governance_level');
  if (isGiven(level)) {
    const governanceLevel = toGovernanceLevel(level);
    if (governanceLevel) {
      metadata.governanceLevel = governanceLevel;
    } else {
      problems.push(tell('metadata-level', { levels: GOVERNANCE_LEVELS }));
    }
  }
  return { metadata, problems, readable: true };
}

/** Where `innersource.json` is looked for. */
export const PORTAL_METADATA: DocumentQuery = {
  names: ['innersource.json'],
  directories: [''],
  scopes: ['project', 'repository'],
};

/**
 * The portal metadata of a project; undefined when there is none to read. The
 * title of a whole repository is not that of the projects inside it.
 */
export function readPortalMetadata(
  facts: ProjectFacts,
): ParsedPortalMetadata | undefined {
  const found = findDocument(facts, PORTAL_METADATA);
  if (found.status !== 'found') {
    return undefined;
  }
  const parsed = parsePortalMetadata(found.document);
  if (found.scope === 'project') {
    return parsed;
  }
  const { title: _, ...metadata } = parsed.metadata;
  return { ...parsed, metadata };
}

function unreadable(problem: Told): ParsedPortalMetadata {
  return { metadata: {}, problems: [problem], readable: false };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function toTexts(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) {
    return undefined;
  }
  const texts: string[] = [];
  for (const item of value) {
    if (typeof item !== 'string' || item.length > MAX_ITEM) {
      return undefined;
    }
    if (item.trim()) {
      texts.push(item.trim());
    }
  }
  return texts;
}

function isWebUrl(value: string): boolean {
  if (value.length > MAX_TEXT) {
    return false;
  }
  try {
    const { protocol } = new URL(value.trim());
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}

function isRelativePath(value: string): boolean {
  return (
    value.length <= MAX_TEXT &&
    !value.includes(':') &&
    !value.includes('\\') &&
    !value.trim().startsWith('//')
  );
}
