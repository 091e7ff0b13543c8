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

import { Message, ProjectFacts, RepositoryDocument, Told } from '../../model';
import { tell } from '../../texts';
import { memoise } from '../memoise';
import { DocumentLookup, findDocument } from './lookup';

/**
 * One rule of a CODEOWNERS file.
 *
 * @public
 */
export interface CodeOwnersRule {
  /** From 1. */
  line: number;
  pattern: string;
  /** `@user`, `@group/team`, `@@role` or an e-mail address; may be empty. */
  owners: string[];
}

/**
 * A CODEOWNERS file.
 *
 * @public
 */
export interface CodeOwners {
  rules: CodeOwnersRule[];
  /** What is wrong with which line, from 1. */
  problems: Array<{ line: number } & CodeOwnersProblem>;
}

/**
 * What is wrong with a line of a CODEOWNERS file.
 *
 * @public
 */
export type CodeOwnersProblem = Told & { translatable: Message };

/** Longest line that is read; hosts have limits far below. */
const MAX_LINE = 4_096;
const MAX_PROBLEMS = 20;

/**
 * Reads a CODEOWNERS file in the syntax of GitHub and GitLab (sections with
 * default owners, optional sections, exclusions). Takes time in proportion to its
 * length and never throws.
 *
 * @public
 */
export function parseCodeOwners(text: string): CodeOwners {
  const rules: CodeOwnersRule[] = [];
  const problems: CodeOwners['problems'] = [];
  const complain = (line: number, problem: CodeOwnersProblem) => {
    if (problems.length < MAX_PROBLEMS) {
      problems.push({ line, ...problem });
    }
  };
  let sectionOwners: string[] = [];

  text.split('\n').forEach((raw, index) => {
    const line = index + 1;
    if (raw.length > MAX_LINE) {
      complain(line, tell('line-long', { maximum: MAX_LINE }));
      return;
    }
    const words = splitWords(raw.trim());
    if (!words.length) {
      return;
    }
    const section = toSection(raw.trim());
    if (section) {
      sectionOwners = section.owners.filter(isOwner);
      section.owners
        .filter(owner => !isOwner(owner))
        .forEach(owner => complain(line, notAnOwner(owner)));
      return;
    }
    const [pattern, ...owners] = words;
    if (pattern.startsWith('!')) {
      // GitLab's exclusion: no owner for these paths. GitHub refuses the line.
      rules.push({ line, pattern, owners: [] });
      return;
    }
    const valid = owners.filter(isOwner);
    owners
      .filter(owner => !isOwner(owner))
      .forEach(owner => complain(line, notAnOwner(owner)));
    if (isOwner(pattern) && pattern.startsWith('@') && !owners.length) {
      complain(line, tell('line-no-path', { owner: pattern }));
      return;
    }
    rules.push({
      line,
      pattern,
      owners: owners.length ? valid : sectionOwners,
    });
  });
  return { rules, problems };
}

/**
 * The last rule that owns everything below a path, `''` being the whole repository:
 * `*`, `**`, `/**`, `/` or a directory that contains the path.
 *
 * @public
 */
export function findCatchAll(
  { rules }: CodeOwners,
  path: string,
): CodeOwnersRule | undefined {
  const target = `/${path.toLowerCase()}`;
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index];
    if (rule.owners.length && coversAll(rule.pattern.toLowerCase(), target)) {
      return rule;
    }
  }
  return undefined;
}

/** Looks for CODEOWNERS where hosts read it; it counts for the whole repository. */
export function findCodeOwners(facts: ProjectFacts): DocumentLookup {
  return findDocument(facts, {
    names: ['codeowners'],
    scopes: ['repository'],
  });
}

/** Parsed once per document, since several checks and projects read it. */
export const codeOwnersOf = memoise(
  (document: RepositoryDocument): CodeOwners => parseCodeOwners(document.text),
);

function coversAll(pattern: string, target: string): boolean {
  if (['*', '**', '/', '/*', '/**', '/**/*', '**/*'].includes(pattern)) {
    // A single star below the root owns files of the root directory alone.
    return pattern !== '/*';
  }
  let directory = pattern.startsWith('/') ? pattern : `/${pattern}`;
  for (const suffix of ['/**/*', '/**', '/']) {
    if (directory.endsWith(suffix)) {
      directory = directory.slice(0, -suffix.length);
      break;
    }
  }
  if (directory === '' || directory.includes('*') || target === '/') {
    return false;
  }
  return target === directory || target.startsWith(`${directory}/`);
}

/** Words up to a comment; `\` escapes a space or a number sign in a path. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (char === '\\' && i + 1 < line.length) {
      word += line[++i];
    } else if (char === '#' && !word) {
      break;
    } else if (char === ' ' || char === '\t' || char === '\r') {
      if (word) {
        words.push(word);
        word = '';
      }
    } else {
      word += char;
    }
  }
  if (word) {
    words.push(word);
  }
  return words;
}

/** GitLab's section header: `[Name]`, `^[Name]`, `[Name][2]`, with default owners. */
function toSection(line: string): { owners: string[] } | undefined {
  const start = line.startsWith('^') ? 1 : 0;
  if (line[start] !== '[') {
    return undefined;
  }
  const end = line.indexOf(']', start);
  // A path such as [id].tsx begins with a bracket, too.
  if (end < 0 || !['', ' ', '\t', '['].includes(line[end + 1] ?? '')) {
    return undefined;
  }
  let rest = line.slice(end + 1);
  if (rest.startsWith('[')) {
    const close = rest.indexOf(']');
    if (close < 0) {
      return undefined;
    }
    rest = rest.slice(close + 1);
  }
  return { owners: splitWords(rest.trim()) };
}

function isOwner(word: string): boolean {
  if (word.startsWith('@')) {
    return /^@{1,2}[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(word);
  }
  const at = word.indexOf('@');
  return at > 0 && at < word.length - 1 && word.indexOf('@', at + 1) < 0;
}

function notAnOwner(word: string): CodeOwnersProblem {
  return tell('no-code-owner', { word: word.slice(0, 80) });
}
