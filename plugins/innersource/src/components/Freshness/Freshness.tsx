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
import { useInterval, useUpdate } from 'react-use';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

const MINUTE_MS = 60_000;

/** When the project was evaluated, and when it will be again. */
export function Freshness(props: {
  evaluatedAt: string;
  nextEvaluationAt: string | null;
}) {
  const { evaluatedAt, nextEvaluationAt } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  useInterval(useUpdate(), MINUTE_MS);

  return (
    <Typography variant="body2" color="textSecondary" component="div">
      <time dateTime={evaluatedAt} title={format.dateTime(evaluatedAt)}>
        {t('freshness.evaluated', { time: format.relative(evaluatedAt) })}
      </time>
      {nextEvaluationAt && (
        <>
          {' · '}
          <time
            dateTime={nextEvaluationAt}
            title={format.dateTime(nextEvaluationAt)}
          >
            {Date.parse(nextEvaluationAt) <= Date.now()
              ? t('freshness.nextDue')
              : t('freshness.next', {
                  time: format.relative(nextEvaluationAt),
                })}
          </time>
        </>
      )}
    </Typography>
  );
}
