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

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { root } from './repository.mjs';

const SOURCES = 'plugins/innersource/src';

/** Attributes whose text people see or hear. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|subtitle|label|placeholder|helperText|description|message|missing|emptyContent|tooltip|text|header|subheader|primary|secondary|name)$/;

/** A name that reads the same in every language. */
const NAMES = new Set(['InnerSource']);

const isWord = text => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

function literalsIn(expression) {
  if (ts.isStringLiteralLike(expression)) {
    return [expression.text];
  }
  if (ts.isTemplateExpression(expression)) {
    return [
      expression.head.text,
      ...expression.templateSpans.map(({ literal }) => literal.text),
    ];
  }
  if (ts.isConditionalExpression(expression)) {
    return [
      ...literalsIn(expression.whenTrue),
      ...literalsIn(expression.whenFalse),
    ];
  }
  if (
    ts.isBinaryExpression(expression) &&
    [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ].includes(expression.operatorToken.kind)
  ) {
    return [...literalsIn(expression.left), ...literalsIn(expression.right)];
  }
  return ts.isParenthesizedExpression(expression)
    ? literalsIn(expression.expression)
    : [];
}

// An HTML element's `name`, say, is for machines; a component's is for people.
const isElement = tag => /^[a-z]/.test(tag.getText());

function untranslated(name, text) {
  const file = ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found = [];
  const report = (node, texts) => {
    for (const words of texts.filter(isWord)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1}: ${words.trim()}`);
    }
  };
  const visit = node => {
    if (ts.isJsxText(node)) {
      report(node, [node.text]);
    } else if (
      ts.isJsxExpression(node) &&
      node.expression &&
      !ts.isJsxAttribute(node.parent)
    ) {
      report(node, literalsIn(node.expression));
    } else if (
      ts.isJsxAttribute(node) &&
      node.initializer &&
      SPOKEN.test(node.name.getText()) &&
      !(
        /^(name|text)$/.test(node.name.getText()) &&
        isElement(node.parent.parent.tagName)
      )
    ) {
      const value = ts.isJsxExpression(node.initializer)
        ? node.initializer.expression
        : node.initializer;
      report(node, value ? literalsIn(value) : []);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('finds words that are not translated', () => {
  for (const [code, words] of [
    ['<p>Hello you</p>', 'Hello you'],
    ["<p>{'Hello'}</p>", 'Hello'],
    ['<p>{many ? `${many} projects` : null}</p>', 'projects'],
    ['<button aria-label="Close" />', 'Close'],
    ["<Card title={open ? 'Open' : t('x')} />", 'Open'],
  ]) {
    assert.deepEqual(untranslated('a.tsx', code), [`a.tsx:1: ${words}`]);
  }
  for (const code of [
    "<p className='big'>{t('card.title')} – {42}</p>",
    '<input name="query" />',
    '<Route title="InnerSource" path="/innersource" />',
  ]) {
    assert.deepEqual(untranslated('a.tsx', code), []);
  }
});

test('every word that the pages show is translated', () => {
  const files = globSync(`${SOURCES}/**/*.tsx`, { cwd: root }).filter(
    file => !/\.test\.tsx$|setupTests/.test(file),
  );
  assert.ok(files.length > 20);
  assert.deepEqual(
    files.flatMap(file =>
      untranslated(file, readFileSync(path.join(root, file), 'utf8')),
    ),
    [],
  );
});
