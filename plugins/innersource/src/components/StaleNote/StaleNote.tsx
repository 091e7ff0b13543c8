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

import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectFailure } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FailureReason } from '../FailureReason';
import { InsightNote } from '../InsightNote';

/** Says that the newest evaluation failed, since when and why. */
export function StaleNote(props: { failure: ProjectFailure }) {
  const { since, attempts, nextAttemptAt } = props.failure;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <InsightNote
      severity="warning"
      role="status"
      title={t('freshness.staleTitle', { time: format.dateTime(since) })}
    >
      {t('freshness.staleExplanation')}{' '}
      <FailureReason failure={props.failure} />
      <Typography variant="body2" color="textSecondary">
        {t('freshness.attempts', { count: attempts })}{' '}
        {nextAttemptAt &&
          t('freshness.nextAttempt', {
            time: format.relative(nextAttemptAt),
          })}
      </Typography>
    </InsightNote>
  );
}
