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
import { ProgramChecks } from '@ispo/backstage-plugin-innersource-common';
import { useCheckTexts } from '../../hooks';
import { gradesIn } from '../../lib/grades';
import { innersourceTranslationRef } from '../../translation';
import { GradeBar } from '../GradeBar';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
    },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(3),
      ...theme.typography.body2,
    },
    bars: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.75, 1.5),
      alignItems: 'center',
      margin: 0,
      ...theme.typography.body2,
      '& dd': {
        margin: 0,
      },
    },
  }),
  { name: 'InnerSourceWhatIf' },
);

/** What passing the commonest failing checks would do to the grades. */
export function WhatIf(props: { data: ProgramChecks }) {
  const { checks, whatIf } = props.data;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const texts = useCheckTexts();
  if (whatIf.checkIds.length === 0) {
    return null;
  }
  const grades = gradesIn([whatIf.before, whatIf.after]);
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h3">
        {t('program.whatIf.title', { count: whatIf.checkIds.length })}
      </Typography>
      <ul className={classes.list}>
        {whatIf.checkIds.map(id => (
          <li key={id}>
            {texts.title({
              id,
              title: checks.find(({ checkId }) => checkId === id)?.title ?? id,
            })}
          </li>
        ))}
      </ul>
      <dl className={classes.bars}>
        <dt>{t('program.whatIf.before')}</dt>
        <dd>
          <GradeBar counts={whatIf.before} grades={grades} />
        </dd>
        <dt>{t('program.whatIf.after')}</dt>
        <dd>
          <GradeBar counts={whatIf.after} grades={grades} />
        </dd>
      </dl>
    </div>
  );
}
