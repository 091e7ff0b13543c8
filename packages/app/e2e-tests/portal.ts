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
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { APIRequestContext, expect, Locator, Page } from '@playwright/test';

/** Of the repository. */
export const root = path.resolve(__dirname, '../../..');
const state = path.join(root, '.local/e2e');

export const BACKEND = process.env.BACKEND_URL ?? 'http://localhost:7107';
export const THIS_PROJECT = 'backstage-plugin-innersource';

/** What the plugin draws among the cards of others, who do not tell the language. */
export const OURS = 'div[lang]';

/** The backend may end an idle connection at the moment of its next use. */
const RELIABLY = { maxRetries: 3 };

/** What earlier runs left behind. */
export function clear() {
  rmSync(state, { recursive: true, force: true });
  mkdirSync(path.join(state, 'catalog'), { recursive: true });
}

export async function signIn(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
}

/** Options of a request to the backend by the signed-in guest. */
export async function asGuest(request: APIRequestContext) {
  const session = await request.post(
    `${BACKEND}/api/auth/guest/refresh`,
    RELIABLY,
  );
  const { backstageIdentity } = await session.json();
  return {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
    ...RELIABLY,
  };
}

/** The backend's own answer, as the signed-in guest gets it. */
export async function readInnerSource(
  request: APIRequestContext,
  resource: string,
) {
  const response = await request.get(
    `${BACKEND}/api/innersource/${resource}`,
    await asGuest(request),
  );
  return response.ok() ? response.json() : undefined;
}

/** Presses buttons that are no longer found afterwards, and those that then appear. */
export async function pressAll(buttons: Locator) {
  await expect(async () => {
    await buttons.evaluateAll((all: HTMLElement[]) =>
      all.forEach(button => button.click()),
    );
    await expect(buttons).toHaveCount(0, { timeout: 100 });
  }).toPass({ timeout: 180_000 });
}

/** The backend's own answer about a project. */
export async function readProject(request: APIRequestContext, name: string) {
  return readInnerSource(request, `projects/by-name/component/default/${name}`);
}

/** Makes a git repository with the given files, one commit, and its path. */
export function makeRepository(name: string, files: Record<string, string>) {
  const directory = path.join(state, 'repositories', name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: directory, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git(
    ...['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'],
    ...['commit', '--quiet', '-m', 'Greet people'],
  );
  return directory;
}

/** Registers a repository in the running portal, as its users do. */
export function register(repository: string) {
  execFileSync(
    process.execPath,
    [
      path.join(root, 'scripts/register.mjs'),
      repository,
      ...['--into', path.join(state, 'catalog')],
      ...['--owner', 'innersource-plugin-maintainers'],
    ],
    { stdio: 'pipe' },
  );
}
