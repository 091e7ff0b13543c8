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
import Warning from '@material-ui/icons/ReportProblemOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectFailure } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTone } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FailureReason } from '../FailureReason';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5),
      border: '1px solid',
      borderLeftWidth: 4,
      borderRadius: theme.shape.borderRadius,
    },
    text: {
      color: theme.palette.text.primary,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'InnerSourceStaleNote' },
);

/** Says that the newest evaluation failed, since when and why. */
export function StaleNote(props: { failure: ProjectFailure }) {
  const { since, attempts, nextAttemptAt } = props.failure;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const color = useTone('fair');
  return (
    <div className={classes.root} style={{ borderColor: color }} role="status">
      <Warning style={{ color }} aria-hidden />
      <div className={classes.text}>
        <Typography variant="subtitle2" component="p">
          {t('freshness.staleTitle', { time: format.dateTime(since) })}
        </Typography>
        <Typography variant="body2">
          {t('freshness.staleExplanation')}{' '}
          <FailureReason failure={props.failure} />
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('freshness.attempts', { count: attempts })}{' '}
          {nextAttemptAt &&
            t('freshness.nextAttempt', {
              time: format.relative(nextAttemptAt),
            })}
        </Typography>
      </div>
    </div>
  );
}
