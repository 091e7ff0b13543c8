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

import { ProjectFacts, RepositoryTree } from '../../model';
import { tell } from '../../texts';
import { CheckDefinition, CheckOutcome } from '../definition';
import { baseNameOf, directoryOf, joinPath } from '../documents/fileNames';
import { findDocument, rootsOf, showDirectory } from '../documents/lookup';
import { parseDocument } from '../documents/parse';
import { TreeIndex } from '../documents/treeIndex';
import { memoise } from '../memoise';
import {
  bestOf,
  fail,
  inconclusive,
  notApplicable,
  partial,
  pass,
} from '../outcomes';
import { excerpt } from '../rules/evaluate';
import { described } from './described';
import { pattern } from './guidelines';
import { listOf, numberOf } from './parameters';
import { CHANGELOG_TEMPLATE } from './templates';

const DAY = 24 * 60 * 60 * 1000;

const CHANGELOG_STEMS = [
  'changelog',
  'changes',
  'history',
  'news',
  'release-notes',
  'release_notes',
  'releasenotes',
  'releases',
];

/** Directory names that hold tests, lower case. */
const TEST_DIRECTORIES = new Set([
  'test',
  'tests',
  '__tests__',
  'e2e',
  'e2e-tests',
  'integration-tests',
  'cypress',
]);

function isTest(path: string): boolean {
  if (path.includes('node_modules/') || path.startsWith('vendor/')) {
    return false;
  }
  const lower = baseNameOf(path).toLowerCase();
  return (
    isNamedTest(path) ||
    (directoryOf(path)
      .toLowerCase()
      .split('/')
      .some(segment => TEST_DIRECTORIES.has(segment)) &&
      !/^\.|^(?:docker|make)file$|\.(?:md|txt|rst|adoc|ya?ml|json|toml|svg|png|snap|gitignore)$/.test(
        lower,
      ))
  );
}

/** Whether the name alone tells a test. */
function isNamedTest(path: string): boolean {
  const name = baseNameOf(path);
  const lower = name.toLowerCase();
  return (
    /\.(?:test|spec|e2e|cy)\.[cm]?[jt]sx?$/.test(lower) ||
    /_test\.(?:go|py|rb|exs?|dart|cc|cpp|c)$/.test(lower) ||
    /_spec\.(?:rb|lua)$/.test(lower) ||
    /^test_[^/]{1,200}\.py$/.test(lower) ||
    /(?:Test|Tests|IT|Spec)\.(?:java|kt|kts|scala|groovy|cs|fs|vb|swift|php)$/.test(
      name,
    )
  );
}

/** Files of tests in a tree, looked for once. */
const testsOf = memoise((tree: RepositoryTree): readonly string[] =>
  tree.entries
    .filter(({ type, path }) => type === 'file' && isTest(path))
    .map(({ path }) => path),
);

/** A directory of tests whose files were not listed; git keeps no empty ones. */
function unlistedTestDirectory(
  { entries, complete, listedDirectories = [] }: RepositoryTree,
  prefix: string,
): string | undefined {
  if (complete) {
    return undefined;
  }
  const listed = new Set(listedDirectories);
  return entries.find(({ type, path }) => {
    const lower = path.toLowerCase();
    const [name, ...above] = lower.split('/').reverse();
    return (
      type === 'directory' &&
      !listed.has(path) &&
      lower.startsWith(prefix) &&
      (TEST_DIRECTORIES.has(name) ||
        above.some(segment => TEST_DIRECTORIES.has(segment))) &&
      !['node_modules', 'vendor'].some(
        segment => name === segment || above.includes(segment),
      )
    );
  })?.path;
}

/** Can others build on it? */
export const reusableChecks: readonly CheckDefinition[] = [
  {
    ...described('continuous-integration'),
    category: 'reusable',
    severity: 'medium',
    guideline: pattern('Standard Release Process', 'release-process'),
    parameters: {
      files: [
        '.gitlab-ci.yml',
        '.gitlab-ci.yaml',
        'jenkinsfile',
        'azure-pipelines.yml',
        'azure-pipelines.yaml',
        '.travis.yml',
        'bitbucket-pipelines.yml',
        '.drone.yml',
        '.drone.star',
        '.woodpecker.yml',
        '.woodpecker.yaml',
        'appveyor.yml',
        '.appveyor.yml',
        'cloudbuild.yaml',
        'cloudbuild.yml',
        'codefresh.yml',
        'buildspec.yml',
        '.cirrus.yml',
        'wercker.yml',
      ],
      directories: [
        '.github/workflows',
        '.circleci',
        '.buildkite',
        '.tekton',
        '.woodpecker',
        '.semaphore',
        '.teamcity',
        '.azure-pipelines',
        '.azuredevops',
        '.ci',
        'ci',
        '.gitea/workflows',
        '.forgejo/workflows',
      ],
    },
    documents: {
      listings: [
        '.github/workflows',
        '.circleci',
        '.buildkite',
        '.tekton',
        '.woodpecker',
        '.semaphore',
        '.teamcity',
        '.azure-pipelines',
        '.azuredevops',
        '.ci',
        'ci',
        '.gitea/workflows',
        '.forgejo/workflows',
      ],
    },
    evaluate(facts, { parameters }) {
      const { tree } = facts.repository;
      if (!tree.known) {
        return inconclusive(tree);
      }
      const index = TreeIndex.of(tree.value);
      const roots = rootsOf(facts, ['project', 'repository']).map(
        ({ root }) => root,
      );
      const files = listOf(parameters, 'files');
      const directories = listOf(parameters, 'directories');
      for (const root of roots) {
        for (const name of files) {
          const file = index.get(joinPath(root, name));
          if (file && !file.directory) {
            return pass({
              path: file.path,
              ...tell('found', { path: file.path }),
            });
          }
        }
        for (const name of directories) {
          const [file] = index
            .childrenOf(joinPath(root, name))
            .filter(child => !child.directory && isPipeline(child.name));
          if (file) {
            return pass({
              path: file.path,
              ...tell('found', { path: file.path }),
            });
          }
        }
      }
      const unlisted = roots
        .flatMap(root => [root, ...directories.map(d => joinPath(root, d))])
        .filter(directory => !index.isListed(directory));
      return unlisted.length
        ? inconclusive(
            tell('not-listed', {
              directories: unlisted.slice(0, 5).map(showDirectory),
            }),
          )
        : fail(tell('no-pipeline'));
    },
  },
  {
    ...described('tests'),
    category: 'reusable',
    severity: 'medium',
    guideline: pattern('Standard Base Documentation', 'base-documentation'),
    evaluate(facts) {
      const { repository, catalog, project } = facts;
      const type = catalog.type ?? '';
      if (['documentation', 'template'].includes(type)) {
        return notApplicable(tell('not-asked-of', { type }));
      }
      if (!repository.tree.known) {
        return inconclusive(repository.tree);
      }
      const prefix = project.path ? `${project.path.toLowerCase()}/` : '';
      const tests = testsOf(repository.tree.value).filter(path =>
        path.toLowerCase().startsWith(prefix),
      );
      if (tests.length) {
        const path = tests.find(isNamedTest) ?? tests[0];
        return pass({
          path,
          ...tell('tests', { count: tests.length, path }),
        });
      }
      const directory = unlistedTestDirectory(repository.tree.value, prefix);
      if (directory) {
        return pass({
          path: directory,
          ...tell('tests-directory', { directory }),
        });
      }
      return repository.tree.value.complete
        ? fail(tell('no-tests'))
        : inconclusive(tell('no-tests-listed'));
    },
  },
  {
    ...described('releases', { template: CHANGELOG_TEMPLATE }),
    category: 'reusable',
    severity: 'medium',
    guideline: pattern('Standard Release Process', 'release-process'),
    parameters: { days: 365 },
    documents: { stems: CHANGELOG_STEMS },
    evaluate(facts, { now, parameters }) {
      const days = numberOf(parameters, 'days');
      return bestOf([
        evaluateReleases(facts, now, days),
        evaluateChangelog(facts, now, days),
      ]);
    },
  },
  {
    ...described('semantic-versions'),
    category: 'reusable',
    severity: 'low',
    guideline: { name: 'Semantic Versioning', url: 'https://semver.org' },
    parameters: { share: 0.8, latest: 10 },
    evaluate({ repository: { releases } }, { parameters }) {
      if (!releases.known) {
        return inconclusive(releases);
      }
      const latest = releases.value.slice(
        0,
        Math.max(1, numberOf(parameters, 'latest')),
      );
      if (!latest.length) {
        return notApplicable(tell('no-release'));
      }
      const semantic = latest.filter(({ tag }) => isSemanticVersion(tag));
      const odd = latest.find(({ tag }) => !isSemanticVersion(tag));
      const seen = tell(
        odd ? 'semantic-versions-except' : 'semantic-versions',
        {
          total: latest.length,
          semantic: semantic.length,
          tag: excerpt((odd ?? latest[0]).tag, 40),
        },
      );
      const share = semantic.length / latest.length;
      if (share >= numberOf(parameters, 'share')) {
        return pass(seen);
      }
      return share > 0 ? partial(share, seen) : fail(seen);
    },
  },
  {
    ...described('usage'),
    category: 'reusable',
    severity: 'low',
    guideline: {
      name: 'Managing InnerSource Projects: usage count',
      url: 'https://github.com/InnerSourceCommons/managing-innersource-projects/blob/main/measuring/metrics/usage-count.md',
    },
    parameters: { minimum: 1 },
    evaluate({ catalog: { dependents, owner, type } }, { parameters }) {
      if (type === 'website' || type === 'documentation') {
        return notApplicable(tell('visited', { type }));
      }
      if (!dependents.known) {
        return inconclusive(dependents);
      }
      const minimum = Math.max(1, numberOf(parameters, 'minimum'));
      const own = owner.known ? owner.value?.entityRef : undefined;
      const foreign = dependents.value.filter(
        dependent => dependent.owner !== undefined && dependent.owner !== own,
      );
      if (foreign.length >= minimum) {
        return pass(
          // Which ones they are is not for everybody who sees the project.
          tell('dependents-outside', { count: foreign.length }),
        );
      }
      if (foreign.length) {
        return partial(
          foreign.length / minimum,
          tell('dependents-few', { count: foreign.length, minimum }),
        );
      }
      return dependents.value.length
        ? partial(
            0.5,
            tell('dependents-own', { count: dependents.value.length }),
          )
        : fail(tell('no-dependents'));
    },
  },
];

/** A pipeline rather than a helper script or a note beside it. */
function isPipeline(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    /\.(?:ya?ml|kts|json|jsonnet|toml|star)$/.test(lower) ||
    ['run', 'pipeline', 'jenkinsfile', 'build', 'test'].includes(lower)
  );
}

function evaluateReleases(
  { repository: { releases } }: ProjectFacts,
  now: Date,
  days: number,
): CheckOutcome {
  if (!releases.known) {
    return inconclusive(releases);
  }
  const [newest] = releases.value
    .map(release => ({ ...release, at: Date.parse(release.publishedAt) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => b.at - a.at);
  if (!newest) {
    return fail(tell('no-release'));
  }
  const age = Math.max(0, Math.floor((now.getTime() - newest.at) / DAY));
  const seen = tell(`newest-${newest.kind}`, {
    tag: excerpt(newest.tag, 60),
    count: age,
  });
  return age <= days ? pass(seen) : partial(0.25, seen);
}

function evaluateChangelog(
  facts: ProjectFacts,
  now: Date,
  days: number,
): CheckOutcome {
  const found = findDocument(facts, {
    stems: CHANGELOG_STEMS,
    directories: ['', 'docs'],
    scopes: ['project', 'repository'],
  });
  if (found.status === 'unread') {
    return inconclusive(tell('unread', { path: found.path }));
  }
  if (found.status === 'unknown') {
    return inconclusive(found);
  }
  if (found.status === 'absent') {
    return fail(tell('no-change-log'));
  }
  const { path } = found.document;
  const dated = parseDocument(found.document)
    .sections.slice(0, 50)
    .map(({ heading, line }) => ({ at: dateIn(heading), line }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const [newest] = dated;
  if (newest?.at === undefined) {
    return partial(0.25, { path, ...tell('change-log-undated', { path }) });
  }
  const age = Math.max(0, Math.floor((now.getTime() - newest.at) / DAY));
  const seen = {
    path,
    line: newest.line,
    ...tell('change-log-age', { path, count: age }),
  };
  return age <= days ? pass(seen) : partial(0.25, seen);
}

/** A date of the form 2026-01-31 in a heading. */
function dateIn(heading: string): number | undefined {
  const match = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(heading);
  const at = match ? Date.parse(match[0]) : NaN;
  return Number.isFinite(at) ? at : undefined;
}

/** True for `1.2.3`, `v1.2.3-rc.1`, and those after a package's name. */
function isSemanticVersion(tag: string): boolean {
  return /(?:^|[^0-9.])\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,100})?$/.test(
    tag.slice(-150),
  );
}
