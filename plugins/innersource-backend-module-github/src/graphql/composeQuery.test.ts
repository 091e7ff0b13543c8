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

import { composeQuery, optionalFragmentsUsing } from './composeQuery';
import { FRAGMENTS, WEEK_VARIABLES } from './fragments';
import { validateQuery } from '../__testUtils__/validateQuery';

const typeConditions: Record<string, string> = {
  RepositoryState: '...RepositoryState',
  RepositoryDetails: '...RepositoryDetails',
  IssueState: '...IssueState',
  ChangeRequestState: '...ChangeRequestState',
  ReleaseState: '...ReleaseState',
  Releases: '...Releases',
  StarterIssueCount: '...StarterIssueCount',
  Directory: 'object(expression: "HEAD:") { ...Directory }',
  CommitWindow:
    'defaultBranchRef { target { ... on Commit { history(first: 1) { ...CommitWindow } } } }',
  WeeklyCommits: 'defaultBranchRef { target { ...WeeklyCommits } }',
  StarterIssue: 'issues(first: 1) { nodes { ...StarterIssue } }',
  Account:
    'pullRequests(first: 1) { nodes { author { ...Account } mergedBy { ...Account } } }',
  ChangeRequestPage: '...ChangeRequestPage',
  IssuePage: '...IssuePage',
  CommitPage:
    'defaultBranchRef { target { ... on Commit { history(first: 1) { ...CommitPage } } } }',
  ClassicProtection: 'defaultBranchRef { ...ClassicProtection }',
  VisibleProtection: 'defaultBranchRef { ...VisibleProtection }',
  RulesetProtection: 'defaultBranchRef { ...RulesetProtection }',
};

const shared = {
  since: '2026-01-01T00:00:00Z',
  labels: ['good first issue'],
  ...Object.fromEntries(
    Object.keys(WEEK_VARIABLES).map(name => [name, '2026-01-01T00:00:00Z']),
  ),
};

describe('composeQuery', () => {
  it.each(Object.keys(typeConditions))(
    'makes a query that GitHub understands out of %s',
    fragment => {
      const { query } = composeQuery({
        selections: [
          {
            owner: 'acme',
            name: 'search',
            fragments: [fragment],
            body: () => typeConditions[fragment],
          },
        ],
        shared,
      });

      expect(validateQuery(query)).toEqual([]);
    },
  );

  it.each(Object.keys(typeConditions))(
    'makes a query that an older host understands out of %s',
    fragment => {
      const { query } = composeQuery({
        selections: [
          {
            owner: 'acme',
            name: 'search',
            fragments: [fragment],
            body: () => `id ${typeConditions[fragment]}`,
          },
        ],
        shared,
        without: new Set(
          Object.entries(FRAGMENTS)
            .filter(([, { optional }]) => optional)
            .map(([name]) => name),
        ),
      });
      const spreads = FRAGMENTS[fragment].optional
        ? query.replace('defaultBranchRef {  }', '')
        : query;

      expect(validateQuery(spreads, 'github-schema-of-2023')).toEqual([]);
    },
  );

  it('has a case for every fragment', () => {
    expect(Object.keys(typeConditions).sort()).toEqual(
      Object.keys(FRAGMENTS).sort(),
    );
  });

  it('keeps everything that comes from outside out of the text', () => {
    const evil = 'x") { id } evil: repository(owner: "';
    const { query, variables } = composeQuery({
      selections: [
        {
          owner: evil,
          name: evil,
          fragments: [],
          body: declare =>
            `object(expression: ${declare('String', evil)}) { oid }`,
        },
      ],
    });

    expect(query).not.toContain('evil');
    expect(Object.values(variables)).toEqual([evil, evil, evil]);
    expect(validateQuery(query)).toEqual([]);
  });

  it('leaves out what a host does not understand', () => {
    const without = new Set(optionalFragmentsUsing('Ref.rules'));
    const { query } = composeQuery({
      selections: [
        {
          owner: 'acme',
          name: 'search',
          fragments: ['RepositoryState', 'RepositoryDetails'],
          body: () => '...RepositoryState ...RepositoryDetails',
        },
      ],
      shared,
      without,
    });

    expect([...without]).toEqual(['RulesetProtection']);
    expect(query).not.toContain('RulesetProtection');
    expect(validateQuery(query)).toEqual([]);
  });
});
