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
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  emailKey,
  GroupHierarchy,
  IdentityKey,
  loginKey,
} from '@ispo/backstage-plugin-innersource-common';

/** Annotations `<host>/user-login` name a user's account on that host. */
const LOGIN_ANNOTATION_SUFFIX = '/user-login';

/** Annotations that hold an e-mail address. */
const EMAIL_ANNOTATIONS = ['microsoft.com/email', 'google.com/email'];

/** Fields of users and groups that the graph is built from. */
export const ORGANISATION_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.profile.email',
  'relations',
];

/** More identities of one user, from configuration. */
export interface IdentityAlias {
  /** Full entity ref, lower case. */
  user: string;
  /** `<host>/<login>` */
  logins: string[];
  emails: string[];
}

/**
 * Digest under which an identity is stored and looked up: no address of a
 * person is kept.
 */
export function digestKey(key: IdentityKey): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

interface OrganisationMaps {
  parents: Map<string, string | undefined>;
  groupsOfUser: Map<string, readonly string[]>;
  userByKey: Map<string, string>;
}

/**
 * Takes in groups and users one by one, so that no more of the catalog than a
 * page is in memory at once.
 */
export class OrganisationGraphBuilder {
  readonly #create: (maps: OrganisationMaps) => OrganisationGraph;
  readonly #parents = new Map<string, string | undefined>();
  readonly #groupsOfUser = new Map<string, readonly string[]>();
  readonly #userByKey = new Map<string, string>();
  /** Users of the same group share one list, and all lists share their texts. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(create: (maps: OrganisationMaps) => OrganisationGraph) {
    this.#create = create;
  }

  add(entity: Entity): this {
    const ref = stringifyEntityRef(entity);
    switch (entity.kind.toLocaleLowerCase('en-US')) {
      case 'group':
        this.#parents.set(ref, relationTargets(entity, RELATION_CHILD_OF)[0]);
        break;
      case 'user':
        this.#addUser(ref, entity);
        break;
      default:
    }
    return this;
  }

  /** Aliases win over what the catalog says. */
  addAliases(aliases: readonly IdentityAlias[]): this {
    for (const { user, logins, emails } of aliases) {
      for (const login of logins) {
        const slash = login.lastIndexOf('/');
        this.#setKey(
          loginKey(login.slice(0, slash), login.slice(slash + 1)),
          user,
        );
      }
      for (const email of emails) {
        this.#setKey(emailKey(email), user);
      }
    }
    return this;
  }

  build(): OrganisationGraph {
    return this.#create({
      parents: this.#parents,
      groupsOfUser: this.#groupsOfUser,
      userByKey: this.#userByKey,
    });
  }

  #addUser(ref: string, entity: Entity): void {
    const groups = relationTargets(entity, RELATION_MEMBER_OF);
    const listKey = groups.join(' ');
    const list = this.#lists.get(listKey) ?? groups;
    this.#lists.set(listKey, list);
    this.#groupsOfUser.set(ref, list);

    const annotations = entity.metadata.annotations ?? {};
    for (const [name, value] of Object.entries(annotations)) {
      if (name.endsWith(LOGIN_ANNOTATION_SUFFIX) && value) {
        this.#setKey(
          loginKey(name.slice(0, -LOGIN_ANNOTATION_SUFFIX.length), value),
          ref,
        );
      } else if (EMAIL_ANNOTATIONS.includes(name) && value) {
        this.#setKey(emailKey(value), ref);
      }
    }
    const profile = entity.spec?.profile;
    if (
      typeof profile === 'object' &&
      profile !== null &&
      'email' in profile &&
      typeof profile.email === 'string'
    ) {
      this.#setKey(emailKey(profile.email), ref);
    }
  }

  #setKey(key: IdentityKey | undefined, user: string): void {
    if (key !== undefined) {
      this.#userByKey.set(digestKey(key), user);
    }
  }
}

/**
 * Groups, users and their identities as the catalog has them, in compact maps.
 */
export class OrganisationGraph implements GroupHierarchy {
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #groupsOfUser: ReadonlyMap<string, readonly string[]>;
  readonly #userByKey: ReadonlyMap<string, string>;
  readonly #memberCounts: ReadonlyMap<string, number>;
  readonly #children: ReadonlyMap<string, readonly string[]>;

  static builder(): OrganisationGraphBuilder {
    return new OrganisationGraphBuilder(maps => new OrganisationGraph(maps));
  }

  private constructor(maps: OrganisationMaps) {
    this.#parents = maps.parents;
    this.#groupsOfUser = maps.groupsOfUser;
    this.#userByKey = maps.userByKey;

    const children = new Map<string, string[]>();
    for (const [group, parent] of maps.parents) {
      if (parent !== undefined) {
        const siblings = children.get(parent);
        if (siblings) {
          siblings.push(group);
        } else {
          children.set(parent, [group]);
        }
      }
    }
    this.#children = children;

    // Counted once per group although a person may sit in several of its child groups.
    const counts = new Map<string, number>();
    for (const groups of maps.groupsOfUser.values()) {
      const all = new Set<string>();
      for (const group of groups) {
        let at: string | undefined = group;
        while (at !== undefined && !all.has(at)) {
          all.add(at);
          at = maps.parents.get(at);
        }
      }
      for (const group of all) {
        counts.set(group, (counts.get(group) ?? 0) + 1);
      }
    }
    this.#memberCounts = counts;
  }

  get groupCount(): number {
    return this.#parents.size;
  }

  get userCount(): number {
    return this.#groupsOfUser.size;
  }

  /** Groups at the top that have child groups. */
  rootCount(): number {
    return [...this.#children.keys()].filter(
      group => this.#parents.get(group) === undefined,
    ).length;
  }

  /** Tells one state of a growing organisation from another. */
  get extent(): string {
    let memberships = 0;
    for (const groups of this.#groupsOfUser.values()) {
      memberships += groups.length;
    }
    return [
      this.#parents.size,
      this.#children.size,
      this.#groupsOfUser.size,
      memberships,
      this.#userByKey.size,
    ].join('/');
  }

  hasGroup(group: string): boolean {
    return this.#parents.has(group);
  }

  hasUser(user: string): boolean {
    return this.#groupsOfUser.has(user);
  }

  parentOf(group: string): string | undefined {
    return this.#parents.get(group);
  }

  /** Groups that a user is a direct member of. */
  groupsOf(user: string): readonly string[] {
    return this.#groupsOfUser.get(user) ?? [];
  }

  /** People in a group and its child groups. */
  memberCount(group: string): number {
    return this.#memberCounts.get(group) ?? 0;
  }

  /** A group and all groups below it. */
  withDescendants(group: string): string[] {
    const all = new Set([group]);
    for (const at of all) {
      for (const child of this.#children.get(at) ?? []) {
        all.add(child);
      }
    }
    return [...all];
  }

  /** The user whom the first of these digests that is known belongs to. */
  userOf(digests: readonly string[]): string | undefined {
    for (const digest of digests) {
      const user = this.#userByKey.get(digest);
      if (user !== undefined) {
        return user;
      }
    }
    return undefined;
  }
}

function relationTargets(entity: Entity, type: string): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => stringifyEntityRef(parseEntityRef(relation.targetRef)))
    .filter(ref => ref.startsWith('group:'));
  return [...new Set(targets)].sort();
}
