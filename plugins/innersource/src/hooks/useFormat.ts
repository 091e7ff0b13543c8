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

import { useMemo } from 'react';
import { DateTime } from 'luxon';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { innersourceTranslationRef } from '../translation';
import { useLocale } from './useLocale';

/** Numbers and times as people of the portal's language write them. */
export interface Format {
  /** At most one decimal. */
  score(value: number): string;
  /** At most two decimals. */
  number(value: number): string;
  percent(value: number): string;
  date(iso: string): string;
  /** Day and month, where the year goes without saying. */
  day(iso: string): string;
  dateTime(iso: string): string;
  /** e.g. `just now`, `2 hours ago`, `in 3 days`. */
  relative(iso: string): string;
  /** e.g. `40 min`, `5 hr`, `3.2 days`. */
  duration(hours: number): string;
  /** Of whole days, e.g. `21 days`. */
  days(count: number): string;
  /** e.g. `this week`, `3 weeks ago`. */
  weeksAgo(count: number): string;
  /** Of `YYYY-MM`, e.g. `Mar 2026`. */
  month(month: string): string;
  /** The same for axes, e.g. `Mar 26`. */
  shortMonth(month: string): string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export function createFormat(
  locale: string,
  words: { justNow: string },
): Format {
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const inUnit = (unit: 'minute' | 'hour' | 'day', digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    });
  const minutes = inUnit('minute', 0);
  const hours = inUnit('hour', 0);
  const days = inUnit('day', 1);
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const parse = (iso: string) => DateTime.fromISO(iso).setLocale(locale);
  return {
    score: value => score.format(value),
    number: value => number.format(value),
    percent: value => percent.format(value),
    // A plain day such as a snapshot's must not move with the time zone.
    date: iso =>
      DateTime.fromISO(iso, { zone: iso.length === 10 ? 'utc' : 'local' })
        .setLocale(locale)
        .toLocaleString(DateTime.DATE_MED),
    day: iso =>
      DateTime.fromISO(iso, { zone: 'utc' })
        .setLocale(locale)
        .toLocaleString({ day: 'numeric', month: 'short' }),
    dateTime: iso => parse(iso).toLocaleString(DateTime.DATETIME_MED),
    relative: iso => {
      const passed = Date.now() - Date.parse(iso);
      return passed > -SECOND_MS && passed < MINUTE_MS
        ? words.justNow
        : parse(iso).toRelative() ?? iso;
    },
    duration: value => {
      if (value < 1) {
        return minutes.format(value * 60);
      }
      return value < 48 ? hours.format(value) : days.format(value / 24);
    },
    days: count => days.format(count),
    weeksAgo: count => ago.format(-count, 'week'),
    month: month =>
      DateTime.fromISO(month, { zone: 'utc' })
        .setLocale(locale)
        .toLocaleString({ month: 'short', year: 'numeric' }),
    shortMonth: month =>
      DateTime.fromISO(month, { zone: 'utc' })
        .setLocale(locale)
        .toLocaleString({ month: 'short', year: '2-digit' }),
  };
}

export function useFormat(): Format {
  const locale = useLocale();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const justNow = t('freshness.justNow');
  return useMemo(() => createFormat(locale, { justNow }), [locale, justNow]);
}
