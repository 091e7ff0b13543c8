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

import { CheckDefinition } from '../definition';
import {
  count,
  fail,
  formatNumber,
  inconclusive,
  notApplicable,
  partial,
  pass,
} from '../outcomes';
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
    id: 'first-response',
    category: 'responsive',
    title: 'Answers people from other teams in time',
    why: 'The time until somebody answers decides whether a contributor comes back.',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: chaoss('Time to First Response', 'time-to-first-response'),
    remedy: {
      summary:
        'Agree on who looks at new change requests each day, and answer with a first comment even when the review has to wait.',
    },
    parameters: { hours: 48, slowHours: 120 },
    evaluate(
      { measured: { medianFirstResponseHours: median } },
      { parameters },
    ) {
      if (!median.known) {
        return inconclusive(median.reason);
      }
      if (median.value === null) {
        return notApplicable(
          'Nobody from another team opened a change request in the last 365 days.',
        );
      }
      const seen = `The median first response to change requests from other teams took ${hours(
        median.value,
      )} in the last 365 days.`;
      if (median.value <= numberOf(parameters, 'hours')) {
        return pass(seen);
      }
      return median.value <= numberOf(parameters, 'slowHours')
        ? partial(0.5, seen)
        : fail(seen);
    },
  },
  {
    id: 'closure-ratio',
    category: 'responsive',
    title: 'Closes as many change requests as are opened',
    why: 'When more is opened than closed, a queue grows, and with it the wait of everybody.',
    severity: 'medium',
    levels: CONTRIBUTIONS,
    guideline: chaoss(
      'Change Request Closure Ratio',
      'change-request-closure-ratio',
    ),
    remedy: {
      summary:
        'Go through the open change requests: merge, or close with a friendly reason.',
    },
    parameters: { ratio: 0.8, lowRatio: 0.5 },
    evaluate(
      { measured: { changeRequestClosureRatio: ratio } },
      { parameters },
    ) {
      if (!ratio.known) {
        return inconclusive(ratio.reason);
      }
      if (ratio.value === null) {
        return notApplicable(
          'No change request was opened in the last 365 days.',
        );
      }
      const seen = `Change requests closed, divided by those opened, were ${ratio.value.toFixed(
        2,
      )} in the last 365 days.`;
      if (ratio.value >= numberOf(parameters, 'ratio')) {
        return pass(seen);
      }
      return ratio.value >= numberOf(parameters, 'lowRatio')
        ? partial(0.5, seen)
        : fail(seen);
    },
  },
  {
    id: 'no-unanswered',
    category: 'responsive',
    title: 'Leaves no change request of others unanswered',
    why: 'A change request that nobody answers tells its author, and everybody who sees it, that contributions are not wanted.',
    severity: 'high',
    levels: CONTRIBUTIONS,
    guideline: initialPattern(
      'Reluctance to Accept Contributions',
      'reluctance-to-accept-contributions',
    ),
    remedy: {
      summary:
        'Answer the change requests listed here, oldest first, if only to say when you will look at them.',
    },
    parameters: { days: 30 },
    evaluate(
      { measured: { unansweredOutsideChangeRequests: unanswered } },
      { parameters },
    ) {
      if (!unanswered.known) {
        return inconclusive(unanswered.reason);
      }
      const days = numberOf(parameters, 'days');
      const old = unanswered.value.filter(({ ageDays }) => ageDays > days);
      return old.length
        ? fail(
            `${count(
              old.length,
              'change request',
            )} of other teams without any answer for more than ${count(
              days,
              'day',
            )}.`,
            ...old.slice(0, 5).map(({ url, ageDays }) => ({
              message: `Open for ${count(Math.floor(ageDays), 'day')}.`,
              url,
            })),
          )
        : pass(
            `No change request of other teams waits longer than ${count(
              days,
              'day',
            )} for an answer.`,
          );
    },
  },
  {
    id: 'absence-factor',
    category: 'responsive',
    title: 'Does not depend on one person',
    why: 'When one person makes more than half of all contributions, their holiday stops the project.',
    severity: 'medium',
    guideline: chaoss(
      'Contributor Absence Factor',
      'contributor-absence-factor',
    ),
    remedy: {
      summary:
        'Share the work: let others review, pair on the parts that only one person knows, and invite a contributor to become a maintainer.',
    },
    parameters: { minimum: 2 },
    evaluate(
      { measured: { contributorAbsenceFactor: factor } },
      { parameters },
    ) {
      if (!factor.known) {
        return inconclusive(factor.reason);
      }
      if (factor.value === null) {
        return notApplicable('There was no contribution in the last 365 days.');
      }
      const minimum = numberOf(parameters, 'minimum');
      const seen = `${count(
        factor.value,
        'person makes',
        'people make',
      )} more than half of the contributions of the last 365 days.`;
      return factor.value >= minimum ? pass(seen) : fail(seen);
    },
  },
  {
    id: 'active-maintainers',
    category: 'responsive',
    title: 'More than one active maintainer',
    why: 'Two active maintainers can review each other and answer when one is away.',
    severity: 'medium',
    severityAt: { 'shared-write-access': 'high', 'shared-ownership': 'high' },
    guideline: pattern('Core Team', 'core-team'),
    remedy: {
      summary:
        'Win a second maintainer: a member of the team or a trusted committer from another one who reviews and merges.',
    },
    parameters: { minimum: 2 },
    evaluate({ measured: { activeMaintainers: active } }, { parameters }) {
      if (!active.known) {
        return inconclusive(active.reason);
      }
      const minimum = numberOf(parameters, 'minimum');
      const seen = `${count(
        active.value,
        'maintainer was',
        'maintainers were',
      )} active in the last 90 days.`;
      if (active.value >= minimum) {
        return pass(seen);
      }
      return active.value > 0
        ? partial(Math.min(0.9, active.value / minimum), seen)
        : fail(seen);
    },
  },
];

function hours(value: number): string {
  return value < 48
    ? count(Math.round(value * 10) / 10, 'hour')
    : `${formatNumber(value / 24)} days`;
}
