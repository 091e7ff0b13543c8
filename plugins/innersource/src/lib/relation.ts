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

import {
  ContributionKind,
  ContributionRelation,
} from '@ispo/backstage-plugin-innersource-common';

/** In the order in which they are stacked. */
export const RELATIONS: readonly ContributionRelation[] = [
  'own',
  'other',
  'unknown',
  'bot',
];

export const KINDS: readonly ContributionKind[] = [
  'change-request',
  'commit',
  'review',
  'issue',
];

/** At least 3:1 on Backstage's paper; blue and orange stay apart for the color-blind. */
export const RELATION_COLORS: Readonly<
  Record<'light' | 'dark', Readonly<Record<ContributionRelation, string>>>
> = {
  light: {
    own: '#3d6aa8',
    other: '#b4530a',
    unknown: '#5b6573',
    bot: '#5b6573',
  },
  dark: {
    own: '#8ab4f8',
    other: '#ffb464',
    unknown: '#c6ccd4',
    bot: '#c6ccd4',
  },
};
