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
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_GOVERNANCE_LEVEL,
  ANNOTATION_OWNING_TEAM,
  CatalogFacts,
  DependentFact,
  known,
  OwnerFact,
  toTopic,
} from '@ispo/backstage-plugin-innersource-common';
import { CatalogFilter, MembershipConfig } from '../config';
import { EVALUATION_TASK, FACTS_TASK } from '../store/tasks';
import { Sources } from '../evaluation/Sources';
import { chunked } from '../store/columns';
import { CatalogProject, ProjectStore } from '../store/ProjectStore';
import { QueueStore } from '../store/QueueStore';
import { StateStore } from '../store/StateStore';
import { SourceLocator } from './sourceLocation';

/** Entity refs per call of `getEntitiesByRefs`. */
const REFS_PER_CALL = 200;

/** Dependents of one project that are kept. */
const MAX_DEPENDENTS = 500;

/** An empty catalog is believed when it has been empty for this time. */
const BELIEVED_EMPTY_MILLISECONDS = 5 * 60_000;

/** Time between two looks while the catalog fills. */
const FILLING_PAUSE_MILLISECONDS = 5_000;

const TASK = 'innersource-catalog-sync';

/** Looks in a row while the catalog fills. */
const MAX_FILLING_LOOKS = 24;

const PROJECT_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'metadata.links',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

const RELATION_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'relations',
];

/** Options of {@link CatalogSync}. */
export interface CatalogSyncOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  filter: CatalogFilter;
  membership: MembershipConfig;
  locator: SourceLocator;
  projects: ProjectStore;
  queue: QueueStore;
  state: StateStore;
  sources: Sources;
  /** 5 minutes by default. */
  believedEmptyMilliseconds?: number;
  /** 5 seconds by default. */
  fillingPauseMilliseconds?: number;
}

/** What one look at the catalog brought. */
export interface CatalogLook {
  /** There is new work in the queue. */
  queued: boolean;
  /** The catalog seems still to be filling: it is empty, or projects were added. */
  filling: boolean;
}

/**
 * Keeps the stored projects those of the catalog. One pass reads a few pages of
 * slim entities and writes only what changed.
 */
export class CatalogSync {
  readonly #options: CatalogSyncOptions;
  #emptySince: number | undefined;
  #fillingLooks = 0;
  #timer: NodeJS.Timeout | undefined;

  static create(options: CatalogSyncOptions): CatalogSync {
    return new CatalogSync(options);
  }

  private constructor(options: CatalogSyncOptions) {
    this.#options = options;
  }

  /**
   * Looks at the catalog at every interval. While projects are being added the
   * next look follows soon, for two minutes at most: a portal that has just
   * started shows its first scores at once.
   *
   * @param onQueued - Called whenever there is new work in the queue.
   */
  async start(
    scheduler: SchedulerService,
    options: { frequencyMilliseconds: number; onQueued: () => void },
  ): Promise<void> {
    await scheduler.scheduleTask({
      id: TASK,
      frequency: { milliseconds: options.frequencyMilliseconds },
      timeout: { minutes: 10 },
      fn: async signal => {
        const { queued, filling } = await this.run(signal);
        if (queued) {
          options.onQueued();
        }
        this.#fillingLooks = filling ? this.#fillingLooks + 1 : 0;
        if (filling && this.#fillingLooks <= MAX_FILLING_LOOKS) {
          this.#lookAgainSoon(scheduler);
        }
      },
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #lookAgainSoon(scheduler: SchedulerService): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Another replica may be looking already.
      scheduler.triggerTask(TASK).catch(error => {
        this.#options.logger.debug(
          `The catalog is looked at again at its regular time: ${stringifyError(
            error,
          )}`,
        );
      });
    }, this.#options.fillingPauseMilliseconds ?? FILLING_PAUSE_MILLISECONDS);
    this.#timer.unref();
  }

  /**
   * Looks at the whole catalog once. When the catalog fails midway nothing is
   * changed.
   */
  async run(signal?: AbortSignal): Promise<CatalogLook> {
    const { projects, queue, state, sources, logger } = this.#options;
    const found = await this.#read(signal);
    if (found.length > 0) {
      this.#emptySince = undefined;
    } else if (!this.#believesEmpty()) {
      // A catalog that has just started is empty; dropping all history for it would be wrong.
      logger.debug('The catalog has no projects; keeping what is stored');
      return { queued: false, filling: true };
    }
    signal?.throwIfAborted();
    const now = new Date();
    const changes = await projects.synchronise(found, now);
    await queue.enqueue({
      task: FACTS_TASK,
      repositoryIds: changes.repositoriesToRead,
      at: now,
    });
    await queue.enqueue({
      task: EVALUATION_TASK,
      repositoryIds: changes.repositoriesToEvaluate,
      at: now,
    });
    await state.set('catalogSyncedAt', now.toISOString());
    if (changes.added + changes.changed + changes.removed > 0) {
      logger.info(
        `Catalog changes: ${changes.added} projects added, ${changes.changed} changed, ${changes.removed} removed`,
      );
    }
    try {
      await sources.forget(changes.removedRepositories);
    } catch (error) {
      logger.warn(
        `Could not free what a source keeps of repositories without projects: ${stringifyError(
          error,
        )}`,
      );
    }
    return {
      queued:
        changes.repositoriesToRead.length +
          changes.repositoriesToEvaluate.length >
        0,
      filling: changes.added > 0,
    };
  }

  #believesEmpty(): boolean {
    this.#emptySince ??= Date.now();
    return (
      Date.now() - this.#emptySince >=
      (this.#options.believedEmptyMilliseconds ?? BELIEVED_EMPTY_MILLISECONDS)
    );
  }

  async #read(signal: AbortSignal | undefined): Promise<CatalogProject[]> {
    const entities: Entity[] = [];
    for await (const entity of this.#stream(
      this.#options.filter,
      PROJECT_FIELDS,
      signal,
    )) {
      entities.push(entity);
    }
    const groups = new Map<string, Entity>();
    for await (const entity of this.#stream(
      { filter: [{ kind: ['Group'] }] },
      RELATION_FIELDS,
      signal,
    )) {
      groups.set(refOf(entity), entity);
    }
    const apis = new Map<string, Entity>();
    for await (const entity of this.#stream(
      { filter: [{ kind: ['API'] }] },
      RELATION_FIELDS,
      signal,
    )) {
      apis.set(refOf(entity), entity);
    }

    const dependents = new Map(
      entities.map(entity => [refOf(entity), dependentsOf(entity, apis)]),
    );
    const owners = new Map(
      entities.map(entity => [refOf(entity), ownerRefOf(entity)]),
    );
    const systems = new Set(
      entities.flatMap(entity => targets(entity, RELATION_PART_OF)),
    );
    const missing = new Set<string>(systems);
    for (const ref of [...dependents.values()].flat()) {
      if (!owners.has(ref)) {
        missing.add(ref);
      }
    }
    for (const owner of owners.values()) {
      if (owner && !groups.has(owner)) {
        missing.add(owner);
      }
    }
    const others = await this.#lookUp([...missing].sort(), signal);

    const found = new Map<string, CatalogProject>();
    for (const entity of entities) {
      const entityRef = refOf(entity);
      const location = await this.#options.locator.locate(entity);
      const ownerRef = owners.get(entityRef);
      const catalog: CatalogFacts = {
        ...describe(entity),
        entityRef,
        ...partOf(entity, others),
        owner: known(ownerRef ? toOwnerFact(ownerRef, groups, others) : null),
        dependents: known(
          (dependents.get(entityRef) ?? []).map(ref =>
            toDependent(ref, owners.get(ref) ?? ownerRefOf(others.get(ref))),
          ),
        ),
      };
      found.set(entityRef, {
        entityRef,
        repository: location.repository,
        path: location.repository ? location.path : '',
        noSourceReason: location.repository ? null : location.reason,
        catalog,
        innerSource: isMember(entity, this.#options.membership),
      });
    }
    return [...found.values()];
  }

  async *#stream(
    filter: CatalogFilter,
    fields: string[],
    signal: AbortSignal | undefined,
  ): AsyncIterable<Entity> {
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    for await (const page of this.#options.catalog.streamEntities(
      { filter: filter.filter, fields },
      { credentials },
    )) {
      signal?.throwIfAborted();
      yield* page;
    }
  }

  async #lookUp(
    entityRefs: string[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, Entity>> {
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    const found = new Map<string, Entity>();
    for (const chunk of chunked(entityRefs, REFS_PER_CALL)) {
      signal?.throwIfAborted();
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        { entityRefs: chunk, fields: RELATION_FIELDS },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) {
          found.set(chunk[index], entity);
        }
      });
    }
    return found;
  }
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity).toLocaleLowerCase('en-US');
}

function targets(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
}

function ownerRefOf(entity: Entity | undefined): string | undefined {
  return targets(entity, RELATION_OWNED_BY)[0];
}

function describe(
  entity: Entity,
): Omit<
  CatalogFacts,
  'entityRef' | 'owner' | 'dependents' | 'system' | 'domain'
> {
  const { metadata, spec } = entity;
  return {
    kind: entity.kind,
    name: metadata.name,
    title: metadata.title ?? null,
    description: metadata.description ?? null,
    tags: metadata.tags ?? [],
    type: textOrNull(spec?.type),
    lifecycle: textOrNull(spec?.lifecycle),
    links: (metadata.links ?? []).map(({ url, title, type }) => ({
      url,
      ...(title && { title }),
      ...(type && { type }),
    })),
    governanceLevelAnnotation:
      metadata.annotations?.[ANNOTATION_GOVERNANCE_LEVEL] ?? null,
    owningTeamAnnotation: entityRefOrNull(
      metadata.annotations?.[ANNOTATION_OWNING_TEAM],
      metadata.namespace,
    ),
  };
}

/** A name without kind means a group; what is no entity ref is left out. */
function entityRefOrNull(
  text: string | undefined,
  defaultNamespace: string | undefined,
): string | null {
  if (!text) {
    return null;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), { defaultKind: 'group', defaultNamespace }),
    );
  } catch {
    return null;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The system an entity is part of, and the domain of that. */
function partOf(
  entity: Entity,
  others: ReadonlyMap<string, Entity>,
): { system: string | null; domain: string | null } {
  const ofKind = (from: Entity | undefined, kind: string) =>
    targets(from, RELATION_PART_OF).find(ref => ref.startsWith(`${kind}:`)) ??
    null;
  const system = ofKind(entity, 'system');
  return {
    system,
    domain:
      ofKind(entity, 'domain') ??
      (system ? ofKind(others.get(system), 'domain') : null),
  };
}

/** Entities that depend on it or consume an API that it provides. */
function dependentsOf(
  entity: Entity,
  apis: ReadonlyMap<string, Entity>,
): string[] {
  const self = refOf(entity);
  const refs = new Set([
    ...targets(entity, RELATION_DEPENDENCY_OF),
    ...targets(entity, RELATION_API_CONSUMED_BY),
    ...targets(entity, RELATION_PROVIDES_API).flatMap(api =>
      targets(apis.get(api), RELATION_API_CONSUMED_BY),
    ),
  ]);
  refs.delete(self);
  return [...refs].sort().slice(0, MAX_DEPENDENTS);
}

function toDependent(
  entityRef: string,
  owner: string | undefined,
): DependentFact {
  return owner ? { entityRef, owner } : { entityRef };
}

function toOwnerFact(
  entityRef: string,
  groups: ReadonlyMap<string, Entity>,
  others: ReadonlyMap<string, Entity>,
): OwnerFact {
  if (groups.has(entityRef)) {
    return {
      entityRef,
      kind: 'group',
      exists: true,
      memberCount: membersOf(entityRef, groups).size,
    };
  }
  const exists = others.has(entityRef);
  const kind = kindOf(entityRef);
  return {
    entityRef,
    kind,
    exists,
    memberCount: exists && kind === 'user' ? 1 : 0,
  };
}

function kindOf(entityRef: string): OwnerFact['kind'] {
  const { kind } = parseEntityRef(entityRef);
  return kind === 'group' || kind === 'user' ? kind : 'other';
}

/** Members of a group and of the groups below it; safe with groups in a circle. */
function membersOf(
  group: string,
  groups: ReadonlyMap<string, Entity>,
): Set<string> {
  const members = new Set<string>();
  const seen = new Set<string>();
  const open = [group];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (!seen.has(ref)) {
      seen.add(ref);
      const entity = groups.get(ref);
      targets(entity, RELATION_HAS_MEMBER).forEach(member =>
        members.add(member),
      );
      open.push(...targets(entity, RELATION_PARENT_OF));
    }
  }
  return members;
}

function isMember(entity: Entity, membership: MembershipConfig): boolean {
  const { annotation, declaredLevel, topics } = membership;
  const annotations = entity.metadata.annotations ?? {};
  return (
    (entity.metadata.tags ?? []).some(tag => topics.includes(toTopic(tag))) ||
    (annotation !== undefined &&
      annotations[annotation] !== undefined &&
      annotations[annotation] !== 'false') ||
    (declaredLevel && ANNOTATION_GOVERNANCE_LEVEL in annotations)
  );
}
