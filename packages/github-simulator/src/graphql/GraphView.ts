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

import { GraphQLError } from 'graphql';
import {
  Account,
  BranchProtectionRule,
  Comment,
  Issue,
  Label,
  Organization,
  PullRequest,
  Release,
  Repository,
  Review,
  Ruleset,
  RulesetRule,
  Team,
} from '../dataset/model';
import { languageOf } from '../dataset/code';
import { Blob, Commit, resolvePath, Signature, Tree } from '../git/History';
import { Viewer, World } from '../World';
import { connection, PageArguments } from './connection';

interface Ordering {
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

interface IssueArguments extends PageArguments, Ordering {
  states?: string[] | null;
  labels?: string[] | null;
  baseRefName?: string | null;
  filterBy?: {
    since?: string | null;
    states?: string[] | null;
    labels?: string[] | null;
    assignee?: string | null;
    createdBy?: string | null;
  } | null;
}

interface HistoryArguments extends PageArguments {
  path?: string | null;
  since?: string | null;
  until?: string | null;
  author?: { id?: string | null; emails?: string[] | null } | null;
}

interface TimelineArguments extends PageArguments {
  itemTypes?: string[] | null;
  since?: string | null;
}

/**
 * The objects of GitHub's schema over the data set, as one viewer sees them.
 * Fields are functions, so that only what a query asks for is computed.
 */
export class GraphView {
  readonly #world: World;
  readonly #viewer: Viewer;
  readonly #webUrl: string;

  private constructor(world: World, viewer: Viewer, webUrl: string) {
    this.#world = world;
    this.#viewer = viewer;
    this.#webUrl = webUrl;
  }

  static create(options: { world: World; viewer: Viewer; webUrl: string }) {
    return new GraphView(options.world, options.viewer, options.webUrl);
  }

  findRepository(owner: string, name: string, followRenames: boolean) {
    const found = this.#world.repository(owner, name, this.#viewer);
    if (!found || (found.moved && !followRenames)) {
      throw notFound(
        `Could not resolve to a Repository with the name '${owner}/${name}'.`,
      );
    }
    return this.repository(found.repository);
  }

  findOrganization(login: string) {
    const organization = this.#world.organization(login);
    if (!organization) {
      throw notFound(
        `Could not resolve to an Organization with the login of '${login}'.`,
      );
    }
    return this.organization(organization);
  }

  findUser(login: string) {
    const account = this.#world.account(login);
    if (account?.type !== 'User') {
      throw notFound(
        `Could not resolve to a User with the login of '${login}'.`,
      );
    }
    return this.account(account);
  }

  findOwner(login: string) {
    const organization = this.#world.organization(login);
    if (organization) {
      return this.organization(organization);
    }
    const account = this.#world.account(login);
    return account?.type === 'User' ? this.account(account) : null;
  }

  viewer() {
    const account = this.#viewer.login
      ? this.#world.account(this.#viewer.login)
      : undefined;
    if (!account) {
      throw new GraphQLError('Resource not accessible by integration', {
        extensions: { type: 'FORBIDDEN' },
      });
    }
    return this.account(account);
  }

  node(id: string) {
    const view = this.#nodeOrUndefined(id);
    if (!view) {
      throw notFound(
        `Could not resolve to a node with the global id of '${id}'`,
      );
    }
    return view;
  }

  #nodeOrUndefined(id: string) {
    const [prefix, encoded] = splitOnce(id, '_');
    const key = Buffer.from(encoded, 'base64url').toString('utf8');
    const [first, second] = splitOnce(key, ':');
    switch (prefix) {
      case 'O': {
        const organization = this.#world.dataset.organizations.find(
          item => String(item.id) === first,
        );
        return organization && this.organization(organization);
      }
      case 'U':
      case 'BOT': {
        const account = this.#world.accountById(Number(first));
        return account && this.account(account);
      }
      case 'R':
      case 'PR':
      case 'I':
      case 'C': {
        const repository = this.#world.repositoryById(
          Number(first),
          this.#viewer,
        );
        if (!repository) {
          return undefined;
        }
        return this.#repositoryNode(prefix, repository, second);
      }
      default:
        return undefined;
    }
  }

  #repositoryNode(prefix: string, repository: Repository, key: string) {
    if (prefix === 'R') {
      return this.repository(repository);
    }
    const content = this.#world.content(repository);
    if (prefix === 'C') {
      const commit = content.history.find(key);
      return commit && this.commit(repository, commit);
    }
    const number = Number(key);
    if (prefix === 'PR') {
      const item = content.pullRequests.find(one => one.number === number);
      return item && this.pullRequest(repository, item);
    }
    const item = content.issues.find(one => one.number === number);
    return item && this.issue(repository, item);
  }

  search(args: PageArguments & { query: string; type: string }) {
    const qualifiers = new Map<string, string[]>();
    const words: string[] = [];
    for (const part of args.query.split(/\s+/).filter(Boolean)) {
      const [name, value] = splitOnce(part, ':');
      if (value) {
        qualifiers.set(name, [
          ...(qualifiers.get(name) ?? []),
          value.replace(/"/g, ''),
        ]);
      } else {
        words.push(part.toLowerCase());
      }
    }
    const owners = [
      ...(qualifiers.get('org') ?? []),
      ...(qualifiers.get('user') ?? []),
    ];
    const names = qualifiers.get('repo') ?? [];
    const topics = qualifiers.get('topic') ?? [];
    const archived = qualifiers.get('archived')?.[0];
    const repositories = this.#world.dataset.repositories.filter(
      repository =>
        this.#world.canSee(repository, this.#viewer) &&
        (owners.length === 0 || owners.includes(repository.owner)) &&
        (names.length === 0 ||
          names.includes(this.#world.fullName(repository))) &&
        topics.every(topic => repository.topics.includes(topic)) &&
        (archived === undefined || String(repository.archived) === archived),
    );
    const empty = {
      codeCount: 0,
      discussionCount: 0,
      issueCount: 0,
      repositoryCount: 0,
      userCount: 0,
      wikiCount: 0,
    };
    // GitHub finds no more than 1,000 results for any search.
    if (args.type === 'REPOSITORY') {
      const found = repositories.filter(repository =>
        words.every(word =>
          `${repository.name} ${repository.description ?? ''}`
            .toLowerCase()
            .includes(word),
        ),
      );
      return {
        ...connection(found.slice(0, 1000), args, item =>
          this.repository(item),
        ),
        ...empty,
        repositoryCount: found.length,
      };
    }
    if (args.type !== 'ISSUE') {
      throw new GraphQLError(
        `The simulator searches for REPOSITORY and ISSUE only, not for ${args.type}.`,
        { extensions: { type: 'NOT_SIMULATED' } },
      );
    }
    const is = qualifiers.get('is') ?? qualifiers.get('type') ?? [];
    const labels = qualifiers.get('label') ?? [];
    const authors = qualifiers.get('author') ?? [];
    const found: Array<() => unknown> = [];
    for (const repository of repositories) {
      const content = this.#world.content(repository);
      const matches = (item: Issue | PullRequest) =>
        labels.every(label => item.labels.includes(label)) &&
        (authors.length === 0 || authors.includes(item.author ?? '')) &&
        (!is.includes('open') || item.state === 'OPEN') &&
        (!is.includes('closed') || item.state !== 'OPEN') &&
        (!is.includes('merged') || item.state === 'MERGED') &&
        words.every(word => item.title.toLowerCase().includes(word));
      if (!is.includes('pr')) {
        content.issues
          .filter(matches)
          .forEach(item => found.push(() => this.issue(repository, item)));
      }
      if (!is.includes('issue')) {
        content.pullRequests
          .filter(matches)
          .forEach(item =>
            found.push(() => this.pullRequest(repository, item)),
          );
      }
    }
    return {
      ...connection(found.slice(0, 1000), args, item => item()),
      ...empty,
      issueCount: found.length,
    };
  }

  organization(organization: Organization) {
    const path = `/${organization.login}`;
    const administrator = this.#viewer.administration;
    return {
      __typename: 'Organization',
      ...this.#linked(path),
      id: () => globalId('O', organization.id),
      databaseId: organization.id,
      login: organization.login,
      name: organization.name,
      description: organization.description,
      email: organization.email,
      websiteUrl: organization.websiteUrl,
      avatarUrl: `${this.#webUrl}/_simulator/avatars/${organization.login}.svg`,
      createdAt: organization.createdAt,
      updatedAt: organization.createdAt,
      isVerified: false,
      location: null,
      viewerCanAdminister: administrator,
      viewerIsAMember: this.#viewer.login
        ? organization.members.includes(this.#viewer.login)
        : false,
      requiresTwoFactorAuthentication: () => {
        if (!administrator) {
          throw forbidden('requiresTwoFactorAuthentication');
        }
        return organization.settings.twoFactorRequirementEnabled;
      },
      membersCanForkPrivateRepositories:
        organization.settings.membersCanForkPrivateRepositories,
      webCommitSignoffRequired: organization.settings.webCommitSignoffRequired,
      repository: (args: { name: string; followRenames: boolean }) =>
        this.findRepository(organization.login, args.name, args.followRenames),
      repositories: (
        args: PageArguments &
          Ordering & {
            isArchived?: boolean | null;
            isFork?: boolean | null;
            visibility?: string | null;
            privacy?: string | null;
          },
      ) => this.#repositories(organization.login, args),
      membersWithRole: (args: PageArguments) =>
        connection(organization.members, args, login => this.#actor(login)),
      teams: (args: PageArguments & { rootTeamsOnly?: boolean | null }) =>
        connection(
          organization.teams.filter(
            team => !args.rootTeamsOnly || team.parent === null,
          ),
          args,
          team => this.#team(organization, team),
        ),
      team: (args: { slug: string }) => {
        const team = organization.teams.find(item => item.slug === args.slug);
        return team ? this.#team(organization, team) : null;
      },
      rulesets: (args: PageArguments) =>
        administrator
          ? connection(organization.rulesets, args, ruleset =>
              this.#ruleset(ruleset, () => this.organization(organization)),
            )
          : null,
    };
  }

  account(account: Account): Record<string, unknown> {
    const path =
      account.type === 'Bot' ? `/apps/${account.login}` : `/${account.login}`;
    const common = {
      ...this.#linked(path),
      id: () => globalId(account.type === 'Bot' ? 'BOT' : 'U', account.id),
      databaseId: account.id,
      login: account.login,
      avatarUrl: `${this.#webUrl}/_simulator/avatars/${account.login}.svg`,
      createdAt: account.createdAt,
      updatedAt: account.createdAt,
    };
    if (account.type === 'Bot') {
      return { __typename: 'Bot', ...common };
    }
    return {
      __typename: 'User',
      ...common,
      name: account.name,
      email: account.email ?? '',
      company: account.company,
      bio: null,
      location: null,
      websiteUrl: null,
      isSiteAdmin: false,
      isEmployee: false,
      isViewer: account.login === this.#viewer.login,
      organizationVerifiedDomainEmails: [],
      suspendedAt: null,
      repositories: (args: PageArguments) =>
        this.#repositories(account.login, args),
      organizations: (args: PageArguments) =>
        connection(
          this.#world.dataset.organizations.filter(organization =>
            organization.members.includes(account.login),
          ),
          args,
          organization => this.organization(organization),
        ),
    };
  }

  repository(repository: Repository): Record<string, unknown> {
    const world = this.#world;
    const fullName = world.fullName(repository);
    const path = `/${fullName}`;
    const content = () => world.content(repository);
    const head = () => content().history.head;
    const administrator = this.#viewer.administration;
    const labelSet = () => content().labels;
    return {
      __typename: 'Repository',
      ...this.#linked(path),
      id: () => globalId('R', repository.id),
      databaseId: repository.id,
      name: world.name(repository),
      nameWithOwner: fullName,
      owner: () => this.findOwner(repository.owner),
      description: repository.description,
      descriptionHTML: `<div>${escapeHtml(repository.description ?? '')}</div>`,
      homepageUrl: repository.homepageUrl,
      visibility: repository.visibility.toUpperCase(),
      isPrivate: repository.visibility !== 'public',
      isArchived: repository.archived,
      archivedAt: repository.archived ? repository.updatedAt : null,
      isDisabled: false,
      isEmpty: () => head() === undefined,
      isFork: repository.parent !== null,
      isInOrganization: world.organization(repository.owner) !== undefined,
      isLocked: false,
      isMirror: false,
      isTemplate: repository.template,
      isUserConfigurationRepository: false,
      isBlankIssuesEnabled: true,
      mirrorUrl: null,
      lockReason: null,
      parent: () => {
        const [owner, name] = splitOnce(repository.parent ?? '', '/');
        const parent = world.repository(owner, name, this.#viewer);
        return parent ? this.repository(parent.repository) : null;
      },
      templateRepository: null,
      createdAt: repository.createdAt,
      pushedAt: repository.pushedAt,
      updatedAt: repository.updatedAt,
      stargazerCount: repository.stars,
      forkCount: repository.forks,
      diskUsage: () => 40 + content().history.commits.length,
      forkingAllowed: repository.allowForking,
      hasIssuesEnabled: repository.hasIssues,
      hasDiscussionsEnabled: repository.hasDiscussions,
      hasProjectsEnabled: repository.hasProjects,
      hasWikiEnabled: repository.hasWiki,
      hasSponsorshipsEnabled: false,
      hasVulnerabilityAlertsEnabled: false,
      mergeCommitAllowed: true,
      squashMergeAllowed: true,
      rebaseMergeAllowed: true,
      autoMergeAllowed: false,
      deleteBranchOnMerge: true,
      allowUpdateBranch: false,
      webCommitSignoffRequired: false,
      sshUrl: `git@${new URL(this.#webUrl).hostname}:${fullName}.git`,
      openGraphImageUrl: `${this.#webUrl}/_simulator/avatars/${
        repository.owner
      }.svg`,
      usesCustomOpenGraphImage: false,
      viewerCanAdminister: administrator,
      viewerPermission: administrator ? 'ADMIN' : 'READ',
      viewerHasStarred: false,
      fundingLinks: [],
      watchers: (args: PageArguments) => ({
        ...connection([], args, item => item),
        totalCount: repository.watchers,
      }),
      stargazers: (args: PageArguments) => ({
        ...connection([], args, item => item),
        totalCount: repository.stars,
      }),
      forks: (args: PageArguments) => ({
        ...connection(
          world.dataset.repositories.filter(
            other =>
              other.parent === `${repository.owner}/${repository.name}` &&
              world.canSee(other, this.#viewer),
          ),
          args,
          other => this.repository(other),
        ),
        totalCount: repository.forks,
      }),
      repositoryTopics: (args: PageArguments) =>
        connection(repository.topics, args, topic => ({
          ...this.#linked(`/topics/${topic}`),
          id: () => globalId('RT', `${repository.id}:${topic}`),
          topic: { id: () => globalId('T', topic), name: topic },
        })),
      primaryLanguage: () => {
        const [language] = world.languages(repository);
        return language
          ? { ...language, id: () => globalId('L', language.name) }
          : null;
      },
      languages: (args: PageArguments & Ordering) => {
        const languages = world.languages(repository);
        if (args.orderBy?.direction !== 'DESC') {
          languages.reverse();
        }
        return {
          ...connection(
            languages,
            args,
            language => ({
              ...language,
              id: () => globalId('L', language.name),
            }),
            { edge: language => ({ size: language.size }) },
          ),
          totalSize: languages.reduce((sum, item) => sum + item.size, 0),
        };
      },
      licenseInfo: repository.license && {
        ...repository.license,
        id: globalId('LI', repository.license.key),
        url: `https://choosealicense.com/licenses/${repository.license.key}/`,
        pseudoLicense: repository.license.key === 'other',
        featured: false,
        hidden: false,
        nickname: null,
        description: null,
      },
      codeOfConduct: () => this.#codeOfConduct(repository),
      contributingGuidelines: () => {
        const file = world.findFile(repository, /^contributing(\.\w+)?$/i);
        return file
          ? {
              body: file.blob.bytes.toString('utf8'),
              ...this.#linked(
                `${path}/blob/${repository.defaultBranch}/${file.path}`,
              ),
            }
          : null;
      },
      isSecurityPolicyEnabled: () =>
        this.#withDefaults(repository, /^security(\.\w+)?$/i) !== undefined,
      securityPolicyUrl: () =>
        this.#withDefaults(repository, /^security(\.\w+)?$/i)
          ? `${this.#webUrl}${path}/security/policy`
          : null,
      issueTemplates: () => this.#issueTemplates(repository),
      pullRequestTemplates: () => {
        const file = world.findFile(
          repository,
          /^pull_request_template(\.\w+)?$/i,
        );
        return file
          ? [
              {
                filename: file.path.slice(file.path.lastIndexOf('/') + 1),
                body: file.blob.bytes.toString('utf8'),
                repository: () => this.repository(repository),
              },
            ]
          : [];
      },
      codeowners: () =>
        world.findFile(repository, /^codeowners$/i) ? { errors: [] } : null,
      defaultBranchRef: () =>
        head() ? this.#branch(repository, repository.defaultBranch) : null,
      ref: (args: { qualifiedName: string }) =>
        this.#findRef(repository, args.qualifiedName),
      refs: (
        args: PageArguments &
          Ordering & { refPrefix: string; direction?: string },
      ) => this.#refs(repository, args),
      object: (args: { expression?: string | null; oid?: string | null }) =>
        this.#object(repository, args.oid ?? args.expression ?? ''),
      labels: (args: PageArguments) =>
        connection(labelSet(), args, label => this.#label(repository, label)),
      label: (args: { name: string }) => {
        const label = labelSet().find(
          item => item.name.toLowerCase() === args.name.toLowerCase(),
        );
        return label ? this.#label(repository, label) : null;
      },
      issues: (args: IssueArguments) =>
        connection(
          selectIssues(repository.hasIssues ? content().issues : [], args),
          args,
          issue => this.issue(repository, issue),
        ),
      issue: (args: { number: number }) => {
        const issue = content().issues.find(
          item => item.number === args.number,
        );
        if (!issue) {
          throw notFound(
            `Could not resolve to an Issue with the number of ${args.number}.`,
          );
        }
        return this.issue(repository, issue);
      },
      pullRequests: (args: IssueArguments) =>
        connection(
          selectIssues(content().pullRequests, args),
          args,
          pullRequest => this.pullRequest(repository, pullRequest),
        ),
      pullRequest: (args: { number: number }) => {
        const pullRequest = content().pullRequests.find(
          item => item.number === args.number,
        );
        if (!pullRequest) {
          throw notFound(
            `Could not resolve to a PullRequest with the number of ${args.number}.`,
          );
        }
        return this.pullRequest(repository, pullRequest);
      },
      releases: (args: PageArguments & Ordering) =>
        connection(
          ordered(content().releases, args, {
            CREATED_AT: release => release.createdAt,
            NAME: release => release.name,
          }),
          args,
          release => this.#release(repository, release),
        ),
      release: (args: { tagName: string }) => {
        const release = content().releases.find(
          item => item.tagName === args.tagName,
        );
        return release ? this.#release(repository, release) : null;
      },
      latestRelease: () => {
        const [release] = content().releases;
        return release ? this.#release(repository, release) : null;
      },
      branchProtectionRules: (args: PageArguments) =>
        connection(
          administrator ? repository.branchProtectionRules : [],
          args,
          rule => this.#protection(repository, rule),
        ),
      rulesets: (args: PageArguments & { includeParents?: boolean | null }) =>
        connection(
          world.rulesets(repository, args.includeParents ?? true),
          args,
          ({ ruleset, source }) =>
            this.#ruleset(ruleset, () =>
              source === 'Repository'
                ? this.repository(repository)
                : this.findOwner(repository.owner),
            ),
        ),
      collaborators: (args: PageArguments) =>
        administrator
          ? connection(
              world.organization(repository.owner)?.members ?? [],
              args,
              login => this.#actor(login),
              { edge: () => ({ permission: 'WRITE' }) },
            )
          : null,
      assignableUsers: (args: PageArguments) =>
        connection(
          world.organization(repository.owner)?.members ?? [],
          args,
          login => this.#actor(login),
        ),
      milestones: (args: PageArguments) => connection([], args, item => item),
      discussions: (args: PageArguments) => connection([], args, item => item),
    };
  }

  issue(repository: Repository, issue: Issue) {
    return {
      __typename: 'Issue',
      ...this.#issueFields(repository, issue, 'issues'),
      id: () => globalId('I', `${repository.id}:${issue.number}`),
      state: issue.state,
      stateReason: issue.stateReason,
      isPinned: false,
      timelineItems: (args: TimelineArguments) =>
        this.#timeline(repository, issue, args),
      closedByPullRequestsReferences: (args: PageArguments) =>
        connection([], args, item => item),
    };
  }

  pullRequest(repository: Repository, pullRequest: PullRequest) {
    const content = () => this.#world.content(repository);
    const mergeCommit = () =>
      pullRequest.mergeCommit
        ? content().history.find(pullRequest.mergeCommit)
        : undefined;
    const sum = (field: 'additions' | 'deletions') =>
      pullRequest.files.reduce((total, file) => total + file[field], 0);
    const reviews = (author?: string) =>
      pullRequest.reviews.filter(
        review => author === undefined || review.author === author,
      );
    return {
      __typename: 'PullRequest',
      ...this.#issueFields(repository, pullRequest, 'pull'),
      id: () => globalId('PR', `${repository.id}:${pullRequest.number}`),
      state: pullRequest.state,
      isDraft: pullRequest.isDraft,
      merged: pullRequest.state === 'MERGED',
      mergedAt: pullRequest.mergedAt,
      mergedBy: () => this.#author(repository, pullRequest.mergedBy),
      mergeCommit: () => {
        const commit = mergeCommit();
        return commit ? this.commit(repository, commit) : null;
      },
      permalink: `${this.#webUrl}/${this.#world.fullName(repository)}/pull/${
        pullRequest.number
      }`,
      additions: () => sum('additions'),
      deletions: () => sum('deletions'),
      changedFiles: () => pullRequest.files.length,
      baseRefName: repository.defaultBranch,
      headRefName: pullRequest.headRefName,
      headRefOid: () => mergeCommit()?.oid ?? content().history.head!.oid,
      baseRefOid: () =>
        mergeCommit()?.parents[0]?.oid ?? content().history.head!.oid,
      isCrossRepository: pullRequest.fromFork,
      maintainerCanModify: false,
      mergeable: 'UNKNOWN',
      reviewDecision: () => {
        if (pullRequest.reviews.some(review => review.state === 'APPROVED')) {
          return 'APPROVED';
        }
        return pullRequest.reviews.length > 0 ? 'REVIEW_REQUIRED' : null;
      },
      totalCommentsCount: () =>
        pullRequest.comments.length + pullRequest.reviews.length,
      files: (args: PageArguments) =>
        connection(pullRequest.files, args, file => ({
          ...file,
          changeType: 'MODIFIED',
        })),
      reviews: (
        args: PageArguments & {
          author?: string | null;
          states?: string[] | null;
        },
      ) =>
        connection(
          reviews(args.author ?? undefined).filter(
            review => !args.states || args.states.includes(review.state),
          ),
          args,
          review => this.#review(repository, pullRequest, review),
        ),
      latestReviews: (args: PageArguments) =>
        connection(
          [
            ...new Map(
              pullRequest.reviews.map(review => [review.author, review]),
            ).values(),
          ],
          args,
          review => this.#review(repository, pullRequest, review),
        ),
      reviewRequests: (args: PageArguments) =>
        connection(pullRequest.requestedReviewers, args, login => ({
          id: () => globalId('RR', `${pullRequest.id}:${login}`),
          asCodeOwner: false,
          requestedReviewer: () => this.#actor(login),
        })),
      reviewThreads: (args: PageArguments) =>
        connection([], args, item => item),
      closingIssuesReferences: (args: PageArguments) =>
        connection([], args, item => item),
      commits: (args: PageArguments) => {
        const commit = mergeCommit();
        const commits = commit?.parents[1] ?? commit;
        return connection(commits ? [commits] : [], args, item => ({
          id: () => globalId('PURC', `${pullRequest.id}:${item.oid}`),
          commit: () => this.commit(repository, item),
        }));
      },
      timelineItems: (args: TimelineArguments) =>
        this.#timeline(repository, pullRequest, args),
    };
  }

  commit(repository: Repository, commit: Commit): Record<string, unknown> {
    const path = `/${this.#world.fullName(repository)}/commit/${commit.oid}`;
    const sum = (field: 'additions' | 'deletions') =>
      commit.changes.reduce((total, change) => total + change[field], 0);
    return {
      __typename: 'Commit',
      ...this.#linked(path),
      id: () => globalId('C', `${repository.id}:${commit.oid}`),
      oid: commit.oid,
      abbreviatedOid: commit.oid.slice(0, 7),
      commitUrl: `${this.#webUrl}${path}`,
      commitResourcePath: path,
      message: () => commit.message.trimEnd(),
      messageHeadline: () => splitMessage(commit.message)[0],
      messageBody: () => splitMessage(commit.message)[1],
      author: () => this.#gitActor(repository, commit.author),
      committer: () => this.#gitActor(repository, commit.committer),
      authoredDate: () => toInstant(commit.author),
      committedDate: () => toInstant(commit.committer),
      authoredByCommitter: commit.author.email === commit.committer.email,
      committedViaWeb: commit.committer.email === 'noreply@github.com',
      authors: (args: PageArguments) =>
        connection([commit.author, ...coAuthors(commit)], args, signature =>
          this.#gitActor(repository, signature),
        ),
      additions: () => sum('additions'),
      deletions: () => sum('deletions'),
      changedFiles: () => commit.changes.length,
      changedFilesIfAvailable: () => commit.changes.length,
      parents: (args: PageArguments) =>
        connection(commit.parents, args, parent =>
          this.commit(repository, parent),
        ),
      tree: () => this.#tree(repository, commit.tree, ''),
      file: (args: { path: string }) => {
        const entry = resolvePath(commit.tree, args.path);
        return entry && args.path
          ? this.#treeEntry(repository, args.path, entry)
          : null;
      },
      history: (args: HistoryArguments) =>
        this.#commitHistory(repository, commit, args),
      repository: () => this.repository(repository),
      associatedPullRequests: (args: PageArguments) =>
        connection(
          this.#world
            .content(repository)
            .pullRequests.filter(item => item.mergeCommit === commit.oid),
          args,
          item => this.pullRequest(repository, item),
        ),
      status: null,
      statusCheckRollup: null,
      signature: null,
      onBehalfOf: null,
    };
  }

  #commitHistory(repository: Repository, from: Commit, args: HistoryArguments) {
    const all = this.#world.content(repository).history.commits;
    const end = all.indexOf(from);
    const prefix = args.path?.replace(/\/$/, '');
    const since = args.since ? Date.parse(args.since) : -Infinity;
    const until = args.until ? Date.parse(args.until) : Infinity;
    const emails = args.author?.emails?.map(email => email.toLowerCase());
    const authorId = args.author?.id;
    const commits: Commit[] = [];
    for (let index = end; index >= 0; index--) {
      const commit = all[index];
      const at = commit.committer.at;
      const account = this.#world.accountByEmail(commit.author.email);
      const touches =
        !prefix ||
        // A merge shows what its branch already showed.
        (commit.parents.length < 2 &&
          commit.changes.some(
            change =>
              change.path === prefix || change.path.startsWith(`${prefix}/`),
          ));
      if (
        touches &&
        at >= since &&
        at <= until &&
        (!emails || emails.includes(commit.author.email.toLowerCase())) &&
        (!authorId || (account && globalId('U', account.id) === authorId))
      ) {
        commits.push(commit);
      }
    }
    return connection(commits, args, item => this.commit(repository, item), {
      cursorPrefix: `${from.oid} `,
    });
  }

  #repositories(
    owner: string,
    args: PageArguments &
      Ordering & {
        isArchived?: boolean | null;
        isFork?: boolean | null;
        visibility?: string | null;
        privacy?: string | null;
      },
  ) {
    const repositories = this.#world
      .repositoriesOf(owner, this.#viewer)
      .filter(
        repository =>
          (typeof args.isArchived !== 'boolean' ||
            repository.archived === args.isArchived) &&
          (typeof args.isFork !== 'boolean' ||
            (repository.parent !== null) === args.isFork) &&
          (!args.visibility ||
            repository.visibility.toUpperCase() === args.visibility) &&
          (!args.privacy ||
            (repository.visibility === 'public') ===
              (args.privacy === 'PUBLIC')),
      );
    return connection(
      ordered(repositories, args, {
        NAME: repository => repository.name,
        CREATED_AT: repository => repository.createdAt,
        UPDATED_AT: repository => repository.updatedAt,
        PUSHED_AT: repository => repository.pushedAt,
        STARGAZERS: repository => repository.stars,
      }),
      args,
      repository => this.repository(repository),
    );
  }

  #team(organization: Organization, team: Team): Record<string, unknown> {
    return {
      __typename: 'Team',
      ...this.#linked(`/orgs/${organization.login}/teams/${team.slug}`),
      id: () => globalId('T', team.id),
      databaseId: team.id,
      slug: team.slug,
      combinedSlug: `${organization.login}/${team.slug}`,
      avatarUrl: `${this.#webUrl}/_simulator/avatars/${team.slug}.svg`,
      editTeamUrl: `${this.#webUrl}/orgs/${organization.login}/teams/${
        team.slug
      }/edit`,
      name: team.name,
      description: team.description,
      privacy: 'VISIBLE',
      organization: () => this.organization(organization),
      parentTeam: () => {
        const parent = organization.teams.find(
          item => item.slug === team.parent,
        );
        return parent ? this.#team(organization, parent) : null;
      },
      childTeams: (args: PageArguments) =>
        connection(
          organization.teams.filter(item => item.parent === team.slug),
          args,
          item => this.#team(organization, item),
        ),
      members: (args: PageArguments) =>
        connection(team.members, args, login => this.#actor(login), {
          edge: () => ({ role: 'MEMBER' }),
        }),
    };
  }

  #issueFields(
    repository: Repository,
    item: Issue | PullRequest,
    section: 'issues' | 'pull',
  ) {
    const content = () => this.#world.content(repository);
    const people = () => [
      ...new Set(
        [
          item.author,
          ...item.comments.map(comment => comment.author),
          ...('reviews' in item
            ? item.reviews.map(review => review.author)
            : []),
        ].filter((login): login is string => login !== null),
      ),
    ];
    return {
      ...this.#linked(
        `/${this.#world.fullName(repository)}/${section}/${item.number}`,
      ),
      databaseId: item.id % 2147483647,
      fullDatabaseId: String(item.id),
      number: item.number,
      title: item.title,
      titleHTML: escapeHtml(item.title),
      body: item.body,
      bodyText: item.body,
      bodyHTML: `<p>${escapeHtml(item.body)}</p>`,
      author: () => this.#author(repository, item.author),
      authorAssociation: this.#association(repository, item.author),
      createdAt: item.createdAt,
      publishedAt: item.createdAt,
      updatedAt: item.updatedAt,
      lastEditedAt: null,
      closed: item.closedAt !== null,
      closedAt: item.closedAt,
      locked: false,
      activeLockReason: null,
      editor: null,
      milestone: null,
      repository: () => this.repository(repository),
      labels: (args: PageArguments) =>
        connection(
          content().labels.filter(label => item.labels.includes(label.name)),
          args,
          label => this.#label(repository, label),
        ),
      assignees: (args: PageArguments) =>
        connection(item.assignees, args, login => this.#actor(login)),
      participants: (args: PageArguments) =>
        connection(
          people().filter(login => this.#world.account(login)?.type === 'User'),
          args,
          login => this.#actor(login),
        ),
      comments: (args: PageArguments) =>
        connection(item.comments, args, comment =>
          this.#comment(repository, item, comment),
        ),
      reactions: (args: PageArguments) => connection([], args, one => one),
    };
  }

  #comment(
    repository: Repository,
    item: Issue | PullRequest,
    comment: Comment,
  ) {
    const section = 'reviews' in item ? 'pull' : 'issues';
    return {
      __typename: 'IssueComment',
      ...this.#linked(
        `/${this.#world.fullName(repository)}/${section}/${
          item.number
        }#issuecomment-${comment.id}`,
      ),
      id: () => globalId('IC', comment.id),
      databaseId: comment.id % 2147483647,
      fullDatabaseId: String(comment.id),
      author: () => this.#author(repository, comment.author),
      authorAssociation: this.#association(repository, comment.author),
      body: comment.body,
      bodyText: comment.body,
      createdAt: comment.createdAt,
      publishedAt: comment.createdAt,
      updatedAt: comment.createdAt,
      isMinimized: false,
      repository: () => this.repository(repository),
    };
  }

  #review(repository: Repository, pullRequest: PullRequest, review: Review) {
    return {
      __typename: 'PullRequestReview',
      ...this.#linked(
        `/${this.#world.fullName(repository)}/pull/${
          pullRequest.number
        }#pullrequestreview-${review.id}`,
      ),
      id: () => globalId('PRR', review.id),
      databaseId: review.id % 2147483647,
      fullDatabaseId: String(review.id),
      state: review.state,
      author: () => this.#author(repository, review.author),
      authorAssociation: this.#association(repository, review.author),
      body: review.body,
      bodyText: review.body,
      createdAt: review.submittedAt,
      submittedAt: review.submittedAt,
      publishedAt: review.submittedAt,
      updatedAt: review.submittedAt,
      pullRequest: () => this.pullRequest(repository, pullRequest),
      repository: () => this.repository(repository),
      comments: (args: PageArguments) => connection([], args, item => item),
    };
  }

  #timeline(
    repository: Repository,
    item: Issue | PullRequest,
    args: TimelineArguments,
  ) {
    const items: Array<{ type: string; at: string; view: () => object }> =
      item.comments.map(comment => ({
        type: 'ISSUE_COMMENT',
        at: comment.createdAt,
        view: () => this.#comment(repository, item, comment),
      }));
    if ('reviews' in item) {
      for (const review of item.reviews) {
        items.push({
          type: 'PULL_REQUEST_REVIEW',
          at: review.submittedAt,
          view: () => this.#review(repository, item, review),
        });
      }
      if (item.mergedAt) {
        items.push({
          type: 'MERGED_EVENT',
          at: item.mergedAt,
          view: () => ({
            __typename: 'MergedEvent',
            id: () => globalId('ME', item.id),
            createdAt: item.mergedAt,
            actor: this.#author(repository, item.mergedBy),
          }),
        });
      }
    }
    if (item.closedAt) {
      const closer =
        'mergedBy' in item && item.mergedBy
          ? item.mergedBy
          : item.comments[item.comments.length - 1]?.author ?? item.author;
      items.push({
        type: 'CLOSED_EVENT',
        at: item.closedAt,
        view: () => ({
          __typename: 'ClosedEvent',
          id: () => globalId('CE', item.id),
          createdAt: item.closedAt,
          actor: this.#author(repository, closer),
        }),
      });
    }
    items.sort((a, b) => a.at.localeCompare(b.at));
    const selected = items.filter(
      ({ type, at }) =>
        (!args.itemTypes || args.itemTypes.includes(type)) &&
        (!args.since || Date.parse(at) >= Date.parse(args.since)),
    );
    const page = connection(selected, args, ({ view }) => view());
    return {
      ...page,
      totalCount: items.length,
      filteredCount: selected.length,
      pageCount: () => page.nodes().length,
      updatedAt: item.updatedAt,
    };
  }

  #label(repository: Repository, label: Label) {
    return {
      __typename: 'Label',
      ...this.#linked(
        `/${this.#world.fullName(repository)}/labels/${encodeURIComponent(
          label.name,
        )}`,
      ),
      id: () => globalId('LA', `${repository.id}:${label.name}`),
      name: label.name,
      color: label.color,
      description: label.description,
      isDefault: label.name === 'bug' || label.name === 'enhancement',
      createdAt: repository.createdAt,
      updatedAt: repository.createdAt,
      repository: () => this.repository(repository),
      issues: (args: IssueArguments) =>
        connection(
          selectIssues(this.#world.content(repository).issues, {
            ...args,
            labels: [label.name],
          }),
          args,
          issue => this.issue(repository, issue),
        ),
    };
  }

  #release(repository: Repository, release: Release) {
    const content = this.#world.content(repository);
    return {
      __typename: 'Release',
      ...this.#linked(
        `/${this.#world.fullName(repository)}/releases/tag/${release.tagName}`,
      ),
      id: () => globalId('RE', release.id),
      databaseId: release.id % 2147483647,
      name: release.name,
      tagName: release.tagName,
      description: release.body,
      createdAt: release.createdAt,
      publishedAt: release.publishedAt,
      updatedAt: release.publishedAt,
      isDraft: false,
      isPrerelease: release.isPrerelease,
      isLatest: content.releases[0] === release,
      author: () => this.#author(repository, release.author),
      tag: () => this.#tag(repository, release),
      tagCommit: () => {
        const commit = content.history.find(release.commit);
        return commit ? this.commit(repository, commit) : null;
      },
      repository: () => this.repository(repository),
    };
  }

  #findRef(repository: Repository, qualifiedName: string) {
    const name = qualifiedName.replace(/^refs\/(heads|tags)\//, '');
    const tag = this.#world
      .content(repository)
      .releases.find(release => release.tagName === name);
    if (tag && !qualifiedName.startsWith('refs/heads/')) {
      return this.#tag(repository, tag);
    }
    return name === repository.defaultBranch &&
      this.#world.content(repository).history.head
      ? this.#branch(repository, name)
      : null;
  }

  #refs(repository: Repository, args: PageArguments & { refPrefix: string }) {
    if (args.refPrefix.startsWith('refs/tags')) {
      return connection(
        this.#world.content(repository).releases,
        args,
        release => this.#tag(repository, release),
      );
    }
    const branches = this.#world.content(repository).history.head
      ? [repository.defaultBranch]
      : [];
    return connection(branches, args, name => this.#branch(repository, name));
  }

  #tag(repository: Repository, release: Release) {
    return {
      __typename: 'Ref',
      id: () =>
        globalId('REF', `${repository.id}:refs/tags/${release.tagName}`),
      name: release.tagName,
      prefix: 'refs/tags/',
      branchProtectionRule: null,
      refUpdateRule: null,
      repository: () => this.repository(repository),
      target: () => {
        const commit = this.#world
          .content(repository)
          .history.find(release.commit);
        return commit ? this.commit(repository, commit) : null;
      },
    };
  }

  #branch(repository: Repository, name: string) {
    const rule = this.#world.protectionRule(repository, name);
    return {
      __typename: 'Ref',
      id: () => globalId('REF', `${repository.id}:refs/heads/${name}`),
      name,
      prefix: 'refs/heads/',
      repository: () => this.repository(repository),
      target: () =>
        this.commit(repository, this.#world.content(repository).history.head!),
      branchProtectionRule: () =>
        rule && this.#viewer.administration
          ? this.#protection(repository, rule)
          : null,
      refUpdateRule: () =>
        rule && this.#viewer.kind !== 'anonymous'
          ? {
              pattern: rule.pattern,
              allowsDeletions: rule.allowsDeletions,
              allowsForcePushes: rule.allowsForcePushes,
              blocksCreations: false,
              requiredApprovingReviewCount: rule.requiredApprovingReviewCount,
              requiredStatusCheckContexts: rule.requiredStatusCheckContexts,
              requiresCodeOwnerReviews: rule.requiresCodeOwnerReviews,
              requiresConversationResolution:
                rule.requiresConversationResolution,
              requiresLinearHistory: rule.requiresLinearHistory,
              requiresSignatures: false,
              viewerAllowedToDismissReviews: this.#viewer.administration,
              viewerCanPush: this.#viewer.administration,
            }
          : null,
      rules: (args: PageArguments) =>
        connection(
          this.#world
            .rulesets(repository, true)
            .filter(({ ruleset }) => ruleset.enforcement === 'active')
            .flatMap(({ ruleset }) => ruleset.rules),
          args,
          item => this.#rule(item),
        ),
      associatedPullRequests: (args: PageArguments) =>
        connection(
          this.#world
            .content(repository)
            .pullRequests.filter(item => item.headRefName === name),
          args,
          item => this.pullRequest(repository, item),
        ),
    };
  }

  #protection(repository: Repository, rule: BranchProtectionRule) {
    return {
      __typename: 'BranchProtectionRule',
      id: () => globalId('BPR', rule.id),
      databaseId: rule.id,
      pattern: rule.pattern,
      allowsDeletions: rule.allowsDeletions,
      allowsForcePushes: rule.allowsForcePushes,
      blocksCreations: false,
      dismissesStaleReviews: rule.dismissesStaleReviews,
      isAdminEnforced: rule.isAdminEnforced,
      lockBranch: false,
      lockAllowsFetchAndMerge: false,
      requireLastPushApproval: false,
      requiredApprovingReviewCount: rule.requiredApprovingReviewCount,
      requiredStatusCheckContexts: rule.requiredStatusCheckContexts,
      requiresApprovingReviews: rule.requiredApprovingReviewCount > 0,
      requiresCodeOwnerReviews: rule.requiresCodeOwnerReviews,
      requiresCommitSignatures: false,
      requiresConversationResolution: rule.requiresConversationResolution,
      requiresDeployments: false,
      requiresLinearHistory: rule.requiresLinearHistory,
      requiresStatusChecks: rule.requiredStatusCheckContexts.length > 0,
      requiresStrictStatusChecks: rule.requiresStrictStatusChecks,
      restrictsPushes: false,
      restrictsReviewDismissals: false,
      repository: () => this.repository(repository),
      matchingRefs: (args: PageArguments) =>
        connection([repository.defaultBranch], args, name =>
          this.#branch(repository, name),
        ),
    };
  }

  #ruleset(ruleset: Ruleset, source: () => unknown) {
    return {
      __typename: 'RepositoryRuleset',
      id: () => globalId('RRS', ruleset.id),
      databaseId: ruleset.id,
      name: ruleset.name,
      enforcement: ruleset.enforcement.toUpperCase(),
      target: 'BRANCH',
      createdAt: ruleset.createdAt,
      updatedAt: ruleset.createdAt,
      source,
      conditions: {
        refName: { include: ruleset.includeRefs, exclude: [] },
        repositoryId: null,
        repositoryName: ruleset.includeRepositories.length
          ? {
              include: ruleset.includeRepositories,
              exclude: [],
              protected: false,
            }
          : null,
        repositoryProperty: null,
      },
      rules: (args: PageArguments & { type?: string | null }) =>
        connection(
          ruleset.rules.filter(
            rule => !args.type || rule.type.toUpperCase() === args.type,
          ),
          args,
          rule => this.#rule(rule),
        ),
      bypassActors: (args: PageArguments) => connection([], args, item => item),
    };
  }

  #rule(rule: RulesetRule) {
    return {
      __typename: 'RepositoryRule',
      id: () => globalId('RRR', JSON.stringify(rule)),
      type: rule.type.toUpperCase(),
      repositoryRuleset: null,
      parameters: () => {
        if (rule.type === 'pull_request') {
          return {
            __typename: 'PullRequestParameters',
            dismissStaleReviewsOnPush: rule.dismissStaleReviewsOnPush,
            requireCodeOwnerReview: rule.requireCodeOwnerReview,
            requireLastPushApproval: rule.requireLastPushApproval,
            requiredApprovingReviewCount: rule.requiredApprovingReviewCount,
            requiredReviewThreadResolution: rule.requiredReviewThreadResolution,
            allowedMergeMethods: ['merge', 'squash', 'rebase'],
          };
        }
        if (rule.type === 'required_status_checks') {
          return {
            __typename: 'RequiredStatusChecksParameters',
            doNotEnforceOnCreate: false,
            strictRequiredStatusChecksPolicy: rule.strict,
            requiredStatusChecks: rule.contexts.map(context => ({
              context,
              integrationId: null,
            })),
          };
        }
        return null;
      },
    };
  }

  /**
   * Resolves what `git rev-parse` would: a commit's name, a branch or tag, with a
   * path after a colon. Anything else is null, as at GitHub.
   */
  #object(repository: Repository, expression: string) {
    const content = this.#world.content(repository);
    const [revision, path] = splitOnce(expression, ':');
    let commit: Commit | undefined;
    if (['HEAD', '', repository.defaultBranch].includes(revision)) {
      commit = content.history.head;
    } else if (/^[0-9a-f]{40}$/.test(revision)) {
      commit = content.history.find(revision);
    } else {
      const release = content.releases.find(
        item => item.tagName === revision.replace(/^refs\/tags\//, ''),
      );
      commit = release ? content.history.find(release.commit) : undefined;
    }
    if (!commit) {
      return null;
    }
    if (!expression.includes(':')) {
      return this.commit(repository, commit);
    }
    const entry = resolvePath(commit.tree, path);
    if (!entry) {
      return null;
    }
    return entry.kind === 'tree'
      ? this.#tree(repository, entry, path)
      : this.#blob(repository, entry);
  }

  #gitObject(repository: Repository, type: string, oid: string) {
    const path = `/${this.#world.fullName(repository)}/${type}/${oid}`;
    return {
      id: () => globalId('GO', `${repository.id}:${oid}`),
      oid,
      abbreviatedOid: oid.slice(0, 7),
      commitUrl: `${this.#webUrl}${path}`,
      commitResourcePath: path,
      repository: () => this.repository(repository),
    };
  }

  #blob(repository: Repository, blob: Blob) {
    const binary = blob.bytes.includes(0);
    // GitHub cuts texts above 512 kB.
    const limit = 512_000;
    return {
      __typename: 'Blob',
      ...this.#gitObject(repository, 'blob', blob.oid),
      byteSize: blob.bytes.length,
      isBinary: binary,
      isTruncated: !binary && blob.bytes.length > limit,
      text: () =>
        binary ? null : blob.bytes.subarray(0, limit).toString('utf8'),
    };
  }

  #tree(repository: Repository, tree: Tree, path: string) {
    return {
      __typename: 'Tree',
      ...this.#gitObject(repository, 'tree', tree.oid),
      entries: () =>
        [...tree.entries].map(([name, entry]) =>
          this.#treeEntry(repository, path ? `${path}/${name}` : name, entry),
        ),
    };
  }

  #treeEntry(repository: Repository, path: string, entry: Blob | Tree) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return {
      __typename: 'TreeEntry',
      name,
      path,
      nameRaw: () => Buffer.from(name, 'utf8').toString('base64'),
      pathRaw: () => Buffer.from(path, 'utf8').toString('base64'),
      extension: dot > 0 ? name.slice(dot) : '',
      mode: entry.kind === 'tree' ? 0o40000 : 0o100644,
      type: entry.kind,
      oid: entry.oid,
      size: entry.kind === 'blob' ? entry.bytes.length : 0,
      lineCount: null,
      isGenerated: false,
      submodule: null,
      language: () => {
        const language = entry.kind === 'blob' ? languageOf(path) : undefined;
        return language
          ? { ...language, id: () => globalId('L', language.name) }
          : null;
      },
      object: () =>
        entry.kind === 'tree'
          ? this.#tree(repository, entry, path)
          : this.#blob(repository, entry),
      repository: () => this.repository(repository),
    };
  }

  #gitActor(
    repository: Repository,
    signature: { name: string; email: string; at?: number; offset?: number },
  ) {
    return {
      __typename: 'GitActor',
      name: signature.name,
      email: signature.email,
      date: () =>
        signature.at === undefined
          ? null
          : toGitTimestamp(signature.at, signature.offset ?? 0),
      avatarUrl: () =>
        `${this.#webUrl}/_simulator/avatars/${encodeURIComponent(
          signature.name,
        )}.svg`,
      // Programs have accounts of another type and are not linked here.
      user: () => {
        const account = this.#world.accountByEmail(signature.email);
        return account?.type === 'User'
          ? this.#author(repository, account.login)
          : null;
      },
    };
  }

  #codeOfConduct(repository: Repository) {
    const found = this.#withDefaults(
      repository,
      /^code[_-]of[_-]conduct(\.\w+)?$/i,
    );
    return found
      ? {
          id: () => globalId('COC', repository.id),
          key: 'other',
          name: 'Other',
          body: found.blob.bytes.toString('utf8'),
          ...this.#linked(
            `/${this.#world.fullName(found.repository)}/blob/${
              found.repository.defaultBranch
            }/${found.path}`,
          ),
        }
      : null;
  }

  #issueTemplates(repository: Repository) {
    const head = this.#world.content(repository).history.head;
    const directory = head && resolvePath(head.tree, '.github/ISSUE_TEMPLATE');
    if (directory?.kind !== 'tree') {
      return [];
    }
    return [...directory.entries]
      .filter(([name]) => /\.(md|ya?ml)$/.test(name) && !/^config\./.test(name))
      .flatMap(([filename, entry]) => {
        if (entry.kind !== 'blob') {
          return [];
        }
        const text = entry.bytes.toString('utf8');
        const field = (name: string) =>
          text
            .split('\n')
            .find(line => line.startsWith(`${name}:`))
            ?.slice(name.length + 1)
            .trim() ?? null;
        return [
          {
            filename,
            name: field('name') ?? filename,
            about: field('about') ?? field('description'),
            title: field('title'),
            body: text,
          },
        ];
      });
  }

  /** A community file of the repository, or of the organisation's `.github`. */
  #withDefaults(repository: Repository, pattern: RegExp) {
    const defaults = this.#world.repository(
      repository.owner,
      '.github',
      this.#viewer,
    )?.repository;
    for (const candidate of defaults ? [repository, defaults] : [repository]) {
      const file = this.#world.findFile(candidate, pattern);
      if (file) {
        return { ...file, repository: candidate };
      }
    }
    return undefined;
  }

  #actor(login: string) {
    const account = this.#world.account(login);
    return account ? this.account(account) : null;
  }

  #author(repository: Repository, login: string | null) {
    const account = this.#world.author(login, repository);
    return account ? this.account(account) : null;
  }

  #association(repository: Repository, login: string | null): string {
    const members = this.#world.organization(repository.owner)?.members ?? [];
    if (login && members.includes(login)) {
      return 'MEMBER';
    }
    return login ? 'CONTRIBUTOR' : 'NONE';
  }

  #linked(path: string) {
    return { url: `${this.#webUrl}${path}`, resourcePath: path };
  }
}

/** Co-authors named in a commit's trailers. */
export function coAuthors(
  commit: Commit,
): Array<{ name: string; email: string }> {
  const people: Array<{ name: string; email: string }> = [];
  for (const line of commit.message.split('\n')) {
    if (line.startsWith('Co-authored-by: ') && line.endsWith('>')) {
      const open = line.lastIndexOf('<');
      people.push({
        name: line.slice('Co-authored-by: '.length, open).trim(),
        email: line.slice(open + 1, -1),
      });
    }
  }
  return people;
}

/** UTC, as `DateTime` has it. */
export function toInstant(signature: Signature): string {
  return `${new Date(signature.at).toISOString().slice(0, 19)}Z`;
}

function toGitTimestamp(at: number, offset: number): string {
  if (offset === 0) {
    return `${new Date(at).toISOString().slice(0, 19)}Z`;
  }
  const minutes = Math.abs(offset);
  return `${new Date(at + offset * 60_000).toISOString().slice(0, 19)}${
    offset < 0 ? '-' : '+'
  }${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(
    minutes % 60,
  ).padStart(2, '0')}`;
}

function splitMessage(message: string): [string, string] {
  const [headline, rest] = splitOnce(message, '\n');
  return [headline, rest.trim()];
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0
    ? [text, '']
    : [text.slice(0, index), text.slice(index + separator.length)];
}

/** Whole lists in their orders; sorting them for each query is most of the work. */
const orders = new WeakMap<
  readonly unknown[],
  Map<string, readonly unknown[]>
>();

function selectIssues<T extends Issue | PullRequest>(
  items: readonly T[],
  args: IssueArguments,
): readonly T[] {
  const states = args.states ?? args.filterBy?.states;
  const labels = args.labels ?? args.filterBy?.labels;
  const since = args.filterBy?.since;
  if (!states && !labels && !args.filterBy) {
    const known = orders.get(items) ?? new Map<string, readonly unknown[]>();
    orders.set(items, known);
    const key = JSON.stringify(args.orderBy ?? null);
    const order = (known.get(key) ?? orderIssues(items, args)) as readonly T[];
    known.set(key, order);
    return order;
  }
  const selected = items.filter(
    item =>
      (!states || states.includes(item.state)) &&
      (!labels ||
        labels.some(label =>
          item.labels.some(name => name.toLowerCase() === label.toLowerCase()),
        )) &&
      (!since || Date.parse(item.updatedAt) >= Date.parse(since)) &&
      (!args.filterBy?.createdBy || item.author === args.filterBy.createdBy) &&
      (!args.filterBy?.assignee ||
        (args.filterBy.assignee === '*'
          ? item.assignees.length > 0
          : item.assignees.includes(args.filterBy.assignee))),
  );
  return orderIssues(selected, args);
}

function orderIssues<T extends Issue | PullRequest>(
  items: readonly T[],
  args: IssueArguments,
): T[] {
  return ordered(items, args, {
    CREATED_AT: item => item.createdAt,
    UPDATED_AT: item => item.updatedAt,
    COMMENTS: item => item.comments.length,
  });
}

function ordered<T>(
  items: readonly T[],
  args: Ordering,
  keys: Record<string, (item: T) => string | number>,
): T[] {
  const key = args.orderBy ? keys[args.orderBy.field] : undefined;
  if (!key) {
    return [...items];
  }
  const sign = args.orderBy!.direction === 'DESC' ? -1 : 1;
  return [...items].sort((a, b) => {
    const left = key(a);
    const right = key(b);
    if (left === right) {
      return 0;
    }
    return left < right ? -sign : sign;
  });
}

function globalId(prefix: string, key: string | number): string {
  return `${prefix}_${Buffer.from(String(key), 'utf8').toString('base64url')}`;
}

function notFound(message: string) {
  return new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
}

function forbidden(field: string) {
  return new GraphQLError(
    `You do not have permission to view the field '${field}'.`,
    { extensions: { type: 'FORBIDDEN' } },
  );
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
