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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import githubModule from '@ispo/backstage-plugin-innersource-backend-module-github';
import {
  createDemoDataset,
  Dataset,
  Repository,
  Simulator,
  Tree,
} from 'github-simulator';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import innersourcePlugin from '../index';

/** The demo organisation as its own files describe it. */
export interface Company {
  parents: Map<string, string | undefined>;
  teams: Map<string, string>;
  owners: Map<string, string>;
  entities: Entity[];
}

function documentsIn(
  dataset: Dataset,
  repository: Repository,
  file: string,
): Entity[] {
  const tree: Tree | undefined =
    dataset.contentOf(repository).history.head?.tree;
  const entry = tree?.entries.get(file);
  return entry?.kind === 'blob'
    ? parseAllDocuments(entry.bytes.toString('utf8')).map(document =>
        document.toJS(),
      )
    : [];
}

export function readCompany(dataset: Dataset): Company {
  const catalog = dataset.repositories.find(({ name }) => name === 'catalog')!;
  const parents = new Map<string, string | undefined>();
  const teams = new Map<string, string>();
  const owners = new Map<string, string>();
  const entities: Entity[] = [];
  for (const entity of documentsIn(dataset, catalog, 'groups.yaml')) {
    const parent = entity.spec?.parent;
    parents.set(
      entity.metadata.name,
      typeof parent === 'string' ? parent : undefined,
    );
    entities.push({
      ...entity,
      relations: parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : [],
    });
  }
  for (const entity of documentsIn(dataset, catalog, 'users.yaml')) {
    const memberOf = entity.spec?.memberOf;
    const [team] = Array.isArray(memberOf) ? memberOf : [];
    teams.set(entity.metadata.name, String(team));
    entities.push({
      ...entity,
      relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
    });
  }
  for (const repository of dataset.repositories) {
    if (repository.visibility === 'private') {
      continue;
    }
    for (const entity of documentsIn(
      dataset,
      repository,
      'catalog-info.yaml',
    )) {
      // A fork holds the same file as the repository that it comes from.
      const slug = `${repository.owner}/${repository.name}`;
      if (
        entity.kind === 'Component' &&
        entity.metadata.annotations?.['github.com/project-slug'] === slug
      ) {
        const owner = String(entity.spec?.owner);
        owners.set(slug, owner.replace('group:default/', ''));
        entities.push({
          ...entity,
          metadata: {
            ...entity.metadata,
            name: repository.name,
            annotations: {
              'backstage.io/source-location': `url:https://github.test/${slug}/`,
            },
          },
          relations: [{ type: 'ownedBy', targetRef: owner }],
        });
      }
    }
  }
  return { parents, teams, owners, entities };
}

export function chain(company: Company, team: string): string[] {
  const parent = company.parents.get(team);
  return parent ? [team, ...chain(company, parent)] : [team];
}

export function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) {
    return null;
  }
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The whole backend over the demo organisation, until the work is done. */
export async function withDemo(
  features: (company: Company) => BackendFeature[],
  work: (demo: {
    dataset: Dataset;
    company: Company;
    /** Projects by repository, with what was read of their contributions. */
    projects: Map<Repository, ProjectContributions>;
    get: <T>(path: string, authorization?: string) => Promise<T>;
  }) => Promise<void>,
): Promise<void> {
  const dataset = createDemoDataset({ now: new Date() });
  const company = readCompany(dataset);
  const simulator = await Simulator.create({ dataset }).start();
  try {
    const { server } = await startTestBackend({
      features: [
        innersourcePlugin,
        githubModule,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: 'github.test',
                  apiBaseUrl: `${simulator.url}/api/v3`,
                  token: 'demo',
                },
              ],
            },
          },
        }),
        ...features(company),
      ],
    });
    const ask = (path: string, authorization?: string) => {
      const asked = request(server).get(`/api/innersource${path}`);
      return authorization ? asked.set('Authorization', authorization) : asked;
    };
    const get = async <T>(path: string, authorization?: string): Promise<T> =>
      (await ask(path, authorization).expect(200)).body;
    const wait = async (name: string): Promise<ProjectContributions> => {
      const path = `/projects/by-name/component/default/${name}`;
      for (let tries = 0; ; tries += 1) {
        if ((await ask(path)).status === 200) {
          const project = await get<ProjectContributions>(
            `${path}/contributions`,
          );
          if (project.status === 'ready') {
            return project;
          }
        }
        if (tries > 1_500) {
          throw new Error(`Contributions of ${name} were never read`);
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    };
    const projects = new Map<Repository, ProjectContributions>();
    for (const repository of dataset.repositories) {
      if (company.owners.has(`${repository.owner}/${repository.name}`)) {
        projects.set(repository, await wait(repository.name));
      }
    }
    await work({ dataset, company, projects, get });
  } finally {
    await simulator.stop();
  }
}
