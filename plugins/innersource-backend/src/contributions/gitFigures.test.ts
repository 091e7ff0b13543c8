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

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import {
  GitRepositorySource,
  readGitSourceOptions,
} from '@ispo/backstage-plugin-innersource-node';
import {
  catalogFacts,
  createContributionFixture,
  graphOf,
  group,
  user,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { METRICS_PAGE } from '../__testUtils__/metricsPage';
import { createPortal } from '../__testUtils__/portal';
import { ContributionReports } from './ContributionReports';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const disk = createMockDirectory();
const NOW = new Date('2026-03-01T12:00:00Z');
/** The window of 365 days that ends on that day. */
const FROM = '2025-03-02';
const TO = '2026-03-01';
const HISTORY_FROM = '2024-03-01';

const ORGANISATION = [
  group('acme'),
  group('search', 'acme'),
  group('checkout', 'acme'),
  user('sara', 'search'),
  user('sam', 'search'),
  user('carl', 'checkout'),
];
const OWN = ['sara@example.com', 'sam@example.com'];
const OTHER = ['carl@example.com'];
const BOTS = ['49699333+dependabot[bot]@users.noreply.github.com'];

interface Commit {
  email: string;
  date: string;
  file?: string;
  coAuthor?: string;
}

function createRepository(
  name: string,
  commits: readonly Commit[],
  mailmap?: string,
): string {
  const directory = disk.resolve(name);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory]);
  const git = (env: Record<string, string>, ...args: string[]) =>
    execFileSync('git', args, {
      cwd: directory,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
  commits.forEach(({ email, date, file, coAuthor }, i) => {
    writeFileSync(path.join(directory, 'log.txt'), `${i}\n`);
    if (file) {
      execFileSync('mkdir', ['-p', path.join(directory, path.dirname(file))]);
      writeFileSync(path.join(directory, file), `${i}\n`);
    }
    if (mailmap && i === commits.length - 1) {
      writeFileSync(path.join(directory, '.mailmap'), mailmap);
    }
    const person = email.split('@')[0];
    const env = {
      GIT_AUTHOR_NAME: person,
      GIT_AUTHOR_EMAIL: email,
      // Written a month earlier than committed, as after a long review.
      GIT_AUTHOR_DATE: new Date(
        Date.parse(date) - 30 * 86_400_000,
      ).toISOString(),
      GIT_COMMITTER_NAME: 'merger',
      GIT_COMMITTER_EMAIL: 'merger@example.com',
      GIT_COMMITTER_DATE: date,
    };
    git(env, 'add', '.');
    const trailer = coAuthor
      ? [`--trailer=Co-authored-by: Somebody <${coAuthor}>`]
      : [];
    git(env, 'commit', '--quiet', `--message=Commit ${i}`, ...trailer);
    if (i % 10 === 9) {
      git(env, 'checkout', '--quiet', '-b', `side-${i}`, 'HEAD~1');
      writeFileSync(path.join(directory, `side-${i}.txt`), `${i}\n`);
      git(env, 'add', '.');
      git(env, 'commit', '--quiet', `--message=Beside ${i}`);
      git(env, 'merge', '--quiet', '--no-ff', '--message=A merge', 'main');
      git(env, 'branch', '--force', 'main', 'HEAD');
      git(env, 'checkout', '--quiet', 'main');
    }
  });
  return directory;
}

/** Commands of docs/metrics.md by the comment above each. */
function documentedCommands(): Map<string, string> {
  const section = METRICS_PAGE.slice(
    METRICS_PAGE.indexOf('## The same figures with git alone'),
  );
  const [, block] = /```sh\n([^`]*)```/.exec(section)!;
  return new Map(
    block
      .trim()
      .split('\n\n')
      .map(text => text.split('\n'))
      .map(([comment, command]) => [comment.replace('# ', ''), command]),
  );
}

/** What the documented pipelines say. */
function pipelines(directory: string, projectPath: string = '') {
  const commands = documentedCommands();
  const run = (comment: string) => {
    const command = commands.get(comment);
    if (!command) {
      throw new Error(`docs/metrics.md has no command for: ${comment}`);
    }
    return execFileSync(
      'sh',
      // Having found nothing is no failure of grep.
      ['-c', `${command.replace(' -- ', ` -- ${projectPath} `)} || true`],
      {
        cwd: directory,
        encoding: 'utf8',
        env: { ...process.env, FROM, TO, START: HISTORY_FROM },
      },
    ).trim();
  };
  const among = (team: readonly string[]) => {
    writeFileSync(path.join(directory, 'team.txt'), `${team.join('\n')}\n`);
    return Number(
      run(
        "of them by people whose addresses are in the file team.txt, one per line: the owning team's, or all others'",
      ),
    );
  };
  run('commits by person, authored or co-authored, bots left out');
  return {
    own: among(OWN),
    other: among(OTHER),
    bots: among(BOTS),
    all: Number(run('commits in the window')),
    people: Number(run('contributors')),
    absenceFactor: Number(run('contributor absence factor')),
    months: Object.fromEntries(
      run('commits by month')
        .split('\n')
        .filter(Boolean)
        .map(line => line.trim().split(/\s+/))
        .map(([count, month]) => [month, Number(count)]),
    ),
  };
}

function figuresOf(project: ProjectContributions) {
  const { own, other, unknown, bot } = project.counts.commit;
  return {
    own,
    other,
    bots: bot,
    all: own + other + unknown + bot,
    people:
      project.contributors.own +
      project.contributors.other +
      project.contributors.unknown,
    absenceFactor: project.contributorAbsenceFactor,
    months: Object.fromEntries(
      project.months
        .map(({ month, counts }) => [
          month,
          Object.values(counts.commit).reduce((sum, n) => sum + n, 0),
        ])
        .filter(([, count]) => count !== 0),
    ),
  };
}

async function readContributions(
  directory: string,
  projectPath: string,
): Promise<ProjectContributions> {
  const knex = await createMigratedDatabase(databases, 'SQLITE_3');
  const catalog = catalogFacts('search', 'group:default/search');
  const { read, store } = await createContributionFixture(
    knex,
    [{ catalog, path: projectPath }],
    { url: pathToFileURL(directory).href, host: '', fullName: directory },
  );
  const source = GitRepositorySource.create({
    ...readGitSourceOptions(
      new ConfigReader({
        innersource: {
          git: {
            cacheDirectory: disk.resolve('cache'),
            allowedLocalDirectories: [disk.path],
          },
        },
      }),
    ),
    now: () => NOW,
  });
  await read(source, graphOf(ORGANISATION), NOW);
  // A second reading finds nothing new.
  expect(await read(source, graphOf(ORGANISATION), NOW)).toMatchObject({
    contributions: 0,
  });
  return ContributionReports.create({
    ...createPortal({ entities: ORGANISATION }),
    store,
    policy: { visibility: 'self', smallGroupThreshold: 3 },
    historyMonths: 24,
  }).project({
    entityRef: catalog.entityRef,
    catalog,
    days: 365,
    caller: {
      credentials: await mockServices.auth().getOwnServiceCredentials(),
    },
    now: NOW,
  });
}

const AUTHORS = [
  'sara@example.com',
  'carl@example.com',
  'sam@example.com',
  'guest@elsewhere.example',
  'sara@example.com',
  BOTS[0],
  'carl@example.com',
];

/** Known to the catalog, to nobody, and a machine. */
const CO_AUTHORS = [
  'carl@example.com',
  'pair@elsewhere.example',
  BOTS[0],
  'mob@elsewhere.example',
];

describe('figures of repositories with git alone', () => {
  it('equal raw git log', async () => {
    const directory = createRepository(
      'plain',
      Array.from({ length: 60 }, (_, i) => ({
        email: AUTHORS[i % AUTHORS.length],
        date: new Date(
          Date.parse('2024-10-01T00:00:00Z') + i * 8 * 86_400_000,
        ).toISOString(),
        ...(i % 4 === 0 && { coAuthor: CO_AUTHORS[(i / 4) % 4] }),
      })),
    );
    const project = await readContributions(directory, '');
    const expected = pipelines(directory);
    expect(figuresOf(project)).toEqual(expected);
    expect(expected).toMatchObject({ own: 19, other: 13, people: 6 });
    expect(project.unit).toBe('commit');
    expect(project.share.innerSource).toBeCloseTo(13 / 32);
    expect(project.changeRequests).toMatchObject({ known: false });
  });

  it('equal raw git log with .mailmap, offsets and the ends of the window', async () => {
    const at = (date: string, email = 'carl@example.com') => ({ date, email });
    const directory = createRepository(
      'edges',
      [
        at('2024-02-29T23:59:59+00:00'),
        at('2024-03-01T00:30:00+01:00'),
        at('2024-03-01T00:00:00+00:00'),
        at('2024-12-31T23:30:00-08:00', 'sara@example.com'),
        at('2025-03-01T23:59:59+00:00'),
        at('2025-03-01T23:30:00-01:00', 'carl@home.example'),
        at('2025-03-02T00:00:00+00:00', 'sara@example.com'),
        at('2025-06-30T22:30:00-05:00', 'carl@home.example'),
        at('2026-02-28T23:59:59+00:00', 'sam@example.com'),
        at('2026-03-01T00:00:00+00:00', 'guest@elsewhere.example'),
      ],
      'Carl <carl@example.com> <carl@home.example>\n',
    );
    const project = await readContributions(directory, '');
    const expected = pipelines(directory);
    expect(figuresOf(project)).toEqual(expected);
    expect(expected).toMatchObject({ own: 2, other: 2, all: 6 });
    expect(expected.months).toMatchObject({ '2025-01': 1, '2025-07': 1 });
  });

  it('equal raw git log of a path', async () => {
    const directory = createRepository(
      'monorepo',
      Array.from({ length: 40 }, (_, i) => ({
        email: AUTHORS[(i * 3) % AUTHORS.length],
        date: new Date(
          Date.parse('2025-04-01T12:00:00Z') + i * 5 * 86_400_000,
        ).toISOString(),
        file: i % 3 === 0 ? 'plugins/search/a.txt' : 'plugins/search-ui/b.txt',
      })),
    );
    const project = await readContributions(directory, 'plugins/search');
    const expected = pipelines(directory, 'plugins/search');
    expect(figuresOf(project)).toEqual(expected);
    expect(expected.all).toBe(14);
  });
});
