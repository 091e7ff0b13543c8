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
import {
  catalogFacts,
  contribution,
  createContributionFixture,
  FakeContributionSource,
  graphOf,
  RETAIL_AND_BANKING,
} from '../__testUtils__/contributions';
import {
  createMigratedDatabase,
  createTestDatabases,
} from '../__testUtils__/databases';
import { exampleOf } from '../__testUtils__/metricsPage';
import { createPortal } from '../__testUtils__/portal';
import { VisibleScope } from '../permissions/VisibleProjects';
import { ContributionReports } from './ContributionReports';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const NOW = new Date('2026-11-01T12:00:00Z');

describe.each(databases.eachSupportedId())('ContributionReports, %s', id => {
  it('computes the example of "Given and received" in docs/metrics.md', async () => {
    const knex = await createMigratedDatabase(databases, id);
    const { read, store } = await createContributionFixture(knex, [
      { catalog: catalogFacts('search', 'group:default/search') },
    ]);
    const merged = { sara: 12, carl: 4, pia: 1, stranger: 5 };
    const source = new FakeContributionSource();
    source.pages = [
      {
        contributions: Object.entries(merged).flatMap(([login, count]) =>
          Array.from({ length: count }, (_, i) =>
            contribution(`pr/${login}-${i}`, login, '2026-06-01T10:00:00Z'),
          ),
        ),
      },
    ];
    await read(source, graphOf(RETAIL_AND_BANKING), NOW);
    const reports = ContributionReports.create({
      ...createPortal({ entities: RETAIL_AND_BANKING }),
      store,
      policy: { visibility: 'self', smallGroupThreshold: 0 },
      historyMonths: 24,
    });
    const team = async (name: string) =>
      reports.team({
        entityRef: `group:default/${name}`,
        days: 365,
        scope: VisibleScope.everything,
        caller: {
          credentials: await mockServices.auth().getOwnServiceCredentials(),
        },
        now: NOW,
      });
    const checkout = await team('checkout');
    const retail = await team('retail');
    expect(retail.given).toMatchObject({ contributions: 0, teams: [] });

    const [, from] = retail.received.teams[0].team!.split('/');
    expect(exampleOf('Given and received')).toBe(
      `\`checkout\` gave ${checkout.given?.contributions} contributions to _search_. Seen from the division \`retail\` they are internal; \`retail\` received ${retail.received.contributions}, from \`${from}\`.`,
    );
  });
});
