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

import { ProjectFacts } from '../../model';
import { codeOwnersOf, findCatchAll, findCodeOwners } from './codeOwners';
import { DocumentBlock } from './parse';
import {
  CONTRIBUTING,
  GOVERNANCE,
  MAINTAINERS,
  README,
  ReadDocument,
  readDocuments,
} from './read';
import { allBlocks, contentOf, sectionsOf } from './sections';
import { findPhrase, normaliseText } from './text';
import { baseNameOf } from './fileNames';

/**
 * Somebody, or a team, whom a document names.
 *
 * @public
 */
export interface NamedPerson {
  /** As the document spells it: a name, `@login`, `@organisation/team` or address. */
  name: string;
  /** How else the document names the same one there, e.g. `Ada Lovelace` beside `@ada`. */
  otherNames?: string[];
  path: string;
  /** From 1. */
  line: number;
}

/** Longer texts are not lists of people. */
const MAX_ROW = 2_000;

/** Most people that are taken from one document. */
const MAX_PEOPLE = 50;

/** Headings of sections that name trusted committers or maintainers. */
export const TRUSTED_COMMITTER_HEADINGS = [
  'trusted committer*',
  'maintainer*',
  'core team',
  'committer*',
  'who we are',
  'code owner*',
  'project lead*',
  'steering*',
  'betreuer*',
  'wer wir sind',
];

/** Sections on people who are no longer active. */
const FORMER_HEADINGS = [
  'emeritus',
  'emeriti',
  'alumni',
  'former',
  'past',
  'inactive',
  'hall of fame',
  'ehemalige*',
];

const PEOPLE_FILES = [
  'maintainers',
  'trusted-committers',
  'trustedcommitters',
  'owners',
];

/**
 * Trusted committers or maintainers of a project as its documents name them: in a
 * MAINTAINERS or TRUSTED-COMMITTERS file, in sections of README, CONTRIBUTING and
 * GOVERNANCE with such a heading, else the owners of everything in CODEOWNERS.
 *
 * @public
 */
export function findTrustedCommitters(facts: ProjectFacts): NamedPerson[] {
  const named = readDocuments(facts, [
    MAINTAINERS,
    README,
    CONTRIBUTING,
    GOVERNANCE,
  ]).read.flatMap(document => findPeople(document, TRUSTED_COMMITTER_HEADINGS));
  return distinct(named.length ? named : findCatchAllOwners(facts)).slice(
    0,
    MAX_PEOPLE,
  );
}

/** Owners of everything in CODEOWNERS. */
export function findCatchAllOwners(facts: ProjectFacts): NamedPerson[] {
  const found = findCodeOwners(facts);
  if (found.status !== 'found') {
    return [];
  }
  const { path } = found.document;
  const rule = findCatchAll(codeOwnersOf(found.document), facts.project.path);
  return rule ? rule.owners.map(name => ({ name, path, line: rule.line })) : [];
}

/**
 * People named in the sections of a document with one of the headings; in a file
 * that is about people, in all of it.
 */
export function findPeople(
  { parsed, path, document }: ReadDocument,
  headings: readonly string[],
): NamedPerson[] {
  const name = baseNameOf(path).toLowerCase();
  const about = PEOPLE_FILES.some(
    stem => name === stem || name.startsWith(`${stem}.`),
  );
  const former = new Set(
    sectionsOf(parsed)
      .filter(({ heading }) =>
        findPhrase(normaliseText(heading), FORMER_HEADINGS),
      )
      .flatMap(section => contentOf(parsed, section)),
  );
  const blocks = (
    about
      ? allBlocks(parsed)
      : sectionsOf(parsed)
          .filter(({ heading }) => findPhrase(normaliseText(heading), headings))
          .flatMap(section => contentOf(parsed, section))
  ).filter(block => !former.has(block));
  if (document.binary) {
    return [];
  }
  const approvers = name === 'owners' ? approversIn(document.text) : [];
  if (approvers.length > 0) {
    return distinct(approvers.map(person => ({ ...person, path }))).slice(
      0,
      MAX_PEOPLE,
    );
  }
  return distinct(
    rowsOf(blocks).flatMap(row =>
      peopleInRow(row).map(person => ({ ...person, path, line: row[0].line })),
    ),
  ).slice(0, MAX_PEOPLE);
}

/** People, teams and aliases that an OWNERS file of Kubernetes' kind lets approve. */
function approversIn(text: string): Array<Pick<NamedPerson, 'name' | 'line'>> {
  let key = '';
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const label = /^\s{0,20}([a-z_]{1,40}):/.exec(content);
    if (label) {
      key = label[1];
      return [];
    }
    const item =
      /^\s{0,20}-\s{1,20}["']?([\w.-]{1,64})["']?\s{0,20}(?:#|$)/.exec(content);
    return item && ['approvers', 'maintainers', 'owners'].includes(key)
      ? [{ name: item[1], line: index + 1 }]
      : [];
  });
}

/** Blocks by the line that they begin at: cells of a table share that of their row. */
function rowsOf(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const rows: DocumentBlock[][] = [];
  for (const block of blocks) {
    const last = rows[rows.length - 1];
    if (last?.[0].line === block.line) {
      last.push(block);
    } else {
      rows.push([block]);
    }
  }
  return rows;
}

/**
 * Who is named in a row: its mentions, else its names, else its mail addresses.
 * What stands beside a single one names the same person, or their team.
 */
function peopleInRow(
  row: readonly DocumentBlock[],
): Array<Pick<NamedPerson, 'name' | 'otherNames'>> {
  const found = row.flatMap(linesIn).map(namesIn);
  const mentions = found.flatMap(block => block.mentions);
  const persons = found.flatMap(block => block.person ?? []);
  const addresses = found.flatMap(block => block.addresses);
  const [names, ...others] = [
    mentions,
    // Whatever follows the first is more likely a team.
    mentions.length ? persons.slice(0, 1) : persons,
    addresses,
  ].filter(kind => kind.length > 0);
  return names?.length === 1
    ? [{ name: names[0], otherNames: others.flat() }]
    : (names ?? []).map(name => ({ name }));
}

/** A paragraph of `Name <address>` for each person, as one piece per person. */
function linesIn(block: DocumentBlock): DocumentBlock[] {
  return block.code
    ? [block]
    : block.text
        .slice(0, 10 * MAX_ROW)
        .split(/(?<=@[^\s<>]{1,190}>)[,;]?\s/)
        .map(text => ({ ...block, text }));
}

/**
 * Names in a list item, table cell or paragraph: mentions, what stands at its
 * beginning if it looks like the name of a person, and mail addresses.
 */
function namesIn({ text, code }: DocumentBlock): {
  mentions: string[];
  person?: string;
  addresses: string[];
} {
  if (code || text.length >= MAX_ROW) {
    return { mentions: [], addresses: [] };
  }
  const mentions = [
    ...text.matchAll(
      /(?:^|[\s([,|/])(@[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}(?:\/[\p{L}\p{N}_.-]{1,63})?)/gu,
    ),
  ].map(match => match[1]);
  const beginning = text.split(/[(<[|,:;–—@]| - /, 1)[0].trim();
  return {
    mentions,
    person: isPersonName(beginning) ? beginning : undefined,
    addresses: text
      .split(/[\s<>(),;]/)
      .filter(
        word => word.length < 255 && /^[^@]{1,64}@[^@]{1,190}$/.test(word),
      )
      .map(word => word.replace(/^mailto:/, '')),
  };
}

/** Words that begin sentences and labels, not names. */
const NO_NAMES = new Set([
  'the',
  'our',
  'we',
  'this',
  'these',
  'see',
  'please',
  'a',
  'an',
  'if',
  'for',
  'in',
  'name',
  'github',
  'gitlab',
  'email',
  'mail',
  'role',
  'team',
  'teams',
  'contact',
  'slack',
  'maintainer',
  'maintainers',
  'trusted',
  'committer',
  'committers',
  'current',
  'emeritus',
  'lead',
  'all',
  'you',
  'to',
  'they',
  'it',
  'open',
  'read',
  'area',
  'areas',
  'component',
  'affiliation',
  'company',
  'organization',
  'organisation',
  'user',
  'username',
  'id',
  'review',
  'code',
  'contributors',
  'contributor',
  'thanks',
  'thank',
  'made',
  'when',
  'how',
  'what',
  'who',
  'any',
  'do',
  'der',
  'die',
  'das',
  'wir',
  'unser',
  'unsere',
  'siehe',
]);

/** Two to five words of letters, each beginning with a capital, e.g. “Ada Lovelace”. */
function isPersonName(text: string): boolean {
  if (text.length > 60) {
    return false;
  }
  const words = text.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !NO_NAMES.has(words[0].toLowerCase()) &&
    words.every(
      (word, index) =>
        /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) ||
        (index > 0 &&
          /^(?:van|von|de|der|den|del|da|di|la|le|bin|al)$/.test(word)) ||
        /^[\p{Lo}]{1,6}$/u.test(word),
    )
  );
}

/** Each once, though one place has the name and another the account. */
function distinct(people: readonly NamedPerson[]): NamedPerson[] {
  const others = new Set(
    people.flatMap(({ otherNames = [] }) => otherNames.map(fold)),
  );
  return [...new Map(people.map(p => [fold(p.name), p])).values()].filter(
    ({ name }) => !others.has(fold(name)),
  );
}

function fold(name: string): string {
  return name.toLowerCase();
}
