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

import { isError } from '@backstage/errors';
import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { SourceErrorKind } from '../source';
import { redact } from './redact';

/** The newest part of what git writes to stderr is kept, in characters. */
const MAX_STDERR = 8 * 1024;

/** Variables of this process that git and ssh need to reach a host at all. */
const INHERITED_VARIABLES = [
  'PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SSH_AUTH_SOCK',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
];

/**
 * A git command that failed.
 */
export class GitError extends Error {
  readonly name = 'GitError';
  readonly kind: SourceErrorKind;
  /** The end of git's error output, redacted. */
  readonly stderr: string;

  constructor(kind: SourceErrorKind, message: string, stderr: string = '') {
    super(message);
    this.kind = kind;
    this.stderr = stderr;
  }
}

/** Settings of one git command. */
export interface GitCommand {
  /** Subcommand and its arguments. */
  args: string[];
  /** The repository's directory; absent only for commands that look at none. */
  gitDirectory?: string;
  /** Where the objects lie when not in `gitDirectory`. */
  objectDirectory?: string;
  /** Configuration for this command only; passed by environment, so that it shows in no process list. */
  config?: ReadonlyArray<readonly [key: string, value: string]>;
  /** A file of configuration that also holds for the programs git starts on other repositories. */
  configFile?: string;
  /** Transports this command may use; none by default. */
  protocols?: readonly string[];
  /** Written to the command's standard input. */
  input?: string | Iterable<string>;
  /** Never to be seen in an error. */
  secrets?: readonly string[];
  timeoutMs?: number;
  /** Asked about every second while the command runs; a returned error ends it. */
  watch?: () => Promise<GitError | undefined>;
  signal: AbortSignal;
}

/**
 * Runs the `git` program so that nothing of a repository, a URL or this
 * machine's configuration can make it do more than it is asked to: no shell, no
 * system or user configuration, no hooks, no prompts, no transport but those
 * named, and an end to every command.
 */
export class Git {
  readonly #program: string;
  readonly #timeoutMs: number;
  readonly #onCommand?: (args: readonly string[]) => void;

  static create(options: {
    timeoutMs: number;
    program?: string;
    /** Told the arguments of every command, e.g. to count them. */
    onCommand?: (args: readonly string[]) => void;
  }): Git {
    return new Git(options);
  }

  private constructor(options: {
    timeoutMs: number;
    program?: string;
    onCommand?: (args: readonly string[]) => void;
  }) {
    this.#program = options.program ?? 'git';
    this.#timeoutMs = options.timeoutMs;
    this.#onCommand = options.onCommand;
  }

  /** Runs a command and returns its output, which must not exceed `maxBytes`. */
  async text(command: GitCommand & { maxBytes?: number }): Promise<string> {
    const maxBytes = command.maxBytes ?? 1024 * 1024;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.stream(command)) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new GitError(
          'too-large',
          `git ${command.args[0]} answered with more than ${maxBytes} bytes`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /**
   * Runs a command and yields its output as it comes; git waits while the
   * consumer is busy. Leaving the loop early ends the command.
   */
  async *stream(command: GitCommand): AsyncGenerator<Buffer, void, void> {
    const { signal } = command;
    signal.throwIfAborted();
    this.#onCommand?.(command.args);

    const child = spawn(this.#program, command.args, {
      env: environment(command),
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that helpers such as git-remote-https and ssh end with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });

    let failure: Error | undefined;
    let finished = false;
    const end = (reason: Error) => {
      failure ??= reason;
      if (!finished) {
        kill(child);
      }
    };

    let stderr = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      stderr = (stderr + text).slice(-MAX_STDERR);
    });

    const exited = new Promise<number | null>(resolve => {
      child.once('error', error => {
        failure ??= startFailure(error);
        // Without a process there is neither an exit nor an end of output.
        child.stdout.destroy();
        resolve(null);
      });
      child.once('close', code => resolve(code));
    });

    const onAbort = () =>
      end(
        isError(signal.reason)
          ? signal.reason
          : new Error('Reading was aborted'),
      );
    signal.addEventListener('abort', onAbort, { once: true });

    const timeoutMs = command.timeoutMs ?? this.#timeoutMs;
    const timer = setTimeout(
      () =>
        end(
          new GitError(
            'timeout',
            `git ${command.args[0]} did not finish within ${Math.round(
              timeoutMs / 1000,
            )} seconds`,
          ),
        ),
      timeoutMs,
    );
    const { watch } = command;
    const watcher =
      watch &&
      setInterval(() => {
        watch().then(
          error => error && end(error),
          error => end(error),
        );
      }, 1000);

    // Git may close its input early; what it says on stderr tells why.
    child.stdin.on('error', () => {});
    const writing = write(child, command.input);

    try {
      for await (const chunk of child.stdout) {
        yield chunk as Buffer;
      }
      await writing;
      const code = await exited;
      finished = true;
      if (failure) {
        throw failure;
      }
      if (code !== 0) {
        throw commandFailure(
          command.args[0],
          code,
          redact(stderr, command.secrets),
        );
      }
    } catch (error) {
      throw failure ?? error;
    } finally {
      clearTimeout(timer);
      clearInterval(watcher);
      signal.removeEventListener('abort', onAbort);
      if (!finished) {
        kill(child);
      }
    }
  }
}

async function write(
  child: ChildProcessWithoutNullStreams,
  input: GitCommand['input'],
): Promise<void> {
  const { stdin } = child;
  if (input !== undefined) {
    for (const part of typeof input === 'string' ? [input] : input) {
      if (stdin.destroyed) {
        return;
      }
      if (!stdin.write(part)) {
        await new Promise<void>(resolve => {
          const go = () => {
            stdin.off('drain', go);
            stdin.off('close', go);
            resolve();
          };
          stdin.once('drain', go);
          stdin.once('close', go);
        });
      }
    }
  }
  stdin.end();
}

function kill(child: ChildProcessWithoutNullStreams): void {
  child.stdout.destroy();
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  // Asked first, git takes its lock files and half-written packs away.
  sendSignal(pid, 'SIGTERM');
  const timer = setTimeout(() => sendSignal(pid, 'SIGKILL'), 5000);
  timer.unref();
  child.once('close', () => clearTimeout(timer));
}

function sendSignal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}

function environment(command: GitCommand): NodeJS.ProcessEnv {
  const protocols = command.protocols ?? [];
  const env: NodeJS.ProcessEnv = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: command.configFile ?? devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_PAGER: 'cat',
    // Writing once per commit would make a long log twice as slow.
    GIT_FLUSH: '0',
    // An empty list would mean git's own defaults.
    GIT_ALLOW_PROTOCOL: protocols.length ? protocols.join(':') : 'none',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30',
    GIT_SSH_VARIANT: 'ssh',
  };
  for (const name of INHERITED_VARIABLES) {
    if (process.env[name] !== undefined) {
      env[name] = process.env[name];
    }
  }
  // Keys and known hosts are in the home directory; a `.netrc` for https is not to be used.
  if (protocols.includes('ssh') && process.env.HOME !== undefined) {
    env.HOME = process.env.HOME;
  }
  if (command.gitDirectory) {
    env.GIT_DIR = command.gitDirectory;
  }
  if (command.objectDirectory) {
    env.GIT_OBJECT_DIRECTORY = command.objectDirectory;
  }

  const config: Array<readonly [string, string]> = [
    ['core.hooksPath', devNull],
    ['core.fsmonitor', 'false'],
    ['core.attributesFile', devNull],
    ['core.bigFileThreshold', '16m'],
    ['credential.helper', ''],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['fetch.unpackLimit', '1'],
    ['fetch.recurseSubmodules', 'false'],
    // Git would send the credentials along to whatever host it is sent on to.
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '100'],
    ['http.lowSpeedTime', '60'],
    ['i18n.logOutputEncoding', 'UTF-8'],
    ['log.showSignature', 'false'],
    ['log.showRoot', 'true'],
    ['protocol.version', '2'],
    ['safe.bareRepository', 'all'],
    ['transfer.credentialsInUrl', 'die'],
    ...(command.config ?? []),
  ];
  env.GIT_CONFIG_COUNT = String(config.length);
  config.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return env;
}

function startFailure(error: Error): GitError {
  if (isError(error) && error.code === 'ENOENT') {
    return new GitError(
      'local',
      'The git program was not found. Install git (2.31 or newer) where the backend runs and make sure that it is in its PATH.',
    );
  }
  return new GitError(
    'local',
    `The git program could not be started (${error.message}). Check the installation of git where the backend runs.`,
  );
}

const FAILURES: ReadonlyArray<{
  kind: SourceErrorKind;
  pattern: RegExp;
  message: string;
}> = [
  {
    kind: 'local',
    pattern:
      /No space left on device|Disk quota exceeded|unable to create temporary|file write error|write error: |Read-only file system|out of memory|cannot mkdir|unable to write|unable to create '/i,
    message:
      "git could not write to the cache directory. Free disk space, check the directory's permissions, or set innersource.git.cacheDirectory to another place.",
  },
  {
    kind: 'unauthorized',
    pattern:
      /could not read (?:Username|Password)|Authentication failed|Permission denied \(|HTTP 40[13]|error: 40[13]|Host key verification failed/i,
    message:
      'The host refused access. Check that the repository exists, and that the credentials for this host under integrations in the configuration may read it.',
  },
  {
    kind: 'not-found',
    pattern:
      /repository .{0,2000}not found|does not appear to be a git repository|error: 404|HTTP 404|Repository not found/i,
    message:
      "The host has no such repository, or hides it from these credentials. Check the entity's source location and the credentials for this host.",
  },
  {
    kind: 'not-found',
    pattern: /error: 30[12378]/i,
    message:
      "The host says that the repository has moved. Put its new address into the entity's source location.",
  },
  {
    kind: 'rate-limited',
    pattern: /error: 429|HTTP 429|Too Many Requests/i,
    message:
      'The host asks for fewer requests. It is tried again later; nothing needs to be done.',
  },
  {
    kind: 'timeout',
    pattern:
      /Connection timed out|Operation timed out|Operation too slow|timed out after/i,
    message:
      'The host did not answer in time. Check that it can be reached from the backend.',
  },
  {
    kind: 'rejected',
    pattern: /transport '.{0,100}' not allowed|strange (?:hostname|pathname)/i,
    message:
      'This kind of address is not allowed. Use an https or ssh address of a repository.',
  },
];

function commandFailure(
  name: string,
  code: number | null,
  stderr: string,
): GitError {
  const failure = FAILURES.find(({ pattern }) => pattern.test(stderr));
  if (failure) {
    return new GitError(failure.kind, failure.message, stderr);
  }
  const line =
    stderr
      .split('\n')
      .reverse()
      .find(text => /^(?:fatal|error):/.test(text)) ??
    `it ended with status ${code}`;
  return new GitError(
    'unavailable',
    `git ${name} failed: ${line.slice(0, 300)}`,
    stderr,
  );
}
