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

import { BranchProtection } from '@ispo/backstage-plugin-innersource-common';
import { ProtectionAnswer } from './answers';
import { toBranchProtection } from './branchProtection';

const classic: NonNullable<ProtectionAnswer['branchProtectionRule']> = {
  requiresApprovingReviews: true,
  requiredApprovingReviewCount: 1,
  requiresCodeOwnerReviews: false,
  dismissesStaleReviews: true,
  requiresStatusChecks: false,
  isAdminEnforced: false,
  allowsForcePushes: false,
  allowsDeletions: true,
};

const reviews = (count: number) => ({
  type: 'PULL_REQUEST',
  parameters: {
    requiredApprovingReviewCount: count,
    requireCodeOwnerReview: true,
    dismissStaleReviewsOnPush: false,
  },
});

/** Values of what is known, '?' for what is not. */
function view(
  branch: ProtectionAnswer,
  visible: { classic?: boolean; rules?: boolean } = {},
) {
  const protection = toBranchProtection({
    branch,
    classicVisible: visible.classic ?? true,
    rulesVisible: visible.rules ?? true,
  });
  return Object.fromEntries(
    (Object.keys(protection) as Array<keyof BranchProtection>).map(key => {
      const fact = protection[key];
      return [key, fact.known ? fact.value : '?'];
    }),
  );
}

const UNPROTECTED = {
  requiredApprovingReviewCount: 0,
  requiresCodeOwnerReviews: false,
  dismissesStaleReviews: false,
  requiresStatusChecks: false,
  enforcedForAdmins: false,
  allowsForcePushes: true,
  allowsDeletions: true,
};

describe('toBranchProtection', () => {
  it('knows that nothing protects', () => {
    expect(view({ rules: { nodes: [] } })).toEqual(UNPROTECTED);
  });

  it('reads a classic rule', () => {
    expect(
      view({ branchProtectionRule: classic, rules: { nodes: [] } }),
    ).toEqual({
      requiredApprovingReviewCount: 1,
      requiresCodeOwnerReviews: false,
      dismissesStaleReviews: true,
      requiresStatusChecks: false,
      enforcedForAdmins: false,
      allowsForcePushes: false,
      allowsDeletions: true,
    });
  });

  it('folds rulesets in: the strictest applies', () => {
    expect(
      view({
        branchProtectionRule: classic,
        rules: {
          nodes: [
            reviews(2),
            reviews(0),
            { type: 'REQUIRED_STATUS_CHECKS' },
            { type: 'DELETION' },
            null,
          ],
        },
      }),
    ).toEqual({
      requiredApprovingReviewCount: 2,
      requiresCodeOwnerReviews: true,
      dismissesStaleReviews: true,
      requiresStatusChecks: true,
      // Who may bypass the rulesets is not shown.
      enforcedForAdmins: '?',
      allowsForcePushes: false,
      allowsDeletions: false,
    });
  });

  it('takes no absence for granted where it may not look', () => {
    expect(view({ rules: { nodes: [] } }, { classic: false })).toEqual(
      Object.fromEntries(Object.keys(UNPROTECTED).map(key => [key, '?'])),
    );
    expect(view({}, { rules: false })).toEqual(
      Object.fromEntries(Object.keys(UNPROTECTED).map(key => [key, '?'])),
    );
  });

  it('knows what is settled by what it sees', () => {
    expect(
      view(
        { rules: { nodes: [reviews(1), { type: 'NON_FAST_FORWARD' }] } },
        { classic: false },
      ),
    ).toEqual({
      requiredApprovingReviewCount: 1,
      requiresCodeOwnerReviews: true,
      dismissesStaleReviews: '?',
      requiresStatusChecks: '?',
      enforcedForAdmins: '?',
      allowsForcePushes: false,
      allowsDeletions: '?',
    });
  });

  it('believes what is shown to people without administration', () => {
    expect(
      view(
        {
          refUpdateRule: {
            requiredApprovingReviewCount: 1,
            requiresCodeOwnerReviews: false,
            requiredStatusCheckContexts: ['build'],
            allowsForcePushes: false,
            allowsDeletions: false,
          },
          rules: { nodes: [] },
        },
        { classic: false },
      ),
    ).toEqual({
      requiredApprovingReviewCount: 1,
      requiresCodeOwnerReviews: false,
      dismissesStaleReviews: '?',
      requiresStatusChecks: true,
      enforcedForAdmins: '?',
      allowsForcePushes: false,
      allowsDeletions: false,
    });
  });
});
