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

/**
 * How generated source code looks in a language: names for Linguist, file names
 * and a block of code for each change.
 */
export interface CodeStyle {
  extension: string;
  sourceDirectory: string;
  testFile: (module: string) => string;
  header: (module: string) => string;
  /** A block that is added for a change. */
  block: (name: string, comment: string) => string;
  test: (name: string) => string;
  /** The file that lists dependencies, and a line of it. */
  manifest: string;
  renderManifest: (
    project: string,
    dependencies: ReadonlyMap<string, string>,
  ) => string;
}

function words(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter(Boolean);
}

export function camelCase(name: string): string {
  return words(name)
    .map((word, index) =>
      index === 0
        ? word.toLowerCase()
        : word[0].toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}

function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel[0].toUpperCase() + camel.slice(1);
}

function snakeCase(name: string): string {
  return words(name)
    .map(word => word.toLowerCase())
    .join('_');
}

function npmManifest(
  project: string,
  dependencies: ReadonlyMap<string, string>,
): string {
  return `${JSON.stringify(
    {
      name: `@meridian/${project}`,
      private: true,
      scripts: { build: 'tsc --build', test: 'vitest run', lint: 'eslint .' },
      dependencies: Object.fromEntries(
        [...dependencies].map(([name, version]) => [name, `^${version}`]),
      ),
    },
    null,
    2,
  )}\n`;
}

function gradleManifest(
  project: string,
  dependencies: ReadonlyMap<string, string>,
): string {
  return [
    `// Build of ${project}`,
    'plugins { id("meridian.jvm-conventions") }',
    '',
    'dependencies {',
    ...[...dependencies].map(
      ([name, version]) => `    implementation("${name}:${version}")`,
    ),
    '}',
    '',
  ].join('\n');
}

/** By Linguist's name of the language. */
export const CODE_STYLES: Record<string, CodeStyle> = {
  TypeScript: {
    extension: 'ts',
    sourceDirectory: 'src',
    testFile: module => `src/${module}.test.ts`,
    header: module =>
      `import { log } from './log';\n\nlog.scope('${module}');\n`,
    block: (name, comment) => `
/** ${comment} */
export function ${camelCase(name)}(input: string[]): string[] {
  return input.filter(item => item.length > 0);
}
`,
    test: name => `
test('${name}', () => {
  expect(${camelCase(name)}(['a', ''])).toEqual(['a']);
});
`,
    manifest: 'package.json',
    renderManifest: npmManifest,
  },
  Python: {
    extension: 'py',
    sourceDirectory: 'src',
    testFile: module => `tests/test_${module}.py`,
    header: module => `"""${pascalCase(module)}."""\n`,
    block: (name, comment) => `

def ${snakeCase(name)}(values):
    """${comment}"""
    return [value for value in values if value is not None]
`,
    test: name => `

def test_${snakeCase(name)}():
    assert ${snakeCase(name)}([1, None]) == [1]
`,
    manifest: 'requirements.txt',
    renderManifest: (_, dependencies) =>
      `${[...dependencies]
        .map(([name, version]) => `${name}==${version}`)
        .join('\n')}\n`,
  },
  Java: {
    extension: 'java',
    sourceDirectory: 'src/main/java',
    testFile: module => `src/test/java/${pascalCase(module)}Test.java`,
    header: module => `// ${pascalCase(module)}\n`,
    block: (name, comment) => `
/** ${comment} */
final class ${pascalCase(name)} {
    List<String> apply(List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
`,
    test: name => `
class ${pascalCase(name)}Test {
    @Test
    void keepsValues() {
        assertEquals(List.of("a"), new ${pascalCase(
          name,
        )}().apply(List.of("a", "")));
    }
}
`,
    manifest: 'build.gradle.kts',
    renderManifest: gradleManifest,
  },
  Kotlin: {
    extension: 'kt',
    sourceDirectory: 'src/main/kotlin',
    testFile: module => `src/test/kotlin/${pascalCase(module)}Test.kt`,
    header: module => `package rail.meridian.${snakeCase(module)}\n`,
    block: (name, comment) => `
/** ${comment} */
fun ${camelCase(name)}(values: List<String>): List<String> =
    values.filter { it.isNotBlank() }
`,
    test: name => `
@Test
fun \`${name}\`() {
    assertEquals(listOf("a"), ${camelCase(name)}(listOf("a", "")))
}
`,
    manifest: 'build.gradle.kts',
    renderManifest: gradleManifest,
  },
  Go: {
    extension: 'go',
    sourceDirectory: 'internal',
    testFile: module => `internal/${module}_test.go`,
    header: () => 'package internal\n',
    block: (name, comment) => `
// ${pascalCase(name)}: ${comment}
func ${pascalCase(name)}(values []string) []string {
	kept := values[:0]
	for _, value := range values {
		if value != "" {
			kept = append(kept, value)
		}
	}
	return kept
}
`,
    test: name => `
func Test${pascalCase(name)}(t *testing.T) {
	if got := ${pascalCase(name)}([]string{"a", ""}); len(got) != 1 {
		t.Fatalf("got %v", got)
	}
}
`,
    manifest: 'go.mod',
    renderManifest: (project, dependencies) =>
      [
        `module meridian.example/${project}`,
        '',
        'require (',
        ...[...dependencies].map(([name, version]) => `\t${name} v${version}`),
        ')',
        '',
      ].join('\n'),
  },
  Rust: {
    extension: 'rs',
    sourceDirectory: 'src',
    testFile: module => `tests/${module}.rs`,
    header: module => `//! ${pascalCase(module)}\n`,
    block: (name, comment) => `
/// ${comment}
pub fn ${snakeCase(name)}(values: &[String]) -> Vec<String> {
    values.iter().filter(|v| !v.is_empty()).cloned().collect()
}
`,
    test: name => `
#[test]
fn ${snakeCase(name)}_keeps_values() {
    assert_eq!(${snakeCase(name)}(&["a".into(), "".into()]).len(), 1);
}
`,
    manifest: 'Cargo.toml',
    renderManifest: (project, dependencies) =>
      [
        '[package]',
        `name = "${project}"`,
        'edition = "2021"',
        '',
        '[dependencies]',
        ...[...dependencies].map(([name, version]) => `${name} = "${version}"`),
        '',
      ].join('\n'),
  },
};

const LINGUIST: Array<{
  language: string;
  color: string;
  extensions: string[];
}> = [
  { language: 'TypeScript', color: '#3178c6', extensions: ['ts', 'tsx'] },
  { language: 'JavaScript', color: '#f1e05a', extensions: ['js', 'mjs'] },
  { language: 'Python', color: '#3572A5', extensions: ['py'] },
  { language: 'Java', color: '#b07219', extensions: ['java'] },
  { language: 'Kotlin', color: '#A97BFF', extensions: ['kt', 'kts'] },
  { language: 'Go', color: '#00ADD8', extensions: ['go'] },
  { language: 'Rust', color: '#dea584', extensions: ['rs'] },
  { language: 'HTML', color: '#e34c26', extensions: ['html'] },
  { language: 'CSS', color: '#663399', extensions: ['css'] },
  { language: 'Shell', color: '#89e051', extensions: ['sh'] },
];

/** The programming language of a file, by its name, as Linguist would say. */
export function languageOf(
  path: string,
): { name: string; color: string } | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const entry = LINGUIST.find(({ extensions }) =>
    extensions.includes(extension),
  );
  return entry && { name: entry.language, color: entry.color };
}
