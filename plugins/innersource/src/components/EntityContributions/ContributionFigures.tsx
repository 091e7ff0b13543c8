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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectContributions } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useProject } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { KeyFigure, KeyFigures } from '../KeyFigure';

const NOTHING = '–';

/** The project's key figures in one row. */
export function ContributionFigures(props: {
  contributions: ProjectContributions;
}) {
  const { contributions } = props;
  const { share, contributors, teams, changeRequests } = contributions;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const project = useProject(contributions.entityRef);
  const activity = project.data?.evaluation?.activity;
  const absence = contributions.contributorAbsenceFactor;
  const response = changeRequests.known
    ? changeRequests.value.firstResponse
    : undefined;

  return (
    <KeyFigures label={t('contributions.figures')}>
      <KeyFigure
        label={t('contributions.share')}
        section="innersource-share"
        value={
          share.innerSource === null
            ? NOTHING
            : format.percent(share.innerSource)
        }
      >
        {share.innerSource === null && (
          <div>{t('contributions.shareNone')}</div>
        )}
        {share.unknown !== null &&
          t('contributions.shareUnknown', {
            percent: format.percent(share.unknown),
          })}
      </KeyFigure>
      <KeyFigure
        label={t('contributions.outside')}
        section="contributors"
        value={format.score(contributors.other)}
      >
        {t('contributions.outsideNote', {
          fresh: format.score(contributions.newContributors.other),
          returning: format.score(contributions.returningContributors.other),
        })}
      </KeyFigure>
      <KeyFigure
        label={t('contributions.teamsCount')}
        section="teams-contributing"
        value={format.score(teams.count)}
      >
        {teams.elephantFactor !== null &&
          t('contributions.elephant', {
            factor: format.score(teams.elephantFactor),
          })}
      </KeyFigure>
      <KeyFigure
        label={t('contributions.firstResponse')}
        section="time-to-first-response"
        value={
          response && response.other.medianHours !== null
            ? format.duration(response.other.medianHours)
            : NOTHING
        }
      >
        {!response && t('contributions.notKnown')}
        {response?.other.medianHours === null && (
          <div>{t('contributions.firstResponseNone')}</div>
        )}
        {response &&
          response.own.medianHours !== null &&
          t('contributions.firstResponseOwn', {
            time: format.duration(response.own.medianHours),
          })}
      </KeyFigure>
      <KeyFigure
        label={t('contributions.absence')}
        section="contributor-absence-factor"
        value={absence === null ? NOTHING : format.score(absence)}
      >
        {absence !== null && t('contributions.absenceNote', { count: absence })}
      </KeyFigure>
      <KeyFigure
        label={t('contributions.activityScore')}
        section="repository-activity-score"
        value={activity ? format.score(activity.score) : NOTHING}
      >
        {activity
          ? t(`activity.${activity.label}`)
          : !project.isPending && t('activity.unknown')}
      </KeyFigure>
    </KeyFigures>
  );
}
