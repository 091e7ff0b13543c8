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

import { ProgramFlows } from '@ispo/backstage-plugin-innersource-common';

/** Contributions from one team or division to another. */
export type FlowCell = ProgramFlows['cells'][number];

/** The cells as rows (givers) and columns (receivers). */
export interface FlowMatrix {
  /** Most contributions first; those that may not be named last. */
  from: Array<string | null>;
  to: Array<string | null>;
  max: number;
  /** Givers and receivers that did not fit. */
  hidden: number;
  cellOf(from: string | null, to: string | null): FlowCell | undefined;
}

function ranked(
  cells: readonly FlowCell[],
  keyOf: (cell: FlowCell) => string | null,
): Array<string | null> {
  const sums = new Map<string | null, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    sums.set(key, (sums.get(key) ?? 0) + cell.contributions);
  }
  return [...sums]
    .sort(
      ([a, ofA], [b, ofB]) =>
        Number(a === null) - Number(b === null) ||
        ofB - ofA ||
        String(a).localeCompare(String(b)),
    )
    .map(([key]) => key);
}

/** @param limit - how many givers and how many receivers at most */
export function toFlowMatrix(
  cells: readonly FlowCell[],
  limit: number,
): FlowMatrix {
  const from = ranked(cells, cell => cell.from);
  const to = ranked(cells, cell => cell.to);
  const byKey = new Map(
    cells.map(cell => [JSON.stringify([cell.from, cell.to]), cell]),
  );
  return {
    from: from.slice(0, limit),
    to: to.slice(0, limit),
    max: Math.max(...cells.map(({ contributions }) => contributions), 1),
    hidden: Math.max(from.length - limit, 0) + Math.max(to.length - limit, 0),
    cellOf: (giver, receiver) => byKey.get(JSON.stringify([giver, receiver])),
  };
}
