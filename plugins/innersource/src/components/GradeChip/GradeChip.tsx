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
import { useTone } from '../../hooks';
import { toneOfScore } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      padding: theme.spacing(0.25, 1.25),
      borderRadius: 999,
      border: '1.5px solid currentColor',
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 700,
      lineHeight: 1.5,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'InnerSourceGradeChip' },
);

/** A grade in words, in the color of its score. */
export function GradeChip(props: {
  grade: string | null;
  score: number | null;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const color = useTone(toneOfScore(props.score));
  return (
    <span className={classes.root} style={{ color }}>
      {props.grade === null
        ? t('grade.none')
        : t('grade.label', { grade: props.grade })}
    </span>
  );
}
