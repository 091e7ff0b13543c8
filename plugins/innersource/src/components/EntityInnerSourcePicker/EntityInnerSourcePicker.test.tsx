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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DefaultEntityFilters,
  EntityFilter,
  EntityListContextProps,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/test-utils';
import { EntityInnerSourcePicker } from './EntityInnerSourcePicker';

const entity = (tags?: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'x', tags },
});

let context: EntityListContextProps | undefined;
function Context() {
  context = useEntityList();
  return null;
}

interface Filters extends DefaultEntityFilters {
  innerSource?: EntityFilter;
}

async function renderPicker(options: { isOn?: boolean; tag?: string } = {}) {
  await renderInTestApp(
    <MockEntityListContextProvider<Filters>
      value={{
        queryParameters: options.isOn ? { innerSource: 'true' } : {},
      }}
    >
      <EntityInnerSourcePicker tag={options.tag} />
      <Context />
    </MockEntityListContextProvider>,
  );
  return screen.getByRole('checkbox', { name: 'InnerSource projects' });
}

function filter(): EntityFilter | undefined {
  const filters: Array<EntityFilter | undefined> = Object.values(
    context?.filters ?? {},
  );
  return filters.find(one =>
    JSON.stringify(one?.getCatalogFilters?.() ?? {}).includes('metadata.tags.'),
  );
}

describe('EntityInnerSourcePicker', () => {
  it('filters in the catalog backend beside the filter of tags', async () => {
    const checkbox = await renderPicker();
    expect(filter()).toBeUndefined();
    await userEvent.click(checkbox);
    expect(filter()?.getCatalogFilters?.()).toEqual({
      'metadata.tags.innersource': 'true',
    });
    expect(filter()?.filterEntity?.(entity(['innersource']))).toBe(true);
    expect(filter()?.filterEntity?.(entity())).toBe(false);
    await userEvent.click(checkbox);
    expect(filter()).toBeUndefined();
  });

  it('is on when the address says so, also for another tag', async () => {
    const checkbox = await renderPicker({ isOn: true, tag: 'shared' });
    await waitFor(() => expect(checkbox).toBeChecked());
    expect(filter()?.getCatalogFilters?.()).toEqual({
      'metadata.tags.shared': 'true',
    });
  });
});
