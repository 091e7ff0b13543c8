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

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const SOURCE = join(__dirname, '..');

/** Attributes whose texts people see or hear. */
const TEXT_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'emptyContent',
  'helperText',
  'label',
  'placeholder',
  'primary',
  'secondary',
  'subheader',
  'subtitle',
  'summary',
  'text',
  'title',
]);

/** Proper names, which are the same in every language. */
const NAMES = new Set(['InnerSource']);

const saysSomething = (text: string) =>
  (text.match(/\p{L}{2,}/gu) ?? []).some(word => !NAMES.has(word));

/** A property such as `label` may also hold the key of a text. */
const isKey = (node: ts.Expression) =>
  ts.isStringLiteralLike(node) && /^[a-z][\w.-]*$/.test(node.text);

/** Texts in JSX, and in properties that become titles and labels, that no translation gives. */
function hardCodedTexts(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(
    fileName,
    source,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const complain = (node: ts.Node, text: string) => {
    if (saysSomething(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${fileName}:${line + 1} ${text.trim()}`);
    }
  };
  /** Literals that an expression may come to, not those it passes to functions. */
  const inspect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      complain(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      complain(
        node,
        [node.head, ...node.templateSpans.map(({ literal }) => literal)]
          .map(({ text }) => text)
          .join(' '),
      );
    } else if (ts.isConditionalExpression(node)) {
      inspect(node.whenTrue);
      inspect(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      const { operatorToken } = node;
      if (
        [
          ts.SyntaxKind.PlusToken,
          ts.SyntaxKind.BarBarToken,
          ts.SyntaxKind.QuestionQuestionToken,
        ].includes(operatorToken.kind)
      ) {
        inspect(node.left);
      }
      if (
        [
          ts.SyntaxKind.PlusToken,
          ts.SyntaxKind.BarBarToken,
          ts.SyntaxKind.QuestionQuestionToken,
          ts.SyntaxKind.AmpersandAmpersandToken,
        ].includes(operatorToken.kind)
      ) {
        inspect(node.right);
      }
    } else if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isNonNullExpression(node)
    ) {
      inspect(node.expression);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      complain(node, node.text);
    } else if (ts.isJsxAttribute(node)) {
      const name = node.name.getText();
      const value = node.initializer;
      if (TEXT_ATTRIBUTES.has(name) && value) {
        inspect(
          ts.isJsxExpression(value) && value.expression
            ? value.expression
            : value,
        );
      }
    } else if (
      ts.isJsxExpression(node) &&
      node.expression &&
      !ts.isJsxAttribute(node.parent)
    ) {
      inspect(node.expression);
    } else if (
      ts.isPropertyAssignment(node) &&
      ['title', 'label', 'description', 'placeholder', 'aria-label'].includes(
        node.name.getText().replaceAll("'", ''),
      )
    ) {
      if (!isKey(node.initializer)) {
        inspect(node.initializer);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function componentFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter(
      entry =>
        entry.isFile() &&
        entry.name.endsWith('.tsx') &&
        !entry.name.includes('.test.'),
    )
    .map(entry => join(entry.parentPath, entry.name));
}

describe('Components', () => {
  it('take every text from the translations', () => {
    const files = componentFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.flatMap(file =>
        hardCodedTexts(relative(SOURCE, file), readFileSync(file, 'utf8')),
      ),
    ).toEqual([]);
  });

  it.each([
    ['text', '<p>Nothing here</p>'],
    ['text beside an expression', '<p>{count} projects</p>'],
    ['a literal', "<p>{'Nothing here'}</p>"],
    ['a template', '<p>{`${count} projects`}</p>'],
    ['an alternative', "<p>{known ? t('a') : 'Not known'}</p>"],
    ['a fallback', "<p>{name ?? 'Unnamed'}</p>"],
    ['a condition', "<p>{empty && 'Nothing here'}</p>"],
    ['an attribute', '<img alt="A chart" />'],
    ['an expression in an attribute', "<a aria-label={'Close ' + name} />"],
    ['a property', "<A options={[{ label: 'First choice' }]} />"],
  ])('are caught with %s', (_, jsx) => {
    expect(hardCodedTexts('X.tsx', `const x = ${jsx};`)).toHaveLength(1);
  });

  it.each([
    "<p title={t('a.b')}>{t('c.d', { name: 'x' })}</p>",
    '<p className="some-class" role="note">{name}: {count} · InnerSource</p>',
    "<p>{known ? format.score(1) : '–'}</p>",
    "<Typography variant={small ? 'body2' : 'body1'} component=\"h3\" />",
  ])('may say %s', jsx => {
    expect(hardCodedTexts('X.tsx', `const x = ${jsx};`)).toEqual([]);
  });
});
