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

import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useFormat, useProgramFlowProjects } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ProjectPages } from './ProjectPages';

/** The projects behind one cell of the flows. */
export function FlowProjectsDialog(props: {
  query: Parameters<typeof useProgramFlowProjects>[0];
  onClose: () => void;
}) {
  const { query, onClose } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const titleId = useId();
  const projects = useProgramFlowProjects(query);
  const from = useEntityPresentation(query.from).primaryTitle;
  const to = useEntityPresentation(query.to).primaryTitle;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('program.flows.dialogTitle', { from, to })}
      </DialogTitle>
      <DialogContent>
        <ProjectPages
          pages={projects}
          note={({ contributions }) =>
            contributions === undefined
              ? undefined
              : t('program.flows.count', {
                  count: contributions,
                  contributions: format.score(contributions),
                })
          }
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('program.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
