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
import Assignment from '@material-ui/icons/AssignmentOutlined';
import GetApp from '@material-ui/icons/GetApp';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { innersourceApiRef } from '../../api';
import { ProgramView, useErrorText } from '../../hooks';
import { download } from '../../lib/download';
import { innersourceTranslationRef } from '../../translation';

const FILE_NAME = 'innersource-report.md';

/** The view as a Markdown report, as a file or on the clipboard. */
export function ReportButton(props: { view: ProgramView }) {
  const { scope, window, level } = props.view;
  const api = useApi(innersourceApiRef);
  const { t } = useTranslationRef(innersourceTranslationRef);
  const errorText = useErrorText();
  const [done, setDone] = useState<'saved' | 'copied'>();
  const report = useMutation({
    mutationFn: async (use: 'saved' | 'copied') => {
      setDone(undefined);
      const text = await api.getProgramReport({ scope, window, level });
      if (use === 'copied') {
        await navigator.clipboard.writeText(text);
      } else {
        download(FILE_NAME, text, 'text/markdown;charset=utf-8');
      }
      setDone(use);
    },
  });
  return (
    <>
      <Typography variant="body2" role="status">
        {report.error
          ? t('program.report.failed', { message: errorText(report.error) })
          : done && t(`program.report.${done}`)}
      </Typography>
      <Button
        size="small"
        startIcon={<Assignment />}
        disabled={report.isPending}
        onClick={() => report.mutate('copied')}
      >
        {t('program.report.copy')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        startIcon={<GetApp />}
        disabled={report.isPending}
        onClick={() => report.mutate('saved')}
      >
        {t('program.report.save')}
      </Button>
    </>
  );
}
