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
import { ProjectDetail } from '@ispo/backstage-plugin-innersource-common';
import githubModule from '@ispo/backstage-plugin-innersource-backend-module-github';
import { FaultOptions, generateDataset, Simulator } from 'github-simulator';
import request from 'supertest';
import innersourcePlugin from '../index';

jest.setTimeout(600_000);

/** A way in which GitHub may fail, and the sentence that people then read. */
interface Failing {
  name: string;
  fault: FaultOptions;
  reason: RegExp;
}

const REPOSITORY = 'acme/service-00001';

const failing: Failing[] = [
  {
    name: 'status-500',
    fault: { kind: 'status', status: 500 },
    reason: /failed with HTTP 500/,
  },
  {
    name: 'status-503',
    fault: { kind: 'status', status: 503 },
    reason: /failed with HTTP 503/,
  },
  {
    name: 'bad-gateway',
    fault: { kind: 'bad-gateway' },
    reason: /failed with HTTP 502/,
  },
  {
    name: 'timeout',
    fault: { kind: 'timeout' },
    reason: /did not answer within 8 seconds/,
  },
  {
    name: 'truncated',
    fault: { kind: 'truncated' },
    reason: /cannot be reached|not JSON, or with a part of it/,
  },
  {
    name: 'accepted',
    fault: { kind: 'status', status: 202 },
    reason: /still preparing the answer/,
  },
  {
    name: 'unauthorized',
    fault: { kind: 'unauthorized' },
    reason: /refuses the credentials of integrations\.github/,
  },
  {
    name: 'rate-limit',
    fault: { kind: 'rate-limit', retryAfterSeconds: 3 },
    reason: /Reading goes on by itself/,
  },
  {
    name: 'secondary-limit',
    fault: { kind: 'secondary-limit', retryAfterSeconds: 3 },
    reason: /Reading goes on by itself/,
  },
  {
    name: 'graphql-partial',
    fault: { kind: 'graphql-partial', repository: REPOSITORY },
    reason: /could not answer for acme\/service-00001: Something went wrong/,
  },
  {
    name: 'deleted',
    fault: { kind: 'deleted', repository: REPOSITORY },
    reason: /has no repository acme\/service-00001/,
  },
];

/** What GitHub does that is no failure. */
const harmless: Array<Omit<Failing, 'reason'>> = [
  { name: 'null-authors', fault: { kind: 'null-authors' } },
  {
    name: 'renamed',
    fault: {
      kind: 'renamed',
      repository: REPOSITORY,
      newName: 'renamed-service',
    },
  },
  { name: 'resource-limits', fault: { kind: 'resource-limits' } },
  { name: 'statistics-pending', fault: { kind: 'statistics-pending' } },
];

function entityOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/source-location': `url:https://${name}.test/${REPOSITORY}/`,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'search' },
  };
}

describe('faults of GitHub', () => {
  const simulators = new Map<string, Simulator>();

  beforeAll(async () => {
    // Each fault has a host of its own, so that all can be tried at once and
    // none is hidden behind the budget that another has used up.
    for (const { name } of [...failing, ...harmless]) {
      const dataset = generateDataset({ repositories: 1, now: new Date() });
      simulators.set(name, await Simulator.create({ dataset }).start());
    }
  });

  afterAll(async () => {
    await Promise.all(
      [...simulators.values()].map(simulator => simulator.stop()),
    );
  });

  it('leave the last good evaluation in place, say why, and pass by themselves', async () => {
    const names = [...simulators.keys()];
    const { server } = await startTestBackend({
      features: [
        innersourcePlugin,
        githubModule,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: names.map(name => ({
                host: `${name}.test`,
                apiBaseUrl: `${simulators.get(name)!.url}/api/v3`,
                token: 'demo',
              })),
            },
            innersource: {
              evaluation: { retryInterval: '5s', concurrency: 20 },
              github: { requestTimeout: '8s', maxWait: '1s' },
            },
          },
        }),
        catalogServiceMock.factory({ entities: names.map(entityOf) }),
      ],
    });
    const read = async (name: string): Promise<ProjectDetail> =>
      (
        await request(server).get(
          `/api/innersource/projects/by-name/component/default/${name}`,
        )
      ).body;
    const wait = async (
      name: string,
      what: string,
      seen: (project: ProjectDetail) => boolean,
    ): Promise<ProjectDetail> => {
      for (const started = Date.now(); ; ) {
        const project = await read(name);
        if (seen(project)) {
          return project;
        }
        if (Date.now() - started > 180_000) {
          throw new Error(
            `${name} never ${what}: ${project.status}, ${project.failure?.message}`,
          );
        }
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    };
    const headOf = ({ evaluation }: ProjectDetail) =>
      evaluation?.facts.headCommit.known
        ? evaluation.facts.headCommit.value
        : undefined;

    for (const name of names) {
      await wait(
        name,
        'had a score with what contributions tell',
        ({ status, evaluation }) =>
          status === 'ready' &&
          evaluation!.results.some(
            result =>
              result.id === 'absence-factor' && result.status !== 'unknown',
          ),
      );
    }

    // Something happens that only a reading can see, and reading fails.
    const heads = new Map<string, string>();
    const before = new Map<string, ProjectDetail>();
    for (const { name, fault } of [...failing, ...harmless]) {
      before.set(name, await read(name));
      const simulator = simulators.get(name)!;
      const { oid } = simulator.push({
        repository: REPOSITORY,
        files: { 'CONTRIBUTING.md': `# Contributing to ${name}\n` },
      });
      heads.set(name, oid);
      simulator.faults.add(fault);
      await request(server)
        .post(
          `/api/innersource/projects/by-name/component/default/${name}/refresh`,
        )
        .expect(202);
    }

    for (const { name } of harmless) {
      const project = await wait(
        name,
        'saw the new commit',
        one => headOf(one) === heads.get(name),
      );
      expect([name, project.failure]).toEqual([name, null]);
    }
    await Promise.all(
      failing.map(async ({ name, reason }) => {
        const project = await wait(
          name,
          'failed as expected',
          ({ status, failure }) =>
            status === 'stale' && reason.test(failure?.message ?? ''),
        );
        const good = before.get(name)!;
        expect(project.failure).toMatchObject({
          since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          nextAttemptAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        });
        // All of it, to the last piece of evidence.
        expect(project.evaluation).toEqual(good.evaluation);
        expect(headOf(project)).not.toBe(heads.get(name));
      }),
    );
    const { body: list } = await request(server)
      .get('/api/innersource/projects')
      .query({ limit: 200 })
      .expect(200);
    expect(
      list.items
        // Not by status: while it is tried again, a stale project is evaluating.
        .filter((item: { staleSince: string | null }) => item.staleSince)
        .map((item: { entityRef: string }) => item.entityRef.split('/')[1])
        .sort(),
    ).toEqual(failing.map(({ name }) => name).sort());
    const { body: status } = await request(server)
      .get('/api/innersource/status')
      .expect(200);
    expect(status.projects).toMatchObject({ failing: failing.length });

    simulators.forEach(simulator => simulator.faults.clear());
    await Promise.all(
      failing.map(async ({ name }) => {
        const project = await wait(
          name,
          'recovered',
          one => one.status === 'ready' && headOf(one) === heads.get(name),
        );
        expect([name, project.failure]).toEqual([name, null]);
        expect(
          project.evaluation?.results.find(
            ({ id }) => id === 'contributing-guide',
          )?.evidence[0]?.path,
        ).toBe('CONTRIBUTING.md');
      }),
    );
  });
});
