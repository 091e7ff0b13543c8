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
  BranchProtection,
  Fact,
  known,
  tell,
  Told,
  unknown,
} from '@ispo/backstage-plugin-innersource-common';
import { nodesOf, ProtectionAnswer } from './answers';

/** What one of the two kinds of protection says; absent keys are not known. */
interface View {
  reviews?: number;
  codeOwners?: boolean;
  stale?: boolean;
  statusChecks?: boolean;
  admins?: boolean;
  forcePushes?: boolean;
  deletions?: boolean;
}

const UNPROTECTED: View = {
  reviews: 0,
  codeOwners: false,
  stale: false,
  statusChecks: false,
  admins: false,
  forcePushes: true,
  deletions: true,
};

/**
 * Folds classic branch protection and rulesets into one view of the default
 * branch. What the credential may not see stays unknown, unless what it does
 * see settles the question.
 *
 * @param classicVisible - true when the absence of a classic rule can be believed
 */
export function toBranchProtection(options: {
  branch: ProtectionAnswer;
  classicVisible: boolean;
  rulesVisible: boolean;
}): BranchProtection {
  const { branch, classicVisible, rulesVisible } = options;
  const classic = classicView(branch, classicVisible);
  const rules = rulesVisible ? rulesView(branch) : {};
  const reason = hiddenReason(classicVisible, rulesVisible);

  const anyTrue = (key: 'codeOwners' | 'stale' | 'statusChecks') =>
    fold(classic[key], rules[key], true, reason);
  const bothTrue = (key: 'forcePushes' | 'deletions') =>
    fold(classic[key], rules[key], false, reason);

  return {
    requiredApprovingReviewCount: maximum(
      classic.reviews,
      rules.reviews,
      reason,
    ),
    requiresCodeOwnerReviews: anyTrue('codeOwners'),
    dismissesStaleReviews: anyTrue('stale'),
    requiresStatusChecks: anyTrue('statusChecks'),
    enforcedForAdmins: enforcedForAdmins(classic, rules, reason),
    allowsForcePushes: bothTrue('forcePushes'),
    allowsDeletions: bothTrue('deletions'),
  };
}

function classicView(branch: ProtectionAnswer, visible: boolean): View {
  const rule = branch.branchProtectionRule;
  if (rule) {
    return {
      reviews: rule.requiresApprovingReviews
        ? Math.max(1, rule.requiredApprovingReviewCount ?? 1)
        : 0,
      codeOwners: rule.requiresCodeOwnerReviews,
      stale: rule.dismissesStaleReviews,
      statusChecks: rule.requiresStatusChecks,
      admins: rule.isAdminEnforced,
      forcePushes: rule.allowsForcePushes,
      deletions: rule.allowsDeletions,
    };
  }
  if (visible) {
    return UNPROTECTED;
  }
  const shown = branch.refUpdateRule;
  return shown
    ? {
        reviews: shown.requiredApprovingReviewCount ?? 0,
        codeOwners: shown.requiresCodeOwnerReviews,
        statusChecks: (shown.requiredStatusCheckContexts ?? []).length > 0,
        forcePushes: shown.allowsForcePushes,
        deletions: shown.allowsDeletions,
      }
    : {};
}

function rulesView(branch: ProtectionAnswer): View {
  const view: View = { ...UNPROTECTED };
  // Who may bypass a ruleset is shown to its administrators only.
  let protects = false;
  for (const { type, parameters } of nodesOf(branch.rules)) {
    if (type === 'PULL_REQUEST') {
      protects = true;
      view.reviews = Math.max(
        view.reviews ?? 0,
        parameters?.requiredApprovingReviewCount ?? 0,
      );
      view.codeOwners ||= parameters?.requireCodeOwnerReview ?? false;
      view.stale ||= parameters?.dismissStaleReviewsOnPush ?? false;
    } else if (type === 'REQUIRED_STATUS_CHECKS' || type === 'WORKFLOWS') {
      protects = true;
      view.statusChecks = true;
    } else if (type === 'NON_FAST_FORWARD') {
      protects = true;
      view.forcePushes = false;
    } else if (type === 'DELETION') {
      protects = true;
      view.deletions = false;
    }
  }
  view.admins = protects ? undefined : false;
  return view;
}

function fold(
  a: boolean | undefined,
  b: boolean | undefined,
  strict: boolean,
  reason: Told,
): Fact<boolean> {
  if (a === strict || b === strict) {
    return known(strict);
  }
  return a === undefined || b === undefined ? unknown(reason) : known(!strict);
}

function maximum(
  a: number | undefined,
  b: number | undefined,
  reason: Told,
): Fact<number> {
  const highest = Math.max(a ?? 0, b ?? 0);
  // At least what is seen is required; nothing seen may still be hidden.
  return highest > 0 || (a !== undefined && b !== undefined)
    ? known(highest)
    : unknown(reason);
}

function enforcedForAdmins(
  classic: View,
  rules: View,
  reason: Told,
): Fact<boolean> {
  if (classic.admins) {
    return known(true);
  }
  if (classic.admins === false && rules.admins === false) {
    return known(false);
  }
  return unknown(classic.admins === undefined ? reason : tell('github-bypass'));
}

function hiddenReason(classicVisible: boolean, rulesVisible: boolean): Told {
  if (!classicVisible) {
    return tell('github-protection');
  }
  return rulesVisible ? tell('github-does-not-tell') : tell('github-rulesets');
}
