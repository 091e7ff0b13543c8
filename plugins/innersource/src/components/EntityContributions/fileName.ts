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

import { parseEntityRef } from '@backstage/catalog-model';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';

/** Parts of the name of a file with figures of the project. */
export function fileNameOf(
  contributions: ProjectContributions,
  what: string,
): string[] {
  const { entityRef, window } = contributions;
  return [parseEntityRef(entityRef).name, what, window.from, window.to];
}
