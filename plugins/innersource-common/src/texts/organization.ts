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
 * What is recommended for an SCM organisation, why, and at what price, in English,
 * by the ids of the organisation checks. Translations go by these texts.
 *
 * @public
 */
export const organizationCheckTexts = {
  'base-permission': {
    title: 'Members may read by default',
    recommended:
      'Base permission Read; or None, where repositories are internal by default.',
    why: 'What cannot be read cannot be reused or improved. Read is enough to clone, to open issues and to propose changes from a fork.',
    tradeOff:
      'Read opens every private repository to all members. Move what is truly secret into an organisation of its own before opening the rest; Write and Admin let anybody change everything.',
  },
  'default-visibility': {
    title: 'New repositories are internal by default',
    recommended: 'Internal.',
    why: 'Most people keep the default. A repository that is born internal is found by others without anybody asking for it.',
    tradeOff:
      'Whoever needs secrecy has to choose it. Say in the guidelines for new repositories when private is right.',
  },
  'internal-repository-creation': {
    title: 'Members may create internal repositories',
    recommended: 'Allowed, along with private ones.',
    why: 'Sharing starts with a repository. Whoever has to ask an administrator for one shares less.',
    tradeOff:
      'More repositories, and some of them abandoned. Archive what nobody tends rather than keeping people from starting.',
  },
  'public-repository-creation': {
    title: 'Publishing is a decision of its own',
    recommended: 'Members may not create public repositories by themselves.',
    why: 'People share more freely inside when they cannot publish by accident.',
    tradeOff:
      'Open source needs another way: an open source program office, or an organisation for public work.',
  },
  forking: {
    title: 'Private and internal repositories may be forked',
    recommended: 'Allowed; single repositories may opt out.',
    why: 'A fork is how somebody without write access proposes a change. Without forks every contributor needs write access first.',
    tradeOff:
      'Copies outlive changes of access and are easily overlooked in scans. Limit forks to the organisation where that matters.',
  },
  'two-factor': {
    title: 'Two-factor authentication is required',
    recommended: 'Required for all members.',
    why: 'The more somebody may read and change, the more a stolen account is worth. It is what makes openness affordable.',
    tradeOff:
      'Members without a second factor lose access when it is switched on: announce it. Where accounts come from single sign-on with its own second factor, this setting may stay off.',
  },
  'organization-rulesets': {
    title: 'Rules protect the branches of all repositories',
    recommended: 'At least one active ruleset for branches.',
    why: 'Owners open up more easily when nothing reaches a main branch unreviewed, in every repository alike.',
    tradeOff:
      'Rules for all hit small and experimental repositories too. Ask for little in all of them, and leave the rest to each.',
  },
  'default-community-files': {
    title: 'Default community files stand in where a repository has none',
    recommended: 'At least CONTRIBUTING and CODE_OF_CONDUCT.',
    why: 'Newcomers find the same ground rules everywhere, and small projects do not each have to write them.',
    tradeOff:
      'Common texts say little about a single project: how to build, test and submit belongs into its own guide.',
  },
} as const;
