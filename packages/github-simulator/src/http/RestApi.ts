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
  Account,
  Comment,
  Issue,
  Organization,
  PullRequest,
  Release,
  Repository,
  Ruleset,
  RulesetRule,
} from '../dataset/model';
import { Blob, Commit, resolvePath, Tree, walkTree } from '../git/History';
import { Faults } from '../faults';
import { toInstant } from '../graphql/GraphView';
import { Viewer, World } from '../World';
import { Authenticator } from './auth';
import { Budget } from './RateLimiter';

/** A REST request. */
export interface RestRequest {
  method: string;
  /** Without `/api/v3`. */
  path: string;
  query: URLSearchParams;
  accept: string;
  viewer: Viewer;
  /** Where the API is, without slash at the end. */
  apiUrl: string;
  /** Where its pages are. */
  webUrl: string;
  budgets: () => { core: Budget; graphql: Budget };
}

/** What is answered. */
export interface RestAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** A git archive of this commit is the body. */
  archive?: { repository: Repository; oid: string };
}

type Handler = (
  request: RestRequest,
  parameters: Record<string, string>,
) => RestAnswer;

type RepositoryHandler = (
  request: RestRequest,
  repository: Repository,
  parameters: Record<string, string>,
) => RestAnswer;

const WEEK = 7 * 24 * 3_600_000;

/**
 * The REST endpoints that are in use, over the data set.
 */
export class RestApi {
  readonly #world: World;
  readonly #faults: Faults;
  readonly #authenticator: Authenticator;
  readonly #enterpriseVersion: string | undefined;
  readonly #routes: Array<{
    method: string;
    segments: string[];
    handler: Handler;
  }> = [];

  private constructor(options: RestApiOptions) {
    this.#world = options.world;
    this.#faults = options.faults;
    this.#authenticator = options.authenticator;
    this.#enterpriseVersion = options.enterpriseVersion;
    this.#addGeneralRoutes();
    this.#addAppRoutes();
    this.#addOrganizationRoutes();
    this.#addRepositoryRoutes();
    this.#addContentRoutes();
    this.#addSocialRoutes();
  }

  static create(options: RestApiOptions): RestApi {
    return new RestApi(options);
  }

  answer(request: RestRequest): RestAnswer {
    const segments = request.path.split('/').filter(Boolean);
    for (const route of this.#routes) {
      const parameters = matchRoute(route.segments, segments);
      if (parameters && route.method === request.method) {
        return route.handler(request, parameters);
      }
    }
    return notFound();
  }

  #add(method: string, path: string, handler: Handler) {
    this.#routes.push({
      method,
      segments: path.split('/').filter(Boolean),
      handler,
    });
  }

  #get(path: string, handler: Handler) {
    this.#add('GET', path, handler);
  }

  /** A route under a repository: finds it, or answers 404 or 301. */
  #getOfRepository(path: string, handler: RepositoryHandler) {
    this.#get(`/repos/:owner/:repo${path}`, (request, parameters) => {
      const found = this.#world.repository(
        parameters.owner,
        parameters.repo,
        request.viewer,
      );
      if (!found) {
        return notFound();
      }
      if (found.moved) {
        const rest = request.path.split('/').slice(4).join('/');
        const url = `${request.apiUrl}/repositories/${found.repository.id}${
          rest ? `/${rest}` : ''
        }`;
        return {
          status: 301,
          headers: { location: url },
          body: { message: 'Moved Permanently', url },
        };
      }
      return handler(request, found.repository, parameters);
    });
  }

  #addGeneralRoutes() {
    this.#get('/', request =>
      ok({ current_user_url: `${request.apiUrl}/user` }),
    );
    this.#get('/meta', () =>
      ok({
        verifiable_password_authentication: false,
        ...(this.#enterpriseVersion && {
          installed_version: this.#enterpriseVersion,
        }),
      }),
    );
    this.#get('/rate_limit', request => {
      const { core, graphql } = request.budgets();
      const show = ({ limit, remaining, used, reset }: Budget) => ({
        limit,
        remaining,
        used,
        reset,
      });
      return ok({
        resources: { core: show(core), graphql: show(graphql) },
        rate: show(core),
      });
    });
    this.#get('/user', request => {
      const account = request.viewer.login
        ? this.#world.account(request.viewer.login)
        : undefined;
      if (account) {
        return ok(this.#account(request, account));
      }
      return request.viewer.kind === 'anonymous'
        ? { status: 401, body: { message: 'Requires authentication' } }
        : {
            status: 403,
            body: { message: 'Resource not accessible by integration' },
          };
    });
    this.#get('/users/:login', (request, { login }) => {
      const account = this.#world.account(login.replace(/\[bot\]$/, ''));
      if (account) {
        return ok(this.#account(request, account));
      }
      const organization = this.#world.organization(login);
      return organization
        ? ok(this.#simpleOrganization(request, organization))
        : notFound();
    });
    this.#get('/repositories/:id', (request, { id }) => {
      const repository = this.#world.repositoryById(Number(id), request.viewer);
      return repository
        ? ok(this.#repository(request, repository, true))
        : notFound();
    });
    this.#get('/repositories/:id/*', (request, { id, '*': rest }) => {
      const repository = this.#world.repositoryById(Number(id), request.viewer);
      return repository
        ? this.answer({
            ...request,
            path: `/repos/${this.#world.fullName(repository)}/${rest}`,
          })
        : notFound();
    });
  }

  #addAppRoutes() {
    const forApp =
      (handler: Handler): Handler =>
      (request, parameters) =>
        request.viewer.kind === 'app'
          ? handler(request, parameters)
          : {
              status: 401,
              body: { message: 'A JSON web token could not be decoded' },
            };
    const installation = (
      request: RestRequest,
      organization: Organization,
    ) => ({
      id: organization.id,
      app_id: this.#authenticator.app.id,
      app_slug: this.#authenticator.app.slug,
      account: this.#simpleOrganization(request, organization),
      target_id: organization.id,
      target_type: 'Organization',
      repository_selection: 'all',
      access_tokens_url: `${request.apiUrl}/app/installations/${organization.id}/access_tokens`,
      repositories_url: `${request.apiUrl}/installation/repositories`,
      html_url: `${request.webUrl}/organizations/${organization.login}/settings/installations/${organization.id}`,
      permissions: this.#permissions(),
      events: ['push', 'pull_request', 'issues', 'repository', 'label'],
      created_at: organization.createdAt,
      updated_at: organization.createdAt,
      suspended_at: null,
    });
    this.#get(
      '/app',
      forApp(() =>
        ok({
          id: this.#authenticator.app.id,
          slug: this.#authenticator.app.slug,
          name: this.#authenticator.app.slug,
          permissions: this.#permissions(),
          installations_count: this.#world.dataset.organizations.length,
        }),
      ),
    );
    this.#get(
      '/app/installations',
      forApp(request =>
        paged(request, this.#world.dataset.organizations, organization =>
          installation(request, organization),
        ),
      ),
    );
    this.#add(
      'POST',
      '/app/installations/:id/access_tokens',
      forApp((_, { id }) => {
        const organization = this.#world.dataset.organizations.find(
          item => String(item.id) === id,
        );
        if (!organization) {
          return notFound();
        }
        const { token, expiresAt } = this.#authenticator.issueInstallationToken(
          organization.login,
        );
        return {
          status: 201,
          body: {
            token,
            expires_at: `${new Date(expiresAt).toISOString().slice(0, 19)}Z`,
            permissions: this.#permissions(),
            repository_selection: 'all',
          },
        };
      }),
    );
    this.#get(
      '/orgs/:org/installation',
      forApp((request, { org }) => {
        const organization = this.#world.organization(org);
        return organization
          ? ok(installation(request, organization))
          : notFound();
      }),
    );
    this.#get(
      '/repos/:owner/:repo/installation',
      forApp((request, { owner }) => {
        const organization = this.#world.organization(owner);
        return organization
          ? ok(installation(request, organization))
          : notFound();
      }),
    );
    this.#get('/installation/repositories', request => {
      const [organization] = request.viewer.organizations ?? [];
      if (request.viewer.kind !== 'installation' || !organization) {
        return {
          status: 403,
          body: {
            message:
              'You must authenticate with an installation access token in order to list repositories for an installation.',
          },
        };
      }
      const repositories = this.#world.repositoriesOf(
        organization,
        request.viewer,
      );
      const page = paged(request, repositories, repository =>
        this.#repository(request, repository, false),
      );
      return {
        ...page,
        body: {
          total_count: repositories.length,
          repository_selection: 'all',
          repositories: page.body,
        },
      };
    });
  }

  #permissions() {
    return {
      metadata: 'read',
      contents: 'read',
      issues: 'read',
      pull_requests: 'read',
      members: 'read',
      ...(this.#authenticator.app.administration && {
        administration: 'read',
        organization_administration: 'read',
      }),
    };
  }

  #addOrganizationRoutes() {
    const forOrganization =
      (
        handler: (
          request: RestRequest,
          organization: Organization,
          parameters: Record<string, string>,
        ) => RestAnswer,
      ): Handler =>
      (request, parameters) => {
        const organization = this.#world.organization(parameters.org);
        return organization
          ? handler(request, organization, parameters)
          : notFound();
      };
    this.#get(
      '/orgs/:org',
      forOrganization((request, organization) => {
        const { settings } = organization;
        return ok({
          ...this.#simpleOrganization(request, organization),
          name: organization.name,
          blog: organization.websiteUrl,
          email: organization.email,
          html_url: `${request.webUrl}/${organization.login}`,
          type: 'Organization',
          has_organization_projects: true,
          has_repository_projects: true,
          public_repos: this.#world
            .repositoriesOf(organization.login, request.viewer)
            .filter(repository => repository.visibility === 'public').length,
          created_at: organization.createdAt,
          updated_at: organization.createdAt,
          ...(this.#administers(request, organization) && {
            default_repository_permission: settings.defaultRepositoryPermission,
            members_can_create_repositories:
              settings.membersCanCreatePublicRepositories ||
              settings.membersCanCreateInternalRepositories ||
              settings.membersCanCreatePrivateRepositories,
            members_can_create_public_repositories:
              settings.membersCanCreatePublicRepositories,
            members_can_create_internal_repositories:
              settings.membersCanCreateInternalRepositories,
            members_can_create_private_repositories:
              settings.membersCanCreatePrivateRepositories,
            members_can_fork_private_repositories:
              settings.membersCanForkPrivateRepositories,
            two_factor_requirement_enabled:
              settings.twoFactorRequirementEnabled,
            web_commit_signoff_required: settings.webCommitSignoffRequired,
            total_private_repos: this.#world
              .repositoriesOf(organization.login, request.viewer)
              .filter(repository => repository.visibility !== 'public').length,
          }),
        });
      }),
    );
    this.#get(
      '/orgs/:org/repos',
      forOrganization((request, organization) =>
        paged(
          request,
          this.#world.repositoriesOf(organization.login, request.viewer),
          repository => this.#repository(request, repository, false),
        ),
      ),
    );
    this.#get(
      '/orgs/:org/members',
      forOrganization((request, organization) =>
        paged(request, organization.members, login =>
          this.#user(request, login),
        ),
      ),
    );
    this.#get(
      '/orgs/:org/teams',
      forOrganization((request, organization) =>
        paged(request, organization.teams, team => ({
          id: team.id,
          slug: team.slug,
          name: team.name,
          description: team.description,
          privacy: 'closed',
          parent: team.parent ? { slug: team.parent } : null,
        })),
      ),
    );
    this.#get(
      '/orgs/:org/teams/:slug/members',
      forOrganization((request, organization, { slug }) => {
        const team = organization.teams.find(item => item.slug === slug);
        return team
          ? paged(request, team.members, login => this.#user(request, login))
          : notFound();
      }),
    );
    this.#get(
      '/orgs/:org/rulesets',
      forOrganization((request, organization) =>
        this.#administers(request, organization)
          ? paged(request, organization.rulesets, ruleset =>
              showRuleset(ruleset, 'Organization', organization.login, false),
            )
          : notFound(),
      ),
    );
    this.#get(
      '/orgs/:org/rulesets/:id',
      forOrganization((request, organization, { id }) => {
        const ruleset = organization.rulesets.find(
          item => String(item.id) === id,
        );
        return ruleset && this.#administers(request, organization)
          ? ok(showRuleset(ruleset, 'Organization', organization.login, true))
          : notFound();
      }),
    );
  }

  #administers(request: RestRequest, organization: Organization): boolean {
    const { viewer } = request;
    return (
      viewer.administration &&
      (!viewer.organizations ||
        viewer.organizations.includes(organization.login))
    );
  }

  #addRepositoryRoutes() {
    this.#getOfRepository('', (request, repository) =>
      ok(this.#repository(request, repository, true)),
    );
    this.#getOfRepository('/languages', (_, repository) =>
      ok(
        Object.fromEntries(
          this.#world
            .languages(repository)
            .map(({ name, size }) => [name, size]),
        ),
      ),
    );
    this.#getOfRepository('/topics', (_, repository) =>
      ok({ names: repository.topics }),
    );
    this.#getOfRepository('/branches', (request, repository) =>
      paged(
        request,
        this.#head(repository) ? [repository.defaultBranch] : [],
        name => this.#branch(request, repository, name),
      ),
    );
    this.#getOfRepository(
      '/branches/:branch',
      (request, repository, { branch }) =>
        branch === repository.defaultBranch && this.#head(repository)
          ? ok(this.#branch(request, repository, branch))
          : { status: 404, body: { message: 'Branch not found' } },
    );
    this.#getOfRepository(
      '/branches/:branch/protection',
      (request, repository, { branch }) => {
        if (!request.viewer.administration) {
          return notFound();
        }
        const rule = this.#world.protectionRule(repository, branch);
        if (!rule) {
          return { status: 404, body: { message: 'Branch not protected' } };
        }
        return ok({
          url: `${request.apiUrl}${request.path}`,
          ...(rule.requiredApprovingReviewCount > 0 && {
            required_pull_request_reviews: {
              dismiss_stale_reviews: rule.dismissesStaleReviews,
              require_code_owner_reviews: rule.requiresCodeOwnerReviews,
              require_last_push_approval: false,
              required_approving_review_count:
                rule.requiredApprovingReviewCount,
            },
          }),
          ...(rule.requiredStatusCheckContexts.length > 0 && {
            required_status_checks: {
              strict: rule.requiresStrictStatusChecks,
              contexts: rule.requiredStatusCheckContexts,
            },
          }),
          enforce_admins: { enabled: rule.isAdminEnforced },
          required_linear_history: { enabled: rule.requiresLinearHistory },
          allow_force_pushes: { enabled: rule.allowsForcePushes },
          allow_deletions: { enabled: rule.allowsDeletions },
          required_conversation_resolution: {
            enabled: rule.requiresConversationResolution,
          },
        });
      },
    );
    this.#getOfRepository('/rulesets', (request, repository) =>
      paged(
        request,
        this.#world.rulesets(
          repository,
          request.query.get('includes_parents') !== 'false',
        ),
        ({ ruleset, source }) =>
          showRuleset(
            ruleset,
            source,
            source === 'Organization'
              ? repository.owner
              : this.#world.fullName(repository),
            false,
          ),
      ),
    );
    this.#getOfRepository('/rulesets/:id', (_, repository, { id }) => {
      const found = this.#world
        .rulesets(repository, true)
        .find(({ ruleset }) => String(ruleset.id) === id);
      return found
        ? ok(
            showRuleset(
              found.ruleset,
              found.source,
              found.source === 'Organization'
                ? repository.owner
                : this.#world.fullName(repository),
              true,
            ),
          )
        : notFound();
    });
    this.#getOfRepository(
      '/rules/branches/:branch',
      (request, repository, { branch }) =>
        paged(
          request,
          this.#world
            .rulesets(repository, true)
            .filter(
              ({ ruleset }) =>
                ruleset.enforcement === 'active' &&
                ruleset.includeRefs.some(
                  ref =>
                    ref === '~ALL' ||
                    ref === `refs/heads/${branch}` ||
                    (ref === '~DEFAULT_BRANCH' &&
                      branch === repository.defaultBranch),
                ),
            )
            .flatMap(({ ruleset, source }) =>
              ruleset.rules.map(rule => ({ rule, ruleset, source })),
            ),
          ({ rule, ruleset, source }) => ({
            ...showRule(rule),
            ruleset_source_type: source,
            ruleset_source:
              source === 'Organization'
                ? repository.owner
                : this.#world.fullName(repository),
            ruleset_id: ruleset.id,
          }),
        ),
    );
    this.#getOfRepository('/community/profile', (request, repository) =>
      ok(this.#communityProfile(request, repository)),
    );
    this.#getOfRepository('/stats/participation', (request, repository) =>
      this.#statistics(request, () => this.#participation(repository)),
    );
    this.#getOfRepository('/stats/contributors', (request, repository) =>
      this.#statistics(request, () =>
        this.#contributors(repository).map(({ account, commits }) => ({
          total: commits,
          author: account ? this.#user(request, account.login) : null,
          weeks: [],
        })),
      ),
    );
    this.#getOfRepository('/contributors', (request, repository) =>
      paged(
        request,
        this.#contributors(repository).filter(({ account }) => account),
        ({ account, commits }) => ({
          ...this.#user(request, account!.login),
          contributions: commits,
        }),
      ),
    );
  }

  #statistics(request: RestRequest, compute: () => unknown): RestAnswer {
    const pending = this.#faults.take(['statistics-pending'], {
      api: 'rest',
      path: request.path,
      text: request.path,
    });
    return pending ? { status: 202, body: {} } : ok(compute());
  }

  #participation(repository: Repository) {
    const end = this.#world.dataset.now.getTime();
    const all = new Array<number>(52).fill(0);
    for (const commit of this.#world.content(repository).history.commits) {
      const week = 51 - Math.floor((end - commit.committer.at) / WEEK);
      if (week >= 0 && week < 52 && commit.parents.length < 2) {
        all[week] += 1;
      }
    }
    return { all, owner: new Array<number>(52).fill(0) };
  }

  #contributors(repository: Repository) {
    const counts = new Map<
      string,
      { account: Account | undefined; commits: number }
    >();
    for (const commit of this.#world.content(repository).history.commits) {
      const account = this.#world.accountByEmail(commit.author.email);
      const key = account?.login ?? commit.author.email;
      const known = counts.get(key) ?? { account, commits: 0 };
      known.commits += 1;
      counts.set(key, known);
    }
    return [...counts.values()].sort((a, b) => b.commits - a.commits);
  }

  #addContentRoutes() {
    const contents: RepositoryHandler = (request, repository, parameters) => {
      const path = parameters['*'] ?? '';
      const commit = this.#resolve(repository, request.query.get('ref'));
      if (!commit) {
        return {
          status: 404,
          body: {
            message: `No commit found for the ref ${request.query.get('ref')}`,
          },
        };
      }
      const entry = resolvePath(commit.tree, path);
      if (!entry) {
        return notFound();
      }
      if (entry.kind === 'blob') {
        if (isRaw(request.accept)) {
          return {
            status: 200,
            body: entry.bytes,
            headers: {
              'content-type': 'application/vnd.github.raw; charset=utf-8',
            },
          };
        }
        return ok(this.#file(request, repository, path, entry, true));
      }
      return ok(
        [...entry.entries].map(([name, child]) =>
          this.#file(
            request,
            repository,
            path ? `${path}/${name}` : name,
            child,
            false,
          ),
        ),
      );
    };
    this.#getOfRepository('/contents', contents);
    this.#getOfRepository('/contents/*', contents);
    this.#getOfRepository('/readme', (request, repository) => {
      const found = this.#world.findFile(repository, /^readme(\.\w+)?$/i);
      return found
        ? ok(this.#file(request, repository, found.path, found.blob, true))
        : notFound();
    });
    this.#getOfRepository('/license', (request, repository) => {
      const found = this.#world.findFile(repository, /^licen[sc]e(\.\w+)?$/i, [
        '',
      ]);
      return found
        ? ok({
            ...this.#file(request, repository, found.path, found.blob, true),
            license: showLicense(repository),
          })
        : notFound();
    });
    this.#getOfRepository('/git/trees/:sha', (request, repository, { sha }) => {
      const tree =
        this.#resolve(repository, sha)?.tree ?? this.#findTree(repository, sha);
      if (!tree) {
        return notFound();
      }
      const entries = request.query.has('recursive')
        ? [...walkTree(tree)]
        : [...tree.entries].map(([path, entry]) => ({ path, entry }));
      const limit = 100_000;
      return ok({
        sha: tree.oid,
        url: `${request.apiUrl}${request.path}`,
        truncated: entries.length > limit,
        tree: entries.slice(0, limit).map(({ path, entry }) => ({
          path,
          mode: entry.kind === 'tree' ? '040000' : '100644',
          type: entry.kind,
          sha: entry.oid,
          ...(entry.kind === 'blob' && { size: entry.bytes.length }),
          url: `${request.apiUrl}/repos/${this.#world.fullName(
            repository,
          )}/git/${entry.kind}s/${entry.oid}`,
        })),
      });
    });
    this.#getOfRepository('/git/blobs/:sha', (_, repository, { sha }) => {
      for (const blob of this.#world.content(repository).history.blobs) {
        if (blob.oid === sha) {
          return ok({
            sha,
            size: blob.bytes.length,
            encoding: 'base64',
            content: blob.bytes.toString('base64'),
          });
        }
      }
      return notFound();
    });
    this.#getOfRepository('/commits', (request, repository) => {
      const { query } = request;
      const path = query.get('path');
      const since = Date.parse(query.get('since') ?? '') || -Infinity;
      const until = Date.parse(query.get('until') ?? '') || Infinity;
      const author = query.get('author')?.toLowerCase();
      const start = this.#resolve(repository, query.get('sha'));
      const { commits } = this.#world.content(repository).history;
      const selected = start
        ? commits
            .slice(0, commits.indexOf(start) + 1)
            .reverse()
            .filter(
              commit =>
                commit.committer.at >= since &&
                commit.committer.at <= until &&
                (!path ||
                  commit.changes.some(
                    change =>
                      change.path === path ||
                      change.path.startsWith(`${path}/`),
                  )) &&
                (!author ||
                  commit.author.email.toLowerCase() === author ||
                  this.#world
                    .accountByEmail(commit.author.email)
                    ?.login.toLowerCase() === author),
            )
        : [];
      if (!start) {
        return {
          status: 409,
          body: { message: 'Git Repository is empty.' },
        };
      }
      return paged(request, selected, commit =>
        this.#commit(request, repository, commit, false),
      );
    });
    this.#getOfRepository('/commits/:ref', (request, repository, { ref }) => {
      const commit = this.#resolve(repository, ref);
      if (!commit) {
        return {
          status: 422,
          body: { message: `No commit found for SHA: ${ref}` },
        };
      }
      if (request.accept.includes('sha')) {
        return {
          status: 200,
          body: commit.oid,
          headers: { 'content-type': 'application/vnd.github.sha' },
        };
      }
      return ok(this.#commit(request, repository, commit, true));
    });
    this.#getOfRepository(
      '/commits/:ref/status',
      (request, repository, { ref }) => {
        const commit = this.#resolve(repository, ref);
        return commit
          ? ok({
              state: 'success',
              sha: commit.oid,
              total_count: 0,
              statuses: [],
              repository: this.#repository(request, repository, false),
            })
          : notFound();
      },
    );
    const archive: RepositoryHandler = (_, repository, { ref }) => {
      const commit = this.#resolve(repository, ref ?? null);
      return commit
        ? {
            status: 200,
            body: null,
            archive: { repository, oid: commit.oid },
            headers: { 'content-type': 'application/x-gzip' },
          }
        : notFound();
    };
    this.#getOfRepository('/tarball', archive);
    this.#getOfRepository('/tarball/:ref', archive);
  }

  #addSocialRoutes() {
    this.#getOfRepository('/labels', (request, repository) =>
      paged(request, this.#world.content(repository).labels, label => label),
    );
    this.#getOfRepository('/issues', (request, repository) => {
      const { query } = request;
      const state = query.get('state') ?? 'open';
      const labels = query.get('labels')?.split(',') ?? [];
      const since = Date.parse(query.get('since') ?? '') || -Infinity;
      const content = this.#world.content(repository);
      // GitHub counts pull requests among issues here.
      const items = [...content.issues, ...content.pullRequests]
        .filter(
          item =>
            (state === 'all' ||
              (item.state === 'OPEN') === (state === 'open')) &&
            labels.every(label => item.labels.includes(label)) &&
            Date.parse(item.updatedAt) >= since,
        )
        .sort((a, b) => b.number - a.number);
      return paged(request, items, item =>
        this.#issue(request, repository, item),
      );
    });
    this.#getOfRepository(
      '/issues/:number',
      (request, repository, { number }) => {
        const content = this.#world.content(repository);
        const item = [...content.issues, ...content.pullRequests].find(
          one => String(one.number) === number,
        );
        return item ? ok(this.#issue(request, repository, item)) : notFound();
      },
    );
    this.#getOfRepository(
      '/issues/:number/comments',
      (request, repository, { number }) => {
        const content = this.#world.content(repository);
        const item = [...content.issues, ...content.pullRequests].find(
          one => String(one.number) === number,
        );
        return item
          ? paged(request, item.comments, comment =>
              this.#comment(request, repository, comment),
            )
          : notFound();
      },
    );
    this.#getOfRepository('/pulls', (request, repository) => {
      const { query } = request;
      const state = query.get('state') ?? 'open';
      const sort = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
      const sign = query.get('direction') === 'asc' ? 1 : -1;
      const items = this.#world
        .content(repository)
        .pullRequests.filter(
          item =>
            state === 'all' || (item.state === 'OPEN') === (state === 'open'),
        )
        .sort((a, b) => sign * a[sort].localeCompare(b[sort]));
      return paged(request, items, item =>
        this.#pullRequest(request, repository, item),
      );
    });
    this.#getOfRepository(
      '/pulls/:number',
      (request, repository, { number }) => {
        const item = this.#findPullRequest(repository, number);
        return item
          ? ok(this.#pullRequest(request, repository, item))
          : notFound();
      },
    );
    this.#getOfRepository(
      '/pulls/:number/reviews',
      (request, repository, { number }) => {
        const item = this.#findPullRequest(repository, number);
        return item
          ? paged(request, item.reviews, review => ({
              id: review.id,
              user: this.#author(request, repository, review.author),
              state: review.state,
              body: review.body,
              submitted_at: review.submittedAt,
            }))
          : notFound();
      },
    );
    this.#getOfRepository(
      '/pulls/:number/files',
      (request, repository, { number }) => {
        const item = this.#findPullRequest(repository, number);
        return item
          ? paged(request, item.files, file => ({
              filename: file.path,
              status: 'modified',
              additions: file.additions,
              deletions: file.deletions,
              changes: file.additions + file.deletions,
            }))
          : notFound();
      },
    );
    this.#getOfRepository('/releases', (request, repository) =>
      paged(request, this.#world.content(repository).releases, release =>
        this.#release(request, repository, release),
      ),
    );
    this.#getOfRepository('/releases/latest', (request, repository) => {
      const [release] = this.#world.content(repository).releases;
      return release
        ? ok(this.#release(request, repository, release))
        : notFound();
    });
    this.#getOfRepository('/tags', (request, repository) =>
      paged(request, this.#world.content(repository).releases, release => ({
        name: release.tagName,
        commit: { sha: release.commit },
      })),
    );
  }

  #findPullRequest(repository: Repository, number: string) {
    return this.#world
      .content(repository)
      .pullRequests.find(item => String(item.number) === number);
  }

  #head(repository: Repository): Commit | undefined {
    return this.#world.content(repository).history.head;
  }

  #resolve(repository: Repository, ref: string | null): Commit | undefined {
    const { history, releases } = this.#world.content(repository);
    const name = ref?.replace(/^(refs\/)?(heads|tags)\//, '');
    if (!name || name === 'HEAD' || name === repository.defaultBranch) {
      return history.head;
    }
    const release = releases.find(item => item.tagName === name);
    return history.find(release?.commit ?? name);
  }

  #findTree(repository: Repository, oid: string): Tree | undefined {
    const head = this.#head(repository);
    if (!head || head.tree.oid === oid) {
      return head?.tree;
    }
    for (const { entry } of walkTree(head.tree)) {
      if (entry.kind === 'tree' && entry.oid === oid) {
        return entry;
      }
    }
    return undefined;
  }

  #repository(
    request: RestRequest,
    repository: Repository,
    full: boolean,
  ): Record<string, unknown> {
    const fullName = this.#world.fullName(repository);
    const api = `${request.apiUrl}/repos/${fullName}`;
    const web = `${request.webUrl}/${fullName}`;
    const content = this.#world.content(repository);
    const open = [...content.issues, ...content.pullRequests].filter(
      item => item.state === 'OPEN',
    ).length;
    const organization = this.#world.organization(repository.owner);
    const parent = repository.parent
      ? this.#world.repository(
          repository.parent.split('/')[0],
          repository.parent.split('/')[1],
          request.viewer,
        )?.repository
      : undefined;
    return {
      id: repository.id,
      node_id: `R_${Buffer.from(String(repository.id)).toString('base64url')}`,
      name: this.#world.name(repository),
      full_name: fullName,
      private: repository.visibility !== 'public',
      visibility: repository.visibility,
      owner: organization
        ? this.#simpleOrganization(request, organization)
        : this.#user(request, repository.owner),
      html_url: web,
      description: repository.description,
      fork: repository.parent !== null,
      url: api,
      archive_url: `${api}/{archive_format}{/ref}`,
      trees_url: `${api}/git/trees{/sha}`,
      contents_url: `${api}/contents/{+path}`,
      commits_url: `${api}/commits{/sha}`,
      clone_url: `${web}.git`,
      created_at: repository.createdAt,
      updated_at: repository.updatedAt,
      pushed_at: repository.pushedAt,
      homepage: repository.homepageUrl,
      size: 40 + content.history.commits.length,
      stargazers_count: repository.stars,
      // GitHub gives stars under this name; watchers are subscribers_count.
      watchers_count: repository.stars,
      watchers: repository.stars,
      language: this.#world.languages(repository)[0]?.name ?? null,
      has_issues: repository.hasIssues,
      has_projects: repository.hasProjects,
      has_wiki: repository.hasWiki,
      has_discussions: repository.hasDiscussions,
      forks_count: repository.forks,
      forks: repository.forks,
      archived: repository.archived,
      disabled: false,
      is_template: repository.template,
      open_issues_count: open,
      open_issues: open,
      license: showLicense(repository),
      allow_forking: repository.allowForking,
      topics: repository.topics,
      default_branch: repository.defaultBranch,
      permissions: {
        admin: request.viewer.administration,
        push: request.viewer.administration,
        pull: true,
      },
      ...(full && {
        subscribers_count: repository.watchers,
        network_count: repository.forks,
        ...(organization && {
          organization: this.#simpleOrganization(request, organization),
        }),
        ...(parent && { parent: this.#repository(request, parent, false) }),
      }),
    };
  }

  #branch(request: RestRequest, repository: Repository, name: string) {
    const head = this.#head(repository)!;
    const ruled = this.#world
      .rulesets(repository, true)
      .some(({ ruleset }) => ruleset.enforcement === 'active');
    return {
      name,
      commit: { sha: head.oid },
      protected:
        ruled || this.#world.protectionRule(repository, name) !== undefined,
      protection_url: `${request.apiUrl}/repos/${this.#world.fullName(
        repository,
      )}/branches/${name}/protection`,
    };
  }

  #communityProfile(request: RestRequest, repository: Repository) {
    const find = (pattern: RegExp) => this.#world.findFile(repository, pattern);
    const show = (file: { path: string } | undefined) =>
      file
        ? {
            url: `${request.apiUrl}/repos/${this.#world.fullName(
              repository,
            )}/contents/${file.path}`,
            html_url: `${request.webUrl}/${this.#world.fullName(
              repository,
            )}/blob/${repository.defaultBranch}/${file.path}`,
          }
        : null;
    const files = {
      readme: show(find(/^readme(\.\w+)?$/i)),
      contributing: show(find(/^contributing(\.\w+)?$/i)),
      code_of_conduct_file: show(find(/^code[_-]of[_-]conduct(\.\w+)?$/i)),
      pull_request_template: show(find(/^pull_request_template(\.\w+)?$/i)),
      license: repository.license && showLicense(repository),
    };
    const present = Object.values(files).filter(Boolean).length;
    return {
      health_percentage: Math.round((100 * present) / 5),
      description: repository.description,
      documentation: repository.homepageUrl,
      files: { ...files, code_of_conduct: null, issue_template: null },
      updated_at: repository.updatedAt,
    };
  }

  #file(
    request: RestRequest,
    repository: Repository,
    path: string,
    entry: Blob | Tree,
    withContent: boolean,
  ) {
    const fullName = this.#world.fullName(repository);
    const type = entry.kind === 'tree' ? 'dir' : 'file';
    return {
      type,
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      sha: entry.oid,
      size: entry.kind === 'blob' ? entry.bytes.length : 0,
      url: `${request.apiUrl}/repos/${fullName}/contents/${path}?ref=${repository.defaultBranch}`,
      html_url: `${request.webUrl}/${fullName}/${
        entry.kind === 'tree' ? 'tree' : 'blob'
      }/${repository.defaultBranch}/${path}`,
      git_url: `${request.apiUrl}/repos/${fullName}/git/${entry.kind}s/${entry.oid}`,
      download_url: null,
      ...(withContent &&
        entry.kind === 'blob' && {
          encoding: 'base64',
          content: entry.bytes.toString('base64'),
        }),
    };
  }

  #commit(
    request: RestRequest,
    repository: Repository,
    commit: Commit,
    full: boolean,
  ) {
    const linked = (email: string) => {
      const account = this.#world.accountByEmail(email);
      return account ? this.#author(request, repository, account.login) : null;
    };
    const sum = (field: 'additions' | 'deletions') =>
      commit.changes.reduce((total, change) => total + change[field], 0);
    return {
      sha: commit.oid,
      url: `${request.apiUrl}/repos/${this.#world.fullName(
        repository,
      )}/commits/${commit.oid}`,
      html_url: `${request.webUrl}/${this.#world.fullName(repository)}/commit/${
        commit.oid
      }`,
      commit: {
        message: commit.message.trimEnd(),
        author: {
          name: commit.author.name,
          email: commit.author.email,
          date: toInstant(commit.author),
        },
        committer: {
          name: commit.committer.name,
          email: commit.committer.email,
          date: toInstant(commit.committer),
        },
        tree: { sha: commit.tree.oid },
      },
      author: linked(commit.author.email),
      committer: linked(commit.committer.email),
      parents: commit.parents.map(parent => ({ sha: parent.oid })),
      ...(full && {
        stats: {
          additions: sum('additions'),
          deletions: sum('deletions'),
          total: sum('additions') + sum('deletions'),
        },
        files: commit.changes.map(change => ({
          filename: change.path,
          status: change.status,
          additions: change.additions,
          deletions: change.deletions,
          changes: change.additions + change.deletions,
        })),
      }),
    };
  }

  #issue(
    request: RestRequest,
    repository: Repository,
    item: Issue | PullRequest,
  ) {
    const section = 'reviews' in item ? 'pull' : 'issues';
    const fullName = this.#world.fullName(repository);
    return {
      id: item.id,
      number: item.number,
      title: item.title,
      body: item.body,
      state: item.state === 'OPEN' ? 'open' : 'closed',
      user: this.#author(request, repository, item.author),
      labels: this.#world
        .content(repository)
        .labels.filter(label => item.labels.includes(label.name)),
      assignees: item.assignees.map(login => this.#user(request, login)),
      comments: item.comments.length,
      created_at: item.createdAt,
      updated_at: item.updatedAt,
      closed_at: item.closedAt,
      html_url: `${request.webUrl}/${fullName}/${section}/${item.number}`,
      url: `${request.apiUrl}/repos/${fullName}/issues/${item.number}`,
      ...('reviews' in item && {
        pull_request: {
          url: `${request.apiUrl}/repos/${fullName}/pulls/${item.number}`,
          merged_at: item.mergedAt,
        },
      }),
    };
  }

  #pullRequest(
    request: RestRequest,
    repository: Repository,
    item: PullRequest,
  ) {
    return {
      ...this.#issue(request, repository, item),
      draft: item.isDraft,
      merged: item.state === 'MERGED',
      merged_at: item.mergedAt,
      merge_commit_sha: item.mergeCommit,
      merged_by: this.#author(request, repository, item.mergedBy),
      requested_reviewers: item.requestedReviewers.map(login =>
        this.#user(request, login),
      ),
      head: { ref: item.headRefName },
      base: { ref: repository.defaultBranch },
      additions: item.files.reduce((sum, file) => sum + file.additions, 0),
      deletions: item.files.reduce((sum, file) => sum + file.deletions, 0),
      changed_files: item.files.length,
    };
  }

  #comment(request: RestRequest, repository: Repository, comment: Comment) {
    return {
      id: comment.id,
      user: this.#author(request, repository, comment.author),
      body: comment.body,
      created_at: comment.createdAt,
      updated_at: comment.createdAt,
    };
  }

  #release(request: RestRequest, repository: Repository, release: Release) {
    return {
      id: release.id,
      tag_name: release.tagName,
      name: release.name,
      body: release.body,
      draft: false,
      prerelease: release.isPrerelease,
      created_at: release.createdAt,
      published_at: release.publishedAt,
      author: this.#author(request, repository, release.author),
      html_url: `${request.webUrl}/${this.#world.fullName(
        repository,
      )}/releases/tag/${release.tagName}`,
    };
  }

  #author(request: RestRequest, repository: Repository, login: string | null) {
    const account = this.#world.author(login, repository);
    return account ? this.#user(request, account.login) : null;
  }

  #user(request: RestRequest, login: string) {
    const account = this.#world.account(login);
    const shown = account?.type === 'Bot' ? `${login}[bot]` : login;
    return {
      login: shown,
      id: account?.id ?? 0,
      type: account?.type ?? 'User',
      url: `${request.apiUrl}/users/${encodeURIComponent(shown)}`,
      html_url: `${request.webUrl}/${login}`,
      avatar_url: `${request.webUrl}/_simulator/avatars/${login}.svg`,
      site_admin: false,
    };
  }

  #account(request: RestRequest, account: Account) {
    return {
      ...this.#user(request, account.login),
      name: account.name,
      email: account.email,
      company: account.company,
      created_at: account.createdAt,
      updated_at: account.createdAt,
    };
  }

  #simpleOrganization(request: RestRequest, organization: Organization) {
    return {
      login: organization.login,
      id: organization.id,
      type: 'Organization',
      url: `${request.apiUrl}/orgs/${organization.login}`,
      html_url: `${request.webUrl}/${organization.login}`,
      avatar_url: `${request.webUrl}/_simulator/avatars/${organization.login}.svg`,
      description: organization.description,
    };
  }
}

export interface RestApiOptions {
  world: World;
  faults: Faults;
  authenticator: Authenticator;
  enterpriseVersion?: string;
}

function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

function notFound(): RestAnswer {
  return {
    status: 404,
    body: {
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest',
      status: '404',
    },
  };
}

function isRaw(accept: string): boolean {
  return accept.includes('raw');
}

function matchRoute(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (let index = 0; index < pattern.length; index++) {
    if (pattern[index] === '*') {
      if (segments.length <= index) {
        return undefined;
      }
      parameters['*'] = segments.slice(index).map(decode).join('/');
      return parameters;
    }
    const segment = segments[index];
    if (segment === undefined) {
      return undefined;
    }
    if (pattern[index].startsWith(':')) {
      parameters[pattern[index].slice(1)] = decode(segment);
    } else if (pattern[index] !== segment) {
      return undefined;
    }
  }
  return pattern.length === segments.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A page of a list with GitHub's `Link` header. */
function paged<T>(
  request: RestRequest,
  items: readonly T[],
  show: (item: T) => unknown,
): RestAnswer {
  const number = (name: string, fallback: number) => {
    const value = Number(request.query.get(name));
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  const size = Math.min(number('per_page', 30), 100);
  const page = number('page', 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links: string[] = [];
  const link = (target: number, relation: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(target));
    links.push(
      `<${request.apiUrl}${request.path}?${query}>; rel="${relation}"`,
    );
  };
  if (page > 1) {
    link(page - 1, 'prev');
  }
  if (page < last) {
    link(page + 1, 'next');
    link(last, 'last');
  }
  if (page > 1) {
    link(1, 'first');
  }
  return {
    status: 200,
    body: items.slice((page - 1) * size, page * size).map(show),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

function showLicense(repository: Repository) {
  return (
    repository.license && {
      key: repository.license.key,
      name: repository.license.name,
      spdx_id: repository.license.spdxId,
    }
  );
}

function showRuleset(
  ruleset: Ruleset,
  sourceType: 'Repository' | 'Organization',
  source: string,
  full: boolean,
) {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: 'branch',
    source_type: sourceType,
    source,
    enforcement: ruleset.enforcement,
    created_at: ruleset.createdAt,
    updated_at: ruleset.createdAt,
    ...(full && {
      conditions: {
        ref_name: { include: ruleset.includeRefs, exclude: [] },
        ...(ruleset.includeRepositories.length > 0 && {
          repository_name: {
            include: ruleset.includeRepositories,
            exclude: [],
          },
        }),
      },
      rules: ruleset.rules.map(showRule),
    }),
  };
}

function showRule(rule: RulesetRule) {
  if (rule.type === 'pull_request') {
    return {
      type: rule.type,
      parameters: {
        required_approving_review_count: rule.requiredApprovingReviewCount,
        require_code_owner_review: rule.requireCodeOwnerReview,
        dismiss_stale_reviews_on_push: rule.dismissStaleReviewsOnPush,
        require_last_push_approval: rule.requireLastPushApproval,
        required_review_thread_resolution: rule.requiredReviewThreadResolution,
      },
    };
  }
  if (rule.type === 'required_status_checks') {
    return {
      type: rule.type,
      parameters: {
        strict_required_status_checks_policy: rule.strict,
        required_status_checks: rule.contexts.map(context => ({ context })),
      },
    };
  }
  return { type: rule.type };
}
