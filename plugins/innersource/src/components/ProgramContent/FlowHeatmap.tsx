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

import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { KeyboardEvent, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  FlowLevel,
  ProgramFlows,
} from '@ispo/backstage-plugin-innersource-common';
import { ProgramView, useFormat, useProgramFlows } from '../../hooks';
import { FlowCell, FlowMatrix, toFlowMatrix } from '../../lib/flows';
import { heatStep } from '../../lib/heat';
import { innersourceTranslationRef } from '../../translation';
import { ChoiceField } from './ChoiceField';
import { FlowProjectsDialog } from './FlowProjectsDialog';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';
import { useNoneFound } from './useNoneFound';

/** Rows and columns that are drawn; the table has them all. */
const MAX_TEAMS = 15;

/** So many columns need not be narrow. */
const FEW_COLUMNS = 8;

const LEVELS: readonly FlowLevel[] = ['division', 'team'];

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      maxWidth: '100%',
    },
    grid: {
      borderCollapse: 'separate',
      borderSpacing: 2,
      ...theme.typography.body2,
    },
    corner: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      padding: theme.spacing(0.5, 1, 0.5, 0),
      textAlign: 'left',
      verticalAlign: 'bottom',
      backgroundColor: theme.palette.background.paper,
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
    },
    column: {
      padding: theme.spacing(0.5),
      height: 130,
      verticalAlign: 'bottom',
      fontWeight: 500,
      '& > span': {
        display: 'inline-block',
        maxHeight: 122,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        writingMode: 'vertical-rl',
        transform: 'rotate(180deg)',
        textAlign: 'left',
      },
    },
    row: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      maxWidth: 190,
      padding: theme.spacing(0, 1, 0, 0),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      textAlign: 'left',
      fontWeight: 500,
      backgroundColor: theme.palette.background.paper,
      [theme.breakpoints.down('xs')]: {
        maxWidth: 110,
      },
    },
    cell: {
      padding: 0,
    },
    box: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: '100%',
      minWidth: 44,
      height: 36,
      borderRadius: 3,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
    // A few columns have room for upright names and larger cells.
    few: {
      [theme.breakpoints.up('sm')]: {
        '& $column': {
          height: 'auto',
          textAlign: 'center',
          '& > span': {
            writingMode: 'horizontal-tb',
            transform: 'none',
          },
        },
        '& $box': {
          minWidth: 104,
          height: 44,
        },
      },
    },
    none: {
      color: theme.palette.text.secondary,
      backgroundColor: theme.palette.action.hover,
    },
    open: {
      '&:focus-visible': {
        outline: `3px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
      '&:hover': {
        boxShadow: `0 0 0 2px ${theme.palette.text.primary}`,
      },
    },
  }),
  { name: 'InnerSourceFlowHeatmap' },
);

const teamName = (ref: string | number) => (
  <TeamName entityRef={String(ref) || null} />
);

/** Which teams or divisions contribute to which. */
export function FlowHeatmap(props: {
  view: ProgramView;
  onLevel: (level: FlowLevel) => void;
}) {
  const { view, onLevel } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const noneFound = useNoneFound(view);
  const [opened, setOpened] = useState<FlowCell>();

  return (
    <>
      <ProgramBlock
        title={t('program.flows.title')}
        section="flows-between-teams"
        fileName={[
          'innersource',
          'flows',
          scopeName(view),
          `${view.window}-days`,
        ]}
        query={useProgramFlows(view)}
        action={
          <ChoiceField
            label={t('program.flows.level')}
            options={LEVELS.map(level => ({
              value: level,
              label: t(`program.flows.by.${level}`),
            }))}
            value={view.level}
            onChange={onLevel}
          />
        }
        empty={({ cells }) =>
          cells.length === 0 && noneFound(t('program.flows.empty'))
        }
        finding={({ cells: [most], total }) => (
          <Finding most={most} total={total} />
        )}
        caveat={t('program.flows.caveat')}
        table={({ cells }) => ({
          columns: [
            { label: t('program.flows.from'), format: teamName },
            { label: t('program.flows.to'), format: teamName },
            { label: t('program.flows.contributions'), numeric: true },
            { label: t('program.flows.projects'), numeric: true },
          ],
          rows: cells.map(({ from, to, contributions, projects }) => [
            from ?? '',
            to ?? '',
            contributions,
            projects,
          ]),
        })}
      >
        {flows => (
          <Heatmap
            key={`${flows.scope} ${flows.level} ${flows.window.days}`}
            flows={flows}
            onOpen={setOpened}
          />
        )}
      </ProgramBlock>
      {opened && opened.from !== null && opened.to !== null && (
        <FlowProjectsDialog
          query={{
            scope: view.scope,
            window: view.window,
            level: view.level,
            from: opened.from,
            to: opened.to,
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** The strongest flow in a sentence. */
function Finding(props: { most: FlowCell; total: number }) {
  const { from, to, contributions } = props.most;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const names = { from: useTeamTitle(from), to: useTeamTitle(to) };
  const counts = {
    contributions: format.score(contributions),
    total: format.score(props.total),
  };
  return (
    <>
      {from !== null && from === to
        ? t('program.flows.findingWithin', { from: names.from, ...counts })
        : t('program.flows.finding', { ...names, ...counts })}
    </>
  );
}

function TeamName(props: { entityRef: string | null }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return props.entityRef === null ? (
    <>{t('program.flows.unnamed')}</>
  ) : (
    <EntityDisplayName entityRef={props.entityRef} hideIcon disableTooltip />
  );
}

function Heatmap(props: {
  flows: ProgramFlows;
  onOpen: (cell: FlowCell) => void;
}) {
  const { flows, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const matrix = toFlowMatrix(flows.cells, MAX_TEAMS);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<[number, number]>([0, 0]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = move(event.key, active, matrix);
    if (next) {
      event.preventDefault();
      setActive(next);
      table.current
        ?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)
        ?.focus();
    }
  };

  return (
    <>
      <div className={classes.scroll}>
        <table
          ref={table}
          className={`${classes.grid} ${
            matrix.to.length <= FEW_COLUMNS ? classes.few : ''
          }`}
          role="grid"
          aria-label={t('program.flows.gridLabel')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th className={classes.corner} scope="col">
                {t('program.flows.corner')}
              </th>
              {matrix.to.map(to => (
                <th key={to ?? ''} className={classes.column} scope="col">
                  <span>
                    <TeamName entityRef={to} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.from.map((from, row) => (
              <tr key={from ?? ''}>
                <th className={classes.row} scope="row">
                  <TeamName entityRef={from} />
                </th>
                {matrix.to.map((to, column) => (
                  <td key={to ?? ''} className={classes.cell}>
                    <HeatmapCell
                      cell={matrix.cellOf(from, to)}
                      from={from}
                      to={to}
                      max={matrix.max}
                      position={`${row} ${column}`}
                      isActive={active[0] === row && active[1] === column}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(matrix.hidden > 0 || flows.omitted > 0) && (
        <Typography variant="body2" color="textSecondary">
          {t('program.flows.cut', { shown: format.score(MAX_TEAMS) })}
        </Typography>
      )}
    </>
  );
}

function move(
  key: string,
  [row, column]: [number, number],
  matrix: FlowMatrix,
): [number, number] | undefined {
  const last = { row: matrix.from.length - 1, column: matrix.to.length - 1 };
  switch (key) {
    case 'ArrowUp':
      return [Math.max(row - 1, 0), column];
    case 'ArrowDown':
      return [Math.min(row + 1, last.row), column];
    case 'ArrowLeft':
      return [row, Math.max(column - 1, 0)];
    case 'ArrowRight':
      return [row, Math.min(column + 1, last.column)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, last.column];
    default:
      return undefined;
  }
}

function useTeamTitle(ref: string | null): string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { primaryTitle } = useEntityPresentation(
    ref ?? 'group:default/unnamed',
  );
  return ref === null ? t('program.flows.unnamed') : primaryTitle;
}

function HeatmapCell(props: {
  cell: FlowCell | undefined;
  from: string | null;
  to: string | null;
  max: number;
  position: string;
  isActive: boolean;
  onOpen: (cell: FlowCell) => void;
}) {
  const { cell, from, to, max, position, isActive, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const { palette } = useTheme();
  const names = { from: useTeamTitle(from), to: useTeamTitle(to) };

  if (!cell) {
    return (
      <div
        className={`${classes.box} ${classes.none} ${classes.open}`}
        data-cell={position}
        role="img"
        tabIndex={isActive ? 0 : -1}
        aria-label={t('program.flows.noCell', names)}
      >
        <span aria-hidden>·</span>
      </div>
    );
  }
  const look = heatStep(palette.type, cell.contributions / max);
  const style = { backgroundColor: look.background, color: look.text };
  const label = t('program.flows.cell', {
    ...names,
    contributions: t('program.flows.count', {
      count: cell.contributions,
      contributions: format.score(cell.contributions),
    }),
    projects: t('discover.found', { count: cell.projects }),
  });
  // Teams that may not be named have no list of projects either.
  if (from === null || to === null) {
    return (
      <div
        className={`${classes.box} ${classes.open}`}
        style={style}
        data-cell={position}
        role="img"
        tabIndex={isActive ? 0 : -1}
        aria-label={label}
      >
        {format.score(cell.contributions)}
      </div>
    );
  }
  return (
    <ButtonBase
      className={`${classes.box} ${classes.open}`}
      style={style}
      data-cell={position}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={() => onOpen(cell)}
    >
      {format.score(cell.contributions)}
    </ButtonBase>
  );
}
