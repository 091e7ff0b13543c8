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

import { Evaluation, known, unknown } from '../model';
import {
  foldContributingTeams,
  foldTeamExchanges,
  mayNameTeam,
  withPeoplePolicy,
} from './privacy';

describe('privacy', () => {
  const sizes: Record<string, number> = { big: 3, small: 2, tiny: 1 };

  it('names teams from the threshold on, and all where people are named', () => {
    const policy = { visibility: 'self' as const, smallGroupThreshold: 3 };
    expect(mayNameTeam(3, policy)).toBe(true);
    expect(mayNameTeam(2, policy)).toBe(false);
    expect(mayNameTeam(2, { ...policy, visibility: 'hidden' })).toBe(false);
    expect(mayNameTeam(1, { ...policy, visibility: 'named' })).toBe(true);
  });

  it('folds small teams into one row per relation', () => {
    const team = (name: string, contributions: number) => ({
      team: name,
      teams: 1,
      relation: 'other' as const,
      distance: 1,
      contributions,
    });
    expect(
      foldContributingTeams(
        [team('small', 9), team('big', 5), team('tiny', 1)],
        name => sizes[name] >= 3,
      ),
    ).toEqual([
      team('big', 5),
      {
        team: null,
        teams: 2,
        relation: 'other',
        distance: null,
        contributions: 10,
      },
    ]);
  });

  it('folds exchanges the same way', () => {
    expect(
      foldTeamExchanges(
        new Map([
          ['small', 4],
          ['big', 2],
          ['bigger', 7],
        ]),
        name => name.startsWith('big'),
      ),
    ).toEqual([
      { team: 'bigger', teams: 1, contributions: 7 },
      { team: 'big', teams: 1, contributions: 2 },
      { team: null, teams: 1, contributions: 4 },
    ]);
    expect(foldTeamExchanges(new Map([['big', 1]]), () => true)).toHaveLength(
      1,
    );
  });

  it('takes authors out of evaluations unless everybody may be named', () => {
    const evaluation = (commits: Evaluation['facts']['commits']) =>
      ({ facts: { commits } } as Evaluation);
    const withAuthors = evaluation(
      known({
        total: 3,
        nonMerge: 3,
        firstCommitAt: null,
        lastCommitAt: null,
        weeks: [],
        authors: [
          {
            name: 'Jane',
            email: 'jane@example.com',
            commits: 3,
            commitsLastYear: 3,
            lastCommitAt: '2026-01-01T00:00:00Z',
          },
        ],
        authorCount: 1,
        partial: false,
      }),
    );
    const policy = { visibility: 'named' as const, smallGroupThreshold: 3 };
    expect(withPeoplePolicy(withAuthors, policy)).toBe(withAuthors);
    for (const visibility of ['self', 'hidden'] as const) {
      const shown = withPeoplePolicy(withAuthors, { ...policy, visibility });
      expect(JSON.stringify(shown)).not.toMatch(/jane/i);
      expect(shown.facts.commits).toMatchObject({
        known: true,
        value: { total: 3, authorCount: 1, authors: [] },
      });
    }
    const nothing = evaluation(unknown('Not seen.'));
    expect(withPeoplePolicy(nothing, { ...policy, visibility: 'self' })).toBe(
      nothing,
    );
  });
});
