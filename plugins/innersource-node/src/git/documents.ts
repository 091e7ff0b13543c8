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

/** How much of a file git looks at to tell text from other content. */
const BINARY_PROBE_BYTES = 8000;

/** A blob, or its beginning, as read from git. */
export interface Blob {
  /** Size of the whole of it. */
  size: number;
  /** At most the number of bytes asked for. */
  content: Buffer;
}

/**
 * Reads the output of `git cat-file --batch`, keeping only the beginning of each
 * blob and dropping the rest as it passes by.
 */
export class BatchReader {
  readonly #limit: (oid: string, total: number) => number;
  readonly #onBlob: (oid: string, blob: Blob) => void;
  #total = 0;
  #room = 0;
  #header = '';
  #oid = '';
  #size = 0;
  #remaining = -1;
  #kept: Buffer[] = [];

  /**
   * @param limit - bytes to keep of a blob, given those kept of earlier ones; asked when its turn comes.
   * @param onBlob - takes each blob; missing ones are left out.
   */
  static create(options: {
    limit: (oid: string, total: number) => number;
    onBlob: (oid: string, blob: Blob) => void;
  }): BatchReader {
    return new BatchReader(options);
  }

  private constructor(options: {
    limit: (oid: string, total: number) => number;
    onBlob: (oid: string, blob: Blob) => void;
  }) {
    this.#limit = options.limit;
    this.#onBlob = options.onBlob;
  }

  push(piece: Buffer): void {
    let offset = 0;
    while (offset < piece.length) {
      if (this.#remaining < 0) {
        const end = piece.indexOf(10, offset);
        this.#header += piece
          .subarray(offset, end < 0 ? undefined : end)
          .toString('latin1');
        if (end < 0) {
          return;
        }
        offset = end + 1;
        this.#startBlob();
      } else {
        const part = piece.subarray(offset, offset + this.#remaining);
        offset += part.length;
        this.#remaining -= part.length;
        this.#keep(part);
        if (this.#remaining === 0) {
          this.#endBlob();
        }
      }
    }
  }

  #startBlob(): void {
    const match = /^([0-9a-f]{40,64}) (\w{1,10}) (\d{1,19})$/.exec(
      this.#header,
    );
    this.#header = '';
    if (match) {
      this.#oid = match[1];
      this.#size = match[2] === 'blob' ? Number(match[3]) : -1;
      // A line break follows the content.
      this.#remaining = Number(match[3]) + 1;
      this.#room = Math.min(this.#size, this.#limit(this.#oid, this.#total));
    }
  }

  #keep(part: Buffer): void {
    if (this.#room > 0) {
      // Copied, so that a few bytes do not hold on to a large piece.
      const kept = Buffer.from(part.subarray(0, this.#room));
      this.#kept.push(kept);
      this.#room -= kept.length;
      this.#total += kept.length;
    }
  }

  #endBlob(): void {
    if (this.#size >= 0) {
      this.#onBlob(this.#oid, {
        size: this.#size,
        content: Buffer.concat(this.#kept),
      });
    }
    this.#kept = [];
    this.#remaining = -1;
  }
}

/** Makes a document of a blob's beginning. */
export function toDocument(path: string, blob: Blob): RepositoryDocument {
  const document: RepositoryDocument = {
    path,
    text: '',
    size: blob.size,
    truncated: false,
    binary: false,
    origin: 'repository',
  };
  const cut = blob.content.length < blob.size;
  const text = decode(blob.content, cut);
  if (text === undefined) {
    document.binary = true;
    return document;
  }
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    document.truncated = true;
    document.text = decodeUtf8(bytes.subarray(0, MAX_DOCUMENT_BYTES), true);
  } else {
    document.truncated = cut;
    document.text = text;
  }
  return document;
}

function decodeUtf8(content: Buffer, cut: boolean): string {
  // As a stream, an unfinished character at the cut is left out.
  return new TextDecoder('utf-8', { fatal: true }).decode(content, {
    stream: cut,
  });
}

/** The text of a file; undefined when it is none. */
function decode(content: Buffer, cut: boolean): string | undefined {
  const utf16 =
    content.length >= 2 &&
    ((content[0] === 0xff && content[1] === 0xfe) ||
      (content[0] === 0xfe && content[1] === 0xff));
  if (utf16) {
    const label = content[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return new TextDecoder(label).decode(content, { stream: cut });
  }
  if (content.subarray(0, BINARY_PROBE_BYTES).includes(0)) {
    return undefined;
  }
  try {
    return decodeUtf8(content, cut);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
