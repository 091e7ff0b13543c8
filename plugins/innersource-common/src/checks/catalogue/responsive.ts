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

import { Message } from '../../model';
import { part, tell } from '../../texts';
import { CheckDefinition } from '../definition';
import { fail, inconclusive, notApplicable, partial, pass } from '../outcomes';

import { described } from './described';
import { chaoss, initialPattern, pattern } from './guidelines';
import { numberOf } from './parameters';

const CONTRIBUTIONS = [
  'contributions-welcome',
  'shared-write-access',
  'shared-ownership',
] as const;

/** Does the project answer? All of it is measured; see the metrics' definitions. */
export const responsiveChecks: readonly CheckDefinition[] = [
  {
    ...described('first-response'),
    category: 'responsive',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: chaoss('Time to First Response', 'time-to-first-response'),
    parameters: { hours: 48, slowHours: 120 },
    evaluate(
      { measured: { medianFirstResponseHours: median } },
      { parameters },
    ) {
      if (!median.known) {
        return inconclusive(median);
      }
      if (median.value === null) {
        return notApplicable(tell('no-outside-change-request'));
      }
      const seen = tell('median-response', { duration: hours(median.value) });
      if (median.value <= numberOf(parameters, 'hours')) {
        return pass(seen);
      }
      return median.value <= numberOf(parameters, 'slowHours')
        ? partial(0.5, seen)
        : fail(seen);
    },
  },
  {
    ...described('closure-ratio'),
    category: 'responsive',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: chaoss(
      'Change Request Closure Ratio',
      'change-request-closure-ratio',
    ),
    parameters: { ratio: 0.8, lowRatio: 0.5 },
    evaluate(
      { measured: { changeRequestClosureRatio: ratio } },
      { parameters },
    ) {
      if (!ratio.known) {
        return inconclusive(ratio);
      }
      if (ratio.value === null) {
        return notApplicable(tell('no-change-request'));
      }
      const seen = tell('closure-ratio', { ratio: ratio.value });
      if (ratio.value >= numberOf(parameters, 'ratio')) {
        return pass(seen);
      }
      return ratio.value >= numberOf(parameters, 'lowRatio')
        ? partial(0.5, seen)
        : fail(seen);
    },
  },
  {
    ...described('no-unanswered'),
    category: 'responsive',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: initialPattern(
      'Reluctance to Accept Contributions',
      'reluctance-to-accept-contributions',
    ),
    parameters: { days: 30 },
    evaluate(
      { measured: { unansweredOutsideChangeRequests: unanswered } },
      { parameters },
    ) {
      if (!unanswered.known) {
        return inconclusive(unanswered);
      }
      const days = numberOf(parameters, 'days');
      const period = part('days', { count: days });
      const old = unanswered.value.filter(({ ageDays }) => ageDays > days);
      return old.length
        ? fail(
            tell('unanswered', { count: old.length, period }),
            ...old.slice(0, 5).map(({ url, ageDays }) => ({
              ...tell('open-for', { count: Math.floor(ageDays) }),
              url,
            })),
          )
        : pass(tell('none-unanswered', { period }));
    },
  },
  {
    ...described('absence-factor'),
    category: 'responsive',
    severity: 'medium',
    guideline: chaoss(
      'Contributor Absence Factor',
      'contributor-absence-factor',
    ),
    parameters: { minimum: 2 },
    evaluate(
      { measured: { contributorAbsenceFactor: factor } },
      { parameters },
    ) {
      if (!factor.known) {
        return inconclusive(factor);
      }
      if (factor.value === null) {
        return notApplicable(tell('no-contribution'));
      }
      const minimum = numberOf(parameters, 'minimum');
      const seen = tell('absence-factor', { count: factor.value });
      return factor.value >= minimum ? pass(seen) : fail(seen);
    },
  },
  {
    ...described('active-maintainers'),
    category: 'responsive',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    guideline: pattern('Core Team', 'core-team'),
    parameters: { minimum: 2 },
    evaluate({ measured: { activeMaintainers: active } }, { parameters }) {
      if (!active.known) {
        return inconclusive(active);
      }
      const minimum = numberOf(parameters, 'minimum');
      const seen = tell('active-maintainers', { count: active.value });
      if (active.value >= minimum) {
        return pass(seen);
      }
      return active.value > 0
        ? partial(Math.min(0.9, active.value / minimum), seen)
        : fail(seen);
    },
  },
];

function hours(value: number): Message {
  return value < 48
    ? part('hours', { count: oneDecimal(value) })
    : part('days', { count: oneDecimal(value / 24) });
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
