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

import { known, OrganizationSetup, unknown } from '../model';
import { NOW, recommendedSetup } from './__fixtures__/organizationSetup';
import { evaluateOrganization } from './evaluateOrganization';

function statuses(changes: Partial<OrganizationSetup> = {}) {
  const { results } = evaluateOrganization(
    { ...recommendedSetup, ...changes },
    { now: NOW },
  );
  return Object.fromEntries(results.map(({ id, status }) => [id, status]));
}

describe('evaluateOrganization', () => {
  it('passes what is set up as recommended', () => {
    expect([...new Set(Object.values(statuses()))]).toEqual(['pass']);
  });

  it.each<[Partial<OrganizationSetup>, string, string]>([
    [{ basePermission: known('none') }, 'base-permission', 'partial'],
    [{ basePermission: known('write') }, 'base-permission', 'fail'],
    [{ basePermission: known('admin') }, 'base-permission', 'fail'],
    [{ defaultVisibility: known('public') }, 'default-visibility', 'partial'],
    [{ defaultVisibility: known('private') }, 'default-visibility', 'fail'],
    [
      { membersCanCreateInternalRepositories: known(null) },
      'internal-repository-creation',
      'not-applicable',
    ],
    [
      { membersCanCreateInternalRepositories: known(false) },
      'internal-repository-creation',
      'fail',
    ],
    [
      { membersCanCreatePublicRepositories: known(true) },
      'public-repository-creation',
      'partial',
    ],
    [{ membersCanForkPrivateRepositories: known(false) }, 'forking', 'fail'],
    [{ twoFactorRequired: known(false) }, 'two-factor', 'fail'],
    [{ twoFactorRequired: unknown('Not visible.') }, 'two-factor', 'unknown'],
    [
      { rulesets: known([{ name: 'x', active: false, target: 'branch' }]) },
      'organization-rulesets',
      'partial',
    ],
    [
      { rulesets: known([{ name: 'x', active: true, target: 'tag' }]) },
      'organization-rulesets',
      'fail',
    ],
    [
      { defaultDocuments: known(['contributing']) },
      'default-community-files',
      'partial',
    ],
    [{ defaultDocuments: known([]) }, 'default-community-files', 'fail'],
  ])('judges %j', (changes, id, status) => {
    const changed = statuses(changes);

    expect(changed).toEqual({ ...statuses(), [id]: status });
  });

  it('explains every result', () => {
    const { results, evaluatedAt } = evaluateOrganization(recommendedSetup, {
      now: NOW,
    });

    expect(evaluatedAt).toBe(NOW.toISOString());
    for (const result of results) {
      expect(result.evidence[0].message).toMatch(/\.$/);
      expect(result.evidence[0].translatable).toBeDefined();
      expect(result.guideline.url).toMatch(/^https:/);
      expect(result.recommended && result.why && result.tradeOff).toBeTruthy();
    }
  });
});
