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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { innersourceApiRef } from '../../api';
import { ProgramContent } from './ProgramContent';

// In a file of its own, as decisions are kept for a while between renderings.
describe('ProgramContent without the permission', () => {
  it('says who may see it, and asks for nothing', async () => {
    const getProgramSummary = jest.fn();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [innersourceApiRef, { getProgramSummary }],
          [
            permissionApiRef,
            mockApis.permission({ authorize: AuthorizeResult.DENY }),
          ],
        ]}
      >
        <ProgramContent />
      </TestApiProvider>,
    );
    expect(
      await screen.findByText('The program view is for the program office'),
    ).toBeVisible();
    expect(getProgramSummary).not.toHaveBeenCalled();
  });
});
