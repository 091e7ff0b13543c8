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

import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@ispo/backstage-plugin-innersource-common';
import parseGitUrl from 'git-url-parse';

/** Longest address that is looked at; the database keeps 1,024 characters. */
const MAX_URL_LENGTH = 1000;

/** Where a project's source lies, or why nowhere. */
export type SourceLocation =
  | { repository: RepositoryRef; path: string }
  | { repository: null; reason: string };

/** A remote or local place as an annotation names it. */
interface Location {
  type: 'url' | 'file';
  target: string;
  /** True when it is the entity's own file rather than a directory. */
  isEntityFile: boolean;
}

/**
 * Finds the repository and path of an entity: `backstage.io/source-location`,
 * else the directory of the file in `backstage.io/managed-by-location`.
 */
export class SourceLocator {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #allowedLocalDirectories: readonly string[];

  static create(options: {
    integrations: ScmIntegrationRegistry;
    /** Directories in which repositories may be read by local path. */
    allowedLocalDirectories: readonly string[];
  }): SourceLocator {
    return new SourceLocator(options);
  }

  private constructor(options: {
    integrations: ScmIntegrationRegistry;
    allowedLocalDirectories: readonly string[];
  }) {
    this.#integrations = options.integrations;
    this.#allowedLocalDirectories = options.allowedLocalDirectories;
  }

  async locate(entity: Entity): Promise<SourceLocation> {
    const location = readLocation(entity);
    if ('reason' in location) {
      return { repository: null, reason: location.reason };
    }
    return location.type === 'file'
      ? locateLocal(location, this.#allowedLocalDirectories)
      : locateRemote(location, this.#integrations);
  }
}

function readLocation(entity: Entity): Location | { reason: string } {
  const annotations = entity.metadata.annotations ?? {};
  const source = annotations[ANNOTATION_SOURCE_LOCATION];
  const managedBy = annotations[ANNOTATION_LOCATION];
  const annotation = source ?? managedBy;
  if (!annotation) {
    return {
      reason: `The entity has no ${ANNOTATION_SOURCE_LOCATION} annotation. Add one that points at its repository.`,
    };
  }
  if (annotation.length > MAX_URL_LENGTH || hasControlCharacters(annotation)) {
    return refuse(
      'is longer than 1,000 characters or holds control characters',
    );
  }
  let parsed: { type: string; target: string };
  try {
    parsed = parseLocationRef(annotation);
  } catch {
    return refuse('is not of the form <type>:<target>');
  }
  const isEntityFile = source === undefined;
  if (parsed.type === 'file') {
    return { type: 'file', target: parsed.target, isEntityFile };
  }
  if (parsed.type === 'url') {
    return parsed.target.startsWith('file:')
      ? { type: 'file', target: parsed.target, isEntityFile }
      : { type: 'url', target: parsed.target, isEntityFile };
  }
  return isEntityFile
    ? {
        reason: `The entity does not come from a repository. Add a ${ANNOTATION_SOURCE_LOCATION} annotation that points at one.`,
      }
    : refuse('has a type other than url and file');
}

function locateRemote(
  location: Location,
  integrations: ScmIntegrationRegistry,
): SourceLocation {
  const remote = normalizeRepositoryUrl(location.target, integrations);
  if ('reason' in remote) {
    return { repository: null, reason: remote.reason };
  }
  const path =
    location.isEntityFile || remote.isFile
      ? dirname(remote.path || '.').replace(/^\.$/, '')
      : remote.path;
  return { repository: remote.repository, path };
}

/**
 * Splits the address of a place in a repository into the repository's
 * normalised address and the path inside it. The branch in an address is left
 * out: the default branch is evaluated.
 */
export function normalizeRepositoryUrl(
  address: string,
  integrations: ScmIntegrationRegistry,
):
  | { repository: RepositoryRef; path: string; isFile: boolean }
  | { reason: string } {
  if (address.length > MAX_URL_LENGTH || hasControlCharacters(address)) {
    return refuse(
      'is longer than 1,000 characters or holds control characters',
    );
  }
  // The short form of ssh is the only one without `://`.
  const full = address.replace(
    /^([\w.-]{1,64}@[\w.-]{1,255}):(?=[^/:])/,
    'ssh://$1/',
  );
  if (!/^(https?|ssh):\/\//i.test(full)) {
    return refuse('does not start with https://, http:// or ssh://');
  }
  let parsed: parseGitUrl.GitUrl;
  let url: URL;
  try {
    parsed = parseGitUrl(full);
    url = new URL(full);
  } catch {
    return refuse('is not an address of a repository');
  }
  if (!/^[a-z0-9[][a-z0-9.:[\]_-]*$/i.test(url.host)) {
    return refuse('has no valid host name');
  }

  let { filepath } = parsed;
  // Gitea's addresses say `src/branch/<name>/<path>`.
  if (parsed.filepathtype === 'src' && parsed.ref === 'branch') {
    filepath = filepath.split('/').slice(1).join('/');
  }
  if (filepath === undefined && url.searchParams.has('path')) {
    filepath = url.searchParams.get('path') ?? '';
  }
  const path = trimSlashes(filepath ?? '');
  if (path.split('/').some(part => part === '..' || part === '.')) {
    return refuse("has '.' or '..' in its path");
  }

  let pathname: string;
  try {
    pathname = trimSlashes(new URL(parsed.toString('https')).pathname);
  } catch {
    return refuse('is not an address of a repository');
  }
  const fullName = pathname.replace(/\.git$/i, '');
  const isGitFile = fullName !== pathname;
  if (fullName === '' || (!isGitFile && !fullName.includes('/'))) {
    return refuse('lacks the name of a repository');
  }
  const host = url.host.toLowerCase();
  const hasIntegration = Boolean(integrations.byHost(host));
  const isSsh = url.protocol === 'ssh:';
  const origin =
    isSsh && !hasIntegration
      ? `ssh://${url.username ? `${url.username}@` : ''}${host}`
      : `${isSsh ? 'https:' : url.protocol}//${host}`;
  return {
    repository: { url: `${origin}/${fullName}`, host, fullName },
    path,
    isFile: parsed.filepathtype === 'blob',
  };
}

async function locateLocal(
  location: Location,
  allowedDirectories: readonly string[],
): Promise<SourceLocation> {
  let target: string;
  try {
    target = location.target.startsWith('file:')
      ? fileURLToPath(location.target)
      : location.target;
  } catch {
    return { repository: null, ...refuse('is not a valid file address') };
  }
  if (!isAbsolute(target)) {
    return {
      repository: null,
      ...refuse('names a local path that is not absolute'),
    };
  }
  const allowed = (
    await Promise.all(allowedDirectories.map(realpathOrUndefined))
  ).filter((directory): directory is string => directory !== undefined);
  const place = await realpathOrUndefined(target);
  const start =
    place && (await isFile(place)) ? dirname(place) : place ?? undefined;
  const isAllowed = (directory: string) =>
    allowed.some(root => isWithin(directory, root));
  if (!start || !isAllowed(start)) {
    return {
      repository: null,
      reason: `The entity comes from a file on the backend's disk, in no directory that may be read. Add its repository's directory to innersource.git.allowedLocalDirectories, or give the entity a ${ANNOTATION_SOURCE_LOCATION} annotation.`,
    };
  }
  for (
    let directory = start;
    isAllowed(directory);
    directory = dirname(directory)
  ) {
    if (await exists(join(directory, '.git'))) {
      const url = pathToFileURL(directory).href;
      return {
        repository: {
          url,
          host: '',
          fullName: trimSlashes(new URL(url).pathname),
        },
        path: relative(directory, start).split(sep).join('/'),
      };
    }
    if (directory === dirname(directory)) {
      break;
    }
  }
  return {
    repository: null,
    reason: `The entity's file lies in no git repository inside innersource.git.allowedLocalDirectories. Allow the repository's top directory, or give the entity a ${ANNOTATION_SOURCE_LOCATION} annotation.`,
  };
}

function refuse(why: string): { reason: string } {
  return {
    reason: `The entity's source location ${why}. Correct its ${ANNOTATION_SOURCE_LOCATION} annotation.`,
  };
}

function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) {
      return true;
    }
  }
  return false;
}

function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '/') {
    start += 1;
  }
  while (end > start && text[end - 1] === '/') {
    end -= 1;
  }
  return text.slice(start, end);
}

function isWithin(path: string, directory: string): boolean {
  const rest = relative(directory, path);
  return (
    rest === '' ||
    (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
  );
}

async function realpathOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await realpath(resolve(path));
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path)).isFile();
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
