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

import { RemedyTemplate } from '../../model';

/*
 * Files that can be pasted into a repository. {{project}}, {{owner}} and
 * {{repository}} are filled in for the project; what stands in <angle brackets> is
 * for its owners to fill in.
 */

export const README_TEMPLATE: RemedyTemplate = {
  path: 'README.md',
  content: `# {{project}}

<One or two sentences: what does it do, and for whom?>

## Why

<Which problem does it solve? Why does it exist beside the alternatives?>

## Getting started

You need <language and version, tools, access>.

\`\`\`sh
git clone {{repository}}
<command to install>
<command to run>
\`\`\`

## Usage

<The two or three things that most people do with it, each with an example.>

## Getting help

- Questions: <link to the chat channel>
- Problems and ideas: <link to the issue tracker>

## Contributing

Contributions from other teams are welcome. [CONTRIBUTING.md](CONTRIBUTING.md) says how.

## Who we are

{{project}} is looked after by {{owner}}.

| Role | Name |
| --- | --- |
| Trusted committer | @<login> |
| Product owner | @<login> |
`,
};

export const CONTRIBUTING_TEMPLATE: RemedyTemplate = {
  path: 'CONTRIBUTING.md',
  content: `# Contributing to {{project}}

Thank you for helping. This page says what we need, how a change gets in, and what you can expect from us.

## Ways to contribute

- Report a problem, or an idea, in the issue tracker.
- Improve the documentation.
- Fix a bug: issues labelled \`good first issue\` are small and explained.
- Build a feature: please open an issue first, so that we can agree on the way before you invest time.

We do not take <what is out of scope>.

## Build and test

\`\`\`sh
<command to install dependencies>
<command to build>
<command to run all tests>
\`\`\`

## Submit a change

1. Create a branch, or fork the repository if you have no write access.
2. Make the change, with a test and documentation.
3. Open a pull request that says why the change is needed and links the issue.
4. A trusted committer reviews it. All status checks must be green.

## When to expect an answer

We respond to issues and pull requests within two working days, and review a pull request within five.

## After the merge

You help to fix problems that your change causes for 30 days after it is merged. From then on {{owner}} maintains it.

## Who reviews

Trusted committers: @<login>, @<login>
`,
};

export const SUPPORT_TEMPLATE: RemedyTemplate = {
  path: 'SUPPORT.md',
  content: `# Getting help with {{project}}

- Questions: ask in <link to the chat channel>. Please search it first; answers stay there for the next person.
- Problems and ideas: open an issue in <link to the issue tracker>.
- Urgent, production is affected: <on-call or hotline>.

{{owner}} answers on working days between <hours>, usually within one working day.
`,
};

export const MAINTAINERS_TEMPLATE: RemedyTemplate = {
  path: 'MAINTAINERS.md',
  content: `# Maintainers

{{project}} belongs to {{owner}}.

| Name | Login | Looks after |
| --- | --- | --- |
| <First Last> | @<login> | <everything, or a part> |
| <First Last> | @<login> | <everything, or a part> |
`,
};

export const TRUSTED_COMMITTERS_TEMPLATE: RemedyTemplate = {
  path: 'TRUSTED-COMMITTERS.md',
  content: `# Trusted committers

Trusted committers review contributions, help contributors on their way, and keep {{project}} healthy. Mention one of us when you are stuck.

- @<login>, since <year>
- @<login>, since <year>

## Becoming one

Whoever has contributed well for some time, from whichever team, can be proposed by any trusted committer in an issue. We decide together within two weeks.
`,
};

export const WARRANTY_TEMPLATE: RemedyTemplate = {
  path: 'CONTRIBUTING.md',
  content: `## Warranty

For 30 days after your contribution is merged and released, you help to fix problems that it causes. In return we review and release your fixes first. After these 30 days {{owner}} maintains the code.
`,
};

export const CODEOWNERS_TEMPLATE: RemedyTemplate = {
  path: '.github/CODEOWNERS',
  content: `# The last rule that matches a path names its reviewers.

*       @<organisation>/{{owner}}

# /docs/  @<organisation>/<another-team>
`,
};

export const CODE_OF_CONDUCT_TEMPLATE: RemedyTemplate = {
  path: 'CODE_OF_CONDUCT.md',
  content: `# Code of conduct

We work on {{project}} across teams, places and levels of experience. Everybody who takes part

- is welcoming and patient, above all with newcomers,
- gives feedback on the work, never on the person,
- assumes good intentions and asks before judging,
- respects that others have other duties.

Insults, harassment, and pressure outside of the project because of what happened in it are not accepted.

If you see or experience something else, write to <contact>. What you write is treated in confidence and answered within <period>. The rules of our employer apply as well.
`,
};

export const SECURITY_TEMPLATE: RemedyTemplate = {
  path: 'SECURITY.md',
  content: `# Security policy

## Reporting a vulnerability

Please do not open a public issue. Write to <security contact> and say which version is affected, how the weakness can be used, and what you suggest.

You get an answer within two working days. We tell you when a fix is released, and name you in its notes if you like.

## Supported versions

Fixes are made for the latest release.
`,
};

export const ISSUE_FORM_TEMPLATE: RemedyTemplate = {
  path: '.github/ISSUE_TEMPLATE/problem.yml',
  content: `name: Problem
description: Something does not work as it should
labels: [bug]
body:
  - type: textarea
    id: what
    attributes:
      label: What happened, and what did you expect?
    validations:
      required: true
  - type: textarea
    id: how
    attributes:
      label: How can we see it, too?
      placeholder: Steps, input, a link to a failing run
    validations:
      required: true
  - type: input
    id: version
    attributes:
      label: Which version do you use?
  - type: dropdown
    id: help
    attributes:
      label: Would you like to fix it yourself?
      options:
        - 'Yes'
        - Yes, with some guidance
        - 'No'
`,
};

export const PULL_REQUEST_TEMPLATE: RemedyTemplate = {
  path: '.github/PULL_REQUEST_TEMPLATE.md',
  content: `## What and why

<What does this change, and which issue does it solve?>

## Checklist

- [ ] Tests cover the change and pass
- [ ] Documentation is up to date
- [ ] Breaking changes are named above
- [ ] I will help with problems that it causes after the merge
`,
};

export const INNERSOURCE_JSON: RemedyTemplate = {
  path: 'innersource.json',
  content: `{
  "title": "{{project}}",
  "motivation": "<Why should somebody from another team care?>",
  "contributions": ["Bug fixes", "Documentation", "Features"],
  "skills": ["<language>", "<framework>"],
  "governanceLevel": "contributions-welcome"
}
`,
};

export const ADR_TEMPLATE: RemedyTemplate = {
  path: 'docs/adr/0001-record-decisions.md',
  content: `# 1. Record decisions

Date: <YYYY-MM-DD>

Status: accepted

## Context

Contributors from other teams need to know why {{project}} is as it is.

## Decision

We write down each decision that is hard to change in a numbered file like this one, and change it by a pull request.

## Consequences

Discussions happen in the open, and a new decision refers to the one that it replaces.
`,
};

export const CHANGELOG_TEMPLATE: RemedyTemplate = {
  path: 'CHANGELOG.md',
  content: `# Change log

Versions follow [Semantic Versioning](https://semver.org).

## 1.0.0 - <YYYY-MM-DD>

### Added

- <What users can do now>

### Fixed

- <What works again>. Thanks to @<contributor> of <team>.
`,
};
