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
import { GradeCount } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { countOf, lookOfGrade } from '../../lib/grades';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      gap: 1,
      height: 26,
      borderRadius: 3,
      overflow: 'hidden',
    },
    segment: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      minWidth: 24,
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 700,
    },
  }),
  { name: 'InnerSourceGradeBar' },
);

/** Projects by grade as one bar. */
export function GradeBar(props: {
  counts: readonly GradeCount[];
  /** Every grade that may occur, best first. */
  grades: ReadonlyArray<string | null>;
}) {
  const { counts, grades } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const shown = grades.filter(grade => countOf(counts, grade) > 0);
  const nameOf = (grade: string | null) =>
    grade === null ? t('grade.none') : t('grade.label', { grade });
  return (
    <div
      className={classes.bar}
      role="img"
      aria-label={shown
        .map(
          grade => `${nameOf(grade)}: ${format.score(countOf(counts, grade))}`,
        )
        .join(', ')}
    >
      {shown.map(grade => {
        const look = lookOfGrade(grade, grades);
        const count = countOf(counts, grade);
        return (
          <span
            key={grade ?? ''}
            className={classes.segment}
            title={`${nameOf(grade)}: ${format.score(count)}`}
            style={{
              flexGrow: count,
              flexBasis: 0,
              backgroundColor: look.background,
              color: look.text,
            }}
          >
            {grade ?? '–'} {format.score(count)}
          </span>
        );
      })}
    </div>
  );
}
