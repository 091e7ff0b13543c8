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
import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useQueryClient } from '@tanstack/react-query';
import { isFirstPass, useBackendStatus, useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { InsightNote } from '../InsightNote';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginBottom: theme.spacing(3),
    },
  }),
  { name: 'InnerSourceFirstPassNote' },
);

/** During the first pass says how far it is, and has the lists follow it. */
export function FirstPassNote() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const client = useQueryClient();
  const { data: status } = useBackendStatus();
  const progress =
    status && `${status.projects.total} ${status.projects.evaluated}`;
  const seen = useRef(progress);
  useEffect(() => {
    if (seen.current !== undefined && progress !== seen.current) {
      client.invalidateQueries({
        predicate: ({ queryKey: [, list] }) =>
          list === 'projects' || list === 'suggestions',
      });
    }
    seen.current = progress ?? seen.current;
  }, [client, progress]);

  if (!status || !isFirstPass(status)) {
    return null;
  }
  return (
    <div className={classes.root}>
      <InsightNote
        severity="info"
        role="status"
        title={
          status.catalogSyncedAt === null
            ? t('discover.catalogUnread')
            : t('program.coverage.finding', {
                evaluated: format.score(status.projects.evaluated),
                projects: format.score(status.projects.total),
              })
        }
      >
        {t('discover.growing')}
      </InsightNote>
    </div>
  );
}
