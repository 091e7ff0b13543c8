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
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Evaluation } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { RemedyList } from '../RemedyList';

const useStyles = makeStyles(
  theme => ({
    steps: {
      margin: theme.spacing(2, 0),
    },
  }),
  { name: 'InnerSourceNextGradePanel' },
);

/** The shortest way to the next grade. Nothing when there is no score. */
export function NextGradePanel(props: {
  evaluation: Evaluation;
  onSelectCheck: (checkId: string) => void;
}) {
  const { evaluation, onSelectCheck } = props;
  const { score, nextGrade } = evaluation.readiness;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();

  if (score === null) {
    return null;
  }
  if (!nextGrade) {
    return (
      <InfoCard
        title={t('nextGrade.bestTitle')}
        titleTypographyProps={{ component: 'h2' }}
      >
        <Typography variant="body2">{t('nextGrade.best')}</Typography>
      </InfoCard>
    );
  }
  const resultsById = new Map(
    evaluation.results.map(result => [result.id, result]),
  );
  const remedies = nextGrade.steps.flatMap(({ checkId, gain }) => {
    const result = resultsById.get(checkId);
    return result ? [{ result, gain }] : [];
  });
  return (
    <InfoCard
      title={t('nextGrade.title', { grade: nextGrade.grade })}
      titleTypographyProps={{ component: 'h2' }}
    >
      <Typography variant="body2">
        {t('nextGrade.intro', {
          count: remedies.length,
          from: format.score(score),
          to: format.score(nextGrade.scoreAfter),
        })}
      </Typography>
      <div className={classes.steps}>
        <RemedyList remedies={remedies} onSelectCheck={onSelectCheck} />
      </div>
      <Typography variant="body2" color="textSecondary">
        {t('nextGrade.threshold', {
          grade: nextGrade.grade,
          threshold: format.score(nextGrade.threshold),
        })}
      </Typography>
    </InfoCard>
  );
}
