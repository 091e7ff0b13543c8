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

import { Faults } from './faults';
import { languageOf } from './dataset/code';
import {
  Account,
  BranchProtectionRule,
  Dataset,
  Organization,
  Repository,
  RepositoryContent,
  Ruleset,
} from './dataset/model';
import { Blob, Commit, resolvePath, walkTree } from './git/History';

/**
 * Who asks, and what they may see.
 */
export interface Viewer {
  /** Budgets are kept by this. */
  budget: string;
  kind: 'token' | 'installation' | 'app' | 'anonymous';
  login: string | null;
  /** Sees private repositories and, with `administration`, settings. */
  administration: boolean;
  /** Organisations it is confined to. */
  organizations?: readonly string[];
  /** Points an hour for each of REST and GraphQL. */
  limit: number;
}

/**
 * A commit to add to a repository's default branch.
 *
 * @public
 */
export interface PushOptions {
  /** `owner/name` */
  repository: string;
  /** New texts by path; null removes the file. */
  files: Record<string, string | null>;
  message?: string;
  /** ISO 8601; a second after the newest commit unless given. */
  at?: string;
}

/** Bytes of code by language at HEAD. */
export interface LanguageSize {
  name: string;
  color: string;
  size: number;
}

/**
 * The data set as it looks through the faults that are switched on: renamed and
 * deleted repositories, and what a viewer may see.
 */
export class World {
  readonly dataset: Dataset;
  readonly #faults: Faults;
  readonly #byFullName = new Map<string, Repository>();
  readonly #byId = new Map<number, Repository>();
  readonly #accounts = new Map<string, Account>();
  readonly #accountsByEmail = new Map<string, Account>();
  readonly #organizations = new Map<string, Organization>();
  readonly #pushes = new Map<
    number,
    Array<(content: RepositoryContent) => void>
  >();
  readonly #languages = new WeakMap<Commit, LanguageSize[]>();
  readonly #applied = new WeakMap<RepositoryContent, number>();

  private constructor(dataset: Dataset, faults: Faults) {
    this.dataset = dataset;
    this.#faults = faults;
    for (const repository of dataset.repositories) {
      this.#byFullName.set(
        `${repository.owner}/${repository.name}`.toLowerCase(),
        repository,
      );
      this.#byId.set(repository.id, repository);
    }
    for (const account of dataset.accounts) {
      this.#accounts.set(account.login.toLowerCase(), account);
      const noreply = `${account.id}+${account.login}@users.noreply.github.com`;
      for (const email of [...account.emails, noreply]) {
        this.#accountsByEmail.set(email.toLowerCase(), account);
      }
    }
    for (const organization of dataset.organizations) {
      this.#organizations.set(organization.login.toLowerCase(), organization);
    }
  }

  static create(options: { dataset: Dataset; faults: Faults }): World {
    return new World(options.dataset, options.faults);
  }

  account(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase());
  }

  accountById(id: number): Account | undefined {
    return this.dataset.accounts.find(account => account.id === id);
  }

  accountByEmail(email: string): Account | undefined {
    return this.#accountsByEmail.get(email.toLowerCase());
  }

  organization(login: string): Organization | undefined {
    return this.#organizations.get(login.toLowerCase());
  }

  /**
   * Finds a repository by its present name, or by an earlier one; `moved` tells
   * which it was.
   */
  repository(
    owner: string,
    name: string,
    viewer: Viewer,
  ): { repository: Repository; moved: boolean } | undefined {
    const fullName = `${owner}/${name}`.toLowerCase();
    const renamed = this.#faults.originalName(fullName);
    const repository = this.#byFullName.get(renamed ?? fullName);
    if (!repository || !this.canSee(repository, viewer)) {
      return undefined;
    }
    return {
      repository,
      moved: this.fullName(repository).toLowerCase() !== fullName,
    };
  }

  repositoryById(id: number, viewer: Viewer): Repository | undefined {
    const repository = this.#byId.get(id);
    return repository && this.canSee(repository, viewer)
      ? repository
      : undefined;
  }

  /** Repositories of an owner that the viewer may see, by name. */
  repositoriesOf(owner: string, viewer: Viewer): Repository[] {
    return this.dataset.repositories.filter(
      repository =>
        repository.owner.toLowerCase() === owner.toLowerCase() &&
        this.canSee(repository, viewer),
    );
  }

  canSee(repository: Repository, viewer: Viewer): boolean {
    if (this.#faults.isDeleted(`${repository.owner}/${repository.name}`)) {
      return false;
    }
    if (
      viewer.organizations &&
      !viewer.organizations.some(
        login => login.toLowerCase() === repository.owner.toLowerCase(),
      )
    ) {
      return repository.visibility === 'public';
    }
    if (viewer.kind === 'anonymous' || viewer.kind === 'app') {
      return repository.visibility === 'public';
    }
    return repository.visibility !== 'private' || viewer.administration;
  }

  /** The name as of now, `owner/name`. */
  fullName(repository: Repository): string {
    return `${repository.owner}/${this.name(repository)}`;
  }

  name(repository: Repository): string {
    return (
      this.#faults.newName(`${repository.owner}/${repository.name}`) ??
      repository.name
    );
  }

  content(repository: Repository): RepositoryContent {
    const content = this.dataset.contentOf(repository);
    // Contents that were made anew have to be brought up to date.
    const pushes = this.#pushes.get(repository.id) ?? [];
    const done = this.#applied.get(content) ?? 0;
    for (const push of pushes.slice(done)) {
      push(content);
    }
    this.#applied.set(content, pushes.length);
    return content;
  }

  /** Adds a commit to a repository's default branch. */
  push(options: PushOptions): Commit {
    const repository = this.#byFullName.get(options.repository.toLowerCase());
    if (!repository) {
      throw new Error(
        `There is no repository '${options.repository}'; give 'owner/name'`,
      );
    }
    const before = this.content(repository).history.head!;
    const at = options.at ? Date.parse(options.at) : before.committer.at + 1000;
    const author = { ...before.author, at };
    const pushes = this.#pushes.get(repository.id) ?? [];
    pushes.push(content =>
      content.history.commit({
        files: new Map(Object.entries(options.files)),
        author,
        message: `${options.message ?? 'Update files'}\n`,
      }),
    );
    this.#pushes.set(repository.id, pushes);
    const instant = `${new Date(at).toISOString().slice(0, 19)}Z`;
    repository.pushedAt = instant;
    repository.updatedAt = instant;
    return this.content(repository).history.head!;
  }

  /** The login to show; nobody where accounts were deleted. */
  author(login: string | null, repository: Repository): Account | undefined {
    if (
      login === null ||
      this.#faults.hidesAuthors(`${repository.owner}/${repository.name}`)
    ) {
      return undefined;
    }
    return this.account(login);
  }

  languages(repository: Repository): LanguageSize[] {
    const head = this.content(repository).history.head;
    const known = head && this.#languages.get(head);
    if (known) {
      return [...known];
    }
    const sizes = new Map<string, LanguageSize>();
    for (const { path, entry } of head ? walkTree(head.tree) : []) {
      const language = entry.kind === 'blob' ? languageOf(path) : undefined;
      if (entry.kind === 'blob' && language) {
        const entrySize = sizes.get(language.name) ?? { ...language, size: 0 };
        entrySize.size += entry.bytes.length;
        sizes.set(language.name, entrySize);
      }
    }
    const languages = [...sizes.values()].sort((a, b) => b.size - a.size);
    if (head) {
      this.#languages.set(head, languages);
    }
    return [...languages];
  }

  /** Finds a file ignoring case, in the order in which GitHub looks. */
  findFile(
    repository: Repository,
    pattern: RegExp,
    directories: readonly string[] = ['.github', '', 'docs'],
  ): { path: string; blob: Blob } | undefined {
    const head = this.content(repository).history.head;
    for (const directory of head ? directories : []) {
      const tree = resolvePath(head!.tree, directory);
      if (tree?.kind !== 'tree') {
        continue;
      }
      for (const [name, entry] of tree.entries) {
        if (entry.kind === 'blob' && pattern.test(name)) {
          return {
            path: directory ? `${directory}/${name}` : name,
            blob: entry,
          };
        }
      }
    }
    return undefined;
  }

  /** Active rulesets and others that apply to a repository, with where they come from. */
  rulesets(
    repository: Repository,
    includeParents: boolean,
  ): Array<{ ruleset: Ruleset; source: 'Repository' | 'Organization' }> {
    const own = repository.rulesets.map(ruleset => ({
      ruleset,
      source: 'Repository' as const,
    }));
    if (!includeParents) {
      return own;
    }
    const parents = this.organization(repository.owner)?.rulesets ?? [];
    return [
      ...own,
      ...parents
        .filter(ruleset =>
          ruleset.includeRepositories.some(
            pattern => pattern === '~ALL' || pattern === repository.name,
          ),
        )
        .map(ruleset => ({ ruleset, source: 'Organization' as const })),
    ];
  }

  protectionRule(
    repository: Repository,
    branch: string,
  ): BranchProtectionRule | undefined {
    return repository.branchProtectionRules.find(
      rule => rule.pattern === branch || rule.pattern === '*',
    );
  }
}
