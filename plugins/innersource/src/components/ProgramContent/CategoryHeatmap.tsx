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

import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CHECK_CATEGORIES,
  CheckCategory,
  CsvCell,
  ProgramCategories,
  ProgramProjectOrder,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ProgramView,
  useAllProgramProjects,
  useFormat,
  useProgramProjects,
} from '../../hooks';
import { heatStep } from '../../lib/heat';
import { innersourceTranslationRef } from '../../translation';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
    },
    table: {
      width: '100%',
      borderCollapse: 'separate',
      borderSpacing: 2,
      ...theme.typography.body2,
    },
    head: {
      padding: theme.spacing(0.5),
      textAlign: 'center',
      fontWeight: 500,
      verticalAlign: 'bottom',
    },
    name: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      minWidth: 120,
      maxWidth: 280,
      padding: theme.spacing(0.5, 1, 0.5, 0),
      textAlign: 'left',
      fontWeight: 500,
      overflowWrap: 'anywhere',
      backgroundColor: theme.palette.background.paper,
    },
    cell: {
      minWidth: 52,
      height: 34,
      padding: theme.spacing(0.25),
      borderRadius: 3,
      textAlign: 'center',
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
    unknown: {
      color: theme.palette.text.secondary,
      backgroundColor: theme.palette.action.hover,
      fontWeight: 400,
    },
  }),
  { name: 'InnerSourceCategoryHeatmap' },
);

type Column = 'name' | 'readiness' | CheckCategory;

const COLUMNS: readonly Column[] = ['readiness', ...CHECK_CATEGORIES];

/** Projects by category, to be sorted by any. */
export function CategoryHeatmap(props: {
  view: ProgramView;
  onOrder: (orderBy: ProgramProjectOrder) => void;
}) {
  const { view, onOrder } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const projects = useProgramProjects(view);
  const getAll = useAllProgramProjects(view);
  return (
    <ProgramBlock
      title={t('program.categories.title')}
      section="readiness-by-category"
      fileName={['innersource', 'categories', scopeName(view)]}
      query={projects}
      empty={({ pages: [first] }) =>
        first.totalItems === 0 && t('program.noProjects')
      }
      finding={({ pages: [first] }) =>
        t('program.categories.finding', {
          count: first.totalItems,
          projects: format.score(first.totalItems),
        })
      }
      caveat={t('program.categories.caveat')}
      table={({ pages }) => ({
        isShown: true,
        columns: [
          { label: t('program.categories.project') },
          { label: t('readiness.label'), numeric: true },
          ...CHECK_CATEGORIES.map(category => ({
            label: t(`category.${category}`),
            numeric: true,
          })),
        ],
        rows: pages.flatMap(({ items }) => items.map(toRow)),
        allRows: async () => (await getAll()).map(toRow),
      })}
    >
      {({ pages }) => (
        <>
          <div
            className={classes.scroll}
            role="group"
            aria-label={t('program.categories.title')}
            tabIndex={0}
          >
            <table className={classes.table}>
              <thead>
                <tr>
                  <SortHeader
                    column="name"
                    orderBy={view.orderBy}
                    onOrder={onOrder}
                  />
                  {COLUMNS.map(column => (
                    <SortHeader
                      key={column}
                      column={column}
                      orderBy={view.orderBy}
                      onOrder={onOrder}
                    />
                  ))}
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap(page => page.items)
                  .map(project => (
                    <ProjectRow key={project.entityRef} project={project} />
                  ))}
              </tbody>
            </table>
          </div>
          {projects.hasNextPage && (
            <div>
              <Button
                size="small"
                disabled={projects.isFetchingNextPage}
                onClick={() => projects.fetchNextPage()}
              >
                {t('discover.showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </ProgramBlock>
  );
}

function SortHeader(props: {
  column: Column;
  orderBy: ProgramProjectOrder;
  onOrder: (orderBy: ProgramProjectOrder) => void;
}) {
  const { column, orderBy, onOrder } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const descending = orderBy === `-${column}`;
  const active = descending || orderBy === column;
  const label = {
    name: () => t('program.categories.project'),
    readiness: () => t('readiness.label'),
  };
  let sorted: 'ascending' | 'descending' | 'none' = 'none';
  if (active) {
    sorted = descending ? 'descending' : 'ascending';
  }
  return (
    <th
      scope="col"
      className={column === 'name' ? classes.name : classes.head}
      aria-sort={sorted}
    >
      <TableSortLabel
        active={active}
        direction={descending ? 'desc' : 'asc'}
        onClick={() =>
          onOrder(
            column !== 'name' && active && !descending ? `-${column}` : column,
          )
        }
      >
        {column === 'name' || column === 'readiness'
          ? label[column]()
          : t(`category.${column}`)}
      </TableSortLabel>
    </th>
  );
}

type Project = ProgramCategories['items'][number];

function scoreIn(project: Project, category: CheckCategory): number | null {
  return (
    project.categories.find(entry => entry.category === category)?.score ?? null
  );
}

function toRow(project: Project): CsvCell[] {
  return [
    project.entityRef,
    project.readiness,
    ...CHECK_CATEGORIES.map(category => scoreIn(project, category)),
  ];
}

function ProjectRow(props: { project: Project }) {
  const { project } = props;
  const classes = useStyles();
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <EntityRefLink entityRef={project.entityRef} hideIcon>
          {project.title}
        </EntityRefLink>
      </th>
      <ScoreCell score={project.readiness} />
      {CHECK_CATEGORIES.map(category => (
        <ScoreCell key={category} score={scoreIn(project, category)} />
      ))}
    </tr>
  );
}

function ScoreCell(props: { score: number | null }) {
  const { score } = props;
  const classes = useStyles();
  const format = useFormat();
  const { palette } = useTheme();
  if (score === null) {
    return <td className={`${classes.cell} ${classes.unknown}`}>–</td>;
  }
  const look = heatStep(palette.type, score / 100);
  return (
    <td
      className={classes.cell}
      style={{ backgroundColor: look.background, color: look.text }}
    >
      {format.score(Math.round(score))}
    </td>
  );
}
