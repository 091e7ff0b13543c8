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

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from './Git';
import { redact } from './redact';
import { useTemporaryDirectory } from './testUtils';

jest.setTimeout(240_000);

const temporary = useTemporaryDirectory();
const signal = new AbortController().signal;

function gitThat(script: string): Git {
  const program = join(temporary.path, 'git');
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return Git.create({ timeoutMs: 60_000, program });
}

describe('Git', () => {
  it.each([
    ['local', 'fatal: write error: No space left on device'],
    ['local', 'fatal: unable to create temporary file: Disk quota exceeded'],
    [
      'unauthorized',
      "fatal: could not read Username for 'https://x': disabled",
    ],
    ['unauthorized', "fatal: Authentication failed for 'https://x/'"],
    ['unauthorized', 'git@x: Permission denied (publickey).'],
    ['not-found', "fatal: repository 'https://x/y/' not found"],
    ['not-found', 'remote: Repository not found.'],
    ['rate-limited', 'fatal: The requested URL returned error: 429'],
    ['timeout', 'fatal: Failed to connect to x port 443: Connection timed out'],
    ['rejected', "fatal: transport 'ext' not allowed"],
    ['unavailable', 'fatal: Could not resolve host: example.com'],
    ['unavailable', 'something else'],
  ])('takes for %s: %s', async (kind, stderr) => {
    const git = gitThat(`cat >&2 <<'END'\n${stderr}\nEND\nexit 128`);
    await expect(git.text({ args: ['fetch'], signal })).rejects.toMatchObject({
      name: 'GitError',
      kind,
      stderr: `${stderr}\n`,
    });
  });

  it('hides secrets in what git says', async () => {
    const git = gitThat(
      'echo "fatal: cannot use c2VjcmV0 at https://user:pw@example.com/" >&2; exit 1',
    );
    const failure = git.text({
      args: ['fetch'],
      secrets: ['c2VjcmV0'],
      signal,
    });
    await expect(failure).rejects.toThrow(
      'git fetch failed: fatal: cannot use <redacted> at https://<redacted>@example.com/',
    );
    expect(redact('Authorization: Basic abc\nok')).toBe(
      'Authorization: <redacted>\nok',
    );
  });

  it('gives git an environment of its own', async () => {
    process.env.GIT_SSH_COMMAND_TEST = 'leaks';
    process.env.GIT_DIR = '/nowhere';
    try {
      const output = await gitThat('env').text({
        args: ['log'],
        protocols: ['https'],
        config: [['http.extraHeader', 'x']],
        signal,
      });
      const env = new Map(
        output.split('\n').map(line => {
          const equals = line.indexOf('=');
          return [line.slice(0, equals), line.slice(equals + 1)];
        }),
      );
      expect(env.has('GIT_SSH_COMMAND_TEST')).toBe(false);
      expect(env.has('GIT_DIR')).toBe(false);
      expect(env.has('HOME')).toBe(false);
      expect(env.get('GIT_ALLOW_PROTOCOL')).toBe('https');
      expect(env.get('GIT_TERMINAL_PROMPT')).toBe('0');
      const count = Number(env.get('GIT_CONFIG_COUNT'));
      expect(env.get(`GIT_CONFIG_KEY_${count - 1}`)).toBe('http.extraHeader');
    } finally {
      delete process.env.GIT_SSH_COMMAND_TEST;
      delete process.env.GIT_DIR;
    }
  });

  it('bounds the output', async () => {
    await expect(
      gitThat('yes').text({ args: ['log'], maxBytes: 1000, signal }),
    ).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('ends programs that outlive git', async () => {
    const trace = join(temporary.path, 'trace');
    writeFileSync(trace, '');
    await expect(
      gitThat(
        `(for turn in $(seq 600); do echo x >> ${trace}; sleep 0.1; done) & exit 0`,
      ).text({ args: ['fetch'], timeoutMs: 1000, signal }),
    ).rejects.toMatchObject({ kind: 'timeout' });
    // One that lives on writes ten lines a second.
    const { size } = statSync(trace);
    await new Promise(resolve => setTimeout(resolve, 1000));
    expect(statSync(trace).size - size).toBeLessThan(5);
  });

  it('bounds the time, also of programs that git starts', async () => {
    const started = Date.now();
    await expect(
      gitThat('sleep 600 & wait').text({
        args: ['fetch'],
        timeoutMs: 200,
        signal,
      }),
    ).rejects.toMatchObject({ kind: 'timeout' });
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});
