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

import { AuthService } from '@backstage/backend-plugin-api';
import { RequestOptions } from '@ispo/backstage-plugin-innersource-common';
import { Readable } from 'node:stream';

/**
 * Title and text of a document that stands for nothing, without words of any
 * language: the frontend plugin says it in the user's and links to its page.
 */
export const NO_RESULT = { title: 'InnerSource', text: '' };

/**
 * Reads page after page as this plugin, with a fresh token for each, because
 * a token may not live as long as the whole reading takes.
 */
export function readAllPages<TItem, TDocument>(options: {
  auth: AuthService;
  page: (
    cursor: string | undefined,
    requestOptions: RequestOptions,
  ) => Promise<{ items: TItem[]; nextCursor: string | null }>;
  toDocument: (item: TItem) => TDocument;
  /**
   * Stands for nothing. Search keeps the documents of an earlier reading when a
   * later one has none, and its embedded engine fails on a type that never had any.
   */
  nothing: TDocument;
}): Readable {
  const { auth, page, toDocument, nothing } = options;
  async function* documents() {
    let isEmpty = true;
    let cursor: string | undefined;
    do {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'innersource',
      });
      const { items, nextCursor } = await page(cursor, { token });
      yield* items.map(toDocument);
      isEmpty &&= items.length === 0;
      cursor = nextCursor ?? undefined;
    } while (cursor);
    if (isEmpty) {
      yield nothing;
    }
  }
  return Readable.from(documents());
}
