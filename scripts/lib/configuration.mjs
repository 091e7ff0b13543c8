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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import prettier from 'prettier';
import { root } from './repository.mjs';

const require = createRequire(import.meta.url);

/** The document that lists every configuration key. */
export const CONFIGURATION = path.join(root, 'docs', 'configuration.md');

const SECTION = /(<!-- keys of (\S+) -->\n)[\s\S]*?(<!-- end of keys -->)/g;

/** The packages that have a configuration schema, by directory name. */
export function packagesWithSchema() {
  return readdirSync(path.join(root, 'plugins')).filter(name =>
    existsSync(path.join(root, 'plugins', name, 'config.d.ts')),
  );
}

function describe(ts, node) {
  const [comment] = node.jsDoc ?? [];
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function arrayElement(ts, type) {
  if (ts.isArrayTypeNode(type)) {
    return type.elementType;
  }
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
    ? type.typeArguments[0]
    : undefined;
}

/**
 * Every key of a package's `config.d.ts`: its path, whether it may be left out,
 * its type and what the comment says.
 */
export function readKeys(name) {
  const ts = require('typescript');
  const file = path.join(root, 'plugins', name, 'config.d.ts');
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const keys = [];
  const visit = (members, prefix) => {
    for (const member of members) {
      const own = ts.isIndexSignatureDeclaration(member)
        ? `<${member.parameters[0].name.getText()}>`
        : member.name.text;
      const key = prefix ? `${prefix}.${own}` : own;
      const element = arrayElement(ts, member.type);
      const inner = element ?? member.type;
      const nested = ts.isTypeLiteralNode(inner);
      keys.push({
        key,
        type: nested
          ? element && 'list'
          : member.type
              .getText()
              .replace(/\s+/g, ' ')
              .replace(/(^|<) ?\| /g, '$1')
              .replace(/ >/g, '>'),
        required: !member.questionToken && ts.isPropertySignature(member),
        text: describe(ts, member),
      });
      if (nested) {
        visit(inner.members, element ? `${key}[]` : key);
      }
    }
  };
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      visit(statement.members, '');
    }
  }
  return keys;
}

const cell = text => text.replaceAll('|', '\\|');

// TechDocs shows the backslash of an escaped bar in a code span.
const code = text =>
  text.includes('|')
    ? `<code>${text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('|', '&#124;')}</code>`
    : `\`${text}\``;

function table(name) {
  const rows = readKeys(name)
    .filter(({ type, text }) => type || text)
    .map(({ key, type, required, text }) => {
      const meaning = [text, required && 'Required.'].filter(Boolean).join(' ');
      return `| ${code(key)} | ${type ? code(type) : ''} | ${cell(meaning)} |`;
    });
  return ['| key | type | meaning |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** The document with its tables written anew from the schemas. */
export async function writeTables(markdown) {
  const text = markdown.replace(
    SECTION,
    (_, begin, name, end) => `${begin}\n${table(name)}\n\n${end}`,
  );
  return prettier.format(text, {
    ...(await prettier.resolveConfig(CONFIGURATION)),
    parser: 'markdown',
  });
}

/** The packages whose keys a document lists. */
export function listedPackages(markdown) {
  return [...markdown.matchAll(SECTION)].map(([, , name]) => name);
}
