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

import { Message, Told } from './message';

/**
 * Something a source saw.
 *
 * @public
 */
export interface Known<T> {
  known: true;
  value: T;
}

/**
 * Something a source could not see: the host has no such notion, the credential
 * may not look, or reading failed. Unknown is never the same as `false`.
 *
 * @public
 */
export interface Unknown {
  known: false;
  /** Why it is unknown, as a sentence for people. */
  reason: string;
  /** The same for translation; absent where the words are not the suite's own. */
  translatable?: Message;
}

/**
 * A value that is either known or unknown. Serialisable as JSON.
 *
 * @public
 */
export type Fact<T> = Known<T> | Unknown;

/**
 * Makes a known fact.
 *
 * @public
 */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/**
 * Makes an unknown fact.
 *
 * @param reason - why it is unknown, a sentence for people
 * @public
 */
export function unknown(reason: string | Told): Unknown {
  if (typeof reason === 'string') {
    return { known: false, reason };
  }
  const { message, translatable } = reason;
  return {
    known: false,
    reason: message,
    ...(translatable ? { translatable } : {}),
  };
}
