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

import { ProjectFacts, RepositoryDocument } from '../../model';
import { CheckOutcome } from '../definition';
import { count, fail, inconclusive, partial, pass } from '../outcomes';
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
      message: `There ${valid.length === 1 ? 'is' : 'are'} ${count(
        valid.length,
        'issue template',
      )}, e.g. ${document.path}${originOf(document)}.`,
    });
  }
  const single = findDocument(facts, { stems: ['issue_template'] });
  if (single.status === 'found' && single.document.text.trim()) {
    const { path } = single.document;
    return pass({
      path,
      message: `Found ${path}${originOf(single.document)}.`,
    });
  }
  if (checked.length) {
    return partial(
      0.5,
      ...checked.map(({ document: { path }, problem }) => ({
        path,
        message: `${path} ${problem}.`,
      })),
    );
  }
  if (single.status === 'unread') {
    return pass({ path: single.path, message: `Found ${single.path}.` });
  }
  if (doubt ?? single.status === 'unknown') {
    return inconclusive(
      doubt ?? (single.status === 'unknown' ? single.reason : ''),
    );
  }
  return fail('There is no issue template.');
}

/** Looks for pull or merge request templates where hosts read them. */
export function findPullRequestTemplates(facts: ProjectFacts): CheckOutcome {
  const single = findDocument(facts, {
    stems: ['pull_request_template'],
    paths: ['.azuredevops/pull_request_template.md'],
  });
  if (single.status === 'found' && single.document.text.trim()) {
    const { path } = single.document;
    return pass({
      path,
      message: `Found ${path}${originOf(single.document)}.`,
    });
  }
  if (single.status === 'unread') {
    return pass({ path: single.path, message: `Found ${single.path}.` });
  }
  const { documents, doubt } = filesIn(facts, PULL_REQUEST_DIRECTORIES);
  const [first] = documents.filter(({ text }) => text.trim());
  if (first) {
    return pass({
      path: first.path,
      message: `Found ${first.path}${originOf(first)}.`,
    });
  }
  if (single.status === 'found') {
    const { path } = single.document;
    return fail({ path, message: `${path} is empty.` });
  }
  if (doubt ?? single.status === 'unknown') {
    return inconclusive(
      doubt ?? (single.status === 'unknown' ? single.reason : ''),
    );
  }
  return fail('There is no pull request template.');
}

/** Documents in directories at the repository's root, and whether some may be missing. */
function filesIn(
  { repository: { documents, tree } }: ProjectFacts,
  directories: readonly string[],
): { documents: RepositoryDocument[]; doubt?: string } {
  const found = documents
    .filter(({ path }) => directories.includes(directoryOf(path).toLowerCase()))
    .sort((a, b) => comparePaths(b.origin, a.origin));
  if (!tree.known) {
    return { documents: found, doubt: tree.reason };
  }
  const index = TreeIndex.of(tree.value);
  const read = new Set(found.map(({ path }) => path.toLowerCase()));
  for (const directory of directories) {
    if (!index.isListed(directory)) {
      return {
        documents: found,
        doubt: `The directory ${directory}/ was not listed.`,
      };
    }
    const unread = index
      .childrenOf(directory)
      .find(child => !child.directory && !read.has(child.path.toLowerCase()));
    if (unread) {
      return {
        documents: found,
        doubt: `${unread.path} is there, its text was not read.`,
      };
    }
  }
  return { documents: found };
}

/** What keeps the host from offering an issue template. */
function problemOf(document: RepositoryDocument): string | undefined {
  const name = baseNameOf(document.path).toLowerCase();
  if (!document.text.trim()) {
    return 'is empty';
  }
  if (directoryOf(document.path).toLowerCase() === '.gitlab/issue_templates') {
    return name.endsWith('.md') ? undefined : 'is not a Markdown file';
  }
  if (name.endsWith('.md')) {
    const { frontMatter } = parseDocument(document);
    const missing = ['name', 'about'].filter(key => !frontMatter?.[key]);
    return missing.length
      ? `lacks ${missing.join(' and ')} in its front matter`
      : undefined;
  }
  if (name.endsWith('.yml') || name.endsWith('.yaml')) {
    const form = parseYamlMapping(document.text);
    if (!form) {
      return 'is not a valid YAML mapping';
    }
    const missing = ['name', 'description', 'body'].filter(key => !form[key]);
    return missing.length ? `lacks ${missing.join(' and ')}` : undefined;
  }
  return 'is neither Markdown nor an issue form';
}

function originOf({ origin }: RepositoryDocument): string {
  return origin === 'organisation' ? ", the organisation's default" : '';
}
