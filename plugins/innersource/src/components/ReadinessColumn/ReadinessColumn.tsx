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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { useProjectSummary } from '../../hooks';
import { GradeChip } from '../GradeChip';
import { InnerSourceProvider } from '../InnerSourceProvider';

/**
 * A column for the legacy catalog page's table: the grade of each entity's
 * readiness. What a page of the table shows is asked for at once; nothing is
 * drawn for entities that are no projects.
 *
 * ```tsx
 * <CatalogIndexPage
 *   columns={context => {
 *     const [title, name, ...others] = CatalogTable.defaultColumnsFunc(context);
 *     return [title, name, createReadinessColumn(), ...others];
 *   }}
 * />
 * ```
 *
 * @public
 */
export function createReadinessColumn<TRow extends { entity: Entity }>(
  options: {
    /** The column's title, `InnerSource` by default. */
    title?: string;
  } = {},
): TableColumn<TRow> {
  return {
    title: options.title ?? 'InnerSource',
    width: 'auto',
    sorting: false,
    searchable: false,
    render: ({ entity }) => (
      <InnerSourceProvider>
        <Readiness entityRef={stringifyEntityRef(entity)} />
      </InnerSourceProvider>
    ),
  };
}

function Readiness(props: { entityRef: string }) {
  const { data: project } = useProjectSummary(props.entityRef);
  return project ? (
    <GradeChip grade={project.grade} score={project.readiness} />
  ) : null;
}
