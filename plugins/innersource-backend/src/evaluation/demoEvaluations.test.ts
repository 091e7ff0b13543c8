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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ProjectDetail } from '@ispo/backstage-plugin-innersource-common';
import githubModule from '@ispo/backstage-plugin-innersource-backend-module-github';
import {
  createDemoDataset,
  Dataset,
  PullRequest,
  Simulator,
  Tree,
} from 'github-simulator';
import request from 'supertest';
import {
  DEMO_HOST,
  DemoCatalog,
  readDemoCatalog,
  textOf,
} from '../__testUtils__/demoCatalog';
import innersourcePlugin from '../index';

jest.setTimeout(240_000);

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * What a check is expected to say: its status, its score where that is neither
 * all nor nothing, and parts of its evidence, with every count in it.
 */
interface Expectation {
  status: 'pass' | 'partial' | 'fail' | 'unknown' | 'not-applicable';
  score?: number;
  says?: string[];
}

const pass = (...says: string[]): Expectation => ({ status: 'pass', says });
const fail = (...says: string[]): Expectation => ({ status: 'fail', says });
const partial = (score: number, ...says: string[]): Expectation => ({
  status: 'partial',
  score,
  says,
});
const skip = (...says: string[]): Expectation => ({
  status: 'not-applicable',
  says,
});

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The pieces of a Markdown file that people see, found with nothing but its lines. */
function readMarkdown(text: string) {
  const prose: string[] = [];
  const code: string[] = [];
  const headings: Array<{ title: string; text: string }> = [];
  let paragraph: string[] = [];
  let fence: string[] | undefined;
  const visible = (line: string) =>
    line
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*]/g, '')
      .trim();
  const close = () => {
    if (paragraph.length > 0) {
      prose.push(visible(paragraph.join(' ')));
    }
    paragraph = [];
  };
  const remember = (line: string) => {
    const last = headings[headings.length - 1];
    if (last) {
      last.text += `${line}\n`;
    }
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      close();
      if (fence) {
        code.push(fence.join('\n').trim());
      }
      fence = fence ? undefined : [];
    } else if (fence) {
      fence.push(line);
      remember(line);
    } else if (line.startsWith('#')) {
      close();
      headings.push({ title: line.replace(/^#+ /, ''), text: '' });
    } else if (line.startsWith('|')) {
      close();
      remember(line);
      if (!/^[|\s-]+$/.test(line)) {
        prose.push(
          ...line
            .split('|')
            .map(visible)
            .filter(cell => cell !== ''),
        );
      }
    } else {
      const item = /^(?:- |\d+\. )/.exec(line);
      if (item || line.trim() === '') {
        close();
      }
      remember(line);
      if (line.trim() !== '') {
        paragraph.push(item ? line.slice(item[0].length) : line.trim());
      }
    }
  }
  close();
  const sum = (texts: string[]) =>
    texts.reduce((total, one) => total + one.length, 0);
  return {
    proseCharacters: sum(prose),
    characters: sum(prose) + sum(code),
    sections: headings.slice(1),
    introduction: prose[0] ?? '',
    text,
  };
}

/** Computes what every check has to say, straight from the data set. */
function recompute(
  dataset: Dataset,
  catalog: DemoCatalog,
  name: string,
  now: Date,
): Record<string, Expectation> {
  const { repository, path } = catalog.sources.get(name)!;
  const content = dataset.contentOf(repository);
  const entity = catalog.entities.find(
    one => one.kind === 'Component' && one.metadata.name === name,
  )!;
  const today = now.toISOString().slice(0, 10);
  const ageInDays = (instant: string | number) =>
    Math.floor((now.getTime() - new Date(instant).getTime()) / DAY);
  const since = (days: number) =>
    new Date(Date.parse(today) - (days - 1) * DAY).toISOString();

  // Files.
  const files: string[] = [];
  const walk = (tree: Tree, prefix: string) =>
    tree.entries.forEach((entry, child) => {
      if (entry.kind === 'tree') {
        walk(entry, `${prefix}${child}/`);
      } else {
        files.push(`${prefix}${child}`);
      }
    });
  walk(content.history.head!.tree, '');
  const read = (file: string) => {
    const text = textOf(dataset, repository, file);
    return text === undefined ? undefined : readMarkdown(text);
  };
  const defaults = dataset.repositories.find(
    one => one.owner === repository.owner && one.name === '.github',
  );
  const defaultText = (file: string) =>
    defaults && textOf(dataset, defaults, file);
  const readmePath = path ? `${path}/README.md` : 'README.md';
  const readme = read(readmePath)!;
  const contributing = read('CONTRIBUTING.md');
  const guides = [contributing, readme].filter(one => one !== undefined);
  const saysAnywhere = (pattern: RegExp) =>
    guides.some(({ text }) => pattern.test(text));
  const sectionIn = (document: typeof readme | undefined, title: RegExp) =>
    document?.sections.find(section => title.test(section.title));
  const committers = read('TRUSTED-COMMITTERS.md');
  const handles = (text: string | undefined) => [
    ...new Set((text ?? '').match(/@[a-z-]+(?=[),\s|])/g) ?? []),
  ];
  const metadata = JSON.parse(
    textOf(dataset, repository, 'innersource.json') ?? 'null',
  );
  const codeowners = textOf(dataset, repository, '.github/CODEOWNERS');

  // Catalog.
  const entityOf = (kind: string, one: string): Entity | undefined =>
    catalog.entities.find(
      ({ kind: other, metadata: { name: otherName } }) =>
        kind === other && one === otherName,
    );
  const owner = String(entity.spec?.owner).replace('group:default/', '');
  const members = catalog.entities.filter(
    ({ kind, spec }) =>
      kind === 'User' &&
      Array.isArray(spec?.memberOf) &&
      spec.memberOf.includes(owner),
  );
  const teamOf = (login: string | null) => {
    const memberOf =
      login === null ? undefined : entityOf('User', login)?.spec?.memberOf;
    return Array.isArray(memberOf) ? String(memberOf[0]) : undefined;
  };
  const provided = (
    Array.isArray(entity.spec?.providesApis) ? entity.spec.providesApis : []
  ).map(String);
  const users = catalog.entities.filter(
    ({ kind, metadata: { name: user }, spec }) => {
      const depends = Array.isArray(spec?.dependsOn) ? spec.dependsOn : [];
      const consumes = Array.isArray(spec?.consumesApis)
        ? spec.consumesApis
        : [];
      return (
        kind === 'Component' &&
        user !== name &&
        (depends.includes(`component:default/${name}`) ||
          consumes.some(api => provided.includes(String(api))))
      );
    },
  );
  const foreign = users.filter(
    ({ spec }) => spec?.owner !== `group:default/${owner}`,
  );
  const tags = new Set(
    [...(entity.metadata.tags ?? []), ...repository.topics].map(tag =>
      tag.replace(/^inner-source$/, 'innersource'),
    ),
  );
  const descriptions = [
    entity.metadata.description ?? '',
    repository.description ?? '',
  ].sort((a, b) => b.length - a.length);

  // What happened. Of a project in a part of a repository, what touches it.
  const within = (file: string) => path === '' || file.startsWith(`${path}/`);
  const bots = new Set(
    dataset.accounts
      .filter(({ type }) => type === 'Bot')
      .map(({ login }) => login),
  );
  const isHuman = (login: string | null): login is string =>
    login !== null && !bots.has(login);
  const isOutside = (login: string | null) => {
    const team = isHuman(login) ? teamOf(login) : undefined;
    return team !== undefined && team !== owner;
  };
  const pullRequests = content.pullRequests.filter(
    ({ author, files: touched }) =>
      !(author !== null && bots.has(author)) &&
      touched.some(file => within(file.path)),
  );
  const year = since(365);
  const answerOf = (pullRequest: PullRequest) =>
    [
      ...pullRequest.comments.map(one => [one.author, one.createdAt] as const),
      ...pullRequest.reviews.map(one => [one.author, one.submittedAt] as const),
    ]
      .filter(
        ([author]) =>
          author !== pullRequest.author &&
          !(author !== null && bots.has(author)),
      )
      .map(([, at]) => at)
      .sort()[0];
  const waits = pullRequests
    .filter(one => one.createdAt >= year && isOutside(one.author))
    .flatMap(one => {
      const answer = answerOf(one);
      return answer
        ? [(Date.parse(answer) - Date.parse(one.createdAt)) / HOUR]
        : [];
    })
    .sort((a, b) => a - b);
  const middle = waits.length >> 1;
  const median =
    waits.length % 2 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2;
  const opened = pullRequests.filter(one => one.createdAt >= year).length;
  const closed = pullRequests.filter(
    one => (one.mergedAt ?? one.closedAt ?? '') >= year,
  ).length;
  const historyFrom = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  const waiting = pullRequests.filter(
    one =>
      one.state === 'OPEN' &&
      isOutside(one.author) &&
      answerOf(one) === undefined &&
      one.updatedAt >= historyFrom &&
      ageInDays(one.createdAt) > 30,
  );
  const merges = new Map<string, number>();
  pullRequests
    .filter(({ mergedAt }) => mergedAt !== null && mergedAt >= year)
    .forEach(({ author }) => {
      if (author !== null) {
        merges.set(author, (merges.get(author) ?? 0) + 1);
      }
    });
  const commits = content.history.commits.filter(commit => {
    if (path === '') {
      return true;
    }
    const at = (tree: Tree | undefined) =>
      path.split('/').reduce<Tree | undefined>((directory, segment) => {
        const entry = directory?.entries.get(segment);
        return entry?.kind === 'tree' ? entry : undefined;
      }, tree)?.oid;
    return commit.parents.every(parent => at(parent.tree) !== at(commit.tree));
  });
  // A co-authored commit counts for each of its co-authors as well.
  for (const { committer, message, parents } of commits) {
    const isRecent = new Date(committer.at).toISOString() >= year;
    for (const [, address] of message.matchAll(
      /^Co-authored-by: .*<(.*)>$/gm,
    )) {
      const login =
        dataset.accounts.find(({ emails }) => emails.includes(address))
          ?.login ?? address;
      if (isRecent && parents.length < 2 && !bots.has(login)) {
        merges.set(login, (merges.get(login) ?? 0) + 1);
      }
    }
  }
  const shares = [...merges.values()].sort((a, b) => b - a);
  const total = shares.reduce((sum, one) => sum + one, 0);
  let factor = 0;
  for (let sum = 0; sum * 2 <= total && factor < shares.length; factor += 1) {
    sum += shares[factor];
  }
  const quarter = since(90);
  const allTouching = content.pullRequests.filter(({ files: touched }) =>
    touched.some(file => within(file.path)),
  );
  const active = new Set(
    allTouching.flatMap(one => [
      ...one.reviews
        .filter(
          ({ author, submittedAt }) =>
            isHuman(author) && author !== one.author && submittedAt >= quarter,
        )
        .map(({ author }) => author),
      ...(one.mergedAt !== null &&
      one.mergedAt >= quarter &&
      isHuman(one.mergedBy)
        ? [one.mergedBy]
        : []),
    ]),
  );
  const starters = content.issues.filter(
    ({ state, labels }) =>
      state === 'OPEN' &&
      labels.some(label => ['good first issue', 'help wanted'].includes(label)),
  );
  const free = starters.filter(({ assignees }) => assignees.length === 0);
  const lastCommit = Math.max(...commits.map(commit => commit.author.at));
  const [release] = content.releases;

  // Rules of the default branch, classic and rulesets together.
  const organization = dataset.organizations.find(
    ({ login }) => login === repository.owner,
  );
  const rulesets = [
    ...repository.rulesets,
    ...(organization?.rulesets ?? []).filter(({ includeRepositories }) =>
      includeRepositories.some(
        pattern => pattern === '~ALL' || pattern === repository.name,
      ),
    ),
  ].filter(({ enforcement }) => enforcement === 'active');
  const rules = rulesets.flatMap(ruleset => ruleset.rules);
  const classic = repository.branchProtectionRules;
  const reviewRules = rules.filter(rule => rule.type === 'pull_request');
  const settings: Array<[string, boolean]> = [
    [
      'no force pushes',
      rules.some(({ type }) => type === 'non_fast_forward') ||
        classic.some(rule => !rule.allowsForcePushes),
    ],
    [
      'no deletion',
      rules.some(({ type }) => type === 'deletion') ||
        classic.some(rule => !rule.allowsDeletions),
    ],
    ...[1, 2].map((least): [string, boolean] => [
      plural(least, 'approving review'),
      [...reviewRules, ...classic].some(
        rule => rule.requiredApprovingReviewCount >= least,
      ),
    ]),
    [
      'status checks',
      rules.some(({ type }) => type === 'required_status_checks') ||
        classic.some(rule => rule.requiredStatusCheckContexts.length > 0),
    ],
    [
      'reviews by code owners',
      reviewRules.some(rule => rule.requireCodeOwnerReview) ||
        classic.some(rule => rule.requiresCodeOwnerReviews),
    ],
    [
      'stale reviews dismissed',
      reviewRules.some(rule => rule.dismissStaleReviewsOnPush) ||
        classic.some(rule => rule.dismissesStaleReviews),
    ],
  ];
  const isSet = (setting: string) =>
    settings.find(([one]) => one === setting)![1];
  const tiers: Array<[number, boolean]> = [
    [3, isSet('no force pushes') && isSet('no deletion')],
    [3, isSet('1 approving review')],
    [2, isSet('status checks')],
    [1, isSet('2 approving reviews') && isSet('reviews by code owners')],
    [1, isSet('stale reviews dismissed')],
  ];
  const broken = tiers.findIndex(([, met]) => !met);
  const points = tiers
    .slice(0, broken < 0 ? tiers.length : broken)
    .reduce((sum, [one]) => sum + one, 0);

  const annotation =
    entity.metadata.annotations?.['innersource.io/governance-level'];
  const level = annotation ?? metadata?.governanceLevel;
  const tests = files.filter(
    file =>
      within(file) &&
      /\.test\.ts$|(^|\/)test_\w+\.py$|Test\.(kt|java)$/.test(file),
  );
  const issueForms = files.filter(file =>
    /^\.github\/ISSUE_TEMPLATE\/.*\.(yml|md)$/.test(file),
  );
  const license = textOf(dataset, repository, 'LICENSE');
  const security = defaultText('SECURITY.md');
  const decisions = files.filter(file => /^docs\/adr\/[^/]+$/.test(file));
  const purpose = sectionIn(readme, /^Why/);
  const started = sectionIn(readme, /^Getting started/);
  const help = sectionIn(readme, /^(Getting help|Help)$/);
  const buildCommand = /(yarn|gradlew|pip|go|cargo) (install|build)/;
  const testCommand = /(yarn|gradlew|go|cargo) test|pytest/;
  const ratio = closed / opened;

  const scoreOfReadme = Math.min(1, readme.proseCharacters / 500) * 0.4 + 0.25;
  return {
    description:
      descriptions[0].length >= 30
        ? pass(descriptions[0].slice(0, 40))
        : partial(0.5, plural(descriptions[0].length, 'character')),
    topics:
      tags.size >= 2
        ? pass(`${plural(tags.size, 'topic')}: `)
        : partial(tags.size / 2, plural(tags.size, 'topic')),
    owner: entityOf('Group', owner)
      ? pass(`group:default/${owner} has ${plural(members.length, 'member')}`)
      : fail('does not exist'),
    visibility:
      repository.visibility === 'private'
        ? fail()
        : pass(repository.visibility),
    'readme-substance':
      readme.proseCharacters >= 500 && readme.sections.length >= 2
        ? pass(
            `${readmePath} has ${plural(readme.proseCharacters, 'character')}`,
            `in ${plural(readme.sections.length, 'section')}`,
          )
        : partial(
            scoreOfReadme + 0.25 * Math.min(1, readme.sections.length / 2),
            `${readmePath} has ${plural(readme.proseCharacters, 'character')}`,
            `in ${plural(readme.sections.length, 'section')}`,
          ),
    maintained: (() => {
      const age = ageInDays(lastCommit);
      const seen = `${plural(age, 'day')} ago, on ${new Date(lastCommit)
        .toISOString()
        .slice(0, 10)}`;
      if (repository.archived) {
        return fail('archived');
      }
      if (age <= 180) {
        return pass(seen);
      }
      return age <= 360 ? partial(0.5, seen) : fail(seen);
    })(),
    'portal-metadata': metadata
      ? pass(`gives ${Object.keys(metadata).join(', ')}`)
      : fail('innersource.json'),
    'readme-purpose':
      (purpose && purpose.text.length >= 80) || readme.introduction.length >= 80
        ? pass()
        : partial(0.5, plural(readme.introduction.length, 'character')),
    'readme-getting-started': started ? pass('Getting started') : fail(),
    'help-channel': help ? pass('https://chat.') : fail(),
    'maintainers-named': committers
      ? pass(
          `It names ${handles(committers.text)[0]} and ${
            handles(committers.text).length - 1
          } more`,
        )
      : fail(),
    license: (() => {
      if (!license) {
        return fail('no license file');
      }
      return pass(
        license.includes('Apache License')
          ? '(Apache-2.0)'
          : '(LicenseRef-Meridian-Inner-Source-1.0)',
      );
    })(),
    'design-decisions': decisions.length
      ? pass(`docs/adr/ holds ${plural(decisions.length, 'entry', 'entries')}`)
      : fail(),
    'contributing-guide': contributing
      ? pass(plural(contributing.characters, 'character'))
      : fail('Found no CONTRIBUTING'),
    'build-and-test':
      saysAnywhere(buildCommand) && saysAnywhere(testCommand)
        ? pass('How to build', 'How to test')
        : fail(),
    'submit-change': saysAnywhere(/pull request/i) ? pass() : fail(),
    'contributions-wanted': metadata?.contributions
      ? pass(metadata.contributions.join(', '))
      : fail(),
    'response-target': saysAnywhere(/answer within (one|two) working day/)
      ? pass('working day')
      : fail(),
    'forking-or-access': repository.allowForking
      ? pass('may be forked')
      : fail(),
    'issue-tracker': repository.hasIssues ? pass() : fail(),
    'issue-templates': issueForms.length
      ? pass(plural(issueForms.length, 'issue template'))
      : fail(),
    'pull-request-template': files.includes('.github/pull_request_template.md')
      ? pass()
      : fail(),
    'starter-issues': (() => {
      if (repository.archived) {
        return skip('archived');
      }
      return free.length
        ? pass(`${plural(free.length, 'starter issue')} `)
        : fail();
    })(),
    codeowners: codeowners?.includes('\n* @')
      ? pass(`@${repository.owner}/${owner} owns`)
      : fail(),
    'trusted-committers': committers
      ? pass(handles(committers.text).slice(0, 5).join(', '))
      : fail(),
    'code-of-conduct': defaultText('CODE_OF_CONDUCT.md')
      ? pass('default CODE_OF_CONDUCT.md')
      : fail(),
    'review-required': (() => {
      const named = (wanted: boolean) =>
        settings.filter(([, met]) => met === wanted).map(([one]) => one);
      const says = [...named(true), 'administrators included'];
      if (points === 10) {
        return pass(...says);
      }
      return points
        ? partial(points / 10, ...says, ...named(false))
        : fail(...named(false));
    })(),
    'governance-level': level ? pass(level) : fail(),
    'security-policy': security
      ? pass(
          plural(readMarkdown(security).characters, 'character'),
          'default SECURITY.md',
        )
      : fail(),
    'support-after-merge': saysAnywhere(/30-day warranty/) ? pass() : fail(),
    'first-response': (() => {
      if (waits.length === 0) {
        return skip();
      }
      const seen =
        median < 48
          ? `${Math.round(median * 10) / 10} hour`
          : `${Math.round((median / 24) * 10) / 10} days`;
      if (median <= 48) {
        return pass(seen);
      }
      return median <= 120 ? partial(0.5, seen) : fail(seen);
    })(),
    'closure-ratio': (() => {
      if (opened === 0) {
        return skip();
      }
      const seen = `were ${Number(ratio.toFixed(2))} `;
      if (ratio >= 0.8) {
        return pass(seen);
      }
      return ratio >= 0.5 ? partial(0.5, seen) : fail(seen);
    })(),
    'no-unanswered': waiting.length
      ? fail(
          plural(waiting.length, 'change request'),
          ...waiting
            .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
            .slice(0, 5)
            .map(one => `Open for ${plural(ageInDays(one.createdAt), 'day')}`),
        )
      : pass(),
    'absence-factor': (() => {
      if (total === 0) {
        return skip();
      }
      const seen = plural(factor, 'person makes', 'people make');
      return factor >= 2 ? pass(seen) : fail(seen);
    })(),
    'active-maintainers': (() => {
      const seen = plural(active.size, 'maintainer was', 'maintainers were');
      if (active.size >= 2) {
        return pass(seen);
      }
      return active.size ? partial(active.size / 2, seen) : fail(seen);
    })(),
    'continuous-integration': files.includes('.github/workflows/build.yml')
      ? pass('.github/workflows/build.yml')
      : fail(),
    tests: (() => {
      if (tests.length === 0) {
        return fail();
      }
      // In Java's way, the files lie deeper than those that are listed.
      return tests.every(file => file.startsWith('src/test/'))
        ? pass('directory src/test;')
        : pass(plural(tests.length, 'file'));
    })(),
    releases: (() => {
      if (!release) {
        return fail('no release');
      }
      const age = ageInDays(release.publishedAt);
      const seen = `${release.tagName}, is ${plural(age, 'day')} old`;
      return age <= 365 ? pass(seen) : partial(0.25, seen);
    })(),
    'semantic-versions': (() => {
      const latest = content.releases.slice(0, 10);
      const semantic = latest.filter(({ tagName }) =>
        /^v\d+\.\d+\.\d+$/.test(tagName),
      );
      return latest.length
        ? pass(
            `the latest ${plural(latest.length, 'version')}: ${
              semantic.length
            },`,
          )
        : skip();
    })(),
    usage: (() => {
      if (entity.spec?.type === 'website') {
        return skip('website');
      }
      if (foreign.length) {
        return pass(`${plural(foreign.length, 'entity', 'entities')} of other`);
      }
      return users.length
        ? partial(0.5, plural(users.length, 'entity', 'entities'))
        : fail();
    })(),
  };
}

/** Weight of a check by its severity. */
const WEIGHTS: Record<string, number> = {
  critical: 10,
  high: 7.5,
  medium: 5,
  low: 2.5,
};

describe('evaluations of the demo organisation', () => {
  const dataset = createDemoDataset({ now: new Date() });
  const catalog = readDemoCatalog(dataset);
  let simulator: Simulator;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    simulator = await Simulator.create({ dataset }).start();
    ({ server } = await startTestBackend({
      features: [
        innersourcePlugin,
        githubModule,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: DEMO_HOST,
                  apiBaseUrl: `${simulator.url}/api/v3`,
                  token: 'demo',
                },
              ],
            },
            innersource: {
              internalLicenses: [
                {
                  id: 'LicenseRef-Meridian-Inner-Source-1.0',
                  name: 'Meridian Rail Inner Source License 1.0',
                  phrases: ['Meridian Rail Inner Source License'],
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({ entities: catalog.entities }),
      ],
    }));
  });

  afterAll(() => simulator.stop());

  it.each([
    ['a healthy project', 'fare-engine'],
    ['a neglected project', 'refund-desk'],
    ['a part of a monorepo', 'rail-ui-components'],
    ['another part of it', 'rail-ui-docs'],
    ['an archived project', 'legacy-edi-bridge'],
  ])('agree with its data in every check: %s', async (_, name) => {
    let detail: ProjectDetail | undefined;
    const isMeasured = () =>
      detail?.evaluation?.results.some(
        ({ id, status }) => id === 'absence-factor' && status !== 'unknown',
      );
    for (let tries = 0; !isMeasured() && tries < 1_500; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 100));
      ({ body: detail } = await request(server).get(
        `/api/innersource/projects/by-name/component/default/${name}`,
      ));
    }
    const evaluation = detail!.evaluation!;
    const expected = recompute(
      dataset,
      catalog,
      name,
      new Date(evaluation.evaluatedAt),
    );

    expect(evaluation.results.map(({ id }) => id).sort()).toEqual(
      Object.keys(expected).sort(),
    );
    const differences = evaluation.results.flatMap(result => {
      const { status, score, says = [] } = expected[result.id];
      const evidence = result.evidence.map(({ message }) => message).join(' ');
      const missing = says.filter(part => !evidence.includes(part));
      const scores =
        score === undefined || Math.abs(score - (result.score ?? -1)) < 0.0001;
      return result.status === status && scores && missing.length === 0
        ? []
        : [
            {
              id: result.id,
              status: `${result.status} (${result.score}), expected ${status} (${score})`,
              evidence,
              missing,
            },
          ];
    });
    expect(differences).toEqual([]);

    // Σ weight · score ÷ Σ weight of what is conclusive.
    let weighted = 0;
    let weights = 0;
    for (const { id, severity } of evaluation.results) {
      const { status, score } = expected[id];
      if (status === 'pass' || status === 'partial' || status === 'fail') {
        weights += WEIGHTS[severity];
        weighted += WEIGHTS[severity] * (score ?? (status === 'pass' ? 1 : 0));
      }
    }
    expect(evaluation.readiness.score).toBeCloseTo(
      (100 * weighted) / weights,
      1,
    );
  });
});
