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
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  InnerSourceApi,
  ProjectSummary,
} from '@ispo/backstage-plugin-innersource-common';
import { Readable } from 'node:stream';
import { NO_RESULT, readAllPages } from './PageCollator';

/**
 * What the portal search knows of a project.
 */
export interface ProjectDocument extends IndexableDocument {
  entityRef: string;
  owner: string;
  grade: string;
  language: string;
  starterIssues: number;
}

const NOTHING: ProjectDocument = {
  ...NO_RESULT,
  location: '/innersource/discover',
  entityRef: '',
  owner: '',
  grade: '',
  language: '',
  starterIssues: 0,
};

/**
 * Collates the projects that count as InnerSource projects.
 */
export class ProjectCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'innersource-project';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #api: InnerSourceApi;
  readonly #auth: AuthService;
  readonly #locationTemplate: string;

  private constructor(options: {
    api: InnerSourceApi;
    auth: AuthService;
    locationTemplate: string;
  }) {
    this.#api = options.api;
    this.#auth = options.auth;
    this.#locationTemplate = options.locationTemplate;
  }

  static create(options: {
    api: InnerSourceApi;
    auth: AuthService;
    /** Path of an entity page with `:kind`, `:namespace` and `:name`. */
    locationTemplate: string;
  }): ProjectCollatorFactory {
    return new ProjectCollatorFactory(options);
  }

  async getCollator(): Promise<Readable> {
    return readAllPages({
      auth: this.#auth,
      page: (cursor, options) =>
        this.#api.listProjects(
          {
            innerSourceOnly: true,
            orderBy: 'name',
            limit: 200,
            cursor,
            facets: false,
          },
          options,
        ),
      toDocument: project => this.#toDocument(project),
      nothing: NOTHING,
    });
  }

  #toDocument(project: ProjectSummary): ProjectDocument {
    const { motivation, skills = [], contributions = [] } = project.metadata;
    return {
      title: project.metadata.title ?? project.title,
      text: [
        motivation,
        project.description,
        ...project.topics,
        ...skills,
        ...contributions,
      ]
        .filter(Boolean)
        .join(' · '),
      location: this.#location(project.entityRef),
      authorization: { resourceRef: project.entityRef },
      entityRef: project.entityRef,
      owner: project.owner ?? '',
      grade: project.grade ?? '',
      language: project.language ?? '',
      starterIssues: project.starterIssueCount,
    };
  }

  #location(entityRef: string): string {
    const ref: Record<string, string> = { ...parseEntityRef(entityRef) };
    const page = this.#locationTemplate.replace(
      /:(kind|namespace|name)\b/g,
      (_, key: string) =>
        encodeURIComponent(ref[key].toLocaleLowerCase('en-US')),
    );
    // Backstage's embedded search engine keeps one document per location: with
    // the same one, this document would take the place of the catalog's.
    return `${page}#innersource`;
  }
}
