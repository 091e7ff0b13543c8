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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { CheckDefinition } from '@ispo/backstage-plugin-innersource-common';
import { RepositorySource } from './source';

/**
 * Notices that something happened in repositories, e.g. by webhooks.
 *
 * @public
 */
export interface RefreshTrigger {
  /**
   * Called once at start of the backend.
   *
   * @param refresh - Puts the repositories with these addresses ahead in the
   * queue. Any address inside a repository will do; addresses of no project's
   * repository are ignored. Calls may come in bursts: they are gathered for a few
   * seconds.
   */
  start(refresh: (urls: string[]) => void): Promise<void>;
}

/**
 * Adds to the InnerSource backend.
 *
 * @public
 */
export interface InnerSourceExtensionPoint {
  /** Adds a source; asked before the git source, in order of addition. */
  addRepositorySource(...sources: RepositorySource[]): void;
  /** Adds checks to the built-in ones. An id that is taken stops the backend at start. */
  addCheck(...checks: CheckDefinition[]): void;
  /** Adds what notices changes in repositories. */
  addRefreshTrigger(...triggers: RefreshTrigger[]): void;
}

/**
 * Adds repository sources and checks to the InnerSource backend.
 *
 * @public
 */
export const innersourceExtensionPoint =
  createExtensionPoint<InnerSourceExtensionPoint>({ id: 'innersource' });
