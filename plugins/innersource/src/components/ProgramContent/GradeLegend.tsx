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
import { lookOfGrade } from '../../lib/grades';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      ...theme.typography.caption,
      color: theme.palette.text.primary,
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    swatch: {
      width: 14,
      height: 14,
      borderRadius: 3,
    },
  }),
  { name: 'InnerSourceGradeLegend' },
);

/** Names the colors of grades. */
export function GradeLegend(props: { grades: Array<string | null> }) {
  const { grades } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <ul className={classes.root}>
      {grades.map(grade => (
        <li key={grade ?? ''} className={classes.item}>
          <span
            className={classes.swatch}
            style={{ backgroundColor: lookOfGrade(grade, grades).background }}
            aria-hidden
          />
          {grade === null ? t('grade.none') : t('grade.label', { grade })}
        </li>
      ))}
    </ul>
  );
}
