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
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId, useState } from 'react';
import { InfoCard, InfoCardVariants, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CsvCell, toCsvLine } from '@ispo/backstage-plugin-innersource-common';
import { useMutation } from '@tanstack/react-query';
import { useErrorText, useFormat } from '../../hooks';
import { download, toFileName } from '../../lib/download';
import { MetricSection, metricDocsUrl } from '../../lib/metricDocs';
import { innersourceTranslationRef } from '../../translation';

/** What a chart shows, as a table. */
export interface ChartTable {
  columns: Array<{
    label: string;
    /** Numbers stand right. */
    numeric?: boolean;
    /** For people; files get the bare value. */
    format?: (value: string | number, row: number) => ReactNode;
    /** What stands for a missing value; a dash unless given. */
    missing?: string;
    /** For files only. */
    hidden?: boolean;
    /** Least width in pixels, for longer texts on small screens. */
    minWidth?: number;
  }>;
  rows: CsvCell[][];
  /** Gets the rows of a file where those shown are not all. */
  allRows?: () => Promise<CsvCell[][]>;
  /** The chart is that table already, which is only to be had as a file then. */
  isShown?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    // On small screens there is no room for title and action side by side.
    header: {
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
    },
    body: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      height: '100%',
      minWidth: 0,
    },
    // No longer than can be read.
    finding: {
      maxWidth: '90ch',
      overflowWrap: 'anywhere',
    },
    caveat: {
      marginTop: theme.spacing(0.5),
    },
    footer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginTop: 'auto',
    },
    docs: {
      ...theme.typography.body2,
      marginLeft: 'auto',
    },
    table: {
      maxHeight: 420,
      // The theme breaks words anywhere, down to a letter a line on small screens.
      '& th, & td': {
        padding: theme.spacing(0.75, 1.25),
        wordBreak: 'normal',
      },
    },
    number: {
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'InnerSourceChartCard' },
);

/**
 * A chart with what it says in a sentence, what to beware of, the same values
 * as a table and as a file, and where the metric is defined. A table without a
 * chart is always there.
 */
export function ChartCard(props: {
  title: string;
  section: MetricSection;
  finding?: ReactNode;
  caveat?: string;
  action?: ReactNode;
  /** Nothing to show as a table when left out. */
  table?: ChartTable;
  /** Parts of the file's name, e.g. the entity's name. */
  fileName: readonly string[];
  variant?: InfoCardVariants;
  children?: ReactNode;
}) {
  const { title, table, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const tableId = useId();
  const [showTable, setShowTable] = useState(false);
  const tableAlone = !children || Boolean(table?.isShown);

  return (
    <InfoCard
      title={title}
      titleTypographyProps={{ component: 'h2' }}
      action={props.action}
      headerProps={{ className: classes.header }}
      variant={props.variant ?? 'gridItem'}
    >
      <div className={classes.body}>
        {(props.finding || props.caveat) && (
          <div className={classes.finding}>
            {props.finding && (
              <Typography variant="body1">{props.finding}</Typography>
            )}
            {props.caveat && (
              <Typography
                variant="body2"
                color="textSecondary"
                className={classes.caveat}
              >
                {props.caveat}
              </Typography>
            )}
          </div>
        )}
        {children ?? (table && <DataTable title={title} table={table} />)}
        <div className={classes.footer}>
          {table && (
            <>
              {!tableAlone && (
                <Button
                  size="small"
                  aria-expanded={showTable}
                  aria-controls={tableId}
                  onClick={() => setShowTable(!showTable)}
                >
                  {showTable ? t('trend.hideTable') : t('trend.showTable')}
                </Button>
              )}
              <CsvButton
                title={title}
                table={table}
                fileName={props.fileName}
              />
            </>
          )}
          <Link
            to={metricDocsUrl(props.section)}
            className={classes.docs}
            aria-label={t('contributions.definitionOf', { title })}
          >
            {t('contributions.definition')}
          </Link>
        </div>
        {table && !tableAlone && (
          <div id={tableId} hidden={!showTable}>
            {showTable && <DataTable title={title} table={table} />}
          </div>
        )}
      </div>
    </InfoCard>
  );
}

function CsvButton(props: {
  title: string;
  table: ChartTable;
  fileName: readonly string[];
}) {
  const { title, table } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const errorText = useErrorText();
  const file = useMutation({
    mutationFn: async () => {
      const rows = table.allRows ? await table.allRows() : table.rows;
      download(
        toFileName(props.fileName, 'csv'),
        [table.columns.map(({ label }) => label), ...rows]
          .map(toCsvLine)
          .join(''),
      );
    },
  });
  return (
    <>
      <Button
        size="small"
        aria-label={t('contributions.csvOf', { title })}
        disabled={file.isPending}
        onClick={() => file.mutate()}
      >
        {t('contributions.csv')}
      </Button>
      {file.error && (
        <Typography variant="body2" role="alert">
          {t('contributions.csvFailed', { message: errorText(file.error) })}
        </Typography>
      )}
    </>
  );
}

function DataTable(props: { title: string; table: ChartTable }) {
  const classes = useStyles();
  const format = useFormat();
  const columns = props.table.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ hidden }) => !hidden);
  const show = (
    cell: CsvCell,
    column: ChartTable['columns'][number],
    row: number,
  ) => {
    if (cell === null) {
      return column.missing ?? '–';
    }
    if (column.format) {
      return column.format(cell, row);
    }
    return typeof cell === 'number' ? format.score(cell) : cell;
  };
  return (
    // Scrollable, so that the keyboard must reach it.
    <TableContainer
      className={classes.table}
      tabIndex={0}
      role="group"
      aria-label={props.title}
    >
      <Table size="small" aria-label={props.title}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column.label}
                align={column.numeric ? 'right' : 'left'}
                style={{ minWidth: column.minWidth }}
              >
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.table.rows.map((row, index) => (
            <TableRow key={index}>
              {columns.map(column => (
                <TableCell
                  key={column.label}
                  align={column.numeric ? 'right' : 'left'}
                  className={column.numeric ? classes.number : undefined}
                >
                  {show(row[column.at], column, index)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
