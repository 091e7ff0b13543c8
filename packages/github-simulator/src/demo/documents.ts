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

import { PlannedFile } from '../dataset/simulate';
import { Random } from '../dataset/random';
import { teamOf, TEAMS } from './company';
import { DemoProject, PROJECTS } from './projects';

const CHAT = 'https://chat.meridian-rail.example/channels';

const BUILD: Record<
  DemoProject['language'],
  { needs: string; build: string; test: string; run: string }
> = {
  TypeScript: {
    needs: 'Node.js 24 and Yarn',
    build: 'yarn install && yarn build',
    test: 'yarn test',
    run: 'yarn start',
  },
  Python: {
    needs: 'Python 3.13',
    build: 'pip install -e .[dev]',
    test: 'pytest',
    run: 'python -m',
  },
  Java: {
    needs: 'a JDK 21',
    build: './gradlew build',
    test: './gradlew test',
    run: './gradlew run',
  },
  Kotlin: {
    needs: 'a JDK 21',
    build: './gradlew build',
    test: './gradlew test',
    run: './gradlew run',
  },
  Go: {
    needs: 'Go 1.25',
    build: 'go build ./...',
    test: 'go test ./...',
    run: 'go run ./cmd',
  },
  Rust: {
    needs: 'a current Rust',
    build: 'cargo build',
    test: 'cargo test',
    run: 'cargo run',
  },
};

const INTERNAL_LICENSE = `Meridian Rail Inner Source License, version 1.0

Everybody who works for Meridian Rail or one of its subsidiaries may use, copy,
change and share this software inside the group, for any purpose of the group.
Contributions are welcome and come under the same terms. The software must not
leave the group without consent of its owners. It is provided as it is.
`;

const APACHE_LICENSE = `                                 Apache License
                           Version 2.0, January 2004
                        http://www.apache.org/licenses/

   Licensed under the Apache License, Version 2.0 (the "License");
   you may not use this software except in compliance with the License.
   You may obtain a copy of the License at

       http://www.apache.org/licenses/LICENSE-2.0

   Unless required by applicable law or agreed to in writing, software
   distributed under the License is distributed on an "AS IS" BASIS,
   WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
   See the License for the specific language governing permissions and
   limitations under the License.
`;

const IDEA_TEMPLATE = `---
name: Idea
about: Something that would help your team
labels: enhancement
---

## What would you like to do?

## Who else would use it?

## Would you build it yourself?
`;

const PULL_REQUEST_TEMPLATE = `## What and why

## How to try it

- [ ] Tests cover the change
- [ ] The changelog says so
`;

/** The documents of a project, as good as its people keep them. */
export function documentsOf(project: DemoProject): PlannedFile[] {
  return recommendedDocuments(project).filter(
    file => !project.lacks?.includes(file.path),
  );
}

function recommendedDocuments(project: DemoProject): PlannedFile[] {
  const files: PlannedFile[] = [];
  const { quality } = project;
  const late = project.arc === 'rising' ? 0.25 : 0;
  const add = (path: string, text: string, at?: number) =>
    files.push({ path, text, at: at === undefined ? undefined : at + late });

  if (quality === 'poor') {
    add('README.md', `# ${project.name}\n\n${project.purpose}\n`);
    return files;
  }
  add('README.md', shortReadme(project));
  if (project.license !== 'none') {
    add(
      'LICENSE',
      project.license === 'internal' ? INTERNAL_LICENSE : APACHE_LICENSE,
    );
  }
  add('.github/workflows/build.yml', workflow(project));
  if (quality === 'thin') {
    return files;
  }
  if (quality === 'plain') {
    add('README.md', fairReadme(project), 0.35);
    return files;
  }
  add('.github/CODEOWNERS', codeowners(project), 0.05);
  if (quality === 'fair') {
    add('CONTRIBUTING.md', shortContributing(project), 0.3);
    add('README.md', fairReadme(project), 0.35);
    return files;
  }
  add('CONTRIBUTING.md', contributing(project), 0.12);
  add('README.md', fullReadme(project), 0.15);
  add('.github/pull_request_template.md', PULL_REQUEST_TEMPLATE, 0.2);
  add('.github/ISSUE_TEMPLATE/bug.yml', bugForm(project), 0.22);
  add('innersource.json', metadata(project), 0.3);
  const mailmap = mailmapOf(project);
  if (mailmap) {
    add('.mailmap', mailmap, 0.33);
  }
  if (quality === 'good') {
    return files;
  }
  add('.github/ISSUE_TEMPLATE/idea.md', IDEA_TEMPLATE, 0.24);
  add('docs/architecture.md', architecture(project), 0.28);
  add('docs/adr/0001-record-decisions.md', firstDecision(project), 0.26);
  add('docs/adr/0002-compatibility.md', secondDecision(project), 0.42);
  add('TRUSTED-COMMITTERS.md', trustedCommitters(project), 0.38);
  return files;
}

/** Default community files of the main organisation. */
export function organizationDefaults(): PlannedFile[] {
  return [
    {
      path: 'README.md',
      text: '# Defaults of Meridian Rail\n\nCommunity files that apply to every repository of the organisation that has none of its own.\n',
    },
    {
      path: 'CODE_OF_CONDUCT.md',
      text: `# Code of conduct

We work with each other across teams and divisions. Everybody is welcome here,
whatever their role, experience or background.

## What we expect

- Be kind, and assume that others mean well.
- Speak about the work, not about the person.
- Write in the open: decisions belong where everybody can read them.

## When something goes wrong

Write to conduct@meridian-rail.example. Two people from different divisions read
every message and answer within two working days. What you tell them stays with
them.
`,
    },
    {
      path: 'SECURITY.md',
      text: `# Security policy

Please report a vulnerability to security@meridian-rail.example, not in an issue.
You get an answer within one working day and a plan within five. We disclose
fixed vulnerabilities to all users of a project.
`,
      at: 0.2,
    },
    {
      path: 'profile/README.md',
      text: '# Meridian Rail\n\nSoftware that moves passengers and freight through eleven countries.\n',
      at: 0.3,
    },
  ];
}

function people(project: DemoProject) {
  const team = TEAMS.find(item => item.name === project.owner);
  const members = team?.members ?? [];
  return project.maintainers ? members.slice(0, project.maintainers) : members;
}

function teamTitle(project: DemoProject): string {
  return (
    TEAMS.find(item => item.name === project.owner)?.title ?? project.owner
  );
}

function shortReadme(project: DemoProject): string {
  return `# ${project.title}

${project.purpose}
`;
}

function fairReadme(project: DemoProject): string {
  const { build, test } = BUILD[project.language];
  return `# ${project.title}

${project.purpose}

## Getting started

\`\`\`sh
git clone …/${project.name}.git
${build}
${test}
\`\`\`

## Help

Ask ${teamTitle(project)} in [#${project.owner}](${CHAT}/${project.owner}).
`;
}

function fullReadme(project: DemoProject): string {
  const { needs, build, test, run } = BUILD[project.language];
  const random = Random.create('readme', project.name);
  const committers = people(project).slice(0, 3);
  const usage =
    project.type === 'library'
      ? `Add \`${project.name}\` to your dependencies, then:

\`\`\`${project.language.toLowerCase()}
// ${project.subjects[0]}
${project.modules[0]}.start()
\`\`\`
`
      : `Start it on your machine with example data:

\`\`\`sh
${run}${
          project.language === 'Python'
            ? ` ${project.name.replace(/-/g, '_')}`
            : ''
        }
\`\`\`
`;
  const started = `## Getting started

You need ${needs}. Building takes about ${random.integer(
    1,
    4,
  )} minutes the first time.

\`\`\`sh
${build}
${test}
\`\`\`

${usage}`;
  const why = project.motivation
    ? `## Why it is InnerSource

${project.motivation}
`
    : '';
  const help = `## Getting help

- Questions: [#${project.name}](${CHAT}/${project.name}); somebody of the team looks there every working day.
- Bugs and ideas: the [issue tracker](../../issues).
- Anything else: ${project.owner}@meridian-rail.example
`;
  const who = `## Who we are

${project.title} belongs to the team ${teamTitle(project)}. ${
    project.quality === 'excellent' || random.chance(0.6)
      ? `Trusted committers are ${committers
          .map(person => `${person.name} (@${person.login})`)
          .join(', ')}.`
      : 'You find us on the second floor in Harbour Street, or in the channel.'
  }
`;
  const involved = `## Getting involved

Contributions from other teams are what keeps this going. Read
[CONTRIBUTING.md](CONTRIBUTING.md), then take an issue labelled
\`good first issue\`.
`;
  const packages = project.packages
    ? `## Packages

${project.packages
  .map(item => `- \`${item.path}\`: ${item.description}`)
  .join('\n')}
`
    : '';
  return [
    `# ${project.title}\n\n${project.purpose}\n`,
    why,
    packages,
    started,
    help,
    who,
    involved,
  ]
    .filter(Boolean)
    .join('\n');
}

function shortContributing(project: DemoProject): string {
  return `# Contributing

Open an issue first, so that nobody works in vain. Then send a pull request
against \`main\`. Run \`${BUILD[project.language].test}\` before.
`;
}

function contributing(project: DemoProject): string {
  const { build, test } = BUILD[project.language];
  const excellent = project.quality === 'excellent';
  const days = project.answers <= 8 ? 'one working day' : 'two working days';
  const random = Random.create('contributing', project.name);
  const promises = excellent || random.chance(0.5);
  const parts = [
    `# Contributing to ${project.title}

Thank you for thinking of helping us. This page says how to get a change in.
`,
    `## Contributions we are looking for

- Fixes of bugs, with a test that fails without them.
- Anything about ${project.subjects.slice(0, 3).join(', ')}.
- Documentation: a sentence that you missed is worth a pull request.
${
  excellent
    ? `\nBefore you build something large, open an issue and let us agree on its shape.\nWe do not take changes that serve one product only; we help you to find an extension point instead.\n`
    : ''
}`,
    `## Build and test

\`\`\`sh
${build}
${test}
\`\`\`
`,
    `## Submitting a change

1. ${
      project.noForking
        ? 'Ask for write access in the channel and create a branch.'
        : 'Fork the repository, or ask for write access if you come often.'
    }
2. Make your change, with tests and a line for the changelog.
3. Open a pull request and fill the template in. One topic for each pull request.
4. ${project.reviews || 'One'} review${
      project.reviews > 1 ? 's' : ''
    } by the team, green checks, and it is merged.
`,
  ];
  if (promises) {
    parts.push(`## What you can expect from us

We answer within ${days}, and review within five. If we do not, write to us in
[#${project.name}](${CHAT}/${project.name}); we have overlooked you.
`);
  }
  if (excellent) {
    parts.push(`## After the merge

A 30-day warranty applies: for thirty days you help us with bugs in what you
contributed. Afterwards it is ours to look after.

## Becoming a trusted committer

After three merged pull requests we ask you whether you want to review, too. See
[TRUSTED-COMMITTERS.md](TRUSTED-COMMITTERS.md).
`);
  }
  return parts.join('\n');
}

function codeowners(project: DemoProject): string {
  const owner = `@${project.organization}/${project.owner}`;
  return project.quality === 'fair'
    ? `# Who reviews what\n/src/ ${owner}\n`
    : `# Who reviews what\n* ${owner}\n/docs/ ${owner} @meridian-rail/developer-experience\n`;
}

function trustedCommitters(project: DemoProject): string {
  const guests = project.helpers
    .slice(0, 2)
    .map(helper => teamOf(helper).members[0]);
  return `# Trusted committers

They review, merge and help newcomers.

| Name | Account | Team |
| --- | --- | --- |
${[...people(project).slice(0, 3), ...guests]
  .map(
    person =>
      `| ${person.name} | @${person.login} | ${teamOf(person.team).title} |`,
  )
  .join('\n')}

Nobody has to stay for ever: tell the others when you want to step back.
`;
}

function metadata(project: DemoProject): string {
  return `${JSON.stringify(
    {
      title: project.title,
      ...(project.motivation && { motivation: project.motivation }),
      contributions: project.issues?.some(issue =>
        issue.labels.includes('documentation'),
      )
        ? ['Bugfixes', 'Features', 'Documentation']
        : ['Bugfixes', 'Features'],
      ...(project.skills && { skills: project.skills }),
      ...(project.quality === 'good' &&
        project.governance && { governanceLevel: project.governance }),
    },
    null,
    2,
  )}\n`;
}

function mailmapOf(project: DemoProject): string | undefined {
  const lines = TEAMS.filter(
    team => team.name === project.owner || project.helpers.includes(team.name),
  )
    .flatMap(team => team.members)
    .filter(person => person.secondEmail)
    .map(person => `${person.name} <${person.email}> <${person.secondEmail}>`);
  return lines.length > 0 ? `${lines.join('\n')}\n` : undefined;
}

function workflow(project: DemoProject): string {
  const { build, test } = BUILD[project.language];
  return `name: build
on:
  push:
    branches: [main]
  pull_request:
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: ${build}
${project.tests ? `      - run: ${test}\n` : ''}`;
}

function architecture(project: DemoProject): string {
  return `# Architecture of ${project.title}

${project.purpose}

## Parts

${project.modules
  .map(
    (module, index) =>
      `- **${module}** looks after ${
        project.subjects[index % project.subjects.length]
      }.`,
  )
  .join('\n')}

## What it does not do

It keeps no data of other teams, and it does not call anybody while it starts.
Decisions are in [adr](adr).
`;
}

function firstDecision(project: DemoProject): string {
  return `# 1. Record decisions

Status: accepted

## Context

People from ${
    project.helpers.length + 1
  } teams change this code. Reasons get lost in chats.

## Decision

We write a page for every decision that is hard to turn back, and we discuss it in
a pull request.

## Consequences

Who comes later finds out why, and may propose to change it.
`;
}

function secondDecision(project: DemoProject): string {
  return `# 2. Compatibility

Status: accepted

## Context

${
  PROJECTS.filter(other => other.dependsOn?.includes(project.name)).length ||
  'Several'
} other projects depend on ${project.title}.

## Decision

We follow semantic versioning. What is deprecated stays for two minor releases and
six weeks, whichever is longer.

## Consequences

Removing things takes patience. Upgrading does not.
`;
}

function bugForm(project: DemoProject): string {
  return `name: Bug
description: Something does not work as it should
labels: [bug]
body:
  - type: textarea
    id: what
    attributes:
      label: What happened, and what did you expect?
    validations:
      required: true
  - type: input
    id: version
    attributes:
      label: Version of ${project.title}
`;
}
