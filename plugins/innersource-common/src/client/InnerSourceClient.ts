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
import { ResponseError } from '@backstage/errors';
import {
  BackendStatus,
  ExportFile,
  ExportQuery,
  HelpWantedPage,
  HelpWantedQuery,
  ContributionWindowDays,
  ListProjectsQuery,
  MyContributions,
  ProjectContributions,
  FlowLevel,
  OrganizationList,
  ProgramCategories,
  ProgramChecks,
  ProgramFlows,
  ProgramMovers,
  ProgramNewcomers,
  ProgramProjectOrder,
  ProgramProjectPage,
  ProgramQuery,
  ProgramSummary,
  ProgramTrend,
  ProjectDetail,
  ProjectHistory,
  ProjectPage,
  ProjectSummary,
  RecomputeContributionsRequest,
  RecomputeContributionsResult,
  RefreshAccepted,
  Suggestions,
  TeamContributions,
} from '../model';
import { InnerSourceApi, RequestOptions } from './InnerSourceApi';

/**
 * Talks to the InnerSource backend from a frontend or another backend.
 *
 * @public
 */
export class InnerSourceClient implements InnerSourceApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetch = options.fetchApi
      ? options.fetchApi.fetch
      : (...args) => fetch(...args);
  }

  async listProjects(
    query?: ListProjectsQuery,
    options?: RequestOptions,
  ): Promise<ProjectPage> {
    return this.#request('GET', `/projects${toQuery(query)}`, options);
  }

  async getProjectsByRefs(
    entityRefs: string[],
    options?: RequestOptions,
  ): Promise<{ items: Array<ProjectSummary | null> }> {
    return this.#request('POST', '/projects/by-refs', options, { entityRefs });
  }

  async getProject(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ProjectDetail> {
    return this.#request('GET', projectPath(entityRef), options);
  }

  async getProjectHistory(
    entityRef: string,
    range?: { from?: string; to?: string },
    options?: RequestOptions,
  ): Promise<ProjectHistory> {
    return this.#request(
      'GET',
      `${projectPath(entityRef)}/history${toQuery(range)}`,
      options,
    );
  }

  async refreshProject(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<RefreshAccepted> {
    return this.#request('POST', `${projectPath(entityRef)}/refresh`, options);
  }

  async listHelpWanted(
    query?: HelpWantedQuery,
    options?: RequestOptions,
  ): Promise<HelpWantedPage> {
    return this.#request('GET', `/help-wanted${toQuery(query)}`, options);
  }

  async getSuggestions(
    query?: { limit?: number },
    options?: RequestOptions,
  ): Promise<Suggestions> {
    return this.#request('GET', `/me/suggestions${toQuery(query)}`, options);
  }

  async exportProjects(
    file: ExportFile,
    query?: ExportQuery,
    options?: RequestOptions,
  ): Promise<Blob> {
    const response = await this.#send(
      'GET',
      `/export/${file}${toQuery(query)}`,
      options,
      { accept: '*/*' },
    );
    return response.blob();
  }

  async getStatus(options?: RequestOptions): Promise<BackendStatus> {
    return this.#request('GET', '/status', options);
  }

  async getProjectContributions(
    entityRef: string,
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<ProjectContributions> {
    return this.#request(
      'GET',
      `${projectPath(entityRef)}/contributions${toQuery(query)}`,
      options,
    );
  }

  async getTeamContributions(
    entityRef: string,
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<TeamContributions> {
    return this.#request(
      'GET',
      `/teams/by-name/${namePath(entityRef)}/contributions${toQuery(query)}`,
      options,
    );
  }

  async getMyContributions(
    query?: { window?: ContributionWindowDays },
    options?: RequestOptions,
  ): Promise<MyContributions> {
    return this.#request('GET', `/me/contributions${toQuery(query)}`, options);
  }

  async recomputeContributions(
    request: RecomputeContributionsRequest,
    options?: RequestOptions,
  ): Promise<RecomputeContributionsResult> {
    return this.#request('POST', '/contributions/recompute', options, request);
  }

  async getProgramSummary(
    query?: ProgramQuery,
    options?: RequestOptions,
  ): Promise<ProgramSummary> {
    return this.#request('GET', `/program/summary${toQuery(query)}`, options);
  }

  async getProgramTrend(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramTrend> {
    return this.#request('GET', `/program/trend${toQuery(query)}`, options);
  }

  async getProgramChecks(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramChecks> {
    return this.#request('GET', `/program/checks${toQuery(query)}`, options);
  }

  async getProgramCheckProjects(
    checkId: string,
    query?: Pick<ProgramQuery, 'scope'> & { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<ProgramProjectPage> {
    return this.#request(
      'GET',
      `/program/checks/${encodeURIComponent(checkId)}/projects${toQuery(
        query,
      )}`,
      options,
    );
  }

  async getProgramProjects(
    query?: Pick<ProgramQuery, 'scope'> & {
      orderBy?: ProgramProjectOrder;
      limit?: number;
      cursor?: string;
    },
    options?: RequestOptions,
  ): Promise<ProgramCategories> {
    return this.#request('GET', `/program/projects${toQuery(query)}`, options);
  }

  async getProgramFlows(
    query?: ProgramQuery & { level?: FlowLevel },
    options?: RequestOptions,
  ): Promise<ProgramFlows> {
    return this.#request('GET', `/program/flows${toQuery(query)}`, options);
  }

  async getProgramFlowProjects(
    query: ProgramQuery & {
      level?: FlowLevel;
      from: string;
      to: string;
      limit?: number;
      cursor?: string;
    },
    options?: RequestOptions,
  ): Promise<ProgramProjectPage> {
    return this.#request(
      'GET',
      `/program/flows/projects${toQuery(query)}`,
      options,
    );
  }

  async getProgramMovers(
    query?: ProgramQuery,
    options?: RequestOptions,
  ): Promise<ProgramMovers> {
    return this.#request('GET', `/program/movers${toQuery(query)}`, options);
  }

  async getProgramNewcomers(
    query?: Pick<ProgramQuery, 'scope'>,
    options?: RequestOptions,
  ): Promise<ProgramNewcomers> {
    return this.#request('GET', `/program/newcomers${toQuery(query)}`, options);
  }

  async getOrganizations(options?: RequestOptions): Promise<OrganizationList> {
    return this.#request('GET', '/organisations', options);
  }

  async getProgramReport(
    query?: ProgramQuery & { level?: FlowLevel },
    options?: RequestOptions,
  ): Promise<string> {
    const response = await this.#send(
      'GET',
      `/export/report.md${toQuery(query)}`,
      options,
      { accept: 'text/markdown' },
    );
    return response.text();
  }

  async #request<T>(
    method: 'GET' | 'POST',
    path: string,
    options?: RequestOptions,
    body?: unknown,
  ): Promise<T> {
    const response = await this.#send(method, path, options, {
      accept: 'application/json',
      body,
    });
    return response.json();
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    options: RequestOptions | undefined,
    { accept, body }: { accept: string; body?: unknown },
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('innersource');
    const response = await this.#fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Accept: accept,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options?.signal && { signal: options.signal }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function projectPath(entityRef: string): string {
  return `/projects/by-name/${namePath(entityRef)}`;
}

function namePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}

function toQuery(query: object | undefined): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  // The contract knows no form encoding: a plus sign is a plus sign there.
  const text = params.toString().replaceAll('+', '%20');
  return text ? `?${text}` : '';
}
