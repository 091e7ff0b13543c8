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

import { Guideline } from '../../model';

/** A published pattern of the InnerSource Commons. */
export function pattern(name: string, slug: string): Guideline {
  return {
    name: `InnerSource pattern: ${name}`,
    url: `https://patterns.innersourcecommons.org/p/${slug}`,
  };
}

/** A pattern of the InnerSource Commons that is not part of the book yet. */
export function initialPattern(name: string, slug: string): Guideline {
  return {
    name: `InnerSource pattern: ${name}`,
    url: `https://github.com/InnerSourceCommons/InnerSourcePatterns/blob/main/patterns/1-initial/${slug}.md`,
  };
}

/** A metric of CHAOSS. */
export function chaoss(name: string, slug: string): Guideline {
  return {
    name: `CHAOSS metric: ${name}`,
    url: `https://chaoss.community/kb/metric-${slug}/`,
  };
}

/** A check of OpenSSF Scorecard. */
export function scorecard(name: string): Guideline {
  return {
    name: `OpenSSF Scorecard: ${name}`,
    url: `https://github.com/ossf/scorecard/blob/main/docs/checks.md#${name.toLowerCase()}`,
  };
}

export const BASE_DOCUMENTATION = pattern(
  'Standard Base Documentation',
  'base-documentation',
);

export const PORTAL = pattern('InnerSource Portal', 'innersource-portal');

export const GITHUB_CONFIGURATION: Guideline = {
  name: 'Managing InnerSource Projects: GitHub configuration',
  url: 'https://github.com/InnerSourceCommons/managing-innersource-projects/blob/main/tooling/github-configuration.md',
};
