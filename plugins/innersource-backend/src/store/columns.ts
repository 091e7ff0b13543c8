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
  FAILURE_KINDS,
  FailureKind,
} from '@ispo/backstage-plugin-innersource-common';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CheckStatus } from '@ispo/backstage-plugin-innersource-common';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Largest JSON text that is unpacked; what is packed here stays far below. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/** Instants are stored as ISO 8601 text in UTC. */
export function toInstant(date: Date): string {
  return date.toISOString();
}

export function toInstantOrNull(date: Date | null | undefined): string | null {
  return date ? toInstant(date) : null;
}

/** What is stored of a failure; a kind that is not known is the plugin's own. */
export function toFailureKind(stored: string | null): FailureKind {
  return FAILURE_KINDS.find(kind => kind === stored) ?? 'internal';
}

/** Packs a value for a binary column. */
export async function pack(value: unknown): Promise<Buffer> {
  return compress(Buffer.from(JSON.stringify(value), 'utf8'));
}

/** Unpacks what {@link pack} made. */
export async function unpack<T>(packed: Uint8Array): Promise<T> {
  const json = await decompress(packed, {
    maxOutputLength: MAX_UNPACKED_BYTES,
  });
  return JSON.parse(json.toString('utf8'));
}

/**
 * Lower-case text for search columns, in one spelling of accented letters. Of
 * two lower-case forms of a letter one is taken: `İ` is searched as `i`, and a
 * final sigma like every sigma.
 */
export function toSearchText(parts: Array<string | null | undefined>): string {
  return parts
    .filter((part): part is string => Boolean(part))
    .join('\n')
    .normalize('NFKC')
    .toLocaleLowerCase('en-US')
    .replaceAll('i\u0307', 'i')
    .replaceAll('ς', 'σ');
}

/** A title's place in an alphabetical list. */
export function toSortName(title: string): string {
  return withoutNul(title).toLocaleLowerCase('en-US').slice(0, 255);
}

/** A pattern for `LIKE … ESCAPE '\'` that finds the text literally. */
export function toLikePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, match => `\\${match}`)}%`;
}

/** PostgreSQL refuses NUL in text; nobody reads it anyway. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}

/** Splits a list for engines that limit the number of bindings. */
export function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}

/** Days since 1970-01-01, both inclusive. */
export interface DayRange {
  firstDay: number;
  lastDay: number;
}

/** Results that count for or against readiness. */
export const CONCLUSIVE: readonly CheckStatus[] = ['pass', 'partial', 'fail'];
