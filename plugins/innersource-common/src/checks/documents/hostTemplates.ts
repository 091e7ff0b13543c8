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

import {
  Evidence,
  ProjectFacts,
  RepositoryDocument,
  Told,
  Unknown,
} from '../../model';
import { tell } from '../../texts';
import { CheckOutcome } from '../definition';
import { fail, inconclusive, partial, pass } from '../outcomes';
import { baseNameOf, comparePaths, directoryOf } from './fileNames';
import { findDocument } from './lookup';
import { parseDocument } from './parse';
import { parseYamlMapping } from './parse/frontMatter';
import { TreeIndex } from './treeIndex';

const ISSUE_DIRECTORIES = ['.github/issue_template', '.gitlab/issue_templates'];

const PULL_REQUEST_DIRECTORIES = [
  '.github/pull_request_template',
  'pull_request_template',
  'docs/pull_request_template',
  '.gitlab/merge_request_templates',
];

/**
 * Looks for issue templates where hosts read them: issue forms with name,
 * description and body, Markdown with name and about in its front matter, GitLab's
 * templates, and the single file of old.
 */
export function findIssueTemplates(facts: ProjectFacts): CheckOutcome {
  const { documents, doubt } = filesIn(facts, ISSUE_DIRECTORIES);
  const templates = documents.filter(
    ({ path }) => !/^config\.ya?ml$/.test(baseNameOf(path).toLowerCase()),
  );
  const checked = templates.map(document => ({
    document,
    problem: problemOf(document),
  }));
  const valid = checked.filter(({ problem }) => !problem);
  if (valid.length) {
    const [{ document }] = valid;
    return pass({
      path: document.path,
      ...tell(
        isDefault(document) ? 'default-issue-templates' : 'issue-templates',
        { count: valid.length, path: document.path },
      ),
    });
  }
  const single = findDocument(facts, { stems: ['issue_template'] });
  if (single.status === 'found' && single.document.text.trim()) {
    const { path } = single.document;
    return pass({ path, ...foundAt(single.document) });
  }
  if (checked.length) {
    return partial(
      0.5,
      ...checked
        .map(({ problem }) => problem)
        .filter(problem => problem !== undefined),
    );
  }
  if (single.status === 'unread') {
    return pass({ path: single.path, ...tell('found', { path: single.path }) });
  }
  if (doubt) {
    return inconclusive(doubt);
  }
  if (single.status === 'unknown') {
    return inconclusive(single);
  }
  return fail(tell('no-issue-template'));
}

/** Looks for pull or merge request templates where hosts read them. */
export function findPullRequestTemplates(facts: ProjectFacts): CheckOutcome {
  const single = findDocument(facts, {
    stems: ['pull_request_template'],
    paths: ['.azuredevops/pull_request_template.md'],
  });
  if (single.status === 'found' && single.document.text.trim()) {
    const { path } = single.document;
    return pass({ path, ...foundAt(single.document) });
  }
  if (single.status === 'unread') {
    return pass({ path: single.path, ...tell('found', { path: single.path }) });
  }
  const { documents, doubt } = filesIn(facts, PULL_REQUEST_DIRECTORIES);
  const [first] = documents.filter(({ text }) => text.trim());
  if (first) {
    return pass({ path: first.path, ...foundAt(first) });
  }
  if (single.status === 'found') {
    const { path } = single.document;
    return fail({ path, ...tell('empty', { path }) });
  }
  if (doubt) {
    return inconclusive(doubt);
  }
  if (single.status === 'unknown') {
    return inconclusive(single);
  }
  return fail(tell('no-pull-request-template'));
}

/** Documents in directories at the repository's root, and whether some may be missing. */
function filesIn(
  { repository: { documents, tree } }: ProjectFacts,
  directories: readonly string[],
): { documents: RepositoryDocument[]; doubt?: Evidence | Unknown } {
  const found = documents
    .filter(({ path }) => directories.includes(directoryOf(path).toLowerCase()))
    .sort((a, b) => comparePaths(b.origin, a.origin));
  if (!tree.known) {
    return { documents: found, doubt: tree };
  }
  const index = TreeIndex.of(tree.value);
  const read = new Set(found.map(({ path }) => path.toLowerCase()));
  for (const directory of directories) {
    if (!index.isListed(directory)) {
      return {
        documents: found,
        doubt: tell('directory-not-listed', { path: directory }),
      };
    }
    const unread = index
      .childrenOf(directory)
      .find(child => !child.directory && !read.has(child.path.toLowerCase()));
    if (unread) {
      return {
        documents: found,
        doubt: tell('unread', { path: unread.path }),
      };
    }
  }
  return { documents: found };
}

/** What keeps the host from offering an issue template. */
function problemOf(document: RepositoryDocument): Evidence | undefined {
  const { path } = document;
  const name = baseNameOf(path).toLowerCase();
  if (!document.text.trim()) {
    return { path, ...tell('empty', { path }) };
  }
  if (directoryOf(path).toLowerCase() === '.gitlab/issue_templates') {
    return name.endsWith('.md')
      ? undefined
      : { path, ...tell('template-no-markdown', { path }) };
  }
  if (name.endsWith('.md')) {
    const { frontMatter } = parseDocument(document);
    const keys = ['name', 'about'].filter(key => !frontMatter?.[key]);
    return keys.length
      ? { path, ...tell('template-front-matter', { path, keys }) }
      : undefined;
  }
  if (name.endsWith('.yml') || name.endsWith('.yaml')) {
    const form = parseYamlMapping(document.text);
    if (!form) {
      return { path, ...tell('template-no-yaml', { path }) };
    }
    const keys = ['name', 'description', 'body'].filter(key => !form[key]);
    return keys.length
      ? { path, ...tell('template-keys', { path, keys }) }
      : undefined;
  }
  return { path, ...tell('template-no-form', { path }) };
}

function foundAt(document: RepositoryDocument): Told {
  const { path } = document;
  return tell(isDefault(document) ? 'found-default' : 'found', { path });
}

function isDefault({ origin }: RepositoryDocument): boolean {
  return origin === 'organisation';
}
