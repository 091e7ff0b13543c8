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
 * What the built-in checks are called, why they matter and what to do about them,
 * in English, by the checks' ids. Translations go by these texts.
 *
 * @public
 */
export const checkTexts = {
  description: {
    title: 'Meaningful description',
    why: 'The description is what people read first in search results and lists. Without keywords in it, nobody finds the project.',
    remedy:
      'Describe in one sentence what the project does and for whom, in the description of the catalog entity or the repository.',
  },
  topics: {
    title: 'Topics or tags',
    why: 'Topics connect a project with people who look for a technology or a business area.',
    remedy:
      'Add topics to the repository or tags to the catalog entity: technology, domain, and innersource if you welcome contributions.',
  },
  owner: {
    title: 'Owned by a team with members',
    why: 'Contributors need a team that answers. An owner that does not exist, or a single person who leaves, orphans the project.',
    remedy:
      'Set spec.owner of the catalog entity to a group that exists in the catalog and has members.',
  },
  visibility: {
    title: 'Visible to the whole organisation',
    why: 'People cannot contribute to what they cannot read. Internal visibility removes the barrier without making the code public.',
    remedy:
      'Change the visibility of the repository to internal or public, so that every colleague can read it.',
  },
  'readme-substance': {
    title: 'README with substance',
    why: 'The README is the front door. One that only repeats the name of the project turns visitors away.',
    remedy:
      'Write a README that says what the project does, why it exists, how to start, and where to get help.',
  },
  maintained: {
    title: 'Maintained',
    why: 'Nobody wants to contribute to a project that is abandoned.',
    remedy:
      'Merge or answer what is waiting, release what is ready; or archive the repository if the project is over.',
  },
  'portal-metadata': {
    title: 'Portal metadata (innersource.json)',
    why: 'The file tells a portal why the project is worth a contribution, which kinds of help are wanted, and which skills they need.',
    remedy:
      'Add an innersource.json with motivation, contributions and skills.',
  },
  'readme-purpose': {
    title: 'README says what and why',
    why: 'Within a minute a visitor must know whether the project solves their problem.',
    remedy:
      'Begin the README with a paragraph that says what the project does, for whom, and why it exists.',
  },
  'readme-getting-started': {
    title: 'Getting started or usage',
    why: 'People who cannot try it within minutes leave. Users are where contributors come from.',
    remedy:
      'Add a section “Getting started” to the README: what is needed, how to install, and the first thing to do.',
  },
  'help-channel': {
    title: 'Where to get help',
    why: 'A public, searchable channel answers a question once for everybody. Without one, people ask nobody or build their own.',
    remedy:
      'Say in the README or in a SUPPORT file which channel, tracker or mail address is for questions.',
  },
  'maintainers-named': {
    title: 'Who we are',
    why: 'Contributors want to know with whom they deal, and whom to ask for a review.',
    remedy:
      'Name the team and its maintainers in a section “Who we are” of the README, or in a MAINTAINERS file.',
  },
  license: {
    title: 'Recognised license',
    why: 'Without a license other legal entities of the organisation may not know whether they are allowed to use and change the code.',
    remedy:
      'Add a LICENSE file with the text of a license that has an SPDX identifier, or with the license that your organisation uses internally.',
  },
  'design-decisions': {
    title: 'Design decisions or architecture documented',
    why: 'Contributors from outside were not in the room when decisions were made. Written reasons spare them guesses and you repeated discussions.',
    remedy:
      'Record one decision per file below docs/adr, or describe the architecture in docs/architecture.md.',
  },
  'contributing-guide': {
    title: 'Contributing guide',
    why: 'It tells contributors what to expect and saves maintainers from explaining the same things over and over.',
    remedy:
      'Add a CONTRIBUTING file that says which contributions are wanted, how to build, test and submit, and when to expect an answer.',
  },
  'build-and-test': {
    title: 'Says how to build and test',
    why: 'A change that its author could not build and test costs the reviewer more than it gives.',
    remedy:
      'Write down the commands that build the project and run its tests, from a fresh clone on.',
  },
  'submit-change': {
    title: 'Says how to submit a change',
    why: 'Branch or fork, which checks must be green, who reviews: every team does it differently, and outsiders cannot know.',
    remedy:
      'Describe in the contributing guide the way of a change from branch or fork to merge.',
  },
  'contributions-wanted': {
    title: 'Says which contributions are wanted',
    why: 'People give what is asked for. A list of wanted help turns goodwill into contributions that get merged.',
    remedy:
      'List the kinds of help you want, and those you do not, in the contributing guide or under contributions in innersource.json.',
  },
  'response-target': {
    title: 'States how fast maintainers answer',
    why: 'Contributors plan around an answer that they can expect. A stated target also protects the time of maintainers.',
    remedy:
      'Promise a time for the first answer that you can keep, for instance “We answer within two working days”, in the contributing guide.',
  },
  'forking-or-access': {
    title: 'Forking allowed or write access explained',
    why: 'Whoever may neither fork nor push cannot offer a change at all.',
    remedy:
      'Allow forks of the repository, or say in the contributing guide how to get write access for a branch.',
  },
  'issue-tracker': {
    title: 'Issue tracker on',
    why: 'An open tracker is where outsiders learn about plans, report problems and find work.',
    remedy:
      'Turn on issues for the repository, or link the tracker you use in the README.',
  },
  'issue-templates': {
    title: 'Issue templates',
    why: 'A template asks for what maintainers need to help, so that the first answer need not be a question.',
    remedy: 'Add an issue form for problems and one for ideas.',
  },
  'pull-request-template': {
    title: 'Pull request template',
    why: 'A short checklist tells contributors what reviewers look at, before they look.',
    remedy: 'Add a pull request template with a short checklist.',
  },
  'starter-issues': {
    title: 'Starter issues open',
    why: 'A first issue of the right size is the shortest way from reader to contributor.',
    remedy:
      'Label a few issues of manageable size with “good first issue” or “help wanted”, and keep them unassigned until somebody takes them.',
  },
  codeowners: {
    title: 'CODEOWNERS with an owner of everything',
    why: 'Every change from outside needs a reviewer. CODEOWNERS lets the host ask the right people, without anybody having to know them.',
    remedy:
      'Add a CODEOWNERS file whose first rule gives everything to your team.',
  },
  'trusted-committers': {
    title: 'Trusted committers named',
    why: 'A trusted committer looks after contributors from other teams. Named people are asked; unnamed ones are guessed at.',
    remedy:
      'Name your trusted committers in a TRUSTED-COMMITTERS file or in a section of the README.',
  },
  'code-of-conduct': {
    title: 'Code of conduct',
    why: 'People from other teams need to know that they will be treated with respect, and whom to turn to if not.',
    remedy:
      'Add a CODE_OF_CONDUCT file with a contact, or link to that of your organisation.',
  },
  'review-required': {
    title: 'Review required on the default branch',
    why: 'Review before merge protects the project and teaches contributors. Rules that the host enforces treat everybody alike.',
    remedy:
      'Protect the default branch: no force pushes or deletion, at least one approving review, status checks that must pass, then reviews by code owners.',
  },
  'governance-level': {
    title: 'Governance level declared',
    why: 'Teams mean different things by InnerSource. A declared level tells at once whether issues, changes or shared ownership are on offer.',
    remedy:
      'Set the annotation innersource.io/governance-level of the catalog entity, or governanceLevel in innersource.json, to issues-welcome, contributions-welcome, shared-write-access or shared-ownership.',
  },
  'security-policy': {
    title: 'Security policy',
    why: 'Whoever finds a weakness must know how to report it without telling everybody.',
    remedy:
      'Add a SECURITY file that says how to report a weakness, to whom, and when to expect an answer.',
  },
  'support-after-merge': {
    title: 'Support after merge stated',
    why: 'A team accepts foreign code more easily when its authors stand by it for a while. A stated warranty makes that a rule, not a favour.',
    remedy:
      'Say in the contributing guide for how long contributors help to fix their change after it is merged, for instance 30 days.',
  },
  'first-response': {
    title: 'Answers people from other teams in time',
    why: 'The time until somebody answers decides whether a contributor comes back.',
    remedy:
      'Agree on who looks at new change requests each day, and answer with a first comment even when the review has to wait.',
  },
  'closure-ratio': {
    title: 'Closes as many change requests as are opened',
    why: 'When more is opened than closed, a queue grows, and with it the wait of everybody.',
    remedy:
      'Go through the open change requests: merge, or close with a friendly reason.',
  },
  'no-unanswered': {
    title: 'Leaves no change request of others unanswered',
    why: 'A change request that nobody answers tells its author, and everybody who sees it, that contributions are not wanted.',
    remedy:
      'Answer the change requests listed here, oldest first, if only to say when you will look at them.',
  },
  'absence-factor': {
    title: 'Does not depend on one person',
    why: 'When one person makes more than half of all contributions, their holiday stops the project.',
    remedy:
      'Share the work: let others review, pair on the parts that only one person knows, and invite a contributor to become a maintainer.',
  },
  'active-maintainers': {
    title: 'More than one active maintainer',
    why: 'Two active maintainers can review each other and answer when one is away.',
    remedy:
      'Win a second maintainer: a member of the team or a trusted committer from another one who reviews and merges.',
  },
  'continuous-integration': {
    title: 'Continuous integration',
    why: 'A pipeline tells a contributor within minutes whether a change works, before anybody has to look.',
    remedy:
      'Add a pipeline that builds and tests every change request, for instance a workflow below .github/workflows.',
  },
  tests: {
    title: 'Tests present',
    why: 'Tests let strangers change code without fear, and reviewers accept it without trying it all themselves.',
    remedy:
      'Add automated tests, beginning with the behaviour that others rely on most.',
  },
  releases: {
    title: 'Released, or change log kept, within a year',
    why: 'Releases with notes show that the project is fit for use and tell its users what changed.',
    remedy:
      'Publish a release with notes, or keep a CHANGELOG with a dated section per version.',
  },
  'semantic-versions': {
    title: 'Semantic versions',
    why: 'A version number that tells breaking from harmless changes lets users update without asking.',
    remedy: 'Name releases MAJOR.MINOR.PATCH, for instance v1.4.2.',
  },
  usage: {
    title: 'Used by others',
    why: 'What several teams use is worth sharing, and its users are its future contributors.',
    remedy:
      'Ask the teams that use it to declare so in the catalog with dependsOn or consumesApis.',
  },
} as const;
