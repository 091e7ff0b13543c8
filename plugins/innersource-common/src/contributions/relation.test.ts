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
  GroupHierarchy,
  groupAncestry,
  groupDistance,
  standingOf,
} from './relation';

const PARENTS: Record<string, string> = {
  retail: 'acme',
  banking: 'acme',
  search: 'retail',
  'search-ui': 'search',
  checkout: 'retail',
  payments: 'banking',
  ledger: 'payments',
  'loop-a': 'loop-b',
  'loop-b': 'loop-a',
};
const hierarchy: GroupHierarchy = { parentOf: group => PARENTS[group] };

describe('groupDistance', () => {
  it.each([
    ['search', 'search', 0],
    ['search', 'search-ui', 0],
    ['search', 'checkout', 1],
    ['search', 'retail', 1],
    ['search', 'payments', 2],
    ['search', 'ledger', 2],
    ['search', 'acme', 2],
    ['search-ui', 'search', 1],
    ['ledger', 'search-ui', 3],
    ['acme', 'ledger', 0],
    // No common group: one level above the owner's topmost group.
    ['search', 'contractors', 3],
    ['contractors', 'search', 1],
  ])('climbs from %s to meet %s: %i', (owner, team, distance) => {
    expect(groupDistance(owner, team, hierarchy)).toBe(distance);
  });

  it('ends a cycle where it closes', () => {
    expect(groupAncestry('loop-a', hierarchy)).toEqual(['loop-a', 'loop-b']);
    expect(groupDistance('loop-a', 'search', hierarchy)).toBe(2);
  });
});

describe('standingOf', () => {
  const stand = (owningTeams: string[], teams: string[], isOwner = false) =>
    standingOf({ owningTeams, teams, isOwner, hierarchy });

  it('takes the team closest to the owner', () => {
    expect(stand(['search'], ['ledger', 'checkout'])).toEqual({
      relation: 'other',
      team: 'checkout',
      path: ['acme', 'retail', 'checkout'],
      distance: 1,
    });
    expect(stand(['search'], ['ledger', 'search']).relation).toBe('own');
  });

  it('prefers the deeper team among equals, then the name', () => {
    expect(stand(['search'], ['acme', 'payments']).team).toBe('payments');
    expect(stand(['search'], ['payments', 'banking']).team).toBe('payments');
    expect(stand(['ledger'], ['search', 'checkout']).team).toBe('checkout');
  });

  it('counts members of child groups as own, the parent group as other', () => {
    expect(stand(['retail'], ['search-ui'])).toMatchObject({
      relation: 'own',
      team: 'search-ui',
      distance: 0,
    });
    expect(stand(['search'], ['retail'])).toMatchObject({
      relation: 'other',
      distance: 1,
    });
  });

  it('is unknown without a team or an owner', () => {
    const unknown = {
      relation: 'unknown',
      team: null,
      path: [],
      distance: null,
    };
    expect(stand(['search'], [])).toEqual(unknown);
    expect(stand([], ['search'])).toEqual(unknown);
  });

  it('knows an owning user and the colleagues', () => {
    expect(stand([], [], true)).toEqual({
      relation: 'own',
      team: null,
      path: [],
      distance: 0,
    });
    expect(stand(['search', 'ledger'], ['payments'])).toMatchObject({
      relation: 'other',
      distance: 1,
    });
  });
});
