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
 * Hands values that tasks push to one reader, as they come.
 */
export class ResultQueue<T> {
  readonly #values: T[] = [];
  #wake: (() => void) | undefined;
  #done = false;
  #error: unknown;

  push(value: T): void {
    this.#values.push(value);
    this.#wake?.();
  }

  /** Ends the reading once all values were taken; with an error, by throwing it. */
  end(error?: unknown): void {
    this.#done = true;
    this.#error = error;
    this.#wake?.();
  }

  async *read(): AsyncGenerator<T> {
    for (;;) {
      while (this.#values.length > 0) {
        yield this.#values.shift() as T;
      }
      if (this.#done) {
        if (this.#error !== undefined) {
          throw this.#error;
        }
        return;
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }
}
