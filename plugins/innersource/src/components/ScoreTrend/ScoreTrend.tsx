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
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useId, useMemo, useState } from 'react';
import { InfoCard, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Snapshot } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useProjectHistory } from '../../hooks';
import { toTrend, TrendPoint } from '../../lib/trend';
import { innersourceTranslationRef } from '../../translation';
import { RetryPanel } from '../LoadingFailed';
import { TrendChart } from '../TrendChart';

const SPANS = [30, 90, 365] as const;
type Span = (typeof SPANS)[number];

const CHART_HEIGHT = 200;

const useStyles = makeStyles(
  theme => ({
    span: {
      marginBottom: theme.spacing(2),
    },
    chart: {
      marginLeft: theme.spacing(-1),
      '& .recharts-surface:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
      },
    },
  }),
  { name: 'InnerSourceScoreTrend' },
);

/** Readiness over time as a chart, with the same values as a table. */
export function ScoreTrend(props: { entityRef: string; evaluatedAt: string }) {
  const { entityRef, evaluatedAt } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const [span, setSpan] = useState<Span>(90);
  const [today, from] = useMemo(() => {
    const now = DateTime.utc();
    return [now.toISODate(), now.minus({ days: span }).toISODate()];
  }, [span]);
  const history = useProjectHistory(entityRef, from, evaluatedAt);

  return (
    <InfoCard
      title={t('trend.title')}
      titleTypographyProps={{ component: 'h2' }}
    >
      <TextField
        select
        size="small"
        variant="outlined"
        className={classes.span}
        SelectProps={{ native: true }}
        inputProps={{ 'aria-label': t('trend.rangeLabel') }}
        value={span}
        onChange={event => {
          const chosen = SPANS.find(
            days => String(days) === event.target.value,
          );
          if (chosen) {
            setSpan(chosen);
          }
        }}
      >
        {SPANS.map(days => (
          <option key={days} value={days}>
            {t(`trend.days${days}`)}
          </option>
        ))}
      </TextField>
      {history.data && (
        <Trend snapshots={history.data.snapshots} from={from} today={today} />
      )}
      {history.isPending && <Progress />}
      {!history.data && history.error && (
        <RetryPanel
          title={t('trend.errorTitle')}
          error={history.error}
          onRetry={history.refetch}
        />
      )}
    </InfoCard>
  );
}

function Trend(props: { snapshots: Snapshot[]; from: string; today: string }) {
  const { snapshots, from, today } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const tableId = useId();
  const [showTable, setShowTable] = useState(false);
  const points = useMemo(
    () => toTrend(snapshots, from, today),
    [snapshots, from, today],
  );
  if (points.length === 0) {
    return <Typography variant="body2">{t('trend.empty')}</Typography>;
  }

  const first = points[0];
  const last = points[points.length - 1];
  return (
    <>
      <div
        className={classes.chart}
        role="img"
        aria-label={t('trend.chartLabel', {
          from: format.score(first.readiness),
          fromDate: format.date(first.date),
          to: format.score(last.readiness),
          toDate: format.date(last.date),
        })}
      >
        <ReadinessChart points={points} />
      </div>
      <Button
        size="small"
        aria-expanded={showTable}
        aria-controls={tableId}
        onClick={() => setShowTable(!showTable)}
      >
        {showTable ? t('trend.hideTable') : t('trend.showTable')}
      </Button>
      <div id={tableId} hidden={!showTable}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('trend.date')}</TableCell>
              <TableCell align="right">{t('trend.readiness')}</TableCell>
              <TableCell>{t('trend.grade')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {[...snapshots].reverse().map(({ date, readiness, grade }) => (
              <TableRow key={date}>
                <TableCell>{format.date(date)}</TableCell>
                <TableCell align="right">
                  {readiness === null ? '–' : format.score(readiness)}
                </TableCell>
                <TableCell>{grade ?? '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

function ReadinessChart(props: { points: TrendPoint[] }) {
  const { points } = props;
  const format = useFormat();
  const first = points[0].time;
  const last = points[points.length - 1].time;
  return (
    <TrendChart
      points={points}
      dataKey="readiness"
      height={CHART_HEIGHT}
      tighter={16}
      type="stepAfter"
      xAxis={{
        dataKey: 'time',
        type: 'number',
        scale: 'time',
        domain: ['dataMin', 'dataMax'],
        ticks: [...new Set([first, (first + last) / 2, last])],
        interval: 'preserveStartEnd',
        tickFormatter: (millis: number) =>
          format.day(new Date(millis).toISOString().slice(0, 10)),
      }}
      yAxis={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100] }}
      describe={({ date, readiness, grade }) =>
        `${format.date(date)}: ${format.score(readiness)}${
          grade ? ` (${grade})` : ''
        }`
      }
    />
  );
}
