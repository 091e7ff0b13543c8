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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { quietContributions } from '../../../dev/fixtures/contributions';
import { evaluation, projectDetail } from '../../../dev/fixtures/project';
import {
  mockInnerSourceApi,
  renderOnEntityPage,
  responseError,
} from '../../../dev/fixtures/render';
import { EntityInnerSourceContent } from './EntityInnerSourceContent';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function renderContent(
  api: ReturnType<typeof mockInnerSourceApi>,
  path = '/',
) {
  await renderOnEntityPage(
    <>
      <EntityInnerSourceContent />
      <Address />
    </>,
    { ...api },
    { path },
  );
  await screen.findByRole('heading', { name: 'Checks' });
}

const check = (name: RegExp) => screen.queryByRole('button', { name });

describe('EntityInnerSourceContent', () => {
  it('lists the checks by category with counts and status', async () => {
    await renderContent(mockInnerSourceApi());

    expect(
      screen.getAllByRole('heading', { level: 3 }).map(h => h.textContent),
    ).toEqual([
      'Discoverable',
      'Understandable',
      'Contributable',
      'Governed',
      'Responsive',
      'Reusable',
    ]);
    expect(
      screen.getByText('2 of 3 passed · 1 not decided'),
    ).toBeInTheDocument();
    expect(
      check(/Has a contributing guide.*\+11.4 points.*Failed/),
    ).toBeVisible();
    expect(check(/Has a recognised license.*Exempt/)).toBeVisible();
  });

  it('filters to what needs work and to a category, in the address', async () => {
    await renderContent(mockInnerSourceApi());

    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Only what needs work' }),
    );
    expect(check(/Has tests/)).not.toBeInTheDocument();
    expect(check(/Has a security policy/)).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent('?show=failing');

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Category' }),
      'Contributable',
    );
    expect(check(/Has a security policy/)).not.toBeInTheDocument();
    expect(check(/Has a contributing guide.*Failed/)).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?show=failing&category=contributable',
    );
  });

  it('takes the filters from the address and lets them be reset', async () => {
    await renderContent(
      mockInnerSourceApi(),
      '/?show=failing&category=reusable',
    );
    expect(screen.getByText('Nothing needs work here')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all checks' }),
    );
    expect(check(/Has tests/)).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent('');
  });

  it('opens a check and copies its template', async () => {
    const user = userEvent.setup();
    await renderContent(mockInnerSourceApi());

    await user.click(check(/Has a contributing guide.*Failed/)!);

    const details = screen.getByRole('region', {
      name: /Has a contributing guide/,
    });
    expect(
      within(details).getByText(/A guide is the invitation/),
    ).toBeInTheDocument();
    expect(
      within(details).getByText(/No CONTRIBUTING file in the root/),
    ).toBeInTheDocument();
    expect(
      within(details).getByRole('link', {
        name: /Standard Base Documentation/,
      }),
    ).toHaveAttribute(
      'href',
      'https://patterns.innersourcecommons.org/p/base-documentation',
    );

    const copy = jest.fn((event: ClipboardEvent) => event.preventDefault());
    document.addEventListener('copy', copy);
    document.execCommand = jest.fn(() => true);
    await user.click(
      within(details).getByRole('button', { name: 'Copy template' }),
    );
    expect(document.execCommand).toHaveBeenCalledWith('copy');
    expect(
      within(details).getByText(
        'The template for CONTRIBUTING.md is on the clipboard.',
      ),
    ).toBeInTheDocument();
  });

  it('shows why a check is exempt and until when', async () => {
    await renderContent(mockInnerSourceApi());
    await userEvent.click(check(/Has a recognised license/)!);
    expect(screen.getByText(/legal department/)).toBeInTheDocument();
    expect(screen.getByText('Until Jun 30, 2027')).toBeInTheDocument();
  });

  it('leads from a step of the next grade to its check', async () => {
    await renderContent(mockInnerSourceApi(), '/?category=reusable');
    expect(
      screen.getByText('One step takes readiness from 72.9 to 84.3.'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Has a contributing guide' }),
    );

    const row = await screen.findByRole('button', {
      name: /Has a contributing guide.*Failed/,
    });
    expect(row).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(row).toHaveFocus());
  });

  it('shows the trend as a table', async () => {
    const api = mockInnerSourceApi();
    await renderContent(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const rows = screen.getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(rows[1]).toHaveTextContent('66.7');

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Time span' }),
      '1 year',
    );
    await waitFor(() => expect(api.getProjectHistory).toHaveBeenCalledTimes(2));
    const [first, second] = api.getProjectHistory.mock.calls.map(
      ([, range]) => range!.from!,
    );
    expect(Date.parse(first) - Date.parse(second)).toBe(275 * 86_400_000);
  });

  it('follows a refresh through the queue to its outcome', async () => {
    const api = mockInnerSourceApi();
    await renderContent(api);
    const after = projectDetail({
      evaluation: {
        ...evaluation(),
        evaluatedAt: new Date().toISOString(),
      },
    });
    api.getProject
      .mockResolvedValueOnce(projectDetail({ status: 'evaluating' }))
      .mockResolvedValue(after);

    await userEvent.click(screen.getByRole('button', { name: 'Evaluate now' }));

    expect(
      await screen.findByRole('button', { name: 'In the queue, place 2' }),
    ).toBeDisabled();
    expect(
      await screen.findByRole('button', { name: 'Evaluating…' }),
    ).toBeDisabled();
    expect(
      await screen.findByText('Evaluated. Readiness is 72.9, grade C.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Evaluate now' })).toBeEnabled();
  });

  it('says why a refresh was refused', async () => {
    const api = mockInnerSourceApi();
    api.refreshProject.mockRejectedValueOnce(
      responseError(403, 'Ask the owner.'),
    );
    await renderContent(api);
    await userEvent.click(screen.getByRole('button', { name: 'Evaluate now' }));
    expect(
      await screen.findByText(
        'The evaluation could not be started: You may not do this. Ask your Backstage administrator for the permission.',
        { selector: '[role=status]' },
      ),
    ).toBeInTheDocument();
  });

  it('does not offer a refresh to those who may not', async () => {
    const api = mockInnerSourceApi();
    api.getProject.mockResolvedValue(projectDetail({ mayRefresh: false }));
    await renderContent(api);
    expect(screen.getByRole('button', { name: 'Evaluate now' })).toBeDisabled();
    expect(screen.getByTitle(/You may not start an evaluation/)).toBeVisible();
  });

  it('leads to the contributions and back, in the address', async () => {
    await renderOnEntityPage(
      <>
        <EntityInnerSourceContent />
        <Address />
      </>,
      {
        ...mockInnerSourceApi(),
        getProjectContributions: async () =>
          quietContributions({
            status: 'pending',
            reading: { projects: 1, read: 0, failing: 0 },
          }),
      },
    );
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Contributions' }),
    );
    expect(
      await screen.findByText('Contributions have not been read yet'),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?view=contributions',
    );
    expect(screen.getByRole('tabpanel')).toHaveAccessibleName('Contributions');

    await userEvent.keyboard('{ArrowLeft}');
    expect(
      await screen.findByRole('heading', { name: 'Checks' }),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent('');
  });
});
