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
import { ReactNode } from 'react';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricSection } from '../../lib/metricDocs';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard, ChartTable } from '../ChartCard';
import { RetryPanel } from '../LoadingFailed';

const useStyles = makeStyles(
  {
    root: {
      minWidth: 0,
      '& > *': {
        height: '100%',
      },
    },
  },
  { name: 'InnerSourceProgramBlock' },
);

/** The part of a query that a block needs. */
export interface BlockQuery<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** A chart of the answer to a question, which may be under way, fail or be empty. */
export function ProgramBlock<T>(props: {
  title: string;
  section: MetricSection;
  query: BlockQuery<T>;
  /** Text instead of the chart when there is nothing to show. */
  empty: (data: T) => string | false;
  /** What the chart says, in a sentence. */
  finding?: (data: T) => ReactNode;
  /** What to beware of. */
  caveat?: string;
  action?: ReactNode;
  /** The same values as a table. */
  table: (data: T) => ChartTable | undefined;
  /** What the file of the table is called, besides the scope. */
  fileName: string[];
  children: (data: T) => ReactNode;
}) {
  const { title, section, query, action, fileName } = props;
  const { data, error } = query;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const card = { title, section, action, fileName };

  const content = () => {
    if (data === undefined) {
      return (
        <ChartCard {...card}>
          {error ? (
            <RetryPanel
              title={t('program.errorTitle', { title })}
              error={error}
              onRetry={query.refetch}
            />
          ) : (
            <Progress />
          )}
        </ChartCard>
      );
    }
    const empty = props.empty(data);
    return empty ? (
      <ChartCard {...card}>
        <Typography variant="body2">{empty}</Typography>
      </ChartCard>
    ) : (
      <ChartCard
        {...card}
        finding={props.finding?.(data)}
        caveat={props.caveat}
        table={props.table(data)}
      >
        {props.children(data)}
      </ChartCard>
    );
  };

  return (
    <section
      className={classes.root}
      aria-label={title}
      aria-busy={data === undefined && !error}
    >
      {content()}
    </section>
  );
}
