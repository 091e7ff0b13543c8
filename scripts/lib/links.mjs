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

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What TechDocs publishes: it knows no file outside. */
const TECHDOCS = 'docs/';

const FENCED = /^( *)(```|~~~)[\s\S]*?^ *\2/gm;

const withoutCode = text => text.replace(FENCED, '').replace(/`[^`\n]*`/g, '');

/** How a heading's anchor is derived from its text, and told from a namesake's. */
const ANCHORS = {
  GitHub: {
    slug: text => text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'),
    separator: '-',
  },
  TechDocs: {
    slug: text =>
      text
        .normalize('NFKD')
        .replace(/[^\w\s-]/g, '')
        .trim()
        .replace(/[-\s]+/g, '-'),
    separator: '_',
  },
};

function anchorsOf(text, { slug, separator }) {
  const seen = new Map();
  return new Set(
    [...text.replace(FENCED, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(
      ([, heading]) => {
        const anchor = slug(
          heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase(),
        );
        const count = seen.get(anchor) ?? 0;
        seen.set(anchor, count + 1);
        return count ? `${anchor}${separator}${count}` : anchor;
      },
    ),
  );
}

/**
 * What is wrong with the links of a document to files and headings of its
 * repository: they must lead somewhere on GitHub, and from documents below
 * `docs` in TechDocs as well.
 *
 * @param file - path of the document from the root
 * @param options.root - the checkout
 * @param options.url - the repository's address on the web; links to its main
 *   branch are looked at like relative ones
 */
export function brokenLinks(file, { root, url }) {
  const problems = [];
  const read = name => readFileSync(path.join(root, name), 'utf8');
  const published = file.startsWith(TECHDOCS);
  const targets = withoutCode(read(file)).matchAll(
    /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|<[a-z]+\s[^>]*\b(?:href|src|srcset)="([^"\s]+)"/g,
  );
  for (const [, markdown, html] of targets) {
    const target = markdown ?? html;
    const web = target.startsWith(`${url}/`)
      ? /^\/(blob|tree)\/main\//.exec(target.slice(url.length))
      : null;
    if (!web && /^[a-z][a-z0-9+.-]*:/i.test(target)) {
      continue;
    }
    const [location, anchor] = decodeURI(
      web ? target.slice(url.length + web[0].length) : target,
    ).split('#');
    const linked = web
      ? location
      : location
      ? path.posix.join(path.posix.dirname(file), location)
      : file;
    const absolute = path.join(root, linked);
    if (location.startsWith('/') || !existsSync(absolute)) {
      problems.push(`${file}: ${target} does not exist`);
      continue;
    }
    const isFile = statSync(absolute).isFile();
    if (web && isFile !== (web[1] === 'blob')) {
      problems.push(
        `${file}: write ${isFile ? 'blob' : 'tree'} for ${web[1]} in ${target}`,
      );
    }
    if (published && !web && !(isFile && linked.startsWith(TECHDOCS))) {
      problems.push(
        `${file}: TechDocs has nothing at ${target}; link to a file below docs, or to ${url}`,
      );
    }
    if (anchor && isFile && linked.endsWith('.md')) {
      for (const [where, rules] of Object.entries(ANCHORS)) {
        if (
          (where === 'GitHub' || (published && !web)) &&
          !anchorsOf(read(linked), rules).has(anchor)
        ) {
          problems.push(
            `${file}: ${linked} has no heading #${anchor} on ${where}`,
          );
        }
      }
    }
  }
  return problems;
}
