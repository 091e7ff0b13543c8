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
  LICENSES,
  makeBot,
  makeUser,
  startOfDay,
  STANDARD_LABELS,
} from '../dataset/generate';
import {
  Account,
  BranchProtectionRule,
  Dataset,
  Label,
  Organization,
  Repository,
  RepositoryContent,
  Ruleset,
} from '../dataset/model';
import { Random } from '../dataset/random';
import {
  ParticipantGroup,
  PlannedFile,
  RepositoryPlan,
  revealUntil,
  simulateRepository,
} from '../dataset/simulate';
import { catalogFilesOf, catalogRepositoryFiles } from './catalog';
import {
  COMMUNITY,
  DELETED,
  DEPENDABOT,
  DIVISIONS,
  LABS,
  LINKED_SECOND_ADDRESSES,
  ORGANIZATION,
  RENOVATE,
  STRANGERS,
  TEAMS,
  teamOf,
} from './company';
import { documentsOf, organizationDefaults } from './documents';
import { DemoProject, PROJECTS } from './projects';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The quarter of the year that the company's story is told for. Within it every
 * day only adds to what the day before knew, commit names included, so that a
 * portal that keeps its database sees a company at work and no rewritten past.
 */
interface Season {
  start: Date;
  /** A little after the quarter's last day. */
  end: Date;
}

function seasonOf(now: Date): Season {
  const year = now.getUTCFullYear();
  const month = Math.floor(now.getUTCMonth() / 3) * 3;
  return {
    start: new Date(Date.UTC(year, month, 1)),
    end: new Date(Date.UTC(year, month + 3, 8)),
  };
}

/** Share of pull requests that bots open. */
const BOT_SHARE = 0.12;

const DEPENDENCIES: Record<DemoProject['language'], string[]> = {
  TypeScript: ['react', 'zod', 'luxon', 'vitest', 'undici'],
  Python: ['pandas', 'pydantic', 'httpx', 'pytest'],
  Java: [
    'org.slf4j:slf4j-api',
    'com.fasterxml.jackson.core:jackson-databind',
    'org.junit.jupiter:junit-jupiter',
  ],
  Kotlin: [
    'io.ktor:ktor-server-core',
    'org.jetbrains.kotlinx:kotlinx-datetime',
    'io.kotest:kotest-property',
  ],
  Go: [
    'github.com/prometheus/client_golang',
    'golang.org/x/sync',
    'github.com/stretchr/testify',
  ],
  Rust: ['serde', 'tokio', 'tracing', 'thiserror'],
};

const EXTRA_LABELS: readonly Label[] = [
  'effort:1h',
  'effort:2h',
  'effort:4h',
  'effort:1d',
  'effort:3d',
].map(name => ({ name, color: 'c5def5', description: null }));

/**
 * The demo organisation: Meridian Rail, with four divisions, twelve teams, sixty
 * people and some forty components over two years up to the day of `now`.
 *
 * @public
 */
export function createDemoDataset(options: { now?: Date } = {}): Dataset {
  const now = startOfDay(options.now ?? new Date());
  const season = seasonOf(now);
  const accounts = makeAccounts(season.start);
  const organizations = makeOrganizations(season.start);
  const contents = new Map<number, RepositoryContent>();
  const repositories: Repository[] = [];

  const add = (planned: Repository, plan: RepositoryPlan) => {
    const content = revealUntil(simulateRepository(plan), now);
    const pushedAt = instant(content.history.head!.committer.at);
    const repository = { ...planned, pushedAt, updatedAt: pushedAt };
    repositories.push(repository);
    contents.set(repository.id, content);
  };

  PROJECTS.forEach((project, index) => {
    const repository = makeRepository(project, 20_001 + index, season);
    add(repository, planProject(project, repository, season));
  });
  const office = teamOf('developer-experience');
  for (const [id, name, description, files] of [
    [
      20_101,
      '.github',
      'Community files for all repositories',
      organizationDefaults(),
    ],
    [
      20_102,
      'catalog',
      'Who we are and what we build',
      catalogRepositoryFiles(),
    ],
  ] as const) {
    const repository: Repository = {
      ...baseRepository(id, ORGANIZATION, name, season.start),
      description,
      // GitHub takes default community files from a public repository only.
      ...(name === '.github' && { visibility: 'public' as const }),
    };
    add(
      repository,
      planDocuments(repository, season, files, {
        people: office.members,
        weight: 1,
        outside: false,
      }),
    );
  }
  const upstream: Repository = {
    ...baseRepository(20_103, COMMUNITY, 'map-renderer', season.start),
    description: 'Railway maps in the browser',
    visibility: 'public',
    license: LICENSES['Apache-2.0'],
    stars: 1240,
    forks: 96,
  };
  add(
    upstream,
    planDocuments(
      upstream,
      season,
      [
        {
          path: 'README.md',
          text: '# Map Renderer\n\nDraws railway maps in the browser.\n',
        },
      ],
      { people: [STRANGERS[2]], weight: 1, outside: false },
    ),
  );

  return {
    now,
    organizations,
    accounts,
    repositories,
    contentOf: repository => contents.get(repository.id)!,
  };
}

function makeAccounts(now: Date): Account[] {
  const accounts: Account[] = [];
  TEAMS.forEach((team, teamIndex) =>
    team.members.forEach((person, index) => {
      const account = makeUser(
        3001 + teamIndex * 10 + index,
        person,
        'Meridian Rail',
        now,
      );
      if (
        person.secondEmail &&
        LINKED_SECOND_ADDRESSES.has(person.secondEmail)
      ) {
        account.emails.push(person.secondEmail);
      }
      // Some keep their address off their profile, as people do.
      if (index === 3) {
        account.email = null;
      }
      accounts.push(account);
    }),
  );
  STRANGERS.forEach((person, index) =>
    accounts.push(makeUser(3901 + index, person, null, now)),
  );
  for (const [id, login] of [
    [3951, 'portal-reader'],
    [3952, 'portal-guest'],
  ] as const) {
    accounts.push(
      makeUser(
        id,
        {
          login,
          name: 'Developer Portal',
          email: `${login}@meridian-rail.example`,
          offset: 0,
        },
        'Meridian Rail',
        now,
      ),
    );
  }
  accounts.push(
    makeBot(49699333, DEPENDABOT.login!),
    makeBot(29139614, RENOVATE.login!),
    makeBot(41898299, 'meridian-ci'),
  );
  return accounts;
}

function makeOrganizations(now: Date): Organization[] {
  const everybody = TEAMS.flatMap(team =>
    team.members.map(person => person.login),
  );
  const researchers = ['signalling-data', 'asset-health', 'journeys'].flatMap(
    name => teamOf(name).members.map(person => person.login),
  );
  const since = instant(now.getTime() - 2400 * DAY);
  return [
    {
      id: 2001,
      login: ORGANIZATION,
      name: 'Meridian Rail',
      description: 'Moves passengers and freight through eleven countries',
      email: 'developer-experience@meridian-rail.example',
      websiteUrl: null,
      createdAt: since,
      settings: {
        defaultRepositoryPermission: 'read',
        membersCanCreatePublicRepositories: false,
        membersCanCreateInternalRepositories: true,
        membersCanCreatePrivateRepositories: true,
        membersCanForkPrivateRepositories: true,
        twoFactorRequirementEnabled: true,
        webCommitSignoffRequired: false,
      },
      teams: [
        ...DIVISIONS.map((division, index) => ({
          id: 2101 + index,
          slug: division.name,
          name: division.title,
          description: division.description,
          parent: null,
          members: [],
        })),
        ...TEAMS.map((team, index) => ({
          id: 2201 + index,
          slug: team.name,
          name: team.title,
          description: team.description,
          parent: team.division,
          members: team.members.map(person => person.login),
        })),
      ],
      members: [...everybody, 'portal-reader', 'portal-guest'],
      rulesets: [
        {
          id: 2301,
          name: 'Default branches stay',
          enforcement: 'active',
          includeRefs: ['~DEFAULT_BRANCH'],
          includeRepositories: ['~ALL'],
          rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }],
          createdAt: since,
        },
      ],
    },
    {
      id: 2002,
      login: LABS,
      name: 'Meridian Labs',
      description: 'Research at Meridian Rail',
      email: null,
      websiteUrl: null,
      createdAt: instant(now.getTime() - 1100 * DAY),
      settings: {
        defaultRepositoryPermission: 'none',
        membersCanCreatePublicRepositories: true,
        membersCanCreateInternalRepositories: false,
        membersCanCreatePrivateRepositories: true,
        membersCanForkPrivateRepositories: false,
        twoFactorRequirementEnabled: false,
        webCommitSignoffRequired: false,
      },
      teams: [],
      members: [...researchers, 'portal-reader'],
      rulesets: [],
    },
    {
      id: 2003,
      login: COMMUNITY,
      name: 'OpenRail Community',
      description: 'Open source for railways',
      email: null,
      websiteUrl: null,
      createdAt: since,
      settings: {
        defaultRepositoryPermission: 'read',
        membersCanCreatePublicRepositories: true,
        membersCanCreateInternalRepositories: false,
        membersCanCreatePrivateRepositories: false,
        membersCanForkPrivateRepositories: false,
        twoFactorRequirementEnabled: true,
        webCommitSignoffRequired: false,
      },
      teams: [],
      members: ['signalbox42'],
      rulesets: [],
    },
  ];
}

function baseRepository(
  id: number,
  owner: string,
  name: string,
  now: Date,
): Repository {
  const random = Random.create('demo-repository', owner, name);
  const created = now.getTime() - random.integer(731, 780) * DAY + 9 * HOUR;
  const pushed =
    now.getTime() -
    random.integer(1, 4) * DAY +
    random.integer(8 * 3600, 17 * 3600) * 1000;
  return {
    id,
    owner,
    name,
    description: null,
    visibility: 'internal',
    archived: false,
    parent: null,
    template: false,
    topics: [],
    homepageUrl: null,
    createdAt: instant(created),
    pushedAt: instant(pushed),
    updatedAt: instant(pushed),
    stars: 0,
    forks: 0,
    watchers: 2,
    allowForking: true,
    hasIssues: true,
    hasDiscussions: false,
    hasWiki: false,
    hasProjects: false,
    defaultBranch: 'main',
    license: null,
    branchProtectionRules: [],
    rulesets: [],
  };
}

function makeRepository(
  project: DemoProject,
  id: number,
  season: Season,
): Repository {
  const random = Random.create('demo-project', project.name);
  const repository = baseRepository(
    id,
    project.organization,
    project.name,
    season.start,
  );
  const start = season.start.getTime();
  if (project.arc === 'new') {
    repository.createdAt = instant(
      start - random.integer(160, 220) * DAY + 9 * HOUR,
    );
  }
  let pushed = season.end.getTime() - random.integer(1, 12) * HOUR;
  if (project.arc === 'ended') {
    pushed = start - 420 * DAY + 14 * HOUR;
  } else if (project.arc === 'neglected') {
    pushed = start - random.integer(200, 280) * DAY + 14 * HOUR;
  }
  repository.pushedAt = instant(pushed);
  const fame = Math.round(
    project.pace * (4 + 20 * project.outside[1]) + random.integer(0, 6),
  );
  const quality = ['excellent', 'good'].includes(project.quality);
  return {
    ...repository,
    description: project.description,
    visibility: project.visibility,
    archived: project.arc === 'ended',
    parent: project.forkOf ?? null,
    template: project.name === 'service-template',
    topics: [
      ...(project.innerSource ? ['inner-source'] : []),
      ...(project.quality === 'poor' ? [] : [project.language.toLowerCase()]),
      ...(quality ? [project.system, project.type] : []),
    ],
    stars: fame,
    forks: project.noForking ? 0 : Math.round(fame * project.outside[1] * 0.6),
    watchers: 3 + Math.round(fame / 4),
    allowForking: !project.noForking,
    hasIssues: !project.issuesOff,
    hasDiscussions: project.quality === 'excellent',
    license:
      project.license === 'none'
        ? null
        : LICENSES[project.license === 'internal' ? 'Other' : project.license],
    branchProtectionRules: protectionOf(project, id),
    rulesets: rulesetsOf(project, id, repository.createdAt),
  };
}

function protectionOf(
  project: DemoProject,
  id: number,
): BranchProtectionRule[] {
  if (project.reviews !== 1) {
    return [];
  }
  return [
    {
      id: id * 10,
      pattern: 'main',
      requiredApprovingReviewCount: 1,
      requiresCodeOwnerReviews: project.quality === 'good',
      dismissesStaleReviews: false,
      requiredStatusCheckContexts: ['thin', 'plain'].includes(project.quality)
        ? []
        : ['build'],
      requiresStrictStatusChecks: false,
      isAdminEnforced: project.quality === 'excellent',
      allowsForcePushes: false,
      allowsDeletions: false,
      requiresLinearHistory: false,
      requiresConversationResolution: false,
    },
  ];
}

function rulesetsOf(
  project: DemoProject,
  id: number,
  createdAt: string,
): Ruleset[] {
  if (project.reviews !== 2) {
    return [];
  }
  return [
    {
      id: id * 10 + 1,
      name: 'Reviewed changes only',
      enforcement: 'active',
      includeRefs: ['~DEFAULT_BRANCH'],
      includeRepositories: [],
      createdAt,
      rules: [
        {
          type: 'pull_request',
          requiredApprovingReviewCount: project.quality === 'excellent' ? 2 : 1,
          requireCodeOwnerReview: project.quality !== 'fair',
          dismissStaleReviewsOnPush: project.quality === 'excellent',
          requireLastPushApproval: false,
          requiredReviewThreadResolution: true,
        },
        {
          type: 'required_status_checks',
          contexts: ['build'],
          strict: project.quality === 'excellent',
        },
      ],
    },
  ];
}

function planProject(
  project: DemoProject,
  repository: Repository,
  season: Season,
): RepositoryPlan {
  const created = Date.parse(repository.createdAt);
  const pushed = Date.parse(repository.pushedAt);
  const life = season.end.getTime() - created;
  const active = (pushed - created) / life;
  const team = TEAMS.find(item => item.name === project.owner);
  const owners = team
    ? rotate(team.members, PROJECTS.indexOf(project)).slice(
        0,
        project.maintainers ?? team.members.length,
      )
    : [STRANGERS[1]];
  const [before, after] = project.outside;
  const helpers: ParticipantGroup[] = project.helpers.map((name, index) => ({
    people: teamOf(name).members,
    weight: 1 / (index + 1),
    outside: true,
  }));
  const helperWeight = helpers.reduce((sum, group) => sum + group.weight, 0);
  const meanOutside = Math.max((before + after) / 2, 0.02);
  const botShare = project.bot === 'none' ? 0 : BOT_SHARE;
  return {
    repository,
    now: season.end,
    seed: 'meridian-rail',
    language: project.language,
    files: [...documentsOf(project), ...catalogFilesOf(project)],
    modules: packagePath =>
      project.packages?.find(item => item.path === packagePath)?.modules ??
      project.modules,
    tests: project.tests,
    packages: project.packages?.map(item => item.path) ?? [''],
    dependencies: DEPENDENCIES[project.language],
    topics: project.subjects,
    owners: { people: owners, weight: 1, outside: false },
    guestReviewers:
      project.quality === 'excellent'
        ? project.helpers.slice(0, 2).map(name => teamOf(name).members[0])
        : [],
    others: [
      ...helpers,
      { people: STRANGERS, weight: helperWeight * 0.07, outside: true },
      {
        people: [DELETED],
        weight: helperWeight * (project.quality === 'good' ? 0.04 : 0),
        outside: true,
      },
      {
        people:
          project.bot === 'none'
            ? []
            : [project.bot === 'renovate' ? RENOVATE : DEPENDABOT],
        weight: (helperWeight * botShare) / meanOutside,
        outside: true,
      },
    ],
    rate: progress => rateOf(project, progress, active),
    outsideShare: progress =>
      progress > active
        ? 1
        : Math.min(0.9, before + (after - before) * progress + botShare),
    directCommits: {
      excellent: 0.1,
      good: 0.2,
      fair: 0.4,
      plain: 0.6,
      thin: 0.9,
      poor: 2,
    }[project.quality],
    issues: project.quality === 'poor' ? 0.2 : 0.5,
    responseHours: {
      outside: project.answers,
      own: Math.max(3, project.answers / 3),
    },
    rejected: project.quality === 'excellent' ? 0.06 : 0.12,
    ignored: project.ignored,
    selfMerged: {
      excellent: 0.02,
      good: 0.1,
      fair: 0.25,
      plain: 0.35,
      thin: 0.5,
      poor: 0.9,
    }[project.quality],
    mergeMethod: project.mergeCommits ? 'merge' : 'squash',
    releaseWeeks: project.releaseWeeks,
    changelog: project.quality === 'excellent' || project.quality === 'good',
    labels: [...STANDARD_LABELS, ...EXTRA_LABELS, ...skillLabels(project)],
    plannedIssues: project.issues ?? [],
    plannedIssuesAt: season.start,
  };
}

function rateOf(
  project: DemoProject,
  progress: number,
  active: number,
): number {
  // Summer and the year's end are quiet everywhere.
  const season = 1 + 0.15 * Math.sin(progress * 4 * Math.PI);
  switch (project.arc) {
    case 'rising':
      return project.pace * (0.2 + 0.8 * progress) * season;
    case 'declining':
      return project.pace * (1.1 - 0.85 * progress) * season;
    case 'new':
      return project.pace * (0.5 + 0.5 * progress);
    case 'neglected':
      return project.pace * (progress > active ? 0.25 : season);
    case 'ended':
      return progress > active ? 0 : project.pace * season;
    default:
      return project.pace * season;
  }
}

function planDocuments(
  repository: Repository,
  season: Season,
  files: readonly PlannedFile[],
  owners: ParticipantGroup,
): RepositoryPlan {
  return {
    repository,
    now: season.end,
    seed: 'meridian-rail',
    language: 'TypeScript',
    files,
    modules: () => [],
    tests: false,
    packages: [''],
    dependencies: [],
    topics: ['wording'],
    owners,
    guestReviewers: [],
    others: [],
    rate: () => 0,
    outsideShare: () => 0,
    directCommits: 0,
    issues: 0,
    responseHours: { outside: 24, own: 8 },
    rejected: 0,
    ignored: 0,
    selfMerged: 1,
    mergeMethod: 'squash',
    releaseWeeks: 0,
    changelog: false,
    labels: STANDARD_LABELS,
    plannedIssues: [],
  };
}

function skillLabels(project: DemoProject): Label[] {
  const names = (project.issues ?? [])
    .flatMap(issue => issue.labels)
    .filter(name => name.startsWith('skill:'));
  return [...new Set(names)].map(name => ({
    name,
    color: 'fef2c0',
    description: null,
  }));
}

/** Another one leads in each of a team's projects. */
function rotate<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function instant(at: number): string {
  return `${new Date(Math.floor(at / 1000) * 1000)
    .toISOString()
    .slice(0, 19)}Z`;
}
