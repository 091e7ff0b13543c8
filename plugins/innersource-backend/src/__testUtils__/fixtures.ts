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
  CatalogFacts,
  Evaluation,
  evaluateProject,
  known,
  parseEvaluationSettings,
  RepositoryFacts,
  RepositoryRef,
  resolveChecks,
} from '@ispo/backstage-plugin-innersource-common';
import { unmeasured } from '../evaluation/MeasuredFactsProvider';
import { EvaluationRecord } from '../store/EvaluationStore';
import { CatalogProject } from '../store/ProjectStore';
import { createRepositoryFacts } from './FakeSource';

const settings = parseEvaluationSettings(undefined);
const checks = resolveChecks(settings);

/** A repository on a host; `acme/<name>` on example.com by default. */
export function createRepository(
  name: string,
  host: string = 'example.com',
): RepositoryRef {
  return {
    url: `https://${host}/acme/${name}`,
    host,
    fullName: `acme/${name}`,
  };
}

/** A Component as the catalog sync hands it to the store. */
export function createCatalogProject(
  name: string,
  overrides: Partial<Omit<CatalogProject, 'catalog'>> & {
    catalog?: Partial<CatalogFacts>;
  } = {},
): CatalogProject {
  const entityRef = `component:default/${name}`;
  return {
    entityRef,
    repository: createRepository(name),
    path: '',
    noSourceReason: null,
    innerSource: false,
    ...overrides,
    catalog: {
      entityRef,
      kind: 'Component',
      name,
      title: null,
      description: null,
      tags: [],
      type: 'service',
      lifecycle: 'production',
      system: null,
      domain: null,
      owner: known({
        entityRef: 'group:default/owners',
        kind: 'group',
        exists: true,
        memberCount: 3,
      }),
      links: [],
      governanceLevelAnnotation: null,
      dependents: known([]),
      ...overrides.catalog,
    },
  };
}

/** A real evaluation of that project, with parts replaced. */
export function createEvaluationRecord(
  project: CatalogProject,
  options: {
    now?: Date;
    facts?: Partial<RepositoryFacts>;
    readiness?: Partial<Evaluation['readiness']>;
    activity?: number | null;
    record?: Partial<EvaluationRecord>;
  } = {},
): EvaluationRecord {
  const repository = project.repository ?? createRepository('none');
  const evaluation = evaluateProject(
    {
      project: {
        entityRef: project.entityRef,
        repository,
        path: project.path,
      },
      repository: createRepositoryFacts(repository, options.facts),
      catalog: project.catalog,
      measured: unmeasured('Not measured in this test.'),
    },
    { settings, checks, now: options.now ?? new Date('2026-11-01T12:00:00Z') },
  );
  return {
    evaluation: {
      ...evaluation,
      readiness: { ...evaluation.readiness, ...options.readiness },
      ...(options.activity !== undefined && {
        activity:
          options.activity === null
            ? null
            : {
                score: options.activity,
                variant: 'pattern',
                label: 'moderate',
              },
      }),
    },
    settingsHash: 'settings',
    tags: project.catalog.tags,
    innerSource: false,
    measured: unmeasured('Not measured in this test.'),
    ...options.record,
  };
}
