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
import TrendingDown from '@material-ui/icons/TrendingDown';
import TrendingFlat from '@material-ui/icons/TrendingFlat';
import TrendingUp from '@material-ui/icons/TrendingUp';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReadinessBefore } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTone } from '../../hooks';
import { Tone } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'InnerSourceScoreDelta' },
);

function toneOfChange(change: number): Tone {
  if (change === 0) {
    return 'neutral';
  }
  return change > 0 ? 'good' : 'poor';
}

/** How readiness moved within the last 30 days. Nothing without both values. */
export function ScoreDelta(props: {
  now: number | null;
  before: ReadinessBefore | null;
}) {
  const { now } = props;
  const before = props.before?.readiness ?? null;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  // Scores carry one decimal; floating point subtraction would show more.
  const change =
    now === null || before === null ? 0 : Math.round((now - before) * 10) / 10;
  const color = useTone(toneOfChange(change));
  if (now === null || before === null || !props.before) {
    return null;
  }
  const { days } = props.before;
  if (days === 0) {
    return (
      <Typography variant="body2" component="div">
        {t('delta.first')}
      </Typography>
    );
  }

  const points = format.score(Math.abs(change));
  let Icon = TrendingFlat;
  let text: string = t('delta.same', { count: days });
  if (change > 0) {
    Icon = TrendingUp;
    text = t('delta.up', { points, count: days });
  } else if (change < 0) {
    Icon = TrendingDown;
    text = t('delta.down', { points, count: days });
  }
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <Icon fontSize="small" style={{ color }} aria-hidden />
      <span>{text}</span>
    </Typography>
  );
}
