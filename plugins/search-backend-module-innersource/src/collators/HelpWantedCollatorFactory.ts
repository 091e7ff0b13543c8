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

import { AuthService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  HelpWantedIssue,
  InnerSourceApi,
} from '@ispo/backstage-plugin-innersource-common';
import { Readable } from 'node:stream';
import { NO_RESULT, readAllPages } from './PageCollator';

/**
 * What the portal search knows of a starter issue.
 */
export interface HelpWantedDocument extends IndexableDocument {
  entityRef: string;
  projectTitle: string;
  owner: string;
  language: string;
}

const NOTHING: HelpWantedDocument = {
  ...NO_RESULT,
  location: '/innersource/help-wanted',
  entityRef: '',
  projectTitle: '',
  owner: '',
  language: '',
};

/**
 * Collates open, unassigned starter issues.
 */
export class HelpWantedCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'innersource-help-wanted';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #api: InnerSourceApi;
  readonly #auth: AuthService;

  private constructor(options: { api: InnerSourceApi; auth: AuthService }) {
    this.#api = options.api;
    this.#auth = options.auth;
  }

  static create(options: {
    api: InnerSourceApi;
    auth: AuthService;
  }): HelpWantedCollatorFactory {
    return new HelpWantedCollatorFactory(options);
  }

  async getCollator(): Promise<Readable> {
    return readAllPages({
      auth: this.#auth,
      page: (cursor, options) =>
        this.#api.listHelpWanted(
          { limit: 200, cursor, facets: false },
          options,
        ),
      toDocument,
      nothing: NOTHING,
    });
  }
}

function toDocument(issue: HelpWantedIssue): HelpWantedDocument {
  return {
    title: issue.title,
    text: [
      issue.projectTitle,
      ...issue.labels,
      ...(issue.skills ?? []),
      issue.effort,
    ]
      .filter(Boolean)
      .join(' · '),
    location: issue.url,
    authorization: { resourceRef: issue.entityRef },
    entityRef: issue.entityRef,
    projectTitle: issue.projectTitle,
    owner: issue.owner ?? '',
    language: issue.language ?? '',
  };
}
