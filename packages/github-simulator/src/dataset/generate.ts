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

import { CODE_STYLES } from './code';
import { LruCache } from './LruCache';
import {
  Account,
  Dataset,
  Label,
  License,
  Organization,
  Repository,
  RepositoryContent,
} from './model';
import { Random } from './random';
import { Participant, simulateRepository } from './simulate';

const DAY = 24 * 3_600_000;

/**
 * Licences that occur in the data sets, by SPDX id.
 *
 * @public
 */
export const LICENSES: Record<string, License> = {
  'Apache-2.0': {
    key: 'apache-2.0',
    name: 'Apache License 2.0',
    spdxId: 'Apache-2.0',
  },
  MIT: { key: 'mit', name: 'MIT License', spdxId: 'MIT' },
  Other: { key: 'other', name: 'Other', spdxId: 'NOASSERTION' },
};

/**
 * The labels that repositories have.
 *
 * @public
 */
export const STANDARD_LABELS: readonly Label[] = [
  { name: 'bug', color: 'd73a4a', description: "Something isn't working" },
  {
    name: 'enhancement',
    color: 'a2eeef',
    description: 'New feature or request',
  },
  {
    name: 'question',
    color: 'd876e3',
    description: 'Further information is requested',
  },
  {
    name: 'documentation',
    color: '0075ca',
    description: 'Improvements to documentation',
  },
  {
    name: 'dependencies',
    color: '0366d6',
    description: 'Updates a dependency',
  },
  {
    name: 'good first issue',
    color: '7057ff',
    description: 'Good for newcomers',
  },
  {
    name: 'help wanted',
    color: '008672',
    description: 'Extra attention is needed',
  },
];

/**
 * How large a generated data set is.
 *
 * @public
 */
export interface GenerateDatasetOptions {
  repositories: number;
  /** Login of the organisation. */
  organization?: string;
  seed?: string;
  now?: Date;
  /** Mean pull requests a week of an active repository. */
  pullRequestsPerWeek?: number;
  /** Years of history at most. */
  years?: number;
  people?: number;
  /** Repositories whose content is kept in memory. */
  cachedRepositories?: number;
}

/**
 * Makes a data set of any size. Only the repositories' own data is kept in
 * memory; contents are made when asked for.
 *
 * @public
 */
export function generateDataset(options: GenerateDatasetOptions): Dataset {
  const seed = options.seed ?? 'scale';
  const login = options.organization ?? 'acme';
  const now = startOfDay(options.now ?? new Date());
  const random = Random.create(seed);
  const peopleCount = options.people ?? 200;
  const people: Participant[] = [];
  const accounts: Account[] = [];
  for (let i = 0; i < peopleCount; i++) {
    const name = `${login}-dev-${i + 1}`;
    people.push({
      login: name,
      name: `Developer ${i + 1}`,
      email: `${name}@example.com`,
      offset: random.pick([0, 60, 120, -300]),
    });
    accounts.push(makeUser(1000 + i, people[i], login, now));
  }
  const bot: Participant = {
    login: 'dependabot',
    name: 'dependabot[bot]',
    email: '49699333+dependabot[bot]@users.noreply.github.com',
    offset: 0,
    bot: true,
  };
  accounts.push(makeBot(49699333, bot.login!));
  accounts.push(makeBot(41898282, 'meridian-ci'));

  const organization: Organization = {
    id: 500,
    login,
    name: login,
    description: 'Generated for measurements.',
    email: null,
    websiteUrl: null,
    createdAt: isoDay(now.getTime() - 2000 * DAY),
    settings: {
      defaultRepositoryPermission: 'read',
      membersCanCreatePublicRepositories: false,
      membersCanCreateInternalRepositories: true,
      membersCanCreatePrivateRepositories: true,
      membersCanForkPrivateRepositories: true,
      twoFactorRequirementEnabled: true,
      webCommitSignoffRequired: false,
    },
    teams: [],
    members: people.map(person => person.login!),
    rulesets: [],
  };
  const languages = Object.keys(CODE_STYLES);
  const years = options.years ?? 2;
  const repositories: Repository[] = [];
  for (let i = 0; i < options.repositories; i++) {
    const own = Random.create(seed, 'repository', i);
    const age = own.integer(60, Math.round(years * 365));
    const idle = own.chance(0.7)
      ? own.integer(0, 30)
      : own.integer(30, age - 1);
    const pushed =
      now.getTime() -
      Math.min(idle, age - 1) * DAY -
      own.integer(1, 20) * 3_600_000;
    repositories.push({
      id: 10_000 + i,
      owner: login,
      name: `service-${String(i + 1).padStart(5, '0')}`,
      description: own.chance(0.8)
        ? `Service number ${i + 1} of ${login}`
        : null,
      visibility: own.weighted([
        ['internal', 6],
        ['private', 1],
        ['public', 1],
      ]),
      archived: own.chance(0.03),
      parent: null,
      template: false,
      topics: own.sample(
        ['inner-source', 'backend', 'library', 'web', 'data', 'tooling'],
        own.integer(0, 3),
      ),
      homepageUrl: null,
      createdAt: `${new Date(now.getTime() - age * DAY)
        .toISOString()
        .slice(0, 19)}Z`,
      pushedAt: `${new Date(Math.floor(pushed / 1000) * 1000)
        .toISOString()
        .slice(0, 19)}Z`,
      updatedAt: `${new Date(Math.floor(pushed / 1000) * 1000)
        .toISOString()
        .slice(0, 19)}Z`,
      stars: own.integer(0, 40),
      forks: own.integer(0, 12),
      watchers: own.integer(1, 20),
      allowForking: own.chance(0.8),
      hasIssues: own.chance(0.9),
      hasDiscussions: own.chance(0.3),
      hasWiki: false,
      hasProjects: false,
      defaultBranch: 'main',
      license: own.chance(0.7) ? LICENSES['Apache-2.0'] : null,
      branchProtectionRules: [],
      rulesets: [],
    });
  }
  const cache = LruCache.create<number, RepositoryContent>({
    capacity: options.cachedRepositories ?? 32,
  });
  return {
    now,
    organizations: [organization],
    accounts,
    repositories,
    contentOf: repository =>
      cache.getOrCreate(repository.id, () => {
        const own = Random.create(seed, 'content', repository.id);
        const start = own.integer(0, people.length - 1);
        const owners = [0, 1, 2, 3].map(
          offset => people[(start + offset) % people.length],
        );
        const mean = options.pullRequestsPerWeek ?? 0.6;
        return simulateRepository({
          repository,
          now,
          seed,
          language: own.pick(languages),
          files: [
            {
              path: 'README.md',
              text: `# ${repository.name}\n\n${
                repository.description ?? 'A service.'
              }\n\n## Getting started\n\nRun the build, then the tests.\n`,
            },
            ...(own.chance(0.5)
              ? [
                  {
                    path: 'CONTRIBUTING.md',
                    text: '# Contributing\n\nOpen a pull request. We answer within two working days.\n',
                  },
                ]
              : []),
            ...(repository.license
              ? [{ path: 'LICENSE', text: 'Apache License, Version 2.0\n' }]
              : []),
          ],
          modules: () => ['core', 'api', 'store', 'config'],
          tests: own.chance(0.7),
          packages: [''],
          dependencies: ['left', 'right', 'middle'],
          topics: ['request handling', 'storage', 'configuration', 'metrics'],
          owners: { people: owners, weight: 1, outside: false },
          guestReviewers: [],
          others: [
            { people, weight: 3, outside: true },
            { people: [bot], weight: 1, outside: true },
          ],
          rate: () => mean,
          outsideShare: () => 0.3,
          directCommits: 0.3,
          issues: 0.5,
          responseHours: { outside: 20, own: 6 },
          rejected: 0.1,
          ignored: 0.05,
          selfMerged: 0.1,
          mergeMethod: own.chance(0.8) ? 'squash' : 'merge',
          releaseWeeks: own.chance(0.5) ? 8 : 0,
          changelog: true,
          labels: STANDARD_LABELS,
          plannedIssues: [],
        });
      }),
  };
}

/**
 * The account of a person.
 *
 * @public
 */
export function makeUser(
  id: number,
  person: Participant,
  company: string | null,
  now: Date,
): Account {
  return {
    id,
    login: person.login!,
    type: 'User',
    name: person.name,
    email: person.email,
    emails: [person.email],
    company,
    createdAt: isoDay(now.getTime() - (1500 + (id % 700)) * DAY),
  };
}

/**
 * The account of a bot.
 *
 * @public
 */
export function makeBot(id: number, login: string): Account {
  return {
    id,
    login,
    type: 'Bot',
    name: `${login}[bot]`,
    email: null,
    emails: [`${id}+${login}[bot]@users.noreply.github.com`],
    company: null,
    createdAt: '2019-05-01T00:00:00Z',
  };
}

/** Midnight UTC of an instant's day. */
export function startOfDay(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY) * DAY);
}

function isoDay(at: number): string {
  return `${new Date(at).toISOString().slice(0, 10)}T08:00:00Z`;
}
