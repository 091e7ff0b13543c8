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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  builtInChecks,
  createDocumentSelector,
  RawContribution,
  RepositoryFacts,
  RepositoryRef,
} from '@ispo/backstage-plugin-innersource-common';
import { generateDataset, Simulator } from 'github-simulator';
import { readGithubSourceConfig } from './config';
import { GithubRepositorySource } from './GithubRepositorySource';
import { githubSchema, SchemaPackage } from './__testUtils__/validateQuery';

jest.setTimeout(240_000);

const now = new Date();
const dataset = generateDataset({ repositories: 12, now });

function context() {
  return {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };
}

function refOf(repository: { owner: string; name: string }): RepositoryRef {
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    url: `https://github.test/${fullName}`,
    host: 'github.test',
    fullName,
  };
}

/** Reads everything from a host that executes queries against a schema. */
async function readHost(name: SchemaPackage) {
  const simulator = await Simulator.create({
    dataset,
    schema: githubSchema(name),
  }).start();
  try {
    const config = new ConfigReader({
      integrations: {
        github: [
          {
            host: 'github.test',
            apiBaseUrl: `${simulator.url}/api/v3`,
            token: 'demo',
          },
        ],
      },
    });
    const source = GithubRepositorySource.create({
      integrations: ScmIntegrations.fromConfig(config),
      config: readGithubSourceConfig(config),
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    const facts = new Map<string, RepositoryFacts>();
    for await (const result of source.readFacts(
      dataset.repositories.map(repository => ({
        repository: refOf(repository),
        paths: ['', 'src'],
        documents: createDocumentSelector(builtInChecks),
      })),
      context(),
    )) {
      if (result.outcome !== 'changed') {
        throw new Error(JSON.stringify(result));
      }
      facts.set(result.repository.fullName, result.facts);
    }
    const contributions: RawContribution[] = [];
    for (const repository of dataset.repositories) {
      for await (const page of source.readContributions(
        {
          repository: refOf(repository),
          paths: ['', 'src'],
          since: '2000-01-01T00:00:00Z',
          isBot: ({ accountType }) => accountType === 'bot',
        },
        context(),
      )) {
        contributions.push(...page.contributions);
      }
    }
    const organization = await source.readOrganizationSetup(
      { host: 'github.test', login: 'acme' },
      context(),
    );
    return {
      facts: [...facts.values()].sort((a, b) =>
        a.repository.url.localeCompare(b.repository.url),
      ),
      contributions: JSON.parse(
        JSON.stringify(contributions).replaceAll(simulator.url, 'https://host'),
      ),
      organization,
    };
  } finally {
    await simulator.stop();
  }
}

it('reads of a host with the schema of 2023 all but its rulesets', async () => {
  const [newest, older] = await Promise.all([
    readHost('@octokit/graphql-schema'),
    readHost('github-schema-of-2023'),
  ]);

  expect(older.facts).toHaveLength(12);
  const comparable = (one: RepositoryFacts) =>
    JSON.parse(
      JSON.stringify({
        ...one,
        branchProtection: undefined,
        starterIssues: one.starterIssues.known
          ? one.starterIssues.value.map(({ number }) => number)
          : undefined,
      }),
    );
  expect(older.facts.map(comparable)).toEqual(newest.facts.map(comparable));
  expect(older.contributions.length).toBeGreaterThan(100);
  expect(older.contributions).toEqual(newest.contributions);
  expect(older.organization).toEqual(newest.organization);

  for (const { branchProtection } of newest.facts) {
    expect(branchProtection).toMatchObject({
      known: true,
      value: { allowsForcePushes: { known: true } },
    });
  }
  // Classic rules are seen; whether a ruleset asks for more is not.
  expect(older.facts.map(one => one.branchProtection.known)).not.toContain(
    false,
  );
  expect(
    older.facts.some(
      ({ branchProtection }) =>
        branchProtection.known &&
        !branchProtection.value.dismissesStaleReviews.known,
    ),
  ).toBe(true);
});
