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

import { DocumentSelector, Evidence, ProjectFacts } from '../../model';
import { part, tell } from '../../texts';
import { CheckDefinition, CheckOutcome } from '../definition';
import {
  DocumentLookup,
  findDocument,
  rootsOf,
  showDirectory,
} from '../documents/lookup';
import { joinPath } from '../documents/fileNames';
import { ParsedDocument, parseDocument } from '../documents/parse';
import {
  allBlocks,
  findInBlocks,
  findSection,
  proseLengthOf,
} from '../documents/sections';
import { TreeIndex } from '../documents/treeIndex';
import { bestOf, fail, inconclusive, partial, pass } from '../outcomes';
import { ContentRule, DocumentRule } from './types';

/** A check that data can say: one alternative that holds makes it pass. */
export type DocumentCheck = Omit<
  CheckDefinition,
  'evaluate' | 'documents' | 'parameters'
> & { anyOf: readonly DocumentRule[] };

/**
 * Makes a check of rules about documents.
 *
 * An alternative whose document is there but holds only a part of what is asked
 * for is partial, by the share of the rules that hold.
 */
export function compileDocumentCheck({
  anyOf,
  ...definition
}: DocumentCheck): CheckDefinition {
  return {
    ...definition,
    documents: selectorOf(anyOf),
    evaluate: facts => bestOf(anyOf.map(rule => evaluateRule(rule, facts))),
  };
}

function evaluateRule(rule: DocumentRule, facts: ProjectFacts): CheckOutcome {
  const outcomes: CheckOutcome[] = [];
  const names = toList(rule.document);
  if (names.length) {
    outcomes.push(evaluateDocument(rule, names, facts));
  }
  const directories = toList(rule.directory);
  if (directories.length) {
    outcomes.push(evaluateDirectories(rule, directories, facts));
  }
  return bestOf(outcomes);
}

function evaluateDocument(
  rule: DocumentRule,
  names: readonly string[],
  facts: ProjectFacts,
): CheckOutcome {
  const found = findDocument(facts, {
    ...splitNames(names),
    ...(rule.ownPathOnly ? { scopes: ['project'] as const } : {}),
  });
  if (found.status !== 'found') {
    return notFound(found, names, !rule.allOf?.length);
  }
  const { path } = found.document;
  const at = {
    path,
    ...tell(found.scope === 'organisation' ? 'default-applies' : 'found', {
      path,
    }),
  };
  if (found.document.binary) {
    return fail({ path, ...tell('not-text', { path }) });
  }
  const rules = rule.allOf ?? [{ minLength: 1 }];
  const parsed = parseDocument(found.document);
  const verdicts = rules.map(content => evaluateContent(content, parsed, path));
  const held = verdicts.filter(({ holds }) => holds).length;
  const evidence = [at, ...verdicts.map(verdict => verdict.evidence)];
  if (held === rules.length) {
    return pass(...evidence);
  }
  return held ? partial(held / rules.length, ...evidence) : fail(...evidence);
}

/** The outcome where a document is not there, or was not read. */
export function notFound(
  lookup: Exclude<DocumentLookup, { status: 'found' }>,
  names: readonly string[],
  presenceSuffices = false,
): CheckOutcome {
  switch (lookup.status) {
    case 'unread':
      return presenceSuffices
        ? pass({ path: lookup.path, ...tell('found', { path: lookup.path }) })
        : inconclusive({
            path: lookup.path,
            ...tell('unread', { path: lookup.path }),
          });
    case 'unknown':
      return inconclusive(lookup);
    default:
      return fail(
        tell('not-found', {
          names: names.slice(0, 4),
          directories: lookup.directories.slice(0, 8).map(showDirectory),
        }),
      );
  }
}

function evaluateDirectories(
  rule: DocumentRule,
  directories: readonly string[],
  facts: ProjectFacts,
): CheckOutcome {
  const { tree } = facts.repository;
  if (!tree.known) {
    return inconclusive(tree);
  }
  const index = TreeIndex.of(tree.value);
  const roots = rootsOf(
    facts,
    rule.ownPathOnly ? ['project'] : ['project', 'repository'],
  );
  const paths = roots.flatMap(({ root }) =>
    directories.map(directory => joinPath(root, trimSlash(directory))),
  );
  for (const path of paths) {
    const children = index.childrenOf(path);
    if (children.length) {
      return pass({
        path: index.get(path)?.path ?? path,
        ...tell('directory-holds', {
          path,
          count: children.length,
          name: children[0].name,
        }),
      });
    }
  }
  const unlisted = paths.filter(path => !index.isListed(path));
  return unlisted.length
    ? inconclusive(
        tell('not-listed', { directories: unlisted.map(showDirectory) }),
      )
    : fail(tell('no-directory', { directories: paths.slice(0, 8) }));
}

function evaluateContent(
  rule: ContentRule,
  document: ParsedDocument,
  path: string,
): { holds: boolean; evidence: Evidence } {
  const minLength = rule.minLength ?? 1;
  if (rule.section) {
    const found = findSection(document, rule.section);
    const length = found?.length ?? 0;
    return {
      holds: Boolean(found) && length >= minLength,
      evidence: found
        ? {
            path,
            line: found.section.line,
            ...(length < minLength
              ? tell('section-short', {
                  heading: found.section.heading,
                  count: length,
                  minimum: minLength,
                })
              : tell('section-length', {
                  heading: found.section.heading,
                  count: length,
                })),
          }
        : { path, ...tell('no-section', { heading: rule.section[0] }) },
    };
  }
  if (rule.phrases) {
    const found = findInBlocks(allBlocks(document), rule.phrases);
    return {
      holds: Boolean(found),
      evidence: found
        ? {
            path,
            line: found.block.line,
            ...tell('says', { text: excerpt(found.sentence) }),
          }
        : {
            path,
            ...tell('says-nothing-of', {
              phrases: rule.phrases
                .slice(0, 5)
                .map(text => part('quoted', { text })),
            }),
          },
    };
  }
  if (rule.frontMatter) {
    const missing = rule.frontMatter.filter(
      property =>
        !document.frontMatter ||
        !Object.hasOwn(document.frontMatter, property) ||
        !document.frontMatter[property],
    );
    return {
      holds: !missing.length,
      evidence: {
        path,
        ...(missing.length
          ? tell('front-matter-lacks', { keys: missing })
          : tell('front-matter-has', { keys: rule.frontMatter })),
      },
    };
  }
  if (rule.links) {
    const wanted = rule.links;
    const link = document.links.find(({ url }) => matchesLink(url, wanted));
    return {
      holds: Boolean(link),
      evidence: link
        ? {
            path,
            line: link.line,
            ...tell('links-to', { target: excerpt(link.url) }),
          }
        : {
            path,
            ...tell('links-to-none', { hosts: wanted.slice(0, 5) }),
          },
    };
  }
  const length = proseLengthOf(allBlocks(document));
  return {
    holds: length >= minLength,
    evidence: {
      path,
      ...(length < minLength
        ? tell('text-short', { count: length, minimum: minLength })
        : tell('text-length', { count: length })),
    },
  };
}

/**
 * True when a URL is on one of the hosts, or on a host below it, or begins with
 * one of the schemes such as `mailto:`.
 */
export function matchesLink(url: string, wanted: readonly string[]): boolean {
  const lower = url.toLowerCase();
  const host = hostOf(lower);
  return wanted.some(entry => {
    const candidate = entry.toLowerCase();
    return candidate.includes(':')
      ? lower.startsWith(candidate)
      : host === candidate || host.endsWith(`.${candidate}`);
  });
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** The beginning of a text, for evidence: a sentence without its full stop. */
export function excerpt(text: string, length = 120): string {
  const line = text.slice(0, length * 2).replace(/\s+/g, ' ');
  const characters = [...line.replace(/([^.])\.$/, '$1')];
  return characters.length > length
    ? `${characters.slice(0, length).join('')}…`
    : characters.join('');
}

function selectorOf(rules: readonly DocumentRule[]): Partial<DocumentSelector> {
  const names = splitNames(rules.flatMap(rule => toList(rule.document)));
  return {
    ...names,
    listings: rules
      .flatMap(rule => toList(rule.directory))
      .map(directory => trimSlash(directory).toLowerCase()),
  };
}

function splitNames(names: readonly string[]): {
  stems: string[];
  names: string[];
  paths: string[];
} {
  const lower = names.map(name => trimSlash(name).toLowerCase());
  return {
    stems: lower.filter(name => !name.includes('.') && !name.includes('/')),
    names: lower.filter(name => name.includes('.') && !name.includes('/')),
    paths: lower.filter(name => name.includes('/')),
  };
}

function toList(
  value: string | readonly string[] | undefined,
): readonly string[] {
  if (value === undefined) {
    return [];
  }
  return typeof value === 'string' ? [value] : value;
}

function trimSlash(path: string): string {
  const start = path.startsWith('/') ? 1 : 0;
  return path.slice(start, path.endsWith('/') ? -1 : undefined);
}
