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

import { toEvidence } from '../checks/outcomes';
import {
  Fact,
  Guideline,
  OrganizationCheckResult,
  OrganizationSetup,
  Told,
} from '../model';
import { organizationCheckTexts, tell } from '../texts';

type Outcome = Pick<OrganizationCheckResult, 'status'> & { found: Told };

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
    return { status: 'unknown', evidence: [toEvidence(fact)] };
  }
  const { status, found } = outcome(fact.value);
  return { status, evidence: [{ ...found, url }] };
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
    ...organizationCheckTexts['base-permission'],
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.basePermission, setup.url, value => {
        const found = tell(`base-permission-${value}`);
        if (value === 'read') {
          return { status: 'pass', found };
        }
        return { status: value === 'none' ? 'partial' : 'fail', found };
      }),
  },
  {
    id: 'default-visibility',
    ...organizationCheckTexts['default-visibility'],
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.defaultVisibility, setup.url, value => ({
        status: VISIBILITY_STATUS[value],
        found: tell(`default-visibility-${value}`),
      })),
  },
  {
    id: 'internal-repository-creation',
    ...organizationCheckTexts['internal-repository-creation'],
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.membersCanCreateInternalRepositories, setup.url, value => {
        if (value === null) {
          return {
            status: 'not-applicable',
            found: tell('no-internal-repositories'),
          };
        }
        return value
          ? {
              status: 'pass',
              found: tell('internal-creation-allowed'),
            }
          : {
              status: 'fail',
              found: tell('internal-creation-forbidden'),
            };
      }),
  },
  {
    id: 'public-repository-creation',
    ...organizationCheckTexts['public-repository-creation'],
    guideline: CONFIGURATION,
    evaluate: setup =>
      judge(setup.membersCanCreatePublicRepositories, setup.url, value =>
        value
          ? {
              status: 'partial',
              found: tell('public-creation-allowed'),
            }
          : {
              status: 'pass',
              found: tell('public-creation-forbidden'),
            },
      ),
  },
  {
    id: 'forking',
    ...organizationCheckTexts.forking,
    guideline: STRATEGY,
    evaluate: setup =>
      judge(setup.membersCanForkPrivateRepositories, setup.url, value =>
        value
          ? {
              status: 'pass',
              found: tell('organization-forking-allowed'),
            }
          : {
              status: 'fail',
              found: tell('organization-forking-forbidden'),
            },
      ),
  },
  {
    id: 'two-factor',
    ...organizationCheckTexts['two-factor'],
    guideline: SCM_SECURITY,
    evaluate: setup =>
      judge(setup.twoFactorRequired, setup.url, value =>
        value
          ? {
              status: 'pass',
              found: tell('two-factor-required'),
            }
          : {
              status: 'fail',
              found: tell('two-factor-optional'),
            },
      ),
  },
  {
    id: 'organization-rulesets',
    ...organizationCheckTexts['organization-rulesets'],
    guideline: SCM_SECURITY,
    evaluate: setup =>
      judge(setup.rulesets, setup.url, rulesets => {
        const branches = rulesets.filter(({ target }) => target === 'branch');
        const active = branches.filter(ruleset => ruleset.active);
        if (active.length > 0) {
          return {
            status: 'pass',
            found: tell('rulesets-active', {
              rulesets: active.map(({ name }) => name),
            }),
          };
        }
        return branches.length > 0
          ? {
              status: 'partial',
              found: tell('rulesets-inactive'),
            }
          : { status: 'fail', found: tell('no-rulesets') };
      }),
  },
  {
    id: 'default-community-files',
    ...organizationCheckTexts['default-community-files'],
    guideline: BASE_DOCUMENTATION,
    evaluate: setup =>
      judge(setup.defaultDocuments, setup.url, kinds => {
        const names = (list: readonly string[]) =>
          list.map(kind => kind.toUpperCase()).join(', ');
        const missing = WANTED_DOCUMENTS.filter(kind => !kinds.includes(kind));
        if (kinds.length === 0) {
          return {
            status: 'fail',
            found: tell('no-default-files'),
          };
        }
        return missing.length > 0
          ? {
              status: 'partial',
              found: tell('default-files-missing', {
                files: names(kinds),
                missing: names(missing),
              }),
            }
          : {
              status: 'pass',
              found: tell('default-files', { files: names(kinds) }),
            };
      }),
  },
];
