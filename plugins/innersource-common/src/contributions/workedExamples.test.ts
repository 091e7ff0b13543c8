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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { known } from '../model';
import { evaluateOrganization } from '../organization';
import {
  NOW,
  recommendedSetup,
} from '../organization/__fixtures__/organizationSetup';
import { activityLabel, repositoryActivityScore } from '../scoring';
import { absenceFactor, percentile, projectUsage } from './metrics';
import { groupAncestry, GroupHierarchy, standingOf } from './relation';
import {
  changeRequestMetrics,
  ChangeRequestRecord,
  ContributionTally,
  summarizeContributions,
} from './summary';
import { dayOf } from './time';

// The page's examples are computed from the page's own data, and its sentences
// must come out word by word.

const PAGE = readFileSync(
  path.resolve(__dirname, '../../../../docs/metrics.md'),
  'utf8',
);
const FIRST_DAY = dayOf('2026-01-01T00:00:00Z');
const FIELDS = [
  'Goal',
  'Question',
  'Synopsis',
  'Unit',
  'Interpretation',
  'How measured here',
  'Pitfalls',
  'Source',
  'Example',
];

function sectionOf(title: string): string {
  const [, rest] = PAGE.split(`\n## ${title}\n`);
  return rest.split('\n## ')[0];
}

function fieldsOf(title: string): Map<string, string> {
  return new Map(
    [...sectionOf(title).matchAll(/^- \*\*(.+?)\.\*\* (.+)$/gm)].map(
      ([, field, text]) => [field, text],
    ),
  );
}

/** Rows of the first table after a text, without its head. */
function tableAfter(text: string): string[][] {
  const [, rest] = PAGE.split(text);
  const lines = rest.slice(rest.indexOf('\n|')).trim().split('\n');
  return lines
    .slice(
      2,
      lines.findIndex(line => !line.startsWith('|')),
    )
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)} %`;

const bare = (text: string) => text.replaceAll('`', '');

/** Whoever the table of merged change requests names, as tallies. */
const people = tableAfter('its merged change requests came from:').map(
  ([name, , place, merged]) => ({
    name,
    groups: place === '–' ? [] : bare(place).split(' › '),
    merged: Number(merged),
  }),
);
const parents: Record<string, string | undefined> = {};
people.forEach(({ groups }) =>
  groups.forEach((group, i) => {
    parents[group] = groups[i - 1];
  }),
);
const hierarchy: GroupHierarchy = { parentOf: group => parents[group] };

const tallies = people.map(({ name, groups, merged }, i): ContributionTally => {
  const { relation, team, distance } = standingOf({
    owningTeams: ['search'],
    teams: groups.slice(-1),
    hierarchy,
  });
  return {
    kind: 'change-request',
    person: name === 'a deleted account' ? null : i,
    relation: name === 'Renovate' ? 'bot' : relation,
    team,
    distance,
    count: merged,
  };
});
const numberOf = (name: string) =>
  people.findIndex(person => person.name === name);

const summary = summarizeContributions({
  tallies,
  unit: 'change-request',
  firstDays: new Map([
    [numberOf('Carl'), FIRST_DAY],
    [numberOf('Pia'), FIRST_DAY - 1],
  ]),
  firstDay: FIRST_DAY,
});
const counts = summary.counts['change-request'];

const HOUR = 3_600;
const START = FIRST_DAY * 86_400;
const record = (
  changes: Partial<ChangeRequestRecord>,
): ChangeRequestRecord => ({
  relation: 'other',
  state: 'merged',
  createdAt: START,
  closedAt: START + 10 * HOUR,
  firstResponseAt: null,
  selfMerged: false,
  ...changes,
});
const answered = [1, 3, 20].map(hours =>
  record({ firstResponseAt: START + hours * HOUR }),
);
const changeRequests = changeRequestMetrics(
  [
    ...answered.slice(1),
    { ...answered[0], state: 'closed' },
    record({ relation: 'own', selfMerged: true }),
    record({ relation: 'own', closedAt: START + 14 * HOUR }),
  ],
  { firstDay: FIRST_DAY, lastDay: FIRST_DAY + 89 },
);

const dependents = [
  { entityRef: 'component:default/shop', owner: 'checkout' },
  { entityRef: 'component:default/crawler', owner: 'search' },
];

/** What was computed, in the words of the page. */
const EXAMPLES: Record<string, () => string> = {
  'Contributions by relation': () =>
    `Merged change requests of _search_: own ${counts.own}, other ${counts.other}, unknown ${counts.unknown}, bot ${counts.bot}.`,
  'InnerSource share': () =>
    `${counts.other} ÷ (${counts.own} + ${counts.other}) = ${percent(
      summary.share.innerSource,
    )}. Unknown: ${counts.unknown} ÷ (${counts.own} + ${counts.other} + ${
      counts.unknown
    }) = ${percent(summary.share.unknown)}.`,
  Contributors: () => {
    const { own, other, unknown } = summary.contributors;
    expect(summary.newContributors.other).toBe(1);
    expect(summary.returningContributors.other).toBe(1);
    return `_search_ has ${own} own, ${other} other and ${unknown} unknown contributor. Carl's first merge was in the window, Pia's before it: one new and one returning contributor from other teams.`;
  },
  'Teams contributing': () => {
    const { list, count, otherCount, elephantFactor } = summary.teams;
    expect([count, otherCount]).toEqual([3, 2]);
    return `${list
      .map(({ team, contributions }) => `\`${team}\` ${contributions}`)
      .join(', ')}: three teams, two of them others. ${
      list[0].contributions
    } is more than half of ${list.reduce(
      (sum, { contributions }) => sum + contributions,
      0,
    )}: the factor is ${elephantFactor}.`;
  },
  'Contribution distance': () => {
    const { distribution, median } = summary.distance;
    return `Distance ${distribution
      .map(item => `${item.distance}: ${item.contributions}`)
      .join(', ')}. The median of the ${distribution.reduce(
      (sum, { contributions }) => sum + contributions,
      0,
    )} is ${median}.`;
  },
  'Contributor absence factor': () => {
    const chaoss = [1000, 202, 90, 33, 332, 343, 42, 433];
    const mine = people
      .filter(({ name }) => !['Renovate', 'a deleted account'].includes(name))
      .map(({ merged }) => merged)
      .sort((a, b) => b - a);
    return `CHAOSS's own: ${chaoss.join(
      ', ',
    )}; half of 2,475 is 1,237.5 and 1000 + 433 exceeds it: **${absenceFactor(
      chaoss,
    )}**. For _search_: ${mine.join(
      ', ',
    )}; half of 25 is 12.5; 12 does not exceed it, 12 + 5 does: ${
      summary.contributorAbsenceFactor
    }.`;
  },
  'Time to first response': () => {
    const { medianHours, p90Hours } = changeRequests.firstResponse.other;
    expect(percentile([1, 3, 20], 0.9)).toBeCloseTo(3 + 0.8 * (20 - 3));
    return `Others' change requests were answered after 1, 3 and 20 hours. Median ${medianHours} h; rank 0.9 · 2 = 1.8, so the 90th percentile is 3 + 0.8 · (20 − 3) = ${p90Hours} h.`;
  },
  'Time to merge': () =>
    `Own ones took 10 and 14 hours: median ${changeRequests.timeToMerge.own.medianHours} h.`,
  'Change request closure ratio': () => {
    const { opened, merged, declined, closureRatio } = changeRequests;
    return `${opened} opened; ${merged} merged and ${declined} declined: ${
      merged + declined
    } ÷ ${opened} = ${closureRatio}.`;
  },
  'Change request acceptance ratio': () => {
    const { merged, declined, acceptanceRatio } = changeRequests;
    return `${merged} merged, ${declined} declined: ${percent(
      acceptanceRatio,
    )} (CHAOSS's quotient: ${merged / declined}).`;
  },
  'Self-merge rate': () =>
    `1 of ${changeRequests.merged} merged: ${percent(
      changeRequests.selfMergeRate,
    )}.`,
  'Usage count': () => {
    const usage = projectUsage(dependents, 'search');
    return `Used by ${dependents
      .map(
        ({ entityRef, owner }) =>
          `\`${entityRef.split('/')[1]}\` (owner \`${owner}\`)`,
      )
      .join(' and ')}: ${usage.dependents} entities, ${
      usage.teamCount
    } teams, ${usage.otherTeamCount} of them another.`;
  },
  'Repository Activity Score': () => {
    const score = repositoryActivityScore({
      forks: 10,
      watchers: 20,
      stars: 30,
      openIssues: 25,
      daysSinceUpdate: 0,
      daysSinceCreation: 366,
      participation: Array(13).fill(10),
      description: 'A description of more than thirty characters',
      guidelines: true,
    });
    return `10 forks, 20 watchers, 30 stars, 25 open issues, updated today, older than a year, 10 commits a week, description and guide: 50 + 50 + 20 + 10 + 5 = 135; · 2 · 2 = 540; + 150 = 690; − 50 = **${score}**, ${activityLabel(
      score,
    )}.`;
  },
  'Set-up of organisations': () => {
    const { results } = evaluateOrganization(
      {
        ...recommendedSetup,
        membersCanCreateInternalRepositories: known(false),
      },
      { now: NOW },
    );
    const differing = results.filter(({ status }) => status === 'fail');
    const [{ title, recommended, evidence }] = differing;
    return `_${title}_. Recommended: ${recommended} Found: ${evidence[0].message} ${differing.length} of ${results.length} settings differs.`;
  },
};

/** Examples that are computed where a database is at hand. */
const ELSEWHERE = [
  'Given and received',
  'Projects by grade',
  'Flows between teams',
  'What holds projects back',
  'Readiness by category',
  'Movers',
  'First contributions to another team',
  'Coverage',
];

describe('docs/metrics.md', () => {
  it.each([...Object.keys(EXAMPLES), ...ELSEWHERE])(
    'says of "%s" all that belongs to a metric',
    title => {
      expect([...fieldsOf(title).keys()]).toEqual(FIELDS);
    },
  );

  it('has no metric whose example is not computed', () => {
    expect(
      [...PAGE.matchAll(/^## (.+)$/gm)]
        .map(([, title]) => title)
        .filter(title => fieldsOf(title).has('Example'))
        .sort(),
    ).toEqual([...Object.keys(EXAMPLES), ...ELSEWHERE].sort());
  });

  it.each(Object.entries(EXAMPLES))(
    'gives the example of "%s" as it is computed',
    (title, compute) => {
      expect(fieldsOf(title).get('Example')).toBe(compute());
    },
  );

  it('climbs to the distances that its table gives', () => {
    const tree: Record<string, string> = {
      retail: 'acme',
      banking: 'acme',
      search: 'retail',
      'search-ui': 'search',
      checkout: 'retail',
      payments: 'banking',
    };
    const rows = tableAfter('contractors           (no parent)\n```');
    expect(rows).toHaveLength(7);
    for (const [contributor, , distance, relation] of rows) {
      const [, team] = /^`([a-z-]+)`/.exec(contributor) ?? [];
      const standing = standingOf({
        owningTeams: ['search'],
        teams: team ? [team] : [],
        hierarchy: { parentOf: group => tree[group] },
      });
      expect([
        contributor,
        standing.distance === null ? '–' : String(standing.distance),
        standing.relation,
      ]).toEqual([contributor, distance, bare(relation)]);
    }
    expect(groupAncestry('search', { parentOf: group => tree[group] })).toEqual(
      ['search', 'retail', 'acme'],
    );
  });
});
