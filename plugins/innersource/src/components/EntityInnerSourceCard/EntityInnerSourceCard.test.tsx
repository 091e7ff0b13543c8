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

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  before,
  checkResults,
  evaluation,
  projectDetail,
  unevaluated,
} from '../../../dev/fixtures/project';
import {
  mockInnerSourceApi,
  renderOnEntityPage,
  responseError,
} from '../../../dev/fixtures/render';
import { EntityInnerSourceCard } from './EntityInnerSourceCard';

const failure = {
  since: before(86_400_000),
  message: 'github.com answered 401. Check the token.',
  kind: 'unauthorized' as const,
  attempts: 3,
  nextAttemptAt: null,
};

describe('EntityInnerSourceCard', () => {
  const api = mockInnerSourceApi();
  beforeEach(() => jest.clearAllMocks());

  it('shows score, grade, change, categories and the three best remedies', async () => {
    await renderOnEntityPage(<EntityInnerSourceCard />, api);

    expect(
      await screen.findByRole('img', {
        name: 'Readiness 72.9 of 100, grade C',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Grade C')).toBeInTheDocument();
    expect(screen.getByText('Up 14.5 in 30 days')).toBeInTheDocument();
    expect(screen.getByText('Discoverable')).toBeInTheDocument();
    expect(screen.getByText('not known')).toBeInTheDocument();
    expect(screen.getByText('+11.4 points')).toBeInTheDocument();
    expect(screen.getByText('+5.7 points')).toBeInTheDocument();
    expect(screen.getByText('+4.3 points')).toBeInTheDocument();
    expect(screen.queryByText('+2.9 points')).not.toBeInTheDocument();
    expect(screen.getByText('Evaluated 2 hours ago')).toBeInTheDocument();
    expect(api.getProject).toHaveBeenCalledTimes(1);
    expect(api.getProject).toHaveBeenCalledWith(
      'component:default/parcel-router',
      expect.anything(),
    );
  });

  it.each([
    [0, 72.9, 'First evaluated today'],
    [1, 72.9, 'Unchanged since yesterday'],
    [12, 75, 'Down 2.1 in 12 days'],
  ])(
    'compares with the readiness of %s days ago',
    async (days, readiness, text) => {
      api.getProject.mockResolvedValueOnce(
        projectDetail({ readinessBefore: { days, readiness } }),
      );
      await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );

  it('says so when there is nothing left to do', async () => {
    api.getProject.mockResolvedValueOnce(
      projectDetail({
        evaluation: evaluation(
          checkResults.filter(({ status }) => status === 'pass'),
        ),
      }),
    );
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    expect(
      await screen.findByText('Every check that could be made has passed.'),
    ).toBeInTheDocument();
  });

  it('shows no score rather than zero when nothing was conclusive', async () => {
    api.getProject.mockResolvedValueOnce(
      projectDetail({
        evaluation: evaluation(
          checkResults.filter(({ status }) => status === 'unknown'),
        ),
        readinessBefore: null,
      }),
    );
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    expect(
      await screen.findByRole('img', { name: 'No readiness yet' }),
    ).toBeInTheDocument();
    expect(screen.getByText('No grade')).toBeInTheDocument();
    expect(
      screen.getByText(/None of the checks could be decided/),
    ).toBeVisible();
  });

  it('keeps the last good evaluation and says why it is stale', async () => {
    api.getProject.mockResolvedValueOnce(
      projectDetail({ status: 'stale', failure }),
    );
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    expect(await screen.findByText(/Out of date since/)).toBeInTheDocument();
    expect(screen.getByText(/github.com answered 401/)).toBeInTheDocument();
    expect(screen.getByText('Grade C')).toBeInTheDocument();
  });

  it.each([
    [
      'pending',
      unevaluated({ queuePosition: 12 }),
      ['Waiting for the first evaluation', /Place 12 in the queue/],
    ],
    [
      'evaluating',
      unevaluated({ status: 'evaluating' }),
      ['Evaluating for the first time'],
    ],
    [
      'failed',
      unevaluated({ status: 'failed', failure }),
      [
        'The repository could not be evaluated',
        'github.com answered 401. Check the token.',
        'Evaluate now',
      ],
    ],
    [
      'no source',
      unevaluated({ status: 'no-source', repositoryUrl: null }),
      ['No repository to evaluate', /backstage.io\/source-location: url:/],
    ],
  ])('explains the state “%s”', async (_state, project, texts) => {
    api.getProject.mockResolvedValueOnce(project);
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    for (const text of texts) {
      expect(await screen.findByText(text)).toBeInTheDocument();
    }
  });

  it.each([
    [403, 'You may not see this'],
    [404, 'Not evaluated here'],
  ])('explains an answer %s', async (statusCode, title) => {
    api.getProject.mockRejectedValueOnce(responseError(statusCode, 'no'));
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('shows any other error and tries again on demand', async () => {
    api.getProject.mockRejectedValueOnce(
      responseError(500, 'Database is away'),
    );
    await renderOnEntityPage(<EntityInnerSourceCard />, { ...api });
    expect(
      await screen.findByText('The InnerSource readiness could not be loaded', {
        exact: false,
      }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Grade C')).toBeInTheDocument();
    expect(api.getProject).toHaveBeenCalledTimes(2);
  });
});
