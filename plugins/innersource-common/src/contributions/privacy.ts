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
  ContributingTeam,
  Evaluation,
  PeopleVisibility,
  TeamExchange,
} from '../model';

/**
 * Fewest members a team must have to be named in aggregates, unless configured.
 *
 * @public
 */
export const DEFAULT_SMALL_GROUP_THRESHOLD = 3;

/**
 * Who may be shown by name, and from which size a team may.
 *
 * A team with fewer members than the threshold is as good as a person's name:
 * its contributions are shown only as part of the sum over all such teams. Where
 * everybody may be named, the threshold has no use and does not apply.
 *
 * @public
 */
export interface PeoplePolicy {
  visibility: PeopleVisibility;
  /** Members a team needs to be named; 0 or 1 names every team. */
  smallGroupThreshold: number;
}

/**
 * Whether a team of that size may be named.
 *
 * @public
 */
export function mayNameTeam(members: number, policy: PeoplePolicy): boolean {
  return policy.visibility === 'named' || members >= policy.smallGroupThreshold;
}

/**
 * Folds teams that may not be named into one row per relation, put last.
 *
 * @public
 */
export function foldContributingTeams(
  teams: ReadonlyArray<ContributingTeam & { team: string }>,
  mayName: (team: string) => boolean,
): ContributingTeam[] {
  const named: ContributingTeam[] = [];
  const folded = new Map<string, ContributingTeam>();
  for (const team of teams) {
    if (mayName(team.team)) {
      named.push(team);
      continue;
    }
    const sum = folded.get(team.relation);
    folded.set(team.relation, {
      team: null,
      teams: (sum?.teams ?? 0) + 1,
      relation: team.relation,
      distance: null,
      contributions: (sum?.contributions ?? 0) + team.contributions,
    });
  }
  return [...named, ...folded.values()];
}

/**
 * The same for teams that another one gives to or receives from.
 *
 * @param contributions - contributions by team
 * @public
 */
export function foldTeamExchanges(
  contributions: ReadonlyMap<string, number>,
  mayName: (team: string) => boolean,
): TeamExchange[] {
  const named: TeamExchange[] = [];
  const sum: TeamExchange = { team: null, teams: 0, contributions: 0 };
  for (const [team, count] of contributions) {
    if (mayName(team)) {
      named.push({ team, teams: 1, contributions: count });
    } else {
      sum.teams += 1;
      sum.contributions += count;
    }
  }
  named.sort(
    (a, b) => b.contributions - a.contributions || (a.team! < b.team! ? -1 : 1),
  );
  return sum.teams > 0 ? [...named, sum] : named;
}

/**
 * An evaluation as it may be shown: the authors of commits only where everybody
 * may be named. How many there are stays.
 *
 * @public
 */
export function withPeoplePolicy(
  evaluation: Evaluation,
  policy: PeoplePolicy,
): Evaluation {
  const { commits } = evaluation.facts;
  if (policy.visibility === 'named' || !commits.known) {
    return evaluation;
  }
  return {
    ...evaluation,
    facts: {
      ...evaluation.facts,
      commits: { known: true, value: { ...commits.value, authors: [] } },
    },
  };
}
