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

import { GraphQLError } from 'graphql';

/** Arguments of every connection. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/**
 * A page of items in the form of a GraphQL connection.
 */
export function connection<T>(
  items: readonly T[],
  args: PageArguments,
  view: (item: T) => unknown,
  options: { cursorPrefix?: string; edge?: (item: T) => object } = {},
) {
  const prefix = options.cursorPrefix ?? 'cursor:v2:';
  const toCursor = (index: number) =>
    Buffer.from(`${prefix}${index}`, 'utf8').toString('base64');
  const toIndex = (cursor: string) => {
    const text = Buffer.from(cursor, 'base64').toString('utf8');
    const index = text.startsWith(prefix)
      ? Number(text.slice(prefix.length))
      : NaN;
    if (!Number.isInteger(index)) {
      throw new GraphQLError(
        `\`${cursor}\` does not appear to be a valid cursor.`,
        { extensions: { type: 'INVALID_CURSOR_ARGUMENTS' } },
      );
    }
    return index;
  };
  let start = args.after ? toIndex(args.after) + 1 : 0;
  let end = args.before
    ? Math.min(toIndex(args.before), items.length)
    : items.length;
  if (typeof args.first === 'number') {
    end = Math.min(end, start + args.first);
  } else if (typeof args.last === 'number') {
    start = Math.max(start, end - args.last);
  }
  const page = () => items.slice(start, Math.max(start, end));
  return {
    totalCount: items.length,
    nodes: () => page().map(view),
    edges: () =>
      page().map((item, index) => ({
        cursor: toCursor(start + index),
        node: () => view(item),
        ...options.edge?.(item),
      })),
    pageInfo: () => ({
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0 && items.length > 0,
      startCursor: end > start ? toCursor(start) : null,
      endCursor: end > start ? toCursor(end - 1) : null,
    }),
  };
}
