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

import { LanguageShare } from '@ispo/backstage-plugin-innersource-common';
import * as linguist from 'linguist-languages';

/** The part of Linguist's data that is used. */
interface LinguistLanguage {
  name: string;
  type: string;
  group?: string;
  extensions?: readonly string[];
  filenames?: readonly string[];
}

interface Language {
  name: string;
  counts: boolean;
}

/**
 * Directories whose content is somebody else's or generated; the part of
 * Linguist's list of vendored paths that is about whole directories.
 */
const VENDORED_DIRECTORIES = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'vendors',
  'third_party',
  'thirdparty',
  '3rdparty',
  'dist',
  'external',
  'externals',
  'deps',
  'godeps',
  'jspm_packages',
  'carthage',
  'pods',
  '.yarn',
  'testdata',
  'fixtures',
  'docs',
  'doc',
  'documentation',
  'examples',
]);

/**
 * Extensions that several languages of Linguist share, given to the one that is
 * meant nearly always. Linguist itself looks at the content.
 */
const PREFERRED: Readonly<Record<string, string>> = {
  '.as': 'ActionScript',
  '.asm': 'Assembly',
  '.bas': 'BASIC',
  '.cgi': 'Perl',
  '.cl': 'Common Lisp',
  '.cls': 'TeX',
  '.cs': 'C#',
  '.d': 'D',
  '.e': 'Eiffel',
  '.es': 'JavaScript',
  '.ex': 'Elixir',
  '.f': 'Fortran',
  '.frag': 'GLSL',
  '.fs': 'F#',
  '.ftl': 'FreeMarker',
  '.g': 'G-code',
  '.gd': 'GDScript',
  '.gs': 'JavaScript',
  '.h': 'C',
  '.hh': 'C++',
  '.html': 'HTML',
  '.inc': 'PHP',
  '.j': 'Objective-J',
  '.l': 'Lex',
  '.ls': 'LiveScript',
  '.lsp': 'Common Lisp',
  '.m': 'Objective-C',
  '.md': 'Markdown',
  '.ml': 'OCaml',
  '.mm': 'Objective-C++',
  '.mod': 'Modula-2',
  '.n': 'Nemerle',
  '.php': 'PHP',
  '.pl': 'Perl',
  '.pm': 'Perl',
  '.pp': 'Puppet',
  '.pro': 'Prolog',
  '.properties': 'Java Properties',
  '.q': 'q',
  '.r': 'R',
  '.rs': 'Rust',
  '.s': 'Assembly',
  '.sc': 'Scala',
  '.sh': 'Shell',
  '.sol': 'Solidity',
  '.sql': 'SQL',
  '.srt': 'SubRip Text',
  '.svg': 'SVG',
  '.t': 'Perl',
  '.ts': 'TypeScript',
  '.tsx': 'TSX',
  '.txt': 'Text',
  '.v': 'Verilog',
  '.vba': 'VBA',
  '.vue': 'Vue',
  '.x': 'RPC',
  '.yaml': 'YAML',
  '.yml': 'YAML',
};

interface Index {
  byFilename: Map<string, Language>;
  byExtension: Map<string, Language>;
}

let index: Index | undefined;

function getIndex(): Index {
  if (index) {
    return index;
  }
  const byFilename = new Map<string, Language>();
  const byExtension = new Map<string, Language>();
  const byName = new Map<string, Language>();
  const all: LinguistLanguage[] = Object.values(linguist);
  // Files of a dialect count as its group's language, as on GitHub: TSX is TypeScript.
  for (const data of all) {
    byName.set(data.name, {
      name: data.group ?? data.name,
      counts: data.type === 'programming' || data.type === 'markup',
    });
  }
  for (const data of all) {
    const language = byName.get(data.name);
    if (language) {
      for (const filename of data.filenames ?? []) {
        if (!byFilename.has(filename)) {
          byFilename.set(filename, language);
        }
      }
      for (const extension of data.extensions ?? []) {
        const lower = extension.toLowerCase();
        if (!byExtension.has(lower)) {
          byExtension.set(lower, language);
        }
      }
    }
  }
  for (const [extension, name] of Object.entries(PREFERRED)) {
    const language = byName.get(name);
    if (language) {
      byExtension.set(extension, language);
    }
  }
  index = { byFilename, byExtension };
  return index;
}

/**
 * The language of a file as Linguist names it, by its name alone; undefined for
 * files that do not count: data, prose, unknown ones, and those in directories of
 * vendored, generated or documentation content.
 */
export function languageOf(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  if (parts.some(part => VENDORED_DIRECTORIES.has(part.toLowerCase()))) {
    return undefined;
  }
  const { byFilename, byExtension } = getIndex();
  let language = byFilename.get(name);
  // The longest extension wins: `.d.ts`, `.blade.php`, `.html.erb`.
  let dot = name.indexOf('.', 1);
  while (!language && dot >= 0) {
    language = byExtension.get(name.slice(dot).toLowerCase());
    dot = name.indexOf('.', dot + 1);
  }
  return language?.counts ? language.name : undefined;
}

/**
 * Adds up languages over the files of a repository: by bytes where sizes are
 * known, else by number of files.
 */
export class LanguageTally {
  readonly #totals = new Map<string, { files: number; bytes: number }>();
  #sized = true;

  /** Counts one file; without `size`, the whole tally goes by number of files. */
  add(path: string, size: number | undefined): void {
    const name = languageOf(path);
    if (name === undefined) {
      return;
    }
    const total = this.#totals.get(name) ?? { files: 0, bytes: 0 };
    total.files += 1;
    if (size === undefined) {
      this.#sized = false;
    } else {
      total.bytes += size;
    }
    this.#totals.set(name, total);
  }

  /** Largest share first. */
  shares(): LanguageShare[] {
    const weigh = (total: { files: number; bytes: number }) =>
      this.#sized ? total.bytes : total.files;
    let sum = 0;
    for (const total of this.#totals.values()) {
      sum += weigh(total);
    }
    return [...this.#totals]
      .filter(([, total]) => weigh(total) > 0)
      .map(([name, total]) => ({
        name,
        bytes: this.#sized ? total.bytes : null,
        share: weigh(total) / sum,
      }))
      .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  }
}
