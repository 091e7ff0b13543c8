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
  DurationStatistics,
  ProjectContributions,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTold } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { PartBars } from './PartBars';
import { ChartCard } from '../ChartCard';
import { fileNameOf } from './fileName';

/** With fewer answers, a single one moves the figures. */
const FEW_ANSWERS = 5;

const SIDES = ['other', 'own'] as const;
const MEASURES = [
  { key: 'firstResponse', label: 'contributions.timeToFirstResponse' },
  { key: 'timeToMerge', label: 'contributions.timeToMerge' },
] as const;

const useStyles = makeStyles(
  theme => ({
    measure: {
      marginBottom: theme.spacing(0.5),
      fontWeight: 700,
    },
  }),
  { name: 'InnerSourceResponseTimes' },
);

/** How long people wait, own team and others apart. */
export function ResponseTimes(props: { contributions: ProjectContributions }) {
  const { changeRequests } = props.contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const told = useTold();
  if (!changeRequests.known) {
    return (
      <ChartCard
        title={t('contributions.responseTitle')}
        section="time-to-first-response"
        fileName={[]}
      >
        <Typography variant="body2">
          {t('contributions.responseUnknown', {
            reason: told(changeRequests),
          })}
        </Typography>
      </ChartCard>
    );
  }
  return (
    <KnownTimes
      contributions={props.contributions}
      metrics={changeRequests.value}
    />
  );
}

function useFinding({ own, other }: ChangeRequestMetrics['firstResponse']) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  if (other.medianHours === null) {
    return t('contributions.responseNone');
  }
  if (own.medianHours === null) {
    return t('contributions.responseOtherOnly', {
      other: format.duration(other.medianHours),
    });
  }
  return t(
    other.medianHours > own.medianHours
      ? 'contributions.responseSlower'
      : 'contributions.responseFaster',
    {
      other: format.duration(other.medianHours),
      own: format.duration(own.medianHours),
    },
  );
}

function useCaveat({ unansweredOutside, firstResponse }: ChangeRequestMetrics) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const answers = firstResponse.other.count;
  if (unansweredOutside > 0) {
    return t('contributions.unansweredCaveat', { count: unansweredOutside });
  }
  return answers > 0 && answers < FEW_ANSWERS
    ? t('contributions.fewCaveat', { count: answers })
    : t('contributions.nightsCaveat');
}

function KnownTimes(props: {
  contributions: ProjectContributions;
  metrics: ChangeRequestMetrics;
}) {
  const { contributions, metrics } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <ChartCard
      title={t('contributions.responseTitle')}
      section="time-to-first-response"
      finding={useFinding(metrics.firstResponse)}
      caveat={useCaveat(metrics)}
      fileName={fileNameOf(contributions, 'response-times')}
      table={{
        columns: [
          { label: t('contributions.measure') },
          { label: t('contributions.relationColumn') },
          { label: t('contributions.count'), numeric: true },
          { label: t('contributions.medianHours'), numeric: true },
          { label: t('contributions.p90Hours'), numeric: true },
        ],
        rows: MEASURES.flatMap(({ key, label }) =>
          SIDES.map(side => [
            t(label),
            t(`contributions.relation.${side}`),
            metrics[key][side].count,
            metrics[key][side].medianHours,
            metrics[key][side].p90Hours,
          ]),
        ),
      }}
    >
      {MEASURES.map(({ key, label }) => (
        <div key={key}>
          <Typography
            variant="body2"
            component="h3"
            className={classes.measure}
          >
            {t(label)}
          </Typography>
          <Durations statistics={metrics[key]} />
        </div>
      ))}
      <Typography variant="caption" color="textSecondary">
        {t('contributions.medianMark')} · {t('contributions.p90Mark')}
      </Typography>
    </ChartCard>
  );
}

function Durations(props: {
  statistics: { own: DurationStatistics; other: DurationStatistics };
}) {
  const { statistics } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <PartBars
      items={SIDES.map(relation => {
        const { count, medianHours, p90Hours } = statistics[relation];
        return medianHours === null || p90Hours === null
          ? { relation, figures: t('contributions.none') }
          : {
              relation,
              figures: t('contributions.medianAndP90', {
                median: format.duration(medianHours),
                p90: format.duration(p90Hours),
                total: format.score(count),
              }),
              bar: { part: medianHours, whole: p90Hours },
            };
      })}
    />
  );
}
