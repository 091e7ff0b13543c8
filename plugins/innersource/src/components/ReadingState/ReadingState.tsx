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

import CloudOff from '@material-ui/icons/CloudOffOutlined';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ContributionReading } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { isBeingRead } from '../../lib/reading';
import { innersourceTranslationRef } from '../../translation';
import { InsightNote } from '../InsightNote';
import { Notice } from '../Notice';

/** Stands for figures of contributions before any were read, and says why there are none. */
export function NothingRead(props: { reading: ContributionReading }) {
  const { title, description } = useNothingRead(props.reading);
  return (
    <Notice
      Icon={isBeingRead(props.reading) ? HourglassEmpty : CloudOff}
      title={title}
      description={<span role="status">{description}</span>}
    />
  );
}

/** Says that figures of contributions are not over all projects yet; nothing when they are. */
export function ReadingNote(props: { reading: ContributionReading }) {
  const { projects, read } = props.reading;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const nothing = useNothingRead(props.reading);
  if (read === 0) {
    return (
      <InsightNote severity="info" role="status" title={nothing.title}>
        {nothing.description}
      </InsightNote>
    );
  }
  if (read >= projects) {
    return null;
  }
  return (
    <InsightNote
      severity="info"
      role="status"
      title={t('contributions.reading.title', {
        read: format.score(read),
        projects: format.score(projects),
      })}
    >
      {isBeingRead(props.reading)
        ? t('contributions.reading.growing')
        : t('contributions.reading.othersFail')}
    </InsightNote>
  );
}

function useNothingRead(reading: ContributionReading) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (reading.projects === 0) {
    return {
      title: t('contributions.reading.noProjectsTitle'),
      description: t('contributions.reading.noProjectsDescription'),
    };
  }
  return isBeingRead(reading)
    ? {
        title: t('contributions.pendingTitle'),
        description: t('contributions.pendingDescription'),
      }
    : {
        title: t('contributions.reading.failedTitle'),
        description: t('contributions.reading.failedDescription'),
      };
}
