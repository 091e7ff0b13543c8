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
 * What checks and sources say about a project, in English. `{{name}}` stands for a
 * parameter of the message; `_zero` where there is one, `_one` and `_other` are chosen by the parameter `count`.
 * Translations go by these texts.
 *
 * @public
 */
export const messageTexts = {
  sentences: '{{first}} {{second}}',
  quoted: '“{{text}}”',
  root: 'the root',
  nothing: 'nothing',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  days_one: '{{count}} day',
  days_other: '{{count}} days',

  found: 'Found {{path}}.',
  'found-default': "Found {{path}}, the organisation's default.",
  'default-applies': "The organisation's default {{path}} applies.",
  'not-found': 'Found no {{names}} in {{directories}}.',
  unread: '{{path}} is there, its text was not read.',
  'partly-read': 'Of {{path}} only the first {{size}} KiB were read.',
  'not-listed': 'Not all directories were listed: {{directories}}.',
  'directory-not-listed': 'The directory {{path}}/ was not listed.',
  'no-directory': 'There is no directory {{directories}}.',
  'directory-holds_one': '{{path}}/ holds {{count}} entry, e.g. {{name}}.',
  'directory-holds_other': '{{path}}/ holds {{count}} entries, e.g. {{name}}.',
  'looked-in': 'Looked in {{paths}}.',
  'no-document': 'There is no document that could say so.',
  'not-text': '{{path}} is not a text file.',
  'no-text': '{{path}} holds no text.',
  empty: '{{path}} is empty.',

  says: 'It says “{{text}}”.',
  'says-nothing-of': 'It says nothing of {{phrases}}.',
  'links-to': 'It links to {{target}}.',
  'links-to-text': 'It links to “{{text}}”.',
  'links-to-none': 'It links to none of {{hosts}}.',
  'front-matter-lacks': 'Its front matter lacks {{keys}}.',
  'front-matter-has': 'Its front matter has {{keys}}.',
  'no-section': 'There is no section “{{heading}}”.',
  'section-says': 'Section “{{heading}}” says “{{text}}”.',
  'section-says-so': 'Section “{{heading}}” says so.',
  'section-length_one': 'Section “{{heading}}” has {{count}} character.',
  'section-length_other': 'Section “{{heading}}” has {{count}} characters.',
  'section-short_one':
    'Section “{{heading}}” has {{count}} character, fewer than {{minimum}}.',
  'section-short_other':
    'Section “{{heading}}” has {{count}} characters, fewer than {{minimum}}.',
  'text-length_one': 'It has {{count}} character of text.',
  'text-length_other': 'It has {{count}} characters of text.',
  'text-short_one':
    'It has {{count}} character of text, fewer than {{minimum}}.',
  'text-short_other':
    'It has {{count}} characters of text, fewer than {{minimum}}.',
  'file-length_one': '{{path}} has {{count}} character.',
  'file-length_other': '{{path}} has {{count}} characters.',
  'default-length_one':
    "The organisation's default {{path}} has {{count}} character.",
  'default-length_other':
    "The organisation's default {{path}} has {{count}} characters.",
  'least-characters': 'At least {{minimum}} characters are asked for.',
  'shared-readme':
    '{{readme}} is about the repository; {{path}} has no README of its own.',

  'not-at-level': 'Not asked of projects at the governance level {{level}}.',
  'check-failed': 'The code of this check failed: {{reason}}',
  'exemption-expired': 'An exemption from this check expired on {{date}}.',

  'described-catalog': 'The catalog describes it as “{{text}}”.',
  'described-repository': 'The repository describes it as “{{text}}”.',
  'description-short-catalog_one':
    'The description “{{text}}” of the catalog has {{count}} character, fewer than {{minimum}}.',
  'description-short-catalog_other':
    'The description “{{text}}” of the catalog has {{count}} characters, fewer than {{minimum}}.',
  'description-short-repository_one':
    'The description “{{text}}” of the repository has {{count}} character, fewer than {{minimum}}.',
  'description-short-repository_other':
    'The description “{{text}}” of the repository has {{count}} characters, fewer than {{minimum}}.',
  'no-catalog-description': 'The catalog has no meaningful description.',
  'no-description': 'Neither the catalog nor the repository describes it.',
  topics_one: 'It has {{count}} topic: {{topics}}.',
  topics_other: 'It has {{count}} topics: {{topics}}.',
  'no-topics': 'It has no topics and no tags.',
  'few-tags_one': 'The catalog has {{count}} tag, fewer than {{minimum}}.',
  'few-tags_other': 'The catalog has {{count}} tags, fewer than {{minimum}}.',
  'least-topics': 'At least {{minimum}} are asked for.',
  'no-owner': 'The catalog entity names no owner.',
  'owner-missing': 'The owner {{owner}} does not exist in the catalog.',
  'owner-person': 'The owner {{owner}} is a single person, not a team.',
  'owner-kind': 'The owner {{owner}} is neither a group nor a user.',
  'owner-members_one': 'The owner {{owner}} has {{count}} member.',
  'owner-members_other': 'The owner {{owner}} has {{count}} members.',
  'owner-empty': 'The owner {{owner}} has no members.',
  'visibility-private': 'The repository is private.',
  'visibility-internal': 'The repository is internal.',
  'visibility-public': 'The repository is public.',
  'readme-elsewhere':
    '{{path}} has no README of its own, only the repository has.',
  'readme-length_one':
    '{{path}} has {{count}} character of text in {{sections}}.',
  'readme-length_other':
    '{{path}} has {{count}} characters of text in {{sections}}.',
  'readme-part-length_one':
    '{{path}} has {{count}} character of text in {{sections}} within the part that was read of {{size}} bytes.',
  'readme-part-length_other':
    '{{path}} has {{count}} characters of text in {{sections}} within the part that was read of {{size}} bytes.',
  'in-sections_one': '{{count}} section',
  'in-sections_other': '{{count}} sections',
  'least-readme':
    'At least {{minimum}} characters and {{sections}} are asked for.',
  sections_one: '{{count}} section',
  sections_other: '{{count}} sections',
  archived: 'The repository is archived.',
  'no-commit': 'There is no commit.',
  'no-commit-in-path': 'There is no commit that touches {{path}}.',
  'no-change-date': 'The date of the last change is not known.',
  'last-commit_zero': 'The last commit was less than a day ago, on {{date}}.',
  'last-commit_one': 'The last commit was {{count}} day ago, on {{date}}.',
  'last-commit_other': 'The last commit was {{count}} days ago, on {{date}}.',
  'last-push_zero': 'The last push was less than a day ago, on {{date}}.',
  'last-push_one': 'The last push was {{count}} day ago, on {{date}}.',
  'last-push_other': 'The last push was {{count}} days ago, on {{date}}.',
  'metadata-gives': 'It is valid and gives {{keys}}.',
  'metadata-gives-nothing':
    'It is valid, and has none of motivation, contributions and skills.',
  'metadata-not-text': 'The file is not text.',
  'metadata-too-large':
    'The file has {{size}} bytes; at most {{maximum}} are read.',
  'metadata-no-json': 'The file is not valid JSON.',
  'metadata-list': 'The file holds a list; it must hold an object.',
  'metadata-no-object': 'The file must hold an object.',
  'metadata-text': '`{{key}}` must be a text.',
  'metadata-text-long':
    '`{{key}}` has more than {{maximum}} characters; shorten it.',
  'metadata-texts':
    '`{{key}}` must be a list of at most {{items}} texts of at most {{length}} characters.',
  'metadata-url': '`{{key}}` must be an http or https URL.',
  'metadata-logo':
    '`logo` must be an http or https URL, or a path in the repository.',
  'metadata-level': '`governanceLevel` must be one of {{levels}}.',

  'section-explains': 'Section “{{heading}}” explains the project.',
  introduction_one:
    'It begins with {{count}} character of introduction: “{{text}}”.',
  introduction_other:
    'It begins with {{count}} characters of introduction: “{{text}}”.',
  'introduction-short_one':
    'Its introduction “{{text}}” has {{count}} character, fewer than {{minimum}}.',
  'introduction-short_other':
    'Its introduction “{{text}}” has {{count}} characters, fewer than {{minimum}}.',
  'no-introduction': 'No introduction says what the project does and why.',
  'section-starts': 'Section “{{heading}}” shows how to start.',
  'no-start': 'No section says how to start or to use it.',
  'file-helps': '{{path}} says where to get help.',
  'section-names': 'Section “{{heading}}” names {{target}}.',
  'section-names-channel': 'Section “{{heading}}” names a channel.',
  'section-names-nothing':
    'Section “{{heading}}” names no link, channel or address.',
  'no-channel':
    'No channel, issue tracker or mail address for questions is named.',
  'catalog-links': 'The catalog entity links to {{target}}.',
  'names-person': 'It names {{name}}.',
  'names-person-and-more': 'It names {{name}} and {{more}} more.',
  'section-stands-behind': 'Section “{{heading}}” says who stands behind it.',
  'no-maintainers': 'Nothing says who maintains the project.',
  license: 'The license is {{name}} ({{spdxId}}).',
  'no-license': 'There is no license file.',
  'license-unrecognised':
    'There is a license file whose text was not recognised.',
  'section-design': 'Section “{{heading}}” describes the design in the README.',
  'no-design': 'The README says nothing about the design.',

  'contributing-section_one':
    'There is no CONTRIBUTING file; section “{{heading}}” of the README has {{count}} character.',
  'contributing-section_other':
    'There is no CONTRIBUTING file; section “{{heading}}” of the README has {{count}} characters.',
  'no-contributing-section':
    'The README has no section on contributing either.',
  'how-to-build': 'How to build: it says “{{text}}”.',
  'how-to-build-link': 'How to build: it links to “{{text}}”.',
  'how-to-build-section': 'How to build: section “{{heading}}”.',
  'no-how-to-build': 'Nothing says how to build.',
  'how-to-test': 'How to test: it says “{{text}}”.',
  'how-to-test-link': 'How to test: it links to “{{text}}”.',
  'how-to-test-section': 'How to test: section “{{heading}}”.',
  'no-how-to-test': 'Nothing says how to test.',
  'no-how-to-submit': 'Nothing says how to submit a change.',
  'metadata-asks': 'innersource.json asks for {{kinds}}.',
  'speaks-of': 'It speaks of {{kinds}}.',
  'speaks-only-of': 'It speaks of {{kinds}} only.',
  'nothing-wanted': 'Nothing says which contributions are wanted.',
  'no-response-target': 'No document says how fast maintainers answer.',
  'forking-allowed': 'The repository may be forked.',
  'forking-forbidden': 'Forking is not allowed.',
  'no-access': 'No document says how to get access.',
  'issues-on': 'Issues are turned on for the repository.',
  'issues-off': 'Issues are turned off for the repository.',
  'issues-outside': 'Issues are kept outside of the repository.',
  'no-tracker': 'No document links to an issue tracker.',
  'issue-templates_one': 'There is {{count}} issue template, e.g. {{path}}.',
  'issue-templates_other':
    'There are {{count}} issue templates, e.g. {{path}}.',
  'default-issue-templates_one':
    "There is {{count}} issue template, e.g. {{path}}, the organisation's default.",
  'default-issue-templates_other':
    "There are {{count}} issue templates, e.g. {{path}}, the organisation's default.",
  'no-issue-template': 'There is no issue template.',
  'no-pull-request-template': 'There is no pull request template.',
  'template-no-markdown': '{{path}} is not a Markdown file.',
  'template-front-matter': '{{path}} lacks {{keys}} in its front matter.',
  'template-no-yaml': '{{path}} is not a valid YAML mapping.',
  'template-keys': '{{path}} lacks {{keys}}.',
  'template-no-form': '{{path}} is neither Markdown nor an issue form.',
  'starter-issues_one':
    '{{count}} starter issue is open and free, e.g. “{{title}}”.',
  'starter-issues_other':
    '{{count}} starter issues are open and free, e.g. “{{title}}”.',
  'starter-issues-few_one':
    '{{count}} starter issue of {{minimum}} asked for is open and free.',
  'starter-issues-few_other':
    '{{count}} starter issues of {{minimum}} asked for are open and free.',
  'starter-issues-not-asked_one': '{{count}} starter issue is open and free.',
  'starter-issues-not-asked_other':
    '{{count}} starter issues are open and free.',
  'starter-issues-assigned_one':
    'The only open starter issue has somebody assigned.',
  'starter-issues-assigned_other':
    'All {{count}} open starter issues have somebody assigned.',
  'no-starter-issues': 'No issue is labelled for newcomers.',

  line: 'Line {{line}}: {{problem}}',
  'line-long': 'The line has more than {{maximum}} characters.',
  'line-no-path': 'The line names an owner but no path: {{owner}}.',
  'no-code-owner':
    '{{word}} is neither @user, @organisation/team nor an e-mail address.',
  owns_one: '{{owners}} owns {{scope}} by the rule {{pattern}}.',
  owns_other: '{{owners}} own {{scope}} by the rule {{pattern}}.',
  everything: 'everything',
  'no-catch-all_one': 'None of its {{count}} rule gives {{scope}} an owner.',
  'no-catch-all_other': 'None of its {{count}} rules gives {{scope}} an owner.',
  'no-catch-all-in-part_one':
    'None of its {{count}} rule gives {{scope}} an owner, in the part that was read.',
  'no-catch-all-in-part_other':
    'None of its {{count}} rules gives {{scope}} an owner, in the part that was read.',
  'no-rule': '{{path}} has no rule.',
  'names-people': 'It names {{names}}.',
  'names-people-and-more': 'It names {{names}} and {{more}} more.',
  'no-trusted-committers':
    'No document names trusted committers or maintainers.',
  'code-owner-only':
    'CODEOWNERS names {{name}}, no document says who looks after contributors.',
  'code-owner-only-and-more':
    'CODEOWNERS names {{name}} and {{more}} more, no document says who looks after contributors.',
  'no-link-either': 'No document links to one either.',
  'in-place': 'In place: {{settings}}.',
  missing: 'Missing: {{settings}}.',
  hidden: 'Not visible, so not scored: {{settings}}.',
  'protection-hidden': 'Nothing of the protection of the branch can be seen.',
  'no-force-pushes': 'no force pushes',
  'no-deletion': 'no deletion',
  'approving-reviews_one': '{{count}} approving review',
  'approving-reviews_other': '{{count}} approving reviews',
  'status-checks': 'status checks',
  'code-owner-reviews': 'reviews by code owners',
  'stale-reviews': 'stale reviews dismissed',
  administrators: 'administrators included',
  'level-catalog': 'The catalog entity declares {{level}}.',
  'level-metadata': 'innersource.json declares {{level}}.',
  'level-wrong': 'The annotation “{{text}}” is no governance level.',
  'no-level': 'Neither the catalog entity nor innersource.json declares one.',
  'file-length-and-contact_one':
    '{{path}} has {{count}} character and names {{contact}}.',
  'file-length-and-contact_other':
    '{{path}} has {{count}} characters and names {{contact}}.',
  'default-length-and-contact_one':
    "The organisation's default {{path}} has {{count}} character and names {{contact}}.",
  'default-length-and-contact_other':
    "The organisation's default {{path}} has {{count}} characters and names {{contact}}.",
  'no-how-to-report': 'It says nothing on how to report.',
  'section-no-period': 'Section “{{heading}}” names no period.',
  'no-support-after-merge':
    'No document says for how long contributors support their change.',

  'no-outside-change-request':
    'Nobody from another team opened a change request in the last 365 days.',
  'median-response':
    'The median first response to change requests from other teams took {{duration}} in the last 365 days.',
  'no-change-request': 'No change request was opened in the last 365 days.',
  'closure-ratio':
    'Change requests closed, divided by those opened, were {{ratio}} in the last 365 days.',
  unanswered_one:
    '{{count}} change request of other teams without any answer for more than {{period}}.',
  unanswered_other:
    '{{count}} change requests of other teams without any answer for more than {{period}}.',
  'open-for_zero': 'Open for less than a day.',
  'open-for_one': 'Open for {{count}} day.',
  'open-for_other': 'Open for {{count}} days.',
  'none-unanswered':
    'No change request of other teams waits longer than {{period}} for an answer.',
  'no-contribution': 'There was no contribution in the last 365 days.',
  'absence-factor_one':
    '{{count}} person makes more than half of the contributions of the last 365 days.',
  'absence-factor_other':
    '{{count}} people make more than half of the contributions of the last 365 days.',
  'active-maintainers_one':
    '{{count}} maintainer was active in the last 90 days.',
  'active-maintainers_other':
    '{{count}} maintainers were active in the last 90 days.',

  'no-pipeline':
    'There is no configuration of a continuous integration that is known by its name.',
  'not-asked-of': 'Not asked of a {{type}}.',
  tests_one: '{{count}} file of tests by name or directory, e.g. {{path}}.',
  tests_other: '{{count}} files of tests by name or directory, e.g. {{path}}.',
  'tests-directory':
    'There is a directory {{directory}}; what it holds was not listed.',
  'no-tests': 'No file or directory looks like a test.',
  'no-tests-listed':
    'None of the files that were listed looks like a test; not all were listed.',
  'no-release': 'There is no release and no tag.',
  'newest-release_zero': 'The newest release, {{tag}}, is less than a day old.',
  'newest-release_one': 'The newest release, {{tag}}, is {{count}} day old.',
  'newest-release_other': 'The newest release, {{tag}}, is {{count}} days old.',
  'newest-tag_zero': 'The newest tag, {{tag}}, is less than a day old.',
  'newest-tag_one': 'The newest tag, {{tag}}, is {{count}} day old.',
  'newest-tag_other': 'The newest tag, {{tag}}, is {{count}} days old.',
  'no-change-log': 'There is no change log.',
  'change-log-undated': '{{path}} gives no dates.',
  'change-log-age_zero':
    'The newest dated section of {{path}} is less than a day old.',
  'change-log-age_one':
    'The newest dated section of {{path}} is {{count}} day old.',
  'change-log-age_other':
    'The newest dated section of {{path}} is {{count}} days old.',
  'semantic-versions':
    'Semantic among the latest {{total}} versions: {{semantic}}, e.g. {{tag}}.',
  'semantic-versions-except':
    'Semantic among the latest {{total}} versions: {{semantic}}; {{tag}} is not.',
  visited: 'A {{type}} is visited; relations in the catalog do not count that.',
  'dependents-outside_one': '{{count}} entity of other teams depends on it.',
  'dependents-outside_other': '{{count}} entities of other teams depend on it.',
  'dependents-few_one':
    '{{count}} entity of other teams depends on it, {{minimum}} are asked for.',
  'dependents-few_other':
    '{{count}} entities of other teams depend on it, {{minimum}} are asked for.',
  'dependents-own_one': '{{count}} entity depends on it, none of another team.',
  'dependents-own_other':
    '{{count}} entities depend on it, none of another team.',
  'no-dependents': 'No entity in the catalog depends on it.',

  'base-permission-read': 'The base permission is read.',
  'base-permission-none':
    'The base permission is none. Members see internal and public repositories only.',
  'base-permission-write':
    'The base permission is write. Any member may change any repository.',
  'base-permission-admin':
    'The base permission is admin. Any member may change any repository.',
  'default-visibility-internal': 'New repositories are internal by default.',
  'default-visibility-public': 'New repositories are public by default.',
  'default-visibility-private': 'New repositories are private by default.',
  'no-internal-repositories':
    'The organisation has no internal repositories: it belongs to no enterprise account.',
  'internal-creation-allowed': 'Members may create internal repositories.',
  'internal-creation-forbidden':
    'Members may not create internal repositories.',
  'public-creation-allowed': 'Members may create public repositories.',
  'public-creation-forbidden': 'Members may not create public repositories.',
  'organization-forking-allowed':
    'Members may fork private and internal repositories.',
  'organization-forking-forbidden':
    'Members may not fork private and internal repositories.',
  'two-factor-required': 'The organisation requires two-factor authentication.',
  'two-factor-optional':
    'The organisation does not require two-factor authentication.',
  'rulesets-active': 'Active for branches: {{rulesets}}.',
  'rulesets-inactive': 'There are rulesets for branches, but none is active.',
  'no-rulesets': 'There is no ruleset for branches.',
  'no-default-files': 'The organisation has no default community files.',
  'default-files': 'There are {{files}}.',
  'default-files-missing': 'There are {{files}}; missing: {{missing}}.',

  'contributions-unread': 'Contributions have not been read yet.',
  'git-change-requests':
    'Git history does not tell about change requests. Install the backend module for the host to measure them.',
  'history-unread': 'The source did not read the history of this path.',
  'no-commits-yet': 'The repository has no commits yet.',
  'git-head-branch':
    'HEAD of the repository points at a branch that does not exist. Set the default branch to one that does.',
  'git-head-none': 'HEAD of the repository names no branch.',
  'git-tags': 'The dates of the tags could not be read.',
  'git-does-not-tell':
    'Git alone does not tell {{what}}; the API of the host would.',
  'git-description': 'the description',
  'git-topics': 'the topics',
  'git-visibility': 'who may see the repository',
  'git-archived': 'whether the repository is archived',
  'git-fork': 'whether the repository is a fork',
  'git-created': 'when the repository was created',
  'git-pushed': 'when it was pushed to',
  'git-stars': 'the number of stars',
  'git-forks': 'the number of forks',
  'git-watchers': 'the number of watchers',
  'git-issues': 'the number of open issues',
  'git-forking': 'whether forking is allowed',
  'git-issue-tracker': 'whether the issue tracker is on',
  'git-discussions': 'whether discussions are on',
  'git-protection': 'how branches are protected',
  'git-starter-issues': 'the open issues',
  'repository-empty': 'The repository is empty.',
  'nothing-pushed': 'Nothing was pushed yet.',
  'github-does-not-tell': 'GitHub does not tell.',
  'github-version': 'This version of {{host}} does not tell.',
  'github-permission':
    'The credentials for {{account}} lack the permission "{{permission}}: read".',
  'github-tags': 'The credentials may not see the tags.',
  'github-files':
    'The credentials may not see the files: grant "Contents: read".',
  'github-history':
    'The credentials may not see the history: grant "Contents: read".',
  'github-count': 'GitHub could not count the commits: {{reason}}',
  'github-protection':
    'The credentials may not see the branch protection: grant "Administration: read".',
  'github-rulesets':
    'This host does not show the rulesets that apply to a branch.',
  'github-bypass':
    'GitHub does not show who may bypass the rulesets of the default branch.',
  'github-default-visibility':
    "GitHub's API does not tell the default visibility of new repositories.",
  'github-setting':
    'The credentials may not see this setting: use a GitHub App with the organisation permission "Administration: read", or a token of an owner.',
} as const;
