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

import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChangeRequestMetrics,
  ProjectContributions,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTold } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';
import { RankedBars } from '../RankedBars';
import { fileNameOf } from './fileName';

/** Closed and opened count as equal within this part of the opened ones. */
const ABOUT_EQUAL = 0.05;

const useStyles = makeStyles(
  theme => ({
    ratios: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
      gap: theme.spacing(1, 2),
      margin: 0,
      '& dt': {
        ...theme.typography.body2,
        color: theme.palette.text.secondary,
      },
      '& dd': {
        ...theme.typography.h6,
        margin: 0,
        fontWeight: 700,
      },
    },
  }),
  { name: 'InnerSourceOutcomeOfChangeRequests' },
);

/** Whether the project keeps up with what is proposed to it. */
export function OutcomeOfChangeRequests(props: {
  contributions: ProjectContributions;
}) {
  const { changeRequests } = props.contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const told = useTold();
  if (!changeRequests.known) {
    return (
      <ChartCard
        title={t('contributions.outcomeTitle')}
        section="change-request-closure-ratio"
        fileName={[]}
      >
        <Typography variant="body2">
          {t('contributions.notKnown')}: {told(changeRequests)}
        </Typography>
      </ChartCard>
    );
  }
  return (
    <KnownOutcome
      contributions={props.contributions}
      metrics={changeRequests.value}
    />
  );
}

function useFinding(metrics: ChangeRequestMetrics): string {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const { opened, merged, declined } = metrics;
  const closed = merged + declined;
  const figures = {
    opened: format.score(opened),
    closed: format.score(closed),
  };
  if (opened === 0) {
    return t('contributions.outcomeNone');
  }
  if (Math.abs(closed - opened) <= ABOUT_EQUAL * opened) {
    return t('contributions.outcomeKeepsUp');
  }
  return closed < opened
    ? t('contributions.outcomeGrows', figures)
    : t('contributions.outcomeShrinks', figures);
}

function KnownOutcome(props: {
  contributions: ProjectContributions;
  metrics: ChangeRequestMetrics;
}) {
  const { contributions, metrics } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const counts = [
    { label: t('contributions.opened'), value: metrics.opened },
    { label: t('contributions.merged'), value: metrics.merged },
    { label: t('contributions.declined'), value: metrics.declined },
    { label: t('contributions.openNow'), value: metrics.open },
  ];
  const ratios = [
    { label: t('contributions.closureRatio'), value: metrics.closureRatio },
    {
      label: t('contributions.acceptanceRatio'),
      value: metrics.acceptanceRatio,
    },
    { label: t('contributions.selfMergeRate'), value: metrics.selfMergeRate },
  ];
  return (
    <ChartCard
      title={t('contributions.outcomeTitle')}
      section="change-request-closure-ratio"
      finding={useFinding(metrics)}
      caveat={t('contributions.outcomeCaveat')}
      fileName={fileNameOf(contributions, 'change-requests')}
      table={{
        columns: [
          { label: t('contributions.measure') },
          {
            label: t('contributions.value'),
            numeric: true,
            format: (value, row) =>
              row < counts.length
                ? format.score(Number(value))
                : format.percent(Number(value)),
          },
        ],
        rows: [
          ...counts.map(({ label, value }) => [label, value]),
          ...ratios.map(({ label, value }) => [
            label,
            value === null ? null : Math.round(value * 1000) / 1000,
          ]),
        ],
      }}
    >
      <dl className={classes.ratios}>
        {ratios.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === null ? '–' : format.percent(value)}</dd>
          </div>
        ))}
      </dl>
      <RankedBars
        items={counts.map(({ label, value }) => ({
          key: label,
          label,
          value,
        }))}
      />
    </ChartCard>
  );
}
