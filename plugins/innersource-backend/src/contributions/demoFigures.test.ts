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

import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TeamContributions } from '@ispo/backstage-plugin-innersource-common';
import { Dataset, PullRequest, Repository } from 'github-simulator';
import { chain, Company, median, withDemo } from '../__testUtils__/demo';

jest.setTimeout(240_000);

const DAY = 86_400_000;

/** The figures of one project, straight from the data set and by other means. */
function recompute(
  dataset: Dataset,
  company: Company,
  repository: Repository,
  today: string,
) {
  const bots = new Set(
    dataset.accounts
      .filter(({ type }) => type === 'Bot')
      .map(({ login }) => login),
  );
  const owner = company.owners.get(`${repository.owner}/${repository.name}`)!;
  const from = new Date(Date.parse(today) - 364 * DAY)
    .toISOString()
    .slice(0, 10);
  const historyFrom = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  const inWindow = (instant: string | null) =>
    instant !== null &&
    instant.slice(0, 10) >= from &&
    instant.slice(0, 10) <= today;
  const stand = (login: string | null): [string, number | null] => {
    if (login !== null && bots.has(login)) {
      return ['bot', null];
    }
    const team = login === null ? undefined : company.teams.get(login);
    if (team === undefined || !company.parents.has(owner)) {
      return ['unknown', null];
    }
    const theirs = chain(company, team);
    const distance = chain(company, owner).findIndex(group =>
      theirs.includes(group),
    );
    return [distance === 0 ? 'own' : 'other', distance];
  };
  const count = (authors: Array<string | null>) => {
    const counts: Record<string, number> = {
      own: 0,
      other: 0,
      unknown: 0,
      bot: 0,
    };
    authors.forEach(author => {
      counts[stand(author)[0]] += 1;
    });
    return counts;
  };
  const { pullRequests, issues } = dataset.contentOf(repository);
  const merged = pullRequests.filter(({ mergedAt }) => inWindow(mergedAt));
  const distances: Record<number, number> = {};
  for (const { author } of merged) {
    const [, distance] = stand(author);
    if (distance !== null) {
      distances[distance] = (distances[distance] ?? 0) + 1;
    }
  }
  const answerHours = (item: PullRequest) =>
    [
      ...item.comments.map(({ author, createdAt }) => ({
        author,
        at: createdAt,
      })),
      ...item.reviews.map(({ author, submittedAt }) => ({
        author,
        at: submittedAt,
      })),
    ]
      .filter(
        ({ author }) =>
          author !== item.author && !(author !== null && bots.has(author)),
      )
      .map(
        ({ at }) => (Date.parse(at) - Date.parse(item.createdAt)) / 3_600_000,
      )
      .sort((a, b) => a - b)[0];
  const human = pullRequests.filter(({ author }) => stand(author)[0] !== 'bot');
  const answers = human
    .filter(
      item => inWindow(item.createdAt) && stand(item.author)[0] === 'other',
    )
    .map(answerHours)
    .filter(hours => hours !== undefined);
  return {
    counts: {
      'change-request': count(merged.map(({ author }) => author)),
      review: count(
        pullRequests.flatMap(item =>
          item.reviews
            .filter(
              ({ author, submittedAt }) =>
                (author === null || author !== item.author) &&
                inWindow(submittedAt),
            )
            .map(({ author }) => author),
        ),
      ),
      issue: count(
        issues
          .filter(({ createdAt }) => inWindow(createdAt))
          .map(({ author }) => author),
      ),
    },
    distances,
    opened: human.filter(({ createdAt }) => inWindow(createdAt)).length,
    merged: merged.filter(({ author }) => stand(author)[0] !== 'bot').length,
    // What nobody has touched within the retained history is not read.
    open: human.filter(
      ({ state, updatedAt }) =>
        state === 'OPEN' && updatedAt.slice(0, 10) >= historyFrom,
    ).length,
    answered: answers.length,
    medianHours: median(answers),
    fromOthers: merged
      .map(({ author }) => author)
      .filter(author => stand(author)[0] === 'other')
      .map(author => company.teams.get(author!)!),
  };
}

/** Medians are given to a hundredth of an hour. */
function areClose(
  shown: number | null | undefined,
  exact: number | null,
): boolean {
  return typeof shown === 'number' && exact !== null
    ? Math.abs(shown - exact) < 0.01
    : shown === exact;
}

describe('figures of the demo organisation', () => {
  it('agree with a computation from its data by other means', () =>
    withDemo(
      company => [catalogServiceMock.factory({ entities: company.entities })],
      async ({ dataset, company, projects, get }) => {
        const today = new Date().toISOString().slice(0, 10);
        const given = new Map<string, number>();
        let other = 0;
        for (const [repository, project] of projects) {
          const expected = recompute(dataset, company, repository, today);
          const answers = project.changeRequests.known
            ? project.changeRequests.value
            : undefined;
          const ofCommits = project.unit === 'commit';
          expect({
            name: repository.name,
            counts: {
              'change-request': project.counts['change-request'],
              review: project.counts.review,
              issue: project.counts.issue,
            },
            opened: answers?.opened,
            merged: answers?.merged,
            open: answers?.open,
            answered: answers?.firstResponse.other.count,
            medianIsRight: areClose(
              answers?.firstResponse.other.medianHours,
              expected.medianHours,
            ),
            distances: ofCommits
              ? undefined
              : Object.fromEntries(
                  project.distance.distribution.map(item => [
                    item.distance,
                    item.contributions,
                  ]),
                ),
          }).toEqual({
            name: repository.name,
            counts: expected.counts,
            opened: expected.opened,
            merged: expected.merged,
            open: expected.open,
            answered: expected.answered,
            medianIsRight: true,
            distances: ofCommits ? undefined : expected.distances,
          });
          if (!ofCommits) {
            expected.fromOthers.forEach(team =>
              given.set(team, (given.get(team) ?? 0) + 1),
            );
            other += expected.counts['change-request'].other;
          }
        }
        // The data would show nothing without contributions across teams.
        expect(other).toBeGreaterThan(100);

        for (const [team, contributions] of given) {
          const card = await get<TeamContributions>(
            `/teams/by-name/group/default/${team}/contributions`,
          );
          expect([team, card.given?.contributions]).toEqual([
            team,
            contributions,
          ]);
        }
      },
    ));
});
