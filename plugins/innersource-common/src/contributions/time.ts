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

import { ContributionWindow } from '../model';

const DAY_SECONDS = 86_400;

/**
 * Number of the UTC day an instant falls on, counted from 1970-01-01 (0).
 *
 * @param instant - ISO 8601 with any offset, or a date
 * @throws `RangeError` when it is not an instant
 * @public
 */
export function dayOf(instant: string | Date): number {
  return Math.floor(secondsOf(instant) / DAY_SECONDS);
}

/**
 * Seconds since 1970-01-01T00:00:00Z, rounded down.
 *
 * @throws `RangeError` when it is not an instant
 * @public
 */
export function secondsOf(instant: string | Date): number {
  const milliseconds =
    typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(milliseconds)) {
    throw new RangeError('Not an ISO 8601 instant');
  }
  return Math.floor(milliseconds / 1000);
}

/**
 * `YYYY-MM-DD` of a day's number.
 *
 * @public
 */
export function formatDay(day: number): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/**
 * `YYYY-MM` of a day's number, in UTC.
 *
 * @public
 */
export function monthOf(day: number): string {
  return formatDay(day).slice(0, 7);
}

/**
 * All months from the one of the first day to the one of the last, without gaps.
 *
 * @public
 */
export function monthsBetween(firstDay: number, lastDay: number): string[] {
  const months: string[] = [];
  const last = monthOf(lastDay);
  let [year, month] = monthOf(firstDay).split('-').map(Number);
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(
      2,
      '0',
    )}`;
    if (text > last) {
      return months;
    }
    months.push(text);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

/**
 * First and last day of a month given as `YYYY-MM`.
 *
 * @public
 */
export function daysOfMonth(month: string): [first: number, last: number] {
  const [year, number] = month.split('-').map(Number);
  const start = (months: number) =>
    Date.UTC(year, number - 1 + months, 1) / 1000 / DAY_SECONDS;
  return [start(0), start(1) - 1];
}

/**
 * The same day of the month a number of months earlier; the month's last day
 * where that month is shorter (31 March less one month is 28 or 29 February).
 *
 * @public
 */
export function dayMonthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY_SECONDS * 1000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() - months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (
    Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) /
    1000 /
    DAY_SECONDS
  );
}

/**
 * First and last day of the window that ends today: `days` whole UTC days,
 * today included.
 *
 * @public
 */
export function windowDays(
  now: Date,
  days: number,
): { firstDay: number; lastDay: number } {
  const lastDay = dayOf(now);
  return { firstDay: lastDay - days + 1, lastDay };
}

/**
 * The same as {@link windowDays}, written out.
 *
 * @public
 */
export function contributionWindow(
  now: Date,
  days: number,
): ContributionWindow {
  const { firstDay, lastDay } = windowDays(now, days);
  return { days, from: formatDay(firstDay), to: formatDay(lastDay) };
}
