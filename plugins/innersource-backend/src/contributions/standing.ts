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
  groupAncestry,
  standingOf,
} from '@ispo/backstage-plugin-innersource-common';
import { RELATION_CODES } from '../store/contributionCodes';
import { PageWriter, StoredStanding } from '../store/ContributionWriter';
import { digestKey, OrganisationGraph } from './OrganisationGraph';

/** A project's owner and where it is placed. */
export interface Ownership {
  /** Entity ref of a group or user. */
  owner: string | null;
  /** From the top down to the owner. */
  ownerPath: string[];
}

/** Places an owner in the organisation as it is now. */
export function ownershipOf(
  owner: string | null,
  graph: OrganisationGraph,
): Ownership {
  if (owner === null) {
    return { owner, ownerPath: [] };
  }
  return {
    owner,
    ownerPath: graph.hasGroup(owner)
      ? groupAncestry(owner, graph).reverse()
      : [owner],
  };
}

/**
 * Decides how somebody stands to an owner in the organisation as it is now, and
 * enters the teams in the dictionary.
 *
 * An owning user's teams are the owning teams. An owner that the catalog does
 * not have makes everybody `unknown`.
 *
 * @param who - entity ref of a user, null for somebody who is not in the
 * catalog, or `bot`
 */
export async function decideStanding(
  page: PageWriter,
  { owner, ownerPath }: Ownership,
  who: string | null,
  graph: OrganisationGraph,
): Promise<StoredStanding> {
  const ownerId =
    owner === null ? null : await page.teamId(placed(owner, ownerPath, graph));
  if (who === 'bot') {
    return {
      relation: RELATION_CODES.bot,
      distance: null,
      teamId: null,
      ownerId,
    };
  }
  let owningTeams: readonly string[] = [];
  if (owner !== null) {
    owningTeams = graph.hasGroup(owner) ? [owner] : graph.groupsOf(owner);
  }
  const standing = standingOf({
    owningTeams,
    teams: who === null ? [] : graph.groupsOf(who),
    isOwner: owner !== null && owner === who,
    hierarchy: graph,
  });
  return {
    relation: RELATION_CODES[standing.relation],
    distance: standing.distance,
    teamId:
      standing.team === null
        ? null
        : await page.teamId(placed(standing.team, standing.path, graph)),
    ownerId,
  };
}

function placed(
  entityRef: string,
  path: readonly string[],
  graph: OrganisationGraph,
) {
  return {
    entityRef,
    path,
    pathHash: digestKey(path.join(' ')),
    members: graph.hasUser(entityRef) ? 1 : graph.memberCount(entityRef),
  };
}
