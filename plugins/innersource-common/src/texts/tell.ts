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

import { Message, MessageParameter, Told } from '../model';
import { formatNumber } from './formatNumber';
import { messageTexts } from './messages';

/**
 * Id of one of the {@link messageTexts}, without the suffix of its plural form.
 *
 * @public
 */
export type MessageId = {
  [Key in keyof typeof messageTexts]: Key extends `${infer Id}_${
    | 'zero'
    | 'one'
    | 'other'}`
    ? Id
    : Key;
}[keyof typeof messageTexts];

/**
 * The English text of a message; of a message with a plural, that for several.
 *
 * @public
 */
export type MessageText<Id extends MessageId> =
  Id extends keyof typeof messageTexts
    ? (typeof messageTexts)[Id]
    : `${Id}_other` extends keyof typeof messageTexts
    ? (typeof messageTexts)[`${Id}_other`]
    : never;

/**
 * What stands between double braces in a text.
 *
 * @public
 */
export type ParameterNames<Text extends string> =
  Text extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | ParameterNames<Rest>
    : never;

/**
 * The parameters of a message.
 *
 * @public
 */
export type ParametersOf<Id extends MessageId> = {
  [Name in
    | ParameterNames<MessageText<Id>>
    | (`${Id}_one` extends keyof typeof messageTexts
        ? 'count'
        : never)]: Name extends 'count' ? number : MessageParameter;
};

/**
 * What {@link tell} takes behind the id: nothing for a message without parameters.
 *
 * @public
 */
export type MessageArguments<Id extends MessageId> =
  keyof ParametersOf<Id> extends never ? [] : [parameters: ParametersOf<Id>];

/**
 * Tells something by one of the suite's own messages: the sentence in English, and
 * the message for user interfaces that speak other languages.
 *
 * @public
 */
export function tell<Id extends MessageId>(
  id: Id,
  ...parameters: MessageArguments<Id>
): Told & { translatable: Message } {
  const translatable = part(id, ...parameters);
  return { message: toEnglish(translatable), translatable };
}

/**
 * A part of a sentence, for the parameters of {@link tell}.
 *
 * @public
 */
export function part<Id extends MessageId>(
  id: Id,
  ...[parameters]: MessageArguments<Id>
): Message {
  return parameters ? { id, parameters } : { id };
}

function toEnglish({ id, parameters = {} }: Message): string {
  const texts: Readonly<Record<string, string>> = messageTexts;
  const { count } = parameters;
  const text =
    texts[id] ??
    (count === 0 ? texts[`${id}_zero`] : undefined) ??
    texts[`${id}_${count === 1 ? 'one' : 'other'}`];
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    show(parameters[name]),
  );
}

function show(value: MessageParameter): string {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    return formatNumber(value);
  }
  if ('id' in value) {
    return toEnglish(value);
  }
  return 'date' in value ? value.date : value.map(show).join(', ');
}
