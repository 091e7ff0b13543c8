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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ProjectContributions,
  TeamContributions,
} from '@ispo/backstage-plugin-innersource-common';
import githubModule from '@ispo/backstage-plugin-innersource-backend-module-github';
import {
  createDemoDataset,
  Dataset,
  PullRequest,
  Repository,
  Simulator,
  Tree,
} from 'github-simulator';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import innersourcePlugin from '../index';

jest.setTimeout(240_000);

const DAY = 86_400_000;

/** The demo organisation as its own files describe it. */
interface Company {
  parents: Map<string, string | undefined>;
  teams: Map<string, string>;
  owners: Map<string, string>;
  entities: Entity[];
}

function documentsIn(
  dataset: Dataset,
  repository: Repository,
  file: string,
): Entity[] {
  const tree: Tree | undefined =
    dataset.contentOf(repository).history.head?.tree;
  const entry = tree?.entries.get(file);
  return entry?.kind === 'blob'
    ? parseAllDocuments(entry.bytes.toString('utf8')).map(document =>
        document.toJS(),
      )
    : [];
}

function readCompany(dataset: Dataset): Company {
  const catalog = dataset.repositories.find(({ name }) => name === 'catalog')!;
  const parents = new Map<string, string | undefined>();
  const teams = new Map<string, string>();
  const owners = new Map<string, string>();
  const entities: Entity[] = [];
  for (const entity of documentsIn(dataset, catalog, 'groups.yaml')) {
    const parent = entity.spec?.parent;
    parents.set(
      entity.metadata.name,
      typeof parent === 'string' ? parent : undefined,
    );
    entities.push({
      ...entity,
      relations: parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : [],
    });
  }
  for (const entity of documentsIn(dataset, catalog, 'users.yaml')) {
    const memberOf = entity.spec?.memberOf;
    const [team] = Array.isArray(memberOf) ? memberOf : [];
    teams.set(entity.metadata.name, String(team));
    entities.push({
      ...entity,
      relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
    });
  }
  for (const repository of dataset.repositories) {
    if (repository.visibility === 'private') {
      continue;
    }
    for (const entity of documentsIn(
      dataset,
      repository,
      'catalog-info.yaml',
    )) {
      // A fork holds the same file as the repository that it comes from.
      const slug = `${repository.owner}/${repository.name}`;
      if (
        entity.kind === 'Component' &&
        entity.metadata.annotations?.['github.com/project-slug'] === slug
      ) {
        const owner = String(entity.spec?.owner);
        owners.set(slug, owner.replace('group:default/', ''));
        entities.push({
          ...entity,
          metadata: {
            ...entity.metadata,
            name: repository.name,
            annotations: {
              'backstage.io/source-location': `url:https://github.test/${slug}/`,
            },
          },
          relations: [{ type: 'ownedBy', targetRef: owner }],
        });
      }
    }
  }
  return { parents, teams, owners, entities };
}

function chain(company: Company, team: string): string[] {
  const parent = company.parents.get(team);
  return parent ? [team, ...chain(company, parent)] : [team];
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) {
    return null;
  }
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

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
  it('agree with a computation from its data by other means', async () => {
    const dataset = createDemoDataset({ now: new Date() });
    const company = readCompany(dataset);
    const simulator = await Simulator.create({ dataset }).start();
    try {
      const { server } = await startTestBackend({
        features: [
          innersourcePlugin,
          githubModule,
          mockServices.rootConfig.factory({
            data: {
              integrations: {
                github: [
                  {
                    host: 'github.test',
                    apiBaseUrl: `${simulator.url}/api/v3`,
                    token: 'demo',
                  },
                ],
              },
            },
          }),
          catalogServiceMock.factory({ entities: company.entities }),
        ],
      });
      const today = new Date().toISOString().slice(0, 10);
      const get = async <T>(path: string): Promise<T> =>
        (await request(server).get(`/api/innersource${path}`).expect(200)).body;
      const wait = async (name: string): Promise<ProjectContributions> => {
        for (let tries = 0; ; tries += 1) {
          const { status } = await request(server).get(
            `/api/innersource/projects/by-name/component/default/${name}`,
          );
          if (status === 200) {
            const project = await get<ProjectContributions>(
              `/projects/by-name/component/default/${name}/contributions`,
            );
            if (project.status === 'ready') {
              return project;
            }
          }
          if (tries > 1_500) {
            throw new Error(`Contributions of ${name} were never read`);
          }
          await new Promise(resolve => setTimeout(resolve, 100));
        }
      };

      const given = new Map<string, number>();
      let other = 0;
      for (const repository of dataset.repositories) {
        if (!company.owners.has(`${repository.owner}/${repository.name}`)) {
          continue;
        }
        const project = await wait(repository.name);
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
    } finally {
      await simulator.stop();
    }
  });
});
