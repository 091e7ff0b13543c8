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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** What separates the parts of a ref, and what databases refuse. */
const NOT_IN_NAMES = [':', '/', '\u0000'];

/**
 * The entity ref that a path names, in lower case.
 *
 * @throws InputError when a part of it cannot be one.
 */
export function toEntityRef(parts: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  for (const part of [parts.kind, parts.namespace, parts.name]) {
    if (NOT_IN_NAMES.some(character => part.includes(character))) {
      throw new InputError(
        `'${part}' is not a kind, namespace or name of an entity. Take them from its entity ref kind:namespace/name.`,
      );
    }
  }
  return stringifyEntityRef(parts).toLocaleLowerCase('en-US');
}

/**
 * A whole entity ref, in lower case.
 *
 * @throws InputError when it is none.
 */
export function normalizeEntityRef(entityRef: string): string {
  try {
    return toEntityRef(parseEntityRef(entityRef));
  } catch {
    throw new InputError(
      `'${entityRef}' is not an entity ref. Give refs of the form kind:namespace/name.`,
    );
  }
}
