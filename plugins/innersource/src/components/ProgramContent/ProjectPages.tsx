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
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProgramProject,
  ProgramProjectPage,
} from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';
import { RetryPanel } from '../LoadingFailed';
import { ProjectLines } from './ProjectLines';

/** Projects page by page, each with a note beside it. */
export function ProjectPages(props: {
  pages: {
    data: { pages: ProgramProjectPage[] } | undefined;
    error: Error | null;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
  note?: (project: ProgramProject) => string | undefined;
}) {
  const { pages, note } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (!pages.data) {
    return pages.error ? (
      <RetryPanel
        title={t('discover.errorTitle')}
        error={pages.error}
        onRetry={pages.refetch}
      />
    ) : (
      <Progress />
    );
  }
  const items = pages.data.pages.flatMap(page => page.items);
  if (items.length === 0) {
    return <Typography variant="body2">{t('program.noProjects')}</Typography>;
  }
  return (
    <>
      <ProjectLines projects={items} note={note} />
      {pages.hasNextPage && (
        <Button
          size="small"
          disabled={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {t('discover.showMore')}
        </Button>
      )}
    </>
  );
}
