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
  Fact,
  LicenseFact,
  ProjectFacts,
  RepositoryDocument,
} from '../../model';
import { InternalLicense } from '../definition';
import { baseNameOf, comparePaths, directoryOf } from './fileNames';
import { normaliseText } from './text';

/** How much of a license's text is looked at: the longest known one has 35 KB. */
const MAX_TEXT = 64 * 1024;

const STEMS = ['license', 'licence', 'copying', 'unlicense', 'mit-license'];

/**
 * A license and what its text, and no other license's, contains. Phrases are
 * in the form of {@link normaliseText}; all of them must occur, none of `without`.
 */
interface LicenseMarker {
  spdxId: string;
  name: string;
  all: string[];
  without?: string[];
}

/** More specific licenses come before those whose words they repeat. */
const MARKERS: LicenseMarker[] = [
  {
    spdxId: 'Apache-2.0',
    name: 'Apache License 2.0',
    all: ['apache license version 2 0'],
  },
  {
    spdxId: 'AGPL-3.0-only',
    name: 'GNU Affero General Public License v3.0',
    all: ['gnu affero general public license version 3 19 november 2007'],
  },
  {
    spdxId: 'LGPL-3.0-only',
    name: 'GNU Lesser General Public License v3.0',
    all: ['gnu lesser general public license version 3 29 june 2007'],
  },
  {
    spdxId: 'LGPL-2.1-only',
    name: 'GNU Lesser General Public License v2.1',
    all: ['gnu lesser general public license version 2 1 february 1999'],
  },
  {
    spdxId: 'GPL-3.0-only',
    name: 'GNU General Public License v3.0',
    all: ['gnu general public license version 3 29 june 2007'],
  },
  {
    spdxId: 'GPL-2.0-only',
    name: 'GNU General Public License v2.0',
    all: ['gnu general public license version 2 june 1991'],
  },
  {
    spdxId: 'MPL-2.0',
    name: 'Mozilla Public License 2.0',
    all: ['mozilla public license version 2 0'],
  },
  {
    spdxId: 'EPL-2.0',
    name: 'Eclipse Public License 2.0',
    all: ['eclipse public license v 2 0'],
  },
  {
    spdxId: 'EPL-1.0',
    name: 'Eclipse Public License 1.0',
    all: ['eclipse public license v 1 0'],
  },
  {
    spdxId: 'EUPL-1.2',
    name: 'European Union Public License 1.2',
    all: ['european union public licence v 1 2'],
  },
  {
    spdxId: 'BSL-1.0',
    name: 'Boost Software License 1.0',
    all: ['boost software license version 1 0'],
  },
  {
    spdxId: 'BUSL-1.1',
    name: 'Business Source License 1.1',
    all: ['business source license 1 1'],
  },
  {
    spdxId: 'CC-BY-SA-4.0',
    name: 'Creative Commons Attribution Share Alike 4.0',
    all: ['attribution sharealike 4 0 international'],
  },
  {
    spdxId: 'CC-BY-4.0',
    name: 'Creative Commons Attribution 4.0',
    all: ['attribution 4 0 international'],
  },
  {
    spdxId: 'CC0-1.0',
    name: 'Creative Commons Zero v1.0 Universal',
    all: ['cc0 1 0 universal'],
  },
  {
    spdxId: 'Unlicense',
    name: 'The Unlicense',
    all: ['this is free and unencumbered software released into the public'],
  },
  {
    spdxId: 'BSD-3-Clause',
    name: 'BSD 3-Clause License',
    all: [
      'redistribution and use in source and binary forms',
      'redistributions in binary form must reproduce',
      'may be used to endorse or promote products',
    ],
    without: ['all advertising materials mentioning features'],
  },
  {
    spdxId: 'BSD-2-Clause',
    name: 'BSD 2-Clause License',
    all: [
      'redistribution and use in source and binary forms',
      'redistributions in binary form must reproduce',
    ],
    without: [
      'may be used to endorse or promote products',
      'all advertising materials mentioning features',
    ],
  },
  {
    spdxId: 'ISC',
    name: 'ISC License',
    all: [
      'permission to use copy modify and or distribute this software for any purpose with or without fee is hereby granted',
      'provided that the above copyright notice',
    ],
  },
  {
    spdxId: '0BSD',
    name: 'BSD Zero Clause License',
    all: [
      'permission to use copy modify and or distribute this software for any purpose with or without fee is hereby granted',
    ],
    without: ['provided that the above copyright notice'],
  },
  {
    spdxId: 'MIT',
    name: 'MIT License',
    all: [
      'permission is hereby granted free of charge to any person obtaining a copy',
      'the above copyright notice and this permission notice shall be included',
    ],
  },
  {
    spdxId: 'Zlib',
    name: 'zlib License',
    all: [
      'this software is provided as is without any express or implied warranty',
      'altered source versions must be plainly marked',
    ],
  },
];

const SPDX_LABEL = 'spdx-license-identifier:';

/**
 * Recognises the license of a repository, or of a part of it, from its documents.
 *
 * An `SPDX-License-Identifier:` line in the license file wins, then an internal
 * license, then the text of the common licenses. Where there are several files
 * (`LICENSE-MIT`, `LICENSE-APACHE`), the identifiers are joined with `OR`.
 *
 * @param documents - those of the repository
 * @returns null when there is no license file; an `spdxId` of null when its text
 * was not recognised
 *
 * @public
 */
export function detectLicense(
  documents: readonly RepositoryDocument[],
  options: {
    /** Directory of the license file, `''` (default) for the root. */
    path?: string;
    internalLicenses?: readonly InternalLicense[];
  } = {},
): LicenseFact | null {
  const directory = (options.path ?? '').toLowerCase();
  const files = documents
    .filter(
      ({ path, origin }) =>
        origin === 'repository' &&
        directoryOf(path).toLowerCase() === directory &&
        isLicenseFile(baseNameOf(path)),
    )
    .sort(
      (a, b) => a.path.length - b.path.length || comparePaths(a.path, b.path),
    );
  if (!files.length) {
    return null;
  }
  const found = files.map(file => recognise(file, options.internalLicenses));
  const recognised = found.filter(license => license.spdxId);
  if (!recognised.length) {
    return found[0];
  }
  const ids = [...new Set(recognised.map(({ spdxId }) => spdxId))];
  if (ids.length === 1) {
    return recognised[0];
  }
  return {
    spdxId: ids.join(' OR '),
    name: [...new Set(recognised.map(({ name }) => name))].join(' or '),
    path: recognised[0].path,
  };
}

/**
 * The license of a project: the file in its own path, else what the host or the
 * repository's file says.
 */
export function licenseOf(
  { project, repository }: ProjectFacts,
  internalLicenses: readonly InternalLicense[],
): Fact<LicenseFact | null> {
  const { documents, license } = repository;
  const own = detectLicense(documents, {
    path: project.path,
    internalLicenses,
  });
  if (own?.spdxId) {
    return { known: true, value: own };
  }
  if (license.known && license.value?.spdxId) {
    return license;
  }
  const shared = project.path
    ? detectLicense(documents, { internalLicenses })
    : null;
  const found = shared?.spdxId ? shared : own ?? shared;
  return found ? { known: true, value: found } : license;
}

/** True for names such as `LICENSE`, `LICENCE.md`, `COPYING` and `LICENSE-MIT.txt`. */
export function isLicenseFile(name: string): boolean {
  const lower = name.toLowerCase();
  return STEMS.some(stem => {
    if (!lower.startsWith(stem)) {
      return false;
    }
    const rest = lower.slice(stem.length);
    return (
      ['', '.md', '.txt', '.rst', '.adoc', '.markdown'].includes(rest) ||
      (rest.startsWith('-') && rest.length <= 32) ||
      rest === '.lesser'
    );
  });
}

function recognise(
  { path, text }: RepositoryDocument,
  internalLicenses: readonly InternalLicense[] = [],
): LicenseFact {
  const start = text.slice(0, MAX_TEXT);
  const declared = declaredIdentifier(start);
  if (declared) {
    const marker = MARKERS.find(({ spdxId }) => spdxId === declared);
    return { spdxId: declared, name: marker?.name ?? declared, path };
  }
  const normalised = normaliseText(start);
  const internal = internalLicenses.find(({ phrases }) =>
    phrases.some(phrase => normalised.includes(normaliseText(phrase))),
  );
  if (internal) {
    return { spdxId: internal.id, name: internal.name, path };
  }
  const marker = MARKERS.find(
    ({ all, without }) =>
      all.every(phrase => normalised.includes(phrase)) &&
      !without?.some(phrase => normalised.includes(phrase)),
  );
  return {
    spdxId: marker?.spdxId ?? null,
    name: marker?.name ?? null,
    path,
  };
}

/** The expression after an SPDX label, if it has the shape of one. */
function declaredIdentifier(text: string): string | undefined {
  const at = text.toLowerCase().indexOf(SPDX_LABEL);
  if (at < 0) {
    return undefined;
  }
  const line = text
    .slice(at + SPDX_LABEL.length, at + SPDX_LABEL.length + 200)
    .split(/[\r\n]/, 1)[0]
    .trim();
  const expression = line.replace(/(?:-->|\*\/|[`*_])+$/, '').trim();
  return /^[A-Za-z0-9.+() -]{2,100}$/.test(expression) ? expression : undefined;
}
