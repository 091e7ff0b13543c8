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

// Tries the installation guide as its readers do: packs every package that is
// published, makes stock Backstage apps with create-app, follows the steps of
// docs/install.md in them and nothing else, starts them, and looks in a browser
// for the card, the tab and the page with a score.
//
//   yarn test:install               an app of each frontend system
//   yarn test:install new           the new frontend system alone
//   yarn test:install legacy        the legacy one alone
//   yarn test:install --keep        leaves archives and apps where they are
//   yarn test:install --packed DIR  takes the archives that are there
//   yarn test:install --locked      takes the releases in this project's
//                                   yarn.lock, not the newest, where apps want
//                                   the same packages
//
// Logs and screenshots are kept in .local/install. Takes minutes and 3 GB of
// the system's temporary directory.

import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { realpathSync } from 'node:fs';
import { chromium } from 'playwright-core';
import {
  archiveOf,
  buildPackages,
  packPackages,
  publishedPackages,
} from './lib/archives.mjs';
import { BROWSER_ARGUMENTS, findBrowser } from './lib/browser.mjs';
import { applyDiff, readSteps } from './lib/guide.mjs';
import { ensureInstalled, yarn } from './lib/install.mjs';
import { inSupportedNode } from './lib/node.mjs';
import { unusedPort } from './lib/postgres.mjs';
import { run } from './lib/processes.mjs';
import { local, root } from './lib/repository.mjs';
import { main, Problem, say } from './lib/say.mjs';

const CREATE_APP = '@backstage/create-app@0.9.2';
const COMMON = ['Backend', 'Local repositories', 'GitHub', 'Search'];
const KINDS = {
  new: {
    arguments: [],
    headings: [...COMMON, 'New frontend system'],
  },
  legacy: {
    arguments: ['--legacy'],
    headings: [
      ...COMMON,
      'Legacy frontend system',
      'Results in the legacy frontend system',
    ],
  },
};
/** What the guide's readers replace. */
const PLACEHOLDER = '/path/to/repositories';
const START_MS = 600_000;
const SCORE_MS = 300_000;

const logs = path.join(local, 'install');

const seconds = since => Math.round((Date.now() - since) / 1000);

/** Runs a program with its output in a log of its own. */
async function logged(name, command, args, options = {}) {
  const file = path.join(logs, `${name}.log`);
  const log = await open(file, 'a');
  try {
    const code = await run(command, args, {
      ...options,
      stdio: ['ignore', log.fd, log.fd],
    });
    if (code !== 0 && !options.signal?.aborted) {
      const text = await readFile(file, 'utf8');
      throw new Problem(
        `${name} failed with code ${code}. Its last lines:\n${text
          .trim()
          .split('\n')
          .slice(-30)
          .join('\n')}\nIts whole log: ${path.relative(root, file)}`,
      );
    }
  } finally {
    await log.close();
  }
}

/** A `yarn` for the PATH, as people have it from corepack. */
async function yarnInPath(directory) {
  const bin = path.join(directory, 'bin');
  await mkdir(bin);
  const file = path.join(bin, 'yarn');
  await writeFile(file, `#!/bin/sh\nexec node '${yarn}' "$@"\n`);
  await chmod(file, 0o755);
  return {
    ...process.env,
    PATH: [bin, process.env.PATH].join(path.delimiter),
    BROWSER: 'none',
    CI: '1',
    // Programs that nothing here needs would be compiled for minutes.
    YARN_ENABLE_SCRIPTS: 'false',
    YARN_HTTP_RETRY: '10',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_TELEMETRY: 'false',
    // Yarn would ask a search service on the internet for type declarations.
    YARN_TS_ENABLE_AUTO_TYPES: 'false',
    NODE_OPTIONS: '',
  };
}

async function makeRepository(directory) {
  const files = {
    'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: my-project
  tags: [innersource]
spec:
  type: service
  lifecycle: production
  owner: guests
`,
    'README.md': `# My project

Says hello to people by their name, in the language that they prefer.

## Usage

Run \`node hello.js Ada\` in a terminal.
`,
    'CONTRIBUTING.md': `# Contributing

Open an issue first, then a pull request. You hear from us within two days.
`,
    'hello.js': 'console.log("Hello, " + process.argv[2]);\n',
  };
  await mkdir(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(directory, name), text);
  }
  const git = (...args) => execFileSync('git', args, { cwd: directory });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git(
    ...['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'],
    ...['commit', '--quiet', '--message=Say hello'],
  );
}

/** A registry may fail to answer once; people would try again too. */
async function patiently(command) {
  for (const pause of [5_000, 30_000]) {
    try {
      return await command();
    } catch (error) {
      say(`  failed; trying again in ${pause / 1000} s.`);
      await sleep(pause);
    }
  }
  return command();
}

/**
 * Makes a stock app. The dependencies that this project pins, because their
 * newest releases cannot be installed everywhere, are pinned in it too.
 */
async function createApp({
  kind,
  directory,
  archives,
  env,
  isLocked,
  predecessor,
}) {
  const app = path.join(directory, kind);
  await patiently(async () => {
    await rm(app, { recursive: true, force: true });
    await logged(
      `${kind}-create`,
      'npm',
      [
        ...['exec', '--yes', `--package=${CREATE_APP}`, '--'],
        ...['backstage-create-app', '--skip-install', '--path', app],
        ...KINDS[kind].arguments,
      ],
      { cwd: directory, env: { ...env, BACKSTAGE_APP_NAME: 'stock' } },
    );
  });
  const file = path.join(app, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const { resolutions } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  );
  manifest.resolutions = {
    ...manifest.resolutions,
    ...resolutions,
    // The registry's part in this: what depends on a package gets our archive.
    ...Object.fromEntries(
      Object.entries(archives).map(([name, archive]) => [
        name,
        `file:${archive}`,
      ]),
    ),
  };
  await writeFile(file, JSON.stringify(manifest, null, 2));
  if (isLocked) {
    await copyFile(path.join(root, 'yarn.lock'), path.join(app, 'yarn.lock'));
  }
  if (predecessor) {
    // Yarn changes what differs; everything else is in place.
    await rename(
      path.join(predecessor, 'node_modules'),
      path.join(app, 'node_modules'),
    );
  }
  say(`${kind}: installing the stock app's own dependencies.`);
  await patiently(() =>
    logged(`${kind}-stock`, 'yarn', ['install'], { cwd: app, env }),
  );
  return app;
}

/** Follows the guide; resolves with how much there was to do. */
async function follow({ kind, app, archives, repositories, env }) {
  const guide = readSteps(
    await readFile(path.join(root, 'docs/install.md'), 'utf8'),
  );
  const done = { commands: 0, files: new Set(), lines: 0 };
  for (const heading of KINDS[kind].headings) {
    const steps = guide.filter(step => step.heading === heading);
    if (!steps.length) {
      throw new Problem(`docs/install.md has no steps under "${heading}".`);
    }
    for (const { commands = [], file, diff } of steps) {
      for (const command of commands) {
        say(`${kind}: ${command}`);
        const [program, ...args] = command.split(' ');
        await patiently(() =>
          logged(
            `${kind}-install`,
            program,
            args.map(arg =>
              archives[arg] ? `${arg}@file:${archives[arg]}` : arg,
            ),
            { cwd: app, env },
          ),
        );
        done.commands += 1;
      }
      if (file) {
        say(`${kind}: editing ${file}`);
        const edited = path.join(app, file);
        await writeFile(
          edited,
          applyDiff(
            await readFile(edited, 'utf8'),
            diff.replaceAll(PLACEHOLDER, repositories),
          ),
        );
        done.files.add(file);
        done.lines += diff.match(/^\+.*\S/gm).length;
      }
    }
  }
  return done;
}

/**
 * Ports of their own, so that the app can run next to others, and a search that
 * does not keep one waiting.
 */
async function configure(app) {
  const [frontend, backend] = [await unusedPort(), await unusedPort()];
  await appendFile(
    path.join(app, 'app-config.local.yaml'),
    `
app:
  baseUrl: http://localhost:${frontend}
backend:
  baseUrl: http://localhost:${backend}
  listen:
    port: ${backend}
  cors:
    origin: http://localhost:${frontend}
search:
  collators:
    innersource:
      schedule:
        frequency: { seconds: 10 }
        timeout: { minutes: 1 }
        initialDelay: { seconds: 3 }
`,
  );
  return { frontend, backend };
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function until(what, limit, ended, condition) {
  const started = Date.now();
  while (!(await condition())) {
    if (ended.done) {
      await ended.promise;
      throw new Problem(`The app ended before ${what}.`);
    }
    if (Date.now() - started > limit) {
      throw new Problem(`${what} took more than ${limit / 1000} seconds.`);
    }
    await sleep(500);
  }
}

/** A reader waits and looks again, until what was promised is there. */
async function untilFound(open, wanted) {
  const started = Date.now();
  do {
    await open();
    await wanted
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
  } while (!(await wanted.count()) && Date.now() - started < SCORE_MS);
  await wanted.first().waitFor();
}

async function look({ kind, frontend }) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: BROWSER_ARGUMENTS,
  });
  try {
    const page = await browser.newPage({
      baseURL: `http://localhost:${frontend}`,
      viewport: { width: 1440, height: 1000 },
    });
    const failures = [];
    page.on('pageerror', error => failures.push(error.message));
    page.setDefaultTimeout(SCORE_MS);
    const shoot = name =>
      page.screenshot({ path: path.join(logs, `${kind}-${name}.png`) });
    const ring = page.getByRole('img', {
      name: /^Readiness [\d.]+ of 100, grade [A-F]/,
    });
    const content = page.getByRole('main');
    try {
      await page.goto('/', { timeout: START_MS });
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByRole('link', { name: 'InnerSource' }).first().waitFor();

      await untilFound(
        () => page.goto('/catalog/default/component/my-project'),
        ring,
      );
      await ring.first().scrollIntoViewIfNeeded();
      await shoot('card');
      const score = await ring.first().getAttribute('aria-label');

      await content
        .getByRole('link', { name: 'InnerSource', exact: true })
        .or(page.getByRole('tab', { name: 'InnerSource', exact: true }))
        .first()
        .click();
      await page
        .getByRole('heading', { name: 'Contributable' })
        .first()
        .waitFor();
      await ring.first().waitFor();
      await shoot('tab');

      await page.goto('/innersource');
      await content.getByRole('link', { name: 'my-project' }).first().waitFor();
      await ring.first().waitFor();
      await shoot('page');

      await page.goto('/innersource/program');
      await content.getByRole('list', { name: 'Headline figures' }).waitFor();
      await shoot('program');

      await page.goto('/catalog/default/group/guests');
      for (const name of ['InnerSource', 'InnerSource projects']) {
        const card = content.getByRole('heading', { name, exact: true });
        await card.last().waitFor();
        await card.last().scrollIntoViewIfNeeded();
      }
      await shoot('group');

      await untilFound(async () => {
        await page.goto('/search?query=my-project');
        await page
          .getByText('InnerSource projects', { exact: true })
          .or(page.getByText('All', { exact: true }))
          .first()
          .click();
      }, page.getByText(/^InnerSource project · Grade/));
      await shoot('search');
      if (failures.length) {
        throw new Problem(`The pages threw errors:\n${failures.join('\n')}`);
      }
      return score;
    } catch (error) {
      await shoot('failed').catch(() => undefined);
      throw error;
    }
  } finally {
    await browser.close();
  }
}

async function tryApp(kind, options) {
  const { directory, archives, env } = options;
  const begun = Date.now();
  say(`${kind}: making a stock app.`);
  const repositories = path.join(directory, `${kind}-repositories`);
  await makeRepository(path.join(repositories, 'my-project'));
  const app = await createApp({ kind, ...options });
  const reading = Date.now();
  const done = await follow({ kind, app, archives, repositories, env });
  const installed = seconds(reading);
  const ports = await configure(app);

  say(`${kind}: starting the app.`);
  const starting = Date.now();
  const abort = new AbortController();
  const ended = { done: false };
  ended.promise = logged(`${kind}-run`, 'yarn', ['start'], {
    cwd: app,
    env,
    signal: abort.signal,
  }).finally(() => {
    ended.done = true;
  });
  ended.promise.catch(() => undefined);
  try {
    await until('the backend answered', START_MS, ended, () =>
      answers(
        `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
      ),
    );
    await until('the frontend answered', START_MS, ended, () =>
      answers(`http://localhost:${ports.frontend}`),
    );
    say(`${kind}: looking with a browser.`);
    const score = await look({ kind, frontend: ports.frontend });
    say(
      `${kind}: ${score}. ${done.commands} commands, ${done.lines} lines in ${
        done.files.size
      } files; ${installed} s of installing, ${seconds(
        starting,
      )} s from start to card, tab and page; ${seconds(begun)} s in all.`,
    );
  } finally {
    abort.abort();
    await ended.promise.catch(() => undefined);
  }
}

await main(() =>
  inSupportedNode(async () => {
    const { values, positionals: asked } = parseArgs({
      allowPositionals: true,
      options: {
        keep: { type: 'boolean' },
        packed: { type: 'string' },
        locked: { type: 'boolean' },
      },
    });
    const unknown = asked.find(kind => !KINDS[kind]);
    if (unknown) {
      throw new Problem(
        `"${unknown}" is no kind of app. Say "new" or "legacy", or nothing for both.`,
      );
    }
    await ensureInstalled();
    await rm(logs, { recursive: true, force: true });
    await mkdir(logs, { recursive: true });
    const directory = realpathSync(
      await mkdtemp(path.join(os.tmpdir(), 'innersource-install-')),
    );
    try {
      const packed = path.resolve(values.packed ?? directory);
      if (!values.packed) {
        await buildPackages(logged);
        await packPackages(packed, logged);
      }
      const archives = Object.fromEntries(
        publishedPackages().map(({ manifest }) => [
          manifest.name,
          archiveOf(packed, manifest),
        ]),
      );
      const env = await yarnInPath(directory);
      let predecessor;
      for (const kind of asked.length ? asked : Object.keys(KINDS)) {
        await tryApp(kind, {
          directory,
          archives,
          env,
          isLocked: values.locked,
          predecessor,
        });
        predecessor = values.keep ? undefined : path.join(directory, kind);
      }
      return 0;
    } finally {
      if (values.keep) {
        say(`The apps are in ${directory}.`);
      } else {
        await rm(directory, { recursive: true, force: true });
      }
    }
  }),
);
