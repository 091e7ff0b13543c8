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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ContributionKind,
  ContributionRelation,
  ProjectContributions,
  RelationCounts,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useSearchParamState } from '../../hooks';
import { KINDS, RELATIONS } from '../../lib/relation';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { Legend } from '../Legend';
import { useRelationFill } from '../RelationFill';
import { SegmentedControl } from '../SegmentedControl';
import { fileNameOf } from './fileName';

const CHART_HEIGHT = 260;

const useStyles = makeStyles(
  theme => ({
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 3),
    },
    tooltip: {
      padding: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'InnerSourceContributionMonths' },
);

type MonthPoint = { month: string } & Record<ContributionRelation, number>;

/** The kind of contribution looked at, in the address of the page. */
function useKind(
  unit: ContributionKind,
): [ContributionKind, (kind: ContributionKind) => void] {
  const [params, change] = useSearchParamState();
  const kind = KINDS.find(item => item === params.get('kind')) ?? unit;
  return [
    kind,
    chosen => change({ kind: chosen === unit ? undefined : chosen }),
  ];
}

/** Contributions by month, stacked by relation. */
export function ContributionMonths(props: {
  contributions: ProjectContributions;
}) {
  const { contributions } = props;
  const { counts, months, unit, window } = contributions;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const [kind, setKind] = useKind(unit);
  const points = months.map(
    (month): MonthPoint => ({ month: month.month, ...month.counts[kind] }),
  );
  const relations = RELATIONS.map(relation => ({
    relation,
    label: t(`contributions.relation.${relation}`),
  }));
  const first = months[0]?.month;
  const last = months[months.length - 1]?.month;

  return (
    <ChartCard
      title={t('contributions.monthsTitle')}
      section="contributions-by-relation"
      finding={useFinding(counts[kind], window)}
      caveat={useCaveat(kind, counts[kind])}
      fileName={fileNameOf(contributions, `months-${kind}`)}
      table={{
        columns: [
          {
            label: t('contributions.month'),
            minWidth: 84,
            format: month => format.month(String(month)),
          },
          ...relations.map(({ label }) => ({ label, numeric: true })),
        ],
        rows: points.map(point => [
          point.month,
          ...RELATIONS.map(relation => point[relation]),
        ]),
      }}
    >
      <div className={classes.controls}>
        <SegmentedControl
          label={t('contributions.kindLabel')}
          options={KINDS.map(value => ({
            value,
            label: t(`contributions.kind.${value}`),
          }))}
          value={kind}
          onChange={setKind}
        />
        <Legend items={relations} />
      </div>
      <div
        role="img"
        aria-label={t('contributions.monthsChart', {
          kind: t(`contributions.kind.${kind}`),
          from: first ? format.month(first) : '–',
          to: last ? format.month(last) : '–',
        })}
      >
        <MonthsChart points={points} />
      </div>
    </ChartCard>
  );
}

function useFinding(
  counts: RelationCounts,
  window: ProjectContributions['window'],
): string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const range = { from: format.date(window.from), to: format.date(window.to) };
  const total = counts.own + counts.other + counts.unknown;
  return total === 0
    ? t('contributions.monthsNone', range)
    : t('contributions.monthsFinding', {
        ...range,
        other: format.score(counts.other),
        total: format.score(total),
      });
}

function useCaveat(kind: ContributionKind, counts: RelationCounts): string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (counts.unknown > 0) {
    return t('contributions.caveatUnknown', { count: counts.unknown });
  }
  return kind === 'commit'
    ? t('contributions.caveatCommits')
    : t('contributions.caveatKinds');
}

function MonthsChart(props: { points: MonthPoint[] }) {
  const classes = useStyles();
  const { palette, typography } = useTheme();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const { patterns, fill, stroke } = useRelationFill();
  const tick = {
    fill: palette.text.secondary,
    fontSize: 12,
    fontFamily: typography.fontFamily,
  };
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <BarChart
        data={props.points}
        margin={{ top: 8, right: 8, bottom: 0, left: -16 }}
        accessibilityLayer={false}
      >
        <defs>{patterns}</defs>
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis
          dataKey="month"
          tickFormatter={month => format.month(month)}
          minTickGap={24}
          interval="equidistantPreserveStart"
          tick={tick}
          stroke={palette.divider}
        />
        <YAxis allowDecimals={false} tick={tick} stroke={palette.divider} />
        <Tooltip
          cursor={{ fill: palette.action.hover }}
          content={({ active, payload }) => {
            const point: MonthPoint | undefined = active
              ? payload?.[0]?.payload
              : undefined;
            return point ? (
              <div className={classes.tooltip}>
                <Typography variant="subtitle2" component="p">
                  {format.month(point.month)}
                </Typography>
                {RELATIONS.map(relation => (
                  <Typography variant="body2" key={relation}>
                    {t(`contributions.relation.${relation}`)}:{' '}
                    {format.score(point[relation])}
                  </Typography>
                ))}
              </div>
            ) : null;
          }}
        />
        {RELATIONS.map(relation => (
          <Bar
            key={relation}
            dataKey={relation}
            stackId="relation"
            fill={fill(relation)}
            stroke={stroke(relation)}
            maxBarSize={40}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
