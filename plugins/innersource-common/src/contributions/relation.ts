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

import { ContributionRelation } from '../model';

/** Deeper hierarchies than this are taken for broken data. */
const MAX_DEPTH = 32;

/**
 * The parts of an organisation that relation and distance need.
 *
 * @public
 */
export interface GroupHierarchy {
  /** Entity ref of a group's parent group; undefined at the top. */
  parentOf(group: string): string | undefined;
}

/**
 * How a contributor stands to a project's owning team.
 *
 * @public
 */
export interface Standing {
  relation: Exclude<ContributionRelation, 'bot'>;
  /** The contributor's team that is closest to the owner; null when unknown. */
  team: string | null;
  /** That team's groups from the top down to itself. */
  path: string[];
  /** 0 for own; null when unknown. */
  distance: number | null;
}

/**
 * A group and its ancestors, from the group up. A cycle ends where it closes.
 *
 * @public
 */
export function groupAncestry(
  group: string,
  hierarchy: GroupHierarchy,
): string[] {
  const ancestry = [group];
  let parent = hierarchy.parentOf(group);
  while (
    parent !== undefined &&
    !ancestry.includes(parent) &&
    ancestry.length < MAX_DEPTH
  ) {
    ancestry.push(parent);
    parent = hierarchy.parentOf(parent);
  }
  return ancestry;
}

/**
 * Organisational levels from the owning team up to the first group that both
 * sides belong to (InnerSource Commons, GQM metric "Contribution Distance").
 *
 * Members of a group belong to all groups above it too. So 0 means the owning
 * team or one of its child groups, 1 a sibling team or the parent group itself.
 * Teams without any common group meet one level above the owner's topmost
 * group: the organisation as a whole.
 *
 * @public
 */
export function groupDistance(
  owningTeam: string,
  team: string,
  hierarchy: GroupHierarchy,
): number {
  const up = groupAncestry(owningTeam, hierarchy);
  const theirs = new Set(groupAncestry(team, hierarchy));
  const level = up.findIndex(group => theirs.has(group));
  return level >= 0 ? level : up.length;
}

/**
 * Decides relation, team and distance of a contributor.
 *
 * - In several teams, the one closest to the owner counts; among equals the
 *   one deepest in the hierarchy, then the first by name.
 * - Without any team, or without an owner, the relation is `unknown`; the
 *   owning user is `own` even so.
 *
 * @param options - `owningTeams`: the owning group; for an owning user, the
 * user's groups. `teams`: groups the contributor is a direct member of.
 * `isOwner`: the contributor is the owning user.
 * @public
 */
export function standingOf(options: {
  owningTeams: readonly string[];
  teams: readonly string[];
  isOwner?: boolean;
  hierarchy: GroupHierarchy;
}): Standing {
  const { owningTeams, teams, isOwner, hierarchy } = options;
  let best: (Standing & { distance: number; team: string }) | undefined;
  for (const team of [...teams].sort()) {
    for (const owningTeam of owningTeams) {
      const distance = groupDistance(owningTeam, team, hierarchy);
      if (best && distance > best.distance) {
        continue;
      }
      const path = groupAncestry(team, hierarchy).reverse();
      if (!best || distance < best.distance || path.length > best.path.length) {
        best = {
          relation: distance === 0 ? 'own' : 'other',
          team,
          path,
          distance,
        };
      }
    }
  }
  if (isOwner) {
    return {
      relation: 'own',
      team: best?.team ?? null,
      path: best?.path ?? [],
      distance: 0,
    };
  }
  return best ?? { relation: 'unknown', team: null, path: [], distance: null };
}
