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

/** A step of a sequential scale: background, and text at least 4.5:1 on it. */
export interface HeatStep {
  background: string;
  text: string;
}

const STEPS: Readonly<Record<'light' | 'dark', readonly HeatStep[]>> = {
  light: [
    { background: '#e6eef8', text: '#10141a' },
    { background: '#b9d3f0', text: '#10141a' },
    { background: '#86b4e6', text: '#10141a' },
    { background: '#2c6cb3', text: '#ffffff' },
    { background: '#174a82', text: '#ffffff' },
  ],
  dark: [
    { background: '#22344a', text: '#ffffff' },
    { background: '#29517f', text: '#ffffff' },
    { background: '#2c6cb3', text: '#ffffff' },
    { background: '#86b4e6', text: '#10141a' },
    { background: '#d6e7fb', text: '#10141a' },
  ],
};

/**
 * Step of a value between 0 and a maximum; more is stronger in either theme.
 *
 * @param share - value ÷ maximum, above 0 to 1
 */
export function heatStep(theme: 'light' | 'dark', share: number): HeatStep {
  const steps = STEPS[theme];
  const place = Math.ceil(Math.min(Math.max(share, 0), 1) * steps.length) - 1;
  return steps[Math.max(place, 0)];
}
