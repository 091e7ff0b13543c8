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
 * A value of a table. Null stands for what is not known.
 *
 * @public
 */
export type CsvCell = string | number | null;

// A spreadsheet takes text that starts with one of these for a formula, also
// behind white space that it strips, and some take the signs of full width too.
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * One line of a table as RFC 4180 has it, its end included. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @public
 */
export function toCsvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(toField).join(',')}\r\n`;
}

function toField(cell: CsvCell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell !== 'string') {
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
