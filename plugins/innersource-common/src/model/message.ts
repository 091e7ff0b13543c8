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
 * A value inside of a {@link Message}: a number, a text that stays as it is in every
 * language (a name, a path, a quotation), a day as `YYYY-MM-DD`, another message, or
 * a list of texts and messages.
 *
 * @public
 */
export type MessageParameter =
  | string
  | number
  | { date: string }
  | Message
  | ReadonlyArray<string | Message>;

/**
 * A sentence or a part of one, as the id of one of the `messageTexts` and the values
 * in it, so that user interfaces can tell it in the language of their user.
 *
 * @public
 */
export interface Message {
  id: string;
  parameters?: Readonly<Record<string, MessageParameter>>;
}

/**
 * A sentence in English, and what it was made of.
 *
 * @public
 */
export interface Told {
  /** The sentence in English, in plain text. */
  message: string;
  /** The same for translation; absent where the words are not the suite's own. */
  translatable?: Message;
}
