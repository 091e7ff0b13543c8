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
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId, useState } from 'react';
import {
  InfoCard,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      '& > *': {
        height: '100%',
      },
    },
    body: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    caveat: {
      marginTop: theme.spacing(0.5),
      maxWidth: '90ch',
    },
    finding: {
      maxWidth: '90ch',
    },
    table: {
      maxHeight: 420,
      overflow: 'auto',
    },
  }),
  { name: 'InnerSourceProgramBlock' },
);

/** The part of a query that a block needs. */
export interface BlockQuery<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/**
 * A block of the program view. It loads, fails and is empty on its own, so that
 * one that fails does not take the others with it.
 */
export function ProgramBlock<T>(props: {
  title: string;
  query: BlockQuery<T>;
  /** Text instead of the block when there is nothing to show. */
  empty: (data: T) => string | false;
  /** What the block says, in a sentence. */
  finding?: (data: T) => string | undefined;
  /** What to beware of. */
  caveat?: string;
  action?: ReactNode;
  /** The same values as a table. */
  table?: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { title, query, table } = props;
  const { data, error } = query;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const tableId = useId();
  const [showTable, setShowTable] = useState(false);
  const empty = data !== undefined && props.empty(data);
  const finding = data !== undefined && !empty && props.finding?.(data);

  return (
    <section className={classes.root} aria-label={title}>
      <InfoCard
        title={title}
        titleTypographyProps={{ component: 'h2' }}
        action={props.action}
        variant="gridItem"
      >
        <div className={classes.body} aria-busy={!data && !error}>
          {!data && !error && <Progress />}
          {!data && error && (
            <div>
              <ResponseErrorPanel
                title={t('program.errorTitle', { title })}
                error={error}
              />
              <Button variant="outlined" onClick={() => query.refetch()}>
                {t('state.retry')}
              </Button>
            </div>
          )}
          {empty && <Typography variant="body2">{empty}</Typography>}
          {data !== undefined && !empty && (
            <>
              {(finding || props.caveat) && (
                <div>
                  {finding && (
                    <Typography variant="body1" className={classes.finding}>
                      {finding}
                    </Typography>
                  )}
                  {props.caveat && (
                    <Typography
                      variant="body2"
                      color="textSecondary"
                      className={classes.caveat}
                    >
                      {props.caveat}
                    </Typography>
                  )}
                </div>
              )}
              {props.children(data)}
              {table && (
                <>
                  <div>
                    <Button
                      size="small"
                      aria-expanded={showTable}
                      aria-controls={tableId}
                      onClick={() => setShowTable(!showTable)}
                    >
                      {showTable ? t('trend.hideTable') : t('trend.showTable')}
                    </Button>
                  </div>
                  <div id={tableId} hidden={!showTable}>
                    {showTable && (
                      // Scrollable, so that the keyboard must reach it.
                      <div
                        className={classes.table}
                        role="region"
                        aria-label={title}
                        tabIndex={0}
                      >
                        {table(data)}
                      </div>
                    )}
                  </div>
                </>
              )}
            </>
          )}
        </div>
      </InfoCard>
    </section>
  );
}
