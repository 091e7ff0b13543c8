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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat, useTone } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 600,
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'InnerSourceGain' },
);

/** Points of readiness to be gained; an empty place without any. */
export function Gain(props: { points: number | undefined }) {
  const { points } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const color = useTone('good');
  if (points === undefined || points <= 0) {
    return <span />;
  }
  const rounded = Math.max(0.1, Math.round(points * 10) / 10);
  return (
    <span className={classes.root} style={{ color }}>
      {rounded === 1
        ? t('points.gainOne')
        : t('points.gain', { points: format.score(rounded) })}
    </span>
  );
}
