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

import { createHash } from 'node:crypto';
import {
  CatalogFacts,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import {
  chunked,
  toInstant,
  toSearchText,
  toSortName,
  withoutNul,
} from './columns';
import { StoredRepository, toStoredRepository } from './QueueStore';

/** Rows per statement; a project has about twenty columns. */
const CHUNK = 500;

/** What the catalog says about one project. */
export interface CatalogProject {
  entityRef: string;
  /** Null without a readable source location. */
  repository: RepositoryRef | null;
  /** Path inside the repository, `''` for the whole of it. */
  path: string;
  /** Why there is no repository, for people. */
  noSourceReason: string | null;
  catalog: CatalogFacts;
  /** True when it counts as an InnerSource project by what the catalog says. */
  innerSource: boolean;
}

/** A project as stored. */
export interface StoredProject {
  entityRef: string;
  repository: StoredRepository | null;
  path: string;
  noSourceReason: string | null;
  catalog: CatalogFacts;
}

/** What a synchronisation changed. */
export interface SyncChanges {
  added: number;
  changed: number;
  removed: number;
  /** Repositories to be read: new ones, and those that got other project paths. */
  repositoriesToRead: number[];
  /** Repositories whose projects changed in what the catalog says only. */
  repositoriesToEvaluate: number[];
  /** Repositories without any project left; their rows are gone. */
  removedRepositories: RepositoryRef[];
}

/** Projects and the repositories they lie in. */
export interface ProjectStore {
  /** Makes the stored projects those of a complete look at the catalog. */
  synchronise(
    projects: readonly CatalogProject[],
    now: Date,
  ): Promise<SyncChanges>;

  get(entityRef: string): Promise<StoredProject | undefined>;

  /** Projects of several repositories, by repository id. */
  getByRepositories(
    repositoryIds: readonly number[],
  ): Promise<Map<number, StoredProject[]>>;

  /** Ids of repositories with one of these URLs, by URL. */
  findRepositories(
    urls: readonly string[],
  ): Promise<Map<string, StoredRepository>>;
}

/** Projects in the plugin's database. */
export class DatabaseProjectStore implements ProjectStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseProjectStore {
    return new DatabaseProjectStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async synchronise(
    projects: readonly CatalogProject[],
    now: Date,
  ): Promise<SyncChanges> {
    const wanted = new Map(
      projects.map(project => [project.entityRef, project]),
    );
    return this.#knex.transaction(async trx => {
      const existing = new Map<string, ExistingRow>();
      for (const row of await trx('projects')
        .leftJoin('repositories', 'repositories.id', 'projects.repository_id')
        .select(
          'projects.entity_ref',
          'projects.catalog_hash',
          'projects.path',
          'projects.repository_id',
          'repositories.url',
        )) {
        existing.set(row.entity_ref, row);
      }

      const changed: Array<{ project: CatalogProject; hash: string }> = [];
      for (const project of wanted.values()) {
        const hash = hashOf(project);
        if (existing.get(project.entityRef)?.catalog_hash !== hash) {
          changed.push({ project, hash });
        }
      }
      const removed = [...existing.keys()].filter(ref => !wanted.has(ref));

      const repositories = await this.#upsertRepositories(
        trx,
        changed.flatMap(({ project }) => project.repository ?? []),
      );
      const toRead = new Set<number>();
      const toEvaluate = new Set<number>();
      const rows = changed.map(({ project, hash }) => {
        const before = existing.get(project.entityRef);
        const repository =
          project.repository && repositories.get(project.repository.url);
        if (repository) {
          const moved =
            before?.repository_id !== repository.id ||
            before.path !== project.path;
          (moved ? toRead : toEvaluate).add(repository.id);
        }
        return toRow(project, repository?.id ?? null, hash, now);
      });
      for (const chunk of chunked(rows, CHUNK)) {
        const { created_at: _, ...updatable } = chunk[0];
        await trx('projects')
          .insert(chunk)
          .onConflict('entity_ref')
          .merge(Object.keys(updatable));
      }
      await this.#dropEvaluationsElsewhere(
        trx,
        changed
          .filter(({ project }) => {
            const before = existing.get(project.entityRef);
            return (
              before?.repository_id &&
              (before.url !== project.repository?.url ||
                before.path !== project.path)
            );
          })
          .map(({ project }) => project.entityRef),
      );
      for (const chunk of chunked(removed, CHUNK)) {
        await trx('projects').whereIn('entity_ref', chunk).delete();
      }
      const removedRepositories = await this.#deleteOrphans(trx);
      for (const id of toRead) {
        toEvaluate.delete(id);
      }
      return {
        added: changed.filter(({ project }) => !existing.has(project.entityRef))
          .length,
        changed: changed.filter(({ project }) =>
          existing.has(project.entityRef),
        ).length,
        removed: removed.length,
        repositoriesToRead: [...toRead],
        repositoriesToEvaluate: [...toEvaluate],
        removedRepositories,
      };
    });
  }

  async get(entityRef: string): Promise<StoredProject | undefined> {
    const row = await this.#select().where('entity_ref', entityRef).first();
    return row && toStoredProject(row);
  }

  async getByRepositories(
    repositoryIds: readonly number[],
  ): Promise<Map<number, StoredProject[]>> {
    const byRepository = new Map<number, StoredProject[]>();
    for (const ids of chunked(repositoryIds, CHUNK)) {
      for (const row of await this.#select()
        .whereIn('projects.repository_id', ids)
        .orderBy('projects.entity_ref')) {
        const list = byRepository.get(row.repository_id) ?? [];
        list.push(toStoredProject(row));
        byRepository.set(row.repository_id, list);
      }
    }
    return byRepository;
  }

  async findRepositories(
    urls: readonly string[],
  ): Promise<Map<string, StoredRepository>> {
    return this.#findRepositories(this.#knex, urls);
  }

  #select() {
    return this.#knex('projects')
      .leftJoin('repositories', 'repositories.id', 'projects.repository_id')
      .select(
        'projects.entity_ref',
        'projects.repository_id',
        'projects.path',
        'projects.no_source_reason',
        'projects.catalog',
        'repositories.url',
        'repositories.host',
        'repositories.full_name',
      );
  }

  async #findRepositories(
    knex: Knex,
    urls: readonly string[],
  ): Promise<Map<string, StoredRepository>> {
    const found = new Map<string, StoredRepository>();
    for (const chunk of chunked(urls, CHUNK)) {
      for (const row of await knex('repositories')
        .whereIn('url', chunk)
        .select('id', 'url', 'host', 'full_name')) {
        found.set(row.url, toStoredRepository(row));
      }
    }
    return found;
  }

  async #upsertRepositories(
    trx: Knex.Transaction,
    repositories: readonly RepositoryRef[],
  ): Promise<Map<string, StoredRepository>> {
    const byUrl = new Map(repositories.map(item => [item.url, item]));
    for (const chunk of chunked([...byUrl.values()], CHUNK)) {
      await trx('repositories')
        .insert(
          chunk.map(({ url, host, fullName }) => ({
            url,
            host,
            full_name: fullName,
          })),
        )
        .onConflict('url')
        .ignore();
    }
    return this.#findRepositories(trx, [...byUrl.keys()]);
  }

  /** What was said of another repository or path says nothing about the new one. */
  async #dropEvaluationsElsewhere(
    trx: Knex.Transaction,
    entityRefs: readonly string[],
  ): Promise<void> {
    for (const chunk of chunked(entityRefs, CHUNK)) {
      await trx('evaluations').whereIn('entity_ref', chunk).delete();
    }
  }

  async #deleteOrphans(trx: Knex.Transaction): Promise<RepositoryRef[]> {
    const orphans = await trx('repositories')
      .whereNotExists(
        trx('projects')
          .select(trx.raw('1'))
          .whereRaw('projects.repository_id = repositories.id'),
      )
      .select('id', 'url', 'host', 'full_name');
    for (const chunk of chunked(orphans, CHUNK)) {
      await trx('repositories')
        .whereIn(
          'id',
          chunk.map(row => row.id),
        )
        .delete();
    }
    return orphans.map(({ url, host, full_name: fullName }) => ({
      url,
      host,
      fullName,
    }));
  }
}

interface ExistingRow {
  entity_ref: string;
  catalog_hash: string;
  path: string;
  repository_id: number | null;
  url: string | null;
}

function toRow(
  project: CatalogProject,
  repositoryId: number | null,
  hash: string,
  now: Date,
) {
  const { catalog } = project;
  const { kind, namespace, name } = parseEntityRef(project.entityRef);
  const title = withoutNul(catalog.title ?? catalog.name);
  const owner =
    catalog.owner.known && catalog.owner.value
      ? catalog.owner.value.entityRef
      : null;
  return {
    entity_ref: project.entityRef,
    repository_id: repositoryId,
    path: project.path,
    no_source_reason: project.noSourceReason,
    kind,
    namespace,
    name,
    title,
    sort_name: toSortName(title),
    description: catalog.description && withoutNul(catalog.description),
    owner,
    type: catalog.type?.slice(0, 255) ?? null,
    lifecycle: catalog.lifecycle?.slice(0, 255) ?? null,
    system: catalog.system,
    domain: catalog.domain,
    catalog: JSON.stringify(catalog),
    catalog_hash: hash,
    inner_source: project.innerSource,
    search_text: withoutNul(
      toSearchText([
        catalog.title,
        catalog.name,
        catalog.description,
        ...catalog.tags,
        // Words such as “group” or “default” would find everything.
        owner && parseEntityRef(owner).name,
      ]),
    ),
    created_at: toInstant(now),
  };
}

function hashOf(project: CatalogProject): string {
  return createHash('sha256').update(JSON.stringify(project)).digest('hex');
}

function toStoredProject(row: {
  entity_ref: string;
  repository_id: number | null;
  path: string;
  no_source_reason: string | null;
  catalog: string;
  url: string | null;
  host: string | null;
  full_name: string | null;
}): StoredProject {
  return {
    entityRef: row.entity_ref,
    repository:
      row.repository_id === null
        ? null
        : {
            id: row.repository_id,
            url: row.url ?? '',
            host: row.host ?? '',
            fullName: row.full_name ?? '',
          },
    path: row.path,
    noSourceReason: row.no_source_reason,
    catalog: JSON.parse(row.catalog),
  };
}
