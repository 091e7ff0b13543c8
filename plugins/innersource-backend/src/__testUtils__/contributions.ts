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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  BotDetector,
  CatalogFacts,
  known,
  RawContribution,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ContributionPage,
  ReadContributionsRequest,
  ReadFactsResult,
  RepositorySource,
  SourceContext,
} from '@ispo/backstage-plugin-innersource-node';
import { Knex } from 'knex';
import { ContributionIngest } from '../contributions/ContributionIngest';
import { OrganisationGraph } from '../contributions/OrganisationGraph';
import { owningTeam } from '../contributions/ContributionsTask';
import { ContributionStore } from '../store/ContributionStore';
import { ContributionWriter } from '../store/ContributionWriter';
import { DatabaseProjectStore } from '../store/ProjectStore';

/** A group for tests. */
export function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

/** A user with a GitHub login of the same name, and an address. */
export function user(name: string, ...groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'github.com/user-login': name },
    },
    spec: { profile: { email: `${name}@example.com` } },
    relations: groups.map(ref => ({
      type: 'memberOf',
      targetRef: `group:default/${ref}`,
    })),
  };
}

/** A group and its members. */
export function team(
  name: string,
  parent: string,
  people: readonly string[],
): Entity[] {
  return [group(name, parent), ...people.map(person => user(person, name))];
}

/** The organisation of the examples of a project in docs/metrics.md. */
export const RETAIL_AND_BANKING: readonly Entity[] = [
  group('acme'),
  group('retail', 'acme'),
  group('banking', 'acme'),
  ...team('search', 'retail', ['sara']),
  ...team('checkout', 'retail', ['carl']),
  ...team('payments', 'banking', ['pia']),
];

/** The organisation of those of the program. */
export const NORTH_AND_SOUTH: readonly Entity[] = [
  group('acme'),
  group('north', 'acme'),
  group('south', 'acme'),
  ...team('search', 'north', ['sara', 'sam', 'sue']),
  ...team('checkout', 'south', ['carl', 'cleo', 'cora']),
  // Two people: too few for the team to be named.
  ...team('payments', 'south', ['pia', 'pete']),
];

/** The organisation that these entities make. */
export function graphOf(entities: readonly Entity[]): OrganisationGraph {
  const builder = OrganisationGraph.builder();
  entities.forEach(entity => builder.add(entity));
  return builder.build();
}

/** What the catalog says of a small component. */
export function catalogFacts(
  name: string,
  owner: string | null,
  overrides: Partial<CatalogFacts> = {},
): CatalogFacts {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    name,
    title: null,
    description: null,
    tags: [],
    type: 'service',
    lifecycle: 'production',
    system: null,
    domain: null,
    owner: known(
      owner === null
        ? null
        : {
            entityRef: owner,
            kind: owner.startsWith('user:') ? 'user' : 'group',
            exists: true,
            memberCount: 3,
          },
    ),
    links: [],
    governanceLevelAnnotation: null,
    dependents: known([]),
    ...overrides,
  };
}

/** A merged change request, unless told otherwise. */
export function contribution(
  id: string,
  login: string,
  closedAt: string,
  changes: Partial<RawContribution> = {},
): RawContribution {
  return {
    id,
    kind: 'change-request',
    author: { login },
    createdAt: new Date(Date.parse(closedAt) - 7_200_000).toISOString(),
    closedAt,
    state: 'merged',
    paths: [''],
    title: `Change ${id}`,
    url: `https://github.com/acme/search/${id}`,
    ...changes,
  };
}

/** Delivers pages as a test tells it; the cursor is the number of pages delivered. */
export class FakeContributionSource implements RepositorySource {
  readonly id: string;
  readonly batchSize = 1;
  readonly requests: ReadContributionsRequest[] = [];
  pages: Array<{ contributions: RawContribution[]; replacesAll?: boolean }> =
    [];

  constructor(id: string = 'github') {
    this.id = id;
  }

  claims(): boolean {
    return true;
  }

  async *readFacts(): AsyncIterable<ReadFactsResult> {}

  async *readContributions(
    request: ReadContributionsRequest,
    _context: SourceContext,
  ): AsyncIterable<ContributionPage> {
    this.requests.push(request);
    const start = Number(request.cursor ?? 0);
    for (let i = start; i < this.pages.length; i += 1) {
      yield { ...this.pages[i], cursor: String(i + 1) };
    }
  }
}

/** Projects in one repository and the stores around them. */
export async function createContributionFixture(
  knex: Knex,
  projects: ReadonlyArray<{ catalog: CatalogFacts; path?: string }>,
  repository: RepositoryRef = {
    url: 'https://github.com/acme/search',
    host: 'github.com',
    fullName: 'acme/search',
  },
) {
  const projectStore = DatabaseProjectStore.create({ knex });
  const synchronise = (
    wanted: ReadonlyArray<{ catalog: CatalogFacts; path?: string }>,
  ) =>
    projectStore.synchronise(
      wanted.map(({ catalog, path }) => ({
        entityRef: catalog.entityRef,
        repository,
        path: path ?? '',
        noSourceReason: null,
        catalog,
        innerSource: false,
      })),
      new Date('2026-01-01T00:00:00Z'),
    );
  await synchronise(projects);
  const stored = (await projectStore.findRepositories([repository.url])).get(
    repository.url,
  )!;
  const writer = ContributionWriter.create({ knex });
  const store = ContributionStore.create({ knex });
  const ingest = ContributionIngest.create({
    writer,
    bots: BotDetector.create(),
    historyMonths: 24,
  });
  return {
    repository: stored,
    projectStore,
    store,
    synchronise,
    async read(
      source: RepositorySource,
      graph: OrganisationGraph,
      now: Date,
      signal: AbortSignal = new AbortController().signal,
    ) {
      const inRepository =
        (await projectStore.getByRepositories([stored.id])).get(stored.id) ??
        [];
      return ingest.ingest({
        repository: stored,
        source,
        projects: inRepository.map(({ entityRef, path, catalog }) => ({
          entityRef,
          path,
          owner: owningTeam(catalog),
        })),
        graph,
        now,
        signal,
        logger: mockServices.logger.mock(),
      });
    },
    async project(entityRef: string) {
      return (await store.getProjects([entityRef])).get(entityRef)!;
    },
    /** Contributions of all time by `kind relation team distance`. */
    async sums(entityRef: string) {
      const { id } = (await store.getProjects([entityRef])).get(entityRef)!;
      const sums: Record<string, number> = {};
      for (const tally of await store.getTallies(id, 0, 100_000)) {
        const key = [
          tally.kind,
          tally.relation,
          tally.team?.replace('group:default/', '') ?? '-',
          tally.distance ?? '-',
        ].join(' ');
        sums[key] = (sums[key] ?? 0) + tally.count;
      }
      return sums;
    },
  };
}
