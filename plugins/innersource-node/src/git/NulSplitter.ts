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

/** Longest text between two NUL bytes that is kept whole, in bytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;

/**
 * Cuts a stream of bytes into texts at NUL bytes without ever holding more than
 * one piece of the stream and one text. Longer texts are cut; bytes that are not
 * UTF-8 become the replacement character.
 */
export class NulSplitter {
  #rest: Buffer[] = [];
  #restLength = 0;

  /** The texts that this piece completes. */
  push(piece: Buffer): string[] {
    const end = piece.lastIndexOf(0);
    if (end < 0) {
      this.#keep(piece);
      return [];
    }
    let whole = piece.subarray(0, end);
    if (this.#rest.length) {
      whole = Buffer.concat([...this.#rest, whole]);
      this.#rest = [];
      this.#restLength = 0;
    }
    this.#keep(piece.subarray(end + 1));
    return whole.toString('utf8').split('\0');
  }

  /** The unfinished text at the end of the stream, if any. */
  end(): string[] {
    const rest = Buffer.concat(this.#rest);
    this.#rest = [];
    this.#restLength = 0;
    return rest.length ? [rest.toString('utf8')] : [];
  }

  #keep(piece: Buffer): void {
    const room = MAX_TOKEN_BYTES - this.#restLength;
    if (piece.length > 0 && room > 0) {
      const kept = piece.subarray(0, room);
      this.#rest.push(kept);
      this.#restLength += kept.length;
    }
  }
}
