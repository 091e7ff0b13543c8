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

import {
  Evidence,
  Fact,
  Guideline,
  OrganizationCheckResult,
  OrganizationSetup,
} from '../model';

type Outcome = Pick<OrganizationCheckResult, 'status'> & { found: string };

/**
 * A rule over an organisation's set-up.
 *
 * @public
 */
export interface OrganizationCheckDefinition {
  /** Stable, kebab-case. */
  id: string;
  title: string;
  /** The recommended range, a sentence. */
  recommended: string;
  /** Why openness gains by it. */
  why: string;
  /** What it costs in security or control. */
  tradeOff: string;
  guideline: Guideline;
  /** Pure; must not throw for any set-up. */
  evaluate(
    setup: OrganizationSetup,
  ): Pick<OrganizationCheckResult, 'status' | 'evidence'>;
}

const CONFIGURATION: Guideline = {
  name: 'Managing InnerSource Projects: GitHub Configuration',
  url: 'https://innersourcecommons.gitbook.io/managing-innersource-projects/innersource-tooling/github-configuration',
};

const STRATEGY: Guideline = {
  name: 'Managing InnerSource Projects: GitHub Strategy',
  url: 'https://innersourcecommons.gitbook.io/managing-innersource-projects/innersource-tooling/github-strategy',
};

const SCM_SECURITY: Guideline = {
  name: 'OpenSSF Source Code Management Platform Configuration Best Practices',
  url: 'https://best.openssf.org/SCM-BestPractices/',
};

const BASE_DOCUMENTATION: Guideline = {
  name: 'InnerSource Pattern: Standard Base Documentation',
  url: 'https://patterns.innersourcecommons.org/p/base-documentation',
};

const VISIBILITY_STATUS = {
  internal: 'pass',
  public: 'partial',
  private: 'fail',
} as const;

/** Kinds of default files that are looked for, those that matter most first. */
const WANTED_DOCUMENTS = ['contributing', 'code_of_conduct'];

/** Judges a fact that is known; one that is not stays unknown. */
function judge<T>(
  fact: Fact<T>,
  url: string,
  outcome: (value: T) => Outcome,
): Pick<OrganizationCheckResult, 'status' | 'evidence'> {
  if (!fact.known) {
    return { status: 'unknown', evidence: [{ message: fact.reason }] };
  }
  const { status, found } = outcome(fact.value);
  const evidence: Evidence[] = [{ message: found, url }];
  return { status, evidence };
}

/**
 * The recommendations for an SCM organisation that practises InnerSource: open
 * enough for people to find, read and change what others make, and no more than
 * that.
 *
 * @public
 */
export const organizationChecks: readonly OrganizationCheckDefinition[] = [
  {
    id: 'base-permission',
    title: 'Members may read by default',
    recommended:
      'Base permission Read; or None, where repositories are internal by default.',
    why: 'What cannot be read cannot be reused or improved. Read is enough to clone, to open issues and to propose changes from a fork.',
    tradeOff:
      'Read opens every private repository to all members. Move what is truly secret into an organisation of its own before opening the rest; Write and Admin let anybody change everything.',
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.basePermission, setup.url, value => {
        const found = `The base permission is ${value}.`;
        if (value === 'read') {
          return { status: 'pass', found };
        }
        return value === 'none'
          ? {
              status: 'partial',
              found: `${found} Members see internal and public repositories only.`,
            }
          : {
              status: 'fail',
              found: `${found} Any member may change any repository.`,
            };
      }),
  },
  {
    id: 'default-visibility',
    title: 'New repositories are internal by default',
    recommended: 'Internal.',
    why: 'Most people keep the default. A repository that is born internal is found by others without anybody asking for it.',
    tradeOff:
      'Whoever needs secrecy has to choose it. Say in the guidelines for new repositories when private is right.',
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.defaultVisibility, setup.url, value => ({
        status: VISIBILITY_STATUS[value],
        found: `New repositories are ${value} by default.`,
      })),
  },
  {
    id: 'internal-repository-creation',
    title: 'Members may create internal repositories',
    recommended: 'Allowed, along with private ones.',
    why: 'Sharing starts with a repository. Whoever has to ask an administrator for one shares less.',
    tradeOff:
      'More repositories, and some of them abandoned. Archive what nobody tends rather than keeping people from starting.',
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.membersCanCreateInternalRepositories, setup.url, value => {
        if (value === null) {
          return {
            status: 'not-applicable',
            found:
              'The organisation has no internal repositories: it belongs to no enterprise account.',
          };
        }
        return value
          ? {
              status: 'pass',
              found: 'Members may create internal repositories.',
            }
          : {
              status: 'fail',
              found: 'Members may not create internal repositories.',
            };
      }),
  },
  {
    id: 'public-repository-creation',
    title: 'Publishing is a decision of its own',
    recommended: 'Members may not create public repositories by themselves.',
    why: 'People share more freely inside when they cannot publish by accident.',
    tradeOff:
      'Open source needs another way: an open source program office, or an organisation for public work.',
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.membersCanCreatePublicRepositories, setup.url, value =>
        value
          ? {
              status: 'partial',
              found: 'Members may create public repositories.',
            }
          : {
              status: 'pass',
              found: 'Members may not create public repositories.',
            },
      ),
  },
  {
    id: 'forking',
    title: 'Private and internal repositories may be forked',
    recommended: 'Allowed; single repositories may opt out.',
    why: 'A fork is how somebody without write access proposes a change. Without forks every contributor needs write access first.',
    tradeOff:
      'Copies outlive changes of access and are easily overlooked in scans. Limit forks to the organisation where that matters.',
    guideline: STRATEGY,
    evaluate: setup =>
      judge(setup.membersCanForkPrivateRepositories, setup.url, value =>
        value
          ? {
              status: 'pass',
              found: 'Members may fork private and internal repositories.',
            }
          : {
              status: 'fail',
              found: 'Members may not fork private and internal repositories.',
            },
      ),
  },
  {
    id: 'two-factor',
    title: 'Two-factor authentication is required',
    recommended: 'Required for all members.',
    why: 'The more somebody may read and change, the more a stolen account is worth. It is what makes openness affordable.',
    tradeOff:
      'Members without a second factor lose access when it is switched on: announce it. Where accounts come from single sign-on with its own second factor, this setting may stay off.',
    guideline: SCM_SECURITY,
    evaluate: setup =>
      judge(setup.twoFactorRequired, setup.url, value =>
        value
          ? {
              status: 'pass',
              found: 'The organisation requires two-factor authentication.',
            }
          : {
              status: 'fail',
              found:
                'The organisation does not require two-factor authentication.',
            },
      ),
  },
  {
    id: 'organization-rulesets',
    title: 'Rules protect the branches of all repositories',
    recommended: 'At least one active ruleset for branches.',
    why: 'Owners open up more easily when nothing reaches a main branch unreviewed, in every repository alike.',
    tradeOff:
      'Rules for all hit small and experimental repositories too. Ask for little in all of them, and leave the rest to each.',
    guideline: SCM_SECURITY,
    evaluate: setup =>
      judge(setup.rulesets, setup.url, rulesets => {
        const branches = rulesets.filter(({ target }) => target === 'branch');
        const active = branches.filter(ruleset => ruleset.active);
        if (active.length > 0) {
          return {
            status: 'pass',
            found: `Active for branches: ${active
              .map(({ name }) => name)
              .join(', ')}.`,
          };
        }
        return branches.length > 0
          ? {
              status: 'partial',
              found: 'There are rulesets for branches, but none is active.',
            }
          : { status: 'fail', found: 'There is no ruleset for branches.' };
      }),
  },
  {
    id: 'default-community-files',
    title: 'Default community files stand in where a repository has none',
    recommended: 'At least CONTRIBUTING and CODE_OF_CONDUCT.',
    why: 'Newcomers find the same ground rules everywhere, and small projects do not each have to write them.',
    tradeOff:
      'Common texts say little about a single project: how to build, test and submit belongs into its own guide.',
    guideline: BASE_DOCUMENTATION,
    evaluate: setup =>
      judge(setup.defaultDocuments, setup.url, kinds => {
        const names = (list: readonly string[]) =>
          list.map(kind => kind.toUpperCase()).join(', ');
        const missing = WANTED_DOCUMENTS.filter(kind => !kinds.includes(kind));
        if (kinds.length === 0) {
          return {
            status: 'fail',
            found: 'The organisation has no default community files.',
          };
        }
        return missing.length > 0
          ? {
              status: 'partial',
              found: `There are ${names(kinds)}; missing: ${names(missing)}.`,
            }
          : { status: 'pass', found: `There are ${names(kinds)}.` };
      }),
  },
];
