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
import {
  InnerSourceApi,
  InnerSourceClient,
  ProjectDetail,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import {
  myContributions,
  projectContributions,
  quietContributions,
  teamContributions,
} from './fixtures/contributions';
import {
  before,
  checkResults,
  evaluation,
  projectDetail,
  projectHistory,
  unevaluated,
} from './fixtures/project';
import { projectPage } from './fixtures/projects';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const EVALUATION_MS = 6_000;

const failure = {
  since: before(26 * HOUR_MS),
  message:
    'github.com answered 401 Unauthorized. Check the token for github.com under integrations.github in app-config.yaml.',
  kind: 'unauthorized' as const,
  attempts: 7,
  nextAttemptAt: new Date(Date.now() + 40 * MINUTE_MS).toISOString(),
};

/** One project per state, by entity name. */
export const devProjects: Record<
  string,
  { description: string; detail: ProjectDetail }
> = {
  'parcel-router': {
    description: 'Evaluated two hours ago',
    detail: projectDetail(),
  },
  'all-green': {
    description: 'Every check passes',
    detail: projectDetail({
      evaluation: evaluation(
        checkResults
          .filter(({ score }) => score !== null)
          .map(({ remedy, ...result }) => ({
            ...result,
            status: 'pass',
            score: 1,
          })),
      ),
      readinessBefore: { days: 30, readiness: 100 },
    }),
  },
  neglected: {
    description: 'Hardly any check passes',
    detail: projectDetail({
      evaluation: evaluation(
        checkResults.map((result, index) =>
          result.score !== null && index > 3
            ? { ...result, status: 'fail', score: 0 }
            : result,
        ),
      ),
      readinessBefore: { days: 12, readiness: 44 },
      mayRefresh: false,
    }),
  },
  inconclusive: {
    description: 'No check could be decided',
    detail: projectDetail({
      evaluation: evaluation(
        checkResults.map(result => ({
          ...result,
          status: 'unknown',
          score: null,
        })),
      ),
      readinessBefore: { days: 0, readiness: null },
    }),
  },
  stale: {
    description: 'The newest evaluation failed',
    detail: projectDetail({ status: 'stale', failure }),
  },
  failed: {
    description: 'No evaluation has succeeded',
    detail: unevaluated({ status: 'failed', failure }),
  },
  pending: {
    description: 'Waits for its first evaluation',
    detail: unevaluated({ queuePosition: 12 }),
  },
  evaluating: {
    description: 'Is being evaluated for the first time',
    detail: unevaluated({ status: 'evaluating' }),
  },
  'no-source': {
    description: 'Has no source location',
    detail: unevaluated({ status: 'no-source', repositoryUrl: null }),
  },
};

function responseError(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

/** The backend's client with answers from fixtures. */
export function createDevApi(): InnerSourceApi {
  const api = new InnerSourceClient({
    discoveryApi: { getBaseUrl: async id => `/api/${id}` },
  });
  const refreshedAt = new Map<string, number>();

  api.getProject = async entityRef => {
    const { name } = parseEntityRef(entityRef);
    const detail = devProjects[name]?.detail;
    if (!detail) {
      throw responseError(404, `${entityRef} is not known.`);
    }
    const start = refreshedAt.get(name);
    if (start === undefined) {
      return { ...detail, entityRef };
    }
    const elapsed = Date.now() - start;
    if (elapsed < EVALUATION_MS) {
      return elapsed < EVALUATION_MS / 2
        ? { ...detail, entityRef, queuePosition: 3 }
        : { ...detail, entityRef, status: 'evaluating' };
    }
    return {
      ...detail,
      entityRef,
      evaluation: detail.evaluation && {
        ...detail.evaluation,
        evaluatedAt: new Date(start + EVALUATION_MS).toISOString(),
      },
    };
  };
  api.listProjects = async query => projectPage(query);
  api.getProjectHistory = async () => projectHistory();
  api.getProjectContributions = async entityRef => {
    switch (parseEntityRef(entityRef).name) {
      case 'pending':
      case 'evaluating':
        return quietContributions({
          entityRef,
          status: 'pending',
          reading: { projects: 1, read: 0, failing: 0 },
        });
      case 'neglected':
        return quietContributions({ entityRef });
      case 'stale':
        return projectContributions({
          entityRef,
          source: 'git',
          unit: 'commit',
          changeRequests: unknown(
            'A git repository knows commits, but no change requests.',
          ),
        });
      default:
        return projectContributions({ entityRef });
    }
  };
  api.getTeamContributions = async entityRef =>
    teamContributions({ entityRef });
  api.getMyContributions = async () => myContributions();
  api.refreshProject = async entityRef => {
    refreshedAt.set(parseEntityRef(entityRef).name, Date.now());
    return { queuePosition: 3 };
  };
  return api;
}
