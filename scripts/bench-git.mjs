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

// Measures what the git source costs, against git itself in the same run:
//
//   yarn bench:git [--commits=100000] [--runs=5] [--repository=/path/to/another]
//
// Ends with status 1 when a bound of docs/git-source.md is broken.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const MAX_RATIO = 1.5;
const MAX_MEMORY_MB = 200;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));

if (!process.env.INNERSOURCE_BENCH) {
  // The sources are TypeScript; Backstage's own loader reads them.
  const loader = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const { status } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(loader).href, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, INNERSOURCE_BENCH: '1' } },
  );
  process.exit(status ?? 1);
}

const { values: options } = parseArgs({
  options: {
    commits: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    repository: { type: 'string' },
  },
});
const runs = Number(options.runs);

const plainGit = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
};

/**
 * Writes a repository whose content depends on the number of commits alone:
 * some 400 people, a quarter of them with two identities, 30 directories, a
 * merge every 12 commits.
 */
async function buildRepository(directory, commits) {
  spawnSync('git', ['init', '--quiet', '--bare', directory], { env: plainGit });
  const child = spawn('git', ['fast-import', '--quiet'], {
    env: { ...plainGit, GIT_DIR: directory },
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', code =>
      code === 0 ? done() : failed(new Error(`git fast-import: ${code}`)),
    );
  });
  const write = async text => {
    if (!child.stdin.write(text)) {
      await new Promise(drained => {
        child.stdin.once('drain', drained);
      });
    }
  };
  let seed = 42;
  const random = below => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };

  const mailmap = Array.from(
    { length: 100 },
    (_, n) =>
      `Person ${n * 4} <person${n * 4}@example.com> <p${
        n * 4
      }@old.example.com>\n`,
  ).join('');
  const end = Math.floor(Date.UTC(2026, 0, 1) / 1000);
  const start = end - commits * 3600;
  for (let n = 1; n <= commits; n++) {
    const person = Math.min(random(400), random(400));
    const email =
      person % 4 === 0 && random(2)
        ? `p${person}@old.example.com`
        : `person${person}@example.com`;
    const zone = ['+0000', '+0530', '-0800', '+0200'][person % 4];
    const message = `Change ${n}\n\nWhat was changed and why, in a line or two of text.\n`;
    const path = `dir${random(30)}/sub${random(5)}/file${random(40)}.ts`;
    const content = `export const value = ${n};\n`;
    const isMerge = n > 12 && n % 12 === 0;
    await write(
      [
        'commit refs/heads/main',
        `mark :${n}`,
        `author Person ${person} <${email}> ${start + n * 3600 - 900} ${zone}`,
        `committer Person ${person} <${email}> ${start + n * 3600} +0000`,
        `data ${Buffer.byteLength(message)}`,
        message,
        ...(n > 1 ? [`from :${n - 1}`] : []),
        ...(isMerge ? [`merge :${n - 6}`] : []),
        ...(n === 1
          ? [
              'M 100644 inline .mailmap',
              `data ${mailmap.length}`,
              mailmap,
              'M 100644 inline README.md',
              'data 9',
              '# Bench\n\n',
            ]
          : []),
        ...(isMerge
          ? []
          : [`M 100644 inline ${path}`, `data ${content.length}`, content]),
        '',
      ].join('\n'),
    );
  }
  child.stdin.end();
  await ended;
  spawnSync('git', ['symbolic-ref', 'HEAD', 'refs/heads/main'], {
    env: { ...plainGit, GIT_DIR: directory },
  });
}

/** Most memory that this process and, where it can be seen, its children take, in MB. */
function watchMemory() {
  const peak = { own: 0, children: 0 };
  const look = () => {
    peak.own = Math.max(peak.own, process.memoryUsage.rss() / 1024 ** 2);
    try {
      const children = readFileSync(
        `/proc/${process.pid}/task/${process.pid}/children`,
        'utf8',
      );
      for (const pid of children.split(' ').filter(Boolean)) {
        const rss = /RssAnon:\s+(\d+)/.exec(
          readFileSync(`/proc/${pid}/status`, 'utf8'),
        );
        peak.children = Math.max(peak.children, Number(rss?.[1] ?? 0) / 1024);
      }
    } catch {
      // Not Linux, or the child has just ended.
    }
  };
  look();
  const timer = setInterval(look, 5);
  return {
    stop() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}

async function measure(title, repository, paths, { GitRepositorySource }) {
  let commands = [];
  const cacheDirectory = mkdtempSync(join(tmpdir(), 'innersource-bench-'));
  const source = GitRepositorySource.create({
    cacheDirectory,
    maxCacheSize: 1024 ** 3,
    maxRepositorySize: 1024 ** 3,
    timeoutMs: 600_000,
    allowedLocalDirectories: [repository],
    allowedProtocols: [],
    concurrency: 1,
    onGitCommand: args => commands.push(args),
  });
  const request = {
    repository: {
      url: pathToFileURL(repository).href,
      host: '',
      fullName: 'bench',
    },
    paths,
    documents: {
      stems: ['readme', 'contributing', 'license'],
      names: [],
      directories: ['', '.github', 'docs'],
      contentsOf: [],
      paths: [],
      listings: [],
    },
  };
  const context = {
    signal: new AbortController().signal,
    logger: { debug() {}, info() {}, warn: console.warn, error: console.error },
  };
  const read = async token => {
    for await (const result of source.readFacts(
      [{ ...request, token }],
      context,
    )) {
      if (result.outcome === 'failed') {
        throw new Error(result.message);
      }
      return result;
    }
    throw new Error('No result');
  };

  const gitDirectory = existsSync(join(repository, '.git'))
    ? join(repository, '.git')
    : repository;
  const bare = args => {
    const started = performance.now();
    const { status } = spawnSync(
      'git',
      ['-c', 'mailmap.blob=HEAD:.mailmap', ...args],
      {
        env: { ...plainGit, GIT_DIR: gitDirectory, GIT_LITERAL_PATHSPECS: '1' },
        stdio: 'ignore',
      },
    );
    if (status !== 0) {
      throw new Error(`git log ended with status ${status}`);
    }
    return performance.now() - started;
  };

  try {
    const idle = process.memoryUsage.rss() / 1024 ** 2;
    const memory = watchMemory();
    const readings = [];
    const bares = [];
    let first;
    let log;
    for (let run = 0; run < runs + 1; run++) {
      commands = [];
      const started = performance.now();
      first = await read();
      const took = performance.now() - started;
      log = commands.find(args => args[0] === 'log');
      const bareTook = bare(log);
      // The first run warms the file system's cache for both.
      if (run > 0) {
        readings.push(took);
        bares.push(bareTook);
      }
    }
    const peak = memory.stop();

    commands = [];
    const started = performance.now();
    const second = await read(first.token);
    const unchangedTook = performance.now() - started;
    const unchangedCommands = commands.map(([name]) => name).join(', ');

    const activity = first.facts.commits[''].value;
    const ratio = Math.min(...readings) / Math.min(...bares);
    const grown = peak.own - idle;
    console.log(`\n${title}`);
    console.log(
      `  ${activity.total} commits, ${activity.authorCount} authors, ${paths.length} path(s), best of ${runs} runs`,
    );
    console.log(
      `  bare git log, same format  ${Math.min(...bares).toFixed(0)} ms`,
    );
    console.log(
      `  reading all facts          ${Math.min(...readings).toFixed(
        0,
      )} ms, ${ratio.toFixed(2)} times (at most ${MAX_RATIO})`,
    );
    console.log(
      `  memory above idle          ${grown.toFixed(
        0,
      )} MB (at most ${MAX_MEMORY_MB}); git itself ${peak.children.toFixed(
        0,
      )} MB`,
    );
    console.log(
      `  unchanged                  ${unchangedTook.toFixed(0)} ms, ${
        second.outcome
      }, git commands: ${unchangedCommands}`,
    );
    const broken = [
      ratio > MAX_RATIO && 'time',
      grown > MAX_MEMORY_MB && 'memory',
      (second.outcome !== 'unchanged' || unchangedCommands !== 'ls-remote') &&
        'work for an unchanged repository',
    ].filter(Boolean);
    for (const bound of broken) {
      console.log(`  BROKEN BOUND: ${bound}`);
    }
    return broken.length === 0;
  } finally {
    rmSync(cacheDirectory, { recursive: true, force: true });
  }
}

const source = require('@ispo/backstage-plugin-innersource-node');
let repository = options.repository && resolve(options.repository);
let temporary;
if (!repository) {
  temporary = mkdtempSync(join(tmpdir(), 'innersource-bench-'));
  repository = join(temporary, 'repository.git');
  console.log(`Building a repository of ${options.commits} commits …`);
  await buildRepository(repository, Number(options.commits));
}
try {
  const directories = spawnSync(
    'git',
    ['ls-tree', '-d', '--name-only', 'HEAD'],
    {
      env: {
        ...plainGit,
        GIT_DIR: existsSync(join(repository, '.git'))
          ? join(repository, '.git')
          : repository,
      },
    },
  )
    .stdout.toString()
    .split('\n')
    .filter(Boolean);
  const good = [
    await measure('Whole repository', repository, [''], source),
    await measure(
      'Monorepo with projects in its directories',
      repository,
      ['', ...directories.slice(0, 10)],
      source,
    ),
  ];
  process.exitCode = good.every(Boolean) ? 0 : 1;
} finally {
  if (temporary) {
    rmSync(temporary, { recursive: true, force: true });
  }
}
